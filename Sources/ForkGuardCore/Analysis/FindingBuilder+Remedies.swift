import PythonSyntax

/// What to change, what a change of the start method would need, and whether it can be made by `--unsafe-fixes`.
extension FindingBuilder {
    func remedy(_ hazard: Hazard, _ rule: LibraryRule) -> Remedy {
        let launcher = rules.catalog.launchers[hazard.launcher]
        let obstacles = obstacles(hazard)
        if hazard.reason.isForkServer {
            let text =
                "Start the workers with the `spawn` method, or touch \(rule.title) neither at the top level of the main module nor "
                + "of one that it imports: below `if __name__ == \"__main__\":`, or in the worker's function."
            return Remedy(
                text: text, code: launcher.remedy?.replacing("{method}", with: "spawn"), price: rule.price,
                obstacles: obstacles)
        }
        // With what spawn needs missing, the fork server needs the same; both are still the way out.
        let code = launcher.remedy?.replacing("{method}", with: obstacles.isEmpty ? "spawn" : "forkserver")
        return Remedy(text: rule.remedy(at: launcher), code: code, price: rule.price, obstacles: obstacles)
    }

    /// The change of the start method, where the program has all that it needs.
    func startMethodFix(_ hazard: Hazard, _ remedy: Remedy) -> StartMethodFix? {
        let launcher = rules.catalog.launchers[hazard.launcher]
        guard launcher.language == .python, remedy.obstacles.isEmpty, let template = launcher.remedy,
            template.contains("{method}")
        else { return nil }
        var place = hazard.launchPlace ?? hazard.fork
        var isChoice = false
        if case .chosen(let choice, family: nil) = hazard.reason, choice.op != 0, namesMethod(choice) {
            (place, isChoice) = (choice, true)
        }
        if spawnNeeds[place]?.isOfOwnClass == true { return nil }
        let facts = program.modules[Int(place.module)].facts
        guard facts.language == .python, notebook(place.module) == nil, facts.ops[Int(place.op)].kind == .call else {
            return nil
        }
        var modules: [String] = []
        if case .family(let id, _) = launcher.method, let family = rules.family(id) {
            modules = rules.catalog.families[family].modules
        }
        return StartMethodFix(
            call: site(place, -1), start: facts.ops[Int(place.op)].start, end: facts.ops[Int(place.op)].end,
            isChoice: isChoice, launcher: launcher.name, parameters: launcher.parameters,
            remedy: template.replacing("{method}", with: StartMethod.spawn.rawValue), modules: modules)
    }

    /// True for a call whose only argument is the text `fork`.
    private func namesMethod(_ place: Place) -> Bool {
        let facts = program.modules[Int(place.module)].facts
        let op = facts.ops[Int(place.op)]
        guard op.kind == .call, let only = Array(facts.list(op.b)).only else { return false }
        let value =
            facts.ops[Int(only)].kind == .keyword ? facts.ops[Int(facts.ops[Int(only)].b)] : facts.ops[Int(only)]
        return value.kind == .str && facts.strings[Int(value.a)] == StartMethod.fork.rawValue
    }

    // MARK: Obstacles

    /// What spawn and forkserver would need that this code lacks.
    private func obstacles(_ hazard: Hazard) -> [String] {
        // Other ways out, of a server or of `preexec_fn`, need nothing of what a spawned child does.
        guard rules.catalog.launchers[hazard.launcher].remedy?.contains("{method}") == true else { return [] }
        let place = hazard.launchPlace ?? hazard.fork
        var places = [place]
        if case .chosen(let choice, family: nil) = hazard.reason { places.append(choice) }
        let needs = places.compactMap { spawnNeeds[$0] }
        var result = rules.catalog.libraries[hazard.library].spawnLacks.map { [$0] } ?? []
        for function in needs.flatMap(\.targets) { result += obstacle(ofTarget: function).map { [$0] } ?? [] }
        result += needs.flatMap { $0.unpicklable.sorted() }.map { obstacle(ofArgument: $0, at: place, hazard.launcher) }
        for key in needs.flatMap(\.globals).sorted(by: { ($0.module, $0.name) < ($1.module, $1.name) }) {
            let isChanged = needs.contains { $0.changedGlobals.contains(key) }
            let isShared = needs.contains { $0.sharedGlobals.contains(key) }
            guard isChanged || isShared || !topLevels.remakes(key) else { continue }
            let name = program.symbols[key.name]
            let path = program.modules[Int(key.module)].path
            if isShared, topLevels.remakes(key) {
                result.append(
                    "the child reads `\(name)`, of which it makes another when it imports \(path) anew: hand it to the child as an "
                        + "argument, or by an initializer")
                continue
            }
            result.append(
                topLevels.remakes(key)
                    ? "the child reads `\(name)`, which the parent changes after \(path) is imported: hand what it needs to the "
                        + "child as an argument"
                    : "the child reads `\(name)`, which \(path) sets elsewhere than where it is imported: hand it to the child as "
                        + "an argument")
        }
        for start in needs.flatMap(\.starts) where !topLevels.isGuarded(start) {
            let path = program.modules[Int(start.module)].path
            // A spawned child imports no notebook, and not what `python -m package` runs.
            if isNotebook(start.module) || program.isMainOfPackage(start.module) { continue }
            result.append(
                "\(path) has no `if __name__ == \"__main__\":` guard around this, and a spawned child imports it again")
        }
        var seen: Set<String> = []
        return result.filter { seen.insert($0).inserted }
    }

    private func obstacle(ofTarget function: FunctionID) -> String? {
        let facts = program.facts(function)
        let module = program.functions[Int(function)].module
        if isNotebook(module) {
            let name = facts.isLambda ? "a lambda" : "`\(facts.qualifiedName)`"
            return
                "\(name) stands in \(program.modules[Int(module)].path), and a spawned child cannot import a notebook: move it to "
                + "a file of its own"
        }
        if facts.isLambda { return "a lambda is not importable: make it a function of the module" }
        if topLevels.isGuarded(function) {
            return
                "`\(facts.qualifiedName)` is defined in the block of the script, which a spawned child does not run: move it "
                + "above `if __name__ == \"__main__\":`"
        }
        // What wraps a function has its name: pickling it finds what the module calls so.
        guard facts.enclosingFunction != .max, !isWrapper(function) else { return nil }
        let name = facts.qualifiedName.split(separator: ".").last.map(String.init) ?? facts.qualifiedName
        return "`\(name)` is defined inside a function and not importable: move it to the module's top level"
    }

    private func isNotebook(_ module: Int32) -> Bool { program.modules[Int(module)].path.hasSuffix(".ipynb") }

    /// True for a function under `@functools.wraps(another)`, where the decorator that makes it stands before functions at
    /// the top of a module: what a call of the decorator gives is found under the name of another function.
    private func isWrapper(_ function: FunctionID) -> Bool {
        let facts = program.modules[Int(program.functions[Int(function)].module)].facts
        var outermost = program.facts(function)
        guard isDecorated(outermost, by: "wraps", in: facts) else { return false }
        while outermost.enclosingFunction != .max { outermost = facts.functions[Int(outermost.enclosingFunction)] }
        let name = facts.strings[Int(outermost.name)]
        return program.modules.contains { module in
            module.facts.functions.contains {
                $0.enclosingFunction == .max && $0.enclosingClass == .max && isDecorated($0, by: name, in: module.facts)
            }
        }
    }

    private func isDecorated(_ function: FunctionFacts, by name: String, in facts: ModuleFacts) -> Bool {
        facts.list(function.decorators).contains { decorator in
            let op = facts.ops[Int(decorator)]
            let callee = op.kind == .call ? facts.ops[Int(op.a)] : op
            switch callee.kind {
            case .name: return facts.strings[Int(callee.a)] == name
            case .attribute: return facts.strings[Int(callee.b)] == name
            default: return false
            }
        }
    }

    private func obstacle(ofArgument name: String, at place: Place, _ launcher: Int) -> String {
        if name == "*" {
            return "arguments unpacked with `*` or `**` are not known, and a spawned child is sent them pickled"
        }
        if name.hasPrefix("self.") {
            return "`\(name)` is not known to be picklable, and a spawned child is sent the process object pickled"
        }
        let parameters = rules.catalog.launchers[launcher].parameters
        let facts = program.modules[Int(place.module)].facts
        let op = facts.ops[Int(place.op)]
        var expression: UInt32?
        if op.kind == .call {
            var position = 0
            for argument in facts.list(op.b) {
                let part = facts.ops[Int(argument)]
                if part.kind == .keyword {
                    if facts.strings[Int(part.a)] == name { expression = part.b }
                } else {
                    if parameters.indices.contains(position), parameters[position] == name { expression = argument }
                    position += 1
                }
            }
        }
        let shown = expression.map { text(Place(module: place.module, op: $0)) } ?? name
        return "`\(shown)` is not known to be picklable, and a spawned child is sent it pickled"
    }
}

/// What importing a module sets and runs, as opposed to what its main block and its functions do.
final class TopLevels {
    private let program: Program
    private var known: [Int32: TopLevel] = [:]

    private struct TopLevel {
        /// Names that importing binds, and those that anything else binds.
        var imported: Set<Symbol> = []
        var elsewhere: Set<Symbol> = []
        var guards: [Range<UInt32>] = []
        var importsAll = false
    }

    init(_ program: Program) { self.program = program }

    /// True if a fresh import gives the global the value that the parent sees.
    func remakes(_ key: GlobalKey) -> Bool {
        let level = topLevel(key.module)
        return !level.elsewhere.contains(key.name) && (level.imported.contains(key.name) || level.importsAll)
    }

    /// True if a statement of a top level stands in the block of the script.
    func isGuarded(_ place: Place) -> Bool {
        let start = program.modules[Int(place.module)].facts.ops[Int(place.op)].start
        return topLevel(place.module).guards.contains { $0.contains(start) }
    }

    /// True for a function that is defined there.
    func isGuarded(_ function: FunctionID) -> Bool {
        let start = program.facts(function).start
        return topLevel(program.functions[Int(function)].module).guards.contains { $0.contains(start) }
    }

    private func topLevel(_ module: Int32) -> TopLevel {
        if let level = known[module] { return level }
        var level = TopLevel()
        let facts = program.modules[Int(module)].facts
        read(facts.list(facts.body), module, isGuarded: false, &level)
        for function in facts.functions {
            for name in function.globals { level.elsewhere.insert(program.symbol(module, name)) }
        }
        known[module] = level
        return level
    }

    private func read(_ statements: ArraySlice<UInt32>, _ module: Int32, isGuarded: Bool, _ level: inout TopLevel) {
        let facts = program.modules[Int(module)].facts
        func bind(_ target: UInt32) {
            guard target != .max else { return }
            let op = facts.ops[Int(target)]
            switch op.kind {
            case .name: bind(named: op.a)
            case .tuple, .list: for part in facts.list(op.a) { bind(part) }
            case .starred: bind(op.a)
            default: break
            }
        }
        func bind(named name: UInt32) {
            let symbol = program.symbol(module, name)
            if isGuarded { level.elsewhere.insert(symbol) } else { level.imported.insert(symbol) }
        }
        func block(_ list: UInt32, _ guarded: Bool = false) {
            read(facts.list(list), module, isGuarded: isGuarded || guarded, &level)
        }
        for statement in statements {
            let op = facts.ops[Int(statement)]
            switch op.kind {
            case .assign: for target in facts.list(op.a) { bind(target) }
            case .augmentedAssign, .annotatedAssign: bind(op.a)
            case .function: bind(named: facts.functions[Int(op.a)].name)
            case .class: bind(named: facts.classes[Int(op.a)].name)
            case .importModule, .importAlias:
                let isAll = facts.strings[Int(op.a)] == "*"
                level.importsAll = level.importsAll || isAll
                if op.b != .max { bind(named: op.b) } else { bindPackage(op.a, module, isGuarded, &level) }
            case .importFrom: read(facts.list(op.b), module, isGuarded: isGuarded, &level)
            case .if:
                let isScript = isGuard(facts, op.a)
                if isScript { level.guards.append(op.start..<op.end) }
                block(op.b, isScript)
                block(op.c, isScript)
            case .while:
                block(op.b)
                block(op.c)
            case .for:
                bind(op.a)
                readPair(op.c, module, isGuarded, &level)
            case .try:
                block(op.a)
                for handler in facts.list(op.b) { block(facts.ops[Int(handler)].c) }
                readPair(op.c, module, isGuarded, &level)
            case .with:
                for item in facts.list(op.a) { bind(facts.ops[Int(item)].b) }
                block(op.b)
            default: break
            }
        }
    }

    private func readPair(_ pair: UInt32, _ module: Int32, _ isGuarded: Bool, _ level: inout TopLevel) {
        guard pair != .max else { return }
        let facts = program.modules[Int(module)].facts
        for list in [facts.ops[Int(pair)].a, facts.ops[Int(pair)].b] {
            read(facts.list(list), module, isGuarded: isGuarded, &level)
        }
    }

    /// `import a.b` binds `a`.
    private func bindPackage(_ package: UInt32, _ module: Int32, _ isGuarded: Bool, _ level: inout TopLevel) {
        let text = program.modules[Int(module)].facts.strings[Int(package)]
        guard let symbol = program.symbols.find(String(text.prefix { $0 != "." })) else { return }
        if isGuarded { level.elsewhere.insert(symbol) } else { level.imported.insert(symbol) }
    }

    /// `__name__ == "__main__"`, alone or beside further tests.
    private func isGuard(_ facts: ModuleFacts, _ test: UInt32) -> Bool {
        let op = facts.ops[Int(test)]
        switch op.kind {
        case .and: return facts.list(op.a).contains { isGuard(facts, $0) }
        case .compare where op.flags == CompareOperator.equal.rawValue:
            return [op.a, op.b].contains { side in
                let part = facts.ops[Int(side)]
                return part.kind == .name && facts.strings[Int(part.a)] == "__name__"
            }
        default: return false
        }
    }
}
