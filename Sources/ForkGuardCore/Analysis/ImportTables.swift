/// What the imports of every module bind, anywhere in it.
struct ImportTables {
    enum Target: Equatable {
        case module(Int32)
        case global(Int32, Symbol)
        /// Something outside the program, by its number in `paths`.
        case external(Int32)
    }

    /// The name that `from module import *` binds.
    static let all: Symbol = -1

    /// Dotted paths of what is outside the program.
    let paths = SymbolTable()
    /// Entries of all modules, those of one by ascending names, and where each module's end.
    private var entries: [Entry] = []
    private var ends: [UInt32] = []

    private struct Entry {
        var name: Symbol
        /// -1: outside the program.
        var module: Int32
        /// The global's name, or the path's number; `whole`: the module itself.
        var part: Int32

        static let whole: Int32 = .min

        var target: Target {
            if module < 0 { return .external(part) }
            return part == Self.whole ? .module(module) : .global(module, part)
        }
    }

    private func range(_ id: Int32) -> Range<Int> { Int(id == 0 ? 0 : ends[Int(id) - 1])..<Int(ends[Int(id)]) }

    /// What a name that a module imports stands for: of several imports the last one.
    subscript(id: Int32, name: Symbol) -> Target? { places(id, name).first.map { entries[$0].target } }

    /// The same, of the branches of an `if` or a `try` that import one name each: the last one first.
    func all(_ id: Int32, _ name: Symbol) -> some Collection<Target> {
        entries[places(id, name)].lazy.map(\.target)
    }

    /// Where the entries of a name stand.
    private func places(_ id: Int32, _ name: Symbol) -> Range<Int> {
        var low = Int(id == 0 ? 0 : ends[Int(id) - 1])
        let end = Int(ends[Int(id)])
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].name < name { low = middle + 1 } else { high = middle }
        }
        var past = low
        while past < end, entries[past].name == name { past += 1 }
        return low..<past
    }

    /// The modules that it imports all names of, in order of their mention.
    func stars(of id: Int32) -> [Target] {
        entries[range(id)].prefix { $0.name == Self.all }.map(\.target)
    }

    /// All that a module imports.
    func names(of id: Int32) -> [(name: Symbol, target: Target)] {
        entries[range(id)].map { ($0.name, $0.target) }
    }

    func targets(of id: Int32) -> [Target] { entries[range(id)].map(\.target) }

    // MARK: Building

    /// Adds a module's; modules come in order.
    mutating func add(_ id: Int32, _ program: Program, _ rules: RuleIndex, _ local: LocalPackages) {
        var found: [Symbol: [Target]] = [:]
        var stars: [Target] = []
        func bind(_ name: Symbol, _ target: Target) {
            if found[name]?.contains(target) != true { found[name, default: []].insert(target, at: 0) }
        }
        let module = program.modules[Int(id)]
        let loaded = module.loaded
        for op in loaded.facts.ops {
            switch op.kind {
            case .importModule:
                let name = loaded.facts.strings[Int(op.a)]
                let bound = op.b == .max ? RuleIndex.top(name) : name
                guard let symbol = op.b == .max ? program.symbols.find(bound) : loaded.symbols[Int(op.b)] else {
                    continue
                }
                let isRule = rules.isRoot(bound) && !local.holds(bound, for: module)
                if !isRule, case .module(let other) = program.resolve(bound, from: id) {
                    bind(symbol, .module(other))
                } else if isRule || program.resolve(bound, from: id) == .outside {
                    bind(symbol, .external(paths.intern(bound)))
                }
            case .importFrom:
                let name = op.a == .max ? nil : loaded.facts.strings[Int(op.a)]
                let base = program.source(of: op, in: loaded.facts, from: id)
                for index in loaded.facts.list(op.b) {
                    let alias = loaded.facts.ops[Int(index)]
                    let original = loaded.symbols[Int(alias.a)]
                    let isAll = loaded.facts.strings[Int(alias.a)] == "*"
                    let bound = alias.b == .max ? original : loaded.symbols[Int(alias.b)]
                    var isRule =
                        op.flags == 0 && name.map { rules.isRoot($0) && !local.holds($0, for: module) } ?? false
                    if case .namespace = base, case .module = program.submodule(program.symbols[original], of: base) {
                        isRule = false
                    }
                    let meant = target(original, isAll: isAll, base, name, op.flags, isRule: isRule, program, rules)
                    guard let meant else { continue }
                    if isAll { stars.append(meant) } else { bind(bound, meant) }
                }
            default: break
            }
        }
        let named = found.sorted { $0.key < $1.key }.flatMap { name, targets in
            targets.map { (name: name, target: $0) }
        }
        for (name, target) in stars.map({ (name: Self.all, target: $0) }) + named {
            switch target {
            case .module(let other): entries.append(Entry(name: name, module: other, part: Entry.whole))
            case .global(let other, let part): entries.append(Entry(name: name, module: other, part: part))
            case .external(let path): entries.append(Entry(name: name, module: -1, part: path))
            }
        }
        ends.append(UInt32(entries.count))
    }

    private func target(
        _ name: Symbol, isAll: Bool, _ base: Program.Resolution, _ module: String?, _ level: UInt8, isRule: Bool,
        _ program: Program, _ rules: RuleIndex
    ) -> Target? {
        if isRule || base == .outside {
            guard level == 0, let module else { return nil }
            let path = isAll ? module : module + "." + program.symbols[name]
            return .external(paths.intern(rules.outsideClass(path) ?? path))
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
}
