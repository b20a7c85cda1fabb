/// Managers of `multiprocessing`: a child makes objects for its parent, which calls their methods by way of a proxy.
extension Interpreter {
    /// What a call of a service gives here: the methods of what the child has made.
    private static let proxy = "multiprocessing.managers.<proxy>"

    /// `Manager.register("Store", Store)`.
    func registerService(_ arguments: Arguments) -> Value {
        hasEffect = true
        let given = argument("callable", ["typeid", "callable"], arguments)
        if case .string(let name)? = arguments.positional.first?.only, let given {
            state.arrangements.services[name] = given
        }
        return .none
    }

    /// Keeps what the child inherits, for what it is asked later.
    func beginServing(_ server: ObjectID, _ record: ForkRecord, _ reason: ForkRecord.Reason) {
        state.freeze()
        if !reason.isForkServer { record.snapshot = state }
        update(server) { $0.launch?.fork = record.id }
    }

    /// `manager.Store()`, and methods of what that gives; `nil`: the call is neither.
    func callService(_ text: String, _ receiver: ObjectID, _ arguments: Arguments, op: UInt32) -> Value? {
        // Few programs have services, and every call of an object comes by here.
        guard !state.arrangements.services.isEmpty, let object = object(receiver) else { return nil }
        let name = symbols.intern(SeedNames.last(text))
        if text.hasPrefix(Self.proxy + ".") {
            guard case .object(let server)? = object.attributes[names.any]?.only else { return fresh() }
            serve(server, op: op) { [self] in
                let made = call(object.inner, object.arguments ?? Arguments(), op: op)
                guard isAlive else { return }
                let method = attribute(of: made, name, op: op)
                if isAlive { _ = call(method, arguments, op: op) }
            }
            return isAlive ? fresh() : .nothing
        }
        guard let launch = object.launch, launch.launcher >= 0,
            rules.catalog.launchers[launch.launcher].registrar != nil,
            let service = state.arrangements.services[name]
        else { return nil }
        serve(receiver, op: op) { [self] in _ = call(service, arguments, op: op) }
        guard isAlive else { return .nothing }
        return make(
            Object(
                kind: .external(path(Self.proxy)), items: [service],
                attributes: [names.any: Value(.object(receiver))], arguments: arguments))
    }

    /// Runs what a server does for its parent; nothing where it was not forked.
    private func serve(_ server: ObjectID, op: UInt32, _ body: () -> Void) {
        guard let id = object(server)?.launch?.fork, let record = fork(id) else { return }
        inChild(of: record, op: op, body)
    }
}
