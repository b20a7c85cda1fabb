/// Programs fork mostly to run another one, in a function that nobody gets out of in the child. What leads to no other
/// fork need not be run, and in Swift, where names stand for every member of that name, that is most of a package.
extension EntryPoints {
    /// Leaves functions out of what may fork whose forks are contained, and what forks through them alone.
    ///
    /// Functions that name what forks come first, then those that name the ones of them whose forks are not contained.
    mutating func leaveOutContainedForks() {
        guard interpreter.launchLog == nil, var graph = interpreter.relevance.takeGraph(),
            // A fork may be a finding by itself by a rule of the user's own.
            interpreter.rules.catalog.libraries.allSatisfy({ $0.language != .swift || $0.needsProvenUse })
        else { return }
        let names = Set(
            interpreter.rules.catalog.libraries.filter { $0.language == .swift }
                .flatMap { $0.uses.isEmpty ? $0.touches : $0.uses }
                .compactMap { program.symbols.find(SeedNames.last($0.name)) })
        let outer = interpreter.savedForProbes
        let before = limits
        interpreter.totalSteps += interpreter.steps
        let start = interpreter.totalSteps
        share = Limits.stepsPerEntry * Limits.secondShare
        defer { share = Limits.stepsPerEntry }
        var nodes = graph.goals(.fork)
        var asked: Set<FunctionID> = []
        for _ in 0..<Limits.probeRounds where !nodes.isEmpty {
            let probed = graph.namedFunctions(mentioning: nodes, besides: asked)
            asked.formUnion(probed)
            let forking = Set(nodes.map { graph.nodes.pairs[Int($0)].second })
            var contained: Set<FunctionID> = []
            for function in probed {
                let done = interpreter.totalSteps + interpreter.steps - start
                guard done < Limits.stepsPerPhase else { break }
                let probe = ForkProbe(
                    forkingNames: forking, namesOfUses: names, onlyCalls: onlyCalls(function, forking))
                if isContained(function, probe) { contained.insert(function) }
            }
            graph.cut(nodes, from: contained)
            nodes = graph.nodes(behind: probed.filter { !contained.contains($0) })
        }
        interpreter.probe = nil
        interpreter.restore(outer)
        limits = before
        interpreter.relevance.narrowForks(by: graph)
    }

    /// True where a function names none of those but to call what it means.
    private func onlyCalls(_ function: FunctionID, _ names: Set<Symbol>) -> Bool {
        let loaded = program.modules[Int(program.functions[Int(function)].module)].loaded
        let facts = program.facts(function)
        var called: Set<UInt32> = []
        for op in loaded.facts.ops where op.kind == .call { called.insert(op.a) }
        return loaded.facts.ops.indices.allSatisfy { index in
            let op = loaded.facts.ops[index]
            guard facts.start <= op.start, op.start < facts.end else { return true }
            switch op.kind {
            case .name: return !names.contains(loaded.symbols[Int(op.a)]) || called.contains(UInt32(index))
            case .attribute: return !names.contains(loaded.symbols[Int(op.b)]) || called.contains(UInt32(index))
            case .str: return !names.contains(loaded.symbols[Int(op.a)])
            default: return true
            }
        }
    }

    private mutating func isContained(_ function: FunctionID, _ probe: ForkProbe) -> Bool {
        let module = program.functions[Int(function)].module
        let loaded = program.modules[Int(module)].loaded
        let facts = program.facts(function)
        // What this platform does not have forks nowhere.
        if !program.isShim(module), interpreter.isLeftOut(facts, in: module) { return true }
        interpreter.probe = probe
        let candidate = Candidate(
            function: function, module: module, name: loaded.symbols[Int(facts.name)],
            owner: facts.enclosingClass == .max ? nil : facts.enclosingClass)
        if let owner = candidate.owner {
            runMethod(candidate, owner)
        } else {
            start(candidate) { interpreter, _ in
                Self.complete(interpreter, interpreter.call(Value(.function(function, -1)), nil, candidate))
            }
        }
        return probe.isContained
    }
}

extension Interpreter {
    /// What runs leave behind that are made for probes alone.
    struct SavedForProbes {
        var hazards: HazardCollector
        var spawnNeeds: [Place: SpawnNeeds]
        var implicitMethods: ImplicitMethods
        var entered: [FunctionID: [Int: StartMethods]]
        var enteredChoices: [FunctionID: [MethodChoice]]
        var enteredWhole: Set<FunctionID>
        var quietCalls: QuietCalls
    }

    var savedForProbes: SavedForProbes {
        SavedForProbes(
            hazards: hazards, spawnNeeds: spawnNeeds, implicitMethods: implicitMethods, entered: entered,
            enteredChoices: enteredChoices, enteredWhole: enteredWhole, quietCalls: quietCalls)
    }

    func restore(_ saved: SavedForProbes) {
        hazards = saved.hazards
        spawnNeeds = saved.spawnNeeds
        implicitMethods = saved.implicitMethods
        entered = saved.entered
        enteredChoices = saved.enteredChoices
        enteredWhole = saved.enteredWhole
        quietCalls = saved.quietCalls
    }
}
