/// `"spawn" if flag else "fork"`: which of two values one is goes with the answer to a test.
struct Conditional: Equatable {
    enum Sides: Equatable {
        /// The two values, and the answers that they come with.
        case known([Atom: Bool])
        /// More than one test tells them apart.
        case several

        var answers: [Atom: Bool]? { if case .known(let answers) = self { answers } else { nil } }
    }

    var assumption: Assumption
    var sides: Sides
    /// The run of an entry point that met it.
    var run: Int
}

extension Interpreter {
    /// Remembers what tells the two sides of a conditional expression apart, where that is one test.
    func noteConditional(_ first: Value, _ then: State?, _ second: Value, _ other: State?) {
        guard let then, let other, let left = first.only, let right = second.only, left != right,
            left.isKnown, right.isKnown
        else { return }
        let value = first.joined(with: second)
        let tests = then.assumptions.filter { other.assumptions[$0.key] == !$0.value }
        let before = conditionals[value]
        // What a run has met is nearer than what a top level has.
        if let before, before.run > run, isPure { return }
        guard let test = tests.first, tests.count == 1 else {
            guard let any = tests.first ?? before.map({ ($0.assumption, true) }) else { return }
            conditionals[value] = Conditional(assumption: any.0, sides: .several, run: run)
            return
        }
        var found = Conditional(assumption: test.key, sides: .known([left: test.value, right: !test.value]), run: run)
        // The same two values under another test: which of the tests a value goes with is lost.
        if let before, before.run == run, before.sides != found.sides || before.assumption != found.assumption {
            found.sides = .several
        }
        conditionals[value] = found
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

    /// Runs each alternative of a value from here, under the test that it goes with, and joins what they leave: of
    /// `(Thread if flag else Process)(target=work)` either object goes with the answer, too.
    func sides(of value: Value, _ run: (Atom) -> Value) -> Value {
        guard let conditional = conditionals[value], let answers = conditional.sides.answers else {
            return alternatives(value.atoms, run)
        }
        var found: [Atom: Bool] = [:]
        let result = alternatives(value.atoms) { atom in
            guard let answer = answers[atom] else { return run(atom) }
            guard state.assumptions[conditional.assumption] ?? answer == answer else {
                isAlive = false
                return .nothing
            }
            state.assume(conditional.assumption, answer)
            let result = run(atom)
            if let only = result.only { found[only] = answer }
            return result
        }
        if found.count == 2, result.atoms.count == 2 {
            conditionals[result] = Conditional(assumption: conditional.assumption, sides: .known(found), run: self.run)
        }
        return result
    }

    /// The state in which a value is one of some of its alternatives, with the answer that they go with; `nil`: it cannot be.
    func knowing(_ value: Value, isOneOf atoms: [Atom]) -> State? {
        guard atoms.count == 1, value.atoms.count == 2, let conditional = conditionals[value],
            let answer = conditional.sides.answers?[atoms[0]]
        else { return state }
        guard state.assumptions[conditional.assumption] ?? answer == answer else { return nil }
        var result = state
        result.assume(conditional.assumption, answer)
        return result
    }

    /// The answer under which a value is what `fits`, where exactly one of its two sides is.
    func answer(for value: Value, where fits: (Atom) -> Bool) -> (Assumption, Bool)? {
        guard let conditional = conditionals[value], let answers = conditional.sides.answers else { return nil }
        let fitting = answers.filter { fits($0.key) }
        return fitting.count == 1 ? fitting.first.map { (conditional.assumption, $0.value) } : nil
    }
}

extension Atom {
    /// True where equal atoms are one value.
    fileprivate var isKnown: Bool {
        switch self {
        case .none, .bool, .int, .string, .external, .function, .class, .object: true
        case .opaque(let number): number != Opaque.anything
        default: false
        }
    }
}
