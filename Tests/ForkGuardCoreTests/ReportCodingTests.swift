import Testing

@testable import ForkGuardCore

@Suite struct ReportCodingTests {
    private func decoded(_ bytes: [UInt8]) throws -> ScanReport {
        try bytes.withUnsafeBufferPointer { buffer in
            var reader = FactsReader(buffer)
            return try ScanReport(from: &reader)
        }
    }

    private static var report: ScanReport {
        var report = ScanReport(
            findings: ReporterSamples.report.findings,
            problems: [ScanProblem(path: "a b.py", line: 3, message: "é", isFatal: true)], fileCount: 7)
        report.findings[0].site.notebook = NotebookPlace(cell: 1, line: 2, fileLine: 3)
        report.findings[0].startMethodFix = StartMethodFix(
            call: report.findings[0].site, start: 1, end: 400, isChoice: true, launcher: "multiprocessing.Process",
            parameters: ["group", "target"], remedy: "spawn", modules: ["multiprocessing"])
        report.findings[0].unusedCode = "FG101"
        return report
    }

    @Test func whatIsReadIsWhatWasWritten() throws {
        let report = Self.report
        var writer = FactsWriter()
        report.write(to: &writer)
        let known = try decoded(writer.bytes)
        #expect(known.findings == report.findings)
        #expect(known.problems == report.problems)
        #expect(known.fileCount == report.fileCount)
    }

    @Test func cutBytesAreAnError() {
        var writer = FactsWriter()
        Self.report.write(to: &writer)
        for length in stride(from: 0, to: writer.bytes.count, by: 7) {
            #expect(throws: FactsError.self) { try decoded(Array(writer.bytes[..<length])) }
        }
    }
}
