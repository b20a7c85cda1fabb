/// What is known of the types of values: for `isinstance`, for functions chosen by the type of an argument, and for
/// members of enumerations.
extension Interpreter {
    /// Built-in types of which none derives from another, but for `bool` from `int`.
    private static let plainTypes: Set<String> = [
        "builtins.str", "builtins.int", "builtins.bool", "builtins.float", "builtins.complex", "builtins.bytes",
        "builtins.bytearray", "builtins.list", "builtins.tuple", "builtins.dict", "builtins.set", "builtins.frozenset",
    ]

    private static let enumerations: Set<String> = [
        "enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag",
    ]

    /// `isinstance(value, type)`; unknown where the alternatives differ or nobody knows.
    func isInstance(_ value: Value, of type: Value) -> Value {
        var answers: Set<Bool?> = []
        for atom in value.atoms { answers.insert(type.only.flatMap { isInstance(atom, of: $0) }) }
        guard answers.count == 1, let answer = answers.first, let answer else { return fresh() }
        return Value(.bool(answer))
    }

    /// `hasattr(value, name)`; unknown where only some paths have given it the attribute, or nobody knows.
    func hasAttribute(_ value: Value, _ name: Value) -> Value {
        // Whoever is scanned for Linux or macOS can fork.
        if case .external(let path)? = value.only, paths[path] == "os", case .string(let name)? = name.only,
            ["fork", "forkpty", "register_at_fork"].contains(symbols[name])
        {
            return Value(.bool(true))
        }
        guard case .string(let name)? = name.only, case .object(let id)? = value.only, !annotated.contains(id),
            let object = object(id), case .instance(let cls) = object.kind, object.attributes[name] == nil
        else { return fresh() }
        if classAttribute(cls, name) != nil { return Value(.bool(true)) }
        guard isClosed(cls), classAttribute(cls, symbols.intern("__getattr__")) == nil,
            classAttribute(cls, symbols.intern("__getattribute__")) == nil
        else { return fresh() }
        return Value(.bool(false))
    }

    /// `type(value)`: of an instance its class, of a start-method context the context, which stands for its class.
    func classes(of value: Value) -> Value {
        let found = value.atoms.map { atom -> Atom? in
            guard case .object(let id) = atom, !annotated.contains(id) else { return nil }
            switch object(id)?.kind {
            case .instance(let cls): return .class(cls)
            case .startContext: return atom
            default: return nil
            }
        }
        return found.isEmpty || found.contains(nil) ? fresh() : Value(found.compactMap { $0 })
    }

    func isInstance(_ atom: Atom, of type: Atom) -> Bool? {
        if case .object(let id) = type {
            guard let tuple = object(id), tuple.kind == .tuple, tuple.rest == .nothing else { return nil }
            let answers = tuple.items.map { item in item.only.flatMap { isInstance(atom, of: $0) } }
            if answers.contains(true) { return true }
            return answers.contains(nil) ? nil : false
        }
        if case .object(let id) = atom, case .instance(let cls)? = object(id)?.kind {
            let answer = derives(cls, from: type)
            return answer == false && annotated.contains(id) ? nil : answer
        }
        // What a call of a library's class has made.
        if case .object(let id) = atom, case .external(let path)? = object(id)?.kind, type == .external(path) {
            return true
        }
        guard let own = plainTypes(of: atom) else { return nil }
        if case .class(let cls) = type { return isOpen(cls) ? nil : false }
        guard case .external(let path) = type, Self.plainTypes.contains(paths[path]) else { return nil }
        return own.contains(String(paths[path].dropFirst("builtins.".count)))
    }

    /// Names of the built-in types that a value has; `nil` where it may be of a class that derives from one.
    private func plainTypes(of atom: Atom) -> [String]? {
        switch atom {
        case .none, .function, .class, .method, .module: return []
        case .bool: return ["bool", "int"]
        case .int: return ["int"]
        case .string: return ["str"]
        case .object(let id): return object(id)?.kind == .tuple ? ["tuple"] : nil
        default: return nil
        }
    }

    /// True when all ancestors of a class are seen.
    private func isClosed(_ cls: EnvironmentID) -> Bool {
        lineage(of: cls).allSatisfy { atom in
            switch atom {
            case .class: return true
            case .external(let path): return ["builtins.object", "abc.ABC"].contains(paths[path])
            default: return false
            }
        }
    }

    /// True when a class of the program is a type or derives from it; `nil`: a base class is unknown, or the type may
    /// count others as its own.
    private func derives(_ cls: EnvironmentID, from type: Atom) -> Bool? {
        let ancestors = lineage(of: cls)
        if ancestors.contains(type) { return true }
        guard isClosed(cls) else { return nil }
        switch type {
        case .external(let path): return Self.plainTypes.contains(paths[path]) ? false : nil
        case .class(let other): return isOpen(other) ? nil : false
        default: return nil
        }
    }

    /// An abstract class may have others registered, a protocol asks for attributes, and a class may derive from a
    /// built-in type.
    private func isOpen(_ cls: EnvironmentID) -> Bool {
        lineage(of: cls).contains { ancestor in
            switch ancestor {
            case .class(let id): return classes[id]?.metaclass != nil
            case .external(let path): return paths[path] != "builtins.object"
            default: return true
            }
        }
    }

    // MARK: functools.singledispatch

    /// The implementations that an argument may choose among: those of its type, else the function itself.
    func implementations(of dispatcher: Object, for argument: Value?) -> [Value] {
        guard let atom = argument?.only, dispatcher.keys.count == dispatcher.items.count else {
            return dispatcher.items
        }
        var chosen: [Value] = []
        var isSure = false
        for (implementation, type) in zip(dispatcher.items, dispatcher.keys).dropFirst() {
            switch type.flatMap({ isInstance(atom, of: $0) }) {
            case true?:
                isSure = true
                chosen.append(implementation)
            case false?: break
            case nil: chosen.append(implementation)
            }
        }
        return isSure ? chosen : dispatcher.items.prefix(1) + chosen
    }

    /// `f.register` as a decorator, bare or with the type given, or called with both.
    func register(_ arguments: Arguments, with dispatcher: ObjectID) -> Value {
        guard let last = arguments.positional.last else { return fresh() }
        guard case .function(let function, let closure)? = last.only else {
            let register = Value(.externalMember(path("builtins.dispatch.register"), of: dispatcher))
            return make(Object(kind: .partial, items: [register], arguments: arguments))
        }
        let type =
            arguments.positional.count > 1
            ? arguments.positional[0].only
            : type(of: function, closure, at: object(dispatcher)?.attributes[names.any] == nil ? 0 : 1)
        update(dispatcher) {
            $0.items.append(last)
            $0.keys.append(type)
        }
        return last
    }

    /// The class that annotates the parameter of a function by which it is chosen.
    private func type(of function: FunctionID, _ closure: EnvironmentID, at position: Int) -> Atom? {
        guard let parameter = program.facts(function).parameters.dropFirst(position).first, parameter.annotation != .max
        else { return nil }
        let outer = frame
        let module = program.functions[Int(function)].module
        frame = Frame(module: module, function: outer.function, environment: closure, stack: outer.stack)
        defer { frame = outer }
        return [.name, .attribute].contains(op(parameter.annotation).kind) ? evaluate(parameter.annotation).only : nil
    }

    // MARK: Enumerations

    /// A class whose constants are members of their own: a call of it finds the member of a value.
    func isEnumeration(_ cls: EnvironmentID) -> Bool {
        lineage(of: cls).contains { ancestor in
            guard case .external(let path) = ancestor else { return false }
            return Self.enumerations.contains(paths[path])
        }
    }

    /// `Method["SPAWN"]`; of a name that nobody knows it may be any.
    func member(of enumeration: EnvironmentID, named key: Value) -> Value {
        if case .string(let name)? = key.only { return classAttribute(enumeration, name) ?? fresh() }
        return anyMember(of: enumeration)
    }

    /// A member that nobody knows, which is the same wherever the value goes: what a test has said of it holds for the next.
    func anyMember(of enumeration: EnvironmentID, asUnknown number: Int32? = nil) -> Value {
        let unknown = number.map { Value(.opaque($0)) } ?? fresh()
        if case .opaque(let number)? = unknown.only, number != Opaque.anything { enumerated.insert(number) }
        return members(of: enumeration).joined(with: unknown)
    }

    func noteMethods(ofEnumeration cls: EnvironmentID) {
        for (name, value) in scope(cls)?.variables ?? [:] {
            guard case .function? = value.only else { continue }
            enumerationMethods[name, default: []].append(cls)
        }
    }

    /// The method of a member, which its value stands for; `nil`: it is no member of an enumeration that has one.
    func enumerationMethod(_ atom: Atom, _ name: Symbol) -> Value? {
        guard let classes = enumerationMethods[name] else { return nil }
        switch atom {
        case .string, .int, .opaque: break
        default: return nil
        }
        for cls in classes.reversed() where members(of: cls).atoms.contains(atom) {
            guard let method = classAttribute(cls, name), case .function? = method.only else { continue }
            return make(Object(kind: .partial, items: [method], arguments: Arguments(positional: [Value(atom)])))
        }
        return nil
    }

    /// The values of an enumeration's members.
    func members(of enumeration: EnvironmentID) -> Value {
        var result = Value.nothing
        for value in (scope(enumeration)?.variables ?? [:]).values {
            for atom in value.atoms {
                switch atom {
                case .string, .int: result.insert(atom)
                case .opaque: result.insert(atom)
                default: break
                }
            }
        }
        return result
    }
}
