/// The state of a table at one version, as plain data: usable anywhere, also in a process forked later.
public struct DetachedSnapshot: Sendable {
    public let version: TableVersion
    public let tableProtocol: TableProtocol
    public let metadata: TableMetadata
    public let schema: TableSchema
    /// The files, in no order that means anything.
    public let chunks: [FileChunk]
    public let totals: Totals
    /// By application id.
    public let transactions: [String: AppTransaction]
    /// By name, without those that were removed.
    public let domains: [String: DomainMetadata]
    /// The checkpoint that replay began with.
    public let startedFrom: Checkpoint?
    public let listing: LogListing
    /// Whether the version's checksum file agrees with the files; `nil` where there is none or it does not say.
    public internal(set) var checksumAgrees: Bool?
    /// What is odd, but no reason to refuse.
    public internal(set) var warnings: [String] = []

    /// Sums over all files.
    public struct Totals: Sendable, Equatable {
        public var files = 0
        /// Wide enough for any sum of 64-bit numbers.
        public var bytes: Int128 = 0
        public var records: Int128 = 0
        public var filesWithoutRecordCount = 0
        public var vectors = 0
        public var deletedRecords: Int128 = 0
        public var vectorKinds: Set<String> = []

        mutating func add(_ chunk: FileChunk) {
            files += chunk.count
            for size in chunk.sizes { bytes += Int128(size) }
            for row in 0..<chunk.count {
                if let count = chunk.recordCount(row) { records += Int128(count) } else { filesWithoutRecordCount += 1 }
            }
            vectors += chunk.vectors.count
            for vector in chunk.vectors {
                deletedRecords += Int128(vector.cardinality ?? 0)
                vectorKinds.insert(vector.storageType)
            }
        }
    }

    init(version: TableVersion, replay: Replay, startedFrom: Checkpoint?, listing: LogListing)
        throws(ProtocolGate.Refusal)
    {
        guard let tableProtocol = replay.tableProtocol else { throw .noProtocol(version) }
        // First, because what a newer protocol means by the rest is not known.
        try ProtocolGate.check(tableProtocol)
        guard let metadata = replay.metadata else { throw .noMetadata(version) }
        guard let schemaString = metadata.schemaString else { throw .noSchema(version) }
        do throws(TableSchema.Flaw) { schema = try TableSchema(schemaString) } catch {
            throw .brokenSchema(error.words)
        }
        self.version = version
        self.tableProtocol = tableProtocol
        self.metadata = metadata
        self.startedFrom = startedFrom
        self.listing = listing
        chunks = replay.chunks
        transactions = replay.transactions
        domains = replay.domains.filter { !$0.value.isRemoved }
        var totals = Totals()
        for chunk in replay.chunks { totals.add(chunk) }
        self.totals = totals
    }

    /// One file of the table.
    public struct File: Sendable {
        let snapshot: DetachedSnapshot
        let chunk: Int
        let row: Int

        private var columns: FileChunk { snapshot.chunks[chunk] }

        /// As the log has it.
        public var encodedPath: String { columns.paths.text(row) }
        /// Decoded once, relative to the table; an absolute URI stays one.
        public var path: String { String(decoding: PercentCoding.decoded(columns.paths[row]), as: UTF8.self) }
        public var size: Int64 { columns.sizes[row] }
        /// Milliseconds since 1970.
        public var modificationTime: Int64 { columns.modificationTimes[row] }
        /// Rows in the file, those included that its deletion vector deletes.
        public var recordCount: Int64? { columns.recordCount(row) }
        public var deletionVector: DeletionVector? { columns.vector(row) }
        public var baseRowID: Int64? { columns.baseRowID(row) }
        public var defaultRowCommitVersion: Int64? { columns.rowCommitVersion(row) }
        /// As JSON, where the snapshot was asked to keep it.
        public var statistics: String? {
            guard let text = columns.statistics?.text(row), !text.isEmpty else { return nil }
            return text
        }

        /// The log's texts by the columns' physical names.
        public var partitionTexts: [(column: String, value: String?)] {
            columns.partitions.elements.withSlice(Int(columns.partitionIndices[row])) { PartitionCoding.decode($0) }
        }

        /// Values by the columns' names, typed as the schema has them, in the order of the partition columns.
        public var partitionValues: [(column: String, value: PartitionValue)] {
            let texts = partitionTexts
            return snapshot.metadata.partitionColumns.map { name in
                let field = snapshot.schema.field(name)
                let text = texts.first { $0.column == field?.physicalName ?? name }?.value
                return (name, PartitionValue(text, type: field?.type))
            }
        }
    }

    /// All files, one after another.
    public var files: some Sequence<File> {
        chunks.indices.lazy.flatMap { chunk in
            (0..<self.chunks[chunk].count).lazy.map { File(snapshot: self, chunk: chunk, row: $0) }
        }
    }

    /// Decoded paths in the order of their bytes, which is that of their characters.
    public func sortedPaths() -> SortedPaths { SortedPaths(chunks) }
}

/// Decoded paths of files in order, without a `String` each.
public struct SortedPaths: Sendable {
    private var paths: [ByteColumn] = []
    private var order: [(prefix: UInt64, chunk: UInt32, row: UInt32)] = []

    public var count: Int { order.count }

    init(_ chunks: [FileChunk]) {
        order.reserveCapacity(chunks.reduce(0) { $0 + $1.count })
        for chunk in chunks {
            // Most paths have nothing to decode; then the column is shared, not copied.
            var column = chunk.paths
            if column.bytes.contains(UInt8(ascii: "%")) {
                column = ByteColumn()
                for row in 0..<chunk.count { column.append(PercentCoding.decoded(chunk.paths[row])) }
            }
            paths.append(column)
        }
        let skip = Self.commonPrefix(paths)
        for (index, column) in paths.enumerated() {
            for row in 0..<column.count {
                let prefix = column.withSlice(row) { $0.word(at: skip).byteSwapped }
                order.append((prefix, UInt32(index), UInt32(row)))
            }
        }
        let columns = paths
        order.sort { left, right in
            // The first bytes in which paths differ at all decide nearly always.
            if left.prefix != right.prefix { return left.prefix < right.prefix }
            return Self.isLess(left, right, in: columns)
        }
    }

    private static func isLess(
        _ left: (prefix: UInt64, chunk: UInt32, row: UInt32), _ right: (prefix: UInt64, chunk: UInt32, row: UInt32),
        in paths: [ByteColumn]
    ) -> Bool {
        paths[Int(left.chunk)].withSlice(Int(left.row)) { left in
            paths[Int(right.chunk)].withSlice(Int(right.row)) { right in
                left.bytes.lexicographicallyPrecedes(right.bytes)
            }
        }
    }

    /// How many bytes all paths begin with.
    private static func commonPrefix(_ paths: [ByteColumn]) -> Int {
        guard let first = paths.first(where: { $0.count > 0 })?[0] else { return 0 }
        var length = first.count
        for column in paths {
            for row in 0..<column.count where length > 0 {
                let other = column[row]
                var same = 0
                while same < min(length, other.count),
                    other[other.startIndex + same] == first[first.startIndex + same]
                { same += 1 }
                length = same
            }
        }
        return length
    }

    /// The file at a place of the order: its chunk and row.
    public func place(_ index: Int) -> (chunk: Int, row: Int) { (Int(order[index].chunk), Int(order[index].row)) }

    /// The bytes of a decoded path.
    public subscript(index: Int) -> ArraySlice<UInt8> { paths[Int(order[index].chunk)][Int(order[index].row)] }
}

extension DetachedSnapshot {
    /// The file at a place that `SortedPaths` gave.
    public func file(_ place: (chunk: Int, row: Int)) -> File {
        File(snapshot: self, chunk: place.chunk, row: place.row)
    }
}
