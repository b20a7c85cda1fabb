import Testing

@testable import ForkGuardCore

@Suite struct ReporterTextTests {
    private func text(_ report: ScanReport, _ files: [String: String], _ style: TerminalStyle = .init()) -> String {
        TextReporter(lines: ReporterSamples.Lines(files: files), style: style).report(report).text
    }

    /// The frame of a finding at `part` in the second line of a file whose lines are `lines`.
    private func frame(_ lines: String, at part: String, width: Int = 100, path: String = "app.py") -> String {
        let finding = Finding(
            code: RuleCode("FG900"), name: "syntax-error", level: .note,
            site: ReporterSamples.site(lines, 2, part, path: path), message: "m")
        let all = text(
            ScanReport(findings: [finding], fileCount: 1), [path: lines], TerminalStyle(width: width))
        return all.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().prefix(4)
            .joined(separator: "\n")
    }

    @Test func tellsTheWholeStory() {
        let expected = """
            error[FG101]: the child of this fork reads a Delta table with a runtime whose threads stayed in
                the parent
              --> app.py:10:5
               |
             5 |     return DeltaTable("/tmp/t").version()
               |            -------------------- 1. the parent touches deltalake here: `DeltaTable(...)`
               |                                 4. the child uses it here: `DeltaTable(...)`
            ...
             8 |     load()
               |     ------ 2. on the way to the fork, in the module's top level
             9 |     child = Process(target=load)
            10 |     child.start()
               |     ^^^^^^^^^^^^^ 3. the process forks here
               |
               = start method: `fork` (the default of Python 3.13 on Linux)
               = outcome: deltalake 0.18.2, pinned in uv.lock, hangs without a word
               = help: Start the workers with the `spawn` or `forkserver` method, or open the table only in the
                       children, or let threads do the work.
                       child = multiprocessing.get_context("spawn").Process(target=load)
               = but first: `load` must stay importable: it is a function of `__main__`, which is guarded
               = price: each worker imports its modules again
               = see: https://github.com/delta-io/delta-rs/issues/2744
               = rule: delta-across-fork; `forkguard explain FG101` has its page

            Found 1 error in 1 of 3 files.

            """
        #expect(text(ReporterSamples.report, ["app.py": ReporterSamples.program]) == expected)
    }

    @Test func showsTheOtherFilesBelowTheForks() {
        var finding = ReporterSamples.finding
        let store = "import deltalake\nTABLE = deltalake.DeltaTable(P)\n"
        finding.touch = ReporterSamples.site(store, 2, "deltalake.DeltaTable(P)", path: "pkg/store.py")
        finding.use = nil
        finding.chain = []
        finding.remedy = nil
        finding.evidence = []
        finding.otherTouches = (3...7).map { ReporterSamples.site(store, $0, "x", path: "pkg/\($0).py") }
        let expected = """
            error[FG101]: the child of this fork reads a Delta table with a runtime whose threads stayed in
                the parent
              --> app.py:10:5
               |
            10 |     child.start()
               |     ^^^^^^^^^^^^^ 2. the process forks here
               |
              ::: pkg/store.py:2:9
               |
             2 | TABLE = deltalake.DeltaTable(P)
               |         ----------------------- 1. the parent touches deltalake here: `DeltaTable(...)`
               |
               = start method: `fork` (the default of Python 3.13 on Linux)
               = outcome: deltalake 0.18.2, pinned in uv.lock, hangs without a word
               = also touched: at pkg/3.py:3, pkg/4.py:4, pkg/5.py:5 and 2 more
               = rule: delta-across-fork; `forkguard explain FG101` has its page

            Found 1 error in 1 of 3 files.

            """
        let report = ScanReport(findings: [finding], fileCount: 3)
        #expect(text(report, ["app.py": ReporterSamples.program, "pkg/store.py": store]) == expected)
    }

    @Test func marksStandUnderTabsAndWideCharacters() {
        #expect(
            frame("\n\tx = \"日本\" + fork()", at: "fork()") == """
                 --> app.py:2:13
                  |
                2 |     x = "日本" + fork()
                  |                  ^^^^^^
                """)
    }

    @Test func neutralisesWhatSteersATerminal() {
        #expect(
            frame("\ny = '\u{1B}[2J\u{202E}' ; fork()", at: "fork()", path: "a\u{1B}[31m\n.py") == """
                 --> a\\x1b[31m\\n.py:2:15
                  |
                2 | y = '\\x1b[2J\\u{202e}' ; fork()
                  |                         ^^^^^^
                """)
    }

    @Test func cutsLongLinesAroundTheMark() {
        let long = "\n" + String(repeating: "a + ", count: 100) + "fork()" + String(repeating: " + b", count: 100)
        let shown = frame(long, at: "fork()", width: 60)
        #expect(
            shown == """
                 --> app.py:2:401
                  |
                2 | …a + a + a + a + a + a + fork() + b + b + b + b + b + b…
                  |                          ^^^^^^
                """)
        for line in shown.split(separator: "\n") { #expect(line.count <= 60) }
    }

    @Test func anEmptyLineAndAMissingSourceStillHaveAMark() {
        #expect(frame("\n", at: "") == " --> app.py:2:1\n  |\n2 |\n  | ^")
        var finding = ReporterSamples.finding
        finding.touch = nil
        finding.use = nil
        finding.chain = []
        let shown = text(ScanReport(findings: [finding], fileCount: 1), [:])
        #expect(shown.contains("10 | child.start()\n   | ^^^^^^^^^^^^^ the process forks here\n"))
    }

    @Test func coloursOnlyWhenAsked() {
        func style(_ variables: [String: String], isTerminal: Bool) -> Bool {
            TerminalStyle(environment: { variables[$0] }, isTerminal: isTerminal, columns: nil).hasColor
        }
        #expect(style([:], isTerminal: true))
        #expect(!style([:], isTerminal: false))
        #expect(!style(["NO_COLOR": "1"], isTerminal: true))
        #expect(style(["NO_COLOR": ""], isTerminal: true))
        #expect(style(["FORCE_COLOR": "1"], isTerminal: false))
        #expect(!style(["FORCE_COLOR": "0"], isTerminal: true))
        #expect(!style(["TERM": "dumb"], isTerminal: true))
        let painted = text(
            ReporterSamples.report, ["app.py": ReporterSamples.program], TerminalStyle(hasColor: true))
        #expect(painted.hasPrefix("\u{1B}[1;31merror[FG101]\u{1B}[0m"))
    }

    @Test func saysNothingOfHazardsWhereANamedFileIsMissing() {
        let problem = ScanProblem(path: "a.py", message: "there is no such file or folder", isFatal: true)
        #expect(text(ScanReport(problems: [problem]), [:]) == "")
        #expect(text(ScanReport(fileCount: 1), [:]) == "No hazard found in 1 file.\n")
    }

    @Test func conciseIsOneLineAFinding() {
        #expect(
            ConciseReporter().report(ReporterSamples.report).text == """
                app.py:10:5: FG101 error the child of this fork reads a Delta table with a runtime whose threads \
                stayed in the parent

                """)
    }
}
