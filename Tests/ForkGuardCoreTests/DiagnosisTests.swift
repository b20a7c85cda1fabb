import ProcessEvidence
import Testing

@testable import ForkGuardCore

@Suite struct DiagnosisTests {
    private static let catalog = Catalog.builtIn

    private func installed(_ name: String, _ version: String) -> Distribution {
        Distribution(name: name, version: version, folder: Array("/venv/lib/python3.11/site-packages".utf8))
    }

    @Test func aMappedLibraryFindsItsRule() throws {
        let deltalake = installed("deltalake", "0.18.2")
        let known = try #require(
            Self.catalog.known(deltalake, neighbours: [deltalake], threads: ["tokio-runtime-w"]))
        #expect(known.rule.id == "deltalake")
        #expect(known.version == "0.18.2")
        #expect(known.hangs)
        let later = installed("deltalake", "1.6.6")
        #expect(Self.catalog.known(later, neighbours: [later], threads: [])?.hangs == false)
    }

    @Test func aDistributionThatServesAnotherFindsItsRule() {
        let runtime = installed("polars-runtime-32", "2.1.0")
        let polars = installed("polars", "2.1.0")
        #expect(Self.catalog.known(runtime, neighbours: [polars, runtime], threads: ["polars-0"])?.rule.id == "polars")
        #expect(Self.catalog.known(runtime, neighbours: [runtime], threads: []) == nil)
        let unknown = installed("nothing-of-ours", "1")
        #expect(Self.catalog.known(unknown, neighbours: [unknown], threads: []) == nil)
    }

    @Test func randomStateIsNobodysHang() {
        let numpy = installed("numpy", "2.4.6")
        #expect(Self.catalog.known(numpy, neighbours: [numpy], threads: []) == nil)
    }

    @Test func framesNameModules() {
        func module(_ path: String) -> String? {
            PythonFrame(file: Array(path.utf8), function: [], line: nil).module
        }
        #expect(module("/usr/lib/python3.11/concurrent/futures/thread.py") == "concurrent.futures.thread")
        #expect(module("/v/lib/python3.11/site-packages/a/__init__.py") == "a")
        #expect(module("/home/me/app.py") == nil)
        #expect(module("<frozen importlib._bootstrap>") == nil)
        #expect(Self.catalog.known(module: "concurrent.futures.thread")?.rule.id == "thread-pool-executor")
        #expect(Self.catalog.known(module: "json.decoder") == nil)
    }

    // MARK: Reports

    private var sample: Diagnosis {
        var diagnosis = Diagnosis(
            pid: 42, containerID: 7, command: "a\u{1B}[31m b\"", status: .stuckAfterFork, reasons: ["one", "two"])
        diagnosis.parent = .init(pid: 41, command: "p", isForker: true)
        diagnosis.age = 5
        diagnosis.forkedAt = 1_700_000_000
        diagnosis.lost = [.init(name: "tokio-runtime-w", count: 3, owner: "deltalake 0.18.2")]
        diagnosis.waiters = [
            .init(
                id: 42, name: "a", wait: "waits", library: nil, frames: [.init(file: "/x.py", function: "f", line: 3)])
        ]
        return diagnosis
    }

    @Test func theStoryIsSafeOnATerminal() {
        let text = DiagnosisText(style: TerminalStyle()).story(sample).text
        #expect(text.hasPrefix("pid 42 (pid 7 in its container) is stuck after fork\n"))
        #expect(!text.contains("\u{1B}"))
        for word in [
            "22:13:20 UTC, 5 s ago", "tokio-runtime-w x3 (deltalake 0.18.2)", "/x.py:3, in f", "`spawn`", "kill 42",
        ] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test func jsonIsValid() throws {
        let value = try #require(JSONValue.parse(DiagnosisJSON.text([sample]).bytes))
        guard case .array(let processes)? = value["processes"]?.content, let first = processes.first else {
            Issue.record("no processes")
            return
        }
        guard case .string(let verdict)? = first["verdict"]?.content else {
            Issue.record("no verdict")
            return
        }
        #expect(verdict == "stuck-after-fork")
        #expect(first["pid"] != nil && first["library"] != nil)
    }

    /// A few children are looked at at once; of many, no more than a share of a core goes into looking.
    @Test func closeLooksHaveABudget() {
        var budget = LookBudget()
        for _ in 0..<LookBudget.free {
            #expect(budget.allows(at: 0))
            budget.spend(6, at: 0)
        }
        #expect(!budget.allows(at: 2999) && budget.allows(at: 3000))
        budget.spend(1e9, at: 3000)
        #expect(!budget.allows(at: 62_999) && budget.allows(at: 63_000))
    }

    // MARK: The machine

    @Test func configurationThatLoadsBeforeItForks() {
        func topics(_ file: String, _ text: String) -> [String] {
            ConfigurationAdvice.lines(of: file, text, .builtIn).map(\.text)
        }
        #expect(
            topics("gunicorn.conf.py", "x = 1\npreload_app = True\n").first?.hasPrefix("gunicorn.conf.py:2") == true)
        #expect(topics("gunicorn.conf.py", "# preload_app = True\npreload_app = False\n").isEmpty)
        #expect(topics("Procfile", "web: gunicorn app:app --preload\n").count == 1)
        #expect(topics("Procfile", "web: gunicorn app:app\n").isEmpty)
        #expect(topics("Procfile", "w: celery -A app worker\nv: celery -A app worker --pool solo\n").count == 1)
        #expect(topics("pytest.ini", "[pytest]\naddopts = --forked\n").count == 1)
        #expect(topics("u.ini", "[uwsgi]\nmodule = app\n").count == 1)
        #expect(topics("u.ini", "[uwsgi]\nmodule = app\nlazy-apps = true\n").isEmpty)
        #expect(topics("u.ini", "[uwsgi]\nlazy-apps = false\nmodule = app\nwsgi-file = x\n").count == 1)
        #expect(topics("u.ini", "[other]\nmodule = app\n").isEmpty)
        #expect(topics("pyproject.toml", "addopts = [\"-q\", \"--forked\"]\n").count == 1)
        #expect(topics("notes.txt", "gunicorn --preload\n").isEmpty)
    }

    @Test func everyLineOfTheMachineSaysWhatToDo() {
        let variables = ["OMP_NUM_THREADS": "8", "GRPC_ENABLE_FORK_SUPPORT": "0", "PATH": "/nowhere"]
        let report = MachineReport(
            catalog: Self.catalog, environment: { variables[$0] }, folder: Array("/nowhere".utf8))
        #expect(report.lines.contains { $0.text.hasPrefix("OMP_NUM_THREADS=8") && $0.mark == .note })
        #expect(report.lines.contains { $0.topic == "python" && $0.text.contains("no Python") })
        #expect(report.lines.allSatisfy { !$0.advice.isEmpty })
        #expect(JSONValue.parse(report.json().bytes) != nil)
    }
}
