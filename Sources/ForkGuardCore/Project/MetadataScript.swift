/// The metadata that a script carries in a comment of its own (PEP 723): `requires-python` and `dependencies` between
/// `# /// script` and `# ///`.
enum ScriptMetadata {
    /// How far into a file the block is looked for: licences and a docstring may stand before it.
    static let head = 1 << 13

    /// The block as TOML with the lines of the file, so that every line of it has the file's number; `nil`: there is none.
    static func block(in bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var isInside = false
        for line in MetadataText.lines(of: bytes) {
            let text = line.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
            if isInside {
                guard let first = text.first, first == "#" else { return nil }
                if String(text) == "# ///" { return result }
                let rest = text.dropFirst()
                guard rest.isEmpty || rest.first == " " else { return nil }
                result += Array(String(rest.dropFirst()).utf8)
            } else if String(text) == "# /// script" {
                isInside = true
            }
            result.append(0x0A)
        }
        return nil
    }

    /// What the block of a file says; `nil`: it has none.
    static func statements(in bytes: [UInt8], path: String) -> [MetadataStatement]? {
        guard let block = block(in: bytes) else { return nil }
        var collector = MetadataCollector()
        do {
            let root = try TomlNode.parse(block)
            if let python = root["requires-python"], let text = python.string {
                collector.add(python: text, path, python.line)
            }
            for element in root["dependencies"]?.elements ?? [] {
                if let text = element.string { collector.add(requirement: text, path, element.line) }
            }
        } catch {
            collector.report(path, error.line, "its script metadata is not TOML: \(error.message)")
        }
        return collector.statements
    }
}

extension ProjectMetadata {
    /// What holds for a script that says itself what it runs with: what its folder pins is not installed there. The folder's
    /// Python is the best guess where the script names none.
    static func script(_ statements: [MetadataStatement], in folder: ProjectMetadata) -> ProjectMetadata {
        var result = assembled(statements)
        result.python = result.python ?? folder.python
        return result
    }
}
