/// A dictionary by number, made for states that part and meet again: copies share all that neither has written to since.
///
/// A tree of nodes with sixteen slots each, of as many levels as its highest number needs. To write copies the nodes on
/// the way that another copy holds too; to join two copies skips the nodes that are the same. Numbers that are
/// given one after another lie beside each other.
struct SharedMap<Value> {
    private enum Slot {
        case empty
        case node(Node)
        case value(Value)
    }

    private final class Node: ManagedBuffer<Void, Slot> {
        static func make() -> Node {
            let node = unsafeDowncast(create(minimumCapacity: slotCount) { _ in }, to: Node.self)
            node.withUnsafeMutablePointerToElements { $0.initialize(repeating: .empty, count: slotCount) }
            return node
        }

        func copy() -> Node {
            let node = unsafeDowncast(Node.create(minimumCapacity: slotCount) { _ in }, to: Node.self)
            withUnsafeMutablePointerToElements { own in
                node.withUnsafeMutablePointerToElements { $0.initialize(from: own, count: slotCount) }
            }
            return node
        }

        deinit { _ = withUnsafeMutablePointerToElements { $0.deinitialize(count: slotCount) } }
    }

    private static var bits: Int { 4 }
    private static var slotCount: Int { 1 << bits }

    private var root = Slot.empty
    /// Levels of nodes above the values.
    private var height = 0

    var isEmpty: Bool { if case .empty = root { true } else { false } }

    subscript(key: Int32) -> Value? {
        get {
            let key = UInt(UInt32(bitPattern: key))
            guard key >> UInt(height * Self.bits) == 0 else { return nil }
            return Self.value(in: root, level: height, key)
        }
        set {
            let key = UInt(UInt32(bitPattern: key))
            grow(for: key)
            Self.write(newValue, to: &root, level: height, key)
        }
    }

    private static func value(in root: Slot, level: Int, _ key: UInt) -> Value? {
        var slot = root
        var level = level
        while true {
            switch slot {
            case .empty: return nil
            case .value(let value): return value
            case .node(let node):
                level -= 1
                slot = node.withUnsafeMutablePointerToElements { $0[index(key, level)] }
            }
        }
    }

    private static func index(_ key: UInt, _ level: Int) -> Int { Int(key >> UInt(level * bits)) & (slotCount - 1) }

    private static func write(_ value: Value?, to slot: inout Slot, level: Int, _ key: UInt) {
        guard level > 0 else {
            slot = value.map(Slot.value) ?? .empty
            return
        }
        if value == nil, case .empty = slot { return }
        var node = takeNode(&slot)
        if !isKnownUniquelyReferenced(&node) { node = node.copy() }
        node.withUnsafeMutablePointerToElements {
            write(value, to: &$0[index(key, level - 1)], level: level - 1, key)
        }
        slot = .node(node)
    }

    /// The node of a slot, or a new one; the slot lets go of it.
    private static func takeNode(_ slot: inout Slot) -> Node {
        guard case .node(let node) = slot else { return Node.make() }
        slot = .empty
        return node
    }

    private mutating func grow(for key: UInt) {
        while key >> UInt(height * Self.bits) != 0 {
            if !isEmpty {
                let node = Node.make()
                node.withUnsafeMutablePointerToElements { $0[0] = root }
                root = .node(node)
            }
            height += 1
        }
    }

    // MARK: All entries

    /// Calls `body` with every entry, by ascending number as an unsigned one.
    func forEach(_ body: (Int32, Value) -> Void) { Self.visit(root, level: height, 0, body) }

    private static func visit(_ slot: Slot, level: Int, _ prefix: UInt, _ body: (Int32, Value) -> Void) {
        switch slot {
        case .empty: break
        case .value(let value): body(Int32(truncatingIfNeeded: prefix), value)
        case .node(let node):
            node.withUnsafeMutablePointerToElements {
                for index in 0..<slotCount {
                    visit($0[index], level: level - 1, prefix | UInt(index) << UInt((level - 1) * bits), body)
                }
            }
        }
    }

    // MARK: Two copies

    /// Joins what `other` holds to this. A number that one side lacks has there the value that `missing` gives; where
    /// that is none, the side that has it decides. `combine` gives `nil` where this side's value stands.
    ///
    /// - Returns: how many values were looked at.
    @discardableResult
    mutating func join(_ other: Self, missing: (Int32) -> Value?, combine: (Value, Value) -> Value?) -> Int {
        var looked = 0
        var changes: [(Int32, Value)] = []
        forEachDifference(from: other) { key, mine, theirs in
            looked += 1
            guard let theirs = theirs ?? missing(key) else { return }
            guard let mine = mine ?? missing(key) else { return changes.append((key, theirs)) }
            if let both = combine(mine, theirs) { changes.append((key, both)) }
        }
        for (key, value) in changes { self[key] = value }
        return looked
    }

    /// Takes from `other` the entries that this lacks.
    mutating func fill(from other: Self) {
        var found: [(Int32, Value)] = []
        forEachDifference(from: other) { key, mine, theirs in
            if mine == nil, let theirs { found.append((key, theirs)) }
        }
        for (key, value) in found { self[key] = value }
    }

    /// Calls `body` with the entries that lie in nodes which the two do not share.
    func forEachDifference(from other: Self, _ body: (Int32, Value?, Value?) -> Void) {
        var (mine, theirs) = (self, other)
        while mine.height < theirs.height { mine.raise() }
        while theirs.height < mine.height { theirs.raise() }
        Self.visitDifferences(mine.root, theirs.root, level: mine.height, 0, body)
    }

    private mutating func raise() { grow(for: 1 << UInt(height * Self.bits)) }

    private static func visitDifferences(
        _ mine: Slot, _ theirs: Slot, level: Int, _ prefix: UInt, _ body: (Int32, Value?, Value?) -> Void
    ) {
        switch (mine, theirs) {
        case (.node(let left), .node(let right)):
            if left === right { return }
            left.withUnsafeMutablePointerToElements { left in
                right.withUnsafeMutablePointerToElements { right in
                    for index in 0..<slotCount {
                        let number = prefix | UInt(index) << UInt((level - 1) * bits)
                        visitDifferences(left[index], right[index], level: level - 1, number, body)
                    }
                }
            }
        case (.value(let left), .value(let right)): body(Int32(truncatingIfNeeded: prefix), left, right)
        case (let left, .empty): visit(left, level: level, prefix) { body($0, $1, nil) }
        case (_, let right): visit(right, level: level, prefix) { body($0, nil, $1) }
        }
    }
}
