/// Collects the mistakes of many files, so that one run reports them all.
final class ProblemSink {
    private(set) var problems: [CatalogProblem] = []

    func report(_ path: String, line: Int, key: String, _ mistake: CatalogProblem.Mistake) {
        problems.append(CatalogProblem(path: path, line: line, key: key, mistake: mistake))
    }

    func check() throws(CatalogError) {
        guard !problems.isEmpty else { return }
        throw CatalogError(
            problems: problems.enumerated().sorted {
                ($0.element.path, $0.element.line, $0.offset) < ($1.element.path, $1.element.line, $1.offset)
            }.map(\.element))
    }
}

/// Reads one TOML table key by key: reports what is missing or of the wrong kind, and, at `finish`,
/// the keys that nobody asked for. Reading goes on after a mistake with a value that fits.
final class TableReader {
    let path: String
    let line: Int
    let sink: ProblemSink
    private let prefix: String
    private let entries: [TomlEntry]
    private var known: [String] = []

    init(path: String, prefix: String, node: TomlNode, sink: ProblemSink) {
        self.path = path
        self.prefix = prefix
        self.line = node.line
        self.sink = sink
        entries = node.entries
    }

    func report(_ key: String, _ mistake: CatalogProblem.Mistake) {
        sink.report(path, line: line(of: key), key: prefix + key, mistake)
    }

    func report(line: Int, _ key: String, _ mistake: CatalogProblem.Mistake) {
        sink.report(path, line: line, key: prefix + key, mistake)
    }

    /// The key's line; the table's if the key is not there.
    func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    // MARK: Values

    func optionalString(_ key: String) -> String? {
        guard let node = take(key) else { return nil }
        guard let text = node.string else { return wrongKind(key, "a string", node) }
        return storable(text, key, node.line)
    }

    /// Reports an absent or blank text.
    func string(_ key: String) -> String {
        guard has(key) else {
            known.append(key)
            report(key, .missingKey)
            return ""
        }
        guard let text = optionalString(key) else { return "" }
        if text.allSatisfy(\.isWhitespace) { report(key, .emptyValue) }
        return text
    }

    func flag(_ key: String, default fallback: Bool) -> Bool {
        guard let node = take(key) else { return fallback }
        guard case .boolean(let value) = node.value else {
            return wrongKind(key, "a boolean", node) ?? fallback
        }
        return value
    }

    /// Returns the texts of an array with their lines.
    func placedStrings(_ key: String) -> [(text: String, line: Int)] {
        guard let node = take(key) else { return [] }
        guard case .array(let elements) = node.value else {
            return wrongKind(key, "an array of strings", node) ?? []
        }
        return elements.compactMap { element in
            guard let text = element.string else {
                report(line: element.line, key, .wrongKind(expected: "a string", found: element.kindName))
                return nil
            }
            if text.isEmpty { report(line: element.line, key, .emptyValue) }
            return (storable(text, key, element.line), element.line)
        }
    }

    func strings(_ key: String) -> [String] { placedStrings(key).map(\.text) }

    /// Returns the texts of an array, where a text may be empty: values of an environment variable.
    func valuesOfVariable(_ key: String) -> [String] {
        guard let node = take(key) else { return [] }
        guard case .array(let elements) = node.value else {
            return wrongKind(key, "an array of strings", node) ?? []
        }
        return elements.compactMap { element in
            guard let text = element.string else {
                report(line: element.line, key, .wrongKind(expected: "a string", found: element.kindName))
                return nil
            }
            return storable(text, key, element.line)
        }
    }

    func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String, default fallback: Value?
    ) -> Value? where Value.RawValue == String {
        guard has(key) else {
            known.append(key)
            if fallback == nil { report(key, .missingKey) }
            return fallback
        }
        guard let text = optionalString(key) else { return fallback }
        if let value = Value(rawValue: text) { return value }
        report(key, .unknownValue(text, allowed: Value.allCases.map(\.rawValue)))
        return fallback
    }

    /// Returns a table of strings.
    func dictionary(_ key: String) -> [(key: String, value: String, line: Int)] {
        guard let node = take(key) else { return [] }
        guard case .table(let entries) = node.value else {
            return wrongKind(key, "a table of strings", node) ?? []
        }
        return entries.compactMap { entry in
            guard let text = entry.node.string else {
                report(
                    line: entry.line, "\(key).\(entry.key)",
                    .wrongKind(expected: "a string", found: entry.node.kindName))
                return nil
            }
            return (entry.key, storable(text, key, entry.line), entry.line)
        }
    }

    /// Calls `read` for each table of an array of tables, and reports keys that it did not ask for.
    func tables<Value>(_ key: String, _ read: (TableReader) -> Value?) -> [Value] {
        guard let node = take(key) else { return [] }
        guard case .array(let elements) = node.value else {
            return wrongKind(key, "an array of tables", node) ?? []
        }
        return elements.compactMap { element in
            guard case .table = element.value else {
                report(line: element.line, key, .wrongKind(expected: "a table", found: element.kindName))
                return nil
            }
            return inside(element, key, read)
        }
    }

    /// Reads a single table with `read`.
    func table<Value>(_ key: String, _ read: (TableReader) -> Value?) -> Value? {
        guard let node = take(key) else { return nil }
        guard case .table = node.value else { return wrongKind(key, "a table", node) }
        return inside(node, key, read)
    }

    /// The value as it stands, for keys that take more than one kind.
    func raw(_ key: String) -> TomlNode? { take(key) }

    func finish() {
        for entry in entries where !known.contains(entry.key) {
            sink.report(
                path, line: entry.line, key: prefix + entry.key,
                .unknownKey(nearest: nearest(to: entry.key, in: known)))
        }
    }

    // MARK: Parts

    private func inside<Value>(
        _ node: TomlNode, _ key: String, _ read: (TableReader) -> Value?
    ) -> Value? {
        let reader = TableReader(path: path, prefix: "\(prefix)\(key).", node: node, sink: sink)
        let value = read(reader)
        reader.finish()
        return value
    }

    private func take(_ key: String) -> TomlNode? {
        known.append(key)
        return entries.first { $0.key == key }?.node
    }

    private func wrongKind<Value>(_ key: String, _ expected: String, _ node: TomlNode) -> Value? {
        report(line: node.line, key, .wrongKind(expected: expected, found: node.kindName))
        return nil
    }

    private func storable(_ text: String, _ key: String, _ line: Int) -> String {
        if !TableText.isStorable(text) { report(line: line, key, .textNotStorable) }
        return text
    }
}

/// Returns the candidate that `word` most likely stands for, if one is near enough.
func nearest(to word: String, in candidates: [String]) -> String? {
    let limit = max(2, word.count / 3)
    return candidates.map { ($0, editDistance(word, $0)) }
        .filter { $0.1 <= limit || $0.0.hasPrefix(word) || word.hasPrefix($0.0) }
        .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}

/// The number of insertions, deletions and replacements that turn one word into the other.
func editDistance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for (other, candidate) in right.enumerated() {
            let replaced = diagonal + (byte == candidate ? 0 : 1)
            diagonal = row[other + 1]
            row[other + 1] = min(replaced, row[other] + 1, row[other + 1] + 1)
        }
    }
    return row[right.count]
}
