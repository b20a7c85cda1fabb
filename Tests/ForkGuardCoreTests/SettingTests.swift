import Testing

@testable import ForkGuardCore

@Suite struct SettingTests {
    /// docs/configuration.md holds the table that the settings themselves give.
    @Test func theDocumentationIsThatOfTheSettings() throws {
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        let page = String(
            decoding: try FileSystem.read(Array((root + "/docs/configuration.md").utf8), limit: 1 << 20), as: UTF8.self)
        #expect(page.contains("<!-- settings -->\n\(Setting.documentation)<!-- end -->"))
        #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
    }

    @Test func aNearerSelectStartsAnew() throws {
        let tree = TemporaryTree([])
        tree.write("base.toml", "ignore = [\"FG104\"]\nextend-exclude = [\"a\"]\nselect = [\"FG2\"]\n")
        tree.write("forkguard.toml", "extend = \"base.toml\"\nselect = [\"FG1\"]\nextend-exclude = [\"b\"]\n")
        var configuration = try Configuration.discover(for: [tree.path], file: nil)
        #expect(configuration.texts(.select) == ["FG1"])
        #expect(configuration.texts(.ignore) == [])
        #expect(configuration.texts(.extendExclude) == ["b", "a"])
        configuration.set(.select, .texts(["FG9"]))
        #expect(configuration.texts(.select) == ["FG9"])
    }

    @Test func aBaselineCountsAndRoundTrips() throws {
        let tree = TemporaryTree(["app.py"])
        let finding = ReporterSamples.finding
        var copy = finding
        copy.site.line = 40
        let path = tree.path + "/known.json"
        let baseline = Baseline(of: [finding, copy], for: path)
        #expect(baseline.entries.map(\.count) == [2])
        try FileWriting.replace(path, with: baseline.file().bytes)
        let read = try Baseline.read(path)
        #expect(read == baseline)
        let outcome = read.apply(to: [finding, copy, copy])
        #expect(outcome.known == 2)
        #expect(outcome.new.count == 1)
        #expect(read.apply(to: [finding]).stale.map(\.count) == [1])
    }

    @Test func xmlHoldsHostileText() {
        #expect(
            XMLText.escaped("<a b='c'>&\u{0}\u{1B}\u{FFFF}\n\"")
                == "&lt;a b=&#39;c&#39;&gt;&amp;\\x00\\x1b\\u{ffff}&#10;&quot;")
        #expect(GitHubReporter.property("a:b,c%\nd::x") == "a%3Ab%2Cc%25%0Ad%3A%3Ax")
    }

    @Test func diffsAreThoseOfDiff() {
        let diff = UnifiedDiff(
            path: "a", before: Array("1\n2\n3\n4\n5\n6\n7\n8\n".utf8), after: Array("1\n3\n4\n5\n6\n7\nnew\n8\n".utf8))
        #expect(diff.text().text == "--- a\n+++ a\n@@ -1,8 +1,8 @@\n 1\n-2\n 3\n 4\n 5\n 6\n 7\n+new\n 8\n")
    }

    @Test func notebooksBecomePrograms() throws {
        let text = """
            {"cells": [{"cell_type": "code", "source": ["a = 1\\n", "%time b = 2\\n", "c = !ls\\n", "d?\\n",
              "%timeit -n 10 -r 3 f()\\n", "%matplotlib inline\\n", "%time for x in f(): g(x)"]},
             {"cell_type": "raw", "source": "x"}, {"cell_type": "code", "source": "%%bash\\nls"},
             {"cell_type": "code", "source": ["e = ", "3\\n"]}]}
            """
        let notebook = try #require(Notebook(Array(text.utf8)))
        #expect(
            String(decoding: notebook.source, as: UTF8.self)
                == "a = 1\nif 1: b = 2\nc = None\npass\nif 1:              f()\npass\npass\n\n\ne = 3\n")
        #expect(notebook.place(of: 10) == NotebookPlace(cell: 4, line: 1, fileLine: 4))
        #expect(Notebook(Array("[]".utf8)) == nil)
    }
}
