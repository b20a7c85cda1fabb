import PythonSyntax

/// What is in force for a scan, and where each value comes from: files first, flags over them.
public struct Configuration: Sendable {
    /// The files that were read, the nearest first.
    public private(set) var files: [String] = []
    /// The nearest first.
    private var values: [Setting: [SettingValue]] = [:]
    /// The folder of the nearest file, absolute; `nil` where none was read.
    public private(set) var folder: String?
    private var lines: [Setting: [(text: String, line: Int, path: String)]] = [:]

    public init() {}

    /// The configuration for what is named by `paths`: that of the nearest file at or above the folder that holds
    /// them all, with what it extends.
    ///
    /// - Parameter file: the file to read instead, if one was named.
    public static func discover(for paths: [String], file: String?) throws(CatalogError) -> Configuration {
        let here = Folders.working
        if let file { return try load(Folders.resolved(file), from: here, isNamed: true) }
        var folder = commonFolder(of: paths, here)
        while true {
            for name in ConfigurationFile.names {
                let path = Folders.join(folder, name)
                guard FileSystem.exists(PathCoding.bytes(of: path)) else { continue }
                let found = try load(path, from: here, isNamed: false)
                if !found.files.isEmpty { return found }
            }
            if folder == "/" || !folder.hasPrefix("/") { return Configuration() }
            folder = Folders.parent(of: folder)
        }
    }

    /// The folder that holds all that is named; the working folder for standard input.
    private static func commonFolder(of paths: [String], _ here: String) -> String {
        var common: [Substring]?
        for path in paths where path != "-" {
            let real = Folders.resolved(path)
            let isFolder = (try? FileSystem.kind(of: PathCoding.bytes(of: real))) == .folder
            let parts = (isFolder ? real : Folders.parent(of: real)).split(separator: "/")
            guard let known = common else {
                common = parts
                continue
            }
            common = zip(known, parts).prefix { $0 == $1 }.map(\.0)
        }
        return common.map { "/" + $0.joined(separator: "/") } ?? here
    }

    private static func load(_ path: String, from here: String, isNamed: Bool) throws(CatalogError) -> Configuration {
        var result = Configuration()
        var next: String? = path
        var seen: Set<String> = []
        while let current = next {
            let shown = Folders.shown(current, from: here)
            guard let file = try ConfigurationFile.read(current, shown: shown) else {
                if isNamed || !result.files.isEmpty {
                    throw ConfigurationFile.problem(shown, 0, .missingSection("[tool.forkguard]"))
                }
                return result
            }
            seen.insert(current)
            result.lay(under: file)
            next = nil
            if case .text(let base)? = file.values[.extend]?.content {
                let target = Folders.resolved(Folders.join(file.folder, base))
                let line = file.lines[.extend]?.first?.line ?? 0
                if seen.contains(target) {
                    throw ConfigurationFile.problem(
                        shown, line, .contradiction("leads back to \(Folders.shown(target, from: here))"), "extend")
                }
                if !FileSystem.exists(PathCoding.bytes(of: target)) {
                    throw ConfigurationFile.problem(
                        shown, line, .contradiction("there is no file \(Printable.path(target))"), "extend")
                }
                next = target
            }
        }
        return result
    }

    /// Adds what a file sets, below what nearer files do.
    private mutating func lay(under file: ConfigurationFile) {
        let selectsAnew = values[.select] != nil
        files.append(file.path)
        if folder == nil { folder = file.folder }
        for (setting, value) in file.values {
            // A nearer `select` starts anew: what a base added to its own, or left out of it, concerns that alone.
            if selectsAnew, Self.belongsToSelect.contains(setting) { continue }
            values[setting, default: []].append(value)
            lines[setting, default: []] += (file.lines[setting] ?? []).map { ($0.text, $0.line, file.path) }
        }
    }

    /// Lays a flag over what the files say; `select` before what goes with it.
    public mutating func set(_ setting: Setting, _ content: SettingValue.Content) {
        if setting == .select { Self.belongsToSelect.forEach { values[$0] = nil } }
        let value = SettingValue(content, origin: .flag(setting.key), folder: Folders.working)
        values[setting, default: []].insert(value, at: 0)
    }

    private static let belongsToSelect: [Setting] = [.extendSelect, .ignore]

    // MARK: Values

    /// The values that count, the nearest first: of settings that only add to others all, of the others one.
    public func inForce(_ setting: Setting) -> [SettingValue] {
        let all = values[setting] ?? []
        return setting.addsUp ? all : Array(all.prefix(1))
    }

    /// True if the value in force was given on the command line.
    func isFlag(_ setting: Setting) -> Bool {
        if case .flag? = inForce(setting).first?.origin { true } else { false }
    }

    public func texts(_ setting: Setting) -> [String] {
        inForce(setting).flatMap { value in
            if case .texts(let texts) = value.content { texts } else { [] as [String] }
        }
    }

    public func text(_ setting: Setting) -> String? {
        if case .text(let text)? = inForce(setting).first?.content { text } else { nil }
    }

    public func flag(_ setting: Setting) -> Bool {
        if case .flag(let value)? = inForce(setting).first?.content { value } else { false }
    }

    /// The paths of a setting, each relative to the working folder where it lies below.
    public func paths(_ setting: Setting) -> [String] {
        let here = Folders.working
        return inForce(setting).flatMap { value in
            let given: [String]
            switch value.content {
            case .text(let text): given = [text]
            case .texts(let texts): given = texts
            case .flag, .ignores: given = []
            }
            if case .flag = value.origin { return given }
            return given.map { Folders.shown(Folders.resolved(Folders.join(value.folder, $0)), from: here) }
        }
    }

    /// Patterns with the folder that they count from.
    public func patterns(_ setting: Setting) -> [AnchoredPatterns] {
        inForce(setting).map { value in
            guard case .texts(let texts) = value.content else {
                return AnchoredPatterns(folder: value.folder, lines: [])
            }
            return AnchoredPatterns(folder: value.folder, lines: texts)
        }
    }

    // MARK: Options

    /// Fills in what configuration and flags say of a scan.
    ///
    /// - Throws: a value that is none, with the file and line that have it.
    public func apply(to options: inout ScanOptions, checks: [CheckPage]) throws(CatalogError) {
        for setting in [Setting.select, .extendSelect, .ignore, .perFileIgnores] { try check(setting, checks) }
        options.select = texts(.select)
        options.extendSelect = texts(.extendSelect)
        options.ignore = texts(.ignore)
        options.excludes = patterns(.exclude) + patterns(.extendExclude)
        options.forcesExclude = flag(.forceExclude)
        options.respectsBareNoqa = flag(.respectBareNoqa)
        options.platform = text(.platform).flatMap(Platform.init(rawValue:)) ?? .linux
        if let text = text(.targetVersion) {
            guard let version = PythonVersion(text), version >= .oldest, version <= .newest else {
                let allowed = "a Python version from \(PythonVersion.oldest) to \(PythonVersion.newest)"
                throw problem(.targetVersion, text, .contradiction("`\(text)` is not \(allowed)"))
            }
            options.targetVersion = version
        }
    }

    /// Every word of a file's list must be a rule.
    private func check(_ setting: Setting, _ checks: [CheckPage]) throws(CatalogError) {
        for (word, line, path) in lines[setting] ?? [] {
            do throws(RuleSelectionError) {
                _ = try RuleSelection(select: [word], ignore: [], checks: checks)
            } catch {
                throw ConfigurationFile.problem(path, line, .contradiction("\(error)"), setting.key)
            }
        }
    }

    private func problem(_ setting: Setting, _ text: String, _ mistake: CatalogProblem.Mistake) -> CatalogError {
        let place = lines[setting]?.first { $0.text == text }
        return ConfigurationFile.problem(place?.path ?? "--\(setting.key)", place?.line ?? 0, mistake, setting.key)
    }

    public var minSeverity: Level { text(.minSeverity).flatMap(Level.init(rawValue:)) ?? .note }
    public var failOn: Level { text(.failOn).flatMap(Level.init(rawValue:)) ?? .error }

    /// What each setting is and where from: `forkguard config`.
    public func listing() -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.line(
            files.isEmpty
                ? "# no configuration file; these are the defaults"
                : "# from " + files.map(Printable.path).joined(separator: ", which extends "))
        for setting in Setting.all where setting != .extend {
            let found = inForce(setting)
            if found.isEmpty { buffer.line("# \(setting.key): \(setting.fallback)") }
            for value in found { buffer.line("\(setting.key) = \(Self.toml(value))  # \(value.origin)") }
        }
        return buffer
    }

    private static func toml(_ value: SettingValue) -> String {
        switch value.content {
        case .text(let text): quoted(text)
        case .flag(let flag): flag ? "true" : "false"
        case .texts(let texts): list(texts)
        case .ignores(let ignores):
            "{ " + ignores.map { "\(quoted($0.pattern)) = \(list($0.codes))" }.joined(separator: ", ") + " }"
        }
    }

    private static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return writer.buffer.text
    }
}

/// Patterns in the syntax of `.gitignore`, and the absolute folder that they count from.
public struct AnchoredPatterns: Sendable, Equatable {
    public var folder: String
    public var lines: [String]

    public init(folder: String, lines: [String]) {
        self.folder = folder
        self.lines = lines
    }

    var file: IgnoreFile {
        IgnoreFile(
            folder: PathCoding.bytes(of: folder),
            patterns: lines.compactMap { IgnorePattern(line: PathCoding.bytes(of: $0)[...]) })
    }
}
