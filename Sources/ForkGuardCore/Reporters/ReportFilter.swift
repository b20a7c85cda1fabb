/// What configuration and baseline leave of a scan's findings, before a report is written.
public struct ReportFilter: Sendable {
    private let ignores: [(patterns: IgnoreFile, codes: Set<RuleCode>)]
    private let minSeverity: Level
    private let here: String

    /// - Throws: a word among the per-file ignores that names no rule.
    public init(_ configuration: Configuration, checks: [CheckPage]) throws(RuleSelectionError) {
        minSeverity = configuration.minSeverity
        here = Folders.working
        var all: [(IgnoreFile, Set<RuleCode>)] = []
        for value in configuration.inForce(.perFileIgnores) {
            guard case .ignores(let ignores) = value.content else { continue }
            for item in ignores {
                let codes = try RuleSelection(select: item.codes, ignore: [], checks: checks).enabled
                let patterns = AnchoredPatterns(folder: value.folder, lines: [item.pattern]).file
                // No code at all would select the default ones.
                all.append((patterns, item.codes.isEmpty ? [] : codes))
            }
        }
        ignores = all
    }

    /// The findings that are neither too low nor left out in their file.
    public func apply(to findings: [Finding]) -> [Finding] {
        findings.filter { $0.level >= minSeverity && !isIgnored($0) }
    }

    /// True for what is left out in its file.
    func isIgnored(_ finding: Finding) -> Bool {
        guard !ignores.isEmpty else { return false }
        let path = PathCoding.bytes(of: Folders.join(here, finding.site.path))
        return ignores.contains { item in
            item.codes.contains(finding.code) && Self.matches(item.patterns, path)
        }
    }

    /// True if the pattern means the file or a folder that it lies in.
    private static func matches(_ patterns: IgnoreFile, _ path: [UInt8]) -> Bool {
        if let verdict = patterns.verdict(on: path, isFolder: false) { return verdict }
        let ends = path.indices.filter { $0 > patterns.folder.count && path[$0] == UInt8(ascii: "/") }
        return ends.contains { patterns.verdict(on: Array(path[..<$0]), isFolder: true) == true }
    }
}
