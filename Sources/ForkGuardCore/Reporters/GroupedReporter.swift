/// Findings under the name of their file, for people who read many.
public struct GroupedReporter: Reporter {
    private let style: TerminalStyle
    private let isQuiet: Bool

    public init(style: TerminalStyle = TerminalStyle(), isQuiet: Bool = false) {
        self.style = style
        self.isQuiet = isQuiet
    }

    public func report(_ report: ScanReport) -> ByteBuffer {
        var buffer = ByteBuffer()
        for (path, findings) in report.findingsByFile {
            buffer.line(style.paint(Printable.path(path), .strong) + ":")
            let places = findings.map { $0.site.placeInFile }
            let width = places.map(\.count).max() ?? 0
            for (finding, place) in zip(findings, places) {
                let gap = String(repeating: " ", count: width - place.count)
                let code = style.paint(FindingWords.marked(finding), .strong)
                let level = style.paint(finding.level.rawValue, finding.level.role)
                buffer.line("  \(place)\(gap)  \(code) \(level) \(Printable.text(finding.message))")
            }
            buffer.line()
        }
        if isQuiet { return buffer }
        if !report.problems.contains(where: \.isFatal) || !report.findings.isEmpty {
            buffer.line(style.paint(FindingWords.summary(report), .strong))
            if let fixes = FindingWords.fixes(report) { buffer.line(fixes) }
        }
        return buffer
    }
}

extension ScanReport {
    /// Findings of each file, in report order.
    var findingsByFile: [(path: String, findings: [Finding])] {
        var groups: [(path: String, findings: [Finding])] = []
        for finding in findings {
            if groups.last?.path == finding.site.path {
                groups[groups.count - 1].findings.append(finding)
            } else {
                groups.append((finding.site.path, [finding]))
            }
        }
        return groups
    }
}
