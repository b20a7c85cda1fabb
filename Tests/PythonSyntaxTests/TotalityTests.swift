import Testing

@testable import PythonSyntax

/// Any bytes give a tree, in linear time and with little stack.
@Suite struct TotalityTests {
    static let program = ##"""
        # -*- coding: utf-8 -*-
        @a.b(c)
        async def f(a, /, b: int = 1, *c, d=2, **e) -> "x":
            """Doc\N{BULLET}"""
            with (open(a) as g, h): x = f'{a!r:>{b}}' 'é' + rb'\d'
            async for i, *j in [k for k in l if m]: yield {**n, 1: 0x_ff, 's': 1e5j}
            try: lambda: (yield)
            except* (A, B) as e: raise X from None
            match x:
                case {"a": [1, *_], **r} | A(b=-1+2j) if y: pass
        class C[T: int = str](B, metaclass=M):
            type X = a[1:2, ...]
            if (y := 5) not in z: del a.b, c[0]
            elif a is not b: return *a, b
        t"{a = }" ; ｗ = µ

        """##

    /// Every node's slots are within bounds, and whoever walks the tree gets to its end.
    private func check(_ tree: SyntaxTree, _ note: @autoclosure () -> String) {
        var visited = 0
        for (index, node) in tree.nodes.enumerated() {
            #expect(node.start <= node.end && Int(node.end) <= tree.source.count, "\(note())")
            let id = NodeID(raw: UInt32(index))
            for (slot, field) in node.kind.fields.enumerated() {
                switch field.kind {
                case .node: visited += Int(tree.node(id, slot).map { tree[$0].kind.rawValue } ?? 0)
                case .list: for case let child? in tree.list(id, slot) { visited += Int(tree[child].kind.rawValue) }
                case .name: visited += tree.name(id, slot).map { tree.text(of: $0).utf8.count } ?? 0
                case .names: visited += tree.nameList(id, slot).count
                case .op: visited += Int(tree.op(id, slot).rawValue)
                case .ops: visited += tree.ops(id, slot).count
                default: break
                }
            }
        }
        for value in tree.strings { visited += tree.bytes(of: value).count }
        for error in tree.errors { #expect(Int(error.offset) <= tree.source.count) }
        #expect(visited >= 0)
        #expect(tree.kind(tree.root) == .module)
    }

    @Test(arguments: [8, 11, 12, 14])
    func truncations(_ minor: Int) {
        let bytes = Array(Self.program.utf8)
        #expect(PythonParser.parse(bytes, target: .newest).errors.isEmpty)
        for end in 0..<bytes.count {
            check(PythonParser.parse(Array(bytes[..<end]), target: PythonVersion(minor: minor)), "truncated to \(end)")
        }
    }

    @Test func mutations() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(state: seed)
        let bytes = Array(Self.program.utf8)
        let pieces = [
            "(", ")", "[", "]", "{", "}", "'", "\"\"\"", "f'", "f\"{", "\\", "\n", "\n    ", ":", "=", "\0", "\u{FEFF}",
            "\r", "#", "match ", "\t", "é",
        ]
        for round in 0..<1500 {
            var text = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let at = Int.random(in: 0..<text.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: text[at] = UInt8.random(in: 0...255, using: &random)
                case 1: text.removeSubrange(at..<min(text.count - 1, at + Int.random(in: 0...30, using: &random)))
                default: text.insert(contentsOf: pieces.randomElement(using: &random)?.utf8.map { $0 } ?? [], at: at)
                }
                if text.isEmpty { text = [10] }
            }
            let minor = [8, 9, 11, 12, 13, 14].randomElement(using: &random) ?? 14
            check(PythonParser.parse(text, target: PythonVersion(minor: minor)), "seed \(seed), round \(round)")
        }
    }

    @Test func randomBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(state: seed)
        for round in 0..<300 {
            let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : "()[]{}'\"\\\n:=f t#,.*".utf8.randomElement(using: &random) ?? 0
            }
            check(
                PythonParser.parse(bytes, target: PythonVersion(minor: 8 + round % 7)), "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [
        ("[", 10_000, "1", "]"), ("(", 100_000, "", ""), ("{", 100_000, "", ""), ("lambda: ", 10_000, "1", ""),
        ("a ** ", 20_000, "b", ""),
        ("f'{", 5_000, "a", "}'"), ("{**", 10_000, "", ""), ("[x for x in ", 5_000, "", ""), ("f(a=", 5_000, "", ""),
        ("await ", 50_000, "a", ""),
        ("-", 100_000, "1", ""), ("not ", 100_000, "a", ""), ("match (\n", 5_000, "", ""), ("with (", 5_000, "", ""),
        ("async ", 20_000, "", ""),
        ("* ", 50_000, "a", ""), ("a: ", 50_000, "b", ""), ("yield ", 50_000, "", ""),
    ])
    func refusedWhenTooDeep(_ open: String, _ count: Int, _ middle: String, _ close: String) {
        let text =
            String(repeating: open, count: count) + middle + String(repeating: close, count: count)
            + "\ndef after(): pass\n"
        let tree = PythonParser.parse(Array(text.utf8), target: .newest)
        #expect(!tree.errors.isEmpty)
    }

    @Test(arguments: [
        ("a", ".b", 300_000, 300_002), ("a", "()", 200_000, 200_003), ("a", " + c", 200_000, 400_003),
        ("a", " if b else c", 50_000, 0),
        ("a", " < b", 100_000, 0), ("a", " and b or c", 50_000, 0), ("'a'", " 'b'", 100_000, 0),
        ("f'a{b}'", " f'c{d}'", 20_000, 0),
        ("a", "; a", 100_000, 0), ("if a:\n pass\n", "elif b:\n pass\n", 10_000, 0), ("a", " = a", 50_000, 0),
        ("f(x=1", ", x=1", 50_000, -1),
    ])
    func longChains(_ first: String, _ link: String, _ count: Int, _ nodes: Int) {
        let text = first + String(repeating: link, count: count) + (nodes < 0 ? ")" : "") + "\n"
        let tree = PythonParser.parse(Array(text.utf8), target: .newest)
        #expect(tree.errors.isEmpty)
        if nodes > 0 { #expect(tree.nodes.count >= nodes - 2) }
    }

    @Test func nestedFunctions() {
        let lines = (0..<5_000).map { String(repeating: " ", count: $0) + "def f\($0)():\n" }.joined()
        let tree = PythonParser.parse(
            Array((lines + String(repeating: " ", count: 5_000) + "pass\n").utf8), target: .newest)
        #expect(errors(tree).first == "101: too many levels of indentation")
        #expect(definitions(tree).count >= 99)
    }

    @Test func longInput() {
        for text in [
            String(repeating: "\n", count: 500_000), String(repeating: "#\n", count: 200_000),
            String(repeating: "\\\n", count: 200_000),
            String(repeating: "\"\n", count: 50_000), String(repeating: "\\\"\"\"\n", count: 100_000),
            String(repeating: "def f(\n", count: 20_000), "0x" + String(repeating: "f", count: 200_000),
            "e" + String(repeating: "\u{301}\u{323}", count: 20_000),
        ] { check(PythonParser.parse(Array(text.utf8), target: .newest), "long") }
    }
}

/// A small generator whose runs can be repeated from the seed that a failure prints.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
