/// What one thread of a Python process was at, as CPython's faulthandler writes it on SIGABRT.
public struct PythonStack: Sendable, Equatable {
    public struct Frame: Sendable, Equatable {
        public var file: String
        /// One-based.
        public var line: Int
        public var function: String
    }

    /// Innermost first.
    public var frames: [Frame]
    /// It held the interpreter's lock.
    public var isCurrent: Bool

    /// The stacks in a dump; empty where there is none. Whatever else stands there is passed over.
    static func read(_ bytes: some Collection<UInt8>) -> [PythonStack] {
        var stacks: [PythonStack] = []
        var isInside = false
        for bytes in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = String(decoding: bytes, as: UTF8.self)
            if line.hasSuffix("(most recent call first):")
                && (line.hasPrefix("Thread ") || line.hasPrefix("Current thread "))
            {
                stacks.append(PythonStack(frames: [], isCurrent: line.hasPrefix("Current")))
                isInside = true
            } else if isInside, let frame = frame(line) {
                stacks[stacks.count - 1].frames.append(frame)
            } else {
                isInside = false
            }
        }
        return stacks.filter { !$0.frames.isEmpty }
    }

    /// `  File "path", line 3 in name`
    private static func frame(_ line: String) -> Frame? {
        let start = "  File \""
        guard line.hasPrefix(start) else { return nil }
        let rest = line.dropFirst(start.count)
        guard let end = rest.lastIndex(of: "\"") else { return nil }
        let words = rest[rest.index(after: end)...].split(separator: " ", maxSplits: 4)
        guard words.count >= 5, words[1] == "line", let number = Int(words[2]), words[3] == "in" else { return nil }
        return Frame(file: String(rest[..<end]), line: number, function: String(words[4]))
    }
}
