/// Test runners that fork a child for each test (pytest-forked): the parent has imported every test module and its
/// conftest modules, a child runs the fixtures of its test and the test. An option says so of all, a mark of some.
extension EntryPoints {
    mutating func runForkedTests(at site: WorkerApps.Site) {
        let folder = program.folder(of: site.place.module)
        let modules = program.modules.indices.map(Int32.init).filter { id in
            let path = program.modules[Int(id)].path
            return Fixtures.isTestFile(path) && path.hasPrefix(folder)
        }
        run(modules.flatMap(candidates), of: modules, at: site)
    }

    /// Tests for which a mark alone has the runner fork: what is known of its parent is that it has imported their
    /// module and the conftest modules. Fixtures of a wider scope are those of the child, as all of the test is.
    mutating func runMarkedTests(in id: Int32) {
        guard Fixtures.isTestFile(program.modules[Int(id)].path) else { return }
        for (launcher, rule) in interpreter.rules.catalog.launchers.enumerated() {
            guard let mark = rule.config?.testMark else { continue }
            var tests: [UInt32: [Candidate]] = [:]
            for candidate in candidates(in: id) where fixtures.isTest(candidate) {
                guard
                    let place = fixtures.marks(on: candidate).first(where: { interpreter.pathName($0, in: id) == mark })
                else { continue }
                tests[place, default: []].append(candidate)
            }
            for (op, marked) in tests.sorted(by: { $0.key < $1.key }) {
                let site = WorkerApps.Site(place: Place(module: id, op: op), launcher: launcher)
                run(marked, of: [id], at: site)
            }
        }
    }

    private mutating func run(_ candidates: [Candidate], of modules: [Int32], at site: WorkerApps.Site) {
        let fixtures = fixtures
        let tests = candidates.filter {
            fixtures.isTest($0) && fixtures.mayTouch($0, relevance) && !fixtures.isSkipped($0, interpreter)
        }
        guard !tests.isEmpty else { return }
        begin(from: State(), module: site.place.module)
        interpreter.frame = Frame(module: site.place.module, function: -1, environment: -1, stack: nil)
        var seen: Set<Int32> = []
        let conftests = modules.flatMap(fixtures.conftests).filter { seen.insert($0).inserted }
        interpreter.importAll(conftests + modules)
        if interpreter.isAlive { fixtures.runHooks(Fixtures.sessionHooks, of: conftests, interpreter) }
        guard interpreter.isAlive, !interpreter.state.touched.isEmpty else { return finish(end: nil) }
        let record = interpreter.makeFork(site.launcher, .always, place: site.place, stack: nil, function: -1)
        for test in tests {
            interpreter.inChild(of: record, op: site.place.op) {
                interpreter.frame = Frame(module: test.module, function: -1, environment: -1, stack: nil)
                run(test, fixtures)
            }
        }
        record.runsUnknownCode = false
        finish(end: nil)
    }

    private func run(_ test: Candidate, _ fixtures: Fixtures) {
        guard let owner = test.owner else {
            return fixtures.supply(test, receiver: nil, isInSession: true, interpreter) { arguments in
                let callee = Atom.function(test.function, -1)
                Self.complete(interpreter, interpreter.call(Value(callee), arguments, test))
            }
        }
        for cls in classes(at: test.module, owner).map(interpreter.asImported) where interpreter.isAlive {
            let instance = instances.instance(of: cls, for: test, isFresh: true, interpreter)
            guard interpreter.isAlive, let receiver = instance.only else { continue }
            fixtures.setUp(receiver, interpreter, test)
            let method = interpreter.attribute(of: instance, test.name, test)
            fixtures.supply(test, receiver: receiver, isInSession: true, interpreter) { arguments in
                Self.complete(interpreter, interpreter.call(method, arguments, test))
            }
        }
    }
}
