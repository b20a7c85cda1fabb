/// What an expression may be at one point of the program: a small set of alternatives.
struct Value: Hashable {
    private(set) var atoms: Atoms

    init(_ atom: Atom) { atoms = Atoms(atom) }
    init(_ atoms: some Sequence<Atom>) {
        self.atoms = Atoms()
        for atom in atoms { insert(atom) }
    }

    static let none = Value(.none)
    /// No alternative: the value of a path that does not go on.
    static let nothing = Value([])

    var only: Atom? { atoms.only }

    mutating func insert(_ atom: Atom) {
        if atoms.contains(atom) { return }
        if atoms.count < Limits.alternatives {
            atoms.append(atom)
        } else if !atoms.contains(where: \.isOpaque) {
            atoms.append(.opaque(Opaque.anything))
        }
    }

    func joined(with other: Value) -> Value {
        if self == other { return self }
        var result = self
        for atom in other.atoms { result.insert(atom) }
        return result
    }

    mutating func formUnion(_ other: Value) { self = joined(with: other) }

    func filter(_ keep: (Atom) -> Bool) -> Value { Value(atoms.filter(keep)) }
}

/// Alternatives in the order of their coming. Nearly every value has one, which lies here without memory of its own.
struct Atoms: Hashable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private enum Storage: Hashable {
        case empty
        case one(Atom)
        /// Two at least.
        case many([Atom])
    }

    private var storage = Storage.empty

    init() {}
    init(_ atom: Atom) { storage = .one(atom) }
    init(arrayLiteral atoms: Atom...) { for atom in atoms { append(atom) } }

    // Inlined into `Interpreter.keyed`, this makes the optimizer of Swift 6.3.1 end with "Found ownership error".
    @inline(never)
    var only: Atom? { if case .one(let atom) = storage { atom } else { nil } }

    var startIndex: Int { 0 }

    var endIndex: Int {
        switch storage {
        case .empty: 0
        case .one: 1
        case .many(let atoms): atoms.count
        }
    }

    subscript(index: Int) -> Atom {
        switch storage {
        case .many(let atoms): return atoms[index]
        case .one(let atom):
            precondition(index == 0)
            return atom
        case .empty: preconditionFailure("no alternative")
        }
    }

    mutating func append(_ atom: Atom) {
        switch storage {
        case .empty: storage = .one(atom)
        case .one(let first): storage = .many([first, atom])
        case .many(var atoms):
            storage = .empty
            atoms.append(atom)
            storage = .many(atoms)
        }
    }
}

/// One alternative of a value.
enum Atom: Hashable {
    /// A value nobody knows; equal numbers are the same value.
    case opaque(Int32)
    case none
    case bool(Bool)
    case int(Int32)
    case string(Symbol)
    /// A scanned module.
    case module(Int32)
    /// A module, function or class outside the program, by its path.
    case external(PathID)
    /// A method or attribute, by its path, of an object (or of a `context` of a start-method family).
    case externalMember(PathID, of: ObjectID)
    /// A function of the program and the environment its definition ran in.
    case function(FunctionID, EnvironmentID)
    /// A method bound to an instance (`object`) or to a class (`class`).
    case method(FunctionID, EnvironmentID, Receiver)
    /// A class of the program: the environment of its body, which holds its attributes.
    case `class`(EnvironmentID)
    case object(ObjectID)
    /// `super()` of a class, for a receiver.
    case superclass(EnvironmentID, Receiver)
    /// What `os.fork` gave: zero in the child of that fork.
    case pid(Int32)

    var isOpaque: Bool { number != nil }

    var isConstant: Bool {
        switch self {
        case .none, .bool, .int, .string: true
        default: false
        }
    }

    /// The number of an unknown value.
    var number: Int32? { if case .opaque(let number) = self { number } else { nil } }

    /// `nil`: either.
    var truth: Bool? {
        switch self {
        case .opaque, .pid: nil
        case .none: false
        case .bool(let value): value
        case .int(let value): value != 0
        case .string(let symbol): symbol != SymbolTable.empty
        // A method, or an attribute such as `connection.closed`.
        case .externalMember: nil
        case .module, .external, .function, .method, .class, .superclass: true
        case .object: nil
        }
    }
}

enum Receiver: Hashable {
    case object(ObjectID)
    case `class`(EnvironmentID)

    var atom: Atom {
        switch self {
        case .object(let id): .object(id);
        case .class(let id): .class(id)
        }
    }
}

enum Opaque {
    static let anything: Int32 = 0
    /// The subject of questions about several values.
    static let several: Int32 = .min
}

typealias ObjectID = Int32
typealias EnvironmentID = Int32
/// Index into `Program.functions`.
typealias FunctionID = Int32

/// A value with parts: an instance, a container, a generator that waits.
struct Object {
    enum Kind: Equatable {
        case instance(of: EnvironmentID)
        case external(PathID)
        case tuple, list, set, dict
        /// `items[0]` is the callee; `arguments` are those given so far.
        case partial
        case generator(FunctionID, EnvironmentID)
        case coroutine(FunctionID, EnvironmentID)
        /// A generator expression, in the environment it stands in.
        case lazyComprehension(module: Int32, op: UInt32, EnvironmentID)
        /// `map(f, xs)`, `filter(f, xs)`: runs when it is consumed.
        case lazyMap
        /// `zip` and `enumerate`, and what `itertools` chains: iterables in `items` that run when it is consumed.
        case lazyTuples, lazyChain
        /// What `functools.lru_cache` and its like make of `items[0]`.
        case cached
        /// A call of it is kept to be made later: a `partial` of `items[0]`.
        case deferred
        /// Stands for what a call of `items[0]` gives, made anew each time it is asked for something.
        case proxy
        /// `items[0]`: the function. `cachedProperty` keeps its value in the instance.
        case property, cachedProperty, staticMethod, classMethod
        /// What `contextlib.contextmanager` makes of a generator function, and what a call of that gives.
        case contextFactory, contextManager
        /// `items[1]`, run inside the manager `items[0]` at each call.
        case contextDecorated
        /// `functools.singledispatch`: any of `items`.
        case dispatch
        /// What is made when it is first asked for, by `items[0]`; the value, then, is the attribute `any`. A computed
        /// variable is made each time.
        case lazy(isComputed: Bool)
        /// A start-method context: `multiprocessing.get_context("spawn")`.
        case startContext(family: Int)
    }

    var kind: Kind
    var items: [Value] = []
    /// What a wrapper wraps: `items[0]`; unknown for one that wraps nothing (`property()`).
    var inner: Value { items.first ?? Value(.opaque(Opaque.anything)) }
    /// Keys of a dictionary, beside `items`; `nil` where unknown.
    var keys: [Atom?] = []
    /// Elements that stand at no known place; `nothing` when all are in `items`.
    var rest: Value = .nothing
    /// Why some of `items` may not be there.
    var lacks: Lacks = []
    /// Keys that a test has found, of which no more is known: `if key in cache`.
    var keysFound: [Atom] = []
    var attributes = SymbolMap<Value>()
    /// Those that only one of two paths has set: the others have them from the class, or not at all.
    var setAtTimes: [Symbol] = []
    var arguments: Arguments?
    var launch: Launch?
    var methods: StartMethods?
    /// The handle that this was derived from: the connection of a cursor.
    var root: ObjectID?

    struct Lacks: OptionSet, Hashable {
        let rawValue: UInt8
        /// Only one of two paths has put them in.
        static let putInAtTimes = Lacks(rawValue: 1)
        /// They may have been taken out.
        static let takenOut = Lacks(rawValue: 2)
    }

    /// All that an element may be.
    var element: Value { items.reduce(rest) { $0.joined(with: $1) } }
}

/// Arguments of one call, evaluated.
struct Arguments {
    var positional: [Value] = []
    var keywords: [(name: Symbol, value: Value)] = []
    /// Elements of an argument list of unknown length (`*args`).
    var star: Value?
    /// `**kwargs` of unknown content was given.
    var hasUnknownKeywords = false

    func keyword(_ name: Symbol) -> Value? { keywords.first { $0.name == name }?.value }
}

/// What an object that launches processes (or threads) was made with.
struct Launch {
    var launcher: Int
    var arguments: Arguments
    /// The arguments are known to be those with which it works in this process.
    var runsHere = false
    /// The fork that already happened: a pool's construction, an executor's first submit.
    var fork: Int32?
    /// Where the object was made.
    var stack: CallStack
    var place: Place
}

/// An operation of a module.
struct Place: PackedKey {
    var module: Int32
    var op: UInt32

    var packed: UInt64 { Self.pack(module, Int32(bitPattern: op)) }
}

/// The calls that lead to a place, innermost first: a list shared by all who hold it.
final class CallStack: Sendable {
    let place: Place
    /// Function that contains the call; -1 at top level.
    let function: FunctionID
    let parent: CallStack?
    let depth: Int

    init(place: Place, function: FunctionID, parent: CallStack?) {
        self.place = place
        self.function = function
        self.parent = parent
        depth = (parent?.depth ?? 0) + 1
    }
}
