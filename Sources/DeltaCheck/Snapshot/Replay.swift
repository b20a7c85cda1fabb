/// Action reconciliation (protocol, section of that name): takes the commits newest first, then the checkpoint. The
/// first word on a file, an application, a domain, the protocol or the metadata is the last one written, and stands.
struct Replay {
    /// Files that the commits decided on, by key; what the checkpoint says of them is void.
    private(set) var decided = ByteSet()
    private(set) var chunks: [FileChunk] = []
    private(set) var tableProtocol: TableProtocol?
    private(set) var metadata: TableMetadata?
    private(set) var transactions: [String: AppTransaction] = [:]
    private(set) var domains: [String: DomainMetadata] = [:]
    private var key: [UInt8] = []

    /// Takes the commits of a unit, the newest of which is older than all that were taken before.
    ///
    /// In one commit the order of actions means nothing: what it adds stays, even where it also removes the same.
    mutating func take(_ unit: CommitUnit) throws(ActionFailure) {
        var isKept = [Bool](repeating: false, count: unit.adds.count)
        var keptCount = 0
        for part in unit.parts.reversed() {
            for row in part.adds.reversed() {
                isKept[row] = try decide(unit.adds, row)
                if isKept[row] { keptCount += 1 }
            }
            for row in part.removes {
                guard decided.hasRoom(for: unit.removes.range(row).count) else { throw .tooLarge }
                _ = unit.removes.withSlice(row) { decided.insert($0) }
            }
            takeRest(part)
        }
        if keptCount > 0 { chunks.append(keptCount == unit.adds.count ? unit.adds : unit.adds.kept(isKept)) }
    }

    private mutating func decide(_ adds: FileChunk, _ row: Int) throws(ActionFailure) -> Bool {
        // Taken out, so that nothing else of this value is held while it is lent.
        var scratch = key
        key = []
        defer { key = scratch }
        adds.paths.withSlice(row) { FileKey.write(path: $0, vector: adds.vector(row), into: &scratch) }
        guard decided.hasRoom(for: scratch.count) else { throw .tooLarge }
        return scratch.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return decided.insert(.empty).isNew }
            return decided.insert(ByteSlice(base: base, count: bytes.count)).isNew
        }
    }

    private mutating func takeRest(_ part: CommitUnit.Part) {
        tableProtocol = tableProtocol ?? part.tableProtocol
        metadata = metadata ?? part.metadata
        takeRest(part.transactions, part.domains)
    }

    private mutating func takeRest(_ newTransactions: [AppTransaction], _ newDomains: [DomainMetadata]) {
        for transaction in newTransactions.reversed() where transactions[transaction.appID] == nil {
            transactions[transaction.appID] = transaction
        }
        for domain in newDomains.reversed() where domains[domain.domain] == nil { domains[domain.domain] = domain }
    }

    /// Takes a row group of the checkpoint, from which void rows were left out.
    mutating func take(_ part: CheckpointPart) {
        chunks += part.chunks
        tableProtocol = tableProtocol ?? part.tableProtocol
        metadata = metadata ?? part.metadata
        takeRest(part.transactions, part.domains)
    }

    /// Takes a checkpoint in JSON.
    mutating func take(checkpoint unit: CommitUnit) {
        var isKept = [Bool](repeating: false, count: unit.adds.count)
        for row in isKept.indices {
            unit.adds.paths.withSlice(row) { FileKey.write(path: $0, vector: unit.adds.vector(row), into: &key) }
            isKept[row] = key.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { !decided.contains(ByteSlice(base: $0, count: bytes.count)) } ?? true
            }
        }
        if isKept.contains(true) { chunks.append(unit.adds.kept(isKept)) }
        for part in unit.parts { takeRest(part) }
    }
}
