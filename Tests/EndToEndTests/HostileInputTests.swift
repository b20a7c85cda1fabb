import Glibc
import Testing

/// Input that no linter likes: each is answered with a message or a finding, and the other files are scanned.
@Suite struct HostileInputTests {
    /// Scans a folder that holds the hazard in `app.py` beside what `prepare` puts there.
    private func scan(
        _ flags: [String] = [], seconds: Double = 60, _ prepare: (Folder) -> Void
    ) -> Command.Outcome {
        let folder = Folder(["app.py": Programs.hang])
        prepare(folder)
        return Command.run(["scan", "--format", "concise"] + flags, in: folder, seconds: seconds)
    }

    private func expectHazard(_ outcome: Command.Outcome, _ note: String = "") {
        #expect(!outcome.isTimedOut, "\(note)")
        #expect(outcome.status == 1, "\(note) \(outcome.errors)")
        #expect(outcome.output.contains("app.py:12:5: FG101 error"), "\(note)")
    }

    @Test func hostileNames() {
        let names = ["a\nb.py", "a\u{1B}[31m.py", "q\"'`$(x).py", "back\\slash.py", " .py", "-x.py", "\u{202E}yp.py"]
        let outcome = scan { folder in
            for name in names { folder.write(name, Programs.hang) }
        }
        expectHazard(outcome)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == names.count + 1)
        #expect(lines.contains { $0.hasPrefix("a\\nb.py:12:5:") })
        #expect(lines.contains { $0.hasPrefix("a\\x1b[31m.py:12:5:") })
        #expect(lines.contains { $0.hasPrefix("\\u{202e}yp.py:12:5:") })
    }

    @Test func namesThatAreNotUTF8() {
        let folder = Folder()
        let outcome = Command.run(
            [
                "-c",
                "printf 'import os\\n' > $'caf\\xe9.py' && \(Command.path) scan --format json $'caf\\xe9.py' $'no\\xff.py'",
            ],
            in: folder, program: "/bin/bash")
        #expect(outcome.status == 2)
        #expect(outcome.errors == "forkguard: no\\xff.py: there is no such file or folder\n", "\(outcome.errors)")
        #expect(outcome.output.contains("\"path\": \"no\\\\xff.py\""))
    }

    @Test func aMissingPathEndsWith2ButTheRestIsScanned() {
        let outcome = scan(["app.py", "missing.py"]) { _ in }
        #expect(outcome.status == 2)
        #expect(outcome.output.contains("FG101"))
        #expect(outcome.errors == "forkguard: missing.py: there is no such file or folder\n")
    }

    /// Root reads everything, so the command runs as nobody where the tests run as root.
    @Test(.enabled(if: getuid() != 0 || access("/usr/bin/setpriv", X_OK) == 0))
    func unreadableFilesAndFolders() {
        func run(_ arguments: String...) -> Command.Outcome {
            let folder = Folder(["app.py": Programs.hang, "secret.py": "x = 1\n", "closed/a.py": "x = 1\n"])
            chmod(folder.path + "/secret.py", 0)
            chmod(folder.path + "/closed", 0)
            return Command.runAsNobody(["scan", "--format", "concise"] + arguments, in: folder)
        }
        let outcome = run(".")
        expectHazard(outcome)
        #expect(
            outcome.errors == """
                forkguard: closed: permission denied
                forkguard: secret.py: permission denied

                """)
        let named = run("app.py", "secret.py")
        #expect(named.status == 2)
        #expect(named.output.contains("FG101"))
        #expect(run("closed").status == 2)
    }

    @Test func symbolicLinks() {
        let outcome = scan { folder in
            symlink("loop.py", folder.path + "/loop.py")
            symlink("gone", folder.path + "/broken.py")
            symlink("..", folder.path + "/up")
            symlink("app.py", folder.path + "/alias.py")
        }
        expectHazard(outcome)
        #expect(outcome.output.split(separator: "\n").count == 1)
        #expect(
            outcome.errors == """
                forkguard: broken.py: there is no such file or folder
                forkguard: loop.py: the symbolic link leads back to itself

                """)
    }

    @Test func pipesAndDevicesAreNotOpened() {
        let outcome = scan(seconds: 20) { folder in mkfifo(folder.path + "/pipe.py", 0o600) }
        expectHazard(outcome)
        #expect(outcome.errors == "forkguard: pipe.py: not a regular file but a named pipe\n")
        #expect(scan(["/dev/null"]) { _ in }.errors == "forkguard: /dev/null: not a regular file but a device\n")
        #expect(scan(["/dev/null"]) { _ in }.status == 2)
    }

    @Test func bytesThatAreNoPython() {
        let utf16 = Array(Programs.hang.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let contents: [(String, [UInt8])] = [
            ("UTF-16", [0xFF, 0xFE] + utf16), ("NUL", Array("x = 1\0\ny = 2\n".utf8)),
            ("not UTF-8", Array("x = '".utf8) + [0xFF, 0xFE] + Array("'\n".utf8)), ("empty", []),
            ("only NUL", [UInt8](repeating: 0, count: 5000)), ("no line end", Array("x = 1".utf8)),
            ("form feed", Array("\u{C}\u{C}x = 1\r\r\n\u{C}".utf8)), ("BOM", [0xEF, 0xBB, 0xBF]),
            ("backslash", Array("x = \\".utf8)), ("brackets", [UInt8](repeating: UInt8(ascii: "("), count: 10_000)),
            ("quotes", Array(repeating: Array("'''".utf8), count: 999).flatMap { $0 }),
            ("f-string", Array(String(repeating: "f'{", count: 3000).utf8)),
            ("dots", Array(("x" + String(repeating: ".a", count: 100_000)).utf8)),
            ("sum", Array(("x" + String(repeating: "+1", count: 100_000)).utf8)),
            ("calls", Array(("f" + String(repeating: "()", count: 50_000)).utf8)),
            ("not", Array((String(repeating: "not ", count: 50_000) + "x").utf8)),
            ("lambda", Array((String(repeating: "lambda: ", count: 20_000) + "x").utf8)),
        ]
        for (note, bytes) in contents {
            expectHazard(scan { $0.write("odd.py", bytes) }, note)
        }
    }

    @Test func deepNesting() {
        let functions = (0..<5000).map { String(repeating: " ", count: $0) + "def f():\n" }.joined()
        let elifs = "if x:\n  pass\n" + String(repeating: "elif x:\n  pass\n", count: 20_000)
        expectHazard(
            scan(seconds: 120) { $0.write("deep.py", functions + String(repeating: " ", count: 5000) + "pass\n") })
        expectHazard(scan(seconds: 120) { $0.write("elifs.py", elifs) })
        let brackets = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        expectHazard(scan(seconds: 120) { $0.write("brackets.py", "x = \(brackets)\n") })
    }

    @Test func aFileOf100MB() {
        let outcome = scan(seconds: 120) { folder in
            folder.write("huge.py", "")
            truncate(folder.path + "/huge.py", 100 << 20)
        }
        expectHazard(outcome)
        #expect(outcome.errors == "forkguard: huge.py: too large: 100 MiB, and forkguard reads files of up to 32 MiB\n")
        let named = scan(["huge.py"], seconds: 120) { folder in
            folder.write("huge.py", "")
            truncate(folder.path + "/huge.py", 100 << 20)
        }
        #expect(named.status == 2)
    }

    @Test func aCycleOf500Modules() {
        let outcome = scan(seconds: 120) { folder in
            for number in 0..<500 {
                folder.write(
                    "cycle/m\(number).py",
                    """
                    from cycle import m\((number + 1) % 500)
                    import os

                    def f():
                        os.fork()
                        return m\((number + 1) % 500).f()

                    """)
            }
            folder.write("cycle/__init__.py", "from cycle.m0 import *\n")
        }
        expectHazard(outcome)
    }

    @Test func aFolderOfManyLevels() {
        let outcome = scan { folder in
            folder.write(String(repeating: "d/", count: 400) + "deep.py", Programs.hang)
        }
        expectHazard(outcome)
        #expect(outcome.output.split(separator: "\n").count == 2)
    }

    /// A child whose end lies beyond the limit is not taken for one that goes on into its caller.
    @Test func childrenThatLeadTooFarAreLeftOut() {
        let lines = String(repeating: "        x = x.a\n", count: 36_200)
        let folder = Folder([
            "app.py": """
            import os
            import deltalake


            def start(x):
                pid = os.fork()
                if pid == 0:
            \(lines)        os._exit(0)


            def main(x):
                deltalake.DeltaTable("t").version()
                start(x)
                deltalake.DeltaTable("t").version()

            """
        ])
        let outcome = folder.run("scan", "--select", "ALL", "--format", "concise")
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains("FG902") && !outcome.output.contains("FG101"), "\(outcome.output)")
    }

    /// What a function gives that was not run to its end is not known; its caller goes on.
    @Test func functionsThatAreTooLongGiveAnything() {
        let lines = String(repeating: "    x = x.a\n", count: 36_200)
        let folder = Folder([
            "app.py": """
            import multiprocessing
            import deltalake


            def load():
                return deltalake.DeltaTable("t").version()


            def make(x):
            \(lines)    load()
                return x, 1


            def main(x):
                made, rest = make(x)
                made.name
                load()
                multiprocessing.Process(target=load).start()

            """
        ])
        let outcome = folder.run("scan", "--format", "concise")
        #expect(outcome.status == 1 && outcome.output.contains("FG101"), "\(outcome.output)")
    }
}
