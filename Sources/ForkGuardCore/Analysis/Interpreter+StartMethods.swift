/// Which start method is in force: chosen for the process, of a context, or the default.
extension Interpreter {
    func chooseMethod(_ family: Int, _ arguments: Arguments, op: UInt32) -> Value {
        let given = argument("method", ["method"], arguments)
        hasEffect = true
        // A second choice raises, and what raises is caught where the program goes on: the first one holds.
        if given != Value.none, let known = state.methods[family], !known.isDefault, !known.isUnknown,
            known.chosen.count == 1, !mayBeForced(arguments)
        {
            return .none
        }
        state.arrangements.choices.removeAll { $0.family == family }
        state.methods[family] = methods(given ?? .none, family, op: op)
        for (key, touches) in state.touched where touches.contains(where: { $0.methods[family] != nil }) {
            for index in touches.indices { state.touched[key]?[index].methods[family] = nil }
        }
        return .none
    }

    private func mayBeForced(_ arguments: Arguments) -> Bool {
        guard let force = argument("force", ["method", "force"], arguments) else {
            return arguments.hasUnknownKeywords || arguments.star != nil
        }
        return force.atoms.contains { $0.truth != false }
    }

    func startContext(_ family: Int, _ arguments: Arguments, op: UInt32) -> Value {
        let given = argument("method", ["method"], arguments) ?? .none
        return make(Object(kind: .startContext(family: family), methods: methods(given, family, op: op)))
    }

    /// What `get_start_method` gives here: the method of the context that is asked, or that of the process.
    func startMethod(_ family: Int, on receiver: ObjectID?, _ arguments: Arguments) -> Value {
        var methods = state.methods[family] ?? .byDefault
        if let receiver, let own = object(receiver)?.methods { methods = own }
        var result = methods.isUnknown ? fresh() : .nothing
        for method in methods.chosen.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            result.insert(string(method.rawValue))
        }
        if methods.isDefault {
            let allowsNone = argument("allow_none", ["allow_none"], arguments)
            result.insert(allowsNone == nil ? string(rules.defaultMethod(family, environment).rawValue) : .none)
        }
        return result
    }

    private func methods(_ value: Value, _ family: Int, op: UInt32) -> StartMethods {
        var result = StartMethods()
        for atom in value.atoms {
            switch atom {
            case .none: result = result.joined(with: state.methods[family] ?? .byDefault)
            case .string(let symbol):
                if let method = StartMethod(rawValue: symbols[symbol]) { result.chosen[method] = place(op) }
            case .opaque(let number):
                result.isUnknown = true
                // The option of a command line: its default is what most runs have.
                guard let text = optionDefault(number), let method = StartMethod(rawValue: symbols[text]) else {
                    continue
                }
                result.chosen[method] = place(op)
            default: result.isUnknown = true
            }
        }
        let byDefault = rules.defaultMethod(family, environment)
        let isFork = { [symbols] (atom: Atom) in
            if case .string(let symbol) = atom { return symbols[symbol] == StartMethod.fork.rawValue }
            return atom == .none && byDefault == .fork
        }
        result.whenForked.merge(answers(for: value, where: isFork)) { $1 }
        return result
    }

    /// How a launcher starts its child here; `nil`: surely, or as far as anybody can know, not by a fork.
    func forkReason(
        _ launcher: Int, _ arguments: Arguments, _ receiver: ObjectID?, at place: Place, in function: FunctionID
    ) -> ForkRecord.Reason? {
        let rule = rules.catalog.launchers[launcher]
        forkAssumptions = [:]
        freshStart = nil
        if let condition = rule.when, let given = argument(condition.parameter, rule.parameters, arguments) {
            forkAssumptions = answers(for: given, where: { satisfies($0, condition.relation) })
        }
        var ownFamily: Int?
        if case .family(let id, _) = rule.method { ownFamily = rules.family(id) }
        for override in rule.methodOverrides
        where override.when.allSatisfy({ surelyHolds($0, rule.parameters, arguments) }) {
            if override.method == .fork { return .always }
            freshStart = ownFamily.map {
                FreshStart(family: $0, methods: StartMethods(chosen: [override.method: place]))
            }
            return nil
        }
        guard case .family(_, let contextParameter) = rule.method else { return .always }
        guard let family = ownFamily else { return nil }
        var methods = state.methods[family] ?? .byDefault
        var isOfProcess = true
        if let receiver, let object = object(receiver), case .startContext = object.kind {
            methods = object.methods ?? .byDefault
            isOfProcess = false
        } else if let contextParameter, let given = argument(contextParameter, rule.parameters, arguments) {
            let made = receiver.flatMap { object($0)?.launch?.place }
            methods = contextMethods(given, family, at: made ?? place)
            isOfProcess = given == .none
        }
        forkAssumptions.merge(methods.whenForked) { mine, _ in mine }
        if isOfProcess { forkAssumptions.merge(answersForking(family)) { mine, _ in mine } }
        if !isPure {
            let launch = ImplicitMethods.Launch(launcher: launcher, family: family, function: function)
            implicitMethods.note(launch, at: place, methods)
        }
        if let choice = methods.chosen[.fork] { return .chosen(choice, family: isOfProcess ? family : nil) }
        if methods.isDefault, rules.defaultMethod(family, environment) == .fork { return .byDefault(family) }
        if let reason = forkServerReason(methods, family) { return reason }
        if !isPure { launchLog?.note(.doesNotFork(launcher: launcher, methods), at: place) }
        if !methods.isDefault, !methods.isUnknown { freshStart = FreshStart(family: family, methods: methods) }
        return nil
    }

    /// The answers to tests without which the process has another method than fork:
    /// `if flag: set_start_method("spawn")`.
    private func answersForking(_ family: Int) -> [Assumption: Bool] {
        let byDefault = rules.defaultMethod(family, environment) == .fork
        var result: [Assumption: Bool] = [:]
        for choice in state.arrangements.choices where choice.family == family {
            let mayFork =
                choice.methods.isUnknown || choice.methods.chosen[.fork] != nil
                || choice.methods.isDefault && byDefault
            if !mayFork { result[choice.assumption] = !choice.answer }
        }
        return result
    }

    /// - Parameter place: where the argument is given.
    private func contextMethods(_ value: Value, _ family: Int, at place: Place) -> StartMethods {
        var result = StartMethods()
        for atom in value.atoms {
            switch atom {
            case .none: result = result.joined(with: state.methods[family] ?? .byDefault)
            case .object(let id):
                if let methods = object(id)?.methods {
                    result = result.joined(with: methods)
                } else {
                    result.isUnknown = true
                }
            case .string(let symbol):
                if let method = StartMethod(rawValue: symbols[symbol]) {
                    result.chosen[method] = place
                }
            case .external(let path):
                // The module itself is a context: the default one.
                if paths[path] == rules.catalog.families[family].id {
                    result = result.joined(with: state.methods[family] ?? .byDefault)
                } else {
                    result.isUnknown = true
                }
            default: result.isUnknown = true
            }
        }
        return result
    }

    func surelyHolds(_ condition: ArgumentCondition, _ parameters: [String], _ arguments: Arguments) -> Bool {
        guard let given = argument(condition.parameter, parameters, arguments) else {
            return condition.relation == .absent && !arguments.hasUnknownKeywords && arguments.star == nil
        }
        if given.atoms.contains(where: \.isOpaque) { return condition.relation == .present }
        return holds(condition, parameters, arguments)
    }
}
