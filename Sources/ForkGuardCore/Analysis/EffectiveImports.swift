/// The modules whose top level has an effect (it touches, chooses a start method, registers a hook), as importing
/// each module runs them.
///
/// Most modules of a program only hand on what the modules that they import do; these lists spare every
/// run of an import the walk through them.
struct EffectiveImports {
    /// For every module, in the order in which they run; its own is the last.
    private(set) var lists: [[Int32]]

    init() { lists = [] }

    /// - Parameter imports: for every module those that its top level imports, in order.
    init(imports: [[Int32]], effective: Set<Int32>) {
        lists = [[Int32]](repeating: [], count: imports.count)
        guard !effective.isEmpty else { return }
        var search = ComponentSearch(edges: imports)
        for members in search.run() {
            var list: [Int32] = []
            var known: Set<Int32> = []
            for member in members {
                for target in imports[Int(member)] {
                    for module in lists[Int(target)] where known.insert(module).inserted { list.append(module) }
                }
                if effective.contains(member), known.insert(member).inserted { list.append(member) }
            }
            for member in members { lists[Int(member)] = list }
        }
    }

    func isEmpty(for module: Int32) -> Bool { lists[Int(module)].isEmpty }
}

/// Tarjan's search for strongly connected components: modules that import one another, however far around.
private struct ComponentSearch {
    let edges: [[Int32]]
    private var index: [Int32]
    private var low: [Int32]
    private var isOpen: [Bool]
    private var open: [Int32] = []
    private var next: Int32 = 0
    private var result: [[Int32]] = []

    init(edges: [[Int32]]) {
        self.edges = edges
        index = [Int32](repeating: -1, count: edges.count)
        low = index
        isOpen = [Bool](repeating: false, count: edges.count)
    }

    /// The components, each after all that it leads to; the members of each in the order of their being found.
    mutating func run() -> [[Int32]] {
        for node in edges.indices where index[node] < 0 { visit(Int32(node)) }
        return result
    }

    /// Without recursion: chains of imports can be as long as a program has modules.
    private mutating func visit(_ root: Int32) {
        var path: [(node: Int32, edge: Int)] = [(root, 0)]
        enter(root)
        while let (node, edge) = path.last {
            let targets = edges[Int(node)]
            if edge < targets.count {
                path[path.count - 1].edge += 1
                let target = targets[edge]
                if index[Int(target)] < 0 {
                    enter(target)
                    path.append((target, 0))
                } else if isOpen[Int(target)] {
                    low[Int(node)] = min(low[Int(node)], index[Int(target)])
                }
                continue
            }
            path.removeLast()
            if let parent = path.last?.node { low[Int(parent)] = min(low[Int(parent)], low[Int(node)]) }
            if low[Int(node)] == index[Int(node)] { close(node) }
        }
    }

    private mutating func enter(_ node: Int32) {
        index[Int(node)] = next
        low[Int(node)] = next
        next += 1
        open.append(node)
        isOpen[Int(node)] = true
    }

    private mutating func close(_ node: Int32) {
        guard let start = open.lastIndex(of: node) else { return }
        let members = Array(open[start...])
        open.removeSubrange(start...)
        for member in members { isOpen[Int(member)] = false }
        result.append(members)
    }
}
