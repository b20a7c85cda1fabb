/// The self-test in words for people.
public struct EngineTrialReport {
    private let style: TerminalStyle
    private static let rows: [(use: EngineTrial.Use, title: String)] = [
        (.guarded, "uses its parent's table, guarded"), (.unguarded, "uses its parent's table, unguarded"),
        (.detached, "reads a snapshot detached before the fork"), (.fresh, "opens the table with an engine of its own"),
    ]

    public init(style: TerminalStyle) { self.style = style }

    public func report(_ cells: [EngineTrial.Cell]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.line(style.paint("Self-test: forkguard's own Delta engine, a table of 3 commits", .strong))
        write(cells, to: &buffer)
        let notes = Notes(indent: 2, style: style)
        notes.write("verdict", Self.sentence(cells), to: &buffer)
        if let cell = cells.first(where: { $0.outcome == .hangs }),
            let child = cell.processes.last(where: \.isForked) ?? cell.processes.last
        {
            for sentence in ProcessWords.sentences(child) { notes.write("hung", sentence, to: &buffer) }
        }
        for cell in cells {
            if case .refused(let summary) = cell.outcome {
                notes.write("guard", summary, to: &buffer)
                notes.write("lost", Words.names(cell.lostThreads), to: &buffer)
                break
            }
        }
        for cell in cells {
            switch cell.outcome {
            case .fails(let words), .unusable(let words):
                notes.write("\(cell.fork.rawValue), \(cell.use.rawValue)", words, to: &buffer)
            default: break
            }
        }
        buffer.line()
        return buffer
    }

    static func sentence(_ cells: [EngineTrial.Cell]) -> String {
        let wrong = cells.filter { !$0.isAsDesigned }
        if wrong.isEmpty {
            return
                "the guard turns the hang into an error at once, by whichever way the process was forked, and the watchdog "
                + "sees a hang where there is one."
        }
        let names = wrong.map { "\($0.fork.rawValue), \($0.use.rawValue)" }
        return
            "not as designed (\(names.joined(separator: "; "))): what is said below of other libraries may be wrong, too."
    }

    private func write(_ cells: [EngineTrial.Cell], to buffer: inout ByteBuffer) {
        let columns = EngineTrial.Fork.allCases
        var lines: [[String]] = [["the forked child"] + columns.map { $0 == .fork ? "fork" : "bare clone" }]
        for (use, title) in Self.rows {
            lines.append(
                [title] + columns.map { fork in cells.first { $0.fork == fork && $0.use == use }.map(Self.words) ?? "" }
            )
        }
        let widths = (0...columns.count).map { column in lines.map { Printable.width($0[column]) }.max() ?? 0 }
        for (number, line) in lines.enumerated() {
            var text = "  "
            for (column, word) in line.enumerated() {
                let isBad = number > 0 && column > 0 && word != "works" && word != "ForkedProcessError"
                text += style.paint(word, number == 0 ? .secondary : isBad ? .error : .code)
                if column < columns.count {
                    text += String(repeating: " ", count: max(0, widths[column] - Printable.width(word)) + 2)
                }
            }
            buffer.line(text)
        }
    }

    private static func words(_ cell: EngineTrial.Cell) -> String {
        switch cell.outcome {
        case .works: "works"
        case .refused: "ForkedProcessError"
        case .hangs: "HANGS (\(Words.seconds(cell.seconds)) s)"
        case .fails: "fails"
        case .unusable: "could not be tried"
        }
    }
}

/// The same for programs. The keys are stable.
enum EngineTrialJSON {
    static func write(_ cells: [EngineTrial.Cell], to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("as_designed", cells.allSatisfy(\.isAsDesigned))
            writer.field("verdict", EngineTrialReport.sentence(cells))
            writer.field("cells", array: cells) { writer, cell in
                writer.object { writer in
                    writer.field("fork", cell.fork.rawValue)
                    writer.field("use", cell.use.rawValue)
                    var reason: String?
                    switch cell.outcome {
                    case .works: writer.field("outcome", "works")
                    case .hangs: writer.field("outcome", "hangs")
                    case .refused(let words):
                        writer.field("outcome", "refused")
                        reason = words
                    case .fails(let words):
                        writer.field("outcome", "fails")
                        reason = words
                    case .unusable(let words):
                        writer.field("outcome", "unusable")
                        reason = words
                    }
                    writer.field("reason", orNull: reason)
                    writer.field("as_designed", cell.isAsDesigned)
                    writer.field("lost_threads", cell.lostThreads)
                    writer.field("duration_ms", Int(cell.seconds * 1000))
                    writer.field("processes", array: cell.processes) { writer, process in
                        ProcessWords.write(process, to: &writer)
                    }
                }
            }
        }
    }
}
