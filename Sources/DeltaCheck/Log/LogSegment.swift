/// Why a version cannot be rebuilt from the files in the log.
public enum LogError: Error, Sendable, Equatable, CustomStringConvertible {
    case empty
    case missing(TableVersion, before: TableVersion?, after: TableVersion?)
    case gone(TableVersion, missing: TableVersion, firstCheckpoint: TableVersion?)
    case tooNew(TableVersion, last: TableVersion)
    case negative(TableVersion)

    public var description: String {
        switch self {
        case .empty: return "the log has no commit and no complete checkpoint"
        case .missing(let version, let before, let after):
            let neighbours = [before, after].compactMap { $0.map(String.init) }.joined(separator: " and ")
            return "commit \(version) is missing" + (neighbours.isEmpty ? "" : ": the log has \(neighbours)")
        case .gone(let version, let missing, let checkpoint):
            let rest = checkpoint.map { "; the oldest version that can be is \($0)" } ?? ""
            return "version \(version) cannot be rebuilt: commit \(missing) is missing\(rest)"
        case .tooNew(let version, let last): return "there is no version \(version): the last one is \(last)"
        case .negative(let version): return "there is no version \(version): versions begin with 0"
        }
    }
}

/// The files that give one version: at most one checkpoint, and every commit after it.
struct LogSegment: Equatable, Sendable {
    /// A file of actions after the checkpoint: a commit, or a compaction that stands for several.
    struct Piece: Equatable, Sendable {
        var first: TableVersion
        var last: TableVersion
        var isCompaction: Bool { first != last }

        var name: String {
            isCompaction ? "\(LogFile.padded(first)).\(LogFile.padded(last)).compacted.json" : LogFile.commitName(first)
        }
    }

    var version: TableVersion
    var checkpoint: Checkpoint?
    /// Ascending, without gap or overlap, from the checkpoint's successor to `version`.
    var pieces: [Piece]

    /// - Parameters:
    ///   - target: the version wanted; the newest one for `nil`.
    ///   - chosen: which checkpoints may be started from; any but in tests.
    init(
        _ listing: LogListing, target: TableVersion?, usingCompactions: Bool = true,
        startingFrom chosen: (Checkpoint) -> Bool = { _ in true }
    ) throws(LogError) {
        guard let last = listing.lastVersion else { throw .empty }
        version = target ?? last
        if version > last { throw .tooNew(version, last: last) }
        if version < 0 { throw .negative(version) }
        let version = version
        checkpoint = listing.checkpoints.last { $0.version <= version && chosen($0) }
        let start = checkpoint.map { $0.version + 1 } ?? 0
        let low = listing.commits.partitioningIndex { $0 >= start }
        let high = listing.commits.partitioningIndex { $0 > version }
        let commits = low < high ? listing.commits[low..<high] : []
        var expected = start
        for commit in commits {
            if commit != expected { break }
            expected += 1
        }
        if expected <= version {
            throw Self.gap(at: expected, listing: listing, target: target, hasBase: checkpoint != nil)
        }
        pieces = commits.map { Piece(first: $0, last: $0) }
        if usingCompactions { shorten(with: listing.compactions, from: start) }
    }

    private static func gap(
        at missing: TableVersion, listing: LogListing, target: TableVersion?, hasBase: Bool
    ) -> LogError {
        let place = listing.commits.partitioningIndex { $0 >= missing }
        if let target, !hasBase, missing == 0 {
            return .gone(target, missing: missing, firstCheckpoint: listing.checkpoints.first?.version)
        }
        return .missing(
            missing, before: place > 0 ? listing.commits[place - 1] : nil,
            after: place < listing.commits.count ? listing.commits[place] : nil)
    }

    /// Puts compactions in the place of the commits that they hold: of those that begin at a version, the widest.
    private mutating func shorten(
        with compactions: [(first: TableVersion, last: TableVersion)], from start: TableVersion
    ) {
        var widest: [TableVersion: TableVersion] = [:]
        for (first, last) in compactions where first >= start && last <= version {
            widest[first] = max(widest[first] ?? first, last)
        }
        if widest.isEmpty { return }
        var shortened: [Piece] = []
        var at = start
        while at <= version {
            let last = widest[at] ?? at
            shortened.append(Piece(first: at, last: last))
            at = last + 1
        }
        pieces = shortened
    }
}
