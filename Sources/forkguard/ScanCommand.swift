import ArgumentParser
import ForkGuardCore

/// `forkguard scan`: the linter.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Scan Python projects for forks after a touch.",
        discussion: """
            Reads the named folders as one program. Files that are named are read within the project around them, \
            and the report is about these files. Without a path, the working folder is scanned. Hidden folders, \
            virtual environments, build products and what git ignores are left out.
            """,
        aliases: ["check"])

    @Argument(help: "Files and folders; `-` reads a program from standard input.")
    var paths: [String] = []

    @OptionGroup var output: OutputFlags
    @OptionGroup var settings: SettingFlags

    @Option(
        name: [.long, .customLong("diff-base")],
        help: ArgumentHelp(
            "Report on the files that git says differ from a commit; from HEAD without a value.", valueName: "rev"))
    var changed: String?

    @Option(
        help: ArgumentHelp("Write what is found to a baseline, which `--baseline` then knows.", valueName: "file"))
    var writeBaseline: String?

    @Option(
        name: [.long, .customLong("add-ignore"), .customLong("add-noqa")],
        help: ArgumentHelp("Write a comment above or behind every finding that keeps it back.", valueName: "reason"))
    var addIgnores: String?

    @OptionGroup var fixes: FixFlags

    @Flag(name: [.customShort("w"), .long], help: "Scan again when a file changes, until interrupted.")
    var watch = false

    @Flag(help: "Walk into what ignore files and custom leave out, too.")
    var noIgnore = false

    /// ruff's spelling.
    @Flag(name: .customLong("no-respect-gitignore"), help: .hidden)
    var noRespectGitignore = false

    @OptionGroup var cache: CacheFlags

    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: ArgumentHelp("Threads to use; one a processor otherwise.", valueName: "n"))
    var jobs: Int?

    @Option(help: ArgumentHelp("Name under which standard input is reported.", valueName: "file"))
    var stdinFilename: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Link the facts that `forkguard facts` wrote to a folder, and read no source. Repeatable.",
            valueName: "dir"))
    var facts: [String] = []

    /// For tests of what leaves memory.
    @Option(help: ArgumentHelp("Bytes of facts in memory at a time.", valueName: "n", visibility: .hidden))
    var factsMemory: Int?

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
        if watch, fixes.areAsked || writeBaseline != nil || addIgnores != nil || paths.contains("-") {
            throw ValidationError("--watch scans again and again, and goes with no option that changes or asks once")
        }
        if !facts.isEmpty {
            guard paths.isEmpty else { throw ValidationError("--facts stands instead of paths") }
            guard !fixes.areAsked, addIgnores == nil else {
                throw ValidationError("--facts reads no source that could be changed")
            }
        }
        if let empty = paths.first(where: \.isEmpty) { throw ValidationError("`\(empty)` is no path") }
    }

    mutating func run() throws {
        var configuration = try settings.configuration(for: stdinFilename.map { [$0] } ?? paths)
        // What fails a run is shown.
        if output.errorOnParseFailure { configuration.set(.extendSelect, .texts(["FG900"])) }
        let catalog = try CatalogLoading.catalog(configuration.paths(.rules))
        let changed = try changedFiles()
        let run = try ScanRun(
            named: paths, configuration: configuration, catalog: catalog, options: options, changed: changed)
        if output.showFiles { return try showFiles(run) }
        if watch {
            try ScanWatch(run: run).loop {
                let report = ScanOutput(flags: output, run: run)
                let start = ContinuousClock.now
                let outcome = run.run(baseline: try knownFindings(configuration))
                report.tell(outcome, paths: run.scope.paths, took: .now - start)
                try report.write(outcome)
            }
        }
        let report = ScanOutput(flags: output, run: run)
        let clock = ContinuousClock()
        let start = clock.now
        let baseline = try knownFindings(configuration)
        var outcome = run.run(baseline: baseline)
        if let explainSilence { return try explain(explainSilence, outcome) }
        if let writeBaseline { return try write(baseline: writeBaseline, outcome) }
        if fixes.diff { return try showDiff(outcome) }
        var changes = 0
        if fixes.change || addIgnores != nil {
            (outcome, changes) = try mended(outcome, catalog) { run.run(baseline: baseline) }
        }
        report.tell(outcome, paths: run.scope.paths, took: clock.now - start)
        if !fixes.fixOnly { try report.write(outcome) }
        try end(with: outcome, changes, configuration)
    }

    /// The status that the run ends with.
    private func end(with outcome: ScanRun.Outcome, _ changes: Int, _ configuration: Configuration) throws {
        let problems = outcome.report.problems
        if problems.contains(where: \.isFatal) { throw Status.failed }
        if output.errorOnParseFailure, !outcome.unparsed.isEmpty || !problems.isEmpty { throw Status.failed }
        let fails = !fixes.fixOnly && outcome.report.findings.contains { $0.level >= configuration.failOn }
        if fails && !output.exitZero || fixes.exitNonZeroOnFix && changes > 0 { throw Status.findings }
    }

    private var options: ScanOptions {
        var options = ScanOptions()
        options.isIsolated = settings.isolated
        options.ignoresIgnoreFiles = noIgnore || noRespectGitignore
        options.cacheFolder = cache.folder
        options.factsFolders = facts
        options.factsMemory = factsMemory
        options.jobs = jobs
        options.stdinFilename = stdinFilename
        options.swiftFrontEnd = Environment.value("FORKGUARD_SWIFT")
        options.explained = explainSilence.map { (path: $0.path, line: $0.line) }
        return options
    }

    private func changedFiles() throws -> Set<String>? {
        guard let changed else { return nil }
        return try GitChanges.files(since: changed, in: paths.first { $0 != "-" } ?? ".")
    }

    private func knownFindings(_ configuration: Configuration) throws -> Baseline? {
        // A baseline that is written anew accepts what the former one did.
        guard writeBaseline == nil, let path = configuration.paths(.baseline).first else { return nil }
        return try Baseline.read(path)
    }

    private func showFiles(_ run: ScanRun) throws {
        let (files, problems) = run.files()
        var buffer = ByteBuffer()
        for file in files { buffer.line(Printable.path(file)) }
        OutputStream.standardOutput.write(buffer)
        for problem in problems {
            OutputStream.standardError.write(
                line: "forkguard: \(Printable.path(problem.path)): \(Printable.text(problem.message))")
        }
        if problems.contains(where: \.isFatal) { throw Status.failed }
    }

    private func explain(_ place: Place, _ outcome: ScanRun.Outcome) throws {
        guard outcome.files.contains(where: { $0.path == place.path }) else { throw Failure.notScanned(place.path) }
        var buffer = ByteBuffer()
        buffer.line("\(Printable.path(place.path)):\(place.line)")
        for sentence in outcome.report.silence { buffer.line("  - \(Printable.text(sentence))") }
        OutputStream.standardOutput.write(buffer)
        if outcome.report.problems.contains(where: \.isFatal) { throw Status.failed }
    }

    private func write(baseline path: String, _ outcome: ScanRun.Outcome) throws {
        let baseline = Baseline(of: outcome.found, for: path)
        try FailingFile.replace(path, with: baseline.file().bytes)
        if !output.quiet {
            let count = baseline.entries.reduce(0) { $0 + $1.count }
            let what = count == 1 ? "1 finding" : "\(count) findings"
            OutputStream.standardError.write(line: "forkguard: wrote \(what) to \(Printable.path(path))")
        }
        if outcome.report.problems.contains(where: \.isFatal) { throw Status.failed }
    }

    // MARK: Arguments

    private static func place(_ text: String) throws -> Place {
        guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]), line > 0,
            colon > text.startIndex
        else { throw ValidationError("`\(text)` is no FILE:LINE") }
        var path = text[..<colon]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        return Place(path: String(path), line: line)
    }
}

/// Writes a file, and names it when that fails.
enum FailingFile {
    static func replace(_ path: String, with bytes: [UInt8]) throws {
        do throws(FileError) { try FileWriting.replace(path, with: bytes) } catch {
            throw Failure.unwritableFile(path, error)
        }
    }
}
