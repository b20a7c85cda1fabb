/// What one configuration file sets: `forkguard.toml`, or the table `[tool.forkguard]` of a `pyproject.toml`.
struct ConfigurationFile: Sendable {
    /// As messages write it.
    var path: String
    /// Absolute.
    var folder: String
    var values: [Setting: SettingValue] = [:]
    /// Line of each text that a message may be about: `select` at line 4.
    var lines: [Setting: [(text: String, line: Int)]] = [:]

    /// Names in order of rank within a folder.
    static let names = [".forkguard.toml", "forkguard.toml", "pyproject.toml"]
    private static let largest = 8 << 20

    /// Reads a file. `nil` for a `pyproject.toml` that has no table of ours.
    ///
    /// - Parameter path: absolute.
    /// - Throws: every mistake of the file at once.
    static func read(_ path: String, shown: String) throws(CatalogError) -> ConfigurationFile? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(PathCoding.bytes(of: path), limit: largest)
        } catch {
            throw problem(shown, 0, .unreadable(reason: "\(error)"))
        }
        let root: TomlNode
        do throws(TomlError) {
            root = try TomlNode.parse(bytes)
        } catch {
            // Whose table it would have been, nobody can tell; the file is broken for all.
            if isProjectFile(path), !mentionsUs(bytes) { return nil }
            throw problem(shown, error.line, .notToml(error.message))
        }
        var table = root
        var prefix = ""
        if isProjectFile(path) {
            guard let own = root["tool"]?["forkguard"] else { return nil }
            prefix = "tool.forkguard."
            table = own
            guard case .table = own.value else {
                throw problem(shown, own.line, .wrongKind(expected: "a table", found: own.kindName), "tool.forkguard")
            }
        }
        let sink = ProblemSink()
        let reader = TableReader(path: shown, prefix: prefix, node: table, sink: sink)
        let file = ConfigurationFile(path: shown, folder: Folders.parent(of: path), reader: reader)
        reader.finish()
        try sink.check()
        return file
    }

    static func isProjectFile(_ path: String) -> Bool { path.hasSuffix("/pyproject.toml") }

    private static func mentionsUs(_ bytes: [UInt8]) -> Bool {
        WordFilter(["tool.forkguard", "forkguard]"]).matches(bytes)
    }

    static func problem(
        _ path: String, _ line: Int, _ mistake: CatalogProblem.Mistake, _ key: String = ""
    ) -> CatalogError {
        CatalogError(problems: [CatalogProblem(path: path, line: line, key: key, mistake: mistake)])
    }

    private init(path: String, folder: String, reader: TableReader) {
        self.path = path
        self.folder = folder
        for setting in Setting.all {
            guard reader.has(setting.key) else {
                // Known all the same, so that a mistyped key finds its neighbour.
                _ = reader.raw(setting.key)
                continue
            }
            guard let content = Self.content(setting, reader, &lines) else { continue }
            let origin = SettingValue.Origin.file(path: path, line: reader.line(of: setting.key))
            values[setting] = SettingValue(content, origin: origin, folder: folder)
        }
    }

    private static func content(
        _ setting: Setting, _ reader: TableReader, _ lines: inout [Setting: [(text: String, line: Int)]]
    ) -> SettingValue.Content? {
        switch setting.kind {
        case .text, .path:
            guard let text = reader.optionalString(setting.key) else { return nil }
            if text.isEmpty { reader.report(setting.key, .emptyValue) }
            lines[setting] = [(text, reader.line(of: setting.key))]
            return .text(text)
        case .choice(let names):
            guard let text = reader.optionalString(setting.key) else { return nil }
            if !names.contains(text) { reader.report(setting.key, .unknownValue(text, allowed: names)) }
            return .text(text)
        case .flag: return .flag(reader.flag(setting.key, default: false))
        case .texts, .paths, .patterns:
            let texts = reader.placedStrings(setting.key)
            lines[setting] = texts
            return .texts(texts.map(\.text))
        case .ignoresByPattern:
            guard let node = reader.raw(setting.key) else { return nil }
            guard case .table(let entries) = node.value else {
                let expected = "a table from patterns to arrays of rules"
                reader.report(setting.key, .wrongKind(expected: expected, found: node.kindName))
                return nil
            }
            let inner = TableReader(
                path: reader.path, prefix: "\(setting.key).", node: node, sink: reader.sink)
            return .ignores(
                entries.map { entry in
                    let codes = inner.placedStrings(entry.key)
                    lines[setting, default: []] += codes
                    return PatternIgnores(pattern: entry.key, codes: codes.map(\.text))
                })
        }
    }
}

/// Absolute folders as text, coded by `PathCoding`.
enum Folders {
    /// The folder that holds `path`.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func join(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return folder.hasSuffix("/") ? folder + path : folder + "/" + path
    }

    /// The working folder, without links.
    static var working: String {
        (try? FileSystem.realPath(Array(".".utf8))).map { PathCoding.text(of: $0) } ?? "/"
    }

    /// `path` as messages write it: relative below `folder`.
    static func shown(_ path: String, from folder: String) -> String {
        if path == folder { return "." }
        let prefix = folder == "/" ? "/" : folder + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }

    /// `path` without links where it is there; without `.` and `..` otherwise.
    static func resolved(_ path: String) -> String {
        let bytes = PathCoding.bytes(of: path)
        if let real = try? FileSystem.realPath(bytes) { return PathCoding.text(of: real) }
        var parts: [Substring] = []
        for part in PathCoding.text(of: FileSystem.absolute(bytes)).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The nearest folder at or above `folder` that holds one of `names`.
    static func nearest(from folder: String, holding names: [String]) -> String? {
        var current = folder
        while true {
            for name in names where FileSystem.exists(PathCoding.bytes(of: join(current, name))) { return current }
            if current == "/" || !current.hasPrefix("/") { return nil }
            current = parent(of: current)
        }
    }
}
