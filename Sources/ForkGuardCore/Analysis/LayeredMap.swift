/// A dictionary made for states that part and meet again: copies share what was there when they parted,
/// and two copies are joined in the time of what was written since.
///
/// What is written lands in `recent`; `freeze()` moves that into a layer that copies share from then on.
/// Layers of similar size are merged, so a look-up asks O(log *n*) of them.
struct LayeredMap<Key: Hashable, Value> {
    private var recent: [Key: Value?] = [:]
    private var top: Layer?

    private final class Layer {
        let entries: [Key: Value?]
        let parent: Layer?
        let depth: Int

        init(entries: [Key: Value?], parent: Layer?) {
            self.entries = entries
            self.parent = parent
            depth = (parent?.depth ?? 0) + 1
        }
    }

    subscript(key: Key) -> Value? {
        get {
            if let found = recent[key] { return found }
            var layer = top
            while let current = layer {
                if let found = current.entries[key] { return found }
                layer = current.parent
            }
            return nil
        }
        set { recent[key] = .some(newValue) }
    }

    var isEmpty: Bool { recent.isEmpty && top == nil }

    /// True where something was written that later copies would not share.
    var hasUnshared: Bool { !recent.isEmpty }

    /// Shares everything written so far with the copies made from now on.
    mutating func freeze() {
        guard !recent.isEmpty else { return }
        var entries = recent
        // A layer that another copy shares stays as it is: the two are told apart by it when they meet.
        while isKnownUniquelyReferenced(&top), let below = top, below.entries.count <= entries.count * 2 {
            entries = below.entries.merging(entries) { _, new in new }
            top = below.parent
        }
        top = Layer(entries: entries, parent: top)
        recent = [:]
    }

    /// Calls `body` with every entry.
    func forEach(_ body: (Key, Value) -> Void) {
        var seen: Set<Key> = []
        visit(until: nil) { key, value in
            if seen.insert(key).inserted, let value { body(key, value) }
        }
    }

    /// Joins what `other` holds to this. A key that one side lacks has there the value `missing` gives;
    /// where that is none, the side that has it decides. `combine` gives `nil` where this side's value stands.
    ///
    /// - Returns: the number of keys that were looked at.
    @discardableResult
    mutating func join(_ other: Self, missing: (Key) -> Value?, combine: (Value, Value) -> Value?) -> Int {
        let before = self
        let shared = before.commonLayer(other)
        var count = 0
        other.visitKeys(until: shared) { key in
            count += 1
            let theirs = other[key] ?? missing(key)
            guard let theirs else { return }
            if let mine = before[key] ?? missing(key) {
                if let both = combine(mine, theirs) { self[key] = both }
            } else {
                self[key] = theirs
            }
        }
        before.visitKeys(until: shared) { key in
            count += 1
            guard !other.isWritten(key, since: shared), let mine = before[key], let theirs = other[key] ?? missing(key),
                let both = combine(mine, theirs)
            else { return }
            self[key] = both
        }
        return count
    }

    /// Takes from `other` the entries that this lacks.
    mutating func fill(from other: Self) {
        let shared = commonLayer(other)
        other.visit(until: shared) { key, value in
            if let value, self[key] == nil { self[key] = value }
        }
    }

    /// Calls `body` once with each key that was written since a layer.
    private func visitKeys(until end: Layer?, _ body: (Key) -> Void) {
        guard top !== end else { return recent.keys.forEach(body) }
        if recent.isEmpty, let top, top.parent === end { return top.entries.keys.forEach(body) }
        var seen: Set<Key> = []
        visit(until: end) { key, _ in if seen.insert(key).inserted { body(key) } }
    }

    private func isWritten(_ key: Key, since end: Layer?) -> Bool {
        if recent[key] != nil { return true }
        var layer = top
        while let current = layer, current !== end {
            if current.entries[key] != nil { return true }
            layer = current.parent
        }
        return false
    }

    private func visit(until end: Layer?, _ body: (Key, Value?) -> Void) {
        for (key, value) in recent { body(key, value) }
        var layer = top
        while let current = layer, current !== end {
            for (key, value) in current.entries { body(key, value) }
            layer = current.parent
        }
    }

    private func commonLayer(_ other: Self) -> Layer? {
        var mine = top
        var theirs = other.top
        while let left = mine, let right = theirs {
            if left === right { return left }
            if left.depth >= right.depth { mine = left.parent }
            if right.depth >= left.depth { theirs = right.parent }
        }
        return nil
    }
}
