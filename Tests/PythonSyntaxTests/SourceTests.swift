import Testing

@testable import PythonSyntax

@Suite struct SourceTests {
    private func parse(_ bytes: [UInt8], _ target: PythonVersion = .newest) -> SyntaxTree {
        PythonParser.parse(bytes, target: target)
    }
    private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

    @Test func encodings() {
        for (header, byte, expected) in [
            ("# coding: latin-1", 0xE9, "é"), ("# -*- coding: iso-8859-15 -*-", 0xA4, "€"),
            ("# vim: set fileencoding=cp1252 :", 0x80, "€"),
            ("# coding: koi8-r", 0xC1, "а"), ("#!/x\n# coding=KOI8_R", 0xC1, "а"), ("# coding: cp1251", 0xE0, "а"),
        ] as [(String, UInt8, String)] {
            let tree = parse(latin(header + "\nx = '") + [byte] + latin("'\n"))
            #expect(tree.errors.isEmpty, "\(header)")
            #expect(Compact(tree: tree).text(tree.root) == "(Assign [=x] '\(expected)')")
        }
    }

    @Test func encodingErrors() {
        #expect(errors(parse(latin("# coding: nonsense\nx = 1\n"))) == ["1: unknown encoding: nonsense"])
        #expect(errors(parse(latin("x = 1\ny = '") + [0xFF] + latin("'\n"))) == ["2: byte 0xff is not UTF-8"])
        #expect(errors(parse(latin("# coding: ascii\n'é'"))).count == 1)
        #expect(errors(parse([0xEF, 0xBB, 0xBF] + latin("# coding: latin-1\nx"))).count == 1)
        #expect(errors(parse([0xEF, 0xBB, 0xBF] + latin("# coding: utf-8\nx"))).isEmpty)
        #expect(errors(parse([0xFF, 0xFE, 0x78, 0])).count == 1)
        #expect(errors(parse(latin("x = 1\ny\0 = 2\n"))) == ["2: source code cannot contain null bytes"])
        #expect(errors(parse(latin("x = 1\nif y:\n  z\n# coding: nonsense\n"))).isEmpty)
    }

    @Test func bytesThatAreNoUTF8() {
        for bytes in [
            [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xF0, 0x80, 0x80, 0x80],
        ] as [[UInt8]] {
            let tree = parse(latin("x = '") + bytes + latin("'\ndef f(): pass\n"))
            #expect(tree.errors.count == 1)
            #expect(definitions(tree) == ["f"])
            #expect(SourceText.firstInvalidUTF8(tree.source, from: 0) == nil)
        }
    }

    @Test func lineEnds() {
        for end in ["\n", "\r\n", "\r"] {
            let tree = PythonSyntaxTests.parse(
                "if a:\(end)  b = 1 \\\(end)  + 2\(end)\(end)  # c\(end)\u{C}\(end)d\(end)")
            #expect(tree.errors.isEmpty)
            #expect(Compact(tree: tree).text(tree.root) == "(If a [(Assign [=b] (BinOp 1 Add 2))]); d")
            #expect(tree.lineStarts.count == 8)
            #expect(tree.comments.count == 1)
        }
        #expect(parsed("a\n\u{C}b") == "a; b")
        #expect(parsed("if a:\n  b\n \u{C}  c\n") == "(If a [b c])")
    }

    @Test func bytesOrderMark() {
        let tree = parse([0xEF, 0xBB, 0xBF] + latin("x"))
        #expect(tree.source == [UInt8(ascii: "x")])
        #expect(parsed("\u{FEFF}\u{FEFF}x").hasPrefix("errors"))
    }

    @Test func continuations() {
        #expect(parsed("a = \\\n  1") == "(Assign [=a] 1)")
        #expect(!errors("a = 1 \\").isEmpty)
        #expect(!errors("\\\n").isEmpty)
        #expect(parsed("if a:\n  b\n  \\\n  c\n", "3.9") == "(If a [b c])")
    }

    @Test func empty() {
        for text in ["", "\n", "   ", "# a", "\t\n  # b\n", "\r", "\u{C}"] {
            #expect(parsed(text) == "")
            #expect(PythonSyntaxTests.parse(text).nodes.count == 1)
        }
    }
}
