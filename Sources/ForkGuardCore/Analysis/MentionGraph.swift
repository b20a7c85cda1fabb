/// Who mentions whom, over the whole program.
struct MentionGraph {
    enum Goal: Int32 { case touch, fork, choice }

    /// Nodes that each function, each class and each top level mentions.
    private(set) var functions: [[Int32]] = []
    private(set) var classes: [[[Int32]]] = []
    private(set) var topLevels: [[Int32]] = []

    private let program: Program
    private let rules: RuleIndex
    private var nodes: [Key: Int32] = [:]
    private var keys: [Key] = []
    private var seeds: [[Int32]] = [[], [], []]
    /// Modules whose own code names something that touches, and something that forks.
    private(set) var touchingModules: Set<Int32> = []
    private(set) var forkingModules: Set<Int32> = []
    /// Mentioned node -> nodes whose definitions mention it.
    private var mentionedBy: [[Int32]] = []
    private var imports: [[Symbol: Target]] = []
    /// As `Program.topLevelImports` and `Program.imports` tell of each module; of Swift the second says nothing.
    private(set) var topLevelImports: [[Int32]] = []
    private(set) var importsAnywhere: [[Int32]] = []
    private let seedNames: [SeedNames]
    private let local: LocalPackages
    private var rootsImported: [Set<String>] = []
    /// Libraries that any module imports.
    private var allRoots: Set<String> = []
    /// Names that definitions are decorated with, anywhere, and what functions of those names mention.
    private var decoratorNames: Set<Symbol> = []
    private var mentionsOf: [Int32: [Int32]] = [:]
    private var families = ClassFamilies()
    /// Methods that launchers call on what they are given: `run`, `handle`, `train_dataloader`.
    private var calledMethods: Set<Symbol> = []
    /// Modules that may hold modules which were imported by a string: those that do so, and those that import them.
    private var loadersOfModules: Set<Int32> = []
    /// Nodes that a function, a class, a value or an import of the program stands behind.
    private var isDefined: Set<Int32> = []

    /// Stands for the module of a global that code reaches through a module it imports by a string.
    private static let anyModule: Int32 = -10
    /// Stands for the module of what a string may name.
    private static let anyText: Int32 = -11
    /// From here on downwards: attributes of the objects of one family of classes.
    private static let firstFamily: Int32 = -100

    /// A global of a module, or (module -1) an attribute by its name.
    private struct Key: Hashable {
        var module: Int32
        var name: Symbol

        /// How far a mention of it is from what it means: the more it may mean, the farther.
        var length: Int {
            switch module {
            case -1, MentionGraph.anyModule: 2
            case MentionGraph.anyText: 5
            case 0...: 1
            default: module <= MentionGraph.firstFamily ? 1 : 0
            }
        }
    }

    enum Target {
        case module(Int32)
        case global(Int32, Symbol)
        case external(String)
    }

    init(program: Program, rules: RuleIndex, local: LocalPackages) {
        self.program = program
        self.rules = rules
        self.local = local
        seedNames = [.touches(rules, in: program), .forks(rules), .choices(rules)]
        var decorators: Set<Key> = []
        for id in program.modules.indices.map(Int32.init) {
            // All that is read of a module at this point is read in one go: its facts may have to be decoded for it.
            imports.append(importTable(id))
            topLevelImports.append(program.topLevelImports(of: id))
            importsAnywhere.append(program.isSwift(id) ? [] : program.imports(of: id).sorted())
            families.add(id, program.modules[Int(id)])
            for registration in program.modules[Int(id)].facts.registrations {
                decorators.formUnion(registration.mentions.map { Key(module: id, name: program.symbol(id, $0.name)) })
            }
        }
        for decorator in decorators {
            decoratorNames.insert(decorator.name)
            if case .global(_, let original)? = imports[Int(decorator.module)][decorator.name] {
                decoratorNames.insert(original)
            }
        }
        rootsImported = imports.map { table in
            Set(table.values.compactMap { if case .external(let path) = $0 { RuleIndex.top(path) } else { nil } })
        }
        allRoots = rootsImported.reduce(into: []) { $0.formUnion($1) }
        families.connect(imports)
        for launcher in rules.catalog.launchers {
            for call in launcher.child + launcher.submits.flatMap(\.child) {
                guard let dot = call.callee.firstIndex(of: ".") else { continue }
                if let name = program.symbols.find(String(call.callee[call.callee.index(after: dot)...])) {
                    calledMethods.insert(name)
                }
            }
        }
        loadersOfModules = findLoaders()
        for (index, module) in program.modules.enumerated() { add(Int32(index), module) }
        for (index, module) in program.modules.enumerated() {
            connectRegistrations(Int32(index), module)
            connectSubclassHooks(Int32(index), module)
        }
    }

    /// A class statement calls the hook of its bases, which may keep the class: whoever imports the module then may
    /// call its methods.
    private mutating func connectSubclassHooks(_ id: Int32, _ module: Program.Module) {
        guard let hook = program.symbols.find("__init_subclass__") else { return }
        for (index, definition) in module.facts.classes.enumerated()
        where definition.enclosingFunction == .max && !module.facts.list(definition.bases).isEmpty {
            guard families.family(of: UInt32(index), in: id, having: hook) != nil else { continue }
            for (position, function) in module.facts.functions.enumerated() where function.enclosingClass == index {
                topLevels[Int(id)] += functions[Int(module.firstFunction) + position]
            }
        }
    }

    /// What a decorator of the program keeps in a global (a registry) is found through that global.
    private mutating func connectRegistrations(_ id: Int32, _ module: Program.Module) {
        let register = program.symbols.find("register")
        for registration in module.facts.registrations {
            let decorated = node(id, module.symbols[Int(registration.name)])
            for mention in registration.mentions where mention.isMember && module.symbols[Int(mention.name)] == register
            {
                // `@handle.register` of a generic function: who calls that may call it.
                let generic = module.symbols[Int(mention.base)]
                var holder = node(id, generic)
                if case .global(let other, let name)? = imports[Int(id)][generic] { holder = node(other, name) }
                mentionedBy[Int(decorated)].append(holder)
            }
            for decorator in resolve(registration.mentions, id, module) where isDefined.contains(decorator) {
                // It may call what it decorates, there and then.
                topLevels[Int(id)].append(decorated)
                guard keys[Int(decorator)].module >= 0 else { continue }
                for global in mentionsOf[decorator] ?? [] where keys[Int(global)].module >= 0 && global != decorated {
                    mentionedBy[Int(decorated)].append(global)
                }
            }
        }
    }

    // MARK: Building

    private func findLoaders() -> Set<Int32> {
        let own = Set(program.modules.indices.filter { program.modules[$0].importsByName }.map(Int32.init))
        guard !own.isEmpty else { return [] }
        return own.union(
            imports.indices.filter { index in
                imports[index].values.contains { target in
                    switch target {
                    case .module(let other), .global(let other, _): own.contains(other)
                    case .external: false
                    }
                }
            }.map(Int32.init))
    }

    private mutating func node(_ module: Int32, _ name: Symbol) -> Int32 {
        let key = Key(module: module, name: name)
        if let known = nodes[key] { return known }
        let id = Int32(keys.count)
        nodes[key] = id
        keys.append(key)
        mentionedBy.append([])
        return id
    }

    private mutating func add(_ id: Int32, _ module: Program.Module) {
        for function in module.facts.functions {
            let mentioned = resolve(function.mentions, id, module)
            functions.append(mentioned)
            guard !function.isLambda, function.enclosingFunction == .max, function.name != .max else { continue }
            if function.enclosingClass == .max {
                connect(mentioned, to: node(Self.anyModule, module.symbols[Int(function.name)]))
            }
            let owner: Int32 = function.enclosingClass == .max ? id : -1
            if decoratorNames.contains(module.symbols[Int(function.name)]) {
                mentionsOf[node(owner, module.symbols[Int(function.name)]), default: []] += mentioned
            }
            connect(mentioned, to: node(owner, module.symbols[Int(function.name)]))
            connect(mentioned, toAttribute: function.name, of: function.enclosingClass, id, module)
        }
        classes.append([])
        for (index, definition) in module.facts.classes.enumerated() {
            var mentioned = resolve(definition.mentions, id, module)
            // Whoever makes an object of it may have a launcher call these.
            for function in module.facts.functions
            where function.enclosingClass == index && calledMethods.contains(module.symbols[Int(function.name)]) {
                mentioned += resolve(function.mentions, id, module)
            }
            classes[classes.count - 1].append(mentioned)
            guard definition.name != .max else { continue }
            connect(mentioned, to: node(Self.anyModule, module.symbols[Int(definition.name)]))
            connect(mentioned, to: node(id, module.symbols[Int(definition.name)]))
        }
        for binding in module.facts.bindings {
            let mentioned = resolve(binding.mentions, id, module)
            connect(mentioned, to: node(binding.isAttribute ? -1 : id, module.symbols[Int(binding.name)]))
            connect(mentioned, toAttribute: binding.name, of: binding.owner, id, module)
            if !binding.isAttribute { connect(mentioned, to: node(Self.anyModule, module.symbols[Int(binding.name)])) }
        }
        // What a module imports under a name is found there by those who import it from the module.
        for (name, target) in imports[Int(id)] {
            let mentioned = nodes(of: target)
            noteGoals(among: mentioned, in: id)
            if !mentioned.isEmpty { connect(mentioned, to: node(id, name)) }
        }
        topLevels.append(resolve(module.facts.mentions, id, module) + importTouches(id))
    }

    private mutating func connect(_ mentioned: [Int32], to definition: Int32) {
        isDefined.insert(definition)
        for node in mentioned where node != definition { mentionedBy[Int(node)].append(definition) }
    }

    private mutating func connect(
        _ mentioned: [Int32], toAttribute name: UInt32, of owner: UInt32, _ id: Int32, _ module: Program.Module
    ) {
        guard owner != .max else { return }
        let family = families.family(of: owner, in: id)
        connect(mentioned, to: node(Self.firstFamily - family, module.symbols[Int(name)]))
    }

    /// What a string may name: an attribute of that name, somewhere.
    private mutating func textNode(_ name: Symbol) -> Int32 {
        if let known = nodes[Key(module: Self.anyText, name: name)] { return known }
        let result = node(Self.anyText, name)
        connect([node(-1, name)], to: result)
        return result
    }

    private mutating func resolve(_ mentions: [Mention], _ id: Int32, _ module: Program.Module) -> [Int32] {
        if module.language == .swift { return resolveSwift(mentions, id, module) }
        var result: [Int32] = []
        let importsByName = loadersOfModules.contains(id)
        for mention in mentions {
            let name = module.symbols[Int(mention.name)]
            switch mention.base {
            case Mention.plain:
                if let target = imports[Int(id)][name] {
                    result += nodes(of: target)
                } else {
                    result.append(node(id, name))
                    for case .external(let path)? in [imports[Int(id)][-1]] { seed(path, name, in: id, &result) }
                }
            case Mention.text:
                result.append(textNode(name))
                result.append(node(id, name))
                seed(nil, name, in: id, &result)
            case Mention.keyword: seed(nil, name, in: id, &result)
            case Mention.member:
                result.append(node(-1, name))
                if importsByName { result.append(node(Self.anyModule, name)) }
                seed(nil, name, in: id, &result)
            default:
                if let owner = mention.owner, let family = families.family(of: owner, in: id, having: name) {
                    result.append(node(Self.firstFamily - family, name))
                    continue
                } else if mention.owner != nil {
                    result.append(node(-1, name))
                    seed(nil, name, in: id, &result)
                    continue
                }
                switch imports[Int(id)][module.symbols[Int(mention.base)]] {
                case .external(let path)?: seed(path, name, in: id, &result)
                case .module(let other)?:
                    result.append(node(other, name))
                    // `package.module.name`: which of the package's modules is not looked up.
                    result.append(node(Self.anyModule, name))
                    if let hook = program.symbols.find("__getattr__") { result.append(node(other, hook)) }
                case .global?, nil: break
                }
                // A package's submodules and an imported object's members are attributes by name.
                if case .external? = imports[Int(id)][module.symbols[Int(mention.base)]] { continue }
                result.append(node(-1, name))
                if importsByName { result.append(node(Self.anyModule, name)) }
                seed(nil, name, in: id, &result)
            }
        }
        noteGoals(among: result, in: id)
        return Array(Set(result)).sorted()
    }

    /// Swift decides by types what a name means: here it stands for every member of that name, and for the globals
    /// that the file sees.
    private mutating func resolveSwift(_ mentions: [Mention], _ id: Int32, _ module: Program.Module) -> [Int32] {
        var result: Set<Int32> = []
        for name in Set(mentions.map { module.symbols[Int($0.name)] }) {
            result.insert(node(-1, name))
            result.insert(node(id, name))
            for home in program.targets.homes(of: name, seenFrom: id) { result.insert(node(home, name)) }
            var goals: [Int32] = []
            seed(nil, name, in: id, &goals)
            result.formUnion(goals)
        }
        let sorted = result.sorted()
        noteGoals(among: sorted, in: id)
        return sorted
    }

    private mutating func noteGoals(among mentioned: [Int32], in module: Int32) {
        for node in mentioned {
            switch keys[Int(node)].module {
            case Self.goalModule(.touch): touchingModules.insert(module)
            case Self.goalModule(.fork): forkingModules.insert(module)
            default: break
            }
        }
    }

    /// Stands for the module of a name that is a goal by itself.
    private static func goalModule(_ goal: Goal) -> Int32 { -2 - goal.rawValue }

    /// Marks a name of something outside the program as a goal of its own, where rules know it.
    private mutating func seed(_ path: String?, _ name: Symbol, in module: Int32, _ result: inout [Int32]) {
        let text = program.symbols[name]
        for (goal, names) in seedNames.enumerated() {
            guard let roots = names.roots[text] else { continue }
            if let path {
                guard roots.contains(RuleIndex.top(path)) else { continue }
            } else if roots.isDisjoint(with: names.members.contains(text) ? allRoots : rootsImported[Int(module)]) {
                continue
            }
            let id = node(-2 - Int32(goal), name)
            seeds[goal].append(id)
            result.append(id)
        }
    }

    private mutating func nodes(of target: Target) -> [Int32] {
        switch target {
        case .module: return []
        case .global(let module, let name):
            var result = [node(module, name)]
            // `from package import *` on the way: the name may be any of theirs.
            if case .module(let other)? = imports[Int(module)][-1] { result.append(node(other, name)) }
            return result
        case .external(let path):
            var result: [Int32] = []
            let name = SeedNames.last(path)
            if let symbol = program.symbols.find(name) { seed(path, symbol, in: 0, &result) }
            return result
        }
    }

    /// Names bound by the imports of a module, anywhere in it; -1 stands for `*`.
    private func importTable(_ id: Int32) -> [Symbol: Target] {
        let module = program.modules[Int(id)]
        var result: [Symbol: Target] = [:]
        for op in module.facts.ops {
            switch op.kind {
            case .importModule:
                let name = module.facts.strings[Int(op.a)]
                let bound = op.b == .max ? RuleIndex.top(name) : name
                guard let symbol = op.b == .max ? program.symbols.find(bound) : module.symbols[Int(op.b)] else {
                    continue
                }
                let isRule = rules.isRoot(bound) && !local.holds(bound, for: module)
                if !isRule, case .module(let other) = program.resolve(bound, from: id) {
                    result[symbol] = .module(other)
                } else if isRule || program.resolve(bound, from: id) == .outside {
                    result[symbol] = .external(bound)
                }
            case .importFrom:
                let name = op.a == .max ? nil : module.facts.strings[Int(op.a)]
                let base =
                    op.flags > 0
                    ? program.resolveRelative(name, level: Int(op.flags), from: id)
                    : program.resolve(name ?? "", from: id)
                for index in module.facts.list(op.b) {
                    let alias = module.facts.ops[Int(index)]
                    let original = module.symbols[Int(alias.a)]
                    let isAll = module.facts.strings[Int(alias.a)] == "*"
                    let bound = isAll ? -1 : alias.b == .max ? original : module.symbols[Int(alias.b)]
                    let isRule =
                        op.flags == 0 && name.map { rules.isRoot($0) && !local.holds($0, for: module) } ?? false
                    result[bound] = target(original, isAll: isAll, base, name, level: op.flags, isRule: isRule)
                }
            default: break
            }
        }
        return result
    }

    private func target(
        _ name: Symbol, isAll: Bool, _ base: Program.Resolution, _ module: String?, level: UInt8, isRule: Bool
    ) -> Target? {
        if isRule || base == .outside {
            guard level == 0, let module else { return nil }
            return .external(isAll ? module : module + "." + program.symbols[name])
        }
        if isAll { if case .module(let id) = base { return .module(id) } else { return nil } }
        if case .module(let child) = program.submodule(program.symbols[name], of: base) {
            // A package may define a name that one of its modules has, too.
            if case .module(let id) = base, program.defines(name, in: id) { return .global(id, name) }
            return .module(child)
        }
        if case .module(let id) = base { return .global(id, name) }
        return nil
    }

    /// Libraries whose import alone is the touch.
    private mutating func importTouches(_ id: Int32) -> [Int32] {
        var result: [Int32] = []
        let names = rules.catalog.libraries.filter(\.importIsTouch).flatMap(\.imports)
        guard !names.isEmpty else { return result }
        for target in imports[Int(id)].values {
            guard case .external(let path) = target else { continue }
            for name in names where path == name || path.hasPrefix(name + ".") {
                guard let symbol = program.symbols.find(RuleIndex.top(path)) else { continue }
                let node = node(Self.goalModule(.touch), symbol)
                seeds[0].append(node)
                result.append(node)
                touchingModules.insert(id)
            }
        }
        return result
    }

    // MARK: Reading

    /// For every node: does a definition of it lead to the goal?
    func closure(of goal: Goal) -> [Bool] {
        var result = [Bool](repeating: false, count: keys.count)
        var queue: [Int32] = []
        for seed in seeds[Int(goal.rawValue)] where !result[Int(seed)] {
            result[Int(seed)] = true
            queue.append(seed)
        }
        while let node = queue.popLast() {
            for next in mentionedBy[Int(node)] where !result[Int(next)] {
                result[Int(next)] = true
                queue.append(next)
            }
        }
        return result
    }

    /// For every node: how many mentions lie between it and the goal, those that may mean much counted for more.
    /// `farthest` where none leads there.
    func distances(to goal: Goal) -> [UInt8] {
        var result = [UInt8](repeating: Self.farthest, count: keys.count)
        var queues = [[Int32]](repeating: [], count: Int(Self.farthest) + 8)
        for seed in seeds[Int(goal.rawValue)] where result[Int(seed)] != 0 {
            result[Int(seed)] = 0
            queues[0].append(seed)
        }
        for distance in 0..<Int(Self.farthest) {
            while let node = queues[distance].popLast() {
                guard Int(result[Int(node)]) == distance else { continue }
                let next = min(distance + keys[Int(node)].length, Int(Self.farthest) - 1)
                for definition in mentionedBy[Int(node)] where Int(result[Int(definition)]) > next {
                    result[Int(definition)] = UInt8(next)
                    queues[next].append(definition)
                }
            }
        }
        return result
    }

    static let farthest: UInt8 = 64

    /// The least distance of what is mentioned.
    func distance(_ mentioned: [Int32], in distances: [UInt8]) -> UInt8 {
        mentioned.reduce(Self.farthest) { least, node in
            min(least, distances[Int(node)] &+ UInt8(keys[Int(node)].length))
        }
    }

    func members(in set: [Bool]) -> Set<Symbol> {
        Set(keys.indices.filter { set[$0] && keys[$0].module == -1 }.map { keys[$0].name })
    }

    func globals(in set: [Bool]) -> Set<Symbol> {
        Set(keys.indices.filter { set[$0] && keys[$0].module >= 0 }.map { keys[$0].name })
    }
}

/// Names of things outside the program that are goals by themselves.
private struct SeedNames {
    /// The libraries that each name is found in.
    var roots: [String: Set<String>] = [:]
    /// Names of methods of objects that code may get from anywhere, its own imports apart.
    var members: Set<String> = []

    static func touches(_ rules: RuleIndex, in program: Program) -> Self {
        var result = Self()
        for library in rules.catalog.libraries
        where program.languages.contains(library.language) && isMet(library, rules, program) {
            for row in library.touches + library.uses { result.add(row.name, isMethod: row.kind == .method) }
            for (from, to) in library.aliases where result.roots[last(to)] != nil { result.add(from, isMethod: false) }
            for (from, to) in library.returns where !from.contains("*") && result.roots[last(to)] != nil {
                result.add(from, isMethod: false)
            }
        }
        return result
    }

    /// A rule about the forks of some launchers matters where one of them is called.
    private static func isMet(_ library: LibraryRule, _ rules: RuleIndex, _ program: Program) -> Bool {
        guard !library.launchers.isEmpty else { return true }
        return rules.catalog.launchers.contains { launcher in
            guard library.launchers.contains(launcher.name) else { return false }
            return program.symbols.find(launcher.when?.parameter ?? last(launcher.name)) != nil
        }
    }

    static func forks(_ rules: RuleIndex) -> Self {
        var result = Self()
        for launcher in rules.catalog.launchers where launcher.kind == .fork {
            // What forks only when it is given an argument is found by that argument: everybody calls `run`.
            if let condition = launcher.when, condition.relation == .present {
                result.roots[condition.parameter, default: []].insert(RuleIndex.top(launcher.name))
                result.members.insert(condition.parameter)
            } else {
                result.add(launcher.name, isMethod: false)
                result.members.insert(last(launcher.name))
                // `torch.multiprocessing.Process` is found in modules that import torch alone.
                for family in rules.catalog.families where launcher.name.hasPrefix(family.id + ".") {
                    for module in family.modules { result.roots[last(launcher.name)]?.insert(RuleIndex.top(module)) }
                }
            }
        }
        return result
    }

    static func choices(_ rules: RuleIndex) -> Self {
        var result = Self()
        for family in rules.catalog.families {
            for name in family.setters + family.contexts + Array(family.contextClasses.keys) {
                result.add(name, isMethod: false)
                for module in family.modules { result.roots[last(name), default: []].insert(RuleIndex.top(module)) }
            }
        }
        return result
    }

    /// A method is reached through its class, which code then mentions; a `*` after a call, through that call.
    private mutating func add(_ name: String, isMethod: Bool) {
        let segments = name.split(separator: ".").map(String.init)
        guard let root = segments.first else { return }
        if let star = segments.firstIndex(of: "*") {
            if star > 1, segments[star - 1].hasSuffix("()") {
                roots[Self.last(segments[star - 1]), default: []].insert(root)
            } else if let last = segments.last {
                roots[last, default: []].insert(root)
            }
        } else if !isMethod {
            roots[Self.last(name), default: []].insert(root)
        } else if segments.count > 2 {
            roots[Self.last(segments[segments.count - 2]), default: []].insert(root)
        }
    }

    static func last(_ path: String) -> String {
        let name = path.split(separator: ".").last ?? path[...]
        return String(name.prefix { $0 != "(" })
    }
}
