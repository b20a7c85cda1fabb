import PythonSyntax

/// Reads files, makes their facts, links them and reports what may not survive a fork.
public struct Scanner {
    private let catalog: Catalog
    private let options: ScanOptions

    public init(catalog: Catalog, options: ScanOptions) {
        self.catalog = catalog
        self.options = options
    }

    public func scan(_ files: [SourceFile]) -> ScanReport {
        AllocatorSettings.set()
        // Code may be nested as deeply as the parser allows; a thread's usual stack is made for less.
        return BigStack.run { self.scanHere(files) }
    }

    private func scanHere(_ all: [SourceFile]) -> ScanReport {
        var stages = ScanStages()
        let cache = all.isEmpty ? nil : options.cacheFolder.flatMap(CacheFolder.init)
        let reports = cache.flatMap { ReportCache($0, files: all, options: options, catalog: catalog) }
        if var known = reports?.report() {
            stages.end("finding that nothing has changed since the last scan")
            known.stages = stages.stages
            return known
        }
        // Syntax errors that are asked for by code are asked for in every file.
        let readsAll =
            !options.usesFilter
            || (options.select + options.extendSelect).contains {
                $0.hasPrefix("FG9") || $0 == "ALL" || $0 == "syntax-error"
            }
        let selection = try? RuleSelection(options, checks: catalog.checks)
        let wanted = selection.map(catalog.selected(by:)) ?? catalog
        let namesMethods = selection?.isEnabled(ImplicitMethods.code) ?? false
        let wantsForks = namesMethods || options.explained != nil
        let selected = FileSelection(files: all, catalog: wanted, wantsForks: wantsForks, jobs: options.jobs).selected()
        let isSelected = Set(selected)
        let files = all.indices.filter { isSelected.contains($0) || readsAll && !all[$0].isBeside }.map { all[$0] }
        stages.end("choosing \(files.count) files")
        let metadata = MetadataIndex(isIsolated: options.isIsolated)
        let versions = files.map { options.targetVersion ?? metadata.python(for: $0.path) }
        var loaded = FactsLoader(
            files: files, versions: versions, jobs: options.jobs, swiftFrontEnd: options.swiftFrontEnd,
            memory: options.factsMemory, cache: cache.map(FactsCache.init)
        ).load()
        AllocatorSettings.giveBack()
        stages.end("their facts")
        var report = ScanReport(problems: loaded.problems, fileCount: all.count { !$0.isBeside })
        let program = Program(&loaded.inputs, store: loaded.store, outside: FileSelection.outsideNames(catalog))
        stages.end("linking")
        let rules = RuleIndex(wanted.met(by: program.symbols, in: program.languages))
        rules.noteOutsideClasses(usedBy: program.symbols)
        let relevance = Relevance(program: program, rules: rules, wantsForks: wantsForks)
        AllocatorSettings.giveBack()
        stages.end("who mentions whom")
        let interpreter = Interpreter(
            program: program, rules: rules,
            environments: loaded.files.map { TargetEnvironment(python: versions[$0], platform: options.platform) },
            metadata: metadata, relevance: relevance)
        if options.explained != nil { interpreter.launchLog = LaunchLog() }
        var entries = EntryPoints(interpreter: interpreter)
        entries.run(&stages)
        let texts = SourceTexts(files: loaded.files.map { files[$0] })
        let builder = FindingBuilder(
            interpreter: interpreter, metadata: metadata, source: { texts.text(Int($0)) },
            notebook: { texts.notebook(Int($0)) })
        var findings = interpreter.hazards.hazards.values.compactMap { builder.finding(for: $0) }
        if namesMethods { findings += builder.findings(for: interpreter.implicitMethods) }
        findings += builder.notes(limits: entries.limits)
        report.findings = select(findings, selection, program, builder)
        texts.place(&report.findings)
        if let line = options.explained, let log = interpreter.launchLog {
            report.silence = builder.silence(path: line.path, line: line.line, log, findings: report.findings)
        }
        report.problems += metadata.problems
        stages.end("findings")
        reports?.keep(report, metadata.witnesses)
        report.stages = stages.stages
        return report
    }

    /// Keeps what is selected and not suppressed, in the order of reports.
    private func select(
        _ findings: [Finding], _ selection: RuleSelection?, _ program: Program, _ builder: FindingBuilder
    ) -> [Finding] {
        let enabled = selection?.enabled ?? Set(catalog.checks.map(\.code))
        var result = findings.filter { enabled.contains($0.code) }
        result.sort(by: Finding.comesBefore)
        var comments: [String: [SuppressionComment]] = [:]
        var indices: [String: Int32] = [:]
        for (index, module) in program.modules.enumerated() where !module.suppressions.isEmpty {
            comments[module.path] = module.suppressions
            indices[module.path] = Int32(index)
        }
        let suppressions = Suppressions(
            checks: catalog.checks, enabled: enabled, respectsBareNoqa: options.respectsBareNoqa)
        result = suppressions.apply(to: result, comments: comments) { number, path in
            indices[path].map { builder.line(number, of: $0) }
        }
        result.sort(by: Finding.comesBefore)
        Fingerprint.assign(to: &result)
        return result
    }
}

/// Texts of the few files that findings quote, read again when they are asked for.
private final class SourceTexts {
    private let files: [SourceFile]
    private var known: [Int: [UInt8]] = [:]
    private var size = 0
    private var notebooks: [Int: Notebook] = [:]

    /// Bytes kept at a time.
    private static let limit = 8 << 20

    init(files: [SourceFile]) { self.files = files }

    func text(_ index: Int) -> [UInt8] {
        if let text = known[index] { return text }
        let bytes = (try? files[index].read()) ?? []
        let text = files[index].isSwift || files[index].isShim ? bytes : PythonParser.text(of: bytes)
        // Notes about limits may speak of every file.
        if size + text.count > Self.limit { (known, size) = ([:], 0) }
        known[index] = text
        size += text.count
        return text
    }

    func notebook(_ index: Int) -> Notebook? {
        if let known = notebooks[index] { return known }
        notebooks[index] = files[index].notebook
        return notebooks[index]
    }

    /// Says of findings that no analysis made, comments without effect, where in a notebook they stand.
    func place(_ findings: inout [Finding]) {
        for index in findings.indices where findings[index].site.notebook == nil {
            let site = findings[index].site
            guard Notebook.isNotebook(site.path), let file = files.firstIndex(where: { $0.path == site.path }) else {
                continue
            }
            findings[index].site.notebook = notebook(file)?.place(of: site.line)
        }
    }
}

extension Finding {
    /// The order of a report: path, place, code, library; of those that agree in all (loaders that one line iterates), message.
    static func comesBefore(_ first: Finding, _ second: Finding) -> Bool {
        if first.site.path != second.site.path { return first.site.path < second.site.path }
        if first.site.line != second.site.line { return first.site.line < second.site.line }
        if first.site.column != second.site.column { return first.site.column < second.site.column }
        return (first.code.text, first.library ?? "", first.message)
            < (second.code.text, second.library ?? "", second.message)
    }
}
