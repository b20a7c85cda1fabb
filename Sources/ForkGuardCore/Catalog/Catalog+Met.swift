extension Catalog {
    /// The catalog without the libraries that a program cannot meet, since none of its names leads to one: most programs
    /// meet a few of a hundred, and arranging what is known of all costs more than scanning a file.
    ///
    /// - Parameters:
    ///   - names: all texts of the program, dotted or not.
    ///   - languages: those that it is written in.
    func met(by names: SymbolTable, in languages: Set<SourceLanguage>) -> Catalog {
        let tops = SymbolTable()
        let rules = libraries.map { RuleTops($0, tops) }
        let sameNames = Array(equivalents) + families.flatMap { family in family.modules.map { ($0, family.id) } }
        let others = sameNames.map { (tops.intern(RuleIndex.top($0)), tops.intern(RuleIndex.top($1))) }
        var isMet = names.beginnings(among: tops)
        var kept = rules.map { $0.isAlwaysMet }
        // What one library's calls give may be another's: a row that names it leads there.
        var isChanging = true
        while isChanging {
            isChanging = false
            for (from, to) in others where isMet[Int(from)] && !isMet[Int(to)] {
                isMet[Int(to)] = true
                isChanging = true
            }
            for (index, rule) in rules.enumerated()
            where !kept[index] && rule.spokenOf.contains(where: { isMet[Int($0)] }) {
                kept[index] = true
                isChanging = true
            }
            for (index, rule) in rules.enumerated() where kept[index] {
                for top in rule.leadsTo where !isMet[Int(top)] {
                    isMet[Int(top)] = true
                    isChanging = true
                }
            }
        }
        let runtimes = Set(libraries.indices.filter { kept[$0] }.map { libraries[$0].runtime })
        var result = self
        result.libraries = libraries.filter { languages.contains($0.language) && runtimes.contains($0.runtime) }
        return result
    }

    /// The first parts of the names that a rule speaks of.
    private struct RuleTops {
        /// Those by which a program comes to the library.
        var spokenOf: Set<Symbol> = []
        /// Those of what its calls give.
        var leadsTo: Set<Symbol> = []
        var isAlwaysMet = false

        init(_ rule: LibraryRule, _ tops: SymbolTable) {
            func add(_ names: some Sequence<String>, to set: inout Set<Symbol>) {
                var last: String?
                for name in names {
                    let top = RuleIndex.top(name)
                    if top == last { continue }
                    last = top
                    set.insert(tops.intern(top))
                }
            }
            add(rule.imports, to: &spokenOf)
            add((rule.touches + rule.uses).lazy.map(\.name), to: &spokenOf)
            add(rule.releases + rule.notTouches + rule.implies + rule.settings + rule.listeners, to: &spokenOf)
            add(rule.aliases.keys, to: &spokenOf)
            add(rule.returns.keys, to: &spokenOf)
            add(rule.aliases.values, to: &leadsTo)
            add(rule.returns.values, to: &leadsTo)
            // Functions of C are known by their names alone, generated modules by the endings of theirs.
            isAlwaysMet =
                rule.isFromC || !rule.generatedClients.isEmpty
                || spokenOf.contains { ["*", "builtins"].contains(tops[$0]) }
        }
    }
}
