/// A JSON value with the line where it begins: as much of JSON as lock files need, and forgiving of what they do not.
struct JSONValue {
    enum Content {
        case string(String)
        case object([(key: String, value: JSONValue)])
        case array([JSONValue])
        case integer(Int)
        case bool(Bool)
        /// Another number, or null.
        case other
    }

    var content: Content
    /// One-based.
    var line: Int

    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }

    static func parse(_ bytes: [UInt8]) -> JSONValue? {
        var parser = JSONParser(bytes: bytes)
        guard let value = parser.value(depth: 0) else { return nil }
        return parser.isAtEnd() ? value : nil
    }
}

private struct JSONParser {
    /// Lock files nest four deep; the descent must end on any input.
    private static let deepest = 64
    let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func isAtEnd() -> Bool {
        skipSpace()
        return position == bytes.count
    }

    mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        let start = line
        guard depth < Self.deepest, position < bytes.count else { return nil }
        let content: JSONValue.Content?
        switch bytes[position] {
        case UInt8(ascii: "{"): content = object(depth: depth)
        case UInt8(ascii: "["): content = array(depth: depth)
        case UInt8(ascii: "\""): content = string().map { .string($0) }
        default: content = word()
        }
        return content.map { JSONValue(content: $0, line: start) }
    }

    private mutating func object(depth: Int) -> JSONValue.Content? {
        position += 1
        var members: [(key: String, value: JSONValue)] = []
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\""), let key = string(),
                take(UInt8(ascii: ":")), let value = value(depth: depth + 1)
            else { return nil }
            members.append((key, value))
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> JSONValue.Content? {
        position += 1
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        repeat {
            guard let element = value(depth: depth + 1) else { return nil }
            elements.append(element)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? .array(elements) : nil
    }

    private mutating func string() -> String? {
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == 0x0A { line += 1 }
            guard byte == UInt8(ascii: "\\"), position < bytes.count else {
                text.append(byte)
                continue
            }
            let escaped = bytes[position]
            position += 1
            switch escaped {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"): text += Array(String(scalar()).utf8)
            default: text.append(escaped)
            }
        }
        return nil
    }

    /// What `\u` and four digits mean, with the second half of a pair; a half alone is U+FFFD.
    private mutating func scalar() -> Character {
        let first = unit() ?? 0xFFFD
        var value = first
        if (0xD800..<0xDC00).contains(first), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            let before = position
            position += 2
            if let second = unit(), (0xDC00..<0xE000).contains(second) {
                value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
            } else {
                position = before
            }
        }
        return Character(Unicode.Scalar(value) ?? "\u{FFFD}")
    }

    private mutating func unit() -> UInt32? {
        guard position + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
        else { return nil }
        position += 4
        return value
    }

    private mutating func word() -> JSONValue.Content? {
        let start = position
        while position < bytes.count, !",]}".utf8.contains(bytes[position]), bytes[position] > 0x20 { position += 1 }
        guard position > start else { return nil }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        if word == "true" || word == "false" { return .bool(word == "true") }
        return Int(word).map { .integer($0) } ?? .other
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
    }
}
