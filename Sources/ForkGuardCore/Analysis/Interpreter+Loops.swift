/// Rounds of loops.
extension Interpreter {
    private var roundsHere: Int { frame.loops.count < 2 ? Limits.loopRounds : 1 }

    /// Runs `round` until it brings nothing new; it leaves in `state` where the loop goes on, and returns
    /// the state in which the loop is left by its own test. `again`, where given, is asked after each round, and says in which
    /// state there is another one: the loop runs at least once, and is left by that answer alone. `last`, where given, is the
    /// test that the end of the last round meets; without it that end is taken to leave the loop as it is.
    ///
    /// - Returns: whether the loop's own test may end it.
    @discardableResult
    func loop(isEndless: Bool, again: (() -> Outcome)? = nil, last: (() -> Outcome)? = nil, _ round: (Int) -> State?)
        -> Bool
    {
        let exits = LoopExits()
        let rounds = roundsHere
        var left: State?
        var before = state.signature
        for number in 0..<Limits.loopRounds {
            // An inner loop that no round has ended yet may be ended by one more.
            guard number < rounds || again != nil && left == nil else { break }
            state.freeze()
            let start = state
            frame.loops.append(exits)
            left = join(left, round(number))
            frame.loops.removeLast()
            var back = join(current, exits.continues)
            exits.continues = nil
            if let again, let end = back {
                enter(end)
                let outcome = again()
                left = join(left, outcome.whenFalse)
                back = outcome.whenTrue
            }
            guard let back else { isAlive = false; break }
            // The second round begins where the first has ended; where a later one does, several may have.
            enter(number == 0 ? back : join(start, back))
            if number > 0 {
                let after = state.signature
                if after == before { break }
                before = after
            }
        }
        let isLeft = !isEndless && (again == nil || left != nil)
        // The last round's end meets the test once more; an endless loop is left by `break` alone.
        if !isLeft {
            if background == nil { runBeside() }
            background?.reached = join(background?.reached, current)
        }
        if isLeft, again == nil {
            let end = current
            let outcome = isAlive ? last?() : nil
            left = join(left, outcome?.whenFalse ?? end)
        }
        meet(left, exits.breaks)
        return isLeft
    }

    func executeWhile(_ statement: Op) {
        let start = state
        let first = condition(statement.a)
        // What constants decide where the loop begins, the body may change: only a literal holds for ever.
        let holdsAtFirst = first.whenFalse == nil
        let isEndless = holdsAtFirst && [.true, .int].contains(op(statement.a).kind)
        enter(start)
        let again = holdsAtFirst && !isEndless ? { [self] in condition(statement.a) } : nil
        let elements = start.touched.isEmpty ? .nothing : elementsNamed(byHead: statement.a)
        let released = LoopReleases()
        // `while thread.is_alive()` is left when it is no more.
        let last = op(statement.a).kind == .call ? { [self] in condition(statement.a) } : nil
        let isLeft = loop(isEndless: isEndless, again: again, last: last) { _ in
            let outcome = condition(statement.a)
            enter(outcome.whenTrue)
            let before = LoopReleases.Before(state)
            if isAlive { execute(block: statement.b) }
            note(released, of: elements, since: before)
            return holdsAtFirst ? nil : outcome.whenFalse
        }
        if !released.isEmpty, !mayBreak(statement.b) { forget(released) }
        guard isAlive, isLeft, statement.c != .max else { return }
        reunite()
        execute(block: statement.c)
    }

    func executeFor(_ statement: Op) {
        let pair = op(statement.c)
        var iterable = evaluate(statement.b)
        // What asking for the elements does it does without any, too.
        if isAlive, let asked = iterable.only.flatMap(iteratedMember) { iterable = Value(.opaque(asked)) }
        guard isAlive else { return }
        if iterable.atoms.contains(where: isEmptyCollection) { noteEscapeFromProbe() }
        if runsNoRound(statement.b, iterable) {
            if pair.b != .max { execute(block: pair.b) }
            return
        }
        let runsAtLeastOnce = isNonEmpty(iterable)
        let mayRunNever = runsAtLeastOnce && mayBeEmpty(iterable)
        state.freeze()
        let before = state
        let exits = LoopExits()
        var ended: State?
        // The rounds over what nobody knows meet there.
        let isMet = iterable.atoms.allSatisfy(\.isOpaque)
        let released = LoopReleases()
        let elements = before.touched.isEmpty ? .nothing : elementsNamed(byHead: statement.b)
        let index = frame.statement
        consume(iterable) { [self] element in
            // What is iterated next is iterated by the loop, not by the last statement of its body.
            defer { frame.statement = index }
            let before = LoopReleases.Before(state)
            frame.loops.append(exits)
            assign(statement.a, element)
            execute(block: pair.a)
            frame.loops.removeLast()
            enter(join(current, exits.continues))
            exits.continues = nil
            note(released, of: element.joined(with: elements), since: before)
            if !isMet { ended = join(ended, current) }
        }
        // Where there surely is an element, the state before the loop is none after it; where each is run for itself, or a
        // generator runs to its end, nor is that between two of them.
        let endsWithLast = isMet || isRunOneByOne(iterable) || isGenerator(iterable)
        enter(endsWithLast ? current : runsAtLeastOnce ? ended : join(before, join(ended, current)))
        forget(released)
        // No round comes to its end: `for error in errors: raise error`.
        if !isAlive, mayRunNever { enter(before) }
        if isAlive, pair.b != .max { execute(block: pair.b) }
        meet(current, exits.breaks)
    }

    /// A collection of which what it is known to hold may not be there.
    private func mayBeEmpty(_ value: Value) -> Bool {
        guard case .object(let id)? = value.only, let object = object(id) else { return false }
        return !object.lacks.isEmpty
    }

    /// A collection without elements as yet.
    func isEmptyCollection(_ atom: Atom) -> Bool {
        guard case .object(let id) = atom, let object = object(id) else { return false }
        return object.kind == .list && object.items.isEmpty && object.rest == .nothing
    }
}
