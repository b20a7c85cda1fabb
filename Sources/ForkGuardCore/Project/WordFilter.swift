import CSystem

/// A set of words to look for in files, prepared once and then used from any thread.
///
/// Finds words as bytes, inside longer words too: a cheap question that comes before an exact one.
public final class WordFilter: Sendable {
    /// Made in `init`, read by any number of threads, freed in `deinit`.
    nonisolated(unsafe) private let prepared: OpaquePointer?
    /// Words of one or two bytes: the fast search takes three or more.
    private let short: [[UInt8]]
    public let words: [String]

    /// - Precondition: no word is empty or longer than 255 bytes.
    public init(_ words: some Sequence<String>) {
        let all = Set(words).sorted()
        precondition(all.allSatisfy { (1...255).contains($0.utf8.count) }, "a word of 1 to 255 bytes")
        self.words = all
        short = all.filter { $0.utf8.count < 3 }.map { Array($0.utf8) }
        let long = all.filter { $0.utf8.count >= 3 }
        var bytes: [UInt8] = []
        var starts: [UInt32] = [0]
        for word in long {
            bytes.append(contentsOf: word.utf8)
            starts.append(UInt32(bytes.count))
        }
        prepared = long.isEmpty ? nil : fg_words_make(bytes, starts, long.count)
        precondition(long.isEmpty || prepared != nil, "no memory for a word filter")
    }

    deinit { fg_words_free(prepared) }

    /// True if any of the words stands in `text`.
    public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return false }
        if let prepared, fg_words_find(prepared, start, text.count, nil) >= 0 { return true }
        return !short.isEmpty && matchesShort(text)
    }

    /// True if any of the words stands in `text`.
    public func matches(_ text: [UInt8]) -> Bool { text.withUnsafeBufferPointer { matches($0) } }

    private func matchesShort(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        short.contains { word in
            word.count <= text.count
                && (0...(text.count - word.count)).contains { at in
                    word.indices.allSatisfy { text[at + $0] == word[$0] }
                }
        }
    }
}

extension WordFilter {
    /// True if any of `words` stands in `bytes`. For one question; keep a filter for many.
    public static func contains(any words: some Sequence<String>, in bytes: [UInt8]) -> Bool {
        WordFilter(words).matches(bytes)
    }
}
