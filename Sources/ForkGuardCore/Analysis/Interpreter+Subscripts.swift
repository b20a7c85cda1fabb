/// Items of containers, of unknown values and of library objects.
extension Interpreter {
    func item(of base: Value, _ key: Value, op: UInt32) -> Value {
        if conditionals[base] != nil { return sides(of: base) { item(of: $0, key, op: op) } }
        var result = Value.nothing
        for atom in base.atoms {
            guard isAlive else { return result }
            var atom = atom
            if case .object(let id) = atom, let tuple = tuple(ofRecord: id) { atom = .object(tuple) }
            result = result.joined(with: item(of: atom, key, op: op))
        }
        return base.atoms.isEmpty ? .nothing : result
    }

    private func item(of atom: Atom, _ key: Value, op: UInt32) -> Value {
        switch atom {
        case .opaque(let whole):
            guard let symbol = keySymbol(key) else { return fresh() }
            return known(part(whole, symbol))
        case .external(let id):
            // `os.environ["X"]` is the same unknown value wherever it is read; `list[int]` is `list`.
            if paths[id] == "sys.version_info", case .int(let index)? = key.only {
                return index == 0 ? Value(.int(3)) : index == 1 ? Value(.int(Int32(environment.python.minor))) : fresh()
            }
            if rules.knowsItems(of: paths[id]) { return Value(.external(path(paths[id] + ".[]"))) }
            if paths[id] == "sys.modules", let module = module(named: key) { return Value(.module(module)) }
            if let symbol = keySymbol(key), paths[id] == "os.environ" {
                return variable(symbol) ?? plain(Value(.opaque(part(-1, symbol))))
            }
            if paths[id] == "sys.argv", let symbol = keySymbol(key) {
                return plain(Value(.opaque(part(part(-2, id), symbol))))
            }
            if let symbol = keySymbol(key) { return Value(.opaque(part(part(-2, id), symbol))) }
            return Value(atom)
        case .class(let cls): return item(ofClass: cls, key, op: op)
        case .externalMember(let path, let id):
            if let module = module(ofNamespace: path, id) {
                if case .string(let name)? = key.only { return global(module, name) ?? fresh() }
                return fresh()
            }
            if isNamespace(path), case .string(let name)? = key.only {
                return object(id)?.attributes[namespaceName(name, in: id)] ?? Value(.opaque(member(id, name)))
            }
            if let part = itemName(path, key), let known = object(id)?.attributes[part] { return known }
            // `client.shop["users"]`, `frame.iloc[3:]`: what rules say of subscripts of a part.
            let getter = self.path(paths[path] + ".__getitem__")
            guard rules.facts(paths[getter]).returns != nil else { return fresh() }
            return callExternal(getter, on: id, Arguments(positional: [key]), op: op)
        case .object(let id):
            guard let object = object(id) else { return fresh() }
            switch object.kind {
            case .tuple, .list:
                if case .int(let index)? = key.only {
                    let position = index < 0 ? object.items.count + Int(index) : Int(index)
                    if object.items.indices.contains(position), object.rest == .nothing {
                        return object.items[position]
                    }
                }
                let element = object.element
                return element.atoms.isEmpty ? fresh() : element
            case .dict:
                let key = keyed(key)
                if let only = key.only, !only.isOpaque, let index = object.keys.firstIndex(of: only) {
                    return object.items[index]
                }
                if let factory = object.attributes[names.any] {
                    // What it holds under keys that nobody knows may be under this one, and any of it under such a key.
                    let isKnown = key.only.map { !$0.isOpaque } ?? false
                    if !isKnown, object.rest != .nothing { return object.element }
                    let made = call(factory, Arguments(), op: op)
                    guard isAlive else { return .nothing }
                    let value = made.joined(with: isKnown ? object.rest : object.element)
                    update(id) { set(&$0, key, isKnown ? value : made) }
                    return value
                }
                if frame.catching > 0, lacks(object, key) {
                    // `try: return cache[os.getpid()]`.
                    raise(isSystemExit: false)
                    return .nothing
                }
                noteConditional(of: object, at: key)
                let element = object.element
                return element.atoms.isEmpty ? fresh() : element
            case .proxy: return item(of: call(object.inner, Arguments(), op: op), key, op: op)
            case .instance, .external:
                if let contents = contents(of: id, leaving: names.getItem) {
                    return containedItem(of: id, contents, key, op: op)
                }
                if case .external(let path) = object.kind, Self.isMapped(paths[path]), let made = object.items.first {
                    return made
                }
                if let name = applicationItem(of: object, key), let held = object.attributes[name] { return held }
                let value = callSpecial(atom, names.getItem, Arguments(positional: [key]), op: op)
                guard isAlive else { return .nothing }
                return namedItem(of: id, object, key)
                    ?? value ?? part(of: object) ?? Value(.opaque(member(id, keySymbol(key) ?? names.any)))
            default: return fresh()
            }
        default: return fresh()
        }
    }

    /// True for a dictionary all of whose keys are known, and whose key this is not.
    /// A key by which equal ones are the same: a tuple of constants is a text that no program writes. One with values that
    /// nobody knows is an unknown key, unless the process's number tells it from those of other processes.
    func keyed(_ key: Value) -> Value {
        if let atom = key.only, atom.isOpaque, let name = wholeText(atom) { return Value(string(name)) }
        guard case .object(let id)? = key.only, let tuple = object(id), tuple.kind == .tuple else { return key }
        let words = tuple.items.map { item -> String? in
            let part = keyed(item)
            return part.only.flatMap(word)
        }
        let isOwn = words.contains { $0.map(tellsProcess) ?? false }
        guard tuple.rest == .nothing, isOwn || !words.contains(nil) else { return fresh() }
        return Value(string("\0" + words.map { ($0 ?? "?") + "\0" }.joined()))
    }

    /// Whether a value is equal to a tuple, `(os.getpid(), name)`; `nil`: nobody knows.
    func areEqual(_ value: Value, tuple: Value) -> Bool? {
        guard let wanted = tuple.only.flatMap(words(of:)), !value.atoms.isEmpty else { return nil }
        var answer: Bool?
        for atom in value.atoms {
            let isSame: Bool
            if let own = words(of: atom) {
                let differs =
                    own.count != wanted.count || zip(own, wanted).contains { $0 != nil && $1 != nil && $0 != $1 }
                guard differs || !own.contains(nil) && !wanted.contains(nil) else { return nil }
                isSame = !differs
            } else {
                guard word(for: atom) != nil else { return nil }
                isSame = false
            }
            guard answer == nil || answer == isSame else { return nil }
            answer = isSame
        }
        return answer
    }

    /// The items of a tuple, those that are constants as words.
    private func words(of atom: Atom) -> [String?]? {
        guard case .object(let id) = atom, let tuple = object(id), tuple.kind == .tuple, tuple.rest == .nothing else {
            return nil
        }
        return tuple.items.map { item in keyed(item).only.flatMap(word) }
    }

    /// `CLASSES[kind]`: which item it is goes with what the key is equal to.
    private func noteConditional(of dictionary: Object, at key: Value) {
        guard let subject = key.only.flatMap(subject), subject != Opaque.anything, dictionary.rest == .nothing else {
            return
        }
        let keys = dictionary.keys.compactMap { $0 }.filter(\.isConstant)
        guard keys.count == dictionary.items.count else { return }
        noteConditional(
            zip(keys, dictionary.items).map { key, item in
                (item, [Assumption(subject: subject, question: .equals(key)): true])
            })
    }

    private func word(for constant: Atom) -> String? {
        switch constant {
        case .none: "n"
        case .bool(let value): value ? "t" : "f"
        case .int(let value): "i\(value)"
        case .string(let symbol): "s" + symbols[symbol]
        default: nil
        }
    }

    private func lacks(_ object: Object, _ key: Value) -> Bool {
        guard object.kind == .dict, object.rest == .nothing, let atom = key.only, !atom.isOpaque else { return false }
        return object.keys.allSatisfy { $0.map { !$0.isOpaque && $0 != atom } ?? false }
    }

    /// What a string leads to in a library's object where rules say so: the group of a file, not the rows of a table.
    private func namedItem(of id: ObjectID, _ object: Object, _ key: Value) -> Value? {
        guard case .external(let path) = object.kind, case .string? = key.only,
            let type = rules.facts(paths[path] + ".__getitem__[str]").returns
        else { return nil }
        return make(Object(kind: .external(self.path(type)), root: object.root ?? id))
    }

    /// A column of a frame is its library's, and so is a row of a tensor.
    private func part(of object: Object) -> Value? {
        guard case .external(let path) = object.kind else { return nil }
        let top = RuleIndex.top(paths[path])
        guard isFollowed(top), rules.launchingRoots.contains(top) || rules.wholeRoots.contains(top) else { return nil }
        return make(Object(kind: .external(self.path(top + ".…()"))))
    }

    private func keySymbol(_ key: Value) -> Symbol? {
        switch key.only {
        case .string(let symbol): return symbol
        case .int(let value): return symbols.intern("[\(value)]")
        default: return nil
        }
    }

    /// `app["db"] = connect()`: what a framework's application is given under a name, as which attribute it is kept.
    private func applicationItem(of object: Object, _ key: Value) -> Symbol? {
        guard case .external(let path) = object.kind, case .string(let name)? = key.only,
            rules.applicationMakers.contains(paths[path])
        else { return nil }
        return symbols.intern("[" + symbols[name] + "]")
    }

    private func itemName(_ path: PathID, _ key: Value) -> Symbol? {
        keySymbol(key).map { partName(self.path(paths[path] + ".[" + symbols[$0] + "]")) }
    }

    func setItem(of base: Value, _ key: Value, _ value: Value, op: UInt32) {
        if case .external(let path)? = base.only, paths[path] == "os.environ" { setVariable(key, value) }
        if case .opaque(let whole)? = base.only, let name = keySymbol(key) { setPart(name, of: whole, value) }
        for case .externalMember(let path, let id) in base.atoms {
            if let module = module(ofNamespace: path, id) {
                setAttribute(of: Value(.module(module)), named: key, value, op: op)
                continue
            }
            if isNamespace(path), case .string(let name)? = key.only {
                let own = namespaceName(name, in: id)
                update(id) { $0.attributes[own] = value }
                continue
            }
            // `app.config["db"] = connect()`.
            if let part = itemName(path, key) { update(id) { $0.attributes[part] = value } }
        }
        for case .object(let id) in base.atoms {
            guard let kind = object(id)?.kind else { continue }
            switch kind {
            case .dict:
                if let key = key.only { untie(.item(id, key)) }
                update(id) { set(&$0, key, value) }
            case .list:
                update(id) {
                    if case .int(let index)? = key.only, $0.items.indices.contains(Int(index)) {
                        $0.items[Int(index)] = value
                    } else {
                        $0.rest = $0.rest.joined(with: value)
                    }
                }
            default:
                if let object = object(id), let name = applicationItem(of: object, key) {
                    update(id) { $0.attributes[name] = value }
                    continue
                }
                let hook = symbols.intern("__setitem__")
                if let contents = contents(of: id, leaving: hook) {
                    setItem(of: Value(.object(contents)), key, value, op: op)
                } else {
                    _ = callSpecial(.object(id), hook, Arguments(positional: [key, value]), op: op)
                }
            }
        }
    }

    /// `self.__dict__`, whose items are the attributes.
    private func isNamespace(_ path: PathID) -> Bool { paths[path] == "builtins.object.__dict__" }

    /// Under which an instance keeps what is put into its `__dict__`: that does not stand before a property of its class.
    private func namespaceName(_ name: Symbol, in id: ObjectID) -> Symbol {
        guard case .instance(let cls)? = object(id)?.kind, isDataDescriptor(classAttribute(cls, name)) else {
            return name
        }
        return symbols.intern("<" + symbols[name] + ">")
    }

    private func isDataDescriptor(_ value: Value?) -> Bool {
        guard case .object(let id)? = value?.only else { return false }
        switch object(id)?.kind {
        case .property: return true
        case .instance(let cls): return classAttribute(cls, symbols.intern("__set__")) != nil
        default: return false
        }
    }

    /// An unknown part of a known object is unknown, but always the same.
    func member(_ id: ObjectID, _ name: Symbol) -> Int32 {
        let key = OpaquePart(whole: id, symbol: name)
        if let known = opaqueMembers[key] { return known }
        nextOpaque += 1
        opaqueMembers[key] = nextOpaque
        memberOwners[nextOpaque] = key
        return nextOpaque
    }
}

extension RuleIndex.PathFacts {
    /// True when some rule names the path.
    var isSpokenOf: Bool {
        !touches.isEmpty || !uses.isEmpty || !notTouch.isEmpty || !releases.isEmpty || !launchers.isEmpty
            || returns != nil || !settings.isEmpty
            || setter != nil || context != nil || contextClass != nil || end != nil || isClass
    }
}
