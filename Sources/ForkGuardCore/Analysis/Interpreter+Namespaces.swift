/// Modules as dictionaries: `globals()`, `vars(settings)`, `settings.__dict__`, `sys.modules[__name__]`.
extension Interpreter {
    /// By which the dictionary of a module goes, below `builtins`.
    static let moduleNamespace = "module.__dict__"

    func namespace(ofModule id: Int32) -> Value {
        let module = allocate(Object(kind: .external(path("builtins.module")), items: [Value(.module(id))]))
        return Value(.externalMember(path("builtins." + Self.moduleNamespace), of: module))
    }

    /// The module whose dictionary a value is.
    func module(ofNamespace path: PathID, _ id: ObjectID) -> Int32? {
        guard paths[path] == "builtins." + Self.moduleNamespace, case .module(let module)? = object(id)?.inner.only
        else { return nil }
        return module
    }

    /// The module of the program that stands in `sys.modules` under a name.
    func module(named name: Value) -> Int32? {
        guard case .string(let symbol)? = name.only else { return nil }
        if symbol == names.main { return script ?? frame.module }
        if symbols[symbol] == program.modules[Int(frame.module)].name { return frame.module }
        if case .module(let id) = resolve(symbols[symbol]) { return id }
        return nil
    }

    /// A method of such a dictionary.
    func callNamespace(_ method: String, _ id: ObjectID, _ arguments: Arguments, op: UInt32) -> Value {
        guard case .module(let module)? = object(id)?.inner.only else { return fresh() }
        let key = arguments.positional.first
        let fallback = arguments.positional.dropFirst().first
        switch method {
        case "update":
            let given = Object(kind: .dict)
            let all = allocate(given)
            _ = callDict("update", all, given, arguments, op: op)
            guard isAlive else { return .nothing }
            let merged = object(all) ?? given
            for (key, value) in zip(merged.keys, merged.items) {
                if let key { setAttribute(of: Value(.module(module)), named: Value(key), value, op: op) }
            }
            return .none
        case "get", "setdefault", "pop":
            guard case .string(let name)? = key?.only else { return fresh() }
            if let known = global(module, name) { return known }
            if method == "setdefault", let fallback { setAttribute(of: Value(.module(module)), name, fallback, op: op) }
            return fallback ?? .none
        default: return fresh()
        }
    }
}
