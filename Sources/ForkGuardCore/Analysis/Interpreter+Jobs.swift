/// Jobs that a program hands to a queue by the function's name, and that a worker of the same program runs in a child:
/// `queue.enqueue(report, 2026)`.
extension Interpreter {
    struct Job: Equatable {
        var function: FunctionID
        var module: Int32
    }

    /// Runs every job that the program is seen to hand to queues of this kind, each in a child of its own. Which of them
    /// a worker is sent nobody knows: only what they are seen to do counts.
    func runJobs(of launcher: Int, in record: ForkRecord, op: UInt32) {
        guard !isPure else { return }
        for job in jobs(of: launcher) where relevance.mayTouch(job.function) {
            inChild(of: record, op: op) {
                importAll([job.module])
                guard isAlive else { return }
                let outer = frame
                frame = Frame(module: job.module, function: -1, environment: -1, stack: outer.stack)
                let value = callFunction(job.function, -1, receiver: nil, nil, op: 0)
                if isAlive { _ = awaitValue(value, op: 0) }
                frame = outer
            }
        }
    }

    private func jobs(of launcher: Int) -> [Job] {
        if let known = jobsOfLauncher[launcher] { return known }
        let rule = rules.catalog.launchers[launcher]
        let tops = Set(rule.tasks.map(RuleIndex.top))
        let methods = Set(rule.tasks.compactMap { $0.split(separator: ".").last.map(String.init) })
        var result: [Job] = []
        for id in program.modules.indices.map(Int32.init)
        where program.modules[Int(id)].language == .python && program.imports(anyOf: tops, in: id) {
            for job in decorated(by: rule, in: id) + handed(to: methods, in: id) where !result.contains(job) {
                result.append(job)
            }
        }
        jobsOfLauncher[launcher] = result
        return result
    }

    private func decorated(by rule: LauncherRule, in id: Int32) -> [Job] {
        let module = program.modules[Int(id)]
        return module.facts.functions.enumerated().compactMap { index, function in
            let isJob = module.facts.list(function.decorators).contains { decorator in
                let op = module.facts.ops[Int(decorator)]
                return pathName(op.kind == .call ? op.a : decorator, in: id).map(rule.tasks.contains) == true
            }
            return isJob && function.enclosingClass == .max
                ? Job(function: module.firstFunction + FunctionID(index), module: id) : nil
        }
    }

    private func handed(to methods: Set<String>, in id: Int32) -> [Job] {
        let facts = program.modules[Int(id)].facts
        return facts.ops.filter { $0.kind == .call }.flatMap { call -> [Job] in
            let callee = facts.ops[Int(call.a)]
            guard callee.kind == .attribute, methods.contains(facts.strings[Int(callee.b)]) else { return [] }
            return facts.list(call.b).compactMap { argument in
                guard case .function(let function, _)? = nameValue(argument, in: id).only else { return nil }
                return Job(function: function, module: program.functions[Int(function)].module)
            }
        }
    }
}
