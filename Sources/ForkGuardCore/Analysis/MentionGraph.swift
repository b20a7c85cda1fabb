/// Who mentions whom, over the whole program.
///
/// A *node* is a name with where it stands: a global of a module, an attribute by its name, a name outside the program
/// that rules speak of. A *body* is code that mentions nodes, and that itself stands behind some: a function behind
/// its name, say. Programs have millions of mentions, so all of it is rows of numbers, and names that nothing stands
/// behind, most of them locals, are no nodes.
struct MentionGraph {
    enum Goal: Int32, CaseIterable { case touch, fork, choice }

    let program: Program
    let rules: RuleIndex
    /// Of each body the nodes that it mentions, ascending, and those that it stands behind.
    private(set) var mentions = Rows()
    private(set) var definitions = Rows()
    /// Of each node the bodies that mention it.
    private(set) var mentioners = Rows()
    /// Mentions that lead nowhere, though their names say they may: of the nodes by the body.
    var cuts: [Int32: Set<Int32>] = [:]
    /// A global of a module, or (module -1) an attribute by its name.
    var nodes = PairTable()
    /// Bodies of functions, by their numbers; of classes, by module and by index there.
    private(set) var functions: [Int32] = []
    private(set) var classes = Rows()
    /// Bodies of classes and of values, by module; of Swift alone.
    private(set) var otherBodies: [[Int32]] = []
    /// Nodes that each top level mentions, and those by which its globals may come to hold something.
    private(set) var topLevels: [[Int32]] = []
    private(set) var held: Rows = Rows()
    /// Of each body its module, -1 for what only hands on a name, and the body of the class whose objects have it, -1
    /// where there is none.
    private(set) var homesOfBodies: [Int32] = []
    private(set) var ownersOfBodies: [Int32] = []
    var openWays = OpenWays()
    /// Modules whose own code names something that touches, and something that forks.
    private(set) var touchingModules: Set<Int32> = []
    private(set) var forkingModules: Set<Int32> = []
    private(set) var imports = ImportTables()
    /// As `Program.topLevelImports` and `Program.imports` tell of each module; of Swift the second says nothing.
    private(set) var topLevelImports: [[Int32]] = []
    private(set) var importsAnywhere: [[Int32]] = []

    let seeds: SeedIndex
    /// Libraries of goals that each module imports, and that any does.
    private(set) var rootsImported = Rows()
    private(set) var allRoots: Set<Int32> = []
    /// Of the texts that must stand in the code for some fork, those that each module has; of most it is none.
    private(set) var textsOfModules: [Int32: [Symbol]] = [:]
    /// Of each path outside the program its library's number, and the symbol of its last name; -1 where there is none.
    private(set) var rootOfPath: [Int32] = []
    private(set) var nameOfPath: [Symbol] = []
    /// Names that definitions are decorated with, anywhere, and the bodies of functions of those names.
    private var decoratorNames: Set<Symbol> = []
    private var bodiesOfDecorators: [Int32: [Int32]] = [:]
    /// What is decorated, and of each the nodes that its decorators mention.
    private var registrations: [Registration] = []
    private var decoratorRows = Rows()
    var families = ClassFamilies()
    var members: SwiftMembers
    /// Methods that launchers call on what they are given: `run`, `handle`, `train_dataloader`.
    private var calledMethods: Set<Symbol> = []
    /// Names that the program mentions anywhere.
    var isMentioned: [Bool]
    /// Modules that may hold modules which were imported by a string: those that do so, and those that import them.
    private(set) var loadersOfModules: Set<Int32> = []
    /// Libraries that modules which import by strings name in them.
    private var ownRootsNamed: [Int32: Set<Int32>] = [:]
    /// Modules that are imported by a string, as far as strings tell.
    private(set) var loadable: Set<Int32> = []
    /// Nodes that a function, a class, a value or an import of the program stands behind.
    private var isDefined: [Bool] = []
    /// Modules that define a global of each name, ascending.
    private(set) var homes: [Symbol: [Int32]] = [:]
    private var homesUnder: [GlobalKey: [Int32]] = [:]
    /// Fixtures of tests, by the names that parameters ask for them by.
    private var fixtures: [Symbol: [Int32]] = [:]
    /// Attributes by how their names begin, as far as that was asked for.
    var attributesByBeginning: [String: [Int32]] = [:]
    /// A name becomes a node when it is mentioned, not only when it is declared.
    private(set) var addsMentioned: Bool
    let moduleHook: Symbol?
    let forkText, lookUp: Symbol?
    /// Attributes that tell of an object, and that lead to nothing.
    private let telling: Set<Symbol>
    /// Decorators that hand a function to a library's loop.
    private let deferring: Set<Symbol>

    private struct Registration {
        var module: Int32
        var decorated: Int32
    }

    /// Stands for the module of what a string may name.
    static let anyText: Int32 = -11
    /// From here on downwards: attributes of the objects of one family of classes.
    static let firstFamily: Int32 = -100

    /// From here on downwards: members of Swift's types, by the targets whose code may mean them.
    static let firstTarget: Int32 = -(1 << 28)

    /// Stands for the module of a name that is a goal by itself.
    static func module(of goal: Goal) -> Int32 { -2 - goal.rawValue }

    /// - Parameter keepsAll: every mention counts, whatever stands behind it.
    init(program: Program, rules: RuleIndex, local: LocalPackages, keepsAll: Bool) {
        self.program = program
        self.rules = rules
        addsMentioned = keepsAll
        members = SwiftMembers(program)
        isMentioned = [Bool](repeating: false, count: program.symbols.count)
        seeds = SeedIndex(rules, program)
        moduleHook = program.symbols.find("__getattr__")
        (forkText, lookUp) = (program.symbols.find(StartMethod.fork.rawValue), program.symbols.find("getattr"))
        telling = Set(
            ["__doc__", "__name__", "__qualname__", "__module__", "__class__"].compactMap { program.symbols.find($0) })
        deferring = Set(
            rules.catalog.launchers.filter { !$0.runsAt.isEmpty && $0.name.hasSuffix("()") }.compactMap { launcher in
                launcher.name.dropLast(2).split(separator: ".").last.flatMap { program.symbols.find(String($0)) }
            })
        var decorators: [(module: Int32, name: Symbol)] = []
        var generics: [(module: Int32, name: Symbol)] = []
        let register = program.symbols.find("register")
        let texts = seeds.texts
        for id in program.modules.indices.map(Int32.init) {
            // All that is read of a module at this point is read in one go: its facts may have to be decoded for it.
            imports.add(id, program, rules, local)
            topLevelImports.append(program.topLevelImports(of: id))
            importsAnywhere.append(program.isSwift(id) ? [] : program.imports(of: id).sorted())
            let loaded = program.modules[Int(id)].loaded
            noteTexts(texts, of: id, loaded)
            noteMentioned(loaded)
            families.add(id, loaded)
            declare(id, loaded)
            for mention in loaded.facts.registrations.flatMap(\.mentions) {
                let name = loaded.symbols[Int(mention.name)]
                decorators.append((id, name))
                if mention.isMember, name == register { generics.append((id, loaded.symbols[Int(mention.base)])) }
            }
        }
        for id in program.modules.indices.map(Int32.init) {
            for entry in imports.names(of: id) { _ = nodes.number(of: id, entry.name) }
        }
        for (module, name) in decorators {
            decoratorNames.insert(name)
            if case .global(_, let original)? = imports[module, name] { decoratorNames.insert(original) }
        }
        for (module, name) in generics { _ = generic(name, in: module) }
        loadersOfModules = findLoaders()
        noteRoots()
        families.connect(imports)
        for launcher in rules.catalog.launchers {
            for call in launcher.child + launcher.submits.flatMap(\.child) {
                guard let dot = call.callee.firstIndex(of: ".") else { continue }
                if let name = program.symbols.find(String(call.callee[call.callee.index(after: dot)...])) {
                    calledMethods.insert(name)
                }
            }
        }
        declareDecorators()
        for (index, module) in program.modules.enumerated() { add(Int32(index), module) }
        for index in registrations.indices {
            connectRegistration(registrations[index], decorators: decoratorRows[index])
        }
        mentioners = mentions.transposed(count: nodes.count)
        (homes, homesUnder, fixtures, attributesByBeginning) = ([:], [:], [:], [:])
        families.forgetNames()
        isMentioned = []
    }

    private mutating func noteTexts(_ texts: Set<Symbol>, of id: Int32, _ loaded: LoadedFacts) {
        guard !texts.isEmpty else { return }
        for op in loaded.facts.ops where op.kind == .str {
            let text = loaded.symbols[Int(op.a)]
            if texts.contains(text), textsOfModules[id]?.contains(text) != true {
                textsOfModules[id, default: []].append(text)
            }
        }
    }

    // MARK: Nodes

    /// Makes nodes of the names that a module's definitions have.
    private mutating func declare(_ id: Int32, _ loaded: LoadedFacts) {
        func symbol(_ string: UInt32) -> Symbol { loaded.symbols[Int(string)] }
        for function in loaded.facts.functions {
            if let asked = Fixtures.fixture(loaded.facts, function) {
                let home = function.enclosingClass == .max ? id : -1
                fixtures[loaded.symbols[Int(asked.name ?? function.name)], default: []].append(
                    nodes.number(of: home, loaded.symbols[Int(function.name)]))
            }
        }
        for function in loaded.facts.functions where Self.isNamed(function) {
            let isGlobal = function.enclosingClass == .max
            _ = isGlobal ? [nodes.number(of: id, symbol(function.name))] : member(function, id, loaded)
            if isGlobal { declareGlobal(symbol(function.name), in: id) }
        }
        for definition in loaded.facts.classes where definition.name != .max {
            _ = nodes.number(of: id, symbol(definition.name))
            declareGlobal(symbol(definition.name), in: id)
        }
        for binding in loaded.facts.bindings {
            _ = binding.isAttribute ? attribute(binding, id, loaded) : [nodes.number(of: id, symbol(binding.name))]
            if !binding.isAttribute { declareGlobal(symbol(binding.name), in: id) }
        }
    }

    private mutating func declareGlobal(_ name: Symbol, in id: Int32) {
        if homes[name]?.last != id { homes[name, default: []].append(id) }
    }

    /// Modules within a package, or among those that it imports, that define a global of that name.
    mutating func homes(of name: Symbol, under package: Int32) -> [Int32] {
        let key = GlobalKey(module: package, name: name)
        if let known = homesUnder[key] { return known }
        let found = findHomes(of: name, under: package)
        homesUnder[key] = found
        return found
    }

    private func findHomes(of name: Symbol, under package: Int32) -> [Int32] {
        guard let all = homes[name] else { return [] }
        let prefix = program.modules[Int(package)].name + "."
        let root = program.modules[Int(package)].root
        var result: [Int32] = []
        if program.modules[Int(package)].isPackage {
            result = all.filter {
                let module = program.modules[Int($0)]
                return module.root == root && module.name.hasPrefix(prefix)
            }
        }
        for case .module(let other) in imports.targets(of: package) where all.contains(other) && !result.contains(other)
        {
            result.append(other)
        }
        return result
    }

    private static func isNamed(_ function: FunctionFacts) -> Bool {
        !function.isLambda && function.enclosingFunction == .max && function.name != .max
    }

    /// What a decorator mentions may be where it keeps what it decorates.
    private mutating func declareDecorators() {
        let known = addsMentioned
        addsMentioned = true
        var homes: Set<Int32> = []
        for node in nodes.pairs where node.first >= 0 && decoratorNames.contains(node.second) {
            homes.insert(node.first)
        }
        for id in homes.sorted() {
            let module = program.modules[Int(id)]
            let loaded = module.outline
            for function in loaded.facts.functions
            where Self.isNamed(function) && function.enclosingClass == .max
                && decoratorNames.contains(loaded.symbols[Int(function.name)])
            {
                _ = resolve(function.mentions, id, module, loaded)
            }
        }
        addsMentioned = known
    }

    private mutating func noteRoots() {
        for path in 0..<Int32(imports.paths.count) {
            let text = imports.paths[path]
            rootOfPath.append(seeds.root(RuleIndex.top(text)) ?? -1)
            nameOfPath.append(program.symbols.find(SeedNames.last(text)) ?? -1)
        }
        for id in program.modules.indices {
            var roots: Set<Int32> = []
            for case .external(let path) in imports.targets(of: Int32(id)) where rootOfPath[Int(path)] >= 0 {
                roots.insert(rootOfPath[Int(path)])
            }
            roots.formUnion(rootsNamed(in: Int32(id)))
            rootsImported.append(roots)
            allRoots.formUnion(roots)
        }
    }

    /// Libraries that a module, or one that it imports, imports by their names in strings.
    private func rootsNamed(in id: Int32) -> Set<Int32> {
        guard loadersOfModules.contains(id) else { return [] }
        var result = ownRootsNamed[id] ?? []
        for target in imports.targets(of: id) {
            switch target {
            case .module(let other), .global(let other, _): result.formUnion(ownRootsNamed[other] ?? [])
            case .external: break
            }
        }
        return result
    }

    private mutating func findLoaders() -> Set<Int32> {
        let own = Set(program.modules.indices.filter { program.modules[$0].importsByName }.map(Int32.init))
        guard !own.isEmpty else { return [] }
        for id in own {
            loadable.formUnion(program.importsByText(of: id))
            let facts = program.modules[Int(id)].facts
            for op in facts.ops where op.kind == .str {
                let name = RuleIndex.top(facts.strings[Int(op.a)])
                guard let root = seeds.root(name) else { continue }
                // The library whose source this is has no rules for itself.
                if case .module = program.resolve(name, from: id) { continue }
                ownRootsNamed[id, default: []].insert(root)
            }
        }
        return own.union(
            program.modules.indices.map(Int32.init).filter { id in
                imports.targets(of: id).contains { target in
                    switch target {
                    case .module(let other), .global(let other, _): own.contains(other)
                    case .external: false
                    }
                }
            })
    }

    /// How far a mention of a node is from what it means: the more it may mean, the farther.
    func length(of node: Int32) -> Int {
        let module = nodes.pairs[Int(node)].first
        return switch module {
        case -1, ...Self.firstTarget: 2
        case Self.anyText: 5
        case 0...: 1
        default: module <= Self.firstFamily ? 1 : 0
        }
    }
}

// MARK: - Building

extension MentionGraph {
    /// Adds a body.
    ///
    /// - Parameter mentioned: ascending.
    @discardableResult
    mutating func add(_ mentioned: [Int32], behind definitions: [Int32], home: Int32 = -1) -> Int32 {
        for node in definitions { note(node) }
        return append(mentioned, definitions, home: home)
    }

    @discardableResult
    private mutating func append(_ mentioned: some Collection<Int32>, _ definitions: [Int32], home: Int32) -> Int32 {
        mentions.append(mentioned)
        self.definitions.append(definitions)
        homesOfBodies.append(home)
        ownersOfBodies.append(-1)
        return Int32(mentions.count - 1)
    }

    mutating func note(_ node: Int32) {
        while isDefined.count < nodes.count { isDefined.append(false) }
        isDefined[Int(node)] = true
    }

    mutating func add(_ id: Int32, _ module: Program.Module) {
        let loaded = module.outline
        let facts = loaded.facts
        let ofLocalClasses = mentionsOfLocalClasses(id, module, loaded)
        /// Bodies of methods that launchers call, by class.
        var called: [UInt32: [Int32]] = [:]
        for (index, function) in facts.functions.enumerated() {
            let besides =
                askedFixtures(function, loaded) + (ofLocalClasses[UInt32(index)] ?? [])
                + attributesComputed(in: function, id, loaded)
            let mentioned = resolve(function.mentions, id, module, loaded, besides: besides)
            if function.enclosingClass != .max, function.name != .max,
                calledMethods.contains(loaded.symbols[Int(function.name)])
            {
                called[function.enclosingClass, default: []] += mentioned
            } else if isCalledFromOutside(function, module, loaded) {
                // Whoever makes an object of it may hand it to code that is not scanned.
                let forks = mentioned.filter { nodes.pairs[Int($0)].first == Self.module(of: .fork) }
                if !forks.isEmpty { called[function.enclosingClass, default: []] += forks }
            }
            guard Self.isNamed(function) else {
                functions.append(add(mentioned, behind: [], home: id))
                continue
            }
            let name = loaded.symbols[Int(function.name)]
            let isGlobal = function.enclosingClass == .max
            var behind = isGlobal ? [nodes.number(of: id, name)] : member(function, id, loaded)
            let own = behind[0]
            behind += attribute(function.name, of: function.enclosingClass, id, loaded)
            let body = add(mentioned, behind: behind, home: id)
            functions.append(body)
            if isGlobal, decoratorNames.contains(name) { bodiesOfDecorators[own, default: []].append(body) }
        }
        var bodies: [Int32] = []
        for (index, definition) in facts.classes.enumerated() {
            var mentioned = resolve(definition.mentions, id, module, loaded)
            // Whoever makes an object of it may have a launcher call these.
            if let others = called[UInt32(index)] { mentioned = Set(mentioned).union(others).sorted() }
            let name = definition.name == .max ? nil : loaded.symbols[Int(definition.name)]
            var behind: [Int32] = []
            if let name { behind = [nodes.number(of: id, name)] }
            bodies.append(add(mentioned, behind: behind, home: id))
        }
        classes.append(bodies)
        if module.language == .python {
            noteOwners(facts.functions, bodies, firstFunction: module.firstFunction)
            noteOpenWays(id, loaded, bodies, firstFunction: module.firstFunction)
        }
        for binding in facts.bindings where !isTelling(binding, loaded) {
            let mentioned = resolve(binding.mentions, id, module, loaded)
            let name = loaded.symbols[Int(binding.name)]
            var behind = binding.isAttribute ? attribute(binding, id, loaded) : [nodes.number(of: id, name)]
            behind += attribute(binding.name, of: binding.owner, id, loaded)
            let body = add(mentioned, behind: behind, home: id)
            if binding.owner != .max, module.language == .python {
                ownersOfBodies[Int(body)] = bodies[Int(binding.owner)]
            }
            bodies.append(body)
        }
        otherBodies.append(module.language == .swift ? bodies : [])
        // What a module imports under a name is found there by those who import it from the module.
        for (name, target) in imports.names(of: id) {
            var mentioned: [Int32] = []
            let isAny = add(target, &mentioned)
            noteGoals(among: mentioned, in: id)
            if isAny { add(Set(mentioned).sorted(), behind: [nodes.number(of: id, name)], home: id) }
        }
        topLevels.append(resolve(facts.mentions, id, module, loaded) + importTouches(id))
        held.append(resolve(facts.holding, id, module, loaded))
        connectSubclassHooks(id, module, loaded)
        addRegistrations(id, module, loaded)
    }

    private mutating func noteOwners(_ functions: [FunctionFacts], _ classes: [Int32], firstFunction: FunctionID) {
        for (index, function) in functions.enumerated() where function.enclosingClass != .max {
            ownersOfBodies[Int(self.functions[Int(firstFunction) + index])] = classes[Int(function.enclosingClass)]
        }
    }

    /// What a test, or a fixture, asks the runner for by the names of its parameters.
    private func askedFixtures(_ function: FunctionFacts, _ loaded: LoadedFacts) -> [Int32] {
        guard !fixtures.isEmpty, function.name != .max, !function.isLambda else { return [] }
        let name = loaded.symbols[Int(function.name)]
        guard fixtures[name] != nil || program.symbols[name].hasPrefix("test") else { return [] }
        return function.parameters.filter { $0.name != .max }.flatMap { fixtures[loaded.symbols[Int($0.name)]] ?? [] }
    }

    /// The node of an attribute of a class's family.
    mutating func attribute(_ name: UInt32, of owner: UInt32, _ id: Int32, _ loaded: LoadedFacts) -> [Int32] {
        guard owner != .max else { return [] }
        let family = families.family(of: owner, in: id)
        return [nodes.number(of: Self.firstFamily - family, loaded.symbols[Int(name)])]
    }

    /// A class statement calls the hook of its bases, which may keep the class: whoever imports the module then may
    /// call its methods.
    mutating func connectSubclassHooks(_ id: Int32, _ module: Program.Module, _ loaded: LoadedFacts) {
        guard let hook = program.symbols.find("__init_subclass__") else { return }
        var hooked: Set<UInt32> = []
        for (index, definition) in loaded.facts.classes.enumerated()
        where definition.enclosingFunction == .max && families.inherits(UInt32(index), in: id) {
            if families.family(of: UInt32(index), in: id, having: hook) != nil { hooked.insert(UInt32(index)) }
        }
        guard !hooked.isEmpty else { return }
        for (position, function) in loaded.facts.functions.enumerated() where hooked.contains(function.enclosingClass) {
            topLevels[Int(id)] += mentions[Int(functions[Int(module.firstFunction) + position])]
        }
    }

    private mutating func addRegistrations(_ id: Int32, _ module: Program.Module, _ loaded: LoadedFacts) {
        let register = program.symbols.find("register")
        for registration in loaded.facts.registrations {
            let decorated = nodes.number(of: id, loaded.symbols[Int(registration.name)])
            for mention in registration.mentions
            where mention.isMember && loaded.symbols[Int(mention.name)] == register {
                // `@handle.register` of a generic function: who calls that may call it.
                link(decorated, to: [generic(loaded.symbols[Int(mention.base)], in: id)])
            }
            // A loop of a library calls it: `@scheduler.scheduled_job("interval", hours=1)`.
            if registration.mentions.contains(where: { deferring.contains(loaded.symbols[Int($0.name)]) }) {
                topLevels[Int(id)].append(decorated)
            }
            // So does the end of the process: `@atexit.register`.
            if registration.mentions.contains(where: { isExitHook($0, loaded) }) {
                topLevels[Int(id)].append(decorated)
            }
            // What a string names may be anything.
            if module.language != .swift, registration.mentions.contains(where: { $0.base == Mention.text }) {
                topLevels[Int(id)].append(decorated)
            }
            registrations.append(Registration(module: id, decorated: decorated))
            decoratorRows.append(resolve(registration.mentions, id, module, loaded))
        }
    }

    private func isExitHook(_ mention: Mention, _ loaded: LoadedFacts) -> Bool {
        mention.isMember && program.symbols[loaded.symbols[Int(mention.name)]] == "register"
            && program.symbols[loaded.symbols[Int(mention.base)]] == "atexit"
    }

    /// What a decorator of the program keeps in a global (a registry) is found through that global.
    private mutating func connectRegistration(_ registration: Registration, decorators: ArraySlice<Int32>) {
        let decorated = registration.decorated
        for decorator in decorators where Int(decorator) < isDefined.count && isDefined[Int(decorator)] {
            // It may call what it decorates, there and then.
            topLevels[Int(registration.module)].append(decorated)
            guard nodes.pairs[Int(decorator)].first >= 0 else { continue }
            var globals: Set<Int32> = []
            for body in bodiesOfDecorators[decorator] ?? [] {
                for global in mentions[Int(body)] where nodes.pairs[Int(global)].first >= 0 && global != decorated {
                    globals.insert(global)
                }
            }
            link(decorated, to: globals.sorted())
        }
    }

    /// `function.__doc__ = text`: what is read there is a text. Who gives an object another class names that class himself.
    private func isTelling(_ binding: ModuleFacts.Binding, _ loaded: LoadedFacts) -> Bool {
        binding.isAttribute && telling.contains(loaded.symbols[Int(binding.name)])
    }

    /// Has whoever mentions one of `definitions` mention `node`.
    mutating func link(_ node: Int32, to definitions: [Int32]) {
        guard !definitions.isEmpty else { return }
        append(CollectionOfOne(node), definitions, home: -1)
    }

    /// The generic function whose `register` a decorator is.
    mutating func generic(_ name: Symbol, in id: Int32) -> Int32 {
        if case .global(let other, let original)? = imports[id, name] { return nodes.number(of: other, original) }
        return nodes.number(of: id, name)
    }

    /// Libraries whose import alone is the touch.
    mutating func importTouches(_ id: Int32) -> [Int32] {
        var result: [Int32] = []
        let names = rules.catalog.libraries.filter(\.importIsTouch).flatMap(\.imports)
        guard !names.isEmpty else { return result }
        for case .external(let path) in imports.targets(of: id) {
            let path = imports.paths[path]
            for name in names where path == name || path.hasPrefix(name + ".") {
                guard let symbol = program.symbols.find(RuleIndex.top(path)) else { continue }
                result.append(nodes.number(of: Self.module(of: .touch), symbol))
                touchingModules.insert(id)
            }
        }
        return result
    }

    mutating func noteGoals(among mentioned: [Int32], in module: Int32) {
        for node in mentioned {
            switch nodes.pairs[Int(node)].first {
            case Self.module(of: .touch): touchingModules.insert(module)
            case Self.module(of: .fork): forkingModules.insert(module)
            default: break
            }
        }
    }
}
