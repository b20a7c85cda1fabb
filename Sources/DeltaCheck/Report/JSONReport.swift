/// What `forkguard delta --format json` prints: one object, its keys as docs/delta.md lists them.
public struct JSONReport {
    public private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// What a report holds beside the summary.
    public struct Parts: Sendable {
        public var files = false
        public var schema = false
        public var history: [CommitRecord]?

        public init() {}
    }

    /// - Parameter name: the table's folder without those above it.
    public init(_ snapshot: DetachedSnapshot, name: String, parts: Parts) {
        bytes.append(UInt8(ascii: "{"))
        field("name", .string(name))
        field("outcome", .string("open"))
        addProtocol(snapshot.version, snapshot.tableProtocol)
        addMetadata(snapshot.metadata)
        addTotals(snapshot.totals)
        addRest(snapshot)
        addLog(snapshot.listing, history: parts.history)
        if parts.schema { addSchema(snapshot.metadata.schemaString ?? "") }
        if parts.files { addFiles(snapshot) }
        if let history = parts.history { addHistory(history) }
        text("\n}\n")
    }

    /// The report on a table that was refused or could not be read.
    public init(name: String, refusal: String) {
        bytes.append(UInt8(ascii: "{"))
        field("name", .string(name))
        field("outcome", .string("refuse"))
        field("refuse_why", .string(refusal))
        text("\n}\n")
    }

    // MARK: - Writing

    private mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func key(_ name: String) {
        text(isFirst ? "\n  " : ",\n  ")
        isFirst = false
        text(JSONValue.quoted(name) + ": ")
    }

    private mutating func field(_ name: String, _ value: JSONValue) {
        key(name)
        text(value.text)
    }

    /// A string of bytes that are most often plain ASCII.
    private mutating func quoted(_ slice: ArraySlice<UInt8>) {
        let isPlain = slice.allSatisfy {
            $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        guard isPlain else { return text(JSONValue.quoted(String(decoding: slice, as: UTF8.self))) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: slice)
        bytes.append(UInt8(ascii: "\""))
    }

    private static func object(_ fields: [(String, JSONValue)]) -> JSONValue {
        var object = JSONObject()
        for (key, value) in fields { object[key] = value }
        return .object(object)
    }

    private static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    private static func optional(_ number: Int64?) -> JSONValue { number.map { .integer($0) } ?? .null }
    private static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map { .string($0) }) }
    private static func number(_ number: Int128) -> JSONValue { .number("\(number)") }

    // MARK: - Parts

    private mutating func addProtocol(_ version: TableVersion, _ tableProtocol: TableProtocol) {
        field("version", .integer(version))
        field("min_reader", .integer(Int64(tableProtocol.minReaderVersion)))
        field("min_writer", .integer(Int64(tableProtocol.minWriterVersion)))
        field("reader_features", tableProtocol.readerFeatures.map { Self.strings($0.sorted()) } ?? .null)
        field("writer_features", tableProtocol.writerFeatures.map { Self.strings($0.sorted()) } ?? .null)
    }

    private mutating func addMetadata(_ metadata: TableMetadata) {
        field("table_id", Self.optional(metadata.id))
        field("table_name", Self.optional(metadata.name))
        field("created_time", Self.optional(metadata.createdTime))
        field("partition_columns", Self.strings(metadata.partitionColumns))
        let configuration = metadata.configuration.sorted { $0.key < $1.key }
        field("configuration", Self.object(configuration.map { ($0.key, .string($0.value)) }))
        field("schema_string", Self.optional(metadata.schemaString))
    }

    private mutating func addTotals(_ totals: DetachedSnapshot.Totals) {
        field("num_files", .integer(Int64(totals.files)))
        field("total_bytes", Self.number(totals.bytes))
        field("num_records", Self.number(totals.records))
        field("files_without_num_records", .integer(Int64(totals.filesWithoutRecordCount)))
        field("dv_count", .integer(Int64(totals.vectors)))
        field("dv_cardinality", Self.number(totals.deletedRecords))
        field("dv_kinds", Self.strings(totals.vectorKinds.sorted()))
    }

    private mutating func addRest(_ snapshot: DetachedSnapshot) {
        let transactions = snapshot.transactions.sorted { $0.key < $1.key }
        field("app_transactions", Self.object(transactions.map { ($0.key, .integer($0.value.version)) }))
        field("domain_metadata", Self.strings(snapshot.domains.keys.sorted()))
        let base = snapshot.startedFrom.map { checkpoint in
            Self.object([("version", .integer(checkpoint.version)), ("kind", .string(checkpoint.kind.rawValue))])
        }
        field("started_from", base ?? .null)
        field("crc_agrees", snapshot.checksumAgrees.map { .bool($0) } ?? .null)
        field("warnings", Self.strings(snapshot.warnings))
    }

    private mutating func addLog(_ listing: LogListing, history: [CommitRecord]?) {
        var fields: [(String, JSONValue)] = [("commits", .integer(Int64(listing.commits.count)))]
        if let history { fields.append(("commit_infos", .integer(Int64(history.count { $0.info != nil })))) }
        let checkpoints = listing.checkpoints.map { checkpoint in
            JSONValue.array([
                .integer(checkpoint.version), .string(checkpoint.kind.rawValue),
                .integer(Int64(checkpoint.files.count)),
            ])
        }
        fields.append(("checkpoints", .array(checkpoints)))
        fields.append(
            ("compacted", .array(listing.compactions.map { .array([.integer($0.first), .integer($0.last)]) })))
        fields.append(("crc_files", .array(listing.checksums.map { .integer($0) })))
        fields.append(("last_checkpoint_file", .bool(listing.hasLastCheckpoint)))
        field("log", Self.object(fields))
    }

    private mutating func addSchema(_ schemaString: String) {
        field("schema", (try? JSONValue(parsing: schemaString)) ?? .null)
    }

    private mutating func addFiles(_ snapshot: DetachedSnapshot) {
        let paths = snapshot.sortedPaths()
        key("paths")
        text("[")
        for index in 0..<paths.count {
            text(index == 0 ? "\n    " : ",\n    ")
            quoted(paths[index])
        }
        text(paths.count == 0 ? "]" : "\n  ]")
        key("partition_values")
        text("{")
        let isPartitioned = !snapshot.metadata.partitionColumns.isEmpty
        for index in 0..<(isPartitioned ? paths.count : 0) {
            text(index == 0 ? "\n    " : ",\n    ")
            quoted(paths[index])
            let values = snapshot.file(paths.place(index)).partitionTexts
            text(": " + Self.object(values.map { ($0.column, Self.optional($0.value)) }).text)
        }
        text(isPartitioned && paths.count > 0 ? "\n  }" : "}")
        key("files")
        text("[")
        for index in 0..<paths.count {
            text(index == 0 ? "\n    " : ",\n    ")
            addFile(snapshot.file(paths.place(index)), paths[index])
        }
        text(paths.count == 0 ? "]" : "\n  ]")
    }

    private mutating func addFile(_ file: DetachedSnapshot.File, _ path: ArraySlice<UInt8>) {
        text("{\"path\":")
        quoted(path)
        text(",\"size\":\(file.size),\"modification_time\":\(file.modificationTime)")
        text(",\"num_records\":" + Self.optional(file.recordCount).text)
        if let vector = file.deletionVector {
            text(",\"deletion_vector\":{\"id\":" + JSONValue.quoted(vector.uniqueID))
            text(",\"cardinality\":" + Self.optional(vector.cardinality).text + "}")
        }
        if let id = file.baseRowID { text(",\"base_row_id\":\(id)") }
        if let version = file.defaultRowCommitVersion { text(",\"default_row_commit_version\":\(version)") }
        text("}")
    }

    private mutating func addHistory(_ history: [CommitRecord]) {
        let told = history.filter { $0.info != nil }
        field("history_count", .integer(Int64(told.count)))
        field("commits_without_info", .array(history.filter { $0.info == nil }.map { .integer($0.version) }))
        key("history")
        text("[")
        for (index, record) in told.enumerated() {
            text(index == 0 ? "\n    " : ",\n    ")
            let fields: [(String, JSONValue)] = [
                ("version", .integer(record.version)), ("timestamp", .integer(record.timestamp)),
                ("timestamp_source", .string(record.timestampSource.rawValue)),
                ("operation", Self.optional(record.operation)), ("user", Self.optional(record.user)),
                ("engine", Self.optional(record.engine)),
                ("commit_info", record.info.map { .object($0) } ?? .null),
            ]
            text(Self.object(fields).text)
        }
        text(told.isEmpty ? "]" : "\n  ]")
    }
}
