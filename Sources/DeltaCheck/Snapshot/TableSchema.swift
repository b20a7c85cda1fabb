/// A table's schema (protocol, "Schema Serialization Format").
public struct TableSchema: Sendable, Equatable {
    public struct Field: Sendable, Equatable {
        public var name: String
        public var type: DataType
        public var isNullable: Bool
        public var metadata: JSONObject

        /// The name under which data files, partition values and statistics know the column (column mapping).
        public var physicalName: String { metadata["delta.columnMapping.physicalName"]?.string ?? name }
        /// The column's id under column mapping.
        public var id: Int64? { metadata["delta.columnMapping.id"]?.integer }
    }

    public indirect enum DataType: Sendable, Equatable {
        /// `string`, `long`, `decimal(10,2)`, ... by its name, known or not.
        case primitive(String)
        case structure([Field])
        case array(element: DataType, containsNull: Bool)
        case map(key: DataType, value: DataType, valueContainsNull: Bool)
    }

    public var fields: [Field]

    /// Why a schema string is none.
    struct Flaw: Error { var words: String }

    /// - Parameter text: the `schemaString` of a metaData action.
    init(_ text: String) throws(Flaw) {
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: text) } catch {
            throw Flaw(words: "\(error.reason.rawValue), at byte \(error.offset) of it")
        }
        guard case .structure(let fields) = try Self.type(value, depth: 0) else {
            throw Flaw(words: "it is no struct")
        }
        self.fields = fields
    }

    private static func type(_ value: JSONValue, depth: Int) throws(Flaw) -> DataType {
        guard depth < JSONScanner.depthLimit else { throw Flaw(words: "it is nested too deeply") }
        if let name = value.string { return .primitive(name) }
        guard let object = value.object, let kind = object["type"]?.string else {
            throw Flaw(words: "a type is neither a name nor an object with a `type`")
        }
        switch kind {
        case "struct":
            guard let values = object["fields"]?.array else { throw Flaw(words: "a struct has no list of fields") }
            var fields: [Field] = []
            for value in values { fields.append(try field(value, depth: depth + 1)) }
            return .structure(fields)
        case "array":
            guard let element = object["elementType"] else { throw Flaw(words: "an array has no elementType") }
            return .array(
                element: try type(element, depth: depth + 1), containsNull: object["containsNull"]?.bool ?? true)
        case "map":
            guard let key = object["keyType"], let entry = object["valueType"] else {
                throw Flaw(words: "a map has no keyType or valueType")
            }
            return .map(
                key: try type(key, depth: depth + 1), value: try type(entry, depth: depth + 1),
                valueContainsNull: object["valueContainsNull"]?.bool ?? true)
        default: return .primitive(kind)
        }
    }

    private static func field(_ value: JSONValue, depth: Int) throws(Flaw) -> Field {
        guard let name = value["name"]?.string, let type = value["type"] else {
            throw Flaw(words: "a field has no name or no type")
        }
        return Field(
            name: name, type: try Self.type(type, depth: depth), isNullable: value["nullable"]?.bool ?? true,
            metadata: value["metadata"]?.object ?? JSONObject())
    }

    /// The top-level field of a name.
    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

extension TableSchema.DataType: CustomStringConvertible {
    /// As SQL writes it: `struct<a: long, b: array<string>>`.
    public var description: String {
        switch self {
        case .primitive(let name): name
        case .structure(let fields):
            "struct<" + fields.map { "\($0.name): \($0.type)" }.joined(separator: ", ") + ">"
        case .array(let element, _): "array<\(element)>"
        case .map(let key, let value, _): "map<\(key), \(value)>"
        }
    }
}
