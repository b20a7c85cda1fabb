import Testing

/// What the command does with Swift files. The findings are tested by the written programs, which need the front end.
@Suite struct SwiftTests {
    private static let program = """
        import Dispatch
        import Glibc
        DispatchQueue.global().async { }
        if fork() == 0 { DispatchQueue.global().async { } }
        """
    private static let nowhere = ["FORKGUARD_SWIFT=/nonexistent/forkguard-swift"]

    @Test func aNamedFileNeedsTheFrontEnd() {
        let folder = Folder(["main.swift": Self.program])
        let outcome = Command.run(["scan", "main.swift"], in: folder, environment: Self.nowhere)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors
                == "forkguard: main.swift: left out: forkguard-swift is not installed beside forkguard; `make swift` builds it\n"
        )
    }

    @Test func pythonIsReadWithoutIt() {
        let folder = Folder(["a.swift": Self.program, "b.swift": Self.program, "c.py": "import os\nos.fork()\n"])
        let outcome = Command.run(["scan", "."], in: folder, environment: Self.nowhere)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("a.swift: left out and 1 other Swift file: forkguard-swift is not installed"))
    }

    @Test func aNamedPythonFileIsNoReasonToTellOfSwift() {
        let folder = Folder(["setup.cfg": "", "a.swift": Self.program, "c.py": "import os\nos.fork()\n"])
        let outcome = Command.run(["scan", "c.py"], in: folder, environment: Self.nowhere)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
    }

    @Test func anotherProgramInItsPlaceIsAnError() {
        let folder = Folder(["main.swift": Self.program])
        for other in ["/bin/true", "/bin/cat", "/bin/false"] {
            let outcome = Command.run(["scan", "main.swift"], in: folder, environment: ["FORKGUARD_SWIFT=\(other)"])
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("main.swift: "))
        }
    }
}
