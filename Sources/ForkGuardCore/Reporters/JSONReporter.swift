/// The machine-readable report, version 1. Keys are only ever added.
public struct JSONReporter: Reporter {
    public init() {}

    public func report(_ report: ScanReport) -> ByteBuffer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("version", 1)
            writer.field("findings", array: report.findings) { writer, finding in
                writer.object { Self.write(finding, to: &$0) }
            }
            writer.field("files", report.fileCount)
            writer.field("errors", array: report.problems) { writer, problem in
                writer.object { writer in
                    writer.field("path", PathCoding.displayed(problem.path))
                    writer.field("line", problem.line)
                    writer.field("message", problem.message)
                }
            }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }

    static func write(_ finding: Finding, to writer: inout JSONWriter) {
        writer.field("path", PathCoding.displayed(finding.site.path))
        if let notebook = finding.site.notebook { writer.field("cell", notebook.cell) }
        writer.field("line", finding.site.shownLine)
        writer.field("column", finding.site.column)
        writer.field("rule", finding.code.text)
        writer.field("name", finding.name)
        writer.field("level", finding.level.rawValue)
        writer.field("library", orNull: finding.library)
        writer.field("message", finding.message)
        writer.field("touch", site: finding.touch)
        writer.field("use", site: finding.use)
        writer.field("chain", array: finding.chain) { writer, site in writer.object { $0.fields(of: site) } }
        writer.field("start_method", orNull: finding.startMethod?.method.rawValue)
        writer.field("remedy", orNull: finding.remedy?.text)
        writer.field("fingerprint", finding.fingerprint)
        if let fix = finding.fix { writer.field("fix", fix.rawValue) }
    }
}

extension JSONWriter {
    fileprivate mutating func field(_ name: String, site: Site?) {
        key(name)
        guard let site else { return null() }
        object { $0.fields(of: site) }
    }

    fileprivate mutating func fields(of site: Site) {
        field("path", PathCoding.displayed(site.path))
        if let notebook = site.notebook { field("cell", notebook.cell) }
        field("line", site.shownLine)
        field("column", site.column)
        field("symbol", site.symbol)
        field("text", site.text)
    }
}
