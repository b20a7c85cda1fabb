import PythonSyntax

/// Turns what a scan found into the bytes of one format.
public protocol Reporter: Sendable {
    func report(_ report: ScanReport) -> ByteBuffer
}

/// The formats that `--format` names.
public enum ReportFormat: String, Sendable, CaseIterable {
    case text, concise, grouped, json
    case jsonLines = "json-lines"
    case github, gitlab, junit, checkstyle, sarif, html

    /// - Parameter isQuiet: findings only, no closing line.
    public func reporter(
        catalog: Catalog, lines: any SourceLines, style: TerminalStyle, isQuiet: Bool = false
    ) -> any Reporter {
        switch self {
        case .text: TextReporter(lines: lines, style: style, isQuiet: isQuiet)
        case .concise: ConciseReporter(style: style)
        case .grouped: GroupedReporter(style: style, isQuiet: isQuiet)
        case .json: JSONReporter()
        case .jsonLines: JSONLinesReporter()
        case .github: GitHubReporter()
        case .gitlab: GitLabReporter()
        case .junit: JUnitReporter()
        case .checkstyle: CheckstyleReporter()
        case .html: HTMLReporter(lines: lines)
        case .sarif: SARIFReporter(catalog: catalog)
        }
    }
}

/// The lines of scanned files, for code frames.
public protocol SourceLines: Sendable {
    /// Line `number`, one-based, without its end; `nil` where it cannot be had.
    func line(_ number: Int, of path: String) -> String?
}

/// Lines read again from the files themselves: only those that a finding names are kept in memory.
public final class FileSourceLines: SourceLines {
    private let files: [String: SourceFile]
    private let cache = Cache()

    public init(_ files: [SourceFile]) {
        self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func line(_ number: Int, of path: String) -> String? {
        let lines = cache.lines(of: path) {
            guard let bytes = try? (files[path] ?? SourceFile(path: path)).read() else { return [] }
            // Other encodings are the front end's business; plain text needs none of it.
            let isPlain = bytes.allSatisfy { $0 < 0x80 }
            return Self.split(isPlain ? bytes : PythonParser.parse(bytes, target: .newest).source)
        }
        return lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }

    /// Lines as Python counts them: `\n`, `\r\n` and `\r` end one, form feeds do not.
    static func split(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var at = start
        while at < bytes.count {
            guard bytes[at] == 0x0A || bytes[at] == 0x0D else {
                at += 1
                continue
            }
            lines.append(String(decoding: bytes[start..<at], as: UTF8.self))
            if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
            at += 1
            start = at
        }
        lines.append(String(decoding: bytes[min(start, bytes.count)...], as: UTF8.self))
        return lines
    }

    /// The lines of the file asked for last: findings are sorted by file, so one is enough for each end.
    private final class Cache: @unchecked Sendable {
        // Reporters run on one thread; the class is only handed along with them.
        private var kept: [(path: String, lines: [String])] = []

        func lines(of path: String, read: () -> [String]) -> [String] {
            if let found = kept.first(where: { $0.path == path }) { return found.lines }
            if kept.count == 8 { kept.removeFirst() }
            kept.append((path, read()))
            return kept[kept.count - 1].lines
        }
    }
}

/// What forkguard calls itself in reports.
public enum Tool {
    public static let name = "forkguard"
    public static let version = "0.1.0"
}
