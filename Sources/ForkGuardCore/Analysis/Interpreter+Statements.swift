extension Interpreter {
    func execute(block list: UInt32) {
        executeArm(list)
        reunite()
    }

    /// Runs a block whose end may be a forked child and its parent apart.
    func executeArm(_ list: UInt32) {
        if list != .max { executeAll(self.list(list)[...]) }
    }

    private func executeAll(_ statements: ArraySlice<UInt32>) {
        for (position, statement) in zip(statements.indices, statements) {
            guard isAlive else { return }
            execute(statement)
            guard let child = childApart else { continue }
            // What follows is run by each of the two processes with what it has made itself.
            childApart = nil
            let rest = statements[(position + 1)...]
            executeAll(rest)
            let parent = current
            let younger = childApart
            childApart = nil
            enter(child)
            executeAll(rest)
            let ended = join(current, childApart)
            childApart = nil
            return meet(parent, join(ended, younger))
        }
    }

    func execute(_ index: UInt32) {
        let op = op(index)
        frame.statement = index
        guard step() || definesName(op) else { return reachedLimit(place(index)) }
        switch op.kind {
        case .expression: evaluateApart(op.a) { _ in }
        case .assign: executeAssign(op)
        case .augmentedAssign:
            let old = evaluate(op.a)
            let added = evaluate(op.b)
            if isAlive { assign(op.a, changedInPlace(op, old, added) ?? extended(old, by: added)) }
        case .annotatedAssign: executeAnnotated(op)
        case .delete: for target in list(op.a) { delete(target) }
        case .return:
            guard op.a != .max else { return leave(with: .none) }
            evaluateApart(op.a) { [self] value in leave(with: value) }
            isAlive = false
        case .raise:
            if op.a != .max { _ = evaluate(op.a) }
            raise(isSystemExit: raisesSystemExit(op.a))
        case .assert:
            let outcome = condition(op.a)
            enter(outcome.whenTrue)
        case .break:
            if let loop = frame.loops.last { loop.breaks = join(loop.breaks, current) }
            isAlive = false
        case .continue:
            if let loop = frame.loops.last { loop.continues = join(loop.continues, current) }
            isAlive = false
        case .if:
            executeIf(op)
        case .while: executeWhile(op)
        case .for: executeFor(op)
        case .try: executeTry(op)
        case .with: executeWith(list(op.a)[...], op)
        case .match: executeMatch(op)
        case .importModule, .importFrom:
            importSite = index
            if op.kind == .importModule { importModule(op) } else { importFrom(op) }
        case .function: defineFunction(op)
        case .class: defineClass(op)
        default: _ = evaluate(index)
        }
    }

    /// Takes both sides; their ends may be a forked child and its parent apart.
    func takeSides(of op: Op) {
        let before = probe == nil ? nil : current
        let outcome = bothSides(of: condition(op.a), before)
        enter(outcome.whenTrue)
        let outer = scriptInBlock
        if frame.function == -1, asksForName(op.a) { scriptInBlock = frame.module }
        let returns = frame.returns.count
        if isAlive { executeArm(op.b) }
        scriptInBlock = outer
        let then = current
        if then == nil, frame.returns.count == returns + 1 {
            frame.openReturns.append((op.a, outcome.whenTrue?.touched ?? [:], returns))
        }
        let child = childApart
        childApart = nil
        enter(outcome.whenFalse)
        if isAlive { executeArm(op.c) }
        noteConditionals(of: op, then, current)
        childApart = join(child, childApart)
        let ends = letGoUnlessOpen(op.a, outcome, then, current)
        meet(ends.0, ends.1)
    }

    /// `__name__ == "__main__"`, alone or beside further tests.
    private func asksForName(_ test: UInt32) -> Bool {
        let op = op(test)
        switch op.kind {
        case .and: return list(op.a).contains(where: asksForName)
        case .compare:
            let left = self.op(op.a)
            return left.kind == .name && symbol(left.a) == names.name
        default: return false
        }
    }

    /// A top level that computes a lot still has the functions that stand below.
    private func definesName(_ op: Op) -> Bool {
        guard isPure, frame.function < 0 else { return false }
        return [.function, .class, .importModule, .importFrom].contains(op.kind)
    }

    private func leave(with value: Value) {
        frame.returns.append((state, value))
        isAlive = false
    }

    func raise(isSystemExit: Bool) {
        if isAlive { frame.raises.append((state, isSystemExit)) }
        isAlive = false
    }

    private func raisesSystemExit(_ exception: UInt32) -> Bool {
        guard exception != .max else { return false }
        var target = op(exception)
        if target.kind == .call { target = op(target.a) }
        return target.kind == .name && symbols[symbol(target.a)] == "SystemExit"
    }

    // MARK: Assignment

    private func executeAssign(_ statement: Op) {
        evaluateApart(statement.b) { [self] value in
            for target in list(statement.a) { assign(target, value) }
        }
    }

    private func executeAnnotated(_ statement: Op) {
        if statement.c != .max {
            let value = evaluate(statement.c)
            guard isAlive else { return }
            // A value nobody knows is at least of the type that is written down.
            if value.atoms.allSatisfy(\.isOpaque), let typed = instance(ofAnnotation: statement.b) {
                assign(statement.a, typed)
            } else {
                assign(statement.a, value)
            }
        }
    }

    func assign(_ target: UInt32, _ value: Value) {
        guard target != .max, isAlive else { return }
        let op = op(target)
        switch op.kind {
        case .name: if op.flags == 1 { assignExisting(symbol(op.a), value) } else { assignName(symbol(op.a), value) }
        case .attribute:
            let base = evaluate(op.a)
            setAttribute(of: base, symbol(op.b), value, op: target)
        case .subscript:
            let base = evaluate(op.a)
            let key = evaluate(op.b)
            if isSlice(op.b) { return replaceSlice(of: base, value) }
            setItem(of: base, key, value, op: target)
        case .tuple, .list: unpack(list(op.a), value)
        case .starred: assign(op.a, make(Object(kind: .list, rest: elements(of: value))))
        default: break
        }
    }

    func assignName(_ name: Symbol, _ value: Value) {
        if frame.environment < 0 || frame.declaredGlobal.contains(name) {
            if isPure { importedNames[GlobalKey(module: frame.module, name: name)] = nil }
            events += 1
            if frame.function >= 0 {
                noteChange(of: name, in: frame.module, value)
            } else if case .object(let id)? = value.only {
                globalObjects.insert(id)
            }
            state.globals[GlobalKey(module: frame.module, name: name)] = value
            untie(.global(GlobalKey(module: frame.module, name: name)))
            return
        }
        if frame.declaredNonlocal.contains(name) {
            var id = scope(frame.environment)?.parent ?? -1
            while id >= 0, let environment = scope(id) {
                if environment.variables[name] != nil {
                    writeScope(id) { $0.variables[name] = value }
                    untie(.local(id, name))
                    return
                }
                id = environment.parent
            }
        }
        writeScope(frame.environment) { $0.variables[name] = value }
        untie(.local(frame.environment, name))
    }

    /// The scope around the code at hand that holds a name; `nil`: the name is a global.
    func scopeHolding(_ name: Symbol) -> EnvironmentID? {
        var id = frame.declaredGlobal.contains(name) ? -1 : frame.environment
        while id >= 0, let environment = scope(id) {
            if environment.variables[name] != nil { return id }
            id = environment.parent
        }
        return nil
    }

    func writeScope(_ id: EnvironmentID, _ change: (inout Environment) -> Void) {
        guard var environment = scope(id) else { return }
        lowestScopeWritten = min(lowestScopeWritten, id)
        state.environments[id] = nil
        change(&environment)
        if environment.isClass, id != frame.environment {
            var hasher = Hasher()
            add(environment.variables, to: &hasher)
            state.changes.insert(hasher.finalize())
            if isPastImport { changedClasses.insert(id) }
        }
        state.environments[id] = environment
    }

    private func unpack(_ targets: [UInt32], _ value: Value) {
        var parts = Array(repeating: Value.nothing, count: targets.count)
        let hasStar = targets.contains { op($0).kind == .starred }
        for atom in value.atoms.map(iterated) {
            if case .object(let id) = atom, let object = object(id), object.kind == .tuple || object.kind == .list,
                object.items.count == targets.count, object.rest == .nothing, !hasStar
            {
                for index in parts.indices { parts[index] = parts[index].joined(with: object.items[index]) }
            } else if case .opaque(let whole) = atom {
                for index in parts.indices {
                    let key = symbols.intern("[\(index)]")
                    parts[index] = parts[index].joined(with: Value(.opaque(part(whole, key))))
                }
            } else {
                let element = elements(of: Value(atom))
                for index in parts.indices { parts[index] = parts[index].joined(with: element) }
            }
        }
        for (target, part) in zip(targets, parts) {
            if op(target).kind == .starred {
                assign(op(target).a, make(Object(kind: .list, rest: elements(of: value))))
            } else {
                assign(target, part)
            }
        }
    }

    private func delete(_ target: UInt32) {
        let op = op(target)
        if op.kind == .attribute {
            let base = evaluate(op.a)
            if isAlive { deleteAttribute(of: base, symbol(op.b), op: target) }
            return
        }
        if op.kind == .subscript {
            let base = evaluate(op.a)
            let key = evaluate(op.b)
            if isAlive { deleteItem(of: base, key) }
            return
        }
        guard op.kind == .name else { return }
        let name = symbol(op.a)
        if frame.environment < 0 || frame.declaredGlobal.contains(name) {
            state.globals[GlobalKey(module: frame.module, name: name)] = fresh()
        } else {
            writeScope(frame.environment) { $0.variables[name] = nil }
        }
    }

    /// `a += b`: a list keeps its elements and gains others.
    func extended(_ old: Value, by added: Value) -> Value {
        for case .object(let id) in old.atoms where object(id)?.kind == .list {
            let more = elements(of: added)
            update(id) { $0.rest = $0.rest.joined(with: more) }
            return old
        }
        // `options |= {...}`: no other operator of the kind takes a dictionary.
        if case .object(let id)? = old.only, let object = object(id), object.kind == .dict {
            _ = callDict("update", id, object, Arguments(positional: [added]), op: frame.statement)
            return old
        }
        return fresh()
    }

    // MARK: Exceptions

    private func executeTry(_ statement: Op) {
        let pair = op(statement.c)
        let outerRaises = frame.raises
        let outerReturns = frame.returns
        let hasFinal = pair.b != .max && !list(pair.b).isEmpty
        frame.raises = []
        if hasFinal { frame.returns = [] }

        if !list(statement.b).isEmpty { frame.catching += 1 }
        var thrown: State?
        // The handler may be reached from before and after every statement; states between that differ in
        // values alone are told by the first and the last. A call that lets go of something has let go even where it
        // raises, and one that chooses a start method raises only where a method is in force.
        var before: [Int]?
        for item in list(statement.a) {
            guard isAlive else { break }
            let here = state.signature
            guard here != before else {
                execute(item)
                continue
            }
            state.freeze()
            let start = state
            execute(item)
            if op(item).kind == .expression, isAlive, state.hasLetGo(since: start) { continue }
            if makesContext(item) { continue }
            thrown = join(thrown, start)
            before = here
        }
        if !list(statement.b).isEmpty { frame.catching -= 1 }
        state.freeze()
        if list(statement.a).last.map(isDoneWhenItEnds) != true { thrown = join(thrown, current) }
        if isAlive { execute(block: pair.a) }
        let raised = frame.raises
        frame.raises = []
        var end = current
        let uncaught = runHandlers(list(statement.b), thrown: thrown, raised: raised, end: &end)
        enter(end)
        if hasFinal {
            runFinally(pair.b, end: end, uncaught: uncaught, outerReturns: outerReturns)
        } else {
            frame.raises += uncaught
        }
        frame.raises = outerRaises + frame.raises
    }

    /// True for what leaves nothing where it fails itself: an import, a name that is given a value. After one that ends a
    /// block nothing fails.
    private func isDoneWhenItEnds(_ statement: UInt32) -> Bool { isDoneWhenItEnds(op(statement)) }

    private func isDoneWhenItEnds(_ statement: Op) -> Bool {
        switch statement.kind {
        case .importModule, .importFrom: return true
        case .assign: return list(statement.a).allSatisfy { op($0).kind == .name }
        default: return false
        }
    }

    /// True for a statement that does nothing but take a context of a start method that every system has which can fork:
    /// `context = get_context("spawn")`. It raises nothing.
    private func makesContext(_ statement: UInt32) -> Bool {
        let statement = op(statement)
        let call: Op
        switch statement.kind {
        case .assign where isDoneWhenItEnds(statement): call = op(statement.b)
        case .return where statement.a != .max: call = op(statement.a)
        default: return false
        }
        guard call.kind == .call, [.name, .attribute].contains(op(call.a).kind), let given = list(call.b).only,
            op(given).kind == .str, StartMethod(rawValue: symbols[symbol(op(given).a)]) != nil
        else { return false }
        let wasAlive = isAlive
        isAlive = true
        defer { isAlive = wasAlive }
        guard case .external(let path)? = evaluate(call.a).only else { return false }
        return rules.facts(paths[path]).context != nil
    }

    private func runHandlers(
        _ handlers: [UInt32], thrown: State?, raised: [(state: State, isSystemExit: Bool)], end: inout State?
    ) -> [(state: State, isSystemExit: Bool)] {
        var uncaught = raised
        for index in handlers {
            let handler = op(index)
            let reach = handlerReach(handler.a)
            var start = reach.catchesOnlySystemExit ? nil : thrown
            for item in raised where item.isSystemExit ? reach.catchesSystemExit : !reach.catchesOnlySystemExit {
                start = join(start, item.state)
            }
            if reach.catchesSystemExit { uncaught.removeAll { $0.isSystemExit } }
            if reach.catchesAllOthers { uncaught.removeAll { !$0.isSystemExit } }
            guard let start else { continue }
            enter(start)
            if handler.b != .max { assignName(symbol(handler.b), fresh()) }
            execute(block: handler.c)
            end = join(end, current)
        }
        return uncaught
    }

    private func handlerReach(_ type: UInt32) -> (
        catchesSystemExit: Bool, catchesAllOthers: Bool, catchesOnlySystemExit: Bool
    ) {
        guard type != .max else { return (true, true, false) }
        let op = op(type)
        let types = op.kind == .tuple ? list(op.a) : [type]
        let names = types.map { self.op($0) }.map { $0.kind == .name ? symbols[symbol($0.a)] : "" }
        let systemExit = names.contains("SystemExit") || names.contains("BaseException")
        let all = names.contains("Exception") || names.contains("BaseException")
        let others: Set<String> = ["SystemExit", "KeyboardInterrupt"]
        return (systemExit, all, names.allSatisfy { others.contains($0) })
    }

    private func runFinally(
        _ block: UInt32, end: State?, uncaught: [(state: State, isSystemExit: Bool)],
        outerReturns: [(state: State, value: Value)]
    ) {
        let returned = frame.returns
        frame.returns = outerReturns
        // Each way out of the body runs the block, then goes on its own way.
        for item in returned {
            enter(item.state)
            execute(block: block)
            if isAlive { frame.returns.append((state, item.value)) }
        }
        for isSystemExit in [false, true] {
            var start: State?
            for item in uncaught where item.isSystemExit == isSystemExit { start = join(start, item.state) }
            guard let start else { continue }
            enter(start)
            execute(block: block)
            if isAlive { frame.raises.append((state, isSystemExit)) }
        }
        enter(end)
        if isAlive { execute(block: block) }
    }
}
