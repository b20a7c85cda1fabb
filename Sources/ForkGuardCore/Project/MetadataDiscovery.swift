import PythonSyntax

extension ProjectMetadata {
    /// Reads the metadata that holds for the files of `directory`.
    ///
    /// - Parameters:
    ///   - directory: absolute, or relative to the working directory.
    ///   - root: the folder above which nothing is read; `directory` itself if it is not below it.
    public static func discover(
        for directory: String, stopAt root: String, files: some FileSource = DiskFiles()
    ) -> ProjectMetadata {
        var known: [String: [MetadataStatement]] = [:]
        return discover(for: directory, stopAt: root, files: files, known: &known)
    }

    /// - Parameter known: what the files of folders say, as far as they were read before.
    static func discover(
        for directory: String, stopAt root: String, files: some FileSource = DiskFiles(),
        known: inout [String: [MetadataStatement]]
    ) -> ProjectMetadata {
        var result = MetadataAssembly()
        var folder = directory.droppingTrailingSlashes
        let root = root.droppingTrailingSlashes
        // A path of this many parts is a loop or a joke.
        for _ in 0..<256 {
            let statements =
                known[folder]
                ?? {
                    var collector = MetadataCollector()
                    MetadataFolder(path: folder, files: files).collect(into: &collector)
                    return collector.statements
                }()
            known[folder] = statements
            result.add(statements)
            guard folder != root, root.isEmpty || folder.hasPrefix("\(root)/"), let parent = folder.parentFolder
            else { break }
            folder = parent
        }
        return result.metadata
    }

    /// What statements say by themselves.
    static func assembled(_ statements: [MetadataStatement]) -> ProjectMetadata {
        var result = MetadataAssembly()
        result.add(statements)
        return result.metadata
    }
}

/// What one line of a metadata file says.
enum MetadataStatement {
    /// A range of Python versions; `nil`: the text is none.
    case python(String, SpecifierSet?, path: String, line: Int)
    case floor(PythonFloor)
    /// Resolved for where the marker holds and, if there are any, one of the others.
    case locked(PinnedVersion, Marker?, oneOf: [Marker])
    case requirement(Requirement, path: String, line: Int)
    case problem(ScanProblem)
}

/// Takes down what the files of a folder say, in their order.
struct MetadataCollector {
    private(set) var statements: [MetadataStatement] = []

    mutating func report(_ path: String, _ line: Int, _ message: String) {
        statements.append(.problem(ScanProblem(path: path, line: line, message: message)))
    }

    /// Takes a range of Python versions; the first that has a lowest version decides.
    mutating func add(python text: String, _ path: String, _ line: Int) {
        statements.append(.python(text, SpecifierSet(text), path: path, line: line))
    }

    mutating func add(floor: PythonVersion, text: String, _ path: String, _ line: Int) {
        let version = max(floor, PythonVersion.oldest)
        statements.append(.floor(PythonFloor(version: version, text: text, path: path, line: line)))
    }

    /// Takes a version that a lock file resolved.
    mutating func add(
        locked name: String, _ version: String, _ path: String, _ line: Int, if marker: Marker? = nil,
        andOneOf alternatives: [Marker] = []
    ) {
        guard let version = Version(version) else { return }
        let name = normalizedDistribution(name)
        let pin = PinnedVersion(distribution: name, requirement: .exact(version), path: path, line: line)
        statements.append(.locked(pin, marker, oneOf: alternatives))
    }

    mutating func add(_ requirement: Requirement, _ path: String, _ line: Int) {
        statements.append(.requirement(requirement, path: path, line: line))
    }

    /// Reads a requirement as PEP 508 writes it; a broken one is reported.
    mutating func add(requirement text: String, _ path: String, _ line: Int) {
        guard let requirement = Requirement(text) else {
            report(path, line, "`\(text)` is not a requirement")
            return
        }
        add(requirement, path, line)
    }
}

/// How much a statement counts: a lock file says what runs, a range what may.
enum PinStrength: Int, Comparable {
    case range, exact, lock
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Puts statements of several files together. Those of nearer folders and of stronger files come first.
private struct MetadataAssembly {
    private(set) var metadata = ProjectMetadata()
    private var strengths: [String: PinStrength] = [:]

    /// What markers are judged by; `python` is known once a file has told it.
    private var environment: MarkerEnvironment {
        MarkerEnvironment(python: metadata.python?.version ?? PythonVersion(minor: 13))
    }

    mutating func add(_ statements: [MetadataStatement]) {
        for statement in statements {
            switch statement {
            case .problem(let problem): report(problem)
            case .floor(let floor): metadata.python = metadata.python ?? floor
            case .locked(let pin, let marker, let alternatives):
                let environment = environment
                guard marker?.holds(in: environment) ?? true else { break }
                if alternatives.isEmpty || alternatives.contains(where: { $0.holds(in: environment) }) {
                    add(pin, .lock)
                }
            case .requirement(let requirement, let path, let line): add(requirement, path, line)
            case .python(let text, let range, let path, let line):
                guard metadata.python == nil else { break }
                guard let range else {
                    let message = "`\(text)` is not a range of Python versions"
                    report(ScanProblem(path: path, line: line, message: message))
                    break
                }
                guard let lowest = range.lowestPython else { break }
                metadata.python = PythonFloor(
                    version: max(lowest, PythonVersion.oldest), text: text, path: path, line: line)
            }
        }
    }

    private mutating func report(_ problem: ScanProblem) {
        if !metadata.problems.contains(problem) { metadata.problems.append(problem) }
    }

    private mutating func add(_ requirement: Requirement, _ path: String, _ line: Int) {
        guard requirement.marker?.holds(in: environment) ?? true, let range = requirement.range else { return }
        let name = normalizedDistribution(requirement.name)
        if let exact = range.exact {
            add(PinnedVersion(distribution: name, requirement: .exact(exact), path: path, line: line), .exact)
        } else if !range.clauses.isEmpty {
            add(PinnedVersion(distribution: name, requirement: .range(range), path: path, line: line), .range)
        }
    }

    private mutating func add(_ pin: PinnedVersion, _ strength: PinStrength) {
        if let known = strengths[pin.distribution], known >= strength { return }
        strengths[pin.distribution] = strength
        metadata.pins[pin.distribution] = pin
    }
}

extension SpecifierSet {
    /// The lowest minor version of Python 3 in the set; `nil` if nothing bounds the set from below.
    var lowestPython: PythonVersion? {
        let isBounded = clauses.contains { clause in
            switch clause.relation {
            case .atLeast, .greater, .equal, .compatible, .identical: true
            case .atMost, .less, .different: false
            }
        }
        guard isBounded else { return nil }
        // Beyond the newest Python that anybody has planned. Patch releases that bounds name are among the samples.
        let series = (0..<40).map { Version(release: [3, $0]) }
        let candidates = SpecifierSet.samples(of: [self]) + series
        return candidates.lazy.filter { $0.epoch == 0 && $0.release[0] == 3 && contains($0) }
            .min().map { PythonVersion(minor: $0.release.count > 1 ? $0.release[1] : 0) }
    }
}

extension String {
    var droppingTrailingSlashes: String {
        var text = self[...]
        while text.count > 1, text.last == "/" { text.removeLast() }
        return String(text)
    }

    /// The path without its last part; `nil` if there is no folder above it.
    fileprivate var parentFolder: String? {
        guard let slash = lastIndex(of: "/") else { return isEmpty ? nil : "" }
        if slash == startIndex { return count > 1 ? "/" : nil }
        return String(self[..<slash])
    }
}
