import ArgumentParser
import ForkGuardCore
import Glibc

/// `forkguard server`: the language server, over standard input and output.
struct ServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server",
        abstract: "Answer an editor: a language server over standard input and output.",
        discussion: "docs/editors.md has the lines for editors.")

    @OptionGroup var settings: SettingFlags

    /// Editors say so; there is no other way.
    @Flag(help: .hidden) var stdio = false

    mutating func run() throws {
        let settings = settings
        var options = ScanOptions()
        options.isIsolated = settings.isolated
        options.swiftFrontEnd = Environment.value("FORKGUARD_SWIFT")
        let server = LanguageServer(catalog: try CatalogLoading.catalog([]), options: options) { paths in
            let configuration = try settings.configuration(for: paths)
            return (configuration, try CatalogLoading.catalog(configuration.paths(.rules)))
        }
        guard let loop = ServerLoop(server) else { throw Failure.noScratch(.system(errno)) }
        Glibc.exit(loop.run())
    }
}

/// Reads messages, runs scans on a thread of their own, writes answers.
private final class ServerLoop {
    private let server: LanguageServer
    private var framing = MessageFraming()
    /// A thread that has an answer writes a byte into the second.
    private let wake: (read: Int32, write: Int32)
    private let answers = Answers()

    init?(_ server: LanguageServer) {
        self.server = server
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        wake = (ends[0], ends[1])
    }

    /// Returns the status to end with.
    func run() -> Int32 {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            startScan()
            var waiting = [
                pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&waiting, 2, timeout) < 0, errno != EINTR { return 2 }
            if waiting[1].revents != 0 {
                _ = read(wake.read, &chunk, 1)
                if let answer = answers.take() { write(server.finish(answer)) }
            }
            guard waiting[0].revents != 0 else { continue }
            let count = read(0, &chunk, chunk.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            // A client that is gone has not said goodbye.
            guard count > 0 else { return 1 }
            framing.add(chunk[..<count])
            var items: [MessageFraming.Item] = []
            while let item = framing.next() { items.append(item) }
            write(server.receive(items, now: .now))
            if let status = server.exitStatus { return status }
        }
    }

    /// Milliseconds until a scan is due; -1: none is.
    private var timeout: Int32 {
        guard let next = server.nextScan else { return -1 }
        return Int32(max(0, min(10_000, (next - .now) / .milliseconds(1) + 1)))
    }

    private func startScan() {
        guard let job = server.job(now: .now) else { return }
        let (runner, answers, end) = (server.runner, answers, wake.write)
        Task.detached {
            answers.put(runner(job))
            var byte: UInt8 = 1
            _ = Glibc.write(end, &byte, 1)
        }
    }

    private func write(_ messages: [[UInt8]]) {
        var buffer = ByteBuffer()
        for message in messages { buffer.append(MessageFraming.framed(message)) }
        OutputStream.standardOutput.write(buffer)
    }
}

/// The answer of the scan that ran last, handed from its thread to the one that writes.
private final class Answers: @unchecked Sendable {
    private var lock = pthread_mutex_t()
    private var answer: LanguageServer.Answer?

    init() { pthread_mutex_init(&lock, nil) }

    func put(_ answer: LanguageServer.Answer) {
        pthread_mutex_lock(&lock)
        self.answer = answer
        pthread_mutex_unlock(&lock)
    }

    func take() -> LanguageServer.Answer? {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        defer { answer = nil }
        return answer
    }
}
