/// What `operator`, `functools`, `collections` and `weakref` make of values and functions.
extension Interpreter {
    /// The value of such a call; `nil`: the call is none of those.
    func callFunctional(_ text: String, on receiver: ObjectID?, _ arguments: Arguments, op: UInt32) -> Value? {
        let first = arguments.positional.first
        switch text {
        case "operator.methodcaller", "operator.attrgetter", "operator.itemgetter":
            return make(Object(kind: .external(path(text + "()")), arguments: arguments))
        case "operator.methodcaller()":
            guard let receiver, var rest = object(receiver)?.arguments, let first,
                case .string(let name)? = rest.positional.first?.only
            else { return fresh() }
            rest.positional.removeFirst()
            return call(attribute(of: first, name, op: op), rest, op: op)
        case "operator.attrgetter()", "operator.itemgetter()":
            guard let receiver, let asked = object(receiver)?.arguments?.positional, let first else { return fresh() }
            let isItem = text.hasPrefix("operator.item")
            let found = asked.map { isItem ? item(of: first, $0, op: op) : attribute(of: first, dotted: $0, op: op) }
            guard isAlive else { return .nothing }
            return found.only ?? make(Object(kind: .tuple, items: found))
        case "operator.getitem":
            guard arguments.positional.count == 2 else { return fresh() }
            return item(of: arguments.positional[0], arguments.positional[1], op: op)
        case "operator.call", "contextvars.copy_context().run", "contextvars.Context().run":
            guard let first else { return fresh() }
            var rest = arguments
            rest.positional.removeFirst()
            return call(first, rest, op: op)
        case "weakref.proxy": return first ?? fresh()
        case "weakref.ref", "weakref.WeakMethod":
            return make(Object(kind: .external(path("weakref.ref()")), items: first.map { [$0] } ?? []))
        case "weakref.ref()": return receiver.flatMap { object($0)?.items.first } ?? fresh()
        case "collections.namedtuple", "typing.NamedTuple": return namedTuple(arguments)
        case "collections.namedtuple()":
            guard let receiver, let fields = object(receiver)?.items else { return fresh() }
            return filled(fields, arguments)
        case "functools.reduce": return reduced(arguments, op: op)
        case "collections.ChainMap": return chained(arguments.positional)
        default: return nil
        }
    }

    /// `attrgetter("store.load")`
    private func attribute(of base: Value, dotted name: Value, op: UInt32) -> Value {
        guard case .string(let symbol)? = name.only else { return fresh() }
        return symbols[symbol].split(separator: ".").reduce(base) { value, part in
            isAlive ? attribute(of: value, symbols.intern(String(part)), op: op) : .nothing
        }
    }

    /// `reduce(f, [a, b], start)`: of what has a known order, step by step.
    private func reduced(_ arguments: Arguments, op: UInt32) -> Value {
        guard arguments.positional.count > 1 else { return fresh() }
        let (function, source) = (arguments.positional[0], arguments.positional[1])
        var result = arguments.positional.dropFirst(2).first ?? arguments.keyword(symbols.intern("initial"))
        consume(source) { [self] element in
            guard let before = result else { return result = element }
            let after = call(function, Arguments(positional: [before, element]), op: op)
            result = isRunOneByOne(source) ? after : before.joined(with: after)
        }
        return isAlive ? result ?? fresh() : .nothing
    }

    /// The first mapping that has a key gives its value; what is written later goes into the first one.
    private func chained(_ mappings: [Value]) -> Value {
        var result = Object(kind: .dict)
        for mapping in mappings.reversed() where isAlive { merge(mapping, into: &result) }
        return isAlive ? make(result) : .nothing
    }

    /// A class of tuples whose items have names: `namedtuple("Clients", "db queue")`, `NamedTuple("Clients", [("db", Engine)])`.
    private func namedTuple(_ arguments: Arguments) -> Value {
        guard let given = arguments.positional.dropFirst().first?.only else { return fresh() }
        var names: [Value] = []
        if case .string(let text) = given {
            names = symbols[text].split { $0 == " " || $0 == "," }.map { Value(string(String($0))) }
        } else if case .object(let id) = given, let list = object(id), list.rest == .nothing {
            names = list.items.map { item in
                guard case .object(let pair)? = item.only else { return item }
                return object(pair)?.items.first ?? fresh()
            }
        }
        guard !names.isEmpty else { return fresh() }
        return make(Object(kind: .external(path("collections.namedtuple()")), items: names))
    }

    private func filled(_ fields: [Value], _ arguments: Arguments) -> Value {
        var result = Object(kind: .tuple)
        for (index, field) in fields.enumerated() {
            guard case .string(let name)? = field.only else { return fresh() }
            let value =
                index < arguments.positional.count
                ? arguments.positional[index] : arguments.keyword(name) ?? arguments.star ?? fresh()
            result.items.append(value)
            result.attributes[name] = value
        }
        return make(result)
    }
}
