/// What an operand of an operation is.
private enum OperandKind {
    case unused, value, string, optionalString, op, optionalOp, list, ifPair
    /// A list whose elements may be absent: the keys of a dictionary.
    case sparseList
    case function, classDefinition
}

extension OpKind {
    fileprivate var operands: (OperandKind, OperandKind, OperandKind) {
        switch self {
        case .none, .true, .false, .break, .continue: (.unused, .unused, .unused)
        case .int: (.value, .unused, .unused)
        case .str, .name: (.string, .unused, .unused)
        case .other, .tuple, .list, .set, .and, .or, .delete, .patternOr, .patternOther: (.list, .unused, .unused)
        case .dict: (.sparseList, .unused, .unused)
        case .attribute: (.op, .string, .unused)
        case .call: (.op, .list, .unused)
        case .keyword: (.string, .optionalOp, .unused)
        case .reference: (.op, .unused, .unused)
        case .starred, .doubleStarred, .not, .await, .yield, .yieldFrom, .expression, .patternValue:
            (.optionalOp, .unused, .unused)
        case .subscript, .compare, .binary, .walrus, .augmentedAssign: (.optionalOp, .optionalOp, .unused)
        case .conditional, .annotatedAssign: (.optionalOp, .optionalOp, .optionalOp)
        case .lambda, .function, .lazy: (.function, .unused, .unused)
        case .class: (.classDefinition, .unused, .unused)
        case .comprehension: (.list, .optionalOp, .optionalOp)
        case .clause: (.optionalOp, .optionalOp, .list)
        case .assign: (.list, .optionalOp, .unused)
        case .return: (.optionalOp, .unused, .unused)
        case .raise, .assert, .withItem: (.optionalOp, .optionalOp, .unused)
        case .if, .while: (.optionalOp, .list, .list)
        case .for: (.optionalOp, .optionalOp, .ifPair)
        case .pair: (.list, .list, .unused)
        case .try: (.list, .list, .ifPair)
        case .handler: (.optionalOp, .optionalString, .list)
        case .with: (.list, .list, .unused)
        case .match: (.optionalOp, .list, .unused)
        case .matchCase: (.optionalOp, .optionalOp, .list)
        case .patternCapture: (.optionalOp, .optionalString, .unused)
        case .importModule, .importAlias: (.string, .optionalString, .unused)
        case .importFrom: (.optionalString, .list, .unused)
        }
    }

    /// The kind that the elements of a list have; `nil`: any.
    fileprivate var elements: OpKind? {
        switch self {
        case .comprehension: .clause
        case .match: .matchCase
        case .importFrom: .importAlias
        case .with: .withItem
        case .try: .handler
        default: nil
        }
    }
}

extension ModuleFacts {
    /// What is wrong with the references among the parts, so that following them could leave an array or never end;
    /// `nil`: nothing. Operands come before what they belong to, so no operation is within itself.
    func firstInconsistency() -> String? {
        for (index, op) in ops.enumerated() {
            let kinds = op.kind.operands
            guard isValid(op.a, kinds.0, at: index), isValid(op.b, kinds.1, at: index),
                isValid(op.c, kinds.2, at: index), hasFittingElements(op)
            else { return "operation \(index) refers to something that is not there" }
        }
        for (index, function) in functions.enumerated() where !isValid(function) {
            return "function \(index) refers to something that is not there"
        }
        for (index, definition) in classes.enumerated() where !isValid(definition) {
            return "class \(index) refers to something that is not there"
        }
        guard isList(body, below: ops.count) else { return "the top level is no list" }
        let named = mentions + holding + (bindings + registrations).flatMap(\.mentions)
        guard named.allSatisfy(isValid), (bindings + registrations).allSatisfy(isValid) else {
            return "a name is not there"
        }
        return nil
    }

    private func isValid(_ operand: UInt32, _ kind: OperandKind, at index: Int) -> Bool {
        switch kind {
        case .unused, .value: true
        case .string: Int(operand) < strings.count
        case .optionalString: operand == .max || Int(operand) < strings.count
        case .op: Int(operand) < index
        case .optionalOp: operand == .max || Int(operand) < index
        case .list: isList(operand, below: index)
        case .sparseList: isList(operand, below: index, maySkip: true)
        case .ifPair: Int(operand) < index && ops[Int(operand)].kind == .pair
        case .function: Int(operand) < functions.count
        case .classDefinition: Int(operand) < classes.count
        }
    }

    private func isList(_ index: UInt32, below limit: Int, maySkip: Bool = false) -> Bool {
        guard Int(index) < lists.count else { return false }
        let count = Int(lists[Int(index)])
        guard count < lists.count - Int(index) else { return false }
        return lists[(Int(index) + 1)..<(Int(index) + 1 + count)].allSatisfy {
            Int($0) < limit || maySkip && $0 == .max
        }
    }

    private func hasFittingElements(_ op: Op) -> Bool {
        guard let wanted = op.kind.elements else { return true }
        let elements = op.kind == .comprehension || op.kind == .with ? op.a : op.b
        return list(elements).allSatisfy { ops[Int($0)].kind == wanted }
    }

    private func isOptionalOp(_ index: UInt32) -> Bool { index == .max || Int(index) < ops.count }
    private func isName(_ name: UInt32) -> Bool { name == .max || Int(name) < strings.count }

    private func isValid(_ function: FunctionFacts) -> Bool {
        isName(function.name) && (function.enclosingClass == .max || Int(function.enclosingClass) < classes.count)
            && (function.enclosingFunction == .max || Int(function.enclosingFunction) < functions.count)
            && isOptionalOp(function.condition) && isOptionalOp(function.returns)
            && isList(function.body, below: ops.count) && isList(function.decorators, below: ops.count)
            && function.parameters.allSatisfy {
                isName($0.name) && isName($0.label) && isOptionalOp($0.annotation) && isOptionalOp($0.defaultValue)
            }
            && (function.globals + function.nonlocals).allSatisfy { Int($0) < strings.count }
            && function.mentions.allSatisfy(isValid)
    }

    private func isValid(_ definition: ClassFacts) -> Bool {
        isName(definition.name)
            && (definition.enclosingFunction == .max || Int(definition.enclosingFunction) < functions.count)
            && isOptionalOp(definition.condition) && isList(definition.bases, below: ops.count)
            && isList(definition.body, below: ops.count) && isList(definition.decorators, below: ops.count)
            && definition.mentions.allSatisfy(isValid)
    }

    private func isValid(_ mention: Mention) -> Bool {
        guard Int(mention.name) < strings.count else { return false }
        switch mention.base {
        case Mention.plain, Mention.member, Mention.text, Mention.keyword, Mention.handed, Mention.computed,
            Mention.computedOwn:
            return true
        default:
            if let owner = mention.owner { return Int(owner) < classes.count }
            return Int(mention.base) < strings.count
        }
    }

    private func isValid(_ binding: Binding) -> Bool {
        Int(binding.name) < strings.count && (binding.owner == .max || Int(binding.owner) < classes.count)
    }
}
