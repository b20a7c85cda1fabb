/// Byte strings one after another, and where each ends: what a snapshot keeps instead of a million `String`s.
public struct ByteColumn: Sendable {
    private(set) var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    public var count: Int { ends.count }

    /// False where the column would grow past what its offsets can say: 4 GB.
    func hasRoom(for more: Int) -> Bool { more <= Int(UInt32.max) - bytes.count }

    mutating func append(_ slice: ByteSlice) {
        precondition(hasRoom(for: slice.count))
        bytes.append(contentsOf: slice.bytes)
        ends.append(UInt32(bytes.count))
    }

    mutating func append(_ more: [UInt8]) {
        precondition(hasRoom(for: more.count))
        bytes.append(contentsOf: more)
        ends.append(UInt32(bytes.count))
    }

    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

    /// The bytes of one element.
    public subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

    func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

    /// Calls `body` with one element where it lies.
    func withSlice<Result>(_ index: Int, _ body: (ByteSlice) -> Result) -> Result {
        let range = range(index)
        return bytes.withUnsafeBufferPointer { all in
            guard let base = all.baseAddress else { return body(.empty) }
            return body(ByteSlice(base: base + range.lowerBound, count: range.count))
        }
    }

    /// Gives back what growing by doubling took too much.
    mutating func trim() {
        bytes.trim()
        ends.trim()
    }
}

extension Array {
    /// Gives back spare room, where there is much.
    mutating func trim() {
        guard capacity > count + count / 8 + 16 else { return }
        // A slice of all would share the memory that is to be given back.
        var exact: [Element] = []
        exact.reserveCapacity(count)
        exact.append(contentsOf: self)
        self = exact
    }
}

/// A set of byte strings, each with a number in the order of its insertion.
///
/// Hashes are Swift's own, seeded at random in each process, so that no table can be made to collide on purpose.
struct ByteSet: Sendable {
    private(set) var elements = ByteColumn()
    /// Index plus one, by hash; 0 is free. Its size is a power of two, and less than two thirds are taken.
    private var slots: [UInt32] = []
    private var hashes: [UInt32] = []

    var count: Int { elements.count }
    var isEmpty: Bool { elements.count == 0 }

    private static func hash(_ slice: ByteSlice) -> UInt32 {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(slice.bytes))
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }

    func contains(_ slice: ByteSlice) -> Bool {
        if slots.isEmpty { return false }
        let hash = Self.hash(slice)
        return slots[place(of: slice, hash)] != 0
    }

    /// Returns the element's number, and whether it is new.
    mutating func insert(_ slice: ByteSlice) -> (index: Int, isNew: Bool) {
        if elements.count * 3 >= slots.count * 2 { grow() }
        let hash = Self.hash(slice)
        let place = place(of: slice, hash)
        if slots[place] != 0 { return (Int(slots[place]) - 1, false) }
        elements.append(slice)
        hashes.append(hash)
        slots[place] = UInt32(elements.count)
        return (elements.count - 1, true)
    }

    func hasRoom(for more: Int) -> Bool { elements.hasRoom(for: more) && elements.count < Int(UInt32.max) / 2 }

    private func place(of slice: ByteSlice, _ hash: UInt32) -> Int {
        var place = Int(hash) & (slots.count - 1)
        while true {
            let slot = slots[place]
            if slot == 0 { return place }
            if hashes[Int(slot) - 1] == hash, elements.withSlice(Int(slot) - 1, { Self.areEqual($0, slice) }) {
                return place
            }
            place = (place + 1) & (slots.count - 1)
        }
    }

    private static func areEqual(_ left: ByteSlice, _ right: ByteSlice) -> Bool {
        left.count == right.count && left.bytes.elementsEqual(right.bytes)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: max(64, slots.count * 2))
        for (index, hash) in hashes.enumerated() {
            var place = Int(hash) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = UInt32(index + 1)
        }
    }
}
