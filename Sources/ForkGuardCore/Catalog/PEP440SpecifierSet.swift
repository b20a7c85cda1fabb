/// Clauses on a version, all of which must hold: `>=0.17,<0.19`. An empty set holds every version.
public struct SpecifierSet: Hashable, Sendable, CustomStringConvertible {
    public let clauses: [Specifier]

    public init(_ clauses: [Specifier]) { self.clauses = clauses }

    /// Reads a comma-separated list; `nil` if any clause is not one of PEP 440.
    public init?(_ text: some StringProtocol) {
        var clauses: [Specifier] = []
        for part in text.split(separator: ",") {
            let part = RuleSyntax.trimmed(part)
            if part.isEmpty || part == "*" { continue }
            guard let clause = Specifier(part) else { return nil }
            clauses.append(clause)
        }
        self.clauses = clauses
    }

    /// Pre-releases are taken for what they are; nothing is left out because it is one.
    public func contains(_ version: Version) -> Bool { clauses.allSatisfy { $0.contains(version) } }

    public var description: String { clauses.map(\.description).joined(separator: ",") }

    /// The one version that the set admits, where a clause `==X` or `===X` names it.
    public var exact: Version? {
        clauses.lazy.compactMap { clause in
            (clause.relation == .equal && !clause.isPrefix) || clause.relation == .identical
                ? clause.version : nil
        }.first
    }

    /// Tells whether some version is in both sets.
    public func intersects(_ other: SpecifierSet) -> Bool {
        SpecifierSet.samples(of: [self, other]).contains { contains($0) && other.contains($0) }
    }

    /// Versions at, between, below and above all boundaries of the sets: what holds for each of these
    /// holds for every release.
    static func samples(of sets: [SpecifierSet]) -> [Version] {
        var boundaries: Set<Version> = [Version(release: [0])]
        for clause in sets.lazy.flatMap(\.clauses) {
            boundaries.insert(clause.version)
            boundaries.insert(clause.version.base)
            if let next = clause.firstAfterPrefix { boundaries.insert(next) }
        }
        let highest = Version(epoch: (boundaries.max()?.epoch ?? 0) + 1, release: [0])
        return (boundaries + boundaries.map(\.justAfter) + [highest]).sorted()
    }
}

/// One clause of a specifier set: `~=0.16.0`.
public struct Specifier: Hashable, Sendable, CustomStringConvertible {
    public enum Relation: String, Sendable, CaseIterable {
        case identical = "===", compatible = "~=", equal = "==", different = "!="
        case atMost = "<=", atLeast = ">=", less = "<", greater = ">"
    }

    public let relation: Relation
    public let version: Version
    /// `==1.4.*`: the version's release is a prefix.
    public let isPrefix: Bool

    public init(relation: Relation, version: Version, isPrefix: Bool = false) {
        self.relation = relation
        self.version = version
        self.isPrefix = isPrefix
    }

    public init?(_ text: some StringProtocol) {
        let text = RuleSyntax.trimmed(text)
        guard let relation = Relation.allCases.first(where: { text.hasPrefix($0.rawValue) }) else { return nil }
        var rest = RuleSyntax.trimmed(text.dropFirst(relation.rawValue.count))
        let isPrefix = rest.hasSuffix(".*")
        if isPrefix {
            guard relation == .equal || relation == .different else { return nil }
            rest.removeLast(2)
        }
        guard let version = Version(rest) else { return nil }
        if relation == .compatible, version.release.count < 2 { return nil }
        if isPrefix, version.dev != nil || !version.local.isEmpty { return nil }
        self.init(relation: relation, version: version, isPrefix: isPrefix)
    }

    public func contains(_ candidate: Version) -> Bool {
        switch relation {
        case .identical: candidate == version
        case .equal: isPrefix ? hasPrefix(candidate, version) : isEqual(candidate)
        case .different: !(isPrefix ? hasPrefix(candidate, version) : isEqual(candidate))
        case .compatible:
            candidate.publicVersion >= version
                && hasPrefix(
                    candidate, Version(epoch: version.epoch, release: Array(version.release.dropLast())))
        case .atMost: candidate.publicVersion <= version
        case .atLeast: candidate.publicVersion >= version
        case .less:
            candidate < version
                && !(candidate.isPrerelease && !version.isPrerelease && candidate.base == version.base)
        case .greater:
            candidate > version && !(candidate.post != nil && version.post == nil && candidate.base == version.base)
                && !(!candidate.local.isEmpty && candidate.base == version.base)
        }
    }

    public var description: String { "\(relation.rawValue)\(version)\(isPrefix ? ".*" : "")" }

    /// The first version beyond a prefix: 1.5 for `==1.4.*` and for `~=1.4.2`.
    var firstAfterPrefix: Version? {
        var release = version.release
        if relation == .compatible { release.removeLast() } else if !isPrefix { return nil }
        guard let last = release.popLast(), last < Int.max else { return nil }
        return Version(epoch: version.epoch, release: release + [last + 1])
    }

    private func isEqual(_ candidate: Version) -> Bool {
        version.local.isEmpty ? candidate.publicVersion == version : candidate == version
    }

    private func hasPrefix(_ candidate: Version, _ prefix: Version) -> Bool {
        guard candidate.epoch == prefix.epoch else { return false }
        let padding = Array(repeating: 0, count: max(0, prefix.release.count - candidate.release.count))
        guard (candidate.release + padding).starts(with: prefix.release) else { return false }
        guard prefix.pre != nil || prefix.post != nil else { return true }
        return candidate.pre == prefix.pre && (prefix.post == nil || candidate.post == prefix.post)
    }
}

extension Version {
    /// A version above this one and below every other that people name.
    fileprivate var justAfter: Version {
        Version(epoch: epoch, release: release + [0, 0, 0, 1])
    }
}
