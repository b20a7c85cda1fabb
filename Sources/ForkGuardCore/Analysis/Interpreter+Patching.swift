/// Attributes that a test replaces: `unittest.mock.patch`, pytest's `monkeypatch`, pytest-mock's `mocker`.
///
/// What stands in for a function runs none of its code: a patched launcher does not fork, a patched
/// constructor touches nothing.
extension Interpreter {
    /// The value of a call that replaces an attribute; `nil`: the call does no such thing.
    func callPatcher(_ text: String, on receiver: ObjectID?, _ arguments: Arguments, op: UInt32) -> Value? {
        switch text {
        case "unittest.mock.patch", "mock.patch", "unittest.mock.patch.object", "mock.patch.object":
            return patcher(text.hasSuffix(".object"), arguments, op: op).map(make) ?? fresh()
        case "unittest.mock.patch().start", "pytest_mock.MockerFixture.patch().start":
            return receiver.map { applyPatch($0, op: op) } ?? fresh()
        case "unittest.mock.patch().stop":
            if let receiver { undoPatch(receiver, op: op) }
            return Value.none
        case "pytest_mock.MockerFixture.patch", "pytest_mock.MockerFixture.patch.object":
            guard let made = patcher(text.hasSuffix(".object"), arguments, op: op) else { return fresh() }
            return applyPatch(allocate(made), op: op)
        case "pytest.MonkeyPatch.setattr":
            // `setattr("package.module.name", value)` or `setattr(holder, "name", value)`.
            let isDotted = arguments.positional.count == 2
            let shift = isDotted ? 1 : 2
            guard let value = arguments.positional.dropFirst(shift).first ?? arguments.keyword(symbols.intern("value"))
            else { return Value.none }
            var given = Arguments(positional: Array(arguments.positional.prefix(shift)))
            given.keywords = [(name: symbols.intern("new"), value: value)]
            if let made = patcher(!isDotted, given, op: op) { _ = applyPatch(allocate(made), op: op) }
            return Value.none
        case "pytest.MonkeyPatch.context": return make(Object(kind: .external(path("pytest.MonkeyPatch"))))
        default: return nil
        }
    }

    /// The object that a `patch` call makes: what it replaces (holder and name), and by what.
    private func patcher(_ isObject: Bool, _ arguments: Arguments, op: UInt32) -> Object? {
        guard let first = arguments.positional.first ?? arguments.keyword(symbols.intern("target")) else { return nil }
        var rest = arguments.positional.dropFirst()
        let holder: Value
        let name: Symbol
        if isObject {
            guard case .string(let text)? = rest.first?.only else { return nil }
            rest = rest.dropFirst()
            (holder, name) = (first, text)
        } else {
            guard case .string(let text)? = first.only, let found = patchTarget(symbols[text]) else { return nil }
            (holder, name) = found
        }
        var object = Object(kind: .external(path("unittest.mock.patch()")))
        let effect = arguments.keyword(symbols.intern("side_effect")) ?? arguments.keyword(symbols.intern("wraps"))
        let stand =
            rest.first ?? arguments.keyword(symbols.intern("new")) ?? effect.flatMap { isCallable($0) ? $0 : nil }
        object.items = [holder, Value(.string(name)), stand ?? fresh()]
        return object
    }

    /// `package.module.Class.name`: the longest part that is a module, then attributes.
    private func patchTarget(_ text: String) -> (holder: Value, name: Symbol)? {
        var parts = text.split(separator: ".").map(String.init)
        guard parts.count > 1, let last = parts.popLast() else { return nil }
        var attributes: [String] = []
        while parts.count > 1 {
            if case .module = resolve(parts.joined(separator: ".")) { break }
            attributes.append(parts.removeLast())
        }
        let module = parts.joined(separator: ".")
        var holder: Value
        if case .module(let id) = resolve(module) {
            holder = Value(.module(id))
        } else {
            holder = Value(.external(path(module)))
        }
        for name in attributes.reversed() { holder = attribute(of: holder, symbols.intern(name), op: 0) }
        return (holder, symbols.intern(last))
    }

    /// Puts the stand-in in place, and gives it.
    func applyPatch(_ id: ObjectID, op: UInt32) -> Value {
        guard let object = object(id), object.items.count >= 3, case .string(let name)? = object.items[1].only else {
            return fresh()
        }
        let old = attribute(of: object.items[0], name, op: op)
        guard isAlive else { return .nothing }
        setAttribute(of: object.items[0], name, object.items[2], op: op)
        update(id) { $0.items = Array($0.items.prefix(3)) + [old] }
        return object.items[2]
    }

    func undoPatch(_ id: ObjectID, op: UInt32) {
        guard let object = object(id), object.items.count == 4, case .string(let name)? = object.items[1].only else {
            return
        }
        setAttribute(of: object.items[0], name, object.items[3], op: op)
    }

    /// `@patch("package.module.name")` on a test holds while the test runs.
    func applyPatches(_ decorators: [UInt32], in module: Int32) {
        let outer = frame
        frame = Frame(module: module, function: -1, environment: -1, stack: outer.stack)
        defer { frame = outer }
        for decorator in decorators.reversed() where isAlive && op(decorator).kind == .call {
            guard case .object(let id)? = evaluate(decorator).only, isPatch(id) else { continue }
            _ = applyPatch(id, op: decorator)
        }
    }

    func isPatch(_ id: ObjectID) -> Bool {
        guard case .external(let path)? = object(id)?.kind else { return false }
        return paths[path] == "unittest.mock.patch()"
    }
}
