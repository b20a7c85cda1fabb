/// One line of a `.gitignore`, or one `--exclude`: the syntax that gitignore(5) describes.
struct IgnorePattern: Sendable, Equatable {
    /// A leading `!`: what matches is taken again.
    var isNegated = false
    /// A closing `/`: folders only.
    var onlyFolders = false
    /// A `/` elsewhere: matches the path below the pattern's folder; otherwise the last part of any path.
    var isAnchored = false
    /// The pattern without `!`, the leading and the closing `/`.
    var glob: [UInt8] = []
    /// Without `*`, `?`, `[` and `\`: a plain comparison will do.
    var isLiteral = false

    /// Reads a line without its line end; `nil` for blank lines and comments.
    init?(line: ArraySlice<UInt8>) {
        var text = Self.withoutClosingSpaces(line)
        if text.first == UInt8(ascii: "#") { return nil }
        if text.first == UInt8(ascii: "!") {
            isNegated = true
            text = text.dropFirst()
        }
        if text.last == UInt8(ascii: "/") {
            onlyFolders = true
            text = text.dropLast()
        }
        isAnchored = text.contains(UInt8(ascii: "/"))
        if text.first == UInt8(ascii: "/") { text = text.dropFirst() }
        guard !text.isEmpty else { return nil }
        glob = Array(text)
        isLiteral = !glob.contains { Self.special.contains($0) }
    }

    private static let special: [UInt8] = Array("*?[\\".utf8)

    /// Spaces at the end do not count unless a backslash stands before them.
    private static func withoutClosingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = line
        while text.last == UInt8(ascii: " ") {
            let before = text.dropLast()
            let backslashes = before.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
            if backslashes % 2 == 1 { break }
            text = before
        }
        return text
    }

    /// True if the pattern matches `path`, which is relative to the pattern's folder.
    func matches(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
        if onlyFolders && !isFolder { return false }
        var subject = path
        if !isAnchored, let slash = path.lastIndex(of: UInt8(ascii: "/")) { subject = path[(slash + 1)...] }
        if isLiteral { return subject.elementsEqual(glob) }
        return Glob.matches(glob, subject, acrossFolders: isAnchored)
    }
}

/// Shell patterns as git understands them: `*`, `?`, `[a-z]`, `\`, and `**` between slashes.
///
/// Total work is bounded by pattern length times path length for each kind of star: the last `*` and the
/// last `**` are the only places to which a mismatch goes back.
enum Glob {
    static func matches(_ pattern: [UInt8], _ path: ArraySlice<UInt8>, acrossFolders: Bool) -> Bool {
        let text = Array(path)
        var p = 0
        var t = 0
        // Where to go on after a mismatch: behind the star, one character of the text further.
        var star: (p: Int, t: Int)?
        var doubleStar: (p: Int, t: Int)?
        let slash = UInt8(ascii: "/")
        while true {
            if p == pattern.count && t == text.count { return true }
            if acrossFolders, let after = folderStar(pattern, at: p), t == 0 || text[t - 1] == slash {
                if after == pattern.count { return t < text.count }
                doubleStar = (after, t)
                star = nil
                p = after
                continue
            }
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                while p < pattern.count, pattern[p] == UInt8(ascii: "*") { p += 1 }
                star = (p, t)
                continue
            }
            if p < pattern.count, t < text.count, let width = single(pattern, at: p, text[t]) {
                p += width
                t += 1
                continue
            }
            // A mismatch: the nearest star takes one character more, within its folder.
            if let last = star, last.t < text.count, text[last.t] != slash {
                star = (last.p, last.t + 1)
                (p, t) = (last.p, last.t + 1)
                continue
            }
            // Then `**` takes one folder more.
            guard let last = doubleStar, let next = text[last.t...].firstIndex(of: slash) else { return false }
            doubleStar = (last.p, next + 1)
            star = nil
            (p, t) = (last.p, next + 1)
        }
    }

    /// The index behind `**/`, or behind a `**` that ends the pattern, where one stands at `index` as a
    /// whole part of the path.
    private static func folderStar(_ pattern: [UInt8], at index: Int) -> Int? {
        guard index + 1 < pattern.count, pattern[index] == UInt8(ascii: "*"),
            pattern[index + 1] == UInt8(ascii: "*"),
            index == 0 || pattern[index - 1] == UInt8(ascii: "/")
        else { return nil }
        if index + 2 == pattern.count { return pattern.count }
        return pattern[index + 2] == UInt8(ascii: "/") ? index + 3 : nil
    }

    /// How many bytes of the pattern match one byte of text, or `nil` where they do not.
    private static func single(_ pattern: [UInt8], at index: Int, _ byte: UInt8) -> Int? {
        switch pattern[index] {
        case UInt8(ascii: "?"): return byte == UInt8(ascii: "/") ? nil : 1
        case UInt8(ascii: "["):
            guard let (contains, width) = set(pattern, at: index, byte) else {
                return byte == UInt8(ascii: "[") ? 1 : nil
            }
            return contains && byte != UInt8(ascii: "/") ? width : nil
        case UInt8(ascii: "\\") where index + 1 < pattern.count:
            return pattern[index + 1] == byte ? 2 : nil
        default: return pattern[index] == byte ? 1 : nil
        }
    }

    /// Whether `[...]` at `index` holds `byte`, and its width; `nil` where no `]` closes it.
    private static func set(_ pattern: [UInt8], at index: Int, _ byte: UInt8) -> (Bool, Int)? {
        var p = index + 1
        var isNegated = false
        if p < pattern.count, pattern[p] == UInt8(ascii: "!") || pattern[p] == UInt8(ascii: "^") {
            isNegated = true
            p += 1
        }
        var holds = false
        var isFirst = true
        while p < pattern.count {
            if pattern[p] == UInt8(ascii: "]") && !isFirst { return (holds != isNegated, p + 1 - index) }
            isFirst = false
            if let (isMember, after) = namedClass(pattern, at: p, byte) {
                holds = holds || isMember
                p = after
                continue
            }
            let low = element(pattern, &p)
            guard let low else { return nil }
            var high = low
            if p + 1 < pattern.count, pattern[p] == UInt8(ascii: "-"), pattern[p + 1] != UInt8(ascii: "]") {
                p += 1
                guard let end = element(pattern, &p) else { return nil }
                high = end
            }
            if low <= byte && byte <= high { holds = true }
        }
        return nil
    }

    private static func element(_ pattern: [UInt8], _ p: inout Int) -> UInt8? {
        if pattern[p] == UInt8(ascii: "\\") { p += 1 }
        guard p < pattern.count else { return nil }
        defer { p += 1 }
        return pattern[p]
    }

    /// `[:alpha:]` and its like, inside a set.
    private static func namedClass(_ pattern: [UInt8], at p: Int, _ byte: UInt8) -> (Bool, Int)? {
        guard p + 1 < pattern.count, pattern[p] == UInt8(ascii: "["), pattern[p + 1] == UInt8(ascii: ":"),
            let colon = pattern[(p + 2)...].firstIndex(of: UInt8(ascii: ":")),
            colon + 1 < pattern.count, pattern[colon + 1] == UInt8(ascii: "]")
        else { return nil }
        let isLower = (97...122).contains(byte)
        let isUpper = (65...90).contains(byte)
        let isDigit = (48...57).contains(byte)
        let isSpace = byte == 32 || (9...13).contains(byte)
        let isMember: Bool
        switch String(decoding: pattern[(p + 2)..<colon], as: UTF8.self) {
        case "alpha": isMember = isLower || isUpper
        case "digit": isMember = isDigit
        case "alnum": isMember = isLower || isUpper || isDigit
        case "lower": isMember = isLower
        case "upper": isMember = isUpper
        case "space": isMember = isSpace
        case "blank": isMember = byte == 32 || byte == 9
        case "punct": isMember = (33...126).contains(byte) && !(isLower || isUpper || isDigit)
        case "xdigit": isMember = isDigit || (65...70).contains(byte) || (97...102).contains(byte)
        case "cntrl": isMember = byte < 32 || byte == 127
        case "print": isMember = (32...126).contains(byte)
        case "graph": isMember = (33...126).contains(byte)
        default: isMember = false
        }
        return (isMember, colon + 2)
    }
}
