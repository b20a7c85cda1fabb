import PythonSyntax

/// A comment that keeps findings back, as it stands in a file. A part of the file's facts: it knows no rules.
///
///     start()  # forkguard: ignore[FG101] this image ships a patched library
///     # forkguard: ignore[delta-across-fork, FG104] closed before the fork
///     # forkguard: file-ignore[FG101] a reproduction of the hang
///     start()  # noqa: FG101
public struct SuppressionComment: Sendable, Equatable, Hashable {
    public enum Kind: UInt8, Sendable {
        case ignore
        /// `# noqa: FG101`, known from other linters.
        case noqa
        /// `# noqa` behind code, which names no rule: it keeps back what it stands behind only where a project says so.
        case bareNoqa
    }

    public enum Place: UInt8, Sendable {
        /// Behind code: the logical line that it stands in.
        case trailing
        /// Alone on its line: the next statement.
        case above
        case file
    }

    /// What is wrong with it, so that it keeps nothing back.
    public enum Defect: UInt8, Sendable {
        case noCodes
        case unclosed
        case unknownForm
    }

    public var kind: Kind
    public var place: Place
    /// One-based line of the comment.
    public var line: Int
    /// One-based columns, in Unicode scalars, of the directive: from `forkguard` or `noqa` to its end.
    public var column: Int
    public var endColumn: Int
    /// First and last line of the code that it speaks of.
    public var firstLine: Int
    public var lastLine: Int
    /// As written: codes, names.
    public var codes: [String]
    public var reason: String
    public var defect: Defect?

    public init(
        kind: Kind, place: Place, line: Int, column: Int, endColumn: Int, firstLine: Int, lastLine: Int,
        codes: [String], reason: String, defect: Defect? = nil
    ) {
        self.kind = kind
        self.place = place
        self.line = line
        self.column = column
        self.endColumn = endColumn
        self.firstLine = firstLine
        self.lastLine = lastLine
        self.codes = codes
        self.reason = reason
        self.defect = defect
    }

    /// True if it speaks of code at `line`.
    public func covers(line: Int) -> Bool { place == .file || (firstLine...lastLine).contains(line) }
}

// MARK: - Reading

extension SuppressionComment {
    /// The suppression comments of a file, in source order.
    ///
    /// - Complexity: O(*comments*), and O(*nodes*) more where any of them is a suppression.
    public static func all(in tree: SyntaxTree) -> [SuppressionComment] {
        var found: [SuppressionComment] = []
        var logicalLines: LogicalLines?
        for range in tree.comments {
            let bytes = tree.source[Int(range.lowerBound)..<Int(range.upperBound)]
            guard let directive = Directive(in: bytes) else { continue }
            let lines = logicalLines ?? LogicalLines(of: tree)
            logicalLines = lines
            let comment = SuppressionComment(directive, at: range.lowerBound, tree, lines)
            if comment.kind == .bareNoqa, comment.place != .trailing { continue }
            found.append(comment)
        }
        return found
    }

    private init(_ directive: Directive, at offset: UInt32, _ tree: SyntaxTree, _ lines: LogicalLines) {
        let (line, column) = tree.position(of: offset)
        let start = Int(tree.lineStarts[line - 1])
        let before = tree.source[start..<Int(offset)]
        let isAlone = before.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
        let first = scalarCount(tree.source[start..<(start + column + directive.start)]) + 1
        let width = scalarCount(
            tree.source[(start + column + directive.start)..<(start + column + directive.end)])
        let place: Place = directive.isForFile ? .file : isAlone ? .above : .trailing
        let covered =
            switch place {
            case .file: line...line
            case .trailing: lines.containing(line)
            case .above: lines.following(line)
            }
        self.init(
            kind: directive.kind, place: place, line: line, column: first, endColumn: first + width,
            firstLine: covered.lowerBound, lastLine: covered.upperBound, codes: directive.codes,
            reason: directive.reason, defect: directive.defect)
    }
}

extension SuppressionComment {
    /// Reads a `//` comment of a Swift file.
    ///
    /// - Parameter before: what stands before it in its line.
    package init?(swiftComment text: [UInt8], line: Int, before: ArraySlice<UInt8>, _ lines: LogicalLines) {
        // The same form behind other marks: `//` and `///` count as one `#`.
        var marks = 0
        while marks < text.count, text[marks] == UInt8(ascii: "/") { marks += 1 }
        guard marks >= 2 else { return nil }
        var comment = text
        comment[marks - 1] = UInt8(ascii: "#")
        guard let directive = Directive(in: comment[(marks - 1)...]), directive.kind == .ignore else { return nil }
        let isAlone = before.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
        let skipped = marks - 1
        let first = scalarCount(before) + scalarCount(text[..<(skipped + directive.start)]) + 1
        let width = scalarCount(text[(skipped + directive.start)..<(skipped + directive.end)])
        let place: Place = directive.isForFile ? .file : isAlone ? .above : .trailing
        let covered =
            switch place {
            case .file: line...line
            case .trailing: lines.containing(line)
            case .above: lines.following(line)
            }
        self.init(
            kind: directive.kind, place: place, line: line, column: first, endColumn: first + width,
            firstLine: covered.lowerBound, lastLine: covered.upperBound, codes: directive.codes,
            reason: directive.reason, defect: directive.defect)
    }
}

private func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

/// What a comment says to forkguard.
private struct Directive {
    var kind = SuppressionComment.Kind.ignore
    var isForFile = false
    /// Offsets within the comment.
    var start: Int
    var end: Int
    var codes: [String] = []
    var reason = ""
    var defect: SuppressionComment.Defect?

    /// Looks behind each `#` of the comment: several tools share one line.
    init?(in comment: ArraySlice<UInt8>) {
        let text = Array(comment)
        var bare: Directive?
        for hash in text.indices where text[hash] == UInt8(ascii: "#") {
            var at = hash + 1
            text.skipSpaces(&at)
            if text[at...].starts(with: Array("forkguard:".utf8)) {
                self.init(ownIn: text, from: at)
                return
            }
            if let found = Directive(noqaIn: text, from: at) {
                self = found
                return
            }
            // A comment of ours may stand behind it.
            if bare == nil { bare = Directive(bareNoqaIn: text, from: at) }
        }
        guard let bare else { return nil }
        self = bare
    }

    /// `forkguard: ignore[CODES] reason` and `forkguard: file-ignore[CODES] reason`.
    private init(ownIn text: [UInt8], from start: Int) {
        self.start = start
        var at = start + "forkguard:".utf8.count
        text.skipSpaces(&at)
        let word = text.word(from: at)
        at += word.utf8.count
        end = at
        guard word == "ignore" || word == "file-ignore" else {
            defect = .unknownForm
            return
        }
        isForFile = word == "file-ignore"
        text.skipSpaces(&at)
        guard at < text.count, text[at] == UInt8(ascii: "[") else {
            defect = .noCodes
            return
        }
        guard let close = text[at...].firstIndex(of: UInt8(ascii: "]")) else {
            defect = .unclosed
            end = text.count
            return
        }
        codes = text.codes(in: (at + 1)..<close)
        end = close + 1
        if codes.isEmpty { defect = .noCodes }
        var rest = close + 1
        text.skipSpaces(&rest)
        // A test's mark or another tool's comment may follow.
        let stop = text[rest...].firstIndex(of: UInt8(ascii: "#")) ?? text.count
        reason = String(decoding: text[rest..<stop], as: UTF8.self)
        while reason.last?.isWhitespace == true { reason.removeLast() }
    }

    /// `noqa` without a colon.
    private init?(bareNoqaIn text: [UInt8], from start: Int) {
        let word = text.word(from: start)
        guard word.lowercased() == "noqa" else { return nil }
        var at = start + word.utf8.count
        end = at
        text.skipSpaces(&at)
        if at < text.count, text[at] == UInt8(ascii: ":") { return nil }
        kind = .bareNoqa
        self.start = start
    }

    /// `noqa: FG101,E501`: the codes of ours in it. Other tools' codes are theirs to judge.
    private init?(noqaIn text: [UInt8], from start: Int) {
        let word = text.word(from: start)
        guard word.lowercased() == "noqa" else { return nil }
        var at = start + word.utf8.count
        text.skipSpaces(&at)
        guard at < text.count, text[at] == UInt8(ascii: ":") else { return nil }
        var codes: [String] = []
        at += 1
        end = at
        while true {
            while at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == UInt8(ascii: ",") { at += 1 }
            let code = text.word(from: at)
            guard isCodeShaped(code) else { break }
            at += code.utf8.count
            end = at
            if code.uppercased().hasPrefix("FG") { codes.append(code.uppercased()) }
        }
        guard !codes.isEmpty else { return nil }
        kind = .noqa
        self.start = start
        self.codes = codes
    }
}

/// Capital or small letters, then digits: what other linters take for a code.
private func isCodeShaped(_ word: String) -> Bool {
    let letters = word.utf8.prefix { (65...90).contains($0) || (97...122).contains($0) }
    let digits = word.utf8.dropFirst(letters.count)
    return !letters.isEmpty && !digits.isEmpty && digits.allSatisfy { (48...57).contains($0) }
}

extension [UInt8] {
    fileprivate func skipSpaces(_ at: inout Int) {
        while at < count, self[at] == 0x20 || self[at] == 0x09 { at += 1 }
    }

    /// Letters, digits, `-` and `_` from `at` on.
    fileprivate func word(from at: Int) -> String {
        let bytes = self[Swift.min(at, count)...].prefix { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    fileprivate func codes(in range: Range<Int>) -> [String] {
        self[range].split { $0 == UInt8(ascii: ",") || $0 == 0x20 || $0 == 0x09 }
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
