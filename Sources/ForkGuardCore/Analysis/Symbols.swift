/// An interned identifier of the whole program.
typealias Symbol = Int32

/// Interns texts: they get small numbers that are equal exactly when the texts' bytes are.
///
/// A large program has millions of them. So their bytes stand one after another in large blocks, and a table of numbers
/// finds them: a text costs its bytes and some twenty more.
final class SymbolTable {
    private var blocks: [UnsafeMutablePointer<UInt8>] = []
    /// Bytes of the last block that are in use.
    private var used = SymbolTable.blockSize
    /// Where each text begins: the block, then the byte in it.
    private var places: [UInt32] = []
    private var hashes: [UInt32] = []
    /// Numbers of texts, each at the first free place from its hash on; -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 64)

    private static let blockBits: UInt32 = 18
    private static let blockSize = 1 << Int(blockBits)

    /// The text without a character, which alone of all texts is false.
    static let empty: Symbol = 0

    init() { _ = intern("") }

    deinit { for block in blocks { block.deallocate() } }

    /// How many texts there are.
    var count: Int { places.count }

    func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { bytes in
            let hash = Self.hash(bytes)
            let slot = slot(of: bytes, hash)
            if slots[slot] >= 0 { return slots[slot] }
            let symbol = Symbol(places.count)
            slots[slot] = symbol
            places.append(store(bytes))
            hashes.append(hash)
            if places.count * 4 > slots.count * 3 { grow() }
            return symbol
        }
    }

    func find(_ text: String) -> Symbol? {
        var text = text
        let found = text.withUTF8 { slots[slot(of: $0, Self.hash($0))] }
        return found < 0 ? nil : found
    }

    subscript(symbol: Symbol) -> String { String(decoding: bytes(of: symbol), as: UTF8.self) }

    /// For each text of `others`, whether one of these begins with it: as a whole, or up to a dot.
    func beginnings(among others: SymbolTable) -> [Bool] {
        var result = [Bool](repeating: false, count: others.count)
        for symbol in 0..<Symbol(count) {
            let bytes = bytes(of: symbol)
            let end = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
            let head = UnsafeBufferPointer(rebasing: bytes[..<end])
            let found = others.slots[others.slot(of: head, Self.hash(head))]
            if found >= 0 { result[Int(found)] = true }
        }
        return result
    }

    // MARK: Bytes

    /// The length as numbers of base 128, least first, then the text.
    private func bytes(of symbol: Symbol) -> UnsafeBufferPointer<UInt8> {
        let place = places[Int(symbol)]
        var at = blocks[Int(place >> Self.blockBits)] + Int(place & (UInt32(Self.blockSize) - 1))
        var (count, shift) = (0, 0)
        while at.pointee >= 0x80 {
            count |= Int(at.pointee & 0x7F) << shift
            shift += 7
            at += 1
        }
        count |= Int(at.pointee) << shift
        return UnsafeBufferPointer(start: at + 1, count: count)
    }

    private func store(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let needed = bytes.count + 10
        if used + needed > Self.blockSize {
            // A text that is longer than a block has one for itself, which is then full.
            blocks.append(.allocate(capacity: max(needed, Self.blockSize)))
            used = 0
        }
        let place = UInt32(blocks.count - 1) << Self.blockBits | UInt32(used)
        var at = blocks[blocks.count - 1] + used
        var rest = bytes.count
        while rest >= 0x80 {
            at.pointee = UInt8(rest & 0x7F) | 0x80
            rest >>= 7
            at += 1
        }
        at.pointee = UInt8(rest)
        if let first = bytes.baseAddress { (at + 1).update(from: first, count: bytes.count) }
        used = at + 1 + bytes.count - blocks[blocks.count - 1]
        return place
    }

    // MARK: The table

    /// Where a text's number stands, or belongs.
    private func slot(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] >= 0 {
            let symbol = slots[slot]
            if hashes[Int(symbol)] == hash {
                let known = self.bytes(of: symbol)
                if known.count == bytes.count, known.elementsEqual(bytes) { return slot }
            }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for (symbol, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(symbol)
        }
    }

    /// Seeded anew in every process, so that no source can be written to make texts collide.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }
}

/// An interned dotted path of something outside the scanned program: `deltalake.DeltaTable.create()`.
typealias PathID = Int32

/// Interns dotted paths and remembers their children, so that following an attribute is one look-up.
struct PathTable {
    private(set) var texts: [String] = []
    private var index: [String: PathID] = [:]
    private var children: [Edge: PathID] = [:]

    private struct Edge: Hashable {
        var parent: PathID
        var symbol: Symbol
    }

    mutating func intern(_ text: String) -> PathID {
        if let known = index[text] { return known }
        let path = PathID(texts.count)
        texts.append(text)
        index[text] = path
        return path
    }

    /// `parent.name`, under the name that `canonical` gives it.
    mutating func child(of parent: PathID, _ symbol: Symbol, named name: String, canonical: (String) -> String)
        -> PathID
    {
        let edge = Edge(parent: parent, symbol: symbol)
        if let known = children[edge] { return known }
        let path = intern(canonical(texts[Int(parent)] + "." + name))
        children[edge] = path
        return path
    }

    subscript(path: PathID) -> String { texts[Int(path)] }
}
