import Glibc
import PythonSyntax

/// What the projects around the scanned files pin and require, looked up once a folder.
final class MetadataIndex {
    /// What the fork does to the version that a project has.
    struct Verdict {
        var outcome: LibraryRule.Outcome
        /// What the child does, as a clause: "hangs without a word".
        var text: String
        /// The version it is about, as a sentence; `nil` where none is known.
        var sentence: String?
        var ending: LibraryRule.ChildEnding? = nil

        /// With what the launcher's parent is told of such a child.
        func told(by launcher: LauncherRule) -> Self {
            guard let loss = ending.flatMap({ launcher.losses[$0.rawValue] }) else { return self }
            return Self(
                outcome: outcome, text: "\(text); \(loss)", sentence: sentence.map { "\($0); \(loss)" }, ending: ending)
        }
    }

    private let isIsolated: Bool
    private let workingFolder: String
    /// The folder above which nothing is read.
    private let root: String
    private var byFolder: [String: ProjectMetadata] = [:]
    /// `nil` for files that say nothing themselves.
    private var byScript: [String: ProjectMetadata?] = [:]
    /// What the metadata files of each folder say.
    private var statements: [String: [MetadataStatement]] = [:]
    private let files = WitnessedFiles()

    init(isIsolated: Bool) {
        self.isIsolated = isIsolated
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        workingFolder =
            getcwd(&buffer, buffer.count) == nil
            ? "" : String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        root = Self.repository(around: workingFolder, files) ?? workingFolder
    }

    /// The nearest folder at or above `folder` that holds a repository.
    private static func repository(around folder: String, _ files: WitnessedFiles) -> String? {
        var folder = folder[...]
        while !folder.isEmpty {
            for name in ["/.git", "/.hg"] where files.exists(folder + name) { return String(folder) }
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = folder[..<slash]
        }
        return nil
    }

    func metadata(for path: String) -> ProjectMetadata {
        if isIsolated { return ProjectMetadata() }
        if let known = byScript[path] { return known ?? folderMetadata(for: path) }
        let folder = folderMetadata(for: path)
        let own = script(path).map { ProjectMetadata.script($0, in: folder) }
        byScript[path] = .some(own)
        return own ?? folder
    }

    /// What a script says of itself.
    private func script(_ path: String) -> [MetadataStatement]? {
        guard path.hasSuffix(".py") else { return nil }
        let bytes = PathCoding.bytes(of: path)
        guard let head = FileSystem.head(of: bytes, count: ScriptMetadata.head), Self.scriptMark.matches(head) else {
            return nil
        }
        return ScriptMetadata.statements(in: head, path: path)
    }

    private static let scriptMark = WordFilter(["/// script"])

    private func folderMetadata(for path: String) -> ProjectMetadata {
        let relative = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        if let known = byFolder[relative] { return known }
        let folder =
            relative.hasPrefix("/") ? relative : relative.isEmpty ? workingFolder : workingFolder + "/" + relative
        let stop = folder.hasPrefix(root) ? root : Self.repository(around: folder, files) ?? folder
        let found = ProjectMetadata.discover(for: folder, stopAt: stop, files: files, known: &statements)
        byFolder[relative] = found
        return found
    }

    /// What this has read and looked for, which another scan would find the same as long as nothing changes.
    var witnesses: [MetadataWitness] { files.witnesses }

    func pin(of distribution: String, at path: String) -> PinnedVersion? { metadata(for: path).pin(of: distribution) }

    /// The Python that a file is judged by: the lowest that its project admits.
    func python(for path: String) -> PythonVersion {
        guard let floor = metadata(for: path).python?.version else { return PythonVersion(minor: 13) }
        return min(max(floor, .oldest), .newest)
    }

    /// - Parameter settings: those of the environment that the program has made, of which the rule speaks.
    func verdict(on rule: LibraryRule, at path: String, platform: Platform, under settings: [String]) -> Verdict {
        let pin = rule.distributions.lazy.compactMap { self.pin(of: $0, at: path) }.first
        guard let verdict = rule.verdict(for: pin, platform: platform, under: settings) else {
            return Verdict(outcome: .hang, text: "may hang", sentence: nil)
        }
        let row = verdict.decisive
        guard let pin else { return Verdict(outcome: row.outcome, text: row.text, sentence: nil, ending: row.ending) }
        let file = pin.path.split(separator: "/").last.map(String.init) ?? pin.path
        let sentence: String
        switch pin.requirement {
        case .exact: sentence = "\(pin.distribution) \(pin.text), pinned in \(file), \(row.text)"
        case .range:
            sentence =
                verdict.isMixed
                ? "\(pin.distribution) \(pin.text), as \(file) asks for, admits versions whose child \(row.text)"
                : "\(pin.distribution) \(pin.text), as \(file) asks for, \(row.text)"
        }
        return Verdict(outcome: row.outcome, text: row.text, sentence: sentence, ending: row.ending)
    }

    /// Problems of the metadata files that were read.
    var problems: [ScanProblem] {
        var seen: Set<ScanProblem> = []
        let all =
            byFolder.keys.sorted().flatMap { byFolder[$0]?.problems ?? [] }
            + byScript.keys.sorted().flatMap { byScript[$0]??.problems ?? [] }
        return all.filter { seen.insert($0).inserted }
    }
}

/// The real files, with a note of all that is asked of them.
private final class WitnessedFiles: FileSource {
    private(set) var witnesses: [MetadataWitness] = []

    func read(_ path: String) -> [UInt8]? {
        let found = DiskFiles().read(path)
        witnesses.append(MetadataWitness(file: path, found: found))
        return found
    }

    func files(in folder: String) -> [String] {
        let names = DiskFiles().files(in: folder)
        witnesses.append(MetadataWitness(folder: folder, names: names))
        return names
    }

    func exists(_ path: String) -> Bool {
        let found = FileSystem.exists(Array(path.utf8))
        witnesses.append(MetadataWitness(presenceOf: path, found: found))
        return found
    }
}
