/// What the front end refuses to follow further, so that no file can exhaust the stack or memory.
enum Limits {
    /// CPython's tokenizer: "too many nested parentheses".
    static let openBrackets = 200
    /// CPython's tokenizer: "too many levels of indentation".
    static let indentation = 100
    /// Nested expressions that need recursion here (brackets, lambdas, right operands of `**`, fields of
    /// f-strings), and the blocks around them: what 512 KB of stack hold. Chains of operators, attributes, calls,
    /// conditions and `elif` are built in loops and count nothing.
    static let expressionDepth = 400
    /// Signs or `not`s in a row.
    static let unaryOperators = 1000
    /// Nested f-strings, as CPython 3.12.
    static let nestedFStrings = 150
    /// Fields inside format specifiers of fields, the outermost counted.
    static func nestedFields(minor: Int) -> Int { minor < 12 ? 2 : 3 }
    /// Decimal digits of an integer literal that CPython converts.
    static let integerDigits = 4300
    /// Triple-quoted strings without an end after which reading goes on with the next line; each costs a scan to
    /// the end of the file.
    static let unterminatedStrings = 8
    /// Errors recorded for one file; a binary file named `.py` has no use for more.
    static let errors = 100
    /// Offsets are 32 bits wide, and a slot takes at most one byte of source several times over.
    static let sourceBytes = 1 << 30
}
