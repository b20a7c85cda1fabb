/// What `itertools` makes of iterables, and lists whose elements change places.
extension Interpreter {
    func callIterator(_ name: String, _ arguments: Arguments) -> Value {
        guard let first = arguments.positional.first else { return fresh() }
        switch name {
        case "chain": return make(Object(kind: .lazyChain, items: arguments.positional))
        case "chain.from_iterable":
            let parts = elements(of: first).atoms.map { Value($0) }
            return isAlive ? make(Object(kind: .lazyChain, items: parts)) : .nothing
        case "islice", "cycle", "compress": return make(Object(kind: .lazyChain, items: [first]))
        case "accumulate": return accumulated(first, arguments)
        case "groupby": return grouped(first, arguments)
        case "takewhile", "dropwhile", "filterfalse": return filtered(by: first, arguments)
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

    /// What stays of an iterable when a function has been asked, as `filter` does.
    private func filtered(by function: Value, _ arguments: Arguments) -> Value {
        guard arguments.positional.count > 1 else { return fresh() }
        var object = Object(kind: .lazyMap, items: arguments.positional)
        object.attributes[names.any] = Value.none
        return make(object)
    }

    private func accumulated(_ source: Value, _ arguments: Arguments) -> Value {
        let function = arguments.positional.dropFirst().first ?? arguments.keyword(symbols.intern("func")) ?? .none
        guard isCallable(function) else { return make(Object(kind: .lazyChain, items: [source])) }
        var result = arguments.keyword(symbols.intern("initial")) ?? .nothing
        consume(source) { [self] element in
            let before = result.atoms.isEmpty ? element : result
            let after = call(function, Arguments(positional: [before, element]), op: frame.statement)
            result = result.joined(with: before).joined(with: after)
        }
        return isAlive ? make(Object(kind: .list, rest: result)) : .nothing
    }

    private func grouped(_ source: Value, _ arguments: Arguments) -> Value {
        let element = elements(of: source)
        let key = arguments.positional.dropFirst().first ?? arguments.keyword(symbols.intern("key")) ?? .none
        if isAlive, isCallable(key) { _ = call(key, Arguments(positional: [element]), op: frame.statement) }
        guard isAlive else { return .nothing }
        let group = make(Object(kind: .list, rest: element))
        return make(Object(kind: .list, rest: make(Object(kind: .tuple, items: [fresh(), group]))))
    }

    /// `iter(read, b"")`: what a function gives each time it is called.
    func callsUntil(_ function: Value, op: UInt32) -> Value {
        let nothing = make(Object(kind: .tuple))
        var object = Object(
            kind: .lazyMap, items: [function, make(Object(kind: .list, rest: nothing))], arguments: Arguments())
        object.launch = Launch(
            launcher: -1, arguments: Arguments(), fork: nil,
            stack: CallStack(place: place(op), function: frame.function, parent: frame.stack), place: place(op))
        return make(object)
    }

    /// Calls the `key=` that elements are sorted by.
    func callKey(of arguments: Arguments, with element: Value) {
        guard let key = arguments.keyword(symbols.intern("key")), isCallable(key), !element.atoms.isEmpty else {
            return
        }
        _ = call(key, Arguments(positional: [element]), op: frame.statement)
    }

    /// Calls what makes a text of an instance, where that leads anywhere.
    func show(_ value: Value, op: UInt32) {
        for case .object(let id) in value.atoms where isAlive {
            guard case .instance(let cls)? = object(id)?.kind else { continue }
            for name in ["__format__", "__str__", "__repr__"] {
                let hook = symbols.intern(name)
                guard case .function(let function, _)? = classAttribute(cls, hook)?.only else { continue }
                let arguments = Arguments(positional: name == "__format__" ? [fresh()] : [])
                if relevance.matters(function) { _ = callSpecial(.object(id), hook, arguments, op: op) }
                break
            }
        }
    }

    /// Functions of modules of the standard library that take elements out of a collection, or put them in.
    func callOnElements(_ text: String, _ arguments: Arguments) -> Value? {
        guard let first = arguments.positional.first else { return nil }
        switch text {
        case "random.choice", "secrets.choice", "heapq.heappop":
            let element = elements(of: first)
            return !isAlive ? .nothing : element.atoms.isEmpty ? fresh() : element
        // Each is awaited by whoever runs through them.
        case "asyncio.as_completed":
            let element = elements(of: first)
            return isAlive ? make(Object(kind: .list, rest: element)) : .nothing
        case "re.sub", "re.subn":
            // What matches may be replaced by what a function gives.
            let given = arguments.positional.dropFirst().first ?? arguments.keyword(symbols.intern("repl")) ?? .none
            guard isCallable(given) else { return nil }
            _ = call(given, Arguments(positional: [fresh()]), op: frame.statement)
            return isAlive ? freshData() : .nothing
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
        if let atom = value.only, case .object(let id) = atom, case .instance? = object(id)?.kind,
            let result = callSpecial(atom, symbols.intern("__reversed__"), Arguments(), op: frame.statement)
        {
            return result
        }
        guard case .object(let id)? = value.only.map(iterated), let list = object(id),
            list.kind == .list || list.kind == .tuple
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
