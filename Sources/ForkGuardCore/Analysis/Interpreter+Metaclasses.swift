/// How programs that ran on Python 2, too, name a metaclass.
extension Interpreter {
    /// The bases that `with_metaclass(Meta, Base)` stands for, of whatever module has it; `nil`: that is no such call.
    func basesBesideMetaclass(_ index: UInt32, _ metaclass: inout Value?) -> Value? {
        guard let given = arguments(ofCall: "with_metaclass", index), let first = given.first else { return nil }
        metaclass = evaluate(first)
        return given.dropFirst().reduce(.nothing) { $0.joined(with: evaluate($1)) }
    }

    /// The metaclass that a decorator gives a class: `@six.add_metaclass(Meta)`.
    func addedMetaclass(_ decorators: [UInt32]) -> Value? {
        decorators.lazy.compactMap { self.arguments(ofCall: "add_metaclass", $0)?.first }.first.map { evaluate($0) }
    }

    private func arguments(ofCall name: String, _ index: UInt32) -> [UInt32]? {
        let call = op(index)
        guard call.kind == .call, let callee = [.name, .attribute].contains(op(call.a).kind) ? op(call.a) : nil,
            symbols[symbol(callee.kind == .name ? callee.a : callee.b)] == name
        else { return nil }
        let given = list(call.b)
        return given.contains { [.keyword, .starred, .doubleStarred].contains(op($0).kind) } ? nil : given
    }
}
