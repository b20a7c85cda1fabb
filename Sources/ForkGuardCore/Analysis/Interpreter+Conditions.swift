/// The states in which a test came out one way and the other; `nil`: it cannot.
struct Outcome {
    var whenTrue: State?
    var whenFalse: State?

    var swapped: Outcome { Outcome(whenTrue: whenFalse, whenFalse: whenTrue) }
}

extension Interpreter {
    /// Evaluates a test and splits the path: what each side learns of names and unknown values is kept in
    /// its state.
    func condition(_ index: UInt32) -> Outcome {
        guard index != .max, isAlive else { return Outcome(whenTrue: current, whenFalse: nil) }
        state.freeze()
        let op = op(index)
        switch op.kind {
        case .not: return condition(op.a).swapped
        case .and: return junction(list(op.a), stopsWhen: false)
        case .or: return junction(list(op.a), stopsWhen: true)
        case .compare:
            let left = evaluate(op.a)
            let right = evaluate(op.b)
            guard isAlive, let relation = CompareOperator(rawValue: op.flags) else { return Outcome() }
            return compare(relation, left, right, left: op.a, right: op.b)
        case .walrus:
            _ = evaluate(index)
            guard isAlive else { return Outcome() }
            return truth(of: lookUpTarget(op.a), location: op.a)
        case .call:
            if let outcome = typeTest(op) ?? attributeTest(op, index) ?? truthTest(op) ?? aliveTest(op, index) {
                return outcome
            }
            fallthrough
        default:
            let value = evaluate(index)
            guard isAlive else { return Outcome() }
            return truth(of: value, location: index)
        }
    }

    private func lookUpTarget(_ index: UInt32) -> Value {
        let op = op(index)
        return op.kind == .name ? lookUp(symbol(op.a)) : fresh()
    }

    /// `a and b`, `a or b`. On the side that joins several ways here it is remembered that not all of the answers hold which
    /// the other side has.
    private func junction(_ items: [UInt32], stopsWhen stop: Bool) -> Outcome {
        var stopped: State?
        var literals: [Assumption.Literal]? = []
        for item in items {
            guard isAlive else { break }
            let outcome = condition(item)
            if let yes = outcome.whenTrue, let no = outcome.whenFalse {
                literals = namedTest(stop ? no : yes, stop ? yes : no).flatMap { literal in
                    literals.map { $0 + [literal] }
                }
            }
            stopped = join(stopped, stop ? outcome.whenTrue : outcome.whenFalse)
            enter(stop ? outcome.whenFalse : outcome.whenTrue)
        }
        var through = current
        if let whole = literals.flatMap(together) {
            through?.assume(whole, true)
            stopped?.assume(whole, false)
        }
        return stop ? Outcome(whenTrue: stopped, whenFalse: through) : Outcome(whenTrue: through, whenFalse: stopped)
    }

    /// The question whether several have these answers; `nil`: it is one question, or too many.
    func together(_ literals: [Assumption.Literal]) -> Assumption? {
        var each: [Assumption.Literal] = []
        for literal in literals where !each.contains(literal) { each.append(literal) }
        return each.count > 1 && each.count <= Limits.literals ? .all(each) : nil
    }

    // MARK: Truth of a value

    func truth(of value: Value, location: UInt32) -> Outcome {
        if case .opaque(let number)? = value.only, let test = childTests[number] {
            return splitFork(test.fork, childWhen: test.inChild)
        }
        if case .opaque(let number)? = value.only, let test = namedTests[number] {
            return ask(test)
        }
        if let atom = value.only, let subject = subject(atom) {
            return ask(Assumption(subject: subject, question: .truthy))
        }
        if case .pid(let fork)? = value.only { return splitFork(fork, childWhen: false) }
        if case .object(let id)? = value.only, let object = object(id) {
            switch object.kind {
            case .instance:
                if callSpecial(.object(id), names.boolean, Arguments(), op: location) == nil {
                    _ = callSpecial(.object(id), names.length, Arguments(), op: location)
                }
                guard isAlive else { return Outcome() }
            default: break
            }
        }
        if let flag = flag(value, location) { return ask(Assumption(subject: flag, question: .truthy)) }
        var outcome = split(value, location: location) { self.truth(of: $0) }
        if let atom = value.only, let side = outcome.whenFalse { outcome.whenFalse = letGoOfElements(atom, side) }
        return outcome
    }

    /// Where a collection is empty that only one of two paths has put handles into, the other path has come here, on
    /// which nobody has made them.
    private func letGoOfElements(_ atom: Atom, _ side: State) -> State {
        guard case .object(let id) = atom, let object = object(id), object.lacks == .putInAtTimes else { return side }
        var side = side
        for case .object(let element) in object.element.atoms {
            let handle = self.object(element)?.root ?? element
            for key in side.touched.keys where key.object == handle || key.object == element { side.touched[key] = nil }
        }
        return side
    }

    /// A variable that is unknown or was set to `True` on one way here: where it is asked a second time the answer is
    /// that of the first time. From here on it is one unknown value.
    private func flag(_ value: Value, _ location: UInt32) -> Int32? {
        guard value.atoms.count > 1, value.atoms.count(where: { subject($0) != nil }) == 1,
            value.atoms.allSatisfy({ if case .bool = $0 { true } else { subject($0) != nil } })
        else { return nil }
        let unknown = fresh()
        guard case .opaque(let number)? = unknown.only, refine(location, from: value, to: unknown.atoms) else {
            return nil
        }
        return number
    }

    private func truth(of atom: Atom) -> Bool? {
        guard case .object(let id) = atom, let object = object(id) else { return atom.truth }
        switch object.kind {
        case .tuple, .list, .set, .dict:
            if object.rest != .nothing || !object.lacks.isEmpty { return nil }
            return object.kind == .tuple ? !object.items.isEmpty : object.items.isEmpty ? nil : true
        case .instance(let cls):
            let hasOwn = classAttribute(cls, names.boolean) != nil || classAttribute(cls, names.length) != nil
            return hasOwn ? nil : true
        case .external(let path): return rules.facts(paths[path]).isClass ? true : nil
        default: return true
        }
    }

    /// Sends each alternative of a value to the sides it can be on.
    func split(_ value: Value, location: UInt32, _ decide: (Atom) -> Bool?) -> Outcome {
        var yes: [Atom] = []
        var no: [Atom] = []
        for atom in value.atoms {
            switch decide(atom) {
            case true?: yes.append(atom)
            case false?: no.append(atom)
            case nil:
                yes.append(atom)
                no.append(atom)
            }
        }
        let start = state
        var outcome = Outcome()
        if !yes.isEmpty {
            refine(location, from: value, to: yes)
            outcome.whenTrue = knowing(value, isOneOf: yes, location: location)
            state = start
        }
        if !no.isEmpty {
            refine(location, from: value, to: no)
            outcome.whenFalse = knowing(value, isOneOf: no, location: location)
        }
        return outcome
    }

    /// Keeps in a name or attribute only the alternatives that fit the side taken; false where there is neither.
    @discardableResult
    private func refine(_ location: UInt32, from value: Value, to atoms: some Collection<Atom>) -> Bool {
        guard location != .max, atoms.count < value.atoms.count else { return false }
        // Knowing more of a value is no change of it.
        let written = (lowestObjectWritten, lowestScopeWritten)
        let changes = state.changes
        defer {
            (lowestObjectWritten, lowestScopeWritten) = written
            state.changes = changes
        }
        let op = op(location)
        switch op.kind {
        case .name:
            let name = symbol(op.a)
            if let id = scopeHolding(name) {
                writeScope(id) { $0.variables[name] = Value(atoms) }
            } else {
                state.globals[GlobalKey(module: frame.module, name: name)] = Value(atoms)
            }
            return true
        case .attribute:
            let base = self.op(op.a)
            guard base.kind == .name else { return false }
            let name = symbol(op.b)
            switch lookUp(symbol(base.a)).only {
            case .object(let id)?:
                guard object(id)?.attributes[name] != nil else { return false }
                update(id) { $0.attributes[name] = Value(atoms) }
            case .opaque(let whole)?:
                let part = part(whole, name)
                guard state.parts[part] != nil else { return false }
                state.parts[part] = Value(atoms)
            default: return false
            }
            return true
        default: return false
        }
    }

    // MARK: Questions to unknown values

    private func ask(_ literal: Assumption.Literal) -> Outcome {
        let outcome = ask(literal.assumption)
        return literal.answer ? outcome : outcome.swapped
    }

    /// Splits on a question to an unknown value, unless the path has its answer already.
    func ask(_ assumption: Assumption) -> Outcome {
        if assumption.subject == Opaque.anything { return Outcome(whenTrue: state, whenFalse: state) }
        if let known = state.assumptions[assumption] {
            return known ? Outcome(whenTrue: state, whenFalse: nil) : Outcome(whenTrue: nil, whenFalse: state)
        }
        if state.assumptions.exclude(assumption, true) { return Outcome(whenTrue: nil, whenFalse: state) }
        if state.assumptions.exclude(assumption, false) { return Outcome(whenTrue: state, whenFalse: nil) }
        var outcome = Outcome(whenTrue: state, whenFalse: state)
        outcome.whenTrue?.assume(assumption, true)
        outcome.whenFalse?.assume(assumption, false)
        // Where several have their answers, each has its own.
        if case .all(let literals) = assumption.question {
            for literal in literals { outcome.whenTrue?.assume(literal.assumption, literal.answer) }
        }
        return outcome
    }

    /// What questions about an unknown value are remembered by; `nil`: the value is known.
    func subject(_ atom: Atom) -> Int32? {
        switch atom {
        case .opaque(let id): return id
        case .external(let path):
            if isWorkersAnswer(path) { return nil }
            let facts = rules.facts(paths[path])
            return facts.isClass || !facts.launchers.isEmpty || paths[path] == "sys.version_info" ? nil : part(-2, path)
        case .externalMember(let path, let object): return part(-3 - object, path)
        case .object(let id):
            guard case .external(let path)? = object(id)?.kind, !rules.facts(paths[path]).isClass else { return nil }
            return member(id, names.boolean)
        default: return nil
        }
    }

    // MARK: Comparisons

    func compare(
        _ relation: CompareOperator, _ left: Value, _ right: Value, left location: UInt32, right other: UInt32 = .max
    ) -> Outcome {
        switch relation {
        case .notEqual, .isNot, .notIn:
            return compare(relation.negated, left, right, left: location, right: other).swapped
        case .in:
            return textMembership(left, right, location: other) ?? membership(left, right, location: location)
        default: break
        }
        if case .pid(let fork)? = left.only, case .int(let number)? = right.only {
            return comparePid(fork, relation, number)
        }
        if case .pid(let fork)? = right.only, case .int(let number)? = left.only, relation == .equal {
            return comparePid(fork, relation, number)
        }
        // A number that was asked for before the fork is the parent's.
        for (own, other) in [(left, right), (right, left)] where relation == .equal {
            if case .opaque(let number)? = own.only, let fork = ownPids[number], case .string? = other.only {
                return splitFork(fork, childWhen: false)
            }
        }
        if relation == .is || relation == .equal, case .bool(let flag)? = right.only,
            case .opaque(let number)? = left.only, let test = namedTests[number]
        {
            return flag ? ask(test) : ask(test).swapped
        }
        if let decided = compareVersions(relation, left, right) {
            return decided ? Outcome(whenTrue: state, whenFalse: nil) : Outcome(whenTrue: nil, whenFalse: state)
        }
        if relation == .equal, let outcome = compareSpelled(left, right) { return outcome }
        if relation == .equal, let answer = areSameProcess(left, right) ?? areEqual(left, tuple: right) {
            return answer ? Outcome(whenTrue: state, whenFalse: nil) : Outcome(whenTrue: nil, whenFalse: state)
        }
        let asksForNone = right == .none && (relation == .is || relation == .equal)
        if asksForNone, let mine = left.only, isMade(mine) { return Outcome(whenTrue: nil, whenFalse: state) }
        if let mine = left.only, let subject = subject(mine), let atom = right.only, atom.isConstant {
            switch relation {
            case .is, .equal:
                let question: Assumption.Question = atom == .none ? .isNone : .equals(atom)
                return ask(Assumption(subject: subject, question: question))
            case .greaterEqual:
                return ask(Assumption(subject: subject, question: .compares(.less, atom))).swapped
            case .lessEqual:
                return ask(Assumption(subject: subject, question: .compares(.greater, atom))).swapped
            default: return ask(Assumption(subject: subject, question: .compares(relation, atom)))
            }
        }
        guard let atom = right.only, atom.isConstant else { return Outcome(whenTrue: state, whenFalse: state) }
        let asked = askEach(relation, left, atom) ?? askUnknown(relation, left, atom, location)
        if let outcome = asked ?? askMember(relation, left, atom, location) { return outcome }
        return split(left, location: location) {
            asksForNone && self.isMade($0) ? false : Self.decide(relation, $0, atom)
        }
    }

    /// A number that is a constant (`0`) or unknown: on the side where the constant cannot be, it is the unknown one with
    /// that answer; on the other it is from here on one unknown value with the other answer.
    private func askUnknown(_ relation: CompareOperator, _ left: Value, _ right: Atom, _ location: UInt32) -> Outcome? {
        let unknown = left.atoms.filter { subject($0) != nil }
        let constants = left.atoms.compactMap { atom in Self.decide(relation, atom, right) }
        guard case .int = right, [.less, .lessEqual, .greater, .greaterEqual].contains(relation),
            let mine = unknown.first, unknown.count == 1, !constants.isEmpty,
            constants.count + 1 == left.atoms.count, Set(constants).count == 1
        else { return nil }
        let isOut = constants[0]
        let start = state
        guard refine(location, from: left, to: [mine]) else { return nil }
        var own = Outcome()
        if let side = knowing(left, isOneOf: [mine], location: location) {
            enter(side)
            own = compare(relation, Value(mine), Value(right), left: .max)
        }
        enter(start)
        let merged = fresh()
        refine(location, from: left, to: merged.atoms)
        let other = compare(relation, merged, Value(right), left: .max)
        enter(start)
        return isOut
            ? Outcome(whenTrue: other.whenTrue, whenFalse: own.whenFalse)
            : Outcome(whenTrue: own.whenTrue, whenFalse: other.whenFalse)
    }

    /// A number of two origins (`num_workers`, given or read from a file) is asked for both: it is one of them.
    private func askEach(_ relation: CompareOperator, _ left: Value, _ right: Atom) -> Outcome? {
        let subjects = left.atoms.compactMap { $0.isOpaque ? subject($0) : nil }
        guard case .int = right, relation == .greater || relation == .less, subjects.count == left.atoms.count,
            subjects.count == 2, !subjects.contains(Opaque.anything)
        else { return nil }
        var outcome = Outcome(whenTrue: state, whenFalse: state)
        for subject in subjects {
            let assumption = Assumption(subject: subject, question: .compares(relation, right))
            if state.assumptions[assumption] != nil { return nil }
            outcome.whenTrue?.assume(assumption, true)
            outcome.whenFalse?.assume(assumption, false)
        }
        return outcome
    }

    /// A member of an enumeration that nobody knows: the answer is remembered, beside what it leaves of the members.
    private func askMember(_ relation: CompareOperator, _ left: Value, _ right: Atom, _ location: UInt32) -> Outcome? {
        let unknown = left.atoms.filter(\.isOpaque)
        guard relation == .is || relation == .equal, unknown.count == 1, case .opaque(let number) = unknown[0],
            enumerated.contains(number)
        else { return nil }
        let assumption = Assumption(subject: number, question: .equals(right))
        if state.assumptions[assumption] != nil || state.assumptions.exclude(assumption, true) {
            return ask(assumption)
        }
        var outcome = split(left, location: location) { Self.decide(relation, $0, right) }
        outcome.whenTrue?.assume(assumption, true)
        outcome.whenFalse?.assume(assumption, false)
        return outcome
    }

    /// True for what a class outside the program has made: that is an object of it, never None.
    private func isMade(_ atom: Atom) -> Bool {
        switch atom {
        case .opaque(let id): return madeByClass.contains(id)
        case .object(let id):
            guard case .external(let path)? = object(id)?.kind else { return false }
            return Self.isClassName(paths[path])
        case .external(let path): return isWorkersAnswer(path)
        default: return false
        }
    }

    /// What a worker is told of itself.
    private func isWorkersAnswer(_ path: PathID) -> Bool {
        paths[path].hasSuffix("()") && rules.workerQuestions.contains(String(paths[path].dropLast(2)))
    }

    /// `requests.auth.HTTPBasicAuth`, called or not: by custom only classes have such names.
    static func isClassName(_ path: String) -> Bool {
        guard let name = path.split(separator: ".").last, let first = name.utf8.first else { return false }
        // Functions that are written like classes and stand for a default: `PrivateAttr(default=None)`.
        if ["PrivateAttr", "Field", "Depends", "Query", "Body", "Option", "Argument"].contains(
            name.prefix { $0 != "(" })
        {
            return false
        }
        // `X()()` is what an object made of a class gives when it is called.
        let isUpper = first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
        return isUpper && !name.hasSuffix("()()")
            && name.utf8.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }

    private static func decide(_ relation: CompareOperator, _ left: Atom, _ right: Atom) -> Bool? {
        if left.isOpaque { return nil }
        if case .pid = left { return right == .none ? false : nil }
        switch relation {
        case .equal, .is:
            switch (left, right) {
            case (.object, .none), (.external, .none), (.externalMember, .none): return false
            case (.external, _), (.externalMember, _), (.object, _): return nil
            case (.int(let number), .bool(let flag)), (.bool(let flag), .int(let number)):
                return relation == .equal ? (number == 1) == flag && (number == 0 || number == 1) : nil
            default: return left == right
            }
        default:
            guard case .int(let mine) = left, case .int(let theirs) = right else { return nil }
            switch relation {
            case .less: return mine < theirs
            case .lessEqual: return mine <= theirs
            case .greater: return mine > theirs
            case .greaterEqual: return mine >= theirs
            default: return nil
            }
        }
    }

    /// `sys.version_info >= (3, 12)`.
    private func compareVersions(_ relation: CompareOperator, _ left: Value, _ right: Value) -> Bool? {
        guard case .external(let path)? = left.only, paths[path] == "sys.version_info",
            case .object(let id)? = right.only, let object = object(id), object.kind == .tuple, !object.items.isEmpty
        else { return nil }
        let parts = object.items.prefix(2).map { value -> Int32? in
            if case .int(let number)? = value.only { return number }
            return nil
        }
        guard let major = parts[0] else { return nil }
        let mine = (Int32(3), Int32(environment.python.minor))
        guard parts.count == 2, let minor = parts[1] else {
            // `(3,)` is less than any `(3, n)`.
            switch relation {
            case .less, .lessEqual: return mine.0 < major
            case .greater, .greaterEqual: return mine.0 >= major
            default: return false
            }
        }
        switch relation {
        case .less: return mine < (major, minor)
        case .lessEqual: return mine < (major, minor)
        case .greater, .greaterEqual: return mine >= (major, minor)
        default: return nil
        }
    }
}
