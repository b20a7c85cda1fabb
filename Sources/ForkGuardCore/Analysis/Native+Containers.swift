/// Methods of lists, dictionaries and other built-in objects.
extension Interpreter {
    func callList(_ method: String, _ id: ObjectID, _ object: Object, _ arguments: Arguments) -> Value {
        let first = existing(arguments.positional.first ?? .nothing)
        if let value = callItems(method, id, arguments, op: frame.statement) { return value }
        switch method {
        case "append", "add", "appendleft":
            update(id) {
                if $0.rest == .nothing, $0.items.count < 8, !$0.items.contains(first) {
                    $0.items.append(first)
                } else {
                    $0.rest = $0.rest.joined(with: first)
                }
            }
            return .none
        case "extend", "update":
            let element = elements(of: first)
            if isAlive { update(id) { $0.rest = $0.rest.joined(with: element) } }
            return .none
        case "insert":
            let value = arguments.positional.dropFirst().first ?? fresh()
            update(id) {
                forgetPlaces(&$0)
                $0.rest.formUnion(value)
            }
            return .none
        case "pop", "popleft", "remove":
            // Without the first one the others stand elsewhere; without the last one they do not.
            update(id) {
                $0.lacks.insert(.takenOut)
                if method != "pop" || !arguments.positional.isEmpty { forgetPlaces(&$0) }
            }
            if method == "remove" { return .none }
            return object.element.atoms.isEmpty ? elementOfNothing() : object.element
        case "sort":
            callKey(of: arguments, with: object.element)
            if isAlive { update(id) { $0 = inUnknownOrder($0) } }
            return .none
        case "reverse":
            update(id) {
                if $0.rest == .nothing { $0.items.reverse() } else { forgetPlaces(&$0) }
            }
            return .none
        case "copy": return make(object)
        case "discard", "difference_update", "intersection_update", "symmetric_difference_update":
            update(id) { $0.lacks.insert(.takenOut) }
            return .none
        case "clear":
            update(id) {
                $0.items = []; $0.rest = .nothing; $0.lacks = []
            }
            return .none
        default: return fresh()
        }
    }

    /// `list(x)`, `tuple(x)`, `sorted(x)`: the items of a collection, the keys of a dictionary.
    func collect(_ name: String, _ arguments: Arguments, op: UInt32) -> Value {
        guard let first = arguments.positional.first else { return make(Object(kind: .list)) }
        if let key = arguments.keyword(symbols.intern("key")) {
            _ = call(key, Arguments(positional: [elements(of: first)]), op: op)
        }
        if case .object(let id)? = first.only, var object = object(id) {
            if object.kind == .dict, object.rest == .nothing, !object.keys.contains(nil) {
                let lacks = object.lacks
                object = Object(kind: .list, items: object.keys.compactMap { $0.map { Value($0) } })
                object.lacks = lacks
            }
            if object.kind == .list || object.kind == .tuple {
                var copy = Object(kind: name == "tuple" ? .tuple : .list, items: object.items, rest: object.rest)
                copy.lacks = object.lacks
                return make(name == "sorted" ? inUnknownOrder(copy) : copy)
            }
        }
        let element = elements(of: first)
        return isAlive ? make(Object(kind: .list, rest: element)) : .nothing
    }

    func callDict(_ method: String, _ id: ObjectID, _ object: Object, _ arguments: Arguments, op: UInt32)
        -> Value
    {
        if let value = callItems(method, id, arguments, op: op) { return value }
        switch method {
        case "get", "pop", "setdefault":
            guard let key = arguments.positional.first else { return fresh() }
            let fallback = arguments.positional.dropFirst().first ?? .none
            if let atom = keyed(key).only, !atom.isOpaque, object.rest == .nothing || object.keys.contains(atom) {
                if let index = object.keys.firstIndex(of: atom) {
                    if method == "pop" {
                        update(id) {
                            $0.keys.remove(at: index)
                            $0.items.remove(at: index)
                        }
                    }
                    let value = object.items[index]
                    if object.lacks.isEmpty { return value }
                    if method == "setdefault" { update(id) { set(&$0, key, value.joined(with: fallback)) } }
                    return value.joined(with: fallback)
                }
                if method == "setdefault" { update(id) { set(&$0, key, fallback) } }
                return fallback
            }
            if method == "setdefault" { update(id) { set(&$0, key, fallback) } }
            return item(of: Value(.object(id)), key, op: op).joined(with: fallback)
        case "values", "keys":
            var result = Object(kind: .list, items: object.items, rest: object.rest)
            if method == "keys" {
                (result.items, result.rest) = (object.keys.map { $0.map { Value($0) } ?? fresh() }, .nothing)
            }
            result.lacks = object.lacks
            return make(result)
        case "items":
            var result = Object(kind: .list)
            result.lacks = object.lacks
            for (key, value) in zip(object.keys, object.items) {
                result.items.append(make(Object(kind: .tuple, items: [key.map { Value($0) } ?? fresh(), value])))
            }
            if object.rest != .nothing { result.rest = make(Object(kind: .tuple, items: [fresh(), object.rest])) }
            return make(result)
        case "copy": return make(object)
        case "update":
            var merged = object
            merge(arguments, into: &merged)
            if isAlive { update(id) { $0 = merged } }
            return .none
        case "popitem":
            update(id) { $0.lacks.insert(.takenOut) }
            return make(
                Object(kind: .tuple, items: [fresh(), object.element.atoms.isEmpty ? fresh() : object.element]))
        case "clear":
            update(id) {
                $0.items = []; $0.keys = []; $0.rest = .nothing; $0.lacks = []
            }
            return .none
        default: return fresh()
        }
    }

    func callProperty(_ method: String, _ object: Object, _ arguments: Arguments) -> Value {
        guard let function = arguments.positional.first else { return fresh() }
        var copy = object
        switch method {
        case "setter":
            if copy.items.isEmpty { copy.items = [fresh()] }
            copy.items = [copy.inner, function] + copy.items.dropFirst(2)
        case "getter": copy.items = [function] + copy.items.dropFirst()
        case "deleter": copy.items = [copy.inner, copy.items.dropFirst().first ?? .none, function]
        default: break
        }
        return make(copy)
    }

    func callGenerator(_ method: String, _ id: ObjectID, _ arguments: Arguments) -> Value {
        switch method {
        case "__next__", "send", "__anext__", "asend": return advance(Value(.object(id)))
        case "close", "aclose":
            closeGenerator(id)
            return isAlive ? .none : .nothing
        default: return fresh()
        }
    }
}
