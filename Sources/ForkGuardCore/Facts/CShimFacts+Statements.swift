extension CShimFacts {
    /// Statements up to the end of the code at hand.
    mutating func statements() -> [UInt32] {
        var result: [UInt32] = []
        while at < end {
            let before = at
            statement(into: &result)
            // What cannot be read is passed over.
            if at == before { at += 1 }
        }
        return result
    }

    /// Statements within what opens here.
    private mutating func block() -> [UInt32] {
        let close = close(of: at)
        at += 1
        let outer = end
        end = close
        let result = statements()
        end = outer
        at = min(close + 1, end)
        return result
    }

    /// One statement as a list: the body of an `if` or a loop.
    private mutating func body() -> UInt32 {
        var result: [UInt32] = []
        if at < end { statement(into: &result) }
        return build.list(result)
    }

    private mutating func statement(into items: inout [UInt32]) {
        guard at < end else { return }
        let start = at
        guard build.enter(place(from: start)) else {
            at = end
            return
        }
        defer { build.leave() }
        let token = tokens[at]
        if token.isMark("{") { return items += block() }
        if take(";") { return }
        guard token.kind == .name else { return expressionStatement(into: &items) }
        switch token.text {
        case "if": ifStatement(into: &items)
        case "while": whileStatement(into: &items)
        case "for": forStatement(into: &items)
        case "do": doStatement(into: &items)
        case "switch": switchStatement(into: &items)
        case "return":
            at += 1
            let value = isMark(";") || at >= end ? UInt32.max : expression()
            endOfStatement()
            items.append(build.add(.return, place(from: start), a: value))
        case "break", "continue":
            at += 1
            endOfStatement()
            items.append(build.add(token.text == "break" ? .break : .continue, place(from: start)))
        case "goto":
            // Mostly to the end, where things are given back.
            skipToSemicolon()
            items.append(build.add(.return, place(from: start)))
        case "else", "typedef": skipToSemicolon()
        default:
            if isMark(":", 1), !isMark(":", 2) {
                at += 2
            } else if let names = declaration() {
                declare(names, into: &items)
            } else {
                expressionStatement(into: &items)
            }
        }
    }

    private mutating func endOfStatement() {
        if !take(";") { skipToSemicolon() }
    }

    private mutating func skipToSemicolon() {
        while at < end {
            let token = tokens[at]
            if token.isMark(";") {
                at += 1
                return
            }
            let isOpen = token.isMark("(") || token.isMark("[") || token.isMark("{")
            at = isOpen ? min(close(of: at) + 1, end) : at + 1
            if token.isMark("{") { return }
        }
    }

    private mutating func expressionStatement(into items: inout [UInt32]) {
        let start = at
        let value = expression()
        endOfStatement()
        items.append(build.add(.expression, place(from: start), a: value))
    }

    // MARK: Choices and loops

    /// What stands in the parentheses that follow a keyword.
    private mutating func condition() -> UInt32 {
        guard isMark("(") else { return unknown(place(from: at)) }
        let close = close(of: at)
        at += 1
        let outer = end
        end = close
        let value = at < end ? expression() : unknown(place(from: at))
        end = outer
        at = min(close + 1, end)
        return value
    }

    private mutating func ifStatement(into items: inout [UInt32]) {
        let start = at
        at += 1
        let test = condition()
        let then = body()
        var otherwise = build.list([])
        if isName("else") {
            at += 1
            otherwise = body()
        }
        items.append(build.add(.if, place(from: start), a: test, b: then, c: otherwise))
    }

    private mutating func whileStatement(into items: inout [UInt32]) {
        let start = at
        at += 1
        let test = condition()
        let body = body()
        items.append(build.add(.while, place(from: start), a: test, b: body, c: build.list([])))
    }

    private mutating func doStatement(into items: inout [UInt32]) {
        let start = at
        at += 1
        var body: [UInt32] = []
        if at < end { statement(into: &body) }
        guard isName("while") else { return items += body }
        at += 1
        let test = condition()
        endOfStatement()
        let place = place(from: start)
        let leave = build.add(.break, place)
        body.append(build.add(.if, place, a: test, b: build.list([]), c: build.list([leave])))
        items.append(build.add(.while, place, a: build.add(.true, place), b: build.list(body), c: build.list([])))
    }

    private mutating func forStatement(into items: inout [UInt32]) {
        let start = at
        at += 1
        guard isMark("(") else { return }
        let close = close(of: at)
        at += 1
        let outer = end
        end = close
        statement(into: &items)
        let test = isMark(";") || at >= end ? build.add(.true, place(from: start)) : expression()
        _ = take(";")
        var step: [UInt32] = []
        if at < end { step.append(build.add(.expression, place(from: at), a: expression())) }
        end = outer
        at = min(close + 1, end)
        var body: [UInt32] = []
        if at < end { statement(into: &body) }
        items.append(
            build.add(.while, place(from: start), a: test, b: build.list(body + step), c: build.list([])))
    }

    /// The cases of a `switch`: each runs on into the next one until something leaves it.
    private mutating func switchStatement(into items: inout [UInt32]) {
        let start = at
        at += 1
        let subject = condition()
        guard isMark("{") else { return }
        let close = close(of: at)
        at += 1
        let outer = end
        end = close
        var cases: [(pattern: UInt32, body: [UInt32])] = []
        while at < end {
            let before = at
            if isName("case") || isName("default") {
                cases.append((casePattern(), []))
            } else {
                var body: [UInt32] = []
                statement(into: &body)
                if !cases.isEmpty { cases[cases.count - 1].body += body }
            }
            if at == before { at += 1 }
        }
        end = outer
        at = min(close + 1, end)
        let place = place(from: start)
        var rows: [UInt32] = []
        var following: [UInt32] = []
        for item in cases.reversed() {
            let isLeft = item.body.last.map { leaves($0) } ?? false
            let body = isLeft ? item.body : item.body + following.prefix(Self.longestFall)
            following = body
            rows.append(build.add(.matchCase, place, a: item.pattern, c: build.list(body)))
        }
        let match = build.add(.match, place, a: subject, b: build.list(rows.reversed()))
        let leave = build.add(.break, place)
        // A loop of one turn, which `break` leaves.
        items.append(
            build.add(
                .while, place, a: build.add(.true, place), b: build.list([match, leave]), c: build.list([])))
    }

    /// Statements of the cases below that one may run on into.
    private static let longestFall = 40

    private func leaves(_ op: UInt32) -> Bool {
        switch build.facts.ops[Int(op)].kind {
        case .break, .return, .continue: true
        default: false
        }
    }

    private mutating func casePattern() -> UInt32 {
        let start = at
        let isDefault = isName("default")
        at += 1
        guard !isDefault else {
            _ = take(":")
            return build.add(.patternCapture, place(from: start))
        }
        let colon = (at..<end).first { tokens[$0].isMark(":") } ?? end
        let outer = end
        end = colon
        let value = at < end ? expression() : unknown(place(from: start))
        at = colon
        end = outer
        _ = take(":")
        return build.add(.patternValue, place(from: start), a: value)
    }

    // MARK: Declarations

    /// The index of the name that a declaration gives first; `nil`: none stands here.
    private func declaration() -> Int? {
        var index = at
        var words = 0
        while index < end, tokens[index].kind == .name || words > 0 && tokens[index].isMark("*") {
            if tokens[index].kind == .name { words += 1 }
            index += 1
        }
        guard words > 0, index < end else { return nil }
        // `int (*run)(void)`
        if tokens[index].isMark("("), index + 3 < end, tokens[index + 1].isMark("*"), tokens[index + 2].kind == .name,
            tokens[index + 3].isMark(")"), index + 4 < end, tokens[index + 4].isMark("(")
        {
            return index + 2
        }
        // `struct point p = ...`, `struct { int a; } p;` are declarations, too; so is a type alone.
        guard words > 1, tokens[index - 1].kind == .name else { return nil }
        let follows = ["=", ";", ",", "["].contains { tokens[index].isMark($0) }
        return follows ? index - 1 : nil
    }

    private mutating func declare(_ first: Int, into items: inout [UInt32]) {
        at = first
        while at < end {
            let start = at
            guard tokens[at].kind == .name else { return endOfStatement() }
            let name = tokens[at].text
            at += 1
            while at < end, isMark(")") || isMark("(") || isMark("[") {
                at = isMark(")") ? at + 1 : min(close(of: at) + 1, end)
            }
            var value: UInt32?
            if take("=") {
                if isMark("{") {
                    at = min(close(of: at) + 1, end)
                } else {
                    value = assignment()
                }
            }
            let place = place(from: start)
            let target = build.add(.name, place, a: build.string(name))
            items.append(build.add(.assign, place, a: build.list([target]), b: value ?? unknown(place)))
            guard take(",") else { return endOfStatement() }
            while take("*") {}
        }
    }
}
