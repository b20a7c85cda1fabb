/// The files of a git repository that differ from a commit, untracked ones among them.
public enum GitChanges {
    /// Why git gave no answer.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        case noGit(FileError)
        case noRepository(String)
        case noCommit(String)
        case refused(String)

        public var description: String {
            switch self {
            case .noGit(let error): "--changed asks git, and git cannot be run: \(error)"
            case .noRepository(let folder): "--changed needs a git repository, and \(Printable.path(folder)) is in none"
            case .noCommit(let name): "--changed: git knows no commit `\(Printable.text(name))`"
            case .refused(let words): "--changed: git says: \(Printable.text(words))"
            }
        }
    }

    /// Absolute paths, without links, of what changed since the commit that `revision` and HEAD come from.
    ///
    /// - Parameter folder: where to ask; in it stands the repository or a part of it.
    public static func files(since revision: String, in folder: String) throws(Failure) -> Set<String> {
        guard let top = try? git(["rev-parse", "--show-toplevel"], in: folder) else {
            _ = try ask(["--version"])
            throw .noRepository(folder)
        }
        let root = PathCoding.text(of: top.dropLast(top.last == 0x0A ? 1 : 0))
        var names = try git(["ls-files", "-z", "--others", "--exclude-standard"], in: root)
        if let commit = try commit(revision, in: root) {
            names += try git(
                [
                    "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--diff-filter=d", "--merge-base",
                    commit,
                ],
                in: root)
        } else {
            // Before the first commit everything is new.
            names += try git(["ls-files", "-z"], in: root)
        }
        let parts = names.split(separator: 0).map { PathCoding.text(of: $0) }
        return Set(parts.map { Folders.resolved(Folders.join(root, $0)) })
    }

    /// The commit's full name; `nil` for HEAD where nothing was ever committed.
    private static func commit(_ revision: String, in root: String) throws(Failure) -> String? {
        let words = ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
        let answer = try ask(["-C", root] + words)
        if answer.status == 0 { return String(decoding: answer.output.prefix { $0 != 0x0A }, as: UTF8.self) }
        if revision == "HEAD" { return nil }
        throw .noCommit(revision)
    }

    private static func git(_ words: [String], in folder: String) throws(Failure) -> [UInt8] {
        let answer = try ask(["-C", folder] + words)
        guard answer.status == 0 else {
            let line = String(decoding: answer.errors.prefix { $0 != 0x0A }, as: UTF8.self)
            throw .refused(line.isEmpty ? "exit status \(answer.status)" : line)
        }
        return answer.output
    }

    private static func ask(_ words: [String]) throws(Failure) -> Inquiry.Answer {
        do throws(FileError) { return try Inquiry.ask(["git"] + words) } catch { throw .noGit(error) }
    }
}
