import CSystem
import ForkGuardRuntime
import Glibc
import Synchronization

/// Threads of the engine's own, which do its reading. They end with `shutDown`, or with the pool.
///
/// In a forked child they do not exist, and a lock of the pool may be held for ever: callers check the fork token
/// before they come here.
final class WorkerPool: Sendable {
    let threadNames: [String]
    private let queue: JobQueue
    private let threads: Mutex<[pthread_t]>

    /// - Parameter workers: how many threads; at least 1.
    init(workers: Int) throws(DeltaError) {
        threadNames = (0..<workers).map { "delta-io-\($0)" }
        queue = JobQueue()
        threads = Mutex([])
        // Signals belong to the program's own threads.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        for name in threadNames {
            let start = Unmanaged.passRetained(WorkerStart(queue: queue))
            var thread = pthread_t()
            let status = pthread_create(
                &thread, nil,
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<WorkerStart>.fromOpaque(argument).takeRetainedValue().run()
                    return nil
                }, start.toOpaque())
            guard status == 0 else {
                start.release()
                shutDown()
                throw .noThread(status)
            }
            // Here and not by the thread itself: whoever forks now is told which threads the child lacks.
            fg_name_thread(thread, name)
            threads.withLock { $0.append(thread) }
        }
    }

    /// Ends the threads after what they are at, and waits for them. Does nothing the second time.
    func shutDown() {
        queue.close()
        let ending = threads.withLock { all in
            defer { all = [] }
            return all
        }
        for thread in ending {
            // The last owner may have been a worker itself.
            if pthread_equal(thread, pthread_self()) != 0 { pthread_detach(thread) } else { pthread_join(thread, nil) }
        }
    }

    /// Runs `body` with 0 up to `count` on the workers and waits for the end. Of several errors, that of the lowest
    /// index is thrown; after one, no more indices are begun.
    ///
    /// - Parameter progress: called now and then on this thread with how many have ended.
    func run(
        _ count: Int, progress: (Int) -> Void = { _ in }, _ body: @escaping @Sendable (Int) throws(DeltaError) -> Void
    ) throws(DeltaError) {
        if count == 0 { return }
        let batch = Batch(count: count, body: body)
        let helpers = min(count, threadNames.count)
        batch.expect(helpers)
        guard queue.add(copies: helpers, { batch.work() }) else { throw .shutDown }
        batch.wait(progress)
        if let error = batch.error { throw error }
    }
}

private final class WorkerStart: Sendable {
    let queue: JobQueue

    init(queue: JobQueue) {
        self.queue = queue
    }

    func run() {
        while let job = queue.next() { job() }
    }
}

/// A mutex with a condition: what waiting needs, and the standard library's `Mutex` does not have.
private final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// Only while locked.
    func wait() { pthread_cond_wait(condition, mutex) }

    /// Only while locked. Returns after some milliseconds at the latest.
    func wait(milliseconds: Int) {
        var end = timespec()
        clock_gettime(CLOCK_REALTIME, &end)
        end.tv_nsec += milliseconds * 1_000_000
        end.tv_sec += end.tv_nsec / 1_000_000_000
        end.tv_nsec %= 1_000_000_000
        pthread_cond_timedwait(condition, mutex, &end)
    }

    func wakeAll() { pthread_cond_broadcast(condition) }
}

/// Jobs in the order of their coming. All state is guarded by the monitor.
private final class JobQueue: @unchecked Sendable {
    private let monitor = Monitor()
    private var jobs: [@Sendable () -> Void] = []
    private var isClosed = false

    /// False after the end.
    func add(copies: Int, _ job: @escaping @Sendable () -> Void) -> Bool {
        monitor.locked {
            if isClosed { return false }
            jobs.append(contentsOf: repeatElement(job, count: copies))
            monitor.wakeAll()
            return true
        }
    }

    /// The next job; waits for one, and is `nil` after the end.
    func next() -> (@Sendable () -> Void)? {
        monitor.locked {
            while jobs.isEmpty && !isClosed { monitor.wait() }
            return jobs.isEmpty ? nil : jobs.removeFirst()
        }
    }

    func close() {
        monitor.locked {
            isClosed = true
            monitor.wakeAll()
        }
    }
}

/// Indices that several workers share out among them. State but for the counters is guarded by the monitor.
private final class Batch: @unchecked Sendable {
    private let monitor = Monitor()
    private let count: Int
    private let body: @Sendable (Int) throws(DeltaError) -> Void
    private let nextIndex = Atomic<Int>(0)
    private let doneCount = Atomic<Int>(0)
    private let hasFailed = Atomic<Bool>(false)
    private var helpersLeft = 0
    private var firstError: (index: Int, error: DeltaError)?

    init(count: Int, body: @escaping @Sendable (Int) throws(DeltaError) -> Void) {
        self.count = count
        self.body = body
    }

    var error: DeltaError? { monitor.locked { firstError?.error } }

    func expect(_ helpers: Int) { monitor.locked { helpersLeft = helpers } }

    func work() {
        while !hasFailed.load(ordering: .relaxed) {
            let index = nextIndex.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < count else { break }
            do throws(DeltaError) {
                try body(index)
            } catch {
                note(error, index)
            }
            doneCount.wrappingAdd(1, ordering: .relaxed)
        }
        monitor.locked {
            helpersLeft -= 1
            if helpersLeft == 0 { monitor.wakeAll() }
        }
    }

    private func note(_ error: DeltaError, _ index: Int) {
        hasFailed.store(true, ordering: .relaxed)
        monitor.locked {
            if index < firstError?.index ?? .max { firstError = (index, error) }
        }
    }

    func wait(_ progress: (Int) -> Void) {
        var isDone = false
        while !isDone {
            isDone = monitor.locked {
                if helpersLeft > 0 { monitor.wait(milliseconds: 100) }
                return helpersLeft == 0
            }
            progress(doneCount.load(ordering: .relaxed))
        }
    }
}
