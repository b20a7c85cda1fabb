extension Parser {
    /// What an expression is to become the target of.
    enum TargetUse {
        case assignment, iteration, context, deletion
    }

    /// Turns an expression into a target: sets its context, or fails where it cannot be one.
    mutating func makeTarget(_ node: UInt32, _ use: TargetUse) throws(Failure) {
        let context = (use == .deletion ? ExprContext.del : .store).rawValue
        switch kind(of: node) {
        case .name:
            if minor < 9, isDebug(node) {
                throw fail(nodes[Int(node)].start, "cannot assign to __debug__")
            }
            nodes[Int(node)].detail = context
        case .attribute:
            if minor < 9, use != .deletion, names.bytes(of: slot(node, 1)).elementsEqual("__debug__".utf8) {
                throw fail(nodes[Int(node)].start, "cannot assign to __debug__")
            }
            nodes[Int(node)].detail = context
        case .subscript:
            nodes[Int(node)].detail = context
        case .starred where use != .deletion:
            nodes[Int(node)].detail = context
            let value = slot(node, 0)
            if kind(of: value) == .starred {
                throw fail(nodes[Int(value)].start, "invalid syntax: two stars in a row")
            }
            try makeTarget(value, use)
        case .tuple, .list:
            nodes[Int(node)].detail = context
            for index in elements(node, 0) { try makeTarget(slots[index], use) }
        default:
            let verb = use == .deletion ? "delete" : "assign to"
            throw fail(nodes[Int(node)].start, "cannot \(verb) \(describe(node))")
        }
    }

    private func isDebug(_ node: UInt32) -> Bool {
        let range = nodes[Int(node)]
        return range.end - range.start == 9
            && source[Int(range.start)..<Int(range.end)].elementsEqual("__debug__".utf8)
    }

    /// The targets of a `for`, up to its `in`.
    mutating func forTarget() throws(Failure) -> UInt32 {
        let start = token.start
        let first = try forTargetElement()
        var target = first
        if kind == .comma {
            let mark = pending.count
            pending.append(first)
            while accept(.comma) {
                guard kind.startsExpression else { break }
                pending.append(try forTargetElement())
            }
            let elements = list(from: mark)
            target = add(.tuple, start, detail: ExprContext.load.rawValue, elements)
        }
        guard kind == .kwIn else { throw unexpected("`in`") }
        try makeTarget(target, .iteration)
        return target
    }

    private mutating func forTargetElement() throws(Failure) -> UInt32 {
        if kind == .star { return try starred() }
        // No comparison: it would take the `in`.
        return try binary(Precedence.bitOr)
    }

    /// An expression in the words of CPython's messages.
    func describe(_ node: UInt32) -> String {
        switch kind(of: node) {
        case .attribute: "attribute"
        case .subscript: "subscript"
        case .starred: "starred"
        case .name: "name"
        case .list: "list"
        case .tuple: "tuple"
        case .lambda: "lambda"
        case .call: "function call"
        case .boolOp, .binOp, .unaryOp: "expression"
        case .generatorExp: "generator expression"
        case .yield, .yieldFrom: "yield expression"
        case .await: "await expression"
        case .listComp: "list comprehension"
        case .setComp: "set comprehension"
        case .dictComp: "dict comprehension"
        case .dict: "dict literal"
        case .set: "set display"
        case .joinedStr, .formattedValue: "f-string expression"
        case .templateStr, .interpolation: "t-string expression"
        case .compare: "comparison"
        case .ifExp: "conditional expression"
        case .namedExpr: "named expression"
        case .constant: describeConstant(nodes[Int(node)].detail)
        default: "expression"
        }
    }

    private func describeConstant(_ detail: UInt8) -> String {
        switch ConstantKind(rawValue: detail) {
        case .some(.none): "None"
        case .true: "True"
        case .false: "False"
        case .ellipsis: "ellipsis"
        default: "literal"
        }
    }
}
