/// One thing that a project can settle about its scans: the one home of its key, its flag and its words.
///
/// The keys of configuration files, the help of the flags, `forkguard config` and the table in
/// docs/configuration.md all come from here.
public struct Setting: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case text
        case texts
        case flag
        case choice([String])
        /// A file or folder; relative to the file that names it.
        case path
        case paths
        /// Patterns, as lines of a `.gitignore`; relative to the file that names them.
        case patterns
        /// A table from patterns to rules.
        case ignoresByPattern
    }

    /// In a configuration file; the flag is the same after two dashes.
    public let key: String
    public let kind: Kind
    /// What stands for a value in help.
    public let valueName: String
    public let help: String
    /// What holds where nothing is set, in words.
    public let fallback: String

    public static func == (left: Self, right: Self) -> Bool { left.key == right.key }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension Setting {
    public static let extend = Setting(
        key: "extend", kind: .path, valueName: "file",
        help: "Configuration that this one builds on; what is set here outranks it.", fallback: "none")
    public static let select = Setting(
        key: "select", kind: .texts, valueName: "codes",
        help: "Rules to check: codes, prefixes, names or ALL, comma-separated.",
        fallback: "every rule that is not marked (off)")
    public static let extendSelect = Setting(
        key: "extend-select", kind: .texts, valueName: "codes", help: "Rules to check beside those selected.",
        fallback: "none")
    public static let ignore = Setting(
        key: "ignore", kind: .texts, valueName: "codes", help: "Rules to leave out, written as for select.",
        fallback: "none")
    public static let perFileIgnores = Setting(
        key: "per-file-ignores", kind: .ignoresByPattern, valueName: "glob:codes",
        help: "Rules to leave out in the files that a pattern matches.", fallback: "none")
    public static let respectBareNoqa = Setting(
        key: "respect-bare-noqa", kind: .flag, valueName: "",
        help: "Let a `# noqa` that names no rule keep findings back, too.", fallback: "false")
    public static let exclude = Setting(
        key: "exclude", kind: .patterns, valueName: "glob",
        help: "Leave out what matches, as a line of .gitignore would. Repeatable.", fallback: "none")
    public static let extendExclude = Setting(
        key: "extend-exclude", kind: .patterns, valueName: "glob", help: "Leave out this, too. Repeatable.",
        fallback: "none")
    public static let forceExclude = Setting(
        key: "force-exclude", kind: .flag, valueName: "", help: "Let exclusions hold for files that are named, too.",
        fallback: "false")
    public static let targetVersion = Setting(
        key: "target-version", kind: .text, valueName: "version",
        help: "Python version that the code runs on, such as 3.12.",
        fallback: "the lowest that requires-python admits, otherwise 3.13")
    public static let platform = Setting(
        key: "platform", kind: .choice(Platform.allCases.map(\.rawValue)), valueName: "platform",
        help: "System that the code runs on: linux or darwin.", fallback: "linux")
    public static let src = Setting(
        key: "src", kind: .paths, valueName: "dir",
        help: "Folders that are the project: read where no path is named, and around the files named.",
        fallback: "the project's root")
    public static let minSeverity = Setting(
        key: "min-severity", kind: .choice(Level.allCases.map(\.rawValue)), valueName: "level",
        help: "Lowest level that is reported: note, warning or error.", fallback: "note")
    public static let failOn = Setting(
        key: "fail-on", kind: .choice(["error", "warning"]), valueName: "level",
        help: "Lowest level that ends with 1: error or warning.", fallback: "error")
    public static let rules = Setting(
        key: "rules", kind: .paths, valueName: "dir", help: "Add the rule files of a folder. Repeatable.",
        fallback: "none")
    public static let baseline = Setting(
        key: "baseline", kind: .path, valueName: "file",
        help: "File of findings that are known and not reported again.", fallback: "none")

    /// True where values of several files count together.
    var addsUp: Bool {
        [Self.extendSelect, .ignore, .perFileIgnores, .extendExclude, .rules].contains(self)
    }

    /// In the order of the documentation.
    public static let all = [
        select, extendSelect, ignore, perFileIgnores, respectBareNoqa, exclude, extendExclude, forceExclude, src,
        targetVersion, platform, minSeverity, failOn, baseline, rules, extend,
    ]

    /// The table of docs/configuration.md; a test compares the two.
    public static var documentation: String {
        var lines = ["| key | value | meaning | by default |", "|---|---|---|---|"]
        for setting in all {
            lines.append("| `\(setting.key)` | \(setting.kind.words) | \(setting.help) | \(setting.fallback) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Setting.Kind {
    /// What a value is, in words.
    var words: String {
        switch self {
        case .text: "a string"
        case .texts: "an array of strings"
        case .flag: "true or false"
        case .choice(let names): names.map { "`\"\($0)\"`" }.joined(separator: ", ")
        case .path: "a path"
        case .paths: "an array of paths"
        case .patterns: "an array of patterns"
        case .ignoresByPattern: "a table from patterns to arrays of rules"
        }
    }
}

/// A value of a setting and where it was set.
public struct SettingValue: Sendable, Equatable {
    public enum Content: Sendable, Equatable {
        case text(String)
        case flag(Bool)
        case texts([String])
        case ignores([PatternIgnores])
    }

    public var content: Content
    public var origin: Origin
    /// Absolute folder that paths and patterns count from.
    public var folder: String

    public init(_ content: Content, origin: Origin, folder: String) {
        self.content = content
        self.origin = origin
        self.folder = folder
    }

    public enum Origin: Sendable, Equatable, CustomStringConvertible {
        case file(path: String, line: Int)
        case flag(String)

        public var description: String {
            switch self {
            case .file(let path, let line): "\(Printable.path(path)):\(line)"
            case .flag(let name): "--\(name)"
            }
        }
    }
}

/// Rules that are left out in files that a pattern matches.
public struct PatternIgnores: Sendable, Equatable {
    public var pattern: String
    public var codes: [String]

    public init(pattern: String, codes: [String]) {
        self.pattern = pattern
        self.codes = codes
    }
}
