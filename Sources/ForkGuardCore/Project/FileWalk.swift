/// The files that a scan looks at, and what could not be looked at.
public struct FileWalk: Sendable {
    /// Sorted by path; no file stands in it twice, and no two have equal paths.
    public var files: [SourceFile] = []
    public var problems: [ScanProblem] = []
    /// The folders named, and those that hold the files named, as reports write them; `.` for the working
    /// directory. Sorted, none twice.
    public var roots: [String] = []

    /// Finds the files that `options` ask for. Reads folders and ignore files, no source file.
    ///
    /// A folder that is named is entered whatever its name; symbolic links to folders are followed only
    /// where they are named, so no loop can arise.
    public init(_ options: ScanOptions) {
        guard options.factsFolders.isEmpty else {
            (files, problems) = StoredFacts.files(in: options.factsFolders)
            roots = ["."]
            return
        }
        var walker = Walker(options: options)
        for path in options.paths { walker.take(named: path) }
        let found = walker.finish()
        files = found.files
        problems = found.problems
        roots = found.roots
    }
}

/// The state of one walk.
private struct Walker {
    let options: ScanOptions
    /// Absolute, without links.
    let workingFolder: [UInt8]
    let excludes: [IgnoreFile]
    private var candidates: [Candidate] = []
    private var piped: [SourceFile] = []
    private var hasLinks = false
    var problems: [ScanProblem] = []
    var roots: Set<String> = []

    static let slash = UInt8(ascii: "/")

    init(options: ScanOptions) {
        self.options = options
        workingFolder = (try? FileSystem.realPath(Array(".".utf8))) ?? [Self.slash]
        excludes = options.excludes.map(\.file).filter { !$0.patterns.isEmpty }
    }

    mutating func finish() -> (files: [SourceFile], problems: [ScanProblem], roots: [String]) {
        let mayRepeat = options.paths.count > 1 || hasLinks
        var files = piped
        // What an editor sends stands for the file that it would save.
        let sent = Set(piped.map { Folders.resolved($0.path) })
        for candidate in mayRepeat ? withoutRepeats() : candidates {
            let real = options.contents.isEmpty && sent.isEmpty ? "" : PathCoding.text(of: candidate.real)
            if !sent.isEmpty, sent.contains(real) { continue }
            files.append(
                SourceFile(
                    path: PathCoding.text(of: candidate.shown), isNamed: candidate.isNamed,
                    content: options.contents[real]))
        }
        files.sort { $0.path < $1.path }
        // C matters beside Swift alone.
        if !files.contains(where: \.isSwift) { files.removeAll { $0.isShim && !$0.isNamed } }
        // Names that differ in bytes alone, as composed and decomposed accents do, are equal as text.
        var previous: String?
        for index in files.indices {
            if files[index].path == previous {
                let path = PathCoding.opaqueText(of: PathCoding.bytes(of: files[index].path))
                files[index] = SourceFile(path: path, isNamed: files[index].isNamed)
            } else {
                previous = files[index].path
            }
        }
        problems.sort { ($0.path, $0.line, $0.message) < ($1.path, $1.line, $1.message) }
        return (files, problems, roots.sorted())
    }

    /// The candidates, each file once: under its own name rather than a link's, and named if once named.
    private func withoutRepeats() -> [Candidate] {
        var kept: [Candidate] = []
        var indexByRealPath: [String: Int] = [:]
        for candidate in candidates {
            let real = PathCoding.opaqueText(of: candidate.real)
            guard let known = indexByRealPath[real] else {
                indexByRealPath[real] = kept.count
                kept.append(candidate)
                continue
            }
            let replaces = kept[known].isLink && !candidate.isLink && !kept[known].isNamed
            if replaces || (candidate.isNamed && !kept[known].isNamed) { kept[known].shown = candidate.shown }
            kept[known].isLink = kept[known].isLink && candidate.isLink
            kept[known].isNamed = kept[known].isNamed || candidate.isNamed
        }
        return kept
    }

    // MARK: - Named paths

    mutating func take(named argument: String) {
        if argument == "-" { return takeStandardInput() }
        let path = PathCoding.bytes(of: argument)
        if let content = options.contents[argument], !FileSystem.exists(path) {
            return takeUnsaved(path, content)
        }
        do throws(FileError) {
            let kind = try FileSystem.kind(of: path)
            let real = try FileSystem.realPath(path)
            let shown = reported(path, real: real)
            switch kind {
            case .folder:
                roots.insert(shown.isEmpty ? "." : PathCoding.text(of: shown))
                walk(Folder(shown: shown, real: real, isNamed: true))
            case .file:
                if options.forcesExclude && isExcludedByForce(real) { return }
                let folder = shown.lastIndex(of: Self.slash).map { $0 == 0 ? [Self.slash] : Array(shown[..<$0]) }
                roots.insert(folder.map { PathCoding.text(of: $0) } ?? ".")
                candidates.append(Candidate(shown: shown, folder: real, isNamed: true))
            case .link, .pipe, .socket, .device:
                throw .notAFile(kind)
            }
        } catch {
            let shown = PathCoding.text(of: PathCoding.bytes(of: argument))
            problems.append(ScanProblem(path: shown, message: "\(error)", isFatal: true))
        }
    }

    /// A document that no file holds yet.
    private mutating func takeUnsaved(_ path: [UInt8], _ content: [UInt8]) {
        let shown = reported(path, real: path)
        piped.append(SourceFile(path: PathCoding.text(of: shown), isNamed: true, content: content))
        roots.insert(shown.lastIndex(of: Self.slash).map { PathCoding.text(of: Array(shown[..<$0])) } ?? ".")
    }

    private mutating func takeStandardInput() {
        let name = options.stdinFilename ?? "<stdin>"
        let path = options.showsAbsolutePaths ? Folders.resolved(name) : name
        do throws(FileError) {
            let content = try FileSystem.readAll(0, expected: 0, limit: SourceFile.Limits.fileBytes)
            piped.append(SourceFile(path: path, isNamed: true, content: content))
            roots.insert(path.split(separator: "/").count > 1 ? String(path[..<path.lastIndex(of: "/")!]) : ".")
        } catch {
            problems.append(ScanProblem(path: path, message: "\(error)", isFatal: true))
        }
    }

    private func isExcluded(_ path: [UInt8], isFolder: Bool) -> Bool {
        excludes.contains { $0.verdict(on: path, isFolder: isFolder) == true }
    }

    /// True if a walk would leave out the file or a folder that it lies in.
    private mutating func isExcludedByForce(_ path: [UInt8]) -> Bool {
        let ends = path.indices.filter { path[$0] == Self.slash && $0 > 0 }
        if ends.contains(where: { isExcluded(Array(path[..<$0]), isFolder: true) }) { return true }
        if isExcluded(path, isFolder: false) { return true }
        guard !options.ignoresIgnoreFiles, let last = ends.last else { return false }
        let folder = Array(path[..<last])
        let above = IgnoreRules.above(folder) { report($0, $1) }
        let rules = IgnoreRules.reading(folder: folder, entries: nil, parent: above) { report($0, $1) }
        return rules?.isIgnored(path, isFolder: false) ?? false
    }

    /// How reports write a path: below the working directory relative to it; elsewhere as it was given.
    private func reported(_ path: [UInt8], real: [UInt8]) -> [UInt8] {
        if options.showsAbsolutePaths { return real }
        let parts = path.split(separator: Self.slash).filter { !$0.elementsEqual([UInt8(ascii: ".")]) }
        let goesUp = parts.contains { $0.elementsEqual(Array("..".utf8)) }
        if !goesUp {
            let plain = Array(parts.joined(separator: [Self.slash]))
            if path.first != Self.slash { return plain }
            if let below = Self.below(workingFolder, [Self.slash] + plain) { return below }
        }
        if let below = Self.below(workingFolder, real) { return below }
        let plain = Array(parts.joined(separator: [Self.slash]))
        return path.first == Self.slash ? [Self.slash] + plain : plain
    }

    /// The rest of `path` under `folder`; empty for the folder itself, `nil` for a path elsewhere.
    private static func below(_ folder: [UInt8], _ path: [UInt8]) -> [UInt8]? {
        if path == folder { return [] }
        let prefix = folder == [slash] ? folder : folder + [slash]
        return path.starts(with: prefix) ? Array(path[prefix.count...]) : nil
    }

    /// A file that the walk takes.
    private struct Candidate {
        var shown: [UInt8]
        /// The real path is this and the last `nameCount` bytes of `shown`; this alone where there are none.
        var folder: [UInt8]
        var nameCount = 0
        var isNamed = false
        var isLink = false

        var real: [UInt8] { nameCount == 0 ? folder : join(folder, Array(shown.suffix(nameCount))) }
    }

    // MARK: - Folders

    private struct Folder {
        /// As reports write it; empty for the working directory.
        var shown: [UInt8]
        /// Absolute, without links.
        var real: [UInt8]
        var isNamed = false
        var rules: IgnoreRules?
        /// Bears a name that builds use, beside a project file: left out unless it is a package.
        var mayBeBuilt = false
        /// Inside a virtual environment that was named, where installed packages are what was asked for.
        var takesInstalled = false
    }

    private static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
        folder.last == slash ? folder + name : folder + [slash] + name
    }

    private mutating func walk(_ root: Folder) {
        var root = root
        if !options.ignoresIgnoreFiles {
            root.rules = IgnoreRules.above(root.real) { report($0, $1) }
        }
        var waiting = [root]
        while var folder = waiting.popLast() {
            do throws(FileError) {
                let entries = try FileSystem.list(folder.shown.isEmpty ? [UInt8(ascii: ".")] : folder.shown)
                guard prepare(&folder, entries) else { continue }
                let isProject = Names.projectFiles.contains { entries.has($0) }
                for entry in entries {
                    if let next = visit(entry, in: folder, isProject: isProject) { waiting.append(next) }
                }
            } catch {
                let path = folder.shown.isEmpty ? "." : PathCoding.text(of: folder.shown)
                problems.append(ScanProblem(path: path, message: "\(error)", isFatal: folder.isNamed))
            }
        }
    }

    /// Reads the folder's own rules; false where its content says that it is none of the project's.
    private mutating func prepare(_ folder: inout Folder, _ entries: [FileSystem.Entry]) -> Bool {
        if options.ignoresIgnoreFiles { return true }
        let isEnvironment = Names.environmentMarks.contains { entries.has($0) }
        if folder.isNamed {
            folder.takesInstalled = isEnvironment
        } else {
            if isEnvironment { return false }
            if folder.mayBeBuilt && !entries.has(Names.packageFile) { return false }
        }
        folder.rules = IgnoreRules.reading(
            folder: folder.real, entries: entries, parent: folder.rules
        ) { report($0, $1) }
        return true
    }

    /// Takes a file, or returns a folder to enter.
    private mutating func visit(_ entry: FileSystem.Entry, in folder: Folder, isProject: Bool) -> Folder? {
        let isFolder = entry.kind == .folder
        guard isFolder || Names.isSource(entry.name) || Names.isSettings(entry.name, in: folder.shown)
        else { return nil }
        if isFolder && !options.ignoresIgnoreFiles && Names.isSkippedFolder(entry.name, in: folder.takesInstalled) {
            return nil
        }
        let isPlain = excludes.isEmpty && folder.rules == nil
        if !isPlain {
            let real = Self.join(folder.real, entry.name)
            if isExcluded(real, isFolder: isFolder) { return nil }
            if folder.rules?.isIgnored(real, isFolder: isFolder) == true { return nil }
        }
        let shown = folder.shown.isEmpty ? entry.name : Self.join(folder.shown, entry.name)
        switch entry.kind {
        case .folder:
            var child = folder
            child.shown = shown
            child.real = Self.join(folder.real, entry.name)
            child.isNamed = false
            child.mayBeBuilt = isProject && Names.buildFolders.contains(entry.name)
            return child
        case .file:
            candidates.append(Candidate(shown: shown, folder: folder.real, nameCount: entry.name.count))
        case .link:
            takeLink(shown)
        case .pipe, .socket, .device:
            report(shown, .notAFile(entry.kind))
        }
        return nil
    }

    private mutating func takeLink(_ shown: [UInt8]) {
        do throws(FileError) {
            switch try FileSystem.kind(of: shown) {
            // A link to a folder, though its name ends like a file's.
            case .folder: return
            case .file:
                hasLinks = true
                let real = try FileSystem.realPath(shown)
                candidates.append(Candidate(shown: shown, folder: real, isLink: true))
            case .link, .pipe, .socket, .device: throw .notAFile(try FileSystem.kind(of: shown))
            }
        } catch {
            report(shown, error)
        }
    }

    private mutating func report(_ path: [UInt8], _ error: FileError) {
        problems.append(ScanProblem(path: PathCoding.text(of: path), message: "\(error)"))
    }
}

/// The names that decide what a walk takes.
private enum Names {
    static let projectFiles: [[UInt8]] = list("pyproject.toml", "setup.py", "setup.cfg")
    /// Files that mark a virtual environment of venv or conda.
    static let environmentMarks: [[UInt8]] = list("pyvenv.cfg", "conda-meta")
    static let buildFolders: Set<[UInt8]> = set("build", "dist", "_build", "buck-out")
    static let packageFile = Array("__init__.py".utf8)
    static let foreignFolders: Set<[UInt8]> = set("node_modules", "__pycache__", "__pypackages__")
    static let installedFolders: Set<[UInt8]> = set("site-packages", "dist-packages")

    private static func list(_ names: String...) -> [[UInt8]] { names.map { Array($0.utf8) } }
    private static func set(_ names: String...) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }

    static func isSource(_ name: [UInt8]) -> Bool {
        guard
            name.ends(with: ".py") || name.ends(with: ".pyi") || name.ends(with: ".ipynb") || name.ends(with: ".swift")
                || name.ends(with: ".c") || name.ends(with: ".h")
        else { return false }
        // Locks of editors and the resource forks of macOS bear the names of the files they accompany.
        return !name.starts(with: Array(".#".utf8)) && !name.starts(with: Array("._".utf8))
    }

    static func isSettings(_ name: [UInt8], in folder: [UInt8]) -> Bool {
        // Most names end otherwise: that is seen without making a string of them.
        switch name.last {
        case UInt8(ascii: "e"), UInt8(ascii: "l"), UInt8(ascii: "i"), UInt8(ascii: "h"), UInt8(ascii: "f"),
            UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "n"):
            break
        default:
            guard name.starts(with: Array("Procfile".utf8)) || name.starts(with: Array("Dockerfile".utf8)) else {
                return false
            }
        }
        return SettingsFile.isSettings(String(decoding: folder + [UInt8(ascii: "/")] + name, as: UTF8.self))
    }

    static func isSkippedFolder(_ name: [UInt8], in takesInstalled: Bool) -> Bool {
        name.first == UInt8(ascii: ".") || foreignFolders.contains(name)
            || (!takesInstalled && installedFolders.contains(name))
    }
}

extension [UInt8] {
    fileprivate func ends(with text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { self[(count - $0.count)...].elementsEqual($0) }
    }
}
