/// Chooses the Swift files that a finding can come from, as `FileSelection` does those of Python.
///
/// Files of one target see one another's globals without a word, so that targets are chosen, not files.
struct SwiftSelection: Sendable {
    var files: [SourceFile]
    let catalog: Catalog
    /// Forks are findings by themselves: no touch is asked for.
    let wantsForks: Bool

    struct Words: Sendable {
        let fork: WordFilter
        let touch: WordFilter
        let own: WordFilter
        /// What forks, by its name alone.
        let shim: Set<String>
    }

    /// What one reading of a file's bytes tells.
    struct Look: Sendable {
        var forks = false
        var touches = false
        var isWanted = false
        /// Modules that it imports.
        var imports: [String] = []
    }

    var words: Words {
        var fork: Set<String> = []
        var shim: Set<String> = []
        for launcher in catalog.launchers where launcher.language == .swift && launcher.kind == .fork {
            guard let name = launcher.name.split(separator: ".").last else { continue }
            shim.insert(String(name))
            if launcher.isOnlyOfC { continue }
            // Called, or named to the linker.
            fork.formUnion([name + "(", "\"" + name + "\""])
        }
        var touch: Set<String> = []
        for library in catalog.libraries where library.language == .swift {
            for row in library.touches {
                let parts = row.name.split(separator: ".").filter { $0 != "*" }
                // A method's class may be spoken of in another file than its call.
                touch.formUnion(parts.suffix(row.kind == .method ? 2 : 1).prefix(1).map(String.init))
            }
            // What gives such an object may be spoken of alone: `DispatchQueue.global()`.
            touch.formUnion(library.returns.keys.compactMap { $0.split(separator: ".").last.map(String.init) })
        }
        return Words(
            fork: WordFilter(fork), touch: WordFilter(touch), own: WordFilter(["forkguard:"]), shim: shim)
    }

    func look(at file: SourceFile, _ words: Words) -> Look {
        guard let bytes = try? file.read() else { return Look(isWanted: true) }
        return Look(
            forks: words.fork.matches(bytes), touches: wantsForks || words.touch.matches(bytes),
            isWanted: file.isNamed || words.own.matches(bytes), imports: Self.imports(in: bytes))
    }

    /// Indices in `files`, ascending.
    func selected(_ looks: [Look]) -> [Int] {
        guard looks.contains(where: \.forks), looks.contains(where: \.touches) else {
            return looks.indices.filter { looks[$0].isWanted }
        }
        var groups: [String: Int] = [:]
        var byName: [String: [Int]] = [:]
        let groupOfFile = files.map { file in
            let home =
                file.isShim
                ? SwiftLayout.home(ofShim: file.path) : SwiftLayout.home(of: file.path, isProgram: false)
            if let known = groups[home.key] { return known }
            let index = groups.count
            groups[home.key] = index
            byName[home.name, default: []].append(index)
            return index
        }
        var imported = [Set<Int>](repeating: [], count: groups.count)
        var importers = imported
        for (file, look) in looks.enumerated() {
            for name in look.imports {
                for target in byName[name] ?? [] {
                    imported[groupOfFile[file]].insert(target)
                    importers[target].insert(groupOfFile[file])
                }
            }
        }
        func marked(_ isGoal: (Look) -> Bool) -> [Int] {
            looks.indices.filter { isGoal(looks[$0]) }.map { groupOfFile[$0] }
        }
        let forking = Self.closure(of: marked(\.forks), importers)
        let touching = Self.closure(of: marked(\.touches), importers)
        let reached = Self.closure(of: Array(forking.intersection(touching)), imported)
        return looks.indices.filter { looks[$0].isWanted || reached.contains(groupOfFile[$0]) }
    }

    private static func closure(of starts: [Int], _ edges: [Set<Int>]) -> Set<Int> {
        var result = Set(starts)
        var queue = Array(result)
        while let next = queue.popLast() {
            for target in edges[next] where result.insert(target).inserted { queue.append(target) }
        }
        return result
    }

    // MARK: Imports

    private static let keyword = Array("import".utf8)
    private static let kinds: Set<String> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
    ]

    /// The modules that lines of the form `[@attributes] [modifiers] import [kind] Module` name. A line of a comment may
    /// read like one: more are seen than there are, never fewer.
    static func imports(in bytes: [UInt8]) -> [String] {
        var result: Set<String> = []
        bytes.withUnsafeBufferPointer { text in
            var at = 0
            while at + keyword.count < text.count {
                guard text[at] == keyword[0], (0..<keyword.count).allSatisfy({ text[at + $0] == keyword[$0] }),
                    at == 0 || !isName(text[at - 1]), !isName(text[at + keyword.count])
                else {
                    at += 1
                    continue
                }
                at += keyword.count
                var word = nextWord(text, &at)
                if kinds.contains(word) { word = nextWord(text, &at) }
                if !word.isEmpty { result.insert(word) }
            }
        }
        return result.sorted()
    }

    private static func nextWord(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> String {
        while at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x60 { at += 1 }
        let start = at
        while at < text.count, isName(text[at]) { at += 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: text[start..<at]), as: UTF8.self)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
            || byte >= 0x80
    }
}
