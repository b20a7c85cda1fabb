/// `_last_checkpoint`: where the newest checkpoint was when it was written. It may be old, broken or absent, and
/// nothing but a warning depends on it.
struct LastCheckpointHint: Sendable, Equatable {
    var version: TableVersion

    init?(_ bytes: ByteSlice) {
        var scanner = JSONScanner(bytes)
        guard let value = try? JSONValue(&scanner), let version = value["version"]?.integer else { return nil }
        self.version = version
    }
}

/// A version checksum file (protocol, "Version Checksum File"): what the table held when its commit was written.
struct VersionChecksum: Sendable, Equatable {
    var fileCount: Int64?
    var byteCount: Int64?
    var vectorCount: Int64?

    init?(_ bytes: ByteSlice) {
        var scanner = JSONScanner(bytes)
        guard let value = try? JSONValue(&scanner), value.object != nil else { return nil }
        fileCount = value["numFiles"]?.integer
        byteCount = value["tableSizeBytes"]?.integer
        vectorCount = value["numDeletionVectorsOpt"]?.integer
    }
}
