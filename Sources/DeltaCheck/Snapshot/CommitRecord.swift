/// One commit as history tells it (protocol, "Commit Provenance Information").
public struct CommitRecord: Sendable {
    public var version: TableVersion
    /// When it was made, in milliseconds since 1970.
    public var timestamp: Int64
    /// Where the timestamp is from.
    public var timestampSource: TimestampSource
    /// The commitInfo action as it was written; `nil` where the commit has none.
    public var info: JSONObject?

    public enum TimestampSource: String, Sendable {
        case inCommit = "in-commit timestamp"
        case commitInfo = "commitInfo"
        case file = "modification time of the commit file"
    }

    public var operation: String? { info?["operation"]?.string }
    public var operationParameters: JSONObject? { info?["operationParameters"]?.object }
    public var operationMetrics: JSONObject? { info?["operationMetrics"]?.object }
    public var engine: String? { info?["engineInfo"]?.string ?? info?["clientVersion"]?.string }
    public var user: String? { info?["userName"]?.string }
    public var inCommitTimestamp: Int64? { info?["inCommitTimestamp"]?.integer }
}

/// Finds the commitInfo of a commit.
enum CommitInfoReader {
    /// The first commitInfo of the file; what follows it is not read.
    static func read(_ bytes: ByteSlice) throws(JSONError) -> JSONObject? {
        var scanner = JSONScanner(bytes)
        var info: JSONObject?
        scanner.skipSpace()
        while !scanner.isAtEnd && info == nil {
            try scanner.object { scanner, name throws(JSONError) in
                guard name.equals("commitInfo") else { return try scanner.skipValue() }
                info = try JSONValue(&scanner).object
            }
            scanner.skipSpace()
        }
        return info
    }
}

/// In-commit timestamps (protocol, section of that name): from which version on commits carry their own time.
struct InCommitTimestamps {
    var firstVersion: TableVersion

    /// `nil` where the table does not have them.
    init?(_ metadata: TableMetadata) {
        let configuration = metadata.configuration
        guard configuration["delta.enableInCommitTimestamps"]?.lowercased() == "true" else { return nil }
        firstVersion = configuration["delta.inCommitTimestampEnablementVersion"].flatMap { TableVersion($0) } ?? 0
    }
}
