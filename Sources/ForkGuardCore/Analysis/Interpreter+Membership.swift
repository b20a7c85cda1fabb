/// `x in y`.
extension Interpreter {
    /// Collections that stay as they are while a program runs, as far as programs ask them.
    private static let fixedCollections: Set<String> = ["os.environ", "sys.argv"]

    func membership(_ left: Value, _ right: Value, location: UInt32) -> Outcome {
        if case .external(let path)? = right.only, Self.fixedCollections.contains(paths[path]), let key = left.only,
            let name = wholeText(key)
        {
            let holding = part(part(-2, path), symbols.intern("in \(name)"))
            return ask(Assumption(subject: holding, question: .truthy))
        }
        guard case .object(let id)? = right.only, let object = object(id), object.rest == .nothing else {
            for atom in right.atoms {
                _ = callSpecial(atom, names.contains, Arguments(positional: [left]), op: location)
            }
            return Outcome(whenTrue: state, whenFalse: state)
        }
        let members: [Atom]
        switch object.kind {
        case .dict:
            members = object.keys.compactMap { $0 }
            let key = keyed(left)
            if key != left { return membership(key, right, location: location) }
        case .tuple, .list, .set: members = object.items.compactMap(\.only)
        default:
            _ = callSpecial(.object(id), names.contains, Arguments(positional: [left]), op: location)
            return Outcome(whenTrue: current, whenFalse: current)
        }
        guard !members.isEmpty, members.allSatisfy(\.isConstant), object.lacks.isEmpty else {
            return finding(left, in: id, object)
        }
        let unknown = left.atoms.compactMap(\.number)
        if unknown.count == 1, left.atoms.count == 1 || enumerated.contains(unknown[0]) {
            var outcome = Outcome(whenTrue: nil, whenFalse: nil)
            for member in members {
                guard isAlive else { break }
                let one = compare(.equal, left, Value(member), left: location)
                outcome.whenTrue = join(outcome.whenTrue, one.whenTrue)
                enter(one.whenFalse)
            }
            outcome.whenFalse = current
            if unknown[0] != Opaque.anything, members.count > 1 {
                let assumption = Assumption(subject: unknown[0], question: .isAmong(members))
                outcome.whenTrue?.assume(assumption, true)
                outcome.whenFalse?.assume(assumption, false)
            }
            return outcome
        }
        return split(left, location: location) { atom in
            members.contains(atom) ? true : atom.isConstant ? false : nil
        }
    }

    /// Where a key is found in a dictionary of which nobody knows whether it has it, it is there from here on.
    private func finding(_ key: Value, in id: ObjectID, _ object: Object) -> Outcome {
        let undecided = Outcome(whenTrue: state, whenFalse: state)
        guard object.kind == .dict, let atom = keyed(key).only, atom.isConstant, !object.keysFound.contains(atom)
        else {
            return undecided
        }
        // Knowing more of an object is no change of it.
        let (before, written, changes) = (state, lowestObjectWritten, state.changes)
        update(id) { $0.keysFound.append(atom) }
        state.changes = changes
        let found = state
        state = before
        lowestObjectWritten = written
        return Outcome(whenTrue: found, whenFalse: before)
    }
}
