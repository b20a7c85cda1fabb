/// Writes JSON that is valid whatever the strings hold, and safe to show on a terminal.
///
/// Swift's strings are valid Unicode, so no lone surrogate can reach this. Control characters, the line
/// separators that break JavaScript, and the marks that reorder text are written as `\u` escapes.
struct JSONWriter {
    private(set) var buffer = ByteBuffer()
    private var depth = 0
    private var isFirst = true
    private let isCompact: Bool

    /// - Parameter isCompact: all on one line.
    init(isCompact: Bool = false) { self.isCompact = isCompact }

    /// A value in braces; `body` writes its fields.
    mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

    /// A value in brackets; `body` writes one value for each `element` it opens.
    mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

    /// Begins the next element of an array.
    mutating func element() { separate() }

    /// Begins the field `name`; its value follows.
    mutating func key(_ name: String) {
        separate()
        string(name)
        buffer.append(": ")
    }

    mutating func string(_ text: String) {
        buffer.append(0x22)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: buffer.append("\\\"")
            case 0x5C: buffer.append("\\\\")
            case 0x0A: buffer.append("\\n")
            case 0x0D: buffer.append("\\r")
            case 0x09: buffer.append("\\t")
            case let value where Printable.isUnsafe(scalar): escape(value)
            default: UTF8.encode(scalar)?.forEach { buffer.append($0) }
            }
        }
        buffer.append(0x22)
    }

    mutating func number(_ value: Int) { buffer.append(String(value)) }
    mutating func bool(_ value: Bool) { buffer.append(value ? "true" : "false") }
    mutating func null() { buffer.append("null") }

    // MARK: - Fields

    mutating func field(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    mutating func field(_ name: String, orNull value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    mutating func field(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    mutating func field(_ name: String, _ value: Bool) {
        key(name)
        bool(value)
    }

    mutating func field(_ name: String, _ values: [String]) {
        field(name, array: values) { $0.string($1) }
    }

    mutating func field(_ name: String, _ body: (inout JSONWriter) -> Void) {
        key(name)
        object(body)
    }

    mutating func field<Element>(
        _ name: String, array values: [Element], _ body: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        array { writer in
            for value in values {
                writer.element()
                body(&writer, value)
            }
        }
    }

    // MARK: - Layout

    private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
        buffer.append(open)
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst { breakLine() }
        buffer.append(close)
        isFirst = false
    }

    private mutating func separate() {
        if !isFirst { buffer.append(0x2C) }
        let isInside = !isFirst
        isFirst = false
        if isCompact && isInside { buffer.append(0x20) }
        breakLine()
    }

    private mutating func breakLine() {
        if isCompact { return }
        buffer.append(0x0A)
        for _ in 0..<(2 * depth) { buffer.append(0x20) }
    }

    private mutating func escape(_ value: UInt32) {
        guard value > 0xFFFF else { return escape(unit: value) }
        escape(unit: 0xD800 + (value - 0x10000) >> 10)
        escape(unit: 0xDC00 + (value - 0x10000) & 0x3FF)
    }

    private mutating func escape(unit: UInt32) {
        let digits = String(unit, radix: 16)
        buffer.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
}
