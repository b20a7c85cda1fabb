/// JUnit's XML, as CI servers read it: a suite a file, a failed test a finding.
public struct JUnitReporter: Reporter {
    public init() {}

    public func report(_ report: ScanReport) -> ByteBuffer {
        let groups = report.findingsByFile
        let failures = report.findings.count { $0.level > .note }
        let isClean = report.findings.isEmpty && report.problems.isEmpty
        let tests = isClean ? 1 : report.findings.count + report.problems.count
        var buffer = ByteBuffer()
        buffer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        let totals = XMLText.attributes([
            "name": Tool.name, "tests": String(tests), "failures": String(failures),
            "errors": String(report.problems.count),
        ])
        buffer.line("<testsuites\(totals)>")
        for (path, findings) in groups { write(path, findings, to: &buffer) }
        if !report.problems.isEmpty { write(report.problems, to: &buffer) }
        if isClean {
            buffer.line("  <testsuite name=\"forkguard\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">")
            let name = XMLText.attributes(["name": FindingWords.summary(report), "classname": Tool.name])
            buffer.line("    <testcase\(name)/>")
            buffer.line("  </testsuite>")
        }
        buffer.line("</testsuites>")
        return buffer
    }

    private func write(_ path: String, _ findings: [Finding], to buffer: inout ByteBuffer) {
        let failures = findings.count { $0.level > .note }
        let shown = PathCoding.displayed(path)
        let suite = XMLText.attributes([
            "name": shown, "tests": String(findings.count), "failures": String(failures), "errors": "0",
            "skipped": String(findings.count - failures),
        ])
        buffer.line("  <testsuite\(suite)>")
        for finding in findings {
            let test = XMLText.attributes([
                "name": "\(finding.code) \(finding.name) at \(finding.site.placeInFile)", "classname": shown,
                "file": shown, "line": String(finding.site.fileLine),
            ])
            buffer.line("    <testcase\(test)>")
            if finding.level == .note {
                buffer.line("      <skipped\(XMLText.attributes(["message": finding.message]))/>")
            } else {
                let head = XMLText.attributes(["message": finding.message, "type": finding.level.rawValue])
                buffer.line("      <failure\(head)>\(XMLText.escaped(Self.story(of: finding)))</failure>")
            }
            buffer.line("    </testcase>")
        }
        buffer.line("  </testsuite>")
    }

    private func write(_ problems: [ScanProblem], to buffer: inout ByteBuffer) {
        let suite = XMLText.attributes([
            "name": "files that could not be read", "tests": String(problems.count), "failures": "0",
            "errors": String(problems.count), "skipped": "0",
        ])
        buffer.line("  <testsuite\(suite)>")
        for problem in problems {
            let path = PathCoding.displayed(problem.path)
            buffer.line("    <testcase\(XMLText.attributes(["name": "read \(path)", "classname": path]))>")
            buffer.line("      <error\(XMLText.attributes(["message": problem.message]))/>")
            buffer.line("    </testcase>")
        }
        buffer.line("  </testsuite>")
    }

    /// The places in order, and what to do.
    private static func story(of finding: Finding) -> String {
        var lines = FindingWords.steps(of: finding).map {
            "\(PathCoding.displayed($0.site.path)):\($0.site.placeInFile)\($0.text.isEmpty ? "" : ": " + $0.text)"
        }
        if let consequence = finding.consequence { lines.append(consequence) }
        if let remedy = finding.remedy { lines += [remedy.text] + (remedy.code.map { [$0] } ?? []) }
        return lines.joined(separator: "\n")
    }
}
