/// Which names can lead to a touch or a fork at all, so that only those functions are run.
///
/// A name leads there when some definition of it mentions a name that does: an over-approximation that
/// needs no types. What it leaves out cannot make a finding.
struct Relevance {
    private var touching: Set<Symbol> = []
    private var forking: Set<Symbol> = []
    private var matteringModules: Set<Int32> = []
    private let program: Program

    init(program: Program, rules: RuleIndex, symbols: SymbolTable) {
        self.program = program
        var touchSeeds: Set<String> = []
        var forkSeeds: Set<String> = []
        for library in rules.catalog.libraries where library.language == .python {
            for touch in library.touches where touch.kind != .method || touch.name.contains("*") {
                touchSeeds.insert(Self.last(touch.name))
            }
            for (from, _) in library.aliases { touchSeeds.insert(Self.last(from)) }
            for (from, _) in library.returns where !from.contains("*") { touchSeeds.insert(Self.last(from)) }
            if library.importIsTouch { touchSeeds.formUnion(library.imports) }
        }
        for launcher in rules.catalog.launchers where launcher.kind == .fork {
            forkSeeds.insert(Self.last(launcher.name))
            if let condition = launcher.when, condition.relation == .present { forkSeeds.insert(condition.parameter) }
        }
        let edges = Self.edges(of: program)
        touching = Self.closure(of: touchSeeds, edges, symbols)
        forking = Self.closure(of: forkSeeds, edges, symbols)
        let choices = rules.catalog.families.flatMap { $0.setters + $0.contexts }.map(Self.last)
        let matters = touching.union(forking).union(choices.compactMap(symbols.find))
        matteringModules = Self.modules(of: program, mentioning: matters)
    }

    static func last(_ path: String) -> String {
        let name = path.split(separator: ".").last.map(String.init) ?? path
        return name.hasSuffix("()") ? String(name.dropLast(2)) : name
    }

    // MARK: Questions

    func mayTouch(named name: Symbol) -> Bool { touching.contains(name) }
    func mayFork(named name: Symbol) -> Bool { forking.contains(name) }

    func mayTouch(_ function: FunctionID) -> Bool { mentions(of: function).contains(where: touching.contains) }
    func mayFork(_ function: FunctionID) -> Bool { mentions(of: function).contains(where: forking.contains) }

    private func mentions(of function: FunctionID) -> [Symbol] {
        let place = program.functions[Int(function)]
        let module = program.modules[Int(place.module)]
        return module.facts.functions[place.index].mentions.map { module.symbols[Int($0)] }
    }

    /// True when a module's top level, or that of a module it imports, may touch, fork or choose a start method.
    func topLevelMatters(_ module: Int32) -> Bool { matteringModules.contains(module) }

    func classMatters(_ info: ClassInfo?) -> Bool {
        guard let info else { return false }
        let module = program.modules[Int(info.module)]
        let facts = module.facts.classes[info.index]
        if facts.mentions.contains(where: { touching.contains(module.symbols[Int($0)]) }) { return true }
        return module.facts.functions.indices.contains {
            module.facts.functions[$0].enclosingClass == UInt32(info.index)
                && module.facts.functions[$0].mentions.contains { touching.contains(module.symbols[Int($0)]) }
        }
    }

    func moduleMayFork(_ id: Int32) -> Bool {
        let module = program.modules[Int(id)]
        return module.facts.mentions.contains { forking.contains(module.symbols[Int($0)]) }
    }

    // MARK: Closures

    /// Mentioned name -> names whose definitions mention it.
    private static func edges(of program: Program) -> [Symbol: [Symbol]] {
        var edges: [Symbol: Set<Symbol>] = [:]
        for module in program.modules {
            func add(_ name: UInt32, _ mentions: [UInt32]) {
                guard name != .max else { return }
                let target = module.symbols[Int(name)]
                for mention in mentions { edges[module.symbols[Int(mention)], default: []].insert(target) }
            }
            for function in module.facts.functions where !function.isLambda { add(function.name, function.mentions) }
            for definition in module.facts.classes { add(definition.name, definition.mentions) }
            for binding in module.facts.bindings { add(binding.name, binding.mentions) }
        }
        return edges.mapValues(Array.init)
    }

    private static func closure(of seeds: Set<String>, _ edges: [Symbol: [Symbol]], _ symbols: SymbolTable) -> Set<Symbol> {
        var result = Set(seeds.compactMap { symbols.find($0) })
        var queue = Array(result)
        while let name = queue.popLast() {
            for next in edges[name] ?? [] where result.insert(next).inserted { queue.append(next) }
        }
        return result
    }

    private static func modules(of program: Program, mentioning names: Set<Symbol>) -> Set<Int32> {
        var result: Set<Int32> = []
        var importers: [Int32: [Int32]] = [:]
        for (index, module) in program.modules.enumerated() {
            let id = Int32(index)
            if module.facts.mentions.contains(where: { names.contains(module.symbols[Int($0)]) }) { result.insert(id) }
            for target in program.imports(of: id) { importers[target, default: []].append(id) }
        }
        var queue = Array(result)
        while let id = queue.popLast() {
            for importer in importers[id] ?? [] where result.insert(importer).inserted { queue.append(importer) }
        }
        return result
    }
}

extension Program {
    /// Scanned modules that a module imports anywhere, packages on the way included.
    func imports(of id: Int32) -> Set<Int32> {
        let module = modules[Int(id)]
        var result: Set<Int32> = []
        func add(_ resolution: Resolution) { if case .module(let found) = resolution { result.insert(found) } }
        func addWithPackages(_ name: String) {
            var prefix = ""
            for part in name.split(separator: ".") {
                prefix += prefix.isEmpty ? part : "." + part
                add(resolve(prefix, from: id))
            }
        }
        for op in module.facts.ops {
            switch op.kind {
            case .importModule: addWithPackages(module.facts.strings[Int(op.a)])
            case .importFrom:
                let name = op.a == .max ? nil : module.facts.strings[Int(op.a)]
                let base: Resolution
                if op.flags > 0 {
                    base = resolveRelative(name, level: Int(op.flags), from: id)
                } else {
                    addWithPackages(name ?? "")
                    base = resolve(name ?? "", from: id)
                }
                add(base)
                for index in module.facts.list(op.b) {
                    add(submodule(module.facts.strings[Int(module.facts.ops[Int(index)].a)], of: base))
                }
            default: break
            }
        }
        result.remove(id)
        return result
    }
}
