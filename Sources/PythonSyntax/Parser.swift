/// A recursive-descent parser over a file's tokens.
///
/// Binary operators are climbed by precedence. Chains (operators, attributes, calls, conditions, `elif`) are built
/// in loops; what must recurse counts its depth against `Limits`. A node is appended when it is complete, so a
/// node's children always precede it in `nodes`.
struct Parser {
    /// A syntax error was recorded (by the parser, or by the lexer before it); the statement is given up.
    struct Failure: Error {}

    let source: UnsafeBufferPointer<UInt8>
    let minor: Int
    var tokens: ContiguousArray<Token>
    var names: NameTable
    let comments: [Range<UInt32>]
    /// Index of the current token.
    var position = 0
    /// Kind of the current token.
    var kind: TokenKind = .endOfFile
    /// End of the last token that was consumed and is no mere layout.
    var previousEnd: UInt32 = 0

    var nodes: [Node] = []
    var slots: [UInt32] = [0]
    /// Elements of lists that are not complete, of all nesting levels.
    var pending: ContiguousArray<UInt32> = []
    var strings: [StringValue] = []
    var decoded: [UInt8] = []
    var errors: [SyntaxError] = []
    var depth = 0
    /// Fields of f-strings around the current token.
    var fieldDepth = 0
    /// Trials whose errors count for nothing.
    var speculation = 0

    /// Stands in a slot for `None`.
    static let none = UInt32.max
    /// The list without elements.
    static let emptyList: UInt32 = 0

    init(lexer: consuming Lexer) {
        source = lexer.source
        minor = lexer.minor
        tokens = lexer.tokens
        names = lexer.names
        comments = lexer.comments
        nodes.reserveCapacity(tokens.count / 2 + 16)
        slots.reserveCapacity(tokens.count * 3 / 2 + 16)
        kind = tokens[0].kind
    }

    // MARK: Tokens

    var token: Token {
        @inline(__always) get { tokens[position] }
    }

    /// Kind of the token behind the current one. Three `endOfFile` stand at the end.
    var nextKind: TokenKind {
        @inline(__always) get { tokens[position + 1].kind }
    }

    @inline(__always)
    mutating func advance() {
        let current = tokens[position]
        if !current.kind.isLayout { previousEnd = current.end }
        if current.kind != .endOfFile {
            position += 1
            kind = tokens[position].kind
        }
    }

    /// Consumes the current token if it is a `wanted`.
    @inline(__always)
    mutating func accept(_ wanted: TokenKind) -> Bool {
        guard kind == wanted else { return false }
        advance()
        return true
    }

    @inline(__always)
    mutating func expect(_ wanted: TokenKind, _ what: StaticString) throws(Failure) {
        guard kind == wanted else { throw unexpected(what) }
        advance()
    }

    // MARK: Errors

    mutating func record(_ offset: UInt32, _ message: String) {
        guard speculation == 0, errors.count < Limits.errors else { return }
        errors.append(SyntaxError(offset: offset, message: message))
    }

    mutating func fail(_ offset: UInt32, _ message: String) -> Failure {
        record(offset, message)
        return Failure()
    }

    /// The current token does not fit; `expected` says what would.
    mutating func unexpected(_ expected: StaticString? = nil) -> Failure {
        let found: String
        switch kind {
        case .error: return Failure()
        case .string, .fStringStart:
            if token.flags & StringFlags.unterminated != 0 { return Failure() }
            found = "a string"
        case .endOfFile: found = "the end of the file"
        case .newline: found = "the end of the line"
        case .indent: return fail(token.start, "unexpected indent")
        case .dedent: found = "the end of the block"
        default:
            let text = String(decoding: source[Int(token.start)..<Int(token.end)].prefix(40), as: UTF8.self)
            found = "`\(text)`"
        }
        if let expected { return fail(token.start, "invalid syntax: expected \(expected), found \(found)") }
        return fail(token.start, "invalid syntax: unexpected \(found)")
    }

    // MARK: Trials

    struct Checkpoint {
        var position: Int
        var previousEnd: UInt32
        var nodes: Int
        var slots: Int
        var pending: Int
        var strings: Int
        var decoded: Int
        var depth: Int
        var fieldDepth: Int
    }

    func checkpoint() -> Checkpoint {
        Checkpoint(
            position: position, previousEnd: previousEnd, nodes: nodes.count, slots: slots.count,
            pending: pending.count, strings: strings.count, decoded: decoded.count, depth: depth,
            fieldDepth: fieldDepth)
    }

    mutating func restore(_ point: Checkpoint) {
        position = point.position
        kind = tokens[position].kind
        previousEnd = point.previousEnd
        nodes.removeLast(nodes.count - point.nodes)
        slots.removeLast(slots.count - point.slots)
        pending.removeLast(pending.count - point.pending)
        strings.removeLast(strings.count - point.strings)
        decoded.removeLast(decoded.count - point.decoded)
        depth = point.depth
        fieldDepth = point.fieldDepth
    }

    // MARK: Nodes

    /// Appends a node that starts at `start` and ends with the last consumed token.
    @inline(__always)
    mutating func add(_ kind: NodeKind, _ start: UInt32, detail: UInt8 = 0) -> UInt32 {
        nodes.append(
            Node(kind: kind, detail: detail, start: start, end: previousEnd, firstSlot: UInt32(slots.count)))
        return UInt32(nodes.count - 1)
    }

    @inline(__always)
    mutating func add(_ kind: NodeKind, _ start: UInt32, detail: UInt8 = 0, _ first: UInt32) -> UInt32 {
        let id = add(kind, start, detail: detail)
        slots.append(first)
        return id
    }

    @inline(__always)
    mutating func add(
        _ kind: NodeKind, _ start: UInt32, detail: UInt8 = 0, _ first: UInt32, _ second: UInt32
    ) -> UInt32 {
        let id = add(kind, start, detail: detail)
        slots.append(first)
        slots.append(second)
        return id
    }

    @inline(__always)
    mutating func add(
        _ kind: NodeKind, _ start: UInt32, detail: UInt8 = 0, _ first: UInt32, _ second: UInt32, _ third: UInt32
    ) -> UInt32 {
        let id = add(kind, start, detail: detail)
        slots.append(first)
        slots.append(second)
        slots.append(third)
        return id
    }

    mutating func add(_ kind: NodeKind, _ start: UInt32, all: UInt32...) -> UInt32 {
        let id = add(kind, start)
        slots.append(contentsOf: all)
        return id
    }

    /// Moves the elements pushed since `mark` into a list; returns what its slot holds.
    @inline(__always)
    mutating func list(from mark: Int) -> UInt32 {
        let count = pending.count - mark
        if count == 0 { return Self.emptyList }
        let at = UInt32(slots.count)
        slots.append(UInt32(count))
        for index in mark..<pending.count { slots.append(pending[index]) }
        pending.removeLast(count)
        return at
    }

    /// A list of one element.
    @inline(__always)
    mutating func list(of only: UInt32) -> UInt32 {
        let at = UInt32(slots.count)
        slots.append(1)
        slots.append(only)
        return at
    }

    func kind(of node: UInt32) -> NodeKind { nodes[Int(node)].kind }

    /// Slot `index` of `node`.
    func slot(_ node: UInt32, _ index: Int) -> UInt32 { slots[Int(nodes[Int(node)].firstSlot) + index] }

    /// Where the elements of the list in slot `index` of `node` stand in `slots`.
    func elements(_ node: UInt32, _ index: Int) -> Range<Int> {
        let at = Int(slot(node, index))
        return (at + 1)..<(at + 1 + Int(slots[at]))
    }

    // MARK: Depth

    @inline(__always)
    mutating func descend() throws(Failure) {
        depth += 1
        if depth > Limits.expressionDepth { throw fail(token.start, "the expression is nested too deeply") }
    }
    @inline(__always)
    mutating func ascend() { depth -= 1 }

    // MARK: Names

    /// Consumes an identifier. Soft keywords are identifiers.
    @inline(__always)
    mutating func identifier(_ what: StaticString = "a name") throws(Failure) -> UInt32 {
        guard kind == .name else { throw unexpected(what) }
        let id = token.value
        advance()
        return id
    }
}
