#if SwiftFrontend
    import ForkGuardCore
    import SwiftParser
    import SwiftParserDiagnostics
    import SwiftSyntax

    /// Lowers Swift source to the facts that the Python front end makes too.
    ///
    /// What is the same in both languages gets the same operations: a type is a class whose initializer is `__init__` and
    /// whose methods have `self` for their first parameter, a closure is a lambda, `defer` is a `finally`, `#if` is an
    /// `if` whose test the link decides by platform. What Swift decides by types is left to the link, too: a plain name
    /// may be a local, a member of `self`, or a global of any file of the module.
    ///
    /// Names that no Swift program can spell carry meaning to the link: `@path` is the outside thing at that path,
    /// `#os(Linux)` the answer to a compilation condition.
    package struct SwiftFacts {
        var build = FactsBuilder(language: .swift)
        /// The enclosing types and functions, innermost last.
        var scopes: [Scope] = []
        /// The tests of the `#if` clauses around, innermost last, each with those of the clauses before it.
        var conditions: [UInt32] = []
        /// What `break` leaves, innermost last.
        var breakables: [Breakable] = []
        /// How many `$0`, `$1`... the closures around use, innermost last.
        var shorthandCounts: [Int] = []
        /// A statement at top level awaits something.
        var awaitsAtTopLevel = false
        /// What the type parameters of the generic definitions around conform to, innermost last.
        var generics: [[String: TypeSyntax]] = []
        /// The type that the expression at hand is to have, where it is written down.
        var impliedType: TypeSyntax?

        enum Scope {
            case function(UInt32, name: String)
            case type(UInt32, name: String)

            var name: String {
                switch self {
                case .function(_, let name), .type(_, let name): name
                }
            }
        }

        enum Breakable { case loop(label: String?), other(label: String?) }

        typealias Place = FactsBuilder.Place

        /// The facts of a file's bytes, whatever they are.
        package static func extract(from source: [UInt8]) -> ModuleFacts {
            source.withUnsafeBufferPointer { bytes in
                if let place = tooDeepCondition(in: bytes) { return unread(bytes, place) }
                var parser = Parser(bytes, maximumNestingLevel: nestingLevel)
                let tree = SourceFileSyntax.parse(from: &parser)
                var lowering = SwiftFacts()
                lowering.build.facts.lineStarts = Self.lineStarts(bytes)
                lowering.noteErrors(tree)
                lowering.build.facts.suppressions = SwiftComments.suppressions(in: tree, source, lowering.build.facts)
                lowering.file(tree)
                return lowering.build.finish()
            }
        }

        /// The facts of a file that is not parsed.
        private static func unread(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> ModuleFacts {
            var lowering = SwiftFacts()
            lowering.build.facts.lineStarts = lineStarts(bytes)
            lowering.build.addSyntaxError(UInt32(clamping: place), "`#if` is nested too deeply to be read")
            lowering.build.facts.body = lowering.build.list([])
            return lowering.build.finish()
        }

        /// Where `#if` stands within more others than `conditionDepth`; `nil`: nowhere. The parser looks ahead through all of them
        /// at each, in quadratic time and a level of the stack each.
        private static func tooDeepCondition(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
            var depth = 0
            for at in bytes.indices where bytes[at] == UInt8(ascii: "#") {
                if stands("#if", in: bytes, at: at) {
                    depth += 1
                    if depth > conditionDepth { return at }
                } else if depth > 0, stands("#endif", in: bytes, at: at) {
                    depth -= 1
                }
            }
            return nil
        }

        private static func stands(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
            let count = word.utf8CodeUnitCount
            guard count <= bytes.count - start else { return false }
            return (0..<count).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
        }

        private static let conditionDepth = 64

        /// As deep as the parser goes by itself.
        private static let nestingLevel = 256

        /// Errors of one file that are told: what follows is mostly their echo.
        private static let longestErrorList = 20

        private static func lineStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
            var result: [UInt32] = [0]
            for (index, byte) in bytes.enumerated() {
                let endsLine = byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
                if endsLine { result.append(UInt32(index + 1)) }
            }
            return result
        }

        private mutating func noteErrors(_ tree: SourceFileSyntax) {
            guard tree.hasError else { return }
            for diagnostic in ParseDiagnosticsGenerator.diagnostics(for: tree).prefix(Self.longestErrorList)
            where diagnostic.diagMessage.severity == .error {
                let offset = diagnostic.position.utf8Offset
                build.addSyntaxError(UInt32(clamping: offset), diagnostic.message)
            }
        }

        // MARK: Small things

        static func place(of node: some SyntaxProtocol) -> Place {
            let start = UInt32(clamping: node.positionAfterSkippingLeadingTrivia.utf8Offset)
            let end = UInt32(clamping: node.endPositionBeforeTrailingTrivia.utf8Offset)
            return start..<max(start, end)
        }

        func place(_ node: some SyntaxProtocol) -> Place { Self.place(of: node) }

        /// An identifier without its backticks.
        static func text(_ token: TokenSyntax) -> String {
            let text = token.text
            guard text.utf8.count > 2, text.hasPrefix("`"), text.hasSuffix("`") else { return text }
            return String(text.dropFirst().dropLast())
        }

        func qualified(_ name: String) -> String {
            scopes.isEmpty ? name : scopes.map(\.name).joined(separator: ".") + "." + name
        }

        var enclosingFunction: UInt32 {
            for scope in scopes.reversed() { if case .function(let index, _) = scope { return index } }
            return .max
        }

        /// The type whose member is at hand; `.max`: none is.
        var enclosingType: UInt32 { if case .type(let index, _)? = scopes.last { index } else { .max } }

        var condition: UInt32 { conditions.last ?? .max }

        /// A name that is read.
        mutating func name(_ text: String, _ place: Place) -> UInt32 {
            let string = build.string(text)
            build.mention(string)
            return build.add(.name, place, a: string)
        }

        /// A name that is declared here.
        mutating func declared(_ text: String, _ place: Place) -> UInt32 {
            build.add(.name, place, a: build.string(text))
        }

        /// Something outside the program, by its path.
        mutating func outside(_ path: String, _ place: Place) -> UInt32 {
            build.add(.name, place, a: build.string("@" + path))
        }

        mutating func unknown(_ place: Place, _ parts: [UInt32] = []) -> UInt32 {
            build.add(.other, place, a: build.list(parts))
        }

        mutating func attribute(_ base: UInt32, _ text: String, _ place: Place) -> UInt32 {
            let string = build.string(text)
            build.mention(string, of: Mention.member)
            return build.add(.attribute, place, a: base, b: string)
        }

        /// Runs `body` one level deeper, or gives an unknown value where the limit is reached.
        mutating func nested(_ place: Place, _ body: (inout Self) -> UInt32) -> UInt32 {
            guard build.enter(place) else { return unknown(place) }
            let result = body(&self)
            build.leave()
            return result
        }
    }
#endif
