/// Kinds of tokens. Keywords are kinds of their own; soft keywords are names with a flag.
enum TokenKind: UInt8 {
    case endOfFile, newline, indent, dedent
    /// Bytes that make no token; the lexer has recorded why.
    case error
    case name, number, string
    case fStringStart, fStringMiddle, fStringEnd

    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    case colon, comma, semicolon, dot, ellipsis, arrow, equal, colonEqual, exclamation

    case plus, minus, star, doubleStar, slash, doubleSlash, percent, at
    case ampersand, pipe, caret, tilde, leftShift, rightShift
    case equalEqual, notEqual, less, lessEqual, greater, greaterEqual

    case plusEqual, minusEqual, starEqual, slashEqual, doubleSlashEqual, percentEqual, atEqual
    case ampersandEqual, pipeEqual, caretEqual, leftShiftEqual, rightShiftEqual, doubleStarEqual

    case kwFalse, kwNone, kwTrue, kwAnd, kwAs, kwAssert, kwAsync, kwAwait, kwBreak, kwClass, kwContinue
    case kwDef, kwDel, kwElif, kwElse, kwExcept, kwFinally, kwFor, kwFrom, kwGlobal, kwIf, kwImport
    case kwIn, kwIs, kwLambda, kwNonlocal, kwNot, kwOr, kwPass, kwRaise, kwReturn, kwTry, kwWhile
    case kwWith, kwYield
}

/// One token: 16 bytes.
struct Token {
    var kind: TokenKind
    /// Names: a `SoftKeyword`. Numbers: a `ConstantKind`. Strings and f-strings: `StringFlags`.
    var flags: UInt8
    var start: UInt32
    var end: UInt32
    /// Names: the `NameID`. Opening brackets and `fStringStart`: index of the closing token, or 0 where
    /// there is none. Strings: length of the prefix.
    var value: UInt32
}

/// Names that mean something in some places only.
enum SoftKeyword {
    static let match: UInt8 = 1
    static let `case`: UInt8 = 2
    static let type: UInt8 = 3
    static let underscore: UInt8 = 4
    static let print: UInt8 = 5
    static let exec: UInt8 = 6
    static let debug: UInt8 = 7
}

/// What the lexer learnt about a string while it looked for its end.
enum StringFlags {
    static let raw: UInt8 = 1
    static let bytes: UInt8 = 2
    /// The prefix `u`; on the tokens of an f-string, the prefix `t`.
    static let unicodeOrTemplate: UInt8 = 4
    static let triple: UInt8 = 8
    static let hasBackslash: UInt8 = 16
    static let hasCarriageReturn: UInt8 = 32
    static let hasNonASCII: UInt8 = 64
    /// The token ends without its quotes; the error is recorded.
    static let unterminated: UInt8 = 128
}

extension TokenKind {
    /// Position marks that are no part of a statement's extent.
    @inline(__always) var isLayout: Bool { rawValue <= TokenKind.dedent.rawValue }

    /// Can a (possibly starred) expression begin with this token?
    var startsExpression: Bool {
        switch self {
        case .name, .number, .string, .fStringStart, .leftParen, .leftBracket, .leftBrace, .ellipsis, .minus, .plus,
            .tilde, .star, .kwNot, .kwLambda, .kwAwait, .kwNone, .kwTrue, .kwFalse, .kwYield:
            true
        default: false
        }
    }

    /// Keywords that only begin a statement: seen at the start of a line inside brackets, a bracket was
    /// left open.
    var beginsStatementOnly: Bool {
        switch self {
        case .kwAssert, .kwBreak, .kwClass, .kwContinue, .kwDef, .kwDel, .kwElif, .kwExcept, .kwFinally, .kwGlobal,
            .kwImport, .kwNonlocal, .kwPass, .kwRaise, .kwReturn, .kwTry, .kwWhile, .kwWith:
            true
        default: false
        }
    }
}
