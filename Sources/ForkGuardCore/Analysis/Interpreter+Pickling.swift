/// What a queue hands to a worker is a copy: a handle in it is not the one that the parent touched.
extension Interpreter {
    func pickled(_ arguments: Arguments) -> Arguments {
        var copies: [ObjectID: ObjectID] = [:]
        return pickled(arguments, &copies)
    }

    /// Handles among what is sent to a child that it uses by unpickling them, by their libraries.
    func usedByUnpickling(_ arguments: Arguments) -> [(library: Int, handle: ObjectID)] {
        let libraries = rules.catalog.libraries.indices.filter { rules.catalog.libraries[$0].unpicklingIsUse }
        guard !libraries.isEmpty, !state.touched.isEmpty else { return [] }
        var copies: [ObjectID: ObjectID] = [:]
        _ = pickled(arguments, &copies)
        return copies.keys.sorted().flatMap { id in
            libraries.filter { state.touched[key($0, id, .nothing)] != nil }.map { ($0, id) }
        }
    }

    private func pickled(_ arguments: Arguments, _ copies: inout [ObjectID: ObjectID]) -> Arguments {
        var result = arguments
        result.positional = arguments.positional.map { pickled($0, &copies) }
        result.keywords = arguments.keywords.map { (name: $0.name, value: pickled($0.value, &copies)) }
        result.star = arguments.star.map { pickled($0, &copies) }
        return result
    }

    private func pickled(_ value: Value, _ copies: inout [ObjectID: ObjectID]) -> Value {
        var result = Value.nothing
        for atom in value.atoms {
            switch atom {
            case .object(let id): result.insert(.object(copy(of: id, &copies)))
            case .method(let function, let closure, .object(let id)):
                result.insert(.method(function, closure, .object(copy(of: id, &copies))))
            case .externalMember(let path, let id): result.insert(.externalMember(path, of: copy(of: id, &copies)))
            default: result.insert(atom)
            }
        }
        return result
    }

    private func copy(of id: ObjectID, _ copies: inout [ObjectID: ObjectID]) -> ObjectID {
        if let known = copies[id] { return known }
        guard copies.count < Limits.pickledObjects, var object = object(id) else { return id }
        let new = allocate(object)
        copies[id] = new
        object.items = object.items.map { pickled($0, &copies) }
        object.rest = pickled(object.rest, &copies)
        // In an order of their own: numbers of objects decide what a scan's bounds leave out.
        for (name, value) in object.attributes {
            object.attributes[name] = pickled(value, &copies)
        }
        // A function goes with what it is to be called with.
        if object.kind == .partial { object.arguments = object.arguments.map { pickled($0, &copies) } }
        object.root = object.root.map { copy(of: $0, &copies) }
        update(new) { $0 = object }
        return new
    }
}
