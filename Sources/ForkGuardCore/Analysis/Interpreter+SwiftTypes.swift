/// Types of Swift as classes: extensions, initial values of stored properties, argument labels, overloads.
extension Interpreter {
    // MARK: Extensions

    /// True for an extension of a type that the program declares: it is run with that type.
    func extendsScannedType(_ facts: ClassFacts, in module: Int32) -> Bool {
        let path = program.modules[Int(module)].facts.strings[Int(facts.name)]
        guard let home = program.targets.home(ofType: path, extendedIn: module) else { return false }
        if home != module { evaluateTopLevel(home) }
        return true
    }

    /// The extensions of a type that exist here.
    func swiftExtensions(of facts: ClassFacts, in module: Int32) -> [ClassDefinition] {
        guard program.isSwift(module), facts.role != .extension, facts.enclosingFunction == .max else { return [] }
        return program.targets.extensions(of: facts.qualifiedName, declaredIn: module)
    }

    /// What a type inherits from by its extensions; of an extension of an outside type, that type.
    func swiftBases(of extensions: [ClassDefinition], _ facts: ClassFacts) -> [Atom] {
        guard program.isSwift(frame.module) else { return [] }
        var result: [Atom] = []
        for definition in extensions {
            let module = program.modules[Int(definition.module)]
            inFrame(of: definition.module, frame.environment) { [self] in
                for base in list(module.facts.classes[definition.index].bases) {
                    result += evaluate(base).atoms.filter(isBase)
                }
            }
        }
        if facts.role == .extension {
            let path = program.modules[Int(frame.module)].facts.strings[Int(facts.name)]
            var parts = path.split(separator: ".").map { symbols.intern(String($0)) }
            guard !parts.isEmpty else { return result }
            var value = lookUp(parts.removeFirst())
            for part in parts { value = attribute(of: value, part, op: 0) }
            result += value.atoms.filter(isBase)
        }
        return result
    }

    /// What the program adds to a type from outside by an extension, and the extension; `nil`: nothing of that name.
    ///
    /// A rule may call a type by a name of its own, as it does Dispatch's global queues: a member that nobody else adds
    /// to the library's types is then meant.
    func extensionMember(ofOutside id: PathID, _ name: Symbol) -> (value: Value, owner: EnvironmentID)? {
        guard program.isSwift(frame.module) else { return nil }
        let definitions = program.targets.extensions(having: name, seenFrom: frame.module)
        guard !definitions.isEmpty, !rules.speaks(of: symbols[name], in: paths[id]) else { return nil }
        let root = RuleIndex.top(paths[id])
        var others: [(value: Value, owner: EnvironmentID)] = []
        for definition in definitions {
            evaluateTopLevel(definition.module)
            guard let owner = baseClasses[definition], let info = classes[owner], info.definition == definition,
                let value = scope(owner)?.variables[name], case .external(let extended)? = info.bases.first
            else { continue }
            if extended == id { return (value, owner) }
            if RuleIndex.top(paths[extended]) == root { others.append((value, owner)) }
        }
        return others.count == 1 ? others[0] : nil
    }

    private func isBase(_ atom: Atom) -> Bool {
        switch atom {
        case .class, .external: true
        default: false
        }
    }

    /// Runs the bodies of extensions as parts of the type whose environment is given.
    func run(_ extensions: [ClassDefinition], of body: EnvironmentID) {
        for definition in extensions {
            let facts = program.modules[Int(definition.module)].facts.classes[definition.index]
            inFrame(of: definition.module, body) { [self] in
                if facts.condition != .max {
                    guard let holds = condition(facts.condition).whenTrue else { return }
                    enter(holds)
                }
                execute(block: facts.body)
            }
            isAlive = true
            if isPure, baseClasses[definition] == nil { baseClasses[definition] = body }
        }
    }

    private func inFrame(of module: Int32, _ environment: EnvironmentID, _ body: () -> Void) {
        let outer = frame
        frame = Frame(module: module, function: -1, environment: environment, stack: outer.stack)
        body()
        frame = outer
    }

    /// The type that a value of a protocol's type has, where the program has only one that conforms.
    func onlyConformer(of cls: EnvironmentID) -> EnvironmentID? {
        guard let info = classes[cls], program.isSwift(info.module),
            program.modules[Int(info.module)].facts.classes[info.index].role == .protocol
        else { return nil }
        var found: EnvironmentID?
        for heir in heirs[cls] ?? [] {
            guard let other = classes[heir] else { continue }
            guard program.modules[Int(other.module)].facts.classes[other.index].role == .type else { continue }
            if let known = found, classes[known]?.definition != other.definition { return nil }
            found = found ?? heir
        }
        return found
    }

    // MARK: Instances

    /// Runs what gives the stored properties of a new instance the values of their declarations, bases first.
    func giveInitialValues(_ id: ObjectID, _ cls: EnvironmentID, op: UInt32) {
        guard let info = classes[cls], program.isSwift(info.module) else { return }
        let name = symbols.intern("__fields__")
        for case .class(let ancestor) in lineage(of: cls).reversed() where isAlive {
            guard let value = scope(ancestor)?.variables[name] else { continue }
            for case .function(let function, let closure) in value.atoms where isAlive {
                _ = callFunction(function, closure, receiver: .object(id), Arguments(), op: op)
            }
        }
    }

    // MARK: Overloads

    /// A function beside those of the same name that stand in the same scope.
    func withOverloads(_ value: Value, named name: Symbol) -> Value {
        guard program.isSwift(frame.module), case .function? = value.only else { return value }
        let old =
            frame.environment < 0
            ? state.globals[GlobalKey(module: frame.module, name: name)] : scope(frame.environment)?.variables[name]
        guard let old, old.atoms.allSatisfy(isFunction) else { return value }
        return old.joined(with: value)
    }

    private func isFunction(_ atom: Atom) -> Bool { if case .function = atom { true } else { false } }

    /// Of several functions of one name those whose labels fit a call; `nil`: they are not overloads, or all fit.
    func chosenOverloads(of callee: Value, _ arguments: Arguments) -> Value? {
        guard callee.atoms.count > 1, arguments.star == nil, !arguments.hasUnknownKeywords else { return nil }
        var fitting: [Atom] = []
        for atom in callee.atoms {
            let function: FunctionID
            switch atom {
            case .function(let id, _), .method(let id, _, _): function = id
            default: return nil
            }
            guard program.isSwift(program.functions[Int(function)].module) else { return nil }
            if fits(function, arguments) { fitting.append(atom) }
        }
        return fitting.isEmpty || fitting.count == callee.atoms.count ? nil : Value(fitting)
    }

    private func fits(_ function: FunctionID, _ arguments: Arguments) -> Bool {
        let facts = program.facts(function)
        let symbols = program.modules[Int(program.functions[Int(function)].module)].symbols
        let parameters = facts.parameters.filter { $0.kind != .positionalOnly }
        let labels = Set(parameters.filter { $0.label != .max }.map { symbols[Int($0.label)] })
        guard arguments.keywords.allSatisfy({ labels.contains($0.name) }) else { return false }
        if parameters.contains(where: { $0.kind == .variadic }) { return true }
        guard arguments.positional.count + arguments.keywords.count <= parameters.count else { return false }
        // Beside closures that trail the call, what has a label is given by it.
        let required = parameters.filter { parameter in
            parameter.defaultValue == .max && parameter.label != .max
                && !arguments.keywords.contains { $0.name == symbols[Int(parameter.label)] }
        }
        return required.count <= arguments.positional.count
    }

    // MARK: Parameters

    /// Labelled arguments go to the parameters of that label, others to those without one; closures that trail a call to
    /// what is left, the last first.
    func bindSwiftParameters(
        _ facts: FunctionFacts, _ module: Int32, _ environment: EnvironmentID, receiver: Receiver?, _ given: Arguments?
    ) {
        let symbols = program.modules[Int(module)].symbols
        var positional = given?.positional ?? []
        var variables = SymbolMap<Value>()
        var open: [FunctionFacts.Parameter] = []
        for parameter in facts.parameters where parameter.name != .max {
            let name = symbols[Int(parameter.name)]
            if parameter.kind == .positionalOnly, let receiver {
                variables[name] = Value(receiver.atom)
            } else if parameter.label != .max, let value = given?.keyword(symbols[Int(parameter.label)]) {
                variables[name] = typed(value, parameter, module)
            } else if parameter.kind == .variadic {
                let rest = parameter.label == .max ? positional : []
                if parameter.label == .max { positional = [] }
                variables[name] = make(Object(kind: .list, items: rest, rest: given == nil ? fresh() : .nothing))
            } else if parameter.label == .max, !positional.isEmpty {
                variables[name] = typed(positional.removeFirst(), parameter, module)
            } else {
                open.append(parameter)
            }
        }
        // A trailing closure belongs to a parameter of function type.
        var closures = open.indices.filter { open[$0].annotation == .max }
        while let value = positional.popLast(), let at = closures.popLast() ?? open.indices.last {
            variables[symbols[Int(open[at].name)]] = typed(value, open[at], module)
            open.remove(at: at)
            closures = open.indices.filter { open[$0].annotation == .max }
        }
        writeScope(environment) { $0.variables = variables }
        for parameter in open {
            let value =
                parameter.defaultValue != .max && given != nil
                ? defaultValue(parameter, module, environment) : parameterInstance(parameter, module) ?? fresh()
            writeScope(environment) { $0.variables[symbols[Int(parameter.name)]] = value }
        }
    }

    /// Defaults are made at each call, where the function stands.
    private func defaultValue(
        _ parameter: FunctionFacts.Parameter, _ module: Int32, _ environment: EnvironmentID
    ) -> Value {
        let outer = frame
        frame = Frame(module: module, function: outer.function, environment: environment, stack: outer.stack)
        defer { frame = outer }
        let value = evaluate(parameter.defaultValue)
        return isAlive ? value : fresh()
    }
}
