import Testing

@testable import ForkGuardCore

/// Maps by number against dictionaries that do the same, with seeds of their own.
@Suite struct SharedMapTests {
    private typealias Pair = (map: SharedMap<Int>, known: [Int32: Int])

    private static func number(_ generator: inout some RandomNumberGenerator) -> Int32 {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: Int32.random(in: .min ... .max, using: &generator)
        case 1...3: Int32.random(in: 0..<5_000, using: &generator)
        default: Int32.random(in: 0..<70, using: &generator)
        }
    }

    private static func write(_ count: Int, to pair: inout Pair, _ generator: inout some RandomNumberGenerator) {
        for _ in 0..<count {
            let key = number(&generator)
            let value = Int.random(in: 0..<6, using: &generator)
            pair.map[key] = value == 0 ? nil : value
            pair.known[key] = value == 0 ? nil : value
        }
    }

    private static func entries(_ map: SharedMap<Int>) -> [Int32: Int] {
        var result: [Int32: Int] = [:]
        map.forEach { key, value in
            #expect(result[key] == nil)
            result[key] = value
        }
        return result
    }

    @Test(arguments: 0..<40) func copiesGoTheirOwnWaysAndJoin(seed: Int) {
        var generator = Sequence(state: UInt64(seed) &* 977 &+ 2744)
        var first: Pair = (SharedMap(), [:])
        Self.write(seed * 3, to: &first, &generator)
        var second = first
        Self.write(seed, to: &first, &generator)
        Self.write(40 - seed, to: &second, &generator)
        #expect(Self.entries(first.map) == first.known)
        #expect(Self.entries(second.map) == second.known)
        for key in first.known.keys { #expect(first.map[key] == first.known[key]) }
        #expect(first.map[4_999] == first.known[4_999])

        // Even numbers have a value where they are missing.
        func missing(_ key: Int32) -> Int? { key % 2 == 0 ? 100 : nil }
        var expected = first.known
        for key in Set(first.known.keys).union(second.known.keys) {
            guard let theirs = second.known[key] ?? missing(key) else { continue }
            expected[key] = (first.known[key] ?? missing(key)).map { $0 == theirs ? $0 : $0 + theirs } ?? theirs
        }
        var joined = first.map
        joined.join(second.map, missing: missing) { $0 == $1 ? nil : $0 + $1 }
        // A value that is missing on one side and equal to the other's need not be written down.
        for (key, value) in expected { #expect((joined[key] ?? missing(key)) == value) }
        #expect(Set(Self.entries(joined).keys).isSubset(of: Set(expected.keys)))
        #expect(Self.entries(first.map) == first.known)

        var filled = first.map
        filled.fill(from: second.map)
        #expect(Self.entries(filled) == first.known.merging(second.known) { own, _ in own })
    }

    @Test func equalCopiesAreNotLookedAt() {
        var map = SharedMap<Int>()
        for key in 0..<10_000 { map[Int32(key)] = key }
        var copy = map
        copy[77] = 0
        #expect(map.join(copy, missing: { _ in nil }) { $0 == $1 ? nil : $1 } <= 16)
        #expect(map[77] == 0)
        #expect(copy.join(map, missing: { _ in nil }) { $0 == $1 ? nil : $1 } <= 16)
    }
}

private struct Sequence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    }
}
