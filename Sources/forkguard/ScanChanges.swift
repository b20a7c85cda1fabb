import ForkGuardCore

/// What `--fix`, `--diff` and `--add-ignores` do to files.
extension ScanCommand {
    /// Changes files; false where there was nothing to change.
    func change(_ outcome: ScanRun.Outcome) throws -> Bool {
        var changes: [FixPlanner.Change] = []
        if fix { changes += FixPlanner(outcome.files).withoutUnused(outcome.report.findings) }
        if let addIgnores, changes.isEmpty {
            changes = FixPlanner(outcome.files).withIgnores(outcome.report.findings, reason: addIgnores)
        }
        for change in changes { try FailingFile.replace(change.path, with: change.after) }
        if !changes.isEmpty && !output.quiet {
            let count = changes.reduce(0) { $0 + $1.count }
            let what = count == 1 ? "1 finding" : "\(count) findings"
            let files = changes.count == 1 ? "1 file" : "\(changes.count) files"
            OutputStream.standardError.write(line: "forkguard: changed \(files) for \(what)")
        }
        return !changes.isEmpty
    }

    /// Shows what would change, and ends with 1 where something would.
    func showDiff(_ outcome: ScanRun.Outcome) throws {
        let planner = FixPlanner(outcome.files)
        let changes =
            addIgnores.map { planner.withIgnores(outcome.report.findings, reason: $0) }
            ?? planner.withoutUnused(outcome.report.findings)
        for change in changes {
            let diff = UnifiedDiff(path: change.path, before: change.before, after: change.after)
            OutputStream.standardOutput.write(diff.text())
        }
        if outcome.report.problems.contains(where: \.isFatal) { throw Status.failed }
        if !changes.isEmpty && !output.exitZero { throw Status.findings }
    }
}
