import CForkHooks
import Glibc

/// The guard inside a process: what a fork leaves behind is told by an error at its first use, not by a hang.
///
/// A fork copies one thread. Whatever waits for another thread of the parent (a worker pool, a lock that such a
/// thread held) waits for ever in the child. Whoever owns such things makes a `Token` together with them, and checks
/// it before it touches them:
///
///     let token = ForkGuard.Token(owner: "the cache", threads: ["cache-0"])
///     ...
///     try token.check()
public enum ForkGuard {
    /// What the process can notice. Installed once, when the first token is made.
    private static let hooks: Int32 = {
        let flags = forkhooks_install()
        // From now on a fork notes the names of the threads that it loses.
        forkhooks_arm()
        return flags
    }()

    /// Puts the hooks in place. A token does so by itself; call it early where forks before the first token matter.
    public static func install() { _ = hooks }

    /// True if a fork that goes around libc (a bare `clone`) is noticed, too.
    public static var noticesBareClones: Bool { hooks & Int32(FORKHOOKS_WIPED_PAGE) != 0 }

    /// Proof that this is still the process in which something was made.
    public struct Token: Sendable {
        @usableFromInline let generation: UInt32
        let origin: Origin

        /// Notes the process and the time.
        ///
        /// - Parameters:
        ///   - owner: what was made, as a phrase: "the engine's worker pool".
        ///   - threads: names of the threads it owns; told where the kernel's list could not be taken.
        ///   - remedy: what its user has to change, as an imperative sentence.
        ///   - alwaysThrows: whatever the program's policy: for owners that could only hang.
        public init(
            owner: String, threads: [String] = [], remedy: String = Origin.remedy, alwaysThrows: Bool = false
        ) {
            ForkGuard.install()
            generation = forkhooks_generation()
            origin = Origin(owner: owner, threads: threads, remedy: remedy, alwaysThrows: alwaysThrows)
        }

        /// True in the process that made the token.
        @inlinable public var isValid: Bool { forkhooks_generation() == generation }

        /// Does nothing in the process that made the token: one load. Throws in any process forked from it, be it
        /// through libc or by a bare `clone`, unless `ForkGuard.install(policy:)` says otherwise; takes no lock before.
        ///
        /// - Parameter call: what was about to be done, as a name: "DeltaTable.snapshot".
        @inlinable public func check(_ call: StaticString = "the call") throws(ForkedProcessError) {
            if forkhooks_generation() != generation { try refuse(call) }
        }

        @usableFromInline @inline(never) func refuse(_ call: StaticString) throws(ForkedProcessError) {
            try ForkGuard.answer(self, call)
        }

        func error(of call: StaticString) -> ForkedProcessError {
            ForkedProcessError(call: "\(call)", origin: origin)
        }
    }

    /// Where and when a token was made. A class, so that copies of a token cost no more than a count.
    public final class Origin: Sendable {
        public static let remedy =
            "make it in the child, after the fork; or start the child with exec (spawn, forkserver, posix_spawn)"

        let owner: String
        let threads: [String]
        let remedy: String
        let alwaysThrows: Bool
        let pid: Int32
        let time: WallTime

        init(owner: String, threads: [String], remedy: String, alwaysThrows: Bool) {
            self.owner = owner
            self.alwaysThrows = alwaysThrows
            self.threads = threads
            self.remedy = remedy
            pid = getpid()
            time = WallTime.now
        }
    }
}

/// A point of CLOCK_REALTIME, written in UTC.
public struct WallTime: Sendable, Equatable, CustomStringConvertible {
    public var seconds: Int64
    public var nanoseconds: Int32

    public static var now: WallTime {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return WallTime(seconds: Int64(now.tv_sec), nanoseconds: Int32(now.tv_nsec))
    }

    /// As `2026-01-31 12:00:01.123 UTC`.
    public var description: String {
        var clock = time_t(seconds)
        var parts = tm()
        guard gmtime_r(&clock, &parts) != nil else { return "\(seconds) s" }
        func padded(_ number: Int32, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let date = "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
        let day = "\(padded(parts.tm_hour, 2)):\(padded(parts.tm_min, 2)):\(padded(parts.tm_sec, 2))"
        return "\(date) \(day).\(padded(nanoseconds / 1_000_000, 3)) UTC"
    }
}
