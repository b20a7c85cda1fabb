/// `"spawn" if flag else "fork"`, `CLASSES[kind]`: which of several values one is goes with the answers to tests.
struct Conditional: Equatable {
    enum Sides: Equatable {
        /// The values, and the answers that each comes with.
        case known([Atom: [Assumption: Bool]])
        /// Nobody knows which tests tell them apart.
        case several

        var answers: [Atom: [Assumption: Bool]]? { if case .known(let answers) = self { answers } else { nil } }
    }

    var sides: Sides
    /// The run of an entry point that met it.
    var run: Int
}

extension Interpreter {
    /// Remembers what tells the two sides of a conditional expression apart.
    func noteConditional(_ first: Value, _ then: State?, _ second: Value, _ other: State?) {
        guard let then, let other else { return }
        noteConditional([(first, then.assumptions), (second, other.assumptions)])
    }

    /// Remembers what tells several values apart that one may be: the answers on the way to each.
    func noteConditional(_ given: [(value: Value, answers: [Assumption: Bool])]) {
        guard let (value, answers) = answers(telling: given) else { return }
        let before = conditionals[value]
        // What a run has met is nearer than what a top level has.
        if let before, before.run > run, isPure { return }
        var found = Conditional(sides: .known(answers), run: run)
        guard answers.values.contains(where: { !$0.isEmpty }) else {
            if before != nil { conditionals[value] = Conditional(sides: .several, run: run) }
            return
        }
        // The same values under other tests: which of the tests a value goes with is lost.
        if let before, before.run == run, before.sides != found.sides { found.sides = .several }
        conditionals[value] = found
    }

    /// What tells several values apart that one may be, by the values; `nil` where that is not asked.
    private func answers(
        telling given: [(value: Value, answers: [Assumption: Bool])]
    ) -> (value: Value, answers: [Atom: [Assumption: Bool]])? {
        guard given.count > 1, given.allSatisfy({ !$0.value.atoms.isEmpty && $0.value.atoms.allSatisfy(\.isKnown) })
        else { return nil }
        let value = given.reduce(Value.nothing) { $0.joined(with: $1.value) }
        guard value.atoms.count > 1, value.atoms.count < Limits.alternatives else { return nil }
        var answers: [Atom: [Assumption: Bool]] = [:]
        for (index, side) in given.enumerated() {
            let own = distinguishing(index, of: given.map(\.answers))
            // A side that is itself one of several values brings what tells those apart.
            let parts = side.value.atoms.count > 1 ? conditionals[side.value]?.sides.answers : nil
            for atom in side.value.atoms {
                let mine = own.merging(parts?[atom] ?? [:]) { mine, _ in mine }
                answers[atom] = answers[atom].map { $0.filter { mine[$0.key] == $0.value } } ?? mine
            }
        }
        return (value, answers)
    }

    /// Of the answers on one side those that another side excludes.
    private func distinguishing(_ index: Int, of sides: [[Assumption: Bool]]) -> [Assumption: Bool] {
        sides[index].filter { assumption, answer in
            sides.contains { $0[assumption] != answer && $0.exclude(assumption, answer) }
        }
    }

    /// Remembers the same of the names to which the two sides of a statement give known values.
    func noteConditionals(of statement: Op, _ then: State?, _ other: State?) {
        guard let then, let other else { return }
        var names: Set<Symbol> = []
        for block in [statement.b, statement.c] where block != .max {
            for index in list(block) where op(index).kind == .assign {
                for target in list(op(index).a) where op(target).kind == .name { names.insert(symbol(op(target).a)) }
            }
        }
        noteConditionals(ofAttributesIn: statement, then, other)
        for name in names.sorted() {
            guard let first = own(name, in: then), let second = own(name, in: other), first != second else { continue }
            noteConditional(first, then, second, other)
            guard frame.environment < 0 else { continue }
            let told = answers(telling: [(first, then.assumptions), (second, other.assumptions)])?.answers
            globalConditionals[GlobalKey(module: frame.module, name: name)] = told
        }
    }

    /// The same of attributes of the object whose method runs: `self.paths = paths`.
    private func noteConditionals(ofAttributesIn statement: Op, _ then: State, _ other: State) {
        for block in [statement.b, statement.c] where block != .max {
            for index in list(block) where op(index).kind == .assign {
                for target in list(op(index).a) where op(target).kind == .attribute && op(op(target).a).kind == .name {
                    guard case .object(let id)? = lookUp(symbol(op(op(target).a).a)).only,
                        let first = (then.heap[id] ?? base.heap[id])?.object.attributes[symbol(op(target).b)],
                        let second = (other.heap[id] ?? base.heap[id])?.object.attributes[symbol(op(target).b)],
                        first != second
                    else { continue }
                    noteConditional(first, then, second, other)
                }
            }
        }
    }

    private func own(_ name: Symbol, in state: State) -> Value? {
        if frame.environment < 0 || frame.declaredGlobal.contains(name) {
            return state.globals[GlobalKey(module: frame.module, name: name)]
        }
        return (state.environments[frame.environment] ?? base.environments[frame.environment])?.variables[name]
    }

    /// Runs each alternative of a value from here, under the answers that it goes with, and joins what they leave: of
    /// `(Thread if flag else Process)(target=work)` either object goes with the answer, too.
    func sides(of value: Value, _ run: (Atom) -> Value) -> Value {
        guard let answers = conditionals[value]?.sides.answers else { return alternatives(value.atoms, run) }
        var found: [(value: Value, answers: [Assumption: Bool])] = []
        let owners = Set(value.atoms.compactMap(\.owner)).sorted()
        var left: [[ObjectID: Object]] = []
        let result = alternatives(value.atoms) { atom in
            let mine = answers[atom] ?? [:]
            guard let side = knowing(mine) else {
                isAlive = false
                return .nothing
            }
            enter(side)
            let result = run(atom)
            if isAlive {
                found.append((result, mine))
                left.append(Dictionary(uniqueKeysWithValues: owners.compactMap { id in object(id).map { (id, $0) } }))
            }
            return result
        }
        noteConditional(found)
        for owner in owners { noteConditionals(ofAttributes: left.map { $0[owner] }, under: found.map(\.answers)) }
        return result
    }

    /// Remembers the same of what each alternative left in the attributes of an object: `self.connection`, opened or not.
    private func noteConditionals(ofAttributes objects: [Object?], under answers: [[Assumption: Bool]]) {
        guard let first = objects.first ?? nil else { return }
        for (name, value) in first.attributes.sorted(by: { $0.key < $1.key }) {
            let values = objects.map { $0?.attributes[name] }
            if values.allSatisfy({ $0 == value }) || values.contains(nil) { continue }
            noteConditional(zip(values, answers).map { ($0 ?? .nothing, $1) })
        }
    }

    /// The state in which a value is one of some of its alternatives, with the answers that they go with; `nil`: it cannot be.
    ///
    /// - Parameter location: the expression that has the value. Programs have many flags that are true or false: what tells the two apart is
    ///   known of each that is a global.
    func knowing(_ value: Value, isOneOf atoms: [Atom], location: UInt32) -> State? {
        guard atoms.count < value.atoms.count,
            let answers = tiedAnswers(value, location) ?? answers(ofGlobal: value, location)
                ?? conditionals[value]?.sides.answers
        else { return state }
        let possible = atoms.compactMap { answers[$0] }.filter { !excludes($0) }
        guard let first = possible.first else { return nil }
        return knowing(first.filter { item in possible.allSatisfy { $0[item.key] == item.value } })
    }

    /// What tells the values of a global apart, where an expression is the name of one that nothing has set since.
    private func answers(ofGlobal value: Value, _ location: UInt32) -> [Atom: [Assumption: Bool]]? {
        guard location != .max, !globalConditionals.isEmpty else { return nil }
        let op = op(location)
        guard op.kind == .name else { return nil }
        let name = symbol(op.a)
        guard scopeHolding(name) == nil, let answers = globalConditionals[GlobalKey(module: frame.module, name: name)],
            answers.count == value.atoms.count, value.atoms.allSatisfy({ answers[$0] != nil })
        else { return nil }
        return answers
    }

    /// What a value may be here, under the answers that the path has: of `"cuda" if flag else "cpu"` the one that it is.
    func possible(_ value: Value) -> Atoms {
        guard value.atoms.count > 1, let answers = conditionals[value]?.sides.answers else { return value.atoms }
        let left = value.atoms.filter { !excludes(answers[$0] ?? [:]) }
        return left.isEmpty ? value.atoms : Value(left).atoms
    }

    private func excludes(_ answers: [Assumption: Bool]) -> Bool {
        answers.contains { state.assumptions.exclude($0.key, $0.value) }
    }

    /// The state here where questions have these answers; `nil`: they cannot.
    private func knowing(_ answers: [Assumption: Bool]) -> State? {
        guard !excludes(answers) else { return nil }
        var result = state
        for (assumption, answer) in answers where result.assumptions[assumption] == nil {
            result.assume(assumption, answer)
        }
        return result
    }

    /// The answers under which a value is what `fits`, where exactly one of its sides is.
    func answers(for value: Value, where fits: (Atom) -> Bool) -> [Assumption: Bool] {
        guard let answers = conditionals[value]?.sides.answers else { return [:] }
        let fitting = answers.filter { fits($0.key) }
        return fitting.count == 1 ? fitting.first?.value ?? [:] : [:]
    }
}

extension Atom {
    /// True where equal atoms are one value.
    fileprivate var isKnown: Bool { self != .opaque(Opaque.anything) }

    /// The object that it is, or whose method.
    fileprivate var owner: ObjectID? {
        switch self {
        case .object(let id), .method(_, _, .object(let id)): id
        default: nil
        }
    }
}
