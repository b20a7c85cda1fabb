/// What a file's footer says (format's `FileMetaData`).
struct ParquetMetadata {
    struct Column {
        var physical = -1
        var codec = -1
        var valueCount = -1
        var compressedBytes = -1
        var dataOffset = -1
        var dictionaryOffset: Int?
        var isElsewhere = false
        var isEncrypted = false
    }

    struct RowGroup {
        var columns: [Column] = []
        var rowCount = -1
    }

    var schema: ParquetSchema
    var rowCount: Int
    var rowGroups: [RowGroup]
    var writer: String

    /// Reads the footer: its length and `PAR1` are the file's last 8 bytes.
    init(of source: some ParquetSource) throws(ParquetFlaw) {
        let size = source.byteCount
        guard size >= 12 else { throw .endsEarly("the file") }
        let (length, mark) = try source.buffer(at: size - 8, count: 8).withSlice { tail in
            (Int(tail.littleEndian(at: 0, as: UInt32.self) ?? 0), tail.littleEndian(at: 4, as: UInt32.self) ?? 0)
        }
        // "PAR1", and "PARE" for files whose footer is encrypted.
        if mark == 0x4552_4150 { throw .unsupported("encryption") }
        guard mark == 0x3152_4150 else { throw .invalid("the end of the file") }
        guard length <= ParquetLimits.footerBytes else {
            throw .tooLarge("the footer", bytes: length, limit: ParquetLimits.footerBytes)
        }
        guard length <= size - 12 else { throw .endsEarly("the footer") }
        let footer = try source.buffer(at: size - 8 - length, count: length)
        self = try footer.withSlice { bytes throws(ParquetFlaw) in
            var reader = ThriftReader(bytes)
            return try Self(&reader)
        }
        try check(size: size)
    }

    private init(_ reader: inout ThriftReader) throws(ParquetFlaw) {
        var elements: [ParquetSchema.Node] = []
        var groups: [RowGroup] = []
        var rows = -1
        var createdBy = ""
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            switch (field, kind) {
            case (2, .list):
                try reader.structures { reader throws(ParquetFlaw) in
                    guard elements.count < ParquetLimits.schemaElements else { throw .invalid("the schema") }
                    elements.append(try Self.element(&reader))
                }
            case (3, .i64): rows = try reader.int()
            case (4, .list):
                try reader.structures { reader throws(ParquetFlaw) in groups.append(try Self.rowGroup(&reader)) }
            case (6, .binary): createdBy = try reader.text()
            case (8, .structure): throw .unsupported("encryption")
            default: return false
            }
            return true
        }
        schema = try ParquetSchema(elements: elements)
        rowCount = rows
        rowGroups = groups
        writer = createdBy
    }

    /// The figures that later code relies on.
    private func check(size: Int) throws(ParquetFlaw) {
        var rows = 0
        for group in rowGroups {
            guard group.columns.count == schema.leaves.count, group.rowCount >= 0 else { throw .invalid("a row group") }
            let (sum, isOver) = rows.addingReportingOverflow(group.rowCount)
            guard !isOver else { throw .invalid("the number of rows") }
            rows = sum
        }
        guard rows == rowCount else { throw .invalid("the number of rows") }
    }

    // MARK: - Structures

    private static func element(_ reader: inout ThriftReader) throws(ParquetFlaw) -> ParquetSchema.Node {
        var node = ParquetSchema.Node()
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            switch (field, kind) {
            case (1, .i32):
                guard let physical = ParquetSchema.Physical(rawValue: try reader.int()) else {
                    throw .invalid("a type in the schema")
                }
                node.physical = physical
            case (2, .i32): node.typeLength = try reader.int()
            case (3, .i32):
                guard let repetition = ParquetSchema.Repetition(rawValue: try reader.int()) else {
                    throw .invalid("a repetition in the schema")
                }
                node.repetition = repetition
            case (4, .binary): node.name = try reader.text()
            case (5, .i32): node.childCount = try reader.int()
            case (6, .i32): node.converted = try reader.int()
            case (7, .i32): node.scale = try reader.int()
            case (8, .i32): node.precision = try reader.int()
            case (9, .i32): node.fieldID = try reader.int()
            case (10, .structure): node.logical = try logicalType(&reader)
            default: return false
            }
            return true
        }
        // Some writers say 0 children for a leaf, and none at all for an empty group.
        return node
    }

    private static func logicalType(_ reader: inout ThriftReader) throws(ParquetFlaw) -> ParquetSchema.Logical {
        var logical = ParquetSchema.Logical.other
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            guard kind == .structure else { return false }
            switch field {
            case 1: logical = .string
            case 2: logical = .map
            case 3: logical = .list
            case 5: logical = try decimal(&reader)
            case 6: logical = .date
            case 8: logical = try timestamp(&reader)
            default: return false
            }
            if field == 5 || field == 8 { return true }
            try reader.skip(.structure)
            return true
        }
        return logical
    }

    private static func decimal(_ reader: inout ThriftReader) throws(ParquetFlaw) -> ParquetSchema.Logical {
        var scale = 0
        var precision = 0
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            switch (field, kind) {
            case (1, .i32): scale = try reader.int()
            case (2, .i32): precision = try reader.int()
            default: return false
            }
            return true
        }
        return .decimal(scale: scale, precision: precision)
    }

    private static func timestamp(_ reader: inout ThriftReader) throws(ParquetFlaw) -> ParquetSchema.Logical {
        var isUTC = false
        var unit = ParquetSchema.Unit.microseconds
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            switch (field, kind) {
            case (1, .yes): isUTC = true
            case (1, .no): isUTC = false
            case (2, .structure):
                try reader.structure { reader, field, kind throws(ParquetFlaw) in
                    if field == 1 { unit = .milliseconds }
                    if field == 3 { unit = .nanoseconds }
                    return false
                }
            default: return false
            }
            return true
        }
        return .timestamp(unit, isUTC: isUTC)
    }

    private static func rowGroup(_ reader: inout ThriftReader) throws(ParquetFlaw) -> RowGroup {
        var group = RowGroup()
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            switch (field, kind) {
            case (1, .list):
                try reader.structures { reader throws(ParquetFlaw) in group.columns.append(try column(&reader)) }
            case (3, .i64): group.rowCount = try reader.int()
            default: return false
            }
            return true
        }
        return group
    }

    private static func column(_ reader: inout ThriftReader) throws(ParquetFlaw) -> Column {
        var column = Column()
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            switch (field, kind) {
            case (1, .binary):
                // A path to another file.
                column.isElsewhere = try reader.binary().count > 0
            case (3, .structure): try columnMetadata(&reader, &column)
            case (8, .structure), (9, .binary):
                column.isEncrypted = true
                return false
            default: return false
            }
            return true
        }
        return column
    }

    private static func columnMetadata(_ reader: inout ThriftReader, _ column: inout Column) throws(ParquetFlaw) {
        try reader.structure { reader, field, kind throws(ParquetFlaw) in
            switch (field, kind) {
            case (1, .i32): column.physical = try reader.int()
            case (4, .i32): column.codec = try reader.int()
            case (5, .i64): column.valueCount = try reader.int()
            case (7, .i64): column.compressedBytes = try reader.int()
            case (9, .i64): column.dataOffset = try reader.int()
            case (11, .i64): column.dictionaryOffset = try reader.int()
            default: return false
            }
            return true
        }
    }
}
