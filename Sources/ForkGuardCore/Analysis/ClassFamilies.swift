/// Classes that inherit from one another, however far around: an attribute of `self` in one of them is
/// defined by another of them, or outside the program.
struct ClassFamilies {
    /// Number of each module's first class.
    private var first: [Int32] = []
    private var parents: [Int32] = []
    /// True of those that name bases.
    private var inherits: [Bool] = []
    /// The attributes that the classes of a family define: its least class, and the name.
    private var attributes = PairTable()
    private var namesOfFamilies: [Int32: [Symbol]] = [:]
    /// What was added and is not yet connected: classes by name, what they inherit from, and what they define.
    private var named: [Name: [Int32]] = [:]
    private var bases: [(heir: Int32, module: Int32, holder: Symbol?, symbol: Symbol)] = []
    private var noted: [(number: Int32, symbol: Symbol)] = []

    init() {}

    /// Notes the classes of a module; modules come in order.
    mutating func add(_ id: Int32, _ loaded: LoadedFacts) {
        let (facts, symbols) = (loaded.facts, loaded.symbols)
        let start = Int32(parents.count)
        first.append(start)
        for definition in facts.classes {
            let number = Int32(parents.count)
            parents.append(number)
            inherits.append(!facts.list(definition.bases).isEmpty)
            if definition.name != .max {
                named[Name(module: id, symbol: symbols[Int(definition.name)]), default: []].append(number)
            }
            for base in facts.list(definition.bases).flatMap({ Self.bases(of: $0, facts) }) {
                if let name = Self.name(ofBase: base, facts, symbols) {
                    bases.append((number, id, name.holder, name.symbol))
                }
            }
        }
        for function in facts.functions where function.enclosingClass != .max && function.name != .max {
            noted.append((start + Int32(function.enclosingClass), symbols[Int(function.name)]))
        }
        for binding in facts.bindings where binding.owner != .max {
            noted.append((start + Int32(binding.owner), symbols[Int(binding.name)]))
        }
    }

    /// Finds the families of all classes that were added.
    ///
    /// - Parameter imports: what each module's imports bind.
    mutating func connect(_ imports: ImportTables) {
        for base in bases {
            var name = Name(module: base.module, symbol: base.symbol)
            if let holder = base.holder {
                guard case .module(let other)? = imports[base.module, holder] else { continue }
                name.module = other
            }
            for ancestor in Self.find(name, imports, named) { join(base.heir, ancestor) }
        }
        for number in parents.indices { parents[number] = root(Int32(number)) }
        for (number, symbol) in noted { _ = attributes.number(of: root(number), symbol) }
        (named, bases, noted) = ([:], [], [])
    }

    /// True of a class that names bases.
    func inherits(_ index: UInt32, in module: Int32) -> Bool { inherits[Int(first[Int(module)]) + Int(index)] }

    /// The family of a module's class, by its least class.
    func family(of index: UInt32, in module: Int32) -> Int32 { root(first[Int(module)] + Int32(index)) }

    /// The names of the attributes that a family defines.
    mutating func names(in family: Int32) -> [Symbol] {
        if namesOfFamilies.isEmpty {
            for pair in attributes.pairs { namesOfFamilies[pair.first, default: []].append(pair.second) }
        }
        return namesOfFamilies[family] ?? []
    }

    mutating func forgetNames() { namesOfFamilies = [:] }

    /// The same, where one of the family defines an attribute of that name.
    func family(of index: UInt32, in module: Int32, having name: Symbol) -> Int32? {
        let family = family(of: index, in: module)
        return attributes.find(family, name) == nil ? nil : family
    }

    // MARK: Building

    private struct Name: Hashable {
        var module: Int32
        var symbol: Symbol
    }

    /// The bases that an expression names: of `with_metaclass(Meta, Base)` both.
    private static func bases(of base: UInt32, _ facts: ModuleFacts) -> [UInt32] {
        let call = facts.ops[Int(base)]
        guard call.kind == .call, case let callee = facts.ops[Int(call.a)],
            callee.kind == .name || callee.kind == .attribute,
            facts.strings[Int(callee.kind == .name ? callee.a : callee.b)] == "with_metaclass"
        else { return [base] }
        return Array(facts.list(call.b))
    }

    /// The name that a base class expression comes down to, and the module's name before its dot.
    private static func name(
        ofBase base: UInt32, _ facts: ModuleFacts, _ symbols: [Symbol]
    ) -> (holder: Symbol?, symbol: Symbol)? {
        var op = facts.ops[Int(base)]
        while op.kind == .subscript || op.kind == .call { op = facts.ops[Int(op.a)] }
        if op.kind == .name { return (nil, symbols[Int(op.a)]) }
        guard op.kind == .attribute else { return nil }
        let holder = facts.ops[Int(op.a)]
        return holder.kind == .name ? (symbols[Int(holder.a)], symbols[Int(op.b)]) : nil
    }

    /// Follows a name from module to module, as far as imports hand it on.
    private static func find(
        _ name: Name, _ imports: ImportTables, _ named: [Name: [Int32]]
    ) -> [Int32] {
        var queue = [name]
        var next = 0
        while next < queue.count, next < 8 {
            let name = queue[next]
            next += 1
            if let found = named[name] { return found }
            if let target = imports[name.module, name.symbol] {
                guard case .global(let module, let symbol) = target else { continue }
                queue.append(Name(module: module, symbol: symbol))
            } else {
                for case .module(let module) in imports.stars(of: name.module) {
                    queue.append(Name(module: module, symbol: name.symbol))
                }
            }
        }
        return []
    }

    private func root(_ number: Int32) -> Int32 {
        var number = number
        while parents[Int(number)] != number { number = parents[Int(number)] }
        return number
    }

    /// The same; the way there is half as long afterwards.
    private mutating func shortenedRoot(_ number: Int32) -> Int32 {
        var number = number
        while parents[Int(number)] != number {
            let parent = parents[Int(number)]
            parents[Int(number)] = parents[Int(parent)]
            number = parent
        }
        return number
    }

    private mutating func join(_ left: Int32, _ right: Int32) {
        let (left, right) = (shortenedRoot(left), shortenedRoot(right))
        guard left != right else { return }
        parents[Int(max(left, right))] = min(left, right)
    }
}
