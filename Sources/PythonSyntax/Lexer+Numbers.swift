extension Lexer {
    private static let underscore = UInt8(ascii: "_")

    /// A number starts at `start`: a digit, or a point before a digit.
    mutating func number(_ start: Int) -> Int {
        var at = start
        if source[at] == UInt8(ascii: "0") {
            switch source[at + 1] | 0x20 {
            case UInt8(ascii: "x"): return prefixed(start, "hexadecimal") { Self.isHexadecimal($0) }
            case UInt8(ascii: "o"): return prefixed(start, "octal") { $0 &- UInt8(ascii: "0") < 8 }
            case UInt8(ascii: "b"): return prefixed(start, "binary") { $0 &- UInt8(ascii: "0") < 2 }
            default: break
            }
        }
        var kind = ConstantKind.int
        var failed = false
        if source[at] != UInt8(ascii: ".") {
            at = digits(at, &failed)
        }
        let integerEnd = at
        if source[at] == UInt8(ascii: ".") {
            kind = .float
            at += 1
            if ByteClass.isDigit(source[at]) { at = digits(at, &failed) }
        }
        if source[at] | 0x20 == UInt8(ascii: "e") {
            var next = at + 1
            if source[next] == UInt8(ascii: "+") || source[next] == UInt8(ascii: "-") { next += 1 }
            if ByteClass.isDigit(source[next]) {
                kind = .float
                at = digits(next, &failed)
            }
        }
        if source[at] | 0x20 == UInt8(ascii: "j") {
            kind = .imaginary
            at += 1
        }
        if failed {
            report(at, "invalid decimal literal")
        } else if kind == .int {
            checkInteger(start, integerEnd)
        }
        return finishNumber(start, at, kind, "decimal")
    }

    /// Digits with single underscores between them.
    @inline(__always)
    private func digits(_ from: Int, _ failed: inout Bool) -> Int {
        var at = from
        while true {
            while ByteClass.isDigit(source[at]) { at += 1 }
            guard source[at] == Self.underscore else { return at }
            at += 1
            if !ByteClass.isDigit(source[at]) {
                failed = true
                return at
            }
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        ByteClass.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }

    private mutating func prefixed(_ start: Int, _ name: String, _ isDigit: (UInt8) -> Bool) -> Int {
        var at = start + 2
        var failed = false
        repeat {
            if source[at] == Self.underscore { at += 1 }
            if !isDigit(source[at]) {
                failed = true
                break
            }
            while isDigit(source[at]) { at += 1 }
        } while source[at] == Self.underscore
        if failed || ByteClass.isDigit(source[at]) {
            if ByteClass.isDigit(source[at]) {
                report(at, "invalid digit '\(Unicode.Scalar(source[at]))' in \(name) literal")
                while ByteClass.isDigit(source[at]) { at += 1 }
            } else {
                report(at, "invalid \(name) literal")
            }
        }
        return finishNumber(start, at, .int, name)
    }

    private mutating func checkInteger(_ start: Int, _ end: Int) {
        if source[start] == UInt8(ascii: "0"), end > start + 1 {
            for at in start..<end where source[at] != UInt8(ascii: "0") && source[at] != Self.underscore {
                report(start, "leading zeros in decimal integer literals are not permitted; use an 0o prefix")
                return
            }
        }
        guard end - start > Limits.integerDigits else { return }
        var count = 0
        for at in start..<end where source[at] != Self.underscore { count += 1 }
        if count > Limits.integerDigits {
            report(
                start,
                "the integer has \(count) digits, Python converts at most \(Limits.integerDigits); use hexadecimal")
        }
    }

    /// What may stand directly behind a number: a keyword that goes on the expression, and nothing else that
    /// looks like a word.
    private mutating func finishNumber(_ start: Int, _ end: Int, _ kind: ConstantKind, _ name: String) -> Int {
        add(.number, start, end, flags: kind.rawValue)
        let byte = source[end]
        guard ByteClass.isNamePart(byte) || byte >= 0x80, !ByteClass.isDigit(byte) else { return end }
        var last = end
        var word: UInt64 = 0
        while ByteClass.isNamePart(source[last]) {
            word = word << 8 | UInt64(source[last])
            last += 1
        }
        switch Keywords.kind(word, count: last - end) {
        case .kwAnd, .kwElse, .kwFor, .kwIf, .kwIn, .kwIs, .kwOr, .kwNot: return end
        default: break
        }
        report(end, "invalid \(name) literal")
        tokens[tokens.count - 1].kind = .error
        return end
    }
}
