/// Whether the workers of an application are forked at all: by the commands and calls that start them, and by its settings.
extension WorkerApps {
    /// False where the project's own commands and calls start the workers, and none of them forks.
    func mayBeStarted(_ rule: LauncherRule, in id: Int32) -> Bool {
        guard let command = rule.startedBy else { return true }
        let answers =
            program.modules.filter { SettingsFile.isSettings($0.path) }.flatMap {
                ServerCommand.forks(command, in: $0.facts)
            } + starts(command, around: id)
        return answers.isEmpty || answers.contains(true)
    }

    /// Whether each call of the program that starts such workers forks: `app.worker_main(["worker", "--pool=solo"])`.
    private func starts(_ command: LauncherRule.Command, around id: Int32) -> [Bool] {
        let names = Set(command.calls.map(SeedNames.last))
        let root = program.modules[Int(id)].root
        return program.modules.indices.map(Int32.init).flatMap { other -> [Bool] in
            let facts = program.modules[Int(other)].facts
            guard program.modules[Int(other)].root == root, facts.language == .python,
                names.contains(where: facts.strings.contains)
            else { return [] }
            return facts.ops.compactMap { op in
                guard op.kind == .call, facts.ops[Int(op.a)].kind == .attribute,
                    command.calls.contains(interpreter.pathName(op.a, in: other) ?? "")
                else { return nil }
                // What the command line of the program says, or a variable, nobody sees.
                return words(facts.list(op.b).first, in: facts).flatMap {
                    ServerCommand.forks(command, words: [command.program] + $0)
                }
            }
        }
    }

    /// The texts of a list that is written out; `nil`: it is not.
    private func words(_ index: UInt32?, in facts: ModuleFacts) -> [String]? {
        guard var op = index.map({ facts.ops[Int($0)] }) else { return nil }
        if op.kind == .keyword { op = facts.ops[Int(op.b)] }
        guard op.kind == .list || op.kind == .tuple else { return nil }
        let items = facts.list(op.a).map { facts.ops[Int($0)] }
        return items.allSatisfy { $0.kind == .str } ? items.map { facts.strings[Int($0.a)] } : nil
    }

    /// True where the application's module, or one that it takes its settings from, gives a setting a value.
    func isSet(_ setting: String, for id: Int32) -> Bool {
        let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return false }
        let module = program.modules[Int(id)]
        // What is switched on is so for tests, or in one of several files of settings, unless it stands beside the application.
        if parts[1] == "True" { return isSwitchedOn(parts[0], in: module.facts) }
        if isSet(parts[0], parts[1], in: module.facts) { return true }
        guard ["config_from_object", "config_source"].contains(where: module.facts.strings.contains) else {
            return false
        }
        return program.modules.indices.contains { other in
            program.modules[other].root == module.root && isSet(parts[0], parts[1], in: program.modules[other].facts)
        }
    }

    /// True where the module gives a setting a value: `app.conf.worker_pool = "solo"`, or `update(worker_pool="solo")`.
    private func isSet(_ setting: String, _ value: String, in facts: ModuleFacts) -> Bool {
        let isValue = { (index: UInt32) in
            let op = facts.ops[Int(index)]
            return op.kind == .str && facts.strings[Int(op.a)] == value
        }
        return facts.ops.contains { op in
            switch op.kind {
            case .keyword: return op.a != .max && facts.strings[Int(op.a)] == setting && isValue(op.b)
            case .assign: return isValue(op.b) && facts.list(op.a).contains { names($0, setting, in: facts) }
            default: return false
            }
        }
    }

    /// `app.conf.task_always_eager = True`, or `app.conf.update(task_always_eager=True)`, under no condition.
    private func isSwitchedOn(_ setting: String, in facts: ModuleFacts) -> Bool {
        facts.list(facts.body).map { facts.ops[Int($0)] }.contains { statement in
            switch statement.kind {
            case .assign:
                return facts.ops[Int(statement.b)].kind == .true
                    && facts.list(statement.a).contains { names($0, setting, in: facts) }
            case .expression:
                let call = facts.ops[Int(statement.a)]
                return call.kind == .call
                    && facts.list(call.b).map { facts.ops[Int($0)] }.contains { given in
                        given.kind == .keyword && given.a != .max && facts.strings[Int(given.a)] == setting
                            && facts.ops[Int(given.b)].kind == .true
                    }
            default: return false
            }
        }
    }

    /// `app.conf.worker_pool`, `conf["worker_pool"]`, `worker_pool` and `CELERY_WORKER_POOL` of a module or a class.
    private func names(_ target: UInt32, _ setting: String, in facts: ModuleFacts) -> Bool {
        let target = facts.ops[Int(target)]
        switch target.kind {
        case .attribute: return facts.strings[Int(target.b)] == setting
        case .name:
            let name = facts.strings[Int(target.a)].lowercased()
            return name == setting || name.hasSuffix("_" + setting)
        case .subscript:
            let key = facts.ops[Int(target.b)]
            return key.kind == .str && facts.strings[Int(key.a)] == setting
        default: return false
        }
    }
}
