import ArgumentParser
import DeltaCheck
import ForkGuardCore

/// `forkguard delta`: what a Delta table holds, read by the bundled engine.
struct DeltaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delta",
        abstract: "Show a Delta table: version, protocol, schema, files, history.",
        discussion: """
            Reads the log alone, never the data. A table that needs what is not understood is refused by the \
            name of the feature, with exit status 2.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The table's folder.")
    var table: String

    @Flag(help: "List the files.")
    var files = false

    @Flag(help: "List the commits, newest first.")
    var history = false

    @Flag(help: "Show the columns.")
    var schema = false

    @Option(help: ArgumentHelp("The table at an older version.", valueName: "n"))
    var version: Int64?

    @Option(
        help: ArgumentHelp(
            "The table as it was at a time: 2026-01-31, 2026-01-31T12:00:00Z, or milliseconds since 1970.",
            valueName: "time"), transform: Self.milliseconds)
    var timestamp: Int64?

    @Option(help: "text or json.")
    var format: Format = .text

    mutating func validate() throws {
        if version != nil && timestamp != nil {
            throw ValidationError("--version and --timestamp name the same thing: give one of them")
        }
    }

    mutating func run() throws {
        do {
            try report()
        } catch {
            ProgressLine.clear()
            let words = (error as? DeltaError)?.description ?? "\(error)"
            if format == .json {
                var buffer = ByteBuffer()
                buffer.append(JSONReport(name: name, refusal: words).bytes)
                OutputStream.standardOutput.write(buffer)
            }
            throw Failure.delta(words)
        }
    }

    /// The last part of the path.
    private var name: String {
        PathCoding.displayed(table).split(separator: "/").last { $0 != "." }.map(String.init) ?? table
    }

    private func report() throws {
        let engine = try DeltaEngine()
        let opened = try engine.table(at: PathCoding.bytes(of: table))
        var options = LoadOptions()
        if OutputStream.standardError.isTerminal { options.progress = ProgressLine.show }
        let snapshot: DetachedSnapshot
        if let timestamp {
            snapshot = try opened.snapshot(asOf: timestamp, options: options).detached()
        } else {
            snapshot = try opened.snapshot(version: version, options: options).detached()
        }
        let records = history ? try opened.history(options: options).filter { $0.version <= snapshot.version } : nil
        ProgressLine.clear()
        var buffer = ByteBuffer()
        switch format {
        case .json:
            var parts = JSONReport.Parts()
            parts.files = files
            parts.schema = schema
            parts.history = records
            buffer.append(JSONReport(snapshot, name: name, parts: parts).bytes)
        case .text: write(snapshot, records, to: &buffer)
        }
        // A reader that has seen enough (`head`) is no failure.
        OutputStream.standardOutput.write(buffer)
    }

    private func write(_ snapshot: DetachedSnapshot, _ records: [CommitRecord]?, to buffer: inout ByteBuffer) {
        var sections = [TextReport.summary(snapshot, name: name)]
        if schema { sections.append(TextReport.schema(snapshot)) }
        if let records { sections.append(TextReport.history(records)) }
        for (index, lines) in sections.enumerated() {
            if index > 0 { buffer.line() }
            for line in lines { buffer.line(Printable.text(line)) }
        }
        if files {
            buffer.line()
            TextReport.files(snapshot) { line in
                // Tabs part the columns; a tab in a path is shown as an escape.
                let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
                buffer.line(parts.map { Printable.text(String($0)) }.joined(separator: "\t"))
            }
        }
    }

    private static func milliseconds(_ text: String) throws -> Int64 {
        if let number = Int64(text) { return number }
        guard let microseconds = CalendarTime.microseconds(text) else {
            throw ValidationError("`\(text)` is no time such as 2026-01-31T12:00:00Z, and no number of milliseconds")
        }
        // A version made within the same millisecond counts.
        return microseconds / 1000 - (microseconds % 1000 < 0 ? 1 : 0)
    }
}

/// One line on standard error that says how far reading is.
private enum ProgressLine {
    /// Shorter logs are read before anybody could look.
    private static let least = 200

    @Sendable static func show(_ progress: LoadProgress) {
        guard progress.total >= least else { return }
        let width = 30
        let filled = width * min(progress.done, progress.total) / progress.total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        var buffer = ByteBuffer()
        buffer.append("\r\(progress.stage.rawValue) [\(bar)] \(progress.done)/\(progress.total)\u{1B}[K")
        OutputStream.standardError.write(buffer)
    }

    static func clear() {
        guard OutputStream.standardError.isTerminal else { return }
        var buffer = ByteBuffer()
        buffer.append("\r\u{1B}[K")
        OutputStream.standardError.write(buffer)
    }
}
