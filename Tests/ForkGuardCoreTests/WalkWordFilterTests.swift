import CSystem
import Testing

@testable import ForkGuardCore

@Suite struct WalkWordFilterTests {
    /// The search as one would write it first.
    private func naive(_ words: [String], in text: [UInt8]) -> Int? {
        text.indices.first { at in words.contains { text[at...].starts(with: $0.utf8) } }
    }

    private func found(_ words: [String], in text: [UInt8], plain: Bool) -> Int? {
        var bytes: [UInt8] = []
        var starts: [UInt32] = [0]
        for word in words {
            bytes.append(contentsOf: word.utf8)
            starts.append(UInt32(bytes.count))
        }
        let prepared = fg_words_make(bytes, starts, words.count)
        defer { fg_words_free(prepared) }
        let at = text.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return Int64(-1) }
            return plain
                ? fg_words_find_plain(prepared, start, buffer.count, nil)
                : fg_words_find(prepared, start, buffer.count, nil)
        }
        return at < 0 ? nil : Int(at)
    }

    @Test func agreesWithTheNaiveSearch() {
        var random = SeededGenerator(seed: 2744)
        for round in 0..<3000 {
            let alphabet = Array("abfork._Pl".utf8)
            let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                String(
                    decoding: (0..<Int.random(in: 3...7, using: &random)).map { _ in
                        alphabet.randomElement(using: &random)!
                    }, as: UTF8.self)
            }
            let text = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                alphabet.randomElement(using: &random)!
            }
            let expected = naive(words, in: text)
            #expect(found(words, in: text, plain: false) == expected, "round \(round), vectors")
            #expect(found(words, in: text, plain: true) == expected, "round \(round), plain")
        }
    }

    @Test func findsAWordAtEveryOffset() {
        for length in 0..<140 {
            for at in 0...length {
                let text =
                    [UInt8](repeating: 0x2E, count: at) + Array("os.fork".utf8)
                    + [UInt8](repeating: 0xFF, count: length - at)
                #expect(found(["os.fork", "Process("], in: text, plain: false) == at)
            }
        }
    }

    @Test func wordsOfOneAndTwoBytesCount() {
        let filter = WordFilter(["ab", "x", "fork"])
        #expect(filter.matches(Array("..ab".utf8)))
        #expect(filter.matches(Array("x".utf8)))
        #expect(filter.matches(Array("forked".utf8)))
        #expect(!filter.matches(Array("a b for k".utf8)))
        #expect(!filter.matches([]))
    }

    @Test func noWordsMatchNothing() {
        #expect(!WordFilter([]).matches(Array("fork".utf8)))
        #expect(WordFilter.contains(any: ["fork"], in: Array("os.fork()".utf8)))
    }
}

/// A generator whose every run is the same: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
