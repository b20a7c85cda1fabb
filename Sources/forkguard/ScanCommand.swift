import ArgumentParser
import ForkGuardCore
import PythonSyntax

/// `forkguard scan`: the linter.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Scan Python projects for forks after a touch.",
        discussion: """
            Reads the named files and folders as one program. Folders are walked as git would walk them; \
            hidden folders, virtual environments and build products are left out.
            """,
        aliases: ["check"])

    @Argument(help: "Files and folders; `-` reads a program from standard input.")
    var paths: [String] = ["."]

    @Option(help: "How to report: text, concise, json or sarif.")
    var format: ReportFormat = .text

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Rules to check: codes, prefixes, names or ALL, comma-separated.", valueName: "codes"))
    var select: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Rules to leave out, written as for --select.", valueName: "codes"))
    var ignore: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Leave out what matches, as a line of .gitignore would. Repeatable.", valueName: "glob"))
    var exclude: [String] = []

    @Option(
        help: ArgumentHelp("Python version that the code runs on, such as 3.12.", valueName: "version"),
        transform: Self.version)
    var targetVersion: PythonVersion?

    @Option(help: "System that the code runs on: linux or darwin.")
    var platform: Platform = .linux

    @Option(help: ArgumentHelp("Lowest level that ends with 1: error or warning.", valueName: "level"))
    var failOn: FailingLevel = .error

    @Flag(help: "Read no configuration and no metadata of the project.")
    var isolated = false

    @Flag(help: "Walk into what ignore files and custom leave out, too.")
    var noIgnore = false

    @Flag(help: "Neither read nor write a cache.")
    var noCache = false

    @Option(help: ArgumentHelp("Threads to use; one a processor otherwise.", valueName: "n"))
    var jobs: Int?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Add the rule files of a folder. Repeatable.", valueName: "dir"))
    var rules: [String] = []

    @Option(help: ArgumentHelp("Name under which standard input is reported.", valueName: "file"))
    var stdinFilename: String?

    @Option(
        help: ArgumentHelp("Say why a line that starts a process makes no finding.", valueName: "file:line"),
        transform: Self.place)
    var explainSilence: Place?

    struct Place {
        var path: String
        var line: Int
    }

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number of at least 1") }
    }

    mutating func run() throws {
        let catalog = try CatalogLoading.catalog(rules)
        let options = options
        let selection: RuleSelection
        do throws(RuleSelectionError) {
            selection = try RuleSelection(select: options.select, ignore: options.ignore, checks: catalog.checks)
        } catch {
            throw Failure.selection(error)
        }
        let walk = FileWalk(options)
        var report = Scanner(catalog: catalog, options: options).scan(walk.files)
        report.problems = (walk.problems + report.problems).sorted { ($0.path, $0.line) < ($1.path, $1.line) }
        // What `--select` names, be it by a prefix or ALL, was asked for.
        let selected = options.select.isEmpty ? [] : selection.enabled
        let (shown, summaries) = FindingFilter(files: walk.files) { selected.contains($0) }.apply(to: report)
        if let explainSilence {
            try explain(explainSilence, report, walk.files)
            return
        }
        tell(shown.problems, summaries, isEmpty: walk.files.isEmpty)
        try write(shown, catalog, walk.files)
        if report.problems.contains(where: \.isFatal) { throw Status.failed }
        if shown.findings.contains(where: { $0.level >= failOn.level }) { throw Status.findings }
    }

    private func explain(_ place: Place, _ report: ScanReport, _ files: [SourceFile]) throws {
        guard files.contains(where: { $0.path == place.path }) else { throw Failure.notScanned(place.path) }
        var buffer = ByteBuffer()
        buffer.line("\(Printable.path(place.path)):\(place.line)")
        for sentence in report.silence { buffer.line("  - \(Printable.text(sentence))") }
        OutputStream.standardOutput.write(buffer)
        if report.problems.contains(where: \.isFatal) { throw Status.failed }
    }

    private var options: ScanOptions {
        var options = ScanOptions()
        options.paths = paths
        options.select = select.flatMap(Self.words)
        options.ignore = ignore.flatMap(Self.words)
        options.exclude = exclude
        options.targetVersion = targetVersion
        options.platform = platform
        options.isIsolated = isolated
        options.ignoresIgnoreFiles = noIgnore
        options.usesCache = !noCache
        options.jobs = jobs
        options.stdinFilename = stdinFilename
        options.swiftFrontEnd = Environment.value("FORKGUARD_SWIFT")
        options.explained = explainSilence.map { (path: $0.path, line: $0.line) }
        return options
    }

    /// What belongs to no report, on standard error.
    private func tell(_ problems: [ScanProblem], _ summaries: [String], isEmpty: Bool) {
        var buffer = ByteBuffer()
        for problem in problems {
            let line = problem.line > 0 ? ":\(problem.line)" : ""
            buffer.line("forkguard: \(Printable.path(problem.path))\(line): \(Printable.text(problem.message))")
        }
        for summary in summaries { buffer.line("forkguard: \(summary)") }
        if isEmpty && !problems.contains(where: \.isFatal) {
            buffer.line(
                "forkguard: no Python or Swift file found in \(paths.map(Printable.path).joined(separator: ", "))")
        }
        OutputStream.standardError.write(buffer)
    }

    private func write(_ report: ScanReport, _ catalog: Catalog, _ files: [SourceFile]) throws {
        let output = OutputStream.standardOutput
        let style = TerminalStyle(
            environment: Environment.value, isTerminal: output.isTerminal, columns: output.width)
        let reporter = format.reporter(catalog: catalog, lines: FileSourceLines(files), style: style)
        // A reader that has seen enough (`head`) is no failure; what was found still counts.
        output.write(reporter.report(report))
    }

    private static func words(_ list: String) -> [String] {
        list.split { $0 == "," || $0 == " " }.map(String.init)
    }

    private static func place(_ text: String) throws -> Place {
        guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]), line > 0,
            colon > text.startIndex
        else { throw ValidationError("`\(text)` is no FILE:LINE") }
        var path = text[..<colon]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        return Place(path: String(path), line: line)
    }

    private static func version(_ text: String) throws -> PythonVersion {
        guard let version = PythonVersion(text), version >= .oldest, version <= .newest else {
            throw ValidationError(
                "`\(text)` is no Python version from \(PythonVersion.oldest) to \(PythonVersion.newest)")
        }
        return version
    }
}

/// The levels that `--fail-on` takes.
enum FailingLevel: String, ExpressibleByArgument, CaseIterable {
    case error, warning
    var level: Level { self == .error ? .error : .warning }
}

extension ReportFormat: ExpressibleByArgument {}
extension Platform: ExpressibleByArgument {}
