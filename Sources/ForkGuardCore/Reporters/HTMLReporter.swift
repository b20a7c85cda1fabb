/// One self-contained page: findings by resource, each with its way from the touch over the calls to the fork and
/// on into the child, drawn. No script, nothing from elsewhere; light and dark; narrow screens scroll nothing.
public struct HTMLReporter: Reporter {
    private let lines: any SourceLines

    public init(lines: any SourceLines) { self.lines = lines }

    public func report(_ report: ScanReport) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.line("<!doctype html>")
        buffer.line("<html lang=\"en\"><head><meta charset=\"utf-8\">")
        buffer.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        buffer.line("<title>forkguard</title><style>\(Self.style)</style></head><body>")
        buffer.line("<h1>forkguard</h1><p>\(XMLText.escaped(FindingWords.summary(report)))</p>")
        for problem in report.problems {
            let place = PathCoding.displayed(problem.path) + (problem.line > 0 ? ":\(problem.line)" : "")
            buffer.line("<p class=\"note\">\(XMLText.escaped("\(place): \(problem.message)"))</p>")
        }
        let groups = Dictionary(grouping: report.findings) { $0.library ?? $0.name }
        for (name, findings) in groups.sorted(by: { $0.key < $1.key }) {
            buffer.line("<h2>\(XMLText.escaped(name)) <small>\(findings.count)</small></h2>")
            for finding in findings { write(finding, to: &buffer) }
        }
        buffer.line("</body></html>")
        return buffer
    }

    private func write(_ finding: Finding, to buffer: inout ByteBuffer) {
        let place = "\(PathCoding.displayed(finding.site.path)):\(finding.site.placeInFile)"
        buffer.line("<article class=\"\(finding.level.rawValue)\">")
        buffer.line(
            "<h3><span class=\"code\">\(finding.code)</span> \(XMLText.escaped(place)) "
                + "<small>\(finding.level.rawValue)</small></h3>")
        buffer.line("<p>\(XMLText.escaped(finding.message))</p>")
        let steps = FindingWords.steps(of: finding)
        if steps.count > 1 { draw(steps, to: &buffer) }
        buffer.line("<ol>")
        for step in steps {
            let place = "\(PathCoding.displayed(step.site.path)):\(step.site.lineInFile)"
            let text = step.text.isEmpty ? "" : " \(step.text)"
            buffer.line("<li><b>\(XMLText.escaped(place))</b>\(XMLText.escaped(text))")
            buffer.line("<pre>\(XMLText.escaped(source(of: step.site)))</pre></li>")
        }
        buffer.line("</ol>")
        if let consequence = finding.consequence { buffer.line("<p>\(XMLText.escaped(consequence))</p>") }
        if let remedy = finding.remedy {
            buffer.line("<p><b>Remedy:</b> \(XMLText.escaped(remedy.text))</p>")
            if let code = remedy.code { buffer.line("<pre>\(XMLText.escaped(code))</pre>") }
            for obstacle in remedy.obstacles { buffer.line("<p><b>But first:</b> \(XMLText.escaped(obstacle))</p>") }
            buffer.line("<p><b>Price:</b> \(XMLText.escaped(remedy.price))</p>")
        }
        for link in finding.evidence.prefix(2) where link.hasPrefix("https://") {
            buffer.line("<p><a href=\"\(XMLText.escaped(link))\">\(XMLText.escaped(link))</a></p>")
        }
        buffer.line("</article>")
    }

    private func source(of site: Site) -> String {
        let line = lines.line(site.line, of: site.path) ?? site.text
        return String(line.drop { $0 == " " || $0 == "\t" })
    }

    /// Boxes from top to bottom; what the child does stands to the right, behind the fork.
    private func draw(_ steps: [FindingWords.Step], to buffer: inout ByteBuffer) {
        let height = 46
        var y = 8
        var svg = ""
        for (index, step) in steps.enumerated() {
            let isChild = step.part == .use
            let x = isChild ? 60 : 8
            let place = "\(PathCoding.displayed(step.site.path)):\(step.site.lineInFile)"
            let label = "\(Self.label(step.part)) \(Self.shortened(place))"
            if index > 0 {
                let from = isChild ? 34 : 28
                svg += "<path d=\"M\(from) \(y - 16)v\(isChild ? 33 : 16)\(isChild ? "h26" : "")\"/>"
            }
            svg += "<rect class=\"\(Self.label(step.part))\" x=\"\(x)\" y=\"\(y)\""
            svg += " width=\"290\" height=\"30\" rx=\"5\"/>"
            svg += "<text x=\"\(x + 10)\" y=\"\(y + 20)\">\(XMLText.escaped(label))</text>"
            y += height
        }
        buffer.line(
            "<svg viewBox=\"0 0 360 \(y)\" role=\"img\" aria-label=\"from the touch to the child\">\(svg)</svg>")
    }

    private static func label(_ part: FindingWords.Step.Part) -> String {
        switch part {
        case .touch, .otherTouch: "touch"
        case .call: "call"
        case .fork: "fork"
        case .use: "child"
        }
    }

    /// The end of a long path: the file's name says more than its folders.
    private static func shortened(_ place: String) -> String {
        place.count > 34 ? "…" + place.suffix(33) : place
    }

    private static let style = """
        :root{color-scheme:light dark;--line:#8886;--error:#c62828;--warning:#b26a00;--touch:#1565c0}
        @media(prefers-color-scheme:dark){:root{--error:#ff8a80;--warning:#ffcc80;--touch:#90caf9}}
        body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
        article{border:1px solid var(--line);border-left-width:5px;border-radius:6px;padding:.2rem 1rem;margin:1rem 0}
        article.error{border-left-color:var(--error)}article.warning{border-left-color:var(--warning)}
        h3,p,li{overflow-wrap:anywhere}small{font-weight:normal;opacity:.7}.code{font-family:monospace}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.2rem 0;padding:.3rem .5rem;background:#8881}
        svg{width:100%;max-width:24rem;height:auto}rect{fill:none;stroke:currentColor}
        rect.fork,rect.child{stroke:var(--error)}rect.touch{stroke:var(--touch)}
        path{fill:none;stroke:currentColor}text{font:13px monospace;fill:currentColor}
        """
}
