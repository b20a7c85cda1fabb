import Testing

@testable import PythonSyntax

@Suite struct StringTests {
    @Test(arguments: [
        (#"'a' "b""#, "'ab'"), (#"u'a'"#, "u'a'"), (#"U'a'"#, "'a'"), (#"b'a' B'b'"#, "b'ab'"), (#"r'\n'"#, #"'\n'"#),
        (#"'\x41\u00e9\U0001F600\101\t'"#, "'Aé😀A\t'"), (#"'\N{LATIN SMALL LETTER A WITH ACUTE}\N{nul}'"#, "'á\0'"),
        (#"'\q\''"#, #"'\q''"#), (#"b'\u0041\x41'"#, #"b'\u0041A'"#), ("'a\\\nb'", "'ab'"),
        ("'''a\r\nb\rc'''", #"'a\nb\nc'"#),
        (#"'\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GA}\N{VS17}'"#, "'一가\u{E0100}'"),
    ])
    func literals(_ source: String, _ expected: String) {
        #expect(parsed(source) == expected)
    }

    @Test func loneSurrogatesKeepTheirBytes() {
        let tree = parse(#"'\ud800'"#)
        #expect(tree.errors.isEmpty)
        #expect(Array(tree.bytes(of: tree.strings[0])) == [0xED, 0xA0, 0x80])
        #expect(tree.string(NodeID(raw: 0)) != nil)
    }

    @Test(arguments: ["3.8", "3.11", "3.12", "3.14"])
    func formatted(_ target: String) {
        let cases = [
            (#"f'a{b}c'"#, "(JoinedStr ['a' (FormattedValue b -1) 'c'])"),
            (#"f''"#, "(JoinedStr)"),
            (#"'a' f'b{{c}}' 'd'"#, "(JoinedStr ['ab{c}d'])"),
            (#"f'{a!r:>{b}}'"#, "(JoinedStr [(FormattedValue a 114 (JoinedStr ['>' (FormattedValue b -1)]))])"),
            (#"f'x{a = }'"#, "(JoinedStr ['xa = ' (FormattedValue a 114)])"),
            (#"f'{a=:x}'"#, "(JoinedStr ['a=' (FormattedValue a -1 (JoinedStr ['x']))])"),
            (
                #"f'{a!=b}{a["c"]:d}'"#,
                "(JoinedStr [(FormattedValue (Compare a [NotEq] [b]) -1) (FormattedValue (Subscript a 'c') -1 (JoinedStr ['d']))])"
            ),
            (
                #"f'{a,}{ {1: 2} }{(lambda: 1)}'"#,
                "(JoinedStr [(FormattedValue (Tuple [a]) -1) (FormattedValue (Dict [1] [2]) -1) (FormattedValue (Lambda (arguments) 1) -1)])"
            ),
            (#"rf'\{a}\n'"#, #"(JoinedStr ['\' (FormattedValue a -1) '\n'])"#),
            (#"f'\N{BULLET}{a}'"#, "(JoinedStr ['•' (FormattedValue a -1)])"),
            ("f'''{\na}\n'''", #"(JoinedStr [(FormattedValue a -1) '\n'])"#),
            (#"f'{f"{a}"}'"#, "(JoinedStr [(FormattedValue (JoinedStr [(FormattedValue a -1)]) -1)])"),
            (#"f'{yield a}'"#, "(JoinedStr [(FormattedValue (Yield a) -1)])"),
        ]
        for (source, expected) in cases { #expect(parsed(source, target) == expected, "\(source)") }
    }

    @Test func nestedQuotesNeed312() {
        let source = #"f'{a['b']}{'\n'.join(c)}{d # e"# + "\n}'"
        #expect(
            parsed(source, "3.12")
                == #"(JoinedStr [(FormattedValue (Subscript a 'b') -1) (FormattedValue (Call (Attribute '\n' join) [c]) -1) (FormattedValue d -1)])"#
        )
        #expect(!errors(source, "3.11").isEmpty)
        #expect(
            errors(#"f'{"\n"}'"#, "3.11") == [
                "1: f-string expression part cannot include a backslash before Python 3.12"
            ])
        #expect(
            errors("f'''{a # b\n}'''", "3.11") == ["1: f-string expression part cannot include '#' before Python 3.12"])
    }

    @Test func templates() {
        #expect(
            parsed(#"t'a{b!r:{c}}' rt'\d'"#)
                == #"(TemplateStr ['a' (Interpolation b 'b' 114 (JoinedStr [(FormattedValue c -1)])) '\d'])"#)
        #expect(parsed("t'{a = }'") == "(TemplateStr ['a = ' (Interpolation a 'a' 114)])")
        #expect(parsed("t'{a + b }'") == "(TemplateStr [(Interpolation (BinOp a Add b) 'a + b' -1)])")
        #expect(errors("t'{a}'", "3.13") == ["1: a t-string needs Python 3.14, the target is 3.13"])
        #expect(errors("t'a' 'b'") == ["1: cannot mix t-string literals with string or bytes literals"])
    }

    @Test(arguments: [
        "'a", "'''a", "b'é'", "'a' b'b'", "f'a' b'b'", #"'\x4'"#, #"'\u004'"#, #"'\U00110000'"#, #"'\N{NO SUCH NAME}'"#,
        #"'\N'"#, #"b'\x'"#,
        "f'{'", "f'}'", "f'{}'", "f'{!r}'", "f'{a!x}'", "f'{a b}'", "f'{a!r b}'", "f'{a:{b:{c:{d}}}}'", "f'{a",
        "f'{(a}'", "f'{a)}'",
        "f'{*a}' = b", "f'{lambda x: 1}'", "bu'a'", "fb'a'", "ft'a'", "f'{a = !}'", "f'{a! r}'",
    ])
    func broken(_ source: String) {
        for target in ["3.8", "3.11", "3.12", "3.14"] { #expect(!errors(source, target).isEmpty, "\(target)") }
    }
}
