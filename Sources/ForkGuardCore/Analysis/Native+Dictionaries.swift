/// What is put into dictionaries: under a key that is known, or under one that nobody knows.
extension Interpreter {
    func set(_ object: inout Object, _ key: Value, _ value: Value) {
        if let atom = keyed(key).only, !atom.isOpaque {
            if let index = object.keys.firstIndex(of: atom) {
                object.items[index] = value
            } else {
                object.keys.append(atom)
                object.items.append(value)
            }
        } else {
            // It may be any of the known keys, too.
            for index in object.items.indices { object.items[index].formUnion(value) }
            object.rest = object.rest.joined(with: value)
        }
    }

    /// As `set`, where something else may be there instead.
    private func add(_ value: Value, to object: inout Object, under key: Value) {
        guard let atom = keyed(key).only, !atom.isOpaque else { return set(&object, fresh(), value) }
        let old = object.keys.firstIndex(of: atom).map { object.items[$0] } ?? object.rest
        set(&object, key, old.joined(with: value))
    }

    /// `dict(defaults, **given)`.
    func dictionary(of arguments: Arguments) -> Value {
        var object = Object(kind: .dict)
        merge(arguments, into: &object)
        return isAlive ? make(object) : .nothing
    }

    /// What `dict` and `update` are given: a mapping or pairs, and keywords.
    func merge(_ arguments: Arguments, into object: inout Object) {
        if let first = arguments.positional.first { merge(first, into: &object) }
        guard isAlive else { return }
        if arguments.hasUnknownKeywords { set(&object, fresh(), fresh()) }
        for keyword in arguments.keywords { set(&object, Value(.string(keyword.name)), keyword.value) }
    }

    /// Lays a mapping, or pairs of keys and values, over a dictionary. Of a mapping that nobody knows any key may be there.
    func merge(_ given: Value, into object: inout Object) {
        let given = given.filter { $0 != .none }
        let isSure = given.only != nil
        for atom in given.atoms.map(iterated) where isAlive {
            guard case .object(let id) = atom, let other = self.object(id) else {
                set(&object, fresh(), elements(of: Value(atom)).joined(with: fresh()))
                continue
            }
            switch other.kind {
            case .dict:
                object.lacks.formUnion(other.lacks)
                if other.rest != .nothing { set(&object, fresh(), other.rest) }
                for (key, item) in zip(other.keys, other.items) {
                    let key = key.map { Value($0) } ?? fresh()
                    if isSure { set(&object, key, item) } else { add(item, to: &object, under: key) }
                }
            case .list, .tuple:
                for pair in other.items { merge(pair: pair, into: &object, isSure: isSure) }
                for pair in other.rest.atoms { merge(pair: Value(pair), into: &object, isSure: false) }
            case .instance: set(&object, fresh(), fresh())
            default:
                for pair in elements(of: Value(atom)).atoms { merge(pair: Value(pair), into: &object, isSure: false) }
            }
        }
    }

    private func merge(pair: Value, into object: inout Object, isSure: Bool) {
        guard case .object(let id)? = pair.only, let parts = self.object(id), parts.items.count == 2 else {
            return set(&object, fresh(), fresh())
        }
        if isSure {
            set(&object, parts.items[0], parts.items[1])
        } else {
            add(parts.items[1], to: &object, under: parts.items[0])
        }
    }
}
