import PythonSyntax

/// What the configuration and the command line ask of a scan.
public struct ScanOptions: Sendable {
    /// Files and folders, as the user wrote them.
    public var paths: [String] = ["."]
    public var select: [String] = []
    public var ignore: [String] = []
    /// Beside those of `select`.
    public var extendSelect: [String] = []
    /// What is left out of folders, with the folders that the patterns count from.
    public var excludes: [AnchoredPatterns] = []
    /// They hold for named files, too.
    public var forcesExclude = false
    /// A `# noqa` that names no rule keeps back what it stands behind.
    public var respectsBareNoqa = false
    /// Reports write paths from the root of the file system; for files of a project around the working folder.
    public var showsAbsolutePaths = false
    /// `nil`: from the project's metadata, 3.13 without any.
    public var targetVersion: PythonVersion?
    public var platform: Platform = .linux
    /// Configuration and metadata of the project are not read.
    public var isIsolated = false
    /// `.gitignore`, `.ignore` and the skipped folders are not obeyed.
    public var ignoresIgnoreFiles = false
    /// The folder that facts are kept in from one scan to the next; `nil`: none is used.
    public var cacheFolder: String?
    /// Folders that `forkguard facts` wrote: what stands in them is the program, whatever `paths` name.
    public var factsFolders: [String] = []
    /// Bytes of facts in memory at a time; `nil`: as many as `Limits` has. For tests.
    public var factsMemory: Int?
    /// `nil`: one a processor.
    public var jobs: Int?
    public var stdinFilename: String?
    /// What stands in for files, by their absolute paths without links: the documents of an editor.
    public var contents: [String: [UInt8]] = [:]
    /// The program that reads Swift files; `nil`: the one beside this command.
    public var swiftFrontEnd: String?
    /// The line of which the scan is to say why it makes no finding.
    public var explained: (path: String, line: Int)?
    /// Off: every file is parsed, not only those near a fork site. For tests.
    public var usesFilter = true

    public init() {}
}
