import PythonSyntax

/// Reads the metadata files of one folder, the one that says most about a matter first.
struct MetadataFolder<Files: FileSource> {
    let path: String
    let files: Files

    func collect(into collector: inout MetadataCollector) {
        readPyproject(&collector)
        readText("setup.cfg", &collector) { SetupConfig.read($0, $1, &$2) }
        readText("setup.py", &collector) { SetupScript.read($0, $1, &$2) }
        readText(".python-version", &collector) { PythonVersionFile.read($0, $1, &$2) }
        for name in ["Dockerfile", "Containerfile"] {
            readText(name, &collector) { ContainerFile.read($0, $1, &$2) }
        }
        readLocks(&collector)
        readRequirements(&collector)
        for name in ["environment.yml", "environment.yaml", "conda.yml", "conda.yaml"] {
            readText(name, &collector) { CondaEnvironment.read($0, $1, &$2) }
        }
        for name in ["Dockerfile", "Containerfile"] {
            readText(name, &collector) { ContainerFile.readInstalled($0, $1, &$2) }
        }
    }

    func join(_ name: String) -> String {
        path.isEmpty || path == "." ? name : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    }

    /// True for names that are looked for in the listing of a folder.
    static func isListed(_ name: String) -> Bool { name.hasSuffix(".txt") || LockFile.isPylock(name) }

    // MARK: Kinds of files

    private func readPyproject(_ collector: inout MetadataCollector) {
        guard let (root, path) = toml("pyproject.toml", &collector) else { return }
        Pyproject(path: path).read(root, &collector)
    }

    private func readLocks(_ collector: inout MetadataCollector) {
        let pylocks = files.files(in: path).sorted().filter(LockFile.isPylock)
        for name in ["uv.lock", "poetry.lock", "pdm.lock"] + pylocks {
            guard let bytes = files.read(join(name)) else { continue }
            LockFile.read(bytes, join(name), &collector)
        }
        for name in ["pixi.lock", "conda-lock.yml"] {
            readText(name, &collector) { LockFile.readListed($0, $1, &$2) }
        }
        if let bytes = files.read(join("Pipfile.lock")) {
            LockFile.readPipfile(bytes, join("Pipfile.lock"), &collector)
        }
    }

    private func readRequirements(_ collector: inout MetadataCollector) {
        let here = files.files(in: path).filter { $0.hasPrefix("requirements") && $0.hasSuffix(".txt") }
        let below = files.files(in: join("requirements")).filter { $0.hasSuffix(".txt") }
        // `requirements.txt` is the program's own file; the others follow in the order of their names.
        let own = "requirements.txt"
        let names =
            here.filter { $0 == own } + here.filter { $0 != own }.sorted()
            + below.sorted().map { "requirements/\($0)" }
        var reader = RequirementsReader(files: files)
        for name in names { reader.read(join(name), &collector) }
    }

    private func toml(_ name: String, _ collector: inout MetadataCollector) -> (TomlNode, String)? {
        let path = join(name)
        guard let bytes = files.read(path) else { return nil }
        do {
            return (try TomlNode.parse(bytes), path)
        } catch {
            collector.report(path, error.line, "is not TOML: \(error.message)")
            return nil
        }
    }

    private func readText(
        _ name: String, _ collector: inout MetadataCollector,
        _ body: ([String], String, inout MetadataCollector) -> Void
    ) {
        let path = join(name)
        guard let bytes = files.read(path) else { return }
        body(MetadataText.lines(of: bytes), path, &collector)
    }
}

enum MetadataText {
    /// Splits at line feeds; carriage returns before them and a mark at the beginning are dropped. What begins with the mark
    /// of UTF-16 is read as that: so PowerShell writes what `pip freeze` prints, and pip reads it.
    static func lines(of bytes: [UInt8]) -> [String] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let (low, high) = bytes[0] == 0xFF ? (0, 1) : (1, 0)
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at in
                UInt16(bytes[at + low]) | UInt16(bytes[at + high]) << 8
            }
            return lines(of: Array(String(decoding: units, as: UTF16.self).utf8))
        }
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
    }
}

/// `pyproject.toml`: the standard tables, and those of Poetry, PDM and uv.
struct Pyproject {
    let path: String

    func read(_ root: TomlNode, _ collector: inout MetadataCollector) {
        let project = root["project"]
        if let python = project?["requires-python"] {
            if let text = python.string { collector.add(python: text, path, python.line) }
        }
        let poetry = root["tool"]?["poetry"]
        readPoetryPython(poetry, &collector)
        addAll(project?["dependencies"], &collector)
        for extra in project?["optional-dependencies"]?.entries ?? [] { addAll(extra.node, &collector) }
        for group in root["dependency-groups"]?.entries ?? [] { addAll(group.node, &collector) }
        for group in root["tool"]?["pdm"]?["dev-dependencies"]?.entries ?? [] { addAll(group.node, &collector) }
        addAll(root["tool"]?["uv"]?["dev-dependencies"], &collector)
        addAll(root["tool"]?["uv"]?["constraint-dependencies"], &collector)
        readPoetryTable(poetry?["dependencies"], &collector)
        readPoetryTable(poetry?["dev-dependencies"], &collector)
        for group in poetry?["group"]?.entries ?? [] { readPoetryTable(group.node["dependencies"], &collector) }
    }

    /// Takes the strings of an array; tables in it (`{include-group = ...}`) are read where they stand.
    private func addAll(_ list: TomlNode?, _ collector: inout MetadataCollector) {
        for element in list?.elements ?? [] {
            if let text = element.string { collector.add(requirement: text, path, element.line) }
        }
    }

    private func readPoetryPython(_ poetry: TomlNode?, _ collector: inout MetadataCollector) {
        guard let python = poetry?["dependencies"]?["python"], let text = python.string ?? python["version"]?.string
        else { return }
        // Of alternatives the first is the lowest, as people write them.
        let first = text.split(separator: "|").first.map { RuleSyntax.trimmed($0) } ?? text
        guard let range = SpecifierSet(poetry: first) else {
            collector.report(path, python.line, "`\(text)` is not a range of Python versions")
            return
        }
        if let lowest = range.lowestPython { collector.add(floor: lowest, text: text, path, python.line) }
    }

    private func readPoetryTable(_ table: TomlNode?, _ collector: inout MetadataCollector) {
        for entry in table?.entries ?? [] where entry.key != "python" {
            // A distribution with several rows has one for each Python or platform; the first that holds counts.
            let rows = entry.node.elements.isEmpty ? [entry.node] : entry.node.elements
            for row in rows {
                guard let text = row.string ?? row["version"]?.string else { continue }
                if text.contains("|") { continue }
                guard let range = SpecifierSet(poetry: text) else {
                    collector.report(path, row.line, "`\(text)` is not a range of versions")
                    continue
                }
                var requirement = Requirement(name: entry.key, range: range)
                requirement.marker = row["markers"]?.string.flatMap { Marker($0) }
                collector.add(requirement, path, entry.line)
            }
        }
    }
}

/// Lock files: what was resolved, one version a distribution.
enum LockFile {
    static func isPylock(_ name: String) -> Bool {
        name == "pylock.toml" || (name.hasPrefix("pylock.") && name.hasSuffix(".toml"))
    }

    /// `pixi.lock` and `conda-lock.yml`: a list with the name and the version of each package, or with a link to it.
    static func readListed(_ lines: [String], _ path: String, _ collector: inout MetadataCollector) {
        var (name, version, start) = ("", "", 0)
        func finish(_ collector: inout MetadataCollector) {
            if !name.isEmpty, SpecifierSet("==\(version)")?.exact != nil {
                collector.add(locked: name, version, path, start)
            }
            (name, version) = ("", "")
        }
        for (index, line) in lines.enumerated() {
            var text = RuleSyntax.trimmed(line)
            if text.hasPrefix("- ") {
                finish(&collector)
                start = index + 1
                text = RuleSyntax.trimmed(text.dropFirst(2))
            }
            let parts = text.split(separator: ":", maxSplits: 1).map { RuleSyntax.trimmed($0) }
            guard parts.count == 2 else { continue }
            let value = parts[1].filter { $0 != "\"" && $0 != "'" }
            switch parts[0] {
            case "name": name = value
            case "version": version = value
            case "conda":
                // `https://conda.anaconda.org/conda-forge/linux-64/polars-1.31.0-py312h1.conda`
                let words = value.split(separator: "/").last?.split(separator: "-") ?? []
                guard words.count > 2 else { continue }
                (name, version) = (words.dropLast(2).joined(separator: "-"), String(words[words.count - 2]))
            default: break
            }
        }
        finish(&collector)
    }

    static func readPipfile(_ bytes: [UInt8], _ path: String, _ collector: inout MetadataCollector) {
        guard let root = JSONValue.parse(bytes) else {
            collector.report(path, 0, "is not JSON")
            return
        }
        if let python = root["_meta"]?["requires"]?["python_version"], case .string(let text) = python.content,
            let version = PythonVersion(text)
        {
            collector.add(floor: version, text: text, path, python.line)
        }
        for section in ["default", "develop"] {
            guard case .object(let members)? = root[section]?.content else { continue }
            for (name, member) in members {
                guard let version = member["version"], case .string(let text) = version.content else { continue }
                guard let exact = SpecifierSet(text)?.exact else { continue }
                collector.add(locked: name, exact.description, path, version.line)
            }
        }
    }
}
