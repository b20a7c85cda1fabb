/// One line a finding, as editors and `grep` like it: `path:line:column: FG101 error message`.
public struct ConciseReporter: Reporter {
    private let style: TerminalStyle

    public init(style: TerminalStyle = TerminalStyle()) { self.style = style }

    public func report(_ report: ScanReport) -> ByteBuffer {
        var buffer = ByteBuffer()
        for finding in report.findings {
            let place = "\(Printable.path(finding.site.path)):\(finding.site.placeInFile):"
            let level = style.paint(finding.level.rawValue, finding.level.role)
            let code = style.paint(FindingWords.marked(finding), .strong)
            buffer.line("\(place) \(code) \(level) \(Printable.text(finding.message))")
        }
        return buffer
    }
}
