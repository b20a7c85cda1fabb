/// Which files a scan reads, and which of them its report is about.
///
/// Whoever names a folder wants it scanned as it stands. Whoever names files (a commit hook, an editor) wants to
/// know about these: they are read within the project around them, because what they call stands elsewhere.
public struct ScanScope: Sendable {
    /// What is read.
    public private(set) var paths: [String]
    /// Paths are absolute while the scan runs: the project reaches beyond the working folder.
    public private(set) var isAround = false
    /// Absolute paths of the files that the report is about; `nil`: all.
    private var files: Set<String>?
    /// Absolute folders that it is about, too.
    private var folders: [String] = []
    private let here: String
    /// How the files named were named, where reports cannot write them relative to the working folder.
    private var givenNames: [String: String] = [:]

    /// Names that make a folder the root of a project.
    private static let rootMarks = [
        "pyproject.toml", "setup.py", "setup.cfg", "forkguard.toml", ".forkguard.toml", ".git", ".hg",
    ]

    /// - Parameters:
    ///   - named: as the user wrote them; none: the project, or the working folder.
    ///   - stdinFilename: where the text of standard input belongs.
    ///   - changed: absolute paths that alone are reported, if that was asked for.
    ///   - unsaved: absolute paths of documents, of which some may be no files yet.
    public init(
        named: [String], configuration: Configuration, stdinFilename: String? = nil, changed: Set<String>? = nil,
        unsaved: Set<String> = []
    ) {
        here = Folders.working
        let sources = configuration.paths(.src)
        guard !named.isEmpty else {
            let isOwn = configuration.isFlag(.src) || configuration.folder == here
            paths = isOwn && !sources.isEmpty ? sources : ["."]
            files = changed
            return
        }
        paths = named
        let named = named.compactMap { path -> (given: String, real: String, isFolder: Bool)? in
            if path == "-" {
                guard let stdinFilename else { return nil }
                return (stdinFilename, Folders.resolved(stdinFilename), false)
            }
            guard let kind = try? FileSystem.kind(of: PathCoding.bytes(of: path)) else {
                return unsaved.contains(path) ? (path, path, false) : nil
            }
            return (path, Folders.resolved(path), kind == .folder)
        }
        let roots = Self.roots(of: named.filter { !$0.isFolder }.map(\.real), sources, configuration.folder)
        if !roots.isEmpty {
            isAround = roots.contains { !Self.isBelow($0, here) }
            paths += roots.map { isAround ? $0 : Folders.shown($0, from: here) }
            for item in named where Folders.shown(item.real, from: here).hasPrefix("/") {
                givenNames[item.real] = item.given
            }
        }
        if named.contains(where: { !$0.isFolder }) {
            files = Set(named.filter { !$0.isFolder }.map(\.real))
            folders = named.filter(\.isFolder).map(\.real)
            // A missing path is an error of its own, and standard input without a name stands alone.
            if paths.contains("-"), stdinFilename == nil { files = nil }
        }
        if let changed {
            files = files.map { own in changed.filter { own.contains($0) || folders.contains(where: Self.holds($0)) } }
            files = files ?? changed
            folders = []
        }
    }

    /// The folders to read around files: the sources of the project, or its root.
    private static func roots(of files: [String], _ sources: [String], _ configured: String?) -> [String] {
        var roots: [String] = []
        for file in files {
            guard let root = Folders.nearest(from: Folders.parent(of: file), holding: rootMarks) else { continue }
            let own = sources.map(Folders.resolved)
            let isConfigured = configured.map { isBelow(file, $0) } ?? true
            for folder in isConfigured && !own.isEmpty ? own : [root] where !roots.contains(folder) {
                roots.append(folder)
            }
        }
        return roots.filter { root in !roots.contains { $0 != root && isBelow(root, $0) } }
    }

    private static func isBelow(_ path: String, _ folder: String) -> Bool {
        path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }

    private static func holds(_ path: String) -> (String) -> Bool { { isBelow(path, $0) } }

    // MARK: After the scan

    /// True where the report is about some files only.
    public var isPartial: Bool { files != nil }

    /// True if a report is about `path`, written as reports write it.
    public func covers(_ path: String) -> Bool {
        guard let files else { return true }
        let absolute = Folders.join(here, path)
        if files.contains(absolute) || folders.contains(where: Self.holds(absolute)) { return true }
        let real = Folders.resolved(absolute)
        return real != absolute && (files.contains(real) || folders.contains(where: Self.holds(real)))
    }

    /// True if one of a finding's ends lies in what the report is about: the touch, the fork or the child's use.
    public func covers(_ finding: Finding) -> Bool {
        guard isPartial else { return true }
        return ([finding.site, finding.touch, finding.use] as [Site?]).contains { $0.map { covers($0.path) } ?? false }
    }

    /// The path as reports write it: relative below the working folder, otherwise as it was given.
    public func reported(_ path: String) -> String {
        guard isAround else { return path }
        return givenNames[path] ?? Folders.shown(path, from: here)
    }

    /// The report with paths as reports write them.
    public func rewritten(_ report: ScanReport) -> ScanReport {
        guard isAround else { return report }
        var result = report
        let prefix = here == "/" ? "/" : here + "/"
        for index in result.findings.indices {
            // Words name a place as its site does.
            var names: [String: String] = [:]
            result.findings[index].eachSite { site in
                names[site.path] = reported(site.path)
                site.path = reported(site.path)
            }
            result.findings[index].eachText { text in
                for (path, name) in names { text = text.replacing(path + ":", with: name + ":") }
                text = text.replacing(prefix, with: "")
            }
        }
        result.findings.sort(by: Finding.comesBefore)
        Fingerprint.assign(to: &result.findings)
        for index in result.problems.indices { result.problems[index].path = reported(result.problems[index].path) }
        result.silence = result.silence.map { $0.replacing(prefix, with: "") }
        return result
    }
}

extension Finding {
    /// Changes every place of the finding.
    mutating func eachSite(_ change: (inout Site) -> Void) {
        change(&site)
        if touch != nil { change(&touch!) }
        if use != nil { change(&use!) }
        if startMethodFix != nil { change(&startMethodFix!.call) }
        for index in chain.indices { change(&chain[index]) }
        for index in otherTouches.indices { change(&otherTouches[index]) }
    }

    /// Changes every text that may name a path.
    mutating func eachText(_ change: (inout String) -> Void) {
        change(&message)
        if startMethod != nil { change(&startMethod!.reason) }
        if remedy != nil { for index in remedy!.obstacles.indices { change(&remedy!.obstacles[index]) } }
    }
}
