extension Interpreter {
    func instantiate(_ cls: EnvironmentID, _ arguments: Arguments?, op: UInt32) -> Value {
        if let value = arguments?.positional.first, classes[cls]?.bases.isEmpty == false, isEnumeration(cls) {
            // `Method("spawn")` is the member of that value, whose value it is.
            return value.atoms.allSatisfy(\.isOpaque) ? members(of: cls).joined(with: value) : value
        }
        if let info = classes[cls], !isPure { instantiated.insert(info.definition) }
        if let maker = classAttribute(cls, names.new), case .function(let function, let closure)? = maker.only {
            let made = callFunction(function, closure, receiver: .class(cls), arguments, op: op)
            guard isAlive else { return .nothing }
            if case .object(let id)? = made.only, case .instance? = object(id)?.kind {
                initialize(id, cls, arguments, op: op)
                return isAlive ? made : .nothing
            }
        }
        let id = allocate(Object(kind: .instance(of: cls)))
        initialize(id, cls, arguments, op: op)
        return isAlive ? Value(.object(id)) : .nothing
    }

    /// Where an object is being made, while its initializer runs.
    struct Making {
        var place: Place
        var function: FunctionID
        var stack: CallStack?
    }

    private func initialize(_ id: ObjectID, _ cls: EnvironmentID, _ arguments: Arguments?, op: UInt32) {
        making[id] = Making(place: place(op), function: frame.function, stack: frame.stack)
        defer { making[id] = nil }
        giveInitialValues(id, cls, op: op)
        guard isAlive else { return }
        if let initializer = classAttribute(cls, names.initializer) {
            let initializer = arguments.flatMap { chosenOverloads(of: initializer, $0) } ?? initializer
            for case .function(let function, let closure) in initializer.atoms {
                _ = callFunction(function, closure, receiver: .object(id), arguments, op: op)
            }
            return
        }
        if let fields = classes[cls]?.fields {
            fillFields(id, cls, fields, arguments, op: op)
            if let hook = classAttribute(cls, names.postInit) ?? classAttribute(cls, names.attrsInit) {
                for case .function(let function, let closure) in hook.atoms {
                    _ = callFunction(function, closure, receiver: .object(id), Arguments(), op: op)
                }
            }
            return
        }
        if let base = externalBase(of: cls, providing: names.initializer) {
            _ = callExternal(childPath(base, names.initializer), on: id, arguments ?? Arguments(), op: op)
        }
    }

    private func fillFields(
        _ id: ObjectID, _ cls: EnvironmentID, _ fields: [ClassInfo.Field], _ arguments: Arguments?, op: UInt32
    ) {
        for (index, field) in fields.enumerated() {
            var value: Value
            if let given = arguments?.keyword(field.name) {
                value = given
            } else if let arguments, index < arguments.positional.count {
                value = arguments.positional[index]
            } else if field.hasDefault, let stored = classAttribute(cls, field.name) {
                value = fieldDefault(stored, op: op)
            } else {
                let outer = frame
                frame = Frame(module: field.module, function: outer.function, environment: -1, stack: outer.stack)
                value = instance(ofAnnotation: field.annotation) ?? fresh()
                frame = outer
            }
            guard isAlive else { return }
            update(id) { $0.attributes[field.name] = value }
        }
    }

    /// `field(default_factory=f)` calls `f` for each instance.
    private func fieldDefault(_ stored: Value, op: UInt32) -> Value {
        guard case .object(let id)? = stored.only, let object = object(id), case .external(let path) = object.kind,
            Native.fieldMakers.contains(paths[path].replacing("()", with: "")), let arguments = object.arguments
        else { return stored }
        for name in ["default_factory", "factory"] {
            if let factory = arguments.keyword(symbols.intern(name)) { return call(factory, Arguments(), op: op) }
        }
        if paths[path].hasSuffix("Factory()"), let factory = arguments.positional.first {
            return call(factory, Arguments(), op: op)
        }
        return arguments.keyword(symbols.intern("default")) ?? fresh()
    }
}
