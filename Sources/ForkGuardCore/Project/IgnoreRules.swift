/// The patterns of one ignore file, with the folder they count from.
struct IgnoreFile: Sendable {
    /// Absolute, without links, without a closing slash.
    var folder: [UInt8]
    var patterns: [IgnorePattern]

    init(folder: [UInt8], text: [UInt8]) {
        var rest = text[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        self.folder = folder
        patterns = rest.split(separator: UInt8(ascii: "\n")).compactMap { line in
            IgnorePattern(line: line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
    }

    init(folder: [UInt8], patterns: [IgnorePattern]) {
        self.folder = folder
        self.patterns = patterns
    }

    /// True: ignored; false: taken by a `!`; `nil`: the file says nothing about `path`.
    func verdict(on path: [UInt8], isFolder: Bool) -> Bool? {
        var relative = path[...]
        if path.starts(with: folder), path.count > folder.count {
            relative = path[folder.count...]
            if relative.first == UInt8(ascii: "/") { relative = relative.dropFirst() }
        } else {
            // A path elsewhere: only patterns for names can mean it.
            relative = path[((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
        }
        for pattern in patterns.reversed() where pattern.matches(relative, isFolder: isFolder) {
            return !pattern.isNegated
        }
        return nil
    }
}

/// The ignore files in force in one folder: its own, and those of the folders above.
///
/// `.ignore` outranks `.gitignore`, which outranks `.git/info/exclude`; of one kind the deepest file that
/// says anything decides, in it the last line that matches.
final class IgnoreRules: Sendable {
    enum Source: Int, CaseIterable, Sendable { case ignore, gitIgnore, repository }

    private let files: [Source: IgnoreFile]
    private let parent: IgnoreRules?
    /// A repository begins here: what the folders above say to git counts no more.
    private let startsRepository: Bool

    init(files: [Source: IgnoreFile], parent: IgnoreRules?, startsRepository: Bool) {
        self.files = files
        self.parent = parent
        self.startsRepository = startsRepository
    }

    /// True if `path`, absolute and without links, is to be left out.
    func isIgnored(_ path: [UInt8], isFolder: Bool) -> Bool {
        for source in Source.allCases {
            var rules: IgnoreRules? = self
            while let current = rules {
                if let verdict = current.files[source]?.verdict(on: path, isFolder: isFolder) { return verdict }
                if source != .ignore && current.startsRepository { break }
                rules = current.parent
            }
        }
        return false
    }
}

extension IgnoreRules {
    private static let names: [(Source, [UInt8])] = [
        (.ignore, Array(".ignore".utf8)), (.gitIgnore, Array(".gitignore".utf8)),
    ]
    static let gitName = Array(".git".utf8)

    /// The rules of `folder` on top of `parent`. `entries` is the folder's listing, where there is one.
    static func reading(
        folder: [UInt8], entries: [FileSystem.Entry]?, parent: IgnoreRules?,
        failed: ([UInt8], FileError) -> Void
    ) -> IgnoreRules? {
        func has(_ name: [UInt8]) -> Bool {
            guard let entries else { return FileSystem.exists(folder + [UInt8(ascii: "/")] + name) }
            return entries.has(name)
        }
        var files: [Source: IgnoreFile] = [:]
        for (source, name) in names where has(name) {
            let path = folder + [UInt8(ascii: "/")] + name
            do throws(FileError) {
                let text = try FileSystem.read(path, limit: SourceFile.Limits.fileBytes)
                files[source] = IgnoreFile(folder: folder, text: text)
            } catch {
                failed(path, error)
            }
        }
        let startsRepository = has(gitName)
        if startsRepository, let text = repositoryExclude(of: folder) {
            files[.repository] = IgnoreFile(folder: folder, text: text)
        }
        if files.isEmpty && !startsRepository { return parent }
        return IgnoreRules(files: files, parent: parent, startsRepository: startsRepository)
    }

    /// The rules that the folders above `folder` lay on it, up to the root of the repository it lies in.
    /// `nil` where it lies in none, or where they leave out `folder` itself: it was asked for by name.
    static func above(_ folder: [UInt8], failed: ([UInt8], FileError) -> Void) -> IgnoreRules? {
        let slash = UInt8(ascii: "/")
        var ancestors: [[UInt8]] = []
        var current = folder
        while true {
            if FileSystem.exists(current + [slash] + gitName) { break }
            guard let cut = current.lastIndex(of: slash), current.count > 1 else { return nil }
            current = cut == 0 ? [slash] : Array(current[..<cut])
            ancestors.append(current)
        }
        var rules: IgnoreRules?
        for ancestor in ancestors.reversed() {
            rules = reading(folder: ancestor, entries: nil, parent: rules, failed: failed)
            let next = ancestors.last { $0.count > ancestor.count } ?? folder
            if rules?.isIgnored(next, isFolder: true) == true { return nil }
        }
        return rules
    }

    /// `info/exclude` of the repository whose root is `folder`; a worktree's stands in its main repository.
    private static func repositoryExclude(of folder: [UInt8]) -> [UInt8]? {
        let slash = [UInt8(ascii: "/")]
        var git = folder + slash + gitName
        if (try? FileSystem.kind(of: git)) == .file {
            guard let target = firstLine(of: git, after: "gitdir: ") else { return nil }
            git = target.first == slash[0] ? target : folder + slash + target
            if let common = firstLine(of: git + slash + Array("commondir".utf8), after: "") {
                git = common.first == slash[0] ? common : git + slash + common
            }
        }
        return try? FileSystem.read(git + slash + Array("info/exclude".utf8), limit: SourceFile.Limits.fileBytes)
    }

    private static func firstLine(of path: [UInt8], after prefix: String) -> [UInt8]? {
        guard let text = try? FileSystem.read(path, limit: 4096), text.starts(with: Array(prefix.utf8)) else {
            return nil
        }
        return Array(text.dropFirst(prefix.utf8.count).prefix { $0 != 10 && $0 != 13 })
    }
}
