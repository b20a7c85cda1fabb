import ForkGuardRuntime

/// A data file to append.
public struct NewFile: Sendable {
    /// Relative to the table, not encoded.
    public var path: String
    public var size: Int64
    /// Milliseconds since 1970.
    public var modificationTime: Int64
    /// Texts by the partition columns' names.
    public var partitionValues: [String: String?]
    public var recordCount: Int64?

    public init(
        path: String, size: Int64, modificationTime: Int64 = 0, partitionValues: [String: String?] = [:],
        recordCount: Int64? = nil
    ) {
        self.path = path
        self.size = size
        self.modificationTime = modificationTime
        self.partitionValues = partitionValues
        self.recordCount = recordCount
    }
}

/// Writes what small tables need: the first commit, and appends. Nothing is ever overwritten: a commit is put under its
/// number if nobody has one there.
extension DeltaEngine {
    /// Makes a table of protocol 1/2 with commit 0.
    ///
    /// - Parameters:
    ///   - columns: names and primitive types, such as `long`.
    ///   - partitionColumns: some of these names.
    public func createTable(
        at path: String, columns: [(name: String, type: String)], partitionColumns: [String] = [],
        configuration: [String: String] = [:]
    ) throws -> DeltaTable {
        try token.check("DeltaEngine.createTable")
        let names = Set(columns.map(\.name))
        guard names.count == columns.count else { throw DeltaError.unwritable("two columns have the same name") }
        if let stranger = partitionColumns.first(where: { !names.contains($0) }) {
            throw DeltaError.unwritable("the partition column `\(stranger)` is no column")
        }
        let fields = columns.map { column in
            WrittenJSON.object([
                ("name", .string(column.name)), ("type", .string(column.type)), ("nullable", .bool(true)),
                ("metadata", .object(JSONObject())),
            ])
        }
        let schema = WrittenJSON.object([("type", .string("struct")), ("fields", .array(fields))])
        let time = WallTime.now.milliseconds
        let metadata = WrittenJSON.object([
            ("id", .string(WrittenJSON.uuid())),
            ("format", WrittenJSON.object([("provider", .string("parquet")), ("options", .object(JSONObject()))])),
            ("schemaString", .string(schema.text)),
            ("partitionColumns", .array(partitionColumns.map { .string($0) })),
            (
                "configuration",
                WrittenJSON.object(configuration.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
            ),
            ("createdTime", .integer(time)),
        ])
        let table = try table(at: path)
        let actions = [
            ("commitInfo", WrittenJSON.commitInfo("CREATE TABLE", time: time)),
            ("protocol", WrittenJSON.object([("minReaderVersion", .integer(1)), ("minWriterVersion", .integer(2))])),
            ("metaData", metadata),
        ]
        do throws(StorageError) {
            try storage.makeFolder(table.location.log)
            try storage.putIfAbsent(table.location.inLog(LogFile.commitName(0)), WrittenJSON.lines(actions))
        } catch {
            throw DeltaError.storage(error)
        }
        return table
    }
}

extension DeltaTable {
    /// How often another writer may be faster.
    private static let attempts = 50

    /// Commits files that lie in the table's folder already; returns the version that has them.
    public func append(_ files: [NewFile]) throws -> TableVersion {
        try engine.token.check("DeltaTable.append")
        for _ in 0..<Self.attempts {
            // What others committed meanwhile may have changed what a writer must know.
            let snapshot = try loader(LoadOptions()).load(nil)
            try Self.check(files, snapshot)
            let (version, isOver) = snapshot.version.addingReportingOverflow(1)
            guard !isOver else { throw DeltaError.unwritable("the table has no room for another version") }
            let time = WallTime.now.milliseconds
            var actions = [("commitInfo", WrittenJSON.commitInfo("WRITE", time: time))]
            actions += files.map { ("add", WrittenJSON.add($0, columns: snapshot.metadata.partitionColumns)) }
            do throws(StorageError) {
                let path = location.inLog(LogFile.commitName(version))
                try engine.storage.putIfAbsent(path, WrittenJSON.lines(actions))
                return version
            } catch {
                guard error.reason == .exists else { throw DeltaError.storage(error) }
            }
        }
        throw DeltaError.unwritable("other writers were faster \(Self.attempts) times")
    }

    /// Writing must keep rules that readers need not know: what goes beyond the simplest tables is refused.
    private static func check(_ files: [NewFile], _ snapshot: DetachedSnapshot) throws(DeltaError) {
        guard snapshot.tableProtocol.minWriterVersion <= 2 else {
            throw .unwritable(
                "the table needs writer version \(snapshot.tableProtocol.minWriterVersion), and this writer has 2")
        }
        if let field = snapshot.schema.fields.first(where: { $0.metadata["delta.invariants"] != nil }) {
            throw .unwritable("the column `\(field.name)` has invariants, which this writer does not check")
        }
        for file in files where Set(file.partitionValues.keys) != Set(snapshot.metadata.partitionColumns) {
            throw .unwritable("the file `\(file.path)` must have a value for each partition column, and no other")
        }
        guard files.allSatisfy({ $0.size >= 0 }) else { throw .unwritable("a file's size is negative") }
    }
}

extension WallTime {
    var milliseconds: Int64 { seconds * 1000 + Int64(nanoseconds) / 1_000_000 }
}

/// Actions as the log's lines.
private enum WrittenJSON {
    static func object(_ fields: [(String, JSONValue)]) -> JSONValue {
        var object = JSONObject()
        for (key, value) in fields { object[key] = value }
        return .object(object)
    }

    static func lines(_ actions: [(String, JSONValue)]) -> [UInt8] {
        Array(actions.map { object([$0]).text + "\n" }.joined().utf8)
    }

    static func commitInfo(_ operation: String, time: Int64) -> JSONValue {
        object([
            ("timestamp", .integer(time)), ("operation", .string(operation)),
            ("operationParameters", .object(JSONObject())), ("engineInfo", .string("forkguard")),
        ])
    }

    static func add(_ file: NewFile, columns: [String]) -> JSONValue {
        let partition = columns.map { column in
            let value = file.partitionValues[column].flatMap { $0 }
            return (column, value.map { JSONValue.string($0) } ?? .null)
        }
        var fields: [(String, JSONValue)] = [
            ("path", .string(PercentCoding.encoded(file.path))), ("partitionValues", object(partition)),
            ("size", .integer(file.size)), ("modificationTime", .integer(file.modificationTime)),
            ("dataChange", .bool(true)),
        ]
        if let count = file.recordCount { fields.append(("stats", .string("{\"numRecords\":\(count)}"))) }
        return object(fields)
    }

    /// A random UUID of version 4.
    static func uuid() -> String {
        let high = UInt64.random(in: .min ... .max) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = [high, low].map { half in
            let text = String(half, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        var uuid = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { uuid.append("-") }
            uuid.append(digit)
        }
        return uuid
    }
}
