/// Holds a run against the findings: by the file and line of fork and touch, and the library.
struct TrialJudge {
    let run: WatchedRun
    let events: ObservedEvents
    let timeout: Double

    func outcome(_ report: ScanReport, _ python: FoundPython) -> ProgramTrial.Outcome {
        let met = hazards()
        var isClaimed = [Bool](repeating: false, count: met.count)
        var verdicts: [ProgramTrial.Verdict] = []
        for finding in report.findings {
            let own = met.indices.filter {
                met[$0].library == finding.library && Self.stands(finding.site, in: met[$0].fork)
            }
            for index in own { isClaimed[index] = true }
            verdicts.append(verdict(finding, own.map { met[$0] }))
        }
        let others = met.indices.filter { !isClaimed[$0] }.map { met[$0] }
        return ProgramTrial.Outcome(
            verdicts: verdicts, others: others, python: python.path, pythonVersion: python.version, ending: ending,
            errors: Words.lastLine(run.errors) ?? "", seconds: run.seconds, problems: report.problems)
    }

    private var ending: String {
        switch run.end {
        case .ended(let status):
            let signal = status & 0x7F
            let words = signal == 0 ? "with status \((status >> 8) & 0xFF)" : "by signal \(signal)"
            let rest = run.processes.count
            let left = rest == 0 ? "" : " and left \(rest == 1 ? "a process" : "\(rest) processes") behind"
            return "it ended \(words) after \(Words.seconds(run.seconds)) s\(left)"
        case .stuck: return "nothing in it moved any more; it was ended after \(Words.seconds(run.seconds)) s"
        case .limit: return "it was still at work, and was ended after \(Words.seconds(run.seconds)) s"
        case .failed: return "it could not be run"
        }
    }

    // MARK: - What the run met

    /// Uses that came to the same at the same places are one.
    private func hazards() -> [ProgramTrial.Hazard] {
        var found: [ProgramTrial.Hazard] = []
        for use in events.uses {
            let child = run.processes.first { $0.id == use.process }
            let hazard = ProgramTrial.Hazard(
                library: use.library, version: use.version, call: use.call, touch: Self.places(use.touch),
                fork: Self.places(use.fork), use: Self.places(use.use), lost: use.lost, process: use.process,
                end: end(of: use, child), claim: use.outcome, child: child)
            let same = found.firstIndex {
                $0.library == hazard.library && $0.touch == hazard.touch && $0.fork == hazard.fork
                    && $0.use == hazard.use && $0.end == hazard.end
            }
            if let same { found[same].count += 1 } else { found.append(hazard) }
        }
        return found
    }

    private func end(of use: ObservedEvents.Use, _ child: WatchedProcess?) -> ProgramTrial.End {
        switch use.end {
        case .returned: return .worked
        case .raised(let type, let isFatal): return .raised(type, isFatal: isFatal)
        case .open:
            guard let child else { return .died }
            return child.isAtWork ? .unfinished : .hung
        }
    }

    private static func places(_ stack: [ObservedEvents.Place]) -> [ProgramTrial.Place] {
        stack.map { .init(file: $0.file, line: $0.line, function: $0.function) }
    }

    // MARK: - One finding

    private func verdict(_ finding: Finding, _ hazards: [ProgramTrial.Hazard]) -> ProgramTrial.Verdict {
        var verdict = ProgramTrial.Verdict(finding: finding, status: .notReached, reason: "", hazards: hazards)
        if let bad = hazards.first(where: \.isConfirmed) {
            verdict.status = .confirmed
            verdict.reason = Self.sentence(bad)
        } else if let child = hungChild(of: finding) {
            verdict.status = .confirmed
            verdict.child = child
            verdict.reason = "the forked child, pid \(child.id), hangs"
        } else if let raised = hazards.first(where: { if case .raised = $0.end { true } else { false } }) {
            verdict.status = .unclear
            verdict.reason = Self.sentence(raised) + ", for which the fork may not be to blame"
        } else if let unfinished = hazards.first(where: { $0.end == .unfinished }) {
            verdict.status = .unclear
            verdict.reason = Self.sentence(unfinished)
        } else if let worked = hazards.first {
            verdict.status = worked.claim == "corruption" ? .unclear : .refuted
            verdict.reason =
                worked.claim == "corruption"
                ? "the child used it and nothing failed; whether the data is right cannot be seen from outside"
                : "the fork and the use happened, and the use worked"
                    + (worked.version.map { " (version \($0))" } ?? "")
        } else {
            verdict.reason = notReached(finding)
        }
        return verdict
    }

    private static func sentence(_ hazard: ProgramTrial.Hazard) -> String {
        let who = "pid \(hazard.process)" + (hazard.count > 1 ? " and \(hazard.count - 1) more" : "")
        switch hazard.end {
        case .hung: return "the forked child, \(who), hangs in \(hazard.call)"
        case .died: return "the forked child, \(who), never came back from \(hazard.call) and is gone"
        case .raised(let type, let isFatal):
            return "\(hazard.call) raised \(type) in the forked child, \(who)"
                + (isFatal ? ", which `except Exception` does not catch" : "")
        case .worked: return "\(hazard.call) worked in the forked child, \(who)"
        case .unfinished: return "the forked child, \(who), was still at work in \(hazard.call) when the time was over"
        }
    }

    private func notReached(_ finding: Finding) -> String {
        let forks = events.forks.filter { Self.stands(finding.site, in: Self.places($0.stack)) }
        let library = finding.library ?? "it"
        if forks.isEmpty { return "the run started no process at line \(finding.site.line)" }
        if forks.contains(where: { $0.libraries.contains(library) }) {
            return "it forked there after \(library) was touched, and no child used it"
        }
        if events.touched.contains(library) { return "it forked there before \(library) was touched" }
        return "it forked there; no touch of \(library) was seen, and nothing hung"
    }

    /// A forked child that stands still and whose Python stack has come through the line of the fork: the witness for what
    /// the guard does not wrap, such as locks.
    private func hungChild(of finding: Finding) -> WatchedProcess? {
        run.processes.first { process in
            guard process.isForked, !process.isAtWork else { return false }
            return process.stacks.contains { stack in
                let places = stack.frames.map {
                    ProgramTrial.Place(file: $0.file, line: $0.line, function: $0.function)
                }
                guard Self.stands(finding.site, in: places), let use = finding.use else { return false }
                return Self.stands(use, in: places)
            }
        }
    }

    // MARK: - Places

    /// Whether one of these is in the site's lines: a call over several lines has one of them.
    private static func stands(_ site: Site, in stack: [ProgramTrial.Place]) -> Bool {
        let path = real(site.path)
        return stack.contains { place in
            place.line >= site.line && place.line <= max(site.line, site.endLine) && real(place.file) == path
        }
    }

    private static func real(_ path: String) -> [UInt8] {
        let bytes = PathCoding.bytes(of: path)
        return (try? FileSystem.realPath(bytes)) ?? bytes
    }
}
