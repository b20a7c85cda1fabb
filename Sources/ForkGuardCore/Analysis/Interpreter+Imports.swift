extension Interpreter {
    // MARK: import a.b as c

    func importModule(_ statement: Op) {
        let name = symbols[symbol(statement.a)]
        let target = find(name)
        run(importOf: name, target, op: statement)
        if statement.b != .max {
            assignName(symbol(statement.b), value(of: target, name))
        } else {
            let top = RuleIndex.top(name)
            assignName(symbols.intern(top), value(of: find(top), top))
        }
    }

    private func value(of target: Program.Resolution, _ name: String) -> Value {
        if case .module(let id) = target { return Value(.module(id)) }
        return Value(.external(path(name)))
    }

    /// Resolves a module's name; what the rules speak of is outside even where its source is scanned too.
    ///
    /// - Parameter names: what is imported from it.
    private func find(_ name: String, for names: [String] = []) -> Program.Resolution {
        let top = RuleIndex.top(name)
        let result = resolve(name)
        // A folder without `__init__.py` stands behind what is installed under its name, unless its modules are asked for.
        if rules.isRoot(top), case .namespace = result {
            let isOwn = names.contains { if case .module = program.submodule($0, of: result) { true } else { false } }
            return isOwn ? result : .outside
        }
        guard rules.isRoot(top), case .module(let id) = result else { return result }
        let importer = program.modules[Int(frame.module)]
        if relevance.local.holds(name, for: importer) { return result }
        // `from celery import Celery` in `proj/celery.py`, where `proj` has no `__init__.py`.
        if id == frame.module, !importer.isPackage { return .outside }
        if RuleIndex.top(importer.name) == top, importer.root == program.modules[Int(id)].root { return result }
        return .outside
    }

    func importFrom(_ statement: Op) {
        let moduleName = statement.a == .max ? nil : symbols[symbol(statement.a)]
        let level = Int(statement.flags)
        let target: Program.Resolution
        if level > 0 {
            target = program.resolveRelative(moduleName, level: level, from: frame.module)
        } else {
            target = find(moduleName ?? "", for: list(statement.b).map { symbols[symbol(op($0).a)] })
        }
        run(importOf: level > 0 ? nil : moduleName, target, op: statement)
        for index in list(statement.b) {
            guard isAlive else { return }
            let alias = op(index)
            let name = symbol(alias.a)
            if name == names.wildcard {
                importAll(from: target, moduleName)
                continue
            }
            let bound = alias.b == .max ? name : symbol(alias.b)
            assignName(bound, member(name, of: target, moduleName, level: level, op: statement))
            if isPure, frame.environment < 0, case .module(let id) = target {
                importedNames[GlobalKey(module: frame.module, name: bound)] = GlobalKey(module: id, name: name)
            }
        }
    }

    private func member(
        _ name: Symbol, of target: Program.Resolution, _ moduleName: String?, level: Int, op: Op
    ) -> Value {
        switch target {
        case .module(let id):
            if let value = global(id, name) ?? lazyMember(name, of: id) { return value }
            let child = program.submodule(symbols[name], of: target)
            if case .module(let id) = child {
                run(importOf: nil, child, op: op)
                return Value(.module(id))
            }
            return fresh()
        case .namespace:
            let child = program.submodule(symbols[name], of: target)
            run(importOf: nil, child, op: op)
            if case .module(let id) = child { return Value(.module(id)) }
            return fresh()
        case .outside:
            guard level == 0, let moduleName else { return fresh() }
            let value = attribute(of: Value(.external(path(moduleName))), name, op: 0)
            if case .module(let id)? = value.only { run(importOf: nil, .module(id), op: op) }
            return value
        }
    }

    /// What a module's own `__getattr__` gives for a name, which is asked before a module of that name is looked for; `nil`: it
    /// raises, or there is none.
    private func lazyMember(_ name: Symbol, of id: Int32) -> Value? {
        guard let hook = global(id, names.getAttribute), isCallable(hook) else { return nil }
        state.freeze()
        let (before, raised) = (state, frame.raises.count)
        let value = call(hook, Arguments(positional: [Value(.string(name))]), op: 0)
        if isAlive { return value }
        frame.raises.removeLast(frame.raises.count - raised)
        enter(before)
        return nil
    }

    private func importAll(from target: Program.Resolution, _ moduleName: String?) {
        switch target {
        case .module(let id):
            evaluateTopLevel(id)
            note(.module(id))
            // Names that this path has given the module count here as well.
            var found: [(Symbol, Value)] = []
            state.globals.forEach { key, value in
                if key.module == id, !symbols[key.name].hasPrefix("_") { found.append((key.name, value)) }
            }
            for (name, value) in found { assignName(name, value) }
        case .outside: if let moduleName { note(.external(path(moduleName))) }
        case .namespace: break
        }
    }

    private func note(_ source: ImportedModule) {
        guard frame.environment < 0 else { return }
        if starImports[frame.module]?.contains(source) != true { starImports[frame.module, default: []].append(source) }
    }

    // MARK: What importing does

    /// Runs the top levels that an import runs: those of the packages on the way, then the module's.
    private func run(importOf name: String?, _ target: Program.Resolution, op: Op) {
        if let name, rules.isRoot(RuleIndex.top(name)) { touchByImport(name) }
        guard case .module(let id) = target else { return }
        guard !isPure else {
            // What a function imports is imported where it is called: a factory of an application and its views.
            if frame.function >= 0, relevance.importMatters(id) { hasEffect = true }
            return
        }
        let module = program.modules[Int(id)]
        if module.name.contains(".") {
            var parts = module.name.split(separator: ".").dropLast()
            var chain: [Int32] = []
            while !parts.isEmpty {
                let package = module.root + parts.joined(separator: "/")
                if let parent = program.module(inFolder: package) { chain.append(parent) }
                parts = parts.dropLast()
            }
            for parent in chain.reversed() { runTopLevel(parent, op: op) }
        }
        runTopLevel(id, op: op)
    }

    /// Runs a module's top level in this state, once; most modules' top levels do nothing that matters.
    private func runTopLevel(_ id: Int32, op: Op) {
        guard !effectiveImports.isEmpty(for: id), state.arrangements.imported[id] != true else { return }
        state.arrangements.imported[id] = true
        state.importCount += 1
        // One that only a function imports has not been seen before.
        evaluateTopLevel(id)
        guard depth < Limits.callDepth else { return }
        if effectiveModules.contains(id) { return execute(module: id, calledFrom: op) }
        runEffectiveImports(of: id, op: op)
    }

    /// A module that has no effect of its own only hands on what its imports do.
    private func runEffectiveImports(of id: Int32, op: Op) {
        depth += 1
        for other in effectiveImports.lists[Int(id)] { runTopLevel(other, op: op) }
        depth -= 1
    }

    /// Imports modules one after the other, as far as they have an effect.
    func importAll(_ ids: [Int32]) {
        let nowhere = Op(kind: .importModule, start: 0, end: 0)
        for id in ids where isAlive {
            // No statement imports them, and certainly not the one that was the last to import anything.
            importSite = 0
            runTopLevel(id, op: nowhere)
        }
    }

    /// Runs a module's top level in the frame at hand, or only its imports where it does nothing else.
    func executeImport(of id: Int32) {
        importSite = 0
        if effectiveModules.contains(id) {
            if let name = program.package(around: id), case .module(let package) = program.resolve(name, from: id) {
                runEffectiveImports(of: package, op: Op(kind: .importModule, start: 0, end: 0))
            }
            return execute(block: program.modules[Int(id)].facts.body)
        }
        runEffectiveImports(of: id, op: Op(kind: .importModule, start: 0, end: 0))
    }

    func execute(module id: Int32, calledFrom op: Op?) {
        let caller = frame
        var stack = caller.stack
        if op != nil {
            stack = CallStack(
                place: Place(module: caller.module, op: importSite), function: caller.function, parent: caller.stack)
        }
        depth += 1
        frame = Frame(module: id, function: -1, environment: -1, stack: stack)
        let inner = frame
        execute(block: program.modules[Int(id)].facts.body)
        frame = caller
        depth -= 1
        if op != nil {
            for item in inner.raises {
                // A module whose import fails is forgotten: the next import of it begins anew.
                var left = item.state
                left.arrangements.imported[id] = false
                caller.raises.append((left, item.isSystemExit))
            }
        }
        // An import that fails ends the importer's path, unless its failing is what `raise` at top level
        // under a condition means: what was imported so far goes on.
        if !isAlive, let raised = inner.raises.last { enter(raised.state) }
    }

    /// Evaluates a module's top level for the names it leaves: apart from this path, with nothing recorded.
    func evaluateTopLevel(_ id: Int32) {
        guard baseProgress[id] == nil else { return }
        baseProgress[id] = false
        let saved = (state, isAlive, frame, isPure, recordsEntries, depth, steps, stepLimit, nesting)
        let savedActive = (active, activeFunctions)
        let (outerEffect, outerModule) = (hasEffect, evaluated)
        evaluated = id
        hasEffect = false
        steps = 0
        stepLimit = Limits.stepsPerTopLevel
        state = State()
        isAlive = true
        isPure = true
        depth = 0
        nesting = 0
        (active, activeFunctions) = ([:], [:])
        frame = Frame(module: id, function: -1, environment: -1, stack: nil)
        execute(block: program.modules[Int(id)].facts.body)
        var end = current
        for item in frame.raises { end = join(end, item.state) }
        if let end {
            // What a top level with an effect does to others' globals and objects (it opens another module's
            // connection), it does where it is imported: there it is run. Nobody else sees it.
            base.take(
                end, of: id, keepsOthers: !hasEffect, classes: classes, functions: escapedFunctions)
            noteBaseClasses(end)
        }
        totalSteps += steps
        (state, isAlive, frame, isPure, recordsEntries, depth, steps, stepLimit, nesting) = saved
        (active, activeFunctions) = savedActive
        if hasEffect { effectiveModules.insert(id) }
        hasEffect = outerEffect
        evaluated = outerModule
        baseProgress[id] = true
    }

    private func noteBaseClasses(_ end: State) {
        var found: [EnvironmentID] = []
        end.environments.forEach { id, environment in if environment.isClass { found.append(id) } }
        for id in found.sorted() {
            guard let info = classes[id] else { continue }
            if baseClasses[info.definition] == nil { baseClasses[info.definition] = id }
            for case .class(let ancestor) in lineage(of: id).dropFirst() { heirs[ancestor, default: []].append(id) }
        }
    }

    /// The class that a run has made of a definition where it has run the top level once more, since that has an effect; what
    /// stands in its body belongs to that run.
    func asImported(_ cls: EnvironmentID) -> EnvironmentID {
        guard let info = classes[cls] else { return cls }
        let module = program.modules[Int(info.module)]
        let name = module.facts.classes[info.index].name
        guard name != .max,
            case .class(let other)? = state.globals[GlobalKey(module: info.module, name: module.symbols[Int(name)])]?
                .only,
            classes[other]?.definition == info.definition
        else { return cls }
        return other
    }

    /// Evaluates every top level that may have an effect, and finds the modules whose import has one.
    func evaluateTopLevels() {
        for id in program.modules.indices.map(Int32.init) where relevance.topLevelMatters(id) { evaluateTopLevel(id) }
        noteVariables()
        effectiveImports = EffectiveImports(imports: relevance.imports, effective: effectiveModules)
    }

    /// `importlib.import_module("name", package)`: where only the package of the module is known, it may be any of it.
    func importByName(_ arguments: Arguments, op index: UInt32) -> Value {
        guard let given = argument("name", ["name", "package"], arguments) else { return fresh() }
        var package: String?
        if case .string(let symbol)? = argument("package", ["name", "package"], arguments)?.only {
            package = symbols[symbol]
        }
        let names = given.atoms.flatMap { moduleNames($0, package) }
        return names.isEmpty ? fresh() : alternatives(names) { importModule(named: $0, op: op(index)) }
    }

    /// `pkgutil.resolve_name("package.module.Class")`, and its like in many libraries: what a dotted path leads to.
    func resolveName(_ arguments: Arguments, op index: UInt32) -> Value {
        guard let given = arguments.positional.first ?? arguments.keywords.first?.value else { return fresh() }
        let names = given.atoms.compactMap { atom -> String? in
            if case .string(let symbol) = atom { symbols[symbol] } else { nil }
        }
        return names.isEmpty ? fresh() : alternatives(names) { resolve(path: $0, op: op(index)) }
    }

    private func resolve(path text: String, op statement: Op) -> Value {
        let parts = text.split { $0 == "." || $0 == ":" }.map(String.init)
        for count in stride(from: parts.count, to: 0, by: -1) {
            let name = parts[..<count].joined(separator: ".")
            guard case .module = find(name) else { continue }
            return parts[count...].reduce(importModule(named: name, op: statement)) { whole, part in
                isAlive ? attribute(of: whole, symbols.intern(part), op: 0) : .nothing
            }
        }
        return parts.isEmpty ? fresh() : Value(.external(self.path(parts.joined(separator: "."))))
    }

    /// The names that a text may be of modules of the program, or of others where all of it is known.
    private func moduleNames(_ atom: Atom, _ package: String?) -> [String] {
        func whole(_ text: String) -> String {
            guard let package, text.hasPrefix("."), !text.hasPrefix("..") else { return text }
            return package + text
        }
        switch atom {
        case .string(let symbol): return [whole(symbols[symbol])]
        case .opaque(let number):
            guard let symbol = textBeginnings[number], symbols[symbol].hasSuffix(".") else { return [] }
            let beginning = whole(symbols[symbol])
            let level = beginning.prefix { $0 == "." }.count
            let home = level == 0 ? find(String(beginning.dropLast())) : relative(beginning.dropLast(), level)
            return program.submodules(of: home).prefix(Limits.alternatives).map { beginning + lastName(of: $0) }
        default: return []
        }
    }

    private func relative(_ name: Substring, _ level: Int) -> Program.Resolution {
        program.resolveRelative(String(name.drop { $0 == "." }), level: level, from: frame.module)
    }

    private func lastName(of module: Int32) -> String { SeedNames.last(program.modules[Int(module)].name) }

    private func importModule(named name: String, op statement: Op) -> Value {
        let level = name.prefix { $0 == "." }.count
        let target = level > 0 ? relative(name[...], level) : find(name)
        // An import that no statement names has its effect where it stands.
        if isPure, case .module(let id) = target, relevance.importMatters(id) { hasEffect = true }
        run(importOf: level > 0 ? nil : name, target, op: statement)
        if level == 0 { return value(of: target, name) }
        if case .module(let id) = target { return Value(.module(id)) }
        return fresh()
    }

    /// `pkgutil.iter_modules(package.__path__, prefix)`: the modules of packages of the program, of the module's own where
    /// nobody knows the path.
    func foundModules(_ arguments: Arguments) -> Value {
        let parameters = ["path", "prefix"]
        let path = argument("path", parameters, arguments).map { elements(of: $0) } ?? .nothing
        var homes: [Int32] = path.atoms.compactMap { atom in
            guard case .string(let symbol) = atom, symbols[symbol].hasPrefix(Native.packagePath) else { return nil }
            return Int32(symbols[symbol].dropFirst(Native.packagePath.count))
        }
        if homes.isEmpty, path != .nothing { homes = [frame.module] }
        let prefix = argument("prefix", parameters, arguments) ?? Value(string(""))
        guard isAlive, case .string(let start)? = prefix.only else { return fresh() }
        let found = homes.flatMap { program.submodules(of: .module($0)) }.prefix(Limits.alternatives)
        guard !found.isEmpty else { return fresh() }
        let items = found.map { module in
            let name = Value(string(symbols[start] + lastName(of: module)))
            let isPackage = Value(.bool(program.modules[Int(module)].isPackage))
            return make(
                Object(
                    kind: .tuple, items: [fresh(), name, isPackage],
                    attributes: [names.processName: name, symbols.intern("ispkg"): isPackage]))
        }
        return make(Object(kind: .list, items: Array(items)))
    }

    // MARK: Annotations

    /// A value of the type that an annotation names; `nil`: nothing that matters.
    func instance(ofAnnotation index: UInt32) -> Value? {
        guard index != .max else { return nil }
        let op = op(index)
        switch op.kind {
        case .str: return instance(ofText: symbols[symbol(op.a)])
        case .name:
            let value = evaluate(index)
            let isUnknown = value.atoms.allSatisfy(\.isOpaque)
            return instance(ofType: isUnknown ? typingImport(symbol(op.a)) ?? value : value)
        case .attribute: return instance(ofType: evaluate(index))
        case .binary:
            let parts = [op.a, op.b].compactMap { instance(ofAnnotation: $0) }
            return parts.isEmpty ? nil : parts.reduce(.nothing) { $0.joined(with: $1) }
        case .subscript:
            let base = self.op(op.a)
            let name = symbols[symbol(base.kind == .attribute ? base.b : base.a)]
            if ["Optional", "Annotated", "Final", "ClassVar", "Union"].contains(name) {
                let inner = self.op(op.b)
                let parts = inner.kind == .tuple ? list(inner.a) : [op.b]
                let values = (name == "Annotated" ? Array(parts.prefix(1)) : parts).compactMap {
                    instance(ofAnnotation: $0)
                }
                return values.isEmpty ? nil : values.reduce(.nothing) { $0.joined(with: $1) }
            }
            if Native.sequenceTypes.contains(name) {
                let inner = self.op(op.b)
                let element = inner.kind == .tuple ? list(inner.a).first : op.b
                guard let element, let value = instance(ofAnnotation: element) else { return nil }
                return make(Object(kind: .list, rest: value))
            }
            return nil
        default: return nil
        }
    }

    /// `"DeltaTable | None"`, `"Optional[DeltaTable]"`: an annotation that is written as a string.
    private func instance(ofText text: String) -> Value? {
        var text = text[...]
        if let open = text.firstIndex(of: "["), text.last == "]" {
            guard ["Optional", "typing.Optional", "t.Optional"].contains(String(text[..<open])) else { return nil }
            text = text[text.index(after: open)...].dropLast()
        }
        let parts = text.split(separator: "|").compactMap { part in
            instance(ofName: part.trimmingBlanks())
        }
        return parts.isEmpty ? nil : parts.reduce(.nothing) { $0.joined(with: $1) }
    }

    /// What a name stands for that is imported for type checkers alone.
    private func typingImport(_ name: Symbol) -> Value? {
        let key = GlobalKey(module: frame.module, name: name)
        if let known = typingImports[key] { return known }
        let facts = program.modules[Int(frame.module)].facts
        var found: Value?
        for statement in facts.ops where statement.kind == .importFrom && statement.a != .max {
            for index in facts.list(statement.b) {
                let alias = op(index)
                guard symbol(alias.b == .max ? alias.a : alias.b) == name else { continue }
                let module = symbols[symbol(statement.a)]
                let target =
                    statement.flags > 0
                    ? program.resolveRelative(module, level: Int(statement.flags), from: frame.module) : find(module)
                if case .module(let id) = target {
                    found = global(id, symbol(alias.a))
                } else if statement.flags == 0 {
                    found = Value(.external(path(rules.canonical(module + "." + symbols[symbol(alias.a)]))))
                }
            }
        }
        typingImports[key] = .some(found)
        return found
    }

    private func instance(ofName text: String) -> Value? {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 == 0x2E || $0 == 0x5F || $0 > 0x2F && $0 != 0x5B }) else {
            return nil
        }
        var parts = text.split(separator: ".").map { symbols.intern(String($0)) }
        guard !parts.isEmpty else { return nil }
        let first = parts.removeFirst()
        var value = lookUp(first)
        if value.atoms.allSatisfy(\.isOpaque), let imported = typingImport(first) { value = imported }
        for part in parts { value = attribute(of: value, part, op: 0) }
        return instance(ofType: value)
    }

    func instance(ofType type: Value) -> Value? {
        switch type.only {
        case .class(let abstract)?:
            let cls = onlyConformer(of: abstract) ?? abstract
            if isEnumeration(cls), !relevance.classMatters(classes[cls]) { return anyMember(of: cls) }
            // One that leads nowhere is known by its methods; nobody needs what its initializer does.
            guard relevance.classHolds(classes[cls]) else {
                return annotated(make(Object(kind: .instance(of: cls))))
            }
            // Classes whose initializers name one another's would be made without end.
            guard depth < 6, annotationDepth < Limits.annotationDepth else { return nil }
            annotationDepth += 1
            defer { annotationDepth -= 1 }
            return annotated(instantiate(cls, nil, op: 0))
        case .external(let path)?:
            let facts = rules.facts(paths[path])
            // Of some libraries any object launches: `dataset.map(f, num_proc=4)`.
            let text = paths[path]
            guard facts.isClass || rules.launchingRoots.contains(RuleIndex.top(text)) && Self.isClassName(text) else {
                return nil
            }
            return receive(path, facts)
        default: return nil
        }
    }
}

extension Interpreter {
    private func annotated(_ value: Value) -> Value {
        if case .object(let id)? = value.only { annotated.insert(id) }
        return value
    }
}

extension Substring {
    fileprivate func trimmingBlanks() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
