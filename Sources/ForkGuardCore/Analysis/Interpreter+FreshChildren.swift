/// Children that are started by spawn or by the fork server.
///
/// What they start without a method of its own starts as they were: `BaseProcess._bootstrap` of `multiprocessing` makes their
/// own start method the default of the process (`_force_start_method`), and torch's `mp.spawn` starts them so.
extension Interpreter {
    /// A start method other than fork, as the launch that was asked for last has it.
    struct FreshStart {
        var family: Int
        var methods: StartMethods
    }

    /// The child that `torch.multiprocessing.spawn` starts, which is spawned whatever the process has chosen.
    func runSpawned(_ rule: LauncherRule, _ arguments: Arguments, op: UInt32) {
        guard !isPure, !rule.child.isEmpty, case .family(let id, _) = rule.method, let family = rules.family(id) else {
            return
        }
        freshStart = FreshStart(family: family, methods: StartMethods(chosen: [.spawn: place(op)]))
        runFresh(rule, arguments, receiver: nil, op: op)
    }

    /// Runs what a fresh child runs, as far as that may fork in its turn; the parent's path goes on as it was.
    func runFresh(_ rule: LauncherRule, _ arguments: Arguments, receiver: ObjectID?, op: UInt32) {
        guard !isPure, let start = freshStart, state.forks.isEmpty, steps < stepLimit else { return }
        let calls = childCalls(rule.child, receiver)
        let targets: [FunctionID] =
            calls
            .flatMap { functionsRun(by: $0, rule.parameters, arguments, receiver) }
            .filter { relevance.mayFork($0) }
        guard let first = targets.first, !freshTargets.isSuperset(of: targets) else { return }
        freshTargets.formUnion(targets)
        // It imports the main module anew, and what its function stands in.
        let home = program.functions[Int(first)].module
        let main = script.flatMap { $0 == home ? nil : $0 }
        guard var child = freshState(importing: [main].compactMap { $0 } + [home]) else { return }
        let given = rule.picklesArguments ? pickled(arguments) : arguments
        state.freeze()
        child.heap.fill(from: state.heap)
        child.environments.fill(from: state.environments)
        child.parts.fill(from: state.parts)
        child.arrangements.defaults.fill(from: state.arrangements.defaults)
        (child.assumptions, child.ties) = (state.assumptions, state.ties)
        child.methods[start.family] = start.methods
        let parent = (state, isAlive, frame)
        let outer = (thread, background)
        (thread, background) = (nil, nil)
        (state, isAlive) = (child, true)
        let process = Frame(
            module: frame.module, function: frame.function, environment: frame.environment, stack: frame.stack)
        process.receiver = frame.receiver
        frame = process
        for call in calls {
            isAlive = true
            _ = run(call, rule.parameters, given, receiver, op: op)
        }
        for end in [current].compactMap({ $0 }) + process.raises.map(\.state) { noteParents(in: end) }
        (state, isAlive, frame) = parent
        (thread, background) = outer
    }

    /// The functions that a child's call runs, as far as its callee says.
    private func functionsRun(
        by call: LauncherRule.ChildCall, _ parameters: [String], _ arguments: Arguments, _ receiver: ObjectID?
    ) -> [FunctionID] {
        var callee = argument(call.callee, parameters, arguments)
        if call.callee.hasPrefix("self."), let receiver, case .instance(let cls)? = object(receiver)?.kind {
            callee = classAttribute(cls, symbols.intern(String(call.callee.dropFirst(5))))
        }
        return callee?.atoms.flatMap(functions) ?? []
    }

    private func functions(of atom: Atom) -> [FunctionID] {
        switch atom {
        case .function(let function, _), .method(let function, _, _): return [function]
        case .object(let id):
            guard let object = object(id), case .partial = object.kind else { return [] }
            return object.items.first?.atoms.flatMap(functions) ?? []
        default: return []
        }
    }
}
