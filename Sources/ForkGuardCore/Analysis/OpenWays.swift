/// Ways to classes that nothing names: those that `__subclasses__` finds, and those that have told their base of themselves
/// (`__init_subclass__`).
struct OpenWays {
    /// Of bodies, and of modules by their top levels, the families whose classes they come to.
    private(set) var ofBodies: [Int32: [Int32]] = [:]
    private(set) var ofModules: [Int32: [Int32]] = [:]
    /// The bodies of the classes of each family.
    private(set) var classes: [Int32: [Int32]] = [:]

    /// Stands for every family.
    static let any: Int32 = -1

    mutating func add(body: Int32, to family: Int32) { ofBodies[body, default: []].append(family) }
    mutating func add(module: Int32, to family: Int32) { ofModules[module, default: []].append(family) }
    mutating func add(class body: Int32, of family: Int32) {
        classes[family, default: []].append(body)
        classes[Self.any, default: []].append(body)
    }
}

extension MentionGraph {
    mutating func noteOpenWays(
        _ id: Int32, _ loaded: LoadedFacts, _ classes: [Int32], firstFunction: FunctionID
    ) {
        for (index, body) in classes.enumerated() {
            openWays.add(class: body, of: families.family(of: UInt32(index), in: id))
        }
        if let asking = program.symbols.find("__subclasses__") {
            for (index, function) in loaded.facts.functions.enumerated() {
                for mention in function.mentions where loaded.symbols[Int(mention.name)] == asking {
                    let family = family(askedBy: mention, id, loaded)
                    openWays.add(body: functions[Int(firstFunction) + index], to: family)
                }
            }
            for mention in loaded.facts.mentions where loaded.symbols[Int(mention.name)] == asking {
                openWays.add(module: id, to: family(askedBy: mention, id, loaded))
            }
        }
        guard let hook = program.symbols.find("__init_subclass__") else { return }
        for (index, body) in classes.enumerated() {
            if let family = families.family(of: UInt32(index), in: id, having: hook) {
                openWays.add(body: body, to: family)
            }
        }
        // What the hook keeps stands where it is defined.
        for function in loaded.facts.functions
        where function.enclosingClass != .max && function.name != .max && loaded.symbols[Int(function.name)] == hook {
            openWays.add(module: id, to: families.family(of: function.enclosingClass, in: id))
        }
    }

    /// The family of the class whose `__subclasses__` are asked for.
    private func family(askedBy mention: Mention, _ id: Int32, _ loaded: LoadedFacts) -> Int32 {
        if let owner = mention.owner { return families.family(of: owner, in: id) }
        guard mention.isMember else { return OpenWays.any }
        var (home, name) = (id, loaded.symbols[Int(mention.base)])
        switch imports[id, name] {
        case .global(let other, let original)?: (home, name) = (other, original)
        case .module?, .external?: return OpenWays.any
        case nil: break
        }
        let there = program.modules[Int(home)].outline
        let index = there.facts.classes.firstIndex { $0.name != .max && there.symbols[Int($0.name)] == name }
        return index.map { families.family(of: UInt32($0), in: home) } ?? OpenWays.any
    }
}
