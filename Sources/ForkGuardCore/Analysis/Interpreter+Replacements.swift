/// Work that a pool has been given, and whose results come one by one.
struct ResultStream {
    /// Index into the catalog's `launchers`, and of the method that was called into its `submits`.
    var launcher: Int
    var index: Int
    var pool: ObjectID
    var launch: Launch
    var arguments: Arguments
    /// That of the workers that were the first.
    var fork: ForkRecord
}

/// Pools that replace their workers.
extension Interpreter {
    /// A pool that replaces its workers forks again, now.
    func replaceWorkers(_ stream: ResultStream, op: UInt32) {
        let rule = rules.catalog.launchers[stream.launcher]
        let work = rule.submits[stream.index]
        let (first, launch) = (stream.fork, stream.launch)
        guard rule.forksAt.contains(.replace), let condition = rule.replaceWhen,
            holds(condition, rule.parameters, launch.arguments)
        else { return }
        let record = makeFork(
            stream.launcher, first.reason, place: first.place, stack: first.stack, function: first.function)
        record.isReplacement = true
        state.freeze()
        if !first.reason.isForkServer { record.snapshot = state }
        // The new worker begins as the first ones did.
        runChild(
            of: record, rule.child, rule.parameters, launch.arguments, receiver: stream.pool, keepsState: true, op: op)
        runChild(of: record, work.child, work.parameters, stream.arguments, receiver: stream.pool, op: op)
    }

    /// The same of pools whose results are being waited for: what is touched between two of them, a new worker inherits.
    func replaceWorkersOfStreams(op: UInt32) {
        let open = streamsOpen
        streamsOpen = []
        defer { streamsOpen = open }
        for stream in open where !state.forks.contains(where: { $0.fork == stream.fork.id }) {
            replaceWorkers(stream, op: op)
        }
    }
}
