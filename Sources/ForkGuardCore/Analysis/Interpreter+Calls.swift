import PythonSyntax

extension Interpreter {
    func evaluateCall(_ op: Op, _ index: UInt32) -> Value {
        if let known = takeAnswer(of: index) { return known }
        let callee = evaluate(op.a)
        guard isAlive else { return .nothing }
        if self.op(op.a).kind == .name, symbols[symbol(self.op(op.a).a)] == "super", list(op.b).isEmpty,
            let receiver = superReceiver, let cls = definingClass()
        {
            return Value(.superclass(cls, receiver))
        }
        guard let arguments = evaluateArguments(op.b) else { return .nothing }
        let result = call(callee, arguments, op: index)
        return isAlive ? filled(in: op.b, by: callee, result) : .nothing
    }

    /// What is left of a call's result where it leaves the handle that it makes in an argument, `&db`.
    private func filled(in arguments: UInt32, by callee: Value, _ result: Value) -> Value {
        guard program.isSwift(frame.module), case .external(let path)? = callee.only,
            rules.facts(paths[path]).isFilling,
            let reference = list(arguments).first(where: { op($0).kind == .reference })
        else { return result }
        assign(op(reference).a, result)
        return fresh()
    }

    /// What `super()` is about. A method that is called as a function, by a property or a wrapper, has it as its first argument.
    private var superReceiver: Receiver? {
        if let receiver = frame.receiver { return receiver }
        guard frame.function >= 0, let first = program.facts(frame.function).parameters.first, first.name != .max else {
            return nil
        }
        return lookUp(symbol(first.name)).only.flatMap(Self.receiver)
    }

    private func definingClass() -> EnvironmentID? {
        guard frame.function >= 0, let closure = scope(frame.environment)?.parent else { return nil }
        return functionClasses[FunctionKey(function: frame.function, environment: closure)]
            ?? functionClasses.first { $0.key.function == frame.function }?.value
    }

    private func evaluateArguments(_ index: UInt32) -> Arguments? {
        var result = Arguments()
        for item in list(index) {
            let op = op(item)
            switch op.kind {
            case .keyword:
                let value = evaluate(op.b)
                result.keywords.append((symbol(op.a), value))
            case .starred:
                let value = evaluate(op.a)
                guard isAlive else { return nil }
                spread(value, into: &result)
            case .doubleStarred:
                let value = evaluate(op.a)
                guard isAlive else { return nil }
                spreadKeywords(value, into: &result)
            default: result.positional.append(evaluate(item))
            }
            guard isAlive else { return nil }
        }
        return result
    }

    // MARK: Calling a value

    func call(_ callee: Value, _ arguments: Arguments, op: UInt32) -> Value {
        guard isAlive else { return .nothing }
        let value = callAny(callee, arguments, op: op)
        if isAlive { noteParser(value, arguments, op: op) }
        return value
    }

    private func callAny(_ given: Value, _ arguments: Arguments, op: UInt32) -> Value {
        let callee = callable(given)
        if callee.atoms.count == 1 { return call(callee.atoms[0], arguments, op: op) }
        if let chosen = chosenOverloads(of: callee, arguments) { return call(chosen, arguments, op: op) }
        if callee.atoms.isEmpty { return fresh() }
        if endsHandles(callee) {
            // `for thread in threads: thread.join()`: whichever of them it is this time, in the end it is all.
            for atom in callee.atoms where isAlive { _ = call(atom, arguments, op: op) }
            return isAlive ? fresh() : .nothing
        }
        return sides(of: callee) { atom in
            if atom == .none { isAlive = false }
            return isAlive ? call(atom, arguments, op: op) : .nothing
        }
    }

    /// What a call says of what it calls: it is not None, which stands for what could not be imported
    /// (`except ImportError: Flask = None`).
    func callable(_ value: Value) -> Value {
        guard value.atoms.count > 1, value.atoms.contains(.none), conditionals[value] == nil else { return value }
        return Value(value.atoms.filter { $0 != .none })
    }

    /// True for one method of several objects that lets go of them.
    private func endsHandles(_ callee: Value) -> Bool {
        var method: PathID?
        for atom in callee.atoms {
            guard case .externalMember(let path, let object) = atom, method == nil || method == path else {
                return false
            }
            method = path
            if rules.facts(paths[path]).releases.isEmpty, !joinsThreads(paths[path], object) { return false }
        }
        return true
    }

    private func call(_ atom: Atom, _ arguments: Arguments, op: UInt32) -> Value {
        switch atom {
        case .function(let function, let closure):
            return callFunction(function, closure, receiver: nil, arguments, op: op)
        case .method(let function, let closure, let receiver):
            return callFunction(function, closure, receiver: receiver, arguments, op: op)
        case .class(let cls):
            return callMetaclass(cls, arguments, op: op) ?? instantiate(cls, arguments, op: op)
        case .external(let path): return callExternal(path, on: nil, arguments, op: op)
        case .externalMember(let path, let object): return callExternal(path, on: object, arguments, op: op)
        case .object(let id): return callObject(id, arguments, op: op)
        case .opaque(let number):
            if let answer = textTest(number, arguments) { return answer }
            if isData(number) {
                handOver(arguments, op: op)
                return isAlive ? freshData() : .nothing
            }
            return harmless.contains(number) ? fresh() : callUnknown(arguments, op: op)
        default:
            // Nothing now may be a function that somebody has put there by then.
            noteEscapeFromProbe()
            return fresh()
        }
    }

    private func callObject(_ id: ObjectID, _ arguments: Arguments, op: UInt32) -> Value {
        // An object whose `__call__` is itself would be called without end.
        guard nesting < Limits.nesting, let object = object(id) else { return fresh() }
        nesting += 1
        defer { nesting -= 1 }
        switch object.kind {
        case .partial:
            var all = object.arguments ?? Arguments()
            all.positional += arguments.positional
            for keyword in arguments.keywords {
                all.keywords.removeAll { $0.name == keyword.name }
                all.keywords.append(keyword)
            }
            all.star = arguments.star ?? all.star
            return call(object.inner, all, op: op)
        case .cached: return callCached(object.inner, arguments, op: op)
        case .proxy: return call(call(object.inner, Arguments(), op: op), arguments, op: op)
        case .deferred: return make(Object(kind: .partial, items: [object.inner], arguments: arguments))
        case .contextFactory:
            let generator = call(object.inner, arguments, op: op)
            return make(Object(kind: .contextManager, items: [generator]))
        case .staticMethod, .classMethod, .property: return call(object.inner, arguments, op: op)
        case .dispatch:
            // That of a class tells by what follows the instance.
            let position = object.attributes[names.any] == nil ? 0 : 1
            let chosen = implementations(of: object, for: arguments.positional.dropFirst(position).first)
            return alternatives(chosen) { call($0, arguments, op: op) }
        case .contextManager:
            // The manager as a decorator: each call of the function runs inside it.
            guard let function = arguments.positional.only, isCallable(function) else { return fresh() }
            return make(Object(kind: .contextDecorated, items: [Value(.object(id)), function]))
        case .contextDecorated:
            var result = Value.nothing
            with(object.inner, op: op) { [self] _ in result = call(object.items.last ?? .nothing, arguments, op: op) }
            return result
        case .instance:
            if let value = callSpecial(.object(id), names.call, arguments, op: op) { return value }
            if isContextDecorator(id), let function = arguments.positional.only, isCallable(function) {
                return make(Object(kind: .contextDecorated, items: [Value(.object(id)), function]))
            }
            return callUnknown(arguments, op: op)
        case .external(let path):
            let member = childPath(path, names.call)
            if launchMethod(paths[member], id) != nil { return callExternal(member, on: id, arguments, op: op) }
            if Native.decoratorMakers.contains(paths[path]) { return callExternal(path, on: nil, arguments, op: op) }
            if let inner = object.attributes[symbols.intern("<inner>")], paths[path].hasSuffix("()"), isCallable(inner)
            {
                return callWrapped(id, path, inner, arguments, op: op)
            }
            // What an outside call gave is called again: a parametrised decorator, an application object.
            if arguments.keywords.isEmpty, let decorated = arguments.positional.only, isCallable(decorated) {
                return compiled(decorated, by: Value(.object(id))) ?? decorated
            }
            return callExternal(path, on: id, arguments, op: op)
        default: return fresh()
        }
    }

    private func isContextDecorator(_ id: ObjectID) -> Bool {
        guard case .instance(let cls)? = object(id)?.kind else { return false }
        return lineage(of: cls).contains { ancestor in
            guard case .external(let path) = ancestor else { return false }
            return ["contextlib.ContextDecorator", "contextlib.AsyncContextDecorator"].contains(paths[path])
        }
    }

    /// What a call of a class gives whose metaclass has a `__call__` of its own: a singleton.
    private func callMetaclass(_ cls: EnvironmentID, _ arguments: Arguments, op: UInt32) -> Value? {
        for case .class(let ancestor) in lineage(of: cls) {
            guard let meta = classes[ancestor]?.metaclass else { continue }
            guard let hook = classAttribute(meta, names.call), case .function(let function, let closure)? = hook.only
            else { return nil }
            return callFunction(function, closure, receiver: .class(cls), arguments, op: op)
        }
        return nil
    }

    /// Calls what a library's decorator made of a function: a launcher runs it elsewhere, a compiler here.
    private func callWrapped(_ id: ObjectID, _ path: PathID, _ inner: Value, _ arguments: Arguments, op: UInt32)
        -> Value
    {
        if !rules.facts(paths[path]).launchers.isEmpty {
            var given = arguments
            given.positional.insert(inner, at: 0)
            given.keywords += object(id)?.arguments?.keywords ?? []
            return callExternal(path, on: nil, given, op: op)
        }
        _ = callExternal(path, on: id, arguments, op: op)
        return isAlive ? call(inner, arguments, op: op) : .nothing
    }

    func isCallable(_ value: Value) -> Bool {
        guard let atom = value.only else { return false }
        switch atom {
        case .function, .class, .method: return true
        case .object(let id):
            switch object(id)?.kind {
            case .partial, .cached, .contextFactory, .staticMethod, .classMethod, .property, .cachedProperty:
                return true
            case .contextDecorated, .dispatch: return true
            case .instance(let cls): return classAttribute(cls, names.call) != nil
            default: return false
            }
        default: return false
        }
    }

    /// Calls a special method that the class of `atom` defines; `nil`: it defines none.
    func callSpecial(_ atom: Atom, _ name: Symbol, _ arguments: Arguments, op: UInt32) -> Value? {
        guard case .object(let id) = atom, let object = object(id) else { return nil }
        switch object.kind {
        case .instance(let cls):
            guard let value = classAttribute(cls, name) else {
                guard let base = externalBase(of: cls, providing: name) else { return nil }
                let member = childPath(base, name)
                let isKnown = rules.facts(paths[member]).isSpokenOf || launchMethod(paths[member], id) != nil
                return isKnown ? callExternal(member, on: id, arguments, op: op) : nil
            }
            var result = Value.nothing
            for case .function(let function, let closure) in value.atoms {
                result = result.joined(
                    with: callFunction(function, closure, receiver: .object(id), arguments, op: op))
            }
            return result == .nothing ? call(value, arguments, op: op) : result
        case .external(let path):
            let member = childPath(path, name)
            let isKnown = rules.facts(paths[member]).isSpokenOf || launchMethod(paths[member], id) != nil
            return isKnown ? callExternal(member, on: id, arguments, op: op) : nil
        default: return nil
        }
    }

    // MARK: Functions of the program

    func callFunction(
        _ function: FunctionID, _ closure: EnvironmentID, receiver: Receiver?, _ arguments: Arguments?, op: UInt32
    ) -> Value {
        let facts = program.facts(function)
        guard mayEnter(FunctionKey(function: function, environment: closure)) else {
            noteEscapeFromProbe()
            return fresh()
        }
        noteForProbe(function, of: receiver)
        guard isWorthRunning(function, facts, receiver, arguments) else { return freshHarmless() }
        if isAbstract(facts, in: program.functions[Int(function)].module) { return fresh() }
        let module = program.functions[Int(function)].module
        let isImmediate = !facts.isGenerator && !facts.isAsync
        let shape = isImmediate ? shape(of: function, facts, closure, receiver, arguments) : nil
        if let shape, let ending = quietCalls[shape] { return repeated(ending, function) }
        let environment = newEnvironment(parent: closure, module: module, function: function)
        bindParameters(function, facts, module, closure, environment, receiver: receiver, arguments)
        if facts.isGenerator || facts.isAsync { captured.insert(environment) }
        if facts.isGenerator {
            return make(Object(kind: .generator(function, environment), items: receiver.map { [Value($0.atom)] } ?? []))
        }
        if facts.isAsync {
            return make(Object(kind: .coroutine(function, environment), items: receiver.map { [Value($0.atom)] } ?? []))
        }
        let watch = shape.map(watch)
        let value = run(function, in: environment, receiver: receiver, op: op, onYield: nil)
        if let watch { end(watch, value) }
        return value
    }

    /// `raise NotImplementedError` and no more: what runs is a heir's, which nobody knows here.
    private func isAbstract(_ facts: FunctionFacts, in module: Int32) -> Bool {
        let code = program.modules[Int(module)].facts
        let body = code.list(facts.body).filter { index in
            let op = code.ops[Int(index)]
            return !(op.kind == .expression && code.ops[Int(op.a)].kind == .str)
        }
        guard let only = body.first, body.count == 1 else { return false }
        let raise = code.ops[Int(only)]
        guard raise.kind == .raise, raise.a != .max else { return false }
        var exception = code.ops[Int(raise.a)]
        if exception.kind == .call { exception = code.ops[Int(exception.a)] }
        return exception.kind == .name && code.strings[Int(exception.a)] == "NotImplementedError"
    }

    /// False where a function is active often enough. The wrappers that a decorator makes are one function with
    /// several closures, and call one another when the functions in them do.
    private func mayEnter(_ key: FunctionKey) -> Bool {
        depth < Limits.callDepth && active[key, default: 0] < Limits.recursion
            && activeFunctions[key.function, default: 0] < Limits.closures
    }

    /// Runs a function's body; its parameters are bound.
    func run(
        _ function: FunctionID, in environment: EnvironmentID, receiver: Receiver?, op: UInt32,
        onYield: ((Value) -> Void)?
    ) -> Value {
        let key = FunctionKey(function: function, environment: scope(environment)?.parent ?? -1)
        guard mayEnter(key) else { return fresh() }
        let facts = program.facts(function)
        let module = program.functions[Int(function)].module
        let caller = frame
        let stack = CallStack(place: place(op), function: caller.function, parent: caller.stack)
        let callee = Frame(module: module, function: function, environment: environment, stack: stack)
        callee.receiver = receiver
        callee.onYield = onYield
        let symbols = program.modules[Int(module)].symbols
        callee.declaredGlobal = Set(facts.globals.map { symbols[Int($0)] })
        callee.declaredNonlocal = Set(facts.nonlocals.map { symbols[Int($0)] })
        if recordsEntries, !isPure { noteEntry(function) }
        let known = state.assumptions
        let share = stepLimit
        stepLimit = steps + self.share(of: function, op: op)
        defer { stepLimit = share }
        depth += 1
        active[key, default: 0] += 1
        activeFunctions[function, default: 0] += 1
        frame = callee
        executeArm(facts.body)
        if isAlive, steps >= stepLimit { forgetHeld(by: function) }
        letGoAtReturns()
        if hookDepth == depth, isAlive { callee.returns.removeAll { $0.value == .none } }
        frame = caller
        active[key, default: 1] -= 1
        activeFunctions[function, default: 1] -= 1
        depth -= 1

        let isKept = captured.contains(environment)
        if !isKept { state.environments[environment] = nil }
        setChildApart(callee, op: op, environment: isKept ? nil : environment)
        var end = current
        // Where a limit kept its last statements from being run, it may give anything.
        var value = !isAlive ? Value.nothing : steps < stepLimit ? .none : fresh()
        noteConditional(
            callee.returns.map { ($0.value, $0.state.assumptions) } + (end.map { [(value, $0.assumptions)] } ?? []))
        for item in callee.returns {
            var left = item.state
            if !isKept { left.environments[environment] = nil }
            value = value.joined(with: item.value)
            end = join(end, left)
        }
        if let answer = answer(callee.returns, value, &end) { value = answer }
        caller.raises += callee.raises
        // What a callee learned of values matters little to its caller; the touches keep what they need.
        if let learned = end?.assumptions, learned.count > Limits.assumptions { end?.assumptions = known }
        enter(end)
        if isAlive, facts.returns != .max, neverReturns(facts.returns, module) { raise(isSystemExit: true) }
        return typedResult(value, facts, module)
    }

    /// `-> NoReturn`: whatever its body seems to do.
    private func neverReturns(_ annotation: UInt32, _ module: Int32) -> Bool {
        let module = program.modules[Int(module)]
        let op = module.facts.ops[Int(annotation)]
        let name: UInt32
        switch op.kind {
        case .name, .str: name = op.a
        case .attribute: name = op.b
        default: return false
        }
        return ["NoReturn", "Never"].contains(module.facts.strings[Int(name)])
    }

    func noteEntry(_ function: FunctionID) {
        var known = entered[function] ?? [:]
        for family in rules.catalog.families.indices {
            let here = state.methods[family] ?? .byDefault
            known[family] = known[family]?.joined(with: here) ?? here
        }
        let choices = enteredChoices[function]?.filter(state.arrangements.choices.contains)
        enteredChoices[function] = choices ?? state.arrangements.choices
        noteAnswers(function)
        entered[function] = known
        enteredNow.insert(function)
    }

    /// Keeps the answers about the process that hold wherever the program calls a function.
    private func noteAnswers(_ function: FunctionID) {
        guard !processAnswers.isEmpty, enteredAnswers[function]?.isEmpty != true else { return }
        var answers: [Int32: Bool] = [:]
        for number in processAnswers {
            let answer = state.assumptions[Assumption(subject: number, question: .truthy)]
            guard let known = enteredAnswers[function] else { answers[number] = answer; continue }
            if known[number] == answer { answers[number] = answer }
        }
        enteredAnswers[function] = answers
    }

    private func bindParameters(
        _ function: FunctionID, _ facts: FunctionFacts, _ module: Int32, _ closure: EnvironmentID,
        _ environment: EnvironmentID, receiver: Receiver?, _ given: Arguments?
    ) {
        if program.isSwift(module) {
            return bindSwiftParameters(facts, module, environment, receiver: receiver, given)
        }
        var positional = given?.positional ?? []
        if let receiver { positional.insert(Value(receiver.atom), at: 0) }
        var variables = SymbolMap<Value>()
        let defaults =
            state.arrangements.defaults[FunctionKey(function: function, environment: closure)]
            ?? base.defaults[FunctionKey(function: function, environment: closure)]
        let symbols = program.modules[Int(module)].symbols
        var position = 0
        var used: Set<Symbol> = []
        for (index, parameter) in facts.parameters.enumerated() where parameter.name != .max {
            let name = symbols[Int(parameter.name)]
            switch parameter.kind {
            case .positionalOnly, .positional, .keywordOnly:
                if parameter.kind != .keywordOnly, position < positional.count {
                    variables[name] = typed(positional[position], parameter, module)
                    position += 1
                } else if let value = given?.keyword(name) {
                    variables[name] = typed(value, parameter, module)
                    used.insert(name)
                } else {
                    variables[name] = missing(parameter, index, defaults, module, given)
                }
            case .variadic:
                let rest = position < positional.count ? Array(positional[position...]) : []
                position = max(position, positional.count)
                let unknown = given == nil ? fresh() : given?.star ?? .nothing
                variables[name] = make(Object(kind: .tuple, items: rest, rest: unknown))
            case .keywords:
                var object = Object(kind: .dict)
                for keyword in given?.keywords ?? [] where !used.contains(keyword.name) {
                    object.keys.append(.string(keyword.name))
                    object.items.append(keyword.value)
                }
                if given == nil || given?.hasUnknownKeywords == true { object.rest = fresh() }
                variables[name] = make(object)
            }
        }
        writeScope(environment) { $0.variables = variables }
    }

    /// A value nobody knows is at least of the type that its parameter is annotated with.
    func typed(_ value: Value, _ parameter: FunctionFacts.Parameter, _ module: Int32) -> Value {
        guard parameter.annotation != .max, value.atoms.allSatisfy(\.isOpaque) else { return value }
        return parameterInstance(parameter, module) ?? (isPlain(parameter.annotation, module) ? plain(value) : value)
    }

    /// So is a result that nobody knows, where the function says what it returns.
    private func typedResult(_ value: Value, _ facts: FunctionFacts, _ module: Int32) -> Value {
        guard facts.returns != .max, isAlive, !isPure, !value.atoms.isEmpty, value.atoms.allSatisfy(\.isOpaque) else {
            return value
        }
        let outer = frame
        frame = Frame(module: module, function: outer.function, environment: -1, stack: outer.stack)
        defer { frame = outer }
        return instance(ofAnnotation: facts.returns) ?? value
    }

    /// The value of a parameter that the call does not give.
    private func missing(
        _ parameter: FunctionFacts.Parameter, _ index: Int, _ defaults: [Value]?, _ module: Int32, _ given: Arguments?
    ) -> Value {
        let fallback = parameter.defaultValue == .max ? nil : defaults?[index]
        if let given, given.star == nil, !given.hasUnknownKeywords { return fallback ?? fresh() }
        if let star = given?.star { return fallback.map { $0.joined(with: star) } ?? star }
        // Nobody's call: an entry point. What the annotation says, or the default, or anything.
        if let typed = parameterInstance(parameter, module) { return typed }
        guard let fallback else { return isPlain(parameter.annotation, module) ? plain(fresh()) : fresh() }
        switch fallback.only {
        case .int?, .string?: return fallback
        case .bool?, .none?: return fallback.joined(with: fresh())
        default: return fallback
        }
    }

    func parameterInstance(_ parameter: FunctionFacts.Parameter, _ module: Int32) -> Value? {
        guard parameter.annotation != .max else { return nil }
        let outer = frame
        frame = Frame(module: module, function: outer.function, environment: -1, stack: outer.stack)
        defer { frame = outer }
        return instance(ofAnnotation: parameter.annotation)
    }
}

extension Array {
    var only: Element? { count == 1 ? self[0] : nil }
}
