/// Handlers of signals, which run between any two statements from their registration on.
extension Interpreter {
    /// What a handler writes may be written from here on: a flag that it sets is uncertain. What it touches is not taken
    /// for touched, since mostly no signal comes before the program has done its work.
    func noteSignalHandler(_ handler: Value, op: UInt32) {
        guard !isPure, isCallable(handler), isAlive else { return }
        state.freeze()
        let before = state
        let raises = frame.raises
        let earlier = forks.count
        _ = call(handler, Arguments(positional: [fresh(), fresh()]), op: op)
        frame.raises = raises
        guard var after = current else { return enter(before) }
        after.touched = before.touched
        after.methods = before.methods
        after.arrangements = before.arrangements
        after.forks = before.forks
        enter(join(before, after))
        if forks.count > earlier { noteBeside(.handler(handler), op: op) }
    }
}
