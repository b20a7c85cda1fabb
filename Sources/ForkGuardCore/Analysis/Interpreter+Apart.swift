/// A forked child and its parent that go on in the same code, each with what it has made itself: they are followed apart to
/// the end of the block, and through the call of a function that returns in both.
extension Interpreter {
    /// Goes on from where two paths meet.
    func meet(_ first: State?, _ second: State?) {
        guard let first, let second, let child = childTest(first, second) else { return enter(join(first, second)) }
        let (inChild, inParent) = child.inChild ? (first, second) : (second, first)
        guard inChild.forks.count(where: \.isChildOnly) <= Limits.childrenApart else {
            return enter(join(first, second))
        }
        childApart = join(childApart, inChild)
        enter(inParent)
    }

    /// The child that a block has ended with beside its parent.
    func takeChildApart() -> State? {
        defer { childApart = nil }
        return childApart
    }

    /// The processes that a path may be which has forked and did not ask which of the two it is: of each child what its
    /// hooks have left.
    func processes(of path: State, depth: Int = 0) -> [State] {
        guard depth < Limits.childrenApart, let fork = path.forks.first(where: { !$0.isChildOnly })?.fork else {
            return [path]
        }
        enter(path)
        let sides = splitFork(fork, childWhen: true)
        return [sides.whenFalse, sides.whenTrue].compactMap { $0 }.flatMap { processes(of: $0, depth: depth + 1) }
    }

    func reunite() {
        guard let child = childApart else { return }
        childApart = nil
        enter(join(current, child))
    }

    // MARK: Calls

    /// What a call returns in a child that it has forked.
    struct ChildReturn {
        var state: State
        var value: Value
    }

    /// The statement's own call, whose result the child takes from where it was returned: `pid = start()`.
    struct OwnCall: Equatable {
        var op: UInt32
        var depth: Int
    }

    /// Evaluates a statement's value; where it is a call that returns in a forked child as well, `take` gets that
    /// one's value in its state, and the child goes on apart.
    func evaluateApart(_ index: UInt32, _ take: (Value) -> Void) {
        guard op(index).kind == .call, state.forks.count < Limits.childrenApart else {
            let value = evaluate(index)
            if isAlive { take(value) }
            return
        }
        let outer = (ownCall, childReturn)
        (ownCall, childReturn) = (OwnCall(op: index, depth: depth), nil)
        let value = evaluate(index)
        let child = childReturn
        (ownCall, childReturn) = outer
        if isAlive { take(value) }
        guard let child else { return }
        let parent = current
        enter(child.state)
        take(child.value)
        childApart = join(childApart, current)
        enter(parent)
        if !isAlive { reunite() }
    }

    /// `if start() == 0:` where `start` returns in a forked child as well: that one is asked for itself.
    func executeIf(_ statement: Op) {
        guard let call = askedCall(statement.a), state.forks.count < Limits.childrenApart else {
            return takeSides(of: statement)
        }
        let outer = (ownCall, childReturn)
        (ownCall, childReturn) = (OwnCall(op: call, depth: depth), nil)
        takeSides(of: statement)
        let child = childReturn
        (ownCall, childReturn) = outer
        guard let child else { return }
        let parent = current
        let younger = childApart
        childApart = nil
        enter(child.state)
        answered = (OwnCall(op: call, depth: depth), child.value)
        takeSides(of: statement)
        answered = nil
        let ended = join(current, childApart)
        childApart = nil
        meet(parent, join(ended, younger))
    }

    /// The call that a test consists of, or whose result it compares.
    private func askedCall(_ test: UInt32) -> UInt32? {
        let op = op(test)
        switch op.kind {
        case .call: return test
        case .not, .compare: return self.op(op.a).kind == .call ? op.a : nil
        default: return nil
        }
    }

    /// What a call has returned in the child, where the statement is run once more for it.
    func takeAnswer(of call: UInt32) -> Value? {
        guard let known = answered, known.call == OwnCall(op: call, depth: depth) else { return nil }
        answered = nil
        return known.value
    }

    /// Keeps the ways out of a function on which it has forked and is the child, if on others it is the parent.
    func setChildApart(_ callee: Frame, op: UInt32, environment: EnvironmentID?) {
        guard let own = ownCall, own.op == op, own.depth == depth, childReturn == nil else { return reunite() }
        let ends = [current, childApart].compactMap { $0 }.map { (state: $0, value: Value.none) }
        let all = ends + callee.returns
        defer { reunite() }
        guard all.count > 1 else { return }
        let isChild = { (state: State) in state.forks.contains(where: \.isChildOnly) }
        guard all.contains(where: { isChild($0.state) }), all.contains(where: { !isChild($0.state) }) else { return }
        var child: ChildReturn?
        for item in all where isChild(item.state) {
            var left = item.state
            if let environment { left.environments[environment] = nil }
            let value = child.map { $0.value.joined(with: item.value) } ?? item.value
            child = (join(child?.state, left)).map { ChildReturn(state: $0, value: value) }
        }
        childReturn = child
        callee.returns.removeAll { isChild($0.state) }
        childApart = nil
        if isAlive, isChild(state) { isAlive = false }
    }

    /// The unknown truth value that stands for `True` and `False`, where one test, or which process it is, has told which of
    /// them is returned.
    ///
    /// - Parameter end: where both meet.
    func answer(_ returns: [(state: State, value: Value)], _ value: Value, _ end: inout State?) -> Value? {
        guard value.atoms.count == 2, value.atoms.contains(.bool(true)), value.atoms.contains(.bool(false)) else {
            return nil
        }
        var sides: (yes: State?, no: State?)
        for item in returns {
            switch item.value.only {
            case .bool(true)?: sides.yes = join(sides.yes, item.state)
            case .bool(false)?: sides.no = join(sides.no, item.state)
            default: return nil
            }
        }
        guard var yes = sides.yes, var no = sides.no else { return nil }
        if let told = told(yes, no) { return told }
        // Nothing tells them apart but what they have touched.
        let literals = distinguish(&yes, &no).map { Assumption.Literal(assumption: $0.key, answer: $0.value) }
        guard let literal = literals.min(by: Assumption.Literal.precede), case .opaque(let number)? = fresh().only
        else { return nil }
        namedTests[number] = literal
        end = join(yes, no)
        return Value(.opaque(number))
    }
}

extension Interpreter {
    // MARK: What os.fork gave

    func comparePid(_ fork: Int32, _ relation: CompareOperator, _ number: Int32) -> Outcome {
        switch (relation, number) {
        case (.equal, 0), (.is, 0), (.less, 1), (.lessEqual, 0): return splitFork(fork, childWhen: true)
        case (.greater, 0), (.greaterEqual, 1): return splitFork(fork, childWhen: false)
        case (.less, 0), (.equal, -1): return Outcome(whenTrue: nil, whenFalse: state)
        case (.greaterEqual, 0): return Outcome(whenTrue: state, whenFalse: nil)
        default: return Outcome(whenTrue: state, whenFalse: state)
        }
    }

    /// The state of a child in which the hooks registered for it have run, as far as they come to an end.
    private func afterHooks(_ child: State) -> State? {
        guard !child.arrangements.childHooks.isEmpty else { return child }
        let parent = current
        enter(child)
        for hook in child.arrangements.childHooks where isAlive { runHook(hook, op: 0) }
        let result = current
        enter(parent)
        return result
    }

    func splitFork(_ fork: Int32, childWhen: Bool) -> Outcome {
        guard let mine = state.forks.first(where: { $0.fork == fork }) else {
            // This path is the parent's already.
            return childWhen ? Outcome(whenTrue: nil, whenFalse: state) : Outcome(whenTrue: state, whenFalse: nil)
        }
        var child = state
        child.forks = child.forks.map { $0.fork == fork ? ActiveFork(fork: fork, isChildOnly: true) : $0 }
        var parent: State? = state
        parent?.forks.removeAll { $0.fork == fork }
        parent?.forksAsParent.insert(fork)
        if mine.isChildOnly { parent = nil } else { child = afterHooks(child) ?? child }
        return childWhen ? Outcome(whenTrue: child, whenFalse: parent) : Outcome(whenTrue: parent, whenFalse: child)
    }
}
