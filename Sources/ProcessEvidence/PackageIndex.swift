/// A distribution that is installed: what a folder `NAME-VERSION.dist-info` says of it.
public struct Distribution: Hashable, Sendable {
    /// Normalised as PEP 503 says.
    public var name: String
    public var version: String
    /// The folder that it is installed in.
    public var folder: [UInt8]

    public init(name: String, version: String, folder: [UInt8]) {
        self.name = name
        self.version = version
        self.folder = folder
    }
}

/// Which distribution a file belongs to, by the folders that installers leave beside packages.
struct PackageIndex {
    private struct Folder {
        /// Each with the folder of its metadata.
        var distributions: [(Distribution, [UInt8])] = []
    }
    private var folders: [[UInt8]: Folder] = [:]
    private var owners: [[UInt8]: Distribution?] = [:]
    /// Folders above a file that are looked at: `site-packages/a/b/c/lib.so`.
    private static let height = 8

    mutating func owner(of file: [UInt8], root: [UInt8]) -> Distribution? {
        let key = root + file
        if let known = owners[key] { return known }
        let found = findOwner(of: file, root: root)
        owners[key] = .some(found)
        return found
    }

    mutating func neighbours(of file: [UInt8], root: [UInt8]) -> [Distribution] {
        guard let (folder, _) = place(of: file, root: root) else { return [] }
        return self.folder(folder, root).distributions.map(\.0)
    }

    mutating func distributions(in folder: [UInt8]) -> [Distribution] { self.folder(folder, []).distributions.map(\.0) }

    private mutating func findOwner(of file: [UInt8], root: [UInt8]) -> Distribution? {
        guard let (folder, relative) = place(of: file, root: root) else { return nil }
        let all = self.folder(folder, root).distributions
        // `deltalake/_internal.abi3.so`, and `scikit_learn.libs/libgomp.so` of auditwheel.
        var first = String(decoding: relative.prefix { $0 != 0x2F }, as: UTF8.self)
        if first.hasSuffix(".libs") { first.removeLast(5) }
        let wanted = Distribution.normalised(first)
        if let found = all.first(where: { $0.0.name == wanted }) { return found.0 }
        // Otherwise the lists of installed files say it.
        for (distribution, metadata) in all {
            let record = (try? Proc.read(root + metadata + Array("/RECORD".utf8), limit: 1 << 24)) ?? []
            if record.split(separator: 0x0A).contains(where: { $0.starts(with: relative + [0x2C]) }) {
                return distribution
            }
        }
        return nil
    }

    /// The folder above `file` that distributions are installed in, and the path from there.
    private mutating func place(of file: [UInt8], root: [UInt8]) -> (folder: [UInt8], relative: [UInt8])? {
        var folder = file
        for _ in 0..<Self.height {
            guard let slash = folder.lastIndex(of: 0x2F), slash > 0 else { return nil }
            folder.removeSubrange(slash...)
            if !self.folder(folder, root).distributions.isEmpty { return (folder, Array(file[(slash + 1)...])) }
        }
        return nil
    }

    private mutating func folder(_ path: [UInt8], _ root: [UInt8]) -> Folder {
        if let known = folders[root + path] { return known }
        var folder = Folder()
        let ending = Array(".dist-info".utf8)
        let names = (try? Proc.list(root + path)) ?? (try? Proc.list(path)) ?? []
        for name in names where name.suffix(ending.count) == ending[...] {
            let stem = name.dropLast(ending.count)
            guard let dash = stem.lastIndex(of: 0x2D) else { continue }
            let distribution = Distribution(
                name: Distribution.normalised(String(decoding: stem[..<dash], as: UTF8.self)),
                version: String(decoding: stem[(dash + 1)...], as: UTF8.self), folder: path)
            folder.distributions.append((distribution, path + [0x2F] + name))
        }
        folder.distributions.sort { $0.0.name < $1.0.name }
        folders[root + path] = folder
        return folder
    }
}

extension Distribution {
    /// PEP 503: runs of `-`, `_` and `.` are one `-`, and case does not count.
    public static func normalised(_ name: String) -> String {
        var result = ""
        for scalar in name.lowercased().unicodeScalars {
            if "-_.".unicodeScalars.contains(scalar) {
                if !result.hasSuffix("-") { result += "-" }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
