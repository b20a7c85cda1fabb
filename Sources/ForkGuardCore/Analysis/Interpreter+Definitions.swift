import PythonSyntax

extension Interpreter {
    func storeDefaults(_ function: FunctionID, _ closure: EnvironmentID) {
        // Swift makes defaults at each call.
        guard !program.isSwift(frame.module) else { return }
        let facts = program.facts(function)
        guard facts.parameters.contains(where: { $0.defaultValue != .max }) else { return }
        let values = facts.parameters.map { $0.defaultValue == .max ? Value.nothing : evaluate($0.defaultValue) }
        state.arrangements.defaults[FunctionKey(function: function, environment: closure)] = values
    }

    func defineFunction(_ statement: Op) {
        let module = program.modules[Int(frame.module)]
        let facts = module.facts.functions[Int(statement.a)]
        let function = module.firstFunction + FunctionID(statement.a)
        let closure = closureEnvironment()
        storeDefaults(function, closure)
        evaluateAnnotations(facts)
        guard isAlive else { return }
        let key = FunctionKey(function: function, environment: closure)
        if let environment = scope(frame.environment), environment.isClass { functionClasses[key] = frame.environment }
        if frame.function >= 0, !isPure { escapedFunctions.append(key) }
        var value = Value(.function(function, closure))
        for decorator in list(facts.decorators).reversed() {
            value = decorate(value, with: decorator, onClass: nil)
            guard isAlive else { return }
        }
        assignName(module.symbols[Int(facts.name)], withOverloads(value, named: module.symbols[Int(facts.name)]))
    }

    /// Before Python 3.14 annotations are evaluated where they stand; only a call in one can matter.
    private func evaluateAnnotations(_ facts: FunctionFacts) {
        guard !program.isSwift(frame.module), environment.python < PythonVersion(minor: 14),
            lookUpFutureAnnotations() == false
        else { return }
        for annotation in facts.parameters.map(\.annotation) + [facts.returns] where annotation != .max && isAlive {
            var index = annotation
            while [.attribute, .subscript].contains(op(index).kind) { index = op(index).a }
            if op(index).kind == .call { _ = evaluate(annotation) }
        }
    }

    private func lookUpFutureAnnotations() -> Bool {
        let facts = program.modules[Int(frame.module)].facts
        return facts.ops.prefix(16).contains { op in
            op.kind == .importFrom && op.a != .max && facts.strings[Int(op.a)] == "__future__"
        }
    }

    /// Applies a decorator; one from outside that no rule knows is taken to call through.
    func decorate(_ value: Value, with decorator: UInt32, onClass cls: EnvironmentID?) -> Value {
        if let cls, op(decorator).kind == .call, isFieldDecorator(evaluate(op(decorator).a)) {
            // `@attr.s(auto_attribs=True)`
            let found = fields(of: cls)
            classes[cls]?.fields = found
            return value
        }
        let callee = callable(evaluate(decorator))
        guard isAlive else { return .nothing }
        if let cls, isFieldDecorator(callee) {
            let found = fields(of: cls)
            classes[cls]?.fields = found
            return value
        }
        if case .externalMember(let path, let field)? = callee.only, isFieldDefault(path) {
            // `@table.default`
            update(field) { $0.attributes[names.defaultValue] = value }
            return value
        }
        let isKnown = callee.atoms.contains { atom in
            switch atom {
            case .function, .method, .class: return true
            case .external(let path): return Native.decorators.contains(paths[path])
            case .externalMember(let path, _):
                return paths[path].hasPrefix("builtins.property.") || paths[path].hasPrefix("builtins.dispatch.")
            case .object(let id):
                guard let object = object(id) else { return false }
                switch object.kind {
                case .instance, .partial, .cached, .contextManager: return true
                case .external(let path): return Native.decorators.contains(paths[path].replacing("()", with: ""))
                default: return false
                }
            default: return false
            }
        }
        guard isKnown else {
            if case .object(let id)? = callee.only, let object = object(id), case .external(let path) = object.kind,
                let given = object.arguments, paths[path].hasSuffix("()")
            {
                noteListener(String(paths[path].dropLast(2)), given.positional.first, value)
            }
            noteTask(callee, value, isDecorated: true)
            return compiled(value, by: callee) ?? value
        }
        let result = call(callee, Arguments(positional: [value]), op: decorator)
        return result.atoms.allSatisfy(\.isOpaque) && isAlive ? value : result
    }

    /// A listener that asks for the process's number keeps a connection of the parent's from a child.
    func noteListener(_ text: String, _ watched: Value?, _ listener: Value) {
        let facts = rules.facts(text)
        guard !facts.listeners.isEmpty, let watched, asksForProcess(listener) else { return }
        hasEffect = true
        for atom in watched.atoms {
            switch atom {
            case .object(let id), .externalMember(_, let id):
                let handle = object(id)?.root ?? id
                update(handle) { $0.attributes[names.watched] = Value.none }
            case .external: state.arrangements.settled.formUnion(facts.listeners)
            default: break
            }
        }
    }

    private func asksForProcess(_ listener: Value) -> Bool {
        guard case .function(let function, _)? = listener.only else { return false }
        let facts = program.modules[Int(program.functions[Int(function)].module)].facts
        return program.facts(function).mentions.contains { facts.strings[Int($0.name)] == "getpid" }
    }

    /// Keeps a function that an application is given to answer with.
    func noteTask(_ callee: Value, _ value: Value, isDecorated: Bool) {
        if case .object(let id)? = value.only, case .instance(let cls)? = object(id)?.kind, !isCallable(value) {
            // A resource, whose methods answer.
            for name in rules.taskMethods.sorted() {
                guard let method = classAttribute(cls, symbols.intern(name)),
                    case .function(let function, let closure)? = method.only
                else { continue }
                noteTask(callee, Value(.method(function, closure, .object(id))), isDecorated: false)
            }
            return
        }
        guard isCallable(value) else { return }
        let path: PathID
        switch callee.only {
        case .external(let id)?, .externalMember(let id, _)?: path = id
        case .object(let id)?:
            guard case .external(let made)? = object(id)?.kind else { return }
            path = made
        default: return
        }
        let text = paths[path]
        if isDecorated, let launcher = rules.facts(text).launchers.first,
            !rules.catalog.launchers[launcher].runsAt.isEmpty
        {
            _ = putOff(launcher, path, Arguments(positional: [value]), op: .max)
        }
        let name = text.hasSuffix("()") ? String(text.dropLast(2)) : text
        guard rules.taskNames.contains(name) else { return }
        // What a factory registers it registers where it is called.
        if isPure { if frame.function >= 0 { hasEffect = true } }
        guard !isPure else { return }
        let task = Registered(path: self.path(name), value: value, isDecorated: isDecorated)
        if !state.arrangements.registered.contains(task) { state.arrangements.registered.append(task) }
    }

    /// What a library's decorator makes of a function, where rules speak of a call of that: `@jax.jit` compiles.
    func compiled(_ function: Value, by decorator: Value) -> Value? {
        let path: PathID
        var arguments: Arguments?
        switch decorator.only {
        case .external(let id)?: path = id
        case .object(let id)?:
            guard let object = object(id), case .external(let made) = object.kind else { return nil }
            path = made
            arguments = object.arguments
        default: return nil
        }
        let result = paths[path] + "()"
        guard rules.facts(result).isSpokenOf else { return nil }
        return make(
            Object(
                kind: .external(self.path(result)), attributes: [symbols.intern("<inner>"): function],
                arguments: arguments))
    }

    private func isFieldDefault(_ path: PathID) -> Bool {
        let text = paths[path]
        return text.hasSuffix("().default") && Native.fieldMakers.contains(String(text.dropLast("().default".count)))
    }

    private func isFieldDecorator(_ callee: Value) -> Bool {
        switch callee.only {
        case .external(let path)?: return Native.fieldDecorators.contains(paths[path])
        case .object(let id)?:
            if case .external(let path)? = object(id)?.kind {
                return Native.fieldDecorators.contains(paths[path].replacing("()", with: ""))
            }
            return false
        default: return false
        }
    }
}
