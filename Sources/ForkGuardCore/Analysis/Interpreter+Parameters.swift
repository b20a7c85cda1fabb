/// What pytest gives a test beside its fixtures: the sets of `@pytest.mark.parametrize`, a fixture's `params`.
extension Interpreter {
    /// The argument sets of a test, one for each combination of its `parametrize` decorators; names that are
    /// given in too many ways, or in ways nobody can read, are in none of them.
    func parameterSets(_ decorators: [UInt32]) -> [Arguments] {
        var result = [Arguments()]
        for decorator in decorators {
            guard let sets = parametrized(decorator), result.count * sets.count <= Limits.parameterSets else {
                continue
            }
            result = result.flatMap { known in
                sets.map { set in
                    var arguments = known
                    arguments.keywords += set
                    return arguments
                }
            }
        }
        return result
    }

    /// Reads `@pytest.mark.parametrize("a, b", [(1, 2), pytest.param(3, 4, id="x")])`.
    private func parametrized(_ decorator: UInt32) -> [[(name: Symbol, value: Value)]]? {
        let mark = op(decorator)
        guard mark.kind == .call else { return nil }
        let callee = op(mark.a)
        guard callee.kind == .attribute, symbols[symbol(callee.b)] == "parametrize" else { return nil }
        var positional: [UInt32] = []
        var keywords: [String: UInt32] = [:]
        for argument in list(mark.b) {
            let item = op(argument)
            if item.kind == .keyword { keywords[symbols[symbol(item.a)]] = item.b } else { positional.append(argument) }
        }
        guard let named = positional.first ?? keywords["argnames"],
            let given = positional.dropFirst().first ?? keywords["argvalues"], keywords["indirect"] == nil,
            let names = argumentNames(named), !names.isEmpty, let values = parameterValues(given, count: names.count)
        else { return nil }
        return values.map { Array(zip(names, $0)).map { (name: $0, value: $1) } }
    }

    private func argumentNames(_ index: UInt32) -> [Symbol]? {
        let names = op(index)
        switch names.kind {
        case .str:
            return symbols[symbol(names.a)].split { $0 == "," || $0 == " " }.map { symbols.intern(String($0)) }
        case .tuple, .list:
            let items = list(names.a).map { op($0) }
            return items.allSatisfy { $0.kind == .str } ? items.map { symbol($0.a) } : nil
        default: return nil
        }
    }

    /// For every set its values; `nil`: the list cannot be read.
    private func parameterValues(_ index: UInt32, count: Int) -> [[Value]]? {
        let given = op(index)
        if given.kind == .list || given.kind == .tuple {
            let items = list(given.a)
            guard !items.isEmpty, items.count <= Limits.parameterSets else { return nil }
            var result: [[Value]] = []
            for item in items {
                guard op(item).kind != .starred, let values = parameterSet(item, count: count) else { return nil }
                result.append(values)
            }
            return result
        }
        guard case .object(let id)? = evaluate(index).only, let object = object(id), object.rest == .nothing,
            [.tuple, .list, .set].contains(object.kind), !object.items.isEmpty,
            object.items.count <= Limits.parameterSets
        else { return nil }
        var result: [[Value]] = []
        for item in object.items {
            guard let values = parts(of: item, count: count) else { return nil }
            result.append(values)
        }
        return result
    }

    private func parameterSet(_ index: UInt32, count: Int) -> [Value]? {
        let item = op(index)
        if item.kind == .call {
            let callee = op(item.a)
            let name = callee.kind == .attribute ? callee.b : callee.kind == .name ? callee.a : .max
            if name != .max, symbols[symbol(name)] == "param" {
                let values = list(item.b).filter { op($0).kind != .keyword }.map { evaluate($0) }
                return values.count == count && isAlive ? values : nil
            }
        }
        let value = evaluate(index)
        return isAlive ? parts(of: value, count: count) : nil
    }

    private func parts(of value: Value, count: Int) -> [Value]? {
        if count == 1 { return [value] }
        guard case .object(let id)? = value.only, let object = object(id), object.items.count == count,
            object.rest == .nothing
        else { return nil }
        return object.items
    }

    /// The `request` of a fixture: one for each of the values of its `params`.
    func requests(_ parameters: UInt32?, in module: Int32) -> [Arguments] {
        guard let parameters else { return [Arguments()] }
        let outer = frame
        frame = Frame(module: module, function: -1, environment: -1, stack: outer.stack)
        defer { frame = outer }
        let values = parameterValues(parameters, count: 1)?.map { $0[0] } ?? [fresh()]
        return values.map { value in
            var request = Object(kind: .external(path("pytest.FixtureRequest")))
            request.attributes[symbols.intern("param")] = value
            return Arguments(keywords: [(name: symbols.intern("request"), value: make(request))])
        }
    }

    /// What a test runner's own fixtures give, as far as it matters.
    func runnersOwnFixture(_ name: Symbol) -> Value {
        switch symbols[name] {
        case "monkeypatch": return make(Object(kind: .external(path("pytest.MonkeyPatch"))))
        case "mocker": return make(Object(kind: .external(path("pytest_mock.MockerFixture"))))
        default: return fresh()
        }
    }
}
