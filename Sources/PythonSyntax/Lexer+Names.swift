extension Lexer {
    // MARK: Identifiers and keywords

    @inline(__always)
    mutating func name(_ start: Int) -> Int {
        var at = start
        var hash = NameTable.hashSeed
        var word: UInt64 = 0
        var byte = source[at]
        repeat {
            hash = NameTable.hashStep(hash, byte)
            word = word << 8 | UInt64(byte)
            at += 1
            byte = source[at]
        } while ByteClass.isNamePart(byte)
        if byte >= 0x80 { return wideName(start) }
        let length = at - start
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\""), length <= 2, at < limit,
            let flags = Self.stringPrefix(word, length)
        {
            return flags & Self.formatted != 0
                ? fString(start, prefix: length, flags: flags & ~Self.formatted)
                : string(at, prefix: length, flags: flags)
        }
        if let keyword = Keywords.kind(word, count: length) {
            if keyword.beginsStatementOnly, !brackets.isEmpty, let next = recoverFromOpenBracket(at: start) {
                return next
            }
            add(keyword, start, at)
            return at
        }
        let id = names.intern(hash: hash, start: start, count: length)
        let soft = Keywords.soft(word, count: length)
        add(.name, start, at, flags: soft, value: id)
        if length == 9, soft == 0, word == 0x5f64_6562_7567_5f5f { tokens[tokens.count - 1].flags = SoftKeyword.debug }
        return at
    }

    /// Marks a prefix with `f` or `t`; no flag of a token.
    private static let formatted: UInt8 = 128

    /// Flags of a string with this prefix (packed as for keywords), or `nil` if it is none.
    private static func stringPrefix(_ word: UInt64, _ length: Int) -> UInt8? {
        func letter(_ byte: UInt64) -> UInt8? {
            switch UInt8(truncatingIfNeeded: byte) | 0x20 {
            case UInt8(ascii: "r"): StringFlags.raw
            case UInt8(ascii: "b"): StringFlags.bytes
            case UInt8(ascii: "f"): formatted
            case UInt8(ascii: "t"): formatted | StringFlags.unicodeOrTemplate
            default: nil
            }
        }
        if length == 1 {
            // `ast` knows of the small letter only.
            return word == 0x75 ? StringFlags.unicodeOrTemplate : word == 0x55 ? 0 : letter(word)
        }
        guard let first = letter(word >> 8), let second = letter(word & 0xFF) else { return nil }
        guard (first == StringFlags.raw) != (second == StringFlags.raw) else { return nil }
        return first | second
    }

    /// An identifier with characters beyond ASCII, or a character that has no place in source.
    mutating func wideName(_ start: Int) -> Int {
        var at = start
        var text = String.UnicodeScalarView()
        while at < limit {
            let byte = source[at]
            if byte < 0x80 {
                guard ByteClass.isNamePart(byte) else { break }
                text.append(Unicode.Scalar(byte))
                at += 1
                continue
            }
            let (scalar, length) = scalar(at)
            let fits = text.isEmpty ? Identifiers.isStart(scalar) : Identifiers.isPart(scalar)
            guard fits else {
                if text.isEmpty {
                    report(at, "invalid character \(Identifiers.display(scalar))")
                    add(.error, at, at + length)
                    return at + length
                }
                break
            }
            text.append(scalar)
            at += length
        }
        // CPython takes everything beyond ASCII as one word and refuses it as a whole.
        if at < limit, source[at] >= 0x80 {
            report(at, "invalid character \(Identifiers.display(scalar(at).0))")
            add(.error, start, at)
            return at
        }
        let normal = Normalization.nfkc(text)
        add(.name, start, at, value: names.intern(String(normal).utf8))
        return at
    }

    /// The character at `at` and its length; the source is valid UTF-8.
    func scalar(_ at: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(source[at])
        func tail(_ index: Int) -> UInt32 { UInt32(source[at + index]) & 0x3F }
        if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
        let value: UInt32
        let length: Int
        if first < 0xE0 {
            (value, length) = ((first & 0x1F) << 6 | tail(1), 2)
        } else if first < 0xF0 {
            (value, length) = ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
        } else {
            (value, length) = ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    // MARK: Operators

    @inline(__always)
    mutating func operatorToken(_ at: Int, _ byte: UInt8) -> Int {
        let next = source[at + 1]
        let isAssign = next == UInt8(ascii: "=")
        switch byte {
        case UInt8(ascii: "."):
            if next &- UInt8(ascii: "0") < 10 { return number(at) }
            if next == UInt8(ascii: "."), source[at + 2] == UInt8(ascii: ".") { return put(.ellipsis, at, 3) }
            return put(.dot, at, 1)
        case UInt8(ascii: ","): return put(.comma, at, 1)
        case UInt8(ascii: ":"): return colon(at, isAssign)
        case UInt8(ascii: ";"): return put(.semicolon, at, 1)
        case UInt8(ascii: "="): return isAssign ? put(.equalEqual, at, 2) : put(.equal, at, 1)
        case UInt8(ascii: "+"): return isAssign ? put(.plusEqual, at, 2) : put(.plus, at, 1)
        case UInt8(ascii: "-"):
            if next == UInt8(ascii: ">") { return put(.arrow, at, 2) }
            return isAssign ? put(.minusEqual, at, 2) : put(.minus, at, 1)
        case UInt8(ascii: "%"): return isAssign ? put(.percentEqual, at, 2) : put(.percent, at, 1)
        case UInt8(ascii: "@"): return isAssign ? put(.atEqual, at, 2) : put(.at, at, 1)
        case UInt8(ascii: "&"): return isAssign ? put(.ampersandEqual, at, 2) : put(.ampersand, at, 1)
        case UInt8(ascii: "|"): return isAssign ? put(.pipeEqual, at, 2) : put(.pipe, at, 1)
        case UInt8(ascii: "^"): return isAssign ? put(.caretEqual, at, 2) : put(.caret, at, 1)
        case UInt8(ascii: "~"): return put(.tilde, at, 1)
        case UInt8(ascii: "*"): return doubled(at, byte, .star, .starEqual, .doubleStar, .doubleStarEqual)
        case UInt8(ascii: "/"): return doubled(at, byte, .slash, .slashEqual, .doubleSlash, .doubleSlashEqual)
        case UInt8(ascii: "<"):
            if next == UInt8(ascii: ">") {
                report(at, "`<>` is no operator of Python 3, use `!=`")
                return put(.error, at, 2)
            }
            return doubled(at, byte, .less, .lessEqual, .leftShift, .leftShiftEqual)
        case UInt8(ascii: ">"): return doubled(at, byte, .greater, .greaterEqual, .rightShift, .rightShiftEqual)
        default: return exclamation(at, isAssign)
        }
    }

    @inline(__always)
    private mutating func put(_ kind: TokenKind, _ at: Int, _ length: Int) -> Int {
        add(kind, at, at + length)
        return at + length
    }

    @inline(__always)
    private mutating func doubled(
        _ at: Int, _ byte: UInt8, _ one: TokenKind, _ oneEqual: TokenKind, _ two: TokenKind, _ twoEqual: TokenKind
    ) -> Int {
        if source[at + 1] == byte {
            return source[at + 2] == UInt8(ascii: "=") ? put(twoEqual, at, 3) : put(two, at, 2)
        }
        return source[at + 1] == UInt8(ascii: "=") ? put(oneEqual, at, 2) : put(one, at, 1)
    }

    /// At the level of an f-string's field a colon begins the format specifier, whatever follows it.
    @inline(__always)
    private mutating func colon(_ at: Int, _ isAssign: Bool) -> Int {
        if let top = brackets.last, top.field != nil {
            fStrings[fStrings.count - 1].mode = .specifier
            return put(.colon, at, 1)
        }
        return isAssign ? put(.colonEqual, at, 2) : put(.colon, at, 1)
    }

    private mutating func exclamation(_ at: Int, _ isAssign: Bool) -> Int {
        if isAssign { return put(.notEqual, at, 2) }
        if let top = brackets.last, top.field != nil { return put(.exclamation, at, 1) }
        report(at, "invalid character `!`")
        return put(.error, at, 1)
    }
}

/// Which characters beyond ASCII make identifiers.
enum Identifiers {
    static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? ByteClass.of(UInt8(scalar.value)) == .name : scalar.properties.isXIDStart
    }

    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ByteClass.isNamePart(UInt8(scalar.value)) : scalar.properties.isXIDContinue
    }

    /// A character as an error names it: visible, or by its number.
    static func display(_ scalar: Unicode.Scalar) -> String {
        let number = String(scalar.value, radix: 16, uppercase: true)
        let padded = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return padded
        default: return "`\(scalar)` (\(padded))"
        }
    }
}
