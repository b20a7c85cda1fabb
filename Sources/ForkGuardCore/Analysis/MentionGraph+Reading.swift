extension MentionGraph {
    /// What leads to a goal: which nodes, by something that stands behind them, and which bodies.
    struct Reach {
        var nodes: [Bool]
        var bodies: [Bool]
    }

    func reach(of goal: Goal) -> Reach {
        var result = Reach(
            nodes: [Bool](repeating: false, count: nodes.count), bodies: [Bool](repeating: false, count: mentions.count)
        )
        var queue = goals(goal)
        for node in queue { result.nodes[Int(node)] = true }
        while let node = queue.popLast() {
            for body in mentioners[Int(node)] where !result.bodies[Int(body)] && counts(node, for: body) {
                result.bodies[Int(body)] = true
                for next in definitions[Int(body)] where !result.nodes[Int(next)] {
                    result.nodes[Int(next)] = true
                    queue.append(next)
                }
            }
        }
        return result
    }

    /// What leads anywhere, where everything is a goal.
    func reachOfAll() -> Reach {
        Reach(
            nodes: [Bool](repeating: true, count: nodes.count),
            bodies: (0..<mentions.count).map { !mentions.range($0).isEmpty })
    }

    func goals(_ goal: Goal) -> [Int32] {
        nodes.pairs.indices.filter { nodes.pairs[$0].first == Self.module(of: goal) }.map(Int32.init)
    }

    /// How many mentions lie between a node or a body and a goal, those that may mean much counted for more.
    /// `farthest` where none leads there.
    struct Distances {
        var nodes: [UInt8]
        var bodies: [UInt8]
    }

    func distances(to goal: Goal) -> Distances {
        var result = [UInt8](repeating: Self.farthest, count: nodes.count)
        var bodies = [UInt8](repeating: Self.farthest, count: mentions.count)
        var queues = [[Int32]](repeating: [], count: Int(Self.farthest) + 8)
        queues[0] = goals(goal)
        for seed in queues[0] { result[Int(seed)] = 0 }
        for distance in 0..<Int(Self.farthest) {
            while let node = queues[distance].popLast() {
                guard Int(result[Int(node)]) == distance else { continue }
                let next = min(distance + length(of: node), Int(Self.farthest) - 1)
                for body in mentioners[Int(node)] where Int(bodies[Int(body)]) > next {
                    bodies[Int(body)] = UInt8(next)
                    for definition in definitions[Int(body)] where Int(result[Int(definition)]) > next {
                        result[Int(definition)] = UInt8(next)
                        queues[next].append(definition)
                    }
                }
            }
        }
        return distances(from: result)
    }

    /// Those of bodies, by those of the nodes that they mention.
    private func distances(from known: [UInt8]) -> Distances {
        Distances(nodes: known, bodies: (0..<mentions.count).map { distance(mentions[$0], known) })
    }

    /// What is nowhere far, where everything is a goal.
    func distancesToAll() -> Distances { distances(from: [UInt8](repeating: 0, count: nodes.count)) }

    static let farthest: UInt8 = 64

    /// The least distance of what is mentioned.
    func distance(_ mentioned: some Sequence<Int32>, _ distances: [UInt8]) -> UInt8 {
        mentioned.reduce(Self.farthest) { least, node in
            min(least, distances[Int(node)] &+ UInt8(length(of: node)))
        }
    }

    func members(in reach: Reach) -> Set<Symbol> {
        Set(
            nodes.pairs.indices.filter { index in
                let module = nodes.pairs[index].first
                return reach.nodes[index] && (module == -1 || module <= Self.firstTarget)
            }.map { nodes.pairs[$0].second }
        )
    }

    func globals(in reach: Reach) -> Set<Symbol> {
        Set(nodes.pairs.indices.filter { reach.nodes[$0] && nodes.pairs[$0].first >= 0 }.map { nodes.pairs[$0].second })
    }
}
