/// A manual page on a terminal: headings, wrapped paragraphs, code.
struct Page {
    private(set) var buffer = ByteBuffer()
    private let style: TerminalStyle

    init(style: TerminalStyle) { self.style = style }

    mutating func title(_ text: String) {
        buffer.line(style.paint(Printable.text(text), .strong))
        space()
    }

    mutating func heading(_ text: String) {
        space()
        buffer.line(style.paint(Printable.text(text), .help))
    }

    mutating func paragraph(_ text: String) {
        for line in Wrapping.lines(of: Printable.text(text), width: style.width) { buffer.line(line) }
    }

    mutating func line(_ text: String) { buffer.line(Printable.text(text)) }

    mutating func item(_ label: String, _ text: String) {
        let hanging = String(repeating: " ", count: 4)
        buffer.line("  " + style.paint(Printable.text(label), .strong))
        for line in Wrapping.lines(of: Printable.text(text), width: style.width - 4) { buffer.line(hanging + line) }
    }

    mutating func code(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let shown = line.unicodeScalars.map { $0 == "\t" ? "    " : Printable.shown($0) }.joined()
            buffer.line(shown.isEmpty ? "" : "    " + style.paint(shown, .code))
        }
    }

    mutating func space() {
        if !buffer.bytes.isEmpty { buffer.line() }
    }

    /// Markdown as it is written, headings and fenced code in colour.
    mutating func markdown(_ text: String) {
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let shown = line.unicodeScalars.map { $0 == "\t" ? "    " : Printable.shown($0) }.joined()
            if line.hasPrefix("```") {
                isCode.toggle()
                continue
            }
            if isCode {
                buffer.line(shown.isEmpty ? "" : "    " + style.paint(shown, .code))
            } else if line.hasPrefix("#") {
                buffer.line(style.paint(String(shown.drop { $0 == "#" || $0 == " " }), .help))
            } else {
                buffer.line(shown)
            }
        }
    }
}

/// Breaks text into lines at spaces.
enum Wrapping {
    /// Lines of at most `width` columns; a longer word has a line of its own.
    static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            if !current.isEmpty && Printable.width(current) + 1 + Printable.width(String(word)) > width {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " " + word
        }
        return lines + [current]
    }
}
