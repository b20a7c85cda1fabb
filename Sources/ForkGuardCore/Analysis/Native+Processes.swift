/// What tells one process of a run from another.
extension Interpreter {
    /// True where a module's top level runs, before any fork: what multiprocessing has spawned imports it later.
    var isSurelyFirst: Bool { frame.function < 0 && state.forks.isEmpty }

    /// True in a child that multiprocessing has made.
    var isSurelyInWorker: Bool {
        state.forks.contains { active in
            guard active.isChildOnly, let record = fork(active.fork) else { return false }
            if case .family = rules.catalog.launchers[record.launcher].method { return true }
            return false
        }
    }

    /// The process's number: a text that no other process of this run has, so that a comparison of one taken
    /// before a fork with one taken after it comes out as it does.
    func processID() -> Value {
        if let fork = state.forks.last(where: { !$0.isChildOnly })?.fork {
            let value = fresh()
            if case .opaque(let number)? = value.only { ownPids[number] = fork }
            return value
        }
        return Value(string("\(Native.processNumber)\(state.forks.last?.fork ?? -1)>"))
    }

    /// The object that stands for this process. Only at the top level of a program it is surely the first one.
    func currentProcess(_ text: String) -> Value {
        var name: Value?
        if isSurelyFirst {
            name = Value(string("MainProcess"))
        } else if isSurelyInWorker {
            name = Value(string("\(Native.processName)worker>"))
        } else if state.forks.allSatisfy(\.isChildOnly) {
            // What forks by itself leaves the child its name.
            let first = "\(Native.processName)first>"
            let number = part(-1, symbols.intern(first))
            textBeginnings[number] = symbols.intern(first)
            name = Value(.opaque(number))
        }
        var process = Object(kind: .external(path(text + "()")))
        process.attributes[names.processName] = name
        for number in ["pid", "ident"] { process.attributes[symbols.intern(number)] = processID() }
        return make(process)
    }
}
