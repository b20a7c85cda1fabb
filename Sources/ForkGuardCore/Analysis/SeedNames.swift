/// Names of things outside the program that are goals by themselves.
struct SeedNames {
    /// The libraries that each name is found in.
    var roots: [String: Set<String>] = [:]
    /// Names of methods of objects that code may get from anywhere, its own imports apart.
    var members: Set<String> = []
    /// Names that mean the same whatever is imported.
    var free: Set<String> = []
    /// Names of arguments that tell of a fork.
    var arguments: Set<String> = []
    /// Names of what forks nowhere in the program: a server does.
    var ofServers: Set<String> = []
    /// Names that only C can call by.
    var ofC: Set<String> = []
    /// Of names whose every launcher forks where an argument is known to be a text alone, these texts.
    var texts: [String: Set<String>] = [:]

    static func touches(_ rules: RuleIndex, in program: Program) -> Self {
        var result = Self()
        for library in rules.catalog.libraries
        where program.languages.contains(library.language) && isMet(library, rules, program) {
            for row in library.touches + library.uses { result.add(row.name, isMethod: row.kind == .method) }
            if library.isFromC { result.free.formUnion((library.touches + library.uses).map { last($0.name) }) }
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

    static func forks(_ rules: RuleIndex, in program: Program) -> Self {
        var result = Self()
        var others: Set<String> = []
        var withoutText: Set<String> = []
        let languages = program.languages
        for launcher in rules.catalog.launchers
        where launcher.kind == .fork && languages.contains(launcher.language) {
            if case .known(.string(let text))? = launcher.when?.relation {
                result.texts[launcher.foundBy ?? last(launcher.name), default: []].insert(text)
            } else {
                withoutText.insert(launcher.foundBy ?? last(launcher.name))
            }
            if launcher.forksAt == [.config] {
                result.ofServers.insert(launcher.foundBy ?? last(launcher.name))
            } else {
                others.insert(launcher.foundBy ?? last(launcher.name))
            }
            if let mark = launcher.config?.testMark { result.add(mark, isMethod: false) }
            // What forks only when it is given an argument is found by that argument: everybody calls `run`.
            if let argument = launcher.foundBy {
                result.roots[argument, default: []].insert(RuleIndex.top(launcher.name))
                result.members.insert(argument)
                result.arguments.insert(argument)
            } else {
                result.add(launcher.name, isMethod: false)
                if launcher.isOnlyOfC { result.ofC.insert(last(launcher.name)) }
                result.members.insert(last(launcher.name))
                // `torch.multiprocessing.Process` is found in modules that import torch alone.
                for family in rules.catalog.families where launcher.name.hasPrefix(family.id + ".") {
                    for module in family.modules { result.roots[last(launcher.name)]?.insert(RuleIndex.top(module)) }
                }
            }
        }
        result.ofServers.subtract(others)
        for name in withoutText { result.texts[name] = nil }
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

/// Which names of a program are goals by themselves, asked by their numbers.
struct SeedIndex {
    struct Seed {
        var goal: MentionGraph.Goal
        /// Numbers of the libraries that the name is found in.
        var roots: [Int32]
        /// Code may get objects with such a method from anywhere.
        var isMember: Bool
        /// It is the name of an argument.
        var isArgument: Bool
        /// It means the same whatever is imported.
        var isFree: Bool
        var isOfServer: Bool
        /// It is something else in Swift.
        var isOnlyOfC: Bool
        /// One of these must stand in the code; none: nothing must.
        var texts: [Symbol]
    }

    private var seeds: [[Seed]] = []
    /// Place in `seeds` of each symbol, or -1.
    private var places: [Int32]
    private var numbers: [String: Int32] = [:]

    init(_ rules: RuleIndex, _ program: Program) {
        places = [Int32](repeating: -1, count: program.symbols.count)
        let names: [(MentionGraph.Goal, SeedNames)] = [
            (.touch, .touches(rules, in: program)), (.fork, .forks(rules, in: program)), (.choice, .choices(rules)),
        ]
        for (goal, names) in names {
            for (name, roots) in names.roots {
                guard let symbol = program.symbols.find(name) else { continue }
                let texts = names.texts[name]?.sorted().compactMap { program.symbols.find($0) }
                if texts?.isEmpty == true { continue }
                let seed = Seed(
                    goal: goal, roots: roots.map { number(of: $0) }, isMember: names.members.contains(name),
                    isArgument: names.arguments.contains(name), isFree: names.free.contains(name),
                    isOfServer: names.ofServers.contains(name),
                    isOnlyOfC: names.ofC.contains(name),
                    texts: texts ?? [])
                if places[Int(symbol)] < 0 {
                    places[Int(symbol)] = Int32(seeds.count)
                    seeds.append([])
                }
                seeds[Int(places[Int(symbol)])].append(seed)
            }
        }
    }

    private mutating func number(of root: String) -> Int32 {
        if let known = numbers[root] { return known }
        let number = Int32(numbers.count)
        numbers[root] = number
        return number
    }

    /// All texts that must stand in the code for some fork.
    var texts: Set<Symbol> { Set(seeds.joined().flatMap(\.texts)) }

    /// The number of a library that some name is found in.
    func root(_ name: String) -> Int32? { numbers[name] }

    /// What a name is a goal of.
    @inline(__always) func seeds(of name: Symbol) -> [Seed] {
        let place = places[Int(name)]
        return place < 0 ? [] : seeds[Int(place)]
    }
}
