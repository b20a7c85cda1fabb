import PythonSyntax

public enum Level: String, Sendable, Comparable, CaseIterable {
    case note, warning, error
    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }
    private var order: Int {
        switch self {
        case .note: 0;
        case .warning: 1;
        case .error: 2
        }
    }
}

/// A place in a scanned file, with what stands there.
public struct Site: Sendable, Hashable {
    /// Relative to the working directory, `/`-separated, as in every report.
    public var path: String
    /// One-based.
    public var line: Int
    /// One-based, in Unicode scalars.
    public var column: Int
    /// One-based line and column after the last character, for SARIF regions and carets.
    public var endLine: Int
    public var endColumn: Int
    /// Qualified name of the enclosing function within its module, `<module>` at top level.
    public var symbol: String
    /// The trimmed source line.
    public var text: String
    /// Where the line stands in a notebook; its number above is that of the program which the cells make.
    public var notebook: NotebookPlace?

    public init(
        path: String, line: Int, column: Int, endLine: Int, endColumn: Int, symbol: String, text: String
    ) {
        self.path = path
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
        self.symbol = symbol
        self.text = text
    }
}

/// One hazard, as every reporter and baseline sees it. Facts stay structured: the words are made in `Reporters`.
public struct Finding: Sendable, Equatable {
    public var code: RuleCode
    /// `delta-across-fork`.
    public var name: String
    public var level: Level
    /// The primary location: the fork site; for FG9xx the place itself.
    public var site: Site
    /// `nil` for findings that concern no library.
    public var library: String?
    /// What people call it: `a thread`, `PyTorch on CUDA`.
    public var libraryTitle: String?
    /// One sentence, complete in itself: it names the touch and the consequence.
    public var message: String
    public var touch: Site?
    /// What was called there: `DeltaTable(...)`.
    public var touchCall: String?
    /// Touches of the same library farther away.
    public var otherTouches: [Site]
    /// The child's use, if proven.
    public var use: Site?
    public var useCall: String?
    /// The calls on the way from the touch to the fork, in that order; neither end is among them.
    public var chain: [Site]
    public var startMethod: StartMethodReason?
    /// What the fork does to this version, as a sentence: "deltalake 0.18.2, pinned in uv.lock, hangs without a word".
    public var consequence: String?
    public var remedy: Remedy?
    public var evidence: [String]
    /// Stable under moved lines: see `Fingerprint`.
    public var fingerprint: String
    /// Of FG901: the code in the comment that `--fix` would take out, as written.
    public var unusedCode: String?
    /// The change of the start method that would mend it, where the program has what that needs.
    public var startMethodFix: StartMethodFix?

    public init(
        code: RuleCode, name: String, level: Level, site: Site, library: String? = nil, message: String,
        touch: Site? = nil, touchCall: String? = nil, otherTouches: [Site] = [], use: Site? = nil,
        useCall: String? = nil, chain: [Site] = [], startMethod: StartMethodReason? = nil,
        consequence: String? = nil, remedy: Remedy? = nil, evidence: [String] = [], fingerprint: String = ""
    ) {
        self.code = code
        self.name = name
        self.level = level
        self.site = site
        self.library = library
        self.message = message
        self.touch = touch
        self.touchCall = touchCall
        self.otherTouches = otherTouches
        self.use = use
        self.useCall = useCall
        self.chain = chain
        self.startMethod = startMethod
        self.consequence = consequence
        self.remedy = remedy
        self.evidence = evidence
        self.fingerprint = fingerprint
    }
}

extension Finding {
    /// What can be done about it by a change of its file.
    public enum Fix: String, Sendable {
        /// Nothing runs differently after it.
        case safe
        /// Workers are started in another way.
        case unsafe
    }

    /// `nil` also in notebooks: what is read of them is not what stands in the file.
    public var fix: Fix? {
        if site.notebook != nil { return nil }
        return unusedCode != nil ? .safe : startMethodFix != nil ? .unsafe : nil
    }
}

/// A call at which workers can be told to spawn.
public struct StartMethodFix: Sendable, Equatable {
    /// The call that makes what launches; where `isChoice`, the one that chooses a context: `get_context("fork")`.
    public var call: Site
    /// Byte range of the call in the file's text as UTF-8 without a byte-order mark.
    public var start: UInt32
    public var end: UInt32
    public var isChoice: Bool
    /// `multiprocessing.Process`, and the names of its parameters.
    public var launcher: String
    public var parameters: [String]
    /// `multiprocessing.get_context("spawn").Process` in place of the callee, or `mp_context=...` as an argument.
    public var remedy: String
    /// Modules whose `get_context` gives what the remedy asks for.
    public var modules: [String]
}

/// Which start method holds at a fork site, and why.
public struct StartMethodReason: Sendable, Equatable {
    /// `fork`, or `forkserver` where the server itself has touched the library.
    public var method: StartMethod
    /// "the default of Python 3.13 on Linux", "chosen by get_context at app.py:3", "os.fork always forks".
    public var reason: String
    public init(method: StartMethod, reason: String) {
        self.method = method
        self.reason = reason
    }
}

/// What to change, and what it costs.
public struct Remedy: Sendable, Equatable {
    /// An imperative sentence or two.
    public var text: String
    /// Code to write at the fork site, if one line says it.
    public var code: String?
    /// "each worker imports its modules again".
    public var price: String
    /// What the remedy needs that the code lacks: "`work` is a lambda, which spawn cannot pickle".
    public var obstacles: [String]
    public init(text: String, code: String? = nil, price: String, obstacles: [String] = []) {
        self.text = text
        self.code = code
        self.price = price
        self.obstacles = obstacles
    }
}

/// A file that could not be read or parsed, or a part of it.
public struct ScanProblem: Sendable, Hashable {
    public var path: String
    /// One-based; 0 when the whole file is meant.
    public var line: Int
    public var message: String
    /// A named argument that is missing or unreadable ends the command with 2.
    public var isFatal: Bool
    public init(path: String, line: Int = 0, message: String, isFatal: Bool = false) {
        self.path = path
        self.line = line
        self.message = message
        self.isFatal = isFatal
    }
}

/// What one scan gives to a reporter.
public struct ScanReport: Sendable {
    /// Sorted by path, line, column, code, library.
    public var findings: [Finding]
    public var problems: [ScanProblem]
    /// Number of source files looked at.
    public var fileCount: Int
    /// Why the line that was asked about makes no finding, a sentence each.
    public var silence: [String] = []
    /// What the scan took, stage by stage.
    public var stages: [ScanStage] = []
    public init(findings: [Finding] = [], problems: [ScanProblem] = [], fileCount: Int = 0) {
        self.findings = findings
        self.problems = problems
        self.fileCount = fileCount
    }
}
