/// What a file of settings gives a name, as far as it stands there: `preload_app = os.getenv("PRELOAD", "1") == "1"`.
///
/// A variable of the environment has the default that the file names for it: what is set elsewhere, nobody sees.
struct AssignedSettings {
    let facts: ModuleFacts

    /// What is known of a value.
    private enum Known: Equatable {
        case none
        case truth(Bool)
        case number(Int32)
        case text(String)

        var isTrue: Bool {
            switch self {
            case .none: false
            case .truth(let value): value
            case .number(let value): value != 0
            case .text(let value): !value.isEmpty
            }
        }
    }

    /// The last statement that gives a name its value, and that value: one at the top, or below a test there.
    func assignment(to name: String) -> (statement: UInt32, value: UInt32)? {
        assignment(to: name, in: facts.body)
    }

    private func assignment(to name: String, in block: UInt32) -> (statement: UInt32, value: UInt32)? {
        for index in facts.list(block).reversed() {
            let statement = facts.ops[Int(index)]
            switch statement.kind {
            case .assign:
                for target in facts.list(statement.a) where isName(target, name) { return (index, statement.b) }
            case .annotatedAssign where statement.c != .max && isName(statement.a, name): return (index, statement.c)
            case .if:
                // Of two ways the one that turns it on is meant for where it counts.
                let ways = [statement.b, statement.c].filter { $0 != .max }.compactMap {
                    assignment(to: name, in: $0)
                }
                if let found = ways.first(where: { isOn($0.value) }) ?? ways.first { return found }
            default: continue
            }
        }
        return nil
    }

    /// True where a name is set to what is true, or to what nobody knows.
    func isOn(_ value: UInt32) -> Bool { truth(of: value) ?? true }

    /// Whether a value is true, as far as it stands here.
    func truth(of value: UInt32) -> Bool? { known(value, depth: 0)?.isTrue }

    private func isName(_ op: UInt32, _ name: String) -> Bool {
        facts.ops[Int(op)].kind == .name && facts.strings[Int(facts.ops[Int(op)].a)] == name
    }

    private func known(_ index: UInt32, depth: Int) -> Known? {
        guard depth < 16, index != .max else { return nil }
        let op = facts.ops[Int(index)]
        func value(_ index: UInt32) -> Known? { known(index, depth: depth + 1) }
        switch op.kind {
        case .none: return Known.none
        case .true, .false: return .truth(op.kind == .true)
        case .int: return .number(Int32(bitPattern: op.a))
        case .str: return .text(facts.strings[Int(op.a)])
        case .name: return assignment(to: facts.strings[Int(op.a)]).flatMap { value($0.value) }
        case .not: return value(op.a).map { .truth(!$0.isTrue) }
        case .and, .or:
            var last: Known?
            for item in facts.list(op.a) {
                guard let found = value(item) else { return nil }
                last = found
                if found.isTrue == (op.kind == .or) { break }
            }
            return last
        case .conditional: return value(op.a).flatMap { value($0.isTrue ? op.b : op.c) }
        case .compare: return compared(op, value)
        case .call: return called(op, value)
        default: return nil
        }
    }

    private func compared(_ op: Op, _ value: (UInt32) -> Known?) -> Known? {
        guard let left = value(op.a) else { return nil }
        switch CompareOperator(rawValue: op.flags) {
        case .equal?, .is?: return value(op.b).map { .truth(left == $0) }
        case .notEqual?, .isNot?: return value(op.b).map { .truth(left != $0) }
        case .in?, .notIn?:
            let members = facts.ops[Int(op.b)]
            guard [.tuple, .list, .set].contains(members.kind) else { return nil }
            let known = facts.list(members.a).map(value)
            guard !known.contains(nil) else { return nil }
            return .truth(known.contains(left) == (op.flags == CompareOperator.in.rawValue))
        default: return nil
        }
    }

    /// `os.getenv(name, default)`, `os.environ.get(name, default)`, and what is done with their texts.
    private func called(_ op: Op, _ value: (UInt32) -> Known?) -> Known? {
        let callee = facts.ops[Int(op.a)]
        let given = facts.list(op.b)
        // `config("PRELOAD", default=False, cast=bool)`, `env.bool("PRELOAD", default=False)`.
        let fallback = given.lazy.map { facts.ops[Int($0)] }.first {
            $0.kind == .keyword && facts.strings[Int($0.a)] == "default"
        }
        if let fallback { return value(fallback.b) }
        guard !given.contains(where: { [.keyword, .starred, .doubleStarred].contains(facts.ops[Int($0)].kind) }) else {
            return nil
        }
        switch callee.kind {
        case .name:
            guard let first = given.first else { return nil }
            switch facts.strings[Int(callee.a)] {
            case "bool": return value(first).map { .truth($0.isTrue) }
            case "str": return value(first)
            case "int":
                guard case .text(let text)? = value(first) else { return value(first) }
                return Int32(text).map { .number($0) }
            case "getenv": return given.count > 1 ? value(given[given.startIndex + 1]) : Known.none
            default: return nil
            }
        case .attribute:
            switch facts.strings[Int(callee.b)] {
            case "getenv": return given.count > 1 ? value(given[given.startIndex + 1]) : Known.none
            case "get" where isEnvironment(callee.a):
                return given.count > 1 ? value(given[given.startIndex + 1]) : Known.none
            case "bool" where given.count == 2: return value(given[given.startIndex + 1])
            case "lower", "strip", "upper":
                guard given.isEmpty, case .text(let text)? = value(callee.a) else { return nil }
                let isUpper = facts.strings[Int(callee.b)] == "upper"
                return .text(isUpper ? text.uppercased() : text.lowercased())
            default: return nil
            }
        default: return nil
        }
    }

    private func isEnvironment(_ index: UInt32) -> Bool {
        let op = facts.ops[Int(index)]
        switch op.kind {
        case .name: return facts.strings[Int(op.a)] == "environ"
        case .attribute: return facts.strings[Int(op.b)] == "environ"
        default: return false
        }
    }
}
