/// What the loader asks of the file system.
enum CatalogFiles {
    /// A rule file larger than this is refused: the largest page is some 20 kB.
    private static let largestFile = 4 << 20

    /// Returns the names of the folder's files that end in `suffix`, sorted; empty if there is no such folder.
    static func names(in folder: String, endingIn suffix: String) -> [String] {
        guard let entries = try? FileSystem.list(Array(folder.utf8)) else { return [] }
        return entries.map { String(decoding: $0.name, as: UTF8.self) }
            .filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
    }

    static func isFolder(_ path: String) -> Bool {
        (try? FileSystem.kind(of: Array(path.utf8))) == .folder
    }

    static func read(_ path: String) throws(FileError) -> [UInt8] {
        try FileSystem.read(Array(path.utf8), limit: largestFile)
    }
}
