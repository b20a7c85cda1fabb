import ForkGuardCore

/// docs/rules.md: the rules' pages, and what is known of libraries and launchers, as one page.
enum RuleReference {
    static func page(_ catalog: Catalog) -> String {
        var lines = [
            "# Rules", "",
            "Made from `rules/` by `make generate`. `forkguard explain CODE` shows a page, `forkguard explain NAME` a library or a launcher,",
            "with the versions, the evidence and programs.", "", "| code | name | level | what it finds |",
            "|---|---|---|---|",
        ]
        for check in catalog.checks {
            let anchor = "\(check.code.text.lowercased())-\(check.name)"
            let level = check.defaultLevel.rawValue + (check.isOptIn ? " (off)" : "")
            lines.append("| [\(check.code.text)](#\(anchor)) | `\(check.name)` | \(level) | \(cell(check.summary)) |")
        }
        for check in catalog.checks { lines += [""] + deeper(check.markdown) }
        lines += ["", "## Libraries", "", "| library | rule | what breaks |", "|---|---|---|"]
        for library in catalog.libraries {
            lines.append(
                "| `\(library.id)` | \(library.code.text) | \(cell(library.title)) \(cell(library.mechanism)) |")
        }
        lines += ["", "## Launchers", "", "What starts processes or threads, and whether it forks.", ""]
        for kind in [LauncherRule.Kind.fork, .execSafe, .inProcess] {
            let names = catalog.launchers.filter { $0.kind == kind }.map { "`\($0.name)`" }
            if !names.isEmpty { lines += ["- \(kind.rawValue): \(names.joined(separator: ", "))"] }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A page whose headings stand one level deeper; what stands in code is none.
    private static func deeper(_ markdown: String) -> [String] {
        var isCode = false
        var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line.hasPrefix("```") { isCode.toggle() }
            return line.hasPrefix("#") && !isCode ? "#" + String(line) : String(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("\n", with: " ") }
}
