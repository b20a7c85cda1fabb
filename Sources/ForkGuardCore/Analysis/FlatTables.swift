/// Rows of numbers in one array: what an array of arrays holds, without a block of memory for each.
struct Rows {
    private(set) var values: [Int32] = []
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    mutating func append(_ row: some Collection<Int32>) {
        values.append(contentsOf: row)
        ends.append(UInt32(values.count))
    }

    func range(_ row: Int) -> Range<Int> { Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row]) }

    subscript(row: Int) -> ArraySlice<Int32> { values[range(row)] }

    /// For every value below `count` the rows that hold it, ascending.
    func transposed(count: Int) -> Rows {
        var result = Rows()
        result.ends = [UInt32](repeating: 0, count: count)
        for value in values { result.ends[Int(value)] += 1 }
        var sum: UInt32 = 0
        for value in 0..<count {
            let length = result.ends[value]
            // For now where the row begins; filling it moves that to its end.
            result.ends[value] = sum
            sum += length
        }
        result.values = [Int32](repeating: 0, count: values.count)
        for row in 0..<ends.count {
            for at in range(row) {
                let value = Int(values[at])
                result.values[Int(result.ends[value])] = Int32(row)
                result.ends[value] += 1
            }
        }
        return result
    }
}

/// Pairs of numbers, numbered in the order of their coming.
struct PairTable {
    struct Pair: Equatable {
        var first: Int32
        var second: Int32
    }

    private(set) var pairs: [Pair] = []
    /// Numbers of pairs, each at the first free place from its hash on; -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 64)

    var count: Int { pairs.count }

    func find(_ first: Int32, _ second: Int32) -> Int32? {
        let found = slots[slot(of: Pair(first: first, second: second))]
        return found < 0 ? nil : found
    }

    mutating func number(of first: Int32, _ second: Int32) -> Int32 {
        let pair = Pair(first: first, second: second)
        let slot = slot(of: pair)
        if slots[slot] >= 0 { return slots[slot] }
        let number = Int32(pairs.count)
        slots[slot] = number
        pairs.append(pair)
        if pairs.count * 4 > slots.count * 3 { grow() }
        return number
    }

    private func slot(of pair: Pair) -> Int {
        let mask = slots.count - 1
        var slot = Self.hash(pair) & mask
        while slots[slot] >= 0, pairs[Int(slots[slot])] != pair { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, pair) in pairs.enumerated() {
            var slot = Self.hash(pair) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }

    /// The middle bits of a product with an odd number whose bits are even and odd in no order.
    private static func hash(_ pair: Pair) -> Int {
        let bits = UInt64(UInt32(bitPattern: pair.first)) << 32 | UInt64(UInt32(bitPattern: pair.second))
        let mixed = (bits ^ bits >> 29) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & 0x7FFF_FFFF)
    }
}
