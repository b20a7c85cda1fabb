/// What a thread waits for.
public enum Wait: Equatable, Sendable {
    case running
    case futex(Futex)
    /// Bytes of a descriptor.
    case descriptor(call: String, number: Int32, target: [UInt8])
    /// poll, select, epoll.
    case readiness(call: String, hasTimeout: Bool)
    case sleeping
    case signal
    case child
    case other(call: String)
    /// Stopped by a signal or a debugger.
    case stopped
    /// Outside of a system call, but not on a processor: about to run.
    case ready
    /// What the system would not tell.
    case unknown

    /// A wait for a word of memory to change (futex(2)).
    public struct Futex: Equatable, Sendable {
        public var address: UInt64
        /// The word's value that it waits on.
        public var expected: UInt32
        public var hasTimeout: Bool
        /// Only threads of this address space can wake it: by its flag, or because the memory is nobody else's.
        public var isPrivate: Bool
        public var mutex: Mutex?
        /// The word now; `nil` where it could not be read.
        public var value: UInt32?
    }

    /// The lock that holds the word, as glibc lays out `pthread_mutex_t`.
    public struct Mutex: Equatable, Sendable {
        /// The thread id that the lock names as its holder, in the process's own pid namespace.
        public var owner: Int32
    }

    /// For ever, for events of descriptors.
    public var isForEvents: Bool { if case .readiness(_, hasTimeout: false) = self { true } else { false } }

    /// For ever, on what only this process's threads can change.
    public var isForOneself: Bool {
        if case .futex(let futex) = self { return futex.isPrivate && !futex.hasTimeout }
        return false
    }
}

/// Numbers of system calls, of the kernel's unistd.h.
enum CallTable {
    #if arch(x86_64)
        static let names: [Int: String] = [
            0: "read", 1: "write", 7: "poll", 17: "pread64", 19: "readv", 23: "select", 34: "pause", 35: "nanosleep",
            42: "connect", 43: "accept", 44: "sendto", 45: "recvfrom", 46: "sendmsg", 47: "recvmsg", 61: "wait4",
            72: "fcntl", 73: "flock", 128: "rt_sigtimedwait", 130: "rt_sigsuspend", 202: "futex",
            230: "clock_nanosleep", 232: "epoll_wait", 247: "waitid", 270: "pselect6", 271: "ppoll",
            281: "epoll_pwait", 288: "accept4", 426: "io_uring_enter", 441: "epoll_pwait2", 449: "futex_waitv",
        ]
    #elseif arch(arm64)
        static let names: [Int: String] = [
            63: "read", 64: "write", 65: "readv", 67: "pread64", 72: "pselect6", 73: "ppoll", 25: "fcntl",
            32: "flock", 98: "futex", 101: "nanosleep", 115: "clock_nanosleep", 133: "rt_sigsuspend",
            137: "rt_sigtimedwait", 202: "accept", 203: "connect", 206: "sendto", 207: "recvfrom", 211: "sendmsg",
            212: "recvmsg", 242: "accept4", 260: "wait4", 95: "waitid", 22: "epoll_pwait", 426: "io_uring_enter",
            441: "epoll_pwait2", 449: "futex_waitv",
        ]
    #else
        static let names: [Int: String] = [:]
    #endif
}

extension Wait {
    /// Reads a thread's state and call.
    ///
    /// - Parameter target: what a descriptor leads to.
    init(state: UInt8, call: SystemCall?, mappings: Mappings?, target: (Int32) -> [UInt8]) {
        if state == UInt8(ascii: "T") || state == UInt8(ascii: "t") {
            self = .stopped
            return
        }
        switch call {
        case nil: self = .unknown
        case .running: self = .running
        case .outside: self = .ready
        case .inside(let number, let arguments, _, _):
            let name = CallTable.names[number] ?? "system call \(number)"
            self = Self.named(name, arguments, mappings, target)
        }
    }

    private static func named(
        _ name: String, _ arguments: [UInt64], _ mappings: Mappings?, _ target: (Int32) -> [UInt8]
    ) -> Wait {
        // A loop without a timer of its own waits for as long as it can: libev's limit is of weeks.
        func isEndless(_ index: Int) -> Bool {
            let milliseconds = Int32(truncatingIfNeeded: arguments[index])
            return milliseconds < 0 || milliseconds >= 86_400_000
        }
        switch name {
        case "futex": return futex(arguments, mappings) ?? .other(call: name)
        case "read", "write", "pread64", "readv", "connect", "accept", "accept4", "sendto", "recvfrom", "sendmsg",
            "recvmsg":
            let descriptor = Int32(truncatingIfNeeded: arguments[0])
            return .descriptor(call: name, number: descriptor, target: target(descriptor))
        case "poll": return .readiness(call: name, hasTimeout: !isEndless(2))
        case "epoll_wait", "epoll_pwait": return .readiness(call: name, hasTimeout: !isEndless(3))
        case "epoll_pwait2": return .readiness(call: name, hasTimeout: arguments[3] != 0)
        case "select", "pselect6": return .readiness(call: name, hasTimeout: arguments[4] != 0)
        case "ppoll": return .readiness(call: name, hasTimeout: arguments[2] != 0)
        case "nanosleep", "clock_nanosleep": return .sleeping
        case "pause", "rt_sigsuspend", "rt_sigtimedwait": return .signal
        case "wait4", "waitid": return .child
        default: return .other(call: name)
        }
    }

    /// FUTEX_WAIT, FUTEX_LOCK_PI, FUTEX_WAIT_BITSET, FUTEX_WAIT_REQUEUE_PI and FUTEX_LOCK_PI2 of futex(2).
    private static func futex(_ arguments: [UInt64], _ mappings: Mappings?) -> Wait? {
        let operation = arguments[1]
        guard [0, 6, 9, 11, 13].contains(operation & 0x7F) else { return nil }
        let isMarked = operation & 0x80 != 0
        return .futex(
            Futex(
                address: arguments[0], expected: UInt32(truncatingIfNeeded: arguments[2]),
                hasTimeout: arguments[3] != 0,
                isPrivate: isMarked || mappings?.at(arguments[0])?.isPrivate ?? false))
    }
}

extension Wait.Mutex {
    /// Reads the lock around a futex word, where it looks like one.
    ///
    /// glibc's `pthread_mutex_t` begins with the word, a recursion count, the owner's thread id, the number of
    /// users and the kind. A word of 2 is a lock that somebody waits for.
    ///
    /// - Parameter bytes: at least 20, from the futex word on.
    init?(_ bytes: [UInt8], expected: UInt32) {
        guard bytes.count >= 20, expected == 2 else { return nil }
        func field(_ at: Int) -> UInt32 { UInt32(truncatingIfNeeded: ProcessMemory.number(bytes, at, 4)) }
        let (lock, owner, users, kind) = (field(0), field(8), field(12), field(16))
        guard lock == 2, owner > 0, owner < 1 << 22, (1...1 << 16).contains(users), kind < 1 << 10 else { return nil }
        self.init(owner: Int32(owner))
    }
}
