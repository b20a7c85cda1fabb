extension BaseState {
    /// Takes what a top level leaves: its names, and the objects and scopes that can be reached from them. What its
    /// calls have used meanwhile is most of what they made, and nobody sees it again.
    ///
    /// - Parameters:
    ///   - module: the module; with `keepsOthers` false only its own globals are taken, and no object changes that was
    ///     there before.
    ///   - classes: what is known of the classes that were made.
    ///   - functions: functions in closures that are kept elsewhere.
    mutating func take(
        _ end: State, of module: Int32, keepsOthers: Bool, classes: [EnvironmentID: ClassInfo],
        functions: [FunctionKey]
    ) {
        var reach = Reach(end: end, classes: classes)
        end.globals.forEach { key, value in
            guard keepsOthers || key.module == module else { return }
            globals[key] = value
            reach.add(value)
        }
        end.environments.forEach { id, environment in
            if environment.isClass || environments[id] != nil { reach.add(scope: id) }
        }
        if keepsOthers {
            end.heap.forEach { id, _ in if heap[id] != nil { reach.add(object: id) } }
        }
        for function in functions { reach.add(scope: function.environment) }
        reach.followAll()
        for (id, box) in reach.objects where keepsOthers || heap[id] == nil { heap[id] = box }
        environments.merge(reach.environments) { _, new in new }
        defaults.merge(reach.defaults) { _, new in new }
    }

    /// What can be reached in the state at a top level's end. Objects and scopes that it lacks were there before, with
    /// all that they reach.
    private struct Reach {
        let end: State
        let classes: [EnvironmentID: ClassInfo]
        private(set) var objects: [ObjectID: ObjectBox] = [:]
        private(set) var environments: [EnvironmentID: Environment] = [:]
        private(set) var defaults: [FunctionKey: [Value]] = [:]
        private var scopesToFollow: [EnvironmentID] = []
        private var objectsToFollow: [ObjectID] = []
        private var defaultsByScope: [EnvironmentID: [(FunctionKey, [Value])]] = [:]

        init(end: State, classes: [EnvironmentID: ClassInfo]) {
            self.end = end
            self.classes = classes
            var byScope: [EnvironmentID: [(FunctionKey, [Value])]] = [:]
            end.arrangements.defaults.forEach { byScope[$0.environment, default: []].append(($0, $1)) }
            defaultsByScope = byScope
            addDefaults(in: -1)
        }

        mutating func add(_ value: Value) {
            for atom in value.atoms { add(atom) }
        }

        mutating func add(_ atom: Atom) {
            switch atom {
            case .opaque, .none, .bool, .int, .string, .module, .external, .pid: break
            case .externalMember(_, let object), .object(let object): add(object: object)
            case .function(_, let scope), .class(let scope): add(scope: scope)
            case .method(_, let scope, let receiver), .superclass(let scope, let receiver):
                add(scope: scope)
                add(receiver.atom)
            }
        }

        mutating func add(object id: ObjectID) {
            guard objects[id] == nil, let box = end.heap[id] else { return }
            objects[id] = box
            objectsToFollow.append(id)
        }

        mutating func add(scope id: EnvironmentID) {
            guard id >= 0, environments[id] == nil, let environment = end.environments[id] else { return }
            environments[id] = environment
            scopesToFollow.append(id)
        }

        mutating func followAll() {
            while true {
                if let id = scopesToFollow.popLast() {
                    follow(scope: id)
                } else if let id = objectsToFollow.popLast(), let object = objects[id]?.object {
                    follow(object)
                } else {
                    return
                }
            }
        }

        private mutating func follow(scope id: EnvironmentID) {
            guard let environment = environments[id] else { return }
            for value in environment.variables.values { add(value) }
            add(scope: environment.parent)
            addDefaults(in: id)
            guard let info = classes[id] else { return }
            for base in info.bases { add(base) }
            if let context = info.startContext { add(object: context) }
            if let context = info.ownContext { add(object: context) }
            if let metaclass = info.metaclass { add(scope: metaclass) }
            for holder in info.holders.values { add(object: holder) }
        }

        private mutating func addDefaults(in scope: EnvironmentID) {
            for (key, values) in defaultsByScope.removeValue(forKey: scope) ?? [] {
                defaults[key] = values
                for value in values { add(value) }
            }
        }

        private mutating func follow(_ object: Object) {
            for value in object.items { add(value) }
            for case let key? in object.keys { add(key) }
            add(object.rest)
            for value in object.attributes.values { add(value) }
            add(object.arguments)
            add(object.launch?.arguments)
            if let root = object.root { add(object: root) }
            switch object.kind {
            case .instance(let scope), .generator(_, let scope), .coroutine(_, let scope),
                .lazyComprehension(_, _, let scope):
                add(scope: scope)
            default: break
            }
        }

        private mutating func add(_ arguments: Arguments?) {
            guard let arguments else { return }
            for value in arguments.positional { add(value) }
            for (_, value) in arguments.keywords { add(value) }
            if let star = arguments.star { add(star) }
        }
    }
}
