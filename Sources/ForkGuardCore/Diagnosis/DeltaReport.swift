/// What the rules say of one interpreter's deltalake, beside what it did.
struct DeltaVerdict {
    enum Agreement: String {
        case asTheRulesSay = "as the rules say"
        case otherwise = "otherwise than the rules say"
    }

    let rule: LibraryRule
    let table: DeltaMatrix.Table
    private let claim: LibraryRule.VersionOutcome?

    init?(_ table: DeltaMatrix.Table, _ catalog: Catalog) {
        guard let rule = catalog.libraries.first(where: { $0.imports.contains("deltalake") && $0.id == "deltalake" }),
            let release = table.release
        else { return nil }
        self.rule = rule
        self.table = table
        let pin = Version(release).map { PinnedVersion(distribution: "deltalake", requirement: .exact($0)) }
        claim = pin.flatMap { rule.verdict(for: $0)?.decisive }
    }

    /// One word for what a process that touched and forked gets.
    var measured: LibraryRule.Outcome {
        let outcomes = table.cells.filter { $0.row == .fork }
        if outcomes.contains(where: { $0.outcome.isHazard && $0.outcome != .hangs }) { return .error }
        return outcomes.contains { $0.outcome == .hangs } ? .hang : .ok
    }

    var agreement: Agreement? {
        guard let claim, table.unusable == nil else { return nil }
        let claimed: LibraryRule.Outcome = claim.outcome == .selfHeals ? .ok : claim.outcome
        return claimed == measured ? .asTheRulesSay : claimed == .uncertain ? nil : .otherwise
    }

    var claimText: String? { claim?.text }

    /// A sentence.
    var sentence: String {
        let name = "deltalake \(table.release ?? "")"
        if let reason = table.unusable { return "\(name) could not be tried: \(reason)" }
        let tried = table.cells.filter { $0.row == .fork }
        let bad = tried.filter(\.outcome.isHazard)
        let suffix = agreement.map { ", \($0.rawValue)" } ?? ""
        if bad.isEmpty { return "\(name) works in a forked child of a process that used it\(suffix)." }
        let hung = bad.filter { $0.outcome == .hangs }.map(\.launcher.rawValue)
        let silent = bad.filter { $0.outcome == .childDies }.map(\.launcher.rawValue)
        var parts: [String] = []
        if !hung.isEmpty { parts.append("\(hung.joined(separator: ", ")) never came back") }
        if !silent.isEmpty {
            parts.append("the child of \(silent.joined(separator: ", ")) died and the parent did not notice")
        }
        for cell in bad {
            if case .raises(let type) = cell.outcome { parts.append("\(cell.launcher.rawValue) raised \(type)") }
        }
        return "\(name) does not survive a fork after its first use: \(parts.joined(separator: "; "))\(suffix)."
    }

    /// A process of a cell that hangs, and the label for it: the child inside the library, else the parent that waits.
    var witness: (label: String, process: WatchedProcess)? {
        let hung = table.hazards.filter { $0.outcome == .hangs }
        for cell in hung {
            if let process = cell.processes.last(where: { $0.isForked && $0.isIn("load") }) { return ("hung", process) }
        }
        for cell in hung {
            if let process = cell.processes.first(where: { $0.isIn("run_") }) { return ("waits", process) }
        }
        return nil
    }
}

extension WatchedProcess {
    /// Whether a thread of it was in a function whose name begins so.
    fileprivate func isIn(_ function: String) -> Bool {
        stacks.contains { $0.frames.contains { $0.function.hasPrefix(function) } }
    }
}

/// Puts tables into words for people.
public struct DeltaTextReport {
    private let catalog: Catalog
    private let style: TerminalStyle
    private static let rows: [(row: DeltaMatrix.Row, title: String)] = [
        (.fork, "fork"), (.untouched, "fork, parent untouched"), (.guarded, "fork, under the guard"),
        (.forkserver, "forkserver"), (.spawn, "spawn"),
    ]

    public init(catalog: Catalog, style: TerminalStyle) {
        self.catalog = catalog
        self.style = style
    }

    public func report(_ tables: [DeltaMatrix.Table]) -> ByteBuffer {
        var buffer = ByteBuffer()
        for table in tables { write(table, to: &buffer) }
        if tables.isEmpty { buffer.line("No Python from 3.8 was found; name one with --python.") }
        let tried = tables.filter { $0.release != nil && $0.unusable == nil }
        let confirmed = tried.filter { !$0.hazards.isEmpty }
        let sentence: String
        if tried.isEmpty {
            sentence = "No deltalake was tried: none is installed for \(Words.count(tables.count, "Python"))."
        } else if confirmed.isEmpty {
            sentence = "No hazard: deltalake works after a fork in \(Words.count(tried.count, "environment"))."
        } else {
            sentence = "Confirmed in \(confirmed.count) of \(Words.count(tried.count, "environment")) with deltalake."
        }
        buffer.line(style.paint(sentence, .strong))
        return buffer
    }

    private func write(_ table: DeltaMatrix.Table, to buffer: inout ByteBuffer) {
        let head = "Python \(table.version), \(Printable.path(table.path))"
        guard let release = table.release else {
            buffer.line("\(head): deltalake is not installed")
            buffer.line()
            return
        }
        buffer.line(style.paint("\(head): deltalake \(Printable.text(release))", .strong))
        writeCells(table, to: &buffer)
        guard let verdict = DeltaVerdict(table, catalog) else { return buffer.line() }
        let notes = Notes(indent: 2, style: style)
        notes.write("verdict", verdict.sentence, to: &buffer)
        if let witness = verdict.witness {
            for sentence in ProcessWords.sentences(witness.process) {
                notes.write(witness.label, sentence, to: &buffer)
            }
        }
        if let error = table.hazards.compactMap(\.childError).first {
            notes.write("child", "\(error.type): \(error.text)", to: &buffer)
        }
        if !table.hazards.isEmpty {
            notes.write("help", verdict.rule.remedy, role: .help, to: &buffer)
            notes.write("price", verdict.rule.price, to: &buffer)
            if let link = verdict.rule.evidence.first { notes.write("see", link, to: &buffer) }
        }
        buffer.line()
    }

    private func writeCells(_ table: DeltaMatrix.Table, to buffer: inout ByteBuffer) {
        let columns = DeltaMatrix.Launcher.allCases
        var lines: [[String]] = [["after the parent opened a table"] + columns.map(\.rawValue)]
        for (row, title) in Self.rows where table.cells.contains(where: { $0.row == row }) {
            lines.append([title] + columns.map { table.cell(row, $0).map(Self.words) ?? "" })
        }
        let widths = (0...columns.count).map { column in lines.map { Printable.width($0[column]) }.max() ?? 0 }
        for (number, line) in lines.enumerated() {
            var text = "  "
            for (column, word) in line.enumerated() {
                let isBad = number > 0 && column > 0 && word != "works" && !word.hasPrefix("ForkUnsafeError")
                text += style.paint(word, number == 0 ? .secondary : isBad ? .error : .code)
                if column < columns.count {
                    text += String(repeating: " ", count: max(0, widths[column] - Printable.width(word)) + 2)
                }
            }
            while text.last == " " { text.removeLast() }
            buffer.line(text)
        }
    }

    private static func words(_ cell: DeltaMatrix.Cell) -> String {
        switch cell.outcome {
        case .works: return "works"
        case .hangs: return "HANGS (\(Words.seconds(cell.seconds)) s)"
        case .childDies where cell.childError?.type == "ForkUnsafeError": return "ForkUnsafeError in the child"
        case .childDies: return "child dies, parent goes on"
        case .raises(let type): return Printable.text(Words.shortened(type, to: 40))
        case .unusable: return "could not be tried"
        }
    }
}

/// A process that hangs, in words.
enum ProcessWords {
    static func sentences(_ process: WatchedProcess) -> [String] {
        var found: [String] = []
        let threads = process.threads.map { "\(Printable.text($0.name)) \($0.wait)" }
        let shown =
            threads.prefix(4).joined(separator: "; ") + (threads.count > 4 ? "; and \(threads.count - 4) more" : "")
        let kind = process.isForked ? ", forked child of pid \(process.parent)" : ""
        found.append("pid \(process.id)\(kind), \(Words.count(process.threads.count, "thread")): \(shown)")
        if !process.lostThreads.isEmpty {
            found.append("its parent has and it has not: \(Printable.text(Words.names(process.lostThreads)))")
        }
        if let stack = process.stacks.max(by: { own($0).count < own($1).count }) {
            // Where it waits, and how the program came there.
            let frames = stack.frames.prefix(1) + own(stack).filter { $0 != stack.frames[0] }.prefix(3)
            let places = frames.map { "\(Printable.path($0.file)):\($0.line), in \(Printable.text($0.function))" }
            found.append("at " + places.joined(separator: "; called from "))
        }
        return found
    }

    private static func own(_ stack: PythonStack) -> [PythonStack.Frame] {
        stack.frames.filter { !TrialWords.isInstalled($0.file) }
    }

    static func write(_ process: WatchedProcess, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("pid", process.id)
            writer.field("parent", process.parent)
            writer.field("command", PathCoding.displayed(process.command))
            writer.field("forked", process.isForked)
            writer.field("threads", array: process.threads) { writer, thread in
                writer.object { writer in
                    writer.field("name", thread.name)
                    writer.field("state", String(thread.state))
                    writer.field("wait", thread.wait)
                }
            }
            writer.field("lost_threads", process.lostThreads)
            writer.field("stacks", array: process.stacks) { writer, stack in
                writer.array { writer in
                    for frame in stack.frames {
                        writer.element()
                        write(frame, to: &writer)
                    }
                }
            }
        }
    }

    static func write(_ frame: PythonStack.Frame, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("file", PathCoding.displayed(frame.file))
            writer.field("line", frame.line)
            writer.field("function", frame.function)
        }
    }
}

/// The same for programs. The keys are stable.
public enum DeltaJSONReport {
    public static func report(
        _ tables: [DeltaMatrix.Table], engine: [EngineTrial.Cell], catalog: Catalog, timeout: Double
    ) -> ByteBuffer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("tool", Tool.name)
            writer.field("tool_version", Tool.version)
            writer.field("timeout_ms", Int(timeout * 1000))
            writer.field("confirmed", tables.contains { !$0.hazards.isEmpty })
            writer.key("engine")
            EngineTrialJSON.write(engine, to: &writer)
            writer.field("pythons", array: tables) { writer, table in write(table, catalog, to: &writer) }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }

    private static func write(_ table: DeltaMatrix.Table, _ catalog: Catalog, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("path", PathCoding.displayed(table.path))
            writer.field("python", table.version)
            writer.field("deltalake", orNull: table.release)
            let verdict = DeltaVerdict(table, catalog)
            writer.field("confirmed", !table.hazards.isEmpty)
            writer.field("outcome", orNull: table.unusable == nil ? verdict?.measured.rawValue : nil)
            writer.field("verdict", orNull: verdict?.sentence)
            writer.field("agreement", orNull: verdict?.agreement?.rawValue)
            writer.field("remedy", orNull: table.hazards.isEmpty ? nil : verdict?.rule.remedy)
            writer.field("cells", array: table.cells) { writer, cell in write(cell, to: &writer) }
        }
    }

    private static func write(_ cell: DeltaMatrix.Cell, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("method", cell.row.method)
            writer.field("launcher", cell.launcher.rawValue)
            writer.field("touched", cell.row != .untouched)
            writer.field("guarded", cell.row == .guarded)
            switch cell.outcome {
            case .works: writer.field("outcome", "works")
            case .hangs: writer.field("outcome", "hangs")
            case .childDies: writer.field("outcome", "child_dies")
            case .raises: writer.field("outcome", "raises")
            case .unusable: writer.field("outcome", "unusable")
            }
            if case .unusable(let reason) = cell.outcome { writer.field("reason", reason) }
            writer.field("child_error", orNull: cell.childError.map { "\($0.type): \($0.text)" })
            writer.field("error", orNull: cell.error)
            writer.field("duration_ms", Int(cell.seconds * 1000))
            writer.field("processes", array: cell.processes) { writer, process in
                ProcessWords.write(process, to: &writer)
            }
        }
    }
}

extension DeltaMatrix.Table {
    /// A hazard happened here.
    public var isConfirmed: Bool { !hazards.isEmpty }
    /// Why nothing could be tried although deltalake is there.
    public var problem: String? { unusable }
}
