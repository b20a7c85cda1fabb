/// Turns a file into tokens, once, ahead of the parser. Never fails: bytes that make no token are reported and skipped.
///
/// The source must end in `padding` zero bytes beyond `count`, so that looking ahead needs no bounds checks: a zero
/// byte belongs to no token.
struct Lexer {
    static let padding = 8

    struct Bracket {
        var opener: UInt8
        /// The bracket opens a field of an f-string; afterwards, lexing goes on in this mode.
        var field: FStringMode?
        var token: Int
    }

    let source: UnsafeBufferPointer<UInt8>
    let count: Int
    let minor: Int
    var tokens: ContiguousArray<Token> = []
    var names: NameTable
    var comments: [Range<UInt32>] = []
    var errors: [SyntaxError] = []
    /// From brackets that were never closed to where reading went on: the parser's errors there are consequences.
    var unclosed: [Range<UInt32>] = []

    /// End of the text being read: of the file, or of an f-string's body where the target is older than 3.12.
    var limit: Int
    var brackets: ContiguousArray<Bracket> = []
    var fStrings: ContiguousArray<FStringFrame> = []
    private var indents: ContiguousArray<(column: Int, alternate: Int)> = [(0, 0)]
    private var reportedNesting = false
    var unterminatedStrings = 0

    init(source: UnsafeBufferPointer<UInt8>, count: Int, target: PythonVersion) {
        self.source = source
        self.count = count
        minor = target.minor
        limit = count
        names = NameTable(source: source)
        tokens.reserveCapacity(count / 4 + 16)
    }

    mutating func report(_ offset: Int, _ message: String) {
        guard errors.count < Limits.errors else { return }
        errors.append(SyntaxError(offset: UInt32(min(offset, count)), message: message))
    }

    @inline(__always)
    mutating func add(_ kind: TokenKind, _ start: Int, _ end: Int, flags: UInt8 = 0, value: UInt32 = 0) {
        tokens.append(Token(kind: kind, flags: flags, start: UInt32(start), end: UInt32(end), value: value))
    }

    // MARK: The loop

    mutating func run() {
        var at = lineStart(0)
        while at >= 0 {
            if let frame = fStrings.last, frame.mode != .expression {
                at = literalPart(at)
                continue
            }
            let byte = source[at]
            switch ByteClass.of(byte) {
            case .space:
                at += 1
            case .name:
                at = name(at)
            case .wide:
                at = wideName(at)
            case .digit:
                at = number(at)
            case .quote:
                at = at < limit ? string(at, prefix: 0, flags: 0) : endOfText(at)
            case .newline:
                at = newline(at)
            case .hash:
                at = comment(at)
            case .backslash:
                at = continuation(at)
            case .open:
                at = open(at, byte)
            case .close:
                at = close(at, byte)
            case .oper:
                at = operatorToken(at, byte)
            case .other:
                at = at >= limit ? endOfText(at) : unknown(at)
            }
        }
        finish()
    }

    /// The end of the file (negative: stop), or of an old f-string's body.
    private mutating func endOfText(_ at: Int) -> Int {
        if limit < count { return endOfLegacyBody() }
        return -1
    }

    private mutating func unknown(_ at: Int) -> Int {
        let byte = source[at]
        // A null byte was reported for the file as a whole.
        if byte != 0 {
            let text = byte < 0x20 || byte == 0x7F ? "0x" + String(byte, radix: 16) : "`\(Unicode.Scalar(byte))`"
            report(at, "invalid character \(text)")
            add(.error, at, at + 1)
        }
        return at + 1
    }

    private mutating func newline(_ at: Int) -> Int {
        let next = source[at] == 13 && source[at + 1] == 10 ? at + 2 : at + 1
        if !brackets.isEmpty || !fStrings.isEmpty {
            return next
        }
        add(.newline, at, next)
        return lineStart(next)
    }

    private mutating func comment(_ at: Int) -> Int {
        var end = at
        while end < limit, source[end] != 10, source[end] != 13 { end += 1 }
        if limit < count {
            report(at, "f-string expression part cannot include '#' before Python 3.12")
        } else {
            comments.append(UInt32(at)..<UInt32(end))
        }
        return end
    }

    private mutating func continuation(_ at: Int) -> Int {
        let next = at + 1
        if limit < count {
            report(at, "f-string expression part cannot include a backslash before Python 3.12")
            return next
        }
        switch source[next] {
        case 10: break
        case 13: return continued(source[next + 1] == 10 ? next + 2 : next + 1)
        default:
            let atEnd = next >= count
            report(
                at,
                atEnd
                    ? "unexpected end of file after a backslash"
                    : "unexpected character after the line continuation character")
            add(.error, at, next)
            return next
        }
        return continued(next + 1)
    }

    private mutating func continued(_ next: Int) -> Int {
        if next >= count {
            report(next, "unexpected end of file after a backslash")
        }
        return next
    }

    // MARK: Indentation

    /// Skips blank and comment lines, then compares the next line's indentation with the open blocks.
    mutating func lineStart(_ from: Int) -> Int {
        var at = from
        while true {
            var column = 0
            var alternate = 0
            var fixed: (Int, Int)?
            let start = at
            scan: while true {
                switch source[at] {
                case 0x20:
                    column += 1
                    alternate += 1
                case 9:
                    column = (column / 8 + 1) * 8
                    alternate += 1
                case 12:
                    column = 0
                    alternate = 0
                case 0x5C where (source[at + 1] == 10 || source[at + 1] == 13) && minor >= 9:
                    // A continuation in the indentation: the first part of it counts.
                    if fixed == nil { fixed = (column, alternate) }
                    if source[at + 1] == 13, source[at + 2] == 10 { at += 1 }
                    at += 1
                default: break scan
                }
                at += 1
            }
            if let fixed { (column, alternate) = fixed }
            switch source[at] {
            case 10: at += 1
            case 13: at = source[at + 1] == 10 ? at + 2 : at + 1
            case 0x23:
                at = comment(at)
            case 0 where at >= count:
                if fixed != nil { report(at, "unexpected end of file after a backslash") }
                return at
            default:
                return indentation(column, alternate, from: start, at: at)
            }
        }
    }

    private mutating func indentation(_ column: Int, _ alternate: Int, from start: Int, at: Int) -> Int {
        let top = indents[indents.count - 1]
        if column == top.column {
            if alternate != top.alternate { report(at, "inconsistent use of tabs and spaces in indentation") }
        } else if column > top.column {
            if alternate <= top.alternate { report(at, "inconsistent use of tabs and spaces in indentation") }
            if indents.count >= Limits.indentation {
                report(at, "too many levels of indentation")
                return -1
            }
            indents.append((column, alternate))
            add(.indent, at, at)
        } else {
            while indents[indents.count - 1].column > column {
                let below = indents[indents.count - 2]
                if below.column < column {
                    report(at, "unindent does not match any outer indentation level")
                    // The rest of this block is taken to stand here.
                    indents[indents.count - 1] = (column, alternate)
                    return at
                }
                indents.removeLast()
                add(.dedent, at, at)
            }
            if indents[indents.count - 1].alternate != alternate {
                report(at, "inconsistent use of tabs and spaces in indentation")
            }
        }
        return at
    }

    private mutating func finish() {
        if let open = brackets.last(where: { $0.field == nil }) {
            let token = tokens[open.token]
            report(Int(token.start), "'\(Unicode.Scalar(open.opener))' was never closed")
            unclosed.append(token.start..<UInt32(count + 1))
        } else if let frame = fStrings.last {
            report(Int(tokens[frame.token].start), "unterminated f-string literal")
        }
        if let last = tokens.last, last.kind != .newline { add(.newline, count, count) }
        for _ in 1..<max(indents.count, 1) { add(.dedent, count, count) }
        add(.endOfFile, count, count)
        add(.endOfFile, count, count)
        add(.endOfFile, count, count)
    }

    // MARK: Brackets

    private mutating func open(_ at: Int, _ byte: UInt8) -> Int {
        if brackets.count >= Limits.openBrackets, !reportedNesting {
            reportedNesting = true
            report(at, "too many nested parentheses")
        }
        brackets.append(Bracket(opener: byte, field: nil, token: tokens.count))
        let kind: TokenKind =
            byte == UInt8(ascii: "(") ? .leftParen : byte == UInt8(ascii: "[") ? .leftBracket : .leftBrace
        add(kind, at, at + 1)
        return at + 1
    }

    private mutating func close(_ at: Int, _ byte: UInt8) -> Int {
        let kind: TokenKind =
            byte == UInt8(ascii: ")") ? .rightParen : byte == UInt8(ascii: "]") ? .rightBracket : .rightBrace
        let opener: UInt8 =
            byte == UInt8(ascii: ")")
            ? UInt8(ascii: "(") : byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
        guard let top = brackets.last, fStrings.last.map({ brackets.count > $0.bracketBase }) ?? true else {
            report(at, "unmatched '\(Unicode.Scalar(byte))'")
            add(.error, at, at + 1)
            return at + 1
        }
        if top.opener != opener {
            let (closer, opener) = (Unicode.Scalar(byte), Unicode.Scalar(top.opener))
            report(at, "closing parenthesis '\(closer)' does not match opening parenthesis '\(opener)'")
            if top.field != nil {
                add(.error, at, at + 1)
                return at + 1
            }
        }
        brackets.removeLast()
        tokens[top.token].value = UInt32(tokens.count)
        if let mode = top.field { fStrings[fStrings.count - 1].mode = mode }
        add(kind, at, at + 1)
        return at + 1
    }

    /// A keyword that only begins statements stands first on a line inside brackets: a bracket above was
    /// never closed. Ends the statement there, so that the rest of the file is read as usual.
    mutating func recoverFromOpenBracket(at keyword: Int) -> Int? {
        var start = keyword
        while start > 0, source[start - 1] == 0x20 || source[start - 1] == 9 { start -= 1 }
        if let last = tokens.last, last.kind == .kwAsync, Int(last.end) == start {
            start = Int(last.start)
            while start > 0, source[start - 1] == 0x20 || source[start - 1] == 9 { start -= 1 }
            if start == 0 || source[start - 1] == 10 || source[start - 1] == 13 { tokens.removeLast() }
        }
        guard limit == count, start > 0, source[start - 1] == 10 || source[start - 1] == 13 else { return nil }
        guard let open = brackets.last else { return nil }
        report(Int(tokens[open.token].start), "'\(Unicode.Scalar(open.opener))' was never closed")
        unclosed.append(tokens[open.token].start..<UInt32(start + 1))
        brackets.removeAll(keepingCapacity: true)
        fStrings.removeAll(keepingCapacity: true)
        add(.error, start, start)
        add(.newline, start, start)
        return lineStart(start)
    }
}
