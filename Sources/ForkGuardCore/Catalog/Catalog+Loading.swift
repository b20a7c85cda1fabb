extension Catalog {
    /// Reads folders that hold `libraries/*.toml`, `launchers/*.toml`, `environment/*.toml`, `settings/*.toml` and
    /// `checks/*.md`.
    ///
    /// All mistakes of all files are thrown together. Within a folder a name stands once; a later folder's
    /// rule replaces an earlier one of the same name.
    ///
    /// - Parameter base: rules whose codes and families the files may refer to; they are not in the result.
    public static func load(
        directories: [String], upon base: Catalog = .builtIn
    ) throws(CatalogError) -> Catalog {
        let sink = ProblemSink()
        var result = Catalog()
        for directory in directories {
            guard CatalogFiles.isFolder(directory) else {
                sink.report(directory, line: 0, key: "", .unreadable(reason: "no such folder"))
                continue
            }
            var folder = FolderReader(directory: directory, sink: sink)
            folder.read()
            folder.checkReferences(upon: base.adding(result))
            result = result.adding(folder.catalog)
        }
        try sink.check()
        return result
    }

    /// Returns this catalogue with the other's rules; where both have a rule of one name, the other's counts.
    public func adding(_ other: Catalog) -> Catalog {
        var sum = self
        sum.libraries = merged(libraries, other.libraries) { $0.id }
        sum.launchers = merged(launchers, other.launchers) { $0.name }
        sum.families = merged(families, other.families) { $0.id }
        sum.pathEnds = merged(pathEnds, other.pathEnds) { $0.name }
        sum.applications = merged(applications, other.applications) { $0.name }
        sum.projects = merged(projects, other.projects) { $0.name }
        sum.plainModules = Set(plainModules + other.plainModules).sorted()
        sum.dataModules = Set(dataModules + other.dataModules).sorted()
        sum.equivalents.merge(other.equivalents) { $1 }
        sum.checks = merged(checks, other.checks) { $0.code.text }
        sum.variables = merged(variables, other.variables) { $0.name }
        sum.settings = merged(settings, other.settings) { $0.name }
        sum.launcherFiles = merged(launcherFiles, other.launcherFiles) { $0.id }
        return sum
    }

    private func merged<Rule>(_ mine: [Rule], _ theirs: [Rule], by name: (Rule) -> String) -> [Rule] {
        let replaced = Set(theirs.map(name))
        return (mine.filter { !replaced.contains(name($0)) } + theirs).sorted { name($0) < name($1) }
    }
}

/// Reads one folder of rule files.
private struct FolderReader {
    let directory: String
    let sink: ProblemSink
    var catalog = Catalog()
    /// Where each name was first met: file and line.
    private var seen: [String: (path: String, line: Int)] = [:]
    private var codeUses: [(code: RuleCode, path: String, line: Int)] = []
    private var familyUses: [(family: String, path: String, line: Int)] = []

    init(directory: String, sink: ProblemSink) {
        self.directory = directory
        self.sink = sink
    }

    mutating func read() {
        forEachToml(in: "libraries") { reader, name, folder in
            guard let rule = LibraryRule(reading: reader, fileName: name) else { return }
            folder.catalog.libraries.append(rule)
            folder.codeUses.append((rule.code, reader.path, reader.line(of: "code")))
        }
        forEachToml(in: "launchers") { reader, name, folder in folder.readLaunchers(reader, name) }
        forEachToml(in: "environment") { reader, name, folder in
            if let variable = EnvironmentVariable(reading: reader, fileName: name) {
                folder.catalog.variables.append(variable)
            }
        }
        forEachToml(in: "settings") { reader, name, folder in
            if let setting = ProjectSetting(reading: reader, fileName: name) {
                folder.catalog.settings.append(setting)
            }
        }
        for file in CatalogFiles.names(in: "\(directory)/checks", endingIn: ".md") {
            let path = "\(directory)/checks/\(file)"
            guard let text = text(of: path) else { continue }
            guard let page = CheckPage(path: path, fileName: String(file.dropLast(3)), text: text, sink: sink)
            else { continue }
            register("check \(page.name)", page.name, path, 1)
            catalog.checks.append(page)
        }
    }

    func checkReferences(upon base: Catalog) {
        let known = base.adding(catalog)
        for use in codeUses where !known.checks.contains(where: { $0.code == use.code }) {
            if RuleSyntax.isCode(use.code.text) {
                sink.report(use.path, line: use.line, key: "code", .codeWithoutPage(use.code.text))
            }
        }
        for use in familyUses where !known.families.contains(where: { $0.id == use.family }) {
            sink.report(use.path, line: use.line, key: "launcher.method.family", .unknownFamily(use.family))
        }
    }

    private mutating func readLaunchers(_ file: TableReader, _ name: String) {
        let language: SourceLanguage = file.choice("language", default: .python) ?? .python
        var shared: [(launcher: String, source: String, line: Int)] = []
        var launchers: [LauncherRule] = file.tables("launcher") { table in
            var rule = LauncherRule(reading: table)
            rule.language = language
            register("launcher \(rule.name)", rule.name, file.path, table.line(of: "name"), "launcher.name")
            if case .family(let family, _) = rule.method {
                familyUses.append((family, file.path, table.line(of: "method")))
            }
            if let other = table.optionalString("tasks_of") {
                shared.append((rule.name, other, table.line(of: "tasks_of")))
            }
            return rule
        }
        let families: [StartMethodFamily] = file.tables("family") { table in
            let family = StartMethodFamily(reading: table)
            register("family \(family.id)", family.id, file.path, table.line(of: "id"), "family.id")
            return family
        }
        let ends: [PathEnd] = file.tables("path_end") { table in
            let end = PathEnd(reading: table)
            register("end \(end.name)", end.name, file.path, table.line(of: "name"), "path_end.name")
            return end
        }
        catalog.applications += file.tables("application") { table in
            let application = ApplicationRule(reading: table)
            register(
                "application \(application.name)", application.name, file.path, table.line(of: "name"),
                "application.name")
            return application
        }
        catalog.projects += file.tables("project") { table in
            let project = ProjectRule(reading: table)
            register("project \(project.name)", project.name, file.path, table.line(of: "name"), "project.name")
            return project
        }
        catalog.plainModules = Set(catalog.plainModules + file.strings("plain_modules")).sorted()
        catalog.dataModules = Set(catalog.dataModules + file.strings("data_modules")).sorted()
        catalog.equivalents.merge(LibraryRule.renames(file, "same_as")) { $1 }
        for (name, source, line) in shared {
            guard let source = launchers.first(where: { $0.name == source }) else {
                file.report(line: line, "launcher.tasks_of", .unknownValue(source, allowed: launchers.map(\.name)))
                continue
            }
            for index in launchers.indices where launchers[index].name == name {
                launchers[index].takeTasks(of: source)
            }
        }
        let (instead, inChild) = (file.optionalString("instead"), file.optionalString("in_child"))
        for index in launchers.indices where launchers[index].kind == .fork {
            launchers[index].instead = launchers[index].instead ?? instead
            launchers[index].inChild = launchers[index].inChild ?? inChild
        }
        catalog.launchers += launchers
        catalog.families += families
        catalog.pathEnds += ends
        let forks = launchers.contains { $0.kind == .fork }
        catalog.launcherFiles.append(
            LauncherFile(
                id: name, summary: file.string("summary"), evidence: LibraryRule.evidence(file),
                programs: forks || file.has("program") ? RuleProgram.list(file) : []))
    }

    private mutating func register(
        _ identity: String, _ name: String, _ path: String, _ line: Int, _ key: String = ""
    ) {
        guard let first = seen[identity] else {
            seen[identity] = (path, line)
            return
        }
        sink.report(
            path, line: line, key: key,
            first.path == path
                ? .duplicate(name: name, firstLine: first.line)
                : .duplicateAcrossFiles(name: name, other: "\(first.path):\(first.line)"))
    }

    private mutating func forEachToml(
        in folder: String, _ body: (TableReader, String, inout FolderReader) -> Void
    ) {
        for file in CatalogFiles.names(in: "\(directory)/\(folder)", endingIn: ".toml") {
            let path = "\(directory)/\(folder)/\(file)"
            guard let text = text(of: path) else { continue }
            do {
                let root = try TomlNode.parse(Array(text.utf8))
                let reader = TableReader(path: path, prefix: "", node: root, sink: sink)
                body(reader, String(file.dropLast(5)), &self)
                reader.finish()
            } catch {
                sink.report(path, line: error.line, key: "", .notToml(error.message))
            }
        }
    }

    private func text(of path: String) -> String? {
        do {
            return String(decoding: try CatalogFiles.read(path), as: UTF8.self)
        } catch {
            sink.report(path, line: 0, key: "", .unreadable(reason: error.description))
            return nil
        }
    }
}
