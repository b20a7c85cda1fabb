import CSystem
import Glibc
import ProcessEvidence

/// What becomes of a child that a fork broke.
public enum HangAction: String, Sendable, CaseIterable {
    /// It is told, and left as it is.
    case report
    /// The child is killed where it is proved that it is stuck; its parent sees that it died.
    case kill
    /// The command and all that it started are ended then.
    case abortAll = "abort-all"
}

/// How the descendants of a command are watched.
public struct HangPolicy: Sendable {
    public var action: HangAction
    /// Seconds for which a child's main thread must have stood at one place before it is looked at closely.
    public var timeout: Double
    /// Tells a person.
    public var tell: @Sendable (ByteBuffer) -> Void
    public var style: TerminalStyle

    public init(
        action: HangAction, timeout: Double, style: TerminalStyle, tell: @escaping @Sendable (ByteBuffer) -> Void
    ) {
        self.action = action
        self.timeout = timeout
        self.style = style
        self.tell = tell
    }
}

/// What close looks may cost: so many at once for a command with a few children, then a share of one core.
struct LookBudget {
    static let free = 16
    /// Per cent of a core.
    static let share = 0.2

    private var made = 0
    private var next: Int64 = 0

    /// - Parameter now: milliseconds of any clock that only rises.
    func allows(at now: Int64) -> Bool { made < Self.free || now >= next }

    /// - Parameter cost: milliseconds of a processor that the look took.
    mutating func spend(_ cost: Double, at now: Int64) {
        made += 1
        next = now + Int64(min(cost * 100 / Self.share, 60_000))
    }
}

/// Watches what a command forked, on a thread of its own, from the command's start to its end.
///
/// A look costs two small reads of `/proc` a process; only a child that stands at one place is looked at closely.
final class HangWatch {
    private let root: Int32
    private let policy: HangPolicy
    /// Made when a child must be looked at closely, which most commands never need.
    private lazy var diagnoser = Diagnoser(catalog: catalog())
    private let catalog: @Sendable () -> Catalog
    private var thread = pthread_t()
    /// Closing the first end wakes the watching thread for the last time.
    private var pipe: (reading: Int32, writing: Int32) = (-1, -1)

    /// One descendant.
    private struct Child {
        var start: Int
        var isForked: Bool
        var call: SystemCall?
        /// When `call` was first seen without a change.
        var since: Int64
        /// The next close look, in milliseconds of standing still; `nil`: it was told.
        var nextLook: Int64?
        /// Whether it has a library mapped that may spin; `nil`: not looked yet.
        var maySpin: Bool?
    }
    private var children: [Int32: Child] = [:]
    private var interval: Int64 = 250
    private var budget = LookBudget()

    init(root: Int32, policy: HangPolicy, catalog: @escaping @Sendable () -> Catalog) {
        self.root = root
        self.policy = policy
        self.catalog = catalog
    }

    /// False where no thread or pipe can be had: the command then runs unwatched.
    func start() -> Bool {
        var ends: [Int32] = [-1, -1]
        guard fg_pipe(&ends) == 0 else { return false }
        pipe = (ends[0], ends[1])
        let me = Unmanaged.passRetained(self)
        let failure = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<HangWatch>.fromOpaque(argument).takeUnretainedValue().watch() }
                return nil
            }, me.toOpaque())
        if failure == 0 { return true }
        me.release()
        fg_close(pipe.reading)
        fg_close(pipe.writing)
        return false
    }

    /// Ends the watching, once what is being told is told.
    func stop() {
        fg_close(pipe.writing)
        pthread_join(thread, nil)
        fg_close(pipe.reading)
        Unmanaged.passUnretained(self).release()
    }

    private func watch() {
        while fg_wait_readable(pipe.reading, interval) == 0 {
            look()
        }
    }

    // MARK: Looks

    private func look() {
        let now = Clock.now
        var changes = 0
        for pid in descendants().sorted() {
            guard let stat = try? Inspector.stat(of: pid), !stat.isEnding else {
                children[pid] = nil
                continue
            }
            let call = stat.isForkedWithoutExec ? Inspector.mainCall(of: pid) : nil
            guard var child = children[pid], child.start == stat.start, child.isForked == stat.isForkedWithoutExec
            else {
                children[pid] = Child(
                    start: stat.start, isForked: stat.isForkedWithoutExec, call: call, since: now,
                    nextLook: timeout)
                changes += 1
                continue
            }
            guard child.isForked else { continue }
            if !Self.standsAt(child.call, call) {
                child.call = call
                child.since = now
                child.nextLook = child.nextLook == nil ? nil : timeout
                changes += 1
            } else if let due = child.nextLook, now - child.since >= due, budget.allows(at: Clock.now),
                mayHang(pid, call, &child)
            {
                let start = Clock.processorTime
                child.nextLook = judge(pid, still: now - child.since)
                budget.spend(Clock.processorTime - start, at: Clock.now)
            }
            children[pid] = child
        }
        // Where nothing changes there is less to see.
        interval = changes > 0 ? 250 : min(interval * 3 / 2, max(500, min(timeout / 2, 2000)))
        // 40 ms a process keep the cost of a look under 0.5 % of a core.
        interval = max(interval, min(4000, 40 * Int64(children.count)))
    }

    /// Whether a child that stands at one place does so where one that hangs would: cheaper than the close look.
    private func mayHang(_ pid: Int32, _ call: SystemCall?, _ child: inout Child) -> Bool {
        guard let call else { return false }
        if call.isFutex { return true }
        guard call == .running else { return Inspector.waitsForItself(call, of: pid) }
        if child.maySpin == nil { child.maySpin = diagnoser.maySpin(pid) }
        return child.maySpin == true
    }

    private var timeout: Int64 { Int64(max(0.2, policy.timeout) * 1000) }

    /// The command's descendants, and those that were once: an orphan has another parent.
    private func descendants() -> Set<Int32> {
        Set(Diagnoser.tree(of: root).dropFirst()).union(children.keys)
    }

    /// The same call at the same place. A thread found running may be in a loop that never ends.
    private static func standsAt(_ earlier: SystemCall?, _ now: SystemCall?) -> Bool {
        if case .inside(_, let old, let oldStack, _)? = earlier, case .inside(_, let new, let newStack, _)? = now {
            // A time limit in a loop changes its argument, not its place.
            return oldStack == newStack && old[0] == new[0]
        }
        return earlier == now && earlier != nil
    }

    /// - Returns: when to look again, in milliseconds of standing still; `nil`: never.
    private func judge(_ pid: Int32, still: Int64) -> Int64? {
        guard let diagnosis = try? diagnoser.diagnose(pid) else { return still + timeout }
        // What is not proved is told when time has added its weight.
        let needed: Int64
        switch diagnosis.status {
        case .stuckAfterFork: needed = 1
        case .likelyStuck: needed = 3
        case .stuckUnlessSignalled: needed = 10
        case .atRisk, .healthy, .cannotTell: return max(2 * still, 10 * timeout)
        }
        guard still >= needed * timeout else { return needed * timeout }
        tell(diagnosis)
        act(diagnosis)
        return nil
    }

    private func tell(_ diagnosis: Diagnosis) {
        var buffer = ByteBuffer()
        buffer.append("forkguard: ")
        buffer.append(DiagnosisText(style: policy.style).story(diagnosis).bytes)
        let sentence: String? =
            !Self.mayEnd(diagnosis) || policy.action == .report
            ? nil
            : policy.action == .kill ? "it is killed (--on-hang=kill)" : "the command is ended (--on-hang=abort-all)"
        if let sentence { buffer.line("forkguard: pid \(diagnosis.pid): \(sentence)") }
        policy.tell(buffer)
    }

    /// Only what is proved is acted upon, since a handler of a signal may free the others, and not where a part of the process works on.
    private static func mayEnd(_ diagnosis: Diagnosis) -> Bool {
        diagnosis.status == .stuckAfterFork && !diagnosis.goesOn
    }

    private func act(_ diagnosis: Diagnosis) {
        guard Self.mayEnd(diagnosis) else { return }
        switch policy.action {
        case .report: break
        case .kill: end(diagnosis.pid, SIGKILL)
        case .abortAll:
            let all = Array(descendants())
            for pid in [root] + all { end(pid, SIGTERM) }
            // A stuck child hears SIGTERM only where it has no handler for it.
            if fg_wait_readable(pipe.reading, 2000) == 0 { for pid in [root] + all { end(pid, SIGKILL) } }
        }
    }

    /// Signals a process that is still the one that was seen; the command's own id cannot be another's before it is reaped.
    private func end(_ pid: Int32, _ signal: Int32) {
        if pid != root {
            guard let child = children[pid], let stat = try? Inspector.stat(of: pid), stat.start == child.start else {
                return
            }
        }
        kill(pid, signal)
    }
}
