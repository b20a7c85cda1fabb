import Glibc
import Testing

/// `forkguard confirm` with a real Python and a stand-in for deltalake that serves its calls from a thread of its own, as
/// the real one does: what the real releases do is tried by `scripts/check-confirm`.
@Suite(.serialized) struct ConfirmTests {
    private static let root: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return parts.map { "/" + $0 }.joined()
    }()

    private static let python: String = {
        let places = [root + "/.venv/bin/python", "/usr/bin/python3", "/usr/local/bin/python3"]
        return places.first { access($0, X_OK) == 0 } ?? "/usr/bin/python3"
    }()

    /// A call is answered by the thread that the first one started; a forked child has not got it.
    private static let threaded = """
        import queue
        import threading

        _questions = None


        def _serve(questions):
            while True:
                questions.get().set()


        class DeltaTable:
            def __init__(self, path):
                global _questions
                if _questions is None:
                    _questions = queue.SimpleQueue()
                    threading.Thread(target=_serve, args=(_questions,), daemon=True).start()
                answer = threading.Event()
                _questions.put(answer)
                answer.wait()

            def version(self):
                return 0

        """

    private static let plain = """
        class DeltaTable:
            def __init__(self, path):
                self.path = path

            def version(self):
                return 0

        """

    /// A program with a stand-in of a release, and what finds both.
    private func folder(_ source: String, release: String, program: String = Programs.hang) -> Folder {
        let folder = Folder(["app.py": program])
        folder.write("site/deltalake/__init__.py", source)
        folder.write(
            "site/deltalake-\(release).dist-info/METADATA",
            "Metadata-Version: 2.1\nName: deltalake\nVersion: \(release)\n")
        return folder
    }

    private func environment(_ folder: Folder) -> [String] {
        ["PATH=/usr/bin:/bin", "PYTHONPATH=\(folder.path)/site", "TMPDIR=\(folder.hidden)", "NO_COLOR=1"]
    }

    private func confirm(_ folder: Folder, _ arguments: String...) -> Command.Outcome {
        Command.run(
            ["confirm", "--python", Self.python] + arguments, in: folder, environment: environment(folder), seconds: 120
        )
    }

    /// Nothing that was started for this folder may live on, and no file of a run may stay.
    private func expectNothingLeft(_ folder: Folder) {
        // A process's memory is taken apart before it is gone.
        var left: [String] = []
        for _ in 0..<50 {
            left = Self.processes(mentioning: folder.hidden)
            if left.isEmpty { break }
            usleep(20_000)
        }
        #expect(left == [])
        let files = Command.run([folder.hidden], in: folder, program: "/bin/ls").output
        #expect(!files.contains("forkguard-confirm"), "\(files)")
    }

    private static func processes(mentioning text: String) -> [String] {
        guard let list = opendir("/proc") else { return ["no /proc"] }
        defer { closedir(list) }
        var found: [String] = []
        while let entry = readdir(list) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let id = Int(name), id != Int(getpid()) else { continue }
            if Folder.read("/proc/\(id)/environ").contains(text) { found.append(Folder.read("/proc/\(id)/cmdline")) }
        }
        return found
    }

    // MARK: - The library of the user's Python

    @Test func aReleaseThatHangsIsConfirmed() {
        let folder = folder(Self.threaded, release: "0.18.2")
        let outcome = confirm(folder, "--timeout", "4")
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(outcome.output.contains("deltalake 0.18.2"))
        #expect(outcome.output.contains("HANGS"))
        #expect(outcome.output.contains("never came back, as the rules say"))
        #expect(outcome.output.contains("Confirmed in 1 of 1 environment"))
        #expect(outcome.output.contains("= waits:"))
        expectNothingLeft(folder)
    }

    @Test func aReleaseThatWorksIsNot() {
        let folder = folder(Self.plain, release: "0.16.4")
        let outcome = confirm(folder, "--timeout", "3")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let ofPython = outcome.output.split(separator: "\nPython ").last ?? ""
        #expect(ofPython.contains("deltalake 0.16.4") && !ofPython.contains("HANGS"))
        #expect(outcome.output.contains("works in a forked child of a process that used it, as the rules say."))
        expectNothingLeft(folder)
    }

    /// An interpreter may be named as seen from here, or as a shell would find it.
    @Test(arguments: ["../../../../../../../../../../../../usr/bin/python3", "python3"])
    func anInterpreterIsFoundByAnyName(name: String) {
        let folder = Folder(["app.py": "print(1)\n"])
        let outcome = Command.run(
            ["confirm", "--python", name, "app.py"], in: folder, environment: environment(folder), seconds: 60)
        #expect(outcome.status == 0 && outcome.output.contains("The scan found no hazard"), "\(outcome.errors)")
        let table = Command.run(
            ["confirm", "--python", name, "--timeout", "3"], in: folder, environment: environment(folder), seconds: 60)
        #expect(table.output.contains(", \(name): deltalake is not installed"), "\(table.errors)")
    }

    @Test func theJSONHoldsEveryCell() {
        let folder = folder(Self.threaded, release: "0.18.2")
        let outcome = confirm(folder, "--timeout", "3", "--format", "json")
        #expect(outcome.status == 1)
        let check = """
            import json, sys
            data = json.load(sys.stdin)
            for cell in data["engine"]["cells"]:
                print("engine", cell["fork"], cell["use"], cell["outcome"], ",".join(cell["lost_threads"]))
            print("engine", data["engine"]["as_designed"])
            cells = data["pythons"][0]["cells"]
            for cell in cells:
                if not cell["guarded"]:
                    print(cell["method"], cell["launcher"], cell["touched"], cell["outcome"])
            """
        let shown = Command.run(
            ["-c", check], in: folder, input: Array(outcome.output.utf8), environment: [], program: Self.python)
        let lines = Set(shown.output.split(separator: "\n").map(String.init))
        for launcher in ["Process", "Pool", "ProcessPoolExecutor"] {
            #expect(lines.contains("fork \(launcher) True hangs"), "\(shown.output)\(shown.errors)")
            #expect(lines.contains("spawn \(launcher) True works"))
            #expect(lines.contains("forkserver \(launcher) True works"))
        }
        #expect(lines.contains("fork Process False works"))
        for fork in ["fork", "clone"] {
            #expect(lines.contains("engine \(fork) guarded refused delta-io-0,delta-io-1"), "\(shown.output)")
            #expect(lines.contains("engine \(fork) unguarded hangs delta-io-0,delta-io-1"))
            #expect(lines.contains("engine \(fork) fresh works "))
        }
        #expect(lines.contains("engine True"))
    }

    // MARK: - The bundled engine

    @Test func theSelfTestShowsTheErrorAndTheHang() {
        let folder = Folder()
        let outcome = Command.run(
            ["confirm", "--python", "/usr/bin/python3", "--timeout", "3"], in: folder,
            environment: ["PATH=/usr/bin:/bin", "TMPDIR=\(folder.hidden)"], seconds: 120)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("Self-test: "))
        for words in [
            "guarded           ForkedProcessError  ForkedProcessError", "unguarded         HANGS (",
            "reads a snapshot detached before the fork  works               works",
            "opens the table with an engine of its own  works               works",
            "DeltaTable.snapshot refused: process", "its parent has and it has not: delta-io-0, delta-io-1",
            "the watchdog sees a hang where there is one", "/usr/bin/python3: deltalake is not installed",
            "No deltalake was tried: none is installed for 1 Python.",
        ] {
            #expect(outcome.output.contains(words), "\(words): \(outcome.output)")
        }
        expectNothingLeft(folder)
    }

    @Test func aSignalDuringTheSelfTestLeavesNothing() {
        let folder = Folder()
        let script = """
            "$0" confirm --python /usr/bin/python3 --timeout 60 & pid=$!
            sleep 1.5
            kill -TERM $pid
            wait $pid
            echo "status $?"
            """
        let outcome = Command.run(
            ["-c", script, Command.path], in: folder,
            environment: ["PATH=/usr/bin:/bin", "TMPDIR=\(folder.hidden)"], seconds: 60, program: "/bin/sh")
        #expect(outcome.output.contains("status 143"), "\(outcome.output)\(outcome.errors)")
        expectNothingLeft(folder)
    }

    @Test(arguments: [["fork", "guarded"], ["vfork", "guarded", "t"], ["fork", "bravely", "t"]])
    func theSelfTestsProgramTakesItsOwnWordsOnly(arguments: [String]) {
        let outcome = Command.run(["engine-trial"] + arguments, in: Folder())
        #expect(outcome.status == 2 && outcome.output.isEmpty)
    }

    @Test(arguments: [
        (["--python", "/nonexistent/python"], "/nonexistent/python: there is no such file or folder"),
        (["--python", "/bin/true"], "/bin/true: it is no Python interpreter that runs"),
        (["--timeout", "0"], "--timeout needs a number of seconds"),
        (["missing.py"], "missing.py: there is no such file or folder"),
        (["--format", "xml"], "format"),
    ])
    func whatCannotWorkIsNamed(arguments: [String], words: String) {
        let folder = Folder()
        let outcome = Command.run(
            ["confirm"] + arguments, in: folder, environment: ["PATH=/usr/bin:/bin", "TMPDIR=\(folder.hidden)"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        expectNothingLeft(folder)
    }

    // MARK: - A program

    private static func program(_ body: String) -> String {
        """
        import sys
        from multiprocessing import get_context
        from deltalake import DeltaTable


        def load():
            return DeltaTable("/tmp/table").version()


        if __name__ == "__main__":
            load()
            if len(sys.argv) > 1:
                child = get_context("fork").Process(target=\(body))
                child.start()
                child.join()

        """
    }

    @Test func aFindingThatHappensIsConfirmed() {
        let folder = folder(Self.threaded, release: "0.18.2", program: Self.program("load"))
        let outcome = confirm(folder, "--timeout", "20", "app.py", "--", "now")
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("confirmed FG101 at app.py:14: the forked child"), "\(outcome.output)")
        #expect(outcome.output.contains("touched: \(folder.path)/app.py:7, in load"))
        #expect(outcome.output.contains("forked: \(folder.path)/app.py:14, in <module>"))
        #expect(outcome.output.contains("1 finding: 1 confirmed."))
        expectNothingLeft(folder)
    }

    @Test func aFindingThatTheRunDoesNotComeToIsNotReached() {
        let folder = folder(Self.threaded, release: "0.18.2", program: Self.program("load"))
        let outcome = confirm(folder, "app.py")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("not reached FG101 at app.py:14: the run started no process at line 14"))
    }

    @Test func aFindingThatWorksIsRefuted() {
        let folder = folder(Self.plain, release: "0.16.4", program: Self.program("load"))
        let outcome = confirm(folder, "app.py", "--", "now")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("refuted FG101 at app.py:14"), "\(outcome.output)")
    }

    /// What the scan cannot see: a name that the command line gives.
    @Test func whatTheScanDidNotFindIsListed() {
        let hidden = Self.program("globals()[sys.argv[1].replace(\"now\", \"load\")]").replacingTouch()
        let folder = folder(Self.threaded, release: "0.18.2", program: hidden)
        let outcome = confirm(folder, "--timeout", "20", "app.py", "--", "now")
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(outcome.output.contains("that the scan did not find"), "\(outcome.output)")
    }

    @Test func aSignalEndsEverything() {
        let folder = folder(Self.threaded, release: "0.18.2", program: Self.program("load"))
        let script = """
            "$0" confirm --python "$1" --timeout 60 app.py -- now & pid=$!
            sleep 2
            kill -TERM $pid
            wait $pid
            echo "status $?"
            """
        let outcome = Command.run(
            ["-c", script, Command.path, Self.python], in: folder, environment: environment(folder), seconds: 60,
            program: "/bin/sh")
        #expect(outcome.output.contains("status 143"), "\(outcome.output)\(outcome.errors)")
        expectNothingLeft(folder)
    }
}

extension String {
    /// The program with a touch that no reader of it can see.
    fileprivate func replacingTouch() -> String {
        let old = "\n    load()\n"
        var result = ""
        var rest = self[...]
        while let first = rest.first {
            if rest.hasPrefix(old) {
                result += "\n    globals()[sys.argv[1].replace(\"now\", \"load\")]()\n"
                rest = rest.dropFirst(old.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
