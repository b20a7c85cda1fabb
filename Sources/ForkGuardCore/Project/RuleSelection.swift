/// The rules that `--select` and `--ignore` leave: codes (`FG101`), prefixes (`FG1`), names and `ALL`.
public struct RuleSelection: Sendable {
    /// Rules that are on.
    public let enabled: Set<RuleCode>
    /// Rules selected by their own code or name, not by a prefix or `ALL`.
    public let named: Set<RuleCode>

    /// The selection that a scan's options ask for.
    init(_ options: ScanOptions, checks: [CheckPage]) throws(RuleSelectionError) {
        try self.init(
            select: options.select, extend: options.extendSelect, ignore: options.ignore, checks: checks)
    }

    /// Resolves what the user wrote. The more exact of two words about a rule wins, `--ignore` when equal.
    public init(
        select: [String], extend: [String] = [], ignore: [String], checks: [CheckPage]
    ) throws(RuleSelectionError) {
        let selected = try Self.weights(select + extend, checks)
        let ignored = try Self.weights(ignore, checks)
        var enabled: Set<RuleCode> = []
        var named: Set<RuleCode> = []
        for check in checks {
            let byDefault = select.isEmpty && !check.isOptIn ? 0 : -1
            let plus = selected[check.code] ?? byDefault
            guard plus > (ignored[check.code] ?? -1) else { continue }
            enabled.insert(check.code)
            if plus == Self.exact { named.insert(check.code) }
        }
        self.enabled = enabled
        self.named = named
    }

    public func isEnabled(_ code: RuleCode) -> Bool { enabled.contains(code) }

    /// Weight of a word that names one rule; a prefix weighs its length, `ALL` nothing.
    private static let exact = 1000

    private static func weights(
        _ words: [String], _ checks: [CheckPage]
    ) throws(RuleSelectionError) -> [RuleCode: Int] {
        var weights: [RuleCode: Int] = [:]
        for word in words {
            let matches = matches(word, checks)
            guard !matches.isEmpty else { throw .unknown(word, nearest: nearest(to: word, checks)) }
            for (code, weight) in matches { weights[code] = max(weights[code] ?? -1, weight) }
        }
        return weights
    }

    private static func matches(_ word: String, _ checks: [CheckPage]) -> [(RuleCode, Int)] {
        if word == "ALL" { return checks.map { ($0.code, 0) } }
        if let code = code(word, checks) { return [(code, exact)] }
        guard word.hasPrefix("FG") else { return [] }
        return checks.filter { $0.code.text.hasPrefix(word) }.map { ($0.code, word.utf8.count) }
    }

    /// The rule that has `word` as its code or name.
    static func code(_ word: String, _ checks: [CheckPage]) -> RuleCode? {
        checks.first { $0.code.text == word || $0.name == word }?.code
    }

    static func nearest(to word: String, _ checks: [CheckPage]) -> String? {
        NearestName.of(word, among: checks.flatMap { [$0.code.text, $0.name] })
    }
}

/// A word that names no rule.
public enum RuleSelectionError: Error, Sendable, Equatable, CustomStringConvertible {
    case unknown(String, nearest: String?)

    public var description: String {
        switch self {
        case .unknown(let word, let nearest):
            "there is no rule `\(Printable.text(word))`"
                + (nearest.map { "; the nearest is `\($0)`" } ?? "; `forkguard rules` lists them all")
        }
    }
}

/// The name that somebody who mistyped most likely meant.
public enum NearestName {
    /// The candidate with the fewest edits from `word`, `nil` where a third of it or more would change.
    public static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(1, word.count / 3)
        return candidates.map { (distance(word.lowercased(), $0.lowercased()), $0) }
            .filter { $0.0 <= limit }.min { $0 < $1 }?.1
    }

    /// Insertions, removals, replacements and swaps of neighbours that turn one into the other.
    static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left.unicodeScalars.prefix(64))
        let b = Array(right.unicodeScalars.prefix(64))
        var rows = [Array(0...b.count)]
        for i in 1..<(a.count + 1) {
            var row = [i]
            for j in 1..<(b.count + 1) {
                var best = min(rows[i - 1][j] + 1, row[j - 1] + 1)
                best = min(best, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}

extension Catalog {
    /// What a scan for the selected rules needs to know: libraries of other codes are not looked for, unless
    /// they share the runtime of one that is.
    func selected(by selection: RuleSelection) -> Catalog {
        func isWanted(_ rule: LibraryRule) -> Bool {
            selection.isEnabled(rule.code) && (!rule.isOptIn || selection.named.contains(rule.code))
        }
        // Limits are met on the way to whatever there is to find.
        let isAboutLimits = !libraries.contains(where: isWanted) && selection.isEnabled(RuleCode("FG902"))
        if isAboutLimits { return self }
        var result = self
        let runtimes = Set(libraries.filter(isWanted).map(\.runtime))
        result.libraries = libraries.filter { runtimes.contains($0.runtime) }
        return result
    }
}
