/// A JSON value that was built: for what is read once, such as metadata and commit information.
public enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number that is no integer of 64 bits, as it was written.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

/// The fields of an object in their order. Of equal keys the last one counts.
public struct JSONObject: Sendable, Equatable {
    public private(set) var fields: [(key: String, value: JSONValue)] = []
    private var places: [String: Int] = [:]

    public init() {}

    public subscript(key: String) -> JSONValue? {
        get { places[key].map { fields[$0].value } }
        set {
            guard let newValue else { return }
            if let place = places[key] {
                fields[place].value = newValue
            } else {
                places[key] = fields.count
                fields.append((key, newValue))
            }
        }
    }

    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.fields.count == right.fields.count && left.fields.allSatisfy { right[$0.key] == $0.value }
    }
}

extension JSONValue {
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
    public subscript(key: String) -> JSONValue? { object?[key] }

    /// Reads the next value of a scanner.
    init(_ scanner: inout JSONScanner, depth: Int = 0) throws(JSONError) {
        guard depth < JSONScanner.depthLimit else { throw scanner.failure(.depth) }
        switch scanner.peek() {
        case UInt8(ascii: "\""): self = .string(try scanner.text().string)
        case UInt8(ascii: "{"):
            var object = JSONObject()
            try scanner.object { scanner, key throws(JSONError) in
                object[key.string] = try JSONValue(&scanner, depth: depth + 1)
            }
            self = .object(object)
        case UInt8(ascii: "["):
            var values: [JSONValue] = []
            try scanner.array { scanner throws(JSONError) in values.append(try JSONValue(&scanner, depth: depth + 1)) }
            self = .array(values)
        case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool(try scanner.bool())
        case UInt8(ascii: "-"), 0x30...0x39:
            let text = try scanner.number()
            self =
                JSONScanner.integer(text).map { .integer($0) } ?? .number(String(decoding: text.bytes, as: UTF8.self))
        default:
            guard try scanner.null() else { throw scanner.failure(.unexpected) }
            self = .null
        }
    }

    /// The one value that a text holds.
    init(parsing text: String) throws(JSONError) {
        var text = text
        let result: Result<JSONValue, JSONError> = text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return .failure(JSONError(reason: .endsEarly, offset: 0)) }
            var scanner = JSONScanner(ByteSlice(base: base, count: bytes.count))
            do throws(JSONError) {
                let value = try JSONValue(&scanner)
                scanner.skipSpace()
                return scanner.isAtEnd ? .success(value) : .failure(scanner.failure(.unexpected))
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }

    /// The value as JSON on one line.
    public var text: String {
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        case .number(let text): return text
        case .string(let text): return Self.quoted(text)
        case .array(let values): return "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let object):
            let fields = object.fields.map { Self.quoted($0.key) + ":" + $0.value.text }
            return "{" + fields.joined(separator: ",") + "}"
        }
    }

    /// Controls, and what would steer a terminal or reorder a line on it.
    private static func isEscaped(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB:
            true
        default: false
        }
    }

    /// A string literal of JSON.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case let other where isEscaped(other.value):
                let digits = String(other.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
