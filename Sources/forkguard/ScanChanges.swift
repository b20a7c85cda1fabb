import ForkGuardCore

/// What `--fix`, `--unsafe-fixes`, `--diff` and `--add-ignores` do to files.
extension ScanCommand {
    /// Changes files until nothing is left to change, and gives what a scan finds then, with the number of changes.
    func mended(
        _ first: ScanRun.Outcome, _ catalog: Catalog, scan: () -> ScanRun.Outcome
    ) throws -> (outcome: ScanRun.Outcome, changes: Int) {
        var outcome = first
        var made = 0
        // A fork that was first in a loop or a function may hide the next one.
        for round in 0..<Self.mostRounds {
            let (changes, refusals) = planned(outcome)
            for change in changes { try FailingFile.replace(change.path, with: change.after) }
            if changes.isEmpty || round == Self.mostRounds - 1 { tell(refusals) }
            guard !changes.isEmpty else { break }
            let count = changes.reduce(0) { $0 + $1.count }
            made += count
            if fixes.showFixes { show(changes, catalog) }
            if !output.quiet {
                let what = count == 1 ? "1 finding" : "\(count) findings"
                let files = changes.count == 1 ? "1 file" : "\(changes.count) files"
                OutputStream.standardError.write(line: "forkguard: changed \(files) for \(what)")
            }
            outcome = scan()
        }
        return (outcome, made)
    }

    /// A line for each rule of each file that was changed.
    private func show(_ changes: [FixPlanner.Change], _ catalog: Catalog) {
        var buffer = ByteBuffer()
        for change in changes {
            for code in Set(change.codes).sorted() {
                let count = change.codes.count { $0 == code }
                let name = catalog.checks.first { $0.code == code }?.name ?? ""
                buffer.line("forkguard: \(Printable.path(change.path)): \(count) x \(code) \(name)")
            }
        }
        OutputStream.standardError.write(buffer)
    }

    private static let mostRounds = 10

    /// Shows what would change, and ends with 1 where something would.
    func showDiff(_ outcome: ScanRun.Outcome) throws {
        let (changes, refusals) = planned(outcome)
        for change in changes {
            let diff = UnifiedDiff(path: change.path, before: change.before, after: change.after)
            OutputStream.standardOutput.write(diff.text())
        }
        tell(refusals)
        if outcome.report.problems.contains(where: \.isFatal) { throw Status.failed }
        if !changes.isEmpty && !output.exitZero { throw Status.findings }
    }

    /// One kind of change at a time: places of the next are those of the file as it is then.
    private func planned(
        _ outcome: ScanRun.Outcome
    ) -> (changes: [FixPlanner.Change], refusals: [(finding: Finding, reason: String)]) {
        let planner = FixPlanner(outcome.files)
        let findings = outcome.report.findings
        var changes: [FixPlanner.Change] = []
        var refusals: [(finding: Finding, reason: String)] = []
        if fixes.unsafeFixes { (changes, refusals) = planner.withSpawn(findings) }
        if changes.isEmpty, fixes.change || fixes.diff && addIgnores == nil {
            changes = planner.withoutUnused(findings)
        }
        if changes.isEmpty, let addIgnores { changes = planner.withIgnores(findings, reason: addIgnores) }
        return (changes, refusals)
    }

    /// What a start method would have mended, and what the program lacks for it.
    private func tell(_ refusals: [(finding: Finding, reason: String)]) {
        guard !output.quiet else { return }
        for (finding, reason) in refusals {
            OutputStream.standardError.write(
                line: "forkguard: \(Printable.path(finding.site.path)):\(finding.site.lineInFile): not fixed: "
                    + Printable.text(reason))
        }
    }
}
