/// A question about an unknown value.
struct Assumption: Hashable, Sendable {
    enum Question: Hashable, Sendable {
        case truthy
        case isNone
        case equals(Atom)
        case compares(CompareOperator, Atom)
        /// It is one of several constants.
        case isAmong([Atom])
        /// Several questions have these answers: `flag and jobs > 1`. It is asked of no value.
        case all([Literal])
    }
    var subject: Int32
    var question: Question

    /// A question and its answer.
    struct Literal: Hashable, Sendable {
        var assumption: Assumption
        var answer: Bool

        private var order: [Int32] {
            let inner =
                if case .all(let literals) = assumption.question { literals.flatMap(\.order) } else { [Int32]() }
            return [assumption.subject, answer ? 1 : 0] + inner
        }

        static func precede(_ left: Self, _ right: Self) -> Bool {
            let (mine, theirs) = (left.order, right.order)
            if mine != theirs { return mine.lexicographicallyPrecedes(theirs) }
            return String(describing: left.assumption.question) < String(describing: right.assumption.question)
        }
    }

    /// One for a few values; another one for questions about several.
    var bit: UInt64 { subject == Opaque.several ? 1 << 63 : 1 << (UInt64(UInt32(bitPattern: subject)) % 63) }

    static func all(_ literals: [Literal]) -> Self {
        Self(subject: Opaque.several, question: .all(literals.sorted(by: Literal.precede)))
    }
}

extension [Assumption: Bool] {
    /// True where a question cannot have this answer beside these.
    func exclude(_ assumption: Assumption, _ answer: Bool) -> Bool {
        if let known = self[assumption] { return known != answer }
        if case .all(let literals) = assumption.question {
            return answer
                ? literals.contains { exclude($0.assumption, $0.answer) } : literals.allSatisfy(holds)
        }
        var domain = AnswerDomain()
        domain.add(assumption.question, answer)
        var others = 0
        for (other, otherAnswer) in self {
            if case .all(let literals) = other.question {
                if decides(literals, otherAnswer, against: .init(assumption: assumption, answer: answer)) {
                    return true
                }
            } else if other.subject == assumption.subject {
                domain.add(other.question, otherAnswer)
                others += 1
            }
        }
        return others > 0 && domain.isEmpty
    }

    /// The bits of the values that are asked.
    var subjects: UInt64 { keys.reduce(0) { $0 | $1.bit } }

    /// Answers that are not given together, one of which is to this question; all of them, where the question is that.
    func deniedTogether(with assumption: Assumption) -> [[Assumption.Literal]] {
        if case .all(let literals) = assumption.question { return self[assumption] == false ? [literals] : [] }
        return compactMap { other, answer in
            guard !answer, case .all(let literals) = other.question,
                literals.contains(where: { $0.assumption == assumption })
            else { return nil }
            return literals
        }
    }

    private func holds(_ literal: Assumption.Literal) -> Bool { self[literal.assumption] == literal.answer }

    /// True where the answer to a question about several others rules one of their answers out.
    private func decides(
        _ literals: [Assumption.Literal], _ areAll: Bool, against given: Assumption.Literal
    ) -> Bool {
        guard let own = literals.first(where: { $0.assumption == given.assumption }) else { return false }
        if areAll { return own.answer != given.answer }
        return own.answer == given.answer && literals.allSatisfy { $0.assumption == given.assumption || holds($0) }
    }
}

extension Touch {
    /// True when a new answer of a path excludes the touch, which its other answers do not.
    ///
    /// - Parameter together: those of the path that are not given together, one of them the new one.
    func isExcluded(
        by assumption: Assumption, _ answer: Bool, beside here: [Assumption: Bool],
        deniedTogether together: [[Assumption.Literal]]
    ) -> Bool {
        func areMet(_ literals: [Assumption.Literal]) -> Bool {
            literals.allSatisfy { here[$0.assumption] == $0.answer || assumptions[$0.assumption] == $0.answer }
        }
        let isOfSeveral = subjects & 1 << 63 != 0
        if subjects & assumption.bit != 0 || isOfSeveral, assumptions.exclude(assumption, answer) { return true }
        if together.contains(where: areMet) { return true }
        guard isOfSeveral else { return false }
        return assumptions.contains { known, answer in
            if case .all(let literals) = known.question, !answer { areMet(literals) } else { false }
        }
    }

    /// True when a test on the way to this touch came out the other way on the way to `here`.
    func excludes(_ here: [Assumption: Bool]) -> Bool {
        for (assumption, answer) in assumptions where here.exclude(assumption, answer) { return true }
        // Each path may know a part of what cannot be together.
        for known in [here, assumptions] {
            for case (let assumption, false) in known {
                guard case .all(let literals) = assumption.question else { continue }
                let isMet = literals.allSatisfy {
                    here[$0.assumption] == $0.answer || assumptions[$0.assumption] == $0.answer
                }
                if isMet { return true }
            }
        }
        return false
    }
}

/// What a value may be that has been asked several questions.
private struct AnswerDomain {
    private var allowed: [[Atom]] = []
    private var excluded: [Atom] = []
    private var truth: Bool?
    private var isContradictory = false
    /// What is compared with a number is one, and a whole one: programs count.
    private var isNumber = false
    private var low = Int64.min
    private var high = Int64.max

    mutating func add(_ question: Assumption.Question, _ answer: Bool) {
        switch question {
        case .truthy:
            if let truth, truth != answer { isContradictory = true }
            truth = answer
        case .isNone: add([.none], answer)
        case .equals(let atom): add([atom], answer)
        case .isAmong(let atoms): add(atoms, answer)
        case .compares(let relation, .int(let number)): add(answer ? relation : relation.negated, Int64(number))
        case .compares, .all: break
        }
    }

    private mutating func add(_ atoms: [Atom], _ answer: Bool) {
        if answer { allowed.append(atoms) } else { excluded += atoms }
    }

    private mutating func add(_ relation: CompareOperator, _ number: Int64) {
        isNumber = true
        switch relation {
        case .less: high = min(high, number - 1)
        case .lessEqual: high = min(high, number)
        case .greater: low = max(low, number + 1)
        case .greaterEqual: low = max(low, number)
        default: break
        }
    }

    var isEmpty: Bool {
        if isContradictory { return true }
        if let first = allowed.first {
            return !first.contains { atom in fits(atom) && allowed.allSatisfy { $0.contains { Self.areSame($0, atom) } }
            }
        }
        guard isNumber else { return false }
        // The only number that is false.
        if truth == false { return low > 0 || high < 0 || isExcluded(.int(0)) }
        if low > high { return true }
        guard low == high else { return false }
        return truth == true && low == 0 || Int32(exactly: low).map { isExcluded(.int($0)) } ?? false
    }

    private func fits(_ atom: Atom) -> Bool {
        if isExcluded(atom) { return false }
        if let truth, let own = atom.truth, own != truth { return false }
        guard isNumber else { return true }
        guard let number = Self.number(atom) else { return !atom.isConstant }
        return low <= number && number <= high
    }

    private func isExcluded(_ atom: Atom) -> Bool { excluded.contains { Self.areSame($0, atom) } }

    private static func areSame(_ left: Atom, _ right: Atom) -> Bool {
        if left == right { return true }
        guard let left = number(left) else { return false }
        return left == number(right)
    }

    private static func number(_ atom: Atom) -> Int64? {
        switch atom {
        case .int(let number): Int64(number)
        case .bool(let flag): flag ? 1 : 0
        default: nil
        }
    }
}
