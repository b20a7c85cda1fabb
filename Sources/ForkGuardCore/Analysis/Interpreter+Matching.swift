/// `match`: patterns, and what they give names.
extension Interpreter {
    func executeMatch(_ statement: Op) {
        let subject = evaluate(statement.a)
        guard isAlive else { return }
        state.freeze()
        var end: State?
        for index in list(statement.b) {
            guard isAlive else { break }
            let item = op(index)
            let outcome = matches(item.a, subject, location: statement.a)
            enter(outcome.whenTrue)
            var failed = outcome.whenFalse
            if isAlive, item.b != .max {
                let test = condition(item.b)
                enter(test.whenTrue)
                failed = join(failed, test.whenFalse)
            }
            if isAlive { execute(block: item.c) }
            end = join(end, current)
            enter(failed)
        }
        enter(join(end, current))
    }

    private func matches(_ pattern: UInt32, _ subject: Value, location: UInt32) -> Outcome {
        guard pattern != .max else { return Outcome(whenTrue: state, whenFalse: nil) }
        let op = op(pattern)
        switch op.kind {
        case .patternValue:
            let value = evaluate(op.a)
            return compare(.equal, subject, value, left: location)
        case .patternCapture:
            var outcome = Outcome(whenTrue: state, whenFalse: nil)
            if op.a != .max { outcome = matches(op.a, subject, location: location) }
            enter(outcome.whenTrue)
            if isAlive, op.b != .max { assignName(symbol(op.b), subject) }
            outcome.whenTrue = current
            return outcome
        case .patternOr:
            var whenTrue: State?
            for item in list(op.a) {
                guard isAlive else { break }
                let outcome = matches(item, subject, location: location)
                whenTrue = join(whenTrue, outcome.whenTrue)
                enter(outcome.whenFalse)
            }
            return Outcome(whenTrue: whenTrue, whenFalse: current)
        case .patternOther where op.flags == 3: return matchesClass(op, subject)
        default:
            let before = state
            let subject = subject.filter { mayFit(op, $0) }
            if subject == .nothing { return Outcome(whenTrue: nil, whenFalse: before) }
            for (item, part) in parts(of: op, subject) where isAlive {
                enter(matches(item, part, location: .max).whenTrue)
            }
            return Outcome(whenTrue: current, whenFalse: before)
        }
    }

    /// `case Point(0, y=y)`: whether the subject is of the class, and what its attributes are.
    private func matchesClass(_ pattern: Op, _ subject: Value) -> Outcome {
        let items = list(pattern.a)
        guard let first = items.first, op(first).kind == .patternValue else {
            return Outcome(whenTrue: state, whenFalse: state)
        }
        let cls = evaluate(op(first).a)
        guard isAlive else { return Outcome(whenTrue: nil, whenFalse: nil) }
        let before = state
        var isSure = true
        let fitting = subject.filter { atom in
            let answer = cls.only.flatMap { isInstance(atom, of: $0) }
            if answer != true { isSure = false }
            return answer != false
        }
        if fitting == .nothing { return Outcome(whenTrue: nil, whenFalse: before) }
        var failed: State? = isSure ? nil : before
        for (index, item) in items.dropFirst().enumerated() where isAlive {
            let isNamed = op(item).kind == .keyword
            let name: Symbol? = isNamed ? symbol(op(item).a) : positionalName(index, of: cls)
            let part = name.map { attribute(of: fitting, $0, op: item) } ?? (index == 0 ? fitting : fresh())
            guard isAlive else { break }
            let outcome = matches(isNamed ? op(item).b : item, part, location: .max)
            failed = join(failed, outcome.whenFalse)
            enter(outcome.whenTrue)
        }
        return Outcome(whenTrue: current, whenFalse: failed)
    }

    /// The attribute that a class's pattern holds its next one against; `nil`: none, as `str(text)` means the whole.
    private func positionalName(_ index: Int, of cls: Value) -> Symbol? {
        guard case .class(let id)? = cls.only else {
            if case .external(let path)? = cls.only, paths[path].hasPrefix("builtins.") { return nil }
            return symbols.intern("<\(index)>")
        }
        if case .object(let listed)? = classAttribute(id, symbols.intern("__match_args__"))?.only,
            let names = object(listed)?.items, names.indices.contains(index),
            case .string(let name)? = names[index].only
        {
            return name
        }
        guard let fields = classes[id]?.fields, fields.indices.contains(index) else {
            return symbols.intern("<\(index)>")
        }
        return fields[index].name
    }

    /// False where a pattern is one of sequences and the value none, or the other way round.
    private func mayFit(_ pattern: Op, _ atom: Atom) -> Bool {
        guard pattern.flags != 0 else { return true }
        guard case .object(let id) = atom, let kind = object(id)?.kind else { return !atom.isConstant }
        switch kind {
        case .tuple, .list: return pattern.flags == 1
        case .dict: return pattern.flags == 2
        default: return true
        }
    }

    /// The patterns within a pattern, each with the part of the subject that it is held against.
    private func parts(of pattern: Op, _ subject: Value) -> [(pattern: UInt32, part: Value)] {
        let items = list(pattern.a)
        switch pattern.flags {
        case 1:
            let hasStar = items.contains { op($0).kind == .patternOther && list(op($0).a).isEmpty }
            return items.enumerated().map { index, pattern in
                (pattern, hasStar ? fresh() : item(of: subject, Value(.int(Int32(index))), op: pattern))
            }
        case 2:
            return stride(from: 0, to: items.count - 1, by: 2).map { index in
                (items[index + 1], item(of: subject, evaluate(op(items[index]).a), op: items[index]))
            }
        default: return items.map { ($0, fresh()) }
        }
    }
}
