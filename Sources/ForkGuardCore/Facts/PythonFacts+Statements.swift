import PythonSyntax

extension PythonFacts {
    mutating func statement(_ node: NodeID, into items: inout [UInt32]) {
        switch tree.kind(node) {
        case .functionDef, .asyncFunctionDef:
            let isAsync = tree.kind(node) == .asyncFunctionDef
            items.append(nested(node) { $0.function(node, isAsync: isAsync) })
        case .classDef: items.append(nested(node) { $0.classDefinition(node) })
        case .expr: if let value = tree.node(node, 0) { items.append(add(.expression, node, a: expression(value))) }
        case .return: items.append(add(.return, node, a: tree.node(node, 0).map { expression($0) } ?? .max))
        case .delete: items.append(add(.delete, node, a: expressions(tree.list(node, 0))))
        case .assign, .augAssign, .annAssign: items.append(assignment(node))
        case .for, .asyncFor: items.append(nested(node) { $0.loop(node) })
        case .while, .if: items.append(nested(node) { $0.conditional(node) })
        case .with, .asyncWith: items.append(nested(node) { $0.with(node) })
        case .match: items.append(nested(node) { $0.match(node) })
        case .try, .tryStar: items.append(nested(node) { $0.tryStatement(node) })
        case .raise:
            let exception = tree.node(node, 0).map { expression($0) } ?? .max
            let cause = tree.node(node, 1).map { expression($0) } ?? .max
            items.append(add(.raise, node, a: exception, b: cause))
        case .assert:
            let test = tree.node(node, 0).map { expression($0) } ?? .max
            let message = tree.node(node, 1).map { expression($0) } ?? .max
            items.append(add(.assert, node, a: test, b: message))
        case .import: importModules(node, into: &items)
        case .importFrom: items.append(importFrom(node))
        case .global, .nonlocal: declare(node)
        case .break: items.append(add(.break, node))
        case .continue: items.append(add(.continue, node))
        default: break
        }
    }

    private mutating func assignment(_ node: NodeID) -> UInt32 {
        // What is assigned may be reached through the name it is assigned to.
        mentionStack.append([])
        let held = holding.count
        let result: UInt32
        var targets: [NodeID] = []
        switch tree.kind(node) {
        case .assign:
            targets = tree.list(node, 0).compactMap { $0 }
            let value = tree.node(node, 1).map { expression($0) } ?? .max
            noteContext(value, targets)
            result = add(.assign, node, a: addList(targets.map { self.target($0) }), b: value)
        case .augAssign:
            targets = tree.node(node, 0).map { [$0] } ?? []
            let value = tree.node(node, 2).map { expression($0) } ?? .max
            let target = tree.node(node, 0).map { expression($0) } ?? .max
            let sign = Self.binaryOperator(tree.op(node, 1))
            result = add(.augmentedAssign, node, flags: sign.rawValue, a: target, b: value)
        default:
            targets = tree.node(node, 0).map { [$0] } ?? []
            let value = tree.node(node, 2).map { expression($0) } ?? .max
            let annotation = lookedAt { facts in facts.tree.node(node, 1).map { facts.expression($0) } ?? .max }
            let target = targets.first.map { self.target($0) } ?? .max
            result = add(.annotatedAssign, node, a: target, b: annotation, c: value)
        }
        let mentions = Self.unique(mentionStack.removeLast())
        if scopes.isEmpty, targets.count == 1, isExportList(targets[0]) {
            // Names of what others may import, which they mention themselves.
            holding.removeLast(holding.count - held)
            return result
        }
        mentionStack[mentionStack.count - 1] += mentions
        for target in targets { bind(target, mentions) }
        return result
    }

    /// `ctx = multiprocessing.get_context("spawn")`, on every way through the function.
    private mutating func noteContext(_ value: UInt32, _ targets: [NodeID]) {
        guard functionDepth > 0 else { return }
        for target in targets {
            guard tree.kind(target) == .name, let name = tree.name(target, 0) else { continue }
            if !isFreshContext(value) {
                freshContexts.remove(name.raw)
            } else if blockDepth == 1 {
                freshContexts.insert(name.raw)
            }
        }
    }

    /// Lowers what is assigned to: a name that is given a value is not asked for the one that it has.
    private mutating func target(_ node: NodeID) -> UInt32 {
        switch tree.kind(node) {
        case .name, .tuple, .list, .starred: lookedAt { $0.expression(node) }
        default: expression(node)
        }
    }

    private func isExportList(_ target: NodeID) -> Bool {
        tree.kind(target) == .name && tree.name(target, 0).map { tree.text(of: $0) } == "__all__"
    }

    private mutating func bind(_ target: NodeID, _ mentions: [Mention]) {
        switch tree.kind(target) {
        case .name:
            guard let name = tree.name(target, 0) else { return }
            switch scopes.last {
            case .function(let index, _)? where !facts.functions[Int(index)].globals.contains(name.raw): break
            case .class(let owner, _)?:
                facts.bindings.append(.init(name: name.raw, isAttribute: true, owner: owner, mentions: mentions))
            default: facts.bindings.append(.init(name: name.raw, isAttribute: false, mentions: mentions))
            }
        case .attribute:
            guard let name = tree.name(target, 1) else { return }
            let owner = tree.node(target, 0).flatMap { ownerOfReceiver($0) } ?? .max
            facts.bindings.append(.init(name: name.raw, isAttribute: true, owner: owner, mentions: mentions))
        case .subscript, .starred: if let base = tree.node(target, 0) { bind(base, mentions) }
        case .tuple, .list: for case let element? in tree.list(target, 0) { bind(element, mentions) }
        default: break
        }
    }

    private mutating func conditional(_ node: NodeID) -> UInt32 {
        let isLoop = tree.kind(node) == .while
        let test = tree.node(node, 0).map { expression($0) } ?? .max
        let body =
            scopes.isEmpty && tree.node(node, 0).map(isAskedForScript) == true
            ? lookedAt { $0.block($0.tree.list(node, 1)) } : block(tree.list(node, 1))
        let orElse = block(tree.list(node, 2))
        return add(isLoop ? .while : .if, node, a: test, b: body, c: orElse)
    }

    /// `__name__ == "__main__"`
    private func isAskedForScript(_ test: NodeID) -> Bool {
        guard tree.kind(test) == .compare, let left = tree.node(test, 0), tree.kind(left) == .name,
            let name = tree.name(left, 0), tree.ops(test, 1).elementsEqual([.eq])
        else { return false }
        return tree.text(of: name) == "__name__"
    }

    private mutating func loop(_ node: NodeID) -> UInt32 {
        let iterable = tree.node(node, 1).map { expression($0) } ?? .max
        let target = tree.node(node, 0).map { expression($0) } ?? .max
        let body = block(tree.list(node, 2))
        let orElse = block(tree.list(node, 3))
        let pair = add(.pair, node, a: body, b: orElse)
        return add(.for, node, flags: tree.kind(node) == .asyncFor ? 1 : 0, a: target, b: iterable, c: pair)
    }

    private mutating func with(_ node: NodeID) -> UInt32 {
        var items: [UInt32] = []
        for case let item? in tree.list(node, 0) {
            let context = tree.node(item, 0).map { expression($0) } ?? .max
            let target = tree.node(item, 1).map { expression($0) } ?? .max
            items.append(add(.withItem, item, a: context, b: target))
        }
        let list = addList(items)
        let body = block(tree.list(node, 1))
        return add(.with, node, flags: tree.kind(node) == .asyncWith ? 1 : 0, a: list, b: body)
    }

    private mutating func tryStatement(_ node: NodeID) -> UInt32 {
        let body = block(tree.list(node, 0))
        var handlers: [UInt32] = []
        for case let handler? in tree.list(node, 1) {
            let type = tree.node(handler, 0).map { types($0) } ?? .max
            let body = block(tree.list(handler, 2))
            handlers.append(add(.handler, handler, a: type, b: tree.name(handler, 1)?.raw ?? .max, c: body))
        }
        let handlerList = addList(handlers)
        let orElse = block(tree.list(node, 2))
        let final = block(tree.list(node, 3))
        let pair = add(.pair, node, a: orElse, b: final)
        return add(.try, node, a: body, b: handlerList, c: pair)
    }

    private mutating func match(_ node: NodeID) -> UInt32 {
        let subject = tree.node(node, 0).map { expression($0) } ?? .max
        var cases: [UInt32] = []
        for case let item? in tree.list(node, 1) {
            let pattern = tree.node(item, 0).map { self.pattern($0) } ?? .max
            let guardTest = tree.node(item, 1).map { expression($0) } ?? .max
            let body = block(tree.list(item, 2))
            cases.append(add(.matchCase, item, a: pattern, b: guardTest, c: body))
        }
        return add(.match, node, a: subject, b: addList(cases))
    }

    private mutating func pattern(_ node: NodeID) -> UInt32 {
        nested(node) { lowering in
            switch lowering.tree.kind(node) {
            case .matchValue, .matchSingleton:
                let value = lowering.tree.node(node, 0).map { lowering.expression($0) } ?? .max
                return lowering.add(.patternValue, node, a: value)
            case .matchAs:
                let inner = lowering.tree.node(node, 0).map { lowering.pattern($0) } ?? .max
                return lowering.add(.patternCapture, node, a: inner, b: lowering.tree.name(node, 1)?.raw ?? .max)
            case .matchOr:
                let patterns = lowering.patterns(lowering.tree.list(node, 0))
                return lowering.add(.patternOr, node, a: patterns)
            case .matchSequence:
                let patterns = lowering.patterns(lowering.tree.list(node, 0))
                return lowering.add(.patternOther, node, flags: 1, a: patterns)
            case .matchMapping:
                let keys = lowering.tree.list(node, 0).compactMap { $0.map { lowering.expression($0) } }
                let patterns = lowering.patternItems(lowering.tree.list(node, 1))
                guard keys.count == patterns.count else {
                    return lowering.add(.patternOther, node, a: lowering.addList(patterns))
                }
                let pairs = zip(keys, patterns).flatMap { [lowering.add(.patternValue, node, a: $0), $1] }
                return lowering.add(.patternOther, node, flags: 2, a: lowering.addList(pairs))
            case .matchClass: return lowering.classPattern(node)
            default: return lowering.add(.patternOther, node, a: lowering.addList([]))
            }
        }
    }

    private mutating func classPattern(_ node: NodeID) -> UInt32 {
        let cls = tree.node(node, 0).map { expression($0) } ?? .max
        var items = [add(.patternValue, node, a: cls)] + patternItems(tree.list(node, 1))
        for (name, pattern) in zip(tree.nameList(node, 2), patternItems(tree.list(node, 3))) {
            mention(name.raw, of: Mention.member)
            items.append(add(.keyword, node, a: name.raw, b: pattern))
        }
        return add(.patternOther, node, flags: 3, a: addList(items))
    }

    private mutating func patternItems(_ list: NodeList) -> [UInt32] {
        var items: [UInt32] = []
        for case let item? in list { items.append(pattern(item)) }
        return items
    }

    private mutating func patterns(_ list: NodeList) -> UInt32 { addList(patternItems(list)) }

    private mutating func importModules(_ node: NodeID, into items: inout [UInt32]) {
        for case let alias? in tree.list(node, 0) {
            guard let name = tree.name(alias, 0) else { continue }
            let bound = tree.name(alias, 1)
            mention(name.raw)
            importedNames.insert(bound?.raw ?? name.raw)
            items.append(add(.importModule, alias, a: name.raw, b: bound?.raw ?? .max))
        }
    }

    private mutating func importFrom(_ node: NodeID) -> UInt32 {
        var aliases: [UInt32] = []
        for case let alias? in tree.list(node, 1) {
            guard let name = tree.name(alias, 0) else { continue }
            let bound = tree.name(alias, 1)
            importedNames.insert(bound?.raw ?? name.raw)
            aliases.append(add(.importAlias, alias, a: name.raw, b: bound?.raw ?? .max))
        }
        let level = UInt8(clamping: tree.int(node, 2))
        return add(.importFrom, node, flags: level, a: tree.name(node, 0)?.raw ?? .max, b: addList(aliases))
    }

    private mutating func declare(_ node: NodeID) {
        guard case .function(let index, _)? = scopes.last else { return }
        let names = tree.nameList(node, 0).map(\.raw)
        if tree.kind(node) == .global {
            facts.functions[Int(index)].globals += names
        } else {
            facts.functions[Int(index)].nonlocals += names
        }
    }
}
