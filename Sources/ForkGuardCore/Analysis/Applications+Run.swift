extension Applications {
    /// One call of a handler, with all that comes before it.
    final class Run {
        let handler: Handler
        let module: Int32
        let interpreter: Interpreter
        private var context: Value?
        private var program: Program { interpreter.program }

        init(applications: Applications, handler: Handler, module: Int32, interpreter: Interpreter) {
            self.handler = handler
            self.module = module
            self.interpreter = interpreter
        }

        func runAll(_ hooks: ArraySlice<Hook>, _ body: @escaping () -> Void) {
            guard interpreter.isAlive else { return }
            guard let hook = hooks.first else { return body() }
            switch hook.work {
            case .function(let function):
                arguments(of: function) { [self] arguments in
                    let value = interpreter.callFunction(function, -1, receiver: nil, arguments, op: 0)
                    if interpreter.isAlive { _ = interpreter.awaitValue(value, op: 0) }
                    runAll(hooks.dropFirst(), body)
                }
            case .lifespan(let factory):
                let callee = inModule(hook.module) { interpreter.evaluate(factory) }
                guard interpreter.isAlive else { return }
                let manager = interpreter.call(callee, Arguments(positional: [application]), op: 0)
                guard interpreter.isAlive else { return }
                interpreter.with(manager, op: 0) { [self] _ in runAll(hooks.dropFirst(), body) }
            }
        }

        private func inModule<T>(_ module: Int32, _ body: () -> T) -> T {
            let outer = interpreter.frame
            interpreter.frame = Frame(module: module, function: -1, environment: -1, stack: outer.stack)
            defer { interpreter.frame = outer }
            return body()
        }

        private var application: Value {
            let holder = handler.holderOp == .max ? nil : inModule(module) { interpreter.evaluate(handler.holderOp) }
            if let holder, isWhole(holder) { return holder }
            // What registers functions may be a part: a router.
            return interpreter.currentApplication(of: handler.rule) ?? holder ?? interpreter.fresh()
        }

        private func isWhole(_ holder: Value) -> Bool {
            guard case .object(let id)? = holder.only, case .external(let path)? = interpreter.object(id)?.kind else {
                return false
            }
            return handler.rule.makers.contains(interpreter.paths[path])
        }

        /// Makes what a function's parameters ask for, and runs `body` with it; `nil`: they ask for nothing.
        func arguments(of function: FunctionID, depth: Int = 0, _ body: @escaping (Arguments?) -> Void) {
            let facts = program.facts(function)
            let home = program.functions[Int(function)].module
            var given = Arguments(hasUnknownKeywords: true)
            var wanted: [Dependency] = depth == 0 ? dependencies(of: function, in: home) : []
            for decorator in program.modules[Int(home)].facts.list(facts.decorators) {
                let maker = interpreter.makerName(decorator, in: home) ?? ""
                if handler.rule.contextMakers.contains(maker) {
                    given.positional = [held(by: inModule(home) { interpreter.evaluate(decorator) })]
                    continue
                }
                guard let attribute = handler.rule.contexts[maker] else { continue }
                let context = runContext
                given.positional = [
                    attribute.isEmpty
                        ? context
                        : interpreter.attribute(of: context, interpreter.symbols.intern(attribute), op: 0)
                ]
            }
            if handler.rule.handsRequest, !facts.parameters.isEmpty, given.positional.isEmpty {
                given.positional = [request(handler.rule.requests[0])]
            }
            let symbols = program.modules[Int(home)].symbols
            for parameter in facts.parameters.dropFirst(given.positional.count) where parameter.name != .max {
                let name = symbols[Int(parameter.name)]
                if let (maker, module) = dependency(parameter, home) {
                    if depth < 4 { wanted.append(Dependency(name: name, maker: .expression(maker, module))) }
                } else if parameter.annotation != .max,
                    let path = interpreter.pathName(parameter.annotation, in: home)
                {
                    if handler.rule.contextClasses.contains(path) { given.keywords.append((name, runContext)) }
                    if handler.rule.requests.contains(path) { given.keywords.append((name, request(path))) }
                }
            }
            if wanted.isEmpty { return body(given.positional.isEmpty && given.keywords.isEmpty ? nil : given) }
            make(wanted[...], given, depth, body)
        }

        private var runContext: Value {
            if let context { return context }
            let made = interpreter.make(Object(kind: .external(interpreter.path("click.Context"))))
            context = made
            return made
        }

        /// What the run's context holds of the class that a decorator was made for; one that ensures it makes an object.
        private func held(by decorator: Value) -> Value {
            guard case .object(let id)? = decorator.only, let made = interpreter.object(id)?.arguments,
                case .class(let cls)? = made.positional.first?.only
            else { return interpreter.fresh() }
            let context = runContext
            let name = interpreter.symbols.intern("obj")
            let held = interpreter.attribute(of: context, name, op: 0)
            let known = held.atoms.filter { atom in
                if case .object(let id) = atom, case .instance? = interpreter.object(id)?.kind { true } else { false }
            }
            if !known.isEmpty { return known.reduce(.nothing) { $0.joined(with: Value($1)) } }
            guard interpreter.argument("ensure", ["object_type", "ensure"], made) == Value(.bool(true)) else {
                return held
            }
            let object = interpreter.instantiate(cls, Arguments(), op: 0)
            if case .object(let id)? = context.only { interpreter.update(id) { $0.attributes[name] = object } }
            return object
        }

        private func request(_ path: String) -> Value {
            interpreter.request(path, of: application)
        }

        private func make(
            _ wanted: ArraySlice<Dependency>, _ given: Arguments, _ depth: Int, _ body: @escaping (Arguments?) -> Void
        ) {
            guard interpreter.isAlive else { return }
            guard let first = wanted.first else {
                return body(given.positional.isEmpty && given.keywords.isEmpty ? nil : given)
            }
            let keep: (Value) -> Void = { [self] value in
                var given = given
                if let name = first.name { given.keywords.append((name, value)) }
                make(wanted.dropFirst(), given, depth, body)
            }
            let callee: Value
            switch first.maker {
            case .expression(let index, let module): callee = inModule(module) { interpreter.evaluate(index) }
            case .value(let value): callee = value
            }
            guard interpreter.isAlive else { return }
            let finish: (Arguments?) -> Void = { [self] arguments in
                let value = interpreter.call(callee, arguments ?? Arguments(hasUnknownKeywords: true), op: 0)
                guard interpreter.isAlive else { return }
                if case .object(let id)? = value.only, case .generator? = interpreter.object(id)?.kind {
                    interpreter.runGenerator(id, once: true, op: 0, keep)
                } else {
                    keep(interpreter.awaitValue(value, op: 0))
                }
            }
            if case .function(let function, _)? = callee.only {
                arguments(of: function, depth: depth + 1, finish)
            } else {
                finish(nil)
            }
        }

        /// What is made before a call: for a parameter of that name, or for its own sake.
        private struct Dependency {
            enum Maker {
                case expression(UInt32, Int32)
                case value(Value)
            }
            var name: Symbol?
            var maker: Maker
        }

        /// What runs before each call of a handler and is handed to nobody: `dependencies=[Depends(check)]` of its decorator, of
        /// the router and of the application.
        private func dependencies(of function: FunctionID, in home: Int32) -> [Dependency] {
            guard !handler.rule.dependencies.isEmpty else { return [] }
            let facts = program.modules[Int(home)].facts
            var result: [Dependency] = []
            for holder in [application.only, handler.holder?.atom] {
                guard case .object(let id)? = holder, let made = interpreter.object(id)?.arguments else { continue }
                let listed = made.keywords.flatMap { keyword -> [Value] in
                    guard case .object(let list)? = keyword.value.only, let object = interpreter.object(list) else {
                        return []
                    }
                    return object.kind == .list ? object.items : []
                }
                for value in listed {
                    guard case .object(let id)? = value.only, let wrapper = interpreter.object(id),
                        case .external(let path) = wrapper.kind,
                        handler.rule.dependencies.contains(where: { $0 + "()" == interpreter.paths[path] }),
                        let maker = wrapper.arguments?.positional.first
                    else { continue }
                    result.append(Dependency(maker: .value(maker)))
                }
            }
            for decorator in facts.list(program.facts(function).decorators) {
                let call = facts.ops[Int(decorator)]
                guard call.kind == .call else { continue }
                for argument in facts.list(call.b).map({ facts.ops[Int($0)] }) where argument.kind == .keyword {
                    let list = facts.ops[Int(argument.b)]
                    guard list.kind == .list else { continue }
                    for item in facts.list(list.a) {
                        guard let (maker, module) = dependency(item, home) else { continue }
                        result.append(Dependency(maker: .expression(maker, module)))
                    }
                }
            }
            return result
        }

        /// What a parameter is made by: `session = Depends(get_session)`, `session: Annotated[Session, Depends(f)]`.
        private func dependency(_ parameter: FunctionFacts.Parameter, _ module: Int32) -> (UInt32, Int32)? {
            if parameter.defaultValue != .max, let maker = dependency(parameter.defaultValue, module) { return maker }
            guard parameter.annotation != .max else { return nil }
            let (annotation, home) = interpreter.definition(ofName: parameter.annotation, in: module)
            let facts = program.modules[Int(home)].facts
            let op = facts.ops[Int(annotation)]
            guard op.kind == .subscript, facts.ops[Int(op.b)].kind == .tuple else { return nil }
            for item in facts.list(facts.ops[Int(op.b)].a).dropFirst() {
                if let maker = dependency(item, home) { return maker }
            }
            return nil
        }

        private func dependency(_ index: UInt32, _ module: Int32) -> (UInt32, Int32)? {
            let facts = program.modules[Int(module)].facts
            let op = facts.ops[Int(index)]
            guard op.kind == .call, handler.rule.dependencies.contains(interpreter.pathName(op.a, in: module) ?? ""),
                let first = facts.list(op.b).first
            else { return nil }
            let argument = facts.ops[Int(first)]
            return (argument.kind == .keyword ? argument.b : first, module)
        }
    }
}
