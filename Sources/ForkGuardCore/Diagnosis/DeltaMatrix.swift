import CSystem

/// Has a user's own deltalake do, in every way that Python starts a worker, what breaks after a fork.
public struct DeltaMatrix {
    public enum Row: String, Sendable, CaseIterable {
        /// The parent opens the table, then forks.
        case fork
        /// The same without the parent's opening: that it works shows what is to blame.
        case untouched
        /// The same as `fork`, under `forkguard run`.
        case guarded
        case forkserver, spawn

        var method: String {
            switch self {
            case .fork, .untouched, .guarded: "fork"
            case .forkserver, .spawn: rawValue
            }
        }
    }

    public enum Launcher: String, Sendable, CaseIterable {
        case process = "Process", pool = "Pool", executor = "ProcessPoolExecutor"
    }

    public enum Outcome: Sendable, Equatable {
        case works
        /// Nothing moved any more.
        case hangs
        /// The child ended badly, and its parent went on as if nothing were.
        case childDies
        /// The parent got an exception; its type.
        case raises(String)
        /// It could not be tried: why.
        case unusable(String)

        public var isHazard: Bool {
            switch self {
            case .works, .unusable: false
            case .hangs, .childDies, .raises: true
            }
        }
    }

    public struct Cell: Sendable {
        public var row: Row
        public var launcher: Launcher
        public var outcome: Outcome
        /// What the child raised, or `nil`: its type and words.
        public var childError: (type: String, text: String)?
        /// What the parent raised.
        public var error: String?
        public var seconds: Double
        /// Those that were there when it was over.
        public var processes: [WatchedProcess]
    }

    /// One interpreter's cells.
    public struct Table: Sendable {
        public var path: String
        public var version: String
        /// `nil` where deltalake is not installed; then there are no cells.
        public var release: String?
        public var cells: [Cell] = []

        func cell(_ row: Row, _ launcher: Launcher) -> Cell? {
            cells.first { $0.row == row && $0.launcher == launcher }
        }

        /// What happened after a touch and a fork, unguarded.
        var hazards: [Cell] { cells.filter { $0.row == .fork && $0.outcome.isHazard } }
        var unusable: String? {
            for cell in cells { if case .unusable(let reason) = cell.outcome { return reason } }
            return nil
        }
    }

    /// Why nothing could be tried.
    public enum Failure: Error, Equatable {
        case noFile(FileError)
        /// A named interpreter, and why it is none.
        case python(String, reason: String)
        /// A signal asked this process to end.
        case interrupted(Int32)

        init(_ error: any Error) {
            switch error {
            case let failure as Failure: self = failure
            case let interruption as Watchdog.Interruption: self = .interrupted(interruption.signal)
            case let problem as Watchdog.Problem: self = .noFile(problem.reason)
            case let error as FileError: self = .noFile(error)
            default: self = .noFile(.system(0))
            }
        }
    }

    private let timeout: Double
    private let parallel: Int
    private let home: GuardHome?

    /// Seconds without any movement that make a hang, if the limit leaves them.
    private static let quiet = 4.0

    /// - Parameters:
    ///   - timeout: seconds a cell may take; a machine that is busy gets more.
    ///   - home: the guard's package, for the guarded row.
    public init(timeout: Double, parallel: Int?, home: GuardHome?) {
        self.timeout = timeout
        self.parallel = parallel ?? max(1, min(4, Int(fg_processor_count())))
        self.home = home
    }

    /// Fills the table of each interpreter.
    ///
    /// - Parameters:
    ///   - paths: interpreters that the user names; none: all that are found.
    ///   - progress: called with the cells done and all cells.
    public func run(paths: [String], progress: (Int, Int) -> Void) throws(Failure) -> [Table] {
        do {
            return try Watchdog.session { try run(paths, $0, progress) }
        } catch {
            throw Failure(error)
        }
    }

    /// Throws where a named interpreter is none.
    public func check(paths: [String]) throws(Failure) {
        if paths.isEmpty { return }
        do {
            try Watchdog.session { scratch in
                let search = PythonSearch(scratch: scratch, environment: Self.environment)
                for (path, answer) in zip(paths, try search.ask(paths, parallel: parallel)) {
                    if case .unusable(let reason) = answer { throw Failure.python(path, reason: reason) }
                }
            }
        } catch {
            throw Failure(error)
        }
    }

    /// A guard around this command is not what is tried here.
    private static var environment: ProcessEnvironment {
        var plain = ProcessEnvironment.inherited
        plain.set("FORKGUARD_POLICY", Array("off".utf8))
        plain.set("PYTHONFAULTHANDLER", Array("1".utf8))
        plain.set("PYTHONDONTWRITEBYTECODE", Array("1".utf8))
        return plain
    }

    /// Ends this process by the signal that interrupted the work.
    public static func end(by signal: Int32) { fg_watch_end(signal) }

    private func run(_ paths: [String], _ scratch: ScratchFolder, _ progress: (Int, Int) -> Void) throws -> [Table] {
        let plain = Self.environment
        let search = PythonSearch(scratch: scratch, environment: plain)
        var tables: [Table] = []
        if paths.isEmpty {
            tables = try search.found(parallel: parallel).map {
                Table(path: $0.path, version: $0.version, release: $0.release)
            }
        } else {
            for (path, answer) in zip(paths, try search.ask(paths, parallel: parallel)) {
                switch answer {
                case .python(let found):
                    tables.append(Table(path: path, version: found.version, release: found.release))
                case .unusable(let reason): throw Failure.python(path, reason: reason)
                }
            }
        }
        try DeltaProbe.write(into: scratch)
        var plans: [(table: Int, row: Row, launcher: Launcher)] = []
        for index in tables.indices where tables[index].release != nil {
            for row in Row.allCases where row != .guarded || home != nil {
                for launcher in Launcher.allCases where row != .untouched || launcher == .process {
                    plans.append((index, row, launcher))
                }
            }
        }
        let programs = plans.map { plan in
            let words = [plan.row.method, plan.launcher.rawValue, plan.row == .untouched ? "no-touch" : "touch"]
            var environment = plain
            if plan.row == .guarded, let home {
                environment = GuardedCommand(arguments: [], policy: "fail-fast", report: nil)
                    .environment(home: home, events: nil, from: plain)
            }
            return WatchedProgram(
                arguments: [tables[plan.table].path, "\(scratch.path)/probe.py"] + words + ["\(scratch.path)/table"],
                environment: environment, limit: timeout, patience: 4, quiet: min(timeout, Self.quiet))
        }
        var cells: [Cell?] = plans.map { _ in nil }
        var done = 0
        progress(0, plans.count)
        try Watchdog(scratch: scratch.path, parallel: parallel).run(programs) { index, run in
            cells[index] = Self.cell(plans[index].row, plans[index].launcher, run)
            done += 1
            progress(done, plans.count)
        }
        for (plan, cell) in zip(plans, cells) { if let cell { tables[plan.table].cells.append(cell) } }
        return tables
    }

    // MARK: - Reading a run

    private static func cell(_ row: Row, _ launcher: Launcher, _ run: WatchedRun) -> Cell {
        var cell = Cell(
            row: row, launcher: launcher, outcome: .works, seconds: run.seconds, processes: run.processes)
        var isTouched = false
        var end: Outcome?
        for line in run.output.split(separator: 0x0A) {
            let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 3).map(String.init)
            guard words.count > 1, words[0] == "forkguard" else { continue }
            let type = words.count > 2 ? words[2] : ""
            let text = words.count > 3 ? Words.shortened(words[3], to: 300) : ""
            switch words[1] {
            case "touched": isTouched = true
            case "works": end = .works
            case "exit": end = .childDies
            case "child": cell.childError = cell.childError ?? (type, text)
            case "raises":
                end = .raises(type)
                cell.error = "\(type): \(text)"
            case "unusable": end = .unusable("\(type): \(text)")
            default: break
            }
        }
        cell.outcome = outcome(run, isTouched: isTouched, told: end)
        return cell
    }

    private static func outcome(_ run: WatchedRun, isTouched: Bool, told: Outcome?) -> Outcome {
        switch run.end {
        case .failed(let number): return .unusable("\(FileError.system(number))")
        case .limit:
            return .unusable("it was still at work after \(Words.seconds(run.seconds)) s; give it more --timeout")
        case .stuck:
            // A worker that answered, and a parent that cannot end: as bad as no answer.
            return isTouched ? .hangs : .unusable("the parent itself hangs when it opens a table")
        case .ended(let status):
            if let told { return told }
            let words = Words.lastLine(run.errors) ?? "wait status \(status)"
            return isTouched ? .raises("the parent died: \(words)") : .unusable(words)
        }
    }
}
