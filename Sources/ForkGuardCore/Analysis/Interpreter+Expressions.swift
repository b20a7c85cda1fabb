extension Interpreter {
    func evaluate(_ index: UInt32) -> Value {
        guard index != .max, isAlive else { return .nothing }
        guard step(), nesting < Limits.nesting else {
            reachedLimit(place(index))
            return fresh()
        }
        nesting += 1
        defer { nesting -= 1 }
        let op = op(index)
        switch op.kind {
        case .none: return .none
        case .true: return Value(.bool(true))
        case .false: return Value(.bool(false))
        case .int: return Value(.int(Int32(bitPattern: op.a)))
        case .str: return Value(.string(symbol(op.a)))
        case .name: return forced(lookUp(symbol(op.a)), op: index)
        case .attribute:
            let base = evaluate(op.a)
            return isAlive ? forced(attribute(of: base, symbol(op.b), op: index), op: index) : .nothing
        case .call: return evaluateCall(op, index)
        case .subscript:
            let base = evaluate(op.a)
            let key = evaluate(op.b)
            guard isAlive else { return .nothing }
            return isSlice(op.b) ? slice(of: base, key, op: index) : item(of: base, key, op: index)
        case .tuple: return sequence(.tuple, op.a)
        case .list: return sequence(.list, op.a)
        case .set: return sequence(.set, op.a)
        case .dict: return dictionary(op.a)
        case .and, .or: return booleanValue(op)
        case .not, .compare: return truthValue(condition(index))
        case .binary: return binaryValue(op, index)
        case .conditional: return conditionalValue(op)
        case .lambda: return lambda(op)
        case .lazy: return lazyValue(op)
        case .comprehension: return comprehension(op, index)
        case .await: return awaitValue(evaluate(op.a), op: index)
        case .yield: return yieldValue(op)
        case .yieldFrom:
            let source = evaluate(op.a)
            consume(source) { [self] in frame.onYield?($0) }
            return fresh()
        case .walrus:
            let value = evaluate(op.b)
            assign(op.a, value)
            return value
        case .starred, .doubleStarred, .reference: return evaluate(op.a)
        case .other:
            let operands = list(op.a)
            let values = operands.map { operand in
                // `{value}` of a text, where no format follows.
                let part = self.op(operand)
                let inner = part.kind == .other && part.flags == 0 && op.flags == 1 ? list(part.a) : []
                return evaluate(inner.count == 1 ? inner[0] : operand)
            }
            guard isAlive else { return .nothing }
            // A text with parts filled in; a number with a point.
            if op.flags == 1 {
                for value in values where isAlive { show(value, op: index) }
                guard isAlive else { return .nothing }
                // Of Swift not all parts are kept.
                if !program.isSwift(frame.module), let text = composed(values) { return text }
                let known = program.isSwift(frame.module) ? [] : values.prefix { $0.only.flatMap(wholeText) != nil }
                let start = known.compactMap { $0.only.flatMap(wholeText) }.joined()
                return plain(text(beginningWith: known.isEmpty ? values.first : Value(string(start))))
            }
            if op.flags == 2 { return text(beginningWith: values.first) }
            return operands.isEmpty ? plain(fresh()) : fresh()
        default: return fresh()
        }
    }

    // MARK: Names

    func lookUp(_ name: Symbol) -> Value {
        if !frame.declaredGlobal.contains(name) {
            var id = frame.environment
            while id >= 0, let environment = scope(id) {
                if !environment.isClass || id == frame.environment, let value = environment.variables[name] {
                    return value
                }
                id = environment.parent
            }
        }
        if program.isSwift(frame.module) {
            return implicitMember(name) ?? global(frame.module, name) ?? swiftBuiltin(name)
        }
        return global(frame.module, name) ?? builtin(name)
    }

    private func builtin(_ name: Symbol) -> Value {
        let text = symbols[name]
        if text == "__file__" || text == "__doc__" { return fresh() }
        if Native.builtinNames.contains(text) { return Value(.external(path("builtins." + text))) }
        return Value(.opaque(part(0, name)))
    }

    /// `__path__` and `__package__`.
    private func placeInPackage(_ id: Int32, _ name: Symbol) -> Value? {
        guard name == names.path || name == names.package else { return nil }
        let module = program.modules[Int(id)]
        if name == names.path {
            guard module.isPackage else { return nil }
            return make(Object(kind: .list, items: [Value(string("\(Native.packagePath)\(id)"))]))
        }
        let parent = module.name.lastIndex(of: ".").map { String(module.name[..<$0]) } ?? ""
        return Value(string(module.isPackage ? module.name : parent))
    }

    /// The value of a module's global here; `nil`: the module has no such name.
    func global(_ module: Int32, _ name: Symbol) -> Value? {
        let key = GlobalKey(module: module, name: name)
        if let value = state.globals[key] {
            noteChildReads(key, value)
            return value
        }
        if name == names.name { return Value(string(program.modules[Int(module)].name)) }
        if let value = placeInPackage(module, name) { return value }
        evaluateTopLevel(module)
        if let value = importedValue(key) ?? base.globals[key] {
            noteChildReads(key, value)
            return value
        }
        // Of a module that an import cycle leaves half made: what it lacks now it may have later.
        if baseProgress[module] == false, module != evaluated { events += 1 }
        if let value = globalOfTarget(module, name) { return value }
        guard let sources = starImports[module] else { return nil }
        // Modules may import all names of one another.
        starSearch.append(module)
        defer { starSearch.removeLast() }
        for source in sources {
            switch source {
            case .module(let other):
                guard !starSearch.contains(other), !symbols[name].hasPrefix("_") else { continue }
                if let value = global(other, name) { return value }
            case .external(let path):
                let text = paths[path] + "." + symbols[name]
                // `len` stays what it is, though all that is torch's is a use of something.
                if Native.builtinNames.contains(symbols[name]), !rules.spellsOut(rules.canonical(text)) { continue }
                // `Model` of `from peewee import *` is known by its methods.
                let canonical = rules.canonical(text)
                if rules.partsSpokenOf.contains(canonical) || rules.facts(canonical).isSpokenOf {
                    return Value(.external(self.path(text)))
                }
            }
        }
        return nil
    }

    /// What this path has given the name that a name was imported from: the connection that running the other module
    /// made, not the one that evaluating it for its names did.
    private func importedValue(_ key: GlobalKey) -> Value? {
        guard !isPure, var source = importedNames[key] else { return nil }
        for _ in 0..<8 {
            if let value = state.globals[source] { return value }
            guard let next = importedNames[source] else { return nil }
            source = next
        }
        return nil
    }

    // MARK: Literals

    private func sequence(_ kind: Object.Kind, _ index: UInt32) -> Value {
        var object = Object(kind: kind)
        for item in list(index) {
            let value = evaluate(item)
            guard isAlive else { return .nothing }
            if op(item).kind == .starred {
                object.rest = object.rest.joined(with: elements(of: value))
            } else if object.items.count < 64 {
                object.items.append(value)
            } else {
                object.rest = object.rest.joined(with: value)
            }
        }
        return make(object)
    }

    private func dictionary(_ index: UInt32) -> Value {
        var object = Object(kind: .dict)
        let items = list(index)
        var position = 0
        while position + 1 < items.count {
            let key = items[position] == .max ? nil : evaluate(items[position])
            let value = evaluate(items[position + 1])
            guard isAlive else { return .nothing }
            position += 2
            if let key {
                set(&object, key, value)
            } else {
                merge(value, into: &object)
            }
        }
        return make(object)
    }

    private func lambda(_ op: Op) -> Value {
        let function = program.modules[Int(frame.module)].firstFunction + FunctionID(op.a)
        let closure = closureEnvironment()
        storeDefaults(function, closure)
        return Value(.function(function, closure))
    }

    /// Functions defined in a class body do not see the class's names.
    func closureEnvironment() -> EnvironmentID {
        var id = frame.environment
        while id >= 0, let environment = scope(id) {
            captured.insert(id)
            if !environment.isClass { break }
            id = environment.parent
        }
        // Whoever reads an environment reads those around it.
        var outer = id
        while outer >= 0, let environment = scope(outer) {
            captured.insert(outer)
            outer = environment.parent
        }
        return id
    }

    // MARK: Choices

    private func booleanValue(_ op: Op) -> Value {
        let items = list(op.a)
        var result = Value.nothing
        var end: State?
        /// The answers that each operand but the last has where the next one is looked at.
        var literals: [Assumption.Literal]? = []
        for (position, item) in items.enumerated() {
            guard isAlive else { break }
            if position == items.count - 1 {
                let last = evaluate(item)
                // `unknown and False` is false, whatever the unknown value is.
                if last.only == .bool(op.kind == .or) { result = result.filter { !$0.isOpaque } }
                result = result.joined(with: last)
                end = join(end, current)
                if let test = literals.flatMap({ self.test(last, after: $0, op.kind, result) }) { result = test }
                break
            }
            // The operand's value is the result when it decides.
            let start = state
            let value = evaluate(item)
            guard isAlive else { break }
            enter(start)
            let outcome = condition(item)
            let stops = op.kind == .and ? outcome.whenFalse : outcome.whenTrue
            if let stops, let goesOn = op.kind == .and ? outcome.whenTrue : outcome.whenFalse {
                literals = namedTest(goesOn, stops).flatMap { literal in literals.map { $0 + [literal] } }
            }
            if let stops {
                result = result.joined(with: value.filter { $0.truth != (op.kind == .and) })
                end = join(end, stops)
            }
            enter(op.kind == .and ? outcome.whenTrue : outcome.whenFalse)
        }
        enter(end)
        return result
    }

    /// The unknown truth value that `a and b` is where both are tests: `serial = mode == "serial" and flag`.
    private func test(
        _ last: Value, after literals: [Assumption.Literal], _ kind: OpKind, _ result: Value
    ) -> Value? {
        guard isAlive, !literals.isEmpty, let number = last.only?.number, number != Opaque.anything,
            result.atoms.allSatisfy({ if case .bool = $0 { true } else { $0.number != nil } })
        else { return nil }
        let own = namedTests[number]
        // Of `given or default` the value matters, not only whether there is one.
        guard
            own != nil || kind == .and && result.atoms.contains(where: { $0.number.flatMap { namedTests[$0] } != nil })
        else { return nil }
        let test = own ?? .init(assumption: Assumption(subject: number, question: .truthy), answer: true)
        let mine = Assumption.Literal(assumption: test.assumption, answer: kind == .and ? test.answer : !test.answer)
        guard let whole = together(literals + [mine]), case .opaque(let result)? = fresh().only else { return nil }
        namedTests[result] = .init(assumption: whole, answer: kind == .and)
        return Value(.opaque(result))
    }

    private func truthValue(_ outcome: Outcome) -> Value {
        enter(join(outcome.whenTrue, outcome.whenFalse))
        switch (outcome.whenTrue, outcome.whenFalse) {
        case (.some, nil): return Value(.bool(true))
        case (nil, .some): return Value(.bool(false))
        case (let yes?, let no?):
            return told(yes, no) ?? fresh()
        default: return fresh()
        }
    }

    /// An unknown truth value that tells two paths apart; `nil` where nothing is known that differs.
    func told(_ yes: State, _ no: State) -> Value? {
        let (child, named) = (childTest(yes, no), namedTest(yes, no))
        guard child != nil || named != nil, case .opaque(let number)? = fresh().only else { return nil }
        childTests[number] = child
        namedTests[number] = named
        return Value(.opaque(number))
    }

    /// The one test whose answer an unknown truth value is, and the answer where it is true: `serial = not parallel`.
    func namedTest(_ yes: State, _ no: State) -> Assumption.Literal? {
        var found: Assumption.Literal?
        for (assumption, answer) in yes.assumptions where no.assumptions[assumption] == !answer {
            if found != nil { return nil }
            found = .init(assumption: assumption, answer: answer)
        }
        return found
    }

    /// What a test of a fork's pid has told: the side that is the child's.
    func childTest(_ yes: State, _ no: State) -> (fork: Int32, inChild: Bool)? {
        for (child, parent, answer) in [(yes, no, true), (no, yes, false)] {
            for active in child.forks where active.isChildOnly {
                if !parent.forks.contains(where: { $0.fork == active.fork }) { return (active.fork, answer) }
            }
        }
        return nil
    }

    /// `reader | writer` of classes that say what it means, and `first @ second` where rules speak of that method.
    func operated(_ sign: BinaryOperator, _ left: Value, _ right: Value, op: UInt32) -> Value? {
        guard let methods = sign.methods else { return nil }
        for (value, other, name) in [(left, right, methods.left), (right, left, methods.right)] {
            guard case .object(let id)? = value.only, case .instance(let cls)? = object(id)?.kind,
                classAttribute(cls, symbols.intern(name)) != nil
            else { continue }
            return callSpecial(
                .object(id), symbols.intern(name), Arguments(positional: [other]), op: frame.statement)
        }
        let name = symbols.intern(methods.left)
        for (value, other) in [(left, right), (right, left)] {
            guard let atom = value.only, case .object(let id) = atom, case .external? = object(id)?.kind else {
                continue
            }
            if let result = callSpecial(atom, name, Arguments(positional: [other]), op: op) { return result }
        }
        return nil
    }

    private func binaryValue(_ op: Op, _ index: UInt32) -> Value {
        let left = evaluate(op.a)
        let right = evaluate(op.b)
        guard isAlive else { return .nothing }
        var result = Object(kind: .list)
        var isSequence = false
        var library: String?
        for value in [left, right] {
            for case .object(let id) in value.atoms {
                guard let object = object(id) else { continue }
                switch object.kind {
                case .list, .tuple:
                    isSequence = true
                    result.rest = result.rest.joined(with: object.element)
                case .external(let path) where isFollowed(paths[path]): library = library ?? RuleIndex.top(paths[path])
                default: break
                }
            }
        }
        if isSequence { return make(result) }
        if let merged = mergedDictionary(left, right) { return merged }
        let sign = BinaryOperator(rawValue: op.flags) ?? .other
        if let value = operated(sign, left, right, op: index) { return value }
        if let text = joinedText(sign, left, right) { return text }
        // What an operator makes of a library's value is the library's: the difference of two tensors.
        return library.map { make(Object(kind: .external(path($0 + ".…()")))) } ?? fresh()
    }

    /// `{**a} | b`: a new dictionary with what both hold.
    private func mergedDictionary(_ left: Value, _ right: Value) -> Value? {
        guard case .object(let id)? = left.only, let mine = object(id), mine.kind == .dict,
            case .object(let other)? = right.only, object(other)?.kind == .dict
        else { return nil }
        let copy = allocate(mine)
        _ = callDict("update", copy, mine, Arguments(positional: [right]), op: frame.statement)
        return Value(.object(copy))
    }

    private func conditionalValue(_ op: Op) -> Value {
        let outcome = condition(op.a)
        enter(outcome.whenTrue)
        let first = isAlive ? evaluate(op.b) : .nothing
        let then = current
        enter(outcome.whenFalse)
        let second = isAlive ? evaluate(op.c) : .nothing
        noteConditional(first, then, second, current)
        enter(join(then, current))
        return first.joined(with: second)
    }

    // MARK: Comprehensions

    private func comprehension(_ op: Op, _ index: UInt32) -> Value {
        if ComprehensionKind(rawValue: op.flags) == .generator {
            // The first iterable is evaluated at once, the rest when somebody consumes it.
            let clauses = list(op.a)
            let first = clauses.first.map { evaluate(self.op($0).b) } ?? .nothing
            guard isAlive else { return .nothing }
            _ = closureEnvironment()
            return make(
                Object(
                    kind: .lazyComprehension(module: frame.module, op: index, frame.environment), items: [first]))
        }
        var result = Object(kind: op.flags == ComprehensionKind.dict.rawValue ? .dict : .list)
        runComprehension(op, first: nil) { [self] in
            let value = evaluate(op.b)
            let stored = op.c == .max ? value : evaluate(op.c)
            result.rest = result.rest.joined(with: stored)
        }
        return isAlive ? make(result) : .nothing
    }

    /// Runs the clauses of a comprehension in an environment of their own, and `body` for each element.
    func runComprehension(_ op: Op, first: Value?, _ body: @escaping () -> Void) {
        let outer = frame.environment
        frame.environment = newEnvironment(parent: outer, module: frame.module)
        runClauses(list(op.a)[...], first: first, body)
        if !captured.contains(frame.environment) { state.environments[frame.environment] = nil }
        frame.environment = outer
    }

    private func runClauses(_ clauses: ArraySlice<UInt32>, first: Value?, _ body: @escaping () -> Void) {
        guard let index = clauses.first else { return body() }
        let clause = op(index)
        let iterable = first ?? evaluate(clause.b)
        guard isAlive else { return }
        var ended: State? = isNonEmpty(iterable) ? nil : state
        let released = LoopReleases()
        // What asks for the elements stands here, wherever the statement begins; of a generator that is consumed elsewhere
        // no statement runs in this frame.
        let statement = frame.statement
        frame.statement = clause.b
        defer { frame.statement = statement }
        consume(iterable) { [self] element in
            let before = LoopReleases.Before(state)
            assign(clause.a, element)
            var skipped: State?
            for test in list(clause.c) {
                guard isAlive else { break }
                let outcome = condition(test)
                skipped = join(skipped, outcome.whenFalse)
                enter(outcome.whenTrue)
            }
            if isAlive { runClauses(clauses.dropFirst(), first: nil, body) }
            enter(join(current, skipped))
            note(released, of: element, since: before)
            ended = join(ended, current)
        }
        enter(join(ended, current))
        forget(released)
    }
}
