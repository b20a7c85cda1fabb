import Glibc
import Synchronization

extension ForkGuard {
    /// What a check does in a process that was forked after its token had been made.
    public enum Policy: UInt8, Sendable, CaseIterable {
        /// Throws `ForkedProcessError`.
        case failFast
        /// Writes the error to standard error, once for each token's owner and process, and goes on.
        case warn
        /// Writes the error to standard error as one line of JSON, as often, and goes on.
        case report
        /// Writes the error to standard error and ends the process by SIGABRT.
        case abort
        /// Goes on without a word.
        case off
    }

    /// Called with every error that a policy other than `.off` makes, before the policy does its own. It runs in the
    /// forked child, where the threads of the parent are missing: it must not wait for any.
    public typealias Handler = @Sendable (ForkedProcessError) -> Void

    /// Puts the hooks in place and says what a failed check does in this process and in those forked from it.
    ///
    ///     ForkGuard.install(policy: .warn) { error in
    ///         metrics.count("forked", error.owner)
    ///     }
    ///
    /// The last call counts. A C program's fork cannot be refused, so no policy does: the first use after it is
    /// where the program is told.
    public static func install(policy: Policy, handler: Handler? = nil) {
        install()
        Self.policy.store(policy.rawValue, ordering: .relaxed)
        // Read in forked children, where a lock might be held for ever: an address, never freed.
        let box = handler.map { UInt(bitPattern: Unmanaged.passRetained(HandlerBox($0)).toOpaque()) }
        Self.handler.store(box ?? 0, ordering: .releasing)
    }

    private static let policy = Atomic<UInt8>(Policy.failFast.rawValue)
    private static let handler = Atomic<UInt>(0)
    /// The process that was told last, and of which owner: told again is nobody.
    private static let told = Atomic<UInt>(0)

    private final class HandlerBox: Sendable {
        let call: Handler
        init(_ call: @escaping Handler) { self.call = call }
    }

    /// What follows a failed check: throws, or returns where the policy lets the program go on.
    static func answer(_ token: Token, _ call: StaticString) throws(ForkedProcessError) {
        let chosen = Policy(rawValue: policy.load(ordering: .relaxed)) ?? .failFast
        let policy = token.origin.alwaysThrows ? .failFast : chosen
        if policy == .off { return }
        let error = token.error(of: call)
        if let box = UnsafeRawPointer(bitPattern: handler.load(ordering: .acquiring)) {
            Unmanaged<HandlerBox>.fromOpaque(box).takeUnretainedValue().call(error)
        }
        switch policy {
        case .failFast: throw error
        case .warn: if isFirst(token) { write("forkguard: \(error.description)\n") }
        case .report: if isFirst(token) { write(error.json + "\n") }
        case .abort:
            write("forkguard: \(error.description)\n")
            Glibc.abort()
        case .off: break
        }
    }

    private static func isFirst(_ token: Token) -> Bool {
        let key = UInt(bitPattern: ObjectIdentifier(token.origin).hashValue) ^ UInt(bitPattern: Int(getpid())) | 1
        return told.exchange(key, ordering: .relaxed) != key
    }

    /// Straight to the descriptor: a buffer's lock may be held by a thread that is not here.
    private static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(STDERR_FILENO, start, rest.count)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }
}

extension ForkedProcessError {
    /// One JSON object on one line, with the keys `event` ("use-after-fork"), `call`, `owner`, `owner_pid`, `made_at`,
    /// `pid`, `parent_pid`, `forked_at`, `forked_by`, `lost_threads`, `lost_thread_count`, `evidence`, `remedy`.
    public var json: String {
        var fields = [
            ("event", Self.quoted("use-after-fork")), ("call", Self.quoted(call)), ("owner", Self.quoted(owner)),
            ("owner_pid", "\(ownerPid)"), ("made_at", Self.quoted(madeAt.description)), ("pid", "\(pid)"),
            ("parent_pid", "\(parentPid)"),
        ]
        fields.append(("forked_at", forkedAt.map { Self.quoted($0.description) } ?? "null"))
        fields.append(("forked_by", forkedBy.map(String.init) ?? "null"))
        fields.append(("lost_threads", "[" + lostThreads.map(Self.quoted).joined(separator: ", ") + "]"))
        fields.append(("lost_thread_count", "\(lostThreadCount)"))
        fields.append(("evidence", Self.quoted(evidence.rawValue)))
        fields.append(("remedy", Self.quoted(remedy)))
        return "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
