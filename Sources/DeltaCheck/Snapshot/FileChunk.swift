/// Some of a table's files, in columns: one entry a file in each.
///
/// A table may have millions of files; a file costs its path and some 40 bytes here.
public struct FileChunk: Sendable {
    /// Paths as the log has them: percent-encoded, relative to the table or absolute URIs.
    public private(set) var paths = ByteColumn()
    public private(set) var sizes: [Int64] = []
    /// Milliseconds since 1970.
    public private(set) var modificationTimes: [Int64] = []
    /// `unknownCount` where statistics do not say.
    private(set) var recordCounts: [Int64] = []
    /// Which of `partitions` each file has.
    private(set) var partitionIndices: [UInt32] = []
    /// Distinct partition values, as `PartitionCoding` writes them.
    private(set) var partitions = ByteSet()
    /// Rows of files with a deletion vector, ascending, and the vectors.
    private(set) var vectorRows: [UInt32] = []
    private(set) var vectors: [DeletionVector] = []
    /// Section "Row Tracking" of the protocol; empty where no file has any.
    private(set) var baseRowIDs: [Int64] = []
    private(set) var rowCommitVersions: [Int64] = []
    /// Statistics as JSON, where they were asked for.
    private(set) var statistics: ByteColumn?

    static let unknownCount = Int64.min
    /// Rows after which readers of checkpoints begin a new chunk.
    static let rowLimit = 1 << 15

    public var count: Int { sizes.count }

    init(keepsStatistics: Bool = false) {
        if keepsStatistics { statistics = ByteColumn() }
    }

    /// One file to append.
    struct Row {
        var path = ByteSlice.empty
        var partition = ByteSlice.empty
        var size: Int64 = 0
        var modificationTime: Int64 = 0
        var recordCount: Int64?
        var vector: DeletionVector?
        var baseRowID: Int64?
        var rowCommitVersion: Int64?
        var statistics = ByteSlice.empty
    }

    /// False where the chunk is full.
    func hasRoom(for row: Row) -> Bool {
        paths.hasRoom(for: row.path.count) && partitions.hasRoom(for: row.partition.count)
            && statistics?.hasRoom(for: row.statistics.count) ?? true && count < Int(UInt32.max)
    }

    mutating func append(_ row: Row) {
        paths.append(row.path)
        sizes.append(row.size)
        modificationTimes.append(row.modificationTime)
        recordCounts.append(row.recordCount ?? Self.unknownCount)
        partitionIndices.append(partitionIndex(row.partition))
        if let vector = row.vector {
            vectorRows.append(UInt32(count - 1))
            vectors.append(vector)
        }
        Self.append(row.baseRowID, to: &baseRowIDs, count: count)
        Self.append(row.rowCommitVersion, to: &rowCommitVersions, count: count)
        statistics?.append(row.statistics)
    }

    private mutating func partitionIndex(_ partition: ByteSlice) -> UInt32 {
        if let last = partitionIndices.last {
            // Files of a partition come one after another.
            let isSame = partitions.elements.withSlice(Int(last)) {
                $0.count == partition.count && $0.bytes.elementsEqual(partition.bytes)
            }
            if isSame { return last }
        }
        return UInt32(partitions.insert(partition).index)
    }

    private static func append(_ value: Int64?, to column: inout [Int64], count: Int) {
        if column.isEmpty {
            guard value != nil else { return }
            column = [Int64](repeating: unknownCount, count: count - 1)
        }
        column.append(value ?? unknownCount)
    }

    func vector(_ row: Int) -> DeletionVector? {
        let place = vectorRows.partitioningIndex { $0 >= UInt32(row) }
        return place < vectorRows.count && vectorRows[place] == UInt32(row) ? vectors[place] : nil
    }

    func recordCount(_ row: Int) -> Int64? {
        recordCounts[row] == Self.unknownCount ? nil : recordCounts[row]
    }

    func baseRowID(_ row: Int) -> Int64? {
        baseRowIDs.isEmpty || baseRowIDs[row] == Self.unknownCount ? nil : baseRowIDs[row]
    }

    func rowCommitVersion(_ row: Int) -> Int64? {
        rowCommitVersions.isEmpty || rowCommitVersions[row] == Self.unknownCount ? nil : rowCommitVersions[row]
    }

    /// The rows that are marked.
    func kept(_ isKept: [Bool]) -> FileChunk {
        var chunk = FileChunk(keepsStatistics: statistics != nil)
        for row in 0..<count where isKept[row] { copy(row, to: &chunk) }
        chunk.trim()
        return chunk
    }

    private func copy(_ row: Int, to chunk: inout FileChunk) {
        paths.withSlice(row) { path in
            partitions.elements.withSlice(Int(partitionIndices[row])) { partition in
                var copy = Row()
                copy.path = path
                copy.partition = partition
                copy.size = sizes[row]
                copy.modificationTime = modificationTimes[row]
                copy.recordCount = recordCount(row)
                copy.vector = vector(row)
                copy.baseRowID = baseRowID(row)
                copy.rowCommitVersion = rowCommitVersion(row)
                guard let statistics else { return chunk.append(copy) }
                statistics.withSlice(row) {
                    copy.statistics = $0
                    chunk.append(copy)
                }
            }
        }
    }

    /// Gives back spare room.
    mutating func trim() {
        paths.trim()
        sizes.trim()
        modificationTimes.trim()
        recordCounts.trim()
        partitionIndices.trim()
        vectors.trim()
        statistics?.trim()
    }
}

/// The identity of a file in replay: its path and, if it has one, its deletion vector.
enum FileKey {
    /// A byte that no UTF-8 has parts the two.
    private static let separator: UInt8 = 0xFF

    static func write(path: ByteSlice, vector: DeletionVector?, into key: inout [UInt8]) {
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: path.bytes)
        guard let vector else { return }
        key.append(separator)
        key.append(contentsOf: vector.uniqueID.utf8)
    }
}

/// Partition values as bytes: for each column the key's length and bytes, then the value's, or all ones for null.
enum PartitionCoding {
    private static let null = UInt32.max

    static func append(key: ByteSlice, value: ByteSlice?, to bytes: inout [UInt8]) {
        append(UInt32(clamping: key.count), &bytes)
        bytes.append(contentsOf: key.bytes)
        append(value.map { UInt32(clamping: $0.count) } ?? null, &bytes)
        if let value { bytes.append(contentsOf: value.bytes) }
    }

    private static func append(_ number: UInt32, _ bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Columns and values in the order of the log; of equal columns the last counts.
    static func decode(_ slice: ByteSlice) -> [(column: String, value: String?)] {
        var pairs: [(column: String, value: String?)] = []
        var at = 0
        while let length = slice.littleEndian(at: at, as: UInt32.self),
            let key = slice.part(from: at + 4, count: Int(length)),
            let valueLength = slice.littleEndian(at: at + 4 + key.count, as: UInt32.self)
        {
            at += 8 + key.count
            var value: String?
            if valueLength != null {
                guard let bytes = slice.part(from: at, count: Int(valueLength)) else { break }
                value = String(decoding: bytes.bytes, as: UTF8.self)
                at += bytes.count
            }
            let column = String(decoding: key.bytes, as: UTF8.self)
            pairs.removeAll { $0.column == column }
            pairs.append((column, value))
        }
        return pairs
    }
}

/// What the statistics of a file say.
enum Statistics {
    /// `numRecords` of a statistics text; `nil` where it has none or is no valid JSON.
    static func recordCount(_ text: ByteSlice) -> Int64? {
        var scanner = JSONScanner(text)
        var count: Int64?
        do throws(JSONError) {
            try scanner.object { scanner, key throws(JSONError) in
                guard key.equals("numRecords"), scanner.peek() &- 0x30 < 10 else { return try scanner.skipValue() }
                count = JSONScanner.integer(try scanner.number())
            }
            scanner.skipSpace()
            return scanner.isAtEnd ? count : nil
        } catch {
            return nil
        }
    }
}
