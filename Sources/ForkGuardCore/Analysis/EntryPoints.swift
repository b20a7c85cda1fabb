/// Runs every place where a program, a test or a caller may begin, and collects the hazards met.
///
/// Modules run as scripts come first, then functions that nothing in the program names, then the others:
/// a function that the program does call starts under the start methods that its callers had in force.
struct EntryPoints {
    let interpreter: Interpreter
    let program: Program
    private(set) var relevance: Relevance
    /// What importing leaves, by the modules with an effect that it runs.
    private var importedByOrder: [[Int32]: Imported] = [:]
    /// Start methods in force when the run of a script ended.
    var scriptMethods: [Int32: [Int: StartMethods]] = [:]
    let instances = InstanceCache()
    /// What the scripts that import a module choose, as far as it was asked for.
    var adoptedMethods: [Int32: [Int: StartMethods]] = [:]
    var limits: [Place] = []
    /// Families of start methods that a module chooses by name, and those that are chosen in it or in what runs it.
    var familiesNamed: [Int32: Set<Int>?] = [:]
    var familiesAround: [Int32: Set<Int>] = [:]
    /// The functions that run now are such as the program names.
    private(set) var isOfNamed = false
    /// Of the scan, when this phase of it began.
    private var stepsBefore = 0
    /// Steps of an entry point.
    var share = Limits.stepsPerEntry
    private(set) lazy var fixtures = Fixtures(program: program)
    lazy var applications = Applications(interpreter: interpreter)

    init(interpreter: Interpreter) {
        self.interpreter = interpreter
        program = interpreter.program
        relevance = interpreter.relevance
    }

    mutating func run(_ stages: inout ScanStages) {
        let modules = program.modules.indices.map(Int32.init).filter {
            !program.modules[Int($0)].isStub && relevance.mayBegin(in: $0)
        }
        guard !modules.isEmpty else { return }
        interpreter.evaluateTopLevels()
        stages.end("top levels")
        leaveOutContainedForks()
        relevance = interpreter.relevance
        stages.end("forks that stay within a function")
        let scripts = Self.nearestFirst(
            modules.filter { relevance.mayMeet($0) || relevance.mayChoose($0) }, relevance.distance(ofTopLevel:))
        runPhase(scripts, share: Limits.stepsPerScript) { $0.runScript($1) }
        stages.end("scripts")
        let attached = applications.modulesOfHandlers(interpreter)
        var named = [Bool](repeating: false, count: program.symbols.count)
        var candidates: [Candidate] = []
        for (id, module) in program.modules.enumerated() {
            let loaded = module.outline
            func note(_ name: UInt32) { named[Int(loaded.symbols[Int(name)])] = true }
            for mention in loaded.facts.mentions { note(mention.name) }
            for registration in loaded.facts.registrations { note(registration.name) }
            for function in loaded.facts.functions { for mention in function.mentions { note(mention.name) } }
            // While its facts are at hand.
            if !module.isStub, relevance.mayBegin(in: Int32(id)) || attached.contains(Int32(id)) {
                candidates += self.candidates(in: Int32(id), loaded)
            }
        }
        let all = Self.nearestFirst(candidates) { candidate in
            relevance.distance(
                of: candidate.function, in: candidate.owner.map { (module: candidate.module, index: Int($0)) })
        }
        let unnamed = all.filter { !named[Int($0.name)] }
        runPhase(unnamed, share: Limits.stepsPerEntry) { $0.run($1) }
        stages.end("functions that nothing names")
        isOfNamed = true
        runPhase(all.filter { named[Int($0.name)] }, share: Limits.stepsPerEntry) { $0.run($1) }
        stages.end("other functions")
        for id in program.modules.indices.map(Int32.init)
        where relevance.isReached(id) || relevance.servers.isSettings(id)
            || SettingsFile.isSettings(program.modules[Int(id)].path)
        {
            runWorkers(of: id, among: modules)
        }
        stages.end("workers of servers")
    }

    /// Runs entry points, each with its share of the work; what is left in the end goes to those that it cut short.
    private mutating func runPhase<Entry>(_ entries: [Entry], share: Int, _ run: (inout Self, Entry) -> Void) {
        interpreter.totalSteps += interpreter.steps
        interpreter.steps = 0
        stepsBefore = interpreter.totalSteps
        self.share = share
        var cut: [(entry: Entry, limits: [Place])] = []
        var known = limits
        for entry in entries {
            limits = []
            run(&self, entry)
            if limits.isEmpty { continue }
            if isDone { known += limits } else { cut.append((entry, limits)) }
        }
        self.share = share * Limits.secondShare
        for (entry, before) in cut {
            limits = isDone ? before : []
            if !isDone { run(&self, entry) }
            known += limits
        }
        limits = known
        self.share = Limits.stepsPerEntry
    }

    /// True when the work of a phase is done.
    private var isDone: Bool {
        interpreter.totalSteps + interpreter.steps - stepsBefore >= Limits.stepsPerPhase
    }

    /// False when the work of this phase is done; what is left out then is told.
    private mutating func hasStepsLeft(_ module: Int32) -> Bool {
        if isDone { limits.append(Place(module: module, op: 0)) }
        return !isDone
    }

    private static func nearestFirst<Item>(_ items: [Item], _ distance: (Item) -> Int) -> [Item] {
        let distances = items.map(distance)
        return items.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { items[$0] }
    }

    // MARK: Scripts

    private mutating func runScript(_ id: Int32) {
        guard hasStepsLeft(id), relevance.mayChoose(id) || comesToBoth(script: id) else { return }
        begin(from: State(), module: id)
        interpreter.script = id
        defer { interpreter.script = nil }
        interpreter.recordsEntries = true
        interpreter.state.arrangements.imported[id] = true
        interpreter.state.globals[GlobalKey(module: id, name: interpreter.names.name)] = .init(
            .string(interpreter.names.main))
        interpreter.frame = Frame(module: id, function: -1, environment: -1, stack: nil)
        let frame = interpreter.frame
        interpreter.executeArm(program.modules[Int(id)].facts.body)
        var end = interpreter.current
        let child = interpreter.takeChildApart()
        for item in frame.raises where item.isSystemExit { end = interpreter.join(end, item.state) }
        let whole = interpreter.join(end, child)
        // One that never ends has chosen what it has chosen.
        scriptMethods[id] = (whole ?? interpreter.state).methods
        // The process ends in order: what was registered for that runs, in a forked child as well.
        for end in [end, child].compactMap({ $0 }) where !end.arrangements.exitHandlers.isEmpty {
            for process in interpreter.processes(of: end) {
                interpreter.enter(process)
                for handler in process.arrangements.exitHandlers where interpreter.isAlive {
                    _ = interpreter.call(handler, Arguments(), op: 0)
                }
            }
        }
        finish(end: whole)
    }

    /// The state that importing a module leaves, and the functions that its import runs.
    mutating func imported(_ id: Int32) -> Imported {
        let order = interpreter.effectiveImports.lists[Int(id)]
        guard !order.isEmpty else { return Imported() }
        // Modules that only hand on what the same others do leave the same.
        let key = interpreter.effectiveModules.contains(id) ? [id, -1] : order
        if let known = importedByOrder[key] { return known }
        var result = Imported()
        result.state.arrangements.imported[id] = true
        begin(from: result.state, module: id)
        interpreter.frame = Frame(module: id, function: -1, environment: -1, stack: nil)
        let frame = interpreter.frame
        let known = interpreter.entered
        interpreter.entered = [:]
        interpreter.recordsEntries = true
        let endless = Background()
        interpreter.background = endless
        interpreter.executeImport(of: id)
        interpreter.background = nil
        result.functions = Set(interpreter.entered.keys)
        interpreter.entered = known
        var end = interpreter.current
        // A top level that never ends, of a bot or a scheduler, has what it has handed over called meanwhile.
        if end == nil { end = endless.reached }
        // One that always leaves by an exception is a script's.
        if end == nil { for item in frame.raises { end = interpreter.join(end, item.state) } }
        if let end { result.state = end }
        result.state.forks = []
        importedByOrder[key] = result
        return result
    }

    struct Imported {
        var state = State()
        /// Functions that a module's own top level runs: they have been seen with what that top level gives them.
        var functions: Set<FunctionID> = []
    }

    // MARK: Functions

    // MARK: Workers

    /// A server of tasks (Celery's prefork pool) imports the application and its tasks, then forks workers.
    private mutating func runWorkers(of id: Int32, among modules: [Int32]) {
        runMarkedTests(in: id)
        let apps = WorkerApps(interpreter: interpreter, applications: applications)
        for var site in apps.sites(in: id) {
            if interpreter.rules.catalog.launchers[site.launcher].config?.runsTests == true {
                runForkedTests(at: site)
                continue
            }
            let root = program.modules[Int(id)].root
            let library = [RuleIndex.top(interpreter.rules.catalog.launchers[site.launcher].name)]
            let known = Set(modules)
            var homes = program.modules.indices.map(Int32.init).filter {
                program.belongs($0, to: root)
                    && (known.contains($0) || (relevance.isReached($0) && program.imports(anyOf: Set(library), in: $0)))
            }
            let isOfSettings = interpreter.rules.catalog.launchers[site.launcher].config != nil
            if isOfSettings { homes = [id] + (site.app.map(relevance.importedModules(by:)) ?? []) }
            var tasks = homes.flatMap { apps.tasks(in: $0, of: site) }
            if let app = site.app {
                site.django = apps.django(madeIn: app)
                tasks += site.django?.views ?? []
            }
            if !isOfSettings { tasks += apps.initializers(of: site, root: root, besides: homes) }
            // A factory may register handlers of its own.
            // What an inner function touches may be its factory's.
            guard
                site.app != nil
                    || tasks.contains(where: {
                        !$0.isOfParent
                            && (relevance.mayTouch($0.function) || program.facts($0.function).enclosingFunction != .max)
                    })
            else { continue }
            begin(from: State(), module: id)
            interpreter.frame = Frame(module: id, function: -1, environment: -1, stack: nil)
            apps.fork(site, tasks) { interpreter, value in Self.complete(interpreter, value) }
            finish(end: nil)
        }
    }

    struct Candidate {
        var function: FunctionID
        var module: Int32
        var name: Symbol
        /// The class whose instance it runs on, by its index in the module.
        var owner: UInt32?
        /// Its name where an ancestor of the owner defines it.
        var isInherited = false
    }

    func candidates(in id: Int32) -> [Candidate] { candidates(in: id, program.modules[Int(id)].loaded) }

    /// - Parameter loaded: the module's facts, or their outline.
    private func candidates(in id: Int32, _ loaded: LoadedFacts) -> [Candidate] {
        let module = program.modules[Int(id)]
        var result: [Candidate] = []
        if program.isShim(id) { return result }
        for (index, facts) in loaded.facts.functions.enumerated()
        where facts.enclosingFunction == .max && !facts.isLambda {
            // Python's definitions stand under no `#if`.
            if module.language == .swift, interpreter.isLeftOut(facts, in: id) { continue }
            let owner = facts.enclosingClass == .max ? nil : facts.enclosingClass
            result.append(
                Candidate(
                    function: module.firstFunction + FunctionID(index), module: id,
                    name: loaded.symbols[Int(facts.name)], owner: owner))
        }
        return result
    }

    private mutating func run(_ candidate: Candidate) {
        guard mayFork(candidate), !isSeenWhole(candidate), hasStepsLeft(candidate.module), mayTouch(candidate),
            comesToBoth(candidate)
        else { return }
        if fixtures.isTest(candidate), fixtures.isSkipped(candidate, interpreter) { return }
        if let owner = candidate.owner {
            runMethod(candidate, owner)
        } else {
            let applications = applications
            start(candidate) { interpreter, fixtures in
                let call: (Arguments?) -> Void = { arguments in
                    let callee = Atom.function(candidate.function, -1)
                    Self.complete(interpreter, interpreter.call(Value(callee), arguments, candidate))
                }
                if fixtures.isTest(candidate) {
                    fixtures.supply(candidate, receiver: nil, interpreter, call)
                } else {
                    applications.supply(candidate.function, interpreter, call)
                }
            }
        }
    }

    /// True for what only the program itself calls, where a whole run has done so: with the arguments that it is given
    /// there, and not with any.
    private mutating func isSeenWhole(_ candidate: Candidate) -> Bool {
        guard isOfNamed, interpreter.enteredWhole.contains(candidate.function) else { return false }
        let name = program.symbols[candidate.name]
        if name.hasPrefix("_"), !name.hasSuffix("__") { return true }
        // What a framework hands to it the script does not.
        if applications.isHandler(candidate.function) { return false }
        // Nobody imports a script.
        return program.modules[Int(candidate.module)].isScript && relevance.runners[Int(candidate.module)].isEmpty
    }

    mutating func runMethod(_ candidate: Candidate, _ owner: UInt32) {
        let instances = instances
        for cls in classes(at: candidate.module, owner) {
            start(candidate) { interpreter, fixtures in
                let isFresh = fixtures.isTest(candidate)
                let cls = interpreter.asImported(cls)
                let instance = instances.instance(of: cls, for: candidate, isFresh: isFresh, interpreter)
                guard interpreter.isAlive, let receiver = instance.only,
                    !Self.isInitializer(candidate.name, interpreter)
                else { return }
                if isFresh {
                    fixtures.setUp(receiver, interpreter, candidate)
                } else if case .object(let id) = receiver {
                    interpreter.forgetFlags(of: id)
                }
                let method = interpreter.attribute(of: instance, candidate.name, candidate)
                // A property has run by being read.
                guard Self.isMethod(candidate.name, of: cls, interpreter) else {
                    return Self.complete(interpreter, method)
                }
                fixtures.supply(candidate, receiver: receiver, interpreter) { arguments in
                    Self.complete(interpreter, interpreter.call(method, arguments, candidate))
                }
            }
        }
    }

    /// The class at a place and those that inherit from it: a method of a base class runs on their instances.
    func classes(at module: Int32, _ index: UInt32) -> [EnvironmentID] {
        interpreter.evaluateTopLevel(module)
        let definition = ClassDefinition(module: module, index: Int(index))
        guard let first = interpreter.baseClasses[definition] else { return [] }
        let all = (interpreter.heirs[first] ?? []).sorted().prefix(8)
        // A base class of which the program makes no object, while it makes those of its heirs, is abstract.
        func isMade(_ id: EnvironmentID) -> Bool {
            interpreter.classes[id].map { interpreter.instantiated.contains($0.definition) } ?? false
        }
        if !isMade(first), all.contains(where: isMade) { return Array(all) }
        return [first] + all
    }

    static func isInitializer(_ name: Symbol, _ interpreter: Interpreter) -> Bool {
        [interpreter.names.initializer, interpreter.names.new, interpreter.names.postInit].contains(name)
    }

    private static func isMethod(_ name: Symbol, of cls: EnvironmentID, _ interpreter: Interpreter) -> Bool {
        guard case .object(let id)? = interpreter.classAttribute(cls, name)?.only else { return true }
        let kind = interpreter.object(id)?.kind
        return kind != .property && kind != .cachedProperty
    }

    mutating func start(_ candidate: Candidate, _ body: (Interpreter, Fixtures) -> Void) {
        var state = imported(candidate.module).state
        if fixtures.isTest(candidate) {
            for conftest in fixtures.conftests(of: candidate.module) {
                var other = imported(conftest).state
                // It runs before the tests: what it has chosen is in force, unless their module chooses anew.
                for (family, chosen) in other.methods where state.methods[family]?.isDefault ?? true {
                    state.methods[family] = chosen
                }
                other.methods = state.methods
                state = interpreter.join(state, other) ?? state
            }
        }
        if let known = interpreter.entered[candidate.function] {
            for (family, methods) in known { state.methods[family] = methods }
            state.arrangements.choices = interpreter.enteredChoices[candidate.function] ?? []
            for (number, answer) in interpreter.enteredAnswers[candidate.function] ?? [:] {
                state.assume(Assumption(subject: number, question: .truthy), answer)
            }
        } else {
            adoptScriptMethods(candidate.module, &state)
            forgetMethods(of: candidate.module, &state)
        }
        begin(from: state, module: candidate.module)
        interpreter.recordsEntries = true
        interpreter.frame = Frame(module: candidate.module, function: -1, environment: -1, stack: nil)
        if !fixtures.isTest(candidate) { interpreter.forgetFlags(ofModule: candidate.module) }
        body(interpreter, fixtures)
        finish(end: interpreter.current)
    }

    // MARK: One entry point

    func begin(from state: State, module: Int32) {
        interpreter.state = state
        interpreter.isAlive = true
        interpreter.firstFork += Int32(interpreter.forks.count)
        interpreter.forks = []
        interpreter.totalSteps += interpreter.steps
        interpreter.stepLimit = share
        interpreter.steps = 0
        interpreter.runs += 1
        interpreter.applications.beginRun()
        interpreter.depth = 0
        interpreter.nesting = 0
        interpreter.active = [:]
        interpreter.activeFunctions = [:]
        interpreter.escapedFunctions = []
        interpreter.handedMethods = []
        interpreter.limitPlace = nil
        interpreter.recordsEntries = false
        interpreter.enteredNow = []
        interpreter.suspended = []
        interpreter.changedGlobals = []
        interpreter.freshTargets = []
    }

    /// Functions defined inside others that nobody has called may be called when the outer one has ended.
    mutating func finish(end: State?) {
        if let end {
            interpreter.enter(end)
            interpreter.runBeside()
            var seen: Set<FunctionID> = []
            let inner = interpreter.escapedFunctions.filter { key in
                interpreter.entered[key.function] == nil && relevance.mayFork(key.function)
                    && seen.insert(key.function).inserted
            }
            for key in inner.prefix(16) {
                interpreter.enter(end)
                let module = program.functions[Int(key.function)].module
                interpreter.frame = Frame(module: module, function: -1, environment: -1, stack: nil)
                let candidate = Candidate(function: key.function, module: module, name: 0, owner: nil)
                Self.complete(
                    interpreter, interpreter.call(Value(.function(key.function, key.environment)), nil, candidate))
            }
            runHandedMethods(from: end)
        }
        if let probe = interpreter.probe {
            let ends = [interpreter.current].compactMap { $0 } + interpreter.frame.raises.map(\.state)
            return probe.noteRun(
                forks: interpreter.forks.count, ends: ends, isCutShort: interpreter.limitPlace != nil)
        }
        noteLastingParents(end)
        for record in interpreter.forks {
            interpreter.hazards.add(record, rules: interpreter.rules)
            interpreter.noteSpawnNeeds(of: record)
            interpreter.launchLog?.note(.forks(record), at: record.place)
        }
        if let place = interpreter.limitPlace {
            limits.append(place)
        } else {
            interpreter.enteredWhole.formUnion(interpreter.enteredNow)
        }
    }

    /// A parent that has come to the end of what was run, or out of it, lives on: only one that ends at once does not.
    private func noteLastingParents(_ end: State?) {
        for state in [end].compactMap({ $0 }) + interpreter.frame.raises.map(\.state) {
            interpreter.noteParents(in: state)
        }
        if interpreter.limitPlace != nil { for record in interpreter.forks { record.hasLastingParent = true } }
    }

    /// Whoever calls an entry point awaits it, or runs through what it yields.
    static func complete(_ interpreter: Interpreter, _ value: Value) {
        guard interpreter.isAlive else { return }
        for case .object(let id) in value.atoms {
            switch interpreter.object(id)?.kind {
            case .coroutine: _ = interpreter.awaitValue(Value(.object(id)), op: 0)
            case .generator: interpreter.consume(Value(.object(id))) { _ in }
            default: break
            }
        }
    }
}
