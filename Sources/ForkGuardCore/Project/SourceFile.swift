/// A file that a scan looks at. Nothing of it is read before `read()`.
public struct SourceFile: Sendable, Hashable {
    /// Relative to the working directory where the file lies below it, `/`-separated, as in every report.
    /// Names that are not UTF-8 are coded: see `PathCoding`.
    public let path: String
    /// Given by name on the command line, or through standard input.
    public let isNamed: Bool
    /// A `.pyi` file: read for its names only, never reported.
    public let isStub: Bool
    /// No Python: command lines and settings that start servers.
    var isSettings: Bool { SettingsFile.isSettings(path) }
    /// What standard input held, for `-`.
    private let content: [UInt8]?
    /// Where `forkguard facts` stored it; the path is then a name only.
    private let storage: String?

    /// A file that stands with its facts at `storage`.
    init(path: String, storedAt storage: String) {
        (self.path, self.storage, content, isNamed) = (path, storage, nil, false)
        isStub = path.hasSuffix(".pyi")
    }

    public init(path: String, isNamed: Bool = false, isStub: Bool? = nil, content: [UInt8]? = nil) {
        self.path = path
        self.isNamed = isNamed
        self.isStub = isStub ?? path.hasSuffix(".pyi")
        self.content = content
        storage = nil
    }

    var isSwift: Bool { path.hasSuffix(".swift") }
    /// C that Swift files may import: read beside them for the functions that fork.
    var isShim: Bool { Self.isShim(path) }

    /// Read beside the program's own files, and not counted.
    var isBeside: Bool { isSettings || isShim }

    static func isShim(_ path: String) -> Bool { path.hasSuffix(".c") || path.hasSuffix(".h") }

    /// What a front end of its own is asked for.
    var request: FrontEndRequest.File {
        (content ?? stored?.source).map { .content($0) } ?? .path(PathCoding.bytes(of: path))
    }

    /// The file's bytes.
    public func read() throws(FileError) -> [UInt8] {
        let bytes = try raw()
        guard Notebook.isNotebook(path) else { return bytes }
        guard let notebook = Notebook(bytes) else { throw .notANotebook }
        return notebook.source
    }

    /// Where the lines of `read()` stand, for a notebook.
    var notebook: Notebook? {
        guard Notebook.isNotebook(path) else { return nil }
        return (try? raw()).flatMap { Notebook($0) }
    }

    /// From standard input, not from a file.
    var isPiped: Bool { content != nil }

    /// The bytes as they stand on disk.
    func raw() throws(FileError) -> [UInt8] {
        if let content { return content }
        if let storage { return try StoredFacts.read(storage).source }
        return try FileSystem.read(PathCoding.bytes(of: path), limit: Limits.fileBytes)
    }

    /// What is stored of it, with its facts.
    var stored: StoredFacts? { storage.flatMap { try? StoredFacts.read($0) } }

    /// The same file under another name.
    func renamed(_ name: String) -> SourceFile {
        guard name != path else { return self }
        if let storage { return SourceFile(path: name, storedAt: storage) }
        return SourceFile(path: name, isNamed: isNamed, isStub: isStub, content: content)
    }

    /// What the user is told when `read()` failed: the end of the command for a named file, a line otherwise.
    public func problem(_ error: FileError) -> ScanProblem {
        ScanProblem(path: path, message: "\(error)", isFatal: isNamed)
    }
}

extension SourceFile {
    enum Limits {
        /// Ten times the largest file written by hand or by a generator that we met. Larger ones are data,
        /// and a tree of one would take more memory than the whole scan may.
        static let fileBytes = 32 << 20
    }
}
