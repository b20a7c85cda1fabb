/// Chooses the C files of a package in which something forks, and those that call it by name.
///
/// C that Swift imports may be a library of a hundred files, of which none or one forks.
struct ShimSelection {
    let files: [SourceFile]
    /// Names of what forks.
    let words: Set<String>

    struct Choice {
        /// Index in `files`.
        var file: Int
        var look: SwiftSelection.Look
    }

    /// Functions that call one another through more files than this are no shim.
    private static let longestChain = 4

    func selected() -> [Choice] {
        guard !files.isEmpty else { return [] }
        var chosen: Set<Int> = []
        var names = words
        for _ in 0..<Self.longestChain {
            let filter = WordFilter(names.filter { (1...255).contains($0.utf8.count) })
            var found: Set<String> = []
            for index in files.indices where !chosen.contains(index) {
                guard let bytes = try? files[index].read(), bytes.count <= CShimFacts.longestFile, filter.matches(bytes)
                else { continue }
                let forking = Self.forking(CShimFacts.extract(from: bytes), names)
                guard !forking.isEmpty else { continue }
                chosen.insert(index)
                found.formUnion(forking)
            }
            names.formUnion(found)
            if found.isEmpty { break }
        }
        // C includes headers, not targets.
        let homes = Set(chosen.map { SwiftLayout.home(ofShim: files[$0].path).name })
        return chosen.sorted().map { index in
            Choice(file: index, look: SwiftSelection.Look(forks: true, imports: homes.sorted()))
        }
    }

    /// What a file defines that mentions any of the names, through others of the file.
    private static func forking(_ facts: ModuleFacts, _ names: Set<String>) -> Set<String> {
        var definitions = facts.functions.map { (name: $0.name, mentions: $0.mentions) }
        definitions += facts.bindings.map { (name: $0.name, mentions: $0.mentions) }
        var users: [UInt32: [UInt32]] = [:]
        for definition in definitions {
            for mention in definition.mentions { users[mention.name, default: []].append(definition.name) }
        }
        var found: Set<UInt32> = []
        var waiting = facts.strings.indices.filter { names.contains(facts.strings[$0]) }.map { UInt32($0) }
        while let next = waiting.popLast() {
            for user in users[next] ?? [] where found.insert(user).inserted { waiting.append(user) }
        }
        return Set(found.map { facts.strings[Int($0)] })
    }
}
