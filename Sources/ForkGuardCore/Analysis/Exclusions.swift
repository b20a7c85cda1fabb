/// Answers that are not all given together, each set as small as they allow: what a path knows of questions, in the form in
/// which it can be put together with what another path knows.
struct Exclusions {
    typealias Combination = Set<Assumption.Literal>

    private(set) var combinations: [Combination] = []

    /// - Parameter answers: what holds.
    init(_ answers: [Assumption: Bool]) {
        let literals = answers.map { Assumption.Literal(assumption: $0.key, answer: $0.value) }
        for literal in literals.sorted(by: Assumption.Literal.precede) {
            let (assumption, answer) = (literal.assumption, literal.answer)
            switch assumption.question {
            case .all(let literals) where !answer: insert(Set(literals))
            case .all: break
            default: insert([.init(assumption: assumption, answer: !answer)])
            }
        }
    }

    /// Both paths have come here: on each there is what it excludes.
    static func meeting(
        _ left: [Assumption: Bool], on way: [Assumption: Bool], _ right: [Assumption: Bool],
        on other: [Assumption: Bool]
    ) -> [Assumption: Bool] {
        let (mine, theirs) = (Self(left), Self(right))
        var result = Self([:])
        guard !way.isEmpty else {
            // Nothing tells the two apart: what both exclude is excluded.
            result.combinations = theirs.combinations.filter(mine.excludes)
            return result.answers
        }
        for (known, way) in [(mine, way), (theirs, other)] {
            let start = Set(way.map { Assumption.Literal(assumption: $0.key, answer: $0.value) })
            for combination in known.combinations { result.insert(combination.union(start)) }
        }
        return result.answers
    }

    var answers: [Assumption: Bool] {
        var result: [Assumption: Bool] = [:]
        for combination in combinations {
            if let only = combination.first, combination.count == 1 {
                result[only.assumption] = !only.answer
            } else {
                result[.all(Array(combination))] = false
            }
        }
        return result
    }

    private func excludes(_ combination: Combination) -> Bool { combinations.contains { $0.isSubset(of: combination) } }

    /// Adds a combination; two that differ in one answer exclude what they have in common.
    private mutating func insert(_ combination: Combination) {
        guard !combination.isEmpty, combination.count <= Limits.literals, combinations.count < Limits.exclusions,
            !excludes(combination), !combination.contains(where: { combination.contains($0.negated) })
        else { return }
        combinations.removeAll { combination.isSubset(of: $0) }
        combinations.append(combination)
        for other in combinations where other != combination {
            let differing = combination.subtracting(other)
            guard let literal = differing.first, differing.count == 1, other.contains(literal.negated) else { continue }
            let rest = other.subtracting([literal.negated])
            if rest.isSubset(of: combination) || combination.subtracting([literal]).isSubset(of: rest) {
                insert(rest.union(combination.subtracting([literal])))
            }
        }
    }
}

extension Assumption.Literal {
    var negated: Self { Self(assumption: assumption, answer: !answer) }
}
