/// Goes through the last batch of a column row by row; what lies beyond it is null, so that columns which contradict
/// each other cannot lead outside. Shares the column's arrays: drop it before the next batch.
struct ColumnCursor {
    private let definitions: [UInt8]
    private let repetitions: [UInt8]
    private let integers: [Int64]
    private let slices: [ByteSlice]
    private let full: UInt8
    let physical: ParquetSchema.Physical?
    private let isRepeated: Bool
    private var entry = 0
    private var value = 0

    init(_ column: ColumnReader) {
        definitions = column.definitions
        repetitions = column.repetitions
        integers = column.values.integers
        slices = column.values.slices
        full = UInt8(column.node.definition)
        physical = column.node.physical
        isRepeated = column.node.repetitionLevel > 0
    }

    /// The level of the next row's first entry.
    var level: Int { entry < definitions.count ? Int(definitions[entry]) : 0 }

    /// True if some row of the batch reaches a level.
    func reaches(_ level: Int) -> Bool { definitions.contains { $0 >= UInt8(level) } }

    // MARK: - Columns with a value a row

    mutating func nextInteger() -> Int64? {
        defer { entry += 1 }
        guard entry < definitions.count, definitions[entry] == full, value < integers.count else { return nil }
        defer { value += 1 }
        return integers[value]
    }

    mutating func nextSlice() -> ByteSlice? {
        defer { entry += 1 }
        guard entry < definitions.count, definitions[entry] == full, value < slices.count else { return nil }
        defer { value += 1 }
        return slices[value]
    }

    // MARK: - All columns

    /// Passes over the next row.
    mutating func skipRow() {
        repeat {
            if entry < definitions.count, definitions[entry] == full { value += 1 }
            entry += 1
        } while isRepeated && entry < definitions.count && repetitions[entry] > 0
    }

    /// The next row's entries: one for an empty or absent list, whose value is `nil`.
    mutating func nextSlices(_ body: (ByteSlice?) -> Void) {
        repeat { body(nextSlice()) } while isRepeated && entry < definitions.count && repetitions[entry] > 0
    }

    /// True if the next entry belongs to the row that is being read.
    var hasMore: Bool { isRepeated && entry < definitions.count && repetitions[entry] > 0 }

    /// The next entry as a value; `nil` where it is null.
    mutating func nextValue() -> JSONValue? {
        switch physical {
        case .byteArray, .fixedLengthByteArray, .int96:
            nextSlice().map { .string(String(decoding: $0.bytes, as: UTF8.self)) }
        case .boolean: nextInteger().map { .bool($0 != 0) }
        case .int32, .int64: nextInteger().map { .integer($0) }
        case .float: nextInteger().map { .number("\(Float(bitPattern: UInt32(truncatingIfNeeded: $0)))") }
        case .double: nextInteger().map { .number("\(Double(bitPattern: UInt64(bitPattern: $0)))") }
        case nil: nil
        }
    }
}
