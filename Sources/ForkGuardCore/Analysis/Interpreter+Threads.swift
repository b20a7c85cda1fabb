/// Code that goes on beside a path and forks whenever its turn comes: the loop of a thread, the handler of a signal.
struct BesideCode: Equatable {
    enum Code: Equatable {
        case thread(ObjectID)
        case handler(Value)
    }

    var code: Code
    /// Where it was started.
    var place: Place
    var function: FunctionID
    var environment: EnvironmentID
    var stack: CallStack?

    static func == (left: Self, right: Self) -> Bool { left.code == right.code && left.place == right.place }
}

/// Code that runs beside the path that starts it: threads, executors, tasks.
extension Interpreter {
    /// Runs once more what goes on beside this path and forks: after what the path has touched since it started it.
    func runBeside() {
        // A forked child has no other thread than the one that forked.
        guard isAlive, !state.forks.contains(where: \.isChildOnly) else { return }
        let outer = frame
        for item in state.arrangements.beside {
            frame = Frame(
                module: item.place.module, function: item.function, environment: item.environment, stack: item.stack)
            state.freeze()
            let before = state
            switch item.code {
            case .thread(let id):
                guard let launch = object(id)?.launch, launch.launcher >= 0 else { continue }
                runStarted(rules.catalog.launchers[launch.launcher], id, launch, op: item.place.op)
            case .handler(let handler):
                _ = call(handler, Arguments(positional: [fresh(), fresh()]), op: item.place.op)
            }
            enter(before)
        }
        frame = outer
    }

    func runStarted(_ rule: LauncherRule, _ receiver: ObjectID, _ launch: Launch, op: UInt32) {
        let outer = workersInstances
        workersInstances = [:]
        defer { workersInstances = outer }
        let before = forks.count
        var isEndless = false
        for child in childCalls(rule.child, receiver) {
            let lasts = !rule.joins.isEmpty || rule.hasLastingThread
            let reached = inBackground(lasts ? receiver : thread, isJoined: rule.language != .swift) {
                _ = run(child, rule.parameters, launch.arguments, receiver, op: op)
            }
            if reached { isEndless = true }
        }
        if isEndless, forks.count > before { noteBeside(.thread(receiver), op: op) }
    }

    /// Threads of a pool run its initializer before the first thing that they are given.
    func initializeThreads(_ rule: LauncherRule, _ receiver: ObjectID, _ launch: Launch, op: UInt32) {
        guard launch.fork == nil, !rule.child.isEmpty else { return }
        update(receiver) { $0.launch?.fork = -1 }
        for child in rule.child {
            inBackground(rule.joins.isEmpty ? thread : receiver) {
                _ = run(child, rule.parameters, launch.arguments, receiver, op: op)
            }
        }
    }

    /// The executor that a loop has been given for what names none.
    var defaultExecutor: Value? { state.arrangements.replaced[path(Native.defaultExecutor)] }

    func noteBeside(_ code: BesideCode.Code, op: UInt32) {
        let item = BesideCode(
            code: code, place: place(op), function: frame.function, environment: frame.environment, stack: frame.stack)
        if isAlive, !state.arrangements.beside.contains(item) { state.arrangements.beside.append(item) }
    }

    /// Runs what goes on beside the code that starts it: an exception ends it alone, and what it does in a loop
    /// without end is done while the others go on.
    ///
    /// - Parameter isJoined: what runs it may be joined by those who wait for its end. Where nothing is, one that comes to
    ///   its end by itself is taken for ended: those who fork have mostly waited for what it did.
    /// - Returns: whether it comes into a loop without end.
    @discardableResult
    func inBackground(_ thread: ObjectID?, isJoined: Bool = true, _ body: () -> Void) -> Bool {
        guard isAlive else { return false }
        state.freeze()
        let start = state
        let outer = (frame, background, self.thread, localThread)
        let inner = Frame(
            module: frame.module, function: frame.function, environment: frame.environment, stack: frame.stack)
        inner.receiver = frame.receiver
        let run = Background()
        (frame, background, self.thread, localThread) = (inner, run, thread, thread)
        body()
        if isAlive, !isJoined, let thread, thread != outer.2 { endThreads(of: thread) }
        (frame, background, self.thread, localThread) = outer
        var end = join(current, run.reached)
        for item in inner.raises { end = join(end, item.state) }
        enter(end ?? start)
        return run.reached != nil
    }

    /// True for the method of an object that runs threads after which they have ended.
    func joinsThreads(_ text: String, _ receiver: ObjectID?) -> Bool {
        guard let receiver, let launch = object(receiver)?.launch, launch.launcher >= 0,
            let dot = text.lastIndex(of: ".")
        else { return false }
        return rules.catalog.launchers[launch.launcher].joins.contains(String(text[text.index(after: dot)...]))
    }

    /// Threads of an object have ended: what only they did is over.
    func endThreads(of id: ObjectID) {
        events += 1
        if !state.arrangements.beside.isEmpty { state.arrangements.beside.removeAll { $0.code == .thread(id) } }
        for (key, touches) in state.touched {
            let others = touches.filter { $0.thread != id }
            if others.count < touches.count { state.touched[key] = others.isEmpty ? nil : others }
        }
    }
}
