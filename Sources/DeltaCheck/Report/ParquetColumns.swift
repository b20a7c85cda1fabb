/// The columns of a Parquet file as lines of JSON: what a test compares with another reader. A line a column: its path,
/// then an array of entries, each `[repetition, definition]` or `[repetition, definition, value]`. Integers and the bits
/// of floating-point numbers are numbers, all else is hexadecimal digits. A column that is refused has an `error`.
public struct ParquetColumns: Sequence {
    private let file: ParquetFile

    public init(path: String, storage: any Storage = LocalStorage()) throws {
        file = try ParquetFile(StorageSource(file: try storage.open(Array(path.utf8))))
    }

    public func makeIterator() -> AnyIterator<String> {
        var leaf = 0
        return AnyIterator {
            guard leaf < file.schema.leaves.count else { return nil }
            defer { leaf += 1 }
            return line(leaf)
        }
    }

    private func line(_ leaf: Int) -> String {
        var line = "{\"path\":" + JSONValue.quoted(file.schema.path(ofLeaf: leaf))
        do throws(ParquetError) {
            var entries = ""
            for group in file.metadata.rowGroups.indices {
                let column = try file.columns([leaf], ofRowGroup: group)[0]
                var left = file.metadata.rowGroups[group].rowCount
                while left > 0 {
                    // An odd number, so that batches and pages do not end together.
                    let rows = Swift.min(left, 997)
                    try column.read(rows: rows)
                    Self.append(column, to: &entries)
                    left -= rows
                }
            }
            line += ",\"entries\":[" + entries.dropLast() + "]}"
        } catch {
            line += ",\"error\":" + JSONValue.quoted(error.description) + "}"
        }
        return line
    }

    private static func append(_ column: ColumnReader, to entries: inout String) {
        let full = UInt8(column.node.definition)
        let isOfBytes = column.values.integers.isEmpty
        var value = 0
        for (index, definition) in column.definitions.enumerated() {
            let repetition = column.node.repetitionLevel > 0 ? column.repetitions[index] : 0
            entries += "[\(repetition),\(definition)"
            if definition == full {
                entries +=
                    "," + (isOfBytes ? hexadecimal(column.values.slices[value]) : "\(column.values.integers[value])")
                value += 1
            }
            entries += "],"
        }
    }

    private static func hexadecimal(_ slice: ByteSlice) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = slice.bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "\"" + String(decoding: text, as: UTF8.self) + "\""
    }
}
