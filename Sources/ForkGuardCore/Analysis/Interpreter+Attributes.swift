extension Interpreter {
    func attribute(of base: Value, _ name: Symbol, op: UInt32) -> Value {
        if base.atoms.count == 1 { return attribute(of: base.atoms[0], name, op: op) }
        // Where one of several is None, a path on which it is ends here in an AttributeError.
        if conditionals[base] != nil {
            return sides(of: base) { atom in
                if atom == .none { isAlive = false }
                return isAlive ? attribute(of: atom, name, op: op) : .nothing
            }
        }
        return alternatives(base.atoms.filter { $0 != .none }) { attribute(of: $0, name, op: op) }
    }

    private func attribute(of atom: Atom, _ name: Symbol, op: UInt32) -> Value {
        if let method = enumerationMethod(atom, name) { return method }
        switch atom {
        case .opaque(let whole):
            if parsedArguments.contains(whole), let value = state.arrangements.parserDefaults[name] { return value }
            return known(part(whole, name))
        // Of constants, only members of enumerations have a value.
        case .string where name == names.value, .int where name == names.value, .bool where name == names.value:
            return Value(atom)
        case .string: return Value(.externalMember(path("builtins.str." + symbols[name]), of: stringObject(atom)))
        case .module(let id): return member(ofModule: id, name)
        case .external(let path):
            if let application = currentApplication(path) { return attribute(of: application, name, op: op) }
            return member(ofExternal: path, name)
        case .externalMember(let path, let object):
            if let value = self.object(object)?.attributes[partName(childPath(path, name))] { return value }
            let facts = rules.facts(paths[path])
            if let type = facts.returns, facts.launchers.isEmpty {
                return Value(.externalMember(self.path(type + "." + symbols[name]), of: object))
            }
            return Value(.externalMember(childPath(path, name), of: object))
        case .class(let cls):
            if let value = classAttribute(cls, name) { return bindToClass(value, cls) }
            if let value = metaclassMember(cls, name, op: op) { return value }
            if isOwnName(name), let info = classes[cls] {
                let facts = program.modules[Int(info.module)].facts
                return Value(string(facts.strings[Int(facts.classes[info.index].name)]))
            }
            if symbols[name] == "__subclasses__" {
                let given = Arguments(positional: [Value(atom)])
                let heirs = Value(.external(path("builtins.type.__subclasses__")))
                return make(Object(kind: .partial, items: [heirs], arguments: given))
            }
            if let path = externalBase(of: cls, providing: name) {
                let child = childPath(path, name)
                if rules.facts(paths[child]).returns == "self" {
                    // `Net.load_from_checkpoint(path)`
                    return make(Object(kind: .partial, items: [Value(atom)], arguments: Arguments(star: fresh())))
                }
                if let own = holder(ofBase: path, of: cls).flatMap({ self.object($0)?.attributes[name] }) { return own }
                return Value(holder(ofBase: path, of: cls).map { .externalMember(child, of: $0) } ?? .external(child))
            }
            if let value = askMetaclass(cls, name, op: op) { return value }
            // Of a member of an enumeration whose value is a class.
            return name == names.value ? Value(atom) : Value(.opaque(member(-cls, name)))
        case .object(let id): return member(ofObject: id, name, op: op)
        case .superclass(let cls, let receiver): return superMember(cls, receiver, name, op: op)
        case .function(let function, let closure):
            if let value = state.arrangements.functionAttributes[function]?[name] { return value }
            if symbols[name] == "__wrapped__" || symbols[name] == "func" { return Value(.function(function, closure)) }
            guard isOwnName(name) else { return fresh() }
            let home = program.modules[Int(program.functions[Int(function)].module)].facts
            return Value(string(home.strings[Int(program.facts(function).name)]))
        case .none, .bool, .int, .method, .pid: return fresh()
        }
    }

    /// `__name__`, and `__qualname__`, which is the same for what stands at the top of a module.
    private func isOwnName(_ name: Symbol) -> Bool { ["__name__", "__qualname__"].contains(symbols[name]) }

    /// An unknown part, or what the program has put there.
    func known(_ part: Int32) -> Value { state.parts[part] ?? Value(.opaque(part)) }

    /// Keeps what the program gives a part of an unknown value.
    func setPart(_ name: Symbol, of whole: Int32, _ value: Value) {
        guard whole != Opaque.anything else { return }
        events += 1
        var hasher = Hasher()
        hasher.combine(whole)
        hasher.combine(name)
        add([name: value], to: &hasher)
        state.changes.insert(hasher.finalize())
        state.parts[part(whole, name)] = value
    }

    /// Code that nobody knows may give the parts of what it is handed any value.
    func forgetParts(of arguments: Arguments) {
        guard !state.parts.isEmpty else { return }
        for value in arguments.positional + arguments.keywords.map(\.value) {
            for case .opaque(let whole) in value.atoms {
                state.parts.forEach { part, _ in
                    if opaqueOwners[part]?.whole == whole { state.parts[part] = Value(.opaque(part)) }
                }
            }
        }
    }

    func childPath(_ parent: PathID, _ name: Symbol) -> PathID {
        paths.child(of: parent, name, named: symbols[name], canonical: rules.canonical)
    }

    /// Under which a library's object keeps what the program gives a part of it.
    func partName(_ path: PathID) -> Symbol { symbols.intern("<" + paths[path] + ">") }

    private func stringObject(_ atom: Atom) -> ObjectID {
        allocate(Object(kind: .external(path("builtins.str")), items: [Value(atom)]))
    }

    private func member(ofModule id: Int32, _ name: Symbol) -> Value {
        if let value = global(id, name) { return value }
        if name == names.dictionary { return namespace(ofModule: id) }
        switch program.submodule(symbols[name], of: .module(id)) {
        case .module(let child): return Value(.module(child))
        default: break
        }
        if let hook = global(id, names.getAttribute), isCallable(hook) {
            return call(hook, Arguments(positional: [Value(.string(name))]), op: 0)
        }
        // A package known from outside keeps its outside name even where its source is scanned.
        let text = program.modules[Int(id)].name + "." + symbols[name]
        if rules.isRoot(text), rules.facts(rules.canonical(text)).isSpokenOf { return Value(.external(path(text))) }
        return fresh()
    }

    private func member(ofExternal id: PathID, _ name: Symbol) -> Value {
        let text = paths[id]
        switch (text, symbols[name]) {
        case ("sys", "platform"): return Value(string(environment.platform == .linux ? "linux" : "darwin"))
        case ("os", "name"): return Value(string("posix"))
        case ("pty", "CHILD"): return Value(.int(0))
        case ("sys.version_info", "major"): return Value(.int(3))
        case ("sys.version_info", "minor"): return Value(.int(Int32(environment.python.minor)))
        case ("typing", "TYPE_CHECKING"), ("typing_extensions", "TYPE_CHECKING"): return Value(.bool(false))
        default: break
        }
        if let value = swiftMember(ofTarget: text, name) { return value }
        if let added = extensionMember(ofOutside: id, name) { return bindToClass(added.value, added.owner) }
        if !rules.isRoot(text), case .module(let module) = resolve(text + "." + symbols[name]) {
            return Value(.module(module))
        }
        let child = childPath(id, name)
        return state.arrangements.replaced[child] ?? Value(.external(child))
    }

    /// What an instance has of its class where it has set no value of its own, if that is a constant.
    private func constant(ofClassOf object: Object, _ name: Symbol) -> Value {
        guard case .instance(let cls) = object.kind, let value = classAttribute(cls, name),
            value.atoms.allSatisfy(\.isConstant)
        else { return .nothing }
        return value
    }

    /// Resolves a dotted name from the module being run, once.
    func resolve(_ name: String) -> Program.Resolution {
        if let known = resolutions[name]?[frame.module] { return known }
        let result = program.resolve(name, from: frame.module)
        resolutions[name, default: [:]][frame.module] = result
        return result
    }

    // MARK: Objects

    private func member(ofObject id: ObjectID, _ name: Symbol, op: UInt32) -> Value {
        guard let object = object(id) else { return fresh() }
        if let value = object.attributes[attributeName(name, of: object)] {
            return object.setAtTimes.contains(name) ? value.joined(with: constant(ofClassOf: object, name)) : value
        }
        if let shared = sharedDictionary(of: object).flatMap({ self.object($0) }),
            let index = shared.keys.firstIndex(of: .string(name))
        {
            return shared.items[index]
        }
        if case .instance = object.kind, symbols[name] == "__dict__" {
            return Value(.externalMember(path("builtins.object.__dict__"), of: id))
        }
        switch object.kind {
        case .instance(let cls): return member(ofInstance: id, cls, name, op: op)
        case .external(let path):
            if let added = extensionMember(ofOutside: path, name) {
                return bind(added.value, to: id, added.owner, name, op: op)
            }
            if let text = spelledPart(of: id, path, name) ?? launchArgument(of: id, symbols[name]) { return text }
            let child = childPath(path, name)
            return state.arrangements.replaced[child] ?? Value(.externalMember(child, of: id))
        case .tuple, .list, .set:
            return recordMethod(ofTuple: id, object, name)
                ?? Value(.externalMember(path("builtins.list." + symbols[name]), of: id))
        case .dict: return Value(.externalMember(path("builtins.dict." + symbols[name]), of: id))
        case .startContext(let family):
            let text = rules.catalog.families[family].id + "." + symbols[name]
            return Value(.externalMember(path(text), of: id))
        case .generator, .coroutine, .lazyComprehension, .lazyMap, .lazyTuples, .lazyChain:
            return Value(.externalMember(path("builtins.generator." + symbols[name]), of: id))
        case .property, .cachedProperty:
            return Value(.externalMember(path("builtins.property." + symbols[name]), of: id))
        case .proxy:
            let value = call(object.inner, Arguments(), op: op)
            return isAlive ? attribute(of: value, name, op: op) : .nothing
        case .dispatch: return Value(.externalMember(path("builtins.dispatch." + symbols[name]), of: id))
        case .cached, .partial:
            if symbols[name] == "func" || symbols[name] == "__wrapped__" { return object.inner }
            if symbols[name] == "cache_clear" {
                return Value(.externalMember(path("builtins.cached.cache_clear"), of: id))
            }
            return fresh()
        case .staticMethod, .classMethod, .contextFactory, .contextManager, .contextDecorated, .deferred, .lazy:
            return fresh()
        }
    }

    /// The dictionary that the program has put in the place of an instance's own: `self.__dict__ = self._shared`.
    func sharedDictionary(of object: Object) -> ObjectID? {
        guard case .instance = object.kind, case .object(let id)? = object.attributes[names.dictionary]?.only else {
            return nil
        }
        if self.object(id)?.kind == .dict { return id }
        // `self.__dict__ = self` of a dictionary.
        return contents(of: id).flatMap { self.object($0)?.kind == .dict ? $0 : nil }
    }

    /// A value of `threading.local()` belongs to the thread that sets it.
    func attributeName(_ name: Symbol, of object: Object) -> Symbol {
        guard let localThread, case .external(let path) = object.kind, paths[path] == "threading.local()" else {
            return name
        }
        return symbols.intern("<\(localThread)>" + symbols[name])
    }

    private func member(ofInstance id: ObjectID, _ cls: EnvironmentID, _ name: Symbol, op: UInt32) -> Value {
        if let value = classAttribute(cls, name) { return bind(value, to: id, cls, name, op: op) }
        if let method = containerMethod(id, name) ?? recordMethod(ofInstance: id, cls, name) { return method }
        if let given = argument(ofProcess: id, name) { return given }
        if let context = startContext(ofClass: cls) { return member(ofObject: context, name, op: op) }
        if let path = externalBase(of: cls, providing: name) {
            return Value(.externalMember(childPath(path, name), of: id))
        }
        if symbols[name] == "__class__" { return Value(.class(cls)) }
        if let hook = classAttribute(cls, names.getAttribute) {
            let bound = bind(hook, to: id, cls, names.getAttribute, op: op)
            return call(bound, Arguments(positional: [Value(.string(name))]), op: op)
        }
        return Value(.opaque(member(id, name)))
    }

    /// `self._target`, `self._args` and `self._kwargs` of a process, by which a subclass runs what it was given.
    private func argument(ofProcess id: ObjectID, _ name: Symbol) -> Value? {
        let text = symbols[name]
        guard ["_target", "_args", "_kwargs"].contains(text) else { return nil }
        return launchArgument(of: id, String(text.dropFirst()))
    }

    /// `subset.dataset`, `loader.dataset`: what calls others later keeps them under the names of its parameters.
    private func launchArgument(of id: ObjectID, _ name: String) -> Value? {
        guard let launch = object(id)?.launch, launch.launcher >= 0 else { return nil }
        return argument(name, rules.catalog.launchers[launch.launcher].parameters, launch.arguments)
    }

    private func bind(_ value: Value, to id: ObjectID, _ cls: EnvironmentID, _ name: Symbol, op: UInt32) -> Value {
        alternatives(value.atoms) { atom in
            switch atom {
            case .function(let function, let closure): return Value(.method(function, closure, .object(id)))
            case .external(let path): return containerMethod(id, spelled: path) ?? Value(atom)
            case .object(let descriptor):
                guard let object = object(descriptor) else { return Value(atom) }
                switch object.kind {
                case .property: return callWithReceiver(object.inner, .object(id), op: op)
                case .cachedProperty:
                    let value = callWithReceiver(object.inner, .object(id), op: op)
                    if isAlive { update(id) { $0.attributes[name] = value } }
                    return value
                case .staticMethod: return object.inner
                case .classMethod: return bindToClass(Value(atom), cls)
                case .instance:
                    let arguments = Arguments(positional: [Value(.object(id)), Value(.class(cls))])
                    return callSpecial(atom, symbols.intern("__get__"), arguments, op: op) ?? Value(atom)
                // `email = partialmethod(_send, "email")`: the instance comes before what it was given.
                case .partial where object.attributes[names.any] != nil:
                    let method = bind(object.inner, to: id, cls, name, op: op)
                    return make(Object(kind: .partial, items: [method], arguments: object.arguments))
                case .dispatch where object.attributes[names.any] == nil: return Value(atom)
                case .cached, .contextFactory, .partial, .contextDecorated, .dispatch:
                    return make(
                        Object(
                            kind: .partial, items: [Value(atom)], arguments: Arguments(positional: [Value(.object(id))])
                        ))
                case .external:
                    // `@jax.jit` of a method: what it has made of the function is bound as the function is.
                    let wrapped = symbols.intern("<inner>")
                    guard let inner = object.attributes[wrapped], isCallable(inner) else { return Value(atom) }
                    var copy = object
                    copy.attributes[wrapped] = bind(inner, to: id, cls, name, op: op)
                    return make(copy)
                default: return Value(atom)
                }
            default: return Value(atom)
            }
        }
    }

    func callWithReceiver(_ callee: Value, _ receiver: Receiver, _ others: [Value] = [], op: UInt32) -> Value {
        call(callee, Arguments(positional: [Value(receiver.atom)] + others), op: op)
    }

    private func bindToClass(_ value: Value, _ cls: EnvironmentID) -> Value {
        var result = Value.nothing
        for atom in value.atoms {
            guard case .object(let id) = atom, let object = object(id) else { result.insert(atom); continue }
            switch object.kind {
            case .staticMethod: result = result.joined(with: object.inner)
            case .classMethod:
                for inner in object.inner.atoms {
                    if case .function(let function, let closure) = inner {
                        result.insert(.method(function, closure, .class(cls)))
                    } else {
                        result = result.joined(
                            with: make(
                                Object(
                                    kind: .partial, items: [Value(inner)],
                                    arguments: Arguments(positional: [Value(.class(cls))]))))
                    }
                }
            default: result.insert(atom)
            }
        }
        return result
    }

    private func superMember(_ cls: EnvironmentID, _ receiver: Receiver, _ name: Symbol, op: UInt32) -> Value {
        let whole: EnvironmentID
        switch receiver {
        case .object(let id):
            guard case .instance(let own)? = object(id)?.kind else { return fresh() }
            whole = own
        case .class(let own): whole = own
        }
        if name == names.call, case .class(let own) = receiver, classes[cls].map({ isMetaclass($0) }) == true {
            // `super().__call__()` of a metaclass makes the object.
            return make(
                Object(
                    kind: .partial, items: [Value(.external(path("builtins.type.__call__")))],
                    arguments: Arguments(positional: [Value(.class(own))])))
        }
        let order = lineage(of: whole)
        // A class statement that ran twice made two classes of one definition.
        let mine = classes[cls]
        let position =
            order.firstIndex { atom in
                guard case .class(let id) = atom, let info = classes[id] else { return false }
                return info.module == mine?.module && info.index == mine?.index
            }.map { $0 + 1 } ?? 0
        for ancestor in order[min(position, order.count)...] {
            switch ancestor {
            case .class(let environment):
                guard let value = scope(environment)?.variables[name] else { continue }
                if case .object(let id) = receiver { return bind(value, to: id, whole, name, op: op) }
                return bindToClass(value, whole)
            case .external(let path):
                if path == self.path("builtins.object") { continue }
                // Whatever else a library's does with it, it keeps the value.
                if symbols[name] == "__setattr__" { break }
                if ContainerKind.bases[paths[path]] != nil, case .object(let id) = receiver {
                    if let method = containerMethod(id, name) { return method }
                    continue
                }
                if case .object(let id) = receiver { return Value(.externalMember(childPath(path, name), of: id)) }
                return Value(.external(childPath(path, name)))
            default: continue
            }
        }
        if symbols[name] == "__setattr__" {
            return make(
                Object(
                    kind: .partial, items: [Value(.external(path("builtins.object.__setattr__")))],
                    arguments: Arguments(positional: [Value(receiver.atom)])))
        }
        return name == names.new ? Value(.external(path("builtins.object.__new__"))) : fresh()
    }
}
