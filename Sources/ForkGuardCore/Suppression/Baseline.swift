/// Findings that a project has accepted for now, so that only new ones are reported.
///
/// An entry is known by rule, path, symbol, library and the text of the fork's line, not by line numbers: code
/// that moves keeps its entries. How often the same finding may stand in a file is counted, so that a copy of an
/// old hazard is a new one. Paths count from the baseline's own folder.
public struct Baseline: Sendable, Equatable {
    public struct Entry: Sendable, Equatable {
        public var path: String
        public var rule: String
        public var symbol: String
        public var library: String
        /// Of path, rule, symbol, library and the line's text.
        public var fingerprint: String
        public var count: Int
        /// The line's text, for people who read the file.
        public var text: String
    }

    public private(set) var entries: [Entry] = []
    /// Absolute folder of the file.
    let folder: String
    private static let version = 1

    /// The baseline that accepts all of `findings`.
    ///
    /// - Parameter path: of the file that it will be written to.
    public init(of findings: [Finding], for path: String) {
        folder = Folders.parent(of: Folders.resolved(path))
        var known: [String: Int] = [:]
        for finding in findings where finding.level > .note {
            let entry = entry(for: finding)
            if let index = known[entry.fingerprint] {
                entries[index].count += 1
            } else {
                known[entry.fingerprint] = entries.count
                entries.append(entry)
            }
        }
        entries.sort { ($0.path, $0.rule, $0.symbol, $0.fingerprint) < ($1.path, $1.rule, $1.symbol, $1.fingerprint) }
    }

    /// What applying a baseline gives.
    public struct Outcome: Sendable {
        /// Findings that it does not know.
        public var new: [Finding]
        public var known: Int
        /// Entries, each with the number of findings that it accepts and that are no more.
        public var stale: [Entry]
    }

    /// Parts `findings`, in report order, into those known and those new.
    public func apply(to findings: [Finding]) -> Outcome {
        var left = Dictionary(entries.map { ($0.fingerprint, $0.count) }, uniquingKeysWith: +)
        var outcome = Outcome(new: [], known: 0, stale: [])
        for finding in findings {
            let fingerprint = entry(for: finding).fingerprint
            if let count = left[fingerprint], count > 0 {
                left[fingerprint] = count - 1
                outcome.known += 1
            } else {
                outcome.new.append(finding)
            }
        }
        for var entry in entries {
            guard let count = left[entry.fingerprint], count > 0 else { continue }
            entry.count = count
            outcome.stale.append(entry)
        }
        return outcome
    }

    private func entry(for finding: Finding) -> Entry {
        let path = Folders.shown(Folders.resolved(finding.site.path), from: folder)
        let library = finding.library ?? ""
        let parts = [
            finding.code.text, path, finding.site.symbol, library, Fingerprint.normalized(finding.site.text),
        ]
        return Entry(
            path: path, rule: finding.code.text, symbol: finding.site.symbol, library: library,
            fingerprint: Fingerprint.hash(parts), count: 1, text: Fingerprint.normalized(finding.site.text))
    }
}

// MARK: - The file

extension Baseline {
    /// JSON, an entry a line: sorted, so that two branches that change it merge.
    public func file() -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.line("{")
        buffer.line("  \"version\": \(Self.version),")
        buffer.line("  \"findings\": [")
        for (index, entry) in entries.enumerated() {
            let fields: [(String, String)] = [
                ("path", entry.path), ("rule", entry.rule), ("symbol", entry.symbol), ("library", entry.library),
                ("fingerprint", entry.fingerprint), ("text", entry.text),
            ]
            var line = "    {"
            for (name, value) in fields { line += "\(Self.quoted(name)): \(Self.quoted(value)), " }
            line += "\"count\": \"\(entry.count)\"}"
            buffer.line(line + (index == entries.count - 1 ? "" : ","))
        }
        buffer.line("  ]")
        buffer.line("}")
        return buffer
    }

    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return writer.buffer.text
    }

    /// Reads the file at `path`.
    public static func read(_ path: String) throws(BaselineError) -> Baseline {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(PathCoding.bytes(of: path), limit: 64 << 20)
        } catch {
            throw BaselineError(path: path, line: 0, reason: "\(error); `--write-baseline \(path)` makes it")
        }
        guard let root = JSONValue.parse(bytes), case .array(let items)? = root["findings"]?.content else {
            throw BaselineError(path: path, line: 0, reason: "is no baseline; `--write-baseline \(path)` makes one")
        }
        var result = Baseline(of: [], for: path)
        for item in items {
            func text(_ key: String) throws(BaselineError) -> String {
                guard case .string(let text)? = item[key]?.content else {
                    throw BaselineError(path: path, line: item.line, reason: "`\(key)` must be a string")
                }
                return text
            }
            let count = try text("count")
            guard let number = Int(count), (1...1_000_000).contains(number) else {
                throw BaselineError(path: path, line: item.line, reason: "`count` must be a number of at least 1")
            }
            result.entries.append(
                Entry(
                    path: try text("path"), rule: try text("rule"), symbol: try text("symbol"),
                    library: try text("library"), fingerprint: try text("fingerprint"), count: number,
                    text: try text("text")))
        }
        return result
    }
}

/// Why a baseline cannot be used.
public struct BaselineError: Error, Equatable, CustomStringConvertible {
    public var path: String
    /// One-based; 0 where the whole file is meant.
    public var line: Int
    public var reason: String

    public var description: String {
        "\(Printable.path(path))\(line > 0 ? ":\(line)" : ""): \(reason)"
    }
}
