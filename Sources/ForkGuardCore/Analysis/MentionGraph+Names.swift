// What names mean where they are mentioned.

extension MentionGraph {
    /// The nodes that mentions speak of, ascending.
    ///
    /// - Parameter others: nodes besides.
    mutating func resolve(
        _ mentions: [Mention], _ id: Int32, _ module: Program.Module, _ loaded: LoadedFacts,
        besides others: [Int32] = []
    ) -> [Int32] {
        var result = others
        if module.language == .swift {
            resolveSwift(mentions, id, loaded, &result)
        } else {
            let importsByName = loadersOfModules.contains(id)
            for mention in mentions {
                // The name of a start method, not of `os.fork`, where nothing is looked up by its name.
                if mention.base == Mention.text, loaded.symbols[Int(mention.name)] == forkText,
                    !mentions.contains(where: { loaded.symbols[Int($0.name)] == lookUp })
                {
                    continue
                }
                resolve(mention, id, loaded, importsByName: importsByName, &result)
            }
        }
        noteGoals(among: result, in: id)
        result.sort()
        var count = 0
        for node in result where count == 0 || result[count - 1] != node {
            result[count] = node
            count += 1
        }
        result.removeLast(result.count - count)
        return result
    }

    mutating func noteMentioned(_ loaded: LoadedFacts) {
        for mention in loaded.facts.mentions { isMentioned[Int(loaded.symbols[Int(mention.name)])] = true }
        for function in loaded.facts.functions {
            for mention in function.mentions { isMentioned[Int(loaded.symbols[Int(mention.name)])] = true }
        }
    }

    /// True for a public method whose name nothing in the program mentions: if anything calls it, code outside does.
    func isCalledFromOutside(_ function: FunctionFacts, _ module: Program.Module, _ loaded: LoadedFacts) -> Bool {
        guard function.enclosingClass != .max, function.name != .max, module.language == .python else { return false }
        let name = loaded.symbols[Int(function.name)]
        return !isMentioned[Int(name)] && !program.symbols[name].hasPrefix("_")
    }

    /// What methods of classes inside functions mention, by these functions: whoever calls those may make and use an object.
    mutating func mentionsOfLocalClasses(
        _ id: Int32, _ module: Program.Module, _ loaded: LoadedFacts
    ) -> [UInt32: [Int32]] {
        var result: [UInt32: [Int32]] = [:]
        for function in loaded.facts.functions where function.enclosingClass != .max {
            let home = loaded.facts.classes[Int(function.enclosingClass)].enclosingFunction
            if home != .max { result[home, default: []] += resolve(function.mentions, id, module, loaded) }
        }
        return result
    }

    private mutating func resolve(
        _ mention: Mention, _ id: Int32, _ loaded: LoadedFacts, importsByName: Bool, _ result: inout [Int32]
    ) {
        let name = loaded.symbols[Int(mention.name)]
        switch mention.base {
        case Mention.plain:
            if let target = imports[id, name] {
                _ = add(target, &result)
                // Other branches of the module may import the name from elsewhere, or define it.
                if imports.all(id, name).count > 1 || declares(name, id) { add(id, name, &result) }
            } else {
                add(id, name, &result)
                addStarred(name, of: id, &result)
            }
        case Mention.text:
            addText(name, in: id, &result)
            add(id, name, &result)
            seed(nil, name, in: id, &result)
        case Mention.computed: addAttributes(beginningWith: program.symbols[name], &result)
        case Mention.computedOwn: break
        case Mention.handed:
            if case .module(let other)? = imports[id, name] { addClasses(of: other, &result) }
        case Mention.keyword: seed(nil, name, in: id, isArgument: true, &result)
        case Mention.member: addMember(name, id, importsByName: importsByName, &result)
        default:
            if let owner = mention.owner {
                if let family = families.family(of: owner, in: id, having: name) {
                    result.append(nodes.number(of: Self.firstFamily - family, name))
                } else {
                    add(-1, name, &result)
                    seed(nil, name, in: id, &result)
                }
                return
            }
            var isMember = false
            let targets = imports.all(id, loaded.symbols[Int(mention.base)])
            for target in targets {
                switch target {
                case .external(let path):
                    // An attribute of `current_app` is what the program has given the application.
                    if rules.currentApplications[imports.paths[path]] != nil { isMember = true; continue }
                    seed(path, name, in: id, &result)
                case .module(let other):
                    isMember = true
                    add(other, name, &result)
                    addStarred(name, of: other, &result)
                    // `package.module.name`: which of the package's modules is not looked up.
                    for home in homes(of: name, under: other) { add(home, name, &result) }
                    if let moduleHook { add(other, moduleHook, &result) }
                case .global: isMember = true
                }
            }
            guard isMember || targets.isEmpty else { return }
            // A package's submodules and an imported object's members are attributes by name.
            addMember(name, id, importsByName: importsByName, &result)
        }
    }

    /// `getattr(value, "do_" + name)`.
    private mutating func addAttributes(beginningWith text: String, _ result: inout [Int32]) {
        if let known = attributesByBeginning[text] { return result += known }
        var found: [Int32] = []
        for (node, pair) in nodes.pairs.enumerated()
        where pair.first == -1 && program.symbols[pair.second].hasPrefix(text) { found.append(Int32(node)) }
        attributesByBeginning[text] = found
        result += found
    }

    /// The attributes of a class's family that `getattr(self, "do_" + name)` may find.
    mutating func attributesComputed(
        in function: FunctionFacts, _ id: Int32, _ loaded: LoadedFacts
    ) -> [Int32] {
        guard function.mentions.contains(where: { $0.base == Mention.computedOwn }) else { return [] }
        var owner = function.enclosingClass
        if owner == .max, function.enclosingFunction != .max {
            owner = loaded.facts.functions[Int(function.enclosingFunction)].enclosingClass
        }
        guard owner != .max else { return [] }
        let family = families.family(of: owner, in: id)
        var result: [Int32] = []
        for mention in function.mentions where mention.base == Mention.computedOwn {
            let text = program.symbols[loaded.symbols[Int(mention.name)]]
            for name in families.names(in: family) where program.symbols[name].hasPrefix(text) {
                result.append(nodes.number(of: Self.firstFamily - family, name))
            }
        }
        return result
    }

    /// Whoever is handed a module may look a class of it up by a name that nobody knows: `getattr(module, kind)(path)`.
    private mutating func addClasses(of module: Int32, _ result: inout [Int32]) {
        let loaded = program.modules[Int(module)].outline
        for name in Self.classesByName(loaded) { add(module, name, &result) }
    }

    /// The classes that a module's top level defines, where they are few.
    static func classesByName(_ loaded: LoadedFacts) -> [Symbol] {
        let names = loaded.facts.classes.filter { $0.enclosingFunction == .max && $0.name != .max }
            .map { loaded.symbols[Int($0.name)] }
        return names.count <= Limits.classesByName ? names : []
    }

    /// True for a module that itself defines a global of that name.
    private func declares(_ name: Symbol, _ id: Int32) -> Bool {
        guard let known = homes[name] else { return false }
        var (low, high) = (0, known.count)
        while low < high {
            let middle = (low + high) / 2
            if known[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < known.count && known[low] == id
    }

    private mutating func addMember(_ name: Symbol, _ id: Int32, importsByName: Bool, _ result: inout [Int32]) {
        add(-1, name, &result)
        if importsByName {
            for home in homes[name] ?? [] where loadable.contains(home) { add(home, name, &result) }
        }
        seed(nil, name, in: id, &result)
    }

    /// What a string may name: an attribute of that name, somewhere, or by `package.module:name` a global.
    private mutating func addText(_ name: Symbol, in id: Int32, _ result: inout [Int32]) {
        let text = program.symbols[name]
        if let dot = text.utf8.lastIndex(where: { $0 == 0x2E || $0 == 0x3A }) {
            guard case .module(let home) = program.resolve(String(text[..<dot]), from: id),
                let global = program.symbols.find(String(text[text.index(after: dot)...]))
            else { return }
            return add(home, global, &result)
        }
        for home in homes[name] ?? [] where loadable.contains(home) { add(home, name, &result) }
        if let known = nodes.find(Self.anyText, name) { return result.append(known) }
        var attribute: [Int32] = []
        add(-1, name, &attribute)
        guard !attribute.isEmpty else { return }
        let node = nodes.number(of: Self.anyText, name)
        add(attribute, behind: [node])
        result.append(node)
    }

    private mutating func add(_ module: Int32, _ name: Symbol, _ result: inout [Int32]) {
        if addsMentioned {
            result.append(nodes.number(of: module, name))
        } else if let node = nodes.find(module, name) {
            result.append(node)
        }
    }

    /// Adds what `from module import *` in a module may bind the name to, and what such imports in those do.
    private mutating func addStarred(_ name: Symbol, of id: Int32, _ result: inout [Int32]) {
        var found = [id]
        var next = 0
        while next < found.count {
            for star in imports.stars(of: found[next]) {
                switch star {
                case .module(let other):
                    guard !found.contains(other) else { continue }
                    found.append(other)
                    switch imports[other, name] {
                    case .global(let home, let original)?: add(home, original, &result)
                    case .external(let path)?: seed(path, name, in: id, &result)
                    case .module?, nil: add(other, name, &result)
                    }
                case .external(let path): seed(path, name, in: id, &result)
                case .global: break
                }
            }
            next += 1
        }
    }

    /// Swift decides by types what a name means: here it stands for every member of that name that its target may come
    /// to, and for the globals that the file sees.
    private mutating func resolveSwift(
        _ mentions: [Mention], _ id: Int32, _ loaded: LoadedFacts, _ result: inout [Int32]
    ) {
        for name in Set(mentions.map { loaded.symbols[Int($0.name)] }) {
            if addsMentioned { add(-1, name, &result) }
            for home in members.homes(of: name, seenFrom: id) { add(Self.node(ofTarget: home), name, &result) }
            add(id, name, &result)
            for home in program.targets.homes(of: name, seenFrom: id) { add(home, name, &result) }
            seed(nil, name, in: id, &result)
        }
    }

    /// Adds the goals that a name of something outside the program is, where rules know it.
    private mutating func seed(
        _ path: Int32?, _ name: Symbol, in module: Int32, isArgument: Bool = false, _ result: inout [Int32]
    ) {
        for seed in seeds.seeds(of: name) where !isArgument || seed.isArgument {
            if seed.isOnlyOfC, program.isSwift(module), !program.isShim(module) { continue }
            if seed.isFree {
                // A function of C: any module may declare it.
            } else if let path {
                guard seed.roots.contains(rootOfPath[Int(path)]) else { continue }
            } else if seed.isMember {
                guard seed.roots.contains(where: allRoots.contains) else { continue }
            } else {
                guard seed.roots.contains(where: rootsImported[Int(module)].contains) else { continue }
            }
            result.append(nodes.number(of: Self.module(of: seed.goal), name))
        }
    }

    /// Adds what an imported name stands for; false where that is nothing.
    mutating func add(_ target: ImportTables.Target, _ result: inout [Int32]) -> Bool {
        switch target {
        case .module: return false
        case .global(let module, let name):
            add(module, name, &result)
            addStarred(name, of: module, &result)
            if let moduleHook { add(module, moduleHook, &result) }
            return true
        case .external(let path):
            let before = result.count
            let name = nameOfPath[Int(path)]
            if name >= 0 { seed(path, name, in: 0, &result) }
            return result.count > before
        }
    }

    // MARK: Attributes by their names

    /// Stands for the module of a member that code of a target may mean.
    static func node(ofTarget target: Int) -> Int32 { firstTarget - Int32(target) }

    /// The nodes that a method stands behind by its name alone.
    mutating func member(_ function: FunctionFacts, _ id: Int32, _ loaded: LoadedFacts) -> [Int32] {
        let name = loaded.symbols[Int(function.name)]
        guard program.isSwift(id) else { return [nodes.number(of: -1, name)] }
        return nodes(of: name, for: members.homes(ofMemberOf: function.enclosingClass, in: id, loaded, program))
    }

    /// The nodes that a value stands behind which an attribute is given.
    mutating func attribute(_ binding: ModuleFacts.Binding, _ id: Int32, _ loaded: LoadedFacts) -> [Int32] {
        let name = loaded.symbols[Int(binding.name)]
        guard program.isSwift(id) else { return [nodes.number(of: -1, name)] }
        let homes =
            binding.owner == .max
            ? members.homes(ofAttributeWrittenIn: id)
            : members.homes(ofMemberOf: binding.owner, in: id, loaded, program)
        return nodes(of: name, for: homes)
    }

    private mutating func nodes(of name: Symbol, for homes: [Int]) -> [Int32] {
        members.declare(name, for: homes)
        return homes.map { nodes.number(of: Self.node(ofTarget: $0), name) }
    }
}
