/// Reads one column of one row group, a batch of rows at a time. Belongs to one thread.
final class ColumnReader {
    let node: ParquetSchema.Node
    /// Levels and values of the last batch: for each entry a definition level and, under repetition, a repetition
    /// level; a value for each entry whose definition level is `node.definition`.
    private(set) var definitions: [UInt8] = []
    private(set) var repetitions: [UInt8] = []
    private(set) var values = ValueBatch()

    private let path: String
    private var stream: PageStream
    private let codec: Codec
    /// Entries of the chunk that are in pages not yet opened.
    private var entriesLeft: Int
    /// Entries of the open page that are not yet read.
    private var pageLeft = 0
    private var definitionLevels: HybridDecoder?
    private var repetitionLevels: HybridDecoder?
    private var decoder: ValueDecoder?
    private var dictionary: ValueDictionary?
    private var pageHolder: PageBuffer?
    /// The repetition level of the next entry, where it was looked at already.
    private var nextRepetition: UInt8?

    init(
        leaf: Int, of schema: ParquetSchema, in group: ParquetMetadata.RowGroup, source: any ParquetSource
    ) throws(ParquetError) {
        node = schema.nodes[schema.leaves[leaf]]
        path = schema.path(ofLeaf: leaf)
        let column = group.columns[leaf]
        do throws(ParquetFlaw) {
            guard !column.isEncrypted else { throw .unsupported("encryption") }
            guard !column.isElsewhere else { throw .unsupported("a column in another file") }
            guard column.physical == node.physical?.rawValue else { throw .invalid("the column's type") }
            guard node.repetitionLevel <= 1 else { throw .unsupported("a list within a list") }
            guard column.valueCount >= group.rowCount, node.repetitionLevel > 0 || column.valueCount == group.rowCount
            else { throw .invalid("the column's number of values") }
            codec = try Codec.supported(column.codec)
            stream = try PageStream(column, in: source)
        } catch {
            throw ParquetError(error, column: path)
        }
        entriesLeft = column.valueCount
    }

    /// Reads the next `rows` rows.
    func read(rows: Int) throws(ParquetError) {
        definitions.removeAll(keepingCapacity: true)
        repetitions.removeAll(keepingCapacity: true)
        values.clear()
        if let pageHolder { values.holders.append(pageHolder) }
        do throws(ParquetFlaw) {
            if node.repetitionLevel == 0 { try readFlat(rows) } else { try readRepeated(rows) }
        } catch {
            throw ParquetError(error, column: path, offset: stream.pageOffset)
        }
    }

    private func readFlat(_ rows: Int) throws(ParquetFlaw) {
        var missing = rows
        while missing > 0 {
            if pageLeft == 0 { try openPage() }
            let some = min(missing, pageLeft)
            var present = some
            if definitionLevels != nil {
                present = try definitionLevels!.readLevels(some, limit: node.definition, into: &definitions)
            } else {
                definitions.append(contentsOf: repeatElement(UInt8(0), count: some))
            }
            try decoder?.read(present, of: node, dictionary: dictionary, into: &values)
            pageLeft -= some
            missing -= some
        }
    }

    private func readRepeated(_ rows: Int) throws(ParquetFlaw) {
        var started = 0
        // Values of the open page that belong to entries already taken.
        var due = 0
        while true {
            if pageLeft == 0 && nextRepetition == nil {
                try decoder?.read(due, of: node, dictionary: dictionary, into: &values)
                due = 0
                // The last row ends where the chunk does.
                if entriesLeft == 0 {
                    guard started == rows else { throw .endsEarly("the column") }
                    return
                }
                try openPage()
                continue
            }
            let repetition: UInt8
            if let looked = nextRepetition {
                repetition = looked
            } else {
                guard let level = try repetitionLevels?.next(), level <= UInt32(node.repetitionLevel) else {
                    throw .invalid("a level in a page")
                }
                repetition = UInt8(level)
            }
            if repetition == 0 {
                if started == rows {
                    nextRepetition = 0
                    break
                }
                started += 1
            } else if started == 0 {
                throw .invalid("a level in a page")
            }
            nextRepetition = nil
            pageLeft -= 1
            let definition = try definitionLevels?.next() ?? 0
            guard definition <= UInt32(node.definition), definitions.count < ParquetLimits.batchEntries else {
                throw .invalid("a level in a page")
            }
            if definition == UInt32(node.definition) { due += 1 }
            repetitions.append(repetition)
            definitions.append(UInt8(definition))
        }
        try decoder?.read(due, of: node, dictionary: dictionary, into: &values)
    }

    // MARK: - Pages

    private func openPage() throws(ParquetFlaw) {
        while pageLeft == 0 {
            guard !stream.isAtEnd else { throw .endsEarly("the column") }
            let (header, bytes, holder) = try stream.next()
            switch header.kind {
            case .dictionary: try readDictionary(header, bytes, holder)
            case .data, .dataV2:
                guard header.valueCount >= 0, header.valueCount <= entriesLeft else {
                    throw .invalid("a page's number of values")
                }
                if header.kind == .data { try open(header, bytes, holder) } else { try openV2(header, bytes, holder) }
                pageLeft = header.valueCount
                entriesLeft -= pageLeft
            case .index, nil: continue
            }
        }
    }

    private func unpacked(
        _ header: PageHeader, _ bytes: ByteSlice, _ holder: PageBuffer
    ) throws(ParquetFlaw) -> PageBuffer? {
        guard codec != .none else {
            guard header.packedBytes == header.unpackedBytes else { throw .invalid("a page's size") }
            return nil
        }
        return try codec.unpack(bytes, count: header.unpackedBytes)
    }

    private func readDictionary(
        _ header: PageHeader, _ bytes: ByteSlice, _ holder: PageBuffer
    ) throws(ParquetFlaw) {
        let encoding = try Encoding.known(header.encoding)
        guard encoding == .plain || encoding == .plainDictionary else {
            throw .unsupported("a dictionary page in encoding \(encoding.name)")
        }
        guard dictionary == nil, header.valueCount >= 0 else { throw .invalid("a dictionary page") }
        let buffer = try unpacked(header, bytes, holder)
        let plain = buffer?.unownedSlice ?? bytes
        var batch = ValueBatch()
        var at = 0
        // A value takes a byte at least, but for fixed-length values of no bytes.
        guard header.valueCount <= max(plain.count, 1) else { throw .endsEarly("a dictionary page") }
        if node.physical == .boolean { throw .invalid("a dictionary page") }
        try ValueDecoder.plain(header.valueCount, node, plain, &at, &batch)
        dictionary = ValueDictionary(integers: batch.integers, slices: batch.slices, holder: buffer ?? holder)
    }

    private func width(_ level: Int) -> Int { Int.bitWidth - level.leadingZeroBitCount }

    /// Version 1: levels, each behind its length, and values are compressed together.
    private func open(_ header: PageHeader, _ bytes: ByteSlice, _ holder: PageBuffer) throws(ParquetFlaw) {
        let buffer = try unpacked(header, bytes, holder)
        let page = buffer?.unownedSlice ?? bytes
        var at = 0
        func levels(_ limit: Int, _ code: Int) throws(ParquetFlaw) -> HybridDecoder? {
            // Where there are no levels, headers say anything.
            if limit == 0 { return nil }
            let encoding = try Encoding.known(code)
            guard encoding == .rle else { throw .unsupported("levels in encoding \(encoding.name)") }
            guard let length = page.littleEndian(at: at, as: UInt32.self),
                let part = page.part(from: at + 4, count: Int(length))
            else { throw .endsEarly("a page") }
            at += 4 + part.count
            return HybridDecoder(part, width: width(limit))
        }
        repetitionLevels = try levels(node.repetitionLevel, header.repetitionEncoding)
        definitionLevels = try levels(node.definition, header.definitionEncoding)
        try start(header, page.suffix(from: at), buffer ?? holder)
    }

    /// Version 2: levels stand before the compressed values as they are.
    private func openV2(_ header: PageHeader, _ bytes: ByteSlice, _ holder: PageBuffer) throws(ParquetFlaw) {
        guard let repetition = bytes.part(from: 0, count: header.repetitionBytes),
            let definition = bytes.part(from: repetition.count, count: header.definitionBytes)
        else { throw .endsEarly("a page") }
        let levelBytes = repetition.count + definition.count
        let packed = bytes.suffix(from: levelBytes)
        repetitionLevels = nil
        definitionLevels = nil
        if node.repetitionLevel > 0 { repetitionLevels = HybridDecoder(repetition, width: width(node.repetitionLevel)) }
        if node.definition > 0 { definitionLevels = HybridDecoder(definition, width: width(node.definition)) }
        // A page of nulls alone may have no values to unpack.
        let isPacked = codec != .none && header.isCompressed && packed.count > 0
        let buffer = isPacked ? try codec.unpack(packed, count: header.unpackedBytes - levelBytes) : nil
        // Levels lie in the holder of the page as it was read.
        values.holders.append(holder)
        levelHolder = holder
        try start(header, buffer?.unownedSlice ?? packed, buffer ?? holder)
    }

    private var levelHolder: PageBuffer?

    private func start(_ header: PageHeader, _ bytes: ByteSlice, _ holder: PageBuffer) throws(ParquetFlaw) {
        guard let physical = node.physical else { throw .invalid("the column's type") }
        pageHolder = holder
        values.holders.append(holder)
        decoder = try ValueDecoder(
            try Encoding.known(header.encoding), bytes, physical: physical, hasDictionary: dictionary != nil)
    }
}
