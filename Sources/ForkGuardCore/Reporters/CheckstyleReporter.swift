/// Checkstyle's XML, which many CI servers and review bots take from any linter.
public struct CheckstyleReporter: Reporter {
    public init() {}

    public func report(_ report: ScanReport) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        buffer.line("<checkstyle version=\"4.3\">")
        for (path, findings) in report.findingsByFile {
            buffer.line("  <file\(XMLText.attributes(["name": PathCoding.displayed(path)]))>")
            for finding in findings {
                let cell = finding.site.notebook.map { "cell \($0.cell), line \($0.line): " } ?? ""
                let error = XMLText.attributes([
                    "line": String(finding.site.fileLine),
                    "column": String(finding.site.notebook == nil ? finding.site.column : 1),
                    "severity": finding.level == .note ? "info" : finding.level.rawValue,
                    "message": cell + finding.message, "source": "\(Tool.name).\(finding.code)",
                ])
                buffer.line("    <error\(error)/>")
            }
            buffer.line("  </file>")
        }
        buffer.line("</checkstyle>")
        return buffer
    }
}
