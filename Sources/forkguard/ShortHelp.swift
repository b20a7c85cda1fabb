import ArgumentParser
import ForkGuardCore

/// Help that fits a screen, for commands with more options than a screen has lines: those that most runs need, and how
/// to see the rest. `--help-all` and the manual page have every one.
struct ShortHelp {
    /// By a command's name, the options that most runs need; a test looks them up in the whole help.
    static let common: [String: Set<String>] = [
        "scan": [
            "--format", "--select", "--ignore", "--exclude", "--target-version", "--fail-on", "--changed", "--baseline",
            "--write-baseline", "--add-ignores", "--fix", "--unsafe-fixes", "--diff", "--watch", "--config", "--quiet",
            "--help",
        ],
        "facts": ["--output", "--exclude", "--config", "--no-cache", "--jobs", "--quiet", "--help"],
    ]

    /// The page that the arguments ask for; `nil` where they ask for none, or for one that is short by itself.
    static func page(for arguments: [String]) -> String? {
        let words = arguments.prefix { $0 != "--" }
        let isHelp = words.first == "help"
        guard let word = isHelp ? words.dropFirst().first : words.first,
            let command = ForkGuardTool.configuration.subcommands.first(where: {
                $0._commandName == word || $0.configuration.aliases.contains(word)
            })
        else { return nil }
        // Putting the whole together takes milliseconds, which most runs need not wait for.
        func whole() -> String { ForkGuardTool.helpMessage(for: command) }
        guard let names = common[command._commandName] else {
            return words.dropFirst().first == "--help-all" ? whole() : nil
        }
        if words.contains("--help-all") { return whole() }
        guard isHelp || words.contains("--help") || words.contains("-h") else { return nil }
        return shortened(whole(), command._commandName, keeping: names)
    }

    /// The words of an option's line before its help, which may speak of other options.
    private static func spellings(of line: Substring) -> [Substring] {
        var words: [Substring] = []
        for word in line.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false) {
            if word.isEmpty { break }
            words.append(word.last == "," ? word.dropLast() : word)
        }
        return words
    }

    private static func shortened(_ whole: String, _ command: String, keeping names: Set<String>) -> String {
        var sections = whole.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "")
        guard let options = sections.popLast(), let overview = sections.first else { return whole }
        var kept: [Substring] = []
        var left = 0
        var isKept = true
        for line in options {
            if line.hasPrefix("  -") {
                // Spellings stand before the first two blanks that follow them.
                isKept = spellings(of: line).contains { names.contains(String($0)) }
                left += isKept ? 0 : 1
            }
            if isKept { kept.append(line) }
        }
        // The discussion stands between the overview and the usage; it is what the manual page and `--help-all` are for.
        let parts =
            [overview]
            + sections.filter { $0.first?.hasPrefix("USAGE") == true || $0.first?.hasPrefix("ARGUMENTS") == true }
        let texts = (parts + [kept[...]]).map { $0.joined(separator: "\n") }
        return (texts + ["\(left) options more: forkguard \(command) --help-all, or the manual page."]).joined(
            separator: "\n\n")
    }
}
