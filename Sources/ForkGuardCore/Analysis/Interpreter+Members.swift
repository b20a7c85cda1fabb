// Methods that tell by their name alone whose they are: `x.cuda()`.

extension Interpreter {
    /// Calls a method of an object of unknown type that a library has to itself, in a module that imports the library;
    /// `nil`: nobody can tell whose method it is, or it does nothing that a rule is about with these arguments.
    func callMember(_ arguments: Arguments, op index: UInt32) -> Value? {
        let call = op(index)
        guard call.kind == .call, !isPure else { return nil }
        let callee = op(call.a)
        guard callee.kind == .attribute, let member = rules.members[symbols[symbol(callee.b)]],
            isImported(member.library, by: frame.module)
        else { return nil }
        let facts = rules.facts(member.path)
        guard
            (facts.touches + facts.uses).contains(where: { _, touch in
                holds(touch.when, touch.parameters, arguments)
            })
        else { return nil }
        let result = make(Object(kind: .external(path(member.path + "()")), arguments: arguments))
        recordTouches(path(member.path), facts, on: nil, result, arguments, op: index)
        return result
    }

    /// True where a module imports a library that a rule is about.
    private func isImported(_ library: Int, by module: Int32) -> Bool {
        let key = ImportedLibrary(module: module, library: library)
        if let known = importedLibraries[key] { return known }
        let tops = rules.catalog.libraries[library].imports.map(RuleIndex.top)
        let facts = program.modules[Int(module)].facts
        let result = facts.ops.contains { op in
            switch op.kind {
            case .importModule: tops.contains(RuleIndex.top(facts.strings[Int(op.a)]))
            case .importFrom: op.flags == 0 && op.a != .max && tops.contains(RuleIndex.top(facts.strings[Int(op.a)]))
            default: false
            }
        }
        importedLibraries[key] = result
        return result
    }

    struct ImportedLibrary: Hashable {
        var module: Int32
        var library: Int
    }
}
