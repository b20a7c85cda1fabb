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
    /// Where they wait when they are not in memory, and where their symbols do; `nil`: they have always been.
    fileprivate var place: FactsStore.Place?
    fileprivate var symbols: (offset: Int, count: Int)?
    fileprivate unowned let memory: CodeMemory
    fileprivate var isUsed = false
    fileprivate var size = 0

    fileprivate init(_ memory: CodeMemory, at place: FactsStore.Place?) {
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

    /// The same, or the outline alone (no operations, strings and lines), for who asks once.
    var outline: LoadedFacts { current ?? memory.outline(self) }
}

/// Decodes facts of modules on demand and lets go of those that have not been asked for lately.
final class CodeMemory {
    private let store: FactsStore
    private let table: SymbolTable
    /// Modules whose facts are in memory now, in a ring, and the hand that goes round it.
    private var ring: [ModuleCode] = []
    private var hand = 0
    private var used = 0

    init(store: FactsStore, table: SymbolTable) {
        self.store = store
        self.table = table
    }

    /// Takes over a module's facts; its strings become symbols.
    func add(_ entry: FactsStore.Entry) -> (code: ModuleCode, loaded: LoadedFacts) {
        let code: ModuleCode
        let facts: ModuleFacts
        switch entry {
        case .facts(let given): (code, facts) = (ModuleCode(self, at: nil), given)
        case .coded(let place): (code, facts) = (ModuleCode(self, at: place), store.facts(place))
        }
        let loaded = LoadedFacts(facts: facts, symbols: facts.strings.map { table.intern($0) })
        keep(loaded, for: code)
        return (code, loaded)
    }

    fileprivate func load(_ code: ModuleCode) -> LoadedFacts {
        guard let place = code.place else { preconditionFailure("facts that never left memory are there") }
        let loaded = LoadedFacts(facts: store.facts(place), symbols: symbols(of: code))
        keep(loaded, for: code)
        return loaded
    }

    fileprivate func outline(_ code: ModuleCode) -> LoadedFacts {
        guard let place = code.place else { preconditionFailure("facts that never left memory are there") }
        return LoadedFacts(facts: store.outline(place), symbols: symbols(of: code))
    }

    private func symbols(of code: ModuleCode) -> [Symbol] {
        code.symbols.map { store.numbers(at: $0.offset, count: $0.count) } ?? []
    }

    private func keep(_ loaded: LoadedFacts, for code: ModuleCode) {
        code.size = loaded.facts.byteCount
        while used + code.size > store.share * 2, !ring.isEmpty { letGoOfOne() }
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
            if let loaded = code.current {
                if code.place == nil { code.place = store.put(loaded.facts) }
                if code.symbols == nil { code.symbols = (store.put(loaded.symbols), loaded.symbols.count) }
            }
            code.current = nil
            used -= code.size
            ring[hand] = ring[ring.count - 1]
            ring.removeLast()
            return
        }
    }
}
