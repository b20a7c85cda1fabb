import Glibc
import Synchronization

/// Work on numbered items, on as many threads as there are processors.
enum ParallelMap {
    private static let batch = 32

    /// What `body` gives for each number below `count`, in order.
    ///
    /// - Parameter jobs: threads; `nil`: one a processor.
    static func map<Result: Sendable>(_ count: Int, jobs: Int?, _ body: @escaping @Sendable (Int) -> Result) -> [Result]
    {
        let available = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let shared = Shared<Result>()
        BigStack.run(on: min(jobs ?? available, max(1, count / batch))) {
            while true {
                let start = shared.next.add(batch, ordering: .relaxed).oldValue
                guard start < count else { return }
                let part = (start..<min(start + batch, count)).map(body)
                shared.results.withLock { $0.append((start, part)) }
            }
        }
        return shared.results.withLock { $0 }.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }

    private final class Shared<Result: Sendable>: Sendable {
        let next = Atomic<Int>(0)
        let results = Mutex<[(Int, [Result])]>([])
    }
}
