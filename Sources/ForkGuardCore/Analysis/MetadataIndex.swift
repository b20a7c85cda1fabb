import PythonSyntax

/// What the projects around the scanned files pin and require, looked up once a folder.
final class MetadataIndex {
    struct Verdict {
        var outcome: LibraryRule.Outcome
        /// What the child does, as a clause: "hangs without a word".
        var text: String
        /// The version it is about, as a sentence; `nil` where none is known.
        var sentence: String?
    }

    init() {}

    func verdict(on rule: LibraryRule, at path: String, platform: Platform) -> Verdict {
        guard let newest = rule.versions.last(where: { $0.platform == nil || $0.platform == platform }) else {
            return Verdict(outcome: .hang, text: "may hang", sentence: nil)
        }
        return Verdict(outcome: newest.outcome, text: newest.text, sentence: nil)
    }
}
