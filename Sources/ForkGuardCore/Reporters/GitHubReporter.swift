/// Workflow commands, which GitHub Actions turns into annotations of a change's lines.
///
///     ::error file=app.py,line=12,col=5,endLine=12,endColumn=18,title=FG101 delta-across-fork::message
public struct GitHubReporter: Reporter {
    public init() {}

    public func report(_ report: ScanReport) -> ByteBuffer {
        var buffer = ByteBuffer()
        for finding in report.findings {
            let site = finding.site
            var properties = ["file=\(Self.property(PathCoding.displayed(site.path)))", "line=\(site.fileLine)"]
            // Columns are those of a cell's source, not of the notebook's own text.
            if site.notebook == nil {
                properties += ["col=\(site.column)", "endLine=\(site.endLine)", "endColumn=\(site.endColumn)"]
            }
            properties.append("title=\(Self.property("\(finding.code) \(finding.name)"))")
            var message = finding.message
            if let notebook = site.notebook { message = "cell \(notebook.cell), line \(notebook.line): \(message)" }
            if let remedy = finding.remedy { message += "\n\(remedy.text)" }
            buffer.line("::\(Self.command(finding.level)) \(properties.joined(separator: ","))::\(Self.data(message))")
        }
        for problem in report.problems {
            let line = problem.line > 0 ? ",line=\(problem.line)" : ""
            let path = Self.property(PathCoding.displayed(problem.path))
            let level = problem.isFatal ? "error" : "warning"
            buffer.line("::\(level) file=\(path)\(line),title=forkguard::\(Self.data(problem.message))")
        }
        return buffer
    }

    private static func command(_ level: Level) -> String { level == .note ? "notice" : level.rawValue }

    /// A line end would begin another command.
    static func data(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result += Printable.shown(scalar)
            }
        }
        return result
    }

    static func property(_ text: String) -> String {
        data(text).unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
    }
}
