import CLz4
import CSnappy
import CZlib
import CZstd

/// How a column's pages are compressed (format's `CompressionCodec`).
enum Codec: Int {
    case none = 0, snappy, gzip, lzo, brotli, lz4, zstd, lz4Raw

    private static let names = ["UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"]

    /// - Parameter code: as the column's metadata has it.
    static func supported(_ code: Int) throws(ParquetFlaw) -> Codec {
        guard let codec = Codec(rawValue: code) else { throw .unsupported("compression codec \(code)") }
        switch codec {
        case .none, .snappy, .gzip, .zstd, .lz4Raw: return codec
        case .lzo, .brotli, .lz4: throw .unsupported("compression codec \(names[code])")
        }
    }

    /// Unpacks `packed`, which must give exactly `count` bytes, behind the first `prefix` bytes of the result; those are
    /// the caller's to fill.
    func unpack(_ packed: ByteSlice, count: Int, prefix: Int = 0) throws(ParquetFlaw) -> PageBuffer {
        guard count >= 0, prefix >= 0, count <= ParquetLimits.pageBytes - prefix else {
            throw .tooLarge("a page", bytes: count, limit: ParquetLimits.pageBytes)
        }
        try checkClaim(of: packed, count: count)
        let buffer = try PageBuffer(capacity: prefix + count)
        let target = buffer.base + prefix
        if count == 0 && packed.count == 0 {
            buffer.fill(to: prefix)
            return buffer
        }
        let isGood: Bool
        switch self {
        case .snappy: isGood = Self.snappy(packed, target, count)
        case .zstd:
            let written = ZSTD_decompress(target, count, packed.base, packed.count)
            isGood = ZSTD_isError(written) == 0 && written == count
        case .gzip: isGood = Self.inflate(packed, target, count)
        case .lz4Raw:
            let written = packed.base.withMemoryRebound(to: CChar.self, capacity: packed.count) { source in
                target.withMemoryRebound(to: CChar.self, capacity: count) {
                    LZ4_decompress_safe(source, $0, Int32(clamping: packed.count), Int32(clamping: count))
                }
            }
            isGood = Int(written) == count
        case .none, .lzo, .brotli, .lz4: isGood = false
        }
        guard isGood else { throw .invalid("the compressed data") }
        buffer.fill(to: prefix + count)
        return buffer
    }

    /// Formats that tell their size are believed before memory is taken.
    private func checkClaim(of packed: ByteSlice, count: Int) throws(ParquetFlaw) {
        var told = count
        switch self {
        case .snappy:
            var length = 0
            let status = packed.base.withMemoryRebound(to: CChar.self, capacity: packed.count) {
                snappy_uncompressed_length($0, packed.count, &length)
            }
            guard packed.count == 0 || status == SNAPPY_OK else { throw .invalid("the compressed data") }
            if packed.count > 0 { told = length }
        case .zstd:
            let size = ZSTD_getFrameContentSize(packed.base, packed.count)
            // The two highest values mean unknown and wrong.
            if size < UInt64.max - 1 { told = Int(clamping: size) }
        default: break
        }
        guard told == count else { throw .invalid("the size of the compressed data") }
    }

    private static func snappy(_ packed: ByteSlice, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
        var written = count
        let status = packed.base.withMemoryRebound(to: CChar.self, capacity: packed.count) { source in
            target.withMemoryRebound(to: CChar.self, capacity: count) {
                snappy_uncompress(source, packed.count, $0, &written)
            }
        }
        return status == SNAPPY_OK && written == count
    }

    /// One or several gzip or zlib streams.
    private static func inflate(_ packed: ByteSlice, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
        var stream = z_stream()
        // 15 bits of window, and 32 for either header.
        guard inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return false
        }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: packed.base)
        stream.avail_in = UInt32(clamping: packed.count)
        stream.next_out = target
        stream.avail_out = UInt32(clamping: count)
        while true {
            let status = CZlib.inflate(&stream, Z_NO_FLUSH)
            guard status == Z_STREAM_END else { return false }
            if stream.avail_in == 0 || stream.avail_out == 0 { return stream.avail_out == 0 }
            guard inflateReset(&stream) == Z_OK else { return false }
        }
    }

    /// CRC-32 of a page's bytes as they stand in the file.
    static func checksum(_ bytes: ByteSlice) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(0, bytes.base, bytes.count))
    }
}
