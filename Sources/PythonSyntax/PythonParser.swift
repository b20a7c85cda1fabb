/// The front end for Python source.
public enum PythonParser {
    /// Parses a file for one version of Python.
    ///
    /// Total: any bytes give a tree and a list of errors, in time linear in their number. `errors` is empty exactly
    /// if `ast.parse` of that version accepts the file. After an error, parsing goes on with the next statement.
    ///
    /// Chains of operators, attributes, calls and `elif` of any length are accepted, and their trees are as deep as
    /// they are long: walk `BinOp.left`, `Attribute.value`, `Call.func`, `Subscript.value`, `IfExp.orelse`, `UnaryOp.operand` and
    /// `If.orelse` in a loop, or use that children precede their parents in `nodes`. Every other nesting is limited.
    /// An optimised build needs at most 512 KB of stack for any input.
    public static func parse(_ bytes: [UInt8], target: PythonVersion) -> SyntaxTree {
        let text = SourceText(bytes)
        var source = text.bytes
        let count = source.count
        source.append(contentsOf: repeatElement(0, count: Lexer.padding))
        var tree = source.withUnsafeBufferPointer { buffer in
            var lexer = Lexer(source: buffer, count: count, target: target)
            lexer.run()
            let comments = lexer.comments
            let lexical = lexer.errors
            let unclosed = lexer.unclosed
            var parser = Parser(lexer: lexer)
            let root = parser.module(end: UInt32(count))
            return SyntaxTree(
                source: [], nodes: parser.nodes, slots: parser.slots, names: parser.names.strings(),
                strings: parser.strings, decoded: parser.decoded, comments: comments, lineStarts: text.lineStarts,
                errors: merge(text.errors, lexical, unclosed, parser.errors, text.lineStarts), root: NodeID(raw: root))
        }
        source.removeLast(Lexer.padding)
        tree.source = source
        return tree
    }

    /// The text that a tree's offsets count in: UTF-8, whatever the file's encoding is.
    public static func text(of bytes: [UInt8]) -> [UInt8] { SourceText(bytes).bytes }

    /// All errors in source order. A line that the lexer could not read yields no second error from the parser.
    private static func merge(
        _ decoding: [SyntaxError], _ lexical: [SyntaxError], _ unclosed: [Range<UInt32>], _ syntactic: [SyntaxError],
        _ lineStarts: [UInt32]
    ) -> [SyntaxError] {
        if lexical.isEmpty, decoding.isEmpty { return syntactic }
        func line(_ error: SyntaxError) -> Int {
            var low = 0
            var high = lineStarts.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if lineStarts[middle] <= error.offset { low = middle } else { high = middle }
            }
            return low
        }
        let unreadable = Set(lexical.map(line))
        let kept =
            decoding + lexical
            + syntactic.filter { error in
                !unreadable.contains(line(error)) && !unclosed.contains { $0.contains(error.offset) }
            }
        return Array(
            kept.enumerated().sorted { ($0.1.offset, $0.0) < ($1.1.offset, $1.0) }.map(\.1).prefix(Limits.errors))
    }
}
