import Glibc
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

    // MARK: With the front end, where FORKGUARD_SWIFT names one

    private static let frontEnd = getenv("FORKGUARD_SWIFT").map { String(cString: $0) }

    private func scan(_ source: String, seconds: Double = 120) -> Command.Outcome {
        let folder = Folder(["main.swift": source])
        return Command.run(
            ["scan", "--format", "concise", "main.swift"], in: folder,
            environment: ["FORKGUARD_SWIFT=\(Self.frontEnd ?? "")"], seconds: seconds)
    }

    @Test(.enabled(if: frontEnd != nil)) func aFileThatIsNotParsedIsAFinding() {
        let outcome = scan("func f( {\n let x = \n}\n" + Self.program)
        #expect(outcome.output.contains("main.swift:1:8: FG900 note"))
        #expect(outcome.status <= 1 && !outcome.isTimedOut)
    }

    @Test(.enabled(if: frontEnd != nil)) func nestedClosuresAreToldOf() {
        let outcome = scan(String(repeating: "f { ", count: 2_000) + String(repeating: "}", count: 2_000))
        #expect(outcome.output.contains("FG900 note parsing has exceeded the maximum nesting level"))
        #expect(outcome.status == 0 && !outcome.isTimedOut)
    }

    /// Built for debugging, the parser takes a minute for as many lines of code: most of them say nothing here.
    @Test(.enabled(if: frontEnd != nil)) func aLongFileIsReadToItsEnd() {
        var lines = Array(repeating: "// a line that says nothing", count: 50_000)
        for line in stride(from: 0, to: 50_000, by: 50) {
            lines[line] = "func f\(line)(_ x: Int) -> Int { x + \(line) }"
        }
        let outcome = scan(lines.joined(separator: "\n") + "\n" + Self.program)
        #expect(outcome.output.contains("main.swift:50004:4: FG105 error"))
        #expect(outcome.status == 1 && !outcome.isTimedOut)
    }
}
