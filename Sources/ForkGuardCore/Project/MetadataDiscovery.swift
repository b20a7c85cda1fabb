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
        var collector = MetadataCollector()
        var folder = directory.droppingTrailingSlashes
        let root = root.droppingTrailingSlashes
        // A path of this many parts is a loop or a joke.
        for _ in 0..<256 {
            MetadataFolder(path: folder, files: files).collect(into: &collector)
            guard folder != root, root.isEmpty || folder.hasPrefix("\(root)/"), let parent = folder.parentFolder
            else { break }
            folder = parent
        }
        return collector.metadata
    }
}

/// How much a statement counts: a lock file says what runs, a range what may.
enum PinStrength: Int, Comparable {
    case range, exact, lock
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Puts statements of several files together. Those of nearer folders and of stronger files come first.
struct MetadataCollector {
    private(set) var metadata = ProjectMetadata()
    private var strengths: [String: PinStrength] = [:]

    /// What markers are judged by; `python` is known once a file has told it.
    var environment: MarkerEnvironment {
        MarkerEnvironment(python: metadata.python?.version ?? PythonVersion(minor: 13))
    }

    mutating func report(_ path: String, _ line: Int, _ message: String) {
        let problem = ScanProblem(path: path, line: line, message: message)
        if !metadata.problems.contains(problem) { metadata.problems.append(problem) }
    }

    /// Takes a range of Python versions; the first that has a lowest version decides.
    mutating func add(python text: String, _ path: String, _ line: Int) {
        guard metadata.python == nil else { return }
        guard let range = SpecifierSet(text) else {
            report(path, line, "`\(text)` is not a range of Python versions")
            return
        }
        guard let lowest = range.lowestPython else { return }
        add(floor: lowest, text: text, path, line)
    }

    mutating func add(floor: PythonVersion, text: String, _ path: String, _ line: Int) {
        guard metadata.python == nil else { return }
        metadata.python = PythonFloor(
            version: max(floor, PythonVersion.oldest), text: text, path: path, line: line)
    }

    /// Takes a version that a lock file resolved.
    mutating func add(locked name: String, _ version: String, _ path: String, _ line: Int) {
        guard let version = Version(version) else { return }
        add(
            PinnedVersion(
                distribution: normalizedDistribution(name), requirement: .exact(version), path: path, line: line), .lock
        )
    }

    mutating func add(_ requirement: Requirement, _ path: String, _ line: Int) {
        guard requirement.marker?.holds(in: environment) ?? true, let range = requirement.range else { return }
        let name = normalizedDistribution(requirement.name)
        if let exact = range.exact {
            add(PinnedVersion(distribution: name, requirement: .exact(exact), path: path, line: line), .exact)
        } else if !range.clauses.isEmpty {
            add(PinnedVersion(distribution: name, requirement: .range(range), path: path, line: line), .range)
        }
    }

    /// Reads a requirement as PEP 508 writes it; a broken one is reported.
    mutating func add(requirement text: String, _ path: String, _ line: Int) {
        guard let requirement = Requirement(text) else {
            report(path, line, "`\(text)` is not a requirement")
            return
        }
        add(requirement, path, line)
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
