/// Code that runs beside the path that starts it: threads, executors, tasks.
extension Interpreter {
    func runStarted(_ rule: LauncherRule, _ receiver: ObjectID, _ launch: Launch, op: UInt32) {
        let outer = workersInstances
        workersInstances = [:]
        defer { workersInstances = outer }
        for child in childCalls(rule.child, receiver) {
            let lasts = !rule.joins.isEmpty || rule.hasLastingThread
            inBackground(lasts ? receiver : thread, isJoined: rule.language != .swift) {
                _ = run(child, rule.parameters, launch.arguments, receiver, op: op)
            }
        }
    }

    /// Runs what goes on beside the code that starts it: an exception ends it alone, and what it does in a loop
    /// without end is done while the others go on.
    ///
    /// - Parameter isJoined: what runs it may be joined by those who wait for its end. Where nothing is, one that comes to
    ///   its end by itself is taken for ended: those who fork have mostly waited for what it did.
    func inBackground(_ thread: ObjectID?, isJoined: Bool = true, _ body: () -> Void) {
        guard isAlive else { return }
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
        for (key, touches) in state.touched {
            let others = touches.filter { $0.thread != id }
            if others.count < touches.count { state.touched[key] = others.isEmpty ? nil : others }
        }
    }
}
