/// A file's schema: a tree in pre-order, and its leaves, which are the columns.
struct ParquetSchema {
    enum Repetition: Int { case required = 0, optional, repeated }

    enum Physical: Int {
        case boolean = 0, int32, int64, int96, float, double, byteArray, fixedLengthByteArray
    }

    /// What the values mean, as far as a reader of checkpoints asks.
    enum Logical: Equatable {
        case string, map, list, date, other
        case decimal(scale: Int, precision: Int)
        case timestamp(Unit, isUTC: Bool)
    }

    enum Unit { case milliseconds, microseconds, nanoseconds }

    struct Node {
        var name = ""
        var repetition = Repetition.required
        /// `nil` for groups.
        var physical: Physical?
        /// Bytes of a fixed-length value.
        var typeLength = 0
        var childCount = 0
        var logical: Logical?
        var fieldID: Int?
        var parent = -1
        var children: [Int] = []
        /// Levels at which this node itself exists: what is defined below it reaches at least this.
        var definition = 0
        var repetitionLevel = 0
        /// Index among the leaves.
        var leaf: Int?
        /// Converted type of old writers, and its decimal's figures.
        var converted: Int?
        var scale = 0
        var precision = 0
    }

    private(set) var nodes: [Node] = []
    /// Node indices of the leaves, in the order of a row group's columns.
    private(set) var leaves: [Int] = []

    init(elements: [Node]) throws(ParquetFlaw) {
        nodes = elements
        guard !nodes.isEmpty, nodes[0].physical == nil else { throw .invalid("the schema") }
        var index = 0
        // Open groups with the number of children that each still waits for.
        var open: [(node: Int, left: Int)] = []
        while index < nodes.count {
            if index > 0 {
                guard let parent = open.last else { throw .invalid("the schema's tree") }
                attach(index, to: parent.node)
                open[open.count - 1].left -= 1
            }
            if nodes[index].physical == nil {
                guard nodes[index].childCount >= 0, open.count < ParquetLimits.depth else {
                    throw .invalid("the schema's tree")
                }
                open.append((index, nodes[index].childCount))
            } else {
                guard nodes[index].childCount == 0 else { throw .invalid("the schema's tree") }
                nodes[index].leaf = leaves.count
                leaves.append(index)
            }
            while let last = open.last, last.left == 0, index < nodes.count { open.removeLast() }
            index += 1
        }
        guard open.isEmpty else { throw .invalid("the schema's tree") }
        for index in nodes.indices { nodes[index].logical = nodes[index].logical ?? Self.logical(of: nodes[index]) }
    }

    private mutating func attach(_ index: Int, to parent: Int) {
        nodes[index].parent = parent
        nodes[parent].children.append(index)
        let repetition = nodes[index].repetition
        nodes[index].definition = nodes[parent].definition + (repetition == .required ? 0 : 1)
        nodes[index].repetitionLevel = nodes[parent].repetitionLevel + (repetition == .repeated ? 1 : 0)
    }

    /// What a converted type of the old annotation means.
    private static func logical(of node: Node) -> Logical? {
        switch node.converted {
        case 0: .string
        case 1, 2: .map
        case 3: .list
        case 5: .decimal(scale: node.scale, precision: node.precision)
        case 6: .date
        case 9: .timestamp(.milliseconds, isUTC: true)
        case 10: .timestamp(.microseconds, isUTC: true)
        default: nil
        }
    }

    // MARK: - Finding columns

    /// The child of a group by its name.
    func child(_ name: String, of node: Int = 0) -> Int? {
        nodes[node].children.first { nodes[$0].name == name }
    }

    /// The node at the end of a path of names.
    func node(_ path: String...) -> Int? {
        var node = 0
        for name in path {
            guard let next = child(name, of: node) else { return nil }
            node = next
        }
        return node
    }

    /// The leaf below a list, whatever its inner groups are called: writers use `list.element`, `array`, `bag.item`...
    func listElement(of node: Int) -> Int? {
        var at = node
        if nodes[at].physical != nil { return nodes[at].repetition == .repeated ? nodes[at].leaf : nil }
        for _ in 0..<3 {
            guard nodes[at].children.count == 1 else { return nil }
            at = nodes[at].children[0]
            if let leaf = nodes[at].leaf { return leaf }
        }
        return nil
    }

    /// Key and value leaves of a map, by structure: a repeated group of two, be it `key_value`, `entries` or `map`.
    func mapEntries(of node: Int) -> (key: Int, value: Int)? {
        guard nodes[node].children.count == 1 else { return nil }
        let entry = nodes[node].children[0]
        guard nodes[entry].repetition == .repeated, nodes[entry].children.count == 2 else { return nil }
        guard let key = nodes[nodes[entry].children[0]].leaf, let value = nodes[nodes[entry].children[1]].leaf else {
            return nil
        }
        return (key, value)
    }

    /// The dotted path of a leaf.
    func path(ofLeaf leaf: Int) -> String {
        var names: [String] = []
        var at = leaves[leaf]
        while at > 0 {
            names.append(nodes[at].name)
            at = nodes[at].parent
        }
        return names.reversed().joined(separator: ".")
    }
}
