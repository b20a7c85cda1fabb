/// What forks, and what the forked children run.
extension Interpreter {
    func makeFork(_ launcher: Int, _ reason: ForkRecord.Reason, op: UInt32) -> ForkRecord {
        // What C does for Swift forks where Swift calls it.
        var site = CallStack(place: place(op), function: frame.function, parent: frame.stack)
        while program.isShim(site.place.module), let caller = site.parent { site = caller }
        return makeFork(launcher, reason, place: site.place, stack: site.parent, function: site.function)
    }

    func makeFork(
        _ launcher: Int, _ reason: ForkRecord.Reason, place: Place, stack: CallStack?, function: FunctionID
    ) -> ForkRecord {
        events += 1
        // Children of one parent share what they inherit.
        noteLastingParents(state)
        let hooks = state.arrangements.hooksBeforeFork
        state.arrangements.hooksBeforeFork = []
        for hook in hooks where isAlive { _ = call(hook, Arguments(), op: place.op) }
        state.arrangements.hooksBeforeFork = hooks
        isAlive = true
        var touches: [ResourceKey: [Touch]] = [:]
        let given = forkAssumptions
        let here = state.assumptions.merging(given) { mine, _ in mine }
        forkAssumptions = [:]
        let held = heldAtFork(hooks)
        let server = reason.isForkServer ? forkServer : nil
        for (key, all) in server?.touched ?? state.touched {
            let possible = all.filter { touch in
                let isElsewhere = rules.catalog.libraries[touch.library].isPerThread && touch.home != localThread
                let isHeld = touch.thread != nil && held.contains(key.object)
                return !isElsewhere && !isHeld && !touch.excludes(here) && mayMeet(touch, reason)
            }
            if !possible.isEmpty { touches[key] = possible }
        }
        let record = ForkRecord(
            id: firstFork + Int32(forks.count), launcher: launcher, reason: reason, place: place, function: function,
            stack: stack, touches: isPure || isReplaying ? [:] : touches)
        record.snapshot = server
        record.assumptions = given
        record.thread = localThread
        forks.append(record)
        return record
    }

    /// A path that goes on as the parent of a fork, or may do so.
    func noteLastingParents(_ state: State) {
        for id in state.forksAsParent { fork(id)?.hasLastingParent = true }
    }

    /// The same at the end of a process, where a path that may be the parent's lives on as well.
    func noteParents(in end: State) {
        noteLastingParents(end)
        for active in end.forks where !active.isChildOnly { fork(active.fork)?.hasLastingParent = true }
    }

    /// Locks that the process takes before each fork, so that no other thread holds them at that moment:
    /// `os.register_at_fork(before=lock.acquire, after_in_child=lock.release)`.
    private func heldAtFork(_ hooks: [Value]) -> Set<ObjectID> {
        Set(
            hooks.flatMap(\.atoms).compactMap { atom in
                guard case .externalMember(let path, let object) = atom, paths[path].hasSuffix(".acquire") else {
                    return nil
                }
                return object
            })
    }

    /// False where every path that touches has chosen another start method than the one that forks.
    private func mayMeet(_ touch: Touch, _ reason: ForkRecord.Reason) -> Bool {
        guard let family = reason.processFamily, let methods = touch.methods[family] else { return true }
        return methods.chosen[.fork] != nil
            || methods.isDefault && rules.defaultMethod(family, environment) == .fork
    }

    /// Runs what the child runs, in a copy of the state that it inherits.
    ///
    /// - Parameters:
    ///   - keepsState: the child is a worker, and what it is given later sees what this left: an
    ///     initializer that opens a connection of the worker's own.
    ///   - returns: is given, in the child, what each call has returned.
    func runChild(
        of record: ForkRecord, _ calls: [LauncherRule.ChildCall], _ parameters: [String], _ arguments: Arguments,
        receiver: ObjectID?, keepsState: Bool = false, op: UInt32, returns: (Value) -> Void = { _ in }
    ) {
        let outer = workersInstances
        workersInstances = [:]
        defer { workersInstances = outer }
        inChild(of: record, keepsState: keepsState, op: op) { [self] in
            for call in childCalls(calls, receiver) {
                isAlive = true
                let value = run(call, parameters, arguments, receiver, op: op)
                if isAlive { returns(value) }
            }
        }
    }

    /// Runs `body` as the child of a fork, after the hooks registered for it; the parent's path goes on as it was.
    func inChild(of record: ForkRecord, keepsState: Bool = false, op: UInt32, _ body: () -> Void) {
        guard !isPure else { return }
        // A child is run as far as there is work left: what forks in it would be run without end otherwise.
        guard steps < stepLimit else { return reachedLimit(place(op)) }
        record.depth = depth
        state.freeze()
        let parent = (state, isAlive, frame)
        let (outerThread, outerBackground) = (thread, background)
        (thread, background) = (nil, nil)
        defer { (thread, background) = (outerThread, outerBackground) }
        if var inherited = record.snapshot {
            // What was made since then reaches the child through its queue.
            inherited.heap.fill(from: state.heap)
            inherited.environments.fill(from: state.environments)
            inherited.arrangements.defaults.fill(from: state.arrangements.defaults)
            inherited.globals.fill(from: state.globals)
            inherited.parts.fill(from: state.parts)
            state = inherited
        }
        state.forks.append(ActiveFork(fork: record.id, isChildOnly: true))
        for (assumption, answer) in record.assumptions { state.assume(assumption, answer) }
        defer { hooksRun.insert(record.id) }
        let child = Frame(
            module: frame.module, function: frame.function, environment: frame.environment, stack: frame.stack)
        child.receiver = frame.receiver
        frame = child
        if !hooksRun.contains(record.id) {
            var hooks = state.arrangements.childHooks
            if case .family = rules.catalog.launchers[record.launcher].method {
                hooks += state.arrangements.workerHooks
            }
            for hook in hooks where isAlive { runHook(hook, op: op) }
        }
        body()
        if keepsState, isAlive {
            state.forks.removeAll { $0.fork == record.id }
            state.freeze()
            record.snapshot = state
        }
        (state, isAlive, frame) = parent
    }

    /// Runs what a child does first. A hook that returns early has found nothing to do (`if self._stopped: return`): of those of
    /// its ways that end early and the one through to its end, the last one counts.
    func runHook(_ hook: Value, op: UInt32) {
        let outer = hookDepth
        hookDepth = depth + 1
        _ = call(hook, Arguments(), op: op)
        hookDepth = outer
    }

    /// A subclass's `run` takes the place of the target that the base class's would call.
    func childCalls(_ calls: [LauncherRule.ChildCall], _ receiver: ObjectID?) -> [LauncherRule.ChildCall] {
        guard let receiver, case .instance(let cls)? = object(receiver)?.kind else {
            return calls.filter { !$0.callee.hasPrefix("self.") }
        }
        let own = calls.filter {
            $0.callee.hasPrefix("self.") && classAttribute(cls, symbols.intern(String($0.callee.dropFirst(5)))) != nil
        }
        return own.isEmpty ? calls.filter { !$0.callee.hasPrefix("self.") } : own
    }

    func run(
        _ child: LauncherRule.ChildCall, _ parameters: [String], _ arguments: Arguments, _ receiver: ObjectID?,
        op: UInt32
    ) -> Value {
        // A worker that is sent the names of functions: nobody here sees which.
        if child.callee == "?" {
            noteUnknownCall()
            return .none
        }
        if child.callee.hasPrefix("self."), let receiver {
            let method = attribute(
                of: Value(.object(receiver)), symbols.intern(String(child.callee.dropFirst(5))), op: op)
            return call(method, Arguments(), op: op)
        }
        if let dot = child.callee.firstIndex(of: ".") {
            return runMember(child, parameters, arguments, receiver, dot, op: op)
        }
        guard let callee = argument(child.callee, parameters, arguments) else {
            if arguments.star != nil || arguments.hasUnknownKeywords { noteUnknownCall() }
            return .none
        }
        if callee.atoms.contains(where: \.isOpaque) { noteUnknownRelease() }
        if child.isEach {
            let element = elements(of: callee)
            guard isAlive else { return .nothing }
            return callChild(element.atoms.isEmpty ? fresh() : element, child, parameters, arguments, op: op)
        }
        return callChild(callee, child, parameters, arguments, op: op)
    }

    /// `RequestHandlerClass.handle`: a method of what the parameter holds, or of an instance of the class it holds.
    private func runMember(
        _ child: LauncherRule.ChildCall, _ parameters: [String], _ arguments: Arguments, _ receiver: ObjectID?,
        _ dot: String.Index, op: UInt32
    ) -> Value {
        guard let holder = argument(String(child.callee[..<dot]), parameters, arguments) else { return .none }
        let name = symbols.intern(String(child.callee[child.callee.index(after: dot)...]))
        var target = child.isEach ? elements(of: holder) : holder
        if target.atoms.isEmpty { target = fresh() }
        guard isAlive else { return .nothing }
        if child.isEach { target = withoutNames(target) }
        // `TCPServer(address, partial(Handler, connection))`
        if makesHandlers(target) { target = callUnknownArguments(target, op: op) }
        guard isAlive else { return .nothing }
        if case .class(let cls)? = target.only {
            target = workersInstance(of: cls, parameters, arguments, receiver, op: op)
        }
        guard isAlive else { return .nothing }
        if symbols[name] == "*" { return runPublicMethods(of: target, op: op) }
        // A method that the class does not have is not called: a dataset is either indexed or iterated.
        if case .object(let id)? = target.only, case .instance(let cls)? = object(id)?.kind,
            object(id)?.attributes[name] == nil, classAttribute(cls, name) == nil,
            externalBase(of: cls, providing: name) == nil
        {
            return .none
        }
        var given = Arguments()
        if case .unknown = child.arguments { given.star = fresh() }
        let value = call(attribute(of: target, name, op: op), given, op: op)
        if isAlive, isLazy(value) { consume(value) { _ in } }
        // A loader that a method gives back is iterated by who has called it.
        if isAlive, forksWhenIterated(value), case .object(let id)? = value.only { iterate(object: id, op: op) }
        return value
    }

    /// True for a function in the place of a class.
    private func makesHandlers(_ target: Value) -> Bool {
        switch target.only {
        case .function?: return true
        case .object(let id)?:
            guard let object = object(id), object.kind == .partial, let callee = object.items.first?.only else {
                return false
            }
            if case .class = callee { return true }
            return false
        default: return false
        }
    }

    /// Of pairs what is meant: the class of `("/size", Size)`, the object of `("model", Ridge())`.
    private func withoutNames(_ element: Value) -> Value {
        var result = Value.nothing
        for atom in element.atoms {
            guard case .object(let id) = atom, let pair = object(id), pair.kind == .tuple else {
                result.insert(atom)
                continue
            }
            let isClass = pair.items.first { if case .class? = $0.only { true } else { false } }
            let last = pair.items.last { $0.atoms.contains { if case .object = $0 { true } else { false } } }
            result.formUnion(isClass ?? last ?? Value(atom))
        }
        return result
    }

    /// Calls each public method of an object by itself, as nobody knows the order of requests.
    private func runPublicMethods(of target: Value, op: UInt32) -> Value {
        guard case .object(let id)? = target.only, case .instance(let cls)? = object(id)?.kind else {
            noteUnknownCall()
            return .none
        }
        let given = Arguments(star: fresh())
        return alternatives(publicMethods(of: cls).map(\.name)) { [self] name in
            call(attribute(of: target, name, op: op), given, op: op)
        }
    }

    /// Methods that others may call, by ascending names.
    func publicMethods(of cls: EnvironmentID) -> [(name: Symbol, function: FunctionID)] {
        var methods: [Symbol: FunctionID] = [:]
        for case .class(let ancestor) in lineage(of: cls) {
            for (name, value) in scope(ancestor)?.variables ?? [:] where methods[name] == nil {
                if case .function(let function, _)? = value.only, !symbols[name].hasPrefix("_") {
                    methods[name] = function
                }
            }
        }
        return methods.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The instance of a class handed over whose methods run one after the other: a handler of requests.
    private func workersInstance(
        of cls: EnvironmentID, _ parameters: [String], _ arguments: Arguments, _ receiver: ObjectID?, op: UInt32
    ) -> Value {
        if let made = workersInstances[cls], object(made) != nil { return Value(.object(made)) }
        let value = instantiate(cls, nil, op: op)
        guard isAlive, case .object(let id)? = value.only else { return value }
        workersInstances[cls] = id
        guard let receiver, let launcher = object(receiver)?.launch?.launcher, launcher >= 0 else { return value }
        for (name, source) in rules.catalog.launchers[launcher].instanceAttributes {
            let held = source == "self" ? Value(.object(receiver)) : argument(source, parameters, arguments)
            guard let held else { continue }
            update(id) { $0.attributes[symbols.intern(name)] = held }
        }
        return value
    }

    func callChild(
        _ callee: Value, _ child: LauncherRule.ChildCall, _ parameters: [String], _ arguments: Arguments, op: UInt32
    ) -> Value {
        if case .none? = callee.only { return .none }
        // A coroutine is its own callee.
        if case .object(let id)? = callee.only, case .coroutine? = object(id)?.kind {
            return awaitValue(callee, op: op)
        }
        if callee.atoms.contains(where: isUnknownTarget) { noteUnknownCall() }
        noteTarget(callee)
        var given = Arguments()
        if child.isRanked { given.positional.append(fresh()) }
        switch child.arguments {
        case .none: break
        case .unknown: return callUnknownArguments(callee, op: op)
        case .unpacked(let args, let kwargs):
            if let args, let value = argument(args, parameters, arguments) { spread(value, into: &given) }
            if let kwargs, let value = argument(kwargs, parameters, arguments) { spreadKeywords(value, into: &given) }
        case .each(let names):
            for name in names {
                guard let value = argument(name, parameters, arguments) else { continue }
                let element = elements(of: value)
                given.positional.append(element.atoms.isEmpty ? fresh() : element)
            }
        case .eachUnpacked(let name):
            let element = argument(name, parameters, arguments).map { elements(of: $0) } ?? fresh()
            spread(element, into: &given)
        case .rest:
            let index = parameters.firstIndex(of: child.callee) ?? 0
            given.positional = Array(arguments.positional.dropFirst(index + 1))
            given.keywords = arguments.keywords
            given.star = arguments.star
            given.hasUnknownKeywords = arguments.hasUnknownKeywords
        }
        guard isAlive else { return .nothing }
        return call(callee, given, op: op)
    }

    /// True for what is called in a child without anybody here knowing what it does.
    func isUnknownTarget(_ atom: Atom) -> Bool {
        switch atom {
        case .opaque(let number): return !harmless.contains(number) && !isData(number)
        case .external(let path):
            let text = paths[path]
            return !Native.isStandardLibrary(text) && !rules.isRoot(text)
                && !rules.plainModules.contains(RuleIndex.top(text))
        case .object(let id):
            guard let object = object(id) else { return true }
            if case .external = object.kind {
                return object.launch == nil && object.attributes[symbols.intern("<inner>")] == nil
            }
            return false
        default: return false
        }
    }

    /// What the child is given to run decides whether it could be spawned.
    private func noteTarget(_ callee: Value) {
        // What the child hands to threads of its own need not be importable.
        guard let active = state.forks.last(where: \.isChildOnly), let record = fork(active.fork), record.depth == depth
        else { return }
        for case .function(let function, _) in callee.atoms where !record.targets.contains(function) {
            record.targets.append(function)
        }
    }

    func callUnknownArguments(_ callee: Value, op: UInt32) -> Value {
        var given = Arguments()
        given.star = fresh()
        given.hasUnknownKeywords = true
        return call(callee, given, op: op)
    }

    func forksWhenIterated(_ value: Value) -> Bool {
        guard case .object(let id)? = value.only, let launch = object(id)?.launch, launch.launcher >= 0 else {
            return false
        }
        return rules.catalog.launchers[launch.launcher].forksAt.contains(.iterate)
    }

    /// An object that forks when it is iterated (a data loader), or runs here what its children would.
    ///
    /// - Parameters:
    ///   - op: the call that iterates, if it is not the statement that runs.
    ///   - isHandedOver: the call is one of code that is not scanned.
    func iterate(object id: ObjectID, op call: UInt32? = nil, isHandedOver: Bool = false) {
        guard let launch = object(id)?.launch, launch.launcher >= 0 else { return }
        let rule = rules.catalog.launchers[launch.launcher]
        guard rule.kind == .fork, rule.forksAt.contains(.iterate) else { return }
        let site = CallStack(place: place(call ?? iteratedHere), function: frame.function, parent: frame.stack)
        // The calls of parent and child stand where the loader was made, whoever iterates over it.
        let outer = frame
        frame = Frame(
            module: launch.place.module, function: launch.stack.function, environment: -1, stack: launch.stack.parent)
        defer { frame = outer }
        runHere(rule.parent, rule.parameters, launch.arguments, op: launch.place.op)
        guard isAlive else { return }
        guard !launch.runsHere else {
            if !isPure { launchLog?.note(.lacksArguments(launcher: launch.launcher), at: launch.place) }
            return runHere(rule.otherwiseHere, rule.parameters, launch.arguments, op: launch.place.op)
        }
        let keeps = rule.keepsWhen.map { surelyHolds($0, rule.parameters, launch.arguments) } ?? false
        if keeps, launch.fork != nil { return }
        guard
            let reason = forkReason(
                launch.launcher, launch.arguments, nil, at: launch.place, in: launch.stack.function)
        else { return }
        let record = makeFork(
            launch.launcher, reason, place: site.place, stack: site.parent, function: site.function)
        record.launchPlace = launch.place
        record.isHandedOver = isHandedOver
        if keeps { update(id) { $0.launch?.fork = record.id } }
        weigh(launch.arguments, id, for: record)
        let replaced = state.arrangements.replaced
        for (name, parameter) in rule.provides {
            state.arrangements.replaced[self.path(name)] = argument(parameter, rule.parameters, launch.arguments)
        }
        runChild(of: record, rule.child, rule.parameters, launch.arguments, receiver: id, op: launch.place.op)
        state.arrangements.replaced = replaced
    }

    /// What is iterated where the running statement iterates: the sequence of a `for`.
    private var iteratedHere: UInt32 {
        let statement = op(frame.statement)
        return statement.kind == .for ? statement.b : frame.statement
    }

    /// Calls that a launcher makes in this process; whether one of them raises is another matter.
    func runHere(
        _ calls: [LauncherRule.ChildCall], _ parameters: [String], _ arguments: Arguments, op: UInt32
    ) {
        for call in calls {
            state.freeze()
            let before = state
            _ = run(call, parameters, arguments, nil, op: op)
            enter(isAlive ? state : before)
        }
    }
}
