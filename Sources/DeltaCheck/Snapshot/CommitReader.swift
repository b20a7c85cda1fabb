/// The actions of some commits, or of a JSON checkpoint, as they were read.
struct CommitUnit: Sendable {
    /// One commit, compaction or checkpoint file.
    struct Part: Sendable {
        var version: TableVersion
        /// Rows of `adds` and of `removes`.
        var adds: Range<Int>
        var removes: Range<Int>
        var tableProtocol: TableProtocol?
        var metadata: TableMetadata?
        var transactions: [AppTransaction] = []
        var domains: [DomainMetadata] = []
        var sidecars: [Sidecar] = []
    }

    var adds: FileChunk
    /// Keys of the files that were removed.
    var removes = ByteColumn()
    var parts: [Part] = []

    init(keepsStatistics: Bool) { adds = FileChunk(keepsStatistics: keepsStatistics) }
}

/// Why the actions in a file cannot be read: where in it, and what.
enum ActionFailure: Error, Sendable, Equatable {
    case json(JSONError)
    case action(ActionFlaw, offset: Int)
    case tooLarge
}

/// Reads the actions of JSON files into a unit: concatenated objects, on one line each or on many.
struct CommitReader {
    private(set) var unit: CommitUnit
    private var part = CommitUnit.Part(version: 0, adds: 0..<0, removes: 0..<0)
    private var flaw: ActionFailure?
    /// Keys of the actions on files so far, where the first one counts.
    private var seen: ByteSet?
    // Scratch that is used for every action.
    private var path: [UInt8] = []
    private var partition: [UInt8] = []
    private var text: [UInt8] = []
    private var key: [UInt8] = []

    init(keepsStatistics: Bool = false) { unit = CommitUnit(keepsStatistics: keepsStatistics) }

    /// Appends the actions of one file.
    ///
    /// - Parameter isNewestFirst: of actions on the same thing the first one counts: what a compaction that was not
    ///   reconciled means.
    mutating func read(
        _ bytes: ByteSlice, version: TableVersion, isNewestFirst: Bool = false
    ) throws(ActionFailure) {
        seen = isNewestFirst ? ByteSet() : nil
        let addStart = unit.adds.count
        let removeStart = unit.removes.count
        part = CommitUnit.Part(version: version, adds: 0..<0, removes: 0..<0)
        var scanner = JSONScanner(bytes)
        do throws(JSONError) {
            scanner.skipSpace()
            while !scanner.isAtEnd {
                try scanner.object { scanner, name throws(JSONError) in try readAction(&scanner, name) }
                if flaw != nil { break }
                scanner.skipSpace()
            }
        } catch {
            throw flaw ?? .json(error)
        }
        if let flaw { throw flaw }
        part.adds = addStart..<unit.adds.count
        part.removes = removeStart..<unit.removes.count
        unit.parts.append(part)
    }

    private mutating func readAction(_ scanner: inout JSONScanner, _ name: JSONText) throws(JSONError) {
        let start = scanner.at
        if name.equals("add") {
            if try !scanner.null() { try readAdd(&scanner) }
        } else if name.equals("remove") {
            if try !scanner.null() { try readRemove(&scanner) }
        } else if let action = Self.rare.first(where: { name.equals($0) }) {
            if try scanner.null() { return }
            guard let object = try JSONValue(&scanner).object else {
                throw JSONError(reason: .notObject, offset: start)
            }
            do throws(ActionFlaw) {
                try keep(ActionFields(action: "\(action)", object: object))
            } catch {
                note(error, at: start)
            }
        } else {
            // commitInfo, cdc, checkpointMetadata, and what later protocols may add.
            try scanner.skipValue()
        }
    }

    /// Actions that are few: they are built as values first.
    private static let rare: [StaticString] = ["protocol", "metaData", "txn", "domainMetadata", "sidecar"]

    private mutating func keep(_ fields: ActionFields) throws(ActionFlaw) {
        switch fields.action {
        case "protocol" where seen == nil || part.tableProtocol == nil: part.tableProtocol = try TableProtocol(fields)
        case "metaData" where seen == nil || part.metadata == nil: part.metadata = try TableMetadata(fields)
        case "protocol", "metaData": break
        // The last one counts.
        case "txn": part.transactions.insert(try AppTransaction(fields), at: seen == nil ? part.transactions.count : 0)
        case "domainMetadata": part.domains.insert(try DomainMetadata(fields), at: seen == nil ? part.domains.count : 0)
        default: part.sidecars.append(try Sidecar(fields))
        }
    }

    private mutating func note(_ flaw: ActionFlaw, at offset: Int) {
        if self.flaw == nil { self.flaw = .action(flaw, offset: offset) }
    }

    // MARK: - Files

    private mutating func readAdd(_ scanner: inout JSONScanner) throws(JSONError) {
        let start = scanner.at
        var pathText: JSONText?
        var statistics: JSONText?
        var parsedCount: Int64?
        var size: Int64?
        var row = FileChunk.Row()
        partition.removeAll(keepingCapacity: true)
        try scanner.object { scanner, name throws(JSONError) in
            if try scanner.null() { return }
            if name.equals("path") {
                pathText = try scanner.text()
            } else if name.equals("size") {
                size = try scanner.integer()
            } else if name.equals("modificationTime") {
                row.modificationTime = try scanner.integer()
            } else if name.equals("partitionValues") {
                try readPartition(&scanner)
            } else if name.equals("stats") {
                if scanner.peek() == UInt8(ascii: "\"") {
                    statistics = try scanner.text()
                } else {
                    try scanner.skipValue()
                }
            } else if name.equals("stats_parsed") {
                parsedCount = try readParsedCount(&scanner)
            } else if name.equals("deletionVector") {
                row.vector = try readVector(&scanner, of: "add")
            } else if name.equals("baseRowId") {
                row.baseRowID = try scanner.integer()
            } else if name.equals("defaultRowCommitVersion") {
                row.rowCommitVersion = try scanner.integer()
            } else {
                try scanner.skipValue()
            }
        }
        guard let pathText else { return note(ActionFlaw(action: "add", field: "path", reason: .missing), at: start) }
        guard let size else { return note(ActionFlaw(action: "add", field: "size", reason: .missing), at: start) }
        guard size >= 0 else { return note(ActionFlaw(action: "add", field: "size", reason: .negative), at: start) }
        row.size = size
        row.recordCount = parsedCount
        append(row, pathText, statistics)
    }

    private mutating func append(_ row: FileChunk.Row, _ pathText: JSONText, _ statistics: JSONText?) {
        var row = row
        // Taken out, so that nothing else of this reader is held while it is lent.
        var (pathScratch, textScratch) = (path, text)
        (path, text) = ([], [])
        defer { (path, text) = (pathScratch, textScratch) }
        let partition = partition
        Self.decode(pathText, with: &pathScratch) { path in
            row.path = path
            partition.withUnsafeBufferPointer { partition in
                if let base = partition.baseAddress { row.partition = ByteSlice(base: base, count: partition.count) }
                guard let statistics, statistics.raw.count > 0 else { return add(row) }
                Self.decode(statistics, with: &textScratch) { text in
                    row.recordCount = Statistics.recordCount(text)
                    row.statistics = text
                    add(row)
                }
            }
        }
    }

    private mutating func add(_ row: FileChunk.Row) {
        if seen != nil {
            var key: [UInt8] = []
            FileKey.write(path: row.path, vector: row.vector, into: &key)
            if !isFirst(key) { return }
        }
        if unit.adds.hasRoom(for: row) { unit.adds.append(row) } else { flaw = flaw ?? .tooLarge }
    }

    /// Calls `body` with a text's bytes: where they lie, or decoded into the scratch.
    private static func decode(_ text: JSONText, with scratch: inout [UInt8], _ body: (ByteSlice) -> Void) {
        guard text.hasEscapes else { return body(text.raw) }
        scratch.removeAll(keepingCapacity: true)
        text.append(to: &scratch)
        scratch.withUnsafeBufferPointer { bytes in
            body(bytes.baseAddress.map { ByteSlice(base: $0, count: bytes.count) } ?? .empty)
        }
    }

    private mutating func isFirst(_ key: [UInt8]) -> Bool {
        key.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return true }
            return seen?.insert(ByteSlice(base: base, count: bytes.count)).isNew ?? true
        }
    }

    private mutating func readPartition(_ scanner: inout JSONScanner) throws(JSONError) {
        partition.removeAll(keepingCapacity: true)
        try scanner.object { scanner, name throws(JSONError) in
            let value = try scanner.null() ? nil : try scanner.text()
            var nameBytes: [UInt8] = []
            var valueBytes: [UInt8] = []
            Self.decode(name, with: &nameBytes) { name in
                guard let value else { return PartitionCoding.append(key: name, value: nil, to: &partition) }
                Self.decode(value, with: &valueBytes) {
                    PartitionCoding.append(key: name, value: $0, to: &partition)
                }
            }
        }
    }

    private func readParsedCount(_ scanner: inout JSONScanner) throws(JSONError) -> Int64? {
        guard scanner.peek() == UInt8(ascii: "{") else {
            try scanner.skipValue()
            return nil
        }
        return try JSONValue(&scanner)["numRecords"]?.integer
    }

    private mutating func readVector(
        _ scanner: inout JSONScanner, of action: String
    ) throws(JSONError) -> DeletionVector? {
        let start = scanner.at
        guard let object = try JSONValue(&scanner).object else { throw JSONError(reason: .notObject, offset: start) }
        do throws(ActionFlaw) {
            return try DeletionVector(ActionFields(action: "deletionVector of \(action)", object: object))
        } catch {
            note(error, at: start)
            return nil
        }
    }

    private mutating func readRemove(_ scanner: inout JSONScanner) throws(JSONError) {
        let start = scanner.at
        var pathText: JSONText?
        var vector: DeletionVector?
        try scanner.object { scanner, name throws(JSONError) in
            if try scanner.null() { return }
            if name.equals("path") {
                pathText = try scanner.text()
            } else if name.equals("deletionVector") {
                vector = try readVector(&scanner, of: "remove")
            } else {
                try scanner.skipValue()
            }
        }
        guard let pathText else {
            return note(ActionFlaw(action: "remove", field: "path", reason: .missing), at: start)
        }
        var (pathScratch, key) = (path, key)
        (path, self.key) = ([], [])
        defer { (path, self.key) = (pathScratch, key) }
        Self.decode(pathText, with: &pathScratch) { FileKey.write(path: $0, vector: vector, into: &key) }
        if seen != nil, !isFirst(key) { return }
        if unit.removes.hasRoom(for: key.count) { unit.removes.append(key) } else { flaw = flaw ?? .tooLarge }
    }
}
