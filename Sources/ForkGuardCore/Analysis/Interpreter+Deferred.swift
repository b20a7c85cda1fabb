/// Functions that a library's loop calls later: jobs of a scheduler, callbacks of messages, hooks of a server.
extension Interpreter {
    /// Keeps what is handed over for the loop that calls it; where that runs already, it is called from now on.
    func putOff(_ launcher: Int, _ id: PathID, _ arguments: Arguments, op: UInt32) -> Value {
        let result = make(Object(kind: .external(path(paths[id] + "()")), arguments: arguments))
        let rule = rules.catalog.launchers[launcher]
        if rule.child.allSatisfy({ callsNothing($0, rule.parameters, arguments) }) { return result }
        // Whoever runs the loop has imported the module.
        if isPure { hasEffect = true }
        guard !isPure, case .object(let object)? = result.only else { return result }
        let call = DeferredCall(launcher: launcher, object: object)
        if state.arrangements.loopsBegun.contains(launcher) {
            run(call, op: op)
        } else {
            state.arrangements.deferred.append(call)
        }
        return isAlive ? result : .nothing
    }

    /// True where what is called later is a method of an object of a library's, and one of which the rules say nothing:
    /// `logger.addHandler(logging.StreamHandler())`.
    private func callsNothing(_ child: LauncherRule.ChildCall, _ parameters: [String], _ arguments: Arguments) -> Bool {
        guard let dot = child.callee.firstIndex(of: "."), arguments.star == nil, !arguments.hasUnknownKeywords else {
            return false
        }
        let method = String(child.callee[dot...])
        func isIdle(_ value: Value) -> Bool {
            value.atoms.allSatisfy { atom in
                if atom == .none { return true }
                guard case .object(let id) = atom, let object = object(id) else { return false }
                if child.isEach, object.kind == .list || object.kind == .tuple {
                    return object.items.allSatisfy(isIdle) && isIdle(object.rest)
                }
                guard case .external(let path) = object.kind else { return false }
                return object.launch == nil && rules.facts(paths[path] + method).isSilent
            }
        }
        return argument(String(child.callee[..<dot]), parameters, arguments).map(isIdle) ?? true
    }

    /// A server's turn: what it calls is called within what the application that it is given says stands around all of it.
    func serve(_ launchers: [Int], _ arguments: Arguments, op: UInt32) {
        let lifespans = (arguments.positional + arguments.keywords.map(\.value)).flatMap(lifespans(of:))
        func run(_ rest: ArraySlice<Value>) {
            guard let first = rest.first else { return runDeferred(launchers, op: op) }
            let manager = call(first, Arguments(positional: [fresh()]), op: op)
            if isAlive { with(manager, op: op) { _ in run(rest.dropFirst()) } }
        }
        run(lifespans[...])
    }

    /// `FastAPI(lifespan=connected)`
    private func lifespans(of application: Value) -> [Value] {
        guard case .object(let id)? = application.only, let object = object(id),
            case .external(let path) = object.kind, let given = object.arguments
        else { return [] }
        return rules.catalog.applications.filter { $0.makers.contains(paths[path]) }.flatMap(\.lifespans)
            .compactMap { given.keyword(symbols.intern($0)) }
    }

    /// A loop's turn: what it was given may be called any number of times, in any order.
    func runDeferred(_ launchers: [Int], op: UInt32) {
        let calls = state.arrangements.deferred.filter { launchers.contains($0.launcher) }
        let lasting = launchers.filter { !rules.catalog.launchers[$0].isOfEachCall }
        if !state.arrangements.loopsBegun.isSuperset(of: lasting) { state.arrangements.loopsBegun.formUnion(lasting) }
        guard !calls.isEmpty else { return }
        for call in calls where isAlive && rules.catalog.launchers[call.launcher].isAlone { run(call, op: op) }
        let others = calls.filter { !rules.catalog.launchers[$0.launcher].isAlone }
        for _ in 0..<2 { for call in others where isAlive { run(call, op: op) } }
    }

    private func run(_ call: DeferredCall, op: UInt32) {
        guard let arguments = object(call.object)?.arguments else { return }
        let rule = rules.catalog.launchers[call.launcher]
        // Requests that neither a fork nor a touch stands before are begun by themselves, with all that a framework runs first.
        if rule.isAlone, state.forks.isEmpty, state.touched.isEmpty { return }
        for child in rule.child {
            state.freeze()
            let before = state
            let value = run(child, rule.parameters, arguments, nil, op: op)
            if isAlive { _ = awaitValue(value, op: op) }
            enter(rule.isAlone ? before : join(before, current))
        }
    }

    /// What was handed over for the loops of these functions is called in their children.
    func runRegistered(for loops: [String], in record: ForkRecord, op: UInt32) {
        let launchers = loops.flatMap { rules.facts($0).runs }
        if !launchers.isEmpty { inChild(of: record, op: op) { runDeferred(launchers, op: op) } }
    }
}
