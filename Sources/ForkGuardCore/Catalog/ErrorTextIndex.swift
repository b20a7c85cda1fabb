/// Finds the rule that an error text from a log leads to.
///
/// Case, numbers (process ids, line numbers, addresses) and spacing are ignored, because they differ between
/// two runs of one program. The text may be a part of a known message, hold one among other lines, or share its words.
public struct ErrorTextIndex: Sendable {
    /// A known message that a text is like.
    public struct Match: Sendable, Equatable {
        /// Index in the catalogue's `libraries`.
        public var library: Int
        /// As the rule has it.
        public var message: String
        /// From 0 to 1; 1 for a text that is the message, holds it, or is a part of it.
        public var likeness: Double
        /// How many of the message's words the text has; of two equal likenesses the longer text says more.
        var sharedWords: Int
    }

    private struct Known {
        var library: Int
        var message: String
        var words: [Substring]
    }

    /// Fewer words than this are in too many messages to mean one of them, unless they name a type or function.
    private static let fewestWords = 3
    /// Below this share of common words two texts are not about one matter.
    private static let leastLikeness = 0.6

    /// As many words in a row are no accident.
    private static let tellingRun = 5

    private let known: [Known]

    public init(_ catalog: Catalog) {
        known = catalog.libraries.enumerated().flatMap { index, rule in
            rule.messages.map { Known(library: index, message: $0, words: Self.words($0)) }
        }
    }

    /// Returns the known messages that the text is like, the best first; one a library.
    public func matches(for text: String) -> [Match] {
        let asked = Self.words(text)
        guard asked.count >= Self.fewestWords || asked.contains(where: { $0.utf8.count >= 12 }) else { return [] }
        var best: [Int: Match] = [:]
        for candidate in known {
            guard let match = match(asked, candidate) else { continue }
            if let other = best[candidate.library], Self.isBetter(other, match) { continue }
            best[candidate.library] = match
        }
        return best.values.sorted(by: Self.isBetter)
    }

    private func match(_ asked: [Substring], _ candidate: Known) -> Match? {
        let (needle, hay) =
            asked.count <= candidate.words.count ? (asked, candidate.words) : (candidate.words, asked)
        if Self.isRun(needle, in: hay) {
            return Match(
                library: candidate.library, message: candidate.message, likeness: 1, sharedWords: needle.count)
        }
        let wanted = Set(candidate.words)
        let shared = wanted.intersection(asked).count
        var likeness = Double(shared) / Double(min(wanted.count, Set(asked).count))
        // A log's prefix stands before a message that the user cut short: they have a run of words in common.
        if Self.longestRun(asked, candidate.words) >= Self.tellingRun { likeness = max(likeness, Self.leastLikeness) }
        guard likeness >= Self.leastLikeness, shared >= Self.fewestWords else { return nil }
        // Below that of any text that quotes the message.
        return Match(
            library: candidate.library, message: candidate.message, likeness: likeness * 0.9, sharedWords: shared)
    }

    /// The order of matches; the catalogue's order decides between equals, so that answers are stable.
    private static func isBetter(_ left: Match, _ right: Match) -> Bool {
        if left.likeness != right.likeness { return left.likeness > right.likeness }
        if left.sharedWords != right.sharedWords { return left.sharedWords > right.sharedWords }
        return left.library < right.library
    }

    private static func isRun(_ needle: [Substring], in hay: [Substring]) -> Bool {
        guard let first = needle.first, needle.count <= hay.count else { return false }
        return (0...(hay.count - needle.count)).contains { start in
            hay[start] == first && hay[start...].starts(with: needle)
        }
    }

    private static func longestRun(_ left: [Substring], _ right: [Substring]) -> Int {
        var row = [Int](repeating: 0, count: right.count + 1)
        var longest = 0
        for word in left {
            // Backwards, so that the entry before is still that of the word before.
            for index in stride(from: right.count, to: 0, by: -1) {
                row[index] = right[index - 1] == word ? row[index - 1] + 1 : 0
                longest = max(longest, row[index])
            }
        }
        return longest
    }

    /// Lower-case words without numbers and signs.
    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { character in
            !(character.isLetter || character == "_")
        }
    }
}
