/// What workers give back: a copy, of objects that the child has made.
extension Interpreter {
    /// Runs work in a worker, and gives what the parent gets of it; nothing where that is no object of the program's.
    func results(
        of work: LauncherRule.Submit, _ arguments: Arguments, from record: ForkRecord, receiver: ObjectID, op: UInt32
    ) -> Value {
        var returned = Value.nothing
        var objects: [ObjectID: Object] = [:]
        runChild(of: record, work.child, work.parameters, arguments, receiver: receiver, op: op) { [self] value in
            returned.formUnion(value)
            collect(value, into: &objects)
        }
        guard objects.values.contains(where: { if case .instance = $0.kind { true } else { false } }) else {
            return .nothing
        }
        var copies: [ObjectID: ObjectID] = [:]
        return received(returned, objects, &copies)
    }

    /// Objects of which others are parts, as a message takes them along.
    private func collect(_ value: Value, into objects: inout [ObjectID: Object]) {
        for case .object(let id) in value.atoms where objects[id] == nil {
            guard objects.count < Limits.pickledObjects, let object = object(id) else { continue }
            switch object.kind {
            case .instance, .tuple, .list, .set, .dict: break
            default: continue
            }
            objects[id] = object
            for item in object.items { collect(item, into: &objects) }
            collect(object.rest, into: &objects)
            for (_, value) in object.attributes { collect(value, into: &objects) }
        }
    }

    private func received(
        _ value: Value, _ objects: [ObjectID: Object], _ copies: inout [ObjectID: ObjectID]
    ) -> Value {
        var result = Value.nothing
        for atom in value.atoms {
            switch atom {
            case .object(let id):
                guard var object = objects[id] else { result.formUnion(fresh()); continue }
                if let known = copies[id] { result.insert(.object(known)); continue }
                let new = allocate(object)
                copies[id] = new
                object.items = object.items.map { received($0, objects, &copies) }
                object.rest = received(object.rest, objects, &copies)
                for (name, value) in object.attributes { object.attributes[name] = received(value, objects, &copies) }
                object.root = nil
                object.launch = nil
                update(new) { $0 = object }
                result.insert(.object(new))
            case .opaque, .pid, .externalMember, .method, .superclass: result.formUnion(fresh())
            default: result.insert(atom)
            }
        }
        return result
    }
}
