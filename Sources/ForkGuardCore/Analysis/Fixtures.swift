/// What a test runner does before a test: pytest's fixtures, by name and place, and `setUp` methods.
struct Fixtures {
    let program: Program
    /// Fixture functions by module and name.
    private var byModule: [Int32: [Symbol: Fixture]] = [:]
    /// Fixtures that a module has from others: it imports them, or names their module as a plugin.
    private var borrowed: [Int32: [Symbol: (fixture: Fixture, home: Int32)]] = [:]
    private var conftestByFolder: [String: Int32] = [:]

    struct Fixture {
        var function: FunctionID
        var isAutomatic: Bool
        /// The list after `params=`: the fixture, and what asks for it, runs once for each of its values.
        var parameters: UInt32?
    }

    init(program: Program) {
        self.program = program
        for (index, module) in program.modules.enumerated() {
            let id = Int32(index)
            if module.path == "conftest.py" || module.path.hasSuffix("/conftest.py") {
                conftestByFolder[program.folder(of: id)] = id
            }
            for (position, function) in module.facts.functions.enumerated() where function.enclosingFunction == .max {
                guard let fixture = Self.fixture(module.facts, function) else { continue }
                byModule[id, default: [:]][module.symbols[Int(fixture.name ?? function.name)]] = Fixture(
                    function: module.firstFunction + FunctionID(position), isAutomatic: fixture.isAutomatic,
                    parameters: fixture.parameters)
            }
        }
        guard !byModule.isEmpty else { return }
        for id in program.modules.indices.map(Int32.init) {
            let found = borrowedFixtures(of: id)
            if !found.isEmpty { borrowed[id] = found }
        }
    }

    /// `from fixtures import database`, `from fixtures import *`, and `pytest_plugins = ["fixtures"]`.
    private func borrowedFixtures(of id: Int32) -> [Symbol: (fixture: Fixture, home: Int32)] {
        let module = program.modules[Int(id)]
        var result: [Symbol: (fixture: Fixture, home: Int32)] = [:]
        func takeAll(of home: Program.Resolution) {
            guard case .module(let home) = home else { return }
            for (name, fixture) in byModule[home] ?? [:] { result[name] = (fixture, home) }
        }
        for index in module.facts.list(module.facts.body) {
            let op = module.facts.ops[Int(index)]
            switch op.kind {
            case .importFrom:
                let base = program.source(of: op, in: module.facts, from: id)
                guard case .module(let home) = base, let known = byModule[home] else { continue }
                for alias in module.facts.list(op.b).map({ module.facts.ops[Int($0)] }) {
                    if module.facts.strings[Int(alias.a)] == "*" {
                        takeAll(of: base)
                    } else if let fixture = known[module.symbols[Int(alias.a)]] {
                        result[module.symbols[Int(alias.b == .max ? alias.a : alias.b)]] = (fixture, home)
                    }
                }
            case .assign:
                for name in plugins(op, module.facts) { takeAll(of: program.resolve(name, from: id)) }
            default: break
            }
        }
        return result
    }

    /// Names of modules that an assignment to `pytest_plugins` lists.
    private func plugins(_ assignment: Op, _ facts: ModuleFacts) -> [String] {
        let isPlugins = facts.list(assignment.a).contains { index in
            let target = facts.ops[Int(index)]
            return target.kind == .name && facts.strings[Int(target.a)] == "pytest_plugins"
        }
        guard isPlugins else { return [] }
        let value = facts.ops[Int(assignment.b)]
        let items = [.list, .tuple].contains(value.kind) ? facts.list(value.a).map { facts.ops[Int($0)] } : [value]
        return items.filter { $0.kind == .str }.map { facts.strings[Int($0.a)] }
    }

    typealias Mark = (name: UInt32?, isAutomatic: Bool, parameters: UInt32?)

    /// Reads `@pytest.fixture(name=..., autouse=..., params=...)`.
    static func fixture(_ facts: ModuleFacts, _ function: FunctionFacts) -> Mark? {
        for index in facts.list(function.decorators) {
            var op = facts.ops[Int(index)]
            var arguments: ArraySlice<UInt32> = []
            if op.kind == .call {
                arguments = facts.list(op.b)
                op = facts.ops[Int(op.a)]
            }
            let name = op.kind == .name ? op.a : op.kind == .attribute ? op.b : .max
            guard name != .max, ["fixture", "yield_fixture"].contains(facts.strings[Int(name)]) else { continue }
            var result: Mark = (nil, false, nil)
            for argument in arguments {
                let keyword = facts.ops[Int(argument)]
                guard keyword.kind == .keyword else { continue }
                let value = facts.ops[Int(keyword.b)]
                if facts.strings[Int(keyword.a)] == "autouse", value.kind == .true { result.isAutomatic = true }
                if facts.strings[Int(keyword.a)] == "name", value.kind == .str { result.name = value.a }
                if facts.strings[Int(keyword.a)] == "params" { result.parameters = keyword.b }
            }
            return result
        }
        return nil
    }

    func isTest(_ candidate: EntryPoints.Candidate) -> Bool {
        program.symbols[candidate.name].hasPrefix("test")
    }

    /// A module of tests that chooses a start method when it is run, and then runs them: it is meant to be run that way.
    func isScriptWithMethod(_ id: Int32) -> Bool {
        let module = program.modules[Int(id)]
        guard module.isScript else { return false }
        return module.facts.mentions.contains { module.facts.strings[Int($0.name)] == "set_start_method" }
    }

    /// Files that pytest collects where nothing says otherwise.
    static func isTestFile(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return (name.hasPrefix("test_") && name.hasSuffix(".py")) || name.hasSuffix("_test.py")
    }

    /// The conftest modules that hold for a module, outermost first.
    func conftests(of module: Int32) -> [Int32] {
        var result: [Int32] = []
        var folder = program.folder(of: module)
        while true {
            if let id = conftestByFolder[folder], id != module { result.append(id) }
            guard !folder.isEmpty else { break }
            folder.removeLast()
            folder = folder.lastIndex(of: "/").map { String(folder[...$0]) } ?? ""
        }
        return result.reversed()
    }

    private func find(_ name: Symbol, from module: Int32) -> (Fixture, Int32)? {
        for id in [module] + conftests(of: module).reversed() {
            if let fixture = byModule[id]?[name] { return (fixture, id) }
            if let other = borrowed[id]?[name] { return other }
        }
        return nil
    }

    /// Fixtures and hooks that may run before the tests of a module.
    func functions(around module: Int32) -> [FunctionID] {
        let conftests = conftests(of: module)
        let fixtures = (conftests + [module]).flatMap { id in
            (byModule[id] ?? [:]).values.map(\.function) + (borrowed[id] ?? [:]).values.map(\.fixture.function)
        }
        let hooks = conftests.flatMap { id in
            program.modules[Int(id)].facts.functions.indices.map {
                program.modules[Int(id)].firstFunction + FunctionID($0)
            }
        }
        let own = program.modules[Int(module)]
        let setUps = own.facts.functions.enumerated().filter { _, facts in
            facts.name != .max && ["setUpModule", "setup_module"].contains(own.facts.strings[Int(facts.name)])
        }.map { own.firstFunction + FunctionID($0.offset) }
        return fixtures + hooks + setUps
    }

    private func automatic(for module: Int32) -> [Fixture] {
        (conftests(of: module) + [module]).flatMap { id in
            ((byModule[id] ?? [:]).values + (borrowed[id] ?? [:]).values.map(\.fixture))
                .filter(\.isAutomatic).sorted { $0.function < $1.function }
        }
    }

    /// Fixtures that `@pytest.mark.usefixtures("name")` on the test or its class asks for.
    private func asked(by candidate: EntryPoints.Candidate) -> [Fixture] {
        let module = program.modules[Int(candidate.module)]
        var result: [Fixture] = []
        for index in decorators(of: candidate) {
            let call = module.facts.ops[Int(index)]
            guard call.kind == .call else { continue }
            let callee = module.facts.ops[Int(call.a)]
            guard callee.kind == .attribute, module.facts.strings[Int(callee.b)] == "usefixtures" else { continue }
            for argument in module.facts.list(call.b) {
                let value = module.facts.ops[Int(argument)]
                if value.kind == .str, let (fixture, _) = find(module.symbols[Int(value.a)], from: candidate.module) {
                    result.append(fixture)
                }
            }
        }
        return result
    }

    /// Those of a test, and of the class it stands in.
    func decorators(of candidate: EntryPoints.Candidate) -> [UInt32] {
        let facts = program.modules[Int(candidate.module)].facts
        let own = Array(facts.list(program.facts(candidate.function).decorators))
        guard let owner = candidate.owner else { return own }
        return own + Array(facts.list(facts.classes[Int(owner)].decorators))
    }

    /// True where the test, or a fixture that runs for it, may touch.
    func mayTouch(_ candidate: EntryPoints.Candidate, _ relevance: Relevance) -> Bool {
        if relevance.mayTouch(candidate.function) { return true }
        if automatic(for: candidate.module).contains(where: { relevance.mayTouch($0.function) }) { return true }
        let module = program.modules[Int(candidate.module)]
        return program.facts(candidate.function).parameters.contains { parameter in
            parameter.name != .max
                && find(module.symbols[Int(parameter.name)], from: candidate.module).map {
                    relevance.mayTouch($0.0.function)
                } ?? false
        }
    }

    func mayFork(_ candidate: EntryPoints.Candidate, _ relevance: Relevance) -> Bool {
        if automatic(for: candidate.module).contains(where: { relevance.mayFork($0.function) }) { return true }
        let module = program.modules[Int(candidate.module)]
        return program.facts(candidate.function).parameters.contains { parameter in
            parameter.name != .max && relevance.mayFork(named: module.symbols[Int(parameter.name)])
        }
    }

    // MARK: Running

    /// Runs `body` with the arguments of a test, inside the fixtures that it asks for, once for each of its
    /// parameter sets; anything that is no test gets anybody's arguments.
    ///
    /// - Parameter isInSession: what runs once before all tests has run.
    func supply(
        _ candidate: EntryPoints.Candidate, receiver: Atom?, isInSession: Bool = false, _ interpreter: Interpreter,
        _ body: @escaping (Arguments?) -> Void
    ) {
        guard isTest(candidate) else { return body(nil) }
        if !isInSession { runHooks(Self.sessionHooks, of: conftests(of: candidate.module), interpreter) }
        runHooks(["setUpModule", "setup_module"], of: [candidate.module], interpreter)
        guard interpreter.isAlive else { return }
        let before = automatic(for: candidate.module) + asked(by: candidate)
        let decorators = decorators(of: candidate)
        let sets = interpreter.parameterSets(decorators)
        interpreter.state.freeze()
        let start = interpreter.current
        for given in sets {
            interpreter.enter(start)
            let names = parameterNames(candidate.function, skipsReceiver: receiver != nil).filter {
                given.keyword($0) == nil
            }
            var made: [FunctionID: Value] = [:]
            runAll(before[...], candidate.module, interpreter, &made) { made in
                collect(names[...], candidate.module, interpreter, given, made) { arguments, _ in
                    interpreter.applyPatches(decorators, in: candidate.module)
                    if interpreter.isAlive { body(arguments) }
                }
            }
        }
    }

    /// Functions of conftest modules that run before any test.
    static let sessionHooks = ["pytest_configure", "pytest_sessionstart"]

    func runHooks(_ names: [String], of modules: [Int32], _ interpreter: Interpreter) {
        for (id, name) in modules.flatMap({ id in names.map { (id, $0) } }) where interpreter.isAlive {
            let facts = program.modules[Int(id)].facts
            for (index, function) in facts.functions.enumerated()
            where function.enclosingClass == .max && function.enclosingFunction == .max
                && facts.strings[Int(function.name)] == name
            {
                let id = program.modules[Int(id)].firstFunction + FunctionID(index)
                _ = interpreter.callFunction(id, -1, receiver: nil, nil, op: 0)
            }
        }
    }

    private func parameterNames(_ function: FunctionID, skipsReceiver: Bool) -> [Symbol] {
        let symbols = program.modules[Int(program.functions[Int(function)].module)].symbols
        let names = program.facts(function).parameters.filter { $0.name != .max }.map { symbols[Int($0.name)] }
        return skipsReceiver ? Array(names.dropFirst()) : names
    }

    private func runAll(
        _ fixtures: ArraySlice<Fixture>, _ module: Int32, _ interpreter: Interpreter, _ made: inout [FunctionID: Value],
        _ body: @escaping ([FunctionID: Value]) -> Void
    ) {
        guard let first = fixtures.first else { return body(made) }
        let known = made
        make(first, module, interpreter, known) { value, made in
            var made = made
            made[first.function] = value
            runAll(fixtures.dropFirst(), module, interpreter, &made, body)
        }
    }

    private func collect(
        _ names: ArraySlice<Symbol>, _ module: Int32, _ interpreter: Interpreter, _ arguments: Arguments,
        _ made: [FunctionID: Value], _ body: @escaping (Arguments, [FunctionID: Value]) -> Void
    ) {
        guard let name = names.first else { return body(arguments, made) }
        guard let (fixture, home) = find(name, from: module) else {
            var arguments = arguments
            arguments.keywords.append((name, interpreter.runnersOwnFixture(name)))
            return collect(names.dropFirst(), module, interpreter, arguments, made, body)
        }
        make(fixture, home, interpreter, made) { value, made in
            var arguments = arguments
            arguments.keywords.append((name, value))
            collect(names.dropFirst(), module, interpreter, arguments, made, body)
        }
    }

    private func make(
        _ fixture: Fixture, _ module: Int32, _ interpreter: Interpreter, _ made: [FunctionID: Value],
        _ body: @escaping (Value, [FunctionID: Value]) -> Void
    ) {
        if let known = made[fixture.function] { return body(known, made) }
        guard interpreter.depth < Limits.callDepth / 2 else { return body(interpreter.fresh(), made) }
        let isMethod = program.facts(fixture.function).enclosingClass != .max
        let names = parameterNames(fixture.function, skipsReceiver: isMethod).filter {
            fixture.parameters == nil || interpreter.symbols[$0] != "request"
        }
        interpreter.depth += 1
        let requests = interpreter.requests(fixture.parameters, in: module)
        interpreter.state.freeze()
        let start = interpreter.current
        for request in requests {
            interpreter.enter(start)
            collect(names[...], module, interpreter, request, made) { arguments, made in
                let value = interpreter.callFunction(fixture.function, -1, receiver: nil, arguments, op: 0)
                guard interpreter.isAlive else { return }
                let keep: (Value) -> Void = { result in
                    var made = made
                    made[fixture.function] = result
                    body(result, made)
                }
                if case .object(let id)? = value.only, case .generator? = interpreter.object(id)?.kind {
                    interpreter.runGenerator(id, once: true, op: 0, keep)
                } else {
                    keep(interpreter.awaitValue(value, op: 0))
                }
            }
        }
        interpreter.depth -= 1
    }

    /// `setUpClass`, `setUp` and their pytest spellings run before each test of their class.
    func setUp(_ receiver: Atom, _ interpreter: Interpreter, _ candidate: EntryPoints.Candidate) {
        for name in ["setUpClass", "setup_class", "setUpTestData", "setUp", "asyncSetUp", "setup_method", "setup"] {
            guard interpreter.isAlive, case .object(let id) = receiver,
                case .instance(let cls)? = interpreter.object(id)?.kind,
                interpreter.classAttribute(cls, interpreter.symbols.intern(name)) != nil
            else { continue }
            let method = interpreter.attribute(of: Value(receiver), interpreter.symbols.intern(name), candidate)
            let value = interpreter.call(method, Arguments(), op: 0)
            if interpreter.isAlive { _ = interpreter.awaitValue(value, op: 0) }
        }
    }
}
