/// Facts of files that were read before, by the content of the file.
struct FactsCache: Sendable {
    typealias Key = CacheFolder.Key

    let folder: CacheFolder

    /// The facts kept under a key.
    func facts(_ key: Key) -> ModuleFacts? {
        folder.entry(key).flatMap { try? ModuleFacts(decoding: $0) }
    }

    /// Keeps facts under a key, if that can be done.
    func keep(_ facts: ModuleFacts, _ key: Key) { folder.keep(facts.encoded(), key) }
}

/// The cache as the command cleans it.
public enum FactsCaches {
    /// The folder used unless `--cache-dir` or FORKGUARD_CACHE_DIR names another.
    public static let folderName = CacheFolder.defaultName

    /// Removes a cache; false where there is none.
    public static func remove(_ root: String) throws(FileError) -> Bool { try CacheFolder.remove(root) }
}
