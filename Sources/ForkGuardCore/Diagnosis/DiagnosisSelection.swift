import ProcessEvidence
import Synchronization

extension Diagnoser {
    /// A process and all that it started, and that those started, each once.
    public static func tree(of pid: Int32) -> [Int32] {
        var result: [Int32] = []
        var seen: Set<Int32> = []
        var next = [pid]
        while let pid = next.popLast() {
            guard seen.insert(pid).inserted else { continue }
            result.append(pid)
            next += Inspector.children(of: pid).reversed()
        }
        return result
    }

    /// Every process that was forked and executed nothing since, but the first one and this one.
    public static func forked() -> [Int32] {
        Inspector.processes().filter { pid in
            guard pid > 1, let stat = try? Inspector.stat(of: pid) else { return false }
            return stat.isForkedWithoutExec && !stat.isKernelThread && !stat.isEnding
        }
    }

    /// Diagnoses several, in the order given; those that end meanwhile are left out.
    ///
    /// A look is mostly waiting, so that several go on at once, each on a thread with an inspector of its own.
    public static func diagnose(_ pids: [Int32], catalog: Catalog, window: Int64 = 1000) -> [Diagnosis] {
        let work = Work()
        BigStack.run(on: min(pids.count, 16)) {
            let diagnoser = Diagnoser(catalog: catalog)
            while true {
                let index = work.next.add(1, ordering: .relaxed).oldValue
                guard index < pids.count else { return }
                guard let diagnosis = try? diagnoser.diagnose(pids[index], window: window) else { continue }
                work.results.withLock { $0[index] = diagnosis }
            }
        }
        return work.results.withLock { found in pids.indices.compactMap { found[$0] } }
    }

    private final class Work: Sendable {
        let next = Atomic<Int>(0)
        let results = Mutex<[Int: Diagnosis]>([:])
    }

    /// Processes whose id in a container is `pid`.
    public static func inContainers(_ pid: Int32) -> [Int32] {
        Inspector.processes().filter { Inspector.containerID(of: $0) == pid }
    }

    public static func pause(milliseconds: Int64) { Clock.sleep(milliseconds: milliseconds) }
}
