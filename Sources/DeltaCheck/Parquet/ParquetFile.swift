/// An open Parquet file: its schema, and batches of the columns that are asked for.
struct ParquetFile {
    let source: any ParquetSource
    let metadata: ParquetMetadata
    var schema: ParquetSchema { metadata.schema }

    init(_ source: any ParquetSource) throws(ParquetError) {
        do throws(ParquetFlaw) {
            metadata = try ParquetMetadata(of: source)
        } catch {
            throw ParquetError(error)
        }
        self.source = source
    }

    /// Readers of some leaves of a row group, in the order of `leaves`.
    func columns(_ leaves: [Int], ofRowGroup index: Int) throws(ParquetError) -> [ColumnReader] {
        let group = metadata.rowGroups[index]
        var readers: [ColumnReader] = []
        for leaf in leaves {
            readers.append(try ColumnReader(leaf: leaf, of: schema, in: group, source: source))
        }
        return readers
    }
}
