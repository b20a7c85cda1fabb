/// All that linking needs to know of one source file: a plain value that depends on that file alone,
/// neither on rules nor on flags.
public struct ModuleFacts: Sendable, Equatable {
    /// Raised whenever the meaning of a stored field changes.
    public static let codingVersion: UInt32 = 12

    public var language = SourceLanguage.python
    public var strings: [String] = []
    public var ops: [Op] = []
    public var lists: [UInt32] = []
    public var functions: [FunctionFacts] = []
    public var classes: [ClassFacts] = []
    /// List of the statements at top level.
    public var body: UInt32 = 0
    /// Identifiers that the top level mentions outside functions.
    public var mentions: [Mention] = []
    /// Those of them by which its globals may come to hold something: without classes' bases and bodies, annotations, and what
    /// runs in scripts alone.
    public var holding: [Mention] = []
    /// What a name or attribute assigned anywhere may stand for: the name, then the identifiers of its value.
    public var bindings: [Binding] = []
    /// Decorated functions and classes, with the names of their decorators.
    public var registrations: [Binding] = []
    /// Byte offset of each line's first byte.
    public var lineStarts: [UInt32] = []
    public var syntaxErrors: [SyntaxProblem] = []
    public var suppressions: [SuppressionComment] = []
    /// Places where the front end gave up following the code because it is nested too deeply.
    public var limits: [UInt32] = []

    public struct Binding: Sendable, Equatable {
        public var name: UInt32
        /// An attribute of some object or class, not a global of the module.
        public var isAttribute: Bool
        /// The class whose objects bear the attribute, where it is seen: by its index.
        public var owner: UInt32 = .max
        public var mentions: [Mention]
    }

    public struct SyntaxProblem: Sendable, Equatable {
        public var offset: UInt32
        public var message: String
    }

    /// One-based line and zero-based byte column of a byte offset.
    ///
    /// - Complexity: O(log *lines*).
    public func position(of offset: UInt32) -> (line: Int, column: Int) {
        var low = 0
        var high = max(lineStarts.count, 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, Int(offset) - Int(lineStarts.isEmpty ? 0 : lineStarts[low]))
    }

    /// True when the top level asks whether it is run as a script.
    public var isScript: Bool { mentions.contains { strings[Int($0.name)] == "__main__" } }

    /// Gives back what the arrays hold in reserve: a scan keeps the facts of all its files until its end.
    mutating func trim() {
        ops = ops.trimmed
        lists = lists.trimmed
        strings = strings.trimmed
        functions = functions.trimmed
        bindings = bindings.trimmed
        lineStarts = lineStarts.trimmed
    }

    func list(_ index: UInt32) -> ArraySlice<UInt32> {
        guard index != .max else { return [] }
        let at = Int(index)
        return lists[(at + 1)..<(at + 1 + Int(lists[at]))]
    }
}

/// A name that code speaks of, and what it is spoken of as.
public struct Mention: Sendable, Hashable, Comparable {
    public var name: UInt32
    /// For `a.b.name` the string `a`; otherwise one of the constants.
    public var base: UInt32

    /// A plain name.
    public static let plain: UInt32 = .max
    /// An attribute of something that is no name: `f().name`.
    public static let member: UInt32 = .max - 1
    /// A string that reads like a name.
    public static let text: UInt32 = .max - 2
    /// The name of an argument: `f(name=...)`.
    public static let keyword: UInt32 = .max - 3

    /// An imported name that a call is given: what it stands for may be a module, whose members are looked up by their names.
    public static let handed: UInt32 = .max - 4

    /// An attribute of the object that a method runs on whose name is computed, or of any object: the name is how it begins.
    public static let computedOwn: UInt32 = .max - 5
    public static let computed: UInt32 = .max - 6

    /// An attribute of the object that a method runs on, or of `super()`: the base is the method's class, by
    /// its index.
    public static func own(_ index: UInt32) -> UInt32 { ownMark | index }

    /// True for `a.name`.
    var isMember: Bool { base < Self.computed && owner == nil }

    /// The class of `own`.
    public var owner: UInt32? { base & 0xC000_0000 == Self.ownMark ? base ^ Self.ownMark : nil }

    private static let ownMark: UInt32 = 0x4000_0000

    public static func < (left: Self, right: Self) -> Bool {
        left.name != right.name ? left.name < right.name : left.base < right.base
    }
}

public struct FunctionFacts: Sendable, Equatable {
    public var name: UInt32
    /// Dotted name within the module: `Loader.read`.
    public var qualifiedName: String
    public var isAsync = false
    public var isGenerator = false
    public var isLambda = false
    /// Index of the enclosing class or function, where the definition stands directly in one.
    public var enclosingClass: UInt32 = .max
    public var enclosingFunction: UInt32 = .max
    /// The test of the `#if` that the definition stands under: it exists only where that holds.
    public var condition: UInt32 = .max
    public var parameters: [Parameter] = []
    /// List of statements.
    public var body: UInt32 = 0
    /// List of expressions, outermost first.
    public var decorators: UInt32 = 0
    public var returns: UInt32 = .max
    /// Names that `global` and `nonlocal` statements declare.
    public var globals: [UInt32] = []
    public var nonlocals: [UInt32] = []
    public var mentions: [Mention] = []
    public var start: UInt32
    public var end: UInt32

    public struct Parameter: Sendable, Equatable {
        public enum Kind: UInt8, Sendable { case positionalOnly, positional, variadic, keywordOnly, keywords }
        public var name: UInt32
        /// What calls name it by, where that is another name: Swift's argument label.
        public var label: UInt32 = .max
        public var kind: Kind
        public var annotation: UInt32 = .max
        public var defaultValue: UInt32 = .max
    }
}

public struct ClassFacts: Sendable, Equatable {
    public enum Role: UInt8, Sendable {
        case type
        /// A type whose values are those of the types that conform to it.
        case `protocol`
        /// Adds to a type that stands elsewhere: `name` is that type's.
        case `extension`
    }

    public var role = Role.type
    /// As of a function.
    public var condition: UInt32 = .max
    public var name: UInt32
    public var qualifiedName: String
    /// List of expressions, `keyword`s among them.
    public var bases: UInt32
    public var body: UInt32
    public var decorators: UInt32
    public var enclosingFunction: UInt32 = .max
    public var mentions: [Mention] = []
    public var start: UInt32
    public var end: UInt32
}

extension Array {
    /// The same in a buffer of just its size.
    fileprivate var trimmed: Self {
        capacity > count + count / 8 ? withUnsafeBufferPointer { Array($0) } : self
    }
}
