/// Calls whose answer is a test: `isinstance`, `hasattr`, `bool`, `is_alive`.
extension Interpreter {
    /// `isinstance(store, Store)` of what may be either of two classes: each side goes on with its own.
    func typeTest(_ call: Op) -> Outcome? {
        let callee = op(call.a)
        guard callee.kind == .name, symbols[symbol(callee.a)] == "isinstance" else { return nil }
        let given = list(call.b)
        guard given.count == 2, op(given[0]).kind == .name, given.allSatisfy({ op($0).kind != .keyword }) else {
            return nil
        }
        let value = lookUp(symbol(op(given[0]).a))
        guard lookUp(symbol(callee.a)) == Value(.external(path("builtins.isinstance"))) else { return nil }
        if let number = value.only?.number { return typeTest(ofUnknown: number, given[1]) }
        guard value.atoms.count > 1, let type = evaluate(given[1]).only, isAlive else { return nil }
        return split(value, location: given[0]) { isInstance($0, of: type) }
    }

    /// The type of an unknown value is always the same.
    private func typeTest(ofUnknown number: Int32, _ types: UInt32) -> Outcome? {
        guard number != Opaque.anything, let type = evaluate(types).only, isAlive else { return nil }
        switch type {
        case .external(let path):
            return ask(
                Assumption(subject: part(number, symbols.intern("isinstance \(paths[path])")), question: .truthy))
        case .class(let cls):
            return ask(Assumption(subject: part(number, symbols.intern("isinstance #\(cls)")), question: .truthy))
        default: return nil
        }
    }

    /// `bool(flag)`.
    func truthTest(_ call: Op) -> Outcome? {
        let callee = op(call.a)
        let given = list(call.b)
        guard callee.kind == .name, symbols[symbol(callee.a)] == "bool", given.count == 1,
            op(given[0]).kind != .keyword, op(given[0]).kind != .starred,
            lookUp(symbol(callee.a)) == Value(.external(path("builtins.bool")))
        else { return nil }
        return condition(given[0])
    }

    /// `hasattr(pool, "_engine")` of an object that may have it: where it has not, it has not.
    func attributeTest(_ call: Op, _ index: UInt32) -> Outcome? {
        let callee = op(call.a)
        guard callee.kind == .name, symbols[symbol(callee.a)] == "hasattr" else { return nil }
        let given = list(call.b)
        guard given.count == 2, op(given[0]).kind == .name, op(given[1]).kind == .str,
            case .object(let id)? = lookUp(symbol(op(given[0]).a)).only, case .instance? = object(id)?.kind,
            lookUp(symbol(callee.a)) == Value(.external(path("builtins.hasattr")))
        else { return nil }
        let name = symbol(op(given[1]).a)
        guard object(id)?.attributes[name] != nil else { return nil }
        var outcome = truth(of: evaluate(index), location: index)
        let before = current
        enter(outcome.whenFalse)
        if isAlive {
            // Knowing more of an object is no change of it.
            let (written, changes) = (lowestObjectWritten, state.changes)
            update(id) { $0.attributes[name] = nil }
            (lowestObjectWritten, state.changes) = (written, changes)
            outcome.whenFalse = current
        }
        enter(before)
        return outcome
    }

    /// `while thread.is_alive():`: where it is not, what it alone did is over.
    func aliveTest(_ call: Op, _ index: UInt32) -> Outcome? {
        let callee = op(call.a)
        guard callee.kind == .attribute, op(callee.a).kind == .name,
            case .object(let id)? = lookUp(symbol(op(callee.a).a)).only, let launch = object(id)?.launch,
            launch.launcher >= 0, rules.catalog.launchers[launch.launcher].alive.contains(symbols[symbol(callee.b)])
        else { return nil }
        var outcome = truth(of: evaluate(index), location: index)
        let before = current
        enter(outcome.whenFalse)
        if isAlive {
            endThreads(of: id)
            outcome.whenFalse = current
        }
        enter(before)
        return outcome
    }
}
