import PythonSyntax

/// A requirement as PEP 508 writes it: `deltalake[pandas] >=0.17,<0.19 ; python_version < "3.13"`.
struct Requirement {
    var name: String
    /// `nil`: a link that says no version.
    var range: SpecifierSet?
    var marker: Marker?

    init(name: String, range: SpecifierSet?) {
        self.name = name
        self.range = range
    }

    /// `nil` if the text is no requirement. A marker that cannot be read is taken to hold.
    init?(_ text: some StringProtocol) {
        var rest = Substring(RuleSyntax.trimmed(text))
        let name = rest.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }
        guard let first = name.first, first.isLetter || first.isNumber else { return nil }
        self.name = String(name)
        rest = rest.dropFirst(name.count)
        rest = Substring(RuleSyntax.trimmed(rest))
        if rest.hasPrefix("[") {
            guard let end = rest.firstIndex(of: "]") else { return nil }
            rest = Substring(RuleSyntax.trimmed(rest[rest.index(after: end)...]))
        }
        if rest.hasPrefix("@") {
            range = Self.version(inLink: rest).flatMap { SpecifierSet("==\($0)") }
            return
        }
        let semicolon = rest.firstIndex(of: ";") ?? rest.endIndex
        var versions = RuleSyntax.trimmed(rest[..<semicolon])
        if versions.hasPrefix("("), versions.hasSuffix(")") { versions = String(versions.dropFirst().dropLast()) }
        guard let range = SpecifierSet(versions) else { return nil }
        self.range = range
        if semicolon < rest.endIndex { marker = Marker(rest[rest.index(after: semicolon)...]) }
    }
}

extension Requirement {
    /// The version in the name of a wheel or of a source archive: `https://host/deltalake-0.16.4-cp37-abi3-linux.whl`.
    static func version(inLink link: some StringProtocol) -> String? {
        let name = String(link).prefix { $0 != "#" && $0 != "?" }.split(separator: "/").last.map(String.init) ?? ""
        if name.hasSuffix(".whl") {
            let parts = name.split(separator: "-")
            return parts.count >= 5 ? String(parts[1]) : nil
        }
        guard name.hasSuffix(".tar.gz"), let dash = name.lastIndex(of: "-") else { return nil }
        return String(name[name.index(after: dash)...].dropLast(".tar.gz".count))
    }
}

/// What markers are judged by: the oldest Python that the project admits, on Linux.
struct MarkerEnvironment {
    var python: PythonVersion

    func value(of variable: String) -> String? {
        switch variable {
        case "python_version": python.description
        case "python_full_version": "\(python).0"
        case "sys_platform", "sys.platform": "linux"
        case "platform_system": "Linux"
        case "os_name", "os.name": "posix"
        case "implementation_name": "cpython"
        case "platform_python_implementation", "python_implementation": "CPython"
        default: nil
        }
    }
}

/// An environment marker. What it asks of unknown variables (`extra`, `platform_machine`) is taken to hold.
indirect enum Marker {
    case comparison(left: Side, relation: String, right: Side)
    case both(Marker, Marker)
    case either(Marker, Marker)

    enum Side {
        case variable(String)
        case text(String)
    }

    init?(_ text: some StringProtocol) {
        var parser = MarkerParser(String(text))
        guard let marker = parser.either(depth: 0), parser.isAtEnd else { return nil }
        self = marker
    }

    func holds(in environment: MarkerEnvironment) -> Bool {
        switch self {
        case .both(let left, let right): left.holds(in: environment) && right.holds(in: environment)
        case .either(let left, let right): left.holds(in: environment) || right.holds(in: environment)
        case .comparison(let left, let relation, let right):
            Self.compare(left, relation, right, environment)
        }
    }

    private static func compare(
        _ left: Side, _ relation: String, _ right: Side, _ environment: MarkerEnvironment
    ) -> Bool {
        guard let leftText = left.text(in: environment), let rightText = right.text(in: environment)
        else { return true }
        switch relation {
        case "in": return rightText.contains(leftText)
        case "not in": return !rightText.contains(leftText)
        default: break
        }
        if let version = Version(leftText), let clause = Specifier(relation + rightText) {
            return clause.contains(version)
        }
        switch relation {
        case "==", "===": return leftText == rightText
        case "!=": return leftText != rightText
        case "<": return leftText < rightText
        case "<=": return leftText <= rightText
        case ">": return leftText > rightText
        case ">=": return leftText >= rightText
        default: return true
        }
    }
}

extension Marker.Side {
    fileprivate func text(in environment: MarkerEnvironment) -> String? {
        switch self {
        case .variable(let name): environment.value(of: name)
        case .text(let text): text
        }
    }
}

private struct MarkerParser {
    private enum Token: Equatable {
        case word(String)
        case text(String)
        case sign(String)
        case open, close
    }

    /// Nobody writes more brackets by hand, and the descent must end.
    private static let deepestBrackets = 32
    private var tokens: [Token] = []
    private var position = 0

    init(_ text: String) {
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if first == "(" || first == ")" {
                tokens.append(first == "(" ? .open : .close)
                rest.removeFirst()
            } else if first == "'" || first == "\"" {
                let inner = rest.dropFirst().prefix { $0 != first }
                tokens.append(.text(String(inner)))
                rest = rest.dropFirst(inner.count + 2)
            } else if "<>=!~".contains(first) {
                let sign = rest.prefix { "<>=!~".contains($0) }
                tokens.append(.sign(String(sign)))
                rest = rest.dropFirst(sign.count)
            } else {
                let word = rest.prefix { !$0.isWhitespace && !"()<>=!~'\"".contains($0) }
                tokens.append(.word(String(word)))
                rest = rest.dropFirst(word.count)
            }
        }
    }

    var isAtEnd: Bool { position == tokens.count }

    mutating func either(depth: Int) -> Marker? {
        guard depth <= Self.deepestBrackets, var left = both(depth: depth) else { return nil }
        while take(.word("or")) {
            guard let right = both(depth: depth) else { return nil }
            left = .either(left, right)
        }
        return left
    }

    private mutating func both(depth: Int) -> Marker? {
        guard var left = single(depth: depth) else { return nil }
        while take(.word("and")) {
            guard let right = single(depth: depth) else { return nil }
            left = .both(left, right)
        }
        return left
    }

    private mutating func single(depth: Int) -> Marker? {
        if take(.open) {
            guard let inner = either(depth: depth + 1), take(.close) else { return nil }
            return inner
        }
        guard let left = side(), let relation = relation(), let right = side() else { return nil }
        return .comparison(left: left, relation: relation, right: right)
    }

    private mutating func side() -> Marker.Side? {
        guard position < tokens.count else { return nil }
        defer { position += 1 }
        switch tokens[position] {
        case .word(let name): return .variable(name)
        case .text(let text): return .text(text)
        case .sign, .open, .close: return nil
        }
    }

    private mutating func relation() -> String? {
        if take(.word("in")) { return "in" }
        if take(.word("not")) { return take(.word("in")) ? "not in" : nil }
        guard position < tokens.count, case .sign(let sign) = tokens[position] else { return nil }
        position += 1
        return sign
    }

    private mutating func take(_ token: Token) -> Bool {
        guard position < tokens.count, tokens[position] == token else { return false }
        position += 1
        return true
    }
}

extension SpecifierSet {
    /// Reads a range as Poetry writes it: `^1.2`, `~1.2.3`, `1.4.*`, `1.2.3`, `>=1,<2`; alternatives (`||`) are
    /// beyond a specifier set and give `nil`.
    init?(poetry text: String) {
        var clauses: [Specifier] = []
        for part in text.split(separator: ",").map({ RuleSyntax.trimmed($0) }) where part != "*" {
            if part.contains("|") { return nil }
            if part.hasPrefix("^") || (part.hasPrefix("~") && !part.hasPrefix("~=")) {
                guard let version = Version(part.dropFirst()) else { return nil }
                clauses.append(Specifier(relation: .atLeast, version: version))
                clauses.append(
                    Specifier(
                        relation: .less,
                        version: part.hasPrefix("^") ? version.nextBreaking : version.nextSibling))
            } else if part.first?.isNumber == true {
                guard let clause = Specifier("==\(part)") else { return nil }
                clauses.append(clause)
            } else if part.hasPrefix("="), !part.hasPrefix("==") {
                guard let clause = Specifier("=\(part)") else { return nil }
                clauses.append(clause)
            } else {
                guard let clause = Specifier(part) else { return nil }
                clauses.append(clause)
            }
        }
        self.init(clauses)
    }
}

extension Version {
    /// The first version that `^` leaves out: the leftmost number that is not zero goes up.
    fileprivate var nextBreaking: Version {
        let place = release.firstIndex { $0 != 0 } ?? release.count - 1
        return Version(epoch: epoch, release: release.prefix(place) + [release[place] + 1])
    }

    /// The first version that `~` leaves out: the second number goes up, or the first if it is alone.
    fileprivate var nextSibling: Version {
        release.count == 1
            ? Version(epoch: epoch, release: [release[0] + 1])
            : Version(epoch: epoch, release: [release[0], release[1] + 1])
    }
}
