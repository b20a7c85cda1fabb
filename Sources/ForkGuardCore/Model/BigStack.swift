import Glibc

/// Threads whose stack is large enough for the deepest code that the limits admit.
enum BigStack {
    /// Runs `body` on a thread of its own and returns what it returns.
    static func run<Result>(_ body: @escaping () -> Result) -> Result {
        let box = Box(body)
        guard let thread = start(box) else { return body() }
        pthread_join(thread, nil)
        return box.result ?? body()
    }

    /// Runs `body` on `count` threads at once and returns when all have ended.
    static func run(on count: Int, _ body: @escaping @Sendable () -> Void) {
        let threads = (0..<max(1, count)).compactMap { _ in start(Box(body)) }
        if threads.isEmpty { body() }
        for thread in threads { pthread_join(thread, nil) }
    }

    private static func start(_ job: Job) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, Limits.stackSize)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(job).toOpaque()
        let status = pthread_create(
            &thread, &attributes,
            { context in
                guard let context else { return nil }
                Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context)
        guard status == 0 else {
            Unmanaged<Job>.fromOpaque(context).release()
            return nil
        }
        return thread
    }

    private class Job {
        func run() {}
    }

    private final class Box<Result>: Job {
        private let body: () -> Result
        private(set) var result: Result?

        init(_ body: @escaping () -> Result) { self.body = body }
        override func run() { result = body() }
    }
}
