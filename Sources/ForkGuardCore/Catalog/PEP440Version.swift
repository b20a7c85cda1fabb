/// A version of a Python distribution, as PEP 440 reads and orders it.
///
/// Two versions that PEP 440 calls equal (`1.0` and `v1`) are equal here, whatever their spelling.
public struct Version: Comparable, Hashable, Sendable, CustomStringConvertible {
    public let epoch: Int
    /// At least one number.
    public let release: [Int]
    public let pre: PreRelease?
    public let post: Int?
    public let dev: Int?
    public let local: [LocalPart]

    /// The part before a release: `a1`, `b2`, `rc3`.
    public struct PreRelease: Comparable, Hashable, Sendable {
        public enum Phase: Int, Sendable { case alpha, beta, candidate }
        public var phase: Phase
        public var number: Int
        public static func < (left: Self, right: Self) -> Bool {
            (left.phase.rawValue, left.number) < (right.phase.rawValue, right.number)
        }
    }

    /// A part of a local version label: numbers come after words.
    public enum LocalPart: Hashable, Sendable {
        case number(Int)
        case word(String)
    }

    /// Reads a version in any spelling that PEP 440 admits; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        var scanner = VersionScanner(RuleSyntax.trimmed(text).lowercased())
        _ = scanner.skip("v")
        guard let first = scanner.number() else { return nil }
        if scanner.skip("!") {
            guard let number = scanner.number() else { return nil }
            (epoch, release) = (first, scanner.releaseTail(after: number))
        } else {
            (epoch, release) = (0, scanner.releaseTail(after: first))
        }
        pre = scanner.pre()
        post = scanner.post()
        dev = scanner.dev()
        guard let local = scanner.local(), scanner.isAtEnd else { return nil }
        self.local = local
    }

    init(
        epoch: Int = 0, release: [Int], pre: PreRelease? = nil, post: Int? = nil, dev: Int? = nil,
        local: [LocalPart] = []
    ) {
        self.epoch = epoch
        self.release = release
        self.pre = pre
        self.post = post
        self.dev = dev
        self.local = local
    }

    public var isPrerelease: Bool { pre != nil || dev != nil }

    /// The version without its local label.
    public var publicVersion: Version {
        Version(epoch: epoch, release: release, pre: pre, post: post, dev: dev)
    }

    /// Epoch and release alone.
    public var base: Version { Version(epoch: epoch, release: release) }

    public var description: String {
        var text = epoch == 0 ? "" : "\(epoch)!"
        text += release.map(String.init).joined(separator: ".")
        if let pre { text += ["a", "b", "rc"][pre.phase.rawValue] + String(pre.number) }
        if let post { text += ".post\(post)" }
        if let dev { text += ".dev\(dev)" }
        guard !local.isEmpty else { return text }
        return text + "+"
            + local.map { part in
                switch part {
                case .number(let number): String(number)
                case .word(let word): word
                }
            }.joined(separator: ".")
    }

    // MARK: Order

    public static func == (left: Self, right: Self) -> Bool {
        left.epoch == right.epoch && left.significantRelease == right.significantRelease
            && left.pre == right.pre && left.post == right.post && left.dev == right.dev
            && left.local == right.local
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(epoch)
        hasher.combine(significantRelease)
        hasher.combine(pre)
        hasher.combine(post)
        hasher.combine(dev)
        hasher.combine(local)
    }

    public static func < (left: Self, right: Self) -> Bool {
        if left.epoch != right.epoch { return left.epoch < right.epoch }
        if left.significantRelease != right.significantRelease {
            return left.significantRelease.lexicographicallyPrecedes(right.significantRelease)
        }
        if left.preRank != right.preRank { return left.preRank < right.preRank }
        if let leftPre = left.pre, let rightPre = right.pre, leftPre != rightPre { return leftPre < rightPre }
        if left.post != right.post { return (left.post ?? -1) < (right.post ?? -1) }
        if left.dev != right.dev { return (left.dev ?? .max) < (right.dev ?? .max) }
        return left.local.lexicographicallyPrecedes(right.local) { $0.precedes($1) }
    }

    private var significantRelease: ArraySlice<Int> {
        var slice = release[...]
        while slice.count > 1, slice.last == 0 { slice.removeLast() }
        return slice
    }

    /// A development release of a plain release comes before its pre-releases, and those before the release.
    private var preRank: Int {
        if pre != nil { return 1 }
        return post == nil && dev != nil ? 0 : 2
    }
}

extension Version.LocalPart {
    fileprivate func precedes(_ other: Self) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): left < right
        case (.word(let left), .word(let right)): left < right
        case (.word, .number): true
        case (.number, .word): false
        }
    }
}

/// Reads the parts of a lower-case version one after the other.
private struct VersionScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    /// Reads digits; `nil` if there are none, or so many that a step beyond the number would overflow.
    mutating func number() -> Int? {
        var value = 0
        let start = position
        while position < bytes.count, case 0x30...0x39 = bytes[position] {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(bytes[position]) - 0x30)
            if overflow || carry || sum > 1 << 60 {
                position = start
                return nil
            }
            value = sum
            position += 1
        }
        return position > start ? value : nil
    }

    mutating func releaseTail(after first: Int) -> [Int] {
        var release = [first]
        while true {
            let mark = position
            guard skip("."), let number = number() else {
                position = mark
                return release
            }
            release.append(number)
        }
    }

    mutating func pre() -> Version.PreRelease? {
        let mark = position
        skipSeparator()
        let spellings: [(String, Version.PreRelease.Phase)] = [
            ("alpha", .alpha), ("beta", .beta), ("preview", .candidate), ("pre", .candidate), ("rc", .candidate),
            ("a", .alpha), ("b", .beta), ("c", .candidate),
        ]
        for (spelling, phase) in spellings where skip(spelling) {
            return Version.PreRelease(phase: phase, number: suffixNumber())
        }
        position = mark
        return nil
    }

    mutating func post() -> Int? {
        let mark = position
        if skip("-"), let number = number() { return number }
        position = mark
        skipSeparator()
        for spelling in ["post", "rev", "r"] where skip(spelling) { return suffixNumber() }
        position = mark
        return nil
    }

    mutating func dev() -> Int? {
        let mark = position
        skipSeparator()
        if skip("dev") { return suffixNumber() }
        position = mark
        return nil
    }

    /// Returns no parts when there is no label, and `nil` for a malformed one.
    mutating func local() -> [Version.LocalPart]? {
        guard skip("+") else { return [] }
        let rest = String(decoding: bytes[position...], as: UTF8.self)
        position = bytes.count
        var parts: [Version.LocalPart] = []
        for part in rest.split(omittingEmptySubsequences: false, whereSeparator: { ".-_".contains($0) }) {
            let isWord = part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
            guard !part.isEmpty, isWord else { return nil }
            parts.append(Int(part).map(Version.LocalPart.number) ?? .word(String(part)))
        }
        return parts
    }

    private mutating func suffixNumber() -> Int {
        let mark = position
        skipSeparator()
        if let number = number() { return number }
        position = mark
        return 0
    }

    private mutating func skipSeparator() {
        if position < bytes.count, ".-_".utf8.contains(bytes[position]) { position += 1 }
    }
}
