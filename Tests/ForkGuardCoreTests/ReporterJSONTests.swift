import Foundation
import Testing

@testable import ForkGuardCore

@Suite struct ReporterJSONTests {
    private func parsed(_ buffer: ByteBuffer) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(buffer.bytes))
        return try #require(value as? [String: Any])
    }

    private var hostile: ScanReport {
        var finding = ReporterSamples.finding
        let nasty = "a\u{0}\u{1B}\"\\\n\u{2028}\u{FEFF}\u{E0041}\u{10FFFF}é.py"
        finding.site.path = nasty
        finding.site.text = nasty
        finding.message = nasty
        finding.touch?.path = PathCoding.text(of: Array("dir with space/caf".utf8) + [0xE9, 0x25, 0x3F])
        return ScanReport(
            findings: [finding], problems: [ScanProblem(path: nasty, line: 3, message: nasty)], fileCount: 1)
    }

    @Test func jsonHasExactlyTheFieldsPromised() throws {
        let report = try parsed(JSONReporter().report(ReporterSamples.report))
        #expect(Set(report.keys) == ["version", "findings", "files", "errors"])
        #expect(report["version"] as? Int == 1)
        #expect(report["files"] as? Int == 3)
        let finding = try #require((report["findings"] as? [[String: Any]])?.first)
        #expect(
            Set(finding.keys) == [
                "path", "line", "column", "rule", "name", "level", "library", "message", "touch", "use", "chain",
                "start_method", "remedy", "fingerprint",
            ])
        let touch = try #require(finding["touch"] as? [String: Any])
        #expect(Set(touch.keys) == ["path", "line", "column", "symbol", "text"])
        #expect(touch["symbol"] as? String == "load")
        #expect(touch["line"] as? Int == 5)
        #expect(finding["line"] as? Int == 10)
        #expect(finding["start_method"] as? String == "fork")
        #expect((finding["chain"] as? [Any])?.count == 1)
    }

    @Test func emptyReportsAreWholeToo() throws {
        #expect(
            JSONReporter().report(ScanReport()).text == """
                {
                  "version": 1,
                  "findings": [],
                  "files": 0,
                  "errors": []
                }

                """)
        _ = try parsed(SARIFReporter(catalog: Catalog()).report(ScanReport()))
    }

    @Test func hostileTextStaysValid() throws {
        let json = JSONReporter().report(hostile)
        let finding = try #require((try parsed(json)["findings"] as? [[String: Any]])?.first)
        #expect(finding["message"] as? String == hostile.findings[0].message)
        #expect(json.bytes.allSatisfy { $0 == 0x0A || $0 >= 0x20 })
        let touch = try #require(finding["touch"] as? [String: Any])
        #expect(touch["path"] as? String == "dir with space/caf\\xe9%?")
    }

    @Test func sarifTellsTheStoryInOrder() throws {
        let sarif = try parsed(SARIFReporter(catalog: ReporterSamples.catalog).report(ReporterSamples.report))
        let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["ruleIndex"] as? Int == 0)
        let flows = try #require(result["codeFlows"] as? [[String: Any]])
        let threads = try #require(flows.first?["threadFlows"] as? [[String: Any]])
        let locations = try #require(threads.first?["locations"] as? [[String: Any]])
        let lines = locations.map { location in
            let place = (location["location"] as? [String: Any])?["physicalLocation"] as? [String: Any]
            return (place?["region"] as? [String: Any])?["startLine"] as? Int
        }
        #expect(lines == [5, 8, 10, 5])
        let related = try #require(result["relatedLocations"] as? [[String: Any]])
        #expect(related.compactMap { $0["id"] as? Int } == [1, 2, 3])
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect((driver["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["FG101", "FG106"])
    }

    @Test func sarifNamesFilesByTheirBytes() throws {
        let sarif = SARIFReporter(catalog: ReporterSamples.catalog).report(hostile).text
        #expect(sarif.contains("\"uri\": \"dir%20with%20space/caf%E9%25%3F\""))
        #expect(SARIFReporter.encoded("/a b/ü~.py") == "/a%20b/%C3%BC~.py")
        let empty = try parsed(SARIFReporter(catalog: Catalog()).report(hostile))
        let run = try #require((empty["runs"] as? [[String: Any]])?.first)
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == true)
        #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
    }
}

@Suite struct ReporterFingerprintTests {
    private func fingerprints(_ change: (inout Finding) -> Void = { _ in }) -> [String] {
        var findings = [ReporterSamples.finding, ReporterSamples.finding]
        change(&findings[0])
        Fingerprint.assign(to: &findings)
        return findings.map(\.fingerprint)
    }

    @Test func movedLinesKeepIt() {
        let before = fingerprints()
        #expect(
            fingerprints {
                $0.site.line += 40; $0.touch?.line += 3; $0.site.column = 1
            } == before)
        #expect(fingerprints { $0.site.text = "child.start()  " } == before)
        #expect(Set(before).count == 2)
    }

    @Test func whatMakesTheFindingChangesIt() {
        let before = fingerprints()[0]
        #expect(fingerprints { $0.site.text = "other.start()" }[0] != before)
        #expect(fingerprints { $0.site.symbol = "main" }[0] != before)
        #expect(fingerprints { $0.site.path = "b.py" }[0] != before)
        #expect(fingerprints { $0.library = "polars" }[0] != before)
        #expect(fingerprints { $0.code = RuleCode("FG102") }[0] != before)
    }

    /// Baselines hold these values: a change of the function must be meant.
    @Test func valuesAreStable() {
        #expect(Fingerprint.hash([]) == "efd01f60ba992926")
        #expect(Fingerprint.hash(["FG101", "app.py"]).count == 16)
        #expect(Fingerprint.hash(["ab", "c"]) != Fingerprint.hash(["a", "bc"]))
    }
}

@Suite struct ReporterSelectionTests {
    private func selection(_ select: [String], _ ignore: [String]) throws -> [String] {
        try RuleSelection(select: select, ignore: ignore, checks: ReporterSamples.catalog.checks)
            .enabled.map(\.text).sorted()
    }

    @Test func theMoreExactWordWins() throws {
        #expect(try selection([], []) == ["FG101"])
        #expect(try selection(["ALL"], []) == ["FG101", "FG106"])
        #expect(try selection(["FG1"], ["FG106"]) == ["FG101"])
        #expect(try selection(["FG106"], ["FG1"]) == ["FG106"])
        #expect(try selection(["FG106"], ["FG106"]) == [])
        #expect(try selection([], ["ALL"]) == [])
        #expect(try selection(["random-state-across-fork"], []) == ["FG106"])
    }

    @Test func wordsThatNameNoRuleAreRefused() {
        #expect(throws: RuleSelectionError.unknown("FG011", nearest: "FG101")) {
            () throws -> Void in _ = try selection(["FG011"], [])
        }
        #expect(
            "\(RuleSelectionError.unknown("x\n", nearest: nil))"
                == "there is no rule `x\\n`; `forkguard rules` lists them all")
    }

    @Test func nearestNames() {
        #expect(NearestName.of("polrs", among: ["polars", "pyarrow"]) == "polars")
        #expect(NearestName.of("zzzzzz", among: ["polars"]) == nil)
        #expect(NearestName.distance("", "abc") == 3)
        #expect(NearestName.distance("abcd", "abdc") == 1)
    }
}
