import ForkGuardCore

/// Writes what a scan found: the report on standard output, others into files, the rest on standard error.
struct ScanOutput {
    let flags: OutputFlags
    let run: ScanRun

    func write(_ outcome: ScanRun.Outcome) throws {
        let lines = FileSourceLines(outcome.files)
        for file in flags.output {
            let reporter = file.format.reporter(catalog: run.catalog, lines: lines, style: TerminalStyle())
            try FailingFile.replace(file.path, with: reporter.report(outcome.report).bytes)
        }
        let output = OutputStream.standardOutput
        let style = TerminalStyle(
            environment: Environment.value, isTerminal: output.isTerminal, columns: output.width)
        // A reader that has seen enough (`head`) is no failure; what was found still counts.
        if flags.statistics {
            let statistics = Statistics(outcome.report)
            output.write(flags.chosenFormat == .json ? statistics.json() : statistics.table(style: style))
            return
        }
        let reporter = flags.chosenFormat.reporter(
            catalog: run.catalog, lines: lines, style: style, isQuiet: flags.quiet)
        output.write(reporter.report(outcome.report))
    }

    /// What belongs to no report, on standard error.
    func tell(_ outcome: ScanRun.Outcome, paths: [String], took: Duration) {
        var buffer = ByteBuffer()
        for problem in outcome.report.problems {
            let line = problem.line > 0 ? ":\(problem.line)" : ""
            buffer.line("forkguard: \(Printable.path(problem.path))\(line): \(Printable.text(problem.message))")
        }
        if flags.verbose { tellDetails(outcome, took, to: &buffer) }
        if !flags.quiet { tellNotes(outcome, paths, to: &buffer) }
        OutputStream.standardError.write(buffer)
    }

    private func tellDetails(_ outcome: ScanRun.Outcome, _ took: Duration, to buffer: inout ByteBuffer) {
        let files = run.configuration.files
        buffer.line(
            files.isEmpty
                ? "forkguard: no configuration file"
                : "forkguard: configuration from \(files.map(Printable.path).joined(separator: ", "))")
        let milliseconds = took / .milliseconds(1)
        buffer.line("forkguard: read \(outcome.files.count) files in \(Int(milliseconds)) ms")
        for stage in outcome.report.stages {
            buffer.line("forkguard: \(stage.name): \(stage.milliseconds) ms, at most \(stage.peakMegabytes) MB so far")
        }
        if outcome.known > 0 { buffer.line("forkguard: \(outcome.known) findings are in the baseline") }
    }

    private func tellNotes(_ outcome: ScanRun.Outcome, _ paths: [String], to buffer: inout ByteBuffer) {
        for summary in outcome.summaries { buffer.line("forkguard: \(summary)") }
        for entry in outcome.stale {
            let count = entry.count == 1 ? "" : " (\(entry.count) times)"
            buffer.line(
                "forkguard: the baseline's \(entry.rule) in \(Printable.path(entry.path)) is no more\(count): "
                    + "`\(Printable.text(entry.text))`")
        }
        if !outcome.stale.isEmpty {
            buffer.line("forkguard: `--write-baseline` brings the baseline up to date")
        }
        if outcome.files.isEmpty && !outcome.report.problems.contains(where: \.isFatal) {
            buffer.line(
                "forkguard: no Python or Swift file found in \(paths.map(Printable.path).joined(separator: ", "))")
        }
    }
}
