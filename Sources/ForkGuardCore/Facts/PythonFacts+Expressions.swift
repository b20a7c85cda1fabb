import PythonSyntax

extension PythonFacts {
    mutating func expressions(_ list: NodeList) -> UInt32 {
        var items: [UInt32] = []
        items.reserveCapacity(list.count)
        for case let node? in list { items.append(expression(node)) }
        return addList(items)
    }

    mutating func expression(_ node: NodeID) -> UInt32 {
        switch tree.kind(node) {
        case .name:
            guard let name = tree.name(node, 0) else { return add(.other, node, a: addList([])) }
            mention(name.raw)
            return add(.name, node, a: name.raw)
        case .constant: return constant(node)
        default: return nested(node) { $0.compound(node) }
        }
    }

    private mutating func constant(_ node: NodeID) -> UInt32 {
        switch ConstantKind(rawValue: tree[node].detail) {
        case .none?: return add(.none, node)
        case .true?: return add(.true, node)
        case .false?: return add(.false, node)
        case .int?:
            guard let value = smallInteger(node) else { return add(.other, node, a: addList([])) }
            return add(.int, node, a: UInt32(bitPattern: value))
        case .str?:
            // Names, paths and settings are short; nothing hangs on what a text says.
            let length = tree[node].end - tree[node].start
            guard length < Self.longestText, let text = tree.string(node) else {
                return add(.other, node, a: addList([]))
            }
            let index = string(text)
            // getattr(module, "name") and importlib name things in strings.
            if text.utf8.count < 64, text.utf8.allSatisfy(Self.isIdentifierByte) { mention(index, of: Mention.text) }
            return add(.str, node, a: index)
        default: return add(.other, node, a: addList([]))
        }
    }

    /// Bytes of a string's source.
    private static let longestText: UInt32 = 300

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x30 && byte <= 0x39)
            || byte == 0x5F || byte == 0x2E || byte == 0x3A || byte >= 0x80
    }

    /// Decimal integers that fit; other bases and sizes decide nothing here.
    private func smallInteger(_ node: NodeID) -> Int32? {
        let range = Int(tree[node].start)..<Int(tree[node].end)
        var value: Int64 = 0
        for byte in tree.source[range] where byte != 0x5F {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int64(byte - 0x30)
            if value > Int64(Int32.max) { return nil }
        }
        return Int32(value)
    }

    private mutating func compound(_ node: NodeID) -> UInt32 {
        switch tree.kind(node) {
        case .attribute: return attribute(node)
        case .call: return call(node)
        case .subscript:
            let base = operand(node, 0)
            return add(.subscript, node, a: base, b: operand(node, 1))
        case .tuple: return add(.tuple, node, a: expressions(tree.list(node, 0)))
        case .list: return add(.list, node, a: expressions(tree.list(node, 0)))
        case .set: return add(.set, node, a: expressions(tree.list(node, 0)))
        case .dict: return dictionary(node)
        case .boolOp:
            let list = expressions(tree.list(node, 1))
            return add(tree.op(node, 0) == .and ? .and : .or, node, a: list)
        case .unaryOp: return unary(node)
        case .compare: return compare(node)
        case .binOp: return binary(node)
        case .ifExp:
            let test = operand(node, 0)
            let then = operand(node, 1)
            return add(.conditional, node, a: test, b: then, c: operand(node, 2))
        case .lambda: return lambda(node)
        case .listComp: return comprehension(node, .list)
        case .setComp: return comprehension(node, .set)
        case .dictComp: return comprehension(node, .dict)
        case .generatorExp: return comprehension(node, .generator)
        case .await: return add(.await, node, a: operand(node, 0))
        case .yield:
            markGenerator()
            return add(.yield, node, a: operand(node, 0))
        case .yieldFrom:
            markGenerator()
            return add(.yieldFrom, node, a: operand(node, 0))
        case .namedExpr:
            let value = operand(node, 1)
            return add(.walrus, node, a: operand(node, 0), b: value)
        case .starred: return add(.starred, node, a: operand(node, 0))
        case .joinedStr: return joinedText(node)
        case .slice: return other(node, flags: 3)
        case .templateStr, .formattedValue, .interpolation: return other(node)
        default: return add(.other, node, a: addList([]))
        }
    }

    mutating func operand(_ node: NodeID, _ slot: Int) -> UInt32 {
        tree.node(node, slot).map { expression($0) } ?? .max
    }

    /// `a.b.c` and `a.b().c()` are as deep as they are long: chains are lowered in a loop.
    private mutating func attribute(_ node: NodeID) -> UInt32 {
        let links = chain(node)
        var base = expression(links.base)
        // As long as only attributes follow a name, they are spoken of as that name's.
        var root = tree.kind(links.base) == .name ? tree.name(links.base, 0)?.raw ?? Mention.member : Mention.member
        if let owner = ownerOfReceiver(links.base) { root = Mention.own(owner) }
        // What texts do, nobody in the program defines; nor the first thing that a display does.
        let isText = isText(links.base)
        let isDisplay = isDisplay(links.base)
        for (index, link) in links.nodes.reversed().enumerated() {
            if tree.kind(link) == .attribute {
                let name = tree.name(link, 1)?.raw ?? string("?")
                let isFresh = index == 0 && freshContexts.contains(root) || isFreshContext(base)
                if !isText, !(isDisplay && index == 0), !isFresh { mention(name, of: root) }
                base = add(.attribute, link, a: base, b: name)
                if Mention(name: name, base: root).owner != nil { root = Mention.member }
            } else {
                base = add(.call, link, a: base, b: arguments(link, isTest: index == 0 && isTypeTest(links.base)))
                mentionComputed(base)
                root = index == 0 ? ownerOfSuper(links.base).map(Mention.own) ?? Mention.member : Mention.member
            }
        }
        return base
    }

    /// True for `get_context("spawn")`: what it makes is no fork.
    func isFreshContext(_ index: UInt32) -> Bool {
        guard index != .max, case let call = facts.ops[Int(index)], call.kind == .call,
            case let callee = facts.ops[Int(call.a)], callee.kind == .attribute || callee.kind == .name,
            facts.strings[Int(callee.kind == .name ? callee.a : callee.b)] == "get_context",
            case let given = facts.list(call.b), given.count == 1, let first = given.first,
            facts.ops[Int(first)].kind == .str
        else { return false }
        // What a fork server inherits is a hazard of its own.
        return facts.strings[Int(facts.ops[Int(first)].a)] == StartMethod.spawn.rawValue
    }

    private func isTypeTest(_ callee: NodeID) -> Bool {
        guard tree.kind(callee) == .name, let name = tree.name(callee, 0) else { return false }
        let text = tree.text(of: name)
        return text == "isinstance" || text == "issubclass"
    }

    /// `getattr(self, "do_" + name)`: any attribute whose name begins so.
    private mutating func mentionComputed(_ call: UInt32) {
        let callee = facts.ops[Int(facts.ops[Int(call)].a)]
        guard callee.kind == .name, facts.strings[Int(callee.a)] == "getattr" else { return }
        let given = facts.list(facts.ops[Int(call)].b)
        guard given.count > 1, let first = given.first.map({ facts.ops[Int($0)] }),
            facts.ops[Int(given[given.startIndex + 1])].kind != .str
        else { return }
        let beginning = beginning(of: given[given.startIndex + 1])
        let isOwn = first.kind == .name && receivers.last.flatMap { $0?.name } == first.a
        if isOwn || !beginning.isEmpty {
            mention(string(beginning), of: isOwn ? Mention.computedOwn : Mention.computed)
        }
    }

    /// How a text begins that is put together; chains of calls may be long.
    private func beginning(of index: UInt32) -> String {
        var op = facts.ops[Int(index)]
        while true {
            switch op.kind {
            case .str: return String(facts.strings[Int(op.a)].prefix { $0 != "%" && $0 != "{" })
            case .binary: op = facts.ops[Int(op.a)]
            case .other:
                guard op.flags == 1, let first = facts.list(op.a).first, facts.ops[Int(first)].kind == .str else {
                    return ""
                }
                op = facts.ops[Int(first)]
            case .call:
                let callee = facts.ops[Int(op.a)]
                guard callee.kind == .attribute else { return "" }
                op = facts.ops[Int(callee.a)]
            default: return ""
            }
        }
    }

    private func isText(_ node: NodeID) -> Bool {
        switch tree.kind(node) {
        case .constant, .joinedStr: true
        default: false
        }
    }

    private func isDisplay(_ node: NodeID) -> Bool {
        switch tree.kind(node) {
        case .dict, .list, .set, .tuple, .listComp, .setComp, .dictComp, .generatorExp: true
        default: false
        }
    }

    /// The class of the object that a method runs on, where an expression is the method's name for it.
    func ownerOfReceiver(_ node: NodeID) -> UInt32? {
        guard case let receiver?? = receivers.last, tree.kind(node) == .name, tree.name(node, 0)?.raw == receiver.name
        else { return nil }
        return receiver.owner
    }

    /// The same for the callee of `super()`.
    private func ownerOfSuper(_ node: NodeID) -> UInt32? {
        guard case let receiver?? = receivers.last, tree.kind(node) == .name, let name = tree.name(node, 0),
            tree.text(of: name) == "super"
        else { return nil }
        return receiver.owner
    }

    private mutating func call(_ node: NodeID) -> UInt32 { attribute(node) }

    private func chain(_ node: NodeID) -> (base: NodeID, nodes: [NodeID]) {
        var nodes: [NodeID] = []
        var current = node
        while tree.kind(current) == .attribute || tree.kind(current) == .call, let inner = tree.node(current, 0) {
            nodes.append(current)
            current = inner
        }
        return (current, nodes)
    }

    /// - Parameter isTest: the call asks whether the first argument is of the types that follow.
    private mutating func arguments(_ node: NodeID, isTest: Bool) -> UInt32 {
        var items: [UInt32] = []
        for case let argument? in tree.list(node, 1) {
            if isTest, !items.isEmpty {
                items.append(types(argument))
                continue
            }
            items.append(expression(argument))
            mentionHanded(argument)
        }
        for case let keyword? in tree.list(node, 2) {
            items.append(self.keyword(keyword))
            if let value = tree.node(keyword, 1) { mentionHanded(value) }
        }
        return addList(items)
    }

    private mutating func mentionHanded(_ argument: NodeID) {
        guard tree.kind(argument) == .name, let name = tree.name(argument, 0), importedNames.contains(name.raw) else {
            return
        }
        mention(name.raw, of: Mention.handed)
    }

    mutating func keyword(_ node: NodeID) -> UInt32 {
        let value = operand(node, 1)
        guard let name = tree.name(node, 0) else { return add(.doubleStarred, node, a: value) }
        mention(name.raw, of: Mention.keyword)
        return add(.keyword, node, a: name.raw, b: value)
    }

    private mutating func dictionary(_ node: NodeID) -> UInt32 {
        var items: [UInt32] = []
        let keys = tree.list(node, 0)
        for (index, value) in tree.list(node, 1).enumerated() {
            items.append(index < keys.count ? keys[index].map { expression($0) } ?? .max : .max)
            items.append(value.map { expression($0) } ?? .max)
        }
        return add(.dict, node, a: addList(items))
    }

    private mutating func unary(_ node: NodeID) -> UInt32 {
        if tree.op(node, 0) == .not { return add(.not, node, a: operand(node, 1)) }
        if tree.op(node, 0) == .uSub, let inner = tree.node(node, 1), tree.kind(inner) == .constant,
            tree[inner].detail == ConstantKind.int.rawValue, let value = smallInteger(inner)
        {
            return add(.int, node, a: UInt32(bitPattern: -value))
        }
        let value = operand(node, 1)
        return add(.other, node, a: addList([value]))
    }

    private mutating func compare(_ node: NodeID) -> UInt32 {
        var left = tree.node(node, 0).map { comparand($0) } ?? .max
        let operators = tree.ops(node, 1)
        var tests: [UInt32] = []
        for (index, comparator) in tree.list(node, 2).enumerated() {
            guard let comparator else { continue }
            let right = comparand(comparator)
            let flags = UInt8(Self.compareOperator(operators[index]).rawValue)
            tests.append(add(.compare, node, flags: flags, a: left, b: right))
            left = right
        }
        return tests.count == 1 ? tests[0] : add(.and, node, a: addList(tests))
    }

    /// Lowers the types that a value is only asked for.
    mutating func types(_ node: NodeID) -> UInt32 {
        isNames(node) ? compared { $0.expression(node) } : expression(node)
    }

    /// True for names, attributes of names, and tuples of such: nothing runs where they stand.
    private func isNames(_ node: NodeID) -> Bool {
        if tree.kind(node) == .tuple { return tree.list(node, 0).allSatisfy { $0.map(isName) ?? false } }
        return isName(node)
    }

    private func isName(_ node: NodeID) -> Bool {
        var node = node
        while tree.kind(node) == .attribute, let base = tree.node(node, 0) { node = base }
        return tree.kind(node) == .name
    }

    /// A text that something is compared with names nothing, but `"__main__"`, which tells that a module is a script.
    private mutating func comparand(_ node: NodeID) -> UInt32 {
        let isText =
            switch tree.kind(node) {
            case .constant: tree.string(node) != "__main__"
            case .tuple, .list, .set: tree.list(node, 0).allSatisfy { $0.map { tree.kind($0) == .constant } ?? false }
            default: false
            }
        return isText ? compared { $0.expression(node) } : expression(node)
    }

    private static func compareOperator(_ op: Operator) -> CompareOperator {
        switch op {
        case .eq: .equal
        case .notEq: .notEqual
        case .lt: .less
        case .ltE: .lessEqual
        case .gt: .greater
        case .gtE: .greaterEqual
        case .is: .is
        case .isNot: .isNot
        case .in: .in
        default: .notIn
        }
    }

    /// `a + b + c ...` is as deep as it is long: the left spine is lowered in a loop.
    private mutating func binary(_ node: NodeID) -> UInt32 {
        var spine: [NodeID] = []
        var current = node
        while tree.kind(current) == .binOp, let left = tree.node(current, 0) {
            spine.append(current)
            current = left
        }
        if spine.count <= 8 {
            let left = operand(node, 0)
            let sign = Self.binaryOperator(tree.op(node, 1))
            // Nobody spells the method that multiplies matrices, and libraries' rules speak of it.
            if sign == .matrixMultiply, let methods = sign.methods { mention(string(methods.left), of: Mention.member) }
            return add(.binary, node, flags: sign.rawValue, a: left, b: operand(node, 2))
        }
        var items = [expression(current)]
        for link in spine.reversed() { items.append(operand(link, 2)) }
        return add(.other, node, a: addList(items))
    }

    static func binaryOperator(_ op: Operator) -> BinaryOperator {
        switch op {
        case .add: .add
        case .sub: .sub
        case .mult: .multiply
        case .div: .divide
        case .mod: .modulo
        case .lShift: .leftShift
        case .rShift: .rightShift
        case .bitOr: .or
        case .bitAnd: .and
        case .matMult: .matrixMultiply
        default: .other
        }
    }

    private mutating func comprehension(_ node: NodeID, _ kind: ComprehensionKind) -> UInt32 {
        let isDict = kind == .dict
        var clauses: [UInt32] = []
        for case let clause? in tree.list(node, isDict ? 2 : 1) {
            let iterable = operand(clause, 1)
            let target = operand(clause, 0)
            let conditions = expressions(tree.list(clause, 2))
            let flags: UInt8 = tree.int(clause, 3) == 0 ? 0 : 1
            clauses.append(add(.clause, clause, flags: flags, a: target, b: iterable, c: conditions))
        }
        let list = addList(clauses)
        let element = operand(node, 0)
        let value = isDict ? operand(node, 1) : .max
        return add(.comprehension, node, flags: kind.rawValue, a: list, b: element, c: value)
    }

    private mutating func markGenerator() {
        if case .function(let index, _)? = scopes.last { facts.functions[Int(index)].isGenerator = true }
    }

    /// An f-string: its parts.
    private mutating func joinedText(_ node: NodeID) -> UInt32 {
        let index = other(node)
        facts.ops[Int(index)].flags = 1
        return index
    }

    private mutating func other(_ node: NodeID, flags: UInt8 = 0) -> UInt32 {
        var items: [UInt32] = []
        for (slot, field) in tree.kind(node).fields.enumerated() {
            switch field.kind {
            case .node: if let child = tree.node(node, slot) { items.append(expression(child)) }
            case .list: for case let child? in tree.list(node, slot) { items.append(expression(child)) }
            default: break
            }
        }
        return add(.other, node, flags: flags, a: addList(items))
    }
}
