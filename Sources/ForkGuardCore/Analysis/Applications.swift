/// What frameworks run before they call a function of the program: an application's startup, the callback of a
/// group of commands; and what they hand to it: a request's dependencies, the context of a command line.
struct Applications {
    private let program: Program
    private var handlers: [FunctionID: Handler] = [:]
    private var hooks: [Hook] = []

    /// What registers functions: an object of a framework, or a function that commands hang on.
    enum Holder: Hashable {
        case object(ObjectID, PathID)
        case function(FunctionID)
    }

    /// A function that a framework calls.
    private struct Handler {
        /// `nil`: a command of its own.
        var holder: Holder?
        var rule: ApplicationRule
        /// The expression that stands for the holder, in the function's module.
        var holderOp = UInt32.max
    }

    struct Hook {
        enum Work {
            case function(FunctionID)
            /// The factory of a context manager, as an expression of the module.
            case lifespan(UInt32)
        }
        var work: Work
        var module: Int32
        /// `nil`: an object that a factory makes.
        var holder: Holder?
        var rule: String
        var isOfPart: Bool
    }

    init(interpreter: Interpreter) {
        program = interpreter.program
        let rules = interpreter.rules.catalog.applications
        let tops = Set(
            rules.flatMap { $0.makers + $0.parts + $0.groups + $0.dependencies + $0.requests }.map(RuleIndex.top))
        for id in program.modules.indices.map(Int32.init) where interpreter.relevance.isReached(id) {
            let facts = program.modules[Int(id)].facts
            guard facts.language == .python, program.imports(anyOf: tops, in: id) else { continue }
            findHandlers(in: id, rules, interpreter)
            findLifespans(in: id, rules, interpreter)
        }
    }

    // MARK: Finding

    private mutating func findHandlers(in id: Int32, _ rules: [ApplicationRule], _ interpreter: Interpreter) {
        let module = program.modules[Int(id)]
        for (index, function) in module.facts.functions.enumerated() where !function.isLambda {
            let number = module.firstFunction + FunctionID(index)
            for decorator in module.facts.list(function.decorators) {
                let op = module.facts.ops[Int(decorator)]
                let name = op.kind == .call ? op.a : decorator
                let callee = module.facts.ops[Int(name)]
                guard callee.kind == .attribute,
                    let (holder, rule) = holder(callee.a, in: id, rules, interpreter)
                else {
                    if handlers[number] == nil, let path = interpreter.pathName(name, in: id),
                        let rule = rules.first(where: { $0.contexts[path] != nil })
                    {
                        handlers[number] = Handler(rule: rule)
                    }
                    continue
                }
                if case .object(_, let path) = holder {
                    let member = interpreter.paths[path] + "." + module.facts.strings[Int(callee.b)]
                    if let isMet = Self.startup(member, rule, op, module.facts) {
                        guard isMet else { continue }
                        let isOfPart = rule.parts.contains(interpreter.paths[path])
                        hooks.append(
                            Hook(
                                work: .function(number), module: id, holder: holder, rule: rule.name, isOfPart: isOfPart
                            ))
                        continue
                    }
                }
                handlers[number] = Handler(holder: holder, rule: rule, holderOp: callee.a)
            }
        }
    }

    /// Whether a decorator's function runs before any other: `nil` where it is none of those that may.
    private static func startup(_ member: String, _ rule: ApplicationRule, _ op: Op, _ facts: ModuleFacts) -> Bool? {
        for name in rule.startup {
            let parts = name.split(separator: "(", maxSplits: 1)
            guard parts[0] == member else { continue }
            guard parts.count == 2 else { return true }
            guard op.kind == .call, let first = facts.list(op.b).first else { return false }
            let argument = facts.ops[Int(first)]
            let value = argument.kind == .keyword ? facts.ops[Int(argument.b)] : argument
            return value.kind == .str && parts[1] == "'\(facts.strings[Int(value.a)])')"
        }
        return nil
    }

    private func holder(
        _ index: UInt32, in id: Int32, _ rules: [ApplicationRule], _ interpreter: Interpreter
    ) -> (Holder, ApplicationRule)? {
        switch interpreter.nameValue(index, in: id).only {
        case .object(let object)?:
            guard case .external(let path)? = interpreter.object(object)?.kind else { return nil }
            let text = interpreter.paths[path]
            return rules.first { $0.makers.contains(text) || $0.parts.contains(text) }.map {
                (.object(object, path), $0)
            }
        case .function(let function, _)?:
            let facts = program.facts(function)
            let home = program.functions[Int(function)].module
            let module = program.modules[Int(home)].facts
            for decorator in module.list(facts.decorators) {
                let op = module.ops[Int(decorator)]
                let name = op.kind == .call ? op.a : decorator
                if let rule = rules.first(where: { $0.groups.contains(interpreter.pathName(name, in: home) ?? "") }) {
                    return (.function(function), rule)
                }
                // A group of a group: `@cli.group()`.
                let callee = module.ops[Int(name)]
                if callee.kind == .attribute, module.strings[Int(callee.b)] == "group", callee.a != index || home != id,
                    let (_, rule) = holder(callee.a, in: home, rules, interpreter)
                {
                    return (.function(function), rule)
                }
            }
            return nil
        default: return nil
        }
    }

    private mutating func findLifespans(in id: Int32, _ rules: [ApplicationRule], _ interpreter: Interpreter) {
        let facts = program.modules[Int(id)].facts
        var targets: [UInt32: UInt32] = [:]
        for index in facts.list(facts.body) {
            let statement = facts.ops[Int(index)]
            if statement.kind == .assign, let target = facts.list(statement.a).first { targets[statement.b] = target }
        }
        for (index, op) in facts.ops.enumerated() where op.kind == .call {
            let given = facts.list(op.b).map { facts.ops[Int($0)] }.filter { $0.kind == .keyword }
            guard
                let (rule, value) = rules.lazy.compactMap({ rule -> (ApplicationRule, UInt32)? in
                    given.first { rule.lifespans.contains(facts.strings[Int($0.a)]) }.map { (rule, $0.b) }
                }).first, let path = interpreter.pathName(op.a, in: id), rule.makers.contains(path)
            else { continue }
            let holder = targets[UInt32(index)].flatMap { self.holder($0, in: id, rules, interpreter)?.0 }
            hooks.append(Hook(work: .lifespan(value), module: id, holder: holder, rule: rule.name, isOfPart: false))
        }
    }

    /// What runs before a handler, outermost first.
    private func hooks(before handler: Handler, in module: Int32, _ interpreter: Interpreter) -> [Hook] {
        var result: [Hook] = []
        var next: Holder? = handler.holder
        while let holder = next, result.count < 8 {
            next = nil
            switch holder {
            case .object(_, let path):
                let own = hooks.filter { $0.holder == holder }
                let isPart = handler.rule.parts.contains(interpreter.paths[path])
                let whole = isPart || own.isEmpty ? ofWhole(handler.rule, isPart, module, interpreter) : []
                result = whole + own + result
            case .function(let function):
                let home = program.functions[Int(function)].module
                result.insert(
                    Hook(
                        work: .function(function), module: home, holder: nil, rule: handler.rule.name, isOfPart: false),
                    at: 0)
                next = handlers[function]?.holder
            }
        }
        return result
    }

    /// The hooks of the application that a part belongs to: the one that imports the part's module.
    private func ofWhole(
        _ rule: ApplicationRule, _ isPart: Bool, _ module: Int32, _ interpreter: Interpreter
    ) -> [Hook] {
        let found = hooks.filter { hook in
            guard hook.rule == rule.name, !hook.isOfPart, isPart || hook.holder == nil else { return false }
            return hook.module == module || interpreter.relevance.importedModules(by: hook.module).contains(module)
        }
        return Set(found.map(\.holder)).count > 1 ? [] : found
    }

    // MARK: Running

    /// True when a framework may have touched something before it calls a function.
    func mayTouch(before function: FunctionID, _ interpreter: Interpreter) -> Bool {
        guard let handler = handlers[function] else { return false }
        let module = program.functions[Int(function)].module
        return hooks(before: handler, in: module, interpreter).contains { hook in
            switch hook.work {
            case .function(let function): interpreter.relevance.mayTouch(function)
            case .lifespan: true
            }
        }
    }

    /// Runs `body` after what its framework runs before a function, with what that hands to it; `nil`: anything.
    func supply(_ function: FunctionID, _ interpreter: Interpreter, _ body: @escaping (Arguments?) -> Void) {
        guard let handler = handlers[function] else { return body(nil) }
        let module = program.functions[Int(function)].module
        let run = Run(applications: self, handler: handler, module: module, interpreter: interpreter)
        run.runAll(hooks(before: handler, in: module, interpreter)[...]) { run.arguments(of: function, body) }
    }

    /// What stands around all that a server's application answers; of several applications only that of the one which the
    /// server is given.
    func lifespans(of app: Int32, named callable: String?, _ interpreter: Interpreter) -> [Hook] {
        let homes = Set(interpreter.relevance.importedModules(by: app))
        let found = hooks.filter { hook in
            if case .lifespan = hook.work { return homes.contains(hook.module) }
            return false
        }
        guard found.count > 1 else { return found }
        let served = interpreter.global(app, interpreter.symbols.intern(callable ?? "app"))?.only
        return found.filter { hook in
            if case .object(let id, _)? = hook.holder { return served == .object(id) }
            return false
        }
    }

    func run(_ lifespan: Hook, _ interpreter: Interpreter) {
        guard let rule = interpreter.rules.catalog.applications.first(where: { $0.name == lifespan.rule }) else {
            return
        }
        Run(applications: self, handler: Handler(rule: rule), module: lifespan.module, interpreter: interpreter)
            .runAll([lifespan]) {}
    }

    /// One call of a handler, with all that comes before it.
    private final class Run {
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
            if handler.holderOp == .max { return interpreter.fresh() }
            return inModule(module) { interpreter.evaluate(handler.holderOp) }
        }

        /// Makes what a function's parameters ask for, and runs `body` with it; `nil`: they ask for nothing.
        func arguments(of function: FunctionID, depth: Int = 0, _ body: @escaping (Arguments?) -> Void) {
            let facts = program.facts(function)
            let home = program.functions[Int(function)].module
            var given = Arguments(hasUnknownKeywords: true)
            var wanted: [(name: Symbol, maker: UInt32, module: Int32)] = []
            for decorator in program.modules[Int(home)].facts.list(facts.decorators) {
                guard let attribute = handler.rule.contexts[interpreter.pathName(decorator, in: home) ?? ""] else {
                    continue
                }
                let context = runContext
                given.positional = [
                    attribute.isEmpty
                        ? context
                        : interpreter.attribute(of: context, interpreter.symbols.intern(attribute), op: 0)
                ]
            }
            let symbols = program.modules[Int(home)].symbols
            for parameter in facts.parameters.dropFirst(given.positional.count) where parameter.name != .max {
                let name = symbols[Int(parameter.name)]
                if let (maker, module) = dependency(parameter, home) {
                    if depth < 4 { wanted.append((name, maker, module)) }
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

        private func request(_ path: String) -> Value {
            var object = Object(kind: .external(interpreter.path(path)))
            object.attributes[interpreter.symbols.intern("app")] = application
            return interpreter.make(object)
        }

        private func make(
            _ wanted: ArraySlice<(name: Symbol, maker: UInt32, module: Int32)>, _ given: Arguments, _ depth: Int,
            _ body: @escaping (Arguments?) -> Void
        ) {
            guard interpreter.isAlive else { return }
            guard let first = wanted.first else { return body(given) }
            let keep: (Value) -> Void = { [self] value in
                var given = given
                given.keywords.append((first.name, value))
                make(wanted.dropFirst(), given, depth, body)
            }
            let callee = inModule(first.module) { interpreter.evaluate(first.maker) }
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

extension Program {
    /// True where a module imports one of the top-level names, anywhere in it.
    func imports(anyOf tops: Set<String>, in id: Int32) -> Bool {
        let facts = modules[Int(id)].facts
        return facts.ops.contains { op in
            guard op.kind == .importModule || op.kind == .importFrom, op.flags == 0, op.a != .max else { return false }
            return tops.contains(RuleIndex.top(facts.strings[Int(op.a)]))
        }
    }
}

extension Interpreter {
    /// What a name or an attribute of a module's top level stands for, without running anything.
    func nameValue(_ index: UInt32, in id: Int32) -> Value {
        let op = program.modules[Int(id)].facts.ops[Int(index)]
        guard op.kind == .name || op.kind == .attribute else { return .nothing }
        let outer = (frame, isPure)
        frame = Frame(module: id, function: -1, environment: -1, stack: nil)
        isPure = true
        defer { (frame, isPure) = outer }
        return evaluate(index)
    }

    /// The outside name that an expression of a module's top level stands for.
    func pathName(_ index: UInt32, in id: Int32) -> String? {
        switch nameValue(index, in: id).only {
        case .external(let path)?, .externalMember(let path, _)?: paths[path]
        default: nil
        }
    }

    /// The expression that a module's top level, or that of the module which it imports the name from, gives a name;
    /// the expression itself where it is no name.
    func definition(ofName index: UInt32, in id: Int32) -> (UInt32, Int32) {
        var (index, id) = (index, id)
        for _ in 0..<4 {
            let module = program.modules[Int(id)]
            let op = module.facts.ops[Int(index)]
            guard op.kind == .name else { break }
            if let source = importedNames[GlobalKey(module: id, name: module.symbols[Int(op.a)])],
                let found = assigned(source.name, in: source.module)
            {
                (index, id) = (found, source.module)
            } else if let found = assigned(module.symbols[Int(op.a)], in: id) {
                index = found
            } else {
                break
            }
        }
        return (index, id)
    }

    private func assigned(_ name: Symbol, in id: Int32) -> UInt32? {
        let module = program.modules[Int(id)]
        for index in module.facts.list(module.facts.body).reversed() {
            let statement = module.facts.ops[Int(index)]
            guard statement.kind == .assign else { continue }
            for target in module.facts.list(statement.a) {
                let op = module.facts.ops[Int(target)]
                if op.kind == .name, module.symbols[Int(op.a)] == name { return statement.b }
            }
        }
        return nil
    }
}
