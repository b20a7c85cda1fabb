/// When commits were made, and what they say of themselves.
struct TableHistory {
    let loader: SnapshotLoader

    /// The commits in the log, newest first.
    func records(limit: Int?) throws(DeltaError) -> [CommitRecord] {
        let listing = try loader.listing()
        let versions = Array(listing.commits.reversed().prefix(max(0, limit ?? .max)))
        let loader = loader
        let total = versions.count
        return try loader.pool.collect(
            total,
            progress: { loader.options.progress?(LoadProgress(stage: .history, done: $0, total: total)) },
            { (index) throws(DeltaError) in
                if loader.options.cancellation?.isCancelled == true { throw .cancelled }
                return try Self(loader: loader).record(versions[index])
            })
    }

    private func record(_ version: TableVersion) throws(DeltaError) -> CommitRecord {
        let info = try info(version)
        if let timestamp = info?["inCommitTimestamp"]?.integer {
            return CommitRecord(version: version, timestamp: timestamp, timestampSource: .inCommit, info: info)
        }
        if let timestamp = info?["timestamp"]?.integer {
            return CommitRecord(version: version, timestamp: timestamp, timestampSource: .commitInfo, info: info)
        }
        let time = try modificationTime(version)
        return CommitRecord(version: version, timestamp: time, timestampSource: .file, info: info)
    }

    private func info(_ version: TableVersion) throws(DeltaError) -> JSONObject? {
        let name = LogFile.commitName(version)
        let buffer = try loader.location.read(name, from: loader.storage)
        do throws(JSONError) {
            return try buffer.withSlice { bytes throws(JSONError) in try CommitInfoReader.read(bytes) }
        } catch {
            let problem = DeltaError.JSONProblem(words: error.reason.rawValue, offset: error.offset)
            throw .json(file: loader.location.display(name), problem)
        }
    }

    private func modificationTime(_ version: TableVersion) throws(DeltaError) -> Int64 {
        do throws(StorageError) {
            return try loader.storage.modificationTime(loader.location.inLog(LogFile.commitName(version)))
        } catch {
            throw .storage(error)
        }
    }

    private func inCommitTimestamp(_ version: TableVersion) throws(DeltaError) -> Int64 {
        guard let timestamp = try info(version)?["inCommitTimestamp"]?.integer else {
            throw .noTimestamp(version: version, file: loader.location.display(LogFile.commitName(version)))
        }
        return timestamp
    }

    // MARK: - Time travel

    /// The newest version that was made at or before a time (protocol, "In-Commit Timestamps"): commits from the
    /// enablement on carry their time, those before it have that of their file.
    func version(asOf milliseconds: Int64) throws(DeltaError) -> TableVersion {
        let listing = try loader.listing()
        // The newest metadata says from when on commits have timestamps of their own.
        let metadata = try loader.load(nil, listing: listing).metadata
        let commits = rebuildable(listing)
        guard !commits.isEmpty else { throw .log(.empty, table: loader.location.name) }
        let timestamps = InCommitTimestamps(metadata)
        let split =
            timestamps.map { stamps in commits.partitioningIndex { $0 >= stamps.firstVersion } } ?? commits.count
        if split < commits.count {
            let first = try inCommitTimestamp(commits[split])
            if milliseconds >= first { return try lastStamped(commits[split...], milliseconds) }
            if split == 0 { throw .beforeFirstCommit(timestamp: milliseconds, first: first) }
        }
        return try lastByFile(commits[..<split], milliseconds)
    }

    /// Commits of versions that can be rebuilt: those from version 0 or from a checkpoint on, without a gap to the last.
    private func rebuildable(_ listing: LogListing) -> [TableVersion] {
        var start = listing.commits.count
        while start > 0, start == listing.commits.count || listing.commits[start - 1] + 1 == listing.commits[start] {
            start -= 1
        }
        let contiguous = listing.commits[start...]
        guard let first = contiguous.first, first > 0 else { return Array(contiguous) }
        let base = listing.checkpoints.first { $0.version >= first - 1 }
        return contiguous.filter { $0 >= base?.version ?? .max }
    }

    /// In-commit timestamps grow with the version, so halving finds the last one.
    private func lastStamped(_ commits: ArraySlice<TableVersion>, _ milliseconds: Int64) throws(DeltaError)
        -> TableVersion
    {
        var low = commits.startIndex
        var high = commits.endIndex
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if try inCommitTimestamp(commits[middle]) <= milliseconds { low = middle } else { high = middle }
        }
        return commits[low]
    }

    /// Modification times need not grow; a commit counts as made after the one before it.
    private func lastByFile(_ commits: ArraySlice<TableVersion>, _ milliseconds: Int64) throws(DeltaError)
        -> TableVersion
    {
        var found: TableVersion?
        var time = Int64.min
        var first: Int64?
        for version in commits {
            let own = try modificationTime(version)
            time = first == nil ? own : max(own, time + 1)
            first = first ?? time
            if time > milliseconds { break }
            found = version
        }
        guard let found else { throw .beforeFirstCommit(timestamp: milliseconds, first: first ?? 0) }
        return found
    }
}
