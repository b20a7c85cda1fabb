/// Lowers a file of settings (a Procfile, a Dockerfile, a compose file, a shell script, a makefile, an ini file) to facts: each
/// command line becomes a statement that calls `commandLine` with the command's words, each ini section one that calls
/// `section` with its name and its `key=value` lines.
///
/// What a command means stands in the rules; here only its words are found.
enum SettingsFacts {
    static let commandLine = "<command>"
    static let section = "<section>"

    enum Limits {
        /// Settings are written by hand; anything larger is data.
        static let bytes = 1 << 20
        static let words = 256
        static let joinedLines = 64
    }

    static func extract(from bytes: [UInt8], path: String) -> ModuleFacts {
        var builder = SettingsBuilder()
        guard bytes.count <= Limits.bytes else { return builder.finish(bytes) }
        let lines = SettingsLine.lines(of: bytes)
        var commands = lines
        if SettingsFile.isIni(path) {
            builder.addSections(lines, bytes)
            commands = SettingsLine.commands(among: lines, bytes)
        }
        var reader = CommandLines(lines: commands, bytes: bytes, isYaml: SettingsFile.isYaml(path))
        var pair = EntryPair()
        while let words = reader.next() {
            for command in words.split(whereSeparator: \.isSeparator) { builder.addCommand(Array(command)) }
            if let whole = pair.completed(by: words) { builder.addCommand(whole) }
        }
        return builder.finish(bytes)
    }
}

/// A container's command line in two parts: `ENTRYPOINT ["gunicorn"]` and `CMD ["--preload", "app:app"]`; of Kubernetes
/// `command` and `args`.
private struct EntryPair {
    private var entry: [CommandWord] = []
    private var age = 0
    /// How many lines may stand between the two parts.
    private static let reach = 16

    /// The whole line, where these words are its second part.
    mutating func completed(by words: [CommandWord]) -> [CommandWord]? {
        age += 1
        let key = words.first?.text.lowercased().filter { $0 != ":" } ?? ""
        switch key {
        case "entrypoint":
            (entry, age) = (Array(words.dropFirst()), 0)
            return nil
        case "args":
            defer { entry = [] }
            return entry.isEmpty || age > Self.reach ? nil : entry + words.dropFirst()
        case "from", "image":
            entry = []
            return nil
        case "cmd", "command":
            defer { (entry, age) = (Array(words.dropFirst()), 0) }
            return entry.isEmpty || age > Self.reach ? nil : entry + words.dropFirst()
        default: return nil
        }
    }
}

/// One line of a file: a byte range without its end, and how far it is indented.
struct SettingsLine {
    var start: Int
    var end: Int
    var indent: Int

    var isBlank: Bool { start + indent == end }

    static func lines(of bytes: [UInt8]) -> [SettingsLine] {
        var result: [SettingsLine] = []
        var start = 0
        while start <= bytes.count {
            let stop = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            var end = stop
            while end > start, bytes[end - 1] == UInt8(ascii: "\r") || bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
            var at = start
            while at < end, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
            result.append(SettingsLine(start: start, end: end, indent: at - start))
            start = stop + 1
        }
        return result
    }

    /// The lines of an ini file that hold command lines: `command = celery worker` of supervisord, `commands =` of tox with
    /// what is indented below.
    static func commands(among lines: [SettingsLine], _ bytes: [UInt8]) -> [SettingsLine] {
        var isCommand = false
        return lines.filter { line in
            guard !line.isBlank else { return false }
            if line.indent == 0 {
                let key = bytes[line.start..<line.end].prefix {
                    ($0 | 32) >= UInt8(ascii: "a") && ($0 | 32) <= UInt8(ascii: "z")
                }
                isCommand = Self.commandKeys.contains(String(decoding: key, as: UTF8.self))
            }
            return isCommand
        }
    }

    private static let commandKeys: Set<String> = ["command", "commands", "cmd"]
}

/// A word of a command line.
struct CommandWord {
    var text: String
    var start: Int
    var end: Int

    /// `&&`, `||`, `;`, `|`: another command begins.
    var isSeparator: Bool { text == "&&" || text == "||" || text == ";" || text == "|" }
}

/// The logical lines of a file: continued by a backslash, an open bracket, or the indentation of YAML.
struct CommandLines {
    let lines: [SettingsLine]
    let bytes: [UInt8]
    let isYaml: Bool
    private var position = 0

    init(lines: [SettingsLine], bytes: [UInt8], isYaml: Bool) {
        self.lines = lines
        self.bytes = bytes
        self.isYaml = isYaml
    }

    /// The words of the next logical line that is no comment.
    mutating func next() -> [CommandWord]? {
        while position < lines.count {
            let first = lines[position]
            position += 1
            if first.isBlank || byte(at: first) == UInt8(ascii: "#") { continue }
            var words = self.words(of: first)
            var last = first
            var joined = 0
            while position < lines.count, joined < SettingsFacts.Limits.joinedLines, goesOn(first, last) {
                last = lines[position]
                position += 1
                joined += 1
                // A comment between the lines of a command is none of it.
                if !last.isBlank, byte(at: last) != UInt8(ascii: "#") { words += self.words(of: last) }
            }
            if !words.isEmpty { return words }
        }
        return nil
    }

    private func byte(at line: SettingsLine) -> UInt8 { bytes[line.start + line.indent] }

    private func endsWith(_ text: StaticString, _ line: SettingsLine) -> Bool {
        let count = text.utf8CodeUnitCount
        guard line.end - line.start >= count else { return false }
        return text.withUTF8Buffer { bytes[(line.end - count)..<line.end].elementsEqual($0) }
    }

    /// Whether the line at `position` goes on with the command that began at `first`.
    private func goesOn(_ first: SettingsLine, _ last: SettingsLine) -> Bool {
        if endsWith("\\", last) { return true }
        if isOpen(from: first.start, to: last.end) { return true }
        guard isYaml else { return false }
        let next = lines[position]
        if next.isBlank { return false }
        let isItem = byte(at: first) == UInt8(ascii: "-") && isDash(first)
        if isItem { return next.indent == first.indent && isDash(next) }
        if hasKey(first) { return next.indent > first.indent && !hasKey(next) && !isDash(next) }
        return next.indent >= first.indent && !hasKey(next) && !isDash(next)
    }

    /// `- item`.
    private func isDash(_ line: SettingsLine) -> Bool {
        let at = line.start + line.indent
        return bytes[at] == UInt8(ascii: "-") && (at + 1 == line.end || bytes[at + 1] == UInt8(ascii: " "))
    }

    /// `key:`, alone or before a value.
    private func hasKey(_ line: SettingsLine) -> Bool {
        var at = line.start + line.indent
        while at < line.end, bytes[at] != UInt8(ascii: ":") {
            if bytes[at] == UInt8(ascii: " ") { return false }
            at += 1
        }
        return at < line.end && (at + 1 == line.end || bytes[at + 1] == UInt8(ascii: " "))
    }

    /// True where a `[` before `to` is not closed.
    private func isOpen(from: Int, to: Int) -> Bool {
        var depth = 0
        for byte in bytes[from..<to] {
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth = max(0, depth - 1) }
        }
        return depth > 0
    }

    private func isCommandKey(_ from: Int, _ to: Int) -> Bool {
        let key = String(decoding: bytes[from..<to], as: UTF8.self)
        return key == "command" || key == "commands" || key == "cmd" || key.hasPrefix("Exec")
    }

    /// Splits at blanks, quotes, commas and brackets, so that a shell's line and a list of words read alike.
    private func words(of line: SettingsLine) -> [CommandWord] {
        var result: [CommandWord] = []
        var start: Int?
        func close(_ at: Int) {
            guard let from = start else { return }
            start = nil
            let text = String(decoding: bytes[from..<at], as: UTF8.self)
            // `- item` of YAML; further on a dash is what an option is given: `--access-logfile -`.
            if text != "\\", text != "-" || !result.isEmpty {
                result.append(CommandWord(text: text, start: from, end: at))
            }
        }
        for at in line.start..<line.end {
            // What follows a `#` after a blank is a comment.
            if bytes[at] == UInt8(ascii: "#"), start == nil { return result }
            switch bytes[at] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ","),
                UInt8(ascii: "["), UInt8(ascii: "]"):
                close(at)
            case UInt8(ascii: ";"):
                close(at)
                result.append(CommandWord(text: ";", start: at, end: at + 1))
            // `command=gunicorn` of supervisord, `ExecStart=gunicorn` of systemd.
            case UInt8(ascii: "=") where result.isEmpty && start.map { isCommandKey($0, at) } == true: close(at)
            default: if start == nil { start = at }
            }
        }
        close(line.end)
        return result
    }
}

/// Makes the statements.
private struct SettingsBuilder {
    private var facts = ModuleFacts()
    private var statements: [UInt32] = []
    private var known: [String: UInt32] = [:]

    /// A command with something said to it.
    mutating func addCommand(_ words: [CommandWord]) {
        guard words.count >= 2 else { return }
        add(SettingsFacts.commandLine, Array(words.prefix(SettingsFacts.Limits.words)))
    }

    mutating func addSections(_ lines: [SettingsLine], _ bytes: [UInt8]) {
        var words: [CommandWord] = []
        func word(_ from: Int, _ to: Int) -> CommandWord {
            CommandWord(text: String(decoding: bytes[from..<to], as: UTF8.self), start: from, end: to)
        }
        for line in lines where !line.isBlank {
            let from = line.start + line.indent
            switch bytes[from] {
            case UInt8(ascii: "#"), UInt8(ascii: ";"): continue
            case UInt8(ascii: "["):
                if words.count > 1 { add(SettingsFacts.section, words) }
                let close = bytes[from..<line.end].firstIndex(of: UInt8(ascii: "]")) ?? line.end
                words = [word(from + 1, max(from + 1, close))]
            default:
                if !words.isEmpty, words.count < SettingsFacts.Limits.words { words.append(word(from, line.end)) }
            }
        }
        if words.count > 1 { add(SettingsFacts.section, words) }
    }

    private mutating func add(_ name: String, _ words: [CommandWord]) {
        let start = UInt32(words[0].start)
        let end = UInt32(words[words.count - 1].end)
        let callee = append(Op(kind: .name, a: string(name), start: start, end: start))
        let arguments = words.map {
            append(Op(kind: .str, a: string($0.text), start: UInt32($0.start), end: UInt32($0.end)))
        }
        let call = append(Op(kind: .call, a: callee, b: list(arguments), start: start, end: end))
        statements.append(append(Op(kind: .expression, a: call, start: start, end: end)))
    }

    private mutating func append(_ op: Op) -> UInt32 {
        facts.ops.append(op)
        return UInt32(facts.ops.count - 1)
    }

    private mutating func string(_ text: String) -> UInt32 {
        if let index = known[text] { return index }
        facts.strings.append(text)
        known[text] = UInt32(facts.strings.count - 1)
        return UInt32(facts.strings.count - 1)
    }

    private mutating func list(_ items: [UInt32]) -> UInt32 {
        let index = UInt32(facts.lists.count)
        facts.lists.append(UInt32(items.count))
        facts.lists += items
        return index
    }

    mutating func finish(_ bytes: [UInt8]) -> ModuleFacts {
        facts.body = list(statements)
        facts.lineStarts = SettingsLine.lines(of: bytes).map { UInt32($0.start) }
        return facts
    }
}
