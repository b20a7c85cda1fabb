/// Instances of classes that derive from a built-in container: what they hold stands in an object of its own, of the
/// built-in kind, so that everything that knows lists and dictionaries knows them as well.
enum ContainerKind {
    case list, set, dict
    /// `collections.UserDict` and `UserList`, which show what they hold as `self.data`.
    case userDict, userList
    /// `typing.TypedDict`, whose instances are dictionaries and no more.
    case typedDict

    static let bases: [String: ContainerKind] = [
        "builtins.list": .list, "typing.List": .list, "collections.deque": .list, "collections.UserList": .userList,
        "builtins.set": .set, "typing.Set": .set,
        "builtins.dict": .dict, "typing.Dict": .dict, "collections.OrderedDict": .dict,
        "collections.defaultdict": .dict, "collections.Counter": .dict, "collections.UserDict": .userDict,
        "typing.TypedDict": .typedDict, "typing_extensions.TypedDict": .typedDict,
    ]

    var isDictionary: Bool { [.dict, .userDict, .typedDict].contains(self) }

    var kind: Object.Kind { isDictionary ? .dict : self == .set ? .set : .list }

    /// Where the methods stand that the container has.
    var methodPath: String { isDictionary ? "builtins.dict." : "builtins.list." }

    var methods: Set<String> { isDictionary ? Self.dictionaryMethods : Self.listMethods }

    private static let dictionaryMethods: Set<String> = [
        "clear", "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values", "move_to_end",
        "most_common", "elements", "__contains__", "__delitem__", "__getitem__", "__init__", "__iter__", "__len__",
        "__setitem__",
    ]

    private static let listMethods: Set<String> = [
        "add", "append", "appendleft", "clear", "copy", "count", "discard", "extend", "extendleft", "index", "insert",
        "pop", "popleft", "remove", "reverse", "rotate", "sort", "update", "__contains__", "__delitem__",
        "__getitem__", "__init__", "__iter__", "__len__", "__setitem__",
    ]
}

extension Interpreter {
    /// Which container the instances of a class are that has these bases.
    func container(ofBases bases: [Atom]) -> ContainerKind? {
        for base in bases {
            switch base {
            case .external(let path):
                if let kind = ContainerKind.bases[paths[path]] { return kind }
            case .class(let id):
                if let kind = classes[id]?.container { return kind }
            default: break
            }
        }
        return nil
    }

    private func contentsName(_ container: ContainerKind) -> Symbol {
        symbols.intern(container == .userDict || container == .userList ? "data" : "<contents>")
    }

    /// Gives a new instance the container that it is; of one that somebody else has made nobody knows what is in it.
    func giveContents(_ id: ObjectID, _ cls: EnvironmentID, isKnown: Bool) {
        guard let container = classes[cls]?.container else { return }
        var contents = Object(kind: container.kind)
        if !isKnown { contents.rest = fresh() }
        let value = make(contents)
        update(id) { $0.attributes[contentsName(container)] = value }
    }

    /// The container that an instance is; `nil`: it is none.
    func contents(of id: ObjectID) -> ObjectID? {
        guard let object = object(id), case .instance(let cls) = object.kind, let container = classes[cls]?.container,
            case .object(let contents)? = object.attributes[contentsName(container)]?.only
        else { return nil }
        return contents
    }

    /// What stands for an instance where it is run through: the container that it is, unless its class says how.
    func iterated(_ atom: Atom) -> Atom {
        guard case .object(let id) = atom, case .instance(let cls)? = object(id)?.kind else { return atom }
        if classes[cls]?.fields != nil, let tuple = tuple(ofRecord: id) { return .object(tuple) }
        guard classes[cls]?.container != nil, classAttribute(cls, names.iterate) == nil, let contents = contents(of: id)
        else { return atom }
        return .object(contents)
    }

    /// The container that an instance is, where its class leaves a special method to it.
    func contents(of id: ObjectID, leaving method: Symbol) -> ObjectID? {
        guard case .instance(let cls)? = object(id)?.kind, classes[cls]?.container != nil,
            classAttribute(cls, method) == nil
        else { return nil }
        return contents(of: id)
    }

    /// A method that an instance has from the container that it is.
    func containerMethod(_ id: ObjectID, _ name: Symbol) -> Value? {
        guard case .instance(let cls)? = object(id)?.kind, let container = classes[cls]?.container,
            container.methods.contains(symbols[name]), let contents = contents(of: id)
        else { return nil }
        return Value(.externalMember(path(container.methodPath + symbols[name]), of: contents))
    }

    /// `__getattr__ = dict.__getitem__` in the body of a class: the container's method, of this instance.
    func containerMethod(_ id: ObjectID, spelled path: PathID) -> Value? {
        let text = paths[path]
        guard let dot = text.lastIndex(of: "."), ContainerKind.bases[String(text[..<dot])] != nil else { return nil }
        return containerMethod(id, symbols.intern(String(text[text.index(after: dot)...])))
    }

    /// `dict.__init__(self, values)`: the method of a container's class, called with the instance.
    func callUnboundContainer(_ text: String, _ arguments: Arguments, op: UInt32) -> Value? {
        guard let first = arguments.positional.first?.only else { return nil }
        if text.hasSuffix(".__new__") {
            guard case .class(let cls) = first, classes[cls]?.container != nil else { return nil }
            let id = allocate(Object(kind: .instance(of: cls)))
            giveContents(id, cls, isKnown: true)
            return Value(.object(id))
        }
        guard case .object(let id) = first, let method = containerMethod(id, spelled: path(text)) else { return nil }
        var rest = arguments
        rest.positional.removeFirst()
        return call(method, rest, op: op)
    }

    /// What an instance that is a container is made with, where its class has no initializer of its own.
    func fillContents(_ id: ObjectID, _ arguments: Arguments?, op: UInt32) {
        guard let arguments, let initializer = containerMethod(id, names.initializer) else { return }
        _ = call(initializer, arguments, op: op)
    }

    // MARK: Items

    /// The item of an instance that is a container; what a dictionary lacks, `__missing__` gives.
    func containedItem(of id: ObjectID, _ contents: ObjectID, _ key: Value, op: UInt32) -> Value {
        let missing = symbols.intern("__missing__")
        guard case .instance(let cls)? = object(id)?.kind, classAttribute(cls, missing) != nil,
            let object = object(contents), object.kind == .dict
        else { return item(of: Value(.object(contents)), key, op: op) }
        let atom = keyed(key).only.flatMap { $0.isOpaque ? nil : $0 }
        if let atom, let index = object.keys.firstIndex(of: atom) { return object.items[index] }
        // What it holds under keys that nobody knows may be under this one, and any of it under such a key.
        if atom == nil, object.rest != .nothing { return object.element }
        let made = callSpecial(.object(id), missing, Arguments(positional: [key]), op: op) ?? fresh()
        return isAlive ? made.joined(with: atom == nil ? object.element : object.rest) : .nothing
    }

    /// The special methods by which a container's items are reached.
    func callItems(_ method: String, _ id: ObjectID, _ arguments: Arguments, op: UInt32) -> Value? {
        let (given, container) = (arguments.positional, Value(.object(id)))
        switch method {
        case "__getitem__": return given.first.map { item(of: container, $0, op: op) }
        case "__setitem__":
            if given.count == 2 { setItem(of: container, given[0], given[1], op: op) }
            return Value.none
        case "__delitem__":
            if let key = given.first { deleteItem(of: container, key) }
            return Value.none
        case "__init__" where object(id)?.kind == .dict:
            // `defaultdict(list)`: what is called is no mapping.
            if let factory = given.first, isCallable(factory) { update(id) { $0.attributes[names.any] = factory } }
            var pairs = arguments
            if let first = given.first, isCallable(first) { pairs.positional.removeFirst() }
            return callDict("update", id, object(id) ?? Object(kind: .dict), pairs, op: op)
        case "__init__":
            if let first = given.first {
                let source = collected(first)
                if isAlive { update(id) { ($0.items, $0.rest) = (source.items, source.rest) } }
            }
            return Value.none
        case "__iter__": return container
        default: return nil
        }
    }

    private func collected(_ value: Value) -> Object {
        if case .object(let id)? = value.only, let list = object(id), list.kind == .list || list.kind == .tuple {
            return list
        }
        return Object(kind: .list, rest: elements(of: value))
    }

    // MARK: Typed dictionaries

    /// A call of a class of typed dictionaries. Of one that nobody is seen to make, the keys are those that are written down.
    func typedDictionary(_ cls: EnvironmentID, _ arguments: Arguments?) -> Value? {
        guard classes[cls]?.container == .typedDict else { return nil }
        if let arguments { return dictionary(of: arguments) }
        var object = Object(kind: .dict)
        for field in classes[cls]?.fields ?? [] {
            object.keys.append(.string(field.name))
            object.items.append(anyValue(of: field))
        }
        object.rest = fresh()
        return make(object)
    }
}
