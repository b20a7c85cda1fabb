/// What was found out about one process.
public struct Diagnosis: Sendable {
    /// How sure it is, and of what.
    public enum Status: String, Sendable, CaseIterable {
        /// Proved: no thread of this process can wake the one that waits, and a thread that the fork left behind could.
        case stuckAfterFork = "stuck-after-fork"
        /// All signs are there, but not the proof.
        case likelyStuck = "likely-stuck-after-fork"
        /// No thread of this process can wake the one that waits; a signal's handler might.
        case stuckUnlessSignalled = "stuck-unless-signalled"
        /// It goes on, and what it may use yet is broken by the fork.
        case atRisk = "at-risk"
        case healthy
        case cannotTell = "cannot-tell"

        /// Something to act upon.
        public var isBad: Bool { self != .healthy && self != .cannotTell }
        /// Nothing but a signal gets it any further, as far as the evidence goes.
        public var isStuck: Bool { [.stuckAfterFork, .likelyStuck, .stuckUnlessSignalled].contains(self) }

        /// A clause whose subject is the process.
        var words: String {
            switch self {
            case .stuckAfterFork: "is stuck after fork"
            case .likelyStuck: "is likely stuck after fork"
            case .stuckUnlessSignalled: "is stuck unless a signal handler frees it"
            case .atRisk: "is at risk"
            case .healthy: "is healthy"
            case .cannotTell: "cannot be judged"
            }
        }
    }

    /// The process that forked this one.
    public struct Parent: Sendable {
        public var pid: Int32
        public var command: String
        /// Whether it still runs the program that it forked in: else the process that forked is gone, and another took over.
        public var isForker: Bool
    }

    /// A thread and what it waits for.
    public struct Waiter: Sendable {
        public var id: Int32
        public var name: String
        /// A clause: "for ever, on a word of memory that ...".
        public var wait: String
        /// The library that it is in: "deltalake 0.18.2".
        public var library: String?
        public var frames: [Frame]
    }

    public struct Frame: Sendable {
        public var file: String
        public var function: String
        public var line: Int?
    }

    /// Threads of the parent that the fork left behind, of one name and owner.
    public struct Lost: Sendable {
        /// Empty where only the process's own memory tells of them.
        public var name: String
        public var count: Int
        public var owner: String?
    }

    /// What forkguard's guard in the process noted when it was forked.
    public struct Noted: Sendable {
        /// The process that forked, by its id there.
        public var parent: Int32
        /// How many threads were left behind, and names of 64 at most; none before the first touch of a library.
        public var lostCount: Int
        public var names: [String]
    }

    /// A library of the catalogue that is involved.
    public struct Involved: Sendable {
        public var id: String
        public var title: String
        public var version: String?
        /// "hangs without a word".
        public var outcome: String?
        public var mechanism: String
        public var remedy: String
        public var price: String
        public var link: String?

        var name: String { title + (version.map { " " + $0 } ?? "") }
    }

    public var pid: Int32
    /// Its id in its container.
    public var containerID: Int32?
    public var command: String
    public var status: Status
    /// Sentences, the decisive one first.
    public var reasons: [String]
    /// What kept the answer from being a better one, and what to do about it.
    public var missing: [String] = []
    public var parent: Parent?
    /// A thread is stuck, and others are not.
    var goesOn = false
    /// Seconds since the fork, and the moment in seconds since 1970.
    public var age: Int?
    public var forkedAt: Int?
    public var waiters: [Waiter] = []
    public var lost: [Lost] = []
    public var noted: Noted?
    public var library: Involved?

    init(pid: Int32, containerID: Int32?, command: String, status: Status, reasons: [String]) {
        self.pid = pid
        self.containerID = containerID
        self.command = command
        self.status = status
        self.reasons = reasons
    }
}

/// Why there is no diagnosis.
public enum DiagnosisError: Error, Equatable, Sendable, CustomStringConvertible {
    case noSuchProcess(Int32)
    case ended(Int32)
    case firstProcess
    case unreadable(Int32, Int32)

    public var description: String {
        switch self {
        case .noSuchProcess(let pid):
            "there is no process \(pid); `forkguard doctor --all` lists those that can be looked at"
        case .ended(let pid): "process \(pid) ended while it was looked at"
        case .firstProcess:
            "process 1 is the system's first one: no program forked it; "
                + "name the process that hangs, or `forkguard doctor --all`"
        case .unreadable(let pid, let number):
            "process \(pid) cannot be read: \(FileError.system(number)); run this as root, or as the process's user"
        }
    }
}
