/// Flags and counters that other code sets: where a run begins in the middle of a program, `self.started = False` of the
/// initializer, or `STARTED = False` of the module, is what they are at first, not what they are for ever.
extension Interpreter {
    /// Forgets which number or answer the attributes of an object have that some method sets anew.
    func forgetFlags(of instance: ObjectID) {
        guard let object = object(instance), case .instance(let cls) = object.kind else { return }
        for (name, value) in object.attributes where isFlag(value) && !isProcessNumber(name) {
            guard lineage(of: cls).contains(where: { isSetAnew(name, in: $0) }) else { continue }
            let unknown = plain(Value(.opaque(member(instance, name))))
            // Not to know it is no change of it.
            let (written, changes) = (lowestObjectWritten, state.changes)
            update(instance) { $0.attributes[name] = unknown }
            (lowestObjectWritten, state.changes) = (written, changes)
        }
    }

    /// The same of the globals of a module that some function sets.
    func forgetFlags(ofModule id: Int32) {
        for name in globalsOfFunctions(in: id) where !isProcessNumber(name) {
            let key = GlobalKey(module: id, name: name)
            guard let value = state.globals[key] ?? base.globals[key], isFlag(value) else { continue }
            let number = unknownFlags[key] ?? newUnknown()
            unknownFlags[key] = number
            state.globals[key] = plain(Value(.opaque(number)))
        }
    }

    /// Globals that functions of a module declare, looked up once: a module may have thousands of functions that runs begin at.
    private func globalsOfFunctions(in id: Int32) -> [Symbol] {
        if let known = globalsSetAnew[id] { return known }
        let module = program.modules[Int(id)]
        var names: Set<Symbol> = []
        for function in module.facts.functions where !function.globals.isEmpty {
            names.formUnion(function.globals.map { module.symbols[Int($0)] })
        }
        globalsSetAnew[id] = names.sorted()
        return names.sorted()
    }

    private func newUnknown() -> Int32 {
        guard case .opaque(let number)? = fresh().only else { return Opaque.anything }
        return number
    }

    private func isFlag(_ value: Value) -> Bool {
        switch value.only {
        case .bool, .int: true
        default: false
        }
    }

    /// The number of a process tells a child from its parent, and is compared for that alone.
    private func isProcessNumber(_ name: Symbol) -> Bool { symbols[name].lowercased().contains("pid") }

    /// True where a class gives the attribute a value more than once.
    private func isSetAnew(_ name: Symbol, in ancestor: Atom) -> Bool {
        guard case .class(let cls) = ancestor, let info = classes[cls] else { return false }
        let definition = info.definition
        if let known = namesSetAnew[definition] { return known.contains(name) }
        let module = program.modules[Int(info.module)]
        var once: Set<Symbol> = []
        var again: Set<Symbol> = []
        for binding in module.facts.bindings where binding.isAttribute && binding.owner == UInt32(info.index) {
            let symbol = module.symbols[Int(binding.name)]
            if !once.insert(symbol).inserted { again.insert(symbol) }
        }
        namesSetAnew[definition] = again
        return again.contains(name)
    }
}
