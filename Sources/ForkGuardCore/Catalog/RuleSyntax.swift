// The small languages inside rule files: dotted names, conditions on arguments, defaults and child calls.
// `docs/rule-format.md` describes them.

enum RuleSyntax {
    static func isIdentifier(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) }
    }

    /// Accepts `a.b.C`, and, as `LibraryRule` says, `()` after a segment, a segment `*`, and `[str]` at the end.
    static func isName(_ text: String) -> Bool {
        let segments = (text.hasSuffix(".__getitem__[str]") ? text.dropLast(5) : text[...]).split(
            separator: ".", omittingEmptySubsequences: false)
        guard let first = segments.first, first != "*" else { return false }
        return segments.allSatisfy { segment in
            segment == "*" || isIdentifier(withoutCalls(segment))
        }
    }

    private static func withoutCalls(_ segment: Substring) -> Substring {
        segment.hasSuffix("()") ? withoutCalls(segment.dropLast(2)) : segment
    }

    /// Accepts `a.b.c` only.
    static func isPlainName(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isIdentifier)
    }

    static func isCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 5 && bytes.starts(with: Array("FG".utf8)) && bytes.dropFirst(2).allSatisfy(isDigit)
    }

    /// Reads `num_workers > 0`, `preexec_fn is present`, `backend == "multiprocessing"`.
    static func condition(_ text: String) -> ArgumentCondition? {
        for (sign, make) in comparisons {
            guard let (name, value) = parts(of: text, around: sign) else { continue }
            // `params.num_threads`: an item of a parameter that is a dictionary, or what an object was made with.
            guard name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ isIdentifier(String($0)) }),
                let relation = make(value)
            else { return nil }
            return ArgumentCondition(parameter: name, relation: relation)
        }
        let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard words.count == 3, isPlainName(String(words[0])) else { return nil }
        if words[1] == "begins", case .string(let text)? = literal(String(words[2])) {
            return ArgumentCondition(parameter: String(words[0]), relation: .begins(text))
        }
        if words[1] == "of", isName(String(words[2])) {
            return ArgumentCondition(parameter: String(words[0]), relation: .instance(String(words[2])))
        }
        guard words[1] == "is" else { return nil }
        switch words[2] {
        case "present": return ArgumentCondition(parameter: String(words[0]), relation: .present)
        case "absent": return ArgumentCondition(parameter: String(words[0]), relation: .absent)
        default:
            return literal(String(words[2])).map {
                ArgumentCondition(parameter: String(words[0]), relation: .known($0))
            }
        }
    }

    /// Reads a literal as Python writes it.
    static func literal(_ text: String) -> ArgumentCondition.Literal? {
        switch text {
        case "None": return ArgumentCondition.Literal.none
        case "True": return .bool(true)
        case "False": return .bool(false)
        default: break
        }
        if let number = Int(text) { return .int(number) }
        guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote
        else { return nil }
        let inner = text.dropFirst().dropLast()
        return inner.contains { $0 == quote || $0 == "\\" } ? nil : .string(String(inner))
    }

    /// Reads `num_workers=0`.
    static func defaultValue(_ text: String) -> (name: String, value: ArgumentCondition.Literal)? {
        guard let (name, value) = parts(of: text, around: "="), isIdentifier(name),
            let literal = literal(value)
        else { return nil }
        return (name, literal)
    }

    /// Reads `target(*args, **kwargs)`, `self.run()`, `func(each a, b)`, `func(each *pairs)`, `fn(...)`, `handle(?)`,
    /// `?()`, `instance.*(?)`.
    static func call(_ text: String) -> LauncherRule.ChildCall? {
        if text == "?()" { return LauncherRule.ChildCall(callee: "?", arguments: .none, isEach: false) }
        guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
        let isEach = text.hasPrefix("each ")
        let callee = isEach ? trimmed(text[..<open].dropFirst(5)) : String(text[..<open])
        var inner = trimmed(text[text.index(after: open)...].dropLast())
        let isRanked = inner.hasPrefix("?,")
        if isRanked { inner = trimmed(inner.dropFirst(2)) }
        guard isPlainName(callee.hasSuffix(".*") ? String(callee.dropLast(2)) : callee),
            callee.utf8.count(where: { $0 == UInt8(ascii: ".") }) <= 1,
            let arguments = arguments(inner)
        else { return nil }
        return LauncherRule.ChildCall(callee: callee, arguments: arguments, isEach: isEach, isRanked: isRanked)
    }

    private static func arguments(_ text: String) -> LauncherRule.Arguments? {
        switch text {
        case "": return LauncherRule.Arguments.none
        case "...": return .rest
        case "?": return .unknown
        default: break
        }
        if text.hasPrefix("each ") {
            let list = trimmed(text.dropFirst(5))
            if list.hasPrefix("*") {
                let name = trimmed(list.dropFirst())
                return isIdentifier(name) ? .eachUnpacked(name) : nil
            }
            let names = list.split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
            return names.allSatisfy { isIdentifier($0) } ? .each(names) : nil
        }
        var args: String?
        var kwargs: String?
        for part in text.split(separator: ",", omittingEmptySubsequences: false).map({ trimmed($0) }) {
            if part.hasPrefix("**"), kwargs == nil {
                kwargs = String(part.dropFirst(2))
            } else if part.hasPrefix("*"), args == nil, kwargs == nil {
                args = String(part.dropFirst())
            } else {
                return nil
            }
        }
        guard [args, kwargs].allSatisfy({ $0.map { isIdentifier($0) } ?? true }) else { return nil }
        return .unpacked(args: args, kwargs: kwargs)
    }

    private static let comparisons: [(String, @Sendable (String) -> ArgumentCondition.Relation?)] = [
        ("==", { literal($0).map(ArgumentCondition.Relation.equal) }),
        ("!=", { literal($0).map(ArgumentCondition.Relation.notEqual) }),
        (">", { Int($0).map(ArgumentCondition.Relation.greater) }),
    ]

    private static func parts(of text: String, around sign: String) -> (String, String)? {
        var rest = text[...]
        while !rest.isEmpty {
            if rest.hasPrefix(sign) {
                return (trimmed(text[..<rest.startIndex]), trimmed(rest.dropFirst(sign.count)))
            }
            rest = rest.dropFirst()
        }
        return nil
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    static func trimmed(_ text: some StringProtocol) -> String {
        var bytes = Substring(text).utf8
        while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        var slice = Substring(bytes)
        // The spaces of other scripts.
        guard bytes.first.map({ $0 >= 0x80 }) == true || bytes.last.map({ $0 >= 0x80 }) == true else {
            return String(slice)
        }
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return String(slice)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0x80
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
