/// Servers that are objects of the program, and fork by one of its methods: `class Standalone(BaseApplication)`.
extension Interpreter {
    /// As which attribute such an object keeps what it was told: `self.cfg.set("workers", 4)`.
    private var settingsName: Symbol { symbols.intern("<settings>") }

    /// What a server does before it forks: it asks for its settings, calls their hooks, and loads the application if
    /// they say so. Gives that; `nil`: each worker loads its own.
    func beginServer(_ rule: LauncherRule, _ id: ObjectID, _ launch: Launch, op: UInt32) -> Value? {
        guard rule.isServer else { return nil }
        for call in childCalls(rule.parent, id) where isAlive {
            _ = run(call, rule.parameters, launch.arguments, id, op: op)
        }
        guard isAlive else { return nil }
        runHooks(rule.parentHooks, of: id, op: op)
        guard isAlive, preloads(rule, id) else { return nil }
        // Requests are answered in the workers.
        let begun = state.arrangements.loopsBegun
        state.arrangements.loopsBegun = []
        var result = Value.nothing
        for call in childCalls(rule.child, id) where isAlive {
            result.formUnion(run(call, rule.parameters, launch.arguments, id, op: op))
        }
        guard isAlive else { return nil }
        state.arrangements.loopsBegun = begun
        return result
    }

    /// Keeps a setting that a server's object is told by an attribute of its base class; `nil`: it is no server's.
    func keepSetting(_ text: String, of id: ObjectID, _ arguments: Arguments, op: UInt32) -> Value? {
        guard text.hasSuffix(".set"), arguments.positional.count == 2, let launch = object(id)?.launch,
            launch.launcher >= 0, rules.catalog.launchers[launch.launcher].isServer
        else { return nil }
        let settings = object(id)?.attributes[settingsName] ?? make(Object(kind: .dict))
        update(id) { $0.attributes[settingsName] = settings }
        setItem(of: settings, arguments.positional[0], arguments.positional[1], op: op)
        return Value.none
    }

    /// True where the server's own settings have it load the application before it forks.
    private func preloads(_ rule: LauncherRule, _ id: ObjectID) -> Bool {
        let keys = rules.catalog.launchers.compactMap(\.config).filter { $0.hooks == rule.hooks }.map(\.setting)
        return settings(keys, of: id).contains { value in
            !value.atoms.isEmpty && value.atoms.allSatisfy { $0.truth == true }
        }
    }

    /// A worker calls the application for each request.
    func answer(with application: Value, op: UInt32) {
        for atom in application.atoms where isAlive && isCallable(Value(atom)) {
            let value = callUnknownArguments(Value(atom), op: op)
            if isAlive { _ = awaitValue(value, op: op) }
        }
    }

    /// Calls what dictionaries that an object holds have under these keys.
    func runHooks(_ keys: [String], of id: ObjectID, op: UInt32) {
        for hook in settings(keys, of: id) where isAlive { _ = call(hook, Arguments(star: fresh()), op: op) }
    }

    private func settings(_ keys: [String], of id: ObjectID) -> [Value] {
        guard !keys.isEmpty, let holder = object(id) else { return [] }
        var result: [Value] = []
        for case .object(let options) in holder.attributes.flatMap(\.value.atoms) {
            guard let dictionary = object(options), dictionary.kind == .dict else { continue }
            for (key, value) in zip(dictionary.keys, dictionary.items) {
                if case .string(let name)? = key, keys.contains(symbols[name]) { result.append(value) }
            }
        }
        return result
    }
}

extension LauncherRule {
    /// What it forks are workers that answer requests.
    var isServer: Bool { !hooks.isEmpty }
}
