import Synchronization

/// How far a load is, in files of the log.
public struct LoadProgress: Sendable {
    public enum Stage: String, Sendable { case commits, checkpoint, history }

    public var stage: Stage
    public var done: Int
    public var total: Int
}

/// What a load keeps and whom it tells.
public struct LoadOptions: Sendable {
    /// Keep each file's statistics as JSON; without, only the number of records is taken from them.
    public var keepsStatistics = false
    /// Read log compaction files instead of the commits that they hold. Commits are there in any case, and say for
    /// certain what happened; writers of compactions were seen to leave them unreconciled.
    public var usesCompactions = false
    /// Which checkpoints replay may begin with; the newest of these is taken.
    public var isUsable: @Sendable (Checkpoint) -> Bool = { _ in true }
    public var cancellation: Cancellation?
    /// Called now and then on the calling thread.
    public var progress: (@Sendable (LoadProgress) -> Void)?

    public init() {}
}

/// Rebuilds one version of a table: lists, reads on the workers, replays.
struct SnapshotLoader {
    let storage: any Storage
    let pool: WorkerPool
    let location: TableLocation
    let options: LoadOptions

    func listing() throws(DeltaError) -> LogListing {
        do throws(StorageError) {
            let (files, folders) = try storage.list(location.log)
            return LogListing(files: files, folders: folders)
        } catch {
            if error.reason == .missing { throw .notATable(path: location.name) }
            throw .storage(error)
        }
    }

    func load(_ target: TableVersion?) throws(DeltaError) -> DetachedSnapshot {
        try load(target, listing: try listing())
    }

    func load(_ target: TableVersion?, listing: LogListing) throws(DeltaError) -> DetachedSnapshot {
        let segment: LogSegment
        do throws(LogError) {
            segment = try LogSegment(
                listing, target: target, usingCompactions: options.usesCompactions, startingFrom: options.isUsable)
        } catch {
            throw .log(error, table: location.name)
        }
        var replay = Replay()
        try readCommits(segment.pieces, into: &replay)
        if let checkpoint = segment.checkpoint { try readCheckpoint(checkpoint, into: &replay) }
        var snapshot: DetachedSnapshot
        do throws(ProtocolGate.Refusal) {
            snapshot = try DetachedSnapshot(
                version: segment.version, replay: replay, startedFrom: segment.checkpoint, listing: listing)
        } catch {
            throw .refused(error, table: location.name)
        }
        compareHints(&snapshot)
        return snapshot
    }

    // MARK: - Commits

    /// Newest first, some units at a time, so that what later commits undid does not pile up.
    private func readCommits(_ pieces: [LogSegment.Piece], into replay: inout Replay) throws(DeltaError) {
        var end = pieces.count
        let total = pieces.count
        while end > 0 {
            let wave = min(end, EngineLimits.commitsPerUnit * EngineLimits.unitsPerWorker * pool.threadNames.count)
            let start = end - wave
            let ranges = stride(from: end, to: start, by: -EngineLimits.commitsPerUnit).map { high in
                max(start, high - EngineLimits.commitsPerUnit)..<high
            }
            let doneBefore = total - end
            let units = try collect(
                ranges.count,
                progress: { done in
                    tell(.commits, min(doneBefore + done * EngineLimits.commitsPerUnit, total), total)
                },
                { (index) throws(DeltaError) in try self.readUnit(pieces[ranges[index]]) })
            for unit in units {
                do throws(ActionFailure) { try replay.take(unit) } catch {
                    throw DeltaError(error, file: location.name, table: location.name)
                }
            }
            end = start
        }
    }

    private func readUnit(_ pieces: ArraySlice<LogSegment.Piece>) throws(DeltaError) -> CommitUnit {
        var reader = CommitReader(keepsStatistics: options.keepsStatistics)
        for piece in pieces {
            if options.cancellation?.isCancelled == true { throw .cancelled }
            try read(piece.name, version: piece.last, isNewestFirst: piece.isCompaction, with: &reader)
        }
        return reader.unit
    }

    /// Reads a JSON file of the log.
    private func read(
        _ name: String, version: TableVersion, isNewestFirst: Bool = false, with reader: inout CommitReader
    ) throws(DeltaError) {
        let buffer = try location.read(name, from: storage)
        do throws(ActionFailure) {
            try buffer.withSlice { bytes throws(ActionFailure) in
                try reader.read(bytes, version: version, isNewestFirst: isNewestFirst)
            }
        } catch {
            throw DeltaError(error, file: location.display(name), table: location.name)
        }
    }

    // MARK: - Checkpoint

    private func readCheckpoint(_ checkpoint: Checkpoint, into replay: inout Replay) throws(DeltaError) {
        var sidecars: [Sidecar] = []
        if checkpoint.isJSON {
            var reader = CommitReader(keepsStatistics: options.keepsStatistics)
            try read(checkpoint.files[0], version: checkpoint.version, with: &reader)
            replay.take(checkpoint: reader.unit)
            sidecars = reader.unit.parts.flatMap(\.sidecars)
        } else {
            let files = checkpoint.files.map { CheckpointFile(path: location.inLog($0)) }
            sidecars = try readParquet(files, into: &replay)
        }
        let files = try sidecars.map { (sidecar) throws(DeltaError) in
            CheckpointFile(path: try location.sidecar(sidecar.path, of: checkpoint), isSidecar: true)
        }
        _ = try readParquet(files, into: &replay)
    }

    private struct CheckpointFile: Sendable {
        var path: [UInt8]
        var isSidecar = false
    }

    /// A row group of an open file: the unit of work.
    private struct Piece: @unchecked Sendable {
        let name: String
        let file: ParquetFile
        let schema: CheckpointSchema
        let rowGroup: Int
    }

    /// Reads files row group by row group; returns the sidecars that they name.
    private func readParquet(
        _ files: [CheckpointFile], into replay: inout Replay
    ) throws(DeltaError) -> [Sidecar] {
        let pieces = try collect(files.count) { (index) throws(DeltaError) in try self.open(files[index]) }
            .flatMap { $0 }
        let decided = replay.decided
        let parts = try collect(
            pieces.count, progress: { tell(.checkpoint, $0, pieces.count) },
            { (index) throws(DeltaError) in
                let piece = pieces[index]
                var reader = CheckpointReader(
                    piece.schema, decided: decided, keepsStatistics: self.options.keepsStatistics)
                do throws(CheckpointReader.Failure) {
                    try reader.read(piece.file, rowGroup: piece.rowGroup) {
                        self.options.cancellation?.isCancelled == true
                    }
                } catch {
                    throw DeltaError(error, file: piece.name, rowGroup: piece.rowGroup)
                }
                return reader.part
            })
        for part in parts { replay.take(part) }
        return parts.flatMap(\.sidecars)
    }

    private func open(_ file: CheckpointFile) throws(DeltaError) -> [Piece] {
        let name = String(decoding: file.path, as: UTF8.self)
        let opened: any StorageFile
        do throws(StorageError) { opened = try storage.open(file.path) } catch {
            throw file.isSidecar ? .missingSidecar(error) : .storage(error)
        }
        do throws(ParquetError) {
            let parquet = try ParquetFile(StorageSource(file: opened))
            let schema = try CheckpointSchema(parquet.schema)
            return parquet.metadata.rowGroups.indices.map {
                Piece(name: name, file: parquet, schema: schema, rowGroup: $0)
            }
        } catch {
            throw .parquet(file: name, error)
        }
    }

    // MARK: - Hints

    /// Compares what the log says of itself beside its actions. A disagreement is told, and refuses nothing.
    private func compareHints(_ snapshot: inout DetachedSnapshot) {
        if snapshot.listing.hasLastCheckpoint, let last = snapshot.listing.lastVersion {
            let buffer = try? location.read("_last_checkpoint", from: storage)
            if let hint = buffer?.withSlice({ LastCheckpointHint($0) }) {
                if hint.version > last || hint.version < 0 {
                    snapshot.warnings.append(
                        "_last_checkpoint names version \(hint.version), and the log ends with \(last)")
                }
            } else {
                snapshot.warnings.append("_last_checkpoint cannot be read as JSON with a version")
            }
        }
        guard snapshot.listing.hasChecksum(snapshot.version) else { return }
        let name = LogFile.padded(snapshot.version) + ".crc"
        guard let checksum = (try? location.read(name, from: storage))?.withSlice({ VersionChecksum($0) }) else {
            snapshot.warnings.append("\(name) cannot be read as JSON")
            return
        }
        let totals = snapshot.totals
        var differences: [String] = []
        func compare(_ what: String, _ told: Int64?, _ found: Int128) {
            guard let told, Int128(told) != found else { return }
            differences.append("\(what) \(told), and the log gives \(found)")
        }
        compare("files", checksum.fileCount, Int128(totals.files))
        compare("bytes", checksum.byteCount, totals.bytes)
        compare("deletion vectors", checksum.vectorCount, Int128(totals.vectors))
        if checksum.fileCount != nil || checksum.byteCount != nil { snapshot.checksumAgrees = differences.isEmpty }
        snapshot.warnings += differences.map { "\(name) disagrees: it says \($0)" }
    }

    // MARK: - Workers

    private func tell(_ stage: LoadProgress.Stage, _ done: Int, _ total: Int) {
        options.progress?(LoadProgress(stage: stage, done: done, total: total))
    }

    /// The results of `body` for 0 up to `count`, in order.
    private func collect<Result: Sendable>(
        _ count: Int, progress: (Int) -> Void = { _ in },
        _ body: @escaping @Sendable (Int) throws(DeltaError) -> Result
    ) throws(DeltaError) -> [Result] {
        try pool.collect(count, progress: progress, body)
    }
}

extension WorkerPool {
    /// The results of `body` for 0 up to `count`, in order.
    func collect<Result: Sendable>(
        _ count: Int, progress: (Int) -> Void = { _ in },
        _ body: @escaping @Sendable (Int) throws(DeltaError) -> Result
    ) throws(DeltaError) -> [Result] {
        let results = ResultSlots<Result>(count)
        try run(count, progress: progress) { (index) throws(DeltaError) in results.set(index, try body(index)) }
        return results.all
    }
}

/// A place for each result; each is written by one worker.
private final class ResultSlots<Result: Sendable>: Sendable {
    private let slots: Mutex<[Result?]>

    init(_ count: Int) { slots = Mutex([Result?](repeating: nil, count: count)) }

    func set(_ index: Int, _ result: Result) { slots.withLock { $0[index] = result } }
    var all: [Result] { slots.withLock { $0.compactMap { $0 } } }
}
