import Testing

@testable import ForkGuardCore

/// Changes of comments in Swift files, of which no tree is at hand.
@Suite struct SwiftTextTests {
    private func file(_ text: String) -> SourceFile { SourceFile(path: "main.swift", content: Array(text.utf8)) }

    private func planner(_ text: String) -> FixPlanner { FixPlanner([file(text)], isForEditor: true) }

    /// The text without what FG901 names: the directive, and a code in it.
    private func withoutUnused(_ text: String, _ comments: (line: Int, directive: String, codes: [String])...) -> String
    {
        // As characters, a carriage return and the line feed behind it are one.
        let lines = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
        let findings = comments.flatMap { line, directive, codes in
            codes.map { code in
                var finding = ReporterSamples.finding
                finding.code = RuleCode("FG901")
                finding.site = ReporterSamples.site(lines, line, directive, path: "main.swift")
                finding.unusedCode = code
                return finding
            }
        }
        return planner(text).withoutUnused(findings).first.map { String(decoding: $0.after, as: UTF8.self) } ?? text
    }

    private func withIgnores(_ text: String, at line: Int) -> String {
        var finding = ReporterSamples.finding
        finding.site = ReporterSamples.site(text, line, "fork()", path: "main.swift")
        let changes = planner(text).withIgnores([finding], reason: "known # since\nMay")
        return changes.first.map { String(decoding: $0.after, as: UTF8.self) } ?? text
    }

    @Test func commentsWithoutEffectGo() {
        let ignore = "forkguard: ignore[FG101]"
        #expect(
            withoutUnused("let s = \"é\"; a()  // \(ignore) gone\nb()\n", (1, ignore, ["FG101"]))
                == "let s = \"é\"; a()\nb()\n")
        #expect(withoutUnused("a()\n  /// \(ignore)\nb()\n", (2, ignore, ["FG101"])) == "a()\nb()\n")
        #expect(withoutUnused("a()\n// \(ignore)", (2, ignore, ["FG101"])) == "a()\n")
        #expect(withoutUnused("a() // mark # \(ignore) x\n", (1, ignore, ["FG101"])) == "a() // mark\n")
        let two = "forkguard: ignore[FG101, FG104]"
        #expect(withoutUnused("a()  // \(two) why\n", (1, two, ["FG104"])) == "a()  // \(ignore) why\n")
        #expect(withoutUnused("a()  // \(two) why\n", (1, two, ["FG101", "FG104"])) == "a()\n")
        #expect(
            withoutUnused("// \(ignore)\r\na()\r\n// \(two)\r\n", (1, ignore, ["FG101"]), (3, two, ["FG101", "FG104"]))
                == "a()\r\n")
    }

    @Test func ignoresAreSwiftComments() {
        let comment = "// forkguard: ignore[FG101] known since May"
        #expect(withIgnores("a()\nif fork() == 0 {\n}\n", at: 2) == "a()\nif fork() == 0 {  \(comment)\n}\n")
        #expect(withIgnores("  fork()  // go\n", at: 1) == "  \(comment)\n  fork()  // go\n")
        #expect(withIgnores("a()\r\n\tlet x = fork() /* go */\r\n", at: 2).hasPrefix("a()\r\n\t\(comment)\r\n\tlet x"))
        // What follows on the line may be a text of several lines.
        #expect(withIgnores("f(fork(), \"\"\"\n  a\n  \"\"\")\n", at: 1).hasPrefix("\(comment)\nf(fork()"))
    }
}
