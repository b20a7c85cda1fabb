/// What frameworks run before they call a function of the program: an application's startup, the callback of a
/// group of commands; and what they hand to it: a request's dependencies, the context of a command line.
struct Applications {
    private let program: Program
    private var handlers: [FunctionID: Handler] = [:]
    private var hooks: [Hook] = []
    /// What an application with commands of its own hangs on: `app.add_typer(other)`.
    private var parents: [Holder: Holder] = [:]

    /// What registers functions: an object of a framework, or a function that commands hang on.
    enum Holder: Hashable {
        case object(ObjectID, PathID)
        case function(FunctionID)

        var atom: Atom? { if case .object(let id, _) = self { .object(id) } else { nil } }
    }

    /// A function that a framework calls.
    struct Handler {
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
            findAttached(in: id, rules, interpreter)
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
                    if handlers[number] == nil, let path = interpreter.makerName(name, in: id),
                        let rule = rules.first(where: { $0.contexts[path] != nil || $0.contextMakers.contains(path) })
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

    /// `cli.add_command(fetch)`, `app.add_typer(other)`.
    private mutating func findAttached(in id: Int32, _ rules: [ApplicationRule], _ interpreter: Interpreter) {
        let facts = program.modules[Int(id)].facts
        let names = Set(rules.flatMap(\.attaches))
        for op in facts.ops where op.kind == .call {
            let callee = facts.ops[Int(op.a)]
            guard callee.kind == .attribute, names.contains(facts.strings[Int(callee.b)]),
                let first = facts.list(op.b).first, let (holder, rule) = holder(callee.a, in: id, rules, interpreter),
                rule.attaches.contains(facts.strings[Int(callee.b)])
            else { continue }
            switch interpreter.nameValue(first, in: id).only {
            case .function(let function, _)?: handlers[function] = Handler(holder: holder, rule: rule)
            case .object(let object)?:
                guard case .external(let path)? = interpreter.object(object)?.kind else { continue }
                parents[.object(object, path)] = holder
            default: continue
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
        // Nothing keeps a program from hanging an application on itself.
        var seen: Set<Holder> = []
        while let holder = next, result.count < 8, seen.insert(holder).inserted {
            next = nil
            switch holder {
            case .object(_, let path):
                let own = hooks.filter { $0.holder == holder }
                let isPart = handler.rule.parts.contains(interpreter.paths[path])
                let whole = isPart || own.isEmpty ? ofWhole(handler.rule, isPart, module, interpreter) : []
                result = whole + own + result
                next = parents[holder]
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

    /// Modules of functions before which a framework runs others: a command, whose group may stand anywhere.
    func modulesOfHandlers(_ interpreter: Interpreter) -> Set<Int32> {
        Set(
            handlers.filter { function, handler in
                handler.holder != nil
                    && !hooks(before: handler, in: program.functions[Int(function)].module, interpreter).isEmpty
            }.map { program.functions[Int($0.key)].module })
    }

    /// True for a function that a framework calls.
    func isHandler(_ function: FunctionID) -> Bool { handlers[function] != nil }

    /// True when a framework may have touched something before it calls a function.
    func mayTouch(before function: FunctionID, _ interpreter: Interpreter) -> Bool {
        guard let handler = handlers[function] else { return false }
        let module = program.functions[Int(function)].module
        if handler.rule.handsRequest || hasDependencies(function, handler, interpreter)
            || isHandedContext(function, handler, interpreter)
        {
            return true
        }
        return hooks(before: handler, in: module, interpreter).contains { hook in
            switch hook.work {
            case .function(let function): interpreter.relevance.mayTouch(function)
            case .lifespan: true
            }
        }
    }

    /// True where a decorator makes what it hands over: `make_pass_decorator(Api, ensure=True)`.
    private func isHandedContext(_ function: FunctionID, _ handler: Handler, _ interpreter: Interpreter) -> Bool {
        guard !handler.rule.contextMakers.isEmpty else { return false }
        let home = program.functions[Int(function)].module
        return program.modules[Int(home)].facts.list(program.facts(function).decorators).contains { decorator in
            interpreter.makerName(decorator, in: home).map(handler.rule.contextMakers.contains) ?? false
        }
    }

    /// True where a list of a decorator, or of the router, names what runs before each call: `dependencies=[Depends(check)]`.
    private func hasDependencies(_ function: FunctionID, _ handler: Handler, _ interpreter: Interpreter) -> Bool {
        guard !handler.rule.dependencies.isEmpty else { return false }
        let facts = program.modules[Int(program.functions[Int(function)].module)].facts
        let ofDecorators = facts.list(program.facts(function).decorators).contains { decorator in
            let call = facts.ops[Int(decorator)]
            return call.kind == .call
                && facts.list(call.b).map { facts.ops[Int($0)] }.contains { argument in
                    argument.kind == .keyword && facts.ops[Int(argument.b)].kind == .list
                }
        }
        guard !ofDecorators, case .object(let id)? = handler.holder?.atom else { return ofDecorators }
        return interpreter.object(id)?.arguments?.keywords.contains { keyword in
            guard case .object(let list)? = keyword.value.only else { return false }
            return interpreter.object(list)?.kind == .list
        } ?? false
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

    /// The same as `pathName`; of what a call of a library has made, the name of what was called.
    func makerName(_ index: UInt32, in id: Int32) -> String? {
        if let name = pathName(index, in: id) { return name }
        guard case .object(let object)? = nameValue(index, in: id).only,
            case .external(let path)? = self.object(object)?.kind
        else { return nil }
        let text = paths[path]
        return text.hasSuffix("()") ? String(text.dropLast(2)) : nil
    }

    /// The outside name that an expression of a module's top level stands for, whatever stands in for it where the library
    /// is not installed.
    func pathName(_ index: UInt32, in id: Int32) -> String? {
        var found: Int32?
        for atom in nameValue(index, in: id).atoms {
            switch atom {
            case .external(let path), .externalMember(let path, _):
                guard found == nil else { return nil }
                found = path
            case .function, .none: break
            default: return nil
            }
        }
        return found.map { paths[$0] }
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
