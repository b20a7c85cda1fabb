import Testing

@testable import PythonSyntax

@Suite struct ExpressionTests {
    @Test(arguments: [
        ("a + b * c - d", "(BinOp (BinOp a Add (BinOp b Mult c)) Sub d)"),
        ("(a + b) * c", "(BinOp (BinOp a Add b) Mult c)"),
        ("-a ** -b", "(UnaryOp USub (BinOp a Pow (UnaryOp USub b)))"),
        ("a ** b ** c", "(BinOp a Pow (BinOp b Pow c))"),
        ("not a == b", "(UnaryOp Not (Compare a [Eq] [b]))"),
        ("not not a", "(UnaryOp Not (UnaryOp Not a))"),
        ("a or b and not c or d", "(BoolOp Or [a (BoolOp And [b (UnaryOp Not c)]) d])"),
        ("a < b is not c not in d", "(Compare a [Lt IsNot NotIn] [b c d])"),
        ("a | b ^ c & d << e", "(BinOp a BitOr (BinOp b BitXor (BinOp c BitAnd (BinOp d LShift e))))"),
        ("a @ b // c % d", "(BinOp (BinOp (BinOp a MatMult b) FloorDiv c) Mod d)"),
        ("await a ** b", "(BinOp (Await a) Pow b)"),
        ("a if b else c if d else e", "(IfExp b a (IfExp d c e))"),
        ("lambda: (yield)", "(Lambda (arguments) (Yield))"),
        (
            "lambda a, /, b=1, *c, d=2, **e: a",
            "(Lambda (arguments [(arg a)] [(arg b)] (arg c) [(arg d)] [2] (arg e) [1]) a)"
        ),
        ("a.b(c)[d].e", "(Attribute (Subscript (Call (Attribute a b) [c]) d) e)"),
    ])
    func operators(_ source: String, _ expected: String) {
        #expect(parsed(source) == expected)
    }

    @Test(arguments: [
        ("()", "(Tuple)"), ("(a)", "a"), ("(a,)", "(Tuple [a])"), ("a, *b", "(Tuple [a (Starred b)])"),
        ("[]", "(List)"), ("[a, *b]", "(List [a (Starred b)])"), ("{}", "(Dict)"), ("{a, b}", "(Set [a b])"),
        ("{a: b, **c}", "(Dict [a -] [b c])"),
        ("[a for b, in c if d if e]", "(ListComp a [(comprehension =(Tuple [=b]) c [d e] 0)])"),
        ("{a: b for c in d}", "(DictComp a b [(comprehension =c d [] 0)])"),
        ("{a async for b in c}", "(SetComp a [(comprehension =b c [] 1)])"),
        ("(a for b in c for d in e)", "(GeneratorExp a [(comprehension =b c [] 0) (comprehension =d e [] 0)])"),
        ("(a := b)", "(NamedExpr =a b)"),
        ("[a := 1, b]", "(List [(NamedExpr =a 1) b])"),
    ])
    func displays(_ source: String, _ expected: String) {
        #expect(parsed(source) == expected)
    }

    @Test(arguments: [
        ("f()", "(Call f)"), ("f(a, *b, c=d, **e)", "(Call f [a (Starred b)] [(keyword c d) (keyword - e)])"),
        ("f(**a, b=c)", "(Call f [] [(keyword - a) (keyword b c)])"),
        ("f(a=b, *c)", "(Call f [(Starred c)] [(keyword a b)])"),
        ("f(a for b in c)", "(Call f [(GeneratorExp a [(comprehension =b c [] 0)])])"),
        ("f((a for b in c), d)", "(Call f [(GeneratorExp a [(comprehension =b c [] 0)]) d])"),
        ("f(a := b)", "(Call f [(NamedExpr =a b)])"),
        ("a[b]", "(Subscript a b)"), ("a[b,]", "(Subscript a (Tuple [b]))"),
        ("a[:]", "(Subscript a (Slice))"), ("a[b:c:d, e]", "(Subscript a (Tuple [(Slice b c d) e]))"),
        ("a[::b]", "(Subscript a (Slice - - b))"), ("a[*b]", "(Subscript a (Tuple [(Starred b)]))"),
        ("a[b := c]", "(Subscript a (NamedExpr =b c))"),
    ])
    func callsAndSubscripts(_ source: String, _ expected: String) {
        #expect(parsed(source) == expected)
    }

    @Test(arguments: [
        "0", "00_0", "1_000", "0xFf", "0o17", "0b1_0", "1.", ".5", "1e5", "1_0.0_1e-1_0", "3j", "1.5J", "...", "None",
        "True",
    ])
    func literals(_ source: String) {
        #expect(parsed(source) == source)
    }

    @Test func numbersBeforeKeywords() {
        #expect(parsed("1if a else 2") == "(IfExp a 1 2)")
        #expect(parsed("0xfor b") == "(BoolOp Or [0xf b])")
        #expect(parsed("[1for a in b]") == "(ListComp 1 [(comprehension =a b [] 0)])")
        #expect(parsed("1..real") == "(Attribute 1. real)")
    }

    @Test(arguments: ["0777", "1_", "1__0", "0x", "0b12", "0o8", "1abc", "0_7", "1.a", "1e5x", "0x_", "1_.5"])
    func invalidNumbers(_ source: String) {
        #expect(!errors(source).isEmpty)
    }

    @Test func identifiersAreNormalised() {
        #expect(parsed("ｗｉｄｔｈ = ﬁ") == "(Assign [=width] fi)")
        #expect(parsed("e\u{301} = ﬀ") == "(Assign [=é] ff)")
        #expect(parsed("가 = \u{1100}\u{1161}") == "(Assign [=가] 가)")
        #expect(parsed("µ").unicodeScalars.first == "\u{3BC}")
    }

    @Test func positionsIncludeParenthesesOfOperands() {
        let tree = parse("x = (a) + (b)\n")
        let index = tree.nodes.firstIndex { $0.kind == .binOp }
        let node = index.map { tree.nodes[$0] }
        #expect(node?.start == 4)
        #expect(node?.end == 13)
    }

    @Test func childrenPrecedeParents() {
        let tree = parse("def f(a=1):\n  if a:\n    return [b for b in a]\n  elif c:\n    pass\n")
        for (index, node) in tree.nodes.enumerated() {
            let id = NodeID(raw: UInt32(index))
            for (slot, field) in node.kind.fields.enumerated() {
                if field.kind == .node, let child = tree.node(id, slot) { #expect(child.raw < id.raw) }
                if field.kind == .list { for case let child? in tree.list(id, slot) { #expect(child.raw < id.raw) } }
            }
        }
    }
}
