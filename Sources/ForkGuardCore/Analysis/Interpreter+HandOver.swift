/// What code outside the program is handed, and may call.
extension Interpreter {
    /// Arguments that outside code is handed: iterables are run through, coroutines awaited.
    func handOver(_ arguments: Arguments, op: UInt32) {
        for value in arguments.positional + arguments.keywords.map(\.value) {
            guard isAlive else { return }
            for case .object(let id) in value.atoms {
                switch object(id)?.kind {
                case .generator, .lazyComprehension, .lazyMap: consume(Value(.object(id))) { _ in }
                case .coroutine: _ = awaitValue(Value(.object(id)), op: op)
                // A loader handed to outside code is iterated there.
                case .external, .instance: iterate(object: id, op: op, isHandedOver: true)
                default: break
                }
            }
        }
        runHandedClosures(arguments, op: op)
        guard isAlive else { return }
        // A callback that reaches a library may run there: what the child does is then not fully known.
        if !state.forks.isEmpty, (arguments.positional + arguments.keywords.map(\.value)).contains(where: mayTouch) {
            noteEscapeFromProbe()
            noteUnknownCall()
        }
    }

    /// Keeps the methods of objects that outside code is handed, and bound ones, as far as they may fork.
    func noteHandedMethods(_ arguments: Arguments) {
        guard !isPure, state.forks.isEmpty else { return }
        for value in arguments.positional + arguments.keywords.map(\.value) {
            switch value.only {
            case .method(let function, _, let receiver)?: noteHanded(function, receiver)
            case .object(let id)?:
                guard case .instance(let cls)? = object(id)?.kind, !classesWithoutForks.contains(cls),
                    let receiver = Self.receiver(.object(id))
                else { continue }
                let methods = publicMethods(of: cls).filter { relevance.mayFork($0.function) }
                if methods.isEmpty { classesWithoutForks.insert(cls) }
                for method in methods { noteHanded(method.function, receiver) }
            default: continue
            }
        }
    }

    private func noteHanded(_ function: FunctionID, _ receiver: Receiver) {
        guard relevance.mayFork(function), handedMethods.count < Limits.handedMethods,
            !handedMethods.contains(where: { $0.function == function })
        else { return }
        events += 1
        handedMethods.append((function, receiver))
    }

    private func mayTouch(_ value: Value) -> Bool {
        value.atoms.contains { atom in
            switch atom {
            case .function(let function, _), .method(let function, _, _): relevance.mayTouch(function)
            case .object(let id):
                if case .instance(let cls)? = object(id)?.kind { relevance.classMatters(classes[cls]) } else { false }
            default: false
            }
        }
    }
}
