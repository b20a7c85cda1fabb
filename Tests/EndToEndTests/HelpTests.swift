import Testing

/// Commands for shells and editors.
@Suite struct HelpTests {
    @Test(arguments: [
        "scan", "check", "run", "doctor", "confirm", "delta", "explain", "rules", "config", "server", "completions",
        "facts", "clean",
    ])
    func helpFitsAScreen(command: String) {
        let outcome = Folder().run(command, "--help")
        #expect(outcome.status == 0)
        #expect(
            outcome.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 41, "\(outcome.output)")
        let lines = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("USAGE") }
        #expect(lines.allSatisfy { $0.count <= 100 })
    }

    /// What is left out stands in the whole, and what is kept is really there.
    @Test(arguments: ["scan", "facts"]) func theWholeHelpHasEveryOption(command: String) {
        let short = Folder().run(command, "--help").output
        let whole = Folder().run(command, "--help-all").output
        func options(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { $0.hasPrefix("  -") }
        }
        let left = options(whole).count - options(short).count
        #expect(left > 5 && short.contains("\n\(left) options more: forkguard \(command) --help-all"), "\(short)")
        #expect(Set(options(short)).isSubset(of: options(whole)))
        #expect(whole.contains("--per-file-ignores") && !short.contains("--per-file-ignores"))
        #expect(Folder().run("help", command).output == short && Folder().run(command, ".", "-h").output == short)
        let passed = Folder().run("run", "--", "/bin/sh", "-c", "echo $1", "-", "--help")
        #expect(passed.output == "--help\n")
    }

    @Test(arguments: [
        ("bash", "complete -o filenames -F _forkguard forkguard"), ("zsh", "#compdef forkguard"),
        ("fish", "complete -c"),
    ])
    func completionsAreScripts(shell: String, part: String) {
        let outcome = Folder().run("completions", shell)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(part), "\(outcome.output.prefix(400))")
        #expect(outcome.output.contains("unsafe-fixes"))
        #expect(Folder().run("completions", "tcsh").status == 2)
    }

    @Test func watchScansAgain() {
        let folder = Folder(["app.py": "x = 1\n"])
        let script = """
            \(Command.path) scan --watch --format concise > out 2> err & pid=$!
            for i in $(seq 100); do grep -q . err out 2>/dev/null && break; sleep 0.1; done
            sleep 0.5; cp ../program app.py
            for i in $(seq 200); do grep -q FG101 out && break; sleep 0.1; done
            kill $pid; cat out
            """
        Folder.write(folder.hidden + "/program", Array(Programs.hang.utf8))
        let outcome = Command.run(["-c", script], in: folder, environment: ["PATH=/usr/bin:/bin"], program: "/bin/sh")
        #expect(outcome.output.contains("app.py:12:5: FG101"), "\(outcome.output) \(outcome.errors)")
        #expect(folder.run("scan", "--watch", "--fix").status == 2)
    }
}
