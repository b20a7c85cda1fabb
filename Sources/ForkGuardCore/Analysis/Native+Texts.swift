/// Texts: their methods, what they are put together of, and objects that spell one.
extension Interpreter {
    func callString(_ method: String, _ object: Object, _ arguments: Arguments) -> Value {
        guard case .string(let symbol)? = object.items.first?.only else { return freshData() }
        let text = symbols[symbol]
        switch method {
        case "startswith":
            guard case .string(let prefix)? = arguments.positional.first?.only else { return freshData() }
            return Value(.bool(text.hasPrefix(symbols[prefix])))
        case "endswith":
            guard case .string(let suffix)? = arguments.positional.first?.only else { return freshData() }
            return Value(.bool(text.hasSuffix(symbols[suffix])))
        case "split", "partition", "rsplit", "rpartition": return parted(text, by: method, arguments)
        case "lower", "casefold": return Value(string(text.lowercased()))
        case "upper": return Value(string(text.uppercased()))
        case "strip", "lstrip", "rstrip": return stripped(text, method, arguments)
        case "removeprefix", "removesuffix":
            guard case .string(let part)? = arguments.positional.first?.only else { return freshData() }
            let isFirst = method == "removeprefix"
            guard isFirst ? text.hasPrefix(symbols[part]) : text.hasSuffix(symbols[part]) else {
                return Value(.string(symbol))
            }
            let count = symbols[part].count
            return Value(string(String(isFirst ? text.dropFirst(count) : text.dropLast(count))))
        case "format":
            return fields(of: text, arguments).flatMap(composed)
                ?? self.text(beginningWith: Value(.string(symbol)), filledIn: "{")
        case "join":
            if let whole = joined(arguments.positional.first, by: Value(.string(symbol))) { return whole }
            if let first = arguments.positional.first { _ = elements(of: first) }
            return freshData()
        default: return freshData()
        }
    }

    private func stripped(_ text: String, _ method: String, _ arguments: Arguments) -> Value {
        var marks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n", "\u{0B}", "\u{0C}"]
        if let given = arguments.positional.first, given != .none {
            guard case .string(let symbol)? = given.only else { return freshData() }
            marks = Set(symbols[symbol])
        }
        var rest = text[...]
        if method != "rstrip" { rest = rest.drop { marks.contains($0) } }
        while method != "lstrip", let last = rest.last, marks.contains(last) { rest.removeLast() }
        return Value(string(String(rest)))
    }

    /// `uri.split("://")`, `uri.partition(":")` and `path.rsplit(".", 1)` of a known text.
    private func parted(_ text: String, by method: String, _ arguments: Arguments) -> Value {
        let intoThree = method.hasSuffix("partition")
        let parameters = ["sep", "maxsplit"]
        let limit = argument("maxsplit", parameters, arguments)
        guard case .string(let symbol)? = argument("sep", parameters, arguments)?.only,
            limit == nil || limit == Value(.int(1))
        else { return freshData() }
        let sign = symbols[symbol]
        guard !sign.isEmpty else { return freshData() }
        var parts: [String] = []
        var rest = text[...]
        while let found = rest.firstRange(of: sign) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        parts.append(String(rest))
        let fromEnd = method.hasPrefix("r")
        if intoThree || limit != nil, parts.count > 1 {
            parts =
                fromEnd
                ? [parts.dropLast().joined(separator: sign), parts[parts.count - 1]]
                : [parts[0], parts.dropFirst().joined(separator: sign)]
        }
        if intoThree {
            parts = parts.count == 2 ? [parts[0], sign, parts[1]] : fromEnd ? ["", "", text] : [text, "", ""]
        }
        guard parts.count <= 16 else { return freshData() }
        return make(Object(kind: intoThree ? .tuple : .list, items: parts.map { Value(string($0)) }))
    }

    // MARK: Parts

    /// What `str` makes of a constant, and the name of this process.
    func wholeText(_ atom: Atom) -> String? {
        switch atom {
        case .string(let symbol): symbols[symbol]
        case .int(let number): String(number)
        // Nobody knows it, but that the processes of one run have different ones.
        case .opaque(let number):
            textBeginnings[number].map { symbols[$0] }.flatMap { $0.hasPrefix(Native.processName) ? $0 : nil }
        default: nil
        }
    }

    /// True for a text that only this process has: its number or name is a part of it.
    func tellsProcess(_ text: String) -> Bool {
        text.firstRange(of: Native.processNumber) != nil || text.firstRange(of: Native.processName) != nil
    }

    /// Whether two texts are equal that tell their processes; `nil`: one of them does not.
    func areSameProcess(_ left: Value, _ right: Value) -> Bool? {
        guard let mine = left.only.flatMap(wholeText), let theirs = right.only.flatMap(wholeText),
            tellsProcess(mine), tellsProcess(theirs)
        else { return nil }
        return mine == theirs
    }

    /// A text put together of parts, where all of them are known. Where one of them tells this process from others, so does
    /// the whole, whatever else stands in it.
    func composed(_ parts: [Value]) -> Value? {
        let words = parts.map { $0.only.flatMap(wholeText) }
        guard words.contains(nil) else { return Value(string(words.compactMap { $0 }.joined())) }
        guard words.contains(where: { $0.map(tellsProcess) ?? false }) else { return nil }
        return Value(string(words.map { $0 ?? "\0?\0" }.joined()))
    }

    /// `"db-" + name`, `"cuda:%d" % rank`: the whole text where it is known, or how it begins.
    func joinedText(_ sign: BinaryOperator, _ left: Value, _ right: Value) -> Value? {
        if sign == .add, isText(left) || isText(right), let whole = composed([left, right]) { return whole }
        guard sign == .add || sign == .modulo, case .string(let symbol)? = left.only else { return nil }
        if sign == .modulo, let whole = marks(of: symbols[symbol], with: right).flatMap(composed) { return whole }
        return self.text(beginningWith: left, filledIn: sign == .modulo ? "%" : nil)
    }

    private func isText(_ value: Value) -> Bool {
        !value.atoms.isEmpty && value.atoms.allSatisfy { if case .string = $0 { true } else { false } }
    }

    /// The parts of `"%s-%d" % (name, 3)`; `nil` where one is written in another way.
    private func marks(of text: String, with value: Value) -> [Value]? {
        var given = [value]
        if case .object(let id)? = value.only, let tuple = object(id), tuple.kind == .tuple { given = tuple.items }
        let parts = text.split(separator: "%", omittingEmptySubsequences: false)
        guard parts.count == given.count + 1 else { return nil }
        var result = [Value(string(String(parts[0])))]
        for (part, value) in zip(parts.dropFirst(), given) {
            guard let mark = part.first, "sdir".contains(mark) else { return nil }
            result += [value, Value(string(String(part.dropFirst())))]
        }
        return result
    }

    /// The parts of `"{}-{name}".format(3, name="a")`; `nil` where that cannot be read.
    private func fields(of text: String, _ arguments: Arguments) -> [Value]? {
        var result: [Value] = []
        var position = 0
        var rest = text[...]
        while let brace = rest.firstIndex(where: { "{}".contains($0) }) {
            result.append(Value(string(String(rest[..<brace]))))
            let inner = rest[rest.index(after: brace)...]
            if inner.first == rest[brace] {
                result.append(Value(string(String(rest[brace]))))
                rest = inner.dropFirst()
                continue
            }
            guard let end = inner.firstIndex(of: "}") else { return nil }
            result.append(field(inner[..<end], arguments, &position))
            rest = inner[inner.index(after: end)...]
        }
        return result + [Value(string(String(rest)))]
    }

    /// What stands for `{}`, `{0}` or `{name}`; of `{0.name}` and `{:>8}` nobody knows.
    private func field(_ text: Substring, _ arguments: Arguments, _ position: inout Int) -> Value {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].prefix { $0 != "!" }
        if name.isEmpty { position += 1 }
        guard parts.count == 1 || ["", "s", "d"].contains(parts[1]), arguments.star == nil else { return fresh() }
        guard let index = name.isEmpty ? position - 1 : Int(name) else {
            return arguments.keyword(symbols.intern(String(name))) ?? fresh()
        }
        return arguments.positional.indices.contains(index) ? arguments.positional[index] : fresh()
    }

    /// `"-".join([name, number])`
    private func joined(_ list: Value?, by separator: Value) -> Value? {
        guard case .object(let id)? = list?.only, let object = object(id),
            object.kind == .list || object.kind == .tuple,
            object.rest == .nothing, object.lacks.isEmpty, let first = object.items.first
        else { return nil }
        return composed(object.items.dropFirst().reduce([first]) { $0 + [separator, $1] })
    }

    /// An unknown text that begins with what is known of `value`, up to a place that is filled in.
    func text(beginningWith value: Value?, filledIn mark: Character? = nil) -> Value {
        let result = fresh()
        if case .opaque(let number)? = result.only, let atom = value?.only, let known = beginning(of: atom) {
            dataValues.insert(number)
            let start = known.prefix { $0 != mark }
            if !start.isEmpty { textBeginnings[number] = symbols.intern(String(start)) }
        }
        return result
    }

    // MARK: Texts that nobody knows

    /// Methods that ask what a text is like.
    private static let textTests: Set<String> = ["startswith", "endswith"]

    /// `name.startswith("cuda")` of an unknown text: asked again, the answer is the same.
    func textTest(_ method: Int32, _ arguments: Arguments) -> Value? {
        guard let owner = opaqueOwners[method], Self.textTests.contains(symbols[owner.symbol]),
            arguments.keywords.isEmpty, let wanted = arguments.positional.only?.only, case .string(let symbol) = wanted
        else { return nil }
        let answer = part(method, symbols.intern("(\(symbols[symbol]))"))
        dataValues.insert(answer)
        return Value(.opaque(answer))
    }

    /// `"cuda" in name`; `nil`: that is no text.
    func textMembership(_ left: Value, _ right: Value, location: UInt32) -> Outcome? {
        guard case .string(let symbol)? = left.only else { return nil }
        let wanted = symbols[symbol]
        if case .opaque(let number)? = right.only, plainValues.contains(number) {
            return ask(Assumption(subject: part(number, symbols.intern("in \(wanted)")), question: .truthy))
        }
        let right = spelled(right) ?? right
        guard isText(right) else { return nil }
        return split(right, location: location) { atom in
            guard case .string(let symbol) = atom else { return nil }
            return wanted.isEmpty || symbols[symbol].firstRange(of: wanted) != nil
        }
    }

    // MARK: Objects that spell a text

    /// The text that an object of a library was made of and stands for: `"cuda:0"` of `torch.device("cuda:0")`.
    func spelled(_ value: Value) -> Value? {
        guard !value.atoms.isEmpty, value.atoms.allSatisfy({ spelling(of: $0) != nil }) else { return nil }
        return sides(of: value) { spelling(of: $0) ?? fresh() }
    }

    private func spelling(of atom: Atom) -> Value? {
        guard case .object(let id) = atom, let object = object(id), case .external(let path) = object.kind,
            Native.spellingClasses[paths[path]] != nil, let given = object.arguments?.positional.first
        else { return nil }
        return given.only.flatMap(spelling) ?? given
    }

    /// `device.type`: the text up to its colon.
    func spelledPart(of id: ObjectID, _ path: PathID, _ name: Symbol) -> Value? {
        guard Native.spellingClasses[paths[path]] == symbols[name], let text = spelling(of: .object(id)) else {
            return nil
        }
        return sides(of: text) { atom in
            switch atom {
            case .string(let symbol): return Value(string(String(symbols[symbol].prefix { $0 != ":" })))
            case .opaque(let number): return Value(.opaque(part(number, name)))
            default: return fresh()
            }
        }
    }

    /// `device == "cpu"`, `device == torch.device("cpu")`; `nil`: neither spells a text.
    func compareSpelled(_ left: Value, _ right: Value) -> Outcome? {
        let (mine, theirs) = (spelled(left), spelled(right))
        guard mine != nil || theirs != nil else { return nil }
        let (first, second) = (mine ?? left, theirs ?? right)
        guard isText(first) || first.only?.isOpaque == true, isText(second) || second.only?.isOpaque == true else {
            return nil
        }
        return first.only?.isConstant == true
            ? compare(.equal, second, first, left: .max) : compare(.equal, first, second, left: .max)
    }
}
