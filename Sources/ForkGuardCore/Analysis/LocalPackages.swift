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
        guard !names.isEmpty else { return }
        for module in program.modules where module.name.contains(".") {
            let top = RuleIndex.top(module.name)
            guard names[module.root]?.contains(top) == true, names.values.count(where: { $0.contains(top) }) == 1 else {
                continue
            }
            modules.insert(module.name)
        }
    }

    /// True when a module that imports `name` gets the project's own package.
    func holds(_ name: String, for importer: Program.Module) -> Bool {
        if names.isEmpty { return false }
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
        let facts = program.modules[Int(id)].facts
        for op in facts.ops where op.kind == .importFrom {
            for index in facts.list(op.b) {
                let alias = facts.ops[Int(index)]
                let name = facts.strings[Int(alias.b == .max ? alias.a : alias.b)]
                if name == "*" || known.contains(name) { return true }
            }
        }
        if facts.bindings.contains(where: { !$0.isAttribute && known.contains(facts.strings[Int($0.name)]) }) {
            return true
        }
        return facts.functions.contains { $0.enclosingFunction == .max && known.contains(facts.strings[Int($0.name)]) }
            || facts.classes.contains { $0.name != .max && known.contains(facts.strings[Int($0.name)]) }
            // A submodule may be what the rules speak of: `concurrent.futures`.
            || known.contains { program.resolve(program.modules[Int(id)].name + "." + $0, from: id) != .outside }
    }
}
