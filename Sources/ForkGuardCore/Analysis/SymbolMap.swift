/// Values by name, ascending by the names' numbers: the variables of a scope, the attributes of an object.
///
/// Most have few entries and are copied often, which a flat array does in one go; a dictionary would move every entry.
struct SymbolMap<Value> {
    typealias Element = (key: Symbol, value: Value)

    private var entries: [Element] = []

    init() {}

    /// Where the name stands, or would.
    private func place(of name: Symbol) -> Int {
        // Symbols are numbered as they are met, so that a new name mostly comes last.
        guard let last = entries.last, last.key >= name else { return entries.count }
        var low = 0
        var high = entries.count - 1
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key < name { low = middle + 1 } else { high = middle }
        }
        return low
    }

    subscript(name: Symbol) -> Value? {
        get {
            let place = place(of: name)
            return place < entries.count && entries[place].key == name ? entries[place].value : nil
        }
        set {
            let place = place(of: name)
            let isKnown = place < entries.count && entries[place].key == name
            switch (newValue, isKnown) {
            case (let value?, true): entries[place].value = value
            case (let value?, false): entries.insert((name, value), at: place)
            case (nil, true): entries.remove(at: place)
            case (nil, false): break
            }
        }
    }

    var keys: LazyMapSequence<[Element], Symbol> { entries.lazy.map(\.key) }
    var values: LazyMapSequence<[Element], Value> { entries.lazy.map(\.value) }

    /// Adds what this lacks, and what `combine` makes of what both have.
    mutating func merge(_ other: Self, _ combine: (Value, Value) -> Value) {
        for (name, value) in other { self[name] = self[name].map { combine($0, value) } ?? value }
    }
}

extension SymbolMap: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { entries.count }
    subscript(position: Int) -> Element { entries[position] }
}

extension SymbolMap: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (Symbol, Value)...) {
        for (name, value) in elements { self[name] = value }
    }
}

extension SymbolMap: Equatable where Value: Equatable {
    static func == (left: Self, right: Self) -> Bool {
        left.entries.elementsEqual(right.entries) { $0.key == $1.key && $0.value == $1.value }
    }
}
