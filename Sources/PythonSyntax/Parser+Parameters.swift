extension Parser {
    enum ParameterStyle { case function, lambda }

    /// Where a list of parameters has got to.
    private struct ParameterState {
        var positionalOnly = emptyList
        var positional = emptyList
        var variadic = none
        var keywordVariadic = none
        var sawSlash = false
        var sawStar = false
        var sawDefault = false
        /// A `*` without a name needs a parameter behind it.
        var bareStar: UInt32?
        /// Extent of the parameters, without a trailing comma's.
        var start: UInt32
    }

    /// `parameters` up to (not with) `end`: an `arguments` node.
    mutating func parameters(_ style: ParameterStyle, end: TokenKind) throws(Failure) -> UInt32 {
        var state = ParameterState(start: token.start)
        if kind == end {
            return add(
                .arguments, previousEnd,
                all: Self.emptyList, Self.emptyList, Self.none, Self.emptyList, Self.emptyList, Self.none,
                Self.emptyList)
        }
        // Names of the current section lie on the stack; defaults on a stack of their own, in order.
        var mark = pending.count
        var defaults: ContiguousArray<UInt32> = []
        var keywordDefaults: ContiguousArray<UInt32> = []
        while kind != end {
            switch kind {
            case .slash:
                try slash(&state, isEmpty: pending.count == mark)
                state.positionalOnly = list(from: mark)
                mark = pending.count
            case .star:
                try star(&state, style, end)
                state.positional = list(from: mark)
                mark = pending.count
            case .doubleStar:
                try doubleStar(&state, style, end)
            default:
                let at = token.start
                pending.append(try parameter(style, isKeywordOnly: state.sawStar))
                var value = Self.none
                if accept(.equal) { value = try expression() }
                if state.sawStar {
                    keywordDefaults.append(value)
                    state.bareStar = nil
                } else if value != Self.none {
                    defaults.append(value)
                    state.sawDefault = true
                } else if state.sawDefault {
                    throw fail(at, "parameter without a default follows parameter with a default")
                }
            }
            guard accept(.comma) else { break }
            if state.keywordVariadic != Self.none, kind != end {
                throw fail(token.start, "arguments cannot follow var-keyword argument")
            }
        }
        if let bare = state.bareStar { throw fail(bare, "named arguments must follow bare *") }
        let last = list(from: mark)
        let keywordOnly = state.sawStar ? last : Self.emptyList
        if !state.sawStar { state.positional = last }
        for value in keywordDefaults { pending.append(value) }
        let keywordValues = list(from: mark)
        for value in defaults { pending.append(value) }
        let values = list(from: mark)
        return add(
            .arguments, state.start,
            all: state.positionalOnly, state.positional, state.variadic, keywordOnly, keywordValues,
            state.keywordVariadic, values)
    }

    private mutating func slash(_ state: inout ParameterState, isEmpty: Bool) throws(Failure) {
        if state.sawSlash { throw fail(token.start, "/ may appear only once") }
        if state.sawStar { throw fail(token.start, "/ must be ahead of *") }
        if isEmpty { throw fail(token.start, "at least one argument must precede /") }
        state.sawSlash = true
        advance()
        if kind == .equal { throw unexpected() }
    }

    private mutating func star(
        _ state: inout ParameterState, _ style: ParameterStyle, _ end: TokenKind
    ) throws(Failure) {
        let start = token.start
        if state.sawStar { throw fail(start, "* argument may appear only once") }
        state.sawStar = true
        advance()
        if kind == .comma || kind == end {
            state.bareStar = start
            return
        }
        state.variadic = try parameter(style, isVariadic: true)
        if kind == .equal { throw fail(token.start, "var-positional argument cannot have default value") }
    }

    private mutating func doubleStar(
        _ state: inout ParameterState, _ style: ParameterStyle, _ end: TokenKind
    ) throws(Failure) {
        if let bare = state.bareStar { throw fail(bare, "named arguments must follow bare *") }
        advance()
        state.keywordVariadic = try parameter(style)
        if kind == .equal { throw fail(token.start, "var-keyword argument cannot have default value") }
    }

    /// One `arg`, with its annotation in a function.
    private mutating func parameter(
        _ style: ParameterStyle, isVariadic: Bool = false, isKeywordOnly: Bool = false
    ) throws(Failure) -> UInt32 {
        let start = token.start
        if kind == .leftParen { throw fail(start, "parameters cannot be parenthesized") }
        refuseDebug()
        let name = try identifier("a parameter")
        let nameEnd = previousEnd
        var annotation = Self.none
        if style == .function, accept(.colon) {
            if isVariadic, kind == .star {
                require(11, "a starred annotation")
                let stars = token.start
                advance()
                let value = try expression()
                annotation = add(.starred, stars, detail: ExprContext.load.rawValue, value)
            } else {
                annotation = try expression()
            }
        }
        let node = add(.arg, start, name, annotation, Self.none)
        // 3.8 left the annotation out of a keyword-only parameter's extent.
        if minor < 9, isKeywordOnly { nodes[Int(node)].end = nameEnd }
        return node
    }

    /// Before 3.9 the parser itself refused to bind `__debug__`.
    mutating func refuseDebug() {
        if minor < 9, kind == .name, token.flags == SoftKeyword.debug {
            record(token.start, "cannot assign to __debug__")
        }
    }
}
