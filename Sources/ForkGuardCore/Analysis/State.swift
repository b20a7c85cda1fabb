/// What may hold at one point of the program: the typestate of every resource and the values in reach.
///
/// A value type: a branch copies it, a join merges two. All of its parts are copied only when written.
struct State {
    var touched: [ResourceKey: [Touch]] = [:]
    var heap = SharedMap<ObjectBox>()
    var environments = SharedMap<Environment>()
    /// Parts of unknown values that this path has given a value: `args.workers = 0`, by the number of the part.
    var parts = SharedMap<Value>()
    /// Globals assigned on this path; others have the value their module's top level leaves.
    var globals = LayeredMap<GlobalKey, Value>()
    var importCount = 0
    /// Choices made by `set_start_method`, by family.
    var methods: [Int: StartMethods] = [:]
    /// What this path has made of values that all code reaches: of globals, of their objects, of attributes of classes.
    var changes: Set<Int> = []
    /// Tests passed on the way here, by the unknown value they asked.
    var assumptions: [Assumption: Bool] = [:]
    /// What tells apart the constants that a variable may be here.
    var ties: Ties = [:]
    /// Forks whose child this path is, or may be.
    var forks: [ActiveFork] = []
    /// Forks whose parent this path is.
    var forksAsParent: Set<Int32> = []
    @CopyOnWrite var arrangements = Arrangements()
}

/// An object as a state holds it: states that agree on it share it.
final class ObjectBox {
    let object: Object

    init(_ object: Object) { self.object = object }
}

/// What modules' top levels leave when each is evaluated for itself.
struct BaseState {
    var heap: [ObjectID: ObjectBox] = [:]
    var environments: [EnvironmentID: Environment] = [:]
    var globals: [GlobalKey: Value] = [:]
    var defaults: [FunctionKey: [Value]] = [:]
}

extension State {
    /// True where something touched before is no longer, or a start method has been chosen since.
    func hasLetGo(since before: State) -> Bool {
        if methods != before.methods { return true }
        return before.touched.contains { key, touches in (touched[key]?.count ?? 0) < touches.count }
    }

    /// Lets copies made from now on share what this state holds.
    mutating func freeze() {
        globals.freeze()
        if arrangements.hasUnshared { arrangements.freeze() }
    }
}

struct ResourceKey: PackedKey {
    /// Index into `RuleIndex.runtimes`.
    var runtime: Int
    /// The handle, or -1 for a process-wide runtime.
    var object: ObjectID = -1

    var packed: UInt64 { Self.pack(Int32(runtime), object) }
}

struct Touch {
    /// Index into `Catalog.libraries`.
    var library: Int
    var path: PathID
    var place: Place
    var function: FunctionID
    var stack: CallStack?
    var assumptions: [Assumption: Bool] { didSet { subjects = assumptions.subjects } }
    /// Whose questions those are, by a bit for some values each.
    var subjects: UInt64 = .max
    /// Rises along every path: the nearest touch has the highest.
    var order: Int
    /// The thread that touches, as long as it runs.
    var thread: ObjectID?
    /// The thread whose state it is, where the library keeps one for each.
    var home: ObjectID?
    /// Start methods on the paths that touch, where those that they have met since then chose others.
    var methods: [Int: StartMethods] = [:]
}

struct Environment {
    var variables = SymbolMap<Value>()
    var parent: EnvironmentID
    var module: Int32
    var isClass = false
    var function: FunctionID = -1
}

struct GlobalKey: PackedKey {
    var module: Int32
    var name: Symbol

    var packed: UInt64 { Self.pack(module, name) }
}

struct FunctionKey: PackedKey {
    var function: FunctionID
    var environment: EnvironmentID

    var packed: UInt64 { Self.pack(function, environment) }
}

struct ActiveFork: Hashable {
    var fork: Int32
    /// False: this path may be the parent's as well.
    var isChildOnly: Bool
}

/// Start methods that may be in force, each with the place that chose it.
struct StartMethods: Equatable {
    /// Nothing chosen: the default of the family.
    var isDefault = false
    /// Chosen by a value nobody knows.
    var isUnknown = false
    var chosen: [StartMethod: Place] = [:]
    /// What holds where it is a fork: the method was chosen by that test.
    var whenForked: [Assumption: Bool] = [:]

    static let byDefault = StartMethods(isDefault: true)

    func joined(with other: Self) -> Self {
        Self(
            isDefault: isDefault || other.isDefault, isUnknown: isUnknown || other.isUnknown,
            chosen: chosen.merging(other.chosen) { first, _ in first },
            whenForked: whenForked.filter { other.whenForked[$0.key] == $0.value })
    }
}

extension State {
    /// What may hold where two paths meet. What only one side wrote had the value of `base` on the other.
    ///
    /// - Parameter work: raised by half the number of values looked at, which are mostly equal.
    func joined(with other: State, base: BaseState, work: inout Int) -> State {
        var result = self
        if methods != other.methods, !touched.isEmpty || !other.touched.isEmpty {
            result.touched = touchedUnderOwnMethods(than: other)
            for (key, touches) in other.touchedUnderOwnMethods(than: self) { result.addTouches(touches, to: key) }
        } else {
            for (key, touches) in other.touched { result.addTouches(touches, to: key) }
        }
        var looked = result.heap.join(other.heap, missing: { base.heap[$0] }) { mine, theirs in
            mine === theirs ? nil : ObjectBox(mine.object.joined(with: theirs.object))
        }
        looked += result.environments.join(other.environments, missing: { base.environments[$0] }) { mine, theirs in
            mine.variables == theirs.variables ? nil : mine.joined(with: theirs)
        }
        work += looked / 2
        result.globals.join(other.globals, missing: { base.globals[$0] }) { $0 == $1 ? nil : $0.joined(with: $1) }
        result.parts.join(other.parts, missing: { Value(.opaque($0)) }) { $0 == $1 ? nil : $0.joined(with: $1) }
        result.importCount = max(importCount, other.importCount)
        joinArrangements(other, into: &result)
        for family in Set(result.methods.keys).union(other.methods.keys) {
            let mine = result.methods[family] ?? .byDefault
            result.methods[family] = mine.joined(with: other.methods[family] ?? .byDefault)
        }
        if result.assumptions != other.assumptions {
            result.assumptions = result.assumptions.filter { other.assumptions[$0.key] == $0.value }
        }
        result.joinForks(other.forks)
        if forksAsParent != other.forksAsParent { result.forksAsParent.formUnion(other.forksAsParent) }
        if result.changes != other.changes { result.changes.formUnion(other.changes) }
        return result
    }

    private func joinArrangements(_ other: State, into result: inout State) {
        if methods == other.methods, $arrangements.isShared(with: other.$arrangements) { return }
        let choices =
            methods == other.methods && arrangements.choices == other.arrangements.choices
            ? arrangements.choices : choices(metWith: other)
        // What the child of a fork has let go of is of no concern to a path that is not in it.
        let released = arrangements.releasedInChild.filter { item in !other.forks.contains { $0.fork == item.fork } }
        let theirs = other.arrangements.releasedInChild.filter { item in !forks.contains { $0.fork == item.fork } }
        result.arrangements.join(other.arrangements, isSameMethod: methods == other.methods)
        if !released.isEmpty || !theirs.isEmpty {
            result.arrangements.releasedInChild.formUnion(released.union(theirs))
        }
        result.arrangements.choices = choices
    }

    /// Goes on where a question has this answer: touches that stand under the other one have not happened here.
    mutating func assume(_ assumption: Assumption, _ answer: Bool) {
        assumptions[assumption] = answer
        for choice in arrangements.choices where choice.assumption == assumption && choice.answer == answer {
            methods[choice.family] = choice.methods
        }
        guard !touched.isEmpty else { return }
        let together = assumptions.deniedTogether(with: assumption)
        for (key, touches) in touched where touches.contains(where: { !$0.assumptions.isEmpty }) {
            let possible = touches.filter {
                !$0.isExcluded(by: assumption, answer, beside: assumptions, deniedTogether: together)
            }
            if possible.count < touches.count { touched[key] = possible.isEmpty ? nil : possible }
        }
    }

    /// The touches, each with the start methods of this path for the families in which another path chose otherwise.
    private func touchedUnderOwnMethods(than other: State) -> [ResourceKey: [Touch]] {
        let families = Set(methods.keys).union(other.methods.keys).filter { methods[$0] != other.methods[$0] }
        return touched.mapValues { touches in
            touches.map { touch in
                var touch = touch
                for family in families where touch.methods[family] == nil {
                    touch.methods[family] = methods[family] ?? .byDefault
                }
                return touch
            }
        }
    }

    /// What both sides know of choices, and those that tell the two sides apart.
    private func choices(metWith other: State) -> [MethodChoice] {
        var result = arrangements.choices.filter(other.arrangements.choices.contains)
        let families = Set(methods.keys).union(other.methods.keys).filter { methods[$0] != other.methods[$0] }
        let told = assumptions.filter { other.assumptions[$0.key] == !$0.value }
        for (assumption, answer) in told.sorted(by: { $0.key.subject > $1.key.subject }) {
            for family in families.sorted() where result.count < Limits.choices {
                for (answer, side) in [(answer, self), (!answer, other)] {
                    result.append(
                        MethodChoice(
                            assumption: assumption, answer: answer, family: family,
                            methods: side.methods[family] ?? .byDefault))
                }
            }
        }
        return result
    }

    private mutating func joinForks(_ others: [ActiveFork]) {
        if forks == others { return }
        var result: [ActiveFork] = []
        // Two children of one parent: what is true of each, that it is no parent, is true of both.
        let areSiblings = Self.isChild(forks, besides: others) && Self.isChild(others, besides: forks)
        for mine in forks {
            let inOther = others.first { $0.fork == mine.fork }?.isChildOnly ?? areSiblings
            result.append(ActiveFork(fork: mine.fork, isChildOnly: mine.isChildOnly && inOther))
        }
        for theirs in others where !forks.contains(where: { $0.fork == theirs.fork }) {
            result.append(ActiveFork(fork: theirs.fork, isChildOnly: theirs.isChildOnly && areSiblings))
        }
        forks = result
    }

    /// True for the child of a fork that another path has not come to.
    private static func isChild(_ forks: [ActiveFork], besides others: [ActiveFork]) -> Bool {
        forks.contains { mine in mine.isChildOnly && !others.contains { $0.fork == mine.fork } }
    }

    mutating func addTouches(_ touches: [Touch], to key: ResourceKey) {
        guard var mine = touched[key] else { touched[key] = touches; return }
        // Most of what two paths have touched they touched before they parted.
        if mine.isSame(as: touches) { return }
        for touch in touches {
            guard let index = mine.firstIndex(where: { $0.isSame(as: touch) }) else { mine.append(touch); continue }
            // What tells of one way to it alone does not hold of it.
            mine[index].assumptions = mine[index].assumptions.filter { touch.assumptions[$0.key] == $0.value }
            // One touch before two ways to go on: it has met the methods of both.
            for (family, known) in mine[index].methods {
                mine[index].methods[family] = touch.methods[family].map(known.joined)
            }
        }
        mine.sort { $0.order > $1.order }
        if mine.count > Limits.touchesPerResource { mine.removeLast(mine.count - Limits.touchesPerResource) }
        touched[key] = mine
    }

    /// A coarse measure of what a loop's round may change.
    var signature: [Int] {
        [
            touched.count, touched.values.reduce(0) { $0 + $1.count }, forks.count, importCount,
            methods.values.reduce(0) { $0 + $1.chosen.count + ($1.isDefault ? 8 : 0) },
            arrangements.tasks.count,
        ]
    }
}

extension [Touch] {
    /// True for two names of one array in memory.
    func isOneArray(with other: Self) -> Bool {
        withUnsafeBufferPointer { mine in other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress } }
    }

    /// True for the same touches, with the same methods met since.
    fileprivate func isSame(as other: Self) -> Bool {
        guard count == other.count else { return false }
        return isOneArray(with: other)
            || zip(self, other).allSatisfy {
                $0.isSame(as: $1) && $0.methods == $1.methods && $0.assumptions == $1.assumptions
            }
    }
}

extension Touch {
    func isSame(as other: Touch) -> Bool { place == other.place && order == other.order }
}

extension Environment {
    func joined(with other: Environment) -> Environment {
        if variables == other.variables { return self }
        var result = self
        result.variables.merge(other.variables) { $0.joined(with: $1) }
        return result
    }
}

extension Object {
    /// Every item has a known key.
    private var isKeyed: Bool { keys.count == items.count && !keys.contains(nil) }

    /// True where a collection need not hold all that the same one holds on another path.
    private func mayLackItems(of other: Object) -> Bool {
        switch kind {
        case .list, .set: other.items.count > items.count
        case .dict where keys != other.keys:
            other.keys.contains { key in !keys.contains(key) && key.map(keysFound.contains) != true }
        default: false
        }
    }

    func joined(with other: Object) -> Object {
        var result = self
        result.lacks.formUnion(other.lacks)
        if mayLackItems(of: other) || other.mayLackItems(of: self) { result.lacks.insert(.putInAtTimes) }
        if keysFound != other.keysFound { result.keysFound += other.keysFound.filter { !keysFound.contains($0) } }
        if items != other.items {
            let hasKeys = kind == .dict && isKeyed && other.isKeyed
            if items.count == other.items.count, kind == .tuple || kind == .partial || hasKeys && keys == other.keys {
                for index in items.indices { result.items[index] = items[index].joined(with: other.items[index]) }
            } else if hasKeys {
                // A key that one side lacks may be there, under a name that nobody knows.
                let places = Dictionary(zip(keys, keys.indices)) { first, _ in first }
                for (key, value) in zip(other.keys, other.items) {
                    if let index = places[key] {
                        result.items[index] = items[index].joined(with: value)
                    } else {
                        result.keys.append(key)
                        result.items.append(value.joined(with: rest))
                    }
                }
                if other.rest != .nothing {
                    let theirs = Set(other.keys)
                    for (index, key) in keys.enumerated() where !theirs.contains(key) {
                        result.items[index].formUnion(other.rest)
                    }
                }
            } else if items.starts(with: other.items) || other.items.starts(with: items) {
                if other.items.count > items.count { result.items = other.items; result.keys = other.keys }
            } else {
                result.rest = other.element.joined(with: rest)
            }
        }
        result.rest = result.rest.joined(with: other.rest)
        if attributes != other.attributes {
            result.attributes.merge(other.attributes) { $0.joined(with: $1) }
            let ofOne = Array(result.attributes.keys).filter { attributes[$0] == nil || other.attributes[$0] == nil }
            for name in ofOne + other.setAtTimes where !result.setAtTimes.contains(name) {
                result.setAtTimes.append(name)
            }
        }
        if let theirs = other.launch {
            if result.launch == nil { result.launch = theirs }
            if result.launch?.fork == nil { result.launch?.fork = theirs.fork }
        }
        if result.root == nil { result.root = other.root }
        if let theirs = other.methods { result.methods = methods?.joined(with: theirs) ?? theirs }
        return result
    }
}
