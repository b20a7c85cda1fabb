import CSystem
import DeltaCheck
import ForkGuardRuntime
import Glibc
import Synchronization

/// Forks again and again while the engine's pool is at work; in each child everything made before must throw, at once.
enum ForkRounds {
    private static let secondsPerChild = 10

    static func run(_ path: String, rounds: Int) throws -> Int32 {
        let engine = try DeltaEngine(workers: 3)
        let table = try engine.table(at: path)
        let snapshot = try table.snapshot()
        let detached = try snapshot.detached()
        let load = Load(table)
        load.start(threads: 2)
        var refused = 0
        var failures: [String: Int] = [:]
        for round in 0..<rounds {
            let pid = round % 5 == 4 ? fg_bare_clone() : fg_fork()
            if pid == 0 {
                alarm(UInt32(secondsPerChild))
                _exit(child(round, engine, table, snapshot, detached))
            }
            guard pid > 0 else { throw DeltaError.noThread(errno) }
            let outcome = wait(for: pid)
            if outcome == "0" { refused += 1 } else { failures[outcome, default: 0] += 1 }
        }
        let opened = load.stop()
        try engine.shutdown()
        let rest = failures.isEmpty ? "" : ", others: \(failures)"
        Probe.say("\(refused) of \(rounds) children were refused explicitly, beside \(opened) loads\(rest)")
        return refused == rounds && opened > 0 ? 0 : 1
    }

    private static func wait(for pid: pid_t) -> String {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? "\((status >> 8) & 0xFF)" : signal == SIGALRM ? "hang" : "signal \(signal)"
    }

    /// What a child tries; 0 if all of it was refused as it should be.
    private static func child(
        _ round: Int, _ engine: DeltaEngine, _ table: DeltaTable, _ snapshot: Snapshot, _ detached: DetachedSnapshot
    ) -> Int32 {
        let attempts: [() throws -> Void] = [
            { _ = try table.snapshot() }, { _ = try engine.table(at: "x") }, { _ = try snapshot.version },
            { _ = try table.history() }, { try engine.shutdown() }, { _ = try snapshot.detached() },
        ]
        for attempt in attempts {
            do {
                try attempt()
                return 1
            } catch let error as ForkedProcessError {
                if error.pid != getpid() || error.ownerPid == getpid() || error.lostThreads.isEmpty { return 2 }
            } catch {
                return 3
            }
        }
        return detached.version >= 0 ? 0 : 4
    }

    /// Threads that open the table over and over.
    private final class Load: Sendable {
        private let table: DeltaTable
        private let isStopped = Atomic<Bool>(false)
        private let opened = Atomic<Int>(0)
        private let threads = Mutex<[pthread_t]>([])

        init(_ table: DeltaTable) { self.table = table }

        func start(threads count: Int) {
            for _ in 0..<count {
                var thread = pthread_t()
                pthread_create(
                    &thread, nil,
                    { argument in
                        guard let argument else { return nil }
                        Unmanaged<Load>.fromOpaque(argument).takeRetainedValue().run()
                        return nil
                    }, Unmanaged.passRetained(self).toOpaque())
                threads.withLock { $0.append(thread) }
            }
        }

        private func run() {
            while !isStopped.load(ordering: .relaxed) {
                if (try? table.snapshot()) != nil { opened.wrappingAdd(1, ordering: .relaxed) }
            }
        }

        func stop() -> Int {
            isStopped.store(true, ordering: .relaxed)
            for thread in threads.withLock({ $0 }) { pthread_join(thread, nil) }
            return opened.load(ordering: .relaxed)
        }
    }
}
