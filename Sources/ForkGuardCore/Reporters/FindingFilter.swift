/// Which findings a report shows: notes about forkguard's own limits are kept back unless they were asked for.
public struct FindingFilter: Sendable {
    /// FG900 and FG902 concern reading, not the program; a project of many files has some.
    private static let quiet: Set<RuleCode> = [RuleCode("FG900"), RuleCode("FG902")]

    private let isNamed: @Sendable (RuleCode) -> Bool
    private let namedPaths: Set<String>

    /// - Parameter isNamed: true for rules that the user selected.
    public init(files: [SourceFile], isNamed: @escaping @Sendable (RuleCode) -> Bool) {
        self.isNamed = isNamed
        namedPaths = Set(files.filter(\.isNamed).map(\.path))
    }

    /// The report without what is kept back, and a line for each rule that was.
    public func apply(to report: ScanReport) -> (shown: ScanReport, summaries: [String]) {
        var shown = report
        var hidden: [RuleCode: Set<String>] = [:]
        shown.findings = report.findings.filter { finding in
            guard Self.quiet.contains(finding.code), !isNamed(finding.code),
                !namedPaths.contains(finding.site.path)
            else { return true }
            hidden[finding.code, default: []].insert(finding.site.path)
            return false
        }
        let summaries = hidden.sorted { $0.key < $1.key }.map { code, paths in
            let files = FindingWords.count(paths.count, "file")
            let what =
                code.text == "FG900"
                ? "\(files) could not be read in whole" : "a limit was reached in \(files)"
            return "\(what): `--select \(code)` shows where"
        }
        return (shown, summaries)
    }
}
