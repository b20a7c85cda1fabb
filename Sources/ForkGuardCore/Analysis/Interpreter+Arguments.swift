/// Conditions that rules put on the arguments of a call.
extension Interpreter {
    /// True unless an argument is known to fail the condition.
    func holds(
        _ condition: ArgumentCondition?, _ parameters: [String], _ arguments: Arguments,
        defaults: [String: ArgumentCondition.Literal] = [:]
    ) -> Bool {
        guard let condition else { return true }
        if condition.parameter == ArgumentCondition.all, case .greater(let bound) = condition.relation {
            return count(of: arguments) > bound
        }
        let given = argument(condition.parameter, parameters, arguments)
        if given == nil, arguments.hasUnknownKeywords || arguments.star != nil {
            // That somebody's `**options` hold just this one is no more than possible.
            switch condition.relation {
            case .known, .begins, .instance: return false
            default: break
            }
            return condition.relation != .present
        }
        let atoms: Atoms
        if let given {
            atoms = possible(given)
        } else if let fallback = defaults[condition.parameter] {
            atoms = [atom(fallback)]
        } else {
            // Nothing is said of an argument that is not given, but that it is none of the named values.
            if case .notEqual = condition.relation { return true }
            if case .known(.none) = condition.relation { return true }
            return condition.relation == .absent
        }
        return atoms.contains { satisfies($0, condition.relation) }
    }

    /// How many arguments a call has, those of a list one by one. Those that nobody can count are several.
    private func count(of arguments: Arguments) -> Int {
        var count = arguments.keywords.count
        if arguments.star != nil || arguments.hasUnknownKeywords { count += 2 }
        for value in arguments.positional {
            guard case .object(let id)? = value.only, let list = object(id), list.kind == .list || list.kind == .tuple
            else {
                count += 1
                continue
            }
            count += list.rest == .nothing ? list.items.count : 2
        }
        return count
    }

    /// What a call makes of parts that are known to be of another class than the one that its rule is about: lazy frames put
    /// together are a lazy frame. Their iterable is run through as any that outside code is handed.
    func concatenation(_ facts: RuleIndex.PathFacts, _ arguments: Arguments) -> Value? {
        guard let given = arguments.positional.first ?? arguments.keywords.first?.value else { return nil }
        let parts = elements(of: given)
        guard isAlive else { return .nothing }
        let classes = parts.atoms.map { part -> String? in
            guard case .object(let id) = part, case .external(let path)? = object(id)?.kind else { return nil }
            let name = rules.canonical(paths[path])
            // What no rule types has the name of the call that gave it.
            return name == facts.returns || name.contains("(") ? nil : name
        }
        guard let first = classes.first, let first, !classes.contains(nil) else { return nil }
        return make(Object(kind: .external(path(first))))
    }

    private func atom(_ literal: ArgumentCondition.Literal) -> Atom {
        switch literal {
        case .int(let value): .int(Int32(clamping: value))
        case .string(let text): string(text)
        case .bool(let value): .bool(value)
        case .none: .none
        }
    }

    func satisfies(_ atom: Atom, _ relation: ArgumentCondition.Relation) -> Bool {
        switch relation {
        case .present: return atom != .none
        case .absent: return atom == .none
        case .greater(let bound):
            switch atom {
            case .int(let value): return Int(value) > bound
            case .none: return false
            case .bool(let value): return (value ? 1 : 0) > bound
            default: return !isDenied(atom, greaterThan: bound)
            }
        case .equal(let literal): return atom.isOpaque || atom == self.atom(literal)
        case .notEqual(let literal): return atom.isOpaque || atom != self.atom(literal)
        case .known(let literal):
            let wanted = self.atom(literal)
            if atom == wanted { return true }
            // `torch.device("cuda")` is the device that it was made of.
            return original(of: atom).contains(wanted)
        case .instance(let name):
            guard case .object(let id) = atom, case .external(let path)? = object(id)?.kind else { return false }
            return rules.canonical(paths[path]) == name
        case .begins(let text):
            return ([atom] + original(of: atom)).contains { beginning(of: $0)?.hasPrefix(text) == true }
        }
    }

    /// The answers to tests under which a condition holds, where the argument is one of several values.
    func answers(
        for condition: ArgumentCondition?, _ parameters: [String], _ arguments: Arguments
    ) -> [Assumption: Bool] {
        guard let condition, let given = argument(condition.parameter, parameters, arguments) else { return [:] }
        return answers(for: spelled(given) ?? given) { satisfies($0, condition.relation) }
    }

    private func original(of atom: Atom) -> Atoms {
        guard case .object(let id) = atom else { return [] }
        return object(id)?.arguments?.positional.first?.atoms ?? []
    }

    /// A text, or what is known of its beginning.
    func beginning(of atom: Atom) -> String? {
        switch atom {
        case .string(let symbol): symbols[symbol]
        // A class of a library goes by its name: `torch.cuda.FloatTensor`.
        case .external(let path): paths[path]
        case .opaque(let number):
            textBeginnings[number].map { symbols[$0] } ?? optionDefault(number).map { symbols[$0] }
        default: nil
        }
    }

    /// True where a test on the way here has told that the value is not above `bound`.
    private func isDenied(_ atom: Atom, greaterThan bound: Int) -> Bool {
        guard let subject = subject(atom) else { return false }
        func answer(_ question: Assumption.Question) -> Bool? {
            state.assumptions[Assumption(subject: subject, question: question)]
        }
        let limit = Atom.int(Int32(clamping: bound))
        if answer(.compares(.greater, limit)) == false || answer(.equals(limit)) == true { return true }
        if answer(.compares(.less, .int(Int32(clamping: bound + 1)))) == true || answer(.isNone) == true { return true }
        return bound >= 0 && answer(.truthy) == false
    }

    func argument(_ name: String, _ parameters: [String], _ arguments: Arguments) -> Value? {
        if let dot = name.firstIndex(of: ".") {
            // `params.num_threads`: an item of a dictionary, or what a library's object was made with.
            guard case .object(let id)? = argument(String(name[..<dot]), parameters, arguments)?.only,
                let object = object(id)
            else { return nil }
            let part = String(name[name.index(after: dot)...])
            if case .external = object.kind { return object.arguments?.keyword(symbols.intern(part)) }
            guard object.kind == .dict, object.rest == .nothing else { return nil }
            let key = string(part)
            return object.keys.firstIndex(of: key).map { object.items[$0] }
        }
        if let value = arguments.keyword(symbols.intern(name)) { return value }
        if let index = parameters.firstIndex(of: name), index < arguments.positional.count {
            return arguments.positional[index]
        }
        return nil
    }

    // MARK: Arguments that are spread

    func spread(_ value: Value, into arguments: inout Arguments) {
        if case .object(let id)? = value.only, let object = object(id), object.kind == .tuple || object.kind == .list,
            object.rest == .nothing
        {
            arguments.positional += object.items
            return
        }
        let element = elements(of: value)
        let rest = element.atoms.isEmpty ? fresh() : element
        arguments.star = arguments.star?.joined(with: rest) ?? rest
    }

    func spreadKeywords(_ value: Value, into arguments: inout Arguments) {
        var given: [Object] = []
        for atom in value.atoms where atom != .none {
            guard case .object(let id) = iterated(atom), let object = object(id), object.kind == .dict else {
                arguments.hasUnknownKeywords = true
                return
            }
            given.append(object)
        }
        // What each of several dictionaries holds is given whichever it is.
        var shared = 0
        for key in given.first?.keys ?? [] {
            let items = given.compactMap { object in object.keys.firstIndex(of: key).map { object.items[$0] } }
            guard items.count == given.count, case .string(let name)? = key else { continue }
            shared += 1
            arguments.keywords.append((name, items.reduce(.nothing) { $0.joined(with: $1) }))
        }
        if given.contains(where: { $0.rest != .nothing || $0.keys.count > shared }) || given.isEmpty {
            arguments.hasUnknownKeywords = true
        }
    }

    // MARK: Settings

    /// Notes what arguments of later calls are where these are not given them: `torch.set_default_device("cuda")`.
    func setArguments(_ setters: [LibraryRule.Setter], _ arguments: Arguments) {
        for setter in setters {
            let given = argument(setter.parameters.first ?? "", setter.parameters, arguments)
            guard setter.when.map({ surelyHolds($0, setter.parameters, arguments) }) ?? true,
                let value = setter.value.map({ Value(string($0)) }) ?? given
            else { continue }
            hasEffect = true
            state.arrangements.argumentsInForce[argumentInForce(setter.sets, of: setter.name)] = value
        }
    }

    /// Rules name what is entered by the call that gives it.
    func settingContext(_ path: PathID) -> String {
        let name = rules.canonical(paths[path])
        return name.hasSuffix("()") ? name : name + "()"
    }

    /// The block of a context ends that has set arguments.
    func unsetArguments(_ setters: [LibraryRule.Setter]) {
        for setter in setters {
            state.arrangements.argumentsInForce[argumentInForce(setter.sets, of: setter.name)] = nil
        }
    }

    /// An argument of all that one library has.
    private func argumentInForce(_ name: String, of path: String) -> Symbol {
        symbols.intern(RuleIndex.top(path) + ":" + name)
    }

    /// The arguments of a call with the one that its condition asks for, where that is set elsewhere.
    func completed(_ arguments: Arguments, for touch: LibraryRule.Touch) -> Arguments {
        guard touch.kind == .function, !state.arrangements.argumentsInForce.isEmpty, let name = touch.when?.parameter,
            argument(name, touch.parameters, arguments) == nil,
            let value = state.arrangements.argumentsInForce[argumentInForce(name, of: touch.name)]
        else { return arguments }
        var result = arguments
        result.keywords.append((symbols.intern(name), value))
        return result
    }

    /// True where the program has set what keeps the library from starting its threads.
    func isHarmless(_ library: Int, _ holder: ObjectID?) -> Bool {
        if state.arrangements.settled.contains(library) { return true }
        if let holder, object(root(of: holder))?.attributes[names.watched] != nil { return true }
        let rule = rules.catalog.libraries[library]
        if let holder, let made = object(root(of: holder))?.arguments {
            let isMade = { [self] (condition: ArgumentCondition) in
                guard argument(condition.parameter, [condition.parameter], made) != nil else { return false }
                return surelyHolds(condition, [condition.parameter], made)
            }
            if rule.harmlessWhen.contains(where: isMade) { return true }
            if rule.harmlessIn.contains(where: { isMade($0.when) && admits($0.only) }) { return true }
        }
        return rule.harmlessEnvironment.contains(where: isSet)
    }

    /// Settings that the program has made and that the outcome of a use in a child hangs on.
    func decisiveSettings(_ library: Int) -> [String] {
        rules.catalog.libraries[library].versions.flatMap(\.environment).filter(isSet)
    }

    /// True where the program has set a variable of the environment, or an attribute of a module:
    /// `numba.config.THREADING_LAYER=tbb`.
    private func isSet(_ setting: String) -> Bool {
        let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let value =
            parts[0].contains(".")
            ? state.arrangements.replaced[path(String(parts[0]))]
            : state.arrangements.variables[symbols.intern(String(parts[0]))]
        return value == Value(string(String(parts[1])))
    }
}
