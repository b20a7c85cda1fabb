import CSystem
import ForkGuardRuntime

/// Opens Delta tables with a pool of threads of its own.
///
/// The pool does not survive a fork: in a forked process every call on an engine, a table or a snapshot that was made
/// before throws `ForkedProcessError`, at once and without touching a lock. A new engine made there works, and so does
/// what `Snapshot.detached()` gave before the fork.
public final class DeltaEngine: Sendable {
    let token: ForkGuard.Token
    let pool: WorkerPool
    let storage: any Storage

    private static let remedy = """
        make a new DeltaEngine in the child, after the fork; or take `snapshot.detached()` before it; or start the \
        child with exec (spawn, forkserver, posix_spawn)
        """

    /// - Parameters:
    ///   - workers: threads to start; one for each processor that this process may use otherwise.
    ///   - storage: where tables lie.
    public convenience init(workers: Int? = nil, storage: any Storage = LocalStorage()) throws {
        try self.init(workers: workers, storage: storage, isAlwaysGuarded: true)
    }

    /// - Parameter isAlwaysGuarded: false lets the program's policy have a forked child go on, which then hangs.
    init(workers: Int?, storage: any Storage = LocalStorage(), isAlwaysGuarded: Bool) throws {
        let count = workers ?? min(max(Int(fg_processor_count()), 1), EngineLimits.workers)
        guard count >= 1, count <= EngineLimits.workers else { throw DeltaError.noWorkers(count) }
        pool = try WorkerPool(workers: count)
        let owner = "the worker pool of \(count == 1 ? "1 thread" : "\(count) threads") of a DeltaEngine"
        token = ForkGuard.Token(
            owner: owner, threads: pool.threadNames, remedy: Self.remedy, alwaysThrows: isAlwaysGuarded)
        self.storage = storage
    }

    deinit {
        // In a forked child there are no threads to end, and their locks may be held for ever.
        if token.isValid { pool.shutDown() }
    }

    /// Names of the engine's threads.
    public var threadNames: [String] { pool.threadNames }

    /// The table in a folder. Reads nothing yet.
    public func table(at path: String) throws -> DeltaTable { try table(at: Array(path.utf8)) }

    /// The table in a folder whose path is these bytes.
    public func table(at path: [UInt8]) throws -> DeltaTable {
        try token.check("DeltaEngine.table")
        return DeltaTable(engine: self, location: TableLocation(path))
    }

    /// Ends the worker threads and waits for them. Tables and snapshots can be asked for what they hold; reading throws
    /// `DeltaError.shutDown`. In a forked child it throws, as every call does.
    public func shutdown() throws {
        try token.check("DeltaEngine.shutdown")
        pool.shutDown()
    }
}

/// A table of an engine.
public struct DeltaTable: Sendable {
    let engine: DeltaEngine
    let location: TableLocation

    func loader(_ options: LoadOptions) -> SnapshotLoader {
        SnapshotLoader(storage: engine.storage, pool: engine.pool, location: location, options: options)
    }

    /// The table at its newest version, or at a given one.
    public func snapshot(version: TableVersion? = nil, options: LoadOptions = LoadOptions()) throws -> Snapshot {
        try engine.token.check("DeltaTable.snapshot")
        return Snapshot(token: engine.token, content: try loader(options).load(version))
    }

    /// The table as it was at a time: the newest version not made later.
    ///
    /// - Parameter milliseconds: since 1970.
    public func snapshot(asOf milliseconds: Int64, options: LoadOptions = LoadOptions()) throws -> Snapshot {
        try engine.token.check("DeltaTable.snapshot")
        let loader = loader(options)
        let version = try TableHistory(loader: loader).version(asOf: milliseconds)
        return Snapshot(token: engine.token, content: try loader.load(version))
    }

    /// The commits whose files are in the log, newest first.
    ///
    /// - Parameter limit: how many at most.
    public func history(limit: Int? = nil, options: LoadOptions = LoadOptions()) throws -> [CommitRecord] {
        try engine.token.check("DeltaTable.history")
        return try TableHistory(loader: loader(options)).records(limit: limit)
    }

    /// What is in the log's folder.
    public func listing() throws -> LogListing {
        try engine.token.check("DeltaTable.listing")
        return try loader(LoadOptions()).listing()
    }
}

/// The state of a table at one version, as an engine read it. In a forked child every property throws.
public struct Snapshot: Sendable {
    let token: ForkGuard.Token
    let content: DetachedSnapshot

    private func checked(_ call: StaticString) throws(ForkedProcessError) -> DetachedSnapshot {
        try token.check(call)
        return content
    }

    public var version: TableVersion { get throws { try checked("Snapshot.version").version } }
    public var tableProtocol: TableProtocol { get throws { try checked("Snapshot.tableProtocol").tableProtocol } }
    public var metadata: TableMetadata { get throws { try checked("Snapshot.metadata").metadata } }
    public var schema: TableSchema { get throws { try checked("Snapshot.schema").schema } }
    public var totals: DetachedSnapshot.Totals { get throws { try checked("Snapshot.totals").totals } }
    public var files: some Sequence<DetachedSnapshot.File> { get throws { try checked("Snapshot.files").files } }

    /// The same as plain data, which a process forked later may use.
    public func detached() throws -> DetachedSnapshot { try checked("Snapshot.detached") }
}
