import Glibc
import Testing

@testable import ForkGuardCore

/// A folder of rule files that goes away with the test.
private final class RuleFolder {
    let path: String

    init(_ files: [String: String]) {
        var template = Array("/tmp/forkguard-rules-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
        for folder in ["libraries", "launchers", "environment", "checks"] { mkdir("\(path)/\(folder)", 0o700) }
        for (name, text) in files {
            guard let file = fopen("\(path)/\(name)", "w") else { continue }
            fputs(text, file)
            fclose(file)
        }
    }

    deinit {
        for folder in ["libraries", "launchers", "environment", "checks"] {
            for name in CatalogFiles.names(in: "\(path)/\(folder)", endingIn: "") {
                unlink("\(path)/\(folder)/\(name)")
            }
            rmdir("\(path)/\(folder)")
        }
        rmdir(path)
    }
}

private let programs = #"""

    [[program]]
    kind = "bad"
    note = "It breaks."
    code = "f()  # error: FG101\n"

    [[program]]
    kind = "good"
    note = "It does not."
    code = "g()\n"

    [[program]]
    kind = "near-miss"
    note = "It looks so."
    code = "h()\n"
    """#

private let library = #"""
    id = "demo"
    title = "Demo"
    code = "FG101"
    import = ["demo"]
    dist = ["Demo_Lib"]
    scope = "process"
    mechanism = "keeps threads"
    remedy = "Spawn."
    price = "Time."
    evidence = ["https://example.org/1"]

    [[touch]]
    name = "demo.start"
    kind = "function"
    when = "workers > 0"

    [[version]]
    range = "<1.0"
    outcome = "ok"

    [[version]]
    range = ">=1.0"
    outcome = "hang"
    text = "hangs"
    """#

private let launcher = #"""
    summary = "Demo."
    evidence = ["https://example.org/2"]

    [[launcher]]
    name = "demo.fork"
    kind = "fork"
    parameters = ["fn", "items"]
    forks_at = ["call"]
    method = "fork"
    child = ["fn(each items)"]
    """#

/// The problems of a folder, one a line, without the folder's path.
private func problems(_ files: [String: String]) -> [String] {
    let folder = RuleFolder(files)
    do {
        _ = try Catalog.load(directories: [folder.path])
        return []
    } catch {
        return error.problems.map { String($0.description.dropFirst(folder.path.utf8.count + 1)) }
    }
}

private let variable = #"""
    name = "DEMO"
    meaning = "threads of demo"
    evidence = ["https://example.org/3"]

    [[value]]
    is = ["", "0", "Off"]
    mark = "good"
    advice = "nothing"

    [[value]]
    mark = "note"
    advice = "unset it"
    """#

@Suite struct CatalogLoadingTests {
    @Test func variablesOfTheEnvironmentAreRead() throws {
        let folder = RuleFolder(["environment/DEMO.toml": variable])
        let catalog = try Catalog.load(directories: [folder.path])
        let read = try #require(catalog.variables.first)
        #expect(read.name == "DEMO" && read.meaning == "threads of demo")
        #expect(read.row(for: "")?.mark == .good && read.row(for: "OFF")?.mark == .good)
        #expect(read.row(for: "1")?.advice == "unset it")
        let text = catalog.tableText
        let again = Array(text.utf8).withUnsafeBufferPointer { Catalog.decode($0) }
        #expect(again.variables == catalog.variables)
        #expect(Catalog.builtIn.variables.contains { $0.name == "OMP_NUM_THREADS" })
    }

    @Test func mistakesInVariablesAreNamed() {
        let rest = #"meaning = "m"\#nevidence = ["https://e.org"]\#n"#
        #expect(problems(["environment/X.toml": "name = \"Y\"\n" + rest]).count == 2)
        let values = "[[value]]\nis = []\nmark = \"odd\"\n"
        let found = problems(["environment/X.toml": "name = \"X\"\n" + rest + values])
        #expect(found.contains { $0.contains("`value.is`: must not be empty") }, "\(found)")
        #expect(found.contains { $0.contains("has no value `odd`; it is one of `good`, `note`, `bad`") })
        #expect(found.contains { $0.contains("`value.advice`: is missing") })
    }

    @Test func aUsersFolderIsRead() throws {
        let folder = RuleFolder(["libraries/demo.toml": library + programs, "launchers/demo.toml": launcher + programs])
        let catalog = try Catalog.load(directories: [folder.path])
        let demo = try #require(catalog.libraries.first)
        #expect(demo.distributions == ["demo-lib"])
        #expect(demo.touches.first?.when == ArgumentCondition(parameter: "workers", relation: .greater(0)))
        #expect(demo.programs.map(\.kind) == [.bad, .good, .nearMiss])
        #expect(demo.programs.first?.markedLines.map(\.line) == [1])
        #expect(catalog.launchers.first?.child == [.init(callee: "fn", arguments: .each(["items"]))])
    }

    @Test func aRuleOfTheUserReplacesABuiltInOne() throws {
        let mine = library.replacing("\"demo\"", with: "\"deltalake\"")
        let folder = RuleFolder(["libraries/deltalake.toml": mine + programs])
        let sum = Catalog.builtIn.adding(try Catalog.load(directories: [folder.path]))
        #expect(sum.libraries.count == Catalog.builtIn.libraries.count)
        #expect(sum.libraries.first { $0.id == "deltalake" }?.title == "Demo")
    }

    /// A change to the library's file and what is said of it.
    @Test(arguments: [
        (
            "title = ", "titel = ",
            [
                "libraries/demo.toml:1: `title`: is missing",
                "libraries/demo.toml:2: `titel`: unknown key; did you mean `title`?",
            ]
        ),
        (
            "\"FG101\"", "\"F1\"",
            ["libraries/demo.toml:3: `code`: `F1` is not a rule code: those are FG and three digits"]
        ),
        ("\"FG101\"", "\"FG199\"", ["libraries/demo.toml:3: `code`: no page in checks/ describes FG199"]),
        ("scope = \"process\"", "scope = 1", ["libraries/demo.toml:6: `scope`: must be a string, not an integer"]),
        (
            "\"process\"", "\"proces\"",
            ["libraries/demo.toml:6: `scope`: has no value `proces`; it is one of `process`, `handle`"]
        ),
        ("remedy = \"Spawn.\"\n", "", ["libraries/demo.toml:1: `remedy`: is missing"]),
        ("\"Time.\"", "\" \"", ["libraries/demo.toml:9: `price`: must not be empty"]),
        (
            "\"https://example.org/1\"", "\"trust me\"",
            ["libraries/demo.toml:10: `evidence`: `trust me` holds no https:// link"]
        ),
        (
            "\"demo.start\"", "\"demo..start\"",
            ["libraries/demo.toml:13: `touch.name`: `demo..start` is not a dotted name"]
        ),
        (
            "kind = \"function\"", "kindd = \"function\"",
            [
                "libraries/demo.toml:12: `touch.kind`: is missing",
                "libraries/demo.toml:14: `touch.kindd`: unknown key; did you mean `kind`?",
            ]
        ),
        (
            "workers > 0", "workers >= 0",
            [
                "libraries/demo.toml:15: `touch.when`: `workers >= 0` is not a condition: write `NAME is present`, "
                    + "`NAME is absent`, `NAME > 0`, `NAME == LITERAL` or `NAME != LITERAL`"
            ]
        ),
        (
            ">=1.0", ">=0.9",
            ["libraries/demo.toml:21: `version.range`: ranges overlap: `<1.0` and `>=0.9` both hold 0.9"]
        ),
        (">=1.0", ">1.0", ["libraries/demo.toml:17: `version.range`: ranges leave versions out: no row holds 1.0"]),
        (
            ">=1.0", "1.0",
            ["libraries/demo.toml:22: `version.range`: `1.0` is not a version range such as `>=0.17,<0.19`"]
        ),
        ("id = \"demo\"", "id = \"other\"", ["libraries/demo.toml:1: `id`: `other` must be the file's name"]),
    ])
    func mistakesInALibrary(from: String, to: String, expected: [String]) {
        #expect(problems(["libraries/demo.toml": library.replacing(from, with: to) + programs]) == expected)
    }

    @Test func programsAreAsked() {
        #expect(
            problems(["libraries/demo.toml": library]) == [
                "libraries/demo.toml:1: `program`: needs a program of kind `bad`",
                "libraries/demo.toml:1: `program`: needs a program of kind `good`",
                "libraries/demo.toml:1: `program`: needs a program of kind `near-miss`",
            ])
        let unmarked = library + programs.replacing("  # error: FG101", with: "")
        #expect(
            problems(["libraries/demo.toml": unmarked]) == [
                "libraries/demo.toml:28: `program.code`: a bad program needs a line that ends in "
                    + "`# error: CODE` or `# warning: CODE`"
            ])
    }

    @Test(arguments: [
        (
            "fn(each items)", "fn(every items)",
            [
                "launchers/demo.toml:10: `launcher.child`: `fn(every items)` is not a call: write it like "
                    + "`target(*args, **kwargs)`, `func(each iterable)` or `self.run()`"
            ]
        ),
        (
            "[\"call\"]", "[\"calls\"]",
            [
                "launchers/demo.toml:8: `launcher.forks_at`: has no value `calls`; it is one of `call`, `start`, "
                    + "`construct`, `first_submit`, `iterate`, `replace`, `config`"
            ]
        ),
        (
            "method = \"fork\"", "method = { family = \"nobody\" }",
            ["launchers/demo.toml:9: `launcher.method.family`: no [[family]] has the id `nobody`"]
        ),
        ("[\"call\"]", "[\"start\"]", ["launchers/demo.toml:4: `launcher.starts`: is missing"]),
    ])
    func mistakesInALauncher(from: String, to: String, expected: [String]) {
        #expect(problems(["launchers/demo.toml": launcher.replacing(from, with: to) + programs]) == expected)
    }

    @Test func aNameStandsOnceAndAllFilesAreReportedTogether() {
        let found = problems([
            "launchers/a.toml": launcher + programs, "launchers/b.toml": launcher + programs,
            "libraries/demo.toml": "id = ",
        ])
        #expect(found.count == 2)
        #expect(found.first?.hasPrefix("launchers/b.toml:5: `launcher.name`: `demo.fork` stands already in ") == true)
        #expect(found.last?.hasPrefix("libraries/demo.toml:1: is not TOML: ") == true)
    }

    @Test func pagesAreChecked() {
        #expect(
            problems(["checks/FG101.md": "# FG101\n"]) == [
                "checks/FG101.md:1: the page must begin with TOML between two lines of `+++`"
            ])
        let page =
            "+++\ncode = \"FG101\"\nname = \"n\"\nsummary = \"s\"\nlevl = \"error\"\n+++\n"
            + "## What it finds\n## Why it breaks\n## Instead\n## Examples\n```python\nf()\n```\n"
        #expect(
            problems(["checks/FG101.md": page]) == [
                "checks/FG101.md: the page needs the section `## What it cannot see`",
                "checks/FG101.md:1: `level`: is missing",
                "checks/FG101.md:5: `levl`: unknown key; did you mean `level`?",
                "checks/FG101.md:11: a sentence must stand before the program",
            ])
    }

    @Test func aFolderThatIsNotThere() {
        #expect(throws: CatalogError.self) { try Catalog.load(directories: ["/nonexistent"]) }
    }

    @Test(arguments: [
        (
            "target(*args, **kwargs)",
            LauncherRule.ChildCall(callee: "target", arguments: .unpacked(args: "args", kwargs: "kwargs"))
        ),
        ("initializer(*initargs)", .init(callee: "initializer", arguments: .unpacked(args: "initargs", kwargs: nil))),
        ("self.run()", .init(callee: "self.run", arguments: .none)),
        ("Handler.handle(?)", .init(callee: "Handler.handle", arguments: .unknown)),
        ("func(each a, b)", .init(callee: "func", arguments: .each(["a", "b"]))),
        ("func(each *pairs)", .init(callee: "func", arguments: .eachUnpacked("pairs"))),
        ("fn(...)", .init(callee: "fn", arguments: .rest)),
        ("each iterable()", .init(callee: "iterable", arguments: .none, isEach: true)),
        ("each tasks.run()", .init(callee: "tasks.run", arguments: .none, isEach: true)),
    ])
    func calls(text: String, call: LauncherRule.ChildCall) { #expect(RuleSyntax.call(text) == call) }

    @Test(arguments: ["f", "f(", "(x)", "f(x)", "a.b.c()", "f(**k, *a)", "f(each )", "f(*a b)"])
    func noCalls(text: String) { #expect(RuleSyntax.call(text) == nil) }

    @Test func conditions() {
        #expect(RuleSyntax.condition("f is present") == .init(parameter: "f", relation: .present))
        #expect(RuleSyntax.condition("n == -1") == .init(parameter: "n", relation: .equal(.int(-1))))
        #expect(RuleSyntax.condition("b != 'loky'") == .init(parameter: "b", relation: .notEqual(.string("loky"))))
        #expect(RuleSyntax.condition("b is 'loky'") == .init(parameter: "b", relation: .known(.string("loky"))))
        #expect(RuleSyntax.condition("n is 1") == .init(parameter: "n", relation: .known(.int(1))))
        #expect(RuleSyntax.condition("c == None") == .init(parameter: "c", relation: .equal(.none)))
        for text in ["", "f", "f is", "f is there", "f == x", "1 > 0", "f > 'a'"] {
            #expect(RuleSyntax.condition(text) == nil)
        }
    }
}

extension String {
    /// The text with the first `old` replaced.
    fileprivate func replacing(_ old: String, with new: String) -> String {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(old) {
                return String(self[..<start]) + new + String(self[index(start, offsetBy: old.count)...])
            }
            start = index(after: start)
        }
        return self
    }
}
