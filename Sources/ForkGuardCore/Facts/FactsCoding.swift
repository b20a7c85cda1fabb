// The binary coding of facts: numbers as little-endian base 128, texts and lists with their length before them. What
// reads it trusts nothing: any bytes give facts that are safe to link, or an error.

/// Why bytes are no facts.
public enum FactsError: Error, Equatable, CustomStringConvertible {
    case notFacts
    case otherVersion(UInt32)
    /// Offset of the byte where reading ended.
    case truncated(offset: Int)
    case malformed(offset: Int, what: String)
    case trailingBytes(count: Int)

    public var description: String {
        switch self {
        case .notFacts: "these are no facts of forkguard"
        case .otherVersion(let version):
            "the facts have version \(version), this forkguard reads \(ModuleFacts.codingVersion)"
        case .truncated(let offset): "the facts end too early, at byte \(offset)"
        case .malformed(let offset, let what): "the facts are damaged near byte \(offset): \(what)"
        case .trailingBytes(let count): "\(count) bytes follow the facts"
        }
    }
}

struct FactsWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: UInt32) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number that is often absent (`.max`): that is one byte.
    mutating func write(optional number: UInt32) { write(number &+ 1) }

    mutating func write(_ number: Int) { write(UInt32(clamping: number)) }
    mutating func write(byte: UInt8) { bytes.append(byte) }
    mutating func write(raw other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }
    mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write<Element>(_ list: [Element], _ body: (inout FactsWriter, Element) -> Void) {
        write(list.count)
        for element in list { body(&self, element) }
    }
}

struct FactsReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset = 0

    /// The bytes must outlive the reader.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var remaining: Int { bytes.count - offset }

    mutating func byte() throws(FactsError) -> UInt8 {
        guard offset < bytes.count else { throw .truncated(offset: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    @inline(__always) mutating func number() throws(FactsError) -> UInt32 {
        // Most numbers take one byte.
        if offset < bytes.count, bytes[offset] < 0x80 {
            offset += 1
            return UInt32(bytes[offset - 1])
        }
        return try longNumber()
    }

    private mutating func longNumber() throws(FactsError) -> UInt32 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            result |= UInt64(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
            guard shift < 35 else { throw malformed("a number is too long") }
        }
        guard let number = UInt32(exactly: result) else { throw malformed("a number is too large") }
        return number
    }

    mutating func optional() throws(FactsError) -> UInt32 { try number() &- 1 }
    mutating func int() throws(FactsError) -> Int { Int(try number()) }

    mutating func flag() throws(FactsError) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw malformed("a flag is neither 0 nor 1")
        }
    }

    mutating func value<Value: RawRepresentable<UInt8>>() throws(FactsError) -> Value {
        guard let value = Value(rawValue: try byte()) else { throw malformed("an unknown value of \(Value.self)") }
        return value
    }

    mutating func slice() throws(FactsError) -> UnsafeBufferPointer<UInt8> {
        let count = try int()
        guard count <= remaining else { throw .truncated(offset: bytes.count) }
        defer { offset += count }
        return UnsafeBufferPointer(rebasing: bytes[offset..<offset + count])
    }

    mutating func string() throws(FactsError) -> String { String(decoding: try slice(), as: UTF8.self) }

    /// A list whose elements take a byte at least, so that its length cannot exceed what is left.
    mutating func list<Element>(_ body: (inout FactsReader) throws(FactsError) -> Element) throws(FactsError)
        -> [Element]
    {
        let count = try int()
        guard count <= remaining else { throw .truncated(offset: bytes.count) }
        var result: [Element] = []
        result.reserveCapacity(count)
        for _ in 0..<count { result.append(try body(&self)) }
        return result
    }

    func malformed(_ what: String) -> FactsError { .malformed(offset: offset, what: what) }
}
