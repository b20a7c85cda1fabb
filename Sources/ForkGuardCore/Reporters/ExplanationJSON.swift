/// Pages for programs.
extension Explanation {
    /// What `forkguard explain --format json` prints: an object, or an array of them.
    public static func json(_ explanations: [Explanation], isList: Bool) -> ByteBuffer {
        var writer = JSONWriter()
        if isList {
            writer.array { writer in
                for explanation in explanations {
                    writer.element()
                    writer.object(explanation.write)
                }
            }
        } else {
            for explanation in explanations.prefix(1) { writer.object(explanation.write) }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }

    private func write(to writer: inout JSONWriter) {
        switch subject {
        case .check(let check):
            writer.field("about", "rule")
            writer.field("code", check.code.text)
            writer.field("name", check.name)
            writer.field("summary", check.summary)
            writer.field("level", check.defaultLevel.rawValue)
            writer.field("opt_in", check.isOptIn)
            writer.field("libraries", catalog.libraries.filter { $0.code == check.code }.map(\.id).sorted())
            writer.field("markdown", check.markdown)
        case .library(let library):
            writer.field("about", "library")
            writeFields(of: library, to: &writer)
        case .message(let message, let library):
            writer.field("about", "message")
            writer.field("message", message)
            writeFields(of: library, to: &writer)
        case .launcher(let launcher):
            writer.field("about", "launcher")
            RuleTable.write(launcher, to: &writer)
            writer.field("page", page(style: TerminalStyle()).text)
        }
    }

    private func writeFields(of library: LibraryRule, to writer: inout JSONWriter) {
        RuleTable.write(library, to: &writer)
        writer.field("page", page(style: TerminalStyle()).text)
    }
}
