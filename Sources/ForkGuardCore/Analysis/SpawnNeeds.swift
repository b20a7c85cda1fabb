import PythonSyntax

/// What a launch would need of the program if its workers were spawned: seen on every path that comes to it.
struct SpawnNeeds {
    /// Functions that the child is told to run.
    var targets: [FunctionID] = []
    /// Parameters of the launcher that hold what nobody can see to be picklable.
    var unpicklable: Set<String> = []
    /// Globals of the program that children read, and those of them that the parent changes after the import.
    var globals: Set<GlobalKey> = []
    var changedGlobals: Set<GlobalKey> = []
    /// Those that hold what parent and child share by a fork: a queue.
    var sharedGlobals: Set<GlobalKey> = []
    /// The process is an object of a class of the program: its base is what names the start method.
    var isOfOwnClass = false
    /// Where top levels begin the way to the launch.
    var starts: Set<Place> = []

    mutating func add(_ record: ForkRecord) {
        for target in record.targets where !targets.contains(target) { targets.append(target) }
        unpicklable.formUnion(record.unpicklable)
        globals.formUnion(record.globals)
        changedGlobals.formUnion(record.changedGlobals)
        sharedGlobals.formUnion(record.sharedGlobals)
        isOfOwnClass = isOfOwnClass || record.isOfOwnClass
        if let start = record.topLevelStart { starts.insert(start) }
    }
}

extension ForkRecord {
    /// Where the start method would be named: at the choice of a context, otherwise where the launching object is made.
    var methodPlaces: [Place] {
        var places = [launchPlace ?? place]
        if case .chosen(let choice, family: nil) = reason, choice.op != 0 { places.append(choice) }
        return places
    }

    /// The statement of a top level from which the calls lead here; `nil` where a framework calls.
    fileprivate var topLevelStart: Place? {
        guard let first = stack else { return function == -1 ? place : nil }
        var outermost = first
        while let parent = outermost.parent { outermost = parent }
        return outermost.function == -1 && outermost.place.op != 0 ? outermost.place : nil
    }
}

extension Interpreter {
    /// Notes which of a launcher's arguments could not be handed to a spawned child.
    func weigh(_ arguments: Arguments, _ receiver: ObjectID?, for record: ForkRecord) {
        guard !isPure, rules.catalog.launchers[record.launcher].remedy != nil else { return }
        let rule = rules.catalog.launchers[record.launcher]
        for child in rule.child {
            var names = [String(child.callee.prefix { $0 != "." })]
            switch child.arguments {
            case .unpacked(let args, let kwargs): names += [args, kwargs].compactMap { $0 }
            case .each(let each): names += each
            case .eachUnpacked(let name): names.append(name)
            case .none, .rest, .unknown: break
            }
            for name in names {
                if name == "self" {
                    weighProcess(receiver, for: record)
                    continue
                }
                var value = argument(name, rule.parameters, arguments)
                // What is not importable is said of targets in words of their own.
                if name == names[0], let target = value {
                    value = Value(target.atoms.filter { if case .function = $0 { false } else { true } })
                }
                if let value, !isPicklable(value, Limits.pickledDepth) { record.unpicklable.insert(name) }
            }
        }
        if arguments.star != nil || arguments.hasUnknownKeywords { record.unpicklable.insert("*") }
    }

    /// An object of a class of the program that is a process itself is what a spawned child is sent.
    private func weighProcess(_ receiver: ObjectID?, for record: ForkRecord) {
        guard let receiver, let object = object(receiver), case .instance(let cls) = object.kind else { return }
        record.isOfOwnClass = true
        guard
            !["__reduce__", "__reduce_ex__", "__getstate__"].contains(where: {
                classAttribute(cls, symbols.intern($0)) != nil
            })
        else { return }
        for (name, value) in object.attributes where !isPicklable(value, Limits.pickledDepth) {
            record.unpicklable.insert("self." + symbols[name])
        }
    }

    /// True for what surely can be pickled, as far as values are known.
    private func isPicklable(_ value: Value, _ depth: Int) -> Bool {
        guard depth > 0 else { return false }
        return value.atoms.allSatisfy { atom in
            switch atom {
            case .none, .bool, .int, .string, .external, .pid: return true
            case .class(let cls): return isImportable(class: cls)
            case .opaque(let number): return plainValues.contains(number)
            case .module, .superclass: return false
            case .externalMember(_, let object), .object(let object): return isPicklable(object, depth)
            case .function(let function, _): return isImportable(function: function)
            case .method(_, _, .class): return true
            case .method(_, _, .object(let object)): return isPicklable(object, depth)
            }
        }
    }

    /// Pickling a function or a class is naming it: a module must have it under its name. A decorated one may be.
    private func isImportable(function: FunctionID) -> Bool {
        let facts = program.facts(function)
        let isDecorated = !program.modules[Int(program.functions[Int(function)].module)].facts.list(facts.decorators)
            .isEmpty
        return !facts.isLambda && (facts.enclosingFunction == .max || isDecorated)
    }

    private func isImportable(class cls: EnvironmentID) -> Bool {
        guard let definition = classes[cls]?.definition else { return true }
        return program.modules[Int(definition.module)].facts.classes[definition.index].enclosingFunction == .max
    }

    private func isPicklable(_ id: ObjectID, _ depth: Int) -> Bool {
        guard let object = object(id) else { return false }
        let parts = object.items + [object.rest]
        switch object.kind {
        case .tuple, .list, .set, .dict:
            let keys = object.keys.compactMap { $0 }.map { Value($0) }
            return object.keys.allSatisfy { $0 != nil } && (parts + keys).allSatisfy { isPicklable($0, depth - 1) }
        case .partial:
            let given = object.arguments.map { $0.positional + $0.keywords.map(\.value) } ?? []
            return object.arguments?.star == nil && (parts + given).allSatisfy { isPicklable($0, depth - 1) }
        case .instance(let cls):
            let own = ["__reduce__", "__reduce_ex__", "__getstate__"].map { symbols.intern($0) }
            if own.contains(where: { classAttribute(cls, $0) != nil }) { return true }
            guard isImportable(class: cls) else { return false }
            return object.launch == nil && object.attributes.values.allSatisfy { isPicklable($0, depth - 1) }
        default: return false
        }
    }

    /// The value, noted to be text, a number or a collection of such.
    func plain(_ value: Value) -> Value {
        for case .opaque(let number) in value.atoms where number != Opaque.anything { plainValues.insert(number) }
        return value
    }

    /// True for `str`, `list[int]`, `Path` and their like.
    func isPlain(_ annotation: UInt32, _ module: Int32) -> Bool {
        guard annotation != .max else { return false }
        let facts = program.modules[Int(module)].facts
        let op = facts.ops[Int(annotation)]
        switch op.kind {
        case .name, .str: return Native.plainTypes.contains(facts.strings[Int(op.a)])
        case .attribute: return facts.strings[Int(op.b)] == "Path"
        case .subscript:
            let base = facts.ops[Int(op.a)]
            let isCollection = base.kind == .name && Native.plainCollections.contains(facts.strings[Int(base.a)])
            let inner = facts.ops[Int(op.b)]
            let parts = inner.kind == .tuple ? Array(facts.list(inner.a)) : [op.b]
            return isCollection && parts.allSatisfy { isPlain($0, module) }
        default: return false
        }
    }

    /// True where a parent does what importing its modules does not: in a function, or in the block of a script.
    var isPastImport: Bool { state.forks.isEmpty && (frame.function != -1 || scriptInBlock == frame.module) }

    /// Notes that a child reads what the parent's memory holds.
    func noteChildReads(_ key: GlobalKey, _ value: Value) {
        guard let active = state.forks.last, active.isChildOnly, !frame.declaredGlobal.contains(key.name) else {
            return
        }
        fork(active.fork)?.globals.insert(key)
        let isChanged = value.atoms.contains { atom in
            switch atom {
            case .object(let id): changedObjects.contains(id)
            case .class(let cls): changedClasses.contains(cls)
            default: false
            }
        }
        if isChanged || changedGlobals.contains(key) { fork(active.fork)?.changedGlobals.insert(key) }
        if value.atoms.contains(where: isShared) { fork(active.fork)?.sharedGlobals.insert(key) }
        let isDefinition = value.atoms.allSatisfy { atom in
            switch atom {
            case .function, .class, .module, .external: true
            default: false
            }
        }
        // A call that reads data of the parent is not quiet: the next child's reading of it is to be noted, too.
        if !isDefinition { events += 1 }
    }

    /// True for a queue, an event or a lock of a family of launchers.
    private func isShared(_ atom: Atom) -> Bool {
        guard case .object(let id) = atom, case .external(let path)? = object(id)?.kind else { return false }
        let text = paths[path]
        let made = SeedNames.last(text.hasSuffix("()") ? String(text.dropLast(2)) : text)
        return rules.catalog.families.contains { family in
            family.shares.contains(made)
                && (family.modules + [family.id]).contains { RuleIndex.top($0) == RuleIndex.top(text) }
        }
    }

    /// Keeps what a fork's launch would need, whichever findings are made of it.
    func noteSpawnNeeds(of record: ForkRecord) {
        guard rules.catalog.launchers[record.launcher].remedy != nil else { return }
        for place in record.methodPlaces { spawnNeeds[place, default: SpawnNeeds()].add(record) }
    }
}
