/// Applies suppression comments to findings, and says which comments kept nothing back.
public struct Suppressions: Sendable {
    private let checks: [CheckPage]
    private let enabled: Set<RuleCode>
    private let respectsBareNoqa: Bool

    /// - Parameters:
    ///   - enabled: the rules that were checked. A comment about any other is left in peace.
    ///   - respectsBareNoqa: a `# noqa` that names no rule keeps back what it stands behind.
    public init(checks: [CheckPage], enabled: Set<RuleCode>, respectsBareNoqa: Bool = false) {
        self.checks = checks
        self.enabled = enabled
        self.respectsBareNoqa = respectsBareNoqa
    }

    /// Codes that are spoken for, whether or not this version checks them.
    static let reserved: Set<String> = [
        "FG101", "FG102", "FG103", "FG104", "FG105", "FG106", "FG201", "FG202", "FG900", "FG901", "FG902",
    ]
    static let unused = RuleCode("FG901")

    /// The findings that no comment keeps back, and one FG901 for each comment, or code in it, without effect.
    ///
    /// - Parameter comments: the suppression comments of each file, by path.
    /// - Parameter line: the trimmed text of a line, for the sites of FG901.
    public func apply(
        to findings: [Finding], comments: [String: [SuppressionComment]],
        line: (_ number: Int, _ path: String) -> String? = { _, _ in nil }
    ) -> [Finding] {
        if comments.isEmpty { return findings }
        var effective: Set<Use> = []
        var kept: [Finding] = []
        for finding in findings {
            var isSuppressed = false
            for (index, comment) in (comments[finding.site.path] ?? []).enumerated() {
                guard comment.defect == nil, comment.covers(line: finding.site.line) else { continue }
                if comment.kind == .bareNoqa, respectsBareNoqa { isSuppressed = true }
                for (position, code) in comment.codes.enumerated() where resolve(code) == finding.code {
                    isSuppressed = true
                    effective.insert(Use(path: finding.site.path, comment: index, code: position))
                }
            }
            if !isSuppressed { kept.append(finding) }
        }
        guard enabled.contains(Self.unused) else { return kept }
        for (path, ofFile) in comments {
            for (index, comment) in ofFile.enumerated() {
                for message in complaints(comment, { effective.contains(Use(path: path, comment: index, code: $0)) }) {
                    kept.append(finding(message, comment, path, line(comment.line, path) ?? ""))
                }
            }
        }
        return kept.sorted(by: Self.precedes)
    }

    private struct Use: Hashable {
        var path: String
        var comment: Int
        var code: Int
    }

    /// The rule that a code or name in a comment means; `nil` for one unknown.
    private func resolve(_ word: String) -> RuleCode? {
        if let code = RuleSelection.code(word, checks) ?? RuleSelection.code(word.uppercased(), checks) { return code }
        return Self.reserved.contains(word.uppercased()) ? RuleCode(word.uppercased()) : nil
    }

    private func complaints(_ comment: SuppressionComment, _ isEffective: (Int) -> Bool) -> [SuppressionWords] {
        if let defect = comment.defect { return [.defect(defect)] }
        var found: [SuppressionWords] = []
        for (position, word) in comment.codes.enumerated() {
            guard let code = resolve(word) else {
                // An unknown code behind `noqa` may be another tool's.
                if comment.kind == .ignore {
                    found.append(.unknown(word, nearest: RuleSelection.nearest(to: word, checks)))
                }
                continue
            }
            if enabled.contains(code) && code != Self.unused && !isEffective(position) {
                found.append(.unused(code, comment.place, as: word))
            }
        }
        return found
    }

    private func finding(
        _ words: SuppressionWords, _ comment: SuppressionComment, _ path: String, _ text: String
    ) -> Finding {
        let check = checks.first { $0.code == Self.unused }
        var finding = Finding(
            code: Self.unused, name: check?.name ?? "unused-suppression", level: check?.defaultLevel ?? .warning,
            site: Site(
                path: path, line: comment.line, column: comment.column, endLine: comment.line,
                endColumn: comment.endColumn, symbol: "<module>", text: text),
            message: words.description)
        if case .unused(_, _, let word) = words { finding.unusedCode = word }
        return finding
    }

    /// Report order.
    private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
        (left.site.path, left.site.line, left.site.column, left.code.text, left.library ?? "")
            < (right.site.path, right.site.line, right.site.column, right.code.text, right.library ?? "")
    }
}

/// What FG901 says.
enum SuppressionWords: CustomStringConvertible {
    case defect(SuppressionComment.Defect)
    case unknown(String, nearest: String?)
    case unused(RuleCode, SuppressionComment.Place, as: String)

    var description: String {
        switch self {
        case .defect(.noCodes): "this comment names no rule; write `forkguard: ignore[FG101] reason`"
        case .defect(.unclosed): "this comment's bracket is never closed; write `forkguard: ignore[FG101] reason`"
        case .defect(.unknownForm):
            "forkguard knows no such comment; it knows `forkguard: ignore[FG101] reason` and `file-ignore[FG101]`"
        case .unknown(let word, let nearest):
            "there is no rule `\(word)` to ignore" + (nearest.map { "; the nearest is `\($0)`" } ?? "")
        case .unused(let code, .file, _): "this comment keeps nothing back: the file has no \(code)"
        case .unused(let code, .trailing, _): "this comment keeps nothing back: its line has no \(code)"
        case .unused(let code, .above, _): "this comment keeps nothing back: the statement below has no \(code)"
        }
    }
}
