import Glibc

/// What the loader asks of a file system.
enum CatalogFiles {
    /// A rule file larger than this is refused: the largest page is some 20 kB.
    private static let largestFile = 4 << 20

    /// Returns the names of the folder's files that end in `suffix`, sorted; empty if there is no such folder.
    static func names(in folder: String, endingIn suffix: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Returns the bytes of a regular file, or why they cannot be had.
    static func read(_ path: String) -> Result<[UInt8], FileError> {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return .failure(.system(errno)) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return .failure(.system(errno)) }
        guard info.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile) }
        guard info.st_size <= largestFile else { return .failure(.tooLarge) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= largestFile {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                return .failure(.system(errno))
            }
            if count == 0 { return .success(bytes) }
            bytes.append(contentsOf: chunk.prefix(count))
        }
        return .failure(.tooLarge)
    }

    enum FileError: Error {
        case system(Int32)
        case notAFile
        case tooLarge

        var words: String {
            switch self {
            case .system(let code): String(cString: strerror(code))
            case .notAFile: "not a regular file"
            case .tooLarge: "too large"
            }
        }
    }
}
