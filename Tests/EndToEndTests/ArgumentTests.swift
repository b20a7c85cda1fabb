import Testing

/// What the command takes, what it refuses, and how it ends.
@Suite struct ArgumentTests {
    @Test func versionAndHelpAreClean() {
        let folder = Folder()
        #expect(folder.run("--version").output == "forkguard 0.1.0\n")
        for help in [["--help"], ["scan", "--help"], ["explain", "-h"], []] {
            let outcome = Command.run(help, in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("USAGE: forkguard"))
            #expect(outcome.errors.isEmpty)
        }
        #expect(folder.run("--help").output.contains("doctor"))
    }

    @Test(arguments: [
        ["scan", "--bogus"], ["scan", "--baseline", "x"], ["scan", "--format", "csv"], ["scan", "--output", "json"],
        ["scan", "--changed"], ["scan", "--config", "none.toml"], ["scan", "--select", "FG7"],
        ["scan", "--ignore", "nonsense"], ["scan", "--target-version", "2.7"], ["scan", "--target-version", "3.99"],
        ["scan", "--platform", "windows"], ["scan", "--fail-on", "note"], ["scan", "--jobs", "0"],
        ["scan", "--jobs", "many"], ["scan", "--rules", "nowhere"], ["run"], ["run", "--"], ["run", "--polcy", "true"],
        ["run", "--policy", "maybe", "true"], ["run", "--report", "missing/file", "true"], ["nonsense"],
        ["explain"], ["explain", "nothing that is known"], ["rules", "--format", "xml"], ["scan", "missing.py"],
        ["scan", "missing/"], ["scan", ""], ["delta"], ["delta", "missing"], ["delta", "."],
        ["delta", "--format", "xml", "."],
        ["delta", "--version", "1", "--timestamp", "0", "."], ["delta", "--timestamp", "yesterday", "."],
    ])
    func whatCannotBeDoneEndsWith2(arguments: [String]) {
        let outcome = Command.run(arguments, in: Folder(["a.py": "x = 1\n"]))
        #expect(outcome.status == 2, "\(arguments)")
        #expect(!outcome.errors.isEmpty)
        #expect(outcome.output.isEmpty)
    }

    @Test func theNearestNameIsOffered() {
        let folder = Folder()
        #expect(folder.run("scan", "--select", "FG110").errors.contains("the nearest is `FG101`"))
        #expect(folder.run("explain", "deltalak").errors.contains("the nearest name is `deltalake`"))
        #expect(folder.run("scna").errors == "forkguard: there is no command `scna`; did you mean `scan`?\n")
        #expect(folder.run("lint").errors.hasSuffix("`forkguard --help` lists them all\n"))
        let here = folder.run(".").errors
        #expect(here == "forkguard: there is no command `.`; `forkguard scan .` scans what is called so\n")
    }

    @Test func everyPromisedFlagWorks() {
        let folder = Folder(["app.py": Programs.hang, "gen/b.py": Programs.hang, ".gitignore": "gen/\n"])
        let flags = [
            "--select", "FG101,FG1", "--ignore", "FG9", "--exclude", "nothing", "--exclude", "*.txt",
            "--target-version", "3.12", "--platform", "linux", "--fail-on", "warning", "--isolated", "--no-cache",
            "--jobs", "2",
        ]
        let outcome = Command.run(["scan", "--format", "concise"] + flags + ["."], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.output.split(separator: "\n").count == 1)
        #expect(folder.run("scan", "--no-ignore", "--format", "concise").output.contains("gen/b.py:12:5: FG101 error"))
        #expect(folder.run("check", "--exclude", "app.py").status == 0)
        #expect(folder.run("scan", "--ignore", "FG101").status == 0)
        #expect(folder.run("scan", "--platform", "darwin").status == 0)
        #expect(folder.run("scan", "--target-version", "3.14").status == 0)
    }

    @Test func notesOfReadingAreShownWhenAskedFor() {
        let broken = Programs.hang + "def f(:\n"
        let folder = Folder(["app.py": broken])
        let quiet = folder.run("scan", "--format", "concise")
        #expect(!quiet.output.contains("FG900"))
        #expect(
            quiet.errors == "forkguard: 1 file could not be read in whole: `--select FG900` shows where\n")
        for flags in [["app.py"], ["--select", "FG900"], ["--select", "FG9"], ["--select", "ALL"]] {
            let outcome = Command.run(["scan", "--format", "concise"] + flags, in: folder)
            #expect(outcome.output.contains("app.py:14:6: FG900 note"), "\(flags)")
            #expect(outcome.errors.isEmpty)
        }
    }

    @Test func readsStandardInput() {
        let folder = Folder()
        let outcome = folder.run(
            "scan", "--format", "concise", "--stdin-filename", "pkg/edited.py", "-", input: Programs.hang)
        #expect(outcome.status == 1)
        #expect(outcome.output.hasPrefix("pkg/edited.py:12:5: FG101 error "))
        #expect(folder.run("scan", "-", input: "x = 1\n").status == 0)
    }

    @Test func explainsRulesLibrariesAndMessages() {
        let folder = Folder()
        for words in ["FG101", "delta-across-fork", "deltalake", "Resource deadlock avoided (os error 35)"] {
            let outcome = folder.run("explain", words)
            #expect(outcome.status == 0, "\(words)")
            #expect(outcome.output.contains("FG101"), "\(words)")
        }
        let log =
            "thread panicked: Forked process detected - current PID is 812 but the tokio runtime was created by 77"
        #expect(folder.run("explain", log).output.contains("deltalake"))
    }

    @Test(arguments: [
        ("chosen.set_start_method('spawn')", "load()", "start method `spawn`, chosen at app.py:9"),
        ("", "load()", "FG101 is reported here"),
        ("", "print()", "nothing that a rule knows is touched, and still open, before it"),
        ("chosen.log_to_stderr()", "DeltaTable('b')", "FG101 is reported here"),
    ])
    func explainsSilence(choice: String, before: String, reason: String) {
        let source = """
            import multiprocessing as chosen
            from multiprocessing import Process

            from deltalake import DeltaTable

            def load():
                print(DeltaTable("a").history())

            \(choice)
            \(before)
            Process(target=load).start()
            """
        let folder = Folder(["app.py": source])
        let outcome = folder.run("scan", "--explain-silence", "app.py:11", ".")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("app.py:11\n  - "))
        #expect(outcome.output.contains(reason), "\(outcome.output)")
        #expect(folder.run("scan", "--explain-silence", "other.py:3", ".").status == 2)
        #expect(folder.run("scan", "--explain-silence", "app.py", ".").status == 2)
    }

    @Test func listsTheRules() {
        let folder = Folder()
        #expect(folder.run("rules").output.contains("delta-across-fork"))
        #expect(folder.run("rules", "--format", "json").output.contains("\"code\": \"FG101\""))
    }

    @Test func usersRulesAreAdded() {
        let folder = Folder()
        let outcome = folder.run("rules", environment: ["FORKGUARD_RULES=/nowhere/at/all"])
        #expect(outcome.status == 2)
    }

    @Test func aClosedPipeIsQuiet() {
        let folder = Folder(["app.py": Programs.hang])
        let outcome = Command.run(
            ["-c", "\(Command.path) rules --format json | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}"], in: folder,
            program: "/bin/bash")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output == "0\n")
    }

    @Test func coloursObeyTheEnvironment() {
        let folder = Folder(["app.py": Programs.hang])
        #expect(!folder.run("scan").output.contains("\u{1B}"))
        #expect(folder.run("scan", environment: ["FORCE_COLOR=1"]).output.contains("\u{1B}[1;31merror"))
        #expect(!folder.run("scan", environment: ["FORCE_COLOR=1", "NO_COLOR=1"]).output.contains("\u{1B}"))
    }
}
