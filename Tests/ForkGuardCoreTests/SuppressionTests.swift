import PythonSyntax
import Testing

@testable import ForkGuardCore

@Suite struct SuppressionTests {
    private func comments(_ source: String) -> [SuppressionComment] {
        SuppressionComment.all(in: PythonParser.parse(Array(source.utf8), target: .newest))
    }

    /// First and last line covered by the only suppression of `source`.
    private func lines(_ source: String) -> [Int] {
        comments(source).flatMap { [$0.firstLine, $0.lastLine] }
    }

    @Test func readsCodesAndReason() throws {
        let comment = try #require(
            comments("é = 1; fork()  # forkguard: ignore[FG101, delta-across-fork]  why not\n").first)
        #expect(comment.codes == ["FG101", "delta-across-fork"])
        #expect(comment.reason == "why not")
        #expect(comment.place == .trailing)
        #expect([comment.line, comment.column, comment.endColumn] == [1, 18, 61])
        #expect(comments("x = 1 # type: ignore # forkguard:ignore[FG101]\n").map(\.codes) == [["FG101"]])
        #expect(comments("# forkguard: file-ignore[FG101] all of it\n").map(\.place) == [.file])
    }

    @Test(arguments: [
        ("# forkguard: ignore", SuppressionComment.Defect.noCodes), ("# forkguard: ignore[]", .noCodes),
        ("# forkguard: ignore[ , ]", .noCodes), ("# forkguard: ignore[FG101", .unclosed),
        ("# forkguard: disable=FG101", .unknownForm), ("# forkguard:", .unknownForm),
    ])
    func saysWhatIsWrong(comment: String, defect: SuppressionComment.Defect) {
        #expect(comments(comment + "\nx = 1\n").map(\.defect) == [defect])
    }

    @Test func noqaNeedsOurCodes() {
        #expect(comments("x = 1  # noqa\n").map(\.kind) == [.bareNoqa])
        #expect(comments("x = 1  # noqa # forkguard: ignore[FG101]\n").map(\.kind) == [.ignore])
        #expect(comments("# noqa\nx = 1  # noqa :\n").isEmpty)
        #expect(comments("x = 1  # noqa: E501, W1509\n").isEmpty)
        #expect(comments("x = 1  # NOQA:E501,fg101 FG102 because\n").map(\.codes) == [["FG101", "FG102"]])
    }

    @Test func stringsAreNoComments() {
        #expect(comments("x = '# forkguard: ignore[FG101]'\n").isEmpty)
    }

    @Test func aTrailingCommentSpeaksOfItsLogicalLine() {
        #expect(lines("a = 1\nb = f(\n    1,  # forkguard: ignore[FG101]\n    2,\n)\nc = 2\n") == [2, 5])
        #expect(lines("with f(\n    1\n) as x:  # forkguard: ignore[FG101]\n    pass\n") == [1, 3])
        #expect(
            lines("def f(a=lambda: 1, *, b: int = 2,\n      ) -> int:  # forkguard: ignore[FG101]\n  g()\n") == [1, 2])
        #expect(lines("if x: f()  # forkguard: ignore[FG101]\n") == [1, 1])
    }

    @Test func aCommentAloneSpeaksOfTheNextStatement() {
        #expect(lines("a = 1\n# forkguard: ignore[FG101]\n\n# more\nb = f(\n    1)\nc = 1\n") == [5, 6])
        #expect(lines("def f():\n    # forkguard: ignore[FG101]\n    fork()\n    g()\n") == [3, 3])
        #expect(lines("# forkguard: ignore[FG101]\n@d\n@e\ndef f():\n    fork()\n") == [2, 4])
        #expect(lines("# forkguard: ignore[FG101]\nwith f() as x:\n    fork()\n") == [2, 2])
        #expect(lines("b = f(\n    # forkguard: ignore[FG101]\n    1)\nc = 1\n") == [1, 3])
        #expect(lines("x = 1\n# forkguard: ignore[FG101]\n") == [2, 2])
    }

    // MARK: - Applying

    private static let catalog: Catalog = {
        var catalog = ReporterSamples.catalog
        catalog.checks.append(
            CheckPage(
                code: RuleCode("FG901"), name: "unused-suppression", summary: "", defaultLevel: .warning,
                isOptIn: false, markdown: "", programs: []))
        return catalog
    }()

    private func applied(
        _ source: String, fork line: Int?, enabled: Set<String> = ["FG101", "FG901"], respectsBareNoqa: Bool = false
    ) -> [String] {
        var finding = ReporterSamples.finding
        finding.site.line = line ?? 1
        let pass = Suppressions(
            checks: Self.catalog.checks, enabled: Set(enabled.map { RuleCode($0) }), respectsBareNoqa: respectsBareNoqa)
        return pass.apply(to: line == nil ? [] : [finding], comments: ["app.py": comments(source)])
            .map { "\($0.site.line) \($0.code): \($0.message)" }
    }

    @Test func keepsBackWhatItNames() {
        #expect(applied("fork()  # forkguard: ignore[FG101] x\n", fork: 1) == [])
        #expect(applied("fork()  # forkguard: ignore[delta-across-fork]\n", fork: 1) == [])
        #expect(applied("fork()  # noqa: FG101\n", fork: 1) == [])
        #expect(applied("# forkguard: ignore[FG101]\nfork()\n", fork: 2) == [])
        #expect(applied("# forkguard: file-ignore[FG101]\nfork()\n", fork: 2) == [])
        #expect(applied("fork()  # forkguard: ignore[fg101]\n", fork: 1) == [])
    }

    @Test func keepsBackNothingElse() {
        #expect(applied("fork()  # forkguard: ignore[FG104]\n", fork: 1).count == 1)
        #expect(applied("fork()  # noqa\n", fork: 1).count == 1)
        #expect(applied("a()  # noqa: FG999\nfork()\n", fork: 2).count == 1)
    }

    @Test func aBareNoqaCountsWhereAProjectSaysSo() {
        #expect(applied("fork()  # noqa\n", fork: 1, respectsBareNoqa: true) == [])
        #expect(applied("fork()  # noqa: E501\n", fork: 1, respectsBareNoqa: true).count == 1)
        // One that has no effect is another tool's matter.
        #expect(applied("a()  # noqa\nfork()\n", fork: 2, respectsBareNoqa: true).count == 1)
    }

    @Test func saysWhichCommentsHaveNoEffect() {
        #expect(
            applied("a()  # forkguard: ignore[FG101]\n", fork: nil) == [
                "1 FG901: this comment keeps nothing back: its line has no FG101"
            ])
        #expect(
            applied("fork()  # forkguard: ignore[FG101, FG1O1]\n", fork: 1) == [
                "1 FG901: there is no rule `FG1O1` to ignore; the nearest is `FG101`"
            ])
        #expect(
            applied("a()  # forkguard: ignore\n", fork: nil) == [
                "1 FG901: this comment names no rule; write `forkguard: ignore[FG101] reason`"
            ])
        // Not checked in this run, or not asked for: nothing can be said.
        #expect(applied("a()  # forkguard: ignore[FG101]\n", fork: nil, enabled: ["FG901"]) == [])
        #expect(applied("a()  # forkguard: ignore[FG101]\n", fork: nil, enabled: ["FG101"]) == [])
    }
}
