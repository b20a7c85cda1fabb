import PythonSyntax

/// What a project says of the Python versions and the distributions that it runs with.
///
/// It comes from the files of the project's folder and of those above it, up to the root of the scan: the
/// nearest file that speaks of a matter decides it, except that an exact pin of a lock file beats every range.
public struct ProjectMetadata: Sendable, Equatable {
    /// The lowest Python that the project admits; never below the oldest whose syntax is known.
    public var python: PythonFloor?
    /// By normalised name of the distribution.
    public var pins: [String: PinnedVersion] = [:]
    /// Files that could not be understood, or a part of them.
    public var problems: [ScanProblem] = []

    public init() {}

    /// What is said of a distribution, whatever the spelling of its name.
    public func pin(of distribution: String) -> PinnedVersion? { pins[normalizedDistribution(distribution)] }
}

/// The lowest version of Python that a project admits, and where it says so.
public struct PythonFloor: Sendable, Equatable {
    public var version: PythonVersion
    /// As the file has it: `>=3.10`.
    public var text: String
    public var path: String
    /// One-based.
    public var line: Int
}

/// What a project says of one distribution.
public struct PinnedVersion: Sendable, Equatable {
    public enum Requirement: Sendable, Equatable {
        case exact(Version)
        case range(SpecifierSet)
    }

    /// Normalised as PEP 503 says.
    public var distribution: String
    public var requirement: Requirement
    public var path: String
    /// One-based; 0 if the file has no lines to speak of.
    public var line: Int

    public init(distribution: String, requirement: Requirement, path: String = "", line: Int = 0) {
        self.distribution = distribution
        self.requirement = requirement
        self.path = path
        self.line = line
    }

    /// `0.18.2` or `>=0.17,<0.19`.
    public var text: String {
        switch requirement {
        case .exact(let version): version.description
        case .range(let range): range.description
        }
    }
}

/// The files of a project, as the search for metadata sees them. Paths are joined with `/`.
public protocol FileSource {
    /// The bytes of a regular file; `nil` if there is none or it cannot be read.
    func read(_ path: String) -> [UInt8]?
    /// The names of a folder's files; empty if there is no such folder.
    func files(in folder: String) -> [String]
}

/// The real files.
public struct DiskFiles: FileSource {
    /// Lock files of large projects have a few megabytes.
    private static let largestFile = 64 << 20

    public init() {}

    public func read(_ path: String) -> [UInt8]? {
        try? FileSystem.read(Array(path.utf8), limit: Self.largestFile)
    }

    public func files(in folder: String) -> [String] {
        let path = folder.isEmpty ? "." : folder
        guard let entries = try? FileSystem.list(Array(path.utf8)) else { return [] }
        return entries.lazy.filter { $0.kind == .file || $0.kind == .link }
            .map { String(decoding: $0.name, as: UTF8.self) }
    }
}
