/// How values are written in a page (format's `Encoding`).
enum Encoding: Int {
    case plain = 0
    case plainDictionary = 2
    case rle = 3
    case bitPacked = 4
    case deltaBinaryPacked = 5
    case deltaLengthByteArray = 6
    case deltaByteArray = 7
    case rleDictionary = 8
    case byteStreamSplit = 9

    var name: String {
        switch self {
        case .plain: "PLAIN"
        case .plainDictionary: "PLAIN_DICTIONARY"
        case .rle: "RLE"
        case .bitPacked: "BIT_PACKED"
        case .deltaBinaryPacked: "DELTA_BINARY_PACKED"
        case .deltaLengthByteArray: "DELTA_LENGTH_BYTE_ARRAY"
        case .deltaByteArray: "DELTA_BYTE_ARRAY"
        case .rleDictionary: "RLE_DICTIONARY"
        case .byteStreamSplit: "BYTE_STREAM_SPLIT"
        }
    }

    static func known(_ code: Int) throws(ParquetFlaw) -> Encoding {
        guard let encoding = Encoding(rawValue: code) else { throw .unsupported("encoding \(code)") }
        return encoding
    }
}

private func varint(_ bytes: ByteSlice, _ at: inout Int) throws(ParquetFlaw) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
        guard at < bytes.count else { throw .endsEarly("a page") }
        let next = bytes.base[at]
        at += 1
        value |= UInt64(next & 0x7F) << shift
        if next & 0x80 == 0 { return value }
        shift += 7
    }
    throw .invalid("a number in a page")
}

/// Runs of equal and groups of bit-packed small numbers: levels, dictionary indices, Booleans (encoding RLE).
struct HybridDecoder {
    private let bytes: ByteSlice
    private let width: Int
    private var at = 0
    private var left = 0
    private var isPacked = false
    private var value: UInt32 = 0
    /// The next packed value's bit, counted from the slice's begin.
    private var bit = 0

    /// - Parameter width: bits of a value, 0 to 32.
    init(_ bytes: ByteSlice, width: Int) {
        self.bytes = bytes
        self.width = width
    }

    private mutating func startRun() throws(ParquetFlaw) {
        while left == 0 {
            let head = try varint(bytes, &at)
            let count = head >> 1
            guard count <= UInt64(Int32.max) else { throw .invalid("a run in a page") }
            isPacked = head & 1 == 1
            if isPacked {
                // Some writers cut the last group's padding off.
                let available = bytes.count - at
                let whole = Int(count) * width
                bit = at * 8
                left = whole <= available ? Int(count) * 8 : available * 8 / max(width, 1)
                at += min(whole, available)
                guard left > 0 || count == 0 else { throw .endsEarly("a page") }
            } else {
                let size = (width + 7) / 8
                guard size <= bytes.count - at else { throw .endsEarly("a page") }
                value = UInt32(truncatingIfNeeded: bytes.word(at: at)) & Self.mask(size * 8)
                at += size
                left = Int(count)
            }
        }
    }

    private static func mask(_ bits: Int) -> UInt32 { bits >= 32 ? .max : (1 << UInt32(bits)) - 1 }

    mutating func next() throws(ParquetFlaw) -> UInt32 {
        if left == 0 { try startRun() }
        left -= 1
        guard isPacked else { return value }
        let word = bytes.word(at: bit >> 3) >> UInt64(bit & 7)
        bit += width
        return UInt32(truncatingIfNeeded: word) & Self.mask(width)
    }

    /// Appends `count` numbers.
    mutating func read(_ count: Int, into target: inout [UInt32]) throws(ParquetFlaw) {
        var missing = count
        let mask = Self.mask(width)
        while missing > 0 {
            if left == 0 { try startRun() }
            let some = min(left, missing)
            if isPacked {
                for _ in 0..<some {
                    let word = bytes.word(at: bit >> 3) >> UInt64(bit & 7)
                    bit += width
                    target.append(UInt32(truncatingIfNeeded: word) & mask)
                }
            } else {
                target.append(contentsOf: repeatElement(value, count: some))
            }
            left -= some
            missing -= some
        }
    }

    /// Appends `count` levels, none above `limit`; returns how many of them equal it.
    mutating func readLevels(_ count: Int, limit: Int, into target: inout [UInt8]) throws(ParquetFlaw) -> Int {
        var missing = count
        var full = 0
        let mask = Self.mask(width)
        while missing > 0 {
            if left == 0 { try startRun() }
            let some = min(left, missing)
            if isPacked {
                for _ in 0..<some {
                    let word = bytes.word(at: bit >> 3) >> UInt64(bit & 7)
                    bit += width
                    let level = UInt32(truncatingIfNeeded: word) & mask
                    guard level <= UInt32(limit) else { throw .invalid("a level in a page") }
                    full += level == UInt32(limit) ? 1 : 0
                    target.append(UInt8(truncatingIfNeeded: level))
                }
            } else {
                guard value <= UInt32(limit) else { throw .invalid("a level in a page") }
                full += value == UInt32(limit) ? some : 0
                target.append(contentsOf: repeatElement(UInt8(truncatingIfNeeded: value), count: some))
            }
            left -= some
            missing -= some
        }
        return full
    }
}

/// Integers as differences in bit-packed blocks (encoding DELTA_BINARY_PACKED).
struct DeltaDecoder {
    private let bytes: ByteSlice
    /// Where the next block, or what follows the last, begins.
    private(set) var at: Int
    private(set) var left: Int
    private let perBlock: Int
    private let blockSize: Int
    private let perMiniblock: Int
    private var value: Int64
    private var isFirst = true
    private var leastDelta: Int64 = 0
    private var widthsAt = 0
    private var miniblock: Int
    private var miniblockLeft = 0
    private var width = 0
    private var bit = 0

    init(_ bytes: ByteSlice, at start: Int) throws(ParquetFlaw) {
        self.bytes = bytes
        at = start
        let block = try varint(bytes, &at)
        let miniblocks = try varint(bytes, &at)
        let total = try varint(bytes, &at)
        let first = try varint(bytes, &at)
        guard block > 0, block <= 1 << 20, miniblocks > 0, miniblocks <= block, block % miniblocks == 0,
            (block / miniblocks) % 8 == 0, total <= UInt64(Int32.max)
        else { throw .invalid("a page's delta header") }
        blockSize = Int(block)
        perBlock = Int(miniblocks)
        perMiniblock = Int(block / miniblocks)
        miniblock = perBlock
        left = Int(total)
        value = Self.zigzag(first)
    }

    private static func zigzag(_ value: UInt64) -> Int64 {
        Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func next() throws(ParquetFlaw) -> Int64 {
        guard left > 0 else { throw .endsEarly("a page") }
        left -= 1
        if isFirst {
            isFirst = false
            return value
        }
        if miniblockLeft == 0 { try startMiniblock() }
        miniblockLeft -= 1
        var delta: UInt64 = 0
        if width > 0 {
            let shift = UInt64(bit & 7)
            delta = bytes.word(at: bit >> 3) >> shift
            if width > 56 && shift > 0 { delta |= bytes.word(at: (bit >> 3) + 8) << (64 - shift) }
            if width < 64 { delta &= (1 << UInt64(width)) - 1 }
            bit += width
        }
        value = value &+ leastDelta &+ Int64(bitPattern: delta)
        return value
    }

    private mutating func startMiniblock() throws(ParquetFlaw) {
        if miniblock == perBlock {
            leastDelta = Self.zigzag(try varint(bytes, &at))
            widthsAt = at
            guard perBlock <= bytes.count - at else { throw .endsEarly("a page") }
            at += perBlock
            miniblock = 0
        }
        width = Int(bytes.base[widthsAt + miniblock])
        guard width <= 64 else { throw .invalid("a page's delta width") }
        miniblock += 1
        miniblockLeft = perMiniblock
        bit = at * 8
        let size = perMiniblock / 8 * width
        guard size <= bytes.count - at else { throw .endsEarly("a page") }
        at += size
    }

    /// Runs to the end, which is where the bytes that follow begin.
    mutating func skipToEnd() throws(ParquetFlaw) {
        while left > 0 { _ = try next() }
    }
}
