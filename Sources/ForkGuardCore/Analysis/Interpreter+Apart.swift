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

    /// Keeps the ways out of a function on which it has forked and is the child, if on others it is the parent.
    func setChildApart(_ callee: Frame, op: UInt32, environment: EnvironmentID?) {
        guard let own = ownCall, own.op == op, own.depth == depth, childReturn == nil else { return }
        let others = isAlive ? [(state: state, value: Value.none)] : []
        let all = others + callee.returns
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
        if isAlive, isChild(state) { isAlive = false }
    }

    /// The unknown truth value that stands for `True` and `False`, where one test, or which process it is, has told which of
    /// them is returned.
    func answer(_ returns: [(state: State, value: Value)], _ value: Value) -> Value? {
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
        guard let yes = sides.yes, let no = sides.no else { return nil }
        return told(yes, no)
    }
}
