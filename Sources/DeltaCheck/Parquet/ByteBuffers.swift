import Glibc

/// Memory of one page or window. Slices of it stay valid as long as somebody holds it.
final class PageBuffer {
    let base: UnsafeMutablePointer<UInt8>
    /// Bytes that are filled.
    private(set) var count: Int
    let capacity: Int

    /// Uninitialised memory; the kernel gives pages as they are written, so that a false claim costs nothing.
    init(capacity: Int) throws(ParquetFlaw) {
        guard let memory = malloc(max(capacity, 8)) else {
            throw .tooLarge("a buffer", bytes: capacity, limit: ParquetLimits.pageBytes)
        }
        base = memory.assumingMemoryBound(to: UInt8.self)
        self.capacity = capacity
        count = 0
    }

    deinit { free(base) }

    func fill(to count: Int) {
        precondition(count >= 0 && count <= capacity)
        self.count = count
    }

    /// The bytes. Whoever keeps the slice keeps the buffer beside it, or it dangles; else use `withSlice`.
    var unownedSlice: ByteSlice { ByteSlice(base: UnsafePointer(base), count: count) }

    /// Calls `body` with the bytes, which live until it returns.
    func withSlice<Result, Failure: Error>(
        _ body: (ByteSlice) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(unownedSlice)
    }
}

/// Bytes inside of somebody else's buffer.
struct ByteSlice {
    let base: UnsafePointer<UInt8>
    let count: Int

    static var empty: ByteSlice { ByteSlice(base: UnsafePointer(bitPattern: 1)!, count: 0) }

    subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count)
        return base[index]
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// A part; `nil` where it would reach outside.
    func part(from start: Int, count length: Int) -> ByteSlice? {
        guard start >= 0, length >= 0, start <= count, length <= count - start else { return nil }
        return ByteSlice(base: base + start, count: length)
    }

    func suffix(from start: Int) -> ByteSlice { part(from: start, count: count - start) ?? .empty }

    /// A little-endian integer; `nil` where it would reach outside.
    func littleEndian<Value: FixedWidthInteger>(at offset: Int, as type: Value.Type = Value.self) -> Value? {
        guard offset >= 0, offset <= count - MemoryLayout<Value>.size else { return nil }
        return Value(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: Value.self))
    }

    /// Eight bytes from `offset` on, those beyond the end as zeros. `offset` must not be negative.
    @inline(__always) func word(at offset: Int) -> UInt64 {
        if offset <= count - 8 {
            return UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
        }
        var word: UInt64 = 0
        var shift: UInt64 = 0
        var at = offset
        while at < count && shift < 64 {
            word |= UInt64(base[at]) << shift
            shift += 8
            at += 1
        }
        return word
    }
}

/// Where a Parquet file's bytes come from.
protocol ParquetSource {
    var byteCount: Int { get }
    /// Fills `into` from `offset` on; returns how many bytes there were.
    func read(at offset: Int, into: UnsafeMutableRawBufferPointer) throws(ParquetFlaw) -> Int
}

extension ParquetSource {
    func buffer(at offset: Int, count: Int) throws(ParquetFlaw) -> PageBuffer {
        guard offset >= 0, count >= 0, offset <= byteCount, count <= byteCount - offset else {
            throw .endsEarly("the file")
        }
        let buffer = try PageBuffer(capacity: count)
        let found = try read(at: offset, into: UnsafeMutableRawBufferPointer(start: buffer.base, count: count))
        guard found == count else { throw .endsEarly("the file") }
        buffer.fill(to: count)
        return buffer
    }
}

/// Bounds that keep any input from costing more memory than a real file would.
enum ParquetLimits {
    /// A footer holds statistics of every column and row group; those of wide tables reach some megabytes.
    static let footerBytes = 256 << 20
    /// Writers cut pages at about 1 MB; some write a column of a row group as one.
    static let pageBytes = 1 << 29
    /// A schema deeper than this is no table's.
    static let depth = 64
    static let schemaElements = 1 << 17
    /// Values that one batch may spell out from shared prefixes.
    static let arenaBytes = 1 << 28
    /// Map and list entries in one batch of rows.
    static let batchEntries = 1 << 23
    /// Rows that are decoded at a time.
    static let batchRows = 4096
}
