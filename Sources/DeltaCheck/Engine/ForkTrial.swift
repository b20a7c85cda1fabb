import CSystem
import ForkGuardRuntime
import Glibc

/// The program of `forkguard confirm`'s self-test: makes a small table, opens it, forks, and has the child use it.
///
/// It may hang, which is what it is for: only a watchdog runs it. What happens is told on standard output, in lines that
/// begin with `forkguard `: `opened VERSION`, then by the child `works VERSION`, `refused SUMMARY` after a
/// `lost NAME,NAME`, or `fails WORDS`, then by the parent `exit STATUS` and `parent VERSION`.
public struct ForkTrial {
    /// How the child comes to be.
    public enum Fork: String, Sendable {
        /// By libc, which runs at-fork handlers.
        case fork
        /// By the bare system call, which runs none.
        case clone
    }

    /// What the child does.
    public enum Use: String, Sendable {
        /// Opens the parent's table again.
        case guarded
        /// The same with the guard off: it hands work to threads that are not there.
        case unguarded
        /// Reads a snapshot that was detached before the fork.
        case detached
        /// Makes an engine of its own.
        case fresh
    }

    private let fork: Fork
    private let use: Use
    private let folder: String
    private static let workers = 2

    /// - Parameter folder: where the table goes; it is made.
    public init(_ fork: Fork, _ use: Use, folder: String) {
        self.fork = fork
        self.use = use
        self.folder = folder
    }

    /// Returns when the child has ended.
    public func run() throws {
        if use == .unguarded { ForkGuard.install(policy: .off) }
        let engine = try DeltaEngine(workers: Self.workers, isAlwaysGuarded: use != .unguarded)
        let table = try engine.createTable(at: folder, columns: [("id", "long")])
        for number in 0..<2 {
            _ = try table.append([NewFile(path: "part-\(number)", size: 1, recordCount: 1)])
        }
        let snapshot = try table.snapshot()
        let detached = try snapshot.detached()
        Self.tell("opened \(detached.version)")
        let child = fork == .fork ? fg_fork() : fg_bare_clone()
        if child == 0 {
            Self.tell(answer(of: table, detached))
            // Nothing of the parent's is torn down here.
            _exit(0)
        }
        guard child > 0 else { throw DeltaError.noThread(errno) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        Self.tell("exit \(status)")
        Self.tell("parent \(try table.snapshot().version)")
        try engine.shutdown()
    }

    /// The child's line.
    private func answer(of table: DeltaTable, _ detached: DetachedSnapshot) -> String {
        do {
            switch use {
            case .guarded, .unguarded: return "works \(try table.snapshot().version)"
            case .detached: return "works \(detached.version)"
            case .fresh:
                let own = try DeltaEngine(workers: Self.workers)
                let version = try own.table(at: folder).snapshot().version
                try own.shutdown()
                return "works \(version)"
            }
        } catch let error as ForkedProcessError {
            Self.tell("lost \(error.lostThreads.joined(separator: ","))")
            return "refused \(error.summary)"
        } catch {
            return "fails \(error)"
        }
    }

    private static func tell(_ words: String) {
        let line = words.map { $0.isNewline ? " " : $0 }
        let bytes = Array(("forkguard " + String(line) + "\n").utf8)
        bytes.withUnsafeBytes { _ = fg_write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
