/// What is read of a module's facts while a scan runs: the facts, and their strings as symbols.
final class LoadedFacts {
    let facts: ModuleFacts
    /// Program-wide symbol of each of the module's strings.
    let symbols: [Symbol]

    init(facts: ModuleFacts, symbols: [Symbol]) {
        self.facts = facts
        self.symbols = symbols
    }
}

/// The facts of one module, in memory or decoded when they are asked for.
final class ModuleCode {
    fileprivate var current: LoadedFacts?
    fileprivate let place: (offset: Int, count: Int)
    fileprivate unowned let memory: CodeMemory
    fileprivate var isUsed = false
    fileprivate var size = 0

    fileprivate init(_ memory: CodeMemory, at place: (offset: Int, count: Int)) {
        self.memory = memory
        self.place = place
    }

    /// The facts. Whoever holds the result keeps them in memory.
    @inline(__always) var loaded: LoadedFacts {
        if let current {
            if !isUsed { isUsed = true }
            return current
        }
        return memory.load(self)
    }
}

/// Decodes facts of modules on demand and lets go of those that have not been asked for lately.
final class CodeMemory {
    private let store: FactsStore
    private let table: SymbolTable
    /// Modules whose facts are decoded now, in a ring, and the hand that goes round it.
    private var ring: [ModuleCode] = []
    private var hand = 0
    private var used = 0

    init(store: FactsStore, table: SymbolTable) {
        self.store = store
        self.table = table
    }

    /// Takes over a module's facts; its strings become symbols.
    func add(_ entry: FactsStore.Entry) -> (code: ModuleCode, loaded: LoadedFacts) {
        switch entry {
        case .facts(let facts):
            let code = ModuleCode(self, at: (0, 0))
            let loaded = LoadedFacts(facts: facts, symbols: facts.strings.map { table.intern($0) })
            code.current = loaded
            return (code, loaded)
        case .coded(let offset, let count):
            let code = ModuleCode(self, at: (offset, count))
            let loaded = decode(code)
            keep(loaded, for: code)
            return (code, loaded)
        }
    }

    fileprivate func load(_ code: ModuleCode) -> LoadedFacts {
        let loaded = decode(code)
        keep(loaded, for: code)
        return loaded
    }

    private func decode(_ code: ModuleCode) -> LoadedFacts {
        let facts = store.facts(code.place.offset, code.place.count)
        return LoadedFacts(facts: facts, symbols: facts.strings.map { table.intern($0) })
    }

    private func keep(_ loaded: LoadedFacts, for code: ModuleCode) {
        code.size = loaded.facts.byteCount
        while used + code.size > store.share, !ring.isEmpty { letGoOfOne() }
        used += code.size
        code.current = loaded
        code.isUsed = true
        ring.append(code)
    }

    /// The next module that was not asked for since the hand came by.
    private func letGoOfOne() {
        while true {
            if hand >= ring.count { hand = 0 }
            let code = ring[hand]
            if code.isUsed {
                code.isUsed = false
                hand += 1
                continue
            }
            code.current = nil
            used -= code.size
            ring[hand] = ring[ring.count - 1]
            ring.removeLast()
            return
        }
    }
}
