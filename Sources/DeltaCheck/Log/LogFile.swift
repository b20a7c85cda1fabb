/// A version of a table: the number of the commit that made it.
public typealias TableVersion = Int64

/// A file of `_delta_log` by its name (protocol, "Delta Log Entries", "Checkpoints", "Log Compaction Files", "Version
/// Checksum File"). All other names, such as hidden and temporary ones, are none.
struct LogFile: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case commit
        case classicCheckpoint
        case checkpointPart(Int, of: Int)
        case v2Checkpoint(isJSON: Bool)
        case compaction(through: TableVersion)
        case checksum
    }

    var version: TableVersion
    var kind: Kind

    init?(name: [UInt8]) {
        guard name.count > 21, let version = Self.number(name[..<20]), name[20] == UInt8(ascii: ".") else { return nil }
        self.version = version
        let rest = String(decoding: name[21...], as: UTF8.self)
        switch rest {
        case "json": kind = .commit
        case "crc": kind = .checksum
        case "checkpoint.parquet": kind = .classicCheckpoint
        default:
            guard let kind = Self.longKind(rest.split(separator: ".", omittingEmptySubsequences: false)) else {
                return nil
            }
            self.kind = kind
        }
    }

    private static func longKind(_ parts: [Substring]) -> Kind? {
        switch (parts.count, parts.first, parts.last) {
        case (3, _, "json") where parts[1] == "compacted":
            return number(Array(parts[0].utf8)[...], width: 20).map { .compaction(through: $0) }
        case (4, "checkpoint", "parquet"):
            guard let part = number(Array(parts[1].utf8)[...], width: 10),
                let count = number(Array(parts[2].utf8)[...], width: 10), part >= 1, part <= count
            else { return nil }
            return .checkpointPart(Int(part), of: Int(count))
        case (3, "checkpoint", let end):
            let isUnique =
                parts[1].utf8.count == 36
                && parts[1].utf8.allSatisfy { byte in
                    JSONScanner.hexadecimal(byte) != nil || byte == UInt8(ascii: "-")
                }
            guard isUnique, end == "json" || end == "parquet" else { return nil }
            return .v2Checkpoint(isJSON: end == "json")
        default: return nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>, width: Int = 20) -> Int64? {
        guard digits.count == width, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        var value: Int64 = 0
        for digit in digits {
            let (tenfold, isOver) = value.multipliedReportingOverflow(by: 10)
            let (next, isBeyond) = tenfold.addingReportingOverflow(Int64(digit &- 0x30))
            guard !isOver, !isBeyond else { return nil }
            value = next
        }
        return value
    }

    /// The version as file names have it: 20 digits.
    static func padded(_ version: TableVersion) -> String {
        let digits = String(version)
        return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
    }

    static func commitName(_ version: TableVersion) -> String { padded(version) + ".json" }
}

/// A whole checkpoint: all its files are there.
public struct Checkpoint: Equatable, Sendable {
    public enum Kind: String, Sendable { case classic, parts, uuid }

    public var version: TableVersion
    public var kind: Kind
    /// Names in `_delta_log`, in the order of the parts.
    public var files: [String]

    var isJSON: Bool { kind == .uuid && files.first?.hasSuffix(".json") == true }
}

/// What a listing of `_delta_log` holds.
public struct LogListing: Sendable {
    /// Versions with a commit file, ascending.
    public private(set) var commits: [TableVersion] = []
    /// Ascending by version; of one version, the one to prefer comes last.
    public private(set) var checkpoints: [Checkpoint] = []
    /// Log compaction files by first and last version.
    public private(set) var compactions: [(first: TableVersion, last: TableVersion)] = []
    /// Versions with a checksum file, ascending.
    public private(set) var checksums: [TableVersion] = []
    /// Whether there is a `_last_checkpoint`.
    public private(set) var hasLastCheckpoint = false
    /// Commits that wait for a catalog to publish them.
    public private(set) var hasStagedCommits = false

    /// - Parameter names: of the files and, apart, the folders in `_delta_log`.
    init(files: [[UInt8]], folders: [[UInt8]] = []) {
        var parts: [TableVersion: [Int: [Int: String]]] = [:]
        for name in files {
            guard let file = LogFile(name: name) else {
                if name.elementsEqual("_last_checkpoint".utf8) { hasLastCheckpoint = true }
                continue
            }
            let text = String(decoding: name, as: UTF8.self)
            switch file.kind {
            case .commit: commits.append(file.version)
            case .checksum: checksums.append(file.version)
            case .classicCheckpoint:
                checkpoints.append(Checkpoint(version: file.version, kind: .classic, files: [text]))
            case .v2Checkpoint: checkpoints.append(Checkpoint(version: file.version, kind: .uuid, files: [text]))
            case .checkpointPart(let part, let count):
                parts[file.version, default: [:]][count, default: [:]][part] = text
            case .compaction(let last) where last > file.version: compactions.append((file.version, last))
            case .compaction: break
            }
        }
        // A set with a part missing was left by a writer that failed, and does not count.
        for (version, sets) in parts {
            for (count, set) in sets where set.count == count {
                let names = (1...count).compactMap { set[$0] }
                checkpoints.append(Checkpoint(version: version, kind: .parts, files: names))
            }
        }
        hasStagedCommits = folders.contains { $0.elementsEqual("_staged_commits".utf8) }
        commits.sort()
        checksums.sort()
        compactions.sort { $0 < $1 }
        checkpoints.sort { Self.rank($0) < Self.rank($1) }
    }

    /// One file is preferred to parts, a classic name to a UUID; any of them holds the same.
    private static func rank(_ checkpoint: Checkpoint) -> (TableVersion, Int, Int, String) {
        let preference = [Checkpoint.Kind.parts: 0, .uuid: 1, .classic: 2][checkpoint.kind] ?? 0
        return (checkpoint.version, preference, -checkpoint.files.count, checkpoint.files.first ?? "")
    }

    /// The newest version that anything tells of.
    public var lastVersion: TableVersion? {
        [commits.last, checkpoints.last?.version].compactMap { $0 }.max()
    }

    func hasCommit(_ version: TableVersion) -> Bool {
        let place = commits.partitioningIndex { $0 >= version }
        return place < commits.count && commits[place] == version
    }

    func hasChecksum(_ version: TableVersion) -> Bool {
        let place = checksums.partitioningIndex { $0 >= version }
        return place < checksums.count && checksums[place] == version
    }
}

extension Array {
    /// The first index whose element satisfies `isSecond`, in an array that is partitioned by it.
    func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
