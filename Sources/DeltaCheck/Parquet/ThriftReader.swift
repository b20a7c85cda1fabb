/// Reads Thrift's compact protocol, which Parquet writes its metadata in. Unknown fields are skipped.
struct ThriftReader {
    /// The type codes of the protocol.
    enum Kind: UInt8 {
        case stop = 0, yes, no, byte, i16, i32, i64, double, binary, list, set, map, structure
    }

    let bytes: ByteSlice
    private(set) var at: Int
    private var depth = 0

    init(_ bytes: ByteSlice, at: Int = 0) {
        self.bytes = bytes
        self.at = at
    }

    private static let part = "the metadata"

    // MARK: - Values

    private mutating func byte() throws(ParquetFlaw) -> UInt8 {
        guard at < bytes.count else { throw .endsEarly(Self.part) }
        defer { at += 1 }
        return bytes.base[at]
    }

    private mutating func varint() throws(ParquetFlaw) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            let next = try byte()
            value |= UInt64(next & 0x7F) << shift
            if next & 0x80 == 0 { return value }
            shift += 7
        }
        throw .invalid("a number in the metadata")
    }

    /// Any integer but a byte: zigzag.
    mutating func integer() throws(ParquetFlaw) -> Int64 {
        let value = try varint()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func int() throws(ParquetFlaw) -> Int { Int(try integer()) }

    mutating func int8() throws(ParquetFlaw) -> Int { Int(Int8(bitPattern: try byte())) }

    mutating func binary() throws(ParquetFlaw) -> ByteSlice {
        let length = try varint()
        guard length <= UInt64(bytes.count - at), let part = bytes.part(from: at, count: Int(length)) else {
            throw .endsEarly(Self.part)
        }
        at += part.count
        return part
    }

    mutating func text() throws(ParquetFlaw) -> String { String(decoding: try binary().bytes, as: UTF8.self) }

    /// Kind and length of a list or set. Every element takes a byte at least.
    mutating func list() throws(ParquetFlaw) -> (kind: Kind, count: Int) {
        let head = try byte()
        var count = UInt64(head >> 4)
        if count == 15 { count = try varint() }
        guard let kind = Kind(rawValue: head & 0x0F), kind != .stop else { throw .invalid("a list in the metadata") }
        guard count <= UInt64(bytes.count - at) else { throw .endsEarly(Self.part) }
        return (kind, Int(count))
    }

    // MARK: - Structures

    /// Reads one structure. `field` gets each field's number and kind, and returns false for one it did not read.
    mutating func structure(
        _ field: (inout ThriftReader, Int, Kind) throws(ParquetFlaw) -> Bool
    ) throws(ParquetFlaw) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= ParquetLimits.depth else { throw .invalid("the nesting of the metadata") }
        var number = 0
        while true {
            let head = try byte()
            if head == 0 { return }
            guard let kind = Kind(rawValue: head & 0x0F), kind != .stop else {
                throw .invalid("a field in the metadata")
            }
            let step = Int(head >> 4)
            number = step == 0 ? try int() : number + step
            guard number >= Int(Int16.min), number <= Int(Int16.max) else {
                throw .invalid("a field number in the metadata")
            }
            if try !field(&self, number, kind) { try skip(kind) }
        }
    }

    /// Reads a list of structures.
    mutating func structures(
        _ element: (inout ThriftReader) throws(ParquetFlaw) -> Void
    ) throws(ParquetFlaw) {
        let (kind, count) = try list()
        guard kind == .structure || count == 0 else { throw .invalid("a list in the metadata") }
        for _ in 0..<count { try element(&self) }
    }

    mutating func skip(_ kind: Kind) throws(ParquetFlaw) {
        switch kind {
        case .stop: throw .invalid("a field in the metadata")
        case .yes, .no: break
        case .byte: _ = try byte()
        case .i16, .i32, .i64: _ = try varint()
        case .double:
            guard bytes.count - at >= 8 else { throw .endsEarly(Self.part) }
            at += 8
        case .binary: _ = try binary()
        case .list, .set:
            let (element, count) = try list()
            try skipElements(element, count)
        case .map:
            let count = try varint()
            if count == 0 { return }
            guard count <= UInt64(bytes.count - at) else { throw .endsEarly(Self.part) }
            let kinds = try byte()
            guard let key = Kind(rawValue: kinds >> 4), let value = Kind(rawValue: kinds & 0x0F) else {
                throw .invalid("a map in the metadata")
            }
            for _ in 0..<count {
                try skipElements(key, 1)
                try skipElements(value, 1)
            }
        case .structure: try structure { _, _, _ throws(ParquetFlaw) in false }
        }
    }

    /// In lists and maps a Boolean is a byte of its own.
    private mutating func skipElements(_ kind: Kind, _ count: Int) throws(ParquetFlaw) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= ParquetLimits.depth else { throw .invalid("the nesting of the metadata") }
        for _ in 0..<count {
            if kind == .yes || kind == .no { _ = try byte() } else { try skip(kind) }
        }
    }
}
