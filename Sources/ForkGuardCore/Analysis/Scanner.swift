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
        var report = ScanReport(fileCount: files.count)
        let environment = TargetEnvironment(
            python: options.targetVersion ?? PythonVersion(minor: 13), platform: options.platform)
        var inputs: [Program.Input] = []
        var sources: [SourceFile] = []
        for file in files {
            do {
                let bytes = try file.read()
                let tree = PythonParser.parse(bytes, target: environment.python)
                inputs.append(.init(path: file.path, isNamed: file.isNamed, facts: PythonFacts.extract(from: tree)))
                sources.append(file)
            } catch {
                report.problems.append(file.problem(error))
            }
        }
        let program = Program(inputs)
        let rules = RuleIndex(catalog)
        let symbols = program.symbols
        let relevance = Relevance(program: program, rules: rules, symbols: symbols)
        let interpreter = Interpreter(
            program: program, rules: rules, environment: environment, relevance: relevance, symbols: symbols)
        var entries = EntryPoints(interpreter: interpreter)
        entries.run()
        let texts = SourceTexts(files: sources, target: environment.python)
        let builder = FindingBuilder(
            program: program, rules: rules, paths: interpreter.paths, environment: environment, metadata: MetadataIndex(),
            source: { texts.text(Int($0)) })
        report.findings = interpreter.hazards.hazards.values.compactMap { builder.finding(for: $0) }
        report.findings.sort(by: Finding.comesBefore)
        Fingerprint.assign(to: &report.findings)
        return report
    }
}

/// Texts of the few files that findings quote, read again when they are asked for.
private final class SourceTexts {
    private let files: [SourceFile]
    private let target: PythonVersion
    private var known: [Int: [UInt8]] = [:]

    init(files: [SourceFile], target: PythonVersion) {
        self.files = files
        self.target = target
    }

    func text(_ index: Int) -> [UInt8] {
        if let text = known[index] { return text }
        let bytes = (try? files[index].read()) ?? []
        let text = PythonParser.parse(bytes, target: target).source
        known[index] = text
        return text
    }
}

extension Finding {
    /// The order of a report: path, place, code, library.
    static func comesBefore(_ first: Finding, _ second: Finding) -> Bool {
        if first.site.path != second.site.path { return first.site.path < second.site.path }
        if first.site.line != second.site.line { return first.site.line < second.site.line }
        if first.site.column != second.site.column { return first.site.column < second.site.column }
        return (first.code.text, first.library ?? "") < (second.code.text, second.library ?? "")
    }
}
