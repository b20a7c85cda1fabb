/// What the lexer reads while it is inside an f-string.
enum FStringMode {
    /// Text outside fields.
    case literal
    /// The expression of a field: ordinary tokens.
    case expression
    /// A format specifier.
    case specifier
}

/// An f-string (or t-string) that is being read.
struct FStringFrame {
    var mode: FStringMode
    var quote: UInt8
    var flags: UInt8
    /// Open brackets where the string starts.
    var bracketBase: Int
    /// Index of its `fStringStart`.
    var token: Int
    /// Where to go on with the text around it, for targets before 3.12: the end of the body and the limit outside.
    var outerLimit: Int
    var bodyEnd: Int
    var isRaw: Bool { flags & StringFlags.raw != 0 }
    var isTriple: Bool { flags & StringFlags.triple != 0 }
}

extension Lexer {
    // MARK: Plain strings

    /// A string whose opening quote stands at `quoteAt`.
    mutating func string(_ quoteAt: Int, prefix: Int, flags initial: UInt8) -> Int {
        let start = quoteAt - prefix
        let (end, flags, _) = scanString(quoteAt, initial)
        if flags & StringFlags.bytes != 0, flags & StringFlags.hasNonASCII != 0 {
            report(start, "bytes can only contain ASCII literal characters")
        }
        add(.string, start, end, flags: flags, value: UInt32(prefix))
        return end
    }

    private func isTriple(_ at: Int, _ quote: UInt8) -> Bool {
        at + 2 < limit && source[at + 1] == quote && source[at + 2] == quote
    }

    /// Finds the end of the string at `quoteAt`: the byte after it, the flags, and the end of its body.
    private mutating func scanString(_ quoteAt: Int, _ initial: UInt8) -> (end: Int, flags: UInt8, bodyEnd: Int) {
        let quote = source[quoteAt]
        var flags = initial
        let triple = isTriple(quoteAt, quote)
        if triple { flags |= StringFlags.triple }
        var at = quoteAt + (triple ? 3 : 1)
        while at < limit {
            let byte = source[at]
            if byte == quote {
                if !triple { return (at + 1, flags, at) }
                if isTriple(at, quote) { return (at + 3, flags, at) }
                at += 1
            } else if byte == UInt8(ascii: "\\") {
                if limit < count, flags & StringFlags.hasBackslash == 0 {
                    report(at, "f-string expression part cannot include a backslash before Python 3.12")
                }
                flags |= StringFlags.hasBackslash
                if source[at + 1] == 13 {
                    flags |= StringFlags.hasCarriageReturn
                    if source[at + 2] == 10 { at += 1 }
                } else if source[at + 1] >= 0x80 {
                    flags |= StringFlags.hasNonASCII
                }
                at += 2
            } else if byte == 10 || byte == 13 {
                if !triple { break }
                if byte == 13 { flags |= StringFlags.hasCarriageReturn }
                at += 1
            } else {
                if byte >= 0x80 { flags |= StringFlags.hasNonASCII }
                at += 1
            }
        }
        return unterminated(quoteAt, triple, flags, min(at, limit))
    }

    private mutating func unterminated(
        _ quoteAt: Int, _ triple: Bool, _ flags: UInt8, _ reached: Int
    ) -> (end: Int, flags: UInt8, bodyEnd: Int) {
        report(quoteAt, triple ? "unterminated triple-quoted string literal" : "unterminated string literal")
        var end = reached
        if triple { unterminatedStrings += 1 }
        if triple, unterminatedStrings <= Limits.unterminatedStrings {
            // Taken to end with its line: what follows is more likely code than text.
            end = quoteAt
            while end < limit, source[end] != 10, source[end] != 13 { end += 1 }
        }
        return (end, flags | StringFlags.unterminated, end)
    }

    // MARK: F-strings

    /// An f-string or t-string whose prefix stands at `start`.
    mutating func fString(_ start: Int, prefix: Int, flags initial: UInt8) -> Int {
        let quoteAt = start + prefix
        let quote = source[quoteAt]
        var flags = initial
        let triple = isTriple(quoteAt, quote)
        if triple { flags |= StringFlags.triple }
        let body = quoteAt + (triple ? 3 : 1)
        if fStrings.count >= Limits.nestedFStrings {
            report(start, "too many nested f-strings")
            add(.error, start, body)
            return body
        }
        var frame = FStringFrame(
            mode: .literal, quote: quote, flags: flags, bracketBase: brackets.count, token: tokens.count,
            outerLimit: limit, bodyEnd: limit)
        if minor < 12 {
            // Before 3.12 an f-string was a string first, and its fields were read afterwards.
            let (end, found, bodyEnd) = scanString(quoteAt, flags)
            add(.fStringStart, start, body, flags: flags | found & StringFlags.unterminated, value: 0)
            frame.bodyEnd = max(bodyEnd, body)
            if found & StringFlags.unterminated != 0 {
                return max(end, body)
            }
            limit = frame.bodyEnd
        } else {
            add(.fStringStart, start, body, flags: flags, value: 0)
        }
        fStrings.append(frame)
        return body
    }

    /// Text of an f-string up to the next field or the end.
    mutating func literalPart(_ start: Int) -> Int {
        let index = fStrings.count - 1
        let frame = fStrings[index]
        let inSpecifier = frame.mode == .specifier
        var flags: UInt8 = frame.flags & (StringFlags.raw | StringFlags.triple)
        var at = start
        while at < limit {
            let byte = source[at]
            if byte == frame.quote, !frame.isTriple || isTriple(at, frame.quote) { break }
            switch byte {
            case UInt8(ascii: "\\"):
                at = escape(at, frame.isRaw, &flags)
                continue
            case UInt8(ascii: "{"):
                if source[at + 1] == byte, at + 1 < limit, !inSpecifier {
                    addMiddle(start, at + 1, flags)
                    return at + 2
                }
                addMiddle(start, at, flags)
                brackets.append(Bracket(opener: byte, field: frame.mode, token: tokens.count))
                fStrings[index].mode = .expression
                add(.leftBrace, at, at + 1)
                if brackets.count > Limits.openBrackets + 1 { report(at, "too many nested parentheses") }
                return at + 1
            case UInt8(ascii: "}"):
                addMiddle(start, at, flags)
                return closeInLiteral(at, inSpecifier, start, flags)
            case 10, 13:
                if !frame.isTriple {
                    addMiddle(start, at, flags)
                    return brokenByNewline(at, inSpecifier)
                }
                if byte == 13 { flags |= StringFlags.hasCarriageReturn }
            default: break
            }
            at += 1
        }
        addMiddle(start, min(at, limit), flags)
        return endFString(min(at, limit))
    }

    private mutating func addMiddle(_ start: Int, _ end: Int, _ flags: UInt8) {
        if end > start { add(.fStringMiddle, start, end, flags: flags) }
    }

    /// Steps over a backslash and what it escapes; a brace is never escaped.
    private func escape(_ at: Int, _ isRaw: Bool, _ flags: inout UInt8) -> Int {
        flags |= StringFlags.hasBackslash
        var next = at + 1
        if source[next] == 13 {
            flags |= StringFlags.hasCarriageReturn
            return source[next + 1] == 10 ? next + 2 : next + 1
        }
        if source[next] == UInt8(ascii: "{") || source[next] == UInt8(ascii: "}") { return next }
        if !isRaw, source[next] == UInt8(ascii: "N"), source[next + 1] == UInt8(ascii: "{") {
            next += 2
            while next < limit, source[next] != UInt8(ascii: "}"), source[next] != 10, source[next] != 13,
                source[next] != UInt8(ascii: "'"), source[next] != UInt8(ascii: "\"")
            {
                next += 1
            }
            return source[next] == UInt8(ascii: "}") ? next + 1 : next
        }
        return next + 1
    }

    private mutating func closeInLiteral(_ at: Int, _ inSpecifier: Bool, _ start: Int, _ flags: UInt8) -> Int {
        let brace = UInt8(ascii: "}")
        if inSpecifier, let top = brackets.last, let mode = top.field {
            brackets.removeLast()
            tokens[top.token].value = UInt32(tokens.count)
            fStrings[fStrings.count - 1].mode = mode
            add(.rightBrace, at, at + 1)
            return at + 1
        }
        if source[at + 1] == brace, at + 1 < limit {
            // Text up to and with the first brace; the second says that it is text.
            if at > start {
                tokens[tokens.count - 1].end = UInt32(at + 1)
            } else {
                add(.fStringMiddle, at, at + 1, flags: flags)
            }
            return at + 2
        }
        report(at, "f-string: single '}' is not allowed")
        return at + 1
    }

    private mutating func brokenByNewline(_ at: Int, _ inSpecifier: Bool) -> Int {
        if inSpecifier, minor >= 12 {
            // CPython ends the specifier here and goes on inside the field.
            fStrings[fStrings.count - 1].mode = .expression
            return at
        }
        report(at, "unterminated f-string literal")
        return endFString(at, quoted: false)
    }

    /// Ends the innermost f-string at its closing quote, or without one.
    private mutating func endFString(_ at: Int, quoted: Bool = true) -> Int {
        let frame = fStrings.removeLast()
        if brackets.count > frame.bracketBase {
            report(at, "f-string: expecting '}'")
            add(.error, at, at)
            brackets.removeLast(brackets.count - frame.bracketBase)
        }
        var end = at
        if quoted {
            if at >= count, frame.bodyEnd >= count {
                report(Int(tokens[frame.token].start), "unterminated f-string literal")
                tokens[frame.token].flags |= StringFlags.unterminated
            } else {
                end = at + (frame.isTriple ? 3 : 1)
            }
        } else {
            tokens[frame.token].flags |= StringFlags.unterminated
        }
        limit = frame.outerLimit
        tokens[frame.token].value = UInt32(tokens.count)
        add(.fStringEnd, at, end)
        return end
    }

    /// The body of an f-string for a target before 3.12 ends inside a field.
    mutating func endOfLegacyBody() -> Int {
        guard let frame = fStrings.last else {
            limit = count
            return count
        }
        return endFString(frame.bodyEnd)
    }
}
