/// The actions of the log but for `add` and `remove`, which `FileChunk` keeps in columns.
///
/// Source: sections of the Delta protocol named beside each.

/// Section "Protocol Evolution".
public struct TableProtocol: Sendable, Equatable {
    public var minReaderVersion: Int
    public var minWriterVersion: Int
    /// `nil` where the action has no list, which is not the same as an empty one.
    public var readerFeatures: [String]?
    public var writerFeatures: [String]?

    public init(
        minReaderVersion: Int, minWriterVersion: Int, readerFeatures: [String]? = nil, writerFeatures: [String]? = nil
    ) {
        self.minReaderVersion = minReaderVersion
        self.minWriterVersion = minWriterVersion
        self.readerFeatures = readerFeatures
        self.writerFeatures = writerFeatures
    }
}

/// Section "Change Metadata".
public struct TableMetadata: Sendable, Equatable {
    public var id: String?
    public var name: String?
    public var description: String?
    public var provider: String?
    public var schemaString: String?
    public var partitionColumns: [String]
    public var configuration: [String: String]
    /// Milliseconds since 1970.
    public var createdTime: Int64?

    public init(
        id: String?, name: String? = nil, description: String? = nil, provider: String? = "parquet",
        schemaString: String?, partitionColumns: [String] = [], configuration: [String: String] = [:],
        createdTime: Int64? = nil
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.provider = provider
        self.schemaString = schemaString
        self.partitionColumns = partitionColumns
        self.configuration = configuration
        self.createdTime = createdTime
    }
}

/// Section "Deletion Vector Descriptor Schema".
public struct DeletionVector: Sendable, Equatable {
    /// `u`: a file named by a UUID, `p`: a file by its path, `i`: inline.
    public var storageType: String
    public var pathOrInlineDv: String
    public var offset: Int64?
    public var sizeInBytes: Int64?
    /// Rows that it deletes.
    public var cardinality: Int64?

    /// What tells one vector of a file from another.
    public var uniqueID: String { storageType + pathOrInlineDv + (offset.map { "@\($0)" } ?? "") }
}

/// Section "Transaction Identifiers".
public struct AppTransaction: Sendable, Equatable {
    public var appID: String
    public var version: Int64
    /// Milliseconds since 1970.
    public var lastUpdated: Int64?
}

/// Section "Domain Metadata".
public struct DomainMetadata: Sendable, Equatable {
    public var domain: String
    public var configuration: String?
    public var isRemoved: Bool
}

/// Section "Sidecar File Information".
struct Sidecar: Sendable, Equatable {
    var path: String
    var sizeInBytes: Int64?
}

/// What is wrong with an action that is valid JSON or Parquet.
struct ActionFlaw: Error, Sendable, Equatable {
    enum Reason: Equatable, Sendable {
        case missing, notText, notInteger, notList, notObject, negative
    }

    var action: String
    var field: String
    var reason: Reason

    var words: String {
        let what = "`\(action)`"
        return switch reason {
        case .missing: "\(what) has no `\(field)`"
        case .notText: "`\(field)` of \(what) is no string"
        case .notInteger: "`\(field)` of \(what) is no integer"
        case .notList: "`\(field)` of \(what) is no list of strings"
        case .notObject: "`\(field)` of \(what) is no object"
        case .negative: "`\(field)` of \(what) is negative"
        }
    }
}

/// Reads the fields of an action that was built as JSON; `null` and absent are the same.
struct ActionFields {
    let action: String
    let object: JSONObject

    private func value(_ field: String) -> JSONValue? {
        guard let value = object[field], value != .null else { return nil }
        return value
    }

    func text(_ field: String) throws(ActionFlaw) -> String? {
        guard let value = value(field) else { return nil }
        guard let text = value.string else { throw ActionFlaw(action: action, field: field, reason: .notText) }
        return text
    }

    func neededText(_ field: String) throws(ActionFlaw) -> String {
        guard let text = try text(field) else { throw ActionFlaw(action: action, field: field, reason: .missing) }
        return text
    }

    func integer(_ field: String) throws(ActionFlaw) -> Int64? {
        guard let value = value(field) else { return nil }
        guard let number = value.integer else { throw ActionFlaw(action: action, field: field, reason: .notInteger) }
        return number
    }

    func neededInteger(_ field: String) throws(ActionFlaw) -> Int64 {
        guard let number = try integer(field) else { throw ActionFlaw(action: action, field: field, reason: .missing) }
        return number
    }

    func texts(_ field: String) throws(ActionFlaw) -> [String]? {
        guard let value = value(field) else { return nil }
        let flaw = ActionFlaw(action: action, field: field, reason: .notList)
        guard let values = value.array else { throw flaw }
        var texts: [String] = []
        for value in values {
            guard let text = value.string else { throw flaw }
            texts.append(text)
        }
        return texts
    }

    func nested(_ field: String) throws(ActionFlaw) -> JSONObject? {
        guard let value = value(field) else { return nil }
        guard let object = value.object else { throw ActionFlaw(action: action, field: field, reason: .notObject) }
        return object
    }

    func bool(_ field: String) -> Bool? { value(field)?.bool }
}

extension TableProtocol {
    init(_ fields: ActionFields) throws(ActionFlaw) {
        minReaderVersion = Int(clamping: try fields.neededInteger("minReaderVersion"))
        minWriterVersion = Int(clamping: try fields.neededInteger("minWriterVersion"))
        readerFeatures = try fields.texts("readerFeatures")
        writerFeatures = try fields.texts("writerFeatures")
    }
}

extension TableMetadata {
    init(_ fields: ActionFields) throws(ActionFlaw) {
        id = try fields.text("id")
        name = try fields.text("name")
        description = try fields.text("description")
        provider = try fields.nested("format")?["provider"]?.string
        schemaString = try fields.text("schemaString")
        partitionColumns = try fields.texts("partitionColumns") ?? []
        configuration = [:]
        for (key, value) in try fields.nested("configuration")?.fields ?? [] {
            // Values are strings by the protocol; some writers leave a number or a Boolean as it is.
            if value != .null { configuration[key] = value.string ?? value.text }
        }
        createdTime = try fields.integer("createdTime")
    }
}

extension AppTransaction {
    init(_ fields: ActionFields) throws(ActionFlaw) {
        appID = try fields.neededText("appId")
        version = try fields.neededInteger("version")
        lastUpdated = try fields.integer("lastUpdated")
    }
}

extension DomainMetadata {
    init(_ fields: ActionFields) throws(ActionFlaw) {
        domain = try fields.neededText("domain")
        configuration = try fields.text("configuration")
        isRemoved = fields.bool("removed") ?? false
    }
}

extension Sidecar {
    init(_ fields: ActionFields) throws(ActionFlaw) {
        path = try fields.neededText("path")
        sizeInBytes = try fields.integer("sizeInBytes")
    }
}

extension DeletionVector {
    init(_ fields: ActionFields) throws(ActionFlaw) {
        storageType = try fields.neededText("storageType")
        pathOrInlineDv = try fields.neededText("pathOrInlineDv")
        offset = try fields.integer("offset")
        sizeInBytes = try fields.integer("sizeInBytes")
        cardinality = try fields.integer("cardinality")
    }
}
