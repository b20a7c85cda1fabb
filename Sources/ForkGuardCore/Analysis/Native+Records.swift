/// What the instances of classes that are their fields have from the library that made them so: `_replace` and `_asdict` of
/// named tuples, `model_copy` of Pydantic's models.
extension Interpreter {
    private static let tupleMethods: Set<String> = ["_replace", "_asdict"]
    private static let modelMethods: Set<String> = ["model_copy", "copy"]

    /// Where the methods stand that records have.
    static let recordPrefix = "record."

    /// A method that a tuple has whose items have names.
    func recordMethod(ofTuple id: ObjectID, _ object: Object, _ name: Symbol) -> Value? {
        guard object.kind == .tuple, !object.attributes.isEmpty, Self.tupleMethods.contains(symbols[name]) else {
            return nil
        }
        return Value(.externalMember(path("builtins." + Self.recordPrefix + symbols[name]), of: id))
    }

    /// A method that an instance has since its class derives from one of named tuples or models.
    func recordMethod(ofInstance id: ObjectID, _ cls: EnvironmentID, _ name: Symbol) -> Value? {
        let text = symbols[name]
        guard Self.tupleMethods.contains(text) || Self.modelMethods.contains(text), classes[cls]?.fields != nil else {
            return nil
        }
        let isInherited = lineage(of: cls).contains { ancestor in
            guard case .external(let base) = ancestor else { return false }
            let top = RuleIndex.top(paths[base])
            return Self.tupleMethods.contains(text)
                ? top == "typing" || top == "collections"
                : top == "pydantic" || top == "pydantic_settings" || top == "sqlmodel"
        }
        return isInherited ? Value(.externalMember(path("builtins." + Self.recordPrefix + text), of: id)) : nil
    }

    /// The items of an instance of a class that derives from `NamedTuple`: its fields, in order.
    func tuple(ofRecord id: ObjectID) -> ObjectID? {
        guard let object = object(id), case .instance(let cls) = object.kind, let fields = classes[cls]?.fields,
            lineage(of: cls).contains(where: { if case .external(let base) = $0 { isNamedTuple(base) } else { false } })
        else { return nil }
        return allocate(
            Object(
                kind: .tuple, items: fields.map { object.attributes[$0.name] ?? Value(.opaque(member(id, $0.name))) }))
    }

    private func isNamedTuple(_ path: PathID) -> Bool {
        ["typing.NamedTuple", "typing_extensions.NamedTuple"].contains(paths[path])
    }

    func callRecord(_ method: String, _ id: ObjectID, _ object: Object, _ arguments: Arguments, op: UInt32) -> Value {
        switch method {
        case "_replace":
            if case .instance = object.kind { return replaced(Value(.object(id)), arguments, op: op) }
            return replacedTuple(object, arguments)
        case "model_copy", "copy":
            var changes = Arguments()
            if case .object(let update)? = arguments.keyword(symbols.intern("update"))?.only,
                let given = self.object(update), given.kind == .dict
            {
                for case (.string(let name)?, let value) in zip(given.keys, given.items) {
                    changes.keywords.append((name, value))
                }
            }
            return replaced(Value(.object(id)), changes, op: op)
        default:
            var result = Object(kind: .dict)
            for (name, value) in fields(of: object) { set(&result, Value(.string(name)), value) }
            return make(result)
        }
    }

    private func fields(of object: Object) -> [(name: Symbol, value: Value)] {
        var names = object.attributes.map(\.key)
        if case .instance(let cls) = object.kind { names = classes[cls]?.fields?.map(\.name) ?? [] }
        return names.map { ($0, object.attributes[$0] ?? fresh()) }
    }

    private func replacedTuple(_ tuple: Object, _ arguments: Arguments) -> Value {
        var result = Object(kind: .tuple)
        for item in tuple.items {
            // Items stand under their names as well; two that are equal are both replaced.
            let name = tuple.attributes.first { $0.value == item }?.key
            result.items.append(name.flatMap { arguments.keyword($0) } ?? item)
        }
        for (name, value) in tuple.attributes {
            result.attributes[name] = arguments.keyword(name) ?? value
        }
        return make(result)
    }
}
