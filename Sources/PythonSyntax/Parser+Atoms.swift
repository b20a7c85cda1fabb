extension Parser {
    mutating func atom() throws(Failure) -> UInt32 {
        let start = token.start
        switch kind {
        case .name:
            let name = token.value
            advance()
            return add(.name, start, detail: ExprContext.load.rawValue, name)
        case .number:
            let detail = token.flags
            advance()
            return add(.constant, start, detail: detail, Self.none)
        case .string, .fStringStart: return try stringLiterals()
        case .kwNone: return constant(.none)
        case .kwTrue: return constant(.true)
        case .kwFalse: return constant(.false)
        case .ellipsis: return constant(.ellipsis)
        case .leftParen, .leftBracket, .leftBrace: return try bracketed()
        default: throw unexpected()
        }
    }

    private mutating func bracketed() throws(Failure) -> UInt32 {
        try descend()
        let value: UInt32
        switch kind {
        case .leftParen: value = try parenthesised()
        case .leftBracket: value = try listDisplay()
        default: value = try braceDisplay()
        }
        ascend()
        return value
    }

    @inline(__always)
    private mutating func constant(_ value: ConstantKind) -> UInt32 {
        let start = token.start
        advance()
        return add(.constant, start, detail: value.rawValue, Self.none)
    }

    // MARK: Displays

    /// A group, a tuple or a generator expression.
    private mutating func parenthesised() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        if accept(.rightParen) {
            return add(.tuple, start, detail: ExprContext.load.rawValue, Self.emptyList)
        }
        let value = try parenthesisedContents(start, end: .rightParen)
        return value
    }

    /// What stands between parentheses, and the closing one. Before 3.12 also the expression of an f-string's field,
    /// which was compiled as if it stood in parentheses.
    mutating func parenthesisedContents(_ start: UInt32, end: TokenKind) throws(Failure) -> UInt32 {
        let isField = end != .rightParen
        if kind == .kwYield {
            let value = try yieldExpression()
            if !isField { try expect(.rightParen, "`)`") }
            return value
        }
        let first = try starNamedExpression()
        if kind == .kwFor || kind == .kwAsync {
            return try generator(start, first, closed: !isField)
        }
        if kind == .comma {
            let mark = pending.count
            pending.append(first)
            while accept(.comma) {
                guard kind.startsExpression, kind != .kwYield else { break }
                pending.append(try starNamedExpression())
            }
            if !isField { try expect(.rightParen, "`)`") }
            let elements = list(from: mark)
            return add(.tuple, start, detail: ExprContext.load.rawValue, elements)
        }
        if self.kind(of: first) == .starred { throw fail(start, "cannot use starred expression here") }
        if !isField {
            guard kind == .rightParen else { throw missingComma("`)`") }
            advance()
        }
        return first
    }

    /// Two expressions in a row: the likeliest slip has a better message.
    private mutating func missingComma(_ close: StaticString) -> Failure {
        if kind.startsExpression, kind != .star, kind != .plus, kind != .minus, kind != .leftParen,
            kind != .leftBracket,
            !(kind == .string && token.flags & StringFlags.unterminated != 0)
        {
            return fail(token.start, "invalid syntax: perhaps a comma is missing")
        }
        return unexpected(close)
    }

    private mutating func generator(_ start: UInt32, _ element: UInt32, closed: Bool = true) throws(Failure) -> UInt32 {
        try checkElement(element)
        let generators = try comprehensions()
        if closed { try expect(.rightParen, "`)`") }
        return add(.generatorExp, start, element, generators)
    }

    private mutating func checkElement(_ element: UInt32) throws(Failure) {
        if kind(of: element) == .starred {
            throw fail(nodes[Int(element)].start, "iterable unpacking cannot be used in comprehension")
        }
    }

    private mutating func listDisplay() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        if accept(.rightBracket) {
            return add(.list, start, detail: ExprContext.load.rawValue, Self.emptyList)
        }
        let first = try starNamedExpression()
        if kind == .kwFor || kind == .kwAsync {
            try checkElement(first)
            let generators = try comprehensions()
            try expect(.rightBracket, "`]`")
            return add(.listComp, start, first, generators)
        }
        let mark = pending.count
        pending.append(first)
        while accept(.comma) {
            if kind == .rightBracket { break }
            pending.append(try starNamedExpression())
        }
        guard kind == .rightBracket else { throw missingComma("`]`") }
        advance()
        let elements = list(from: mark)
        return add(.list, start, detail: ExprContext.load.rawValue, elements)
    }

    private mutating func braceDisplay() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        if accept(.rightBrace) { return add(.dict, start, Self.emptyList, Self.emptyList) }
        if kind == .doubleStar { return try dictRest(start, key: Self.none) }
        let first = try setElement()
        if kind == .colon {
            if self.kind(of: first) == .starred { throw unexpected() }
            return try dictRest(start, key: first)
        }
        if kind == .kwFor || kind == .kwAsync {
            try checkElement(first)
            let generators = try comprehensions()
            try expect(.rightBrace, "`}`")
            return add(.setComp, start, first, generators)
        }
        let mark = pending.count
        pending.append(first)
        while accept(.comma) {
            if kind == .rightBrace { break }
            pending.append(try setElement())
        }
        guard kind == .rightBrace else { throw missingComma("`}`") }
        advance()
        let elements = list(from: mark)
        return add(.set, start, elements)
    }

    private mutating func setElement() throws(Failure) -> UInt32 {
        if kind == .name, nextKind == .colonEqual {
            require(9, "an assignment expression in a set without parentheses")
            let value = try namedExpression()
            if kind == .colon { throw unexpected() }
            return value
        }
        return try starNamedExpression()
    }

    /// A dictionary or its comprehension from the first `:` (or the first `**`, with `key` none) on.
    private mutating func dictRest(_ start: UInt32, key: UInt32) throws(Failure) -> UInt32 {
        let mark = pending.count
        var key = key
        while true {
            if key == Self.none {
                let stars = token.start
                advance()
                let value = try binary(Precedence.bitOr)
                if kind == .kwFor || kind == .kwAsync {
                    throw fail(stars, "dict unpacking cannot be used in dict comprehension")
                }
                pending.append(Self.none)
                pending.append(value)
            } else {
                try expect(.colon, "`:` after the dictionary key")
                let value = try expression()
                if pending.count == mark, kind == .kwFor || kind == .kwAsync {
                    let generators = try comprehensions()
                    try expect(.rightBrace, "`}`")
                    return add(.dictComp, start, key, value, generators)
                }
                pending.append(key)
                pending.append(value)
            }
            guard accept(.comma), kind != .rightBrace else { break }
            key = kind == .doubleStar ? Self.none : try expression()
        }
        guard kind == .rightBrace else { throw missingComma("`}`") }
        advance()
        let count = (pending.count - mark) / 2
        let keys = UInt32(slots.count)
        for part in 0..<2 {
            slots.append(UInt32(count))
            for index in 0..<count { slots.append(pending[mark + index * 2 + part]) }
        }
        pending.removeLast(count * 2)
        return add(.dict, start, keys, keys + 1 + UInt32(count))
    }

    // MARK: Comprehensions

    /// `for_if_clauses`.
    mutating func comprehensions() throws(Failure) -> UInt32 {
        let mark = pending.count
        while kind == .kwFor || kind == .kwAsync {
            let start = token.start
            let isAsync = accept(.kwAsync)
            try expect(.kwFor, "`for`")
            let target = try forTarget()
            try expect(.kwIn, "`in`")
            let iterable = try binary(Precedence.or)
            let filters = pending.count
            while accept(.kwIf) {
                if minor < 9, kind == .kwLambda {
                    pending.append(try lambda(allowsCondition: false))
                } else {
                    pending.append(try binary(Precedence.or))
                }
            }
            let tests = list(from: filters)
            pending.append(
                add(.comprehension, start, all: target, iterable, tests, isAsync ? 1 : 0))
        }
        return list(from: mark)
    }

    // MARK: Arguments of calls

    /// The arguments of a call or the bases of a class, with the parentheses: the lists `args` and `keywords`.
    mutating func callArguments(allowsGenerator: Bool = true) throws(Failure) -> (arguments: UInt32, keywords: UInt32) {
        let open = token.start
        advance()
        if accept(.rightParen) { return (Self.emptyList, Self.emptyList) }
        // Positional and keyword arguments share the stack until they are told apart by their kind.
        let mark = pending.count
        var hasKeyword = false
        var hasUnpacking = false
        var names: Set<UInt32> = []
        while true {
            let start = token.start
            switch kind {
            case .star:
                if hasUnpacking { throw fail(start, "iterable argument unpacking follows keyword argument unpacking") }
                advance()
                let value = try expression()
                let node = add(.starred, start, detail: ExprContext.load.rawValue, value)
                // 3.8 left the parentheses of the value out.
                if minor < 9 { nodes[Int(node)].end = nodes[Int(value)].end }
                pending.append(node)
            case .doubleStar:
                advance()
                let value = try expression()
                pending.append(add(.keyword, start, Self.none, value))
                hasUnpacking = true
            case .name where nextKind == .equal:
                if minor < 9 { checkKeyword(&names) }
                pending.append(try keywordArgument())
                hasKeyword = true
            default:
                let value = try namedExpression()
                if kind == .kwFor || kind == .kwAsync {
                    let generator = try argumentGenerator(
                        open, start, value, isFirst: pending.count == mark, allowsGenerator)
                    return (list(of: generator), Self.emptyList)
                }
                if kind == .equal {
                    throw fail(start, "expression cannot contain assignment, perhaps you meant \"==\"?")
                }
                if hasUnpacking { throw fail(start, "positional argument follows keyword argument unpacking") }
                if hasKeyword { throw fail(start, "positional argument follows keyword argument") }
                pending.append(value)
            }
            guard accept(.comma), kind != .rightParen else { break }
        }
        guard kind == .rightParen else { throw missingComma("`)`") }
        advance()
        return splitArguments(mark, hasKeywords: hasKeyword || hasUnpacking)
    }

    private mutating func splitArguments(_ mark: Int, hasKeywords: Bool) -> (arguments: UInt32, keywords: UInt32) {
        guard hasKeywords else { return (list(from: mark), Self.emptyList) }
        let end = pending.count
        var lists: [UInt32] = [Self.emptyList, Self.emptyList]
        for part in 0..<2 {
            let middle = pending.count
            for index in mark..<end where (kind(of: pending[index]) == .keyword) == (part == 1) {
                pending.append(pending[index])
            }
            lists[part] = list(from: middle)
        }
        pending.removeLast(end - mark)
        return (lists[0], lists[1])
    }

    private mutating func keywordArgument() throws(Failure) -> UInt32 {
        let start = token.start
        let name = token.value
        advance()
        advance()
        let value = try expression()
        if kind == .kwFor || kind == .kwAsync {
            throw fail(
                token.start, "invalid syntax: a generator expression as the value of an argument needs parentheses")
        }
        return add(.keyword, start, name, value)
    }

    /// Before 3.9 it was the parser that refused these.
    private mutating func checkKeyword(_ seen: inout Set<UInt32>) {
        if token.flags == SoftKeyword.debug { record(token.start, "cannot assign to __debug__") }
        if !seen.insert(token.value).inserted { record(token.start, "keyword argument repeated") }
    }

    /// `f(x for x in y)`, where nothing else may stand beside it.
    private mutating func argumentGenerator(
        _ open: UInt32, _ start: UInt32, _ element: UInt32, isFirst: Bool, _ allowed: Bool
    ) throws(Failure) -> UInt32 {
        guard allowed else { throw unexpected() }
        try checkElement(element)
        if kind(of: element) == .namedExpr, nodes[Int(element)].start == start {
            require(9, "an assignment expression as an argument's generator without parentheses", at: start)
        }
        let generators = try comprehensions()
        guard isFirst, kind == .rightParen else {
            if kind == .comma || !isFirst { throw fail(start, "generator expression must be parenthesized") }
            throw missingComma("`)`")
        }
        advance()
        return add(.generatorExp, open, element, generators)
    }
}
