/// Text made safe for a terminal, and how wide it is there.
///
/// File names and source come from anybody. Escape sequences in them could recolour or rewrite what the user
/// reads, and bidirectional controls could make a line look like another; both are shown as escapes.
public enum Printable {
    /// True for characters that steer a terminal or a reader's eye instead of standing for themselves.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        // Soft hyphen, Arabic letter mark, zero-width and direction marks, line and paragraph separators,
        // embeddings, overrides, isolates, byte-order mark, interlinear marks, tags.
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }

    /// One line of `text` that a terminal shows as it stands; line ends, too, become escapes.
    public static func text(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        return text.unicodeScalars.map(shown).joined()
    }

    /// A path for people: bytes that are no UTF-8 and unsafe characters as escapes.
    public static func path(_ path: String) -> String { text(PathCoding.displayed(path)) }

    /// How one scalar is shown.
    static func shown(_ scalar: Unicode.Scalar) -> String {
        guard isUnsafe(scalar) else { return String(scalar) }
        switch scalar.value {
        case 0x0A: return "\\n"
        case 0x0D: return "\\r"
        case 0x09: return "\\t"
        case let value where value < 0x100:
            let digits = String(value, radix: 16)
            return "\\x" + (digits.count == 1 ? "0" + digits : digits)
        case let value: return "\\u{\(String(value, radix: 16))}"
        }
    }

    /// Columns that a safe scalar takes on a terminal.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// Columns that a safe text takes on a terminal.
    static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }
}

/// Colours, or their absence.
public struct TerminalStyle: Sendable, Equatable {
    public var hasColor: Bool
    /// Columns to keep to.
    public var width: Int

    public init(hasColor: Bool = false, width: Int = 100) {
        self.hasColor = hasColor
        self.width = width
    }

    /// Decides by the environment first (`NO_COLOR`, `FORCE_COLOR`, `TERM=dumb`), then by where output goes.
    public init(environment: (String) -> String?, isTerminal: Bool, columns: Int?) {
        func isSet(_ name: String) -> Bool { !(environment(name) ?? "").isEmpty }
        if isSet("NO_COLOR") {
            hasColor = false
        } else if isSet("FORCE_COLOR") || isSet("CLICOLOR_FORCE") {
            hasColor = environment("FORCE_COLOR") != "0"
        } else {
            hasColor = isTerminal && environment("TERM") != "dumb"
        }
        // Very long lines are no easier to read than wrapped ones.
        width = min(max(columns ?? 100, 60), 120)
    }

    enum Role { case error, warning, note, strong, gutter, secondary, help, code }

    func paint(_ text: String, _ role: Role) -> String {
        guard hasColor, !text.isEmpty else { return text }
        let code =
            switch role {
            case .error: "1;31"
            case .warning: "1;33"
            case .note: "1;36"
            case .strong: "1"
            case .gutter: "1;34"
            case .secondary: "1;34"
            case .help: "1;32"
            case .code: "36"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

extension Level {
    var role: TerminalStyle.Role {
        switch self {
        case .note: .note
        case .warning: .warning
        case .error: .error
        }
    }
}
