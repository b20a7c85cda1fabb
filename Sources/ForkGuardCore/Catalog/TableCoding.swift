// The coding of the generated table: numbers as decimals, texts with their length before them, so that the
// generated file stays readable in a diff and the reader never searches for an end. One version of the
// command writes and reads it; nothing else does.

/// What may stand in the generated literal.
enum TableText {
    static let delimiter = "\"\"\"##"

    static func isStorable(_ text: String) -> Bool {
        var quotes = 0
        for byte in text.utf8 {
            if byte < 0x20, byte != 0x0A { return false }
            if byte == 0x7F { return false }
            quotes = byte == UInt8(ascii: "\"") ? quotes + 1 : byte == UInt8(ascii: "#") ? quotes : 0
            if quotes >= 3, byte == UInt8(ascii: "#") { return false }
        }
        return !text.contains("\\##")
    }
}

/// A value that the generated table holds.
protocol TableCodable {
    func write(to table: inout TableWriter)
    init(from table: inout TableDecoder)
}

struct TableWriter {
    private(set) var text = ""

    mutating func write(_ number: Int) { text += "\(number) " }
    mutating func write(_ flag: Bool) { text += flag ? "+" : "-" }
    mutating func write(_ string: String) { text += "\(string.utf8.count):\(string)" }
    mutating func write(_ value: some RawRepresentable<String>) { write(value.rawValue) }
    mutating func write(_ value: some TableCodable) { value.write(to: &self) }

    mutating func write<Value>(_ value: Value?, _ body: (inout TableWriter, Value) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    mutating func write(_ string: String?) { write(string) { $0.write($1) } }

    mutating func write<Element>(_ list: [Element], _ body: (inout TableWriter, Element) -> Void) {
        write(list.count)
        for element in list { body(&self, element) }
    }

    mutating func write(_ list: [String]) { write(list) { $0.write($1) } }

    /// Each element stands in a line of its own.
    mutating func write(_ list: [some TableCodable]) {
        write(list) {
            $0.text += "\n"
            $0.write($1)
        }
    }

    mutating func write(_ dictionary: [String: String]) {
        write(dictionary.sorted { $0.key < $1.key }) {
            $0.write($1.key)
            $0.write($1.value)
        }
    }
}

/// Reads what `TableWriter` wrote. The table is our own and a test compares it with the rules, so a
/// malformed one is a mistake of ours and stops the program.
struct TableDecoder {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// The bytes must outlive the decoder, as those of a `StaticString` do.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() -> Int {
        var value = 0
        skipNewline()
        while true {
            let byte = next()
            guard byte >= 0x30, byte <= 0x39 else { return value }
            value = value * 10 + Int(byte) - 0x30
        }
    }

    mutating func flag() -> Bool {
        skipNewline()
        return next() == UInt8(ascii: "+")
    }

    mutating func string() -> String {
        let count = number()
        precondition(position + count <= bytes.count, "the generated table ends inside a text")
        defer { position += count }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<position + count]), as: UTF8.self)
    }

    mutating func value<Value: RawRepresentable<String>>() -> Value {
        let text = string()
        guard let value = Value(rawValue: text) else {
            preconditionFailure("the generated table has no value \(text); run `make generate`")
        }
        return value
    }

    mutating func value<Value: TableCodable>() -> Value { Value(from: &self) }

    mutating func optional<Value>(_ body: (inout TableDecoder) -> Value) -> Value? {
        flag() ? body(&self) : nil
    }

    mutating func optionalString() -> String? { optional { $0.string() } }

    mutating func list<Element>(_ body: (inout TableDecoder) -> Element) -> [Element] {
        let count = number()
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(body(&self)) }
        return list
    }

    mutating func strings() -> [String] { list { $0.string() } }
    mutating func values<Value: TableCodable>() -> [Value] { list { Value(from: &$0) } }

    mutating func dictionary() -> [String: String] {
        Dictionary(uniqueKeysWithValues: list { ($0.string(), $0.string()) })
    }

    private mutating func skipNewline() {
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    }

    private mutating func next() -> UInt8 {
        precondition(position < bytes.count, "the generated table ends too early")
        defer { position += 1 }
        return bytes[position]
    }
}
