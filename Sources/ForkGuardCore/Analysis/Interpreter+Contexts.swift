/// Context managers: entered, and left on every way out of a block.
extension Interpreter {
    func executeWith(_ items: ArraySlice<UInt32>, _ statement: Op) {
        guard let first = items.first else { return execute(block: statement.b) }
        let item = op(first)
        let context = evaluate(item.a)
        guard isAlive else { return }
        with(context, op: item.a) { [self] value in
            if item.b != .max { assign(item.b, value) }
            executeWith(items.dropFirst(), statement)
            // Leaving it awaits: `async with asyncio.TaskGroup()`.
            if statement.flags == 1, isAlive { runTasks(op: item.a) }
        }
    }

    /// Enters a context manager, runs `body` with what it gives, and leaves it.
    func with(_ context: Value, op: UInt32, _ body: @escaping (Value) -> Void) {
        if case .object(let id)? = context.only, let object = object(id), object.kind == .contextManager,
            case .object(let generator)? = object.items.first?.only
        {
            return withGenerator(generator, op: op, body)
        }
        let entered = enterContext(context, op: op)
        guard isAlive else { return }
        state.freeze()
        let before = state
        let swallows = swallowsExceptions(context, op: op)
        if swallows { frame.catching += 1 }
        var exits = waysOut {
            body(entered)
            if swallows, !(isAlive && state.hasLetGo(since: before)) { enter(join(current, before)) }
        }
        if swallows {
            frame.catching -= 1
            // What raised in the block goes on after it, with what was done until then.
            for item in exits.raises where !item.isSystemExit { enter(join(current, item.state)) }
            exits.raises.removeAll { !$0.isSystemExit }
        }
        var end = current
        let raises = exits.raises
        exits.raises = []
        leave(exits) { [self] in leaveContext(context, op: op) }
        var swallowed: State?
        for item in raises {
            enter(item.state)
            let raised = fresh()
            if case .opaque(let number)? = raised.only { madeByClass.insert(number) }
            let answer = leaveContext(context, raised: raised, op: op)
            guard isAlive else { continue }
            // What a manager of the program surely swallows.
            if answer.atoms.contains(.bool(true)) { swallowed = join(swallowed, state) }
            if answer != Value(.bool(true)) { frame.raises.append((state, item.isSystemExit)) }
        }
        enter(end)
        if isAlive { leaveContext(context, op: op) }
        end = join(current, swallowed)
        enter(end)
    }

    /// The same for a manager that is a generator: on each way out of `body` what stands after its `yield` runs.
    private func withGenerator(_ generator: ObjectID, op: UInt32, _ body: @escaping (Value) -> Void) {
        state.freeze()
        let start = state
        var exits = WaysOut()
        runGenerator(generator, once: true, op: op) { [self] value in exits = waysOut { body(value) } }
        let end = current
        leave(joined(exits)) { [self] in
            let left = state
            enter(start)
            resumeGenerator(generator, from: left, op: op)
        }
        enter(end)
    }

    /// How a block was left, but for its end.
    private struct WaysOut {
        var returns: [(state: State, value: Value)] = []
        var raises: [(state: State, isSystemExit: Bool)] = []
        var breaks: State?
        var continues: State?
    }

    /// Runs a block, and keeps to itself how it was left.
    private func waysOut(_ body: () -> Void) -> WaysOut {
        let loop = frame.loops.last
        let outer = WaysOut(
            returns: frame.returns, raises: frame.raises, breaks: loop?.breaks, continues: loop?.continues)
        (frame.returns, frame.raises) = ([], [])
        loop?.breaks = nil
        loop?.continues = nil
        let own = frame
        body()
        let result = WaysOut(returns: own.returns, raises: own.raises, breaks: loop?.breaks, continues: loop?.continues)
        (own.returns, own.raises) = (outer.returns, outer.raises)
        loop?.breaks = outer.breaks
        loop?.continues = outer.continues
        return result
    }

    /// The same with the states of each kind joined: the manager's rest is run for each.
    private func joined(_ exits: WaysOut) -> WaysOut {
        var result = exits
        let value = exits.returns.reduce(Value.nothing) { $0.joined(with: $1.value) }
        let returned = exits.returns.reduce(State?.none) { join($0, $1.state) }
        result.returns = returned.map { [($0, value)] } ?? []
        result.raises = [false, true].compactMap { isExit in
            exits.raises.filter { $0.isSystemExit == isExit }.reduce(State?.none) { join($0, $1.state) }.map {
                ($0, isExit)
            }
        }
        return result
    }

    /// Runs `close` on every way out of a block, and lets each go on from there.
    private func leave(_ exits: WaysOut, _ close: () -> Void) {
        for item in exits.returns {
            enter(item.state)
            close()
            if isAlive { frame.returns.append((state, item.value)) }
        }
        for item in exits.raises {
            enter(item.state)
            close()
            if isAlive { frame.raises.append((state, item.isSystemExit)) }
        }
        guard let loop = frame.loops.last else { return }
        if let state = exits.breaks {
            enter(state)
            close()
            loop.breaks = join(loop.breaks, current)
        }
        if let state = exits.continues {
            enter(state)
            close()
            loop.continues = join(loop.continues, current)
        }
    }

    /// Managers after which a program goes on although the block has raised.
    private static let swallowing = ["contextlib.suppress", "pytest.raises", "TestCase.assertRaises"]

    private func swallowsExceptions(_ context: Value, op index: UInt32) -> Bool {
        let call = op(index)
        if call.kind == .call, let name = pathName(call.a, in: frame.module),
            Self.swallowing.contains(where: name.contains)
        {
            return true
        }
        for case .object(let id) in context.atoms {
            guard case .external(let path)? = object(id)?.kind else { continue }
            if Self.swallowing.contains(where: paths[path].contains) { return true }
        }
        return false
    }

    // MARK: Entering and leaving

    func enterContext(_ context: Value, op: UInt32) -> Value {
        if context.atoms.isEmpty { return fresh() }
        return alternatives(context.atoms) { atom in
            if case .opaque(let number) = atom { return element(ofUnknown: number) }
            guard case .object(let id) = atom, let object = object(id) else { return fresh() }
            switch object.kind {
            case .instance(let cls):
                for name in [names.enter, names.asyncEnter] {
                    if let value = callSpecial(atom, name, Arguments(), op: op) {
                        guard isAlive else { return .nothing }
                        // What starts a process gives nothing back; as a manager it is itself.
                        if classAttribute(cls, name) == nil, value == .none { return Value(atom) }
                        return name == names.asyncEnter ? awaitValue(value, op: op) : value
                    }
                }
                return Value(atom)
            case .external:
                if isPatch(id) { return applyPatch(id, op: op) }
                let inner = object.attributes[symbols.intern("<inner>")]
                if case .external(let path) = object.kind, let arguments = object.arguments,
                    rules.catalog.launchers.contains(where: { $0.defaultsFrom.contains(paths[path]) })
                {
                    state.arrangements.defaultsInForce[path] = arguments
                }
                if case .external(let path) = object.kind, let arguments = object.arguments {
                    setArguments(rules.facts(settingContext(path)).setters, arguments)
                }
                _ = callSpecial(atom, names.enter, Arguments(), op: op)
                if isAlive { _ = callSpecial(atom, names.asyncEnter, Arguments(), op: op) }
                return inner ?? Value(atom)
            case .proxy: return enterContext(call(object.inner, Arguments(), op: op), op: op)
            case .contextManager:
                // Entered through a stack, which runs the other half when it is left.
                guard case .object(let generator)? = object.items.first?.only else { return fresh() }
                var value = Value.nothing
                var entered: State?
                runGenerator(generator, once: true, op: op) { [self] given in
                    value = value.joined(with: given)
                    entered = join(entered, state)
                    isAlive = false
                }
                enter(entered)
                return value
            default: return Value(atom)
            }
        }
    }

    /// What was pushed on an exit stack runs, last first; `closing` closes.
    private func leaveExternal(_ id: ObjectID, op: UInt32) {
        guard let object = object(id), case .external(let path) = object.kind else { return }
        state.arrangements.defaultsInForce[path] = nil
        unsetArguments(rules.facts(settingContext(path)).setters)
        forgetLocals(of: settingContext(path))
        if paths[path].hasSuffix("ExitStack") {
            for item in object.items.reversed() where isAlive {
                if isCallable(item) { _ = call(item, Arguments(), op: op) } else { leaveContext(item, op: op) }
            }
        } else if isPatch(id) {
            undoPatch(id, op: op)
        } else if let inner = object.attributes[symbols.intern("<inner>")] {
            switch paths[path] {
            case "contextlib.closing()": close(inner, by: "close", op: op)
            case "contextlib.aclosing()": close(inner, by: "aclose", op: op)
            default: break
            }
        }
    }

    private func close(_ value: Value, by method: String, op: UInt32) {
        let close = attribute(of: value, symbols.intern(method), op: op)
        if case .externalMember? = close.only {
            _ = call(close, Arguments(), op: op)
        } else if isCallable(close) {
            _ = awaitValue(call(close, Arguments(), op: op), op: op)
        }
    }

    /// - Parameter raised: what the block raised, if it did.
    /// - Returns: what the managers say of that: where it is true, the exception is none any more.
    @discardableResult
    func leaveContext(_ context: Value, raised: Value? = nil, op: UInt32) -> Value {
        var result = Value.nothing
        for atom in context.atoms where isAlive {
            if case .object(let id) = atom, case .external? = object(id)?.kind {
                leaveExternal(id, op: op)
                guard isAlive else { return .nothing }
            }
            if case .object(let id) = atom, let manager = object(id), manager.kind == .contextManager,
                case .object(let generator)? = manager.items.first?.only
            {
                resumeGenerator(generator, from: state, op: op)
            }
            let arguments = Arguments(positional: Array(repeating: raised ?? .none, count: 3))
            for name in [names.exit, names.asyncExit] {
                if let value = callSpecial(atom, name, arguments, op: op), isAlive {
                    result = result.joined(with: awaitValue(value, op: op))
                }
            }
        }
        return result
    }
}
