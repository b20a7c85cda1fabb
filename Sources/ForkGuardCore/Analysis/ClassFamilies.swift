/// Classes that inherit from one another, however far around: an attribute of `self` in one of them is
/// defined by another of them, or outside the program.
struct ClassFamilies {
    /// Number of each module's first class.
    private var first: [Int32] = []
    private var parents: [Int32] = []
    /// The attributes that the classes of a family define, by its least class.
    private var attributes: [Int32: Set<Symbol>] = [:]

    init() {}

    /// - Parameter imports: what each module's imports bind.
    init(program: Program, imports: [[Symbol: MentionGraph.Target]]) {
        var named: [Name: [Int32]] = [:]
        for (id, module) in program.modules.enumerated() {
            first.append(Int32(parents.count))
            for definition in module.facts.classes {
                let number = Int32(parents.count)
                parents.append(number)
                guard definition.name != .max else { continue }
                named[Name(module: Int32(id), symbol: module.symbols[Int(definition.name)]), default: []].append(number)
            }
        }
        for (id, module) in program.modules.enumerated() {
            for (index, definition) in module.facts.classes.enumerated() {
                for base in module.facts.list(definition.bases) {
                    for ancestor in Self.classes(Int32(id), module, base, imports, named) {
                        join(first[id] + Int32(index), ancestor)
                    }
                }
            }
        }
        for number in parents.indices { parents[number] = root(Int32(number)) }
        for (id, module) in program.modules.enumerated() {
            for function in module.facts.functions where function.enclosingClass != .max && function.name != .max {
                note(function.name, function.enclosingClass, Int32(id), module)
            }
            for binding in module.facts.bindings where binding.owner != .max {
                note(binding.name, binding.owner, Int32(id), module)
            }
        }
    }

    /// The family of a module's class, by its least class.
    func family(of index: UInt32, in module: Int32) -> Int32 { root(first[Int(module)] + Int32(index)) }

    /// The same, where one of the family defines an attribute of that name.
    func family(of index: UInt32, in module: Int32, having name: Symbol) -> Int32? {
        let family = family(of: index, in: module)
        return attributes[family]?.contains(name) == true ? family : nil
    }

    // MARK: Building

    private struct Name: Hashable {
        var module: Int32
        var symbol: Symbol
    }

    private mutating func note(_ name: UInt32, _ index: UInt32, _ id: Int32, _ module: Program.Module) {
        attributes[family(of: index, in: id), default: []].insert(module.symbols[Int(name)])
    }

    /// Classes of the program that a base class expression may mean.
    private static func classes(
        _ id: Int32, _ module: Program.Module, _ base: UInt32, _ imports: [[Symbol: MentionGraph.Target]],
        _ named: [Name: [Int32]]
    ) -> [Int32] {
        var op = module.facts.ops[Int(base)]
        while op.kind == .subscript || op.kind == .call { op = module.facts.ops[Int(op.a)] }
        if op.kind == .name { return find(Name(module: id, symbol: module.symbols[Int(op.a)]), imports, named) }
        guard op.kind == .attribute else { return [] }
        let holder = module.facts.ops[Int(op.a)]
        guard holder.kind == .name, case .module(let other)? = imports[Int(id)][module.symbols[Int(holder.a)]] else {
            return []
        }
        return find(Name(module: other, symbol: module.symbols[Int(op.b)]), imports, named)
    }

    /// Follows a name from module to module, as far as imports hand it on.
    private static func find(
        _ name: Name, _ imports: [[Symbol: MentionGraph.Target]], _ named: [Name: [Int32]]
    ) -> [Int32] {
        var name = name
        for _ in 0..<8 {
            if let found = named[name] { return found }
            let table = imports[Int(name.module)]
            switch (table[name.symbol], table[-1]) {
            case (.global(let module, let symbol)?, _): name = Name(module: module, symbol: symbol)
            case (nil, .module(let module)?): name.module = module
            default: return []
            }
        }
        return []
    }

    private func root(_ number: Int32) -> Int32 {
        var number = number
        while parents[Int(number)] != number { number = parents[Int(number)] }
        return number
    }

    private mutating func join(_ left: Int32, _ right: Int32) {
        let (left, right) = (root(left), root(right))
        guard left != right else { return }
        parents[Int(max(left, right))] = min(left, right)
    }
}
