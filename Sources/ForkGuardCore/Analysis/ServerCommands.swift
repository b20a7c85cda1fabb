/// A command line or ini section that starts a server.
struct ServerCommand {
    /// Index into the catalog's `launchers`.
    var launcher: Int
    /// The word that names the program.
    var op: UInt32
    /// `package.module` of `package.module:callable`, where the command names it.
    var module: String?
    var callable: String?
    /// What else it may be, where the command names a file by a path of the place that it is deployed to: the path without its
    /// first folders.
    var otherModules: [String] = []
    /// Folder that the server starts from.
    var folder: String?
    /// The file of Python that it takes its settings from, where the command names one.
    var settings: String?
    /// True where it imports its application and then forks, by what the command itself says.
    var forks = false

    /// The commands of a file of settings that fork, in its order.
    static func all(in facts: ModuleFacts, _ catalog: Catalog) -> [ServerCommand] {
        starts(in: facts, catalog).filter(\.forks)
    }

    /// All commands of a file of settings that start a server of a kind that may fork, in its order.
    static func starts(in facts: ModuleFacts, _ catalog: Catalog) -> [ServerCommand] {
        var result: [ServerCommand] = []
        let commands = commands(catalog)
        for statement in facts.list(facts.body) {
            let call = facts.ops[Int(facts.ops[Int(statement)].a)]
            let words = facts.list(call.b).map { ($0, facts.strings[Int(facts.ops[Int($0)].a)]) }
            let isSection =
                facts.strings[Int(facts.ops[Int(call.a)].a)] == SettingsFacts.section
            let names = isSection ? [] : Set(words.map { Self.program($0.1) })
            for (launcher, command) in commands {
                if isSection {
                    if let found = Self.section(words, command, launcher) { result.append(found) }
                } else if names.contains(command.program),
                    let found = Self.options(words, command, besides: Self.environment(of: command, in: facts))
                {
                    result.append(found.options.server(launcher, found.op))
                }
            }
        }
        return result
    }

    /// The commands that fork among the lists of words in a file of Python, which hands them to another program:
    /// `subprocess.run(["gunicorn", "--preload", "app:app"])`. A word that is computed is none of those that matter.
    static func all(inListsOf facts: ModuleFacts, _ catalog: Catalog) -> [ServerCommand] {
        let commands = commands(catalog).filter { facts.strings.contains($0.command.program) }
        guard !commands.isEmpty else { return [] }
        return facts.ops.flatMap { list -> [ServerCommand] in
            guard list.kind == .list || list.kind == .tuple else { return [] }
            let words = facts.list(list.a).map { item in
                let op = facts.ops[Int(item)]
                return (op: item, text: op.kind == .str ? facts.strings[Int(op.a)] : "?")
            }
            return commands.compactMap { launcher, command in
                options(words, command).map { $0.options.server(launcher, $0.op) }
            }
        }.filter(\.forks)
    }

    private static func commands(_ catalog: Catalog) -> [(launcher: Int, command: LauncherRule.Command)] {
        catalog.launchers.enumerated().compactMap { launcher, rule in rule.config?.command.map { (launcher, $0) } }
    }

    /// Whether each command line of a file that starts such a server makes it fork.
    static func forks(_ command: LauncherRule.Command, in facts: ModuleFacts) -> [Bool] {
        facts.list(facts.body).compactMap { statement in
            let call = facts.ops[Int(facts.ops[Int(statement)].a)]
            guard facts.strings[Int(facts.ops[Int(call.a)].a)] != SettingsFacts.section else { return nil }
            let words = facts.list(call.b).map { ($0, facts.strings[Int(facts.ops[Int($0)].a)]) }
            return options(words, command)?.options.forks
        }
    }

    /// The same of the words of one such command; `nil`: it starts no such server.
    static func forks(_ command: LauncherRule.Command, words: [String]) -> Bool? {
        options(words.map { (0, $0) }, command)?.options.forks
    }

    /// `gunicorn` of `/usr/bin/gunicorn` and of `gunicorn.py`.
    private static func program(_ word: String) -> String {
        let name = word.utf8.lastIndex(of: UInt8(ascii: "/")).map { word[word.index(after: $0)...] } ?? word[...]
        return String(name.hasSuffix(".py") ? name.dropLast(3) : name)
    }

    private static func options(
        _ words: [(op: UInt32, text: String)], _ command: LauncherRule.Command,
        besides environment: [(op: UInt32, text: String)] = []
    ) -> (options: CommandOptions, op: UInt32)? {
        guard
            let index = words.firstIndex(where: { program($0.text) == command.program }),
            command.words.isEmpty || words[index...].contains(where: { command.words.contains($0.text) })
        else { return nil }
        var options = CommandOptions(command)
        options.read(environment[...])
        options.forgetPositional()
        options.read(words[(index + 1)...])
        return (options, words[index].op)
    }

    /// The options that a variable of the environment holds: `ENV GUNICORN_CMD_ARGS="--preload"`.
    private static func environment(of command: LauncherRule.Command, in facts: ModuleFacts) -> [(
        op: UInt32, text: String
    )] {
        guard let variable = command.environment else { return [] }
        for statement in facts.list(facts.body) {
            let call = facts.ops[Int(facts.ops[Int(statement)].a)]
            let words = facts.list(call.b).map { (op: $0, text: facts.strings[Int(facts.ops[Int($0)].a)]) }
            guard let index = words.firstIndex(where: { $0.text.drop { $0 == "-" }.hasPrefix(variable) }) else {
                continue
            }
            let given = words[index].text.drop { $0 == "-" }.dropFirst(variable.count)
            guard given.isEmpty || given.first == "=" || given.first == ":" else { continue }
            let first = given.dropFirst()
            return (first.isEmpty ? [] : [(words[index].op, String(first))]) + words[(index + 1)...]
        }
        return []
    }

    private static func section(
        _ words: [(op: UInt32, text: String)], _ command: LauncherRule.Command, _ launcher: Int
    ) -> ServerCommand? {
        let names = command.sections.isEmpty ? [command.program] : command.sections
        guard let name = words.first, names.contains(name.text) else { return nil }
        var options = CommandOptions(command)
        if let key = command.line {
            options.read(Self.words(of: key, in: words.dropFirst())[...])
            // The section says more than this; the line that holds the option is the one to change.
            return options.server(launcher, options.place ?? name.op)
        }
        for word in words.dropFirst() {
            let parts = word.text.split(separator: "=", maxSplits: 1).map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            if let key = parts.first { options.set(key, parts.count > 1 ? parts[1] : "true") }
        }
        return options.server(launcher, name.op)
    }

    /// The words of `key = --option value`, in quotes or brackets and on further lines too.
    private static func words(
        of key: String, in lines: ArraySlice<(op: UInt32, text: String)>
    ) -> [(op: UInt32, text: String)] {
        var result: [(op: UInt32, text: String)] = []
        var isInside = false
        for line in lines {
            var text = line.text[...]
            let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            let rest = text[name.endIndex...].drop { $0 == " " || $0 == "\t" }
            if !name.isEmpty, let sign = rest.first, sign == "=" || sign == ":" {
                isInside = name == key
                text = rest.dropFirst()
            }
            guard isInside else { continue }
            for word in text.split(whereSeparator: { " \t\"',[]".contains($0) }) {
                if word.hasPrefix("#") { break }
                result.append((line.op, String(word)))
            }
        }
        return result
    }
}

/// What a command was given.
private struct CommandOptions {
    private let command: LauncherRule.Command
    /// By name, `_` for the dashes inside.
    private var values: [String: String] = [:]
    private var positional: [String] = []
    private var places: [String: UInt32] = [:]

    init(_ command: LauncherRule.Command) { self.command = command }

    mutating func set(_ name: String, _ value: String) {
        values[name.replacing("-", with: "_")] = value
    }

    /// Where the option stands for which the server forks.
    var place: UInt32? {
        command.needs.lazy.filter(holds).compactMap { places[$0.parameter] }.first
    }

    mutating func read(_ words: ArraySlice<(op: UInt32, text: String)>) {
        var index = words.startIndex
        while index < words.endIndex {
            let (op, word) = words[index]
            index += 1
            guard word.hasPrefix("-"), word.utf8.count > 1 else { positional.append(word); continue }
            let body = word.drop { $0 == "-" }
            if let sign = body.firstIndex(of: "=") {
                set(String(body[..<sign]), String(body[body.index(after: sign)...]))
                continue
            }
            var name = String(body)
            defer { places[name.replacing("-", with: "_")] = op }
            var attached: String?
            if !word.hasPrefix("--") {
                // `-w4`, `-p 4`.
                let letter = String(body.prefix(1))
                attached = body.utf8.count > 1 ? String(body.dropFirst()) : nil
                name = command.short[letter] ?? letter
            }
            if command.bare.contains(name) {
                set(name, "true")
            } else if let attached {
                set(name, attached)
            } else if index < words.endIndex, words[index].text == "-" || !words[index].text.hasPrefix("-") {
                set(name, words[index].text)
                index += 1
            } else {
                set(name, "true")
            }
        }
    }

    /// Only options stand in the environment.
    mutating func forgetPositional() { positional = [] }

    /// True where it forks after it has imported its application.
    var forks: Bool { command.needs.contains(where: holds) && !command.unless.contains(where: holds) }

    func server(_ launcher: Int, _ op: UInt32) -> ServerCommand {
        var result = ServerCommand(launcher: launcher, op: op)
        result.forks = forks
        result.settings = command.settings.lazy.compactMap { values[$0] }.first
        result.folder = command.folder.lazy.compactMap { values[$0] }.first
        let named = command.app.lazy.compactMap { values[$0.replacing("-", with: "_")] }.first
        guard var text = named ?? positional.last(where: Self.isApplication) else { return result }
        // Where it is mounted: `/shop=shop.app:app`.
        if text.hasPrefix("/"), let equals = text.firstIndex(of: "=") {
            text = String(text[text.index(after: equals)...])
        }
        let parts = text.split(separator: ":", maxSplits: 1)
        var module = String(parts.first ?? "")
        if module.hasSuffix(".py") {
            let names = Self.modules(ofFile: module)
            module = names.first ?? module
            result.otherModules = Array(names.dropFirst())
        }
        result.module = module
        if parts.count > 1 { result.callable = String(parts[1].prefix { $0 != "(" && $0 != "." }) }
        return result
    }

    /// `shop.app` of `shop/app.py`, `./shop/app.py` and `%d/shop/app.py`; and `app` besides of `/srv/shop/app.py`.
    private static func modules(ofFile path: String) -> [String] {
        let isElsewhere = path.hasPrefix("/") || path.hasPrefix("%")
        var text = path.dropLast(3)
        // `%d` ends in a slash, as `%(base)` does not.
        if text.hasPrefix("%("), let end = text.firstIndex(of: ")") { text = text[text.index(after: end)...] }
        if text.hasPrefix("%") { text = text.dropFirst(2) }
        var folders = text.split(separator: "/").filter { $0 != "." && $0 != ".." }
        var result = [folders.joined(separator: ".")]
        while isElsewhere, folders.count > 1 {
            folders.removeFirst()
            result.append(folders.joined(separator: "."))
        }
        return result
    }

    /// `package.module:app`, not `0.0.0.0:8000` nor `$PORT`.
    private static func isApplication(_ text: String) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let isModule = parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
            RuleSyntax.isIdentifier($0)
        }
        return isModule && (parts.count == 1 || RuleSyntax.isIdentifier(parts[1].prefix { $0 != "(" && $0 != "." }))
    }

    private func holds(_ condition: ArgumentCondition) -> Bool {
        guard let value = values[condition.parameter] else { return condition.relation == .absent }
        let isOff = ["false", "0", "no", "off"].contains(value.lowercased())
        switch condition.relation {
        case .present: return !isOff
        case .absent: return isOff
        // A number of workers that the environment gives is more than one.
        case .greater(let bound): return Int(value).map { $0 > bound } ?? true
        case .equal(let literal), .known(let literal): return literal == .string(value)
        case .notEqual(let literal): return literal != .string(value)
        case .begins(let text): return value.hasPrefix(text)
        case .instance: return false
        }
    }
}
