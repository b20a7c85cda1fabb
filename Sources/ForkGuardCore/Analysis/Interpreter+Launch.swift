extension Interpreter {
    func fork(_ id: Int32) -> ForkRecord? {
        let index = Int(id - firstFork)
        return forks.indices.contains(index) ? forks[index] : nil
    }

    // MARK: Launchers

    /// Calls a function or class that launches; `nil`: its rule's condition fails, the call is an ordinary one.
    func callLauncher(_ launcher: Int, _ id: PathID, on receiver: ObjectID?, _ arguments: Arguments, op: UInt32)
        -> Value?
    {
        let rule = rules.catalog.launchers[launcher]
        if rule.kind == .fork { events += 1 }
        if rule.kind == .inProcess, !isPure { launchLog?.note(.isInProcess(launcher: launcher), at: place(op)) }
        if rule.result == .object || rule.result == .list {
            let object = allocate(Object(kind: .external(id)))
            construct(launcher, object, arguments, context: receiver, op: op)
            guard isAlive else { return .nothing }
            return rule.result == .object
                ? Value(.object(object)) : make(Object(kind: .list, rest: Value(.object(object))))
        }
        switch rule.kind {
        case .execSafe:
            if !isPure { launchLog?.note(.isExecSafe(launcher: launcher), at: place(op)) }
            runSpawned(rule, arguments, op: op)
            handOver(arguments, op: op)
            return make(Object(kind: .external(path(paths[id] + "()"))))
        case .inProcess:
            if rule.result == .deferred, let call = rule.child.first {
                return make(
                    Object(kind: .deferred, items: [argument(call.callee, rule.parameters, arguments) ?? fresh()]))
            }
            if rule.result == .proxy, let call = rule.child.first,
                let function = argument(call.callee, rule.parameters, arguments), isCallable(function)
            {
                return make(Object(kind: .proxy, items: [function]))
            }
            return rule.runsAt.isEmpty
                ? runInProcess(launcher, id, arguments, op: op) : putOff(launcher, id, arguments, op: op)
        case .fork: break
        }
        guard let reason = forkReason(launcher, arguments, receiver, at: place(op), in: frame.function) else {
            runFresh(rule, arguments, receiver: nil, op: op)
            if rule.result == .value { return make(Object(kind: .external(path(paths[id] + "()")))) }
            return fresh()
        }
        runHere(rule.parent, rule.parameters, arguments, op: op)
        guard isAlive else { return .nothing }
        let record = makeFork(launcher, reason, op: op)
        if rule.result == .pid || rule.result == .pidTuple,
            !state.arrangements.childHooks.isEmpty || !rule.child.isEmpty
        {
            runChild(of: record, rule.child, rule.parameters, arguments, receiver: nil, op: op)
        }
        switch rule.result {
        case .pid:
            record.hasLastingParent = false
            state.forks.append(ActiveFork(fork: record.id, isChildOnly: false))
            return Value(.pid(record.id))
        case .pidTuple:
            state.forks.append(ActiveFork(fork: record.id, isChildOnly: false))
            return make(Object(kind: .tuple, items: [Value(.pid(record.id)), fresh()]))
        case .object, .list, .value, .deferred, .returned, .proxy:
            let given = rule.picklesArguments ? pickled(arguments) : arguments
            runChild(of: record, rule.child, rule.parameters, given, receiver: nil, op: op)
            runRegistered(for: [paths[id]], in: record, op: op)
            if rule.goesOnInChild { state.forks.append(ActiveFork(fork: record.id, isChildOnly: true)) }
            return make(Object(kind: .external(path(paths[id] + "()"))))
        }
    }

    private func isCoroutine(_ value: Value) -> Bool {
        guard case .object(let id)? = value.only, case .coroutine? = object(id)?.kind else { return false }
        return true
    }

    /// Runs a callable that the rules say is called in this process.
    private func runInProcess(_ launcher: Int, _ id: PathID, _ arguments: Arguments, op: UInt32) -> Value {
        let rule = rules.catalog.launchers[launcher]
        if let parameter = rule.executorParameter, let executor = argument(parameter, rule.parameters, arguments),
            let value = submit(to: executor, arguments, op: op)
        {
            return value
        }
        if Native.taskMakers.contains(where: paths[id].hasSuffix), let coroutine = arguments.positional.first {
            let task = make(Object(kind: .external(path(paths[id] + "()")), items: [coroutine]))
            state.arrangements.tasks.append(task)
            return task
        }
        var result = Value.nothing
        let outerThread = localThread
        if rule.hasOwnThread || rule.hasLastingThread {
            nextObject += 1
            localThread = nextObject
        }
        let thread = rule.hasLastingThread ? localThread : thread
        defer { localThread = outerThread }
        for child in rule.child {
            if child.callee.contains(".") {
                // Methods of what it is given, one after the other: a module's setup, then its loaders.
                _ = run(child, rule.parameters, arguments, nil, op: op)
                guard isAlive else { return .nothing }
                continue
            }
            guard var callee = argument(child.callee, rule.parameters, arguments) else { continue }
            // A dictionary in the place of a function: `column.map(names)`.
            if rule.takesData { callee = Value(callee.atoms.filter { !isUnknownTarget($0) }) }
            if callee == .nothing { continue }
            let run = { [self] in
                var value = callChild(callee, child, rule.parameters, arguments, op: op)
                // `anyio.run(main)` calls the function and runs its coroutine.
                if isAlive, isCoroutine(value) { value = awaitValue(value, op: op) }
                result = result.joined(with: value)
            }
            // Of several that run side by side each goes on while another is in a loop without end.
            // What a queue of Swift or a task does comes to an end, or not, by itself.
            if rule.child.count > 1 || rule.language == .swift {
                inBackground(thread, isJoined: !rule.hasLastingThread, run)
            } else {
                run()
            }
            guard isAlive else { return .nothing }
        }
        runTasks(op: op)
        guard isAlive else { return .nothing }
        // Further coroutines and iterables (`gather(*jobs)`) run as well.
        let callees = rule.child.compactMap { argument($0.callee, rule.parameters, arguments) }
        var others = arguments
        others.positional.removeAll { callees.contains($0) }
        others.keywords.removeAll { callees.contains($0.value) }
        if let star = arguments.star, rule.result == .returned {
            inBackground(thread) { result = result.joined(with: awaitValue(star, op: op)) }
        } else if let star = arguments.star {
            others.positional.append(star)
        }
        if isAlive { handOver(others, op: op) }
        guard isAlive else { return .nothing }
        if rule.result == .returned, !result.atoms.isEmpty {
            // Of several the results come in a list.
            return rule.child.count > 1 ? make(Object(kind: .list, rest: result)) : result
        }
        return make(Object(kind: .external(path(paths[id] + "()")), items: result.atoms.isEmpty ? [] : [result]))
    }

    /// `loop.run_in_executor(pool, f, *args)` is the pool's `submit(f, *args)`.
    private func submit(to executor: Value, _ arguments: Arguments, op: UInt32) -> Value? {
        let executor = executor == .none ? defaultExecutor ?? executor : executor
        guard case .object(let id)? = executor.only, let launch = object(id)?.launch else { return nil }
        var rest = arguments
        rest.positional.removeFirst(min(1, rest.positional.count))
        let submits = rules.catalog.launchers[launch.launcher].submits
        guard let index = submits.firstIndex(where: { $0.method == "submit" }) else { return nil }
        let value = callLauncherMethod(.submit(launch.launcher, index), id, rest, op: op)
        let name = rules.catalog.launchers[launch.launcher].name + ".submit"
        if isAlive { recordTouches(path(name), rules.facts(name), on: id, value ?? .nothing, rest, op: op) }
        return value
    }

    /// Makes an object that launches: what it was given is kept until it starts.
    func construct(_ launcher: Int, _ id: ObjectID, _ arguments: Arguments, context: ObjectID? = nil, op: UInt32) {
        let rule = rules.catalog.launchers[launcher]
        // A class that derives from a loader makes one where it is called itself.
        let made = making[id] ?? Making(place: place(op), function: frame.function, stack: frame.stack)
        var launch = Launch(
            launcher: launcher, arguments: arguments, fork: nil,
            stack: CallStack(place: made.place, function: made.function, parent: made.stack), place: made.place)
        launch.runsHere =
            !rule.otherwiseHere.isEmpty && !holds(rule.when, rule.parameters, arguments, defaults: rule.defaults)
        let forksNow = rule.kind == .fork && (rule.forksAt.contains(.construct) || rule.forksAt.contains(.call))
        if forksNow, let reason = forkReason(launcher, arguments, context, at: place(op), in: frame.function) {
            let record = makeFork(launcher, reason, op: op)
            record.awaitsWork = !rule.submits.isEmpty
            record.launchPlace = made.place == record.place ? nil : made.place
            weigh(arguments, id, for: record)
            state.freeze()
            if !reason.isForkServer { record.snapshot = state }
            launch.fork = record.id
            runChild(of: record, rule.child, rule.parameters, arguments, receiver: id, keepsState: true, op: op)
        } else if forksNow {
            launch.fork = -1
        }
        update(id) {
            $0.launch = launch
            if let context { $0.attributes[names.any] = Value(.object(context)) }
        }
    }

    enum LaunchMethod {
        case start(Int)
        case submit(Int, Int)
        /// What a child runs, called by a subclass that runs it itself: `super().run()`.
        case run(Int)
    }

    /// What a method of an object that launches does; the class is the last segment but one of its path.
    func launchMethod(_ text: String, _ receiver: ObjectID?) -> LaunchMethod? {
        guard let receiver, let launch = object(receiver)?.launch, launch.launcher >= 0,
            let dot = text.lastIndex(of: ".")
        else { return nil }
        let name = text[text.index(after: dot)...]
        let rule = rules.catalog.launchers[launch.launcher]
        if rule.starts.contains(String(name)) { return .start(launch.launcher) }
        if let index = rule.submits.firstIndex(where: { $0.method == name }) { return .submit(launch.launcher, index) }
        if rule.child.contains(where: { $0.callee.hasPrefix("self.") && $0.callee.dropFirst(5) == name }) {
            return .run(launch.launcher)
        }
        return nil
    }

    func callLauncherMethod(_ method: LaunchMethod, _ receiver: ObjectID?, _ arguments: Arguments, op: UInt32) -> Value?
    {
        guard let receiver, let launch = object(receiver)?.launch else { return nil }
        var context: ObjectID?
        if case .object(let id)? = object(receiver)?.attributes[names.any]?.only { context = id }
        if context == nil, case .instance(let cls)? = object(receiver)?.kind {
            context =
                lineage(of: cls).lazy.compactMap { atom -> ObjectID? in
                    if case .class(let id) = atom { self.classes[id]?.startContext } else { nil }
                }.first
        }
        switch method {
        case .start(let launcher):
            let rule = rules.catalog.launchers[launcher]
            if rule.kind == .inProcess {
                if !isPure { launchLog?.note(.isInProcess(launcher: launcher), at: place(op)) }
                runStarted(rule, receiver, launch, op: op)
                return Value.none
            }
            guard rule.kind == .fork, rule.forksAt.contains(.start) else { return Value.none }
            guard let reason = forkReason(launcher, launch.arguments, context, at: place(op), in: frame.function) else {
                runFresh(rule, launch.arguments, receiver: receiver, op: op)
                return Value.none
            }
            let application = beginServer(rule, receiver, launch, op: op)
            guard isAlive else { return .nothing }
            let record = makeFork(launcher, reason, op: op)
            record.launchPlace = launch.place
            weigh(launch.arguments, receiver, for: record)
            if !rule.hooks.isEmpty {
                inChild(of: record, keepsState: true, op: op) { runHooks(rule.hooks, of: receiver, op: op) }
            }
            if rule.registrar != nil { beginServing(receiver, record, reason) }
            if let application {
                inChild(of: record, op: op) { answer(with: application, op: op) }
            } else {
                runChild(of: record, rule.child, rule.parameters, launch.arguments, receiver: receiver, op: op) {
                    value in
                    if rule.isServer { answer(with: value, op: op) }
                }
            }
            // A server whose workers answer what the parent has registered.
            runRegistered(for: rule.starts.map { rule.name + "." + $0 }, in: record, op: op)
            if !rule.tasks.isEmpty { runJobs(of: launcher, in: record, op: op) }
            if rule.goesOnInChild { state.forks.append(ActiveFork(fork: record.id, isChildOnly: true)) }
            return Value.none
        case .run(let launcher):
            let rule = rules.catalog.launchers[launcher]
            for call in rule.child where !call.callee.hasPrefix("self.") && isAlive {
                _ = run(call, rule.parameters, launch.arguments, receiver, op: op)
            }
            return isAlive ? Value.none : .nothing
        case .submit(let launcher, let index):
            return submit(launcher, index, receiver, launch, context, arguments, op: op)
        }
    }

    private func submit(
        _ launcher: Int, _ index: Int, _ receiver: ObjectID, _ launch: Launch, _ context: ObjectID?,
        _ arguments: Arguments, op: UInt32
    ) -> Value? {
        let rule = rules.catalog.launchers[launcher]
        let work = rule.submits[index]
        var arguments = collected(arguments, for: work)
        guard isAlive else { return .nothing }
        handOver(Arguments(positional: arguments.positional.filter { !isCallable($0) }), op: op)
        guard isAlive else { return .nothing }
        let result = make(Object(kind: .external(path(rule.name + "." + work.method + "()"))))
        if rule.kind == .inProcess {
            initializeThreads(rule, receiver, launch, op: op)
            guard isAlive else { return .nothing }
            var value = Value.nothing
            for child in work.child {
                inBackground(rule.joins.isEmpty ? thread : receiver) {
                    value = value.joined(with: run(child, work.parameters, arguments, receiver, op: op))
                }
            }
            // What a thread has made is this process's: `pool.submit(connect).result()`.
            if isAlive, !value.atoms.isEmpty, case .object(let id)? = result.only { update(id) { $0.items = [value] } }
            return result
        }
        guard rule.kind == .fork else { return result }
        let unpickled = rule.picklesArguments ? usedByUnpickling(arguments) : []
        if rule.picklesArguments { arguments = pickled(arguments) }
        var fork = launch.fork
        if fork == nil, rule.forksAt.contains(.firstSubmit) {
            if let reason = forkReason(
                launcher, launch.arguments, context, at: place(op), in: frame.function)
            {
                let record = makeFork(launcher, reason, op: op)
                record.launchPlace = launch.place
                weigh(launch.arguments, receiver, for: record)
                state.freeze()
                if !reason.isForkServer { record.snapshot = state }
                fork = record.id
                runChild(
                    of: record, rule.child, rule.parameters, launch.arguments, receiver: receiver, keepsState: true,
                    op: op)
            } else {
                fork = -1
            }
            update(receiver) { $0.launch?.fork = fork }
        }
        if let fork, let record = self.fork(fork) {
            record.awaitsWork = false
            if !unpickled.isEmpty {
                inChild(of: record, op: op) {
                    let call = path(rule.name + "." + work.method)
                    for (library, handle) in unpickled {
                        noteUse(key(library, handle, .nothing), of: library, call, op: op)
                    }
                }
            }
            let made = results(of: work, arguments, from: record, receiver: receiver, op: op)
            if !made.atoms.isEmpty, case .object(let id)? = result.only { update(id) { $0.items = [made] } }
            let stream = ResultStream(
                launcher: launcher, index: index, pool: receiver, launch: launch, arguments: arguments, fork: record)
            replaceWorkers(stream, op: op)
            if work.isStreamed, case .object(let id)? = result.only { streams[id] = stream }
        }
        if isAlive { runHere(work.here, work.parameters, arguments, op: op) }
        return isAlive ? result : .nothing
    }

    /// What is handed to workers is made here: a generator among the arguments runs in this process, and what tasks
    /// are taken from is gone through here.
    private func collected(_ arguments: Arguments, for work: LauncherRule.Submit) -> Arguments {
        let sources = work.child.flatMap(\.arguments.iterated)
        var result = arguments
        for index in result.positional.indices where isAlive {
            let value = result.positional[index]
            let isSource = work.parameters.indices.contains(index) && sources.contains(work.parameters[index])
            if isLazy(value) || isSource && isIterable(value) { result.positional[index] = collected(value) }
        }
        for index in result.keywords.indices where isAlive {
            let (name, value) = result.keywords[index]
            let isSource = sources.contains(symbols[name])
            if isLazy(value) || isSource && isIterable(value) { result.keywords[index].value = collected(value) }
        }
        return result
    }

    private func collected(_ value: Value) -> Value { make(Object(kind: .list, rest: elements(of: value))) }

    /// An object whose iteration may run code.
    private func isIterable(_ value: Value) -> Bool {
        guard case .object(let id)? = value.only else { return false }
        switch object(id)?.kind {
        case .instance, .external: return true
        default: return false
        }
    }

    // MARK: Which launcher

    /// True where a pool of threads runs one function on many things.
    func runsSideBySide(_ launcher: Int, _ index: Int) -> Bool {
        let rule = rules.catalog.launchers[launcher]
        return rule.kind == .inProcess && !rule.joins.isEmpty
            && rule.submits[index].child.contains { if case .each = $0.arguments { true } else { false } }
    }

    /// The objects of a first argument, where each of them launches by the method of that name.
    func launching(_ text: String, _ first: Value?) -> Atoms? {
        guard let atoms = first?.atoms, !atoms.isEmpty else { return nil }
        return atoms.allSatisfy { atom in
            if case .object(let id) = atom { launchMethod(text, id) != nil } else { false }
        } ? atoms : nil
    }

    /// The first launcher of a name whose condition the arguments meet.
    func launcher(of facts: RuleIndex.PathFacts, _ given: Arguments) -> Int? {
        facts.launchers.first { index in
            let rule = rules.catalog.launchers[index]
            var arguments = given
            for name in rule.defaultsFrom {
                guard let context = state.arrangements.defaultsInForce[path(name)],
                    let parameter = rule.when?.parameter,
                    argument(parameter, rule.parameters, given) == nil,
                    let value = argument(parameter, [parameter], context)
                else { continue }
                arguments.keywords.append((symbols.intern(parameter), value))
            }
            return !rule.otherwiseHere.isEmpty || holds(rule.when, rule.parameters, arguments, defaults: rule.defaults)
        }
    }
}
