extension Parser {
    // MARK: The statement

    /// Does the name `match` begin a match statement here? Decided from the tokens of its line: it ends in a colon,
    /// and below it stands a `case`.
    func isMatchStatement() -> Bool {
        switch nextKind {
        case .newline, .equal, .dot, .comma, .colon, .rightParen, .semicolon, .colonEqual: return false
        default: break
        }
        guard nextKind.startsExpression else { return false }
        var at = position + 1
        while tokens[at].kind != .newline {
            if tokens[at].kind == .endOfFile { return false }
            at += 1
        }
        return tokens[at - 1].kind == .colon && tokens[at + 1].kind == .indent && tokens[at + 2].kind == .name
            && tokens[at + 2].flags == SoftKeyword.case
    }

    mutating func matchStatement() throws(Failure) -> UInt32 {
        let start = token.start
        require(10, "`match` statement")
        advance()
        let at = token.start
        let isStarred = kind == .star
        var subject = isStarred ? try starred() : try namedExpression()
        if isStarred, kind != .comma { throw unexpected("`,`") }
        if kind == .comma {
            let mark = pending.count
            pending.append(subject)
            while accept(.comma) {
                if kind == .colon { break }
                pending.append(try starNamedExpression())
            }
            let elements = list(from: mark)
            subject = add(.tuple, at, detail: ExprContext.load.rawValue, elements)
        }
        try expect(.colon, "`:`")
        try expect(.newline, "the end of the line")
        try expect(.indent, "an indented block")
        let mark = pending.count
        while kind != .dedent, kind != .endOfFile { caseBlock() }
        if kind == .dedent { advance() }
        let cases = list(from: mark)
        return add(.match, start, subject, cases)
    }

    private mutating func caseBlock() {
        let before = (pending.count, depth, fieldDepth, position)
        do throws(Failure) {
            guard kind == .name, token.flags == SoftKeyword.case else { throw unexpected("`case`") }
            let start = token.start
            advance()
            let pattern = try openPattern()
            let condition = accept(.kwIf) ? try namedExpression() : Self.none
            let body = block("a `case`")
            pending.append(add(.matchCase, start, pattern, condition, body))
        } catch {
            pending.removeLast(pending.count - before.0)
            (depth, fieldDepth) = (before.1, before.2)
            // Statements below a case that cannot be read have no place in the tree.
            skipLine(from: before.3)
            pending.removeLast(pending.count - before.0)
        }
    }

    // MARK: Patterns

    /// `patterns`: a pattern, or a sequence without brackets.
    private mutating func openPattern() throws(Failure) -> UInt32 {
        let start = token.start
        let first = try maybeStarPattern()
        guard kind == .comma else {
            if kind(of: first) == .matchStar { throw unexpected("`,`") }
            return first
        }
        let mark = pending.count
        pending.append(first)
        while accept(.comma) {
            if kind == .colon || kind == .kwIf { break }
            pending.append(try maybeStarPattern())
        }
        let patterns = list(from: mark)
        return add(.matchSequence, start, patterns)
    }

    private mutating func maybeStarPattern() throws(Failure) -> UInt32 {
        guard kind == .star else { return try asPattern() }
        let start = token.start
        advance()
        let isWildcard = token.flags == SoftKeyword.underscore && kind == .name
        let name = try identifier()
        return add(.matchStar, start, isWildcard ? Self.none : name)
    }

    /// `or_pattern ['as' name]`.
    private mutating func asPattern() throws(Failure) -> UInt32 {
        try descend()
        let start = token.start
        var pattern = try closedPattern()
        if kind == .pipe {
            let mark = pending.count
            pending.append(pattern)
            while accept(.pipe) { pending.append(try closedPattern()) }
            let patterns = list(from: mark)
            pattern = add(.matchOr, start, patterns)
        }
        if accept(.kwAs) {
            if kind == .name, token.flags == SoftKeyword.underscore {
                throw fail(token.start, "cannot use '_' as a target")
            }
            let name = try identifier("a name after `as`")
            if kind == .dot || kind == .leftParen { throw fail(token.start, "invalid pattern target") }
            pattern = add(.matchAs, start, pattern, name)
        }
        ascend()
        return pattern
    }

    private mutating func closedPattern() throws(Failure) -> UInt32 {
        let start = token.start
        switch kind {
        case .kwNone, .kwTrue, .kwFalse:
            let value = try atom()
            return add(.matchSingleton, start, value)
        case .number, .minus:
            let value = try patternNumber()
            return add(.matchValue, start, value)
        case .string, .fStringStart:
            let value = try stringLiterals()
            return add(.matchValue, start, value)
        case .leftParen, .leftBracket: return try sequencePattern()
        case .leftBrace: return try mappingPattern()
        case .name: return try namePattern()
        default: throw unexpected("a pattern")
        }
    }

    /// `signed_number` or `complex_number`.
    private mutating func patternNumber() throws(Failure) -> UInt32 {
        let start = token.start
        let left = try signedNumber()
        guard kind == .plus || kind == .minus else { return left.node }
        if left.isImaginary { throw fail(start, "real number required in complex literal") }
        let op = kind == .plus ? Operator.add : .sub
        advance()
        guard kind == .number else { throw unexpected("an imaginary number") }
        if token.flags != ConstantKind.imaginary.rawValue {
            throw fail(token.start, "imaginary number required in complex literal")
        }
        let right = try atom()
        return add(.binOp, start, left.node, UInt32(op.rawValue), right)
    }

    private mutating func signedNumber() throws(Failure) -> (node: UInt32, isImaginary: Bool) {
        let start = token.start
        let isNegative = accept(.minus)
        guard kind == .number else { throw unexpected("a number") }
        let isImaginary = token.flags == ConstantKind.imaginary.rawValue
        let value = try atom()
        guard isNegative else { return (value, isImaginary) }
        return (add(.unaryOp, start, UInt32(Operator.uSub.rawValue), value), isImaginary)
    }

    /// A capture, a wildcard, a dotted value or a class.
    private mutating func namePattern() throws(Failure) -> UInt32 {
        let start = token.start
        let id = token.value
        let isWildcard = token.flags == SoftKeyword.underscore
        if nextKind != .dot, nextKind != .leftParen {
            advance()
            return add(.matchAs, start, Self.none, isWildcard ? Self.none : id)
        }
        let value = try dottedValue()
        if kind == .leftParen { return try classPattern(start, value) }
        return add(.matchValue, start, value)
    }

    private mutating func dottedValue() throws(Failure) -> UInt32 {
        let start = token.start
        let id = try identifier()
        var value = add(.name, start, detail: ExprContext.load.rawValue, id)
        while accept(.dot) {
            let name = try identifier("a name after `.`")
            value = add(.attribute, start, detail: ExprContext.load.rawValue, value, name)
        }
        return value
    }

    private mutating func sequencePattern() throws(Failure) -> UInt32 {
        let start = token.start
        let isGroup = kind == .leftParen
        let close: TokenKind = isGroup ? .rightParen : .rightBracket
        advance()
        let mark = pending.count
        var hasComma = false
        while kind != close {
            pending.append(try maybeStarPattern())
            guard accept(.comma) else { break }
            hasComma = true
        }
        try expect(close, isGroup ? "`)`" : "`]`")
        if isGroup, !hasComma, pending.count == mark + 1, kind(of: pending[mark]) != .matchStar {
            return pending.removeLast()
        }
        if isGroup, !hasComma, pending.count > mark {
            throw fail(start, "a starred pattern needs a comma behind it")
        }
        let patterns = list(from: mark)
        return add(.matchSequence, start, patterns)
    }

    private mutating func mappingPattern() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        let mark = pending.count
        var rest = Self.none
        while kind != .rightBrace {
            if accept(.doubleStar) {
                if kind == .name, token.flags == SoftKeyword.underscore { throw unexpected() }
                rest = try identifier()
                _ = accept(.comma)
                break
            }
            let key = try mappingKey()
            try expect(.colon, "`:`")
            let value = try asPattern()
            pending.append(key)
            pending.append(value)
            guard accept(.comma) else { break }
        }
        try expect(.rightBrace, "`}`")
        let (keys, patterns) = unzip(from: mark)
        return add(.matchMapping, start, keys, patterns, rest)
    }

    private mutating func mappingKey() throws(Failure) -> UInt32 {
        switch kind {
        case .number, .minus: return try patternNumber()
        case .string, .fStringStart: return try stringLiterals()
        case .kwNone, .kwTrue, .kwFalse: return try atom()
        case .name where nextKind == .dot: return try dottedValue()
        default: throw unexpected("a literal or a dotted name as the key of a mapping pattern")
        }
    }

    /// Makes two lists of the pairs that lie on the stack in turn.
    private mutating func unzip(from mark: Int) -> (UInt32, UInt32) {
        let count = (pending.count - mark) / 2
        let first = UInt32(slots.count)
        for part in 0..<2 {
            slots.append(UInt32(count))
            for index in 0..<count { slots.append(pending[mark + index * 2 + part]) }
        }
        pending.removeLast(count * 2)
        return (first, first + 1 + UInt32(count))
    }

    private mutating func classPattern(_ start: UInt32, _ cls: UInt32) throws(Failure) -> UInt32 {
        advance()
        let mark = pending.count
        var positional: UInt32?
        var pairs = mark
        while kind != .rightParen {
            if kind == .name, nextKind == .equal {
                if positional == nil {
                    positional = list(from: mark)
                    pairs = pending.count
                }
                pending.append(token.value)
                advance()
                advance()
                pending.append(try asPattern())
            } else {
                if positional != nil { throw fail(token.start, "positional patterns follow keyword patterns") }
                pending.append(try asPattern())
            }
            guard accept(.comma) else { break }
        }
        try expect(.rightParen, "`)`")
        let patterns: UInt32
        var names = Self.emptyList
        var values = Self.emptyList
        if let positional {
            patterns = positional
            (names, values) = unzip(from: pairs)
        } else {
            patterns = list(from: mark)
        }
        return add(.matchClass, start, all: cls, patterns, names, values)
    }
}
