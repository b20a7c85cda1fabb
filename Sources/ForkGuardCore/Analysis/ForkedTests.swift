/// Test runners that fork a child for each test (pytest-forked): the parent has imported every test module and its
/// conftest modules, a child runs the fixtures of its test and the test.
extension EntryPoints {
    mutating func runForkedTests(at site: WorkerApps.Site) {
        let folder = program.folder(of: site.place.module)
        let modules = program.modules.indices.map(Int32.init).filter { id in
            let path = program.modules[Int(id)].path
            return Fixtures.isTestFile(path) && path.hasPrefix(folder)
        }
        let fixtures = fixtures
        let tests = modules.flatMap(candidates).filter {
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
        for cls in classes(at: test.module, owner) where interpreter.isAlive {
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
