/// Loops over a collection that take each thing out of it, or reach it by its key: `while pool: pool.pop().close()`,
/// `for key in list(open): open.pop(key).close()`.
extension Interpreter {
    /// What the collection holds that a loop's head names; nothing where the head may choose among it.
    func elementsNamed(byHead head: UInt32) -> Value {
        guard let id = collection(named: head), let object = object(id) else { return .nothing }
        return object.element
    }

    private func collection(named index: UInt32) -> ObjectID? {
        let op = op(index)
        switch op.kind {
        case .name:
            if case .object(let id)? = lookUp(symbol(op.a)).only, isCollection(id) { return id }
            return nil
        case .attribute:
            guard self.op(op.a).kind == .name, case .object(let base)? = lookUp(symbol(self.op(op.a).a)).only,
                let object = object(base)
            else { return nil }
            var held = object.attributes[symbol(op.b)]
            if held == nil, case .instance(let cls) = object.kind { held = classAttribute(cls, symbol(op.b)) }
            if case .object(let id)? = held?.only, isCollection(id) { return id }
            return nil
        case .not: return collection(named: op.a)
        case .compare: return collection(named: op.a)
        case .call:
            let callee = self.op(op.a)
            if callee.kind == .attribute, Self.views.contains(symbols[symbol(callee.b)]) {
                return collection(named: callee.a)
            }
            guard callee.kind == .name, Self.wrappers.contains(symbols[symbol(callee.a)]), let first = list(op.b).first
            else { return nil }
            return collection(named: first)
        default: return nil
        }
    }

    private func isCollection(_ id: ObjectID) -> Bool {
        switch object(id)?.kind {
        case .list, .set, .dict, .tuple: true
        case .external(let path): Self.queues.contains(RuleIndex.top(paths[path]))
        default: false
        }
    }

    private static let queues: Set<String> = ["queue", "collections"]
    private static let views: Set<String> = ["keys", "items", "values", "copy", "empty", "qsize"]
    private static let wrappers: Set<String> = [
        "list", "tuple", "sorted", "reversed", "enumerate", "range", "len", "set", "bool",
    ]

    /// True where a loop's body may leave the loop.
    func mayBreak(_ block: UInt32) -> Bool {
        list(block).contains { index in
            let statement = op(index)
            return code.facts.ops.contains {
                $0.kind == .break && statement.start <= $0.start && $0.start < statement.end
            }
        }
    }
}
