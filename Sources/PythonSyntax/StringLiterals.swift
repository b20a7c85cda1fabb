/// A run of text on its way into one constant.
struct TextPiece {
    var start: UInt32
    var count: UInt32
    /// The bytes stand in `decoded`, not in the source.
    var isDecoded: Bool
    var hasUPrefix: Bool
    /// Extent in the source, for the constant's node.
    var from: UInt32
    var to: UInt32
}

extension Parser {
    /// `strings`: one or more literals in a row.
    mutating func stringLiterals() throws(Failure) -> UInt32 {
        let next = nextKind
        if kind == .string, next != .string, next != .fStringStart {
            let literal = token
            let piece = try plainPiece(literal)
            advance()
            return constant(piece, literal.flags & StringFlags.bytes != 0 ? .bytes : .str)
        }
        return try concatenation()
    }

    private mutating func concatenation() throws(Failure) -> UInt32 {
        let start = token.start
        let isBytes = kind == .string && token.flags & StringFlags.bytes != 0
        let hasUPrefix = kind == .string && token.flags & StringFlags.unicodeOrTemplate != 0
        var text = FormattedText(mark: pending.count, hasUPrefix: minor < 12 && hasUPrefix)
        var isFormatted = false
        var isTemplate = false
        var isMixed = false
        while kind == .string || kind == .fStringStart {
            let literal = token
            if kind == .string {
                if (literal.flags & StringFlags.bytes != 0) != isBytes {
                    throw fail(start, "cannot mix bytes and nonbytes literals")
                }
                merge(try plainPiece(literal), into: &text)
                advance()
                isMixed = true
            } else {
                if isBytes { throw fail(start, "cannot mix bytes and nonbytes literals") }
                if literal.flags & StringFlags.unicodeOrTemplate != 0 {
                    require(14, "a t-string")
                    isTemplate = true
                } else {
                    isFormatted = true
                }
                try formattedString(&text)
            }
        }
        guard isFormatted || isTemplate else {
            let piece =
                text.piece
                ?? TextPiece(start: start, count: 0, isDecoded: false, hasUPrefix: false, from: start, to: start)
            return constant(
                TextPiece(
                    start: piece.start, count: piece.count, isDecoded: piece.isDecoded, hasUPrefix: hasUPrefix,
                    from: start,
                    to: previousEnd), isBytes ? .bytes : .str)
        }
        if isTemplate, isFormatted || isMixed {
            throw fail(start, "cannot mix t-string literals with string or bytes literals")
        }
        flush(&text)
        let values = list(from: text.mark)
        return add(isTemplate ? .templateStr : .joinedStr, start, values)
    }

    /// A node for `piece`.
    mutating func constant(_ piece: TextPiece, _ kind: ConstantKind) -> UInt32 {
        strings.append(
            StringValue(
                start: piece.start, count: piece.count, isDecoded: piece.isDecoded, hasUPrefix: piece.hasUPrefix))
        nodes.append(
            Node(
                kind: .constant, detail: kind.rawValue, start: piece.from, end: piece.to, firstSlot: UInt32(slots.count)
            ))
        slots.append(UInt32(strings.count - 1))
        return UInt32(nodes.count - 1)
    }

    /// The value of a string or bytes literal.
    private mutating func plainPiece(_ literal: Token) throws(Failure) -> TextPiece {
        if literal.flags & StringFlags.unterminated != 0 { throw Failure() }
        let quotes: UInt32 = literal.flags & StringFlags.triple != 0 ? 3 : 1
        var piece = try decode(
            literal.start + literal.value + quotes, literal.end - quotes, literal.flags)
        piece.from = literal.start
        piece.to = literal.end
        piece.hasUPrefix =
            literal.flags & (StringFlags.unicodeOrTemplate | StringFlags.bytes) == StringFlags.unicodeOrTemplate
        return piece
    }

    /// The value of the body of a literal from `start` to `end`: the source itself where nothing is escaped.
    mutating func decode(_ start: UInt32, _ end: UInt32, _ flags: UInt8) throws(Failure) -> TextPiece {
        let isRaw = flags & StringFlags.raw != 0
        let escapes = flags & StringFlags.hasBackslash != 0 && !isRaw
        guard escapes || flags & StringFlags.hasCarriageReturn != 0 else {
            return TextPiece(
                start: start, count: end - start, isDecoded: false, hasUPrefix: false, from: start, to: end)
        }
        let first = decoded.count
        var at = Int(start)
        let stop = Int(end)
        while at < stop {
            let byte = source[at]
            if byte == UInt8(ascii: "\\"), escapes {
                at = try escape(at + 1, stop, isBytes: flags & StringFlags.bytes != 0)
            } else if byte == 13 {
                decoded.append(10)
                at += at + 1 < stop && source[at + 1] == 10 ? 2 : 1
            } else {
                decoded.append(byte)
                at += 1
            }
        }
        return TextPiece(
            start: UInt32(first), count: UInt32(decoded.count - first), isDecoded: true, hasUPrefix: false, from: start,
            to: end)
    }

    /// Decodes what follows a backslash; returns where to go on.
    private mutating func escape(_ at: Int, _ stop: Int, isBytes: Bool) throws(Failure) -> Int {
        guard at < stop else {
            decoded.append(UInt8(ascii: "\\"))
            return at
        }
        let byte = source[at]
        switch byte {
        case 10: return at + 1
        case 13: return at + 1 < stop && source[at + 1] == 10 ? at + 2 : at + 1
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): decoded.append(byte)
        case UInt8(ascii: "a"): decoded.append(7)
        case UInt8(ascii: "b"): decoded.append(8)
        case UInt8(ascii: "f"): decoded.append(12)
        case UInt8(ascii: "n"): decoded.append(10)
        case UInt8(ascii: "r"): decoded.append(13)
        case UInt8(ascii: "t"): decoded.append(9)
        case UInt8(ascii: "v"): decoded.append(11)
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(at, stop, isBytes)
        case UInt8(ascii: "x"): return try hexadecimal(at, stop, digits: 2, isBytes)
        case UInt8(ascii: "u") where !isBytes: return try hexadecimal(at, stop, digits: 4, isBytes)
        case UInt8(ascii: "U") where !isBytes: return try hexadecimal(at, stop, digits: 8, isBytes)
        case UInt8(ascii: "N") where !isBytes: return try namedCharacter(at, stop)
        default:
            // Not an escape: the backslash stays. CPython warns.
            decoded.append(UInt8(ascii: "\\"))
            return at
        }
        return at + 1
    }

    private mutating func octal(_ from: Int, _ stop: Int, _ isBytes: Bool) -> Int {
        var at = from
        var value: UInt32 = 0
        while at < stop, at < from + 3, source[at] &- UInt8(ascii: "0") < 8 {
            value = value * 8 + UInt32(source[at] - UInt8(ascii: "0"))
            at += 1
        }
        if isBytes { decoded.append(UInt8(truncatingIfNeeded: value)) } else { appendCodePoint(value) }
        return at
    }

    private mutating func hexadecimal(_ letter: Int, _ stop: Int, digits: Int, _ isBytes: Bool) throws(Failure) -> Int {
        var value: UInt32 = 0
        for index in 1...digits {
            guard letter + index < stop, let digit = Self.hexadecimalDigit(source[letter + index]) else {
                let form =
                    isBytes ? "\\x" : "\\\(Unicode.Scalar(source[letter]))\(String(repeating: "X", count: digits))"
                throw fail(UInt32(letter - 1), "truncated \(form) escape")
            }
            value = value << 4 | digit
        }
        if isBytes {
            decoded.append(UInt8(truncatingIfNeeded: value))
        } else if value > 0x10FFFF {
            throw fail(UInt32(letter - 1), "illegal Unicode character in an escape")
        } else {
            appendCodePoint(value)
        }
        return letter + 1 + digits
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    private mutating func namedCharacter(_ letter: Int, _ stop: Int) throws(Failure) -> Int {
        var end = letter + 2
        while end < stop, source[end] != UInt8(ascii: "}") { end += 1 }
        guard letter + 1 < stop, source[letter + 1] == UInt8(ascii: "{"), end < stop, end > letter + 2 else {
            throw fail(UInt32(letter - 1), "malformed \\N character escape")
        }
        let name = String(decoding: source[(letter + 2)..<end], as: UTF8.self)
        guard let scalar = CharacterNames.scalar(named: name) else {
            throw fail(UInt32(letter - 1), "unknown Unicode character name `\(name.prefix(60))`")
        }
        appendCodePoint(scalar)
        return end + 1
    }

    /// UTF-8 of a code point; a lone surrogate takes its three bytes all the same (WTF-8).
    private mutating func appendCodePoint(_ value: UInt32) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | value >> shift & 0x3F) }
        switch value {
        case ..<0x80: decoded.append(UInt8(value))
        case ..<0x800:
            decoded.append(UInt8(0xC0 | value >> 6))
            decoded.append(tail(0))
        case ..<0x10000:
            decoded.append(UInt8(0xE0 | value >> 12))
            decoded.append(tail(6))
            decoded.append(tail(0))
        default:
            decoded.append(UInt8(0xF0 | value >> 18))
            decoded.append(tail(12))
            decoded.append(tail(6))
            decoded.append(tail(0))
        }
    }
}
