/// The modules of Swift that the scanned files belong to: the files of one target see all of each other's globals.
///
/// A target is a folder below `Sources`, `Tests`, `Plugins` and the like of a package, as Swift Package Manager has it; elsewhere
/// the files of a folder are taken for one. A file that runs statements at top level and is not called `main.swift` is a
/// program by itself.
struct SwiftTargets {
    fileprivate struct Target {
        var name: String
        /// The package's folder, with a trailing slash; empty: the working directory.
        var package: String
        var modules: [Int32] = []
        /// It stands in no folder for targets: a part of a whole that nothing here tells the parts of.
        var isLoose = false
        /// C is among its files.
        var hasShims = false
        /// Files that declare a global of that name.
        var declarations: [Symbol: [Int32]] = [:]
        /// Extensions by the dotted path of the type that they extend.
        var extensions: [String: [ClassDefinition]] = [:]
        /// Extensions by the names of their members.
        var extensionMembers: [Symbol: [ClassDefinition]] = [:]
        /// Dotted paths of the types declared.
        var types: [String: Int32] = [:]
    }

    private var targets: [Target] = []
    /// Target of each file; -1 for files of Python.
    private var targetOfModule: [Int] = []
    /// Targets of the program that each file imports.
    private var imports: [[Int]] = []
    private var byName: [String: [Int]] = [:]
    /// Targets that each target comes to by imports.
    private var reach: [Set<Int>] = []

    init() {}

    init(_ modules: [Program.Module]) {
        guard modules.contains(where: { $0.language == .swift }) else { return }
        var index: [String: Int] = [:]
        for (id, module) in modules.enumerated() {
            guard module.language == .swift else {
                targetOfModule.append(-1)
                continue
            }
            let isShim = SourceFile.isShim(module.path)
            let home =
                isShim
                ? SwiftLayout.home(ofShim: module.path)
                : SwiftLayout.home(of: module.path, isProgram: module.isScript)
            let target = index[home.key] ?? targets.count
            if target == targets.count {
                index[home.key] = target
                let isLoose = !isShim && home.key.hasSuffix("/")
                targets.append(Target(name: home.name, package: home.package, isLoose: isLoose))
                byName[home.name, default: []].append(target)
            }
            targetOfModule.append(target)
            targets[target].add(Int32(id), module)
            targets[target].hasShims = targets[target].hasShims || isShim
        }
        for (id, module) in modules.enumerated() { imports.append(importedTargets(id, module)) }
        findReach()
    }

    /// Which targets each imports, and which those import.
    private mutating func findReach() {
        reach = [Set<Int>](repeating: [], count: targets.count)
        for (id, own) in targetOfModule.enumerated() where own >= 0 { reach[own].formUnion(imports[id]) }
        let direct = reach
        for start in reach.indices {
            var waiting = Array(direct[start])
            while let next = waiting.popLast() {
                for other in direct[next] where reach[start].insert(other).inserted { waiting.append(other) }
            }
        }
    }

    private func importedTargets(_ id: Int, _ module: Program.Module) -> [Int] {
        guard targetOfModule[id] >= 0 else { return [] }
        var result: Set<Int> = []
        for op in module.facts.ops where op.kind == .importModule {
            if let target = target(named: module.facts.strings[Int(op.a)], from: id) { result.insert(target) }
        }
        if SourceFile.isShim(module.path) {
            // C includes headers by their names: those of the package's other C targets.
            let package = targets[targetOfModule[id]].package
            result.formUnion(targets.indices.filter { targets[$0].hasShims && targets[$0].package == package })
        }
        result.remove(targetOfModule[id])
        return result.sorted()
    }

    /// The target that an import means: of the same package, or the only one of that name.
    private func target(named name: String, from module: Int) -> Int? {
        guard let known = byName[name] else { return nil }
        let package = targets[targetOfModule[module]].package
        return known.first { targets[$0].package == package } ?? (known.count == 1 ? known[0] : nil)
    }

    // MARK: Reading

    var isEmpty: Bool { targets.isEmpty }
    var all: Range<Int> { targets.indices }

    /// The target of a file of Swift, or of C beside it.
    func target(of module: Int32) -> Int? { own(module) }

    /// True where code of a target may get at values of types of another one.
    func sees(_ other: Int, from target: Int) -> Bool {
        if other == target || reach[target].contains(other) { return true }
        guard targets[other].isLoose else { return false }
        return targets[target].isLoose || targets[other].package.hasPrefix(targets[target].package)
    }

    /// Files, other than itself, that may declare the global that a name in a file means: of its own target first.
    func homes(of name: Symbol, seenFrom module: Int32) -> [Int32] {
        guard let own = own(module) else { return [] }
        var result = targets[own].declarations[name]?.filter { $0 != module } ?? []
        for other in imports[Int(module)] { result += targets[other].declarations[name] ?? [] }
        return result
    }

    /// Files that declare a global `name` of the target that a file knows as `target`.
    func homes(of name: Symbol, inTarget target: String, from module: Int32) -> [Int32] {
        guard own(module) != nil, let found = self.target(named: target, from: Int(module)) else { return [] }
        return targets[found].declarations[name] ?? []
    }

    /// False where the importer is of another package than the target.
    func isSamePackage(_ target: String, from module: Int32) -> Bool {
        guard let own = own(module), let found = self.target(named: target, from: Int(module)) else { return false }
        return targets[found].package == targets[own].package
    }

    /// All files that running code of a file may come to.
    func reached(from module: Int32) -> [Int32] {
        guard let own = own(module) else { return [] }
        var result = Set(targets[own].modules)
        for other in imports[Int(module)] { result.formUnion(targets[other].modules) }
        result.remove(module)
        return result.sorted()
    }

    /// The extensions of a type, by the targets that see it.
    func extensions(of path: String, declaredIn module: Int32) -> [ClassDefinition] {
        guard let home = own(module), targets[home].types[path] != nil else { return [] }
        var result: [ClassDefinition] = []
        for (index, target) in targets.enumerated() {
            for name in [path, targets[home].name + "." + path] {
                for definition in target.extensions[name] ?? []
                where index == home || imports[Int(definition.module)].contains(home) && target.types[path] == nil {
                    result.append(definition)
                }
            }
        }
        return result
    }

    /// The extensions, of whatever type, that a file sees and that have a member of that name.
    func extensions(having name: Symbol, seenFrom module: Int32) -> [ClassDefinition] {
        guard let own = own(module) else { return [] }
        var result = targets[own].extensionMembers[name] ?? []
        for other in imports[Int(module)] { result += targets[other].extensionMembers[name] ?? [] }
        return result
    }

    /// The file that declares the type which an extension in a file extends.
    func home(ofType path: String, extendedIn module: Int32) -> Int32? {
        guard let own = own(module) else { return nil }
        for target in [own] + imports[Int(module)] {
            if let home = targets[target].types[path] { return home }
            let prefix = targets[target].name + "."
            if path.hasPrefix(prefix), let home = targets[target].types[String(path.dropFirst(prefix.count))] {
                return home
            }
        }
        return nil
    }

    private func own(_ module: Int32) -> Int? {
        guard Int(module) < targetOfModule.count, targetOfModule[Int(module)] >= 0 else { return nil }
        return targetOfModule[Int(module)]
    }
}

extension SwiftTargets.Target {
    fileprivate mutating func add(_ id: Int32, _ module: Program.Module) {
        modules.append(id)
        var names: Set<Symbol> = []
        for function in module.facts.functions
        where function.enclosingFunction == .max && function.enclosingClass == .max && !function.isLambda {
            names.insert(module.symbols[Int(function.name)])
        }
        for binding in module.facts.bindings where !binding.isAttribute {
            names.insert(module.symbols[Int(binding.name)])
        }
        for (index, definition) in module.facts.classes.enumerated() where definition.enclosingFunction == .max {
            if definition.role == .extension {
                let path = module.facts.strings[Int(definition.name)]
                extensions[path, default: []].append(ClassDefinition(module: id, index: index))
                continue
            }
            types[definition.qualifiedName] = types[definition.qualifiedName] ?? id
            if !definition.qualifiedName.contains(".") { names.insert(module.symbols[Int(definition.name)]) }
        }
        for function in module.facts.functions where function.enclosingClass != .max {
            let owner = Int(function.enclosingClass)
            guard module.facts.classes[owner].role == .extension else { continue }
            let definition = ClassDefinition(module: id, index: owner)
            let name = module.symbols[Int(function.name)]
            if extensionMembers[name]?.last != definition { extensionMembers[name, default: []].append(definition) }
        }
        for name in names { declarations[name, default: []].append(id) }
    }
}

/// Where Swift files stand in packages, by their paths alone.
enum SwiftLayout {
    private static let sourceFolders: Set<Substring> = [
        "Sources", "Source", "src", "srcs", "Tests", "Plugins", "Benchmarks", "Snippets",
    ]

    /// The target of a file: a key that its files share, its name, and the package's folder.
    static func home(of path: String, isProgram: Bool) -> (key: String, name: String, package: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let file = parts.last ?? ""
        // The last such folder that has a folder below it: packages stand within packages.
        let folders = parts.dropLast()
        if let at = folders.lastIndex(where: { sourceFolders.contains($0) }) {
            let package = parts[..<at].map { $0 + "/" }.joined()
            if at + 1 < folders.endIndex {
                return (folders[...(at + 1)].joined(separator: "/"), String(parts[at + 1]), package)
            }
            return (folders[...at].joined(separator: "/"), String(parts[at]), package)
        }
        let folder = folders.joined(separator: "/")
        let package = folder.isEmpty ? "" : folder + "/"
        if isProgram, file != "main.swift" { return (path, String(file.prefix { $0 != "." }), package) }
        return (folder + "/", folders.last.map(String.init) ?? "", package)
    }
}

extension SwiftLayout {
    /// Folders of a C target that are no target by themselves.
    private static let innerFolders: Set<Substring> = ["include", "src", "srcs", "inc"]

    /// As `home(of:)`, of a file of C.
    static func home(ofShim path: String) -> (key: String, name: String, package: String) {
        let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let isTarget = { (index: Int) in
            sourceFolders.contains(folders[index]) && !innerFolders.contains(folders[index])
                && index + 1 < folders.endIndex
        }
        if let at = folders.indices.last(where: isTarget) {
            let package = folders[..<at].map { $0 + "/" }.joined()
            return (folders[...(at + 1)].joined(separator: "/"), String(folders[at + 1]), package)
        }
        var rest = folders
        while let last = rest.last, innerFolders.contains(last) { rest.removeLast() }
        let folder = rest.joined(separator: "/")
        let package = rest.dropLast().map { $0 + "/" }.joined()
        return (folder + "/", rest.last.map(String.init) ?? "", package)
    }
}

extension Program {
    /// True for C that is read beside Swift.
    func isShim(_ module: Int32) -> Bool { SourceFile.isShim(modules[Int(module)].path) }

    func isSwift(_ module: Int32) -> Bool { modules[Int(module)].language == .swift }

    var languages: Set<SourceLanguage> { Set(modules.map(\.language)) }
}
