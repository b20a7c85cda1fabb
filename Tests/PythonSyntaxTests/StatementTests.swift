import Testing

@testable import PythonSyntax

@Suite struct StatementTests {
    @Test(arguments: [
        ("a = b = c, d", "(Assign [=a =b] (Tuple [c d]))"),
        (
            "(a, *b), c.d, e[f] = g",
            "(Assign [=(Tuple [=(Tuple [=a =(Starred =b)]) =(Attribute c d) =(Subscript e f)])] g)"
        ),
        ("[] = () = a", "(Assign [=(List) =(Tuple)] a)"),
        ("a = yield b", "(Assign [=a] (Yield b))"),
        ("a @= b", "(AugAssign =a MatMult b)"),
        ("a: b = c", "(AnnAssign =a b c 1)"),
        ("(a): b", "(AnnAssign =a b - 0)"),
        ("a.b: c", "(AnnAssign =(Attribute a b) c - 0)"),
        ("a: b = *c, d", "(AnnAssign =a b (Tuple [(Starred c) d]) 1)"),
        ("del a, (b, c), d[e]", "(Delete [!a !(Tuple [!b !c]) !(Subscript d e)])"),
        ("return *a, b", "(Return (Tuple [(Starred a) b]))"),
        ("raise a from b", "(Raise a b)"),
        ("assert a, b", "(Assert a b)"),
        ("global a, b", "(Global [a b])"),
        ("a; b;", "a; b"),
        ("import a.b.c as d, e", "(Import [(alias a.b.c d) (alias e)])"),
        ("from ...a . b import (c as d, e,)", "(ImportFrom a.b [(alias c d) (alias e)] 3)"),
        ("from . import *", "(ImportFrom - [(alias *)] 1)"),
        ("yield from a", "(YieldFrom a)"),
        ("type = match", "(Assign [=type] match)"),
        ("print (a)", "(Call print [a])"),
    ])
    func simple(_ source: String, _ expected: String) {
        #expect(parsed(source) == expected)
    }

    @Test(arguments: [
        ("if a: b\nelif c: d\nelse: e\n", "(If a [b] [(If c [d] [e])])"),
        ("while a:\n  break\nelse:\n  continue\n", "(While a [(Break)] [(Continue)])"),
        ("for a, in b: c", "(For =(Tuple [=a]) b [c])"),
        ("for a in *b, c: d", "(For =a (Tuple [(Starred b) c]) [d])"),
        (
            "async def f():\n async for a in b: c\n async with d: e\n",
            "(AsyncFunctionDef f (arguments) [(AsyncFor =a b [c]) (AsyncWith [(withitem d)] [e])])"
        ),
        (
            "try: a\nexcept b as c: d\nexcept: e\nelse: f\nfinally: g\n",
            "(Try [a] [(ExceptHandler b c [d]) (ExceptHandler - - [e])] [f] [g])"
        ),
        ("try: a\nexcept* b: c\n", "(TryStar [a] [(ExceptHandler b - [c])])"),
        ("with a as b, c: d", "(With [(withitem a =b) (withitem c)] [d])"),
        ("with (a as b, c as (d, e),): f", "(With [(withitem a =b) (withitem c =(Tuple [=d =e]))] [f])"),
        ("with (a, b) as c: d", "(With [(withitem (Tuple [a b]) =c)] [d])"),
        ("with (a, b): c", "(With [(withitem a) (withitem b)] [c])"),
        ("with (yield a): b", "(With [(withitem (Yield a))] [b])"),
        ("with (a), (b): c", "(With [(withitem a) (withitem b)] [c])"),
        ("@a.b\n@c[0]\nclass D(e, f=g): h\n", "(ClassDef D [e] [(keyword f g)] [h] [(Attribute a b) (Subscript c 0)])"),
        (
            "def f(a: b = c, *, d, **e) -> g: h",
            "(FunctionDef f (arguments [] [(arg a b)] - [(arg d)] [-] (arg e) [c]) [h] [] g)"
        ),
        ("def f(*a: *b): c", "(FunctionDef f (arguments [] [] (arg a (Starred b))) [c])"),
    ])
    func compound(_ source: String, _ expected: String) {
        #expect(parsed(source) == expected)
    }

    @Test(arguments: [
        (
            "type A[T: int = str, *U = *a, **P = b] = c",
            "(TypeAlias =A [(TypeVar T int str) (TypeVarTuple U (Starred a)) (ParamSpec P b)] c)"
        ),
        ("def f[T](a: T): b", "(FunctionDef f (arguments [] [(arg a T)]) [b] [] - - [(TypeVar T)])"),
        ("class A[T](B): c", "(ClassDef A [B] [] [c] [] [(TypeVar T)])"),
        ("type type = type", "(TypeAlias =type [] type)"),
    ])
    func typeParameters(_ source: String, _ expected: String) {
        #expect(parsed(source) == expected)
    }

    @Test(arguments: [
        ("1", "(MatchValue 1)"), ("-1 + 2j", "(MatchValue (BinOp (UnaryOp USub 1) Add 2j))"),
        ("'a' 'b'", "(MatchValue 'ab')"),
        ("None", "(MatchSingleton None)"), ("a", "(MatchAs - a)"), ("_", "(MatchAs)"),
        ("a.b", "(MatchValue (Attribute a b))"),
        ("a | b as c", "(MatchAs (MatchOr [(MatchAs - a) (MatchAs - b)]) c)"),
        ("a, *_", "(MatchSequence [(MatchAs - a) (MatchStar)])"), ("*a,", "(MatchSequence [(MatchStar a)])"),
        ("(a)", "(MatchAs - a)"), ("(a,)", "(MatchSequence [(MatchAs - a)])"), ("[]", "(MatchSequence)"),
        ("{1: a, b.c: d, **e}", "(MatchMapping [1 (Attribute b c)] [(MatchAs - a) (MatchAs - d)] e)"),
        ("A(a, b=c)", "(MatchClass A [(MatchAs - a)] [b] [(MatchAs - c)])"),
    ])
    func patterns(_ pattern: String, _ expected: String) {
        #expect(parsed("match x:\n case \(pattern): y\n") == "(Match x [(match_case \(expected) - [y])])")
    }

    @Test func matchIsAName() {
        #expect(parsed("match(x)\n") == "(Call match [x])")
        #expect(parsed("match[x]: int\n") == "(AnnAssign =(Subscript match x) int - 0)")
        #expect(parsed("match * a\n") == "(BinOp match Mult a)")
        #expect(
            parsed("match -a, b:\n case _ if c: d\n")
                == "(Match (Tuple [(UnaryOp USub a) b]) [(match_case (MatchAs) c [d])])")
        #expect(parsed("match *a,:\n case _: d\n") == "(Match (Tuple [(Starred a)]) [(match_case (MatchAs) - [d])])")
        #expect(parsed("case = type = _ = match\n") == "(Assign [=case =type =_] match)")
    }

    @Test func exceptionsWithoutParentheses() {
        #expect(parsed("try: a\nexcept B, C: d\n") == "(Try [a] [(ExceptHandler (Tuple [B C]) - [d])])")
        #expect(parsed("try: a\nexcept* B, C: d\n") == "(TryStar [a] [(ExceptHandler (Tuple [B C]) - [d])])")
        #expect(
            errors("try: a\nexcept B, C as e: d\n") == [
                "2: multiple exception types must be parenthesized when using 'as'"
            ])
    }
}
