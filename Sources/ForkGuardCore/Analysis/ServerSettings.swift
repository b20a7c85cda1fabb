/// The files of Python that set up servers which may fork, and the applications that command lines hand to these:
/// `gunicorn -c conf/prod.py app.main:app`.
struct ServerSettings {
    /// A command line and the file of settings that holds it.
    struct Start {
        var command: ServerCommand
        var home: Int32
    }

    /// The command lines that go with each file of settings, by the launcher.
    private var starts: [Int32: [Int: [Start]]] = [:]
    /// True where some command line forks by its own words.
    private(set) var hasForkingCommands = false
    /// Files of Python that start servers which fork.
    private var starters: Set<Int32> = []

    init(_ program: Program, _ catalog: Catalog) {
        var commands: [Start] = []
        for id in program.modules.indices.map(Int32.init) where SettingsFile.isSettings(program.modules[Int(id)].path) {
            commands += ServerCommand.starts(in: program.modules[Int(id)].facts, catalog).map {
                Start(command: $0, home: id)
            }
        }
        noteStarters(program, catalog)
        hasForkingCommands = commands.contains(where: \.command.forks) || !starters.isEmpty
        for id in program.modules.indices.map(Int32.init) {
            for (launcher, rule) in catalog.launchers.enumerated()
            where rule.config.map({ Self.isNamed(program.modules[Int(id)].path, like: $0) }) == true {
                starts[id, default: [:]][launcher] = []
            }
        }
        guard !commands.isEmpty else { return }
        defer { shareStarts(catalog) }
        var ids: [String: Int32] = [:]
        for id in program.modules.indices { ids[Self.normalized(program.modules[id].path)] = Int32(id) }
        for start in commands { add(start, program, ids) }
    }

    private mutating func noteStarters(_ program: Program, _ catalog: Catalog) {
        let programs = catalog.launchers.compactMap { $0.config?.command?.program }
        guard programs.contains(where: { program.symbols.find($0) != nil }) else { return }
        for id in program.modules.indices where program.modules[id].language == .python {
            guard !SettingsFile.isSettings(program.modules[id].path),
                !ServerCommand.all(inListsOf: program.modules[id].facts, catalog).isEmpty
            else { continue }
            starters.insert(Int32(id))
        }
    }

    /// What forks without preloading is started by the same command lines.
    private mutating func shareStarts(_ catalog: Catalog) {
        for (launcher, rule) in catalog.launchers.enumerated() {
            guard let config = rule.config, config.isLoadedByWorkers,
                let other = catalog.launchers.firstIndex(where: {
                    $0.config?.command != nil && $0.config?.setting == config.setting
                })
            else { continue }
            for (id, known) in starts {
                if let shared = known[other] { starts[id]?[launcher] = shared }
            }
        }
    }

    private mutating func add(_ start: Start, _ program: Program, _ ids: [String: Int32]) {
        let launcher = start.command.launcher
        if start.command.settings != nil {
            let named = start.command.settingsPaths(from: program.folder(of: start.home))
            guard let id = named.lazy.compactMap({ ids[$0] }).first else { return }
            starts[id, default: [:]][launcher, default: []].append(start)
            return
        }
        // The file of the usual name beside the place where the server starts.
        let folder = Self.normalized(program.folder(of: start.home) + (start.command.folder ?? ""))
        for (id, launchers) in starts where launchers[launcher] != nil {
            guard Self.normalized(program.folder(of: id)) == folder else { continue }
            starts[id]?[launcher]?.append(start)
        }
    }

    var isEmpty: Bool { starts.isEmpty }

    func isSettings(_ id: Int32) -> Bool { starts[id] != nil || starters.contains(id) }

    /// The command lines that a server of this kind is started by with these settings; `nil`: they are not its settings.
    func starts(of launcher: Int, with id: Int32) -> [Start]? { starts[id]?[launcher] }

    /// True for `gunicorn.conf.py`.
    static func isNamed(_ path: String, like config: LauncherRule.Config) -> Bool {
        config.files.contains(path.split(separator: "/").last.map(String.init) ?? path)
    }

    /// A path without `.`, and without `..` as far as something stands before it.
    static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}

extension ServerCommand {
    /// Where the file that the command names as its settings may lie, by a normal path: below the folder that holds the
    /// command line, or where the server starts. A path of an image (`/app/conf/prod.py`) is tried without its first folders.
    func settingsPaths(from home: String) -> [String] {
        guard var name = settings else { return [] }
        if name.hasPrefix("file:") { name = String(name.dropFirst(5)) }
        if name.hasPrefix("python:") { name = name.dropFirst(7).replacing(".", with: "/") + ".py" }
        var tails = [name[...]]
        if name.hasPrefix("/") {
            tails = []
            var rest = name.drop { $0 == "/" }
            while true {
                tails.append(rest)
                guard let slash = rest.firstIndex(of: "/") else { break }
                rest = rest[rest.index(after: slash)...]
            }
        }
        let folders = startFolders(from: home)
        return tails.flatMap { tail in folders.map { ServerSettings.normalized($0 + tail) } }
    }

    /// Where the server may start, the likeliest first: the folder that the command names, that of the file which holds the
    /// command, and those above it, since `deploy/start.sh` is mostly run from the project's root.
    func startFolders(from home: String) -> [String] {
        var folders = [home + (folder.map { $0 + "/" } ?? ""), home]
        var rest = home[...]
        for _ in 0..<Self.foldersAbove {
            rest = rest.prefix(rest.count - (rest.hasSuffix("/") ? 1 : 0))
            guard !rest.isEmpty, !rest.hasSuffix(".") else { break }
            rest = rest.lastIndex(of: "/").map { rest[...$0] } ?? ""
            guard rest != "/" else { break }
            folders.append(String(rest))
        }
        return folders
    }

    private static let foldersAbove = 4
}
