/// GitLab's code quality report: an array of issues with the keys that its documentation names.
public struct GitLabReporter: Reporter {
    public init() {}

    public func report(_ report: ScanReport) -> ByteBuffer {
        var writer = JSONWriter()
        writer.array { writer in
            for finding in report.findings {
                writer.element()
                writer.object { Self.write(finding, to: &$0) }
            }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }

    private static func write(_ finding: Finding, to writer: inout JSONWriter) {
        let cell = finding.site.notebook.map { "cell \($0.cell), line \($0.line): " } ?? ""
        writer.field("description", "\(finding.code): \(cell)\(finding.message)")
        writer.field("check_name", finding.name)
        writer.field("fingerprint", finding.fingerprint)
        writer.field("severity", severity(finding.level))
        writer.field("location") { writer in
            writer.field("path", PathCoding.displayed(finding.site.path))
            writer.field("lines") { writer in
                writer.field("begin", finding.site.fileLine)
                if finding.site.notebook == nil { writer.field("end", max(finding.site.endLine, finding.site.line)) }
            }
        }
    }

    private static func severity(_ level: Level) -> String {
        switch level {
        case .note: "info"
        case .warning: "minor"
        case .error: "critical"
        }
    }
}
