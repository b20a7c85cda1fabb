/// The report for people: what happens, where both ends are, why, and what to change.
public struct TextReporter: Reporter {
    private let lines: any SourceLines
    private let style: TerminalStyle
    private let isQuiet: Bool

    public init(lines: any SourceLines, style: TerminalStyle = TerminalStyle(), isQuiet: Bool = false) {
        self.isQuiet = isQuiet
        self.lines = lines
        self.style = style
    }

    public func report(_ report: ScanReport) -> ByteBuffer {
        var buffer = ByteBuffer()
        for finding in report.findings { write(finding, to: &buffer) }
        if isQuiet { return buffer }
        // Where a named path could not be read, "no hazard found" would be more than we know.
        if !report.findings.isEmpty || !report.problems.contains(where: \.isFatal) {
            buffer.line(style.paint(FindingWords.summary(report), .strong))
            if let fixes = FindingWords.fixes(report) { buffer.line(fixes) }
        }
        return buffer
    }

    private func write(_ finding: Finding, to buffer: inout ByteBuffer) {
        writeHead(finding, to: &buffer)
        let marks = marks(of: finding)
        let frame = CodeFrame(marks: marks, lines: lines, style: style)
        frame.write(marks, to: &buffer)
        let notes = Notes(indent: frame.gutter, style: style)
        write(notesOf: finding, notes, to: &buffer)
        buffer.line()
    }

    private func writeHead(_ finding: Finding, to buffer: inout ByteBuffer) {
        let mark = finding.fix == .safe ? " " + FindingWords.mark : ""
        let label = "\(finding.level.rawValue)[\(finding.code)]\(mark)"
        let hanging = "    "
        // The label is a word of the first line, of the same width as the colon and what it stands for.
        let text = String(repeating: "x", count: label.count) + ": " + Printable.text(finding.message)
        for (index, line) in Wrapping.lines(of: text, width: style.width - hanging.count).enumerated() {
            if index == 0 {
                let rest = String(line.dropFirst(label.count))
                buffer.line(style.paint(label, finding.level.role) + style.paint(rest, .strong))
            } else {
                buffer.line(hanging + style.paint(line, .strong))
            }
        }
    }

    /// The story's places, numbered when there is more than one.
    private func marks(of finding: Finding) -> [CodeFrame.Mark] {
        let steps = FindingWords.steps(of: finding)
        let isStory = steps.count > 1
        return steps.enumerated().map { index, step in
            CodeFrame.Mark(
                site: step.site, text: isStory ? "\(index + 1). \(step.text)" : step.text,
                isPrimary: step.part == .fork, role: finding.level.role)
        }
    }

    private func write(notesOf finding: Finding, _ notes: Notes, to buffer: inout ByteBuffer) {
        if let reason = finding.startMethod {
            notes.write("start method", FindingWords.startMethod(reason), to: &buffer)
        }
        if let consequence = finding.consequence { notes.write("outcome", consequence, to: &buffer) }
        if let more = otherTouches(of: finding) { notes.write("also touched", more, to: &buffer) }
        if let remedy = finding.remedy {
            notes.write("help", remedy.text, role: .help, to: &buffer)
            if let code = remedy.code { notes.write(code: code, under: "help", to: &buffer) }
            for obstacle in remedy.obstacles { notes.write("but first", obstacle, to: &buffer) }
            if !remedy.price.isEmpty { notes.write("price", remedy.price, to: &buffer) }
        }
        for link in finding.evidence.prefix(2) { notes.write("see", link, to: &buffer) }
        notes.write("rule", "\(finding.name); `forkguard explain \(finding.code)` has its page", to: &buffer)
    }

    private func otherTouches(of finding: Finding) -> String? {
        guard !finding.otherTouches.isEmpty else { return nil }
        let shown = finding.otherTouches.prefix(3).map { "\(Printable.path($0.path)):\($0.lineInFile)" }
        let rest = finding.otherTouches.count - shown.count
        return "at " + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

/// The `= label: text` lines under a frame, wrapped.
struct Notes {
    let indent: Int
    let style: TerminalStyle

    func write(
        _ label: String, _ text: String, role: TerminalStyle.Role = .strong, to buffer: inout ByteBuffer
    ) {
        let margin = String(repeating: " ", count: indent)
        let hanging = margin + String(repeating: " ", count: label.count + 5)
        for (index, line) in Wrapping.lines(of: Printable.text(text), width: style.width - hanging.count).enumerated() {
            let lead = margin + style.paint(" =", .gutter) + " " + style.paint(label + ":", role) + " "
            buffer.line((index == 0 ? lead : hanging) + line)
        }
    }

    func write(code: String, under label: String, to buffer: inout ByteBuffer) {
        let margin = String(repeating: " ", count: indent + label.count + 5)
        for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
            let shown = line.unicodeScalars.map { $0 == "\t" ? "    " : Printable.shown($0) }.joined()
            buffer.line(margin + style.paint(shown, .code))
        }
    }
}
