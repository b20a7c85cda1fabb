/// Chooses the files that a finding can come from, so that only those are parsed.
///
/// A hazard is met on a run that begins in some file and reaches, through imports, a file that can fork and
/// a file that can touch. Both show in their bytes, by the words the rules give; so does what a file
/// imports. Selected is all that such a run can reach: the result is that of reading everything.
struct FileSelection {
    var files: [SourceFile]
    let catalog: Catalog
    /// Forks are findings by themselves (FG201): no touch is asked for.
    var wantsForks = false
    let jobs: Int?

    /// Indices in `files`, ascending.
    func selected() -> [Int] {
        let swift = files.indices.filter { files[$0].isSwift }
        guard !swift.isEmpty else { return selectedPython() }
        let shims = files.indices.filter { files[$0].isShim }
        let python = files.indices.filter { !files[$0].isSwift && !files[$0].isShim }
        var others = self
        others.files = python.map { files[$0] }
        let chosen = others.selectedPython().map { python[$0] }
        var selection = SwiftSelection(files: swift.map { files[$0] }, catalog: catalog, wantsForks: wantsForks)
        let words = selection.words
        var looks = each(swift) { [selection] in selection.look(at: files[$0], words) }
        let imported = Set(looks.flatMap(\.imports))
        let homes = shims.map { SwiftLayout.home(ofShim: files[$0].path) }
        let packages = Set(homes.filter { imported.contains($0.name) }.map(\.package))
        let near = zip(shims, homes).filter { packages.contains($1.package) }.map(\.0)
        let known = ShimSelection(files: near.map { files[$0] }, words: words.shim).selected()
        selection.files += known.map { files[near[$0.file]] }
        looks += known.map(\.look)
        let all = swift + known.map { near[$0.file] }
        return (chosen + selection.selected(looks).map { all[$0] }).sorted()
    }

    private func selectedPython() -> [Int] {
        let forkWords = WordFilter(Self.forkWords(catalog))
        let touchWords = WordFilter(Self.touchWords(catalog))
        let servers = WordFilter(
            Set(catalog.launchers.flatMap { [$0.config?.command?.program, $0.startedBy?.program].compactMap { $0 } }))
        // Of a program that starts such a server by its words.
        let switches = WordFilter(
            catalog.launchers.flatMap { $0.config?.command?.needs ?? [] }.map { "--" + $0.parameter })
        let ownWords = WordFilter(["forkguard:", "noqa: FG", "noqa:FG"])
        let marks = each(files.indices.map { $0 }) { index in
            let isSettings = files[index].isSettings
            guard let bytes = try? files[index].read() else { return Marks(isWanted: !isSettings) }
            if isSettings {
                guard servers.matches(bytes) else { return Marks(isWanted: false) }
                let facts = SettingsFacts.extract(from: bytes, path: files[index].path)
                let starts = ServerCommand.starts(in: facts, catalog)
                let folder = ModuleResolver.folder(of: files[index].path)
                return Marks(
                    isWanted: !starts.isEmpty || Self.startsWorkers(facts, catalog),
                    serves: starts.contains(where: \.forks),
                    settings: starts.flatMap { $0.settingsPaths(from: folder) })
            }
            let serves = servers.matches(bytes) && switches.matches(bytes)
            return Marks(
                forks: forkWords.matches(bytes), touches: wantsForks || touchWords.matches(bytes),
                isWanted: files[index].isNamed || ownWords.matches(bytes) || serves
                    || Self.isConfig(files[index].path, catalog),
                serves: serves)
        }
        var isSelected = marks.map(\.isWanted)
        // A server's settings fork whatever application they are for.
        let named = Set(marks.flatMap(\.settings))
        let settings =
            named.isEmpty ? [] : files.indices.filter { named.contains(ServerSettings.normalized(files[$0].path)) }
        for index in settings { isSelected[index] = true }
        let configs = settings + files.indices.filter { Self.isConfig(files[$0].path, catalog) }
        let servesApps =
            settings.contains(where: mayFork) || configs.count > settings.count || marks.contains(where: \.serves)
        if servesApps || marks.contains(where: \.forks), marks.contains(where: \.touches) {
            let graph = imports(servesApps: servesApps)
            let reaches = { (isGoal: (Marks) -> Bool) in
                Self.closure(of: marks.indices.filter { isGoal(marks[$0]) }, graph.importers)
            }
            let forking = servesApps ? marks.map { _ in true } : reaches(\.forks)
            let touching = reaches(\.touches)
            // What switches a server's forks on may be imported by its settings.
            let starts = marks.indices.filter { forking[$0] && touching[$0] } + configs
            let reached = Self.closure(of: starts, graph.imported)
            for index in files.indices where reached[index] { isSelected[index] = true }
        }
        return files.indices.filter { isSelected[$0] }
    }

    /// True for a file of settings that makes a server fork: `gunicorn.conf.py`.
    static func isConfig(_ path: String, _ catalog: Catalog) -> Bool {
        catalog.launchers.contains { $0.config.map { ServerSettings.isNamed(path, like: $0) } == true }
    }

    /// True where a file that a command line names as its server's settings speaks of importing before the fork, or
    /// imports something itself: the workers are forked from where its code runs.
    private func mayFork(_ index: Int) -> Bool {
        guard let bytes = try? files[index].read() else { return false }
        let words = catalog.launchers.compactMap { $0.config?.setting }.filter { !$0.isEmpty }
        return WordFilter(Set(words + ["import"])).matches(bytes)
    }

    private struct Marks: Sendable {
        var forks = false
        var touches = false
        /// To be parsed whatever it imports: named by the user, or it speaks to forkguard, or it cannot be read.
        var isWanted = false
        /// Starts a server that forks.
        var serves = false
        /// Where the settings of servers that it starts may lie.
        var settings: [String] = []
    }

    private static func startsWorkers(_ facts: ModuleFacts, _ catalog: Catalog) -> Bool {
        catalog.launchers.contains { $0.startedBy.map { !ServerCommand.forks($0, in: facts).isEmpty } ?? false }
    }

    // MARK: Words

    /// A file that forks names the function, or the module that a short name is found in.
    static func forkWords(_ catalog: Catalog) -> Set<String> {
        var words: Set<String> = []
        for launcher in catalog.launchers where launcher.kind == .fork && launcher.language == .python {
            let name = launcher.name.split(separator: ".").last.map(String.init) ?? launcher.name
            let module = RuleIndex.top(launcher.name)
            if let mark = launcher.config?.testMark { words.insert(".\(SeedNames.last(mark))") }
            if modulesOfEverybody.contains(module) {
                words.insert(name)
            } else if let argument = launcher.foundBy {
                words.insert(argument)
            } else {
                words.insert(name.utf8.count >= 12 ? name : module)
            }
        }
        for family in catalog.families { words.formUnion(family.modules + [family.id]) }
        return words
    }

    /// What forks in them is told by its own name.
    private static let modulesOfEverybody: Set<String> = ["os", "pty", "ctypes"]

    static func touchWords(_ catalog: Catalog) -> Set<String> {
        Set(
            catalog.libraries.filter { $0.language == .python }.flatMap {
                $0.imports + $0.aliases.keys.map(RuleIndex.top)
            })
    }

    // MARK: Imports

    /// Top-level names that an absolute import means even where a file beside it has that name.
    static func outsideNames(_ catalog: Catalog) -> Set<String> {
        var names = Native.standardLibrary.union(touchWords(catalog).map(RuleIndex.top))
        names.formUnion(catalog.launchers.map { RuleIndex.top($0.name) })
        return names
    }

    /// Files whose imports are held as words at a time.
    private static let filesAtOnce = 1024

    /// - Parameter servesApps: a server forks; what Django's then imports counts as well.
    private func imports(servesApps: Bool) -> (imported: [[Int32]], importers: [[Int32]]) {
        let django = WordFilter(servesApps ? ImportScan.djangoNames : [])
        let applications = WordFilter(servesApps ? [ImportScan.applications] : [])
        let dynamic = WordFilter(ImportScan.loaders)
        let finder = WordFilter([ImportScan.taskFinder])
        let plugins = WordFilter(ImportScan.pluginFinders)
        let look = { @Sendable (index: Int) -> Look in
            guard !files[index].isSettings, let bytes = try? files[index].read() else { return Look() }
            let isDynamic = dynamic.matches(bytes)
            let readsStrings = isDynamic || servesApps && django.matches(bytes)
            let imports = bytes.withUnsafeBufferPointer { ImportScan.imports(in: $0, readsStrings: readsStrings) }
            return Look(
                imports: imports, findsTasks: isDynamic && finder.matches(bytes),
                findsPlugins: isDynamic && plugins.matches(bytes),
                listsApplications: servesApps && applications.matches(bytes))
        }
        let tasks = files.indices.filter { files[$0].path.hasSuffix(ImportScan.tasksFile) }.map(Int32.init)
        let paths = files.map(\.path)
        let resolver = ModuleResolver(paths: paths, outside: Self.outsideNames(catalog))
        var imported: [[Int32]] = []
        var importers = [[Int32]](repeating: [], count: files.count)
        var conftests: [String: Int32] = [:]
        for (index, path) in paths.enumerated() where path == "conftest.py" || path.hasSuffix("/conftest.py") {
            conftests[ModuleResolver.folder(of: path)] = Int32(index)
        }
        // Not all at once: what files import takes more room in words than in numbers.
        for start in stride(from: 0, to: files.count, by: Self.filesAtOnce) {
            let part = Array(start..<min(start + Self.filesAtOnce, files.count))
            for (index, found) in zip(part, each(part, look)) {
                let path = paths[index]
                var targets = Set(found.imports.flatMap { Self.targets($0, path, resolver) })
                if found.listsApplications {
                    targets.formUnion(found.imports.flatMap { Self.parts(ofApplication: $0, path, resolver) })
                }
                if found.findsTasks { targets.formUnion(tasks) }
                if found.findsPlugins {
                    for package in targets + [Int32(index)] {
                        targets.formUnion(resolver.submodules(of: .module(package)))
                    }
                }
                targets.formUnion(Self.packages(around: path, resolver))
                targets.formUnion(Self.conftests(of: path, conftests))
                targets.remove(Int32(index))
                imported.append(Array(targets))
                for target in targets { importers[Int(target)].append(Int32(index)) }
            }
        }
        return (imported, importers)
    }

    private struct Look: Sendable {
        var imports: [ImportScan.Import] = []
        var findsTasks = false
        var findsPlugins = false
        var listsApplications = false
    }

    /// What Django imports of an application that its settings name: `"shop"`, or `"shop.apps.ShopConfig"`.
    private static func parts(
        ofApplication item: ImportScan.Import, _ path: String, _ resolver: ModuleResolver
    ) -> [Int32] {
        guard item.level == 0, item.names.isEmpty else { return [] }
        let package = item.module.firstRange(of: ".apps.").map { String(item.module[..<$0.lowerBound]) } ?? item.module
        return ImportScan.applicationParts.compactMap { part in
            if case .module(let id) = resolver.resolve(package + "." + part, from: path) { id } else { nil }
        }
    }

    static func targets(_ item: ImportScan.Import, _ path: String, _ resolver: ModuleResolver) -> [Int32] {
        var result: [Int32] = []
        var base: ModuleResolver.Resolution
        if item.level > 0 {
            base = resolver.resolveRelative(item.module, level: item.level, from: path)
            if case .module(let id) = base { result.append(id) }
        } else {
            base = .outside
            var prefix = ""
            for part in item.module.split(separator: ".") {
                prefix += prefix.isEmpty ? part : "." + part
                base = resolver.resolve(prefix, from: path)
                if case .module(let id) = base { result.append(id) }
            }
        }
        for name in item.names {
            if name == ImportScan.everything {
                result += resolver.submodules(of: base)
            } else if case .module(let id) = resolver.submodule(name, of: base) {
                result.append(id)
            }
        }
        return result
    }

    /// Importing a module runs the packages that it stands in.
    static func packages(around path: String, _ resolver: ModuleResolver) -> [Int32] {
        var result: [Int32] = []
        var folder = ModuleResolver.folder(of: path)
        while !folder.isEmpty {
            folder.removeLast()
            guard let package = resolver.package(at: folder) else { break }
            result.append(package)
            folder = ModuleResolver.folder(of: folder)
        }
        return result
    }

    /// pytest runs the conftest modules above a test.
    private static func conftests(of path: String, _ known: [String: Int32]) -> [Int32] {
        guard !known.isEmpty else { return [] }
        let file = path.split(separator: "/").last ?? ""
        guard file.hasPrefix("test") || file.hasSuffix("_test.py") || file == "conftest.py" else { return [] }
        var result: [Int32] = []
        var folder = ModuleResolver.folder(of: path)
        while true {
            if let id = known[folder] { result.append(id) }
            guard !folder.isEmpty else { return result }
            folder.removeLast()
            folder = ModuleResolver.folder(of: folder)
        }
    }

    private static func closure(of starts: [Int], _ edges: [[Int32]]) -> [Bool] {
        var result = [Bool](repeating: false, count: edges.count)
        var queue = starts
        for start in starts { result[start] = true }
        while let index = queue.popLast() {
            for next in edges[index] where !result[Int(next)] {
                result[Int(next)] = true
                queue.append(Int(next))
            }
        }
        return result
    }

    /// Maps `items` on as many threads as there are processors, in order.
    private func each<Result: Sendable>(_ items: [Int], _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
        ParallelMap.map(items.count, jobs: jobs) { body(items[$0]) }
    }
}
