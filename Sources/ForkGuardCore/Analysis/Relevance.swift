/// Which definitions can lead to a touch or a fork at all, so that only those are run.
///
/// A definition leads there when it mentions one that does. Names are resolved through their module's
/// definitions and imports; an attribute of an unknown object stands for every attribute of that name.
/// An over-approximation that needs no types: what it leaves out cannot make a finding.
struct Relevance {
    private let program: Program
    let local: LocalPackages
    private var functionTouches: [Bool] = []
    private var functionForks: [Bool] = []
    private var classTouches: [[Bool]] = []
    /// Classes whose objects touch, or hold by their annotations what does.
    private var classHolds: [[Bool]] = []
    private var functionChooses: [Bool] = []
    private var forkDistances: [UInt8] = []
    private var touchDistances: [UInt8] = []
    private var classTouchDistances: [[UInt8]] = []
    private var topLevelDistances: [UInt8] = []
    private var touchingModules: Set<Int32> = []
    private var ownForks: Set<Int32> = []
    private var ownMatters: Set<Int32> = []
    private var ownChoices: Set<Int32> = []
    private var mattersWhenImported: Set<Int32> = []
    /// Modules that each module's top level imports, in order.
    private(set) var imports: [[Int32]] = []
    private var importers: [Int32: [Int32]] = [:]
    /// For every module those whose code may run it: they import it anywhere, or stand in it as a package.
    private(set) var runners: [[Int32]] = []
    /// Modules that a run from a fork to a touch may begin in, and those that it can come through.
    private var isStart: [Bool] = []
    /// The settings of servers that may fork.
    let servers: ServerSettings
    private var isReached: [Bool] = []
    private var touchingMembers: Set<Symbol> = []
    /// Who mentions whom, where it will be asked once more; `nil`: no more.
    private var graph: MentionGraph?
    private var forkingNames: Set<Symbol> = []
    /// What single entry points can come to.
    let entries: EntryReach

    /// - Parameter wantsForks: a fork is a finding by itself (FG201), so that everything counts as a touch.
    init(program: Program, rules: RuleIndex, wantsForks: Bool = false) {
        self.program = program
        servers = ServerSettings(program, rules.catalog)
        local = LocalPackages(program: program, rules: rules)
        let graph = MentionGraph(program: program, rules: rules, local: local, keepsAll: wantsForks)
        entries = EntryReach(graph, touchesAnyway: wantsForks)
        let touching = wantsForks ? graph.reachOfAll() : graph.reach(of: .touch)
        let forking = graph.reach(of: .fork)
        functionTouches = graph.functions.map { wantsForks || touching.bodies[Int($0)] }
        functionForks = graph.functions.map { forking.bodies[Int($0)] }
        classTouches = (0..<graph.classes.count).map { graph.classes[$0].map { touching.bodies[Int($0)] } }
        classHolds = holders(graph)
        touchingMembers = graph.members(in: touching)
        forkingNames = graph.members(in: forking).union(graph.globals(in: forking))
        measure(graph, wantsForks: wantsForks)
        let choosing = graph.reach(of: .choice)
        functionChooses = graph.functions.map { choosing.bodies[Int($0)] }
        var importers: [Int32: [Int32]] = [:]
        imports = graph.topLevelImports
        for (id, targets) in imports.enumerated() {
            for target in targets { importers[target, default: []].append(Int32(id)) }
        }
        func own(_ reach: MentionGraph.Reach) -> Set<Int32> {
            Set(
                graph.topLevels.indices.filter { graph.topLevels[$0].contains { reach.nodes[Int($0)] } }
                    .map(Int32.init))
        }
        ownForks = own(forking)
        ownChoices = own(choosing)
        ownMatters = own(touching).union(ownChoices).union(ownForks)
        self.importers = importers
        let modules = Set(program.modules.indices.map(Int32.init))
        mattersWhenImported = withImporters(ownMatters)
        touchingModules = wantsForks ? modules : withImporters(own(touching))
        if !wantsForks, !graph.goals(.fork).isEmpty, program.languages.contains(.swift) { self.graph = graph }
        findReach(graph, rules.catalog, touching: wantsForks ? modules : graph.touchingModules)
    }

    /// Hands over who mentions whom; `nil` where no Swift forks.
    mutating func takeGraph() -> MentionGraph? {
        defer { graph = nil }
        return graph
    }

    /// Takes back what leads to a fork by mentions alone that `graph` no longer counts.
    mutating func narrowForks(by graph: MentionGraph) {
        let forking = graph.reach(of: .fork)
        functionForks = graph.functions.map { forking.bodies[Int($0)] }
        forkingNames = graph.members(in: forking).union(graph.globals(in: forking))
        ownForks = Set(
            graph.topLevels.indices.filter { graph.topLevels[$0].contains { forking.nodes[Int($0)] } }.map(Int32.init))
    }

    /// A class whose body or initializer names one whose objects touch: `store: Store` of a data class.
    private func holders(_ graph: MentionGraph) -> [[Bool]] {
        var holds = [Bool](repeating: false, count: graph.mentions.count)
        var queue: [Int32] = []
        func reach(_ body: Int32) {
            guard body >= 0, !holds[Int(body)] else { return }
            holds[Int(body)] = true
            queue.append(body)
        }
        let initializer = program.symbols.find("__init__")
        /// Of bodies of classes and of initializers, the body of the class; -1 of others.
        var classOf = [Int32](repeating: -1, count: graph.mentions.count)
        for id in program.modules.indices {
            let bodies = Array(graph.classes[id])
            let loaded = program.modules[id].outline
            for body in bodies { classOf[Int(body)] = body }
            let first = Int(program.modules[id].firstFunction)
            for (index, function) in loaded.facts.functions.enumerated() where function.enclosingClass != .max {
                let owner = bodies[Int(function.enclosingClass)]
                if function.name != .max, loaded.symbols[Int(function.name)] == initializer {
                    classOf[Int(graph.functions[first + index])] = owner
                }
                if functionTouches[first + index] { reach(owner) }
            }
            for (index, body) in bodies.enumerated() where classTouches[id][index] { reach(body) }
        }
        while let body = queue.popLast() {
            for node in graph.definitions[Int(body)] {
                for mentioner in graph.mentioners[Int(node)] { reach(classOf[Int(mentioner)]) }
            }
        }
        return (0..<graph.classes.count).map { graph.classes[$0].map { holds[Int($0)] } }
    }

    private mutating func measure(_ graph: MentionGraph, wantsForks: Bool) {
        let fork = graph.distances(to: .fork)
        let touch = wantsForks ? graph.distancesToAll() : graph.distances(to: .touch)
        forkDistances = graph.functions.map { fork.bodies[Int($0)] }
        touchDistances = graph.functions.map { touch.bodies[Int($0)] }
        classTouchDistances = (0..<graph.classes.count).map { graph.classes[$0].map { touch.bodies[Int($0)] } }
        topLevelDistances = graph.topLevels.map { graph.distance($0, fork.nodes) + graph.distance($0, touch.nodes) }
    }

    private mutating func findReach(_ graph: MentionGraph, _ catalog: Catalog, touching: Set<Int32>) {
        let imported = program.importGraph(graph.importsAnywhere)
        runners = [[Int32]](repeating: [], count: imported.count)
        for (id, targets) in imported.enumerated() {
            for target in targets { runners[Int(target)].append(Int32(id)) }
        }
        let servesApps = !servers.isEmpty || servers.hasForkingCommands
        let forking = servesApps ? runners.map { _ in true } : Self.closure(of: graph.forkingModules, runners)
        let touching = Self.closure(of: touching, runners)
        isStart = zip(forking, touching).map { $0 && $1 }
        isReached = Self.closure(of: Set(isStart.indices.filter { isStart[$0] }.map(Int32.init)), imported)
    }

    private static func closure(of starts: Set<Int32>, _ edges: [[Int32]]) -> [Bool] {
        var result = [Bool](repeating: false, count: edges.count)
        var queue = Array(starts)
        for start in starts { result[Int(start)] = true }
        while let id = queue.popLast() {
            for next in edges[Int(id)] where !result[Int(next)] {
                result[Int(next)] = true
                queue.append(next)
            }
        }
        return result
    }

    /// Importing a module that imports one that matters matters.
    func withImporters(_ modules: Set<Int32>) -> Set<Int32> {
        var result = modules
        var queue = Array(modules)
        while let id = queue.popLast() {
            for importer in importers[id] ?? [] where result.insert(importer).inserted { queue.append(importer) }
        }
        return result
    }

    /// A module and those that importing it imports, in ascending order.
    func importedModules(by module: Int32) -> [Int32] {
        let found = Self.closure(of: [module], imports)
        return found.indices.filter { found[$0] }.map(Int32.init)
    }

    // MARK: Distances

    /// How many mentions lie between a function and a fork, and between it, or its class, and a touch: where
    /// a scan cannot run everything, it runs what is nearest.
    func distance(of function: FunctionID, in owner: (module: Int32, index: Int)?) -> Int {
        var touch = touchDistances[Int(function)]
        if let owner { touch = min(touch, classTouchDistances[Int(owner.module)][owner.index]) }
        return Int(forkDistances[Int(function)]) + Int(touch)
    }

    /// The same of a module's top level.
    func distance(ofTopLevel module: Int32) -> Int { Int(topLevelDistances[Int(module)]) }

    // MARK: Questions

    /// True when a run that begins in a module can come to a fork and to a touch.
    func mayBegin(in module: Int32) -> Bool { isStart[Int(module)] }

    /// True when such a run may come through a module.
    func isReached(_ module: Int32) -> Bool { isReached[Int(module)] }

    /// True when a method of that name touches.
    func mayTouch(member name: Symbol) -> Bool { touchingMembers.contains(name) }
    func mayFork(named name: Symbol) -> Bool { forkingNames.contains(name) }
    func mayTouch(_ function: FunctionID) -> Bool { functionTouches[Int(function)] }
    func mayFork(_ function: FunctionID) -> Bool { functionForks[Int(function)] }

    /// True when a function may touch, fork or choose a start method.
    func matters(_ function: FunctionID) -> Bool {
        let index = Int(function)
        return functionTouches[index] || functionForks[index] || functionChooses[index]
    }

    /// True when a method of a class, or what its body mentions, may touch, fork or choose.
    func isRelevant(_ info: ClassInfo?) -> Bool {
        guard let info else { return false }
        if classMayTouch(info.module, info.index) { return true }
        let module = program.modules[Int(info.module)]
        return module.facts.functions.indices.contains {
            module.facts.functions[$0].enclosingClass == UInt32(info.index)
                && matters(module.firstFunction + FunctionID($0))
        }
    }

    /// True when a module's top level, or that of a module it imports, may touch, fork or choose a start method.
    func topLevelMatters(_ module: Int32) -> Bool { isReached[Int(module)] && ownMatters.contains(module) }

    /// The same of a module and those that importing it imports.
    func importMatters(_ module: Int32) -> Bool { isReached[Int(module)] && mattersWhenImported.contains(module) }

    /// True when running a module as a script may fork after a touch, its own or one of its imports.
    func mayMeet(_ module: Int32) -> Bool {
        isStart[Int(module)] && touchingModules.contains(module) && ownForks.contains(module)
    }

    /// True when running a module as a script may choose a start method for the functions in it.
    func mayChoose(_ module: Int32) -> Bool {
        isStart[Int(module)] && ownChoices.contains(module) && program.modules[Int(module)].isScript
    }

    func classMayTouch(_ module: Int32, _ index: Int) -> Bool { classTouches[Int(module)][index] }

    func classMatters(_ info: ClassInfo?) -> Bool {
        guard let info else { return false }
        if classMayTouch(info.module, info.index) { return true }
        let module = program.modules[Int(info.module)]
        return module.facts.functions.indices.contains {
            module.facts.functions[$0].enclosingClass == UInt32(info.index)
                && mayTouch(module.firstFunction + FunctionID($0))
        }
    }

    /// True where an object of a class touches, or holds by its annotations what does.
    func classHolds(_ info: ClassInfo?) -> Bool {
        info.map { classHolds[Int($0.module)][$0.index] } ?? false
    }
}
