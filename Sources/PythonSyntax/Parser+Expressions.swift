// Names of methods are those of CPython's grammar where it has a rule for the same thing.
extension Parser {
    // MARK: Lists of expressions

    /// `star_expressions`: an expression, or a tuple without parentheses.
    mutating func starExpressions() throws(Failure) -> UInt32 {
        let start = token.start
        let first = try starExpression()
        return kind == .comma ? try tupleRest(start, first) : first
    }

    mutating func starExpression() throws(Failure) -> UInt32 {
        kind == .star ? try starred() : try expression()
    }

    /// `'*' bitwise_or`.
    mutating func starred() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        let value = try binary(Precedence.bitOr)
        return add(.starred, start, detail: ExprContext.load.rawValue, value)
    }

    /// `star_named_expression`.
    mutating func starNamedExpression() throws(Failure) -> UInt32 {
        kind == .star ? try starred() : try namedExpression()
    }

    /// The rest of a tuple without parentheses whose first element is there and whose first comma is next.
    mutating func tupleRest(_ start: UInt32, _ first: UInt32) throws(Failure) -> UInt32 {
        let mark = pending.count
        pending.append(first)
        while accept(.comma) {
            guard kind.startsExpression, kind != .kwYield else { break }
            pending.append(try starExpression())
        }
        let elements = list(from: mark)
        return add(.tuple, start, detail: ExprContext.load.rawValue, elements)
    }

    /// `yield_expr | star_expressions`.
    mutating func yieldOrStarExpressions() throws(Failure) -> UInt32 {
        kind == .kwYield ? try yieldExpression() : try starExpressions()
    }

    mutating func yieldExpression() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        if accept(.kwFrom) {
            let value = try expression()
            return add(.yieldFrom, start, value)
        }
        guard kind.startsExpression, kind != .kwYield else { return add(.yield, start, Self.none) }
        let value = try starExpressions()
        return add(.yield, start, value)
    }

    // MARK: One expression

    /// `named_expression`: an expression, or `name := expression`.
    mutating func namedExpression() throws(Failure) -> UInt32 {
        if kind == .name, nextKind == .colonEqual { return try assignmentExpression() }
        let value = try expression()
        if kind == .colonEqual {
            throw fail(token.start, "cannot use assignment expressions with \(describe(value))")
        }
        return value
    }

    private mutating func assignmentExpression() throws(Failure) -> UInt32 {
        let start = token.start
        if minor < 9, token.flags == SoftKeyword.debug { record(start, "cannot assign to __debug__") }
        let name = token.value
        advance()
        let target = add(.name, start, detail: ExprContext.store.rawValue, name)
        advance()
        let value = try expression()
        return add(.namedExpr, start, target, value)
    }

    /// `expression`: a lambda, or a disjunction with or without a condition.
    mutating func expression() throws(Failure) -> UInt32 {
        if kind == .kwLambda { return try lambda() }
        let start = token.start
        let body = try binary(Precedence.or)
        return kind == .kwIf ? try conditional(start, body) : body
    }

    /// `a if b else c if d else e`: in a loop, then built from the right.
    private mutating func conditional(_ start: UInt32, _ first: UInt32) throws(Failure) -> UInt32 {
        let mark = pending.count
        var start = start
        var last = first
        while kind == .kwIf {
            advance()
            let test = try binary(Precedence.or)
            guard kind == .kwElse else { throw unexpected("`else` after `if` expression") }
            advance()
            pending.append(start)
            pending.append(last)
            pending.append(test)
            start = token.start
            last = kind == .kwLambda ? try lambda() : try binary(Precedence.or)
        }
        while pending.count > mark {
            let test = pending.removeLast()
            let body = pending.removeLast()
            last = add(.ifExp, pending.removeLast(), test, body, last)
        }
        return last
    }

    /// `allowsCondition` is false for the filters of comprehensions before 3.9.
    mutating func lambda(allowsCondition: Bool = true) throws(Failure) -> UInt32 {
        let start = token.start
        try descend()
        advance()
        let arguments = try parameters(.lambda, end: .colon)
        try expect(.colon, "`:`")
        let body: UInt32
        if allowsCondition {
            body = try expression()
        } else {
            body = kind == .kwLambda ? try lambda(allowsCondition: false) : try binary(Precedence.or)
        }
        ascend()
        return add(.lambda, start, arguments, body)
    }

    // MARK: Operators

    enum Precedence {
        static let or: UInt8 = 1
        static let and: UInt8 = 2
        static let not: UInt8 = 3
        static let comparison: UInt8 = 4
        static let bitOr: UInt8 = 5
        static let bitXor: UInt8 = 6
        static let bitAnd: UInt8 = 7
        static let shift: UInt8 = 8
        static let sum: UInt8 = 9
        static let term: UInt8 = 10

        /// How tightly the operator of a token binds; 0 for what is no binary operator.
        @inline(__always)
        static func of(_ kind: TokenKind) -> UInt8 {
            switch kind {
            case .kwOr: or
            case .kwAnd: and
            case .equalEqual, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .kwIn, .kwIs, .kwNot: comparison
            case .pipe: bitOr
            case .caret: bitXor
            case .ampersand: bitAnd
            case .leftShift, .rightShift: shift
            case .plus, .minus: sum
            case .star, .slash, .doubleSlash, .percent, .at: term
            default: 0
            }
        }
    }

    private static func binaryOperator(_ kind: TokenKind) -> Operator {
        switch kind {
        case .pipe: .bitOr
        case .caret: .bitXor
        case .ampersand: .bitAnd
        case .leftShift: .lShift
        case .rightShift: .rShift
        case .plus: .add
        case .minus: .sub
        case .star: .mult
        case .slash: .div
        case .doubleSlash: .floorDiv
        case .percent: .mod
        default: .matMult
        }
    }

    /// An expression of operators that bind at least as tightly as `lowest`.
    mutating func binary(_ lowest: UInt8) throws(Failure) -> UInt32 {
        let start = token.start
        var left = kind == .kwNot ? try inversion(lowest) : try unary()
        while true {
            let precedence = Precedence.of(kind)
            if precedence < lowest || precedence == 0 { return left }
            switch precedence {
            case Precedence.or, Precedence.and:
                left = try boolean(start, left, precedence)
            case Precedence.comparison:
                if kind == .kwNot, nextKind != .kwIn { return left }
                left = try comparison(start, left)
            default:
                let op = Self.binaryOperator(kind)
                advance()
                let right = try binary(precedence + 1)
                left = add(.binOp, start, left, UInt32(op.rawValue), right)
            }
        }
    }

    /// `a or b or c` is one node.
    private mutating func boolean(_ start: UInt32, _ left: UInt32, _ precedence: UInt8) throws(Failure) -> UInt32 {
        let mark = pending.count
        let op = kind
        pending.append(left)
        while accept(op) {
            pending.append(try binary(precedence + 1))
        }
        let values = list(from: mark)
        return add(.boolOp, start, UInt32((op == .kwOr ? Operator.or : .and).rawValue), values)
    }

    private mutating func comparison(_ start: UInt32, _ left: UInt32) throws(Failure) -> UInt32 {
        let mark = pending.count
        while Precedence.of(kind) == Precedence.comparison {
            let op: Operator
            switch kind {
            case .equalEqual: op = .eq
            case .notEqual: op = .notEq
            case .less: op = .lt
            case .lessEqual: op = .ltE
            case .greater: op = .gt
            case .greaterEqual: op = .gtE
            case .kwIn: op = .in
            case .kwIs where nextKind == .kwNot:
                op = .isNot
                advance()
            case .kwIs: op = .is
            default:
                guard nextKind == .kwIn else { throw unexpected() }
                op = .notIn
                advance()
            }
            advance()
            // Operators and operands lie on the stack in turn.
            pending.append(UInt32(op.rawValue))
            pending.append(try binary(Precedence.bitOr))
        }
        let count = (pending.count - mark) / 2
        let operators = UInt32(slots.count)
        for part in 0..<2 {
            slots.append(UInt32(count))
            for index in 0..<count { slots.append(pending[mark + index * 2 + part]) }
        }
        pending.removeLast(count * 2)
        return add(.compare, start, left, operators, operators + 1 + UInt32(count))
    }

    /// `not not … x`.
    private mutating func inversion(_ lowest: UInt8) throws(Failure) -> UInt32 {
        guard lowest <= Precedence.not else { throw unexpected() }
        let first = position
        while kind == .kwNot { advance() }
        let count = position - first
        if count > Limits.unaryOperators { throw fail(tokens[first].start, "the expression is nested too deeply") }
        var operand = try binary(Precedence.comparison)
        for index in stride(from: first + count - 1, through: first, by: -1) {
            operand = add(.unaryOp, tokens[index].start, UInt32(Operator.not.rawValue), operand)
        }
        return operand
    }

    /// `factor`: signs, then a power.
    @inline(__always)
    private mutating func unary() throws(Failure) -> UInt32 {
        switch kind {
        case .minus, .plus, .tilde: try signed()
        default: try power()
        }
    }

    private mutating func signed() throws(Failure) -> UInt32 {
        let first = position
        while kind == .minus || kind == .plus || kind == .tilde { advance() }
        let count = position - first
        if count > Limits.unaryOperators { throw fail(tokens[first].start, "the expression is nested too deeply") }
        var operand = try power()
        for index in stride(from: first + count - 1, through: first, by: -1) {
            let op: Operator
            switch tokens[index].kind {
            case .minus: op = .uSub
            case .plus: op = .uAdd
            default: op = .invert
            }
            operand = add(.unaryOp, tokens[index].start, UInt32(op.rawValue), operand)
        }
        return operand
    }

    private mutating func power() throws(Failure) -> UInt32 {
        let start = token.start
        let base = kind == .kwAwait ? try awaited() : try primary()
        guard kind == .doubleStar else { return base }
        advance()
        try descend()
        let exponent = try unary()
        ascend()
        return add(.binOp, start, base, UInt32(Operator.pow.rawValue), exponent)
    }

    private mutating func awaited() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        let value = try primary()
        return add(.await, start, value)
    }

    // MARK: Primaries

    /// An atom with its attributes, calls and subscripts.
    mutating func primary() throws(Failure) -> UInt32 {
        let start = token.start
        var value = try atom()
        while true {
            switch kind {
            case .dot:
                advance()
                let name = try identifier("a name after `.`")
                value = add(.attribute, start, detail: ExprContext.load.rawValue, value, name)
            case .leftParen:
                try descend()
                let (arguments, keywords) = try callArguments()
                ascend()
                value = add(.call, start, value, arguments, keywords)
            case .leftBracket:
                try descend()
                advance()
                let index = try subscriptIndex()
                try expect(.rightBracket, "`]`")
                ascend()
                value = add(.subscript, start, detail: ExprContext.load.rawValue, value, index)
            default:
                return value
            }
        }
    }

    private mutating func subscriptIndex() throws(Failure) -> UInt32 {
        let start = token.start
        let first = try sliceElement()
        guard kind == .comma else {
            if self.kind(of: first) == .starred {
                // `a[*b]` is `a[(*b,)]`.
                let elements = list(of: first)
                return add(.tuple, start, detail: ExprContext.load.rawValue, elements)
            }
            return first
        }
        let mark = pending.count
        pending.append(first)
        while accept(.comma) {
            if kind == .rightBracket { break }
            pending.append(try sliceElement())
        }
        let elements = list(from: mark)
        return add(.tuple, start, detail: ExprContext.load.rawValue, elements)
    }

    private mutating func sliceElement() throws(Failure) -> UInt32 {
        let start = token.start
        if kind == .star {
            require(11, "a starred expression in an index")
            advance()
            let value = try expression()
            return add(.starred, start, detail: ExprContext.load.rawValue, value)
        }
        var lower = Self.none
        if kind != .colon {
            if kind == .name, nextKind == .colonEqual {
                require(10, "an assignment expression in an index without parentheses")
                return try namedExpression()
            }
            lower = try expression()
            guard kind == .colon else { return lower }
        }
        advance()
        var upper = Self.none
        var step = Self.none
        if kind != .colon, kind != .comma, kind != .rightBracket { upper = try expression() }
        if accept(.colon), kind != .comma, kind != .rightBracket { step = try expression() }
        return add(.slice, start, lower, upper, step)
    }
}
