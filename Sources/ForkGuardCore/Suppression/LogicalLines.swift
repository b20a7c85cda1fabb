import PythonSyntax

/// The lines that each statement of a file covers; of a compound statement its head alone, decorators included.
package struct LogicalLines {
    /// Sorted; statements that share a line are one range.
    private var ranges: [ClosedRange<Int>] = []

    init(of tree: SyntaxTree) {
        for (index, node) in tree.nodes.enumerated() {
            let id = NodeID(raw: UInt32(index))
            switch node.kind {
            case .return, .delete, .assign, .typeAlias, .augAssign, .annAssign, .raise, .assert, .import,
                .importFrom, .global, .nonlocal, .expr, .pass, .break, .continue:
                add(tree, from: node.start, to: node.end)
            case .functionDef, .asyncFunctionDef, .classDef, .for, .asyncFor, .while, .if, .with, .asyncWith, .match,
                .try, .tryStar, .exceptHandler, .matchCase:
                add(tree, from: Self.start(of: id, tree), to: Self.endOfHead(of: id, tree))
            default: break
            }
        }
        join()
    }

    /// - Parameter ranges: one for each statement, in any order.
    package init(ranges: [ClosedRange<Int>]) {
        self.ranges = ranges
        join()
    }

    private mutating func join() {
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var joined: [ClosedRange<Int>] = []
        for range in ranges {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        ranges = joined
    }

    /// The lines of the statements that stand in `line`.
    func containing(_ line: Int) -> ClosedRange<Int> {
        let index = firstIndex(endingAt: line)
        guard index < ranges.count, ranges[index].contains(line) else { return line...line }
        return ranges[index]
    }

    /// The lines of the statement below `line`; of the one around it where brackets are still open there.
    func following(_ line: Int) -> ClosedRange<Int> {
        let index = firstIndex(endingAt: line)
        return index < ranges.count ? ranges[index] : line...line
    }

    /// Index of the first range that ends at `line` or below it.
    private func firstIndex(endingAt line: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func add(_ tree: SyntaxTree, from start: UInt32, to end: UInt32) {
        let first = tree.position(of: start).line
        ranges.append(first...max(first, tree.position(of: end > start ? end - 1 : end).line))
    }

    /// Where a statement begins: at its first decorator, where it has one.
    private static func start(of id: NodeID, _ tree: SyntaxTree) -> UInt32 {
        let node = tree[id]
        guard let slot = node.kind.fields.firstIndex(where: { $0.name == "decorator_list" }) else {
            return node.start
        }
        return tree.list(id, slot).compactMap { $0 }.first.map { tree[$0].start } ?? node.start
    }

    /// The offset behind the colon that closes the head.
    private static func endOfHead(of id: NodeID, _ tree: SyntaxTree) -> UInt32 {
        let node = tree[id]
        var at = Int(max(endOfParts(of: id, tree), node.start))
        // Between the last expression and the colon stand brackets, commas, names and comments.
        while at < Int(node.end), at < tree.source.count, tree.source[at] != UInt8(ascii: ":") {
            if tree.source[at] == UInt8(ascii: "#") {
                while at < tree.source.count, tree.source[at] != 0x0A, tree.source[at] != 0x0D { at += 1 }
            } else {
                at += 1
            }
        }
        return UInt32(min(at + 1, Int(node.end)))
    }

    /// End of the last expression that belongs to the head.
    private static func endOfParts(of id: NodeID, _ tree: SyntaxTree) -> UInt32 {
        var end: UInt32 = 0
        for (slot, field) in tree[id].kind.fields.enumerated() where !bodies.contains(field.name) {
            let parts: [NodeID]
            switch field.kind {
            case .node: parts = [tree.node(id, slot)].compactMap { $0 }
            case .list: parts = tree.list(id, slot).compactMap { $0 }
            default: continue
            }
            for part in parts {
                // `arguments` has no place of its own in `ast`.
                end = max(end, tree.kind(part) == .arguments ? endOfParts(of: part, tree) : tree[part].end)
            }
        }
        return end
    }

    private static let bodies: Set<String> = ["body", "orelse", "finalbody", "handlers", "cases", "decorator_list"]
}
