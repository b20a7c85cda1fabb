extension Interpreter {
    func instantiate(_ cls: EnvironmentID, _ arguments: Arguments?, op: UInt32) -> Value {
        if let value = arguments?.positional.first, classes[cls]?.bases.isEmpty == false, isEnumeration(cls) {
            // `Method("spawn")` is the member of that value, whose value it is.
            if case .opaque(let number)? = value.only { return anyMember(of: cls, asUnknown: number) }
            return value.atoms.allSatisfy(\.isOpaque) ? members(of: cls).joined(with: value) : value
        }
        if let info = classes[cls], !isPure { instantiated.insert(info.definition) }
        if let typed = typedDictionary(cls, arguments) { return typed }
        if let maker = classAttribute(cls, names.new), case .function(let function, let closure)? = maker.only {
            let made = callFunction(function, closure, receiver: .class(cls), arguments, op: op)
            guard isAlive else { return .nothing }
            if case .object(let id)? = made.only, case .instance? = object(id)?.kind {
                initialize(id, cls, arguments, op: op)
                return isAlive ? made : .nothing
            }
        }
        let methods = startContext(ofClass: cls).flatMap { object($0)?.methods }
        let id = allocate(Object(kind: .instance(of: cls), methods: methods))
        giveContents(id, cls, isKnown: arguments != nil)
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
            let initial = fillFields(id, cls, fields, arguments, op: op)
            let hooks = [(names.postInit, initial), (names.attrsInit, []), (names.modelPostInit, [fresh()])]
            for (name, given) in hooks where isAlive {
                for case .function(let function, let closure) in classAttribute(cls, name)?.atoms ?? [] {
                    let arguments = Arguments(positional: given)
                    _ = callFunction(function, closure, receiver: .object(id), arguments, op: op)
                }
            }
            return
        }
        fillContents(id, arguments, op: op)
        guard isAlive else { return }
        if let base = externalBase(of: cls, providing: names.initializer) {
            _ = callExternal(childPath(base, names.initializer), on: id, arguments ?? Arguments(), op: op)
        }
    }

    /// Gives an instance its fields.
    ///
    /// - Returns: what was given for those that are handed to `__post_init__` alone.
    private func fillFields(
        _ id: ObjectID, _ cls: EnvironmentID, _ fields: [ClassInfo.Field], _ arguments: Arguments?, op: UInt32
    ) -> [Value] {
        // Of what nobody sees, any field may be given: by `**options`, by the environment.
        let mayBeGiven = arguments?.hasUnknownKeywords == true || arguments?.star != nil || readsEnvironment(cls)
        var initial: [Value] = []
        for (index, field) in fields.enumerated() {
            var value: Value
            if let given = arguments?.keyword(field.name) {
                value = given
            } else if let arguments, index < arguments.positional.count {
                value = arguments.positional[index]
            } else if field.hasDefault, let stored = classAttribute(cls, field.name) {
                value = fieldDefault(stored, of: id, op: op)
                if mayBeGiven, isParameter(stored), isAlive { value = value.joined(with: anyValue(of: field)) }
            } else {
                value = anyValue(of: field)
            }
            guard isAlive else { return initial }
            if isInitial(field) { initial.append(value) }
            update(id) { $0.attributes[field.name] = value }
        }
        return initial
    }

    /// What is known of a field of which nothing but its annotation is.
    func anyValue(of field: ClassInfo.Field) -> Value {
        let outer = frame
        frame = Frame(module: field.module, function: outer.function, environment: -1, stack: outer.stack)
        defer { frame = outer }
        if let typed = instance(ofAnnotation: field.annotation) { return typed }
        return isPlain(field.annotation, field.module) ? plain(fresh()) : fresh()
    }

    /// `source: InitVar[Engine]`
    private func isInitial(_ field: ClassInfo.Field) -> Bool {
        guard field.annotation != .max else { return false }
        let facts = program.modules[Int(field.module)].facts
        var op = facts.ops[Int(field.annotation)]
        if op.kind == .subscript { op = facts.ops[Int(op.a)] }
        let name = op.kind == .attribute ? op.b : op.kind == .name ? op.a : .max
        return name != .max && facts.strings[Int(name)] == "InitVar"
    }

    /// A class that exists to take its fields from the environment.
    private func readsEnvironment(_ cls: EnvironmentID) -> Bool {
        lineage(of: cls).contains { ancestor in
            guard case .external(let path) = ancestor else { return false }
            return Native.settingsBases.contains(paths[path])
        }
    }

    /// False for a field that is no parameter: `field(default=None, init=False)`.
    private func isParameter(_ stored: Value) -> Bool {
        guard case .object(let id)? = stored.only, let object = object(id), case .external(let path) = object.kind
        else {
            return true
        }
        return object.arguments?.keyword(symbols.intern("init")) != Value(.bool(false))
            && paths[path] != "pydantic.PrivateAttr()"
    }

    /// `replace(settings, name="b")`: an object of the same class, made of the fields of another one.
    func replaced(_ value: Value, _ arguments: Arguments, op: UInt32) -> Value {
        var result = Value.nothing
        for atom in value.atoms where isAlive {
            guard case .object(let id) = atom, let object = object(id), case .instance(let cls) = object.kind,
                let fields = classes[cls]?.fields
            else {
                result = result.joined(with: fresh())
                continue
            }
            var given = Arguments()
            for field in fields {
                if let new = arguments.keyword(field.name) {
                    given.keywords.append((field.name, new))
                } else if let old = object.attributes[field.name] {
                    let value = arguments.hasUnknownKeywords ? old.joined(with: anyValue(of: field)) : old
                    given.keywords.append((field.name, value))
                }
            }
            result = result.joined(with: instantiate(cls, given, op: op))
        }
        return isAlive ? result : .nothing
    }

    /// `field(default_factory=f)` calls `f` for each instance; what `@field.default` decorates is called with it.
    private func fieldDefault(_ stored: Value, of owner: ObjectID, op: UInt32) -> Value {
        guard case .object(let id)? = stored.only, let object = object(id), case .external(let path) = object.kind,
            Native.fieldMakers.contains(paths[path].replacing("()", with: "")), let arguments = object.arguments
        else { return stored }
        for name in ["default_factory", "factory"] {
            if let factory = arguments.keyword(symbols.intern(name)) { return call(factory, Arguments(), op: op) }
        }
        if paths[path].hasSuffix("Factory()"), let factory = arguments.positional.first {
            return call(factory, Arguments(), op: op)
        }
        if let method = object.attributes[names.defaultValue] {
            return callWithReceiver(method, .object(owner), op: op)
        }
        return arguments.keyword(symbols.intern("default")) ?? fresh()
    }
}
