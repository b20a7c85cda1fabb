/// The entries of a dictionary page.
struct ValueDictionary {
    var integers: [Int64] = []
    var slices: [ByteSlice] = []
    /// What the slices lie in.
    var holder: PageBuffer
}

/// Values of one data page, in whichever encoding.
enum ValueDecoder {
    case plain(ByteSlice, at: Int)
    case bits(ByteSlice, at: Int)
    case dictionary(HybridDecoder)
    case hybridBits(HybridDecoder)
    case deltas(DeltaDecoder)
    case lengths(DeltaDecoder, ByteSlice, at: Int)
    case prefixes(DeltaDecoder, DeltaDecoder, ByteSlice, at: Int, last: [UInt8])

    /// - Parameter bytes: of the page, levels cut off.
    init(
        _ encoding: Encoding, _ bytes: ByteSlice, physical: ParquetSchema.Physical, hasDictionary: Bool
    ) throws(ParquetFlaw) {
        switch (encoding, physical) {
        case (.plain, .boolean): self = .bits(bytes, at: 0)
        case (.plain, _): self = .plain(bytes, at: 0)
        case (.plainDictionary, _), (.rleDictionary, _):
            guard hasDictionary else { throw .invalid("a page that refers to a missing dictionary") }
            guard bytes.count > 0 else {
                // A page of nulls alone may have no bytes at all.
                self = .dictionary(HybridDecoder(bytes, width: 0))
                return
            }
            let width = Int(bytes.base[0])
            guard width <= 32 else { throw .invalid("a page's index width") }
            self = .dictionary(HybridDecoder(bytes.suffix(from: 1), width: width))
        case (.rle, .boolean):
            guard bytes.count > 0 else {
                self = .hybridBits(HybridDecoder(bytes, width: 1))
                return
            }
            guard let length = bytes.littleEndian(at: 0, as: UInt32.self),
                let runs = bytes.part(from: 4, count: Int(length))
            else { throw .endsEarly("a page") }
            self = .hybridBits(HybridDecoder(runs, width: 1))
        case (.deltaBinaryPacked, .int32), (.deltaBinaryPacked, .int64):
            self = .deltas(try DeltaDecoder(bytes, at: 0))
        case (.deltaLengthByteArray, .byteArray):
            let lengths = try DeltaDecoder(bytes, at: 0)
            var end = lengths
            try end.skipToEnd()
            self = .lengths(lengths, bytes, at: end.at)
        case (.deltaByteArray, .byteArray), (.deltaByteArray, .fixedLengthByteArray):
            let prefixes = try DeltaDecoder(bytes, at: 0)
            var end = prefixes
            try end.skipToEnd()
            let suffixes = try DeltaDecoder(bytes, at: end.at)
            end = suffixes
            try end.skipToEnd()
            self = .prefixes(prefixes, suffixes, bytes, at: end.at, last: [])
        default: throw .unsupported("encoding \(encoding.name) for a column of type \(physical)")
        }
    }
}

/// Values that were read: integers of any width and floating-point bits as 64-bit integers, all else as bytes.
struct ValueBatch {
    var integers: [Int64] = []
    var slices: [ByteSlice] = []
    /// What keeps the slices valid.
    var holders: [PageBuffer] = []
    /// Scratch for dictionary indices.
    var indices: [UInt32] = []

    mutating func clear() {
        integers.removeAll(keepingCapacity: true)
        slices.removeAll(keepingCapacity: true)
        holders.removeAll(keepingCapacity: true)
    }
}

extension ValueDecoder {
    /// Appends the next `count` values.
    mutating func read(
        _ count: Int, of node: ParquetSchema.Node, dictionary: ValueDictionary?, into batch: inout ValueBatch
    ) throws(ParquetFlaw) {
        if count == 0 { return }
        switch self {
        case .plain(let bytes, var at):
            try Self.plain(count, node, bytes, &at, &batch)
            self = .plain(bytes, at: at)
        case .bits(let bytes, let at):
            guard at + count <= bytes.count * 8 else { throw .endsEarly("a page") }
            for bit in at..<(at + count) { batch.integers.append(Int64(bytes.base[bit >> 3] >> UInt8(bit & 7) & 1)) }
            self = .bits(bytes, at: at + count)
        case .dictionary(var indices):
            try Self.lookUp(count, &indices, dictionary, &batch)
            self = .dictionary(indices)
        case .hybridBits(var bits):
            for _ in 0..<count { batch.integers.append(Int64(try bits.next())) }
            self = .hybridBits(bits)
        case .deltas(var deltas):
            let isNarrow = node.physical == .int32
            for _ in 0..<count {
                let value = try deltas.next()
                batch.integers.append(isNarrow ? Int64(Int32(truncatingIfNeeded: value)) : value)
            }
            self = .deltas(deltas)
        case .lengths(var lengths, let bytes, var at):
            for _ in 0..<count {
                guard let part = bytes.part(from: at, count: Int(try lengths.next())) else {
                    throw .endsEarly("a page")
                }
                batch.slices.append(part)
                at += part.count
            }
            self = .lengths(lengths, bytes, at: at)
        case .prefixes(let prefixes, let suffixes, let bytes, let at, let last):
            self = try Self.joined(count, node, (prefixes, suffixes, bytes, at, last), &batch)
        }
    }

    private static func lookUp(
        _ count: Int, _ indices: inout HybridDecoder, _ dictionary: ValueDictionary?, _ batch: inout ValueBatch
    ) throws(ParquetFlaw) {
        guard let dictionary else { throw .invalid("a page that refers to a missing dictionary") }
        batch.indices.removeAll(keepingCapacity: true)
        try indices.read(count, into: &batch.indices)
        let isOfBytes = dictionary.integers.isEmpty
        let size = isOfBytes ? dictionary.slices.count : dictionary.integers.count
        for index in batch.indices {
            guard Int(index) < size else { throw .invalid("a dictionary index") }
            if isOfBytes {
                batch.slices.append(dictionary.slices[Int(index)])
            } else {
                batch.integers.append(dictionary.integers[Int(index)])
            }
        }
        if isOfBytes, batch.holders.last !== dictionary.holder { batch.holders.append(dictionary.holder) }
    }

    /// Values one after another as they are.
    static func plain(
        _ count: Int, _ node: ParquetSchema.Node, _ bytes: ByteSlice, _ at: inout Int, _ batch: inout ValueBatch
    ) throws(ParquetFlaw) {
        switch node.physical {
        case .int32, .float:
            guard count <= (bytes.count - at) / 4 else { throw .endsEarly("a page") }
            let isSigned = node.physical == .int32
            for index in 0..<count {
                let raw = UnsafeRawPointer(bytes.base + at + index * 4).loadUnaligned(as: UInt32.self).littleEndian
                batch.integers.append(isSigned ? Int64(Int32(bitPattern: raw)) : Int64(raw))
            }
            at += count * 4
        case .int64, .double:
            guard count <= (bytes.count - at) / 8 else { throw .endsEarly("a page") }
            for index in 0..<count {
                let raw = UnsafeRawPointer(bytes.base + at + index * 8).loadUnaligned(as: Int64.self)
                batch.integers.append(raw.littleEndian)
            }
            at += count * 8
        case .int96, .fixedLengthByteArray:
            let length = node.physical == .int96 ? 12 : node.typeLength
            guard length >= 0, length == 0 || count <= (bytes.count - at) / length else { throw .endsEarly("a page") }
            for index in 0..<count {
                batch.slices.append(bytes.part(from: at + index * length, count: length) ?? .empty)
            }
            at += count * length
        case .byteArray:
            for _ in 0..<count {
                guard let length = bytes.littleEndian(at: at, as: UInt32.self),
                    let part = bytes.part(from: at + 4, count: Int(length))
                else { throw .endsEarly("a page") }
                batch.slices.append(part)
                at += 4 + part.count
            }
        case .boolean, nil: throw .invalid("a page of Booleans")
        }
    }

    /// Strings that share a prefix with the one before them (encoding DELTA_BYTE_ARRAY).
    private static func joined(
        _ count: Int, _ node: ParquetSchema.Node,
        _ state: (prefixes: DeltaDecoder, suffixes: DeltaDecoder, bytes: ByteSlice, at: Int, last: [UInt8]),
        _ batch: inout ValueBatch
    ) throws(ParquetFlaw) -> ValueDecoder {
        var (prefixes, suffixes, bytes, at, last) = state
        var arena: [UInt8] = []
        var ends: [Int] = []
        for _ in 0..<count {
            let shared = Int(try prefixes.next())
            guard shared >= 0, shared <= last.count, let suffix = bytes.part(from: at, count: Int(try suffixes.next()))
            else { throw .invalid("a string's shared prefix") }
            at += suffix.count
            last.removeSubrange(shared...)
            last.append(contentsOf: suffix.bytes)
            guard node.physical != .fixedLengthByteArray || last.count == node.typeLength else {
                throw .invalid("a value's length")
            }
            arena.append(contentsOf: last)
            guard arena.count <= ParquetLimits.arenaBytes else {
                throw .tooLarge("a page of strings", bytes: arena.count, limit: ParquetLimits.arenaBytes)
            }
            ends.append(arena.count)
        }
        let buffer = try PageBuffer(capacity: arena.count)
        arena.withUnsafeBufferPointer {
            if let base = $0.baseAddress { buffer.base.update(from: base, count: $0.count) }
        }
        buffer.fill(to: arena.count)
        var start = 0
        for end in ends {
            batch.slices.append(buffer.unownedSlice.part(from: start, count: end - start) ?? .empty)
            start = end
        }
        batch.holders.append(buffer)
        return .prefixes(prefixes, suffixes, bytes, at: at, last: last)
    }
}
