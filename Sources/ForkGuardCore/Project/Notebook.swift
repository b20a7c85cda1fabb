/// A Jupyter notebook, read as the Python program that running its cells from the top would be.
struct Notebook: Sendable {
    /// The code cells, one after the other. Lines that only IPython understands are Python that does nothing.
    private(set) var source: [UInt8] = []
    /// For each line of `source` where it stands in the notebook.
    private(set) var places: [NotebookPlace] = []

    static func isNotebook(_ path: String) -> Bool { path.hasSuffix(".ipynb") }

    /// `nil` for bytes that are no notebook. A notebook of another language is an empty program.
    init?(_ bytes: [UInt8]) {
        guard let root = JSONValue.parse(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes),
            case .array(let cells)? = root["cells"]?.content
        else { return nil }
        guard Self.isPython(root) else { return }
        for (index, cell) in cells.enumerated() {
            guard case .string("code")? = cell["cell_type"]?.content, let source = cell["source"] else { continue }
            add(Self.lines(of: source), cell: index + 1)
        }
    }

    /// Where line `number` of `source` stands, one-based.
    func place(of number: Int) -> NotebookPlace? {
        places.indices.contains(number - 1) ? places[number - 1] : places.last
    }

    private static func isPython(_ root: JSONValue) -> Bool {
        let metadata = root["metadata"]
        for value in [metadata?["language_info"]?["name"], metadata?["kernelspec"]?["language"]] {
            if case .string(let language)? = value?.content { return language.lowercased().hasPrefix("python") }
        }
        return true
    }

    /// The lines of a cell with those of the file that they begin in: a list of lines, or one text.
    private static func lines(of source: JSONValue) -> [(text: String, fileLine: Int)] {
        var parts: [(String, Int)] = []
        switch source.content {
        case .string(let text): parts = [(text, source.line)]
        case .array(let items):
            for item in items {
                if case .string(let text) = item.content { parts.append((text, item.line)) }
            }
        case .object, .integer, .bool, .other: break
        }
        var lines: [(text: String, fileLine: Int)] = []
        var isOpen = false
        for (text, line) in parts {
            let pieces = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            for (index, piece) in pieces.enumerated() {
                if index == 0, isOpen {
                    lines[lines.count - 1].text += piece
                } else if index < pieces.count - 1 || !piece.isEmpty {
                    lines.append((String(piece), line))
                }
            }
            isOpen = !(pieces.last?.isEmpty ?? true)
        }
        return lines
    }

    private mutating func add(_ lines: [(text: String, fileLine: Int)], cell: Int) {
        let isForeign = Self.isForeign(lines.first?.text ?? "")
        for (index, line) in lines.enumerated() {
            let text = isForeign ? "" : Self.python(line.text)
            source += Array(text.utf8) + [0x0A]
            places.append(NotebookPlace(cell: cell, line: index + 1, fileLine: line.fileLine))
        }
    }

    /// Cell magics whose cell is Python of this process all the same.
    private static let pythonMagics: Set<Substring> = ["time", "timeit", "capture", "prun", "debug"]

    /// Line magics that run the statement after them.
    private static let runningMagics: Set<Substring> = ["time", "timeit", "prun", "memit", "mprun", "lprun"]

    /// Statements that no other one can hold on its line.
    private static let compoundWords: Set<Substring> = [
        "for", "while", "if", "with", "try", "def", "class", "async",
    ]

    private static func isForeign(_ first: String) -> Bool {
        guard first.hasPrefix("%%") else { return false }
        return !pythonMagics.contains(first.dropFirst(2).prefix { $0 != " " && $0 != "\t" })
    }

    /// The statement of `%time statement`, at the column where it stands: `if 1: statement`. `nil` for other lines.
    private static func timed(_ rest: Substring) -> String? {
        guard rest.first == "%" else { return nil }
        let name = rest.dropFirst().prefix { $0.isLetter }
        guard runningMagics.contains(name) else { return nil }
        var statement = rest.dropFirst(1 + name.count).drop { $0 == " " }
        // `%timeit -n 10 -r 3 statement`, `%lprun -f function statement`.
        while statement.first == "-", let option = statement.dropFirst().first, option.isLetter {
            statement = statement.dropFirst(2)
            if !"oqp".contains(option) { statement = statement.drop { $0 == " " }.drop { $0 != " " } }
            statement = statement.drop { $0 == " " }
        }
        let isCompound = compoundWords.contains(statement.prefix { $0.isLetter })
        guard !statement.isEmpty, !isCompound else { return nil }
        let opening = "if 1:"
        return opening + String(repeating: " ", count: rest.count - statement.count - opening.count) + statement
    }

    /// A line as Python: `%magic`, `!command` and `name?` become `pass`, `x = !command` becomes `x = None`.
    private static func python(_ line: String) -> String {
        let indent = line.prefix { $0 == " " || $0 == "\t" }
        let rest = line.dropFirst(indent.count)
        guard let first = rest.first else { return line }
        if let timed = timed(rest) { return indent + timed }
        if first == "%" || first == "!" || first == "?" { return indent + "pass" }
        if rest.last == "?", !rest.contains("#"), !rest.contains("\""), !rest.contains("'") { return indent + "pass" }
        guard let equals = rest.firstIndex(of: "=") else { return line }
        let value = rest[rest.index(after: equals)...].drop { $0 == " " }
        let isName = rest[..<equals].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == " " }
        if isName, let sign = value.first, sign == "!" || sign == "%" { return indent + rest[...equals] + " None" }
        return line
    }
}

/// A line of a notebook's program.
public struct NotebookPlace: Sendable, Hashable {
    /// One-based, among all cells.
    public var cell: Int
    /// One-based, within the cell.
    public var line: Int
    /// One-based, in the notebook's own text.
    public var fileLine: Int

    public init(cell: Int, line: Int, fileLine: Int) {
        self.cell = cell
        self.line = line
        self.fileLine = fileLine
    }
}

extension Site {
    /// The line as people count it: within its cell for a notebook.
    var shownLine: Int { notebook?.line ?? line }
    /// The line in the file's own text.
    var fileLine: Int { notebook?.fileLine ?? line }
    /// `12`, or `cell 2:3`.
    public var lineInFile: String { notebook.map { "cell \($0.cell):\($0.line)" } ?? String(line) }
    /// `12:5`, or `cell 2:3:5`.
    var placeInFile: String { "\(lineInFile):\(column)" }
}
