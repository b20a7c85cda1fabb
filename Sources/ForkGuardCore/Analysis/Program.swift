/// All scanned modules, linked: identifiers are numbers of one table, functions have one numbering, and
/// imports are resolved to modules.
struct Program {
    var modules: [Module] = []
    let symbols = SymbolTable()
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
        var language: SourceLanguage
        /// As of its facts.
        var isScript: Bool
        var suppressions: [SuppressionComment]
        var syntaxErrors: [ModuleFacts.SyntaxProblem]
        /// As `ModuleFacts.limits`.
        var limits: [UInt32]
        var firstFunction: FunctionID
        /// It imports others by strings.
        var importsByName: Bool
        /// It looks for modules of packages, and imports them by their names.
        var importsPlugins: Bool
        /// It has the modules named `tasks` imported.
        var importsTasks: Bool
        fileprivate let code: ModuleCode

        /// Facts and symbols, decoded now if they are not in memory. Whoever holds this keeps them there.
        var loaded: LoadedFacts { @inline(__always) get { code.loaded } }
        /// The same for who asks once, perhaps without operations, strings and lines.
        var outline: LoadedFacts { code.outline }
        var facts: ModuleFacts { @inline(__always) get { code.loaded.facts } }
        /// Program-wide symbol of each of the module's strings.
        var symbols: [Symbol] { @inline(__always) get { code.loaded.symbols } }
    }

    private let memory: CodeMemory

    private var resolver: ModuleResolver
    /// The modules of Swift that files belong to.
    private(set) var targets = SwiftTargets()

    /// - Parameters:
    ///   - inputs: in the order of their numbers; their facts are taken out of them.
    ///   - outside: top-level names of the standard library and of what rules speak of.
    init(_ inputs: inout [Input], store: FactsStore, outside: Set<String> = []) {
        memory = CodeMemory(store: store, table: symbols)
        resolver = ModuleResolver(paths: inputs.map(\.path), outside: outside)
        for index in inputs.indices {
            guard let facts = inputs[index].facts.take() else { continue }
            add(inputs[index], facts)
        }
        targets = SwiftTargets(modules)
    }

    struct Input {
        var path: String
        var isNamed: Bool
        var facts: FactsStore.Entry?
    }

    private mutating func add(_ input: Input, _ entry: consuming FactsStore.Entry) {
        let id = Int32(modules.count)
        let (code, loaded) = memory.add(entry)
        let facts = loaded.facts
        let placement = resolver.placement(of: input.path)
        modules.append(
            Module(
                path: input.path, name: placement.name, root: placement.root, isPackage: placement.isPackage,
                isStub: input.path.hasSuffix(".pyi"), isNamed: input.isNamed, language: facts.language,
                isScript: facts.isScript, suppressions: facts.suppressions, syntaxErrors: facts.syntaxErrors,
                limits: facts.limits,
                firstFunction: FunctionID(functions.count),
                importsByName: facts.strings.contains(where: ImportScan.loaders.contains),
                importsPlugins: facts.strings.contains(where: ImportScan.pluginFinders.contains),
                importsTasks: facts.strings.contains(ImportScan.taskFinder), code: code))
        for index in facts.functions.indices { functions.append((id, index)) }
    }

    // MARK: Reading

    func facts(_ function: FunctionID) -> FunctionFacts {
        let place = functions[Int(function)]
        return modules[Int(place.module)].facts.functions[place.index]
    }

    func symbol(_ module: Int32, _ string: UInt32) -> Symbol { modules[Int(module)].symbols[Int(string)] }

    // MARK: Imports

    typealias Resolution = ModuleResolver.Resolution

    /// What `import name` finds from `importer`.
    func resolve(_ name: String, from importer: Int32) -> Resolution {
        // What a Swift file imports is a module of Swift: `SwiftTargets` knows those of the program.
        if isSwift(importer) { return .outside }
        return resolver.resolve(name, from: modules[Int(importer)].path)
    }

    /// What `import name` finds from a program that starts in a folder (with a trailing slash).
    func resolve(_ name: String, fromFolder folder: String) -> Resolution {
        resolver.resolve(name, from: ServerSettings.normalized(folder.isEmpty ? "_" : folder + "/_"))
    }

    func submodule(_ name: String, of resolution: Resolution) -> Resolution { resolver.submodule(name, of: resolution) }

    /// The modules right below a package.
    func submodules(of resolution: Resolution) -> [Int32] { resolver.submodules(of: resolution) }

    /// The folder of a module's file, with a trailing slash; empty for the working directory.
    func folder(of module: Int32) -> String { ModuleResolver.folder(of: modules[Int(module)].path) }

    /// The `__init__` of a folder, without a trailing slash.
    func module(inFolder folder: String) -> Int32? { resolver.package(at: folder) }

    /// True for a module below a source root, or in a folder without `__init__` that stands in a package of it.
    func belongs(_ module: Int32, to root: String) -> Bool {
        var own = modules[Int(module)].root
        while own != root {
            guard own.count > root.count, own.hasPrefix(root) else { return false }
            if own.hasSuffix("/") { own.removeLast() }
            guard let slash = own.lastIndex(of: "/") else { return false }
            let folder = String(own[..<slash])
            guard let package = self.module(inFolder: folder) else { return false }
            own = modules[Int(package)].root
        }
        return true
    }

    /// What `from ..name import` means in `importer`.
    func resolveRelative(_ name: String?, level: Int, from importer: Int32) -> Resolution {
        resolver.resolveRelative(name, level: level, from: modules[Int(importer)].path)
    }
}
