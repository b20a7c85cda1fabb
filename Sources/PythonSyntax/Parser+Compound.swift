extension Parser {
    /// A compound statement, or `nil` if none begins here.
    mutating func compoundStatement() throws(Failure) -> UInt32? {
        switch kind {
        case .kwIf: try ifStatement()
        case .kwDef: try functionDefinition(token.start, Self.emptyList, isAsync: false)
        case .kwFor: try forStatement(token.start, isAsync: false)
        case .kwWith: try withStatement(token.start, isAsync: false)
        case .kwTry: try tryStatement()
        case .kwWhile: try whileStatement()
        case .kwClass: try classDefinition(Self.emptyList)
        case .at: try decorated()
        case .kwAsync: try asyncStatement()
        case .name where token.flags == SoftKeyword.match && isMatchStatement(): try matchStatement()
        default: nil
        }
    }

    private mutating func asyncStatement() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        switch kind {
        case .kwDef: return try functionDefinition(start, Self.emptyList, isAsync: true)
        case .kwFor: return try forStatement(start, isAsync: true)
        case .kwWith: return try withStatement(start, isAsync: true)
        default: throw unexpected("`def`, `for` or `with` after `async`")
        }
    }

    // MARK: Definitions

    private mutating func decorated() throws(Failure) -> UInt32 {
        let mark = pending.count
        while accept(.at) {
            let start = token.start
            let decorator = try namedExpression()
            if minor < 9, !isPlainDecorator(decorator, start) {
                require(9, "a decorator other than a dotted name or a call of one", at: start)
            }
            pending.append(decorator)
            try expect(.newline, "the end of the line after a decorator")
        }
        let decorators = list(from: mark)
        switch kind {
        case .kwDef: return try functionDefinition(token.start, decorators, isAsync: false)
        case .kwClass: return try classDefinition(decorators)
        case .kwAsync where nextKind == .kwDef:
            let start = token.start
            advance()
            return try functionDefinition(start, decorators, isAsync: true)
        default: throw unexpected("a function or a class after a decorator")
        }
    }

    /// `a.b.c` or `a.b.c(…)`, the decorators of 3.8.
    private func isPlainDecorator(_ decorator: UInt32, _ start: UInt32) -> Bool {
        var node = decorator
        if kind(of: node) == .call { node = slot(node, 0) }
        while kind(of: node) == .attribute { node = slot(node, 0) }
        return kind(of: node) == .name && nodes[Int(node)].start == start
    }

    private mutating func functionDefinition(
        _ start: UInt32, _ decorators: UInt32, isAsync: Bool
    ) throws(Failure) -> UInt32 {
        advance()
        refuseDebug()
        let name = try identifier("the name of the function")
        let types = try typeParameters()
        guard kind == .leftParen else { throw unexpected("`(`") }
        advance()
        let arguments = try parameters(.function, end: .rightParen)
        try expect(.rightParen, "`)`")
        let returns = accept(.arrow) ? try expression() : Self.none
        let body = block("a function definition")
        return add(
            isAsync ? .asyncFunctionDef : .functionDef, start,
            all: name, arguments, body, decorators, returns, Self.none, types)
    }

    private mutating func classDefinition(_ decorators: UInt32) throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        refuseDebug()
        let name = try identifier("the name of the class")
        let types = try typeParameters()
        var bases = Self.emptyList
        var keywords = Self.emptyList
        if kind == .leftParen { (bases, keywords) = try callArguments(allowsGenerator: false) }
        let body = block("a class definition")
        return add(.classDef, start, all: name, bases, keywords, body, decorators, types)
    }

    // MARK: Conditions and loops

    /// An `if` with all its `elif`: read in a loop, then nested from the last.
    private mutating func ifStatement() throws(Failure) -> UInt32 {
        let mark = pending.count
        var branches = 0
        repeat {
            pending.append(token.start)
            advance()
            pending.append(try namedExpression())
            pending.append(block(branches == 0 ? "an `if`" : "an `elif`"))
            branches += 1
        } while kind == .kwElif
        var orElse = elseBlock()
        for branch in stride(from: mark + (branches - 1) * 3, through: mark, by: -3) {
            let node = add(.if, pending[branch], pending[branch + 1], pending[branch + 2], orElse)
            if branch > mark { orElse = list(of: node) }
        }
        pending.removeLast(branches * 3)
        return UInt32(nodes.count - 1)
    }

    /// The statements after `else`, if there is one.
    private mutating func elseBlock() -> UInt32 {
        accept(.kwElse) ? block("an `else`") : Self.emptyList
    }

    private mutating func whileStatement() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        let test = try namedExpression()
        let body = block("a `while`")
        let orElse = elseBlock()
        return add(.while, start, test, body, orElse)
    }

    private mutating func forStatement(_ start: UInt32, isAsync: Bool) throws(Failure) -> UInt32 {
        advance()
        let target = try forTarget()
        try expect(.kwIn, "`in`")
        let at = token.start
        let first = kind
        let iterable = try starExpressions()
        if minor < 9, first == .star || hasStar(iterable, at) {
            require(9, "a starred expression in the iterable of a `for` without parentheses", at: at)
        }
        let body = block("a `for`")
        let orElse = elseBlock()
        return add(isAsync ? .asyncFor : .for, start, all: target, iterable, body, orElse, Self.none)
    }

    /// A tuple without parentheses that has a starred element.
    private func hasStar(_ node: UInt32, _ start: UInt32) -> Bool {
        guard kind(of: node) == .tuple, let first = elements(node, 0).first else { return false }
        guard nodes[Int(slots[first])].start == nodes[Int(node)].start || source[Int(start)] != UInt8(ascii: "(") else {
            return false
        }
        return elements(node, 0).contains { kind(of: slots[$0]) == .starred }
    }

    // MARK: with

    private mutating func withStatement(_ start: UInt32, isAsync: Bool) throws(Failure) -> UInt32 {
        advance()
        var items: UInt32?
        if kind == .leftParen, tokens[position].value != 0, tokens[Int(tokens[position].value) + 1].kind == .colon {
            items = parenthesisedItems()
        }
        if items == nil {
            let mark = pending.count
            repeat { pending.append(try withItem()) } while accept(.comma)
            items = list(from: mark)
        }
        let body = block("a `with`")
        return add(isAsync ? .asyncWith : .with, start, items ?? Self.emptyList, body, Self.none)
    }

    /// `( items )` where that can be read so; otherwise `nil`, and nothing is consumed. Expressions hold no statements, so
    /// trials never nest.
    private mutating func parenthesisedItems() -> UInt32? {
        let point = checkpoint()
        let at = token.start
        speculation += 1
        defer { speculation -= 1 }
        do throws(Failure) {
            advance()
            let mark = pending.count
            var hasName = false
            repeat {
                if kind == .rightParen, pending.count > mark { break }
                pending.append(try withItem())
                if slot(pending[pending.count - 1], 1) != Self.none { hasName = true }
            } while accept(.comma)
            try expect(.rightParen, "`)`")
            guard kind == .colon else { throw Failure() }
            if minor < 9 {
                // 3.8 reads a group or a tuple.
                guard hasName else { throw Failure() }
                speculation -= 1
                require(9, "a `with` whose items are in parentheses", at: at)
                speculation += 1
            }
            return list(from: mark)
        } catch {
            restore(point)
            return nil
        }
    }

    private mutating func withItem() throws(Failure) -> UInt32 {
        let start = token.start
        let context = try expression()
        guard accept(.kwAs) else { return add(.withItem, start, context, Self.none) }
        let target = kind == .star ? try starred() : try binary(Precedence.bitOr)
        if kind == .comma || kind == .colon || kind == .rightParen { try makeTarget(target, .context) }
        return add(.withItem, start, context, target)
    }

    // MARK: try

    private mutating func tryStatement() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        let body = block("a `try`")
        let mark = pending.count
        var isStar: Bool?
        while kind == .kwExcept {
            let star = nextKind == .star
            if let isStar, isStar != star {
                record(token.start, "cannot have both 'except' and 'except*' on the same 'try'")
            }
            isStar = isStar ?? star
            pending.append(try exceptHandler(star))
        }
        let handlers = list(from: mark)
        let orElse = isStar == nil ? Self.emptyList : elseBlock()
        var final = Self.emptyList
        if accept(.kwFinally) {
            final = block("a `finally`")
        } else if isStar == nil {
            _ = unexpected("`except` or `finally`")
        }
        return add(isStar == true ? .tryStar : .try, start, all: body, handlers, orElse, final)
    }

    private mutating func exceptHandler(_ star: Bool) throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        if star {
            require(11, "`except*`")
            advance()
            if kind == .colon { throw fail(token.start, "expected one or more exception types") }
        }
        var type = Self.none
        var name = Self.none
        if kind != .colon {
            let at = token.start
            type = try expression()
            if kind == .comma { type = try exceptionList(at, type) }
            if accept(.kwAs) {
                refuseDebug()
                name = try identifier("a name after `as`")
                if kind == .dot || kind == .leftBracket || kind == .leftParen {
                    throw fail(token.start, "cannot use an expression as the name of an exception")
                }
            }
        }
        let body = block("an `except`")
        return add(.exceptHandler, start, type, name, body)
    }

    /// `except A, B:`, from 3.14.
    private mutating func exceptionList(_ start: UInt32, _ first: UInt32) throws(Failure) -> UInt32 {
        if minor < 14 {
            record(start, "multiple exception types must be parenthesized before Python 3.14, the target is 3.\(minor)")
        }
        let mark = pending.count
        pending.append(first)
        while accept(.comma) {
            if kind == .colon || kind == .kwAs { break }
            pending.append(try expression())
        }
        let elements = list(from: mark)
        let types = add(.tuple, start, detail: ExprContext.load.rawValue, elements)
        if kind == .kwAs { throw fail(start, "multiple exception types must be parenthesized when using 'as'") }
        return types
    }
}
