/// Attributes that are given values, and lose them.
extension Interpreter {
    /// `setattr(self, key, value)`. Where nobody knows the name, it may be that of each attribute whose value is a constant,
    /// as settings are.
    func setAttribute(of base: Value, named key: Value, _ value: Value, op: UInt32) {
        if case .string(let name)? = key.only { return setAttribute(of: base, name, value, op: op) }
        let isKnown = key.atoms.allSatisfy { if case .string = $0 { true } else { false } }
        for atom in base.atoms {
            var own = SymbolMap<Value>()
            var ancestors: [Atom] = []
            switch atom {
            case .object(let id):
                guard let object = object(id), case .instance(let cls) = object.kind else { continue }
                own = object.attributes
                ancestors = lineage(of: cls)
            case .class(let cls): ancestors = lineage(of: cls)
            case .module(let id):
                for case .string(let name) in key.atoms { own[name] = global(id, name) }
            default: continue
            }
            for case .class(let ancestor) in ancestors {
                own.merge(scope(ancestor)?.variables ?? [:]) { mine, _ in mine }
            }
            for (name, old) in own.sorted(by: { $0.key < $1.key }) {
                let isMeant = isKnown ? key.atoms.contains(.string(name)) : old.atoms.allSatisfy(\.isConstant)
                guard isMeant, !symbols[name].hasPrefix("__") else { continue }
                setAttribute(of: Value(atom), name, old.joined(with: value), op: op)
            }
            for case .string(let name) in key.atoms where own[name] == nil {
                setAttribute(of: Value(atom), name, value, op: op)
            }
        }
    }

    /// - Parameter isDirect: the value is kept, whatever `__setattr__` would do with it.
    func setAttribute(of base: Value, _ name: Symbol, _ value: Value, isDirect: Bool = false, op: UInt32) {
        for atom in base.atoms {
            switch atom {
            case .object(let id):
                if !isDirect, callAttributeHook(id, name, value, op: op) { continue }
                if callDescriptor(id, name, value, op: op) { continue }
                if name != names.dictionary, let shared = object(id).flatMap(sharedDictionary) {
                    update(shared) { set(&$0, Value(.string(name)), value) }
                    continue
                }
                if case .external(let path)? = object(id)?.kind { releaseBySetting(childPath(path, name), of: id) }
                // One object of several may be meant: then the others keep what they have.
                let isSure = base.atoms.count == 1
                let name = object(id).map { attributeName(name, of: $0) } ?? name
                untie(.attribute(id, name))
                update(id) {
                    let old = $0.attributes[name]
                    $0.attributes[name] = isSure ? value : old?.joined(with: value) ?? value
                    if isSure, !$0.setAtTimes.isEmpty { $0.setAtTimes.removeAll { $0 == name } }
                }
            case .class(let cls):
                untie(.local(cls, name))
                writeScope(cls) { $0.variables[name] = value }
            case .function(let function, _): state.arrangements.functionAttributes[function, default: [:]][name] = value
            case .externalMember(let path, let object):
                releaseBySetting(childPath(path, name), of: object)
                // `app.state.db = connect()`.
                let part = partName(childPath(path, name))
                update(object) { $0.attributes[part] = value }
            case .module(let id):
                events += 1
                noteChange(of: name, in: id, value)
                state.globals[GlobalKey(module: id, name: name)] = value
                if isPastImport { changedGlobals.insert(GlobalKey(module: id, name: name)) }
                untie(.global(GlobalKey(module: id, name: name)))
            case .external(let path):
                let child = childPath(path, name)
                releaseBySetting(child, of: nil)
                state.arrangements.replaced[child] = value == Value(.external(child)) ? nil : value
            case .opaque(let whole) where base.atoms.count == 1: setPart(name, of: whole, value)
            default: break
            }
        }
    }
    /// Calls what the instance's class does with values of attributes; false: it keeps them.
    private func callAttributeHook(_ id: ObjectID, _ name: Symbol, _ value: Value, op: UInt32) -> Bool {
        guard case .instance(let cls)? = object(id)?.kind, classes[cls]?.setsAttributes == true,
            let hook = classAttribute(cls, symbols.intern("__setattr__"))?.only
        else { return false }
        let arguments = Arguments(positional: [Value(.string(name)), value])
        switch hook {
        case .function(let function, let closure):
            // What leads nowhere is not run, and keeps the value for all that anybody knows.
            guard isWorthRunning(function, program.facts(function), .object(id), arguments) else { return false }
            _ = callFunction(function, closure, receiver: .object(id), arguments, op: op)
            return true
        case .external(let path):
            guard let method = containerMethod(id, spelled: path) else { return false }
            _ = call(method, arguments, op: op)
            return true
        default: return false
        }
    }

    /// Calls what a descriptor or a property of the instance's class does with a value; false: there is none.
    private func callDescriptor(_ id: ObjectID, _ name: Symbol, _ value: Value, op: UInt32) -> Bool {
        guard case .instance(let cls)? = object(id)?.kind, let descriptor = classAttribute(cls, name)?.only,
            case .object(let property) = descriptor, let object = object(property)
        else { return false }
        switch object.kind {
        case .property where object.items.count > 1 && object.items[1] != .none:
            _ = callWithReceiver(object.items[1], .object(id), [value], op: op)
            return true
        case .instance(let own):
            let setter = symbols.intern("__set__")
            let arguments = Arguments(positional: [Value(.object(id)), value])
            guard case .function(let function, _)? = classAttribute(own, setter)?.only,
                isWorthRunning(function, program.facts(function), .object(property), arguments)
            else { return false }
            _ = callSpecial(descriptor, setter, arguments, op: op)
            return true
        default: return false
        }
    }

    /// `del self.table`: a property says what that does.
    func deleteAttribute(of base: Value, _ name: Symbol, op: UInt32) {
        guard case .object(let id)? = base.only, let object = object(id) else { return }
        if case .instance(let cls) = object.kind {
            if case .object(let descriptor)? = classAttribute(cls, name)?.only, let property = self.object(descriptor),
                property.kind == .property
            {
                if property.items.count > 2 { _ = callWithReceiver(property.items[2], .object(id), op: op) }
                return
            }
            let hook = symbols.intern("__delattr__")
            if classAttribute(cls, hook) != nil {
                _ = callSpecial(.object(id), hook, Arguments(positional: [Value(.string(name))]), op: op)
                return
            }
        }
        // The next look at a cached property makes it anew.
        update(id) { $0.attributes[name] = nil }
    }
}

extension Interpreter {
    /// `sink += batch` of an instance whose class says what it means; `nil`: it is none.
    func changedInPlace(_ statement: Op, _ old: Value, _ added: Value) -> Value? {
        guard let sign = BinaryOperator(rawValue: statement.flags), let methods = sign.methods,
            let atom = old.only, case .object(let id) = atom, case .instance? = object(id)?.kind
        else { return nil }
        let hook = symbols.intern("__i" + methods.left.dropFirst(2))
        let result = callSpecial(atom, hook, Arguments(positional: [added]), op: frame.statement)
        if let result { return result }
        // A list that is extended stays the list that it is.
        if let contents = contents(of: id) {
            _ = extended(Value(.object(contents)), by: added)
            return old
        }
        return operated(sign, old, added, op: frame.statement)
    }
}
