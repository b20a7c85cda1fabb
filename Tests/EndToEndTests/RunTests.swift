import Testing

/// `forkguard run` stands between its caller and a command as if it were not there. What the guard itself does is
/// tried by `scripts/check-guard`, in real interpreters.
@Suite struct RunTests {
    private static let shell = "/bin/sh"

    @Test(arguments: [("exit 0", 0), ("exit 7", 7), ("kill -TERM $$", 128 + 15), ("kill -KILL $$", 128 + 9)])
    func theStatusIsTheCommands(script: String, status: Int) {
        #expect(Int(Folder().run("run", "--", Self.shell, "-c", script).status) == status)
    }

    @Test func outputAndInputPassThrough() {
        let outcome = Command.run(
            ["run", Self.shell, "-c", "cat; echo bad >&2"], in: Folder(), input: Array("a\u{0}b\n".utf8))
        #expect(outcome.output == "a\u{0}b\n")
        #expect(outcome.errors.contains("bad\n"))
    }

    @Test func argumentsReachTheCommandAsTheyAre() {
        let outcome = Folder().run("run", "/usr/bin/printf", "%s|", "--policy", "--", "-h", "a b", "")
        #expect(outcome.output == "--policy|--|-h|a b||")
    }

    @Test func aCommandThatCannotRunEndsAsInAShell() {
        let folder = Folder(["plain": "no program"])
        let missing = folder.run("run", "no-such-command")
        #expect(missing.status == 127)
        #expect(missing.errors.hasSuffix("forkguard: no-such-command: there is no such command\n"))
        let closed = folder.run("run", "./plain")
        #expect(closed.status == 126)
        #expect(closed.errors.hasSuffix("forkguard: ./plain: permission denied\n"))
    }

    @Test func signalsReachTheCommand() {
        // The command asks its parent, which is forkguard, to end.
        let script = "trap 'echo got it; exit 3' TERM; kill -TERM $PPID; while :; do sleep 0.05; done"
        let outcome = Command.run(["run", Self.shell, "-c", script], in: Folder(), seconds: 20)
        #expect(outcome.output == "got it\n")
        #expect(outcome.status == 3)
    }

    @Test func aBrokenPipeEndsTheCommandAsItWould() {
        let outcome = Folder().run("run", Self.shell, "-c", "(while :; do echo y; done; echo $? >&2) | head -n 1")
        #expect(outcome.output == "y\n")
        #expect(outcome.status == 0)
    }

    @Test func withoutItsPackageItSaysSoAndRunsTheCommand() {
        let environment = ["FORKGUARD_HOME=/nonexistent", "PATH=/usr/bin:/bin"]
        let outcome = Command.run(["run", "echo", "here"], in: Folder(), environment: environment)
        #expect(outcome.output == "here\n")
        #expect(outcome.errors.contains("not guarding"))
        #expect(outcome.status == 0)
    }

    @Test func aWrongPolicyInTheEnvironmentIsNamed() {
        let outcome = Command.run(["run", "true"], in: Folder(), environment: ["FORKGUARD_POLICY=maybe"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("FORKGUARD_POLICY is `maybe`"))
    }
}
