/// Marks of tests, and those by which a test runner never runs one, whatever the environment: `skip`, not `skipif`.
extension Fixtures {
    func isSkipped(_ candidate: EntryPoints.Candidate, _ interpreter: Interpreter) -> Bool {
        let module = candidate.module
        if marks(on: candidate).contains(where: { isSkip($0, in: module, interpreter) }) { return true }
        return statements(around: candidate).contains { statement in
            statement.kind == .expression && isSkipOfModule(statement.a, in: module, interpreter)
        }
    }

    /// Marks that a test has by its decorators, those of its class, and the `pytestmark` of the class or module.
    func marks(on candidate: EntryPoints.Candidate) -> [UInt32] {
        let facts = program.modules[Int(candidate.module)].facts
        return statements(around: candidate).reduce(into: decorators(of: candidate)) { marks, statement in
            guard statement.kind == .assign, isMarks(statement, facts) else { return }
            let value = facts.ops[Int(statement.b)]
            marks += [.list, .tuple].contains(value.kind) ? Array(facts.list(value.a)) : [statement.b]
        }
    }

    /// Those of the bodies of its module and of its class.
    private func statements(around candidate: EntryPoints.Candidate) -> [Op] {
        let facts = program.modules[Int(candidate.module)].facts
        var bodies = [facts.body]
        if let owner = candidate.owner { bodies.append(facts.classes[Int(owner)].body) }
        return bodies.flatMap { facts.list($0) }.map { facts.ops[Int($0)] }
    }

    private func isMarks(_ assignment: Op, _ facts: ModuleFacts) -> Bool {
        guard assignment.b != .max else { return false }
        return facts.list(assignment.a).contains { index in
            let target = facts.ops[Int(index)]
            return target.kind == .name && facts.strings[Int(target.a)] == "pytestmark"
        }
    }

    /// `pytest.mark.skip`, called or not, and `unittest.skip("why")`.
    private func isSkip(_ index: UInt32, in module: Int32, _ interpreter: Interpreter) -> Bool {
        let op = program.modules[Int(module)].facts.ops[Int(index)]
        let name = interpreter.pathName(op.kind == .call ? op.a : index, in: module)
        return name == "pytest.mark.skip" || name == "unittest.skip"
    }

    /// `pytest.skip("why", allow_module_level=True)`
    private func isSkipOfModule(_ index: UInt32, in module: Int32, _ interpreter: Interpreter) -> Bool {
        let facts = program.modules[Int(module)].facts
        guard index != .max, facts.ops[Int(index)].kind == .call else { return false }
        let call = facts.ops[Int(index)]
        let isWhole = facts.list(call.b).contains { index in
            let argument = facts.ops[Int(index)]
            return argument.kind == .keyword && facts.strings[Int(argument.a)] == "allow_module_level"
                && argument.b != .max && facts.ops[Int(argument.b)].kind == .true
        }
        return isWhole && interpreter.pathName(call.a, in: module) == "pytest.skip"
    }
}
