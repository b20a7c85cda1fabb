/// What a path has arranged for later or for elsewhere: few statements of a program do, and every path carries it.
struct Arrangements {
    /// Modules whose top level has run.
    var imported = LayeredMap<Int32, Bool>()
    /// Results of cached functions already called.
    var cachedCalls = LayeredMap<CachedCall, Value>()
    var defaults = LayeredMap<FunctionKey, [Value]>()
    /// Which start methods were chosen under which answer to a test, where paths with both answers have met.
    var choices: [MethodChoice] = []
    /// Callables that `atexit` runs when the process ends in order.
    var exitHandlers: [Value] = []
    /// Coroutines that tasks were made of: they begin when something is awaited.
    var tasks: [Value] = []
    /// Callables that `os.register_at_fork` runs in every forked child.
    var childHooks: [Value] = []
    /// Callables that run in the parent before every fork, and in the children of multiprocessing alone.
    var hooksBeforeFork: [Value] = []
    var workerHooks: [Value] = []
    /// What goes on beside the path and has forked where it was started.
    var beside: [BesideCode] = []
    /// What loops of libraries call later, and those loops that have begun.
    var deferred: [DeferredCall] = []
    var loopsBegun: Set<Int> = []
    /// Attributes of outside modules and classes that this path has given another value.
    var replaced: [PathID: Value] = [:]
    /// Functions handed to what rules call the registration of a task: `app.add_url_rule("/", view_func=home)`.
    var registered: [Registered] = []
    /// Attributes that functions were given: `work.db = connect()`.
    var functionAttributes: [FunctionID: [Symbol: Value]] = [:]
    /// Contexts entered whose arguments stand in for those that a launcher is not given, by their path.
    var defaultsInForce: [PathID: Arguments] = [:]
    /// What an argument of a library's calls is where they are not given it: `torch:device`.
    var argumentsInForce: [Symbol: Value] = [:]
    /// What a parser of command lines puts into its namespace: `set_defaults(func=count)`.
    var parserDefaults: [Symbol: Value] = [:]
    /// Libraries that this path has told to keep to one thread.
    var settled: Set<Int> = []
    /// Variables of the environment that this path has set, of those that rules ask for.
    var variables: [Symbol: Value] = [:]
    /// What servers make for others, by the name that it is registered under.
    var services: [Symbol: Value] = [:]
    /// What the fork server of each family of launchers is told to import.
    var preloaded: [Int: Value] = [:]
    /// What a child has let go of before using it: an engine disposed of in a worker's initializer.
    var releasedInChild: Set<ReleasedResource> = []
}

/// The start methods in force where a test has come out one way: `if flag: set_start_method("spawn")`.
struct MethodChoice: Equatable {
    var assumption: Assumption
    var answer: Bool
    var family: Int
    var methods: StartMethods
}

/// A function that an application was given to answer with.
struct Registered: Hashable {
    var path: PathID
    var value: Value
    /// By a decorator on its definition.
    var isDecorated: Bool
}

/// A function that was handed to a library's loop: `schedule.every(10).minutes.do(job)`.
struct DeferredCall: Equatable {
    /// Index into `Catalog.launchers`.
    var launcher: Int
    /// Bears the arguments of the call.
    var object: ObjectID
}

struct ReleasedResource: Hashable {
    var fork: Int32
    var key: ResourceKey
}

struct CachedCall: Hashable {
    var function: FunctionKey
    var receiver: Receiver?
    var arguments: [Value]
    /// The names of the last of them.
    var keywords: [Symbol] = []
}

extension Arrangements {
    var hasUnshared: Bool { imported.hasUnshared || cachedCalls.hasUnshared || defaults.hasUnshared }

    /// A coarse measure of what a call may have arranged.
    var counts: [Int] {
        [
            exitHandlers.count, childHooks.count, hooksBeforeFork.count, workerHooks.count, replaced.count,
            registered.count, functionAttributes.count, defaultsInForce.count, parserDefaults.count, settled.count,
            variables.count, releasedInChild.count, deferred.count, loopsBegun.count,
            preloaded.count, services.count, beside.count, argumentsInForce.count,
        ]
    }

    mutating func freeze() {
        imported.freeze()
        cachedCalls.freeze()
        defaults.freeze()
    }

    /// What may hold where two paths meet.
    ///
    /// - Parameter isSameMethod: the paths have chosen the same start methods.
    mutating func join(_ other: Self, isSameMethod: Bool) {
        defaults.join(other.defaults, missing: { _ in nil }) { _, _ in nil }
        // Where the paths chose differently, what only one of them has imported is to be imported again.
        let isNew = isSameMethod ? nil : false
        imported.join(other.imported, missing: { _ in isNew }) { mine, theirs in mine == theirs ? nil : false }
        cachedCalls.join(other.cachedCalls, missing: { _ in nil }) { $0.joined(with: $1) }
        exitHandlers.add(other.exitHandlers)
        tasks.add(other.tasks)
        hooksBeforeFork.add(other.hooksBeforeFork)
        workerHooks.add(other.workerHooks)
        childHooks.add(other.childHooks)
        registered.add(other.registered)
        deferred.add(other.deferred)
        beside.add(other.beside)
        if loopsBegun != other.loopsBegun { loopsBegun.formUnion(other.loopsBegun) }
        if replaced != other.replaced {
            let mine = replaced
            for path in Set(mine.keys).union(other.replaced.keys) {
                let original = Value(.external(path))
                replaced[path] = (mine[path] ?? original).joined(with: other.replaced[path] ?? original)
            }
        }
        for (function, attributes) in other.functionAttributes {
            functionAttributes[function, default: [:]].merge(attributes) { $0.joined(with: $1) }
        }
        for (name, value) in other.parserDefaults {
            parserDefaults[name] = parserDefaults[name]?.joined(with: value) ?? value
        }
        if argumentsInForce != other.argumentsInForce {
            argumentsInForce.merge(other.argumentsInForce) { $0.joined(with: $1) }
        }
        if settled != other.settled { settled.formIntersection(other.settled) }
        if services != other.services { services.merge(other.services) { $0.joined(with: $1) } }
        if preloaded != other.preloaded { preloaded.merge(other.preloaded) { $0.joined(with: $1) } }
        if variables != other.variables { variables = variables.filter { other.variables[$0.key] == $0.value } }
        if releasedInChild != other.releasedInChild { releasedInChild.formIntersection(other.releasedInChild) }
    }
}

extension Array where Element: Equatable {
    fileprivate mutating func add(_ others: Self) {
        for other in others where !contains(other) { append(other) }
    }
}

/// A value that its copies share until one of them is written to.
@propertyWrapper
struct CopyOnWrite<Value> {
    private final class Box {
        var value: Value
        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    init(wrappedValue: Value) { box = Box(wrappedValue) }

    var wrappedValue: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }

    var projectedValue: Self { self }

    /// True where both are copies of one value, and neither has been written to since.
    func isShared(with other: Self) -> Bool { box === other.box }
}
