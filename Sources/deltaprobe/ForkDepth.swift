import CSystem
import DeltaCheck
import ForkGuardRuntime
import Glibc

/// Forks a child, that one a child, and so on. In each, everything of all generations before is refused and a fresh
/// engine works.
enum ForkDepth {
    private static let secondsInAll: UInt32 = 60

    static func run(_ path: String, generations: Int) throws -> Int32 {
        let expected = try open(path).detached.version
        alarm(secondsInAll)
        let worst = try descend(path, expected, [], generations)
        Probe.say(worst == 0 ? "a fresh engine works \(generations) forks deep" : "generation \(worst) failed")
        return worst == 0 && generations > 0 ? 0 : 1
    }

    private typealias Opened = (engine: DeltaEngine, table: DeltaTable, detached: DetachedSnapshot)

    private static func open(_ path: String) throws -> Opened {
        let engine = try DeltaEngine(workers: 2)
        let table = try engine.table(at: path)
        return (engine, table, try table.snapshot().detached())
    }

    /// Opens the table here and goes one fork deeper, by libc's fork and a bare clone in turn.
    ///
    /// - Returns: the generation that failed, counted from the deepest one; 0 for none.
    private static func descend(
        _ path: String, _ expected: TableVersion, _ before: [Opened], _ left: Int
    ) throws -> Int32 {
        for old in before {
            do {
                _ = try old.table.snapshot()
                return Int32(left + 1)
            } catch is ForkedProcessError {} catch { return Int32(left + 1) }
            guard old.detached.version == expected else { return Int32(left + 1) }
        }
        guard let own = try? open(path), own.detached.version == expected else { return Int32(left + 1) }
        if left == 0 { return 0 }
        let pid = left % 3 == 0 ? fg_bare_clone() : fg_fork()
        if pid == 0 {
            alarm(secondsInAll)
            _exit((try? descend(path, expected, before + [own], left - 1)) ?? Int32(left))
        }
        guard pid > 0 else { throw DeltaError.noThread(errno) }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        let isEnded = status & 0x7F == 0
        // What was opened here is as good as before.
        let isWell = (try? own.table.snapshot().version) == expected
        try own.engine.shutdown()
        return isEnded ? (status >> 8 & 0xFF != 0 ? status >> 8 & 0xFF : isWell ? 0 : Int32(left)) : Int32(left)
    }
}
