import ProcessEvidence

/// A process looked at over a while: what stood still, what only seemed to move.
struct Observation {
    var last: ProcessSnapshot
    /// No thread ran, began or ended in all of the time.
    var isStill = true
    /// Threads that did not run in all of the time.
    var still: Set<Int32>
    /// The main thread was found in the same futex wait each time, whether or not it woke in between.
    var keepsWaiting = true
    /// The main thread waits for events of descriptors that nobody outside makes ready.
    var waitsForOwnEvents: Bool
    /// Milliseconds from the first look to the last.
    var duration: Int64 = 0
    /// Milliseconds that a look at what seems to stand still takes.
    let window: Int64

    static let step: Int64 = 100

    /// Looks until `window` milliseconds have passed, or nothing of interest can come of it any more.
    init(
        _ first: ProcessSnapshot, window: Int64, inspector: Inspector
    ) throws(ProcError) {
        last = first
        self.window = window
        waitsForOwnEvents = first.main.map { Inspector.waitsForItself($0, of: first.pid) } ?? false
        still = Set(first.threads.map(\.id))
        let mayBeStuck = waitsForOwnEvents || Self.mayBeStuck(first)
        let begin = Clock.now
        keepsWaiting = Self.place(first) != nil
        while duration < window, isStill && mayBeStuck || keepsWaiting || Self.waitsBeside(last, still) {
            Clock.sleep(milliseconds: min(Self.step, window - duration))
            let next = try inspector.snapshot(of: first.pid)
            if next.stat.start != first.stat.start { throw .gone }
            isStill = isStill && next.isStill(since: last)
            still.formIntersection(next.stillThreads(since: last))
            keepsWaiting = keepsWaiting && Self.place(next) == Self.place(first)
            duration = Clock.now - begin
        }
        if duration < window {
            isStill = false
            still = []
        }
    }

    /// Whether a thread waits for what only this process can change, and did not move so far, whatever the others do.
    private static func waitsBeside(_ process: ProcessSnapshot, _ still: Set<Int32>) -> Bool {
        process.threads.count > 1 && process.threads.contains { $0.wait.isForOneself && still.contains($0.id) }
    }

    /// A thread that waits for what only this process can change.
    private static func mayBeStuck(_ process: ProcessSnapshot) -> Bool {
        process.threads.contains { $0.wait.isForOneself }
    }

    /// Where the main thread waits, on a private futex.
    private static func place(_ process: ProcessSnapshot) -> [UInt64]? {
        guard let main = process.main, case .futex(let futex) = main.wait, futex.isPrivate,
            let stack = main.call?.place?.stack
        else { return nil }
        return [futex.address, stack]
    }
}
