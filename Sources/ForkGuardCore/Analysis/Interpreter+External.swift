extension Interpreter {
    /// Calls something outside the program: what the rules say of it happens, callbacks that they name run,
    /// and what it gives back keeps the path it came by.
    func callExternal(_ id: PathID, on receiver: ObjectID?, _ arguments: Arguments, op: UInt32) -> Value {
        let text = paths[id]
        let facts = rules.facts(text)
        if let end = facts.end { return endPath(end, arguments) }
        if let family = facts.setter { return chooseMethod(family, arguments, op: op) }
        if let family = facts.preloader { return choosePreload(family, arguments) }
        if let family = facts.getter { return startMethod(family, on: receiver, arguments) }
        if let family = facts.context { return startContext(family, arguments, op: op) }
        if let (family, method) = facts.contextClass {
            return make(Object(kind: .startContext(family: family), methods: StartMethods(chosen: [method: place(op)])))
        }
        if facts.registers != nil { return registerService(arguments) }
        if let receiver, let value = keepSetting(text, of: receiver, arguments, op: op) { return value }
        if let receiver, let value = callService(text, receiver, arguments, op: op) { return value }
        if let value = callNative(text, on: receiver, arguments, op: op) { return value }
        // `super().__iter__()` of a loader of the program's own.
        if let receiver, text.hasSuffix(".__iter__"), object(receiver)?.launch != nil {
            iterate(object: receiver, op: op)
            return isAlive ? fresh() : .nothing
        }
        if rules.workerQuestions.contains(text), state.forks.allSatisfy(\.isChildOnly) {
            return state.forks.isEmpty ? .none : Value(.external(path(text + "()")))
        }
        if !facts.listeners.isEmpty, let listener = arguments.positional.last {
            noteListener(text, arguments.positional.first, listener)
        }
        if let receiver, joinsThreads(text, receiver) { endThreads(of: receiver) }
        if receiver == nil, let owners = launching(text, arguments.positional.first) {
            // `map(Process.start, processes)`.
            var rest = arguments
            rest.positional.removeFirst()
            return alternatives(owners) { owner in
                if case .object(let id) = owner {
                    self.callExternal(self.path(text), on: id, rest, op: op)
                } else {
                    .nothing
                }
            }
        }
        if !facts.runs.isEmpty { serve(facts.runs, arguments, op: op) }
        guard isAlive else { return .nothing }
        let method = launchMethod(text, receiver)
        // Of threads that run one function side by side, one runs it while the others do.
        if case .submit(let launcher, let index)? = method, runsSideBySide(launcher, index) {
            recordTouches(id, facts, on: receiver, .nothing, arguments, op: op)
        }
        // An object that forks does so by methods that rules may say run here where it does not: `Trainer().fit`.
        let isOfObject = facts.launchers.allSatisfy { rules.catalog.launchers[$0].kind == .inProcess }
        if isOfObject, let method, let value = callLauncherMethod(method, receiver, arguments, op: op) {
            if isAlive { recordTouches(id, facts, on: receiver, value, arguments, op: op) }
            return value
        }
        setArguments(facts.setters, arguments)
        let one = Value(.int(1))
        for library in facts.settings
        where arguments.positional.first == one || arguments.keywords.contains(where: { $0.value == one }) {
            hasEffect = true
            state.arrangements.settled.insert(library)
            release(library, receiver)
        }
        if !facts.releases.isEmpty {
            // What ends a handle may be a use of it, too: closing an inherited connection closes the parent's.
            recordUses(id, facts, on: receiver, .nothing, arguments, op: op)
            for library in facts.releases { release(library, receiver ?? handle(of: library, among: arguments)) }
        }
        let launcher = launcher(of: facts, arguments)
        if launcher == nil, let first = facts.launchers.first, !isPure {
            launchLog?.note(.lacksArguments(launcher: first), at: place(op))
        }
        if rules.taskNames.contains(text) {
            for value in arguments.positional + arguments.keywords.map(\.value) {
                noteTask(Value(.external(id)), value, isDecorated: false)
            }
        }
        if let launcher,
            let value = callLauncher(launcher, id, on: receiver, arguments, op: op)
        {
            if isAlive { recordTouches(id, facts, on: receiver, value, arguments, op: op) }
            return value
        }
        let isConstructed = text.hasSuffix(".__init__")
        if isConstructed { return constructBase(id, receiver, arguments, op: op) }
        if facts.isConcatenating, let whole = concatenation(facts, arguments) { return whole }
        handOver(arguments, op: op)
        guard isAlive else { return .nothing }
        if !Native.isStandardLibrary(text), !rules.plainModules.contains(RuleIndex.top(text)) {
            noteHandedMethods(arguments)
        }
        var result = self.result(of: id, facts, receiver, arguments, op: op)
        if !facts.isDetaching { result = derived(result, from: receiver) }
        // Of several engines that it may be, one stands for all: who disposes of any of them disposes of it.
        if let parameter = facts.derives, let given = argument(parameter, [parameter], arguments) {
            if let whole = holder(given) { result = derived(result, from: whole) }
        }
        if let parameter = facts.rebinds, let receiver, let given = argument(parameter, [parameter], arguments),
            let whole = holder(given)
        {
            update(receiver) { $0.root = root(of: whole) }
        }
        recordTouches(id, facts, on: receiver, result, arguments, op: op)
        return result
    }

    /// The object that a value is, or is a part of; of several one that is as its library makes it by default: another
    /// pool class is mostly one that keeps no connection.
    private func holder(_ value: Value) -> ObjectID? {
        let all = value.atoms.compactMap { atom -> ObjectID? in
            switch atom {
            case .object(let id), .externalMember(_, let id): id
            default: nil
            }
        }
        guard all.count > 1 else { return all.first }
        let parameters = Set(
            rules.catalog.libraries.flatMap(\.defaultArguments).map { $0.prefix { $0 != "=" } })
        return all.first { id in
            !(object(root(of: id))?.arguments?.keywords ?? []).contains { parameters.contains(symbols[$0.name][...]) }
        } ?? all.first
    }

    /// What a call gives back: the class that the rules name, or a value known by its path.
    private func result(
        of id: PathID, _ facts: RuleIndex.PathFacts, _ receiver: ObjectID?, _ arguments: Arguments, op: UInt32
    ) -> Value {
        let text = paths[id]
        if facts.isImplied { return Value(.opaque(answer(of: id))) }
        if let type = facts.returns ?? methodReturns(text) {
            if type == "self", let receiver { return Value(.object(receiver)) }
            return make(Object(kind: .external(path(type)), arguments: arguments))
        }
        if facts.isClass || Native.classes.contains(text) {
            let made = make(Object(kind: .external(id), arguments: arguments))
            noteApplication(made, of: id, op: op)
            return made
        }
        guard isFollowed(text) || Native.fieldMakers.contains(text) else {
            if let client = generatedClient(text, arguments) { return client }
            let value = givesData(text, arguments) ? freshData() : fresh()
            if case .opaque(let number)? = value.only, Self.isClassName(text) { madeByClass.insert(number) }
            return value
        }
        // A chain of calls that no rule follows is cut where it gets long; its library stays known.
        let next = text.utf8.count > 160 ? RuleIndex.top(text) + ".…()" : text + "()"
        return make(Object(kind: .external(path(next)), arguments: arguments))
    }

    /// True where a function outside gives data of its own. What it makes of a function (`numpy.vectorize(f)`) may call it.
    private func givesData(_ text: String, _ arguments: Arguments) -> Bool {
        rules.dataModules.contains(RuleIndex.top(text))
            && !(arguments.positional + arguments.keywords.map(\.value)).contains(where: isCallable)
    }

    /// `route_pb2_grpc.RouteStub(channel)`: a class that nobody scans, of a module that a library's generator wrote.
    private func generatedClient(_ text: String, _ arguments: Arguments) -> Value? {
        guard let first = arguments.positional.first, case .object(let handle)? = first.atoms.first,
            case .external(let path)? = object(handle)?.kind
        else { return nil }
        let modules = text.split(separator: ".").dropLast()
        for library in rules.catalog.libraries where !library.generatedClients.isEmpty {
            guard library.imports.contains(RuleIndex.top(paths[path])) else { continue }
            for (ending, type) in library.generatedClients where modules.contains(where: { $0.hasSuffix(ending) }) {
                return make(Object(kind: .external(self.path(type)), root: root(of: handle)))
            }
        }
        return nil
    }

    /// True where values are known by their path: those of libraries that rules speak of.
    func isFollowed(_ text: String) -> Bool {
        rules.isRoot(text) && !Native.plainModules.contains(RuleIndex.top(text))
    }

    private func methodReturns(_ text: String) -> String? {
        guard let dot = text.lastIndex(of: ".") else { return nil }
        return rules.facts(String(text[..<dot]) + ".*").returns
    }

    func callUnknown(_ arguments: Arguments, op index: UInt32) -> Value {
        handOver(arguments, op: index)
        guard isAlive else { return .nothing }
        noteHandedMethods(arguments)
        forgetParts(of: arguments)
        if let value = callMember(arguments, op: index) { return value }
        noteForProbe(unknownCall: index)
        if !state.forks.isEmpty {
            if isUnknownCode(index) { noteUnknownCall() }
            if isHandedIn(index) { noteUnknownRelease() }
        }
        return fresh()
    }

    /// An unknown function that is called by its name, or by that of an attribute of `self`, to do something: what is given
    /// data (`transform(row)`) makes something of them.
    private func isHandedIn(_ index: UInt32) -> Bool {
        let call = op(index)
        guard call.kind == .call, !list(call.b).contains(where: { isData(ofArgument: op($0)) }) else { return false }
        let callee = op(call.a)
        if callee.kind == .name {
            // `CallOptions()` of an imported module: a function of Swift is handed no types to call.
            return !(program.isSwift(frame.module) && isCapitalized(symbols[symbol(callee.a)]))
        }
        guard callee.kind == .attribute else { return false }
        let base = op(callee.a)
        return base.kind == .name && symbols[symbol(base.a)] == "self"
    }

    /// Not `initializer(*arguments)` nor `hook(self)`.
    private func isData(ofArgument argument: Op) -> Bool {
        switch argument.kind {
        case .starred, .doubleStarred, .keyword: false
        case .name: symbols[symbol(argument.a)] != "self"
        default: true
        }
    }

    private func isCapitalized(_ name: String) -> Bool {
        name.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
    }

    /// What a child was handed to call may be what disposes of the connections that it inherited.
    func noteUnknownRelease() {
        guard !isPure else { return }
        for active in state.forks { fork(active.fork)?.mayHaveReleased = true }
    }

    /// A method of an unknown value is somebody's `strip` or `append`, unless a method of that name in this
    /// program reaches a library; an unknown function that is called directly may be anything.
    private func isUnknownCode(_ index: UInt32) -> Bool {
        let call = op(index)
        guard call.kind == .call else { return true }
        let callee = op(call.a)
        guard callee.kind == .attribute else { return true }
        if relevance.mayTouch(member: symbol(callee.b)) { return true }
        let base = op(callee.a)
        return base.kind == .name && symbols[symbol(base.a)] == "self"
    }

    func noteUnknownCall() {
        guard !isPure else { return }
        // What this run has not followed for want of work (FG902) says nothing of the program.
        guard limitPlace == nil else { return }
        for active in state.forks { fork(active.fork)?.runsUnknownCode = true }
    }

    private func endPath(_ kind: PathEnd.Kind, _ arguments: Arguments) -> Value {
        switch kind {
        case .exec, .exit: isAlive = false
        case .systemExit: raise(isSystemExit: true)
        case .raise: raise(isSystemExit: false)
        case .return:
            frame.returns.append((state, arguments.positional.first ?? arguments.keywords.first?.value ?? .none))
            isAlive = false
        }
        return .nothing
    }

    private func constructBase(_ id: PathID, _ receiver: ObjectID?, _ arguments: Arguments, op: UInt32) -> Value {
        let text = paths[id]
        var receiver = receiver
        var arguments = arguments
        // `Process.__init__(self, ...)` names its object.
        if receiver == nil, case .object(let own)? = arguments.positional.first?.only {
            receiver = own
            arguments.positional.removeFirst()
        }
        let cls = path(String(text.dropLast(".__init__".count)))
        let facts = rules.facts(paths[cls])
        if let launcher = launcher(of: facts, arguments), let receiver {
            if rules.catalog.launchers[launcher].runsAt.isEmpty {
                construct(launcher, receiver, arguments, op: op)
            } else {
                // An application: what answers requests is called where the server's loop runs.
                _ = putOff(launcher, cls, arguments, op: op)
            }
        }
        recordTouches(cls, facts, on: receiver, receiver.map { Value(.object($0)) } ?? .none, arguments, op: op)
        return .none
    }

    // MARK: Touches and uses

    func recordTouches(
        _ id: PathID, _ facts: RuleIndex.PathFacts, on receiver: ObjectID?, _ result: Value, _ arguments: Arguments,
        op: UInt32
    ) {
        guard !isPure else {
            if facts.touches.contains(where: { (!$0.touch.isByThread || thread != nil) && !rules.endsWithBlock($0) }) {
                hasEffect = true
            }
            return
        }
        recordUses(id, facts, on: receiver, result, arguments, op: op)
        for (library, touch) in facts.touches where !facts.notTouch.contains(library) && exists(touch) {
            guard !touch.isByThread || thread != nil else { continue }
            for holder in holders(of: touch, library, receiver, arguments) where !isHarmless(library, holder) {
                let asked = asked(arguments, holder, library, touch)
                guard holds(touch.when, touch.parameters, asked),
                    !touch.unless.contains(where: { surelyHolds($0, touch.parameters, asked) })
                else { continue }
                let answers = answers(for: touch.when, touch.parameters, asked)
                let key = touch.isOfResult ? key(library, nil, own(result)) : key(library, holder, result)
                addTouch(library, key, id, thread: touch.isByThread ? thread : nil, under: answers, op: op)
            }
        }
    }

    private func recordUses(
        _ id: PathID, _ facts: RuleIndex.PathFacts, on receiver: ObjectID?, _ result: Value, _ arguments: Arguments,
        op: UInt32
    ) {
        guard !isPure, !isReplaying, !state.forks.isEmpty || !state.forksAsParent.isEmpty else { return }
        if !facts.uses.isEmpty { noteEscapeFromProbe() }
        for (library, use) in facts.uses
        where !facts.notTouch.contains(library) && exists(use) {
            for holder in holders(of: use, library, receiver, arguments)
            where (holder != nil || use.kind != .method || rules.catalog.libraries[library].scope == .process)
                && holds(use.when, use.parameters, asked(arguments, holder, library, use))
                && !use.unless.contains(where: {
                    surelyHolds($0, use.parameters, asked(arguments, holder, library, use))
                })
            {
                noteUse(key(library, holder, result), of: library, id, op: op)
            }
        }
    }

    /// The object that a call is about: the one whose method it is, or what the argument that the rule names may be.
    private func holders(of touch: LibraryRule.Touch, _ library: Int, _ receiver: ObjectID?, _ arguments: Arguments)
        -> [ObjectID?]
    {
        guard let handle = touch.handle else { return [receiver] }
        // `pandas.read_sql` takes connections of several libraries.
        return argument(handle, touch.parameters, arguments)?.atoms.compactMap { self.handle($0, of: library) } ?? []
    }

    /// The arguments that a condition is about: those of the call, and those that its object was made with.
    private func asked(
        _ arguments: Arguments, _ receiver: ObjectID?, _ library: Int, _ touch: LibraryRule.Touch
    ) -> Arguments {
        let arguments = completed(arguments, for: touch)
        guard let receiver, let made = object(root(of: receiver))?.arguments else { return arguments }
        // The call of an object: `nn.Linear(784, 256)(batch)`.
        if touch.name.hasSuffix("()") { return made }
        let defaults = rules.catalog.libraries[library].defaultArguments
        var result = arguments
        result.keywords += made.keywords.filter { keyword in
            guard !defaults.isEmpty, case .external(let path)? = keyword.value.only else { return true }
            return !defaults.contains(symbols[keyword.name] + "=" + rules.canonical(paths[path]))
        }
        return result
    }

    /// What a handle's method gives (a cursor, a collection, a stub) belongs to that handle.
    private func derived(_ result: Value, from receiver: ObjectID?) -> Value {
        guard let receiver, case .object(let id)? = result.only, id != receiver else { return result }
        switch object(receiver)?.kind {
        // An instance is the handle where its class derives from the library's.
        case .external, .instance: update(id) { $0.root = root(of: receiver) }
        default: break
        }
        return result
    }

    /// A result that is a handle by itself, whatever it was made of.
    private func own(_ result: Value) -> Value {
        if case .object(let id)? = result.only, object(id)?.root != nil { update(id) { $0.root = nil } }
        return result
    }

    func root(of id: ObjectID) -> ObjectID { object(id)?.root ?? id }

    /// Some names are touches in some releases only.
    private func exists(_ touch: LibraryRule.Touch) -> Bool { touch.only.map(admits) ?? true }

    func admits(_ limit: LibraryRule.VersionLimit) -> Bool {
        let path = program.modules[Int(frame.module)].path
        return limit.admits(metadata.pin(of: limit.distribution, at: path))
    }

    /// - Parameter answers: those under which it touches: `.to("cuda" if flag else "cpu")`.
    func addTouch(
        _ library: Int, _ key: ResourceKey, _ id: PathID, thread: ObjectID? = nil,
        under answers: [Assumption: Bool] = [:],
        op: UInt32
    ) {
        events += 1
        nextOrder += 1
        for name in rules.catalog.libraries[library].implies where name != paths[id] {
            state.assume(Assumption(subject: answer(of: path(name)), question: .truthy), true)
        }
        var touch = Touch(
            library: library, path: id, place: place(op), function: frame.function, stack: frame.stack,
            assumptions: state.assumptions.merging(answers) { mine, _ in mine }, order: nextOrder, thread: thread,
            home: rules.catalog.libraries[library].isPerThread ? localThread : nil)
        touch.subjects = touch.assumptions.subjects
        state.touched[key]?.removeAll { $0.place == touch.place }
        if state.touched[key] == nil, state.touched.count >= Limits.handlesPerPlace { forgetOldest(like: touch) }
        state.addTouches([touch], to: key)
        for fork in state.forksAsParent { self.fork(fork)?.parentUses.insert(key) }
        if !streamsOpen.isEmpty { replaceWorkersOfStreams(op: op) }
    }

    /// Where calls that go round make handles without end, the last ones stand for all.
    private func forgetOldest(like touch: Touch) {
        let made = state.touched.filter { $0.key.object >= 0 && $0.value.first?.place == touch.place }
        guard made.count >= Limits.handlesPerPlace,
            let oldest = made.min(by: { ($0.value.first?.order ?? 0) < ($1.value.first?.order ?? 0) })
        else { return }
        state.touched[oldest.key] = nil
    }

    /// The one answer that a function gives wherever it is asked.
    private func answer(of id: PathID) -> Int32 {
        let number = part(-5, id)
        processAnswers.insert(number)
        return number
    }

    func key(_ library: Int, _ receiver: ObjectID?, _ result: Value) -> ResourceKey {
        let runtime = rules.runtimeOfLibrary[library]
        guard rules.catalog.libraries[library].scope == .handle else { return ResourceKey(runtime: runtime) }
        if let receiver { return ResourceKey(runtime: runtime, object: root(of: receiver)) }
        if case .object(let id)? = result.only { return ResourceKey(runtime: runtime, object: root(of: id)) }
        return ResourceKey(runtime: runtime)
    }

    func noteUse(_ key: ResourceKey, of library: Int, _ id: PathID, op: UInt32) {
        events += 1
        let isReleasable = !rules.catalog.libraries[library].releases.isEmpty
        let isPerThread = rules.catalog.libraries[library].isPerThread
        for fork in state.forksAsParent { self.fork(fork)?.parentUses.insert(key) }
        for active in state.forks {
            if !active.isChildOnly { fork(active.fork)?.parentUses.insert(key) }
            guard let fork = fork(active.fork), let touches = fork.touches[key], fork.uses[key] == nil,
                !(isReleasable && fork.mayHaveReleased), !isPerThread || fork.thread == localThread,
                !state.arrangements.releasedInChild.contains(ReleasedResource(fork: active.fork, key: key))
            else { continue }
            // The use, too, may stand under a test that the touch's path had the other answer to.
            guard touches.contains(where: { !$0.excludes(state.assumptions) }) else { continue }
            fork.uses[key] = ForkRecord.Use(
                path: id, place: place(op), function: frame.function, stack: frame.stack,
                settings: decisiveSettings(library))
        }
    }

    func touchByImport(_ name: String) {
        for (index, library) in rules.catalog.libraries.enumerated() where library.importIsTouch {
            guard library.imports.contains(where: { name == $0 || name.hasPrefix($0 + ".") }) else { continue }
            hasEffect = true
            if !isPure {
                addTouch(index, ResourceKey(runtime: rules.runtimeOfLibrary[index]), path(name), op: importSite)
            }
        }
    }

    /// The handle that a function of a library is given: `sqlite3_close(db)`.
    private func handle(of library: Int, among arguments: Arguments) -> ObjectID? {
        arguments.positional.first?.atoms.lazy.compactMap { self.handle($0, of: library) }.first
    }

    private func handle(_ atom: Atom, of library: Int) -> ObjectID? {
        guard case .object(let id) = atom, case .external(let path)? = object(id)?.kind else { return nil }
        let isOwn = rules.catalog.libraries[library].imports.contains {
            paths[path] == $0 || paths[path].hasPrefix($0 + ".")
        }
        return isOwn ? id : nil
    }

    private func release(_ library: Int, _ receiver: ObjectID?) {
        var key = ResourceKey(runtime: rules.runtimeOfLibrary[library])
        if rules.catalog.libraries[library].scope == .handle, let receiver { key.object = receiver }
        // Letting go of what was derived (a connection of an engine's pool) leaves the handle as it is.
        events += 1
        state.touched[key] = nil
        for active in state.forks where active.isChildOnly {
            state.arrangements.releasedInChild.insert(ReleasedResource(fork: active.fork, key: key))
        }
    }

    /// `connection.connection = None`: where a rule names the attribute, giving it a value lets go of the handle.
    func releaseBySetting(_ attribute: PathID, of receiver: ObjectID?) {
        for library in rules.facts(paths[attribute]).releases { release(library, receiver) }
    }

    /// An instance that an annotated parameter brings along: somebody has made it in this process.
    func receive(_ id: PathID, _ facts: RuleIndex.PathFacts) -> Value {
        make(Object(kind: .external(id)))
    }

    // MARK: The environment

    /// Notes a variable that the program sets for itself and its children.
    ///
    /// - Parameter isSure: unless another value may stand.
    func setVariable(_ name: Value, _ value: Value, isSure: Bool = true) {
        guard case .string(let symbol)? = name.only else { return }
        variableSetters[symbol, default: []].insert(isPure ? evaluated : frame.module)
        if rules.environmentNames.contains(symbols[symbol]) { hasEffect = true } else if !isSure { return }
        state.arrangements.variables[symbol] = value
    }

    /// What the program has given a variable of the environment on this path.
    func variable(_ name: Symbol) -> Value? {
        variableReaders[name, default: []].insert(isPure ? evaluated : frame.module)
        return state.arrangements.variables[name]
    }

    /// What a module reads of the environment at its top level may be what another has set before importing it.
    func noteVariables() {
        for (name, setters) in variableSetters {
            guard let readers = variableReaders[name] else { continue }
            effectiveModules.formUnion(setters.filter { $0 >= 0 })
            effectiveModules.formUnion(readers.filter { $0 >= 0 })
        }
    }
}
