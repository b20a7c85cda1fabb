import CSystem

/// The folder in which scans keep what the next one would find out again: any number of runs share it.
///
/// An entry is written under a name of its own and renamed, so that a reader sees a whole one or none; what is damaged
/// or of another build counts as absent and is written anew. A folder that cannot be written is no cache, and no failure.
struct CacheFolder: Sendable {
    /// The folder that is used unless another is named.
    static let defaultName = ".forkguard_cache"

    /// Where the entries of this version stand, by `PathCoding`.
    private let folder: String

    /// Makes the folder where it is missing; `nil` where that cannot be done.
    init?(_ root: String) {
        folder = root + "/\(Tool.version)-\(ModuleFacts.codingVersion)-\(Self.buildName)"
        if FileSystem.exists(PathCoding.bytes(of: folder)) { return }
        do throws(FileError) {
            try FileWriting.makeFolder(root)
            try FileWriting.replace(root + "/.gitignore", with: Array("# Made by forkguard.\n*\n".utf8))
            try FileWriting.replace(root + "/CACHEDIR.TAG", with: Array(Self.tag.utf8))
            // Last, since later runs look for it alone: one that is killed before leaves a cache that the next completes.
            try FileWriting.makeFolder(folder)
        } catch { return nil }
    }

    /// Tells builds of one version apart, which may read files differently: by the command's size and pieces of it, and
    /// not by its date, so that the same release is one build wherever it was installed.
    private static let buildName: String = {
        var size: Int64 = 0
        let descriptor = fg_open_file("/proc/self/exe", &size)
        guard descriptor >= 0 else { return "unknown" }
        defer { fg_close(descriptor) }
        let (piece, count) = (4096, 64)
        var sample = [UInt8](repeating: 0, count: piece * count)
        for index in 0..<count where size > piece {
            let offset = (size - Int64(piece)) / Int64(count - 1) * Int64(index)
            _ = sample.withUnsafeMutableBytes {
                fg_read_at(descriptor, $0.baseAddress! + piece * index, piece, offset)
            }
        }
        return String(Key(sample, reading: "build \(size)").text.prefix(12))
    }()

    /// What backup programs know a cache by.
    private static let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of forkguard.\n"

    /// What an entry stands under.
    struct Key: Sendable, Hashable {
        let digest: [UInt8]

        /// - Parameter reading: what the entry depends on beside these bytes: the front end, the target version.
        init(_ bytes: [UInt8], reading: String) {
            let prefix = Array((reading + "\0").utf8)
            digest = [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
                fg_digest(prefix, prefix.count, bytes, bytes.count, buffer.baseAddress!)
                count = 16
            }
        }

        /// Thirty-two hexadecimal digits.
        var text: String {
            let digits = Array("0123456789abcdef".utf8)
            return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        }
    }

    /// The bytes kept under a key.
    func entry(_ key: Key) -> [UInt8]? {
        guard let bytes = try? FileSystem.read(PathCoding.bytes(of: path(key)), limit: 1 << 30), bytes.count > 16 else {
            return nil
        }
        // The digest of what follows: a disk may lose the end of a file, or its middle.
        let body = Array(bytes[16...])
        return Key(body, reading: "").digest == Array(bytes[..<16]) ? body : nil
    }

    /// Keeps bytes under a key, if that can be done.
    func keep(_ body: [UInt8], _ key: Key) {
        let bytes = Key(body, reading: "").digest + body
        let place = path(key)
        if (try? FileWriting.replace(place, with: bytes)) != nil { return }
        // The first of its folder, or the whole was cleaned meanwhile.
        guard (try? FileWriting.makeFolder(folder + "/" + key.text.prefix(2))) != nil else { return }
        try? FileWriting.replace(place, with: bytes)
    }

    private func path(_ key: Key) -> String { folder + "/" + key.text.prefix(2) + "/" + key.text.dropFirst(2) }

    /// Removes a cache with all that is in it.
    ///
    /// - Returns: false where there is none.
    static func remove(_ root: String) throws(FileError) -> Bool {
        let bytes = PathCoding.bytes(of: root)
        guard FileSystem.exists(bytes) else { return false }
        // Nobody loses another folder that was named by mistake.
        guard FileSystem.exists(bytes + Array("/CACHEDIR.TAG".utf8)) else { throw .notACache }
        try FileWriting.removeFolder(root)
        return true
    }
}
