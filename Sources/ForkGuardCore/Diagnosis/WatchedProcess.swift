/// A process below a watched program, as /proc showed it (proc(5)).
public struct WatchedProcess: Sendable, Equatable {
    public struct Thread: Sendable, Equatable {
        public var id: Int
        public var name: String
        /// The letter of /proc/PID/stat: R runs, S sleeps, D waits for a device, Z has ended, T is stopped.
        public var state: Character
        /// What it waits for, in words.
        public var wait: String
    }

    public var id: Int
    public var parent: Int
    /// Its arguments, shortened.
    public var command: String
    /// It came by a fork and has not run a program of its own since.
    public var isForked: Bool
    public var threads: [Thread]
    /// Names of threads that its parent has and it has not; empty unless it is forked.
    public var lostThreads: [String] = []
    /// Of each thread that Python runs in it, if it could be made to tell.
    public var stacks: [PythonStack] = []
    /// Its CPU time in clock ticks.
    var ticks: Int

    var isAtWork: Bool { threads.contains { $0.state == "R" || $0.state == "D" } }
    var isOver: Bool { threads.allSatisfy { $0.state == "Z" || $0.state == "X" } }
}

/// Reads the processes below one.
enum ProcessTree {
    /// `PF_FORKNOEXEC` among the flags of /proc/PID/stat.
    private static let forkedFlag = 0x40

    /// All below `root`, parents before children.
    static func below(_ root: Int, withThreads: Bool) -> [WatchedProcess] {
        let entries = (try? FileSystem.list(Array("/proc".utf8))) ?? []
        var children: [Int: [Stat]] = [:]
        for entry in entries {
            guard let id = Int(String(decoding: entry.name, as: UTF8.self)), let stat = Stat("/proc/\(id)/stat") else {
                continue
            }
            children[stat.parent, default: []].append(stat)
        }
        var found: [WatchedProcess] = []
        var next = children[root] ?? []
        while !next.isEmpty {
            for stat in next { found.append(process(stat, withThreads: withThreads)) }
            next = next.flatMap { children[$0.id] ?? [] }
        }
        if withThreads { nameLostThreads(&found) }
        return found
    }

    private static func process(_ stat: Stat, withThreads: Bool) -> WatchedProcess {
        let folder = "/proc/\(stat.id)"
        var threads: [WatchedProcess.Thread] = []
        for entry in (try? FileSystem.list(Array("\(folder)/task".utf8))) ?? [] {
            let name = String(decoding: entry.name, as: UTF8.self)
            guard let id = Int(name), let one = Stat("\(folder)/task/\(name)/stat") else { continue }
            let wait = withThreads ? Self.wait("\(folder)/task/\(name)", one.state) : ""
            threads.append(.init(id: id, name: one.name, state: one.state, wait: wait))
        }
        threads.sort { $0.id < $1.id }
        return WatchedProcess(
            id: stat.id, parent: stat.parent, command: withThreads ? command(folder) ?? stat.name : "",
            isForked: stat.flags & forkedFlag != 0, threads: threads, ticks: stat.ticks)
    }

    private static func nameLostThreads(_ found: inout [WatchedProcess]) {
        for index in found.indices where found[index].isForked {
            guard let parent = found.first(where: { $0.id == found[index].parent }) else { continue }
            var own = found[index].threads.dropFirst().map(\.name)
            for thread in parent.threads.dropFirst() {
                if let same = own.firstIndex(of: thread.name) {
                    own.remove(at: same)
                } else {
                    found[index].lostThreads.append(thread.name)
                }
            }
        }
    }

    private static func command(_ folder: String) -> String? {
        guard let bytes = read("\(folder)/cmdline"), !bytes.isEmpty else { return nil }
        let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        let line = words.joined(separator: " ")
        return line.count > 100 ? line.prefix(97) + "..." : line
    }

    static func read(_ path: String) -> [UInt8]? { try? FileSystem.read(Array(path.utf8), limit: 1 << 20) }

    private static func text(_ path: String) -> String {
        let bytes = read(path) ?? []
        return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    // MARK: - Waiting

    private static func wait(_ folder: String, _ state: Character) -> String {
        switch state {
        case "R": return "runs"
        case "Z", "X": return "has ended"
        case "T", "t": return "is stopped"
        default: break
        }
        let channel = text("\(folder)/wchan")
        let call = text("\(folder)/syscall").split(separator: " ").map(String.init)
        if channel.contains("futex") || isFutex(call) {
            // The fourth argument is the time limit.
            let isEndless = isFutex(call) && call.count > 4 && call[4] == "0x0"
            return "waits for a lock" + (isEndless ? " (futex, no time limit)" : " (futex)")
        }
        let known: [(part: String, words: String)] = [
            ("do_wait", "waits for a child to end"), ("kernel_wait4", "waits for a child to end"),
            ("pipe_read", "reads from a pipe"), ("pipe_write", "writes to a pipe"),
            ("ep_poll", "waits for events (epoll)"),
            ("epoll", "waits for events (epoll)"), ("poll_schedule", "waits for events (poll)"),
            ("nanosleep", "sleeps"), ("sk_wait_data", "reads from a socket"),
            ("unix_stream", "reads from a socket"), ("skb_wait", "reads from a socket"),
            ("inet_csk_accept", "waits for a connection"), ("do_sem", "waits for a semaphore"),
            ("sigtimedwait", "waits for a signal"), ("do_sigtimedwait", "waits for a signal"),
        ]
        for one in known where channel.contains(one.part) { return one.words }
        return channel.isEmpty || channel == "0" ? "waits" : "waits in the kernel's \(channel)"
    }

    private static func isFutex(_ call: [String]) -> Bool {
        #if arch(x86_64)
            call.first == "202"
        #elseif arch(arm64)
            call.first == "98"
        #else
            false
        #endif
    }

    // MARK: - stat

    /// The fields of /proc/PID/stat that count here.
    private struct Stat {
        var id: Int
        var name: String
        var state: Character
        var parent: Int
        var flags: Int
        var ticks: Int

        init?(_ path: String) {
            guard let bytes = ProcessTree.read(path), let open = bytes.firstIndex(of: UInt8(ascii: "(")),
                let close = bytes.lastIndex(of: UInt8(ascii: ")")), open < close
            else { return nil }
            // After the name, which may hold anything: state is field 3.
            let fields = bytes[(close + 1)...].split(separator: UInt8(ascii: " ")).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard let id = Int(String(decoding: bytes[..<open].dropLast(), as: UTF8.self)), fields.count > 12,
                let state = fields[0].first, let parent = Int(fields[1]), let flags = Int(fields[6]),
                let user = Int(fields[11]), let system = Int(fields[12])
            else { return nil }
            self.id = id
            name = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
            self.state = state
            self.parent = parent
            self.flags = flags
            ticks = user &+ system
        }
    }
}
