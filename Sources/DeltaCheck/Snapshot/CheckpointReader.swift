/// What one row group of a checkpoint holds.
struct CheckpointPart: Sendable {
    var chunks: [FileChunk] = []
    var tableProtocol: TableProtocol?
    var metadata: TableMetadata?
    var transactions: [AppTransaction] = []
    var domains: [DomainMetadata] = []
    var sidecars: [Sidecar] = []
}

/// Reads the actions of a checkpoint file's row group. Knows nothing of where the file is.
struct CheckpointReader {
    private let schema: CheckpointSchema
    /// Keys that later commits decided: their rows here are void.
    private let decided: ByteSet
    private let keepsStatistics: Bool
    private(set) var part = CheckpointPart()
    private var chunk: FileChunk
    private var partition: [UInt8] = []
    private var key: [UInt8] = []
    private var rowsDone = 0

    /// Why reading stopped.
    enum Failure: Error { case parquet(ParquetError), action(ActionFlaw, row: Int) }

    init(_ schema: CheckpointSchema, decided: ByteSet, keepsStatistics: Bool) {
        self.schema = schema
        self.decided = decided
        self.keepsStatistics = keepsStatistics
        chunk = FileChunk(keepsStatistics: keepsStatistics)
    }

    /// - Parameter isCancelled: asked between batches.
    mutating func read(
        _ file: ParquetFile, rowGroup: Int, isCancelled: () -> Bool
    ) throws(Failure) {
        let columns = try Self.attempt { () throws(ParquetError) in
            try file.columns(schema.leaves, ofRowGroup: rowGroup)
        }
        var left = file.metadata.rowGroups[rowGroup].rowCount
        while left > 0 && !columns.isEmpty {
            if isCancelled() { throw .parquet(ParquetError(.cancelled)) }
            let rows = min(left, ParquetLimits.batchRows)
            try Self.attempt { () throws(ParquetError) in
                for column in columns { try column.read(rows: rows) }
            }
            try readBatch(columns, rows: rows)
            left -= rows
            rowsDone += rows
        }
        flush()
    }

    private static func attempt<Result>(
        _ body: () throws(ParquetError) -> Result
    ) throws(Failure) -> Result {
        do throws(ParquetError) { return try body() } catch { throw .parquet(error) }
    }

    private mutating func readBatch(_ columns: [ColumnReader], rows: Int) throws(Failure) {
        if let add = schema.add, let (flaw, row) = readAdds(add, columns, rows) {
            throw .action(flaw, row: rowsDone + row)
        }
        for action in schema.actions where ColumnCursor(columns[action.presence]).reaches(action.definition) {
            do throws(ActionFlaw) {
                try readActions(action, columns, rows)
            } catch {
                throw .action(error, row: rowsDone)
            }
        }
    }

    // MARK: - Files

    /// Cursors over the columns of `add`; those that the file lacks are `nil`.
    private struct AddCursors {
        var path: ColumnCursor
        var size: ColumnCursor
        var modificationTime, statistics, parsedCount, keys, values, baseRowID, rowCommitVersion: ColumnCursor?
        var storageType, pathOrInlineDv, offset, sizeInBytes, cardinality: ColumnCursor?

        init(_ add: CheckpointSchema.Add, _ columns: [ColumnReader]) {
            func cursor(_ column: Int?) -> ColumnCursor? { column.map { ColumnCursor(columns[$0]) } }
            path = ColumnCursor(columns[add.path])
            size = ColumnCursor(columns[add.size])
            modificationTime = cursor(add.modificationTime)
            statistics = cursor(add.statistics)
            parsedCount = cursor(add.parsedCount)
            keys = cursor(add.partition?.key)
            values = cursor(add.partition?.value)
            baseRowID = cursor(add.baseRowID)
            rowCommitVersion = cursor(add.rowCommitVersion)
            // Most tables have none: their columns are looked at only where one is.
            guard let vector = add.vector, ColumnCursor(columns[vector.storageType]).reaches(vector.definition) else {
                return
            }
            storageType = cursor(vector.storageType)
            pathOrInlineDv = cursor(vector.pathOrInlineDv)
            offset = cursor(vector.offset)
            sizeInBytes = cursor(vector.sizeInBytes)
            cardinality = cursor(vector.cardinality)
        }

        /// - Parameter definition: the level at which a row has a vector at all.
        mutating func nextVector(_ definition: Int) -> Result<DeletionVector?, ActionFlaw> {
            guard let level = storageType?.level else { return .success(nil) }
            func text(_ slice: ByteSlice?) -> String? { slice.map { String(decoding: $0.bytes, as: UTF8.self) } }
            let type = text(storageType?.nextSlice())
            let path = text(pathOrInlineDv?.nextSlice())
            let offset = offset?.nextInteger()
            let size = sizeInBytes?.nextInteger()
            let count = cardinality?.nextInteger()
            if level < definition { return .success(nil) }
            guard let type, let path else {
                let field = type == nil ? "storageType" : "pathOrInlineDv"
                return .failure(ActionFlaw(action: "deletionVector of add", field: field, reason: .missing))
            }
            return .success(
                DeletionVector(
                    storageType: type, pathOrInlineDv: path, offset: offset, sizeInBytes: size, cardinality: count))
        }
    }

    private mutating func readAdds(
        _ add: CheckpointSchema.Add, _ columns: [ColumnReader], _ rows: Int
    ) -> (ActionFlaw, row: Int)? {
        guard ColumnCursor(columns[add.path]).reaches(add.definition) else { return nil }
        var cursors = AddCursors(add, columns)
        let vectorDefinition = add.vector?.definition ?? 0
        for index in 0..<rows {
            let isPresent = cursors.path.level >= add.definition
            let path = cursors.path.nextSlice()
            let size = cursors.size.nextInteger()
            var row = FileChunk.Row()
            row.modificationTime = cursors.modificationTime?.nextInteger() ?? 0
            let statistics = cursors.statistics?.nextSlice()
            let parsedCount = cursors.parsedCount?.nextInteger()
            row.baseRowID = cursors.baseRowID?.nextInteger()
            row.rowCommitVersion = cursors.rowCommitVersion?.nextInteger()
            let isPaired = readPartition(&cursors)
            switch cursors.nextVector(vectorDefinition) {
            case .success(let vector): row.vector = vector
            case .failure(let flaw): return (flaw, index)
            }
            guard isPresent else { continue }
            func flaw(_ field: String, _ reason: ActionFlaw.Reason) -> (ActionFlaw, row: Int) {
                (ActionFlaw(action: "add", field: field, reason: reason), index)
            }
            guard let path else { return flaw("path", .missing) }
            guard let size else { return flaw("size", .missing) }
            guard size >= 0 else { return flaw("size", .negative) }
            guard isPaired else { return flaw("partitionValues", .notObject) }
            row.path = path
            row.size = size
            if let statistics, statistics.count > 0 {
                row.recordCount = Statistics.recordCount(statistics)
                row.statistics = statistics
            } else {
                row.recordCount = parsedCount
            }
            append(row)
        }
        return nil
    }

    /// Writes the next row's partition values into the scratch. False where keys and values do not pair.
    private mutating func readPartition(_ cursors: inout AddCursors) -> Bool {
        partition.removeAll(keepingCapacity: true)
        guard cursors.keys != nil, cursors.values != nil else { return true }
        while true {
            let key = cursors.keys!.nextSlice()
            let value = cursors.values!.nextSlice()
            if let key { PartitionCoding.append(key: key, value: value, to: &partition) }
            guard cursors.keys!.hasMore == cursors.values!.hasMore else { return false }
            if !cursors.keys!.hasMore { return true }
        }
    }

    private mutating func append(_ row: FileChunk.Row) {
        if !decided.isEmpty {
            FileKey.write(path: row.path, vector: row.vector, into: &key)
            let isDecided = key.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { decided.contains(ByteSlice(base: $0, count: bytes.count)) } ?? false
            }
            if isDecided { return }
        }
        partition.withUnsafeBufferPointer { bytes in
            var row = row
            if let base = bytes.baseAddress { row.partition = ByteSlice(base: base, count: bytes.count) }
            if chunk.count == FileChunk.rowLimit || !chunk.hasRoom(for: row) { flush() }
            chunk.append(row)
        }
    }

    private mutating func flush() {
        if chunk.count == 0 { return }
        chunk.trim()
        part.chunks.append(chunk)
        chunk = FileChunk(keepsStatistics: keepsStatistics)
    }

    // MARK: - Other actions

    private mutating func readActions(
        _ action: CheckpointSchema.Action, _ columns: [ColumnReader], _ rows: Int
    ) throws(ActionFlaw) {
        var cursors = columns.map { ColumnCursor($0) }
        for _ in 0..<rows {
            let isPresent = cursors[action.presence].level >= action.definition
            let object = Self.object(action.fields, &cursors, isBuilt: isPresent)
            if isPresent { try keep(ActionFields(action: action.name, object: object)) }
        }
    }

    private mutating func keep(_ fields: ActionFields) throws(ActionFlaw) {
        switch fields.action {
        case "protocol": part.tableProtocol = try TableProtocol(fields)
        case "metaData": part.metadata = try TableMetadata(fields)
        case "txn": part.transactions.append(try AppTransaction(fields))
        case "domainMetadata": part.domains.append(try DomainMetadata(fields))
        default: part.sidecars.append(try Sidecar(fields))
        }
    }

    /// The next row's fields as an object. All columns move on, whether it is built or not.
    private static func object(
        _ fields: [(name: String, field: CheckpointSchema.Field)], _ cursors: inout [ColumnCursor], isBuilt: Bool
    ) -> JSONObject {
        var object = JSONObject()
        for (name, field) in fields {
            let value = value(field, &cursors, isBuilt: isBuilt)
            if isBuilt { object[name] = value ?? .null }
        }
        return object
    }

    private static func value(
        _ field: CheckpointSchema.Field, _ cursors: inout [ColumnCursor], isBuilt: Bool
    ) -> JSONValue? {
        switch field {
        case .flat(let column):
            guard isBuilt else {
                cursors[column].skipRow()
                return nil
            }
            return cursors[column].nextValue()
        case .list(let column, let definition):
            let isPresent = isBuilt && cursors[column].level >= definition
            guard isPresent else {
                cursors[column].skipRow()
                return nil
            }
            var values: [JSONValue] = []
            repeat { if let value = cursors[column].nextValue() { values.append(value) } } while cursors[column].hasMore
            return .array(values)
        case .map(let key, let value, let definition):
            let isPresent = isBuilt && cursors[key].level >= definition
            guard isPresent else {
                cursors[key].skipRow()
                cursors[value].skipRow()
                return nil
            }
            var object = JSONObject()
            repeat {
                let name = cursors[key].nextValue()?.string
                let entry = cursors[value].nextValue()
                if let name { object[name] = entry ?? .null }
            } while cursors[key].hasMore && cursors[value].hasMore
            return .object(object)
        case .group(let fields, let definition, let presence):
            let isPresent = isBuilt && cursors[presence].level >= definition
            let inner = object(fields, &cursors, isBuilt: isPresent)
            return isPresent ? .object(inner) : nil
        }
    }
}
