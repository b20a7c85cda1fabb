import CSystem

/// Runs a program under the guard and the watchdog, and holds what happened against what the scan says of it.
public struct ProgramTrial {
    /// What became of a use in a forked child.
    public enum End: Sendable, Equatable {
        case hung
        /// The process ended inside the call, or was ended.
        case died
        /// The exception's type; fatal where `except Exception` does not catch it.
        case raised(String, isFatal: Bool)
        case worked
        /// It was still at work when the time was over.
        case unfinished
    }

    public struct Place: Sendable, Equatable {
        public var file: String
        public var line: Int
        public var function: String
    }

    /// A use in a forked child of what its parent had touched; `library` is a rule's id.
    public struct Hazard: Sendable {
        public var library: String
        public var version: String?
        public var call: String
        /// Stacks, the program's own frames first.
        public var touch: [Place]
        public var fork: [Place]
        public var use: [Place]
        public var lost: [String]
        public var process: Int
        public var end: End
        /// How many uses came to the same.
        public var count = 1
        /// What the rules say of the installed version.
        public var claim: String
        /// The child, where it was there at the end.
        public var child: WatchedProcess?

        /// Whether the use went wrong by what the fork left behind.
        public var isConfirmed: Bool {
            switch end {
            case .hung, .died: true
            case .raised(_, let isFatal): isFatal || claim == "error" || claim == "hang" || claim == "corruption"
            case .worked, .unfinished: false
            }
        }
    }

    public enum Status: String, Sendable, CaseIterable {
        case confirmed
        case notReached = "not reached"
        case refuted
        /// It happened, and what came of it cannot be told from outside.
        case unclear
    }

    public struct Verdict: Sendable {
        public var finding: Finding
        public var status: Status
        /// A sentence.
        public var reason: String
        public var hazards: [Hazard]
        /// A hung child that no guarded call explains: a lock, say.
        public var child: WatchedProcess?
    }

    public struct Outcome: Sendable {
        public var verdicts: [Verdict]
        /// Those that the run met and the scan did not find.
        public var others: [Hazard]
        public var python: String
        public var pythonVersion: String
        /// How the program itself ended, a sentence.
        public var ending: String
        /// The end of what it wrote to standard error.
        public var errors: String
        public var seconds: Double
        public var problems: [ScanProblem]

        public var isConfirmed: Bool {
            verdicts.contains { $0.status == .confirmed } || others.contains(where: \.isConfirmed)
        }
    }

    public enum Failure: Error {
        case noFile(FileError)
        case program(String, FileError)
        case python(String, reason: String)
        case noPython
        /// The program could not be started.
        case start(String, FileError)
        /// No process of it had the guard.
        case unguarded(String)
        case interrupted(Int32)
    }

    private static let quiet = 4.0

    let program: String
    let arguments: [String]
    let python: String?
    let timeout: Double
    let home: GuardHome
    let catalog: Catalog

    public init(
        program: String, arguments: [String], python: String?, timeout: Double, home: GuardHome, catalog: Catalog
    ) {
        self.program = program
        self.arguments = arguments
        self.python = python
        self.timeout = timeout
        self.home = home
        self.catalog = catalog
    }

    public func run() throws(Failure) -> Outcome {
        do throws(FileError) {
            let bytes = PathCoding.bytes(of: program)
            let kind = try FileSystem.kind(of: bytes)
            guard kind == .file else { throw .notAFile(kind) }
            _ = try FileSystem.read(bytes, limit: 1 << 25)
        } catch {
            throw .program(program, error)
        }
        do {
            return try Watchdog.session { try run($0) }
        } catch {
            switch error {
            case let interruption as Watchdog.Interruption: throw .interrupted(interruption.signal)
            case let failure as Failure: throw failure
            case let problem as Watchdog.Problem: throw .noFile(problem.reason)
            case let error as FileError: throw .noFile(error)
            default: throw .noFile(.system(0))
            }
        }
    }

    private func run(_ scratch: ScratchFolder) throws -> Outcome {
        var environment = ProcessEnvironment.inherited
        environment.set("PYTHONFAULTHANDLER", Array("1".utf8))
        let found = try interpreter(scratch, environment)
        let report = ProgramScan(program: program, catalog: catalog, pythonVersion: found.version).report()
        let log = try scratch.write("events", "")
        let guarded = GuardedCommand(arguments: [], policy: "observe", report: nil).environment(
            home: home, events: Array(log.utf8), from: environment)
        let programs = [
            WatchedProgram(
                arguments: [found.path, program] + arguments, environment: guarded, limit: timeout,
                quiet: min(Self.quiet, timeout))
        ]
        var result: WatchedRun?
        // A program may sleep: that nothing moves says something only once a child is inside a call.
        try Watchdog(scratch: scratch.path, parallel: 1).run(
            programs, maySettle: { _ in Self.events(log).uses.contains(where: \.isLost) }
        ) { _, run in result = run }
        guard let result else { throw Failure.noFile(.system(0)) }
        if case .failed(let number) = result.end { throw Failure.start(found.path, .system(number)) }
        let events = Self.events(log)
        if events.guarded == 0 { throw Failure.unguarded(Words.lastLine(result.errors) ?? "") }
        return TrialJudge(run: result, events: events, timeout: timeout).outcome(report, found)
    }

    private static func events(_ log: String) -> ObservedEvents {
        ObservedEvents(lines: (try? FileSystem.read(Array(log.utf8), limit: 1 << 28)) ?? [])
    }

    /// The named one; else the active environment's, this folder's, or the first in PATH.
    private func interpreter(_ scratch: ScratchFolder, _ environment: ProcessEnvironment) throws -> FoundPython {
        let search = PythonSearch(scratch: scratch, environment: environment)
        if let python {
            switch try search.ask([python], parallel: 1)[0] {
            case .python(let found): return found
            case .unusable(let reason): throw Failure.python(python, reason: reason)
            }
        }
        for candidate in PythonSearch.candidates(environment) {
            if case .python(let found) = try search.ask([candidate], parallel: 1)[0] { return found }
        }
        throw Failure.noPython
    }
}

/// The scan of one program and of the modules that it imports from its own project.
struct ProgramScan {
    let program: String
    let catalog: Catalog
    let pythonVersion: String

    func report() -> ScanReport {
        var options = ScanOptions()
        let folder = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
        options.paths = [program, folder.isEmpty ? "/" : folder]
        let walk = FileWalk(options)
        let files = walk.files.filter { !$0.isStub }
        options.paths = [program]
        let wanted = ImportClosure.files(from: program, among: files)
        var report = Scanner(catalog: catalog, options: options).scan(wanted)
        report.findings.removeAll { $0.code.text.hasPrefix("FG9") || $0.touch == nil }
        return report
    }
}

/// The modules that a program can import from among some files.
enum ImportClosure {
    static func files(from program: String, among files: [SourceFile]) -> [SourceFile] {
        let real = { (path: String) in try? FileSystem.realPath(PathCoding.bytes(of: path)) }
        let own = real(program)
        guard let start = files.firstIndex(where: { $0.path == program || real($0.path) == own }) else {
            return [SourceFile(path: program, isNamed: true)]
        }
        let resolver = ModuleResolver(paths: files.map(\.path))
        var isReached = [Bool](repeating: false, count: files.count)
        var queue = [start]
        isReached[start] = true
        while let index = queue.popLast() {
            guard let bytes = try? files[index].read() else { continue }
            let imports = bytes.withUnsafeBufferPointer { ImportScan.imports(in: $0, readsStrings: true) }
            let targets = imports.flatMap { FileSelection.targets($0, files[index].path, resolver) }
            for target in targets + FileSelection.packages(around: files[index].path, resolver) {
                if !isReached[Int(target)] {
                    isReached[Int(target)] = true
                    queue.append(Int(target))
                }
            }
        }
        return files.indices.filter { isReached[$0] }.map { files[$0] }
    }
}
