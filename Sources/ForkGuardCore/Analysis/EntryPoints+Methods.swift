// Start methods in force where a run begins in the middle of a program.

extension EntryPoints {
    /// A function that a framework calls runs in the programs whose scripts import it: where all of those
    /// choose a start method, so it is chosen.
    mutating func adoptScriptMethods(_ module: Int32, _ state: inout State) {
        let methods = adoptedMethods[module] ?? methodsOfScripts(importing: module)
        adoptedMethods[module] = methods
        for (family, methods) in methods where !methods.isDefault { state.methods[family] = methods }
    }

    private func methodsOfScripts(importing module: Int32) -> [Int: StartMethods] {
        var seen: Set<Int32> = [module]
        var queue = [module]
        var found: [Int: StartMethods] = [:]
        var isFirst = true
        while let id = queue.popLast() {
            if program.modules[Int(id)].isScript, let methods = scriptMethods[id] {
                for family in interpreter.rules.catalog.families.indices {
                    let here = methods[family] ?? .byDefault
                    found[family] = isFirst ? here : found[family, default: .byDefault].joined(with: here)
                }
                isFirst = false
            }
            for importer in relevance.runners[Int(id)] where seen.insert(importer).inserted { queue.append(importer) }
        }
        return found
    }

    /// A function that the program names, and that no run of a script or of what nothing names has come to, is called from
    /// somewhere that is hard to follow: after a start method was chosen, if one is chosen anywhere around it and `fork` is not.
    mutating func forgetMethods(of module: Int32, _ state: inout State) {
        guard isOfNamed else { return }
        let families = familiesAround[module] ?? familiesChosen(around: module)
        familiesAround[module] = families
        for family in families { state.methods[family] = StartMethods(isUnknown: true) }
    }

    private mutating func familiesChosen(around module: Int32) -> Set<Int> {
        var result: Set<Int> = []
        var seen: Set<Int32> = [module]
        var queue = [module]
        while let id = queue.popLast() {
            let here = familiesNamed[id] ?? families(namedIn: id)
            familiesNamed[id] = here
            guard let here else { continue }
            result.formUnion(here)
            for importer in relevance.runners[Int(id)] where seen.insert(importer).inserted { queue.append(importer) }
        }
        return result
    }

    /// Families whose method a module may choose, by the names in it; `nil`: it speaks of `fork`, which may be what it chooses.
    private func families(namedIn id: Int32) -> Set<Int>? {
        let names = program.modules[Int(id)].loaded.symbols
        if let fork = program.symbols.find(StartMethod.fork.rawValue), names.contains(fork) { return nil }
        return Set(
            interpreter.rules.catalog.families.enumerated().filter { _, family in
                family.setters.contains { setter in
                    program.symbols.find(SeedNames.last(setter)).map(names.contains) ?? false
                }
            }.map(\.offset))
    }
}
