/// A key of a few small numbers, for dictionaries that are asked millions of times in a scan.
///
/// What it is hashed by is mixed with a few multiplications. The hash of the standard library resists inputs that are chosen
/// to collide; these numbers are given by the scan itself.
protocol PackedKey: Hashable {
    /// The key's numbers in one.
    var packed: UInt64 { get }
}

extension PackedKey {
    static func == (left: Self, right: Self) -> Bool { left.packed == right.packed }

    func hash(into hasher: inout Hasher) { hasher.combine(packed) }

    func _rawHashValue(seed: Int) -> Int {
        var bits = packed ^ UInt64(truncatingIfNeeded: seed)
        bits = (bits ^ (bits >> 32)) &* 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 29)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: bits ^ (bits >> 32))
    }

    static func pack(_ high: Int32, _ low: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
    }
}
