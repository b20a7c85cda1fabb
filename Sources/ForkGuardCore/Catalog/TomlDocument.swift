import CToml

/// A value of a TOML document and where it stands.
struct TomlNode: Sendable {
    enum Value: Sendable {
        case table([TomlEntry])
        case array([TomlNode])
        case string(String)
        case integer(Int)
        case boolean(Bool)
        /// A float, date or time.
        case other
    }

    var value: Value
    /// One-based.
    var line: Int
    var column: Int

    /// Returns the entry of a table under `key`; `nil` for any other value.
    subscript(key: String) -> TomlNode? {
        guard case .table(let entries) = value else { return nil }
        return entries.first { $0.key == key }?.node
    }

    var entries: [TomlEntry] {
        if case .table(let entries) = value { entries } else { [] }
    }

    var elements: [TomlNode] {
        if case .array(let elements) = value { elements } else { [] }
    }

    var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// The value's kind in words, for messages.
    var kindName: String {
        switch value {
        case .table: "a table"
        case .array: "an array"
        case .string: "a string"
        case .integer: "an integer"
        case .boolean: "a boolean"
        case .other: "a float or date"
        }
    }
}

/// A key of a table with its value.
struct TomlEntry: Sendable {
    var key: String
    var line: Int
    var column: Int
    var node: TomlNode
}

/// Why a text is not TOML.
struct TomlError: Error, Equatable {
    var line: Int
    var column: Int
    var message: String
}

extension TomlNode {
    /// Parses a document; the result is its root table, keys in alphabetical order.
    static func parse(_ bytes: [UInt8]) throws(TomlError) -> TomlNode {
        let builder = TomlBuilder()
        let result = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                ctoml_parse(
                    text.baseAddress, text.count, Unmanaged.passUnretained(builder).toOpaque(),
                    { context, event in
                        guard let context, let event else { return }
                        Unmanaged<TomlBuilder>.fromOpaque(context).takeUnretainedValue().take(event.pointee)
                    })
            }
        }
        guard result.succeeded, let root = builder.root else {
            let message = withUnsafeBytes(of: result.message) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            throw TomlError(line: Int(result.line), column: Int(result.column), message: message)
        }
        return root
    }
}

/// Puts the visitor's events together into a tree.
private final class TomlBuilder {
    private struct Open {
        var key: (text: String, line: Int, column: Int)?
        var node: TomlNode
    }

    private var stack: [Open] = []
    private(set) var root: TomlNode?

    func take(_ event: ctoml_event) {
        switch event.kind {
        case ctoml_table_begin: stack.append(open(event, .table([])))
        case ctoml_array_begin: stack.append(open(event, .array([])))
        case ctoml_table_end, ctoml_array_end:
            if let closed = stack.popLast() { place(closed) }
        case ctoml_string: place(open(event, .string(Self.text(event.text, event.text_length))))
        case ctoml_integer: place(open(event, .integer(Int(event.integer))))
        case ctoml_boolean: place(open(event, .boolean(event.integer != 0)))
        default: place(open(event, .other))
        }
    }

    private func open(_ event: ctoml_event, _ value: TomlNode.Value) -> Open {
        let node = TomlNode(value: value, line: Int(event.line), column: Int(event.column))
        guard let key = event.key else { return Open(key: nil, node: node) }
        return Open(
            key: (Self.text(key, event.key_length), Int(event.key_line), Int(event.key_column)), node: node)
    }

    private func place(_ closed: Open) {
        guard let last = stack.indices.last else {
            root = closed.node
            return
        }
        switch stack[last].node.value {
        case .table(var entries):
            // Emptied first, so that the append below does not copy the entries already there.
            stack[last].node.value = .other
            if let key = closed.key {
                entries.append(
                    TomlEntry(key: key.text, line: key.line, column: key.column, node: closed.node))
            }
            stack[last].node.value = .table(entries)
        case .array(var elements):
            stack[last].node.value = .other
            elements.append(closed.node)
            stack[last].node.value = .array(elements)
        default: break
        }
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
        guard let start, count > 0 else { return "" }
        return start.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }
}
