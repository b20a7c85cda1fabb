import Testing

/// Configuration, baselines, files as filters, formats and fixes, by the real command.
@Suite struct HabitTests {
    // MARK: Configuration

    @Test(arguments: [
        ("pyproject.toml", "[tool.forkguard]\nignore = [\"FG101\"]\n"), ("forkguard.toml", "select = [\"FG104\"]\n"),
        (".forkguard.toml", "platform = \"darwin\"\n"), ("forkguard.toml", "target-version = \"3.14\"\n"),
        ("forkguard.toml", "exclude = [\"/app.py\"]\n"), ("forkguard.toml", "src = [\"other\"]\n"),
        ("forkguard.toml", "[per-file-ignores]\n\"ap*.py\" = [\"FG1\"]\n"),
    ])
    func aConfigurationFileIsObeyed(name: String, text: String) {
        let folder = Folder(["app.py": Programs.hang, "other/b.py": "x = 1\n", name: text])
        let outcome = folder.run("scan")
        #expect(outcome.status == 0, "\(name): \(outcome.output) \(outcome.errors)")
        #expect(folder.run("scan", "--isolated").status == 1)
    }

    @Test(arguments: [
        ("selct = [\"FG101\"]\n", "forkguard.toml:1: `selct`: unknown key; did you mean `select`?"),
        ("\nignore = \"FG101\"\n", "forkguard.toml:2: `ignore`: must be an array of strings, not a string"),
        ("select = [\"FG110\"]\n", "forkguard.toml:1: `select`: there is no rule `FG110`; the nearest is `FG101`"),
        ("platform = \"windows\"\n", "forkguard.toml:1: `platform`: has no value `windows`"),
        ("target-version = \"2.7\"\n", "forkguard.toml:1: `target-version`: `2.7` is not a Python version"),
        ("extend = \"none.toml\"\n", "forkguard.toml:1: `extend`: there is no file"),
        ("extend = \"forkguard.toml\"\n", "forkguard.toml:1: `extend`: leads back to forkguard.toml"),
        ("a = = 1\n", "forkguard.toml:1: is not TOML: "),
    ])
    func aWrongConfigurationEndsWith2(text: String, message: String) {
        let outcome = Folder(["app.py": Programs.hang, "forkguard.toml": text]).run("scan")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("forkguard: " + message), "\(outcome.errors)")
    }

    @Test func theNearestFileCountsAndFlagsOutrankIt() {
        let folder = Folder([
            "forkguard.toml": "ignore = [\"FG101\"]\n", "sub/base.toml": "ignore = [\"FG101\"]\n",
            "sub/pyproject.toml": "[tool.forkguard]\nextend = \"base.toml\"\nselect = [\"FG1\"]\n",
            "sub/app.py": Programs.hang,
        ])
        #expect(folder.run("scan").status == 0)
        #expect(folder.run("scan", "--select", "FG101").status == 1)
        // The nearer `select` starts anew.
        #expect(folder.run("scan", "sub").status == 1)
        let listing = folder.run("config", "sub", "--platform", "darwin").output
        #expect(listing.contains("# from sub/pyproject.toml, which extends sub/base.toml"))
        #expect(listing.contains("select = [\"FG1\"]  # sub/pyproject.toml:3"))
        #expect(listing.contains("platform = \"darwin\"  # --platform"))
    }

    // MARK: Baseline and fixes

    @Test func aBaselineKnowsOldFindingsAndNoNewOnes() {
        let folder = Folder(["app.py": Programs.hang])
        #expect(folder.run("scan", "--write-baseline", "known.json").status == 0)
        #expect(folder.run("scan", "--baseline", "known.json").status == 0)
        folder.write("app.py", "# moved\n\n" + Programs.hang)
        #expect(folder.run("scan", "--baseline", "known.json").status == 0)
        folder.write("new.py", Programs.hang)
        let outcome = folder.run("scan", "--baseline", "known.json", "--format", "concise")
        #expect(outcome.status == 1)
        #expect(outcome.output.hasPrefix("new.py:12:5"))
        folder.write("app.py", "x = 1\n")
        let stale = folder.run("scan", "--baseline", "known.json", "app.py")
        #expect(stale.errors.contains("the baseline's FG101 in app.py is no more: `child.start()`"), "\(stale.errors)")
        folder.write("known.json", "[]")
        #expect(folder.run("scan", "--baseline", "known.json").status == 2)
    }

    @Test func fixTakesOutCommentsWithoutEffect() {
        let source =
            "x = 1  # forkguard: ignore[FG101] gone  # type: int\r\n"
            + "# forkguard: ignore[FG101]\r\ny = 'é'  # noqa: FG101,E501\r\n"
        let folder = Folder(["app.py": source])
        let diff = folder.run("scan", "--diff")
        #expect(diff.status == 1)
        #expect(diff.output.hasPrefix("--- app.py\n+++ app.py\n@@ "))
        #expect(folder.run("scan", "--fix").status == 0)
        #expect(Folder.read(folder.path + "/app.py") == "x = 1  # type: int\r\ny = 'é'  # noqa: E501\r\n")
        #expect(folder.run("scan", "--diff").output.isEmpty)
    }

    @Test func addedIgnoresKeepFindingsBack() {
        let folder = Folder(["app.py": Programs.hang, "b.py": Programs.hang("child.start()", "child.start()  # go")])
        let outcome = folder.run("scan", "--add-ignores=known since May")
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(
            Folder.read(folder.path + "/app.py").contains(
                "    child.start()  # forkguard: ignore[FG101] known since May\n"))
        #expect(
            Folder.read(folder.path + "/b.py").contains(
                "    # forkguard: ignore[FG101] known since May\n    child.start()  # go\n"))
        let bare = Folder(["app.py": Programs.hang])
        #expect(bare.run("scan", "--add-ignores").status == 0)
    }

    @Test func changesAreMarkedNamedAndCounted() {
        let comment = "x = 1  # forkguard: ignore[FG101] gone\n"
        let folder = Folder(["app.py": Programs.hang, "old.py": comment])
        let summary = "[*] 1 fixable with `--fix`, 1 more with `--fix --unsafe-fixes`.\n"
        #expect(folder.run("scan").output.hasSuffix(summary), "\(folder.run("scan").output)")
        #expect(folder.run("scan", "--format", "concise", "old.py").output.hasPrefix("old.py:1:10: FG901 [*] warning "))
        #expect(folder.run("scan", "--format", "json").output.contains("\"fix\": \"unsafe\""))
        let outcome = folder.run("scan", "--fix-only", "--show-fixes")
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)")
        #expect(outcome.errors.hasPrefix("forkguard: old.py: 1 x FG901 unused-suppression\n"), "\(outcome.errors)")
        folder.write("old.py", comment)
        #expect(folder.run("scan", "--fix", "--exit-non-zero-on-fix", "old.py").status == 1)
        #expect(folder.run("scan", "--fix", "--exit-non-zero-on-fix", "old.py").status == 0)
    }

    @Test func aBareNoqaCountsWhereAProjectSaysSo() {
        let folder = Folder(["app.py": Programs.hang("child.start()", "child.start()  # noqa")])
        #expect(folder.run("scan").status == 1)
        #expect(folder.run("scan", "--respect-bare-noqa").status == 0)
        folder.write("forkguard.toml", "respect-bare-noqa = true\n")
        #expect(folder.run("scan").status == 0)
    }

    @Test func syntaxErrorsFailARunThatSaysSo() {
        let folder = Folder(["bad.py": "def (\n", "sub/good.py": "x = 1\n"])
        #expect(folder.run("scan").status == 0)
        let outcome = folder.run("scan", "--error-on-parse-failure", "--format", "concise")
        #expect(outcome.status == 2)
        #expect(outcome.output.hasPrefix("bad.py:1:5: FG900 note "), "\(outcome.output)")
        // Whatever is selected and shown; but not where it is known.
        #expect(
            folder.run("scan", "--error-on-parse-failure", "--select", "FG101", "--min-severity", "error").status == 2)
        #expect(folder.run("scan", "--error-on-parse-failure", "--per-file-ignores", "bad.py:FG900").status == 0)
        #expect(folder.run("scan", "--error-on-parse-failure", "sub").status == 0)
    }

    @Test func pagesAreJSONForPrograms() {
        let folder = Folder([:])
        let all = folder.run("explain", "--all", "--format", "json").output
        #expect(all.hasPrefix("[\n") && all.contains("\"code\": \"FG101\"") && all.contains("\"code\": \"FG902\""))
        #expect(
            folder.run("rule", "FG101", "--output-format", "json").output.contains("\"name\": \"delta-across-fork\""))
        #expect(folder.run("explain", "polars", "--format", "json").output.contains("\"about\": \"library\""))
        #expect(folder.run("explain", "--all").output.contains("FG902: `limit-reached`"))
        #expect(folder.run("explain").status == 2)
    }

    // MARK: Files as filters

    @Test func namedFilesAreReadWithinTheirProject() {
        let folder = Folder([
            "pyproject.toml": "", "pkg/__init__.py": "",
            "pkg/store.py": "import deltalake\n\n\ndef load():\n    return deltalake.DeltaTable('t').version()\n",
            "main.py": """
            import multiprocessing
            from pkg.store import load

            if __name__ == "__main__":
                load()
                with multiprocessing.Pool(2) as pool:
                    pool.apply(load)

            """, "other.py": Programs.hang, "quiet.py": "x = 1\n",
        ])
        for name in ["main.py", "pkg/store.py"] {
            let outcome = folder.run("scan", "--format", "concise", name)
            #expect(outcome.status == 1, "\(name)")
            #expect(outcome.output.hasPrefix("main.py:"), "\(name): \(outcome.output)")
            #expect(!outcome.output.contains("other.py"))
        }
        #expect(folder.run("scan", "quiet.py").output == "No hazard found in 1 file.\n")
        // From a folder within the project, paths are that folder's.
        let inside = Command.run(
            ["-c", "cd pkg && \(Command.path) scan --format concise store.py"], in: folder, program: "/bin/sh")
        #expect(inside.output.contains("main.py:"), "\(inside.output) \(inside.errors)")
        #expect(inside.output.contains("store.py:5"))
        // Words name a file as its places do.
        let named = Command.run(
            ["-c", "cd pkg && \(Command.path) scan --format concise ../other.py"], in: folder, program: "/bin/sh")
        #expect(named.output.hasPrefix("../other.py:12:5: "), "\(named.output) \(named.errors)")
        #expect(named.output.contains(" at ../other.py:6"), "\(named.output)")
    }

    @Test func changedFilesAreAskedOfGit() {
        let folder = Folder(["old.py": Programs.hang])
        let setup = "git init -q . && git add . && git -c user.name=a -c user.email=a@b commit -qm x"
        let made = Command.run(["-c", setup], in: folder, environment: ["PATH=/usr/bin:/bin"], program: "/bin/sh")
        #expect(made.status == 0, "\(made.errors)")
        folder.write("new.py", Programs.hang)
        let path = ["PATH=/usr/bin:/bin"]
        let outcome = folder.run("scan", "--changed", "--format", "concise", environment: path)
        #expect(outcome.output.hasPrefix("new.py:12:5"), "\(outcome.errors)")
        #expect(!outcome.output.contains("old.py"))
        #expect(folder.run("scan", "--diff-base", "nothing", environment: path).status == 2)
    }

    @Test func excludedFilesMayBeNamed() {
        let folder = Folder(["app.py": Programs.hang, "forkguard.toml": "exclude = [\"app.py\"]\n"])
        #expect(folder.run("scan", "app.py").status == 1)
        #expect(folder.run("scan", "--force-exclude", "app.py").status == 0)
    }

    // MARK: Notebooks

    @Test func notebooksAreReadCellByCell() {
        let cells = """
            {"cells": [
             {"cell_type": "markdown", "source": ["# title"]},
             {"cell_type": "code", "source": ["%matplotlib inline\\n", "import os\\n", "from deltalake import DeltaTable\\n",
              "table = DeltaTable('t')\\n", "table.version()"]},
             {"cell_type": "code", "source": "!ls\\nif os.fork() == 0:\\n    DeltaTable('t')\\n"}],
             "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
            """
        let folder = Folder(["n.ipynb": cells, "r.ipynb": "{}"])
        let outcome = folder.run("scan", "--format", "concise", "n.ipynb")
        #expect(outcome.output.hasPrefix("n.ipynb:cell 3:2:4: FG101"), "\(outcome.output) \(outcome.errors)")
        #expect(outcome.output.contains("n.ipynb:cell 2:"))
        #expect(folder.run("scan", "--format", "json", "n.ipynb").output.contains("\"cell\": 3"))
        #expect(folder.run("scan", "n.ipynb").output.contains("--> n.ipynb:cell 3:2:4"))
        #expect(folder.run("scan", "r.ipynb").status == 2)
    }

    // MARK: Reports

    @Test func reportsGoToFilesBesideStandardOutput() {
        let folder = Folder(["app.py": Programs.hang])
        let outcome = folder.run(
            "scan", "--output", "sarif=a.sarif", "--output", "junit=a.xml", "--output-format", "full", "--exit-zero")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Found 1 error"))
        #expect(Folder.read(folder.path + "/a.sarif").contains("\"version\": \"2.1.0\""))
        #expect(Folder.read(folder.path + "/a.xml").contains("<failure message="))
        #expect(folder.run("scan", "--output", "json=missing/x").status == 2)
        #expect(folder.run("scan", "--output", "json=x", "--output", "html=x").status == 2)
        #expect(folder.run("scan", "--statistics").output == "1  FG101  delta-across-fork\n")
        #expect(folder.run("scan", "--show-files").output == "app.py\n")
        #expect(!folder.run("scan", "--quiet").output.contains("Found"))
        #expect(folder.run("scan", "--verbose").errors.contains("forkguard: no configuration file\n"))
    }

    @Test(arguments: [
        ("github", "::error file=app.py,line=12,col=5,endLine=12,endColumn=18,title=FG101 delta-across-fork::"),
        ("gitlab", "\"check_name\": \"delta-across-fork\""), ("grouped", "app.py:\n  12:5  FG101 error "),
        ("json-lines", "{\"path\": \"app.py\", \"line\": 12, "),
        ("checkstyle", "<error line=\"12\" column=\"5\" severity=\"error\""),
        ("junit", "<testcase name=\"FG101 delta-across-fork at 12:5\""), ("html", "<span class=\"code\">FG101</span>"),
    ])
    func everyFormatNamesTheFinding(format: String, part: String) {
        let outcome = Folder(["app.py": Programs.hang]).run("scan", "--format", format)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains(part), "\(outcome.output)")
    }
}
