import ArgumentParser
import ForkGuardCore

/// The flags that stand for settings: each has a key in configuration files, too.
struct SettingFlags: ParsableArguments {
    @Option(parsing: .singleValue, help: Setting.select.flagHelp) var select: [String] = []
    @Option(parsing: .singleValue, help: Setting.extendSelect.flagHelp) var extendSelect: [String] = []
    @Option(parsing: .singleValue, help: Setting.ignore.flagHelp) var ignore: [String] = []
    @Option(parsing: .singleValue, help: Setting.perFileIgnores.flagHelp) var perFileIgnores: [String] = []
    @Flag(help: Setting.respectBareNoqa.flagHelp) var respectBareNoqa = false
    @Option(parsing: .singleValue, help: Setting.exclude.flagHelp) var exclude: [String] = []
    @Option(parsing: .singleValue, help: Setting.extendExclude.flagHelp) var extendExclude: [String] = []
    @Flag(help: Setting.forceExclude.flagHelp) var forceExclude = false
    @Option(parsing: .singleValue, help: Setting.src.flagHelp) var src: [String] = []
    @Option(help: Setting.targetVersion.flagHelp) var targetVersion: String?
    @Option(help: Setting.platform.flagHelp) var platform: String?
    @Option(help: Setting.minSeverity.flagHelp) var minSeverity: String?
    @Option(help: Setting.failOn.flagHelp) var failOn: String?
    @Option(help: Setting.baseline.flagHelp) var baseline: String?
    @Option(parsing: .singleValue, help: Setting.rules.flagHelp) var rules: [String] = []

    @Option(
        help: ArgumentHelp("Read this configuration file and no other.", valueName: "file"))
    var config: String?

    /// Builds on another file; `--config` names the whole.
    @Option(help: ArgumentHelp("Configuration that the one found builds on.", valueName: "file", visibility: .hidden))
    var extend: String?

    @Flag(help: "Read no configuration and no metadata of the project.")
    var isolated = false

    /// What is in force for what is named.
    func configuration(for paths: [String]) throws -> Configuration {
        var configuration = Configuration()
        if let file = config ?? extend {
            configuration = try Configuration.discover(for: paths, file: file)
        } else if !isolated {
            configuration = try Configuration.discover(for: paths, file: nil)
        }
        let lists: [(Setting, [String])] = [
            (.select, select.flatMap(Self.words)), (.extendSelect, extendSelect.flatMap(Self.words)),
            (.ignore, ignore.flatMap(Self.words)), (.exclude, exclude), (.extendExclude, extendExclude), (.src, src),
            (.rules, rules),
        ]
        for (setting, texts) in lists where !texts.isEmpty { configuration.set(setting, .texts(texts)) }
        let texts: [(Setting, String?)] = [
            (.targetVersion, targetVersion), (.platform, platform), (.minSeverity, minSeverity), (.failOn, failOn),
            (.baseline, baseline),
        ]
        for (setting, text) in texts {
            guard let text else { continue }
            if case .choice(let names) = setting.kind, !names.contains(text) {
                throw ValidationError("--\(setting.key) is one of \(names.joined(separator: ", ")), not `\(text)`")
            }
            configuration.set(setting, .text(text))
        }
        for (setting, isGiven) in [(Setting.forceExclude, forceExclude), (.respectBareNoqa, respectBareNoqa)]
        where isGiven { configuration.set(setting, .flag(true)) }
        if !perFileIgnores.isEmpty {
            configuration.set(.perFileIgnores, .ignores(try perFileIgnores.map(Self.ignores)))
        }
        return configuration
    }

    static func words(_ list: String) -> [String] {
        list.split { $0 == "," || $0 == " " }.map(String.init)
    }

    private static func ignores(_ text: String) throws -> PatternIgnores {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex else {
            throw ValidationError("`\(text)` is not GLOB:CODES, such as `tests/*:FG101,FG104`")
        }
        let codes = words(String(text[text.index(after: colon)...]))
        guard !codes.isEmpty else { throw ValidationError("`\(text)` names no rule after its colon") }
        return PatternIgnores(pattern: String(text[..<colon]), codes: codes)
    }
}

extension Setting {
    /// The words of the flag.
    var flagHelp: ArgumentHelp { ArgumentHelp(stringLiteral: help).named(valueName) }
}

extension ArgumentHelp {
    fileprivate func named(_ name: String) -> ArgumentHelp {
        var result = self
        if !name.isEmpty { result.valueName = name }
        return result
    }
}

/// What a scan writes, and where.
struct OutputFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to report.", valueName: "format"))
    var format: ReportFormat?

    /// ruff's spelling.
    @Option(name: .customLong("output-format"), help: .hidden)
    var outputFormat: ReportFormat?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Write a report to a file, beside that on standard output. Repeatable.",
            valueName: "format=file"),
        transform: FileOutput.init(argument:))
    var output: [FileOutput] = []

    @Flag(help: "Count the findings of each rule instead of showing them.")
    var statistics = false

    @Flag(help: "End with 0 whatever was found.")
    var exitZero = false

    @Flag(help: "End with 2 where a file has a syntax error, and show it.")
    var errorOnParseFailure = false

    @Flag(help: "List the files that would be scanned, and scan none.")
    var showFiles = false

    @Flag(name: [.customShort("q"), .long], help: "Show findings and nothing else.")
    var quiet = false

    @Flag(name: [.customShort("v"), .long], help: "Say on standard error what is read and what it took.")
    var verbose = false

    mutating func validate() throws {
        for (index, file) in output.enumerated() where output[..<index].contains(where: { $0.path == file.path }) {
            throw ValidationError("two reports are to go to \(file.path)")
        }
    }

    var chosenFormat: ReportFormat { format ?? outputFormat ?? .text }
}

/// A report that goes to a file.
struct FileOutput {
    var format: ReportFormat
    var path: String

    init(argument: String) throws {
        guard let equals = argument.firstIndex(of: "="),
            let format = ReportFormat(argument: String(argument[..<equals]))
        else {
            let names = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("`\(argument)` is not FORMAT=FILE with one of the formats \(names)")
        }
        self.format = format
        path = String(argument[argument.index(after: equals)...])
        guard !path.isEmpty else { throw ValidationError("`\(argument)` names no file") }
    }
}

extension ReportFormat: ExpressibleByArgument {
    /// ruff calls its report for people `full`.
    public init?(argument: String) { self.init(rawValue: argument == "full" ? "text" : argument) }
}
