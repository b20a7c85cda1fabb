/// A token of C, without the comments and directives around it.
struct CToken {
    enum Kind: UInt8 { case name, number, text, mark }

    var kind: Kind
    /// Of a text what stands between its quotes, as far as it is short.
    var text: String
    var start: UInt32
    var end: UInt32

    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}

/// `#define NAME(a, b) body`.
struct CMacro {
    var name: String
    /// `nil`: it is used without parentheses.
    var parameters: [String]?
    var body: [CToken]
    var place: Range<UInt32>
}

/// Splits C source into tokens and macros, in one pass and whatever the bytes are.
///
/// Directives are followed as on Linux: of an `#if` whose test nobody knows the first branch is taken.
struct CTokens {
    private(set) var tokens: [CToken] = []
    private(set) var macros: [CMacro] = []

    private let bytes: [UInt8]
    private var at = 0
    /// Of each `#if` around: whether a branch was taken already, and whether this one is.
    private var branches: [(wasTaken: Bool, isTaken: Bool)] = []
    private var skipped = 0
    private var isAtLineStart = true

    enum Limits {
        /// Longer names mean nothing to anybody.
        static let name = 255
        /// A macro that does more is code of its own, and mostly a table.
        static let macroTokens = 400
        static let macros = 20_000
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        while skipBlanks(acrossLines: true) {
            if isAtLineStart, bytes[at] == UInt8(ascii: "#") {
                at += 1
                directive()
                continue
            }
            isAtLineStart = false
            let token = next()
            if skipped == 0 { tokens.append(token) }
        }
    }

    // MARK: Blanks and comments

    /// Goes to the next token; false at the end, or, within a line, at its end.
    private mutating func skipBlanks(acrossLines: Bool) -> Bool {
        while at < bytes.count {
            switch bytes[at] {
            case 0x0A, 0x0D:
                if !acrossLines { return false }
                isAtLineStart = true
                at += 1
            case 0x20, 0x09, 0x0B, 0x0C: at += 1
            case UInt8(ascii: "\\") where lineEnd(after: at) != nil: at = lineEnd(after: at)!
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): skipLineComment()
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): skipBlockComment()
            default: return true
            }
        }
        return false
    }

    private func peek(_ distance: Int) -> UInt8 { at + distance < bytes.count ? bytes[at + distance] : 0 }

    /// Where the next line begins, if the backslash at `index` stands at the end of its own.
    private func lineEnd(after index: Int) -> Int? {
        guard index + 1 < bytes.count else { return nil }
        if bytes[index + 1] == 0x0A { return index + 2 }
        guard bytes[index + 1] == 0x0D else { return nil }
        return index + 2 < bytes.count && bytes[index + 2] == 0x0A ? index + 3 : index + 2
    }

    private mutating func skipLineComment() {
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D {
            at = bytes[at] == UInt8(ascii: "\\") ? lineEnd(after: at) ?? at + 1 : at + 1
        }
    }

    private mutating func skipBlockComment() {
        at += 2
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
                at += 2
                return
            }
            at += 1
        }
    }

    // MARK: Tokens

    private mutating func next() -> CToken {
        let start = at
        let byte = bytes[at]
        if Self.beginsName(byte) {
            while at < bytes.count, Self.isInName(bytes[at]) { at += 1 }
            return token(.name, start, text(start, at))
        }
        if byte >= 0x30 && byte <= 0x39 {
            while at < bytes.count, Self.isInName(bytes[at]) || bytes[at] == UInt8(ascii: ".") { at += 1 }
            return token(.number, start, text(start, at))
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return quoted(byte) }
        for mark in Self.longMarks where mark.utf8.elementsEqual(bytes[at..<min(at + mark.utf8.count, bytes.count)]) {
            at += mark.utf8.count
            return token(.mark, start, mark)
        }
        at += 1
        return token(.mark, start, byte < 0x80 ? String(UnicodeScalar(byte)) : "?")
    }

    /// A literal ends with its line at the latest.
    private mutating func quoted(_ quote: UInt8) -> CToken {
        let start = at
        at += 1
        while at < bytes.count, bytes[at] != quote, bytes[at] != 0x0A, bytes[at] != 0x0D {
            if bytes[at] == UInt8(ascii: "\\") {
                at = lineEnd(after: at) ?? min(at + 2, bytes.count)
            } else {
                at += 1
            }
        }
        let inner = text(start + 1, at)
        if at < bytes.count, bytes[at] == quote { at += 1 }
        return token(.text, start, quote == UInt8(ascii: "'") ? "" : inner)
    }

    private func token(_ kind: CToken.Kind, _ start: Int, _ text: String) -> CToken {
        CToken(kind: kind, text: text, start: UInt32(clamping: start), end: UInt32(clamping: at))
    }

    private func text(_ start: Int, _ end: Int) -> String {
        end - start <= Limits.name ? String(decoding: bytes[min(start, end)..<end], as: UTF8.self) : ""
    }

    /// Of those that mean something here, the longest first.
    private static let longMarks = [
        "<<=", ">>=", "...", "->", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "<<", ">>", "+=", "-=", "*=", "/=",
        "%=", "&=", "|=", "^=", "##",
    ]

    private static func beginsName(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte == 0x5F || byte == 0x24 || byte >= 0x80
    }

    private static func isInName(_ byte: UInt8) -> Bool { beginsName(byte) || byte >= 0x30 && byte <= 0x39 }

    // MARK: Directives

    private mutating func directive() {
        isAtLineStart = false
        let line = restOfLine()
        guard let word = line.first, word.kind == .name else { return }
        let rest = line.dropFirst()
        switch word.text {
        case "if": open(CCondition.holds(rest) ?? true)
        case "ifdef": open(rest.first.flatMap { CCondition.isDefined($0.text) } ?? true)
        case "ifndef": open(rest.first.flatMap { CCondition.isDefined($0.text) }.map { !$0 } ?? true)
        case "elif": another(CCondition.holds(rest) ?? true)
        case "elifdef": another(rest.first.flatMap { CCondition.isDefined($0.text) } ?? true)
        case "else": another(true)
        case "endif":
            if let last = branches.popLast(), !last.isTaken { skipped -= 1 }
        case "define":
            guard skipped == 0, macros.count < Limits.macros else { return }
            define(Array(rest), word)
        default: break
        }
    }

    private mutating func restOfLine() -> [CToken] {
        var line: [CToken] = []
        while skipBlanks(acrossLines: false) { line.append(next()) }
        return line
    }

    private mutating func open(_ holds: Bool) {
        branches.append((holds, holds))
        if !holds { skipped += 1 }
    }

    private mutating func another(_ holds: Bool) {
        guard let last = branches.popLast() else { return }
        if !last.isTaken { skipped -= 1 }
        let isTaken = holds && !last.wasTaken
        branches.append((last.wasTaken || isTaken, isTaken))
        if !isTaken { skipped += 1 }
    }

    private mutating func define(_ line: [CToken], _ word: CToken) {
        guard let name = line.first, name.kind == .name, line.count <= Limits.macroTokens else { return }
        var body = line.dropFirst()
        var parameters: [String]?
        if let open = body.first, open.isMark("("), open.start == name.end {
            guard let close = body.firstIndex(where: { $0.isMark(")") }) else { return }
            parameters = body[..<close].filter { $0.kind == .name }.map(\.text)
            body = body[(close + 1)...]
        }
        guard !body.isEmpty else { return }
        macros.append(
            CMacro(name: name.text, parameters: parameters, body: Array(body), place: word.start..<body.last!.end))
    }
}

/// Tests of `#if`, as far as they ask for the system or are written down.
enum CCondition {
    /// True, false, or `nil` where nobody knows.
    static func holds(_ tokens: ArraySlice<CToken>) -> Bool? {
        // `a || b && c`: as sums of products; parentheses other than those of `defined` leave it open.
        var whole: Bool? = false
        for alternative in tokens.split(whereSeparator: { $0.isMark("||") }) {
            var all: Bool? = true
            for part in alternative.split(whereSeparator: { $0.isMark("&&") }) { all = and(all, term(part)) }
            whole = or(whole, all)
        }
        return tokens.isEmpty ? nil : whole
    }

    private static func term(_ tokens: ArraySlice<CToken>) -> Bool? {
        var rest = tokens
        var isNegated = false
        while let first = rest.first, first.isMark("!") {
            isNegated.toggle()
            rest = rest.dropFirst()
        }
        var words = rest.filter { $0.kind != .mark }.map(\.text)
        guard rest.allSatisfy({ $0.kind != .mark || $0.isMark("(") || $0.isMark(")") }) else { return nil }
        var answer: Bool?
        if words.first == "defined", words.count == 2 {
            answer = isDefined(words[1])
        } else if words.count == 1 {
            let word = words.removeFirst()
            answer = Int(word).map { $0 != 0 } ?? (isDefined(word) == false ? false : nil)
            if word.hasPrefix("TARGET_OS_") { answer = word == "TARGET_OS_LINUX" }
            if word == "__linux__" { answer = true }
        }
        return answer.map { $0 != isNegated }
    }

    private static func and(_ first: Bool?, _ second: Bool?) -> Bool? {
        first == false || second == false ? false : first == nil || second == nil ? nil : true
    }

    private static func or(_ first: Bool?, _ second: Bool?) -> Bool? {
        first == true || second == true ? true : first == nil || second == nil ? nil : false
    }

    /// Of the compilers and systems that code asks for.
    static func isDefined(_ name: String) -> Bool? {
        if here.contains(name) { return true }
        return elsewhere.contains(name) ? false : nil
    }

    private static let here: Set<String> = [
        "__linux__", "__linux", "linux", "__unix__", "__GNUC__", "__clang__", "__GLIBC__",
    ]
    private static let elsewhere: Set<String> = [
        "__cplusplus", "__OBJC__", "__APPLE__", "__MACH__", "_WIN32", "_WIN64", "WIN32", "_MSC_VER", "__MINGW32__",
        "__CYGWIN__", "__FreeBSD__", "__OpenBSD__", "__NetBSD__", "__ANDROID__", "__wasi__", "__wasm__", "__sun",
        "__EMSCRIPTEN__", "_AIX", "__HAIKU__", "__QNX__", "__Fuchsia__",
    ]
}
