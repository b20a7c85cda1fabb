/// All scanned modules, linked: identifiers are numbers of one table, functions have one numbering, and
/// imports are resolved to modules.
struct Program {
    var modules: [Module] = []
    var symbols = SymbolTable()
    /// Every function of the program: its module and its index there.
    var functions: [(module: Int32, index: Int)] = []

    struct Module {
        /// As reported.
        var path: String
        /// Dotted name from its source root: `app.jobs.load`.
        var name: String
        /// The folder that holds the top-level package, with a trailing slash (empty: the working directory).
        var root: String
        var isPackage: Bool
        var isStub: Bool
        var isNamed: Bool
        var facts: ModuleFacts
        /// Program-wide symbol of each of the module's strings.
        var symbols: [Symbol]
        var firstFunction: FunctionID
        /// It imports others by strings.
        var importsByName: Bool
    }

    /// Modules by the path of their file.
    private var byPath: [String: Int32] = [:]
    /// Every folder that holds scanned files somewhere below, with a trailing slash.
    private var folders: Set<String> = []
    /// Roots of packages by the top-level package's name, for projects of several source trees.
    private var packageRoots: [String: [String]] = [:]
    private var layout = SourceLayout()

    init(_ inputs: [Input]) {
        layout = SourceLayout(paths: inputs.lazy.map(\.path))
        for input in inputs { add(input) }
    }

    struct Input {
        var path: String
        var isNamed: Bool
        var facts: ModuleFacts
    }

    private mutating func add(_ input: Input) {
        let id = Int32(modules.count)
        let symbols = input.facts.strings.map { self.symbols.intern($0) }
        let placement = layout.placement(of: input.path)
        modules.append(
            Module(
                path: input.path, name: placement.name, root: placement.root, isPackage: placement.isPackage,
                isStub: input.path.hasSuffix(".pyi"), isNamed: input.isNamed, facts: input.facts,
                symbols: symbols, firstFunction: FunctionID(functions.count),
                importsByName: input.facts.strings.contains { $0 == "import_module" || $0 == "__import__" }))
        for index in input.facts.functions.indices { functions.append((id, index)) }
        byPath[input.path] = id
        var folder = input.path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            if !folders.insert(String(folder) + "/").inserted { break }
        }
        if placement.isPackage, !placement.name.contains(".") {
            packageRoots[placement.name, default: []].append(placement.root)
        }
    }

    // MARK: Reading

    func facts(_ function: FunctionID) -> FunctionFacts {
        let place = functions[Int(function)]
        return modules[Int(place.module)].facts.functions[place.index]
    }

    func symbol(_ module: Int32, _ string: UInt32) -> Symbol { modules[Int(module)].symbols[Int(string)] }

    // MARK: Imports

    enum Resolution: Equatable {
        case module(Int32)
        /// A folder without `__init__.py` that holds scanned modules; with a trailing slash.
        case namespace(folder: String)
        case outside
    }

    /// What `import name` finds from `importer`.
    func resolve(_ name: String, from importer: Int32) -> Resolution {
        let module = modules[Int(importer)]
        let path = name.replacing(".", with: "/")
        var namespace = Resolution.outside
        for root in candidateRoots(for: module) {
            switch find(path, in: root) {
            case .module(let id): return .module(id)
            case .namespace(let folder): if namespace == .outside { namespace = .namespace(folder: folder) }
            case .outside: break
            }
        }
        let top = String(name.prefix { $0 != "." })
        if let roots = packageRoots[top], roots.count == 1, case .module(let id) = find(path, in: roots[0]) {
            return .module(id)
        }
        return namespace
    }

    /// A script finds what lies beside it; people also run scripts from the folders above, and keep
    /// packages in `src`.
    private func candidateRoots(for module: Module) -> [String] {
        var result = [module.root]
        var folder = Substring(module.path)
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            // A folder inside a package is on nobody's path.
            if !layout.packages.contains(String(folder)) || folder == module.root.dropLast() {
                result.append(String(folder) + "/")
            }
            result.append(String(folder) + "/src/")
        }
        result.append("")
        result.append("src/")
        return result
    }

    private func find(_ path: String, in root: String) -> Resolution {
        let full = root + path
        for suffix in ["/__init__.py", ".py", "/__init__.pyi", ".pyi"] {
            if let id = byPath[full + suffix] { return .module(id) }
        }
        return folders.contains(full + "/") ? .namespace(folder: full + "/") : .outside
    }

    func submodule(_ name: String, of resolution: Resolution) -> Resolution {
        switch resolution {
        case .module(let id):
            modules[Int(id)].isPackage ? find(name, in: folder(of: id)) : .outside
        case .namespace(let folder): find(name, in: folder)
        case .outside: .outside
        }
    }

    /// The folder of a module's file, with a trailing slash; empty for the working directory.
    func folder(of module: Int32) -> String {
        let path = modules[Int(module)].path
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[...slash])
    }

    /// The `__init__` of a folder, without a trailing slash.
    func module(inFolder folder: String) -> Int32? {
        byPath[folder + "/__init__.py"] ?? byPath[folder + "/__init__.pyi"]
    }

    /// What `from ..name import` means in `importer`.
    func resolveRelative(_ name: String?, level: Int, from importer: Int32) -> Resolution {
        var folder = folder(of: importer)
        for _ in 1..<max(level, 1) {
            guard !folder.isEmpty else { return .outside }
            folder.removeLast()
            folder = folder.lastIndex(of: "/").map { String(folder[...$0]) } ?? ""
        }
        if let name, !name.isEmpty { return find(name.replacing(".", with: "/"), in: folder) }
        for suffix in ["__init__.py", "__init__.pyi"] {
            if let id = byPath[folder + suffix] { return .module(id) }
        }
        return .namespace(folder: folder)
    }
}

/// Where files stand in packages: which folders have an `__init__.py`.
struct SourceLayout {
    /// Folders that are packages, without a trailing slash.
    var packages: Set<String> = []

    init() {}

    init(paths: some Sequence<String>) {
        for path in paths {
            for suffix in ["/__init__.py", "/__init__.pyi"] where path.hasSuffix(suffix) {
                packages.insert(String(path.dropLast(suffix.count)))
            }
        }
    }

    func placement(of path: String) -> (root: String, name: String, isPackage: Bool) {
        var folder: Substring
        var file: Substring
        if let slash = path.lastIndex(of: "/") {
            folder = path[..<slash]
            file = path[path.index(after: slash)...]
        } else {
            folder = ""
            file = path[...]
        }
        for suffix in [".pyi", ".py"] where file.hasSuffix(suffix) {
            file = file.dropLast(suffix.count)
            break
        }
        let isPackage = file == "__init__"
        var parts: [Substring] = isPackage ? [] : [file]
        while packages.contains(String(folder)) {
            if let slash = folder.lastIndex(of: "/") {
                parts.append(folder[folder.index(after: slash)...])
                folder = folder[..<slash]
            } else {
                parts.append(folder)
                folder = ""
                break
            }
        }
        if parts.isEmpty { parts = ["__init__"] }
        let root = folder.isEmpty ? "" : String(folder) + "/"
        return (root, parts.reversed().joined(separator: "."), isPackage)
    }
}
