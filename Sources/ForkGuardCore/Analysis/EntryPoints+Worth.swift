// What is worth running: an entry point that can come to a fork and to a touch.

extension EntryPoints {
    mutating func mayFork(_ candidate: Candidate) -> Bool {
        if fixtures.isTest(candidate), fixtures.isScriptWithMethod(candidate.module) { return false }
        if relevance.mayFork(candidate.function) { return true }
        return fixtures.isTest(candidate) && fixtures.mayFork(candidate, relevance)
    }

    /// True where it, its class or what was imported before may touch, and the import does not run it already.
    mutating func mayTouch(_ candidate: Candidate) -> Bool {
        let imported = imported(candidate.module)
        if imported.functions.contains(candidate.function) { return false }
        if relevance.mayTouch(candidate.function) || fixtures.isTest(candidate) { return true }
        if let owner = candidate.owner, classMayTouch(candidate.module, owner) { return true }
        return !imported.state.touched.isEmpty || applications.mayTouch(before: candidate.function, interpreter)
    }

    /// False where no fork, or no touch, lies on its way, whatever names alone say.
    mutating func comesToBoth(_ candidate: Candidate) -> Bool {
        // What a framework runs before it, it hands to it.
        guard program.modules[Int(candidate.module)].language == .python, interpreter.launchLog == nil,
            !applications.isHandler(candidate.function)
        else { return true }
        var functions = [candidate.function]
        var modules = Set(interpreter.effectiveImports.lists[Int(candidate.module)])
        if fixtures.isTest(candidate) {
            functions += fixtures.functions(around: candidate.module)
            for conftest in fixtures.conftests(of: candidate.module) {
                modules.formUnion(interpreter.effectiveImports.lists[Int(conftest)])
            }
        }
        let classes = candidate.owner.map { self.classes(at: candidate.module, $0) } ?? []
        let answer = relevance.entries.ask(
            functions: functions, classes: classes.compactMap { interpreter.classes[$0]?.definition },
            modules: modules)
        return answer.forks && (answer.touches || !imported(candidate.module).state.touched.isEmpty)
    }

    /// The same of a module that is run as a script.
    func comesToBoth(script id: Int32) -> Bool {
        guard program.modules[Int(id)].language == .python, interpreter.launchLog == nil else { return true }
        let answer = relevance.entries.ask(script: id, modules: interpreter.effectiveImports.lists[Int(id)])
        return answer.forks && answer.touches
    }

    private func classMayTouch(_ module: Int32, _ index: UInt32) -> Bool {
        let facts = program.modules[Int(module)].facts
        for (position, function) in facts.functions.enumerated() where function.enclosingClass == index {
            if relevance.mayTouch(program.modules[Int(module)].firstFunction + FunctionID(position)) { return true }
        }
        // An ancestor elsewhere is among what the class mentions.
        return relevance.classMayTouch(module, Int(index))
    }
}
