import Testing

/// The program of delta-rs issue 2744 and its neighbours, from the file to the report.
@Suite struct HazardTests {
    /// `os.fork` has no start method to change, and a daemon of socketserver no initializer.
    @Test(arguments: [
        (
            "import os\nimport polars as pl\nframe = pl.read_csv(\"a\")\nif os.fork() == 0:\n    frame.filter(pl.col(\"a\") > 0)\n",
            "Do the child's work in another program (`subprocess`)"
        ),
        (
            "import socketserver\nimport psycopg2\nconnection = psycopg2.connect(\"\")\n"
                + "class Handler(socketserver.BaseRequestHandler):\n    def handle(self):\n        connection.cursor().execute(\"select 1\")\n"
                + "connection.cursor().execute(\"select 1\")\nsocketserver.ForkingTCPServer((\"\", 1), Handler).serve_forever()\n",
            "build the pool, in the handler; or"
        ),
    ])
    func theRemedyFitsTheLauncher(source: String, remedy: String) {
        let outcome = Folder(["app.py": source]).run("scan", "--format", "json")
        #expect(outcome.output.contains(remedy), "\(outcome.output)")
        #expect(!outcome.output.contains("spawn` or `forkserver"))
    }

    /// What stands before a function of the module has that function's name; what a call gives has none.
    @Test(arguments: [("@timed\n", "work", false), ("", "timed(work)", true)])
    func aDecoratedTargetIsImportable(decorator: String, target: String, isObstacle: Bool) {
        let source =
            "import functools\nimport multiprocessing\nfrom deltalake import DeltaTable\n"
            + "def timed(f):\n    @functools.wraps(f)\n    def inner(path):\n        return f(path)\n    return inner\n"
            + decorator + "def work(path):\n    return DeltaTable(path).version()\n"
            + "if __name__ == \"__main__\":\n    work(\"a\")\n    with multiprocessing.Pool(2) as pool:\n"
            + "        pool.map(\(target), [\"a\"])\n"
        let outcome = Folder(["app.py": source]).run("scan")
        #expect(outcome.output.contains("error[FG101]"), "\(outcome.output)")
        #expect(outcome.output.contains("`inner` is defined inside a function") == isObstacle, "\(outcome.output)")
    }

    @Test func namesBothEndsAndTheChildsUse() {
        let outcome = Folder(["app.py": Programs.hang]).run("scan")
        #expect(outcome.status == 1)
        #expect(outcome.errors.isEmpty)
        for part in [
            "error[FG101]: ", "  --> app.py:12:5", " 6 |     return DeltaTable(\"/tmp/table\").version()",
            "1. the parent touches deltalake here", "12 |     child.start()", "3. the process forks here",
            "4. the child uses it here", "the default of Python 3.13 on Linux", "= help: ", "= price: ",
            "https://github.com/delta-io/delta-rs/issues/2744", "Found 1 error in 1 of 1 file.",
        ] {
            #expect(outcome.output.contains(part), "\(part) in \(outcome.output)")
        }
    }

    @Test(arguments: [
        Programs.hang("Process(target=load)", "__import__('threading').Thread(target=load)"),
        Programs.hang("    load()\n    child", "    child"),
        Programs.hang("from multiprocessing import Process", "from threading import Thread as Process"),
        Programs.hang("    load()\n    child", "    multiprocessing.set_start_method('spawn')\n    load()\n    child")
            .replacingFirstLine("import multiprocessing\nfrom multiprocessing import Process"),
        Programs.hang("Process(target=load)", "multiprocessing.get_context('forkserver').Process(target=load)")
            .replacingFirstLine("import multiprocessing"),
    ])
    func isSilentWhereItIsSafe(program: String) {
        let outcome = Folder(["app.py": program]).run("scan")
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output == "No hazard found in 1 file.\n")
    }

    @Test func versionsDecide() {
        func outcome(_ version: String, _ flags: String...) -> Command.Outcome {
            let folder = Folder(["app.py": Programs.hang, "requirements.txt": "deltalake==\(version)\n"])
            return Command.run(["scan"] + flags, in: folder)
        }
        #expect(outcome("0.16.4").status == 0)
        #expect(outcome("0.18.2").output.contains("0.18.2"))
        #expect(outcome("0.18.2").status == 1)
        #expect(outcome("0.16.4", "--isolated").status == 1)
    }

    @Test func commentsKeepFindingsBack() {
        let trailing = Programs.hang("child.start()", "child.start()  # forkguard: ignore[FG101] known")
        #expect(Folder(["app.py": trailing]).run("scan").status == 0)
        let above = Programs.hang("    child.start()", "    # forkguard: ignore[delta-across-fork]\n    child.start()")
        #expect(Folder(["app.py": above]).run("scan").status == 0)
        #expect(Folder(["app.py": "# forkguard: file-ignore[FG101] a demo\n" + Programs.hang]).run("scan").status == 0)
        #expect(
            Folder(["app.py": Programs.hang("child.start()", "child.start()  # noqa: FG101")]).run("scan").status == 0)
        #expect(Folder(["app.py": Programs.hang("child.start()", "child.start()  # noqa")]).run("scan").status == 1)
    }

    @Test func severalModulesAreOneProgram() {
        let folder = Folder([
            "pkg/__init__.py": "from .store import load\n",
            "pkg/store.py": "import deltalake\n\n\ndef load():\n    return deltalake.DeltaTable('t').version()\n",
            "main.py": """
            import multiprocessing
            from pkg import load

            if __name__ == "__main__":
                load()
                with multiprocessing.Pool(2) as pool:
                    pool.apply(load)

            """,
        ])
        let outcome = folder.run("scan", "--format", "text")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("::: pkg/store.py:5:12"), "\(outcome.output)")
        #expect(outcome.output.contains("Found 1 error in 1 of 3 files."))
    }

    @Test func latinSourcesAreQuotedRight() {
        let folder = Folder()
        folder.write(
            "app.py",
            Array("# coding: latin-1\n".utf8)
                + Array(Programs.hang("child.start()", "s = 'X'; child.start()").utf8)
                .map { $0 == UInt8(ascii: "X") ? 0xE9 : $0 })
        let outcome = folder.run("scan")
        #expect(
            outcome.output.contains("13 |     s = 'é'; child.start()\n   |              ^^^^^^^^^^^^^"),
            "\(outcome.output)")
    }
}

extension String {
    fileprivate func replacingFirstLine(_ line: String) -> String {
        line + "\n" + split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
    }
}
