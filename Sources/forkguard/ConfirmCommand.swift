import ArgumentParser
import ForkGuardCore

/// `forkguard confirm`: makes hazards happen, under a watchdog.
struct ConfirmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Make hazards happen under a watchdog, and say what happened.",
        usage: """
            forkguard confirm [--python <path>] ... [--timeout <seconds>] [--format <format>]
            forkguard confirm [<options>] <program.py> [-- <argument> ...]
            """,
        discussion: """
            Without a program: opens a small Delta table with an engine of forkguard's own, forks, and shows how the child's \
            use ends with the guard and without. Then opens one with the deltalake of every Python found, starts workers by \
            fork, forkserver and spawn, has them open it again, and says for each way whether it works, hangs or fails.

            With a program: scans it, runs it under the guard, and says of each finding whether it was confirmed, not \
            reached or refuted.

            Exit status: 0 nothing was confirmed, 1 a hazard was, 2 forkguard could not do its work.
            """)

    @Argument(help: ArgumentHelp("A Python program to run.", valueName: "program.py"))
    var program: String?

    @Argument(
        parsing: .postTerminator, help: ArgumentHelp("The program's arguments, after `--`.", valueName: "argument"))
    var arguments: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("An interpreter to use instead of those found. Repeatable.", valueName: "path"))
    var python: [String] = []

    @Option(
        help: ArgumentHelp(
            "Seconds after which a run has had its time: 10, or 60 for a program.", valueName: "seconds"))
    var timeout: Double?

    @Option(help: "How to report: text or json.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    mutating func validate() throws {
        if let timeout, !(timeout >= 1 && timeout <= 86400) {
            throw ValidationError("--timeout needs a number of seconds from 1 to 86400")
        }
        if program != nil, python.count > 1 { throw ValidationError("a program runs in one Python: --python once") }
    }

    mutating func run() throws {
        if let program { try confirm(program) } else { try confirmDelta() }
    }

    private func confirm(_ program: String) throws {
        guard let home = GuardHome.find(chosen: Environment.value("FORKGUARD_HOME")) else { throw Failure.noGuard }
        let seconds = timeout ?? 60
        let trial = ProgramTrial(
            program: program, arguments: arguments, python: python.first, timeout: seconds, home: home,
            catalog: try CatalogLoading.catalog([]))
        let outcome: ProgramTrial.Outcome
        do throws(ProgramTrial.Failure) {
            outcome = try trial.run()
        } catch {
            throw Self.failure(error)
        }
        var problems = ByteBuffer()
        for problem in outcome.problems {
            problems.line(
                "forkguard: \(Printable.path(problem.path)):\(problem.line): \(Printable.text(problem.message))")
        }
        OutputStream.standardError.write(problems)
        let output = OutputStream.standardOutput
        switch format {
        case .text: output.write(TrialTextReport(style: style).report(outcome))
        case .json: output.write(TrialJSONReport.report(outcome, program: program, timeout: seconds))
        }
        if outcome.isConfirmed { throw Status.findings }
    }

    private var style: TerminalStyle {
        let output = OutputStream.standardOutput
        return TerminalStyle(environment: Environment.value, isTerminal: output.isTerminal, columns: output.width)
    }

    private func confirmDelta() throws {
        let seconds = timeout ?? 10
        let home = GuardHome.find(chosen: Environment.value("FORKGUARD_HOME"))
        let matrix = DeltaMatrix(timeout: seconds, parallel: nil, home: home)
        let progress = ConfirmProgress()
        let engine: [EngineTrial.Cell]
        let tables: [DeltaMatrix.Table]
        do throws(DeltaMatrix.Failure) {
            // A named interpreter that is none is said before anything takes time.
            try matrix.check(paths: python)
            engine = try EngineTrial(timeout: seconds).run()
            if format == .text { OutputStream.standardOutput.write(EngineTrialReport(style: style).report(engine)) }
            tables = try matrix.run(paths: python) { done, all in progress.show(done, of: all) }
        } catch {
            progress.clear()
            throw Self.failure(error)
        }
        progress.clear()
        let output = OutputStream.standardOutput
        switch format {
        case .text: output.write(DeltaTextReport(catalog: .builtIn, style: style).report(tables))
        case .json:
            output.write(DeltaJSONReport.report(tables, engine: engine, catalog: .builtIn, timeout: seconds))
        }
        if tables.contains(where: \.isConfirmed) { throw Status.findings }
        let isTried = engine.allSatisfy(\.isAsDesigned) && tables.allSatisfy { $0.problem == nil }
        if !isTried { throw Status.failed }
    }

    private static func failure(_ failure: DeltaMatrix.Failure) -> any Error {
        switch failure {
        case .interrupted(let signal):
            // Everything has been cleaned up: this process ends as it was asked to.
            DeltaMatrix.end(by: signal)
            return Status.failed
        case .noFile(let reason): return Failure.noScratch(reason)
        case .python(let path, let reason): return Failure.noPython(path, reason: reason)
        }
    }
}

extension ConfirmCommand {
    fileprivate static func failure(_ failure: ProgramTrial.Failure) -> any Error {
        switch failure {
        case .interrupted(let signal):
            DeltaMatrix.end(by: signal)
            return Status.failed
        case .noFile(let reason): return Failure.noScratch(reason)
        case .program(let path, let error): return Failure.unreadable(path, error)
        case .python(let path, let reason): return Failure.noPython(path, reason: reason)
        case .noPython: return Failure.noPythonFound
        case .start(let path, let error): return Failure.noPython(path, reason: "\(error)")
        case .unguarded(let words): return Failure.unguarded(words)
        }
    }
}

/// One line on a terminal that says how far the work is.
struct ConfirmProgress {
    private let isShown = OutputStream.standardError.isTerminal

    func show(_ done: Int, of all: Int) {
        guard isShown else { return }
        var buffer = ByteBuffer()
        buffer.append("\r\u{1B}[Kforkguard: \(done) of \(all) runs done")
        OutputStream.standardError.write(buffer)
    }

    func clear() {
        guard isShown else { return }
        var buffer = ByteBuffer()
        buffer.append("\r\u{1B}[K")
        OutputStream.standardError.write(buffer)
    }
}
