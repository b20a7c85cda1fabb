/// The language server without its streams: messages in, messages out, scans as jobs for somebody else's thread.
///
/// Nothing here blocks. Whoever drives it hands over messages, asks when the next scan is due, runs it, and hands over
/// what it gave; a scan that a newer change has overtaken is dropped.
public final class LanguageServer {
    /// A scan of the documents that are open.
    public struct Job: Sendable {
        let generation: Int
        let paths: [String]
        let contents: [String: [UInt8]]
    }

    /// What a job gave.
    public struct Answer: Sendable {
        let generation: Int
        var outcome: ScanRun.Outcome?
        /// Why there is none.
        var problem: String?
        /// By absolute path, in the order of reports.
        var findings: [String: [Finding]] = [:]
    }

    /// How long changes are waited for: typing comes faster.
    private static let pause = Duration.milliseconds(200)

    let catalog: Catalog
    private let configure: @Sendable ([String]) throws -> (Configuration, Catalog)
    private let options: ScanOptions
    private(set) var open = OpenDocuments()
    private(set) var latest = Answer(generation: 0)
    private var generation = 0
    private var due: ContinuousClock.Instant?
    private var isRunning = false
    private var published: Set<String> = []
    private var told: String?
    private var state = State.new
    private var watchesFiles = false
    private var outgoing: [[UInt8]] = []

    private enum State { case new, ready, shutDown, over(Int32) }

    /// - Parameter configure: what is in force for files that are named.
    public init(
        catalog: Catalog, options: ScanOptions,
        configure: @escaping @Sendable ([String]) throws -> (Configuration, Catalog)
    ) {
        self.catalog = catalog
        self.options = options
        self.configure = configure
    }

    /// The status to end with, once the client has said so.
    public var exitStatus: Int32? { if case .over(let status) = state { status } else { nil } }

    // MARK: Messages

    /// Takes what has arrived, and gives the answers. Requests that are cancelled among them are not worked on.
    public func receive(_ items: [MessageFraming.Item], now: ContinuousClock.Instant) -> [[UInt8]] {
        var messages: [JSONValue] = []
        for item in items {
            switch item {
            case .broken(let words): fail(nil, .parse, "skipped: \(words)")
            case .message(let bytes):
                if let value = JSONValue.parse(bytes), case .object = value.content {
                    messages.append(value)
                } else {
                    fail(nil, .parse, "a message that is no JSON object was skipped")
                }
            }
        }
        let cancelled = Set(
            messages.filter { $0["method"]?.text == "$/cancelRequest" }.compactMap {
                $0["params"]?["id"].flatMap(RequestID.init)
            })
        for message in messages where exitStatus == nil {
            let id = message["id"].flatMap(RequestID.init)
            guard let method = message["method"]?.text else {
                // An answer to a request of ours, or nothing that anybody knows.
                if message["result"] == nil, message["error"] == nil {
                    fail(id, .invalidRequest, "a message without a method")
                }
                continue
            }
            if let id, cancelled.contains(id) {
                fail(id, .cancelled, "cancelled")
            } else if let id {
                answer(id, method, message["params"])
            } else {
                notice(method, message["params"], now)
            }
        }
        return flush()
    }

    private func flush() -> [[UInt8]] {
        defer { outgoing = [] }
        return outgoing
    }

    private func answer(_ id: RequestID, _ method: String, _ parameters: JSONValue?) {
        switch (state, method) {
        case (.new, "initialize"):
            state = .ready
            let dynamic = parameters?["capabilities"]?["workspace"]?["didChangeWatchedFiles"]?["dynamicRegistration"]
            if case .bool(true)? = dynamic?.content { watchesFiles = true }
            succeed(id) { Self.writeCapabilities(to: &$0) }
        case (.new, _): fail(id, .notInitialized, "`initialize` comes first")
        case (.ready, "shutdown"):
            state = .shutDown
            succeed(id) { $0.null() }
        case (.ready, "initialize"): fail(id, .invalidRequest, "`initialize` came before")
        case (.ready, "textDocument/hover"):
            guard let uri = parameters?["textDocument"]?["uri"]?.text, let held = open.held(uri),
                let line = parameters?["position"]?["line"]?.number
            else { return fail(id, .invalidParameters, "hover names no place") }
            succeed(id) { self.writeHover(held, line: line, to: &$0) }
        case (.ready, "textDocument/codeAction"):
            guard let uri = parameters?["textDocument"]?["uri"]?.text, let range = parameters?["range"],
                let first = range["start"]?["line"]?.number, let last = range["end"]?["line"]?.number
            else { return fail(id, .invalidParameters, "a code action names no range") }
            let only = parameters?["context"]?["only"]?.texts
            succeed(id) { self.writeActions(uri, lines: min(first, last)...max(first, last), only, to: &$0) }
        case (.ready, _): fail(id, .unknownMethod, "forkguard does not answer `\(Printable.text(method))`")
        case (.shutDown, _), (.over, _): fail(id, .invalidRequest, "the server was shut down")
        }
    }

    private func notice(_ method: String, _ parameters: JSONValue?, _ now: ContinuousClock.Instant) {
        if method == "exit" {
            if case .shutDown = state { state = .over(0) } else { state = .over(1) }
            return
        }
        guard case .ready = state else { return }
        if method == "initialized", watchesFiles { registerWatch() }
        guard let effect = open.take(method, parameters) else { return }
        for uri in effect.closed where published.remove(uri) != nil { publish([], uri, nil) }
        due = effect.isTyping ? now + Self.pause : now
    }

    /// Messages of the same kind from the client's side would need no answer: only where the client knows the request.
    private func registerWatch() {
        send { writer in
            writer.field("id", "watch")
            writer.field("method", "client/registerCapability")
            writer.field("params") { writer in
                writer.field("registrations", array: [1]) { writer, _ in
                    writer.object { writer in
                        writer.field("id", "watch-files")
                        writer.field("method", "workspace/didChangeWatchedFiles")
                        writer.field("registerOptions") { writer in
                            writer.field(
                                "watchers",
                                array: ["**/*.{py,ipynb,swift}", "**/{.,}forkguard.toml", "**/pyproject.toml"]
                            ) { writer, glob in
                                writer.object { $0.field("globPattern", glob) }
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Scans

    /// When the next scan is due; `nil` where nothing waits or one runs.
    public var nextScan: ContinuousClock.Instant? { isRunning ? nil : due }

    /// The scan that is due now.
    public func job(now: ContinuousClock.Instant) -> Job? {
        guard !isRunning, let due, due <= now else { return nil }
        self.due = nil
        generation += 1
        guard !open.isEmpty else { return nil }
        isRunning = true
        let contents = open.contents
        return Job(generation: generation, paths: contents.keys.sorted(), contents: contents)
    }

    /// Runs a job; on any thread.
    public var runner: @Sendable (Job) -> Answer {
        let (options, configure) = (options, configure)
        return { job in
            var answer = Answer(generation: job.generation)
            guard !job.paths.isEmpty else { return answer }
            do {
                let (configuration, catalog) = try configure(job.paths)
                var options = options
                options.contents = job.contents
                let run = try ScanRun(
                    named: job.paths, configuration: configuration, catalog: catalog, options: options)
                var baseline: Baseline?
                if let path = configuration.paths(.baseline).first { baseline = try Baseline.read(path) }
                let outcome = run.run(baseline: baseline)
                let here = Folders.working
                for finding in outcome.report.findings {
                    answer.findings[Folders.join(here, finding.site.path), default: []].append(finding)
                }
                answer.outcome = outcome
            } catch let error as CatalogError {
                answer.problem = error.problems.map(\.description).joined(separator: "\n")
            } catch {
                answer.problem = "\(error)"
            }
            return answer
        }
    }

    /// Takes what a job gave, and tells the client.
    public func finish(_ answer: Answer) -> [[UInt8]] {
        isRunning = false
        // What was scanned is not what stands there now: the next one is on its way.
        if due != nil { return flush() }
        if let problem = answer.problem {
            if told != problem { tell(problem) }
            told = problem
            return flush()
        }
        told = nil
        latest = answer
        for document in open.documents.values.sorted(by: { $0.uri < $1.uri }) {
            // Of a notebook that is open as one, its cells tell.
            let isNotebook = open.notebook(at: document.path) != nil
            published.insert(document.uri)
            publish(isNotebook ? [] : answer.findings[document.path] ?? [], document.uri, document.version)
        }
        for notebook in open.notebooks.values.sorted(by: { $0.uri < $1.uri }) {
            let findings = answer.findings[notebook.path] ?? []
            for (index, cell) in notebook.cells.enumerated() {
                published.insert(cell.uri)
                let ofCell = findings.filter { $0.site.notebook?.cell == index + 1 }
                publish(ofCell, cell.uri, notebook.texts[cell.uri]?.version)
            }
        }
        return flush()
    }

    private func tell(_ words: String) {
        send { writer in
            writer.field("method", "window/showMessage")
            writer.field("params") { writer in
                writer.field("type", 1)
                writer.field("message", "forkguard: " + Printable.text(words))
            }
        }
    }

    // MARK: Writing

    func send(_ body: (inout JSONWriter) -> Void) {
        var writer = JSONWriter(isCompact: true)
        writer.object { writer in
            writer.field("jsonrpc", "2.0")
            body(&writer)
        }
        outgoing.append(writer.buffer.bytes)
    }

    private func succeed(_ id: RequestID, _ result: (inout JSONWriter) -> Void) {
        send { writer in
            writer.key("id")
            id.write(to: &writer)
            writer.key("result")
            result(&writer)
        }
    }

    private enum Code: Int {
        case parse = -32700
        case invalidRequest = -32600
        case unknownMethod = -32601
        case invalidParameters = -32602
        case notInitialized = -32002
        case cancelled = -32800
    }

    private func fail(_ id: RequestID?, _ code: Code, _ message: String) {
        send { writer in
            writer.key("id")
            if let id { id.write(to: &writer) } else { writer.null() }
            writer.field("error") { writer in
                writer.field("code", code.rawValue)
                writer.field("message", message)
            }
        }
    }
}

/// What a request is known by: a number or a text.
enum RequestID: Hashable {
    case number(Int)
    case text(String)

    init?(_ value: JSONValue) {
        switch value.content {
        case .integer(let number): self = .number(number)
        case .string(let text): self = .text(text)
        default: return nil
        }
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .number(let number): writer.number(number)
        case .text(let text): writer.string(text)
        }
    }
}

extension JSONValue {
    var text: String? { if case .string(let text) = content { text } else { nil } }
    var number: Int? { if case .integer(let number) = content { number } else { nil } }
    var elements: [JSONValue]? { if case .array(let parts) = content { parts } else { nil } }
    var texts: [String]? { elements?.compactMap(\.text) }
}
