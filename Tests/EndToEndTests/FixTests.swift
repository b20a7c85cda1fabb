import Testing

/// `--unsafe-fixes`: what is changed, what is left alone, and why.
@Suite struct FixTests {
    /// A program whose launch is `launch`, below what it needs.
    private static func program(imports: String, launch: String) -> String {
        """
        \(imports)
        from deltalake import DeltaTable


        def load(number=0):
            return DeltaTable("t").version()


        if __name__ == "__main__":
            load()
            \(launch)

        """
    }

    @Test(arguments: [
        (
            "from multiprocessing import Process", "Process(target=load).start()  # go",
            "multiprocessing.get_context(\"spawn\").Process(target=load).start()  # go", "import multiprocessing\n"
        ),
        (
            "import multiprocessing as mp", "mp.Process(target=load).start()",
            "mp.get_context(\"spawn\").Process(target=load).start()", "import multiprocessing as mp\n"
        ),
        (
            "import multiprocessing", "multiprocessing.Pool(2).map(load, [1])",
            "multiprocessing.get_context(\"spawn\").Pool(2).map(load, [1])", "import multiprocessing\n"
        ),
        (
            "from multiprocessing import get_context", "get_context('fork').Process(target=load).start()",
            "get_context('spawn').Process(target=load).start()", "from multiprocessing import get_context\n"
        ),
        (
            "from multiprocessing import Pool, get_context", "Pool(2).map(load, [1])",
            "get_context(\"spawn\").Pool(2).map(load, [1])", "from multiprocessing import Pool, get_context\n"
        ),
        (
            "import concurrent.futures", "concurrent.futures.ProcessPoolExecutor(2).submit(load)",
            "concurrent.futures.ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(\"spawn\")).submit(load)",
            "import concurrent.futures\nimport multiprocessing\n"
        ),
        (
            "from concurrent.futures import ProcessPoolExecutor", "ProcessPoolExecutor(mp_context=None).submit(load)",
            "ProcessPoolExecutor(mp_context=multiprocessing.get_context(\"spawn\")).submit(load)",
            "import multiprocessing\nfrom concurrent.futures"
        ),
    ])
    func workersAreSpawned(imports: String, launch: String, mended: String, head: String) {
        let folder = Folder(["app.py": Self.program(imports: imports, launch: launch)])
        let diff = folder.run("scan", "--diff", "--unsafe-fixes")
        #expect(diff.status == 1)
        #expect(diff.output.contains("+    " + mended + "\n"), "\(diff.output) \(diff.errors)")
        let outcome = folder.run("scan", "--fix", "--unsafe-fixes")
        #expect(outcome.status == 0, "\(outcome.output)")
        let text = Folder.read(folder.path + "/app.py")
        #expect(text.contains("    " + mended + "\n"), "\(text)")
        #expect(text.hasPrefix(head), "\(text)")
        #expect(folder.run("scan", "--diff", "--unsafe-fixes").output.isEmpty)
    }

    @Test func severalLinesAndOddEncodingsStayAsTheyAre() {
        let launch = """
            ProcessPoolExecutor(
                    # two
                    max_workers=2,  # at most
                ).submit(load)
            """
        let text = Self.program(imports: "from concurrent.futures import ProcessPoolExecutor", launch: launch)
        let lines = "# coding: latin-1\n# caf\u{E9}\n\(text)".replacing("\n", with: "\r\n")
        let folder = Folder()
        folder.write("app.py", lines.unicodeScalars.map { UInt8($0.value) })
        let outcome = folder.run("scan", "--fix", "--unsafe-fixes")
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
        let after = Folder.bytes(folder.path + "/app.py").map { Character(Unicode.Scalar($0)) }
        let wanted = lines.replacing("from concurrent", with: "import multiprocessing\r\nfrom concurrent").replacing(
            "max_workers=2,", with: "max_workers=2,\r\n        mp_context=multiprocessing.get_context(\"spawn\"),")
        #expect(String(after) == wanted, "\(String(after))")
    }

    @Test(arguments: [
        ("Process(target=lambda: load()).start()", "a lambda is not importable"),
        ("Process(target=load, args=(open('x'),)).start()", "`(open('x'),)` is not known to be picklable"),
        ("Process(target=load, kwargs={'number': number}).start()", "is not known to be picklable"),
        ("Process(target=load, args=(lambda x: x,)).start()", "`(lambda x: x,)` is not known to be picklable"),
    ])
    func whatIsLackingIsNamed(launch: String, words: String) {
        let text = Self.program(imports: "from multiprocessing import Process", launch: launch)
        let folder = Folder(["app.py": text])
        let outcome = folder.run("scan", "--fix", "--unsafe-fixes")
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.contains("forkguard: app.py:11: not fixed: ") && outcome.errors.contains(words),
            "\(outcome.errors)")
        #expect(outcome.output.contains("but first"), "\(outcome.output)")
        #expect(Folder.read(folder.path + "/app.py") == text)
    }

    /// A spawned child imports modules anew: it has what these set, and runs no block of a script.
    @Test(arguments: [
        ("Process(target=work).start()", "is defined in the block of the script"),
        ("settings.PATH = 't'; Process(target=load).start()", "which the parent changes after settings.py is imported"),
    ])
    func whatOnlyTheParentHasIsNamed(launch: String, words: String) {
        let text = """
            import settings
            from multiprocessing import Process
            from deltalake import DeltaTable


            def load(number=0):
                return DeltaTable(settings.PATH).version()


            if __name__ == "__main__":
                def work():
                    return load()

                load()
                \(launch)

            """
        let folder = Folder(["app.py": text, "settings.py": "PATH = ''\n"])
        let outcome = folder.run("scan", "--fix", "--unsafe-fixes")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("not fixed: ") && outcome.errors.contains(words), "\(outcome.errors)")
        #expect(Folder.read(folder.path + "/app.py") == text)
    }

    @Test func whatTheChildHandsToItsThreadsNeedNotBeImportable() {
        let text = """
            import multiprocessing
            from concurrent.futures import ThreadPoolExecutor
            from deltalake import DeltaTable

            def load(path):
                with ThreadPoolExecutor() as threads:
                    return list(threads.map(lambda name: DeltaTable(name).version(), [path]))

            if __name__ == "__main__":
                DeltaTable("t").version()
                with multiprocessing.Pool(2) as pool:
                    print(pool.map(load, ["t"]))

            """
        let folder = Folder(["app.py": text])
        let outcome = folder.run("scan", "--fix", "--unsafe-fixes")
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
        #expect(Folder.read(folder.path + "/app.py").contains("get_context(\"spawn\")"))
    }

    @Test func whatParentAndChildShareIsHandedOver() {
        let text = """
            import multiprocessing
            from deltalake import DeltaTable

            answers = multiprocessing.Queue()

            def load():
                answers.put(DeltaTable("t").version())

            if __name__ == "__main__":
                DeltaTable("t").version()
                multiprocessing.Process(target=load).start()
                print(answers.get())

            """
        let folder = Folder(["app.py": text])
        let outcome = folder.run("scan", "--fix", "--unsafe-fixes")
        #expect(outcome.errors.contains("the child reads `answers`, of which it makes another"), "\(outcome.errors)")
        #expect(Folder.read(folder.path + "/app.py") == text)
    }

    @Test func aMainGuardAndGlobalsAreAskedFor() {
        let bare = Programs.hang("if __name__ == \"__main__\":", "if True:")
        let unguarded = Folder(["app.py": bare]).run("scan", "--fix", "--unsafe-fixes")
        #expect(unguarded.errors.contains("has no `if __name__ == \"__main__\":` guard"), "\(unguarded.errors)")
        let text = """
            import multiprocessing
            from deltalake import DeltaTable

            path = None

            def load():
                return DeltaTable(path).version()

            def main():
                global path
                path = "t"
                load()
                multiprocessing.Process(target=load).start()

            if __name__ == "__main__":
                main()

            """
        let global = Folder(["app.py": text]).run("scan", "--fix", "--unsafe-fixes")
        #expect(global.errors.contains("the child reads `path`, which app.py sets elsewhere"), "\(global.errors)")
        #expect(Folder(["app.py": text]).run("scan", "--unsafe-fixes").status == 2)
    }

    @Test(arguments: [
        ("class Q:\n    path = None\n", "Q.path = \"t\"", "Q.path"), ("Q = {}\n", "Q[\"path\"] = \"t\"", "Q[\"path\"]"),
        ("Q = []\n", "Q.append(\"t\")", "Q[0]"),
    ])
    func whatTheParentChangesAfterTheImportIsAskedFor(global: String, change: String, read: String) {
        let text = """
            import multiprocessing
            from deltalake import DeltaTable

            \(global)
            def load():
                return DeltaTable(\(read)).version()

            def main():
                \(change)
                load()
                multiprocessing.Process(target=load).start()

            if __name__ == "__main__":
                main()

            """
        let folder = Folder(["app.py": text])
        let outcome = folder.run("scan", "--fix", "--unsafe-fixes")
        #expect(outcome.errors.contains("the child reads `Q`, which the parent changes"), "\(outcome.errors)")
        #expect(Folder.read(folder.path + "/app.py") == text)
    }

    @Test func aProcessObjectThatCannotBePickledIsAskedFor() {
        let text = """
            import multiprocessing
            import psycopg2

            class Worker(multiprocessing.Process):
                def __init__(self, connection):
                    super().__init__()
                    self.connection = connection

                def run(self):
                    self.connection.cursor().execute("select 1")

            if __name__ == "__main__":
                worker = Worker(psycopg2.connect("dbname=a"))
                worker.start()
                worker.join()

            """
        let outcome = Folder(["app.py": text]).run("scan")
        #expect(outcome.output.contains("`self.connection` is not known to be picklable"), "\(outcome.output)")
        #expect(!outcome.output.contains("fixable with"), "\(outcome.output)")
    }

    @Test func anImportIsNotMadeOfANameThatMeansSomethingElse() {
        let text = Self.program(imports: "from multiprocessing import Process", launch: "Process(target=load).start()")
        let folder = Folder(["app.py": "multiprocessing = 1\n" + text])
        let outcome = folder.run("scan", "--fix", "--unsafe-fixes")
        #expect(outcome.errors.contains("`multiprocessing` means something else in this file"), "\(outcome.errors)")
    }
}
