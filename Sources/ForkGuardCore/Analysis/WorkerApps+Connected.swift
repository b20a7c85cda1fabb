/// Functions that are registered by calls and assignments, and what each worker runs first by that.
extension WorkerApps {
    /// `go = app.task(work)` and `app.task(name="go")(work)`, as calls at the top of a module.
    func connected(in id: Int32, _ rule: LauncherRule) -> [Task] {
        guard rule.config == nil else { return [] }
        let facts = program.modules[Int(id)].facts
        return facts.list(facts.body).map { facts.ops[Int($0)] }.compactMap { statement in
            guard statement.kind == .expression || statement.kind == .assign else { return nil }
            let call = facts.ops[Int(statement.kind == .expression ? statement.a : statement.b)]
            guard call.kind == .call, let first = facts.list(call.b).first, facts.ops[Int(first)].kind == .name else {
                return nil
            }
            let callee = facts.ops[Int(call.a)]
            guard let path = interpreter.pathName(callee.kind == .call ? callee.a : call.a, in: id),
                rule.tasks.contains(path), !rule.initializers.contains(path), !rule.parentInitializers.contains(path)
            else { return nil }
            return task(first, in: id, isOfParent: false).map { task in
                var task = task
                task.isInitializer = false
                return task
            }
        }
    }

    /// What a module gives a server to run first, in each worker or in the parent: `worker_process_init.connect(init)`,
    /// `uwsgi.post_fork_hook = init`, `app.on_startup.append(init)`, `app.add_event_handler("startup", init)`,
    /// `Starlette(on_startup=[init])`; also in a function that the module calls, and below `try`.
    func initializersGiven(in id: Int32, _ rule: LauncherRule) -> [Task] {
        let names = initializers(of: rule) + rule.parentInitializers
        let facts = program.modules[Int(id)].facts
        let last = Set(names.map { SeedNames.last(String($0.prefix { $0 != "(" })) })
        guard last.contains(where: facts.strings.contains) else { return [] }
        let imported = importedNames(in: facts)
        var result: [Task] = []
        for op in facts.ops {
            switch op.kind {
            case .call:
                guard let path = registrar(op.a, last, imported, in: id) else { continue }
                for (given, isOfParent) in given(by: op, path, rule, facts) {
                    if let task = task(given, in: id, isOfParent: isOfParent) { result.append(task) }
                }
            case .assign:
                for target in facts.list(op.a) {
                    guard let path = registrar(target, last, imported, in: id), names.contains(path),
                        let task = task(op.b, in: id, isOfParent: rule.parentInitializers.contains(path))
                    else { continue }
                    result.append(task)
                }
            default: continue
            }
        }
        return result
    }

    /// What names a server's workers' first functions, the frameworks' own among them: a worker runs the startup of its
    /// application before it answers.
    private func initializers(of rule: LauncherRule) -> [String] {
        rule.initializers + (rule.config == nil ? [] : catalog.applications.flatMap(\.startup))
    }

    /// The name of what is called or set, where it ends as one of those that are looked for.
    private func registrar(
        _ index: UInt32, _ last: Set<String>, _ imported: [UInt32: String], in id: Int32
    ) -> String? {
        let facts = program.modules[Int(id)].facts
        let op = facts.ops[Int(index)]
        let name = op.kind == .attribute ? op.b : op.kind == .name ? op.a : .max
        guard name != .max else { return nil }
        if let path = interpreter.pathName(index, in: id), last.contains(SeedNames.last(path)) { return path }
        return last.contains(facts.strings[Int(name)]) || op.kind == .name
            ? importedName(index, in: facts, imported) : nil
    }

    /// The functions that a call registers, each with whether the parent runs it.
    private func given(
        by call: Op, _ path: String, _ rule: LauncherRule, _ facts: ModuleFacts
    ) -> [(function: UInt32, isOfParent: Bool)] {
        let arguments = facts.list(call.b)
        var result: [(function: UInt32, isOfParent: Bool)] = []
        for (names, isOfParent) in [(initializers(of: rule), false), (rule.parentInitializers, true)] {
            for name in names {
                let parts = name.split(separator: "(", maxSplits: 1)
                guard parts[0] == path else { continue }
                let asked = parts.count > 1 ? String(parts[1].dropLast()) : nil
                guard let asked else {
                    if let first = arguments.first { result.append((first, isOfParent)) }
                    continue
                }
                for (position, argument) in arguments.enumerated() {
                    let op = facts.ops[Int(argument)]
                    if op.kind == .keyword, facts.strings[Int(op.a)] == asked, facts.ops[Int(op.b)].kind == .list {
                        result += facts.list(facts.ops[Int(op.b)].a).map { ($0, isOfParent) }
                    }
                    let isAsked = op.kind == .str && "'\(facts.strings[Int(op.a)])'" == asked
                    if position == 0, isAsked, arguments.count > 1 {
                        result.append((arguments[arguments.startIndex + 1], isOfParent))
                    }
                }
            }
        }
        return result
    }

    private func task(_ function: UInt32, in id: Int32, isOfParent: Bool) -> Task? {
        guard case .function(let function, _)? = interpreter.nameValue(function, in: id).only else { return nil }
        return Task(
            function: function, module: program.functions[Int(function)].module, isInitializer: !isOfParent,
            isOfParent: isOfParent)
    }

    /// The outside name of what an import binds, in a function as well: of `postfork`, `uwsgidecorators.postfork`.
    ///
    /// - Parameter names: as `importedNames` gives them.
    func importedName(_ index: UInt32, in facts: ModuleFacts, _ names: [UInt32: String]) -> String? {
        let op = facts.ops[Int(index)]
        switch op.kind {
        case .attribute: return importedName(op.a, in: facts, names).map { $0 + "." + facts.strings[Int(op.b)] }
        case .name: return names[op.a]
        default: return nil
        }
    }

    /// What the imports of a file bind, wherever they stand, by the number of the name; of several the first.
    func importedNames(in facts: ModuleFacts) -> [UInt32: String] {
        var result: [UInt32: String] = [:]
        func bind(_ name: UInt32, _ path: String) { if result[name] == nil { result[name] = path } }
        for statement in facts.ops where statement.a != .max {
            if statement.kind == .importModule {
                bind(statement.b == .max ? statement.a : statement.b, facts.strings[Int(statement.a)])
            }
            guard statement.kind == .importFrom, statement.flags == 0 else { continue }
            for alias in facts.list(statement.b).map({ facts.ops[Int($0)] }) {
                bind(
                    alias.b == .max ? alias.a : alias.b,
                    facts.strings[Int(statement.a)] + "." + facts.strings[Int(alias.a)])
            }
        }
        return result
    }
}
