/// Why a Parquet file cannot be read, without the place; `ParquetError` adds it.
enum ParquetFlaw: Error, Sendable, Equatable {
    /// The bytes end inside the named part.
    case endsEarly(String)
    /// The named part contradicts the format.
    case invalid(String)
    /// A part of the format that this reader refuses.
    case unsupported(String)
    case tooLarge(String, bytes: Int, limit: Int)
    case checksum(stored: UInt32, computed: UInt32)
    /// The file itself could not be read.
    case unreadable(String)
    case cancelled
}

/// Why a Parquet file cannot be read, and where.
public struct ParquetError: Error, Sendable, Equatable, CustomStringConvertible {
    let flaw: ParquetFlaw
    /// The leaf column by its dotted path; `nil` for the file's own parts.
    public var column: String?
    /// Where the page or part begins in the file, in bytes.
    public var offset: Int?

    init(_ flaw: ParquetFlaw, column: String? = nil, offset: Int? = nil) {
        self.flaw = flaw
        self.column = column
        self.offset = offset
    }

    var isCancellation: Bool { flaw == .cancelled }

    public var description: String {
        var place = ""
        if let column { place += "column `\(column)`" }
        if let offset { place += place.isEmpty ? "at byte \(offset)" : ", page at byte \(offset)" }
        return place.isEmpty ? flaw.words : place + ": " + flaw.words
    }
}

extension ParquetFlaw {
    var words: String {
        switch self {
        case .endsEarly(let part): "the bytes end inside \(part)"
        case .invalid(let part): "\(part) is not valid Parquet"
        case .unsupported(let feature): "\(feature) is not supported"
        case .tooLarge(let part, let bytes, let limit): "\(part) claims \(bytes) bytes, more than the limit of \(limit)"
        case .checksum(let stored, let computed):
            "the page's checksum is \(String(computed, radix: 16)) where its header says \(String(stored, radix: 16))"
        case .unreadable(let reason): reason
        case .cancelled: "cancelled"
        }
    }
}
