/// What single entry points can come to: whether a fork and a touch lie on their ways at all.
///
/// `Relevance` takes `x.run()` for every `run` of the program. A run, though, has only objects of classes that something on
/// its way names; asked for one entry point at a time, a method counts where its class does (rapid type analysis: Bacon
/// and Sweeney, OOPSLA 1996), and a fork by a name that many objects have, where a module on the way imports the library
/// that forks. An over-approximation still, but most of what the names of a large program seem to lead to is gone.
final class EntryReach {
    /// Of each body the nodes that it mentions, and of each node the bodies that stand behind it.
    private let mentions: Rows
    private let bodiesBehind: Rows
    /// As `MentionGraph` says.
    private let homes: [Int32]
    private let owners: [Int32]
    private let functions: [Int32]
    private let classes: Rows
    private let topLevels: [[Int32]]
    private let held: Rows
    private let rootsImported: Rows
    /// Modules that import whatever lies in a folder.
    private let loaders: Set<Int32>
    /// Bodies of classes in modules that are imported by strings.
    private let loadableClasses: [Int32]
    /// What nodes are by themselves.
    private var goals: [Int32: [Named]] = [:]
    private let textsOfModules: [Int32: [Symbol]]
    private let forkGoals: Set<Int32>
    private let openWays: OpenWays
    /// Everything touches.
    private let touchesAnyway: Bool

    // The question at hand. What bears its number has been reached.
    private var question: UInt32 = 0
    private var nodesReached: [UInt32]
    private var bodiesReached: [UInt32]
    private var modulesReached: [UInt32]
    private var queue: [Int32] = []
    /// Bodies of classes that nothing names and that are found all the same.
    private var bodiesFound: [Int32] = []
    /// Bodies of methods that are named, by the class that is not.
    private var waiting: [Int32: [Int32]] = [:]
    private var roots: Set<Int32> = []
    private var texts: Set<Symbol> = []
    private var goalsNamed: [Named] = []
    private var hasLoaded = false
    private var familiesOpened: Set<Int32> = []

    private struct Named {
        var goal: MentionGraph.Goal
        /// Libraries of which one must be imported; none: it means the same everywhere.
        var roots: [Int32]
        /// Texts of which one must stand in the code; none: nothing must.
        var texts: [Symbol]
    }

    struct Answer {
        var forks = false
        var touches = false
    }

    /// - Parameter touchesAnyway: a fork is a finding by itself.
    init(_ graph: MentionGraph, touchesAnyway: Bool) {
        mentions = graph.mentions
        bodiesBehind = graph.definitions.transposed(count: graph.nodes.count)
        homes = graph.homesOfBodies
        owners = graph.ownersOfBodies
        functions = graph.functions
        classes = graph.classes
        topLevels = graph.topLevels
        held = graph.held
        openWays = graph.openWays
        rootsImported = graph.rootsImported
        textsOfModules = graph.textsOfModules
        loaders = Set(graph.program.modules.indices.filter { graph.program.modules[$0].importsPlugins }.map(Int32.init))
        loadableClasses = graph.loadable.sorted().flatMap { graph.classes[Int($0)] }
        self.touchesAnyway = touchesAnyway
        nodesReached = [UInt32](repeating: 0, count: graph.nodes.count)
        bodiesReached = [UInt32](repeating: 0, count: graph.mentions.count)
        modulesReached = [UInt32](repeating: 0, count: graph.topLevels.count)
        forkGoals = Set(graph.goals(.fork))
        for goal in [MentionGraph.Goal.fork, .touch] {
            for node in graph.goals(goal) {
                let seeds = graph.seeds.seeds(of: graph.nodes.pairs[Int(node)].second).filter { $0.goal == goal }
                if !seeds.isEmpty, seeds.allSatisfy(\.isOfServer) { continue }
                let isFree = seeds.isEmpty || seeds.contains { $0.isFree }
                goals[node, default: []].append(
                    Named(goal: goal, roots: isFree ? [] : seeds.flatMap(\.roots), texts: seeds.flatMap(\.texts)))
            }
        }
    }

    /// Asks what a run can come to that begins with these functions, on objects of these classes, after the imports of
    /// `modules`; or with the top level of a script.
    func ask(
        functions entries: [FunctionID] = [], classes given: [ClassDefinition] = [], script: Int32? = nil,
        modules: some Sequence<Int32>
    ) -> Answer {
        begin()
        if let script {
            enter(script)
            reach(topLevels[Int(script)][...])
        }
        for module in modules where module != script {
            enter(module)
            reach(topLevels[Int(module)][...], isTopLevel: true)
        }
        for function in entries { reach(body: functions[Int(function)]) }
        for definition in given { reach(body: classes[Int(definition.module)].dropFirst(definition.index).first ?? -1) }
        while true {
            while let body = bodiesFound.popLast() { reach(body: body) }
            guard let node = queue.popLast() else { break }
            for body in bodiesBehind[Int(node)] { name(body) }
            // Mostly both are near.
            if queue.count % 64 == 0, case let answer = answer, answer.forks, answer.touches { return answer }
        }
        return answer
    }

    /// As far as the way has been followed.
    private var answer: Answer {
        var result = Answer(forks: false, touches: touchesAnyway)
        for named in goalsNamed where named.roots.isEmpty || named.roots.contains(where: roots.contains) {
            guard named.texts.isEmpty || named.texts.contains(where: texts.contains) else { continue }
            if named.goal == .fork { result.forks = true } else { result.touches = true }
        }
        return result
    }

    private func begin() {
        question += 1
        queue.removeAll(keepingCapacity: true)
        bodiesFound.removeAll(keepingCapacity: true)
        waiting.removeAll(keepingCapacity: true)
        roots.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
        goalsNamed.removeAll(keepingCapacity: true)
        hasLoaded = false
        familiesOpened.removeAll(keepingCapacity: true)
    }

    /// A method is reached when something may have an object of its class.
    private func name(_ body: Int32) {
        let owner = owners[Int(body)]
        if owner >= 0, bodiesReached[Int(owner)] != question {
            waiting[owner, default: []].append(body)
        } else {
            reach(body: body)
        }
    }

    private func reach(body: Int32) {
        guard body >= 0, bodiesReached[Int(body)] != question else { return }
        bodiesReached[Int(body)] = question
        let home = homes[Int(body)]
        if home >= 0 { enter(home) }
        reach(mentions[Int(body)])
        for method in waiting.removeValue(forKey: body) ?? [] { reach(body: method) }
        if let families = openWays.ofBodies[body] { open(families) }
    }

    private func open(_ families: [Int32]) {
        for family in families where familiesOpened.insert(family).inserted {
            bodiesFound += openWays.classes[family] ?? []
        }
    }

    private func enter(_ module: Int32) {
        guard modulesReached[Int(module)] != question else { return }
        modulesReached[Int(module)] = question
        if let families = openWays.ofModules[module] { open(families) }
        roots.formUnion(rootsImported[Int(module)])
        if let own = textsOfModules[module] { texts.formUnion(own) }
        // What its globals hold it has put there.
        reach(held[Int(module)], isTopLevel: true)
        if !hasLoaded, loaders.contains(module) {
            hasLoaded = true
            bodiesFound += loadableClasses
        }
    }

    /// - Parameter isTopLevel: what forks there has forked before the entry point is called, and what is derived there from a
    ///   class of processes does not fork by that.
    private func reach(_ nodes: ArraySlice<Int32>, isTopLevel: Bool = false) {
        for node in nodes where nodesReached[Int(node)] != question {
            if isTopLevel, forkGoals.contains(node) { continue }
            nodesReached[Int(node)] = question
            queue.append(node)
            if let found = goals[node] { goalsNamed += found }
        }
    }
}
