/// The words that reporters put beside the places of a finding. They stand here once, for all formats.
enum FindingWords {
    /// A place of a finding's story, in the order in which the program gets there.
    struct Step {
        enum Part { case touch, call, fork, use, otherTouch }
        var part: Part
        var site: Site
        var text: String
    }

    /// The story of a finding: touch, calls, fork, use.
    static func steps(of finding: Finding) -> [Step] {
        var steps: [Step] = []
        if let touch = finding.touch {
            steps.append(Step(part: .touch, site: touch, text: touched(finding)))
        }
        for site in finding.chain {
            steps.append(Step(part: .call, site: site, text: "on the way to the fork, in \(place(site))"))
        }
        if finding.touch != nil || finding.startMethod != nil {
            steps.append(Step(part: .fork, site: finding.site, text: "the process forks here"))
        } else {
            steps.append(Step(part: .fork, site: finding.site, text: ""))
        }
        if let use = finding.use {
            steps.append(Step(part: .use, site: use, text: used(finding)))
        }
        return steps
    }

    private static func touched(_ finding: Finding) -> String {
        let subject = finding.libraryTitle ?? finding.library ?? "the state"
        guard let call = finding.touchCall else { return "the parent touches \(subject) here" }
        return "the parent touches \(subject) here: `\(call)`"
    }

    private static func used(_ finding: Finding) -> String {
        guard let call = finding.useCall else { return "the child uses it here" }
        return "the child uses it here: `\(call)`"
    }

    static func otherTouch(_ finding: Finding) -> String {
        "\(finding.libraryTitle ?? finding.library ?? "the state") is touched here, too"
    }

    static func place(_ site: Site) -> String {
        site.symbol == "<module>" ? "the module's top level" : "`\(site.symbol)`"
    }

    static func startMethod(_ reason: StartMethodReason) -> String {
        "`\(reason.method.rawValue)` (\(reason.reason))"
    }

    /// "1 error", "2 errors".
    static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }

    /// The last line of a text report.
    /// What `--fix` would do about a report's findings; `nil` where it would do nothing.
    static func fixes(_ report: ScanReport) -> String? {
        let safe = report.findings.count { $0.fix == .safe }
        let unsafe = report.findings.count { $0.fix == .unsafe }
        let byHand = "`--fix --unsafe-fixes`"
        if safe == 0 { return unsafe == 0 ? nil : "\(unsafe) fixable with \(byHand)." }
        return "\(mark) \(safe) fixable with `--fix`" + (unsafe == 0 ? "." : ", \(unsafe) more with \(byHand).")
    }

    /// Stands behind the code of what `--fix` takes care of, as it does in ruff.
    static let mark = "[*]"

    /// A finding's code, marked where `--fix` takes care of it.
    static func marked(_ finding: Finding) -> String {
        finding.fix == .safe ? "\(finding.code) \(mark)" : finding.code.text
    }

    static func summary(_ report: ScanReport) -> String {
        let files = count(report.fileCount, "file")
        var parts: [String] = []
        for level in Level.allCases.reversed() {
            let number = report.findings.count { $0.level == level }
            if number > 0 { parts.append(count(number, level.rawValue)) }
        }
        if parts.isEmpty { return "No hazard found in \(files)." }
        let last = parts.removeLast()
        let all = parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
        let places = Set(report.findings.map(\.site.path)).count
        return "Found \(all) in \(places) of \(files)."
    }
}
