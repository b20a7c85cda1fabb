import ProcessEvidence

/// A process looked at over a while: what stood still, what only seemed to move.
struct Observation {
    var last: ProcessSnapshot
    /// No thread ran, began or ended in all of the time.
    var isStill = true
    /// The main thread was found in the same futex wait each time, whether or not it woke in between.
    var keepsWaiting = true
    /// The main thread was on a processor, or about to be, each time.
    var keepsRunning = true
    /// Milliseconds from the first look to the last.
    var duration: Int64 = 0
    /// Milliseconds of processor time that passed.
    var worked = 0

    static let step: Int64 = 100

    /// Looks until `window` milliseconds have passed, or nothing of interest can come of it any more.
    init(
        _ first: ProcessSnapshot, window: Int64, inspector: Inspector
    ) throws(ProcError) {
        last = first
        let begin = Clock.now
        let isAlone = first.threads.count == 1
        keepsWaiting = Self.place(first) != nil
        keepsRunning = isAlone && Self.runs(first)
        while duration < window, isStill && Self.mayBeStuck(first) || keepsWaiting || keepsRunning {
            Clock.sleep(milliseconds: min(Self.step, window - duration))
            let next = try inspector.snapshot(of: first.pid)
            if next.stat.start != first.stat.start { throw .gone }
            isStill = isStill && next.isStill(since: last)
            keepsWaiting = keepsWaiting && Self.place(next) == Self.place(first)
            keepsRunning = keepsRunning && Self.runs(next)
            last = next
            duration = Clock.now - begin
        }
        if duration < window { isStill = false }
        worked = (last.stat.ticks - first.stat.ticks) * 10
    }

    /// A thread that waits for what only this process can change.
    private static func mayBeStuck(_ process: ProcessSnapshot) -> Bool {
        process.threads.contains { $0.wait.isForOneself } || isIdle(process)
    }

    /// The one thread waits for events without a limit.
    static func isIdle(_ process: ProcessSnapshot) -> Bool {
        guard process.threads.count == 1 else { return false }
        if case .readiness(_, false)? = process.main?.wait { return true }
        return false
    }

    /// Where the main thread waits, on a private futex.
    private static func place(_ process: ProcessSnapshot) -> [UInt64]? {
        guard let main = process.main, case .futex(let futex) = main.wait, futex.isPrivate,
            let stack = main.call?.place?.stack
        else { return nil }
        return [futex.address, stack]
    }

    private static func runs(_ process: ProcessSnapshot) -> Bool {
        process.main.map { $0.wait == .running || $0.wait == .ready } ?? false
    }
}
