extension Interpreter {
    /// What an element of `value` may be, without running anything.
    func elements(of value: Value) -> Value {
        var result = Value.nothing
        for atom in value.atoms.map(iterated) {
            guard case .object(let id) = atom, let object = object(id) else {
                if case .opaque(let number) = atom {
                    let isPlain = plainValues.contains(number)
                    result = result.joined(with: isPlain ? plain(fresh()) : element(ofUnknown: number))
                }
                continue
            }
            switch object.kind {
            case .tuple, .list, .set: result = result.joined(with: object.element)
            case .dict: result = result.joined(with: Value(object.keys.compactMap { $0 }))
            case .generator, .lazyComprehension, .lazyMap, .lazyTuples, .lazyChain, .instance, .external:
                // Everything that unpacks or collects it runs it.
                consume(Value(atom)) { result = result.joined(with: $0) }
            default: result = result.joined(with: fresh())
            }
        }
        return result
    }

    func element(ofUnknown number: Int32) -> Value { isData(number) ? freshData() : fresh() }

    /// True when the value surely has an element.
    func isNonEmpty(_ value: Value) -> Bool {
        guard case .object(let id)? = value.only.map(iterated), let object = object(id) else { return false }
        switch object.kind {
        case .tuple, .list, .set, .dict: return !object.items.isEmpty
        default: return false
        }
    }

    /// Iterates over `value`, running `body` with each element; generators run as they are consumed.
    func consume(_ value: Value, _ body: @escaping (Value) -> Void) {
        if let atom = value.only { return consume(atom, body) }
        state.freeze()
        let start = state
        var end: State?
        // One that is empty as yet gives nothing where another has what is looked for.
        let filled = value.atoms.filter { !isEmptyCollection($0) }
        for atom in filled.isEmpty ? Array(value.atoms) : filled {
            enter(start)
            consume(atom, body)
            end = join(end, current)
        }
        if !value.atoms.isEmpty { enter(end) }
    }

    private func consume(_ atom: Atom, _ body: @escaping (Value) -> Void) {
        if case .opaque(let number) = atom { return rounds { [self] _ in body(element(ofUnknown: number)) } }
        if let value = iteratedMember(atom) {
            guard isAlive else { return }
            return rounds { [self] _ in body(element(ofUnknown: value)) }
        }
        guard case .object(let id) = iterated(atom), let object = object(id) else { return rounds { body($0) } }
        switch object.kind {
        case .generator: goOn(id, past: asked(object), body)
        case .lazyComprehension(let module, let index, let environment):
            inFrame(of: module, environment) { [self] in
                let op = op(index)
                runComprehension(op, first: object.items.first) { [self] in
                    let value = evaluate(op.b)
                    guard isAlive else { return }
                    outOfFrame { body(value) }
                }
            }
        case .lazyMap:
            let source = object.items.count > 1 ? object.items[1] : fresh()
            consume(source) { [self] element in
                let isHere = object.launch?.place.module == frame.module
                let place = isHere ? object.launch?.place.op : nil
                var given = Arguments(positional: [element])
                // `starmap`
                if object.arguments != nil {
                    given = Arguments()
                    spread(element, into: &given)
                }
                let value = call(object.inner, given, op: place ?? 0)
                if isAlive { body(object.attributes.isEmpty ? value : element) }
            }
        case .lazyTuples:
            // One that runs goes on between two rounds; of several each is run for itself, before the first.
            let running = object.items.indices.filter { isLazy(object.items[$0]) }.only
            let parts = object.items.indices.map { $0 == running ? .nothing : elements(of: object.items[$0]) }
            guard isAlive else { return }
            let round = { [self] (element: Value) in
                var items = parts
                if let running { items[running] = element }
                body(make(Object(kind: .tuple, items: items.map { $0.atoms.isEmpty ? fresh() : $0 })))
            }
            if let running { consume(object.items[running], round) } else { rounds(round) }
        case .lazyChain: for item in object.items where isAlive { consume(item, body) }
        case .tuple where object.items.isEmpty && object.rest == .nothing: return
        case .tuple, .list, .set:
            // A short literal is run element by element; a long or growing one by what its elements may be.
            if isRunOneByOne(Value(atom)) {
                for item in object.items where isAlive { body(item) }
            } else {
                let element = object.element
                rounds { [self] _ in body(element.atoms.isEmpty ? fresh() : element) }
            }
        case .dict:
            let keys = Value(object.keys.compactMap { $0 })
            rounds { [self] _ in body(keys.atoms.isEmpty ? fresh() : keys) }
        case .instance: consumeInstance(id, body)
        case .external(let path): consumeExternal(id, path, body)
        default: rounds { body($0) }
        }
    }

    /// Asks an attribute of something outside for its elements, where a rule speaks of that: `for row in Order.objects:`. Gives what
    /// stands for them; `nil`: no rule does.
    func iteratedMember(_ atom: Atom) -> Int32? {
        let (path, owner): (PathID, ObjectID?)
        switch atom {
        case .externalMember(let id, let object): (path, owner) = (id, object)
        case .external(let id): (path, owner) = (id, nil)
        default: return nil
        }
        let member = childPath(path, names.iterate)
        guard rules.facts(paths[member]).isSpokenOf else { return nil }
        let made = callExternal(member, on: owner, Arguments(), op: frame.statement)
        guard case .opaque(let number)? = made.only else { return Opaque.anything }
        return number
    }

    /// True for a short collection of different values, whose elements are run one after another.
    func isRunOneByOne(_ value: Value) -> Bool {
        guard case .object(let id)? = value.only, let object = object(id) else { return false }
        guard object.kind == .tuple || object.kind == .list || object.kind == .set else { return false }
        return object.rest == .nothing && object.items.count <= 4 && Set(object.items).count > 1
    }

    func isGenerator(_ value: Value) -> Bool {
        if case .object(let id)? = value.only, case .generator? = object(id)?.kind { true } else { false }
    }

    /// True for `range(0)` and for a literal without elements.
    func runsNoRound(_ index: UInt32, _ iterable: Value) -> Bool {
        let op = op(index)
        switch op.kind {
        case .list, .tuple, .set, .dict:
            guard case .object(let id)? = iterable.only, let object = object(id) else { return false }
            return object.items.isEmpty && object.rest == .nothing
        case .call:
            let given = list(op.b)
            guard self.op(op.a).kind == .name, symbols[symbol(self.op(op.a).a)] == "range", let last = given.last,
                given.count < 3, [.name, .int].contains(self.op(last).kind),
                given.count == 1 || self.op(given[0]).kind == .int && self.op(given[0]).a != .max
            else { return false }
            let bounds = given.map { evaluate($0).only }
            guard case .int(let end)? = bounds.last ?? nil else { return false }
            guard bounds.count == 2 else { return end <= 0 }
            if case .int(let start)? = bounds[0] { return end <= start }
            return false
        default: return false
        }
    }

    private func consumeInstance(_ id: ObjectID, _ body: @escaping (Value) -> Void) {
        if case .instance(let cls)? = object(id)?.kind, classAttribute(cls, names.iterate) == nil {
            iterate(object: id)
        }
        for name in [names.iterate, names.asyncIterate] {
            guard let iterator = callSpecial(.object(id), name, Arguments(), op: frame.statement), isAlive
            else { continue }
            if iterator.atoms.contains(.object(id)) { break }
            if let other = self.iterator(iterator, of: id) { return consumeIterator(other, body) }
            return consume(iterator, body)
        }
        consumeIterator(id, body)
    }

    /// An instance that needs not be asked for an iterator, since it is one. One of the asked object's own class, which an
    /// annotation may have made, would be asked without end.
    private func iterator(_ value: Value, of asked: ObjectID) -> ObjectID? {
        guard case .object(let id)? = value.only, case .instance(let cls)? = object(id)?.kind else { return nil }
        let isIterator = [names.next, names.asyncNext].contains { classAttribute(cls, $0) != nil }
        return isIterator || object(asked)?.kind == .instance(of: cls) ? id : nil
    }

    private func consumeIterator(_ id: ObjectID, _ body: @escaping (Value) -> Void) {
        rounds { [self] _ in
            let element =
                callSpecial(.object(id), names.next, Arguments(), op: frame.statement)
                ?? callSpecial(.object(id), names.asyncNext, Arguments(), op: frame.statement).map {
                    awaitValue($0, op: frame.statement)
                }
                ?? callSpecial(.object(id), names.getItem, Arguments(positional: [fresh()]), op: frame.statement)
                ?? fresh()
            if isAlive { body(element) }
        }
    }

    private func consumeExternal(_ id: ObjectID, _ path: PathID, _ body: @escaping (Value) -> Void) {
        iterate(object: id)
        _ = callSpecial(.object(id), names.iterate, Arguments(), op: frame.statement)
        // What threads have made is this process's: `list(pool.map(connect, hosts))`; of what processes have, it is a copy.
        let made = Self.isMapped(paths[path]) ? object(id)?.items.first : nil
        if let stream = streams[id] { return rounds(of: stream) { body(made ?? $0) } }
        if let made { return rounds { _ in body(made) } }
        guard let type = rules.facts(paths[path] + ".__next__").returns else { return rounds { body($0) } }
        let root = object(id)?.root ?? id
        rounds { [self] _ in body(make(Object(kind: .external(self.path(type)), root: root))) }
    }

    /// True for what holds many results of one function.
    static func isMapped(_ path: String) -> Bool {
        [".map()", ".imap()", ".imap_unordered()", ".starmap()"].contains(where: path.hasSuffix)
    }

    /// Runs `body` as often as a loop's body needs for what it leaves to come round, with unknown elements. There may be no
    /// round; the second begins where the first has ended.
    private func rounds(_ body: (Value) -> Void) {
        guard isAlive else { return }
        let count = frame.loops.count < 2 ? Limits.loopRounds : 1
        state.freeze()
        // Without a round; rounds meet one another first, so that what tells them from none is one thing.
        let none = state
        var start = state
        var ended: State?
        var before = state.signature
        for number in 0..<count {
            enter(start)
            body(fresh())
            guard isAlive else { return number > 0 ? enter(join(none, ended)) : () }
            state.freeze()
            let back = state
            ended = join(ended, back)
            let after = back.signature
            if number > 0, after == before { break }
            before = after
            start = ended ?? back
        }
        enter(join(none, ended))
    }

    /// Between two results of a pool workers are replaced: they are forked from what the loop has made of the process.
    private func rounds(of stream: ResultStream, _ body: (Value) -> Void) {
        streamsOpen.append(stream)
        rounds(body)
        streamsOpen.removeLast()
    }

    // MARK: Loops that let go

    /// Notes what a round let go of, of what the loop runs through: `for thread in threads: thread.join()`.
    func note(_ released: LoopReleases, of element: Value, since before: LoopReleases.Before) {
        guard isAlive, !before.touched.isEmpty else { return }
        var objects: Set<ObjectID> = []
        for case .object(let id) in element.atoms {
            objects.insert(id)
            // `for name, engine in engines.items()`.
            guard let pair = object(id), pair.kind == .tuple else { continue }
            for case .object(let item) in pair.items.flatMap(\.atoms) { objects.insert(item) }
        }
        guard !objects.isEmpty else { return }
        for item in state.arrangements.releasedInChild where objects.contains(item.key.object) {
            if !before.inChild.contains(item) { released.inChild.insert(item) }
        }
        for (key, touches) in before.touched {
            let left = state.touched[key] ?? []
            for touch in touches where objects.contains(key.object) || touch.thread.map(objects.contains) == true {
                if !left.contains(where: { $0.isSame(as: touch) }) { released.touches.append((key, touch)) }
            }
        }
    }

    /// A loop that lets go of each thing leaves none of them, though nobody knows how many rounds it runs: where it
    /// runs none there was none.
    func forget(_ released: LoopReleases) {
        guard isAlive else { return }
        state.arrangements.releasedInChild.formUnion(released.inChild)
        for (key, touch) in released.touches {
            state.touched[key]?.removeAll { $0.isSame(as: touch) }
            if state.touched[key]?.isEmpty == true { state.touched[key] = nil }
        }
    }

    /// `next(iterator)`: a generator runs to the yield after those it has been asked for already.
    func advance(_ value: Value) -> Value {
        guard case .object(let id)? = value.only, let object = object(id), case .generator = object.kind else {
            var result = Value.nothing
            consume(value) { result = result.joined(with: $0) }
            return result.atoms.isEmpty ? fresh() : result
        }
        let earlier = asked(object)
        update(id) { $0.attributes[names.any] = Value(.int(earlier + 1)) }
        var stopped: State?
        var result = Value.nothing
        goOn(id, past: earlier) { [self] element in
            result = result.joined(with: element)
            stopped = join(stopped, state)
            isAlive = false
        }
        enter(join(stopped, current))
        return result.atoms.isEmpty ? fresh() : result
    }

    /// How many values a generator has been asked for one by one.
    private func asked(_ generator: Object) -> Int32 {
        if case .int(let count)? = generator.attributes[names.any]?.only { count } else { 0 }
    }

    /// Runs a generator on from the `yield` at which it stands: the first `earlier` have given their values.
    private func goOn(_ id: ObjectID, past earlier: Int32, _ body: @escaping (Value) -> Void) {
        guard earlier > 0 else { return runGenerator(id, once: false, op: 0, body) }
        let left = state
        var seen: Int32 = 0
        isReplaying = true
        runGenerator(id, once: false, op: 0) { [self] element in
            seen += 1
            if seen < earlier { return }
            if seen > earlier { return body(element) }
            isReplaying = false
            enter(left)
        }
        isReplaying = false
    }

    /// `generator.close()`: at the `yield` at which it stands an exception ends it, so that its `finally` runs.
    func closeGenerator(_ id: ObjectID) {
        guard let object = object(id), case .generator = object.kind, asked(object) > 0 else { return }
        let earlier = asked(object)
        let left = state
        let raised = frame.raises.count
        var seen: Int32 = 0
        isReplaying = true
        runGenerator(id, once: false, op: frame.statement) { [self] _ in
            seen += 1
            guard seen >= earlier else { return }
            guard seen == earlier else { return isAlive = false }
            isReplaying = false
            enter(left)
            closesGenerator = true
        }
        (isReplaying, closesGenerator) = (false, false)
        var end = current
        for item in frame.raises.dropFirst(raised) { end = join(end, item.state) }
        frame.raises.removeLast(frame.raises.count - raised)
        enter(end ?? left)
    }

    // MARK: Generators

    /// Runs a generator's body; `body` runs at each `yield`, in the frame of whoever consumes it.
    func runGenerator(_ id: ObjectID, once: Bool, op: UInt32, _ body: @escaping (Value) -> Void) {
        guard let object = object(id), case .generator(let function, let environment) = object.kind else {
            return body(fresh())
        }
        let receiver: Receiver? = object.items.first?.only.flatMap(Self.receiver)
        let consumer = frame
        let outerYield = consumer.onYield
        _ = run(function, in: environment, receiver: receiver, op: op) { [self] value in
            let producer = frame
            frame = consumer
            consumer.onYield = outerYield
            body(value)
            frame = producer
        }
    }

    /// Runs what stands after a generator's `yield`, in the state that whoever consumed it left.
    func resumeGenerator(_ id: ObjectID, from left: State, op: UInt32) {
        guard let object = object(id), case .generator(let function, let environment) = object.kind else {
            return enter(left)
        }
        let receiver: Receiver? = object.items.first?.only.flatMap(Self.receiver)
        isReplaying = true
        _ = run(function, in: environment, receiver: receiver, op: op) { [self] _ in
            isReplaying = false
            enter(left)
        }
        isReplaying = false
    }

    static func receiver(_ atom: Atom) -> Receiver? {
        switch atom {
        case .object(let id): .object(id)
        case .class(let id): .class(id)
        default: nil
        }
    }

    func yieldValue(_ op: Op) -> Value {
        let value = op.a == .max ? .none : evaluate(op.a)
        guard isAlive else { return .nothing }
        frame.onYield?(value)
        if closesGenerator {
            closesGenerator = false
            raise(isSystemExit: true)
        }
        return isAlive ? fresh() : .nothing
    }

    /// Runs `body` with names of `module` in an environment, as code that stands elsewhere.
    private func inFrame(of module: Int32, _ environment: EnvironmentID, _ body: () -> Void) {
        let outer = frame
        let inner = Frame(module: module, function: outer.function, environment: environment, stack: outer.stack)
        inner.loops = outer.loops
        inner.receiver = outer.receiver
        inner.onYield = outer.onYield
        suspended.append(outer)
        frame = inner
        body()
        suspended.removeLast()
        frame = outer
        outer.raises += inner.raises
        outer.returns += inner.returns
    }

    /// Runs `body` in the frame that `inFrame` left.
    private func outOfFrame(_ body: () -> Void) {
        guard let outer = suspended.popLast() else { return body() }
        let inner = frame
        frame = outer
        body()
        frame = inner
        suspended.append(outer)
    }

    // MARK: await

    func awaitValue(_ value: Value, op: UInt32) -> Value {
        runTasks(op: op)
        guard isAlive else { return .nothing }
        if value.atoms.isEmpty { return fresh() }
        return alternatives(value.atoms) { atom in
            guard case .object(let id) = atom, let object = object(id) else { return Value(atom) }
            switch object.kind {
            case .coroutine(let function, let environment):
                let receiver: Receiver? = object.items.first?.only.flatMap(Self.receiver)
                return run(function, in: environment, receiver: receiver, op: op, onYield: nil)
            case .instance: return callSpecial(atom, symbols.intern("__await__"), Arguments(), op: op) ?? Value(atom)
            // What `gather` and `create_task` gave has run already.
            case .external:
                // `pool = await asyncpg.create_pool(url)` connects.
                _ = callSpecial(atom, symbols.intern("__await__"), Arguments(), op: op)
                return isAlive ? object.items.first ?? Value(atom) : .nothing
            default: return Value(atom)
            }
        }
    }

    /// Tasks made so far begin.
    func runTasks(op: UInt32) {
        while isAlive, !state.arrangements.tasks.isEmpty {
            let task = state.arrangements.tasks.removeFirst()
            inBackground(thread) { [self] in
                guard case .object(let id)? = task.only, let coroutine = object(id)?.items.first else { return }
                let value = awaitValue(coroutine, op: op)
                if isAlive { update(id) { $0.items = [value.atoms.isEmpty ? fresh() : value] } }
            }
        }
    }
}
