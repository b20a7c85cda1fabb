/// A trial in words.
public struct TrialTextReport {
    private let style: TerminalStyle

    public init(style: TerminalStyle) { self.style = style }

    public func report(_ outcome: ProgramTrial.Outcome) -> ByteBuffer {
        var buffer = ByteBuffer()
        for verdict in outcome.verdicts { write(verdict, to: &buffer) }
        for hazard in outcome.others { write(other: hazard, to: &buffer) }
        let notes = Notes(indent: 0, style: style)
        let python = "Python \(outcome.pythonVersion), \(PathCoding.displayed(outcome.python))"
        notes.write("program", "\(outcome.ending), with \(python)", to: &buffer)
        if !outcome.errors.isEmpty { notes.write("its last words", outcome.errors, to: &buffer) }
        buffer.line(style.paint(Self.summary(outcome), .strong))
        return buffer
    }

    static func summary(_ outcome: ProgramTrial.Outcome) -> String {
        if outcome.verdicts.isEmpty && outcome.others.isEmpty {
            return "The scan found no hazard, and the run met none."
        }
        var parts = ProgramTrial.Status.allCases.compactMap { status -> String? in
            let count = outcome.verdicts.count { $0.status == status }
            return count == 0 ? nil : "\(count) \(status.rawValue)"
        }
        if !outcome.others.isEmpty { parts.append("\(outcome.others.count) met that the scan did not find") }
        return "\(Words.count(outcome.verdicts.count, "finding")): " + parts.joined(separator: ", ") + "."
    }

    private func write(_ verdict: ProgramTrial.Verdict, to buffer: inout ByteBuffer) {
        let finding = verdict.finding
        let role: TerminalStyle.Role =
            verdict.status == .confirmed ? .error : verdict.status == .unclear ? .warning : .help
        let place = "\(Printable.path(finding.site.path)):\(finding.site.line)"
        buffer.line(
            style.paint(verdict.status.rawValue, role)
                + style.paint(" \(finding.code) at \(place): \(Printable.text(verdict.reason))", .strong))
        let notes = Notes(indent: 2, style: style)
        notes.write("the scan", finding.message, to: &buffer)
        if verdict.status != .notReached,
            let hazard = verdict.hazards.first(where: \.isConfirmed) ?? verdict.hazards.first
        {
            write(hazard, notes, to: &buffer)
            if let touch = finding.touch, !hazard.touch.contains(where: { $0.line == touch.line }) {
                notes.write(
                    "touch",
                    "the scan names \(PathCoding.displayed(touch.path)):\(touch.line); the run's first was the one above",
                    to: &buffer)
            }
        }
        if let child = verdict.child {
            for sentence in ProcessWords.sentences(child) { notes.write("hung", sentence, to: &buffer) }
        }
        if verdict.status == .confirmed, let remedy = finding.remedy {
            notes.write("help", remedy.text, role: .help, to: &buffer)
            if let code = remedy.code { notes.write(code: code, under: "help", to: &buffer) }
        }
        buffer.line()
    }

    private func write(other hazard: ProgramTrial.Hazard, to buffer: inout ByteBuffer) {
        let name = hazard.library + (hazard.version.map { " \($0)" } ?? "")
        let status = hazard.isConfirmed ? "confirmed" : "met"
        buffer.line(
            style.paint(status, hazard.isConfirmed ? .error : .note)
                + style.paint(
                    " \(Printable.text(name)): a use in a forked child that the scan did not find; "
                        + TrialWords.end(hazard), .strong))
        write(hazard, Notes(indent: 2, style: style), to: &buffer)
        buffer.line()
    }

    private func write(_ hazard: ProgramTrial.Hazard, _ notes: Notes, to buffer: inout ByteBuffer) {
        notes.write("touched", TrialWords.stack(hazard.touch), to: &buffer)
        notes.write("forked", TrialWords.stack(hazard.fork), to: &buffer)
        notes.write("used", TrialWords.stack(hazard.use), to: &buffer)
        if let child = hazard.child, hazard.end == .hung {
            for sentence in ProcessWords.sentences(child) { notes.write("hung", sentence, to: &buffer) }
        }
        if !hazard.lost.isEmpty { notes.write("lost", Words.names(hazard.lost), to: &buffer) }
    }
}

enum TrialWords {
    /// The program's own frames; those of libraries where there is no other.
    static func stack(_ places: [ProgramTrial.Place]) -> String {
        let own = places.filter { !isInstalled($0.file) }
        let shown = (own.isEmpty ? places : own).prefix(4)
        return shown.map { "\(PathCoding.displayed($0.file)):\($0.line), in \($0.function)" }
            .joined(separator: "; called from ")
    }

    /// The standard library and installed packages.
    static func isInstalled(_ path: String) -> Bool {
        if path.hasPrefix("<") { return true }
        let parts = path.split(separator: "/")
        return parts.contains { part in
            part == "site-packages" || part == "dist-packages"
                || (part.hasPrefix("python3.") && Int(part.dropFirst("python3.".count)) != nil)
        }
    }

    static func end(_ hazard: ProgramTrial.Hazard) -> String {
        switch hazard.end {
        case .hung: "it hangs"
        case .died: "the call never came back"
        case .raised(let type, _): "it raised \(Printable.text(type))"
        case .worked: "it worked"
        case .unfinished: "it was still at work when the time was over"
        }
    }
}

/// The same for programs. The keys are stable.
public enum TrialJSONReport {
    public static func report(_ outcome: ProgramTrial.Outcome, program: String, timeout: Double) -> ByteBuffer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("tool", Tool.name)
            writer.field("tool_version", Tool.version)
            writer.field("timeout_ms", Int(timeout * 1000))
            writer.field("program", PathCoding.displayed(program))
            writer.field("python_path", PathCoding.displayed(outcome.python))
            writer.field("python", outcome.pythonVersion)
            writer.field("confirmed", outcome.isConfirmed)
            writer.field("ending", outcome.ending)
            writer.field("duration_ms", Int(outcome.seconds * 1000))
            writer.field("findings", array: outcome.verdicts) { writer, verdict in write(verdict, to: &writer) }
            writer.field("met_otherwise", array: outcome.others) { writer, hazard in write(hazard, to: &writer) }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }

    private static func write(_ verdict: ProgramTrial.Verdict, to writer: inout JSONWriter) {
        let finding = verdict.finding
        writer.object { writer in
            writer.field("status", verdict.status == .notReached ? "not_reached" : verdict.status.rawValue)
            writer.field("reason", verdict.reason)
            writer.field("code", "\(finding.code)")
            writer.field("library", orNull: finding.library)
            writer.field("path", PathCoding.displayed(finding.site.path))
            writer.field("line", finding.site.line)
            writer.field("touch_path", orNull: finding.touch.map { PathCoding.displayed($0.path) })
            writer.key("touch_line")
            if let touch = finding.touch { writer.number(touch.line) } else { writer.null() }
            writer.field("message", finding.message)
            writer.field("fingerprint", finding.fingerprint)
            writer.field("met", array: verdict.hazards) { writer, hazard in write(hazard, to: &writer) }
            writer.key("child")
            if let child = verdict.child { ProcessWords.write(child, to: &writer) } else { writer.null() }
        }
    }

    private static func write(_ hazard: ProgramTrial.Hazard, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("library", hazard.library)
            writer.field("version", orNull: hazard.version)
            writer.field("call", hazard.call)
            writer.field("confirmed", hazard.isConfirmed)
            writer.field("end", end(hazard.end))
            if case .raised(let type, _) = hazard.end { writer.field("raised", type) }
            writer.field("count", hazard.count)
            writer.field("pid", hazard.process)
            write("touched", hazard.touch, to: &writer)
            write("forked", hazard.fork, to: &writer)
            write("used", hazard.use, to: &writer)
            writer.field("lost_threads", hazard.lost)
            writer.key("child")
            if let child = hazard.child { ProcessWords.write(child, to: &writer) } else { writer.null() }
        }
    }

    private static func end(_ end: ProgramTrial.End) -> String {
        switch end {
        case .hung: "hung"
        case .died: "died"
        case .raised: "raised"
        case .worked: "worked"
        case .unfinished: "unfinished"
        }
    }

    private static func write(_ name: String, _ stack: [ProgramTrial.Place], to writer: inout JSONWriter) {
        writer.field(name, array: stack) { writer, place in
            ProcessWords.write(.init(file: place.file, line: place.line, function: place.function), to: &writer)
        }
    }
}
