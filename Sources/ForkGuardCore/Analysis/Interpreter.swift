import PythonSyntax

/// Runs facts abstractly: every call is followed with the values and the typestate it has at that point,
/// both sides of every test that is not decided are taken, and every fork runs what its child runs.
///
/// Callees compose at the call (a function's effects are those of its body in the caller's state), so one
/// run from an entry point sees the touch, the fork and the child's use together, each with its calls.
final class Interpreter {
    let program: Program
    let rules: RuleIndex
    /// The Python and platform that each module is judged by.
    let environments: [TargetEnvironment]
    let metadata: MetadataIndex
    var symbols: SymbolTable
    var paths = PathTable()
    let names: KnownSymbols

    // The path being followed.
    var state = State()
    var isAlive = true
    /// Where a forked child goes on beside the path that is followed, which is its parent's, in the block at hand.
    var childApart: State?
    /// The call that the statement at hand consists of, and what it has returned in a child.
    var ownCall: OwnCall?
    var childReturn: ChildReturn?
    /// A call that the child does not make once more, and what it gave.
    var answered: (call: OwnCall, value: Value)?
    var frame: Frame {
        didSet { if frame.module != oldValue.module { code = program.modules[Int(frame.module)].loaded } }
    }
    /// The facts of the frame's module.
    private(set) var code: LoadedFacts

    /// What modules' top levels leave, evaluated once each, on demand, apart from any entry point.
    var base = BaseState()
    var baseProgress: [Int32: Bool] = [:]
    /// Globals that a module's top level imports from another module, and what they are there.
    var importedNames: [GlobalKey: GlobalKey] = [:]
    var starImports: [Int32: [ImportedModule]] = [:]
    /// Modules whose imports of all names are being looked through for a name.
    var starSearch: [Int32] = []
    /// Evaluating a top level for its names only: nothing is recorded.
    var isPure = false
    /// The top level being evaluated touches, chooses a start method or registers a hook.
    var hasEffect = false { didSet { if isPure { events += 1 } } }
    /// The module whose top level is being evaluated for its names; -1: none.
    var evaluated: Int32 = -1
    /// Modules whose own top level does so.
    var effectiveModules: Set<Int32> = []
    var applications = CurrentApplications()
    /// What importing a module runs of them: running any other top level leaves only names.
    var effectiveImports = EffectiveImports()

    var classes: [EnvironmentID: ClassInfo] = [:]
    /// Classes that modules' top levels define, and for each those that inherit from it.
    var baseClasses: [ClassDefinition: EnvironmentID] = [:]
    var heirs: [EnvironmentID: [EnvironmentID]] = [:]
    var resolutions: [String: [Int32: Program.Resolution]] = [:]
    var functionClasses: [FunctionKey: EnvironmentID] = [:]
    var opaqueParts: [OpaquePart: Int32] = [:]
    var opaqueOwners: [Int32: OpaquePart] = [:]
    var memberOwners: [Int32: OpaquePart] = [:]
    var opaqueMembers: [OpaquePart: Int32] = [:]

    var nextOpaque: Int32 = 1
    var nextObject: ObjectID = 0
    var nextEnvironment: EnvironmentID = 0
    var nextOrder = 0

    /// Forks met since the entry point was entered.
    var forks: [ForkRecord] = []
    var firstFork: Int32 = 0
    var hazards = HazardCollector()
    var implicitMethods = ImplicitMethods()
    /// `nil`: nobody asks what became of launches.
    var launchLog: LaunchLog?
    var importedLibraries: [ImportedLibrary: Bool] = [:]
    /// By the place that would name another start method.
    var spawnNeeds: [Place: SpawnNeeds] = [:]
    /// How often each function is being run, in each closure and in all.
    var active: [FunctionKey: Int] = [:]
    var activeFunctions: [FunctionID: Int] = [:]
    /// The object whose thread runs the code at hand; `nil`: the thread that everything else runs in.
    var thread: ObjectID?
    /// The thread whose `threading.local()` values the code at hand sees: in a forked child the one that forked.
    var localThread: ObjectID?
    /// What code beside this path has come to, in a loop that has no end.
    var background: Background?
    /// Frames left for a generator expression that runs where it was written.
    var suspended: [Frame] = []
    /// What names stand for that annotations alone use.
    var typingImports: [GlobalKey: Value?] = [:]
    /// Unknown values that tell whether this is the child of a fork, and what they are there.
    var childTests: [Int32: (fork: Int32, inChild: Bool)] = [:]
    /// Unknown truth values that are the answer to a test, or its opposite.
    var namedTests: [Int32: Assumption.Literal] = [:]
    /// Unknown values that are members of an enumeration, beside the members that they may be.
    var enumerated: Set<Int32> = []
    /// Enumerations by the names of their methods.
    var enumerationMethods: [Symbol: [EnvironmentID]] = [:]
    /// Unknown values that are surely text, a number or a collection of such.
    var plainValues: Set<Int32> = []
    /// Unknown values that were taken out of collections in which nobody has put any.
    var elementsOfNothing: Set<Int32> = []
    /// Unknown values that lead to no touch and no fork, called or not.
    var harmless: Set<Int32> = []
    /// How texts begin of which no more is known: `f"cuda:{rank}"`.
    var textBeginnings: [Int32: Symbol] = [:]
    /// The process's own number where it may be the child of a fork or not.
    var ownPids: [Int32: Int32] = [:]
    /// Namespaces that parsers of command lines have made.
    var parsedArguments: Set<Int32> = []
    /// What tells the two constants of a conditional expression apart; `nil`: more than one test did.
    var conditionals: [Value: Conditional] = [:]
    /// The same of globals that a statement of a top level gives one of several values.
    var globalConditionals: [GlobalKey: [Atom: [Assumption: Bool]]] = [:]
    /// Names of the globals of modules, as far as they were asked for.
    var globalNames: [Int32: Set<Symbol>] = [:]
    /// Functions that the program hands to queues, by the launcher of their workers.
    var jobsOfLauncher: [Int: [Job]] = [:]
    /// Of each class that the child at hand was given, the instance whose methods it runs.
    var workersInstances: [EnvironmentID: ObjectID] = [:]
    /// Which entry point is run; 0: a top level for its names.
    var run: Int { isPure ? 0 : runs }
    var runs = 0
    /// What holds where the launcher that was asked last forks.
    var forkAssumptions: [Assumption: Bool] = [:]
    /// Objects made because an annotation names their class: what is handed over may be of one that derives from it.
    var annotated: Set<ObjectID> = []
    /// Texts that options of command lines have by default, by the name of their value.
    var optionDefaults: [Symbol: Value] = [:]
    /// Modules that set variables of the environment and that read them, by the variable.
    var variableSetters: [Symbol: Set<Int32>] = [:]
    var variableReaders: [Symbol: Set<Int32>] = [:]
    /// The module that is run as a script.
    var script: Int32?
    /// What the fork server that was asked for last has touched, and what is known of fresh processes by their imports.
    var forkServer: State?
    var freshStates: [[Int32]: State?] = [:]
    /// How the launch that was asked for last starts a fresh process, and what this run has seen such processes run.
    var freshStart: FreshStart?
    var freshTargets: Set<FunctionID> = []
    /// Unknown values that a class outside the program has made.
    var madeByClass: Set<Int32> = []
    /// Unknown values that are data of a module outside the program: a method of theirs runs nothing of the program but
    /// what it is handed, and gives data.
    var dataValues: Set<Int32> = []
    /// Instances whose initializer runs.
    var making: [ObjectID: Making] = [:]
    var quietCalls = QuietCalls()
    /// Rises with every touch, use, release and fork.
    var events = 0
    /// Objects that globals hold, where a path has run the top level that makes them.
    var globalObjects: Set<ObjectID> = []
    /// Those, and classes, that a parent has changed since the top level that made them ran: a spawned child has them as that
    /// leaves them.
    var changedObjects: Set<ObjectID> = []
    var changedClasses: Set<EnvironmentID> = []
    /// Globals that a parent has given another value by their module: `settings.PATH = path`.
    var changedGlobals: Set<GlobalKey> = []
    /// Attributes that each class sets more than once, globals that functions of each module set, and unknown values for these.
    var namesSetAnew: [ClassDefinition: Set<Symbol>] = [:]
    var globalsSetAnew: [Int32: [Symbol]] = [:]
    var unknownFlags: [GlobalKey: Int32] = [:]
    /// How deep the hook is called that a child runs first.
    var hookDepth: Int?
    /// The script whose block runs, below `if __name__ == "__main__":`.
    var scriptInBlock: Int32?
    /// The oldest object and scope written since the innermost call began.
    var lowestObjectWritten: ObjectID = .max
    var lowestScopeWritten: EnvironmentID = .max
    /// Code runs once more that has run before, to come to where it was left: what it uses and forks is known.
    var isReplaying = false
    /// The generator that runs ends at the `yield` at which it stands.
    var closesGenerator = false
    var depth = 0
    var nesting = 0
    var steps = 0
    var stepLimit = Limits.stepsPerEntry
    var totalSteps = 0
    var limitPlace: Place?
    var relevance: Relevance
    /// What the function is asked that is run for its forks alone; `nil`: this is no such run.
    var probe: ForkProbe?
    var forkingCalls: [Int32: ForkingCalls] = [:]
    /// Results of pools that are iterated over while their workers are at it, by the result's object.
    var streams: [ObjectID: ResultStream] = [:]
    /// Those whose loop runs now.
    var streamsOpen: [ResultStream] = []
    /// Functions entered while running an entry point, with the start methods in force there.
    var entered: [FunctionID: [Int: StartMethods]] = [:]
    /// What was known there of the tests that chose them.
    var enteredChoices: [FunctionID: [MethodChoice]] = [:]
    /// Answers that hold for a whole process (`torch.cuda.is_available()`), and those that every call of a function stands under.
    var processAnswers: Set<Int32> = []
    var enteredAnswers: [FunctionID: [Int32: Bool]] = [:]
    var recordsEntries = false
    /// Functions entered in the run at hand, and those that a run has entered which no limit cut short.
    var enteredNow: Set<FunctionID> = []
    var enteredWhole: Set<FunctionID> = []
    /// Functions defined inside others during this entry, with the state in which the outer one ended.
    var escapedFunctions: [FunctionKey] = []
    /// Methods, with their objects, that code outside the program was handed and that may fork.
    var handedMethods: [(function: FunctionID, receiver: Receiver)] = []
    /// Classes of which no public method may fork.
    var classesWithoutForks: Set<EnvironmentID> = []
    /// Objects being made for annotations that objects made for annotations ask for.
    var annotationDepth = 0
    /// The import statement being run.
    var importSite: UInt32 = 0
    /// Environments that something other than their own function's run may still read.
    var captured: Set<EnvironmentID> = []
    /// Classes of which the program itself makes objects.
    var instantiated: Set<ClassDefinition> = []
    /// Forks whose child has run the hooks registered for it.
    var hooksRun: Set<Int32> = []

    struct OpaquePart: PackedKey {
        var whole: Int32
        var symbol: Symbol

        var packed: UInt64 { Self.pack(whole, symbol) }
    }

    init(
        program: Program, rules: RuleIndex, environments: [TargetEnvironment], metadata: MetadataIndex,
        relevance: Relevance
    ) {
        self.program = program
        self.rules = rules
        self.environments = environments
        self.metadata = metadata
        self.relevance = relevance
        var table = program.symbols
        names = KnownSymbols(&table)
        self.symbols = table
        frame = Frame(module: 0, function: -1, environment: -1, stack: nil)
        code = program.modules.first?.loaded ?? LoadedFacts(facts: ModuleFacts(), symbols: [])
    }

    var environment: TargetEnvironment { environments[Int(frame.module)] }

    // MARK: Reading facts

    @inline(__always) func op(_ index: UInt32) -> Op { code.facts.ops[Int(index)] }
    func list(_ index: UInt32) -> [UInt32] { Array(code.facts.list(index)) }
    @inline(__always) func symbol(_ string: UInt32) -> Symbol { code.symbols[Int(string)] }
    func place(_ index: UInt32) -> Place { Place(module: frame.module, op: index) }

    // MARK: New values

    func fresh() -> Value {
        nextOpaque += 1
        return Value(.opaque(nextOpaque))
    }

    func allocate(_ object: Object) -> ObjectID {
        nextObject += 1
        state.heap[nextObject] = ObjectBox(object)
        return nextObject
    }

    func make(_ object: Object) -> Value { Value(.object(allocate(object))) }

    func object(_ id: ObjectID) -> Object? { (state.heap[id] ?? base.heap[id])?.object }

    func update(_ id: ObjectID, _ change: (inout Object) -> Void) {
        guard var object = object(id) else { return }
        change(&object)
        lowestObjectWritten = min(lowestObjectWritten, id)
        if base.heap[id] != nil || globalObjects.contains(id) {
            state.changes.insert(outline(of: object))
            if isPastImport { changedObjects.insert(id) }
        }
        state.heap[id] = ObjectBox(object)
    }

    func scope(_ id: EnvironmentID) -> Environment? { state.environments[id] ?? base.environments[id] }

    func newEnvironment(parent: EnvironmentID, module: Int32, isClass: Bool = false, function: FunctionID = -1)
        -> EnvironmentID
    {
        nextEnvironment += 1
        state.environments[nextEnvironment] = Environment(
            parent: parent, module: module, isClass: isClass, function: function)
        return nextEnvironment
    }

    func path(_ text: String) -> PathID { paths.intern(rules.canonical(text)) }

    func string(_ text: String) -> Atom { .string(symbols.intern(text)) }

    /// What a function gives that leads nowhere: nobody knows it, and calling it leads nowhere either.
    func freshHarmless() -> Value {
        let value = fresh()
        if case .opaque(let number)? = value.only { harmless.insert(number) }
        return value
    }

    /// What is taken out of a collection that is empty as far as anybody has seen.
    func elementOfNothing() -> Value {
        let value = fresh()
        if let number = value.only?.number { elementsOfNothing.insert(number) }
        return value
    }

    /// The alternatives of a value without those that would have come from empty collections.
    func existing(_ value: Value) -> Value {
        guard value.atoms.count > 1, !elementsOfNothing.isEmpty else { return value }
        let left = value.filter { $0.number.map(elementsOfNothing.contains) != true }
        return left.atoms.isEmpty ? value : left
    }

    /// An unknown value that is data.
    func freshData() -> Value {
        let value = fresh()
        if case .opaque(let number)? = value.only { dataValues.insert(number) }
        return value
    }

    func isData(_ opaque: Int32) -> Bool { dataValues.contains(opaque) || plainValues.contains(opaque) }

    /// The part `name` of an unknown value is unknown too, but always the same.
    func part(_ whole: Int32, _ name: Symbol) -> Int32 {
        if whole == Opaque.anything { return Opaque.anything }
        let key = OpaquePart(whole: whole, symbol: name)
        if let known = opaqueParts[key] { return known }
        nextOpaque += 1
        opaqueParts[key] = nextOpaque
        opaqueOwners[nextOpaque] = key
        if isData(whole) { dataValues.insert(nextOpaque) }
        return nextOpaque
    }

    // MARK: Paths that meet and part

    func join(_ left: State?, _ right: State?) -> State? {
        guard var left else { return right }
        guard var right else { return left }
        let ties = tie(&left, &right)
        // Joining is the dearest thing there is: it counts as the work it is.
        var work = 0
        var result = left.joined(with: right, base: base, work: &work)
        result.ties = ties
        steps += work
        return result
    }

    var current: State? { isAlive ? state : nil }

    func enter(_ next: State?) {
        if let next {
            state = next
            isAlive = true
        } else {
            isAlive = false
        }
    }

    /// Runs each alternative from here and joins what they leave.
    func alternatives<Items: Collection>(_ items: Items, _ run: (Items.Element) -> Value) -> Value {
        if items.count == 1, let only = items.first { return run(only) }
        state.freeze()
        let start = state
        var end: State?
        var result = Value.nothing
        for item in items {
            enter(start)
            let value = run(item)
            if isAlive { result = result.joined(with: value) }
            end = join(end, current)
        }
        enter(end)
        return result
    }

    /// Counts work; false when an entry point has used up its share.
    func step() -> Bool {
        steps += 1
        return steps < stepLimit
    }

    func reachedLimit(_ place: Place) {
        guard !isPure else { return }
        if limitPlace == nil { limitPlace = place }
        abandonChildren()
    }

    /// The rest of a function that forked is not run, and the end of its child may stand there: nobody knows that the
    /// child gets out of it. A function that the child has entered since then is left as any other is.
    private func abandonChildren() {
        for active in state.forks where fork(active.fork).map(isMadeHere) ?? false {
            if active.isChildOnly {
                isAlive = false
            } else {
                state.forks.removeAll { $0 == active }
            }
        }
    }

    /// True where the function being run made the fork, by itself or by what it called.
    private func isMadeHere(_ record: ForkRecord) -> Bool {
        guard let mine = frame.stack else { return true }
        var made = record.stack
        while let stack = made {
            if stack === mine { return true }
            made = stack.parent
        }
        return false
    }
}

/// A class statement.
struct ClassDefinition: Hashable {
    var module: Int32
    var index: Int
}

/// A class statement that ran.
struct ClassInfo {
    var module: Int32
    var index: Int
    var bases: [Atom]
    /// Generated initializer of a dataclass: the annotated names, in order.
    var fields: [Field]?
    /// A base class taken from a start-method context: `ctx.Process`.
    var startContext: ObjectID?
    /// Where it derives from the class of a start-method context: that context.
    var ownContext: ObjectID?
    /// The class of the class, where it is one of the program's.
    var metaclass: EnvironmentID?
    /// It or an ancestor has a `__setattr__`.
    var setsAttributes = false
    /// The built-in container that its instances are.
    var container: ContainerKind?
    /// Objects that base classes are attributes of, by the path of the base: the `db` of `class User(db.Model)`.
    var holders: [PathID: ObjectID] = [:]

    var definition: ClassDefinition { ClassDefinition(module: module, index: index) }

    struct Field {
        var name: Symbol
        var annotation: UInt32
        var module: Int32
        var hasDefault: Bool
    }
}

enum ImportedModule: Hashable {
    case module(Int32)
    case external(PathID)
}

/// What the run of a scan is for: the Python and the platform that the code is judged by.
struct TargetEnvironment {
    var python: PythonVersion
    var platform: Platform
}

/// Identifiers that the language gives a meaning.
struct KnownSymbols {
    let initializer, call, enter, exit, asyncEnter, asyncExit, iterate, asyncIterate, next, asyncNext, length: Symbol
    let getItem, getAttribute, contains, name, main, run, postInit, attrsInit, modelPostInit, new, boolean, all,
        wildcard, any: Symbol
    let parseArguments, setDefaults, watched, processName, value, addArgument, defaultValue, destination,
        dictionary, path, package: Symbol

    init(_ table: inout SymbolTable) {
        initializer = table.intern("__init__")
        call = table.intern("__call__")
        enter = table.intern("__enter__")
        exit = table.intern("__exit__")
        asyncEnter = table.intern("__aenter__")
        asyncExit = table.intern("__aexit__")
        iterate = table.intern("__iter__")
        asyncIterate = table.intern("__aiter__")
        next = table.intern("__next__")
        asyncNext = table.intern("__anext__")
        length = table.intern("__len__")
        getItem = table.intern("__getitem__")
        getAttribute = table.intern("__getattr__")
        contains = table.intern("__contains__")
        name = table.intern("__name__")
        main = table.intern("__main__")
        run = table.intern("run")
        postInit = table.intern("__post_init__")
        attrsInit = table.intern("__attrs_post_init__")
        modelPostInit = table.intern("model_post_init")
        parseArguments = table.intern("parse_args")
        setDefaults = table.intern("set_defaults")
        watched = table.intern("<watched>")
        addArgument = table.intern("add_argument")
        defaultValue = table.intern("default")
        destination = table.intern("dest")
        processName = table.intern("name")
        value = table.intern("value")
        new = table.intern("__new__")
        boolean = table.intern("__bool__")
        all = table.intern("__all__")
        wildcard = table.intern("*")
        any = table.intern("[]")
        dictionary = table.intern("__dict__")
        path = table.intern("__path__")
        package = table.intern("__package__")
    }
}
