import CSystem
import Glibc
import Synchronization
import Testing

@testable import ForkGuardRuntime

/// What a check does in a forked child, under each policy. Serialised: the policy belongs to the process.
@Suite(.serialized) struct PolicyTests {
    /// Runs `body` in a forked child, under a watchdog, and gives its exit status, or minus the signal that ended it,
    /// and what it wrote to standard error.
    private func inChild(_ body: () -> Int32) -> (status: Int32, text: String) {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let pid = fg_fork()
        if pid == 0 {
            alarm(20)
            dup2(ends[1], STDERR_FILENO)
            _exit(body())
        }
        close(ends[1])
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = read(ends[0], &buffer, buffer.count), count > 0 { text += buffer[..<count] }
        close(ends[0])
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return (signal == 0 ? (status >> 8) & 0xFF : -signal, String(decoding: text, as: UTF8.self))
    }

    private static func outcome(_ token: ForkGuard.Token) -> Int32 {
        do throws(ForkedProcessError) {
            try token.check("Store.read")
            return 0
        } catch {
            return error.pid == getpid() && error.ownerPid == getppid() && error.call == "Store.read" ? 7 : 8
        }
    }

    @Test func theOwnersProcessIsNeverTold() throws {
        let token = ForkGuard.Token(owner: "a store")
        for policy in ForkGuard.Policy.allCases {
            ForkGuard.install(policy: policy)
            try token.check()
            #expect(token.isValid)
        }
        ForkGuard.install(policy: .failFast)
    }

    @Test(arguments: [
        (ForkGuard.Policy.failFast, 7, ""), (.warn, 0, "Store.read refused"),
        (.report, 0, "{\"event\": \"use-after-fork\""),
        (.abort, -SIGABRT, "Store.read refused"), (.off, 0, ""),
    ])
    func aChildIsToldAsThePolicySays(_ policy: ForkGuard.Policy, _ status: Int32, _ words: String) {
        let token = ForkGuard.Token(owner: "a store")
        ForkGuard.install(policy: policy)
        defer { ForkGuard.install(policy: .failFast) }
        let result = inChild { Self.outcome(token) }
        #expect(result.status == status)
        #expect(words.isEmpty ? result.text.isEmpty : result.text.contains(words), "\(result.text)")
    }

    @Test func oneOwnerIsWarnedOfOnce() {
        let token = ForkGuard.Token(owner: "a store")
        ForkGuard.install(policy: .warn)
        defer { ForkGuard.install(policy: .failFast) }
        let result = inChild { Self.outcome(token) + Self.outcome(token) + Self.outcome(token) }
        #expect(result.status == 0)
        #expect(result.text.components(of: "refused: this process").count == 2)
    }

    @Test func aHandlerIsCalledBeforeTheError() {
        let token = ForkGuard.Token(owner: "a store")
        let count = CallCount()
        ForkGuard.install(policy: .failFast) { _ in count.calls.add(1, ordering: .relaxed) }
        defer { ForkGuard.install(policy: .failFast) }
        let result = inChild { Self.outcome(token) == 7 ? Int32(count.calls.load(ordering: .relaxed)) : 99 }
        #expect(result.status == 1)
        #expect(count.calls.load(ordering: .relaxed) == 0)
    }

    @Test func anOwnerThatCouldOnlyHangAlwaysThrows() {
        let token = ForkGuard.Token(owner: "a pool", alwaysThrows: true)
        ForkGuard.install(policy: .off)
        defer { ForkGuard.install(policy: .failFast) }
        #expect(inChild { Self.outcome(token) }.status == 7)
    }

    @Test func whatAChildMakesIsItsOwn() {
        #expect(inChild { Self.outcome(ForkGuard.Token(owner: "a store of the child")) }.status == 0)
    }

    @Test func jsonIsOneLine() {
        let token = ForkGuard.Token(owner: "a \"store\"\n\u{1}", remedy: "back\\slash")
        let text = token.error(of: "f").json
        #expect(!text.contains("\n"))
        #expect(text.contains(#""owner": "a \"store\"\n\u0001""#))
        #expect(text.contains(#""remedy": "back\\slash""#))
    }
}

private final class CallCount: Sendable {
    let calls = Atomic<Int>(0)
}

extension String {
    fileprivate func components(of separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
