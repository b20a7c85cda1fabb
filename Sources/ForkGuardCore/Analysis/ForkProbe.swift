/// What a function is asked that forks and is run by itself, for whoever calls it: do its children end within it, having
/// used nothing that rules are about? Then no run through it can make a finding, whatever was touched before.
///
/// A probe says so only of what it has seen: whatever depends on a caller, on what a variable may hold by then, or on
/// work that was not done, counts as a use.
final class ForkProbe {
    /// Names by which something may fork that is called on an unknown value.
    let forkingNames: Set<Symbol>
    /// Last parts of the names of what rules call a use.
    let namesOfUses: Set<Symbol>
    private var mayEscape = false
    private var runs = 0
    private var forks = 0
    /// The function does nothing with those names but call what bears them.
    private let onlyCalls: Bool

    init(forkingNames: Set<Symbol>, namesOfUses: Set<Symbol>, onlyCalls: Bool) {
        self.forkingNames = forkingNames
        self.namesOfUses = namesOfUses
        self.onlyCalls = onlyCalls
    }

    /// True after runs that forked nothing but children of that kind: at least one, or what it calls by those names is
    /// something else.
    var isContained: Bool { runs > 0 && (forks > 0 || onlyCalls) && !mayEscape }

    /// A child may use something, or go on where nobody has looked.
    func noteEscape() { mayEscape = true }

    /// Notes the end of a run, with the states that it ends in.
    func noteRun(forks count: Int, ends: [State], isCutShort: Bool) {
        runs += 1
        forks += count
        if isCutShort || ends.contains(where: { !$0.forks.isEmpty }) { mayEscape = true }
    }
}

extension Interpreter {
    /// True where a probe looks at what may be a child.
    private var isProbingChild: Bool { probe != nil && !state.forks.isEmpty && !isPure }

    /// Notes for a probe that the child does what only its caller knows, or what this run does not follow.
    func noteEscapeFromProbe() {
        guard isProbingChild else { return }
        events += 1
        probe?.noteEscape()
    }

    /// Notes for a probe what a call of an unknown value may be: a use, code that somebody handed in, or a fork.
    func noteForProbe(unknownCall index: UInt32) {
        guard let probe, !isPure else { return }
        let call = op(index)
        guard call.kind == .call else { return noteEscapeFromProbe() }
        let callee = op(call.a)
        switch callee.kind {
        case .name:
            // A function that nobody declares is one of C or of the standard library.
            let name = symbol(callee.a)
            if lookUp(name) != Value(.opaque(part(0, name))) { noteEscapeFromProbe() }
        case .attribute:
            let name = symbol(callee.b)
            if probe.forkingNames.contains(name) { probe.noteEscape() }
            let base = op(callee.a)
            let isOwn = base.kind == .name && symbols[symbol(base.a)] == "self"
            if isOwn || probe.namesOfUses.contains(name) || relevance.mayTouch(member: name) { noteEscapeFromProbe() }
        default: noteEscapeFromProbe()
        }
    }

    /// Notes for a probe a method whose object may be of a class that overrides it.
    func noteForProbe(_ function: FunctionID, of receiver: Receiver?) {
        guard let probe, !isPure, case .object(let id)? = receiver?.atom, annotated.contains(id),
            case .instance(let cls)? = object(id)?.kind, let info = classes[cls]
        else { return }
        let role = program.modules[Int(info.module)].facts.classes[info.index].role
        guard role == .protocol || heirs[cls]?.isEmpty == false else { return }
        let symbols = program.modules[Int(program.functions[Int(function)].module)].symbols
        if probe.forkingNames.contains(symbols[Int(program.facts(function).name)]) { probe.noteEscape() }
        noteEscapeFromProbe()
    }

    /// What a child is seen to do where a test comes out one way here: it may come out the other way by then.
    func bothSides(of outcome: Outcome, _ before: State?) -> Outcome {
        guard let before, probe != nil, before.forks.contains(where: \.isChildOnly) else { return outcome }
        return Outcome(whenTrue: outcome.whenTrue ?? before, whenFalse: outcome.whenFalse ?? before)
    }
}
