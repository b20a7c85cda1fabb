/// Identifiers of a file, each kept once. An open-addressing table over bytes: looking up a name makes no `String`.
struct NameTable {
    private struct Entry {
        var hash: UInt32
        var start: UInt32
        var count: UInt32
        /// The bytes stand in `extra`, not in the source.
        var isExtra: Bool
    }

    private let source: UnsafeBufferPointer<UInt8>
    private var entries: ContiguousArray<Entry> = []
    /// Identifier number plus one; 0 marks a free place. The count is a power of two.
    private var table: ContiguousArray<UInt32>
    private var extra: ContiguousArray<UInt8> = []

    init(source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        var places = 64
        while places < source.count / 32, places < 8192 { places *= 2 }
        table = ContiguousArray(repeating: 0, count: places)
        entries.reserveCapacity(places / 2)
    }

    /// FNV-1a's steps; the lexer takes them while it scans a name.
    static let hashSeed: UInt64 = 0xcbf2_9ce4_8422_2325
    @inline(__always) static func hashStep(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    @inline(__always) private static func fold(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    /// The identifier that stands in `source` at `start`.
    @inline(__always)
    mutating func intern(hash: UInt64, start: Int, count: Int) -> UInt32 {
        let bytes = UnsafeBufferPointer(rebasing: source[start..<(start + count)])
        return find(Self.fold(hash), bytes, Entry(hash: 0, start: UInt32(start), count: UInt32(count), isExtra: false))
    }

    /// An identifier whose text is not in the source as such.
    mutating func intern(_ bytes: some Collection<UInt8>) -> UInt32 {
        let copy = ContiguousArray(bytes)
        var hash = Self.hashSeed
        for byte in copy { hash = Self.hashStep(hash, byte) }
        let before = entries.count
        let entry = Entry(hash: 0, start: UInt32(extra.count), count: UInt32(copy.count), isExtra: true)
        let found = copy.withUnsafeBufferPointer { find(Self.fold(hash), $0, entry) }
        if entries.count > before { extra.append(contentsOf: copy) }
        return found
    }

    private mutating func find(_ hash: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ fresh: Entry) -> UInt32 {
        let mask = table.count - 1
        var place = Int(hash) & mask
        while true {
            let number = table[place]
            if number == 0 { break }
            let entry = entries[Int(number) - 1]
            if entry.hash == hash, Int(entry.count) == bytes.count, isSame(entry, bytes) { return number - 1 }
            place = (place + 1) & mask
        }
        let number = UInt32(entries.count)
        var entry = fresh
        entry.hash = hash
        entries.append(entry)
        table[place] = number + 1
        if entries.count * 2 > table.count { grow() }
        return number
    }

    @inline(__always)
    private func isSame(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(entry.start)
        if entry.isExtra {
            for index in 0..<bytes.count where extra[start + index] != bytes[index] { return false }
        } else {
            for index in 0..<bytes.count where source[start + index] != bytes[index] { return false }
        }
        return true
    }

    private mutating func grow() {
        let mask = table.count * 2 - 1
        table = ContiguousArray(repeating: 0, count: mask + 1)
        for (number, entry) in entries.enumerated() {
            var place = Int(entry.hash) & mask
            while table[place] != 0 { place = (place + 1) & mask }
            table[place] = UInt32(number) + 1
        }
    }

    /// Bytes of an identifier.
    func bytes(of name: UInt32) -> [UInt8] {
        let entry = entries[Int(name)]
        let range = Int(entry.start)..<Int(entry.start + entry.count)
        return entry.isExtra ? Array(extra[range]) : Array(source[range])
    }

    /// All identifiers, in the order of their numbers.
    func strings() -> [String] {
        entries.map { entry in
            let range = Int(entry.start)..<Int(entry.start + entry.count)
            return entry.isExtra
                ? String(decoding: extra[range], as: UTF8.self)
                : String(decoding: UnsafeBufferPointer(rebasing: source[range]), as: UTF8.self)
        }
    }
}
