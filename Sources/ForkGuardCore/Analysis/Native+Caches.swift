/// What `functools.lru_cache` and `cache` make of functions and classes.
extension Interpreter {
    func callCached(_ callee: Value, _ arguments: Arguments, op: UInt32) -> Value {
        guard let function = cached(callee), arguments.star == nil, !arguments.hasUnknownKeywords else {
            return call(callee, arguments, op: op)
        }
        let named = arguments.keywords.sorted { $0.name < $1.name }
        let key = CachedCall(
            function: function, receiver: nil, arguments: arguments.positional + named.map(\.value),
            keywords: named.map(\.name))
        if let known = state.arrangements.cachedCalls[key] { return known }
        let value = call(callee, arguments, op: op)
        if isAlive { state.arrangements.cachedCalls[key] = value }
        return value
    }

    /// What results are kept by; of a class, whose objects are kept, by its attributes.
    private func cached(_ callee: Value) -> FunctionKey? {
        switch callee.only {
        case .function(let function, let closure)?: FunctionKey(function: function, environment: closure)
        case .class(let cls)?: FunctionKey(function: -1, environment: cls)
        default: nil
        }
    }

    /// `f.cache_clear()`: the next call runs anew.
    func clearCache(of object: Object) -> Value {
        var inner = object.inner
        // Of a class method that is cached, what is asked is bound to the class.
        while case .object(let id)? = inner.only, let next = self.object(id), next.kind == .cached {
            inner = next.inner
        }
        guard let function = cached(inner) else { return .none }
        var stale: [CachedCall] = []
        state.arrangements.cachedCalls.forEach { key, _ in
            let isOwn = function.function < 0 ? key.function == function : key.function.function == function.function
            if isOwn { stale.append(key) }
        }
        for key in stale { state.arrangements.cachedCalls[key] = nil }
        return .none
    }
}
