/// Instances that methods are run on, with the states that making them left.
final class InstanceCache {
    private struct Known {
        var module: Int32
        var methods: [Int: StartMethods]
        var state: State
        var value: Value
    }

    private var known: [EnvironmentID: Known] = [:]

    /// An instance that somebody has made. One that was made in the same state before, and did not fork, is
    /// the same again.
    func instance(
        of cls: EnvironmentID, for candidate: EntryPoints.Candidate, isFresh: Bool, _ interpreter: Interpreter
    ) -> Value {
        let methods = interpreter.state.methods
        if !isFresh, let known = known[cls], known.module == candidate.module, known.methods == methods {
            interpreter.enter(known.state)
            return known.value
        }
        let made = interpreter.instantiated
        let value = interpreter.instantiate(cls, nil, candidate)
        interpreter.instantiated = made
        if !isFresh, interpreter.forks.isEmpty, interpreter.isAlive {
            interpreter.state.freeze()
            known[cls] = Known(module: candidate.module, methods: methods, state: interpreter.state, value: value)
        }
        return value
    }
}

extension Interpreter {
    /// Calls an entry point; `nil` arguments are anybody's.
    func call(_ callee: Value, _ arguments: Arguments?, _ candidate: EntryPoints.Candidate) -> Value {
        let place = definition(of: candidate.function)
        switch callee.only {
        case .function(let function, let closure)?:
            return callFunction(function, closure, receiver: nil, arguments, op: place)
        case .method(let function, let closure, let receiver)?:
            return callFunction(function, closure, receiver: receiver, arguments, op: place)
        default:
            var given = arguments ?? Arguments()
            if arguments == nil { given.star = fresh() }
            return call(callee, given, op: place)
        }
    }

    func instantiate(_ cls: EnvironmentID, _ arguments: Arguments?, _ candidate: EntryPoints.Candidate) -> Value {
        instantiate(cls, arguments, op: definition(of: candidate.function))
    }

    func attribute(of base: Value, _ name: Symbol, _ candidate: EntryPoints.Candidate) -> Value {
        attribute(of: base, name, op: definition(of: candidate.function))
    }

    /// The statement that defines a function: where a call from nowhere is taken to stand.
    private func definition(of function: FunctionID) -> UInt32 { 0 }
}

extension EntryPoints {
    /// What code outside the program was handed it may call when the entry point has ended: a server's handler, the
    /// callback of a button.
    func runHandedMethods(from end: State) {
        for method in interpreter.handedMethods where !interpreter.enteredNow.contains(method.function) {
            interpreter.enter(end)
            let module = program.functions[Int(method.function)].module
            interpreter.frame = Frame(module: module, function: -1, environment: -1, stack: nil)
            Self.complete(
                interpreter,
                interpreter.callFunction(method.function, -1, receiver: method.receiver, nil, op: 0))
        }
    }
}
