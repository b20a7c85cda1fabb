/// A page's header (format's `PageHeader`).
struct PageHeader {
    enum Kind: Int { case data = 0, index, dictionary, dataV2 }

    var kind: Kind?
    var unpackedBytes = -1
    var packedBytes = -1
    var checksum: UInt32?
    var valueCount = -1
    var encoding = -1
    var definitionEncoding = Encoding.rle.rawValue
    var repetitionEncoding = Encoding.rle.rawValue
    /// Of version 2 only.
    var definitionBytes = 0
    var repetitionBytes = 0
    var isCompressed = true

    init(_ reader: inout ThriftReader) throws(ParquetFlaw) {
        var header = PageHeader()
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            switch (field, kind) {
            case (1, .i32): header.kind = Kind(rawValue: try reader.int())
            case (2, .i32): header.unpackedBytes = try reader.int()
            case (3, .i32): header.packedBytes = try reader.int()
            case (4, .i32): header.checksum = UInt32(truncatingIfNeeded: try reader.integer())
            case (5, .structure), (7, .structure), (8, .structure): try header.readDetails(&reader, isV2: field == 8)
            default: return false
            }
            return true
        }
        self = header
    }

    private init() {}

    private mutating func readDetails(_ reader: inout ThriftReader, isV2: Bool) throws(ParquetFlaw) {
        var header = self
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            switch (field, kind, isV2) {
            case (1, .i32, _): header.valueCount = try reader.int()
            case (2, .i32, false), (4, .i32, true): header.encoding = try reader.int()
            case (3, .i32, false): header.definitionEncoding = try reader.int()
            case (4, .i32, false): header.repetitionEncoding = try reader.int()
            case (5, .i32, true): header.definitionBytes = try reader.int()
            case (6, .i32, true): header.repetitionBytes = try reader.int()
            case (7, .yes, true): header.isCompressed = true
            case (7, .no, true): header.isCompressed = false
            default: return false
            }
            return true
        }
        self = header
    }
}

/// The pages of one column chunk, read piece by piece, so that memory holds no more than a page.
struct PageStream {
    private let source: any ParquetSource
    private var at: Int
    private let end: Int
    /// Where the last page began.
    private(set) var pageOffset: Int
    private var window: PageBuffer?
    private var windowStart = 0

    /// Enough for the whole of a small column; a page that is larger gets a window of its own.
    private static let windowBytes = 1 << 17
    /// A header holds statistics: the least and the greatest value.
    private static let headerBytes = 1 << 24

    init(_ column: ParquetMetadata.Column, in source: any ParquetSource) throws(ParquetFlaw) {
        self.source = source
        // A row group without rows has no pages, and its writers give any place for them.
        if column.valueCount == 0 {
            (at, pageOffset, end) = (0, 0, 0)
            return
        }
        var start = column.dataOffset
        // Some writers say 0 for "no dictionary page".
        if let dictionary = column.dictionaryOffset, dictionary > 0, dictionary < start { start = dictionary }
        guard start >= 4, column.compressedBytes >= 0, start <= source.byteCount else {
            throw .invalid("a column's place in the file")
        }
        guard column.compressedBytes <= source.byteCount - start else { throw .endsEarly("a column") }
        at = start
        pageOffset = start
        end = start + column.compressedBytes
    }

    var isAtEnd: Bool { at >= end }

    /// The next page's header and its bytes as they stand in the file. The bytes live as long as `holder`.
    mutating func next() throws(ParquetFlaw) -> (header: PageHeader, bytes: ByteSlice, holder: PageBuffer) {
        pageOffset = at
        var wanted = min(4096, end - at)
        while true {
            let (bytes, _) = try bytes(wanted)
            var reader = ThriftReader(bytes)
            do throws(ParquetFlaw) {
                let header = try PageHeader(&reader)
                at += reader.at
                return try page(header)
            } catch {
                // The header may only be longer than what was read of it.
                guard case .endsEarly = error, reader.at <= bytes.count,
                    wanted < min(end - pageOffset, Self.headerBytes)
                else { throw error }
                guard at == pageOffset else { throw error }
                wanted = min(wanted * 8, end - pageOffset)
            }
        }
    }

    private mutating func page(
        _ header: PageHeader
    ) throws(ParquetFlaw) -> (header: PageHeader, bytes: ByteSlice, holder: PageBuffer) {
        guard header.packedBytes >= 0, header.unpackedBytes >= 0 else { throw .invalid("a page's size") }
        guard header.packedBytes <= ParquetLimits.pageBytes, header.unpackedBytes <= ParquetLimits.pageBytes else {
            let claim = max(header.packedBytes, header.unpackedBytes)
            throw .tooLarge("a page", bytes: claim, limit: ParquetLimits.pageBytes)
        }
        guard header.packedBytes <= end - at else { throw .endsEarly("a page") }
        let (slice, holder) = try bytes(header.packedBytes)
        if let stored = header.checksum {
            let computed = Codec.checksum(slice)
            guard stored == computed else { throw .checksum(stored: stored, computed: computed) }
        }
        at += header.packedBytes
        return (header, slice, holder)
    }

    /// The next `count` bytes of the file, through the window.
    private mutating func bytes(_ count: Int) throws(ParquetFlaw) -> (ByteSlice, PageBuffer) {
        if let window, let part = window.unownedSlice.part(from: at - windowStart, count: count) {
            return (part, window)
        }
        let fresh = try source.buffer(at: at, count: max(count, min(Self.windowBytes, end - at)))
        window = fresh
        windowStart = at
        guard let part = fresh.unownedSlice.part(from: 0, count: count) else { throw .endsEarly("a page") }
        return (part, fresh)
    }
}
