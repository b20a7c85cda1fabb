import Testing

/// `forkguard doctor`, as far as it needs no process that hangs: those are tried by `scripts/check-doctor`.
@Suite struct DoctorTests {
    @Test(arguments: ["abc", "0", "99999999999999999999", "12x", "999999999"])
    func aProcessThatIsNoneIsOneLineAndTwo(name: String) {
        let outcome = Folder().run("doctor", name)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("forkguard: "))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: [["--tree"], ["--all", "5"], ["--watch"], ["--window", "0", "5"], ["--window", "nan", "5"]])
    func optionsThatDoNotGoTogether(arguments: [String]) {
        let outcome = Command.run(["doctor"] + arguments, in: Folder())
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
    }

    @Test func aProcessThatExecutedAProgramIsHealthy() {
        // The shell that the command is started by has executed a program since its fork.
        let outcome = Command.run(
            ["run", "--hang-timeout", "0", "/bin/sh", "-c", "exec \"$0\" doctor $PPID", Command.path], in: Folder())
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("is healthy"))
    }

    @Test func theMachineIsToldOf() {
        let folder = Folder(["gunicorn.conf.py": "preload_app = True\n"])
        let outcome = Command.run(["doctor"], in: folder, environment: ["OMP_NUM_THREADS=4", "PATH=/nowhere"])
        #expect(outcome.status == 0)
        for word in ["kernel", "OMP_NUM_THREADS=4", "gunicorn.conf.py:1", "do: "] {
            #expect(outcome.output.contains(word), "\(word)")
        }
    }

    @Test func aHangTimeoutThatIsNoneIsNamed() {
        let outcome = Folder().run("run", "--hang-timeout", "nan", "true")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("--hang-timeout"))
    }
}
