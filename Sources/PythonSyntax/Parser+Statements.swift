extension Parser {
    // MARK: Files and blocks

    /// The whole file: the `Module` node.
    mutating func module(end: UInt32) -> UInt32 {
        let mark = pending.count
        while kind != .endOfFile {
            // A backslash before an empty line: 3.8 took it for an empty statement outside blocks.
            if kind == .newline, minor < 9 { advance() } else { statements() }
        }
        let body = list(from: mark)
        nodes.append(Node(kind: .module, detail: 0, start: 0, end: end, firstSlot: UInt32(slots.count)))
        slots.append(body)
        slots.append(Self.emptyList)
        return UInt32(nodes.count - 1)
    }

    /// One logical line's statements, or a compound statement, pushed on the stack. After an error the rest of the line
    /// is skipped, and a block below it is read as if it stood here.
    mutating func statements() {
        if kind == .indent {
            record(token.start, "unexpected indent")
            return indentedBlock()
        }
        let start = position
        let before = (pending.count, depth, fieldDepth)
        do throws(Failure) {
            if let compound = try compoundStatement() {
                pending.append(compound)
            } else {
                simpleStatements()
            }
        } catch {
            pending.removeLast(pending.count - before.0)
            (depth, fieldDepth) = (before.1, before.2)
            skipLine(from: start)
        }
    }

    /// Pushes the statements of an indented block.
    private mutating func indentedBlock() {
        advance()
        depth += 1
        while kind != .dedent, kind != .endOfFile { statements() }
        depth -= 1
        if kind == .dedent { advance() }
    }

    /// Goes to the next line, over a block that belongs to this one.
    mutating func skipLine(from start: Int) {
        if position > start, tokens[position - 1].kind.isLayout, kind != .indent {
            // The error is that something did not follow: this line is a statement of its own.
            return
        }
        while !kind.isLayout { advance() }
        if kind == .newline { advance() }
        if kind == .indent {
            indentedBlock()
        } else if position == start {
            advance()
        }
    }

    /// `block`: statements on the same line, or an indented block. A list. Where the header is broken or the block is
    /// missing, that is recorded and what there is of a block is taken, so that the statement itself stands.
    mutating func block(_ owner: StaticString) -> UInt32 {
        let mark = pending.count
        if kind == .colon {
            advance()
            guard accept(.newline) else {
                simpleStatements()
                return list(from: mark)
            }
            guard kind == .indent else {
                if kind != .error { record(token.start, "expected an indented block after \(owner)") }
                return Self.emptyList
            }
        } else {
            _ = unexpected("`:`")
            while !kind.isLayout { advance() }
            _ = accept(.newline)
        }
        if kind == .indent { indentedBlock() }
        return list(from: mark)
    }

    // MARK: Simple statements

    /// `simple_stmts` with the end of the line. After an error the statements before it stay.
    mutating func simpleStatements() {
        let start = position
        var good = pending.count
        let before = (depth, fieldDepth)
        do throws(Failure) {
            repeat {
                if kind == .newline, position > start { break }
                let statement = try simpleStatement()
                pending.append(statement)
                good = pending.count
            } while accept(.semicolon)
            guard kind == .newline else { throw trailing() }
            advance()
        } catch {
            pending.removeLast(pending.count - good)
            (depth, fieldDepth) = before
            skipLine(from: start)
        }
    }

    /// Something is left on the line behind a complete statement.
    private mutating func trailing() -> Failure {
        if let last = pending.last, kind(of: last) == .expr, kind(of: slot(last, 0)) == .name, kind.startsExpression {
            let flag = tokens[position - 1].flags
            if flag == SoftKeyword.print || flag == SoftKeyword.exec, tokens[position - 1].kind == .name {
                let word = flag == SoftKeyword.print ? "print" : "exec"
                return fail(
                    tokens[position - 1].start, "missing parentheses in call to '\(word)'. Did you mean \(word)(...)?")
            }
        }
        return unexpected()
    }

    private mutating func simpleStatement() throws(Failure) -> UInt32 {
        let start = token.start
        switch kind {
        case .name:
            if token.flags == SoftKeyword.type, nextKind == .name { return try typeAlias() }
            return try expressionStatement()
        case .kwReturn:
            advance()
            let value = endsStatement ? Self.none : try starExpressions()
            return add(.return, start, value)
        case .kwImport: return try importStatement()
        case .kwFrom: return try importFrom()
        case .kwRaise: return try raiseStatement()
        case .kwPass:
            advance()
            return add(.pass, start)
        case .kwBreak:
            advance()
            return add(.break, start)
        case .kwContinue:
            advance()
            return add(.continue, start)
        case .kwAssert:
            advance()
            let test = try expression()
            let message = accept(.comma) ? try expression() : Self.none
            return add(.assert, start, test, message)
        case .kwDel: return try deleteStatement()
        case .kwGlobal: return try scopeStatement(.global)
        case .kwNonlocal: return try scopeStatement(.nonlocal)
        default: return try expressionStatement()
        }
    }

    private var endsStatement: Bool { kind == .newline || kind == .semicolon || kind == .endOfFile }

    private mutating func raiseStatement() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        if endsStatement { return add(.raise, start, Self.none, Self.none) }
        let exception = try expression()
        let cause = accept(.kwFrom) ? try expression() : Self.none
        return add(.raise, start, exception, cause)
    }

    private mutating func deleteStatement() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        let mark = pending.count
        repeat {
            if pending.count > mark, endsStatement { break }
            let target = kind == .star ? try starred() : try binary(Precedence.bitOr)
            if kind == .comma || endsStatement { try makeTarget(target, .deletion) }
            pending.append(target)
        } while accept(.comma)
        if !endsStatement { throw unexpected() }
        let targets = list(from: mark)
        return add(.delete, start, targets)
    }

    private mutating func scopeStatement(_ node: NodeKind) throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        let mark = pending.count
        repeat { pending.append(try identifier()) } while accept(.comma)
        let names = list(from: mark)
        return add(node, start, names)
    }

    // MARK: Assignments

    private mutating func expressionStatement() throws(Failure) -> UInt32 {
        let start = token.start
        let value = try yieldOrStarExpressions()
        switch kind {
        case .newline, .semicolon, .endOfFile: return add(.expr, start, value)
        case .equal: return try assignment(start, value)
        case .colon: return try annotated(start, value)
        default:
            if let op = Self.augmentedOperator(kind) { return try augmented(start, value, op) }
            return add(.expr, start, value)
        }
    }

    private mutating func assignment(_ start: UInt32, _ first: UInt32) throws(Failure) -> UInt32 {
        let mark = pending.count
        var value = first
        while kind == .equal {
            try makeTarget(value, .assignment)
            pending.append(value)
            advance()
            value = try yieldOrStarExpressions()
        }
        let targets = list(from: mark)
        return add(.assign, start, targets, value, Self.none)
    }

    private mutating func annotated(_ start: UInt32, _ target: UInt32) throws(Failure) -> UInt32 {
        switch kind(of: target) {
        case .name, .attribute, .subscript: break
        case .list, .tuple:
            throw fail(start, "only single target (not \(describe(target))) can be annotated")
        default:
            throw fail(start, "illegal target for annotation")
        }
        try makeTarget(target, .assignment)
        // A name in parentheses is not declared by its annotation.
        let isSimple = kind(of: target) == .name && nodes[Int(target)].start == start
        advance()
        let annotation = try expression()
        let value = accept(.equal) ? try yieldOrStarExpressions() : Self.none
        return add(.annAssign, start, all: target, annotation, value, isSimple ? 1 : 0)
    }

    private mutating func augmented(_ start: UInt32, _ target: UInt32, _ op: Operator) throws(Failure) -> UInt32 {
        switch kind(of: target) {
        case .name, .attribute, .subscript: break
        default: throw fail(start, "'\(describe(target))' is an illegal expression for augmented assignment")
        }
        try makeTarget(target, .assignment)
        advance()
        let value = try yieldOrStarExpressions()
        return add(.augAssign, start, target, UInt32(op.rawValue), value)
    }

    private static func augmentedOperator(_ kind: TokenKind) -> Operator? {
        switch kind {
        case .plusEqual: .add
        case .minusEqual: .sub
        case .starEqual: .mult
        case .slashEqual: .div
        case .doubleSlashEqual: .floorDiv
        case .percentEqual: .mod
        case .atEqual: .matMult
        case .ampersandEqual: .bitAnd
        case .pipeEqual: .bitOr
        case .caretEqual: .bitXor
        case .leftShiftEqual: .lShift
        case .rightShiftEqual: .rShift
        case .doubleStarEqual: .pow
        default: nil
        }
    }

    // MARK: Imports

    /// A dotted name as one identifier.
    private mutating func dottedName() throws(Failure) -> UInt32 {
        let first = position
        var id = try identifier("the name of a module")
        guard kind == .dot else { return id }
        while accept(.dot) { _ = try identifier("a name after `.`") }
        var text: [UInt8] = []
        for index in stride(from: first, to: position, by: 2) {
            if index > first { text.append(UInt8(ascii: ".")) }
            text.append(contentsOf: names.bytes(of: tokens[index].value))
        }
        id = names.intern(text)
        return id
    }

    private mutating func importStatement() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        let mark = pending.count
        repeat {
            let at = token.start
            let isPlain = nextKind != .dot
            if isPlain { if nextKind != .kwAs { refuseDebug() } }
            let name = try dottedName()
            let alias = try importedAs()
            pending.append(add(.alias, at, name, alias))
        } while accept(.comma)
        if kind == .kwFrom { throw fail(start, "did you mean to use 'from ... import ...' instead?") }
        let names = list(from: mark)
        return add(.import, start, names)
    }

    private mutating func importedAs() throws(Failure) -> UInt32 {
        guard accept(.kwAs) else { return Self.none }
        refuseDebug()
        let name = try identifier("a name after `as`")
        if kind == .dot || kind == .leftParen || kind == .leftBracket {
            throw fail(token.start, "cannot use an expression as import target")
        }
        return name
    }

    private mutating func importFrom() throws(Failure) -> UInt32 {
        let start = token.start
        advance()
        var level: UInt32 = 0
        while kind == .dot || kind == .ellipsis {
            level += kind == .dot ? 1 : 3
            advance()
        }
        let module = kind == .kwImport && level > 0 ? Self.none : try dottedName()
        try expect(.kwImport, "`import`")
        let mark = pending.count
        if kind == .star {
            let at = token.start
            advance()
            pending.append(add(.alias, at, names.intern(CollectionOfOne(UInt8(ascii: "*"))), Self.none))
        } else if accept(.leftParen) {
            while true {
                try importedName()
                guard accept(.comma), kind != .rightParen else { break }
            }
            try expect(.rightParen, "`)`")
        } else {
            while true {
                try importedName()
                guard accept(.comma) else { break }
                if kind == .newline {
                    throw fail(token.start, "trailing comma not allowed without surrounding parentheses")
                }
            }
        }
        let names = list(from: mark)
        return add(.importFrom, start, module, names, level)
    }

    private mutating func importedName() throws(Failure) {
        let at = token.start
        if nextKind != .kwAs { refuseDebug() }
        let name = try identifier("a name to import")
        let alias = try importedAs()
        pending.append(add(.alias, at, name, alias))
    }
}
