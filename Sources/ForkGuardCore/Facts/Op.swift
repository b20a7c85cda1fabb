/// One operation of a function: an expression or a statement, in a form that both front ends make.
///
/// Operations of a module stand in one flat array; `a`, `b` and `c` are operands whose meaning the kind
/// gives. `.max` in an operand stands for "absent". A *list* operand is an index into `ModuleFacts.lists`
/// of a count followed by that many operands; a *string* operand is an index into `ModuleFacts.strings`.
public struct Op: Sendable, Equatable {
    public var kind: OpKind
    public var flags: UInt8 = 0
    public var a: UInt32 = .max
    public var b: UInt32 = .max
    public var c: UInt32 = .max
    /// Byte range in the file's UTF-8 text.
    public var start: UInt32
    public var end: UInt32
}

public enum OpKind: UInt8, Sendable {
    // MARK: Expressions

    /// `None`, `True`, `False`.
    case none, `true`, `false`
    /// a: the value's bit pattern.
    case int
    /// a: string.
    case str
    /// Any value that is not followed; a: list of operands, evaluated in order; flags: 1 for a text with parts filled in, whose
    /// parts they are (of Swift: as far as the first), 2 for a value that is written so that it begins with that text.
    case other
    /// a: string; flags: 1 where an assignment changes what is declared elsewhere instead of declaring it here.
    case name
    /// a: base, b: string.
    case attribute
    /// a: callee, b: list of arguments, among them `keyword`, `starred`, `doubleStarred`.
    case call
    /// a: string, b: value.
    case keyword
    /// a: value.
    case starred, doubleStarred
    /// a: base, b: index.
    case `subscript`
    /// a: list.
    case tuple, list, set
    /// a: list of keys and values in turn; an absent key stands for `**value`.
    case dict
    /// a: list of operands.
    case and, or
    /// a: operand.
    case not
    /// a: left, b: right; flags: `CompareOperator`.
    case compare
    /// a: left, b: right, of which the value may be either (`a or b` on numbers, `+` of lists); flags: `BinaryOperator`.
    case binary
    /// a: test, b: then, c: else.
    case conditional
    /// a: function index.
    case lambda
    /// A value that is made by a function without parameters when it is first asked for; a: function index.
    case lazy
    /// flags: `ComprehensionKind`; a: list of `clause`, b: element (or key), c: value.
    case comprehension
    /// a: target, b: iterable, c: list of conditions; flags: 1 when asynchronous.
    case clause
    /// a: value.
    case await, yield, yieldFrom
    /// a: target, b: value.
    case walrus
    /// a: target: an argument that the callee may give another value, `&x`.
    case reference

    // MARK: Statements

    /// a: value.
    case expression
    /// a: list of targets, b: value.
    case assign
    /// a: target, b: value.
    case augmentedAssign
    /// a: target, b: annotation, c: value or absent.
    case annotatedAssign
    /// a: list of targets.
    case delete
    /// a: value or absent.
    case `return`
    /// a: exception or absent, b: cause or absent.
    case raise
    /// a: test, b: message or absent.
    case assert
    case `break`, `continue`
    /// a: test, b: list (then), c: list (else).
    case `if`, `while`
    /// a: target, b: iterable, c: `pair`; flags: 1 when asynchronous.
    case `for`
    /// a: list, b: list: the body and the `else` of a loop, the `else` and the `finally` of a `try`.
    case pair
    /// a: list (body), b: list of `handler`, c: `pair` (else, finally).
    case `try`
    /// a: type or absent, b: string or absent, c: list (body).
    case handler
    /// a: list of `withItem`, b: list (body); flags: 1 when asynchronous.
    case with
    /// a: context manager, b: target or absent.
    case withItem
    /// a: subject, b: list of `matchCase`.
    case match
    /// a: pattern, b: guard or absent, c: list (body).
    case matchCase
    /// a: value expression.
    case patternValue
    /// a: pattern or absent, b: string or absent. Both absent: the wildcard.
    case patternCapture
    /// a: list of patterns.
    case patternOr
    /// A pattern that may or may not match; a: list of patterns within; flags: 1 for a sequence, 2 for a mapping, whose keys
    /// stand before their patterns, 3 for a class, which stands before them as a `patternValue`; those of its attributes
    /// are each a `keyword`.
    case patternOther
    /// a: string (dotted module), b: string (`as`) or absent.
    case importModule
    /// a: string (dotted module) or absent, b: list of `importAlias`; flags: number of leading dots.
    case importFrom
    /// a: string, b: string (`as`) or absent. The string `*` imports all.
    case importAlias
    /// a: function index.
    case function
    /// a: class index.
    case `class`
}

public enum BinaryOperator: UInt8, Sendable {
    case other, add, sub, multiply, divide, modulo, leftShift, rightShift, or, and, matrixMultiply

    /// The method of the left operand that it calls, and that of the right one where the left has none.
    var methods: (left: String, right: String)? {
        let name =
            switch self {
            case .other: ""
            case .add: "add"
            case .sub: "sub"
            case .multiply: "mul"
            case .divide: "truediv"
            case .modulo: "mod"
            case .leftShift: "lshift"
            case .rightShift: "rshift"
            case .or: "or"
            case .and: "and"
            case .matrixMultiply: "matmul"
            }
        return name.isEmpty ? nil : ("__\(name)__", "__r\(name)__")
    }
}

public enum CompareOperator: UInt8, Sendable {
    case equal, notEqual, less, lessEqual, greater, greaterEqual, `is`, isNot, `in`, notIn

    var negated: Self {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterEqual
        case .lessEqual: .greater
        case .greater: .lessEqual
        case .greaterEqual: .less
        case .is: .isNot
        case .isNot: .is
        case .in: .notIn
        case .notIn: .in
        }
    }
}

public enum ComprehensionKind: UInt8, Sendable { case list, set, dict, generator }
