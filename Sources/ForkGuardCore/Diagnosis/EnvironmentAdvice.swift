/// Environment variables that change what a fork does, and what their values mean: `rules/environment` knows them.
enum EnvironmentAdvice {
    static func lines(_ environment: (String) -> String?, _ catalog: Catalog) -> [MachineReport.Line] {
        catalog.variables.compactMap { variable in
            guard let value = environment(variable.name), let row = variable.row(for: value) else { return nil }
            return MachineReport.Line(
                topic: "environment", mark: row.mark, text: "\(variable.name)=\(value): \(variable.meaning)",
                advice: row.advice)
        }
    }
}

/// Settings of servers and test runners, in the files of one folder, that load a program before they fork:
/// `rules/settings` knows them.
enum ConfigurationAdvice {
    static func lines(in folder: [UInt8], _ catalog: Catalog) -> [MachineReport.Line] {
        let names = ((try? FileSystem.list(folder)) ?? []).filter { $0.kind == .file }.map(\.name)
        return names.flatMap { name -> [MachineReport.Line] in
            let file = String(decoding: name, as: UTF8.self)
            guard catalog.settings.contains(where: { $0.concerns(file) }),
                let bytes = try? FileSystem.read(folder + [0x2F] + name, limit: 1 << 20)
            else { return [] }
            return lines(of: file, String(decoding: bytes, as: UTF8.self), catalog)
        }
    }

    /// One line of a file that is no comment.
    private struct Line {
        var number: Int
        var section: String
        /// Without signs of assignment and quotes; the first may be a key.
        var words: [Substring]
    }

    /// What one file says: a note for every line that a setting means, and one at most for a section's keys.
    static func lines(of file: String, _ text: String, _ catalog: Catalog) -> [MachineReport.Line] {
        let lines = read(text)
        var notes: [(number: Int, setting: ProjectSetting)] = []
        for setting in catalog.settings where setting.concerns(file) {
            for pattern in setting.lines {
                let isHarmless = lines.contains { isSet(pattern.unlessSet, $0, pattern.section) }
                var met = isHarmless ? [] : lines.filter { matches(pattern, $0) }
                if !pattern.section.isEmpty { met = Array(met.prefix(1)) }
                for line in met where !notes.contains(where: { $0.number == line.number && $0.setting == setting }) {
                    notes.append((line.number, setting))
                }
            }
        }
        return notes.sorted { ($0.number, $0.setting.name) < ($1.number, $1.setting.name) }.map {
            MachineReport.Line(
                topic: "configuration", mark: .note, text: "\(file):\($0.number): \($0.setting.meaning)",
                advice: $0.setting.advice)
        }
    }

    private static func read(_ text: String) -> [Line] {
        var section = ""
        var lines: [Line] = []
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = RuleSyntax.trimmed(raw)
            if line.hasPrefix("#") || line.hasPrefix(";") { continue }
            if line.hasPrefix("["), let end = line.firstIndex(of: "]") { section = String(line[..<end].dropFirst()) }
            let words = line.split { " \t=\"',[]".contains($0) }
            lines.append(Line(number: index + 1, section: section, words: words))
        }
        return lines
    }

    private static func matches(_ pattern: ProjectSetting.Line, _ line: Line) -> Bool {
        func has(_ word: String) -> Bool { line.words.contains { $0 == word } }
        guard let first = line.words.first, pattern.section.isEmpty || pattern.section == line.section,
            pattern.keys.isEmpty || pattern.keys.contains(String(first)),
            pattern.values.isEmpty || line.words.dropFirst().first.map { pattern.values.contains(String($0)) } == true
        else { return false }
        return pattern.has.allSatisfy(has) && !pattern.without.contains(where: has)
    }

    private static func isSet(_ keys: [String], _ line: Line, _ section: String) -> Bool {
        guard let first = line.words.first, keys.contains(String(first)), section == line.section,
            let value = line.words.dropFirst().first
        else { return false }
        return value == "true" || value == "1"
    }
}
