/// Variables that are one constant where something has been touched and another where it has not, when two ways meet:
/// `done = True` in a loop, `ok = False` in an `except` clause.

/// Of each such variable the answers that its constants go with.
typealias Ties = [TiedVariable: [Atom: [Assumption: Bool]]]

enum TiedVariable: Hashable {
    case local(EnvironmentID, Symbol)
    case global(GlobalKey)
    case attribute(ObjectID, Symbol)
    case item(ObjectID, Atom)
}

extension Interpreter {
    /// Ties constants in which two states differ to what tells the states apart. Where nothing does and their touches
    /// differ, that is from here on which of the two it was.
    func tie(_ left: inout State, _ right: inout State) -> Ties {
        if left.ties.isEmpty, right.ties.isEmpty, left.hasSameTouches(as: right) { return [:] }
        guard !isPure, !left.hasSameTouches(as: right) || left.ties != right.ties else { return left.ties }
        var result = left.ties.filter { right.ties[$0.key] == $0.value }
        let differing = variablesInReach(left, right)
        guard !differing.isEmpty else { return result }
        let mine = distinguish(&left, &right)
        let theirs = mine.mapValues { !$0 }
        for (variable, first, second) in differing.prefix(Limits.ties) {
            var answers: [Atom: [Assumption: Bool]] = [:]
            for atom in first.joined(with: second).atoms {
                let (left, right) = (left.ties[variable]?[atom] ?? [:], right.ties[variable]?[atom] ?? [:])
                answers[atom] =
                    if !second.atoms.contains(atom) {
                        mine.merging(left) { mine, _ in mine }
                    } else if !first.atoms.contains(atom) {
                        theirs.merging(right) { theirs, _ in theirs }
                    } else {
                        Exclusions.meeting(left, on: mine, right, on: theirs)
                    }
            }
            result[variable] = answers.values.contains { !$0.isEmpty } ? answers : nil
        }
        return result
    }

    /// What tells two states apart; touches that only one of them has stand under it from now on.
    ///
    /// - Returns: answers that the left one has, and the right one the opposite of each.
    func distinguish(_ left: inout State, _ right: inout State) -> [Assumption: Bool] {
        var told = left.assumptions.filter { right.assumptions[$0.key] == !$0.value }
        if told.isEmpty {
            if left.hasSameTouches(as: right) { return [:] }
            nextOpaque += 1
            told = [Assumption(subject: nextOpaque, question: .truthy): true]
        } else if told.count > Limits.tieAnswers {
            let last = told.keys.map(\.subject).sorted().suffix(Limits.tieAnswers)
            told = told.filter { last.contains($0.key.subject) }
        }
        let opposite = told.mapValues { !$0 }
        let before = left
        left.mark(told, touchesMissingIn: right)
        right.mark(opposite, touchesMissingIn: before)
        return told
    }

    /// Variables of the code at hand that are different constants in two states, or are tied in one of them.
    private func variablesInReach(_ left: State, _ right: State) -> [(TiedVariable, Value, Value)] {
        var result: [(TiedVariable, Value, Value)] = []
        func add(_ variable: TiedVariable, _ first: Value?, _ second: Value?) {
            guard let first, let second, first != second || left.ties[variable] != right.ties[variable],
                first.isTellable, second.isTellable
            else { return }
            result.append((variable, first, second))
        }
        func scope(_ id: EnvironmentID, _ state: State) -> Environment? {
            state.environments[id] ?? base.environments[id]
        }
        var id = frame.environment
        while id >= 0, let first = scope(id, left), let second = scope(id, right) {
            for (name, value) in first.variables { add(.local(id, name), value, second.variables[name]) }
            id = first.parent
        }
        for name in (frame.environment < 0 ? namesOfGlobals(frame.module) : frame.declaredGlobal).sorted() {
            let key = GlobalKey(module: frame.module, name: name)
            add(.global(key), left.globals[key] ?? base.globals[key], right.globals[key] ?? base.globals[key])
        }
        var looked = 0
        left.heap.forEachDifference(from: right.heap) { id, mine, theirs in
            looked += 1
            guard result.count < Limits.ties, looked < Limits.objectsTied, let first = mine ?? base.heap[id],
                let second = theirs ?? base.heap[id],
                first !== second
            else { return }
            // What one side lacks its class has.
            func held(_ name: Symbol, by object: Object) -> Value? {
                if let own = object.attributes[name] { return own }
                if case .instance(let cls) = object.kind { return classAttribute(cls, name) }
                return nil
            }
            for (name, value) in first.object.attributes where second.object.attributes[name] != value {
                add(.attribute(id, name), value, held(name, by: second.object))
            }
            for (name, value) in second.object.attributes where first.object.attributes[name] == nil {
                add(.attribute(id, name), held(name, by: first.object), value)
            }
            guard first.object.kind == .dict, first.object.keys == second.object.keys else { return }
            for (key, (value, other)) in zip(first.object.keys, zip(first.object.items, second.object.items)) {
                if let key { add(.item(id, key), value, other) }
            }
        }
        return result
    }

    private func namesOfGlobals(_ module: Int32) -> Set<Symbol> {
        if let known = globalNames[module] { return known }
        let loaded = program.modules[Int(module)].loaded
        let names = Set(loaded.facts.bindings.filter { !$0.isAttribute }.map { loaded.symbols[Int($0.name)] })
        globalNames[module] = names
        return names
    }

    func untie(_ variable: TiedVariable) {
        if !state.ties.isEmpty { state.ties[variable] = nil }
    }

    /// The answers that the constants of the variable at a place in the code go with.
    func tiedAnswers(_ value: Value, _ location: UInt32) -> [Atom: [Assumption: Bool]]? {
        guard location != .max, !state.ties.isEmpty, let variable = variable(at: location),
            let answers = state.ties[variable], value.atoms.allSatisfy({ answers[$0] != nil })
        else { return nil }
        return answers
    }

    private func variable(at location: UInt32) -> TiedVariable? {
        let op = op(location)
        switch op.kind {
        case .name:
            let name = symbol(op.a)
            return scopeHolding(name).map { .local($0, name) } ?? .global(GlobalKey(module: frame.module, name: name))
        case .attribute:
            guard self.op(op.a).kind == .name, case .object(let id)? = lookUp(symbol(self.op(op.a).a)).only else {
                return nil
            }
            return .attribute(id, symbol(op.b))
        case .subscript:
            guard self.op(op.a).kind == .name, self.op(op.b).kind == .str,
                case .object(let id)? = lookUp(symbol(self.op(op.a).a)).only
            else { return nil }
            return .item(id, .string(symbol(self.op(op.b).a)))
        default: return nil
        }
    }
}

extension State {
    fileprivate func hasSameTouches(as other: State) -> Bool {
        guard touched.count == other.touched.count else { return false }
        return touched.allSatisfy { key, touches in
            guard let theirs = other.touched[key], theirs.count == touches.count else { return false }
            return touches.isOneArray(with: theirs) || zip(touches, theirs).allSatisfy { $0.isSame(as: $1) }
        }
    }

    fileprivate mutating func mark(_ answers: [Assumption: Bool], touchesMissingIn other: State) {
        for (key, touches) in touched {
            let theirs = other.touched[key] ?? []
            for (index, touch) in touches.enumerated() where !theirs.contains(where: { $0.isSame(as: touch) }) {
                touched[key]?[index].assumptions.merge(answers) { known, _ in known }
            }
        }
    }
}

extension Value {
    /// A few constants, or objects, that can be told apart.
    fileprivate var isTellable: Bool {
        atoms.count <= Limits.tiedConstants && !atoms.isEmpty
            && atoms.allSatisfy { atom in
                if case .object = atom { true } else { atom.isConstant }
            }
    }
}
