/// Packages and files of the scanned projects that bear the name of a library that rules speak of, and are none:
/// a project's own `datasets/`, or `datasets.py`.
///
/// A package that defines, or imports, a name the rules know of the library is taken to be the library's own source.
/// A single file beside the importer is what Python would import.
struct LocalPackages {
    /// Top-level names by source root.
    private var names: [String: Set<String>] = [:]
    /// Dotted names of their modules, of packages that stand in one place alone: a folder that a program puts on its path.
    private var modules: Set<String> = []

    init(program: Program, rules: RuleIndex) {
        for (id, module) in program.modules.enumerated()
        where !module.name.contains(".") && module.language == .python && rules.isRoot(module.name) {
            let isOwn =
                module.isPackage
                ? !Self.isLibrary(Int32(id), program, known: rules.members(of: module.name))
                : Self.isShadow(Int32(id), program)
            if isOwn { names[module.root, default: []].insert(module.name) }
        }
        noteFolders(program, rules)
        guard !names.isEmpty else { return }
        for module in program.modules where module.name.contains(".") {
            let top = RuleIndex.top(module.name)
            guard names[module.root]?.contains(top) == true, names.values.count(where: { $0.contains(top) }) == 1 else {
                continue
            }
            modules.insert(module.name)
        }
    }

    /// Folders without `__init__.py` (`datasets/`): their modules are found by their dotted names. The folder's name alone stands
    /// for the library, beside which a folder of data is common; whoever imports finds out whether its modules are meant.
    private mutating func noteFolders(_ program: Program, _ rules: RuleIndex) {
        var found: [String: Set<String>] = [:]
        var isLibrary: Set<String> = []
        for module in program.modules where module.language == .python && !module.isStub {
            let parts = module.path.split(separator: "/").map(String.init)
            for (index, part) in parts.dropLast().enumerated() where rules.isRoot(part) {
                let folder = parts[...index].joined(separator: "/")
                guard program.module(inFolder: folder) == nil else { continue }
                var inside = parts[index...].map { $0.hasSuffix(".py") ? String($0.dropLast(3)) : $0 }
                if inside.last == "__init__" { inside.removeLast() }
                if inside.count > 1, rules.members(of: part).contains(inside[1]) { isLibrary.insert(folder) }
                found[folder, default: []].insert(inside.joined(separator: "."))
            }
        }
        for (folder, own) in found where !isLibrary.contains(folder) {
            modules.formUnion(own.filter { $0.contains(".") })
        }
    }

    /// True when a module that imports `name` gets the project's own package.
    func holds(_ name: String, for importer: Program.Module) -> Bool {
        if names.isEmpty, modules.isEmpty { return false }
        return names[importer.root]?.contains(RuleIndex.top(name)) == true || modules.contains(name)
    }

    /// False for a file of the standard library's own, and for one that imports that name itself, as `proj/celery.py` in a
    /// folder without `__init__.py`: it has another path.
    private static func isShadow(_ id: Int32, _ program: Program) -> Bool {
        if program.modules[Int(id)].isStub || program.imports(anyOf: [program.modules[Int(id)].name], in: id) {
            return false
        }
        if case .module = program.resolve("os", from: id) { return false }
        return true
    }

    private static func isLibrary(_ id: Int32, _ program: Program, known: Set<String>) -> Bool {
        // A submodule may be what the rules speak of: `concurrent.futures`.
        let name = program.modules[Int(id)].name
        return names(known, in: id, program)
            || known.contains { program.resolve(name + "." + $0, from: id) != .outside }
    }

    /// True for a module that defines or imports one of the names, itself or by `import *` of others.
    private static func names(_ known: Set<String>, in id: Int32, _ program: Program) -> Bool {
        var queue = [id]
        var seen: Set<Int32> = [id]
        while let id = queue.popLast() {
            let facts = program.modules[Int(id)].facts
            for op in facts.ops where op.kind == .importFrom {
                // `from torch.utils.data import Dataset` in a package `datasets` is another library's.
                let source = program.source(of: op, in: facts, from: id)
                if op.flags == 0, source == .outside { continue }
                for index in facts.list(op.b) {
                    let alias = facts.ops[Int(index)]
                    let name = facts.strings[Int(alias.b == .max ? alias.a : alias.b)]
                    if known.contains(name) { return true }
                    guard name == "*" else { continue }
                    // What is compiled may have any name.
                    guard case .module(let other) = source else { return true }
                    if seen.insert(other).inserted { queue.append(other) }
                }
            }
            let bound = facts.bindings.lazy.filter { !$0.isAttribute }.map(\.name)
            let functions = facts.functions.lazy.filter { $0.enclosingFunction == .max }.map(\.name)
            let classes = facts.classes.lazy.filter { $0.name != .max }.map(\.name)
            let isNamed = { (name: UInt32) in name != .max && known.contains(facts.strings[Int(name)]) }
            if bound.contains(where: isNamed) || functions.contains(where: isNamed) || classes.contains(where: isNamed)
            {
                return true
            }
        }
        return false
    }
}
