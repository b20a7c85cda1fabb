/// What `itertools` makes of iterables, and lists whose elements change places.
extension Interpreter {
    func callIterator(_ name: String, _ arguments: Arguments) -> Value {
        guard let first = arguments.positional.first else { return fresh() }
        switch name {
        case "chain": return make(Object(kind: .lazyChain, items: arguments.positional))
        case "chain.from_iterable":
            let parts = elements(of: first).atoms.map { Value($0) }
            return isAlive ? make(Object(kind: .lazyChain, items: parts)) : .nothing
        case "islice", "cycle", "accumulate", "compress": return make(Object(kind: .lazyChain, items: [first]))
        case "takewhile", "dropwhile", "filterfalse":
            return make(Object(kind: .lazyChain, items: Array(arguments.positional.dropFirst())))
        case "repeat": return make(Object(kind: .list, rest: first))
        case "tee": return make(Object(kind: .tuple, items: [first, first]))
        case "starmap":
            guard arguments.positional.count > 1 else { return fresh() }
            return make(Object(kind: .lazyMap, items: arguments.positional, arguments: Arguments()))
        case "product", "zip_longest": return make(Object(kind: .lazyTuples, items: arguments.positional))
        case "permutations", "combinations", "combinations_with_replacement", "pairwise", "batched":
            let element = elements(of: first)
            guard isAlive else { return .nothing }
            return make(Object(kind: .list, rest: make(Object(kind: .tuple, rest: element))))
        default:
            guard arguments.positional.contains(where: isLazy) else { return fresh() }
            return make(Object(kind: .lazyChain, items: arguments.positional))
        }
    }

    /// Functions of modules of the standard library that take elements out of a collection, or put them in.
    func callOnElements(_ text: String, _ arguments: Arguments) -> Value? {
        guard let first = arguments.positional.first else { return nil }
        switch text {
        case "random.choice", "secrets.choice", "heapq.heappop":
            let element = elements(of: first)
            return !isAlive ? .nothing : element.atoms.isEmpty ? fresh() : element
        case "random.sample", "random.choices", "heapq.nlargest", "heapq.nsmallest":
            let collection = text.hasPrefix("random") ? first : arguments.positional.last ?? first
            let element = elements(of: collection)
            return isAlive ? make(Object(kind: .list, rest: element)) : .nothing
        case "heapq.heappush":
            guard let added = arguments.positional.dropFirst().first else { return nil }
            for case .object(let id) in first.atoms where object(id)?.kind == .list {
                update(id) { $0.rest.formUnion(added) }
            }
            return Value.none
        case "os.path.join", "posixpath.join":
            let parts = arguments.positional.compactMap { $0.only.flatMap(wholeText) }
            guard arguments.star == nil, parts.count == arguments.positional.count else { return nil }
            return Value(string(Self.joinedPath(parts)))
        default: return nil
        }
    }

    private static func joinedPath(_ parts: [String]) -> String {
        parts.dropFirst().reduce(parts.first ?? "") { path, part in
            part.hasPrefix("/") || path.isEmpty ? part : path.hasSuffix("/") ? path + part : path + "/" + part
        }
    }

    /// A list of the same elements, of which nobody knows which stands where.
    func inUnknownOrder(_ list: Object) -> Object {
        var result = list
        let element = list.element
        result.items = list.items.map { _ in element }
        return result
    }

    /// Leaves of a list what its elements may be: one of them is gone, or has moved.
    func forgetPlaces(_ list: inout Object) {
        list.rest = list.element
        list.items = []
    }

    func reversed(_ value: Value) -> Value {
        guard case .object(let id)? = value.only, let list = object(id), list.kind == .list || list.kind == .tuple
        else {
            return value
        }
        if list.rest != .nothing { return make(Object(kind: .list, rest: list.element)) }
        return make(Object(kind: .list, items: list.items.reversed()))
    }

    // MARK: Slices

    func isSlice(_ index: UInt32) -> Bool { index != .max && op(index).kind == .other && op(index).flags == 3 }

    /// `jobs[:2]`: of what is no list here, what an item of an unknown place is.
    func slice(of base: Value, _ key: Value, op: UInt32) -> Value {
        var result = Value.nothing
        for atom in base.atoms where isAlive {
            var atom = atom
            if case .object(let id) = atom, let contents = contents(of: id, leaving: names.getItem) {
                atom = .object(contents)
            }
            if case .object(let id) = atom, let object = object(id), object.kind == .list || object.kind == .tuple {
                result = result.joined(with: make(Object(kind: .list, rest: object.element)))
            } else {
                result = result.joined(with: item(of: Value(atom), key, op: op))
            }
        }
        return result
    }

    /// `jobs[:] = others`
    func replaceSlice(of base: Value, _ value: Value) {
        let added = elements(of: value)
        guard isAlive else { return }
        for case .object(let id) in base.atoms where object(id)?.kind == .list {
            update(id) {
                forgetPlaces(&$0)
                $0.rest.formUnion(added)
            }
        }
    }

    /// `del jobs[0]`, `del options["target"]`
    func deleteItem(of base: Value, _ key: Value) {
        let hook = symbols.intern("__delitem__")
        for case .object(let id) in base.atoms where isAlive {
            guard case .instance? = object(id)?.kind else { continue }
            if let contents = contents(of: id, leaving: hook) {
                deleteItem(of: Value(.object(contents)), key)
            } else {
                _ = callSpecial(.object(id), hook, Arguments(positional: [key]), op: frame.statement)
            }
        }
        guard case .object(let id)? = base.only, let object = object(id) else { return }
        switch object.kind {
        case .list: update(id) { forgetPlaces(&$0) }
        case .dict:
            guard let atom = keyed(key).only, let index = object.keys.firstIndex(of: atom) else { return }
            update(id) {
                $0.keys.remove(at: index)
                $0.items.remove(at: index)
            }
        default: break
        }
    }
}
