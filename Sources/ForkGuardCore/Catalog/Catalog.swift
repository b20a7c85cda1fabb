/// All that forkguard knows of libraries and launchers, and the manual pages of its rules.
///
/// One loader fills it: from the generated table inside the command, or from folders of rule files.
public struct Catalog: Sendable, Equatable {
    public var libraries: [LibraryRule] = []
    public var launchers: [LauncherRule] = []
    public var families: [StartMethodFamily] = []
    public var pathEnds: [PathEnd] = []
    public var applications: [ApplicationRule] = []
    public var projects: [ProjectRule] = []
    /// Top-level modules outside the standard library whose functions run no code that rules are about.
    public var plainModules: [String] = []
    /// Top-level modules whose functions give text, numbers, files and other data of their own.
    public var dataModules: [String] = []
    /// Names that mean what another one does: `streamlit.cache_resource` caches as `functools.lru_cache` does.
    public var equivalents: [String: String] = [:]
    public var checks: [CheckPage] = []
    /// What the files of `rules/launchers` say beside their launchers.
    public var launcherFiles: [LauncherFile] = []
    /// Environment variables that change what a fork does.
    public var variables: [EnvironmentVariable] = []
    /// Settings of servers and test runners that load a program before they fork.
    public var settings: [ProjectSetting] = []

    public init() {}
}

/// One file of `rules/launchers`: what its launchers have in common.
public struct LauncherFile: Sendable, Equatable {
    /// The file's name: `multiprocessing`.
    public var id: String
    /// One sentence.
    public var summary: String
    public var evidence: [String]
    public var programs: [RuleProgram]
}

/// A page of `rules/checks`: the manual of one code.
public struct CheckPage: Sendable, Equatable {
    public var code: RuleCode
    /// `delta-across-fork`.
    public var name: String
    /// One line for tables.
    public var summary: String
    public var defaultLevel: Level
    /// Opt-in rules are off unless selected by code or name.
    public var isOptIn: Bool
    /// The page's Markdown.
    public var markdown: String
    public var programs: [RuleProgram]
}
