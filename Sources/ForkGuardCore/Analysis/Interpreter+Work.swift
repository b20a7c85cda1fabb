/// How the work of an entry point is shared out, so that what comes after a call that leads far is still seen.
extension Interpreter {
    /// Where calls stand that may come to a fork, as far as their names tell.
    struct ForkingCalls {
        /// All of a module, and those at its top level, in ascending order.
        var all: [UInt32] = []
        var atTopLevel: [UInt32] = []
    }

    /// Steps that a callee may take of those that are left. A part is kept for the caller; the more where calls follow
    /// that may fork, as a fork that is not come to is no finding at all.
    func share(of function: FunctionID, op: UInt32) -> Int {
        let left = max(0, stepLimit - steps) / 10 * 9
        let later = laterForks(than: op)
        if later == 0 { return left }
        return left / (relevance.mayFork(function) ? min(later, 3) + 1 : 4)
    }

    /// Calls further down in the code that is being run that may come to a fork.
    private func laterForks(than op: UInt32) -> Int {
        guard op != .max, Int(op) < code.facts.ops.count else { return 0 }
        let start = code.facts.ops[Int(op)].start
        let calls = forkingCalls(in: frame.module)
        guard frame.function >= 0 else { return calls.atTopLevel.count - calls.atTopLevel.firstIndex(above: start) }
        let end = program.facts(frame.function).end
        return max(0, calls.all.firstIndex(above: end) - calls.all.firstIndex(above: start))
    }

    /// A function that the limit has cut short may let go, in what is left of it, of the locks that it has acquired and join
    /// the threads that it has started.
    func forgetHeld(by function: FunctionID) {
        for (key, touches) in state.touched where touches.contains(where: { $0.function == function }) {
            let left = touches.filter {
                $0.function != function || rules.catalog.libraries[$0.library].code.text != "FG105"
            }
            if left.count < touches.count { state.touched[key] = left.isEmpty ? nil : left }
        }
    }

    private func forkingCalls(in module: Int32) -> ForkingCalls {
        if let known = forkingCalls[module] { return known }
        var result = ForkingCalls()
        let loaded = program.modules[Int(module)].loaded
        let functions = loaded.facts.functions.map { (start: $0.start, end: $0.end) }.sorted { $0.start < $1.start }
        for op in loaded.facts.ops where op.kind == .call {
            let callee = loaded.facts.ops[Int(op.a)]
            let name: UInt32
            switch callee.kind {
            case .name: name = callee.a
            case .attribute: name = callee.b
            default: continue
            }
            let symbol = loaded.symbols[Int(name)]
            guard relevance.mayFork(named: symbol) || rules.forkingNames.contains(symbols[symbol]) else { continue }
            result.all.append(op.start)
            if !functions.contains(where: { $0.start <= op.start && op.start < $0.end }) {
                result.atTopLevel.append(op.start)
            }
        }
        result.all.sort()
        result.atTopLevel.sort()
        forkingCalls[module] = result
        return result
    }
}

// MARK: What is worth it

extension Interpreter {
    /// A function that leads nowhere by itself can matter only through what it is given, or by a value that
    /// a few lines compute.
    func isWorthRunning(
        _ function: FunctionID, _ facts: FunctionFacts, _ receiver: Receiver?, _ arguments: Arguments?
    ) -> Bool {
        if relevance.matters(function) || facts.isLambda || facts.end - facts.start < 400 { return true }
        if let receiver, isInteresting(receiver.atom, depth: 0) { return true }
        guard let arguments else { return true }
        return (arguments.positional + arguments.keywords.map(\.value)).contains {
            $0.atoms.contains { isInteresting($0, depth: 0) }
        }
            || arguments.star?.atoms.contains { isInteresting($0, depth: 0) } == true
    }

    func isInteresting(_ atom: Atom, depth: Int) -> Bool {
        switch atom {
        case .function(let function, _), .method(let function, _, _): return relevance.matters(function)
        case .class(let cls): return relevance.isRelevant(classes[cls])
        case .object(let id):
            guard let object = object(id) else { return false }
            switch object.kind {
            case .instance(let cls):
                if relevance.isRelevant(classes[cls]) { return true }
            case .external(let path):
                let handle = object.root ?? id
                return object.launch != nil || rules.facts(paths[path]).isClass
                    || state.touched.contains { $0.key.object == handle }
            case .tuple, .list, .set, .dict: break
            case .generator(let function, _), .coroutine(let function, _): return relevance.matters(function)
            default: return true
            }
            guard depth < 2 else { return false }
            return object.items.contains { $0.atoms.contains { isInteresting($0, depth: depth + 1) } }
                || object.rest.atoms.contains { isInteresting($0, depth: depth + 1) }
                || object.attributes.values.contains { $0.atoms.contains { isInteresting($0, depth: depth + 1) } }
        case .externalMember, .pid: return true
        default: return false
        }
    }
}

extension [UInt32] {
    /// The index of the first element above a value, in an array in ascending order.
    fileprivate func firstIndex(above value: UInt32) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] > value { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
