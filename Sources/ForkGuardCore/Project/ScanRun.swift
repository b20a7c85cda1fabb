/// One scan from its settings to what a report shows: for the command and whoever else scans.
public struct ScanRun: Sendable {
    public let catalog: Catalog
    public let configuration: Configuration
    public let scope: ScanScope
    private let options: ScanOptions
    private let selection: RuleSelection
    private let filter: ReportFilter

    /// What one scan gave.
    public struct Outcome: Sendable {
        /// What is shown.
        public var report: ScanReport
        /// All that was found, before a baseline and the choice of files took from it.
        public var found: [Finding]
        /// A line for each kind of note that is kept back.
        public var summaries: [String]
        /// The files read, named as reports name them.
        public var files: [SourceFile]
        /// Files reported on that have syntax errors, whatever levels are shown.
        public var unparsed: [String] = []
        /// What the baseline accepted, and what of it is no more.
        public var known = 0
        public var stale: [Baseline.Entry] = []
    }

    /// - Parameters:
    ///   - named: files and folders, as the user wrote them.
    ///   - options: what is no setting: jobs, isolation, standard input.
    /// - Throws: `CatalogError` or `RuleSelectionError`.
    public init(
        named: [String], configuration: Configuration, catalog: Catalog, options: ScanOptions,
        changed: Set<String>? = nil
    ) throws {
        var options = options
        try configuration.apply(to: &options, checks: catalog.checks)
        selection = try RuleSelection(options, checks: catalog.checks)
        filter = try ReportFilter(configuration, checks: catalog.checks)
        scope = ScanScope(
            named: named, configuration: configuration, stdinFilename: options.stdinFilename, changed: changed,
            unsaved: Set(options.contents.keys))
        options.paths = scope.paths
        options.showsAbsolutePaths = scope.isAround
        self.options = options
        self.catalog = catalog
        self.configuration = configuration
    }

    /// The files that a scan would look at, sorted, as reports name them.
    public func files() -> (files: [String], problems: [ScanProblem]) {
        let walk = FileWalk(options)
        return (walk.files.map { scope.reported($0.path) }.filter(scope.covers), walk.problems)
    }

    public func run(baseline: Baseline? = nil) -> Outcome {
        let walk = FileWalk(options)
        var report = Scanner(catalog: catalog, options: options).scan(walk.files)
        report.problems = (walk.problems + report.problems).sorted { ($0.path, $0.line) < ($1.path, $1.line) }
        report = scope.rewritten(report)
        let files = walk.files.map { $0.renamed(scope.reported($0.path)) }
        let unparsed = report.findings.filter { finding in
            finding.code == Self.syntaxError && !filter.isIgnored(finding) && scope.covers(finding)
        }
        report.findings = filter.apply(to: report.findings)
        let found = report.findings
        var outcome = Outcome(report: report, found: found, summaries: [], files: files)
        outcome.unparsed = Set(unparsed.map(\.site.path)).sorted()
        if let baseline {
            let parted = baseline.apply(to: report.findings)
            outcome.report.findings = parted.new
            outcome.known = parted.known
            // What lies elsewhere was not looked for.
            outcome.stale = parted.stale.filter { entry in baseline.isWithin(entry, files: files, scope) }
        }
        if scope.isPartial {
            outcome.report.findings = outcome.report.findings.filter(scope.covers)
            outcome.report.fileCount = files.count { scope.covers($0.path) }
            // Whoever names a file need not hear of others that could not be read.
            outcome.report.problems.removeAll { !$0.isFatal && !scope.covers($0.path) }
        }
        let selected = asked
        let (shown, summaries) = FindingFilter(files: files) { selected.contains($0) }.apply(to: outcome.report)
        outcome.report = shown
        outcome.summaries = summaries
        return outcome
    }

    private static let syntaxError = RuleCode("FG900")

    /// What `select` names, be it by a prefix or ALL, was asked for; beside the default rules, what `extend-select` names.
    private var asked: Set<RuleCode> {
        if !options.select.isEmpty { return selection.enabled }
        guard !options.extendSelect.isEmpty else { return [] }
        let extending = try? RuleSelection(select: options.extendSelect, ignore: [], checks: catalog.checks)
        return selection.enabled.intersection(extending?.enabled ?? [])
    }
}

extension Baseline {
    /// True if an entry's file was read, or stands no more where it stood, and is among those reported.
    func isWithin(_ entry: Entry, files: [SourceFile], _ scope: ScanScope) -> Bool {
        let path = Folders.shown(Folders.join(folder, entry.path), from: Folders.working)
        if scope.isPartial { return scope.covers(path) }
        return files.contains { $0.path == path } || !FileSystem.exists(PathCoding.bytes(of: path))
    }
}
