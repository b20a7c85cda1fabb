/// What the first byte of a token says about it.
enum ByteClass: UInt8 {
    case other, space, name, wide, digit, quote, newline, hash, backslash, open, close, oper

    @inline(__always)
    static func of(_ byte: UInt8) -> ByteClass {
        switch byte {
        case 0x20, 9, 12: .space
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): .name
        case 0x80...0xFF: .wide
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
        case 10, 13: .newline
        case UInt8(ascii: "#"): .hash
        case UInt8(ascii: "\\"): .backslash
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"),
            UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "~"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "."),
            UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"):
            .oper
        default: .other
        }
    }

    /// A byte that goes on an ASCII identifier.
    @inline(__always)
    static func isNamePart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

/// Keywords by their text, packed big-endian into an integer: `if` is 0x6966.
enum Keywords {
    /// The keyword whose packed text is `word`.
    @inline(__always)
    static func kind(_ word: UInt64, count: Int) -> TokenKind? {
        switch count {
        case 2: short(word)
        case 3: three(word)
        case 4: four(word)
        case 5: five(word)
        case 6: six(word)
        case 7: word == 0x66696e616c6c79 ? .kwFinally : nil
        case 8: word == 0x636f6e74696e7565 ? .kwContinue : word == 0x6e6f6e6c6f63616c ? .kwNonlocal : nil
        default: nil
        }
    }

    @inline(__always)
    private static func short(_ word: UInt64) -> TokenKind? {
        switch word {
        case 0x6966: .kwIf
        case 0x696e: .kwIn
        case 0x6973: .kwIs
        case 0x6f72: .kwOr
        case 0x6173: .kwAs
        default: nil
        }
    }

    @inline(__always)
    private static func three(_ word: UInt64) -> TokenKind? {
        switch word {
        case 0x646566: .kwDef
        case 0x666f72: .kwFor
        case 0x6e6f74: .kwNot
        case 0x616e64: .kwAnd
        case 0x747279: .kwTry
        case 0x64656c: .kwDel
        default: nil
        }
    }

    @inline(__always)
    private static func four(_ word: UInt64) -> TokenKind? {
        switch word {
        case 0x4e6f6e65: .kwNone
        case 0x54727565: .kwTrue
        case 0x656c7365: .kwElse
        case 0x66726f6d: .kwFrom
        case 0x656c6966: .kwElif
        case 0x77697468: .kwWith
        case 0x70617373: .kwPass
        default: nil
        }
    }

    @inline(__always)
    private static func five(_ word: UInt64) -> TokenKind? {
        switch word {
        case 0x46616c7365: .kwFalse
        case 0x636c617373: .kwClass
        case 0x7261697365: .kwRaise
        case 0x7768696c65: .kwWhile
        case 0x7969656c64: .kwYield
        case 0x627265616b: .kwBreak
        case 0x6173796e63: .kwAsync
        case 0x6177616974: .kwAwait
        default: nil
        }
    }

    @inline(__always)
    private static func six(_ word: UInt64) -> TokenKind? {
        switch word {
        case 0x72657475726e: .kwReturn
        case 0x696d706f7274: .kwImport
        case 0x657863657074: .kwExcept
        case 0x617373657274: .kwAssert
        case 0x6c616d626461: .kwLambda
        case 0x676c6f62616c: .kwGlobal
        default: nil
        }
    }

    /// The `SoftKeyword` whose packed text is `word`, or 0.
    @inline(__always)
    static func soft(_ word: UInt64, count: Int) -> UInt8 {
        switch count {
        case 1: word == 0x5f ? SoftKeyword.underscore : 0
        case 4:
            switch word {
            case 0x63617365: SoftKeyword.case
            case 0x74797065: SoftKeyword.type
            case 0x65786563: SoftKeyword.exec
            default: 0
            }
        case 5: word == 0x6d61746368 ? SoftKeyword.match : word == 0x7072696e74 ? SoftKeyword.print : 0
        default: 0
        }
    }
}
