/// A diagnosis for people, in the order of a story: what, who, where it waits, what was lost, why, what to do.
public struct DiagnosisText {
    private let style: TerminalStyle
    /// Columns of the labels.
    private static let label = 12
    private static let maximumFrames = 6

    public init(style: TerminalStyle) { self.style = style }

    /// One line, for lists.
    public func summary(_ diagnosis: Diagnosis) -> String {
        let reason = diagnosis.reasons.first.map { ": \($0)" } ?? ""
        return head(diagnosis) + Printable.text(reason)
    }

    public func story(_ diagnosis: Diagnosis) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.line(head(diagnosis))
        entry("command", [diagnosis.command], &buffer)
        entry(diagnosis.status == .healthy ? "because" : "what", diagnosis.reasons, &buffer)
        if diagnosis.status != .healthy {
            entry("forked", [origin(diagnosis)].compactMap { $0 }, &buffer)
            waiters(diagnosis, &buffer)
            lost(diagnosis, &buffer)
        }
        if diagnosis.status.isBad { remedy(diagnosis, &buffer) }
        entry("missing", diagnosis.missing, &buffer)
        return buffer
    }

    private func head(_ diagnosis: Diagnosis) -> String {
        var name = "pid \(diagnosis.pid)"
        if let own = diagnosis.containerID { name += " (pid \(own) in its container)" }
        let role: TerminalStyle.Role =
            switch diagnosis.status {
            case .stuckAfterFork, .likelyStuck: .error
            case .stuckUnlessSignalled, .atRisk, .cannotTell: .warning
            case .healthy: .help
            }
        return style.paint(name, .strong) + " " + style.paint(diagnosis.status.words, role)
    }

    private func origin(_ diagnosis: Diagnosis) -> String? {
        guard let parent = diagnosis.parent else { return nil }
        var text = "by pid \(parent.pid)"
        if parent.isForker {
            text += ", which runs: \(parent.command)"
        } else {
            let forker = diagnosis.noted.map { "pid \($0.parent), which" } ?? "a process that"
            text = "by \(forker) is gone; pid \(parent.pid) has taken its place as the parent"
        }
        if let age = diagnosis.age, let moment = diagnosis.forkedAt {
            text += "; at \(Self.timeOfDay(moment)) UTC, \(Self.duration(age)) ago"
        }
        return text + "; no program executed since"
    }

    private func waiters(_ diagnosis: Diagnosis, _ buffer: inout ByteBuffer) {
        for (index, waiter) in diagnosis.waiters.prefix(8).enumerated() {
            let place = waiter.library.map { ", in \($0)" } ?? ""
            entry("waits", ["thread \(waiter.id) (\(waiter.name)) \(waiter.wait)\(place)"], &buffer)
            guard index == 0 || waiter.frames.count <= 3 else { continue }
            for (depth, frame) in waiter.frames.prefix(Self.maximumFrames).enumerated() {
                let line = frame.line.map { ":\($0)" } ?? ""
                let text = "\(Printable.path(frame.file))\(line), in \(Printable.text(frame.function))"
                buffer.line(pad + (depth == 0 ? "at " : "called from ") + text)
            }
            if waiter.frames.count > Self.maximumFrames {
                buffer.line(pad + "... and \(waiter.frames.count - Self.maximumFrames) more")
            }
        }
        if diagnosis.waiters.count > 8 { buffer.line(pad + "... and \(diagnosis.waiters.count - 8) more threads") }
    }

    private func lost(_ diagnosis: Diagnosis, _ buffer: inout ByteBuffer) {
        guard let parent = diagnosis.parent, !diagnosis.lost.isEmpty else { return }
        // Threads without a name are known from the process's own memory: those of its parent, or of one before that.
        let isRemembered = diagnosis.lost.contains { $0.name.isEmpty }
        let owner =
            isRemembered
            ? "the process that forked" : "pid \(parent.isForker ? parent.pid : diagnosis.noted?.parent ?? parent.pid)"
        let count = diagnosis.lost.reduce(0) { $0 + $1.count }
        let names = diagnosis.lost.map { group in
            group.name.isEmpty
                ? "\(group.count) of \(group.owner ?? "an unknown library")"
                : group.name + (group.count > 1 ? " x\(group.count)" : "") + (group.owner.map { " (\($0))" } ?? "")
        }
        let head = "\(count) thread\(count == 1 ? "" : "s") of \(owner): "
        entry("lost", [head + names.joined(separator: ", ")], &buffer)
    }

    private func remedy(_ diagnosis: Diagnosis, _ buffer: inout ByteBuffer) {
        if let library = diagnosis.library {
            entry("because", ["\(library.title) \(library.mechanism)."], &buffer)
            entry("instead", [library.remedy], &buffer)
            entry("price", [library.price], &buffer)
        } else if diagnosis.status != .atRisk {
            entry("instead", [Self.generalRemedy], &buffer)
        }
        if diagnosis.status.isStuck {
            entry("now", ["`kill \(diagnosis.pid)` ends this process; its parent sees that it died"], &buffer)
        }
        if let library = diagnosis.library {
            entry("see", ["forkguard explain \(library.id)" + (library.link.map { ", \($0)" } ?? "")], &buffer)
        }
    }

    static let generalRemedy =
        "Fork before the first thread starts, start the children with the `spawn` or `forkserver` method, or have them execute a program."

    private var pad: String { String(repeating: " ", count: Self.label + 2) }

    /// A label, and sentences behind it, each wrapped.
    private func entry(_ name: String, _ sentences: [String], _ buffer: inout ByteBuffer) {
        var label = "  " + name + String(repeating: " ", count: max(1, Self.label - name.count))
        for sentence in sentences where !sentence.isEmpty {
            for line in Wrapping.lines(of: Printable.text(sentence), width: style.width - Self.label - 2) {
                buffer.line(label + line)
                label = pad
            }
        }
    }

    /// The time of day of a moment in seconds since 1970.
    static func timeOfDay(_ moment: Int) -> String {
        let seconds = ((moment % 86400) + 86400) % 86400
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
    }

    static func duration(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3600) h"
        default: "\(seconds / 86400) days"
        }
    }
}
