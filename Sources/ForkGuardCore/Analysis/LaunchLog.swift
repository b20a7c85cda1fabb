/// What became of every launch met in a scan, for those who ask why one is no finding (`--explain-silence`).
final class LaunchLog {
    enum Event {
        /// It starts a new program or a fresh interpreter.
        case isExecSafe(launcher: Int)
        /// Its rule asks for arguments that the call does not have.
        case lacksArguments(launcher: Int)
        /// It runs its callable in this process.
        case isInProcess(launcher: Int)
        /// Its start method is none that forks.
        case doesNotFork(launcher: Int, StartMethods)
        case forks(ForkRecord)
    }

    private(set) var events: [(place: Place, event: Event)] = []

    func note(_ event: Event, at place: Place) { events.append((place, event)) }
}

extension FindingBuilder {
    /// Why the launches on a line make no finding, a sentence each.
    func silence(path: String, line: Int, _ log: LaunchLog, findings: [Finding]) -> [String] {
        var result = findings.filter { $0.site.path == path && $0.site.line == line }.map {
            "\($0.code) is reported here: \($0.message)"
        }
        func isAsked(_ place: Place) -> Bool { site(place, -1).path == path && site(place, -1).line == line }
        func add(_ sentences: [String]) { result += sentences.filter { !result.contains($0) } }
        for (place, event) in log.events {
            if isAsked(place) {
                add(sentences(event))
            } else if case .forks(let record) = event, let made = record.launchPlace, isAsked(made) {
                let fork = site(place, -1)
                add(["what is made here forks at \(fork.path):\(fork.line)"])
            }
        }
        if result.isEmpty {
            result.append(
                "no run of the program comes to a call on this line that starts a process, as far as the rules know")
        }
        return result
    }

    private func sentences(_ event: LaunchLog.Event) -> [String] {
        let launchers = rules.catalog.launchers
        switch event {
        case .isExecSafe(let launcher):
            return ["`\(launchers[launcher].name)` starts a new program or a fresh interpreter: nothing is inherited"]
        case .lacksArguments(let launcher):
            let rule = launchers[launcher]
            let condition = rule.when.map { ": the rule asks for `\($0.parameter)`" } ?? ""
            return ["`\(rule.name)` does not fork with these arguments\(condition)"]
        case .isInProcess(let launcher): return ["`\(launchers[launcher].name)` runs in this process: it does not fork"]
        case .doesNotFork(let launcher, let methods):
            return ["`\(launchers[launcher].name)` does not fork here: \(reason(methods))"]
        case .forks(let record): return sentences(record)
        }
    }

    private func reason(_ methods: StartMethods) -> String {
        if methods.isUnknown { return "its start method is chosen by a value that is not known" }
        let chosen = methods.chosen.sorted { $0.key.rawValue < $1.key.rawValue }.map { method, place in
            let site = site(place, -1)
            return "start method `\(method.rawValue)`, chosen at \(site.path):\(site.line)"
        }
        return chosen.isEmpty
            ? "the default start method of this Python version and platform is another"
            : chosen.joined(separator: " or ")
    }

    private func sentences(_ record: ForkRecord) -> [String] {
        let launcher = "`\(rules.catalog.launchers[record.launcher].name)`"
        guard !record.touches.isEmpty else {
            return ["\(launcher) forks, and nothing that a rule knows is touched, and still open, before it"]
        }
        return record.touches.compactMap { key, touches in
            guard let touch = touches.first else { return nil }
            let rule = rules.catalog.libraries[touch.library]
            let site = site(touch.place, touch.function)
            let start = "\(launcher) forks after \(rule.title) was touched at \(site.path):\(site.line)"
            if record.uses[key] != nil {
                let platform = environments[Int(record.place.module)].platform
                let verdict = metadata.verdict(
                    on: rule, at: self.site(record.place, -1).path, platform: platform,
                    under: record.uses[key]?.settings ?? [])
                guard verdict.outcome == .ok || verdict.outcome == .selfHeals else { return nil }
                return start + ", and the child, which uses it, \(verdict.text)"
            }
            if record.runsUnknownCode || record.awaitsWork {
                return rule.needsProvenUse
                    ? start + "; what the child runs is not known, and only a proven use is reported of it" : nil
            }
            return start + ", and the child is not seen to use it"
        }.sorted()
    }
}
