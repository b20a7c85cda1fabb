/// Applications that the program makes, for names such as `flask.current_app` that stand for the one at hand.
struct CurrentApplications {
    private struct Made {
        var place: Place
        var object: ObjectID
    }

    /// By their class: those of the run at hand, and those of modules' top levels.
    private var ofRun: [PathID: [Made]] = [:]
    private var ofTopLevels: [PathID: [Made]] = [:]

    var isEmpty: Bool { ofRun.isEmpty && ofTopLevels.isEmpty }

    mutating func beginRun() { ofRun = [:] }

    mutating func add(_ object: ObjectID, of maker: PathID, at place: Place, isPure: Bool) {
        let made = Made(place: place, object: object)
        if isPure { ofTopLevels[maker, default: []].append(made) } else { ofRun[maker, default: []].append(made) }
    }

    /// The application, where one place alone makes any; the last that it has made.
    func only(of makers: [PathID], _ isThere: (ObjectID) -> Bool) -> ObjectID? {
        let here = makers.flatMap { ofRun[$0] ?? [] }
        let known = (here.isEmpty ? makers.flatMap { ofTopLevels[$0] ?? [] } : here).filter { isThere($0.object) }
        return Set(known.map(\.place)).count == 1 ? known.last?.object : nil
    }
}

extension Interpreter {
    /// Notes an application that a call makes.
    func noteApplication(_ value: Value, of maker: PathID, op: UInt32) {
        guard case .object(let id)? = value.only, rules.applicationMakers.contains(paths[maker]) else { return }
        applications.add(id, of: maker, at: place(op), isPure: isPure)
    }

    /// The application of a framework, where the program makes one at one place alone.
    func currentApplication(of rule: ApplicationRule) -> Value? {
        applications.only(of: rule.makers.map { path($0) }) { object($0) != nil }.map { Value(.object($0)) }
    }

    /// A request to an application.
    func request(_ path: String, of application: Value) -> Value {
        var object = Object(kind: .external(self.path(path)))
        object.attributes[symbols.intern("app")] = application
        return make(object)
    }

    /// The request that a handler is called with which was registered by a call: `web.get("/", index)`.
    func request(forRegistered path: PathID) -> Value? {
        let top = RuleIndex.top(paths[path])
        guard
            let rule = rules.catalog.applications.first(where: { rule in
                rule.handsRequest && (rule.makers + rule.parts).contains { RuleIndex.top($0) == top }
            }), let app = currentApplication(of: rule)
        else { return nil }
        return request(rule.requests[0], of: app)
    }

    /// What contexts of applications hold is gone: of one that ends, or of all.
    ///
    /// - Parameter context: the name of what gives it.
    func forgetLocals(of context: String? = nil) {
        guard !state.arrangements.replaced.isEmpty else { return }
        let names = context.map { rules.contextLocals[$0] ?? [] } ?? rules.contextLocals.values.flatMap { $0 }
        for path in Array(state.arrangements.replaced.keys)
        where names.contains(where: { paths[path].hasPrefix($0 + ".") }) {
            state.arrangements.replaced[path] = nil
        }
    }

    /// What `flask.current_app` stands for; `nil`: nobody knows, or it is no such name.
    func currentApplication(_ name: PathID) -> Value? {
        guard !applications.isEmpty, let makers = rules.currentApplications[paths[name]] else { return nil }
        return applications.only(of: makers.map { path($0) }) { object($0) != nil }.map { Value(.object($0)) }
    }
}
