/// SARIF 2.1.0, for code-scanning services: the whole story as a code flow, the rules with their pages.
public struct SARIFReporter: Reporter {
    private let catalog: Catalog
    /// Absolute path of the working directory, for `originalUriBaseIds`.
    private let workingFolder: String?

    public init(catalog: Catalog) {
        self.catalog = catalog
        workingFolder = (try? FileSystem.realPath(Array(".".utf8))).map { PathCoding.text(of: $0) }
    }

    public func report(_ report: ScanReport) -> ByteBuffer {
        var writer = JSONWriter()
        let codes = catalog.checks.map(\.code).sorted()
        let indexes = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        writer.object { writer in
            writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            writer.field("version", "2.1.0")
            writer.field("runs", array: [report]) { writer, report in
                writer.object { writer in
                    writer.field("tool", { $0.field("driver", driver) })
                    writer.field("columnKind", "unicodeCodePoints")
                    if let folder = workingFolder {
                        let uri = "file://" + Self.encoded(folder == "/" ? "/" : folder + "/")
                        writer.field("originalUriBaseIds") { $0.field("%SRCROOT%") { $0.field("uri", uri) } }
                    }
                    writer.field("invocations", array: [report]) { Self.invocation($1, to: &$0) }
                    writer.field("results", array: report.findings) { writer, finding in
                        Self.result(finding, ruleIndex: indexes[finding.code], to: &writer)
                    }
                }
            }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }

    // MARK: - Rules

    private func driver(_ writer: inout JSONWriter) {
        writer.field("name", Tool.name)
        writer.field("version", Tool.version)
        writer.field("semanticVersion", Tool.version)
        writer.field("rules", array: catalog.checks.sorted { $0.code < $1.code }) { writer, check in
            writer.object { writer in
                writer.field("id", check.code.text)
                writer.field("name", check.name)
                writer.field("shortDescription") { $0.field("text", check.summary) }
                writer.field("fullDescription") { $0.field("text", check.summary) }
                writer.field("help") { writer in
                    writer.field("text", "\(check.summary) Run `forkguard explain \(check.code)` for the page.")
                    writer.field("markdown", check.markdown)
                }
                if let link = evidence(for: check.code) { writer.field("helpUri", link) }
                writer.field("defaultConfiguration") { writer in
                    writer.field("enabled", !check.isOptIn)
                    writer.field("level", check.defaultLevel.rawValue)
                }
            }
        }
    }

    /// The first link that proves the hazard of the rule.
    private func evidence(for code: RuleCode) -> String? {
        catalog.libraries.first { $0.code == code && !$0.evidence.isEmpty }?.evidence.first
    }

    // MARK: - The run

    private static func invocation(_ report: ScanReport, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("executionSuccessful", !report.problems.contains { $0.isFatal })
            writer.field("toolExecutionNotifications", array: report.problems) { writer, problem in
                writer.object { writer in
                    writer.field("level", problem.isFatal ? "error" : "warning")
                    writer.field("message") { $0.field("text", problem.message) }
                    writer.field("locations", array: [problem]) { writer, problem in
                        writer.object { writer in
                            writer.field("physicalLocation") { writer in
                                artifact(problem.path, to: &writer)
                                if problem.line > 0 {
                                    writer.field("region") { $0.field("startLine", problem.line) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: - Results

    private static func result(_ finding: Finding, ruleIndex: Int?, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("ruleId", finding.code.text)
            if let ruleIndex { writer.field("ruleIndex", ruleIndex) }
            writer.field("level", finding.level.rawValue)
            writer.field("message") { $0.field("text", message(of: finding)) }
            writer.field("locations", array: [finding.site]) { writer, site in
                writer.object { location(site, to: &$0) }
            }
            let steps = FindingWords.steps(of: finding)
            let others = steps.filter { $0.part != .fork } + otherTouches(of: finding)
            if !others.isEmpty {
                writer.field("relatedLocations", array: Array(others.enumerated())) { writer, step in
                    writer.object { writer in
                        writer.field("id", step.offset + 1)
                        location(step.element.site, text: step.element.text, to: &writer)
                    }
                }
            }
            if steps.count > 1 { codeFlow(steps, to: &writer) }
            writer.field("partialFingerprints") { $0.field("forkguardFingerprint/v1", finding.fingerprint) }
            writer.field("properties") { writer in
                if let library = finding.library { writer.field("library", library) }
                if let reason = finding.startMethod {
                    writer.field("startMethod", FindingWords.startMethod(reason))
                }
                writer.field("evidence", finding.evidence)
            }
        }
    }

    /// The sentence, and what to do, which viewers show together.
    private static func message(of finding: Finding) -> String {
        var sentences = [finding.message]
        if let consequence = finding.consequence { sentences.append(consequence) }
        if let remedy = finding.remedy {
            sentences.append(remedy.text)
            if let code = remedy.code { sentences.append(code) }
        }
        return sentences.joined(separator: "\n")
    }

    private static func otherTouches(of finding: Finding) -> [FindingWords.Step] {
        finding.otherTouches.map {
            FindingWords.Step(part: .otherTouch, site: $0, text: FindingWords.otherTouch(finding))
        }
    }

    private static func codeFlow(_ steps: [FindingWords.Step], to writer: inout JSONWriter) {
        writer.field("codeFlows", array: [steps]) { writer, steps in
            writer.object { writer in
                writer.field("threadFlows", array: [steps]) { writer, steps in
                    writer.object { writer in
                        writer.field("locations", array: Array(steps.enumerated())) { writer, step in
                            writer.object { writer in
                                writer.field("executionOrder", step.offset + 1)
                                writer.field("importance", step.element.part == .call ? "important" : "essential")
                                writer.field("location") {
                                    location(step.element.site, text: step.element.text, to: &$0)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: - Places

    private static func location(_ site: Site, text: String? = nil, to writer: inout JSONWriter) {
        writer.field("physicalLocation") { writer in
            artifact(site.path, to: &writer)
            writer.field("region") { writer in
                if site.notebook != nil {
                    // Columns are those of a cell's source, not of the notebook's own text.
                    writer.field("startLine", site.fileLine)
                    return
                }
                writer.field("startLine", site.line)
                writer.field("startColumn", site.column)
                writer.field("endLine", max(site.endLine, site.line))
                writer.field("endColumn", max(site.endColumn, 1))
                if !site.text.isEmpty { writer.field("snippet") { $0.field("text", site.text) } }
            }
        }
        if site.symbol != "<module>" && !site.symbol.isEmpty {
            writer.field("logicalLocations", array: [site.symbol]) { writer, symbol in
                writer.object { $0.field("fullyQualifiedName", symbol) }
            }
        }
        if let text { writer.field("message") { $0.field("text", text) } }
    }

    private static func artifact(_ path: String, to writer: inout JSONWriter) {
        writer.field("artifactLocation") { writer in
            if path.hasPrefix("/") {
                writer.field("uri", "file://" + encoded(path))
            } else {
                writer.field("uri", encoded(path))
                writer.field("uriBaseId", "%SRCROOT%")
            }
        }
    }

    /// The path as a URI's path: every byte that is not plain is a percent and two digits.
    static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var uri: [UInt8] = []
        for byte in PathCoding.bytes(of: path) {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: uri.append(byte)
            default: uri += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: uri, as: UTF8.self)
    }
}
