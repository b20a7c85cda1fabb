import Testing

@testable import PythonSyntax

@Suite struct ErrorTests {
    @Test(arguments: [
        ("f() = 1", "1: cannot assign to function call"), ("a + b = c", "1: cannot assign to expression"),
        ("None = 1", "1: cannot assign to None"), ("(a, 1) = b", "1: cannot assign to literal"),
        ("for f() in a: pass", "1: cannot assign to function call"), ("[a for 1 in b]", "1: cannot assign to literal"),
        ("with a as 1: pass", "1: cannot assign to literal"), ("del f()", "1: cannot delete function call"),
        ("del *a", "1: cannot delete starred"),
        ("a, b += 1", "1: 'tuple' is an illegal expression for augmented assignment"),
        ("(a, b): c", "1: only single target (not tuple) can be annotated"),
        ("f(): a", "1: illegal target for annotation"),
        ("(a.b := c)", "1: cannot use assignment expressions with attribute"),
        ("f(a=1, b)", "1: positional argument follows keyword argument"),
        ("f(**a, b)", "1: positional argument follows keyword argument unpacking"),
        ("f(**a, *b)", "1: iterable argument unpacking follows keyword argument unpacking"),
        ("f(a for b in c, d)", "1: generator expression must be parenthesized"),
        ("f(a.b=1)", "1: expression cannot contain assignment, perhaps you meant \"==\"?"),
        ("def f(a=1, b): pass", "1: parameter without a default follows parameter with a default"),
        ("def f(*): pass", "1: named arguments must follow bare *"),
        ("def f(*a, *b): pass", "1: * argument may appear only once"),
        ("def f(/): pass", "1: at least one argument must precede /"),
        ("def f(*, a, /): pass", "1: / must be ahead of *"),
        ("def f(**a, b): pass", "1: arguments cannot follow var-keyword argument"),
        ("lambda **a=1: b", "1: var-keyword argument cannot have default value"),
        ("from a import b,", "1: trailing comma not allowed without surrounding parentheses"),
        ("print a", "1: missing parentheses in call to 'print'. Did you mean print(...)?"),
        ("[*a for b in c]", "1: iterable unpacking cannot be used in comprehension"),
        ("{**a for b in c}", "1: dict unpacking cannot be used in dict comprehension"),
        ("(*a)", "1: cannot use starred expression here"), ("a <> b", "1: `<>` is no operator of Python 3, use `!=`"),
        ("[a b]", "1: invalid syntax: perhaps a comma is missing"), ("a $ b", "1: invalid character `$`"),
        ("a = “b”", "1: invalid character `“` (U+201C)"), ("a\u{A0}= b", "1: invalid character U+00A0"),
        ("(a]", "1: closing parenthesis ']' does not match opening parenthesis '('"), ("a)", "1: unmatched ')'"),
        ("f(", "1: '(' was never closed"), ("'abc", "1: unterminated string literal"),
        ("a \\ b", "1: unexpected character after the line continuation character"),
        ("try: a\nb", "2: invalid syntax: expected `except` or `finally`, found `b`"),
        ("try: a\nexcept b: c\nexcept* d: e", "3: cannot have both 'except' and 'except*' on the same 'try'"),
        ("match a:\n case b as _: c\n", "2: cannot use '_' as a target"),
        ("class A[]: b", "1: type parameter list cannot be empty"),
        ("if a:\nb\n", "2: expected an indented block after an `if`"), ("a\n  b\n", "2: unexpected indent"),
        ("if a:\n    b\n  c\n", "3: unindent does not match any outer indentation level"),
        ("if a:\n\tb\n        c\n", "3: inconsistent use of tabs and spaces in indentation"),
    ])
    func messages(_ source: String, _ expected: String) {
        #expect(errors(source).first == expected)
    }

    @Test(arguments: [
        ("match a:\n case b: c\n", 10, "`match` statement"),
        ("with (a as b): c\n", 9, "a `with` whose items are in parentheses"),
        ("@a[0]\ndef f(): pass\n", 9, "a decorator other than a dotted name or a call of one"),
        ("for a in *b, c: d\n", 9, "a starred expression in the iterable of a `for` without parentheses"),
        ("a[b := c]\n", 10, "an assignment expression in an index without parentheses"),
        ("{a := b}\n", 9, "an assignment expression in a set without parentheses"),
        ("a[*b]\n", 11, "a starred expression in an index"),
        ("def f(*a: *b): c\n", 11, "a starred annotation"), ("try: a\nexcept* b: c\n", 11, "`except*`"),
        ("type A = b\n", 12, "`type` statement"),
        ("def f[T](): a\n", 12, "a type parameter list"),
        ("class A[T = int]: b\n", 13, "a default of a type parameter"), ("t'a'\n", 14, "a t-string"),
    ])
    func versions(_ source: String, _ since: Int, _ what: String) {
        #expect(errors(source, "3.\(since)").isEmpty)
        let old = errors(source, "3.\(since - 1)")
        #expect(old.count == 1)
        #expect(old.first?.hasSuffix("\(what) needs Python 3.\(since), the target is 3.\(since - 1)") == true)
    }

    @Test func acceptedByTheParserOnly() {
        for source in [
            "return", "await a", "yield a", "nonlocal a", "def f(a, a): pass", "break", "*a", "*a = b", "f(a=1, a=2)",
            "x = *a",
            "from __future__ import nothing", "try: a\nexcept: b\nexcept c: d\n", "try: a\nfinally: return", "(yield)",
            "a = b = yield",
        ] { #expect(errors(source).isEmpty, "\(source)") }
    }

    @Test func oldParserRefusedMore() {
        for source in [
            "__debug__ = 1", "f(a=1, a=2)", "def __debug__(): pass", "a.__debug__ = 1", "import a as __debug__",
            "def f(__debug__): pass",
        ] {
            #expect(!errors(source, "3.8").isEmpty, "\(source)")
            #expect(errors(source, "3.9").isEmpty, "\(source)")
        }
        #expect(errors("[a for b in c if lambda: d]", "3.8").isEmpty)
        #expect(!errors("[a for b in c if lambda: d]", "3.9").isEmpty)
    }

    @Test(arguments: [
        "def bad(:\n    x\n", "x = = 1\n", "foo(\n", "x = [1, 2\n", "class C(:\n    def m(self): pass\n",
        "'unterminated\n", "if x\n    y\n",
        "f'{'\n", "match x:\n  case 1 +: y\n", "x = (]\n", "print 'a'\n", "@\n", "  indented\n", "try:\n  x\n", "$\n",
        "\"\"\"open\n", "lambda\n", "a b c d\n",
    ])
    func theRestOfTheFileIsRead(_ broken: String) {
        let tree = parse("def first(): pass\n" + broken + "async def second():\n    return 1\nclass Third: pass\n")
        #expect(!tree.errors.isEmpty)
        let names = definitions(tree)
        for name in ["first", "second", "Third"] { #expect(names.contains(name), "\(names)") }
    }

    @Test func oneErrorForOneMistake() {
        #expect(errors("a = = 1\nb = 2\nc = (\nd = 1\ndef f(): pass\n").count == 2)
        #expect(errors("def f(:\n    a\n    b\nc\n").count == 1)
        #expect(errors("a = 'b\nc = 1\n").count == 1)
    }
}
