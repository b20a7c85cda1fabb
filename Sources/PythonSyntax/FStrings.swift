extension Parser {
    /// The values of a `JoinedStr` or `TemplateStr` as they come in: complete ones on the stack from `mark`, and
    /// the text behind them that may still grow.
    struct FormattedText {
        var mark: Int
        var piece: TextPiece?
        /// The whole concatenation began with `u`, which before 3.12 marked all its constants.
        var hasUPrefix: Bool

        init(mark: Int, hasUPrefix: Bool) {
            self.mark = mark
            self.hasUPrefix = hasUPrefix
        }
    }

    /// Puts more text behind what is there. Texts in different places are copied together.
    mutating func merge(_ next: TextPiece, into text: inout FormattedText) {
        guard var piece = text.piece else {
            text.piece = next
            return
        }
        piece.to = next.to
        if next.count == 0 {
            text.piece = piece
            return
        }
        if piece.isDecoded, next.isDecoded, piece.start + piece.count == next.start {
            piece.count += next.count
        } else {
            if !(piece.isDecoded && Int(piece.start + piece.count) == decoded.count) {
                let start = UInt32(decoded.count)
                copy(piece)
                piece.start = start
                piece.isDecoded = true
            }
            copy(next)
            piece.count += next.count
        }
        text.piece = piece
    }

    private mutating func copy(_ piece: TextPiece) {
        let range = Int(piece.start)..<Int(piece.start + piece.count)
        if piece.isDecoded {
            decoded.append(contentsOf: Array(decoded[range]))
        } else {
            decoded.append(contentsOf: source[range])
        }
    }

    /// Makes a constant of the text so far. Empty text makes none.
    mutating func flush(_ text: inout FormattedText) {
        guard var piece = text.piece else { return }
        text.piece = nil
        if piece.count == 0 { return }
        if text.hasUPrefix { piece.hasUPrefix = true }
        pending.append(constant(piece, .str))
    }

    /// One f-string or t-string from its start token to its end token.
    mutating func formattedString(_ text: inout FormattedText) throws(Failure) {
        let literal = token
        if literal.flags & StringFlags.unterminated != 0 { throw Failure() }
        advance()
        while true {
            switch kind {
            case .fStringMiddle:
                let part = token
                merge(try decode(part.start, part.end, part.flags), into: &text)
                advance()
            case .leftBrace:
                try field(&text, literal.flags, level: 0)
            case .fStringEnd:
                advance()
                return
            default:
                throw unexpected()
            }
        }
    }

    /// A replacement field, braces and all.
    private mutating func field(_ text: inout FormattedText, _ flags: UInt8, level: Int) throws(Failure) {
        let isTemplate = flags & StringFlags.unicodeOrTemplate != 0
        let isRaw = flags & StringFlags.raw != 0
        let open = token
        if level >= Limits.nestedFields(minor: minor) {
            throw fail(open.start, "f-string: expressions nested too deeply")
        }
        advance()
        switch kind {
        case .rightBrace, .exclamation, .colon, .equal:
            let next = Unicode.Scalar(source[Int(token.start)])
            throw fail(token.start, "f-string: valid expression required before '\(next)'")
        default: break
        }
        try descend()
        let value =
            minor >= 12
            ? try yieldOrStarExpressions() : try parenthesisedContents(open.start, end: .rightBrace)
        ascend()
        let isDebug = accept(.equal)
        let debugEnd = token.start
        let wholeEnd = previousEnd
        var conversion: Int32 = -1
        if kind == .exclamation { conversion = try fieldConversion() }
        var specifier = Self.none
        var textEnd = debugEnd
        if kind == .colon {
            textEnd = token.start
            specifier = try formatSpecifier(flags, level)
        }
        if isDebug {
            merge(try debugText(open.end, debugEnd, max(textEnd, debugEnd), isRaw: isRaw), into: &text)
            if conversion == -1, specifier == Self.none { conversion = Int32(UInt8(ascii: "r")) }
        }
        guard kind == .rightBrace else { throw unexpected("`}`") }
        advance()
        flush(&text)
        let bits = UInt32(bitPattern: conversion)
        if isTemplate {
            let expression = expressionText(open.end, isDebug ? debugEnd : max(wholeEnd, open.end))
            pending.append(add(.interpolation, open.start, all: value, expression, bits, specifier))
        } else {
            pending.append(add(.formattedValue, open.start, value, bits, specifier))
        }
    }

    private mutating func fieldConversion() throws(Failure) -> Int32 {
        let mark = token
        advance()
        guard kind == .name, token.start == mark.end, token.end == token.start + 1 else {
            throw fail(mark.start, "f-string: invalid conversion character: expected 's', 'r', or 'a'")
        }
        let letter = source[Int(token.start)]
        guard letter == UInt8(ascii: "s") || letter == UInt8(ascii: "r") || letter == UInt8(ascii: "a") else {
            throw fail(token.start, "f-string: invalid conversion character: expected 's', 'r', or 'a'")
        }
        let end = token.end
        advance()
        if minor < 12, token.start != end { throw fail(end, "f-string: expecting '}'") }
        return Int32(letter)
    }

    private mutating func formatSpecifier(_ flags: UInt8, _ level: Int) throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        var text = FormattedText(mark: pending.count, hasUPrefix: false)
        while true {
            switch kind {
            case .fStringMiddle:
                let part = token
                merge(try decode(part.start, part.end, part.flags), into: &text)
                advance()
            case .leftBrace:
                // What a template's specifier holds is formatted at once, as in an f-string.
                try field(&text, flags & ~StringFlags.unicodeOrTemplate, level: level + 1)
            default:
                flush(&text)
                let values = list(from: text.mark)
                return add(.joinedStr, start, values)
            }
        }
    }

    /// The text of `{x = }` up to what follows the `=`: without comments, and from 3.12 on with escapes decoded, as
    /// if it stood outside the field.
    private mutating func debugText(
        _ start: UInt32, _ end: UInt32, _ extent: UInt32, isRaw: Bool
    ) throws(Failure) -> TextPiece {
        var flags = isRaw || minor < 12 ? StringFlags.raw : 0
        for byte in source[Int(start)..<Int(end)] {
            if byte == 13 { flags |= StringFlags.hasCarriageReturn }
            if byte == UInt8(ascii: "\\") { flags |= StringFlags.hasBackslash }
        }
        var text = FormattedText(mark: pending.count, hasUPrefix: false)
        var from = start
        for comment in commentsInside(start, end) {
            merge(try decode(from, comment.lowerBound, flags), into: &text)
            from = comment.upperBound
        }
        merge(try decode(from, end, flags), into: &text)
        return TextPiece(
            start: text.piece?.start ?? start, count: text.piece?.count ?? 0, isDecoded: text.piece?.isDecoded ?? false,
            hasUPrefix: false, from: start, to: extent)
    }

    private func commentsInside(_ start: UInt32, _ end: UInt32) -> ArraySlice<Range<UInt32>> {
        var low = 0
        var high = comments.count
        while low < high {
            let middle = (low + high) / 2
            if comments[middle].lowerBound < start { low = middle + 1 } else { high = middle }
        }
        return comments[low...].prefix { $0.lowerBound < end }
    }

    /// `Interpolation.str`: the expression as written, without what trails it.
    private mutating func expressionText(_ start: UInt32, _ end: UInt32) -> UInt32 {
        var last = end
        while last > start {
            let byte = source[Int(last) - 1]
            guard byte == 0x20 || byte &- 9 < 5 || byte == UInt8(ascii: "=") else { break }
            last -= 1
        }
        strings.append(StringValue(start: start, count: last - start, isDecoded: false, hasUPrefix: false))
        return UInt32(strings.count - 1)
    }
}
