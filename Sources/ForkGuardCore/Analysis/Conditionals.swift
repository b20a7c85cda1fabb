/// `"spawn" if flag else "fork"`: which of two constants a value is goes with the answer to a test.
struct Conditional: Equatable {
    var assumption: Assumption
    /// The constants, and the answers that they come with.
    var sides: [Atom: Bool]
}

extension Interpreter {
    /// Remembers what tells the two sides of a conditional expression apart, where that is one test.
    func noteConditional(_ first: Value, _ then: State?, _ second: Value, _ other: State?) {
        guard let then, let other, let left = first.only, let right = second.only, left != right,
            left.isConstant, right.isConstant
        else { return }
        let value = first.joined(with: second)
        let tests = then.assumptions.filter { other.assumptions[$0.key] == !$0.value }
        guard let test = tests.first, tests.count == 1 else { return conditionals[value] = .some(nil) }
        let found = Conditional(assumption: test.key, sides: [left: test.value, right: !test.value])
        // The same two constants under another test: which of the tests a value goes with is lost.
        conditionals[value] = .some(conditionals[value, default: found] == found ? found : nil)
    }

    /// The answer under which a value is what `fits`, where exactly one of its two sides is.
    func answer(for value: Value, where fits: (Atom) -> Bool) -> (Assumption, Bool)? {
        guard let known = conditionals[value], let conditional = known else { return nil }
        let fitting = conditional.sides.filter { fits($0.key) }
        return fitting.count == 1 ? fitting.first.map { (conditional.assumption, $0.value) } : nil
    }
}

extension Atom {
    fileprivate var isConstant: Bool {
        switch self {
        case .none, .bool, .int, .string: true
        default: false
        }
    }
}
