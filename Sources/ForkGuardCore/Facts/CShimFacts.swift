/// Lowers the C source and headers of a Swift package to facts, so that a shim that forks is known where Swift calls it.
///
/// A light reader: it finds the functions and macros of a file and what they call on which paths, and passes over what it
/// does not understand. Types, storage and the rest of C mean nothing to it. A macro is a function of its name, and
/// `syscall(SYS_clone, ...)` a call of `syscall.clone`.
struct CShimFacts {
    var build = FactsBuilder(language: .swift)
    let tokens: [CToken]
    /// The token that closes each opening one, by index; -1: none does.
    let partners: [Int]
    /// The next token, and where the code at hand ends.
    var at = 0
    var end = 0

    typealias Place = FactsBuilder.Place

    /// Longer files are data, or a library in one file, which is no shim.
    static let longestFile = 4 << 20

    static func extract(from bytes: [UInt8]) -> ModuleFacts {
        let source = bytes.count <= longestFile ? CTokens(bytes) : CTokens([])
        var reader = CShimFacts(source.tokens)
        reader.build.facts.lineStarts = lineStarts(bytes)
        var body = reader.importOfC()
        reader.declarations(into: &body)
        let functions = Set(reader.build.facts.functions.map { reader.build.facts.strings[Int($0.name)] })
        for macro in source.macros where !functions.contains(macro.name) { reader.macro(macro, into: &body) }
        reader.build.facts.body = reader.build.list(body)
        return reader.build.finish()
    }

    private static func lineStarts(_ bytes: [UInt8]) -> [UInt32] {
        var result: [UInt32] = [0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { result.append(UInt32(clamping: index + 1)) }
        return result
    }

    private init(_ tokens: [CToken]) {
        self.tokens = tokens
        partners = Self.partners(of: tokens)
        end = tokens.count
    }

    private static func partners(of tokens: [CToken]) -> [Int] {
        var result = [Int](repeating: -1, count: tokens.count)
        var open: [Int] = []
        for (index, token) in tokens.enumerated() where token.kind == .mark {
            switch token.text {
            case "(", "[", "{": open.append(index)
            case ")", "]", "}":
                let opener = token.text == ")" ? "(" : token.text == "]" ? "[" : "{"
                // What is not closed within the braces around it never is.
                while let last = open.last, tokens[last].text != opener, tokens[last].text != "{" { open.removeLast() }
                if let last = open.last, tokens[last].text == opener {
                    result[last] = index
                    open.removeLast()
                }
            default: break
            }
        }
        return result
    }

    /// Every file sees the C library, as Swift's do that import it.
    private mutating func importOfC() -> [UInt32] {
        let place: Place = 0..<0
        let name = build.string("Glibc")
        let module = build.add(.importModule, place, a: name)
        let all = build.add(.importAlias, place, a: build.string("*"))
        return [module, build.add(.importFrom, place, a: name, b: build.list([all]))]
    }

    // MARK: Top level

    private mutating func declarations(into body: inout [UInt32]) {
        var start = 0
        while at < tokens.count {
            let token = tokens[at]
            if token.isMark(";") {
                otherName(start..<at, into: &body)
                at += 1
                start = at
            } else if token.isMark("}") {
                at += 1
                start = at
            } else if token.isMark("{") {
                let close = partners[at] >= 0 ? partners[at] : tokens.count
                if isLinkage(start..<at) {
                    at += 1
                    start = at
                } else if let head = functionHead(start..<at) {
                    function(head, body: (at + 1)..<close, into: &body)
                    otherName(start..<at, into: &body)
                    at = min(close + 1, tokens.count)
                    start = at
                } else {
                    at = min(close + 1, tokens.count)
                }
            } else if token.isMark("(") || token.isMark("["), partners[at] >= 0 {
                at = partners[at] + 1
            } else {
                at += 1
            }
        }
    }

    /// `extern "C"`.
    private func isLinkage(_ range: Range<Int>) -> Bool {
        range.count == 2 && tokens[range.lowerBound].text == "extern" && tokens[range.lowerBound + 1].kind == .text
    }

    struct Head {
        var name: String
        var parameters: Range<Int>
        var place: Place
    }

    /// The name and parameters of a definition whose body follows; `nil`: it is none.
    private func functionHead(_ range: Range<Int>) -> Head? {
        var found: [(name: Int, close: Int)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let token = tokens[index]
            if token.isMark("=") || token.text == "typedef" { return nil }
            if token.isMark("("), partners[index] > index {
                let name = index - 1
                if name >= range.lowerBound, tokens[name].kind == .name, !Self.isAttribute(tokens[name].text) {
                    found.append((name, partners[index]))
                }
                index = partners[index]
            }
            index += 1
        }
        // `API(int) run(void) {`, `int run(void) CHECKED(1) {`: a macro shouts.
        let quiet = found.filter { tokens[$0.name].text.contains(where: \.isLowercase) }
        guard let chosen = quiet.first ?? found.last else { return nil }
        let name = tokens[chosen.name]
        return Head(
            name: name.text, parameters: (chosen.name + 2)..<max(chosen.name + 2, chosen.close),
            place: name.start..<name.end)
    }

    private static func isAttribute(_ name: String) -> Bool {
        name.hasPrefix("__attribute") || name == "__declspec" || name == "asm" || name.hasPrefix("__asm")
            || name == "_Alignas" || name.lowercased().hasSuffix("swift_name")
    }

    /// `NS_SWIFT_NAME(makeChild())`: what Swift calls a function by.
    private mutating func otherName(_ range: Range<Int>, into body: inout [UInt32]) {
        guard
            let mark = range.first(where: {
                tokens[$0].kind == .name && tokens[$0].text.lowercased().hasSuffix("swift_name")
            }),
            mark + 2 < tokens.count, tokens[mark + 1].isMark("("), let head = functionHead(range)
        else { return }
        let given = tokens[mark + 2].text.prefix { $0 != "(" }
        guard !given.isEmpty, !given.contains("."), given != head.name else { return }
        let value = name(head.name, head.place)
        let target = build.add(.name, head.place, a: build.string(String(given)))
        build.addBinding(build.string(String(given)), isAttribute: false, [build.plainMention(head.name)])
        body.append(build.add(.assign, head.place, a: build.list([target]), b: value))
    }

    // MARK: Functions

    private mutating func function(_ head: Head, body range: Range<Int>, into items: inout [UInt32]) {
        let outer = (at, end)
        defer { (at, end) = outer }
        define(head.name, parameters(head.parameters), head.place, into: &items) { reader in
            (reader.at, reader.end) = (range.lowerBound, range.upperBound)
            return reader.statements()
        }
    }

    private mutating func define(
        _ name: String, _ parameters: [String], _ place: Place, into items: inout [UInt32],
        _ lower: (inout Self) -> [UInt32]
    ) {
        let index = build.addFunction(name, name, place)
        build.beginScope()
        var given: [FunctionFacts.Parameter] = []
        for parameter in parameters {
            given.append(FactsBuilder.parameter(build.string(parameter), kind: .positional))
        }
        let body = lower(&self)
        build.facts.functions[Int(index)].parameters = given
        build.facts.functions[Int(index)].body = build.list(body)
        build.facts.functions[Int(index)].mentions = build.endScope()
        items.append(build.add(.function, place, a: index))
    }

    /// The names of parameters; one without a name has a number.
    private func parameters(_ range: Range<Int>) -> [String] {
        var result: [String] = []
        var index = range.lowerBound
        var start = index
        func add(_ part: Range<Int>) {
            guard !part.isEmpty else { return }
            // `int (*run)(void *)`: the name stands behind the star.
            var name: String?
            for index in part {
                if tokens[index].isMark("("), index + 2 < part.upperBound,
                    tokens[index + 1].isMark("*") || tokens[index + 1].isMark("^"), tokens[index + 2].kind == .name
                {
                    name = tokens[index + 2].text
                    break
                }
            }
            let words = part.filter { tokens[$0].kind == .name }
            if words.count == 1, tokens[words[0]].text == "void", part.count == 1 { return }
            result.append(name ?? words.last.map { tokens[$0].text } ?? "$\(result.count)")
        }
        while index < range.upperBound {
            if tokens[index].isMark(",") {
                add(start..<index)
                start = index + 1
            }
            let isOpen = tokens[index].isMark("(") || tokens[index].isMark("[")
            index = isOpen && partners[index] > index ? partners[index] + 1 : index + 1
        }
        add(min(start, range.upperBound)..<range.upperBound)
        return result
    }

    /// A macro as a function that gives back its value, or as another name.
    private mutating func macro(_ macro: CMacro, into items: inout [UInt32]) {
        var reader = CShimFacts(macro.body)
        (reader.build, build) = (build, FactsBuilder(language: .swift))
        defer { build = reader.build }
        if macro.parameters == nil {
            guard macro.body.count == 1, let only = macro.body.first, only.kind == .name else { return }
            let value = reader.name(only.text, macro.place)
            let target = reader.build.add(.name, macro.place, a: reader.build.string(macro.name))
            reader.build.addBinding(
                reader.build.string(macro.name), isAttribute: false, [reader.build.plainMention(only.text)])
            items.append(reader.build.add(.assign, macro.place, a: reader.build.list([target]), b: value))
            return
        }
        guard macro.body.contains(where: { $0.isMark("(") }) else { return }
        let isExpression = !macro.body.contains { $0.isMark("{") || $0.isMark(";") }
        reader.define(macro.name, macro.parameters ?? [], macro.place, into: &items) { reader in
            guard isExpression else { return reader.statements() }
            let value = reader.expression()
            return [reader.build.add(.return, macro.place, a: value)]
        }
    }

    // MARK: Small things

    mutating func name(_ text: String, _ place: Place) -> UInt32 {
        let string = build.string(text)
        build.mention(string)
        return build.add(.name, place, a: string)
    }

    mutating func unknown(_ place: Place, _ parts: [UInt32] = []) -> UInt32 {
        build.add(.other, place, a: build.list(parts))
    }

    /// The place of what began at a token, as far as it was read.
    func place(from start: Int) -> Place {
        guard start < tokens.count else { return 0..<0 }
        let last = max(start, min(at, tokens.count) - 1)
        return tokens[start].start..<max(tokens[start].start, tokens[last].end)
    }

    func isMark(_ mark: String, _ distance: Int = 0) -> Bool {
        at + distance < end && tokens[at + distance].isMark(mark)
    }

    func isName(_ text: String, _ distance: Int = 0) -> Bool {
        at + distance < end && tokens[at + distance].kind == .name && tokens[at + distance].text == text
    }

    /// Goes over a mark, if it stands here.
    mutating func take(_ mark: String) -> Bool {
        guard isMark(mark) else { return false }
        at += 1
        return true
    }

    /// Where what opens here closes, within the code at hand.
    func close(of index: Int) -> Int { partners[index] > index ? min(partners[index], end) : end }
}
