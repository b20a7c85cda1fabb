import CForkHooks
import Glibc

/// Something that belongs to a parent process was used in a process forked from it.
public struct ForkedProcessError: Error, Sendable {
    /// How the fork was noticed.
    public enum Evidence: String, Sendable {
        /// The at-fork handler ran in this process: the fork went through libc.
        case handler = "libc's at-fork handler"
        /// The kernel wiped the page: a `clone` that went around libc.
        case wipedPage = "a memory page that the kernel wipes in a forked process"
    }

    /// What was refused: "DeltaTable.snapshot".
    public let call: String
    /// What was made before the fork: "the engine's worker pool".
    public let owner: String
    /// The process that made it, and when.
    public let ownerPid: Int32
    public let madeAt: WallTime
    /// This process and its parent.
    public let pid: Int32
    public let parentPid: Int32
    /// When the fork that made this process happened; `nil` where no handler saw it.
    public let forkedAt: WallTime?
    /// The process that forked, as it noted itself; it may be a child of `ownerPid`.
    public let forkedBy: Int32?
    /// Threads that do not exist here. At most 64 are named.
    public let lostThreads: [String]
    /// How many there were.
    public let lostThreadCount: Int
    public let evidence: Evidence
    /// What to change, as an imperative sentence.
    public let remedy: String

    init(call: String, origin: ForkGuard.Origin) {
        self.call = call
        owner = origin.owner
        ownerPid = origin.pid
        madeAt = origin.time
        pid = getpid()
        parentPid = getppid()
        remedy = origin.remedy
        guard let event = forkhooks_origin() else {
            (forkedAt, forkedBy) = (nil, nil)
            lostThreads = origin.threads
            lostThreadCount = origin.threads.count
            evidence = .wipedPage
            return
        }
        forkedAt = WallTime(seconds: event.pointee.seconds, nanoseconds: event.pointee.nanoseconds)
        forkedBy = event.pointee.parent
        evidence = .handler
        let noted = Self.names(of: event)
        // A grandchild's fork lost none of the owner's threads: they were gone already.
        let isOwnersFork = event.pointee.parent == origin.pid
        lostThreads = isOwnersFork && !noted.isEmpty ? noted : origin.threads
        lostThreadCount = isOwnersFork && !noted.isEmpty ? Int(event.pointee.threads) : origin.threads.count
    }

    private static func names(of event: UnsafePointer<forkhooks_event>) -> [String] {
        let width = Int(FORKHOOKS_NAME)
        return withUnsafeBytes(of: event.pointee.names) { all in
            (0..<min(max(0, Int(event.pointee.named)), all.count / width)).map { index in
                let name = all[(index * width)..<((index + 1) * width)].prefix { $0 != 0 }
                return String(decoding: name, as: UTF8.self)
            }
        }
    }
}

extension ForkedProcessError: CustomStringConvertible {
    /// One line: what was refused, and what to do.
    public var summary: String {
        "\(call) refused: process \(pid) was forked after process \(ownerPid) had made \(owner); \(remedy)"
    }

    /// A line each: what happened, who made it, who forked, what was lost, what to change, where to read on.
    public var description: String {
        var lines = ["\(call) refused: this process was forked after \(owner) had been made"]
        lines.append("  made:    by process \(ownerPid) at \(madeAt)")
        var fork = "  forked:  process \(pid), whose parent is \(parentPid)"
        if let forkedAt { fork += ", at \(forkedAt)" }
        if let forkedBy, forkedBy != ownerPid { fork += "; the last fork was that of process \(forkedBy)" }
        lines.append(fork)
        lines.append("  noticed: by \(evidence.rawValue)")
        if lostThreadCount > 0 {
            let rest = lostThreadCount - lostThreads.count
            let names = lostThreads.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
            let count = lostThreadCount == 1 ? "1 thread" : "\(lostThreadCount) threads"
            lines.append("  lost:    a fork copies one thread; \(count) of the parent are missing here: \(names)")
        }
        lines.append("  instead: \(remedy)")
        lines.append("  more:    `forkguard explain FG101`")
        return lines.joined(separator: "\n")
    }
}
