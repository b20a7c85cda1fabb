extension CShimFacts {
    /// An expression, with commas; its value is the last one's.
    mutating func expression() -> UInt32 {
        let start = at
        var parts = [assignment()]
        while take(",") { parts.append(assignment()) }
        guard parts.count > 1 else { return parts[0] }
        // All run, and the last one counts: an element of a tuple.
        let tuple = build.add(.tuple, place(from: start), a: build.list(parts))
        let index = build.add(.int, place(from: start), a: UInt32(parts.count - 1))
        return build.add(.subscript, place(from: start), a: tuple, b: index)
    }

    /// `a = b`, `a ? b : c` and what binds more closely.
    mutating func assignment() -> UInt32 {
        let start = at
        guard build.enter(place(from: start)) else {
            at = end
            return unknown(place(from: start))
        }
        defer { build.leave() }
        let left = alternatives()
        if take("=") {
            let value = assignment()
            return assigned(left, value, place(from: start))
        }
        if at < end, tokens[at].kind == .mark, Self.compoundAssignments.contains(tokens[at].text) {
            at += 1
            let value = assignment()
            return assigned(left, unknown(place(from: start), [value]), place(from: start))
        }
        guard take("?") else { return left }
        let then = isMark(":") ? left : expression()
        _ = take(":")
        let otherwise = assignment()
        return build.add(.conditional, place(from: start), a: left, b: then, c: otherwise)
    }

    private static let compoundAssignments: Set<String> = [
        "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=",
    ]

    private mutating func assigned(_ target: UInt32, _ value: UInt32, _ place: Place) -> UInt32 {
        let op = build.facts.ops[Int(target)]
        guard op.kind == .name else { return unknown(place, [target, value]) }
        return build.add(.walrus, place, a: build.add(.name, place, a: op.a), b: value)
    }

    private mutating func alternatives() -> UInt32 {
        let start = at
        var parts = [conjunction()]
        while take("||") { parts.append(conjunction()) }
        return parts.count == 1 ? parts[0] : build.add(.or, place(from: start), a: build.list(parts))
    }

    private mutating func conjunction() -> UInt32 {
        let start = at
        var parts = [comparison()]
        while take("&&") { parts.append(comparison()) }
        return parts.count == 1 ? parts[0] : build.add(.and, place(from: start), a: build.list(parts))
    }

    private static let comparisons: [String: CompareOperator] = [
        "==": .equal, "!=": .notEqual, "<": .less, "<=": .lessEqual, ">": .greater, ">=": .greaterEqual,
    ]

    private mutating func comparison() -> UInt32 {
        let start = at
        let left = arithmetic()
        guard at < end, tokens[at].kind == .mark, let op = Self.comparisons[tokens[at].text] else { return left }
        at += 1
        let right = arithmetic()
        return build.add(.compare, place(from: start), flags: op.rawValue, a: left, b: right)
    }

    private static let arithmetics: Set<String> = ["+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^"]

    /// Whatever it computes is not known; what it calls is.
    private mutating func arithmetic() -> UInt32 {
        let start = at
        var parts = [unary()]
        while at < end, tokens[at].kind == .mark, Self.arithmetics.contains(tokens[at].text) {
            at += 1
            parts.append(unary())
        }
        return parts.count == 1 ? parts[0] : unknown(place(from: start), parts)
    }

    private mutating func unary() -> UInt32 {
        let start = at
        var isNegated: [Bool] = []
        var isMinus = false
        prefixes: while at < end, tokens[at].kind == .mark {
            switch tokens[at].text {
            case "!": isNegated.append(true)
            case "-": isMinus = true
            // What an address or a pointer stands for is the thing itself.
            case "&", "*", "+", "~", "++", "--": break
            default: break prefixes
            }
            at += 1
        }
        var value = postfix()
        if isMinus {
            let op = build.facts.ops[Int(value)]
            value =
                op.kind == .int
                ? build.add(.int, place(from: start), a: UInt32(bitPattern: 0 &- Int32(bitPattern: op.a)))
                : unknown(place(from: start), [value])
        }
        // Two of them cancel each other.
        return isNegated.count % 2 == 0 ? value : build.add(.not, place(from: start), a: value)
    }

    private mutating func postfix() -> UInt32 {
        let start = at
        var value = primary()
        while at < end, tokens[at].kind == .mark {
            switch tokens[at].text {
            case "(": value = call(value, start)
            case "[":
                at = min(close(of: at) + 1, end)
                value = unknown(place(from: start), [value])
            case ".", "->":
                at += 1
                guard at < end, tokens[at].kind == .name else { return value }
                let text = build.string(tokens[at].text)
                at += 1
                build.mention(text, of: Mention.member)
                value = build.add(.attribute, place(from: start), a: value, b: text)
            case "++", "--": at += 1
            default: return value
            }
        }
        return value
    }

    private mutating func call(_ callee: UInt32, _ start: Int) -> UInt32 {
        let close = close(of: at)
        at += 1
        let outer = end
        end = close
        let first = at < end ? tokens[at] : nil
        var arguments: [UInt32] = []
        while at < end {
            let before = at
            arguments.append(assignment())
            if at < end, !take(",") { at = max(at, before) + 1 }
        }
        end = outer
        at = min(close + 1, end)
        var callee = callee
        let op = build.facts.ops[Int(callee)]
        if op.kind == .name, build.facts.strings[Int(op.a)] == "syscall", let first, first.kind == .name,
            let prefix = ["SYS_", "__NR_"].first(where: first.text.hasPrefix)
        {
            // A call by its number is one of the function of that name.
            let name = String(first.text.dropFirst(prefix.count))
            build.mention(build.string(name))
            callee = build.add(.name, place(from: start), a: build.string("@Glibc.syscall." + name))
            arguments.removeFirst(min(1, arguments.count))
        }
        return build.add(.call, place(from: start), a: callee, b: build.list(arguments))
    }

    private mutating func primary() -> UInt32 {
        let start = at
        guard at < end else { return unknown(place(from: max(0, start - 1))) }
        let token = tokens[at]
        switch token.kind {
        case .number:
            at += 1
            guard let number = Int32(token.text) else { return unknown(place(from: start)) }
            return build.add(.int, place(from: start), a: UInt32(bitPattern: number))
        case .text:
            at += 1
            return build.add(.str, place(from: start), a: build.string(token.text))
        case .name:
            at += 1
            return named(token, start)
        case .mark:
            if token.isMark("(") { return parenthesis() }
            // Nothing that an expression begins with: left to whoever asked for one.
            if token.isMark("{") { at = min(close(of: at) + 1, end) }
            return unknown(place(from: start))
        }
    }

    private mutating func named(_ token: CToken, _ start: Int) -> UInt32 {
        switch token.text {
        case "NULL", "nil", "nullptr": return build.add(.none, place(from: start))
        case "true", "false", "TRUE", "FALSE":
            return build.add(token.text.lowercased() == "true" ? .true : .false, place(from: start))
        case "sizeof", "_Alignof", "typeof", "__typeof__", "offsetof":
            if isMark("(") { at = min(close(of: at) + 1, end) }
            return unknown(place(from: start))
        default: return name(token.text, place(from: start))
        }
    }

    /// `(a + b)`, `(type)a`, `(type){...}`, `({ ... })`.
    private mutating func parenthesis() -> UInt32 {
        let start = at
        let close = close(of: at)
        if isCast(close) {
            at = min(close + 1, end)
            guard build.enter(place(from: start)) else {
                at = end
                return unknown(place(from: start))
            }
            defer { build.leave() }
            return unary()
        }
        at += 1
        let outer = end
        end = close
        let value = isMark("{") || at >= end ? unknown(place(from: start)) : expression()
        end = outer
        at = min(close + 1, end)
        return value
    }

    private static let types: Set<String> = [
        "void", "int", "long", "short", "char", "unsigned", "signed", "float", "double", "bool", "_Bool", "const",
        "struct",
        "union", "enum", "volatile",
    ]

    /// True for a type in parentheses, with something behind it.
    private func isCast(_ close: Int) -> Bool {
        let inner = (at + 1)..<max(at + 1, close)
        guard !inner.isEmpty, close + 1 < end else { return false }
        let next = tokens[close + 1]
        let isFollowed =
            next.kind != .mark || next.isMark("(") || next.isMark("{") || next.isMark("&") || next.isMark("*")
            || next.isMark("-") || next.isMark("!") || next.isMark("~")
        guard isFollowed else { return false }
        guard inner.allSatisfy({ tokens[$0].kind == .name || tokens[$0].isMark("*") }) else { return false }
        let words = inner.filter { tokens[$0].kind == .name }.map { tokens[$0].text }
        if words.isEmpty { return false }
        if words.count > 1 || tokens[inner.upperBound - 1].isMark("*") { return true }
        return Self.types.contains(words[0]) || words[0].hasSuffix("_t") || next.kind != .mark
    }
}
