import PythonSyntax

/// `requirements*.txt` of pip, with the files that they include.
struct RequirementsReader<Files: FileSource> {
    let files: Files
    private var seen: Set<String> = []
    /// Includes that include: nobody nests deeper.
    private static var deepest: Int { 16 }

    init(files: Files) { self.files = files }

    mutating func read(_ path: String, _ collector: inout MetadataCollector, depth: Int = 0) {
        guard depth < Self.deepest, seen.insert(path).inserted, let bytes = files.read(path) else { return }
        for (text, line) in Self.logicalLines(MetadataText.lines(of: bytes)) {
            if let included = Self.included(text) {
                let target = Self.resolve(included, beside: path)
                if depth > 0 || files.read(target) != nil {
                    read(target, &collector, depth: depth + 1)
                } else {
                    collector.report(path, line, "there is no file `\(included)` to include")
                }
            } else if CondaEnvironment.isExported(text) {
                CondaEnvironment.add(text, path, line, &collector)
            } else if !text.hasPrefix("-"), Self.isRequirement(text) {
                collector.add(requirement: Self.withoutOptions(text), path, line)
            }
        }
    }

    /// Joins lines that end in a backslash, and drops comments.
    static func logicalLines(_ lines: [String]) -> [(text: String, line: Int)] {
        var result: [(text: String, line: Int)] = []
        var open: (text: String, line: Int)?
        for (index, line) in lines.enumerated() {
            var text = withoutComment(line)
            let goesOn = text.hasSuffix("\\")
            if goesOn { text.removeLast() }
            let joined = (text: (open?.text ?? "") + text, line: open?.line ?? index + 1)
            open = goesOn ? joined : nil
            if !goesOn { result.append(joined) }
        }
        if let open { result.append(open) }
        return result.map { (RuleSyntax.trimmed($0.text), $0.line) }.filter { !$0.text.isEmpty }
    }

    static func withoutComment(_ line: String) -> String {
        let bytes = line.utf8
        var isAfterSpace = true
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "#"), isAfterSpace { return String(line[..<index]) }
            isAfterSpace = RuleSyntax.isSpace(bytes[index])
        }
        return line
    }

    private static func included(_ text: String) -> String? {
        for option in ["--requirement", "--constraint", "-r", "-c"] where text.hasPrefix(option) {
            let rest = text.dropFirst(option.count)
            let path = RuleSyntax.trimmed(rest.first == "=" ? rest.dropFirst() : rest)
            return path.isEmpty || path.contains("://") ? nil : path
        }
        return nil
    }

    private static func resolve(_ path: String, beside other: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        var parts = other.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in path.split(separator: "/").map(String.init) where part != "." {
            let goesUp = part == ".." && parts.last.map { $0 != ".." && !$0.isEmpty } ?? false
            if goesUp { parts.removeLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// Paths, links and archives name no version.
    private static func isRequirement(_ text: String) -> Bool {
        let head = text.prefix { !$0.isWhitespace && $0 != ";" }
        return !head.contains("/") && !head.hasPrefix(".") && !head.hasSuffix(".whl") && !head.hasSuffix(".gz")
    }

    private static func withoutOptions(_ text: String) -> String {
        guard text.utf8.contains(where: RuleSyntax.isSpace) else { return text }
        var words: [Substring] = []
        for word in text.utf8.split(whereSeparator: RuleSyntax.isSpace).map(Substring.init) {
            if word.hasPrefix("--") { break }
            words.append(word)
        }
        return words.joined(separator: " ")
    }
}

/// `setup.cfg`: `python_requires` and `install_requires` of the section `[options]`.
enum SetupConfig {
    static func read(_ lines: [String], _ path: String, _ collector: inout MetadataCollector) {
        var section = ""
        var key = ""
        var requirements: [(String, Int)] = []
        for (index, line) in lines.enumerated() {
            let text = RuleSyntax.trimmed(RequirementsReader<DiskFiles>.withoutComment(line))
            if text.isEmpty || text.hasPrefix("#") || text.hasPrefix(";") { continue }
            if text.hasPrefix("["), text.hasSuffix("]") {
                (section, key) = (String(text.dropFirst().dropLast()), "")
                continue
            }
            var value = text
            if line.first?.isWhitespace == false, let equals = text.firstIndex(of: "=") {
                key = RuleSyntax.trimmed(text[..<equals])
                value = RuleSyntax.trimmed(text[text.index(after: equals)...])
            }
            if value.isEmpty { continue }
            switch (section, key) {
            case ("options", "python_requires"): collector.add(python: value, path, index + 1)
            case ("options", "install_requires"), ("options.extras_require", _): requirements.append((value, index + 1))
            default: break
            }
        }
        for (text, line) in requirements { collector.add(requirement: text, path, line) }
    }
}

/// `setup.py`: the arguments `python_requires` and `install_requires` where they are literals. The file is never run.
enum SetupScript {
    static func read(_ lines: [String], _ path: String, _ collector: inout MetadataCollector) {
        for (index, line) in lines.enumerated() {
            guard let value = value(of: "python_requires", in: line) else { continue }
            if let text = literals(value).first { collector.add(python: text, path, index + 1) }
        }
        for (index, line) in lines.enumerated() {
            guard var value = value(of: "install_requires", in: line), value.hasPrefix("[") else { continue }
            var row = index
            while true {
                let end = closingBracket(value)
                for text in literals(value[..<(end ?? value.endIndex)]) {
                    collector.add(requirement: text, path, row + 1)
                }
                row += 1
                if end != nil || row == lines.count { break }
                value = lines[row][...]
            }
        }
    }

    /// What follows `name =` in the line.
    private static func value(of name: String, in line: String) -> Substring? {
        var rest = line[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        // Also after `setup(`, in one line.
        while !rest.isEmpty, !rest.hasPrefix(name) { rest.removeFirst() }
        guard !rest.isEmpty, !RuleSyntax.trimmed(line).hasPrefix("#") else { return nil }
        rest = rest.dropFirst(name.count)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        guard rest.first == "=", !rest.hasPrefix("==") else { return nil }
        rest.removeFirst()
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        return rest
    }

    /// The string literals of a text without prefixes, up to a comment.
    private static func literals(_ text: Substring) -> [String] {
        var found: [String] = []
        var rest = text
        while let first = rest.first {
            if first == "#" { break }
            rest.removeFirst()
            guard first == "\"" || first == "'" else { continue }
            let inner = rest.prefix { $0 != first }
            found.append(String(inner))
            rest = rest.dropFirst(inner.count + 1)
        }
        return found
    }

    /// The place of a `]` outside literals: extras have brackets inside theirs.
    private static func closingBracket(_ text: Substring) -> Substring.Index? {
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "#" {
                return nil
            } else if character == "]" {
                return index
            }
        }
        return nil
    }
}

/// `.python-version` of pyenv and uv.
enum PythonVersionFile {
    static func read(_ lines: [String], _ path: String, _ collector: inout MetadataCollector) {
        for (index, line) in lines.enumerated() {
            let text = RuleSyntax.trimmed(line)
            if text.isEmpty || text.hasPrefix("#") { continue }
            let digits = text.drop { !$0.isNumber }
            if let version = PythonVersion(digits) {
                collector.add(floor: version, text: text, path, index + 1)
            } else if text.first?.isNumber == true {
                collector.report(path, index + 1, "`\(text)` is not a version of Python 3")
            }
            // A first line that names an environment of its own says nothing to us.
            return
        }
    }
}

/// The Python of a container: the first `FROM python:3.12-slim` of a `Dockerfile`.
enum ContainerFile {
    static func read(_ lines: [String], _ path: String, _ collector: inout MetadataCollector) {
        for (index, line) in lines.enumerated() {
            let words = line.split(separator: " ")
            guard let first = words.first, first.lowercased() == "from",
                // `FROM --platform=linux/amd64 python:3.12`
                let image = words.dropFirst().first(where: { !$0.hasPrefix("--") })
            else { continue }
            let parts = image.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0] == "python" || parts[0].hasSuffix("/python") else { continue }
            let digits = parts[1].prefix { $0.isNumber || $0 == "." }
            // `python:3` is whatever is the newest.
            if digits.contains("."), let version = PythonVersion(digits) {
                collector.add(floor: version, text: String(image), path, index + 1)
            }
            return
        }
    }

    /// `RUN pip install deltalake==0.18.2 polars`: what the image has by name.
    static func readInstalled(_ lines: [String], _ path: String, _ collector: inout MetadataCollector) {
        for (text, line) in RequirementsReader<DiskFiles>.logicalLines(lines) {
            guard text.lowercased().hasPrefix("run ") else { continue }
            for command in text.split(whereSeparator: { $0 == ";" || $0 == "&" || $0 == "|" }) {
                let words = command.split(separator: " ")
                guard let install = words.firstIndex(of: "install"), words[..<install].contains(where: isPip) else {
                    continue
                }
                for word in words[(install + 1)...] where !word.hasPrefix("-") {
                    // What the shell fills in, a path or a link names no version here.
                    let text = word.filter { $0 != "\"" && $0 != "'" }
                    guard text.contains("=="), !text.contains(where: { "$/`".contains($0) }),
                        let requirement = Requirement(text)
                    else { continue }
                    collector.add(requirement, path, line)
                }
            }
        }
    }

    private static func isPip(_ word: Substring) -> Bool {
        let name = word.split(separator: "/").last ?? word
        return name == "pip" || name.hasPrefix("pip3") || name == "uv"
    }
}

/// The dependencies of a conda environment: `- deltalake=0.18.2` and what stands under `- pip:`.
enum CondaEnvironment {
    static func read(_ lines: [String], _ path: String, _ collector: inout MetadataCollector) {
        var isInside = false
        var pipIndent: Int?
        for (index, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            var text = RuleSyntax.trimmed(line)
            if let comment = text.firstIndex(of: "#") { text = RuleSyntax.trimmed(text[..<comment]) }
            if text.isEmpty { continue }
            guard text.hasPrefix("-") else {
                isInside = text == "dependencies:"
                pipIndent = nil
                continue
            }
            guard isInside else { continue }
            let item = RuleSyntax.trimmed(text.dropFirst()).filter { $0 != "\"" && $0 != "'" }
            if let pip = pipIndent, indent <= pip { pipIndent = nil }
            if item == "pip:" {
                pipIndent = indent
            } else if pipIndent != nil {
                if !item.hasPrefix("-"), !item.contains("/") { collector.add(requirement: item, path, index + 1) }
            } else {
                add(item, path, index + 1, &collector)
            }
        }
    }

    /// True for `numpy=1.23.5=py310hd5efca6_0`, as `conda list --export` writes requirements, and `numpy=1.23`.
    static func isExported(_ text: String) -> Bool {
        guard let sign = text.firstIndex(where: { "=<>!~".contains($0) }), text[sign] == "=" else { return false }
        return !text.contains("==") && !text.contains("/")
            && !text[..<sign].contains(where: { $0 == " " || $0 == "-" && $0 == text.first })
    }

    static func add(_ item: String, _ path: String, _ line: Int, _ collector: inout MetadataCollector) {
        // `conda-forge::deltalake=0.18.2=py312_0`: channel, name, version, build.
        let item = item.split(separator: ":").last.map(String.init) ?? item
        let name = item.prefix { !"=<>!~ ".contains($0) }
        var versions = RuleSyntax.trimmed(item.dropFirst(name.count))
        if versions.hasPrefix("="), !versions.hasPrefix("==") {
            let version = versions.dropFirst().prefix { $0 != "=" }
            // `=0.18` holds every 0.18; three numbers name the release itself.
            let isExact = version.split(separator: ".").count >= 3
            versions = "==\(version)" + (isExact || version.hasSuffix("*") ? "" : ".*")
        }
        if name == "python" {
            collector.add(python: versions, path, line)
        } else if let range = SpecifierSet(versions) {
            collector.add(Requirement(name: String(name), range: range), path, line)
        }
    }
}
