/// Why bytes are no JSON, and where.
struct JSONError: Error, Sendable, Equatable {
    enum Reason: String, Sendable {
        case endsEarly = "the JSON ends early"
        case unexpected = "the JSON has an unexpected byte"
        case number = "the JSON has a number that is none"
        case string = "the JSON has a string with a control character or a wrong escape"
        case encoding = "the JSON has bytes that are not UTF-8"
        case depth = "the JSON is nested too deeply"
        case notInteger = "the JSON has something else where an integer of 64 bits belongs"
        case notText = "the JSON has something else where a string belongs"
        case notObject = "the JSON has something else where an object belongs"
    }

    var reason: Reason
    /// Bytes from the begin of the scanned bytes.
    var offset: Int
}

/// A string inside of JSON, as it stands there, without its quotes.
struct JSONText {
    let raw: ByteSlice
    let hasEscapes: Bool

    func equals(_ name: StaticString) -> Bool {
        if hasEscapes { return string == "\(name)" }
        guard raw.count == name.utf8CodeUnitCount else { return false }
        for index in 0..<raw.count where raw.base[index] != name.utf8Start[index] { return false }
        return true
    }

    var string: String {
        if !hasEscapes { return String(decoding: raw.bytes, as: UTF8.self) }
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the text's UTF-8. A lone surrogate becomes U+FFFD: UTF-8 has none.
    func append(to bytes: inout [UInt8]) {
        guard hasEscapes else {
            bytes.append(contentsOf: raw.bytes)
            return
        }
        var at = 0
        var plain = 0
        while at < raw.count {
            guard raw.base[at] == UInt8(ascii: "\\") else {
                at += 1
                continue
            }
            if plain < at { bytes.append(contentsOf: UnsafeBufferPointer(start: raw.base + plain, count: at - plain)) }
            at += 1
            appendEscape(&at, &bytes)
            plain = at
        }
        if plain < at { bytes.append(contentsOf: UnsafeBufferPointer(start: raw.base + plain, count: at - plain)) }
    }

    /// `at` stands behind the backslash. The scanner has checked the escape's form.
    private func appendEscape(_ at: inout Int, _ bytes: inout [UInt8]) {
        let letter = raw[at]
        at += 1
        switch letter {
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"):
            var value = unit(at)
            at += 4
            if value & 0xFC00 == 0xD800, at + 6 <= raw.count, raw.base[at] == UInt8(ascii: "\\"),
                raw.base[at + 1] == UInt8(ascii: "u")
            {
                let low = unit(at + 2)
                if low & 0xFC00 == 0xDC00 {
                    value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
                    at += 6
                }
            }
            let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default: bytes.append(letter)
        }
    }

    private func unit(_ at: Int) -> UInt32 {
        var value: UInt32 = 0
        for index in at..<(at + 4) { value = value << 4 | UInt32(JSONScanner.hexadecimal(raw[index]) ?? 0) }
        return value
    }
}

/// Reads JSON front to back, one value at a time, without building it. Any number of values may follow one another,
/// with or without line ends between them and inside of them.
struct JSONScanner {
    let bytes: ByteSlice
    private(set) var at = 0

    /// Deeper values are no table's.
    static let depthLimit = 128

    init(_ bytes: ByteSlice) { self.bytes = bytes }

    func failure(_ reason: JSONError.Reason) -> JSONError {
        JSONError(reason: at >= bytes.count && reason == .unexpected ? .endsEarly : reason, offset: at)
    }

    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    // MARK: - Structure

    mutating func skipSpace() {
        while at < bytes.count {
            switch bytes.base[at] {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }

    /// The first byte of the next value, which is not consumed; 0 at the end.
    mutating func peek() -> UInt8 {
        skipSpace()
        return at < bytes.count ? bytes.base[at] : 0
    }

    var isAtEnd: Bool { at >= bytes.count }

    private mutating func take(_ byte: UInt8) throws(JSONError) {
        guard peek() == byte, at < bytes.count else { throw failure(.unexpected) }
        at += 1
    }

    /// Calls `field` with each key of an object; it must consume the value.
    mutating func object(_ field: (inout JSONScanner, JSONText) throws(JSONError) -> Void) throws(JSONError) {
        guard peek() == UInt8(ascii: "{") else { throw failure(isAtEnd ? .endsEarly : .notObject) }
        at += 1
        if peek() == UInt8(ascii: "}") {
            at += 1
            return
        }
        while true {
            let key = try text()
            try take(UInt8(ascii: ":"))
            try field(&self, key)
            if peek() == UInt8(ascii: ",") {
                at += 1
                continue
            }
            try take(UInt8(ascii: "}"))
            return
        }
    }

    /// Calls `element` before each value of an array; it must consume the value.
    mutating func array(_ element: (inout JSONScanner) throws(JSONError) -> Void) throws(JSONError) {
        try take(UInt8(ascii: "["))
        if peek() == UInt8(ascii: "]") {
            at += 1
            return
        }
        while true {
            try element(&self)
            if peek() == UInt8(ascii: ",") {
                at += 1
                continue
            }
            try take(UInt8(ascii: "]"))
            return
        }
    }

    // MARK: - Values

    /// Consumes `null` if that comes next.
    mutating func null() throws(JSONError) -> Bool {
        guard peek() == UInt8(ascii: "n") else { return false }
        try word("null")
        return true
    }

    private mutating func word(_ word: StaticString) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard at < bytes.count, bytes.base[at] == word.utf8Start[index] else { throw failure(.unexpected) }
            at += 1
        }
    }

    mutating func bool() throws(JSONError) -> Bool {
        if peek() == UInt8(ascii: "t") {
            try word("true")
            return true
        }
        try word("false")
        return false
    }

    mutating func text() throws(JSONError) -> JSONText {
        guard peek() == UInt8(ascii: "\"") else { throw failure(isAtEnd ? .endsEarly : .notText) }
        at += 1
        let start = at
        var hasEscapes = false
        var high: UInt64 = 0
        while true {
            // Eight bytes at a time as long as none of them is a quote, a backslash or a control character.
            while at <= bytes.count - 8 {
                let word = UnsafeRawPointer(bytes.base + at).loadUnaligned(as: UInt64.self)
                if Self.hasSpecial(word) { break }
                high |= word
                at += 8
            }
            guard at < bytes.count else { throw failure(.endsEarly) }
            let byte = bytes.base[at]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                try checkEscape()
                continue
            }
            guard byte >= 0x20 else { throw failure(.string) }
            high |= UInt64(byte)
            at += 1
        }
        let raw = ByteSlice(base: bytes.base + start, count: at - start)
        if high & 0x8080_8080_8080_8080 != 0, !UTF8Check.isValid(raw) {
            throw JSONError(reason: .encoding, offset: start)
        }
        at += 1
        return JSONText(raw: raw, hasEscapes: hasEscapes)
    }

    /// True if one of the eight bytes is a quote, a backslash or below 0x20.
    @inline(__always) private static func hasSpecial(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* 0x22)
        let slash = word ^ (ones &* 0x5C)
        let found = ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- (ones &* 0x20)) & ~word)
        return found & tops != 0
    }

    private mutating func checkEscape() throws(JSONError) {
        guard at + 1 < bytes.count else { throw failure(.endsEarly) }
        switch bytes.base[at + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            at += 2
        case UInt8(ascii: "u"):
            guard at + 6 <= bytes.count else { throw failure(.endsEarly) }
            for index in (at + 2)..<(at + 6) {
                guard Self.hexadecimal(bytes.base[index]) != nil else { throw failure(.string) }
            }
            at += 6
        default: throw failure(.string)
        }
    }

    /// Consumes a number and returns its text.
    mutating func number() throws(JSONError) -> ByteSlice {
        skipSpace()
        let start = at
        if at < bytes.count, bytes.base[at] == UInt8(ascii: "-") { at += 1 }
        let first = at
        digits()
        guard at > first, bytes.base[first] != 0x30 || at == first + 1 else { throw failure(.number) }
        if at < bytes.count, bytes.base[at] == UInt8(ascii: ".") {
            at += 1
            let begin = at
            digits()
            guard at > begin else { throw failure(.number) }
        }
        if at < bytes.count, bytes.base[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < bytes.count, bytes.base[at] == UInt8(ascii: "+") || bytes.base[at] == UInt8(ascii: "-") { at += 1 }
            let begin = at
            digits()
            guard at > begin else { throw failure(.number) }
        }
        return ByteSlice(base: bytes.base + start, count: at - start)
    }

    private mutating func digits() {
        while at < bytes.count, bytes.base[at] &- 0x30 < 10 { at += 1 }
    }

    static func integer(_ digits: ByteSlice) -> Int64? {
        var value: Int64 = 0
        let isNegative = digits.count > 0 && digits.base[0] == UInt8(ascii: "-")
        guard digits.count > (isNegative ? 1 : 0) else { return nil }
        for index in (isNegative ? 1 : 0)..<digits.count {
            let digit = digits.base[index] &- 0x30
            guard digit < 10 else { return nil }
            // Downwards, because there is one more below zero than above.
            let (tenfold, isOver) = value.multipliedReportingOverflow(by: 10)
            let (next, isUnder) = tenfold.subtractingReportingOverflow(Int64(digit))
            guard !isOver, !isUnder else { return nil }
            value = next
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    mutating func integer() throws(JSONError) -> Int64 {
        let byte = peek()
        guard byte == UInt8(ascii: "-") || byte &- 0x30 < 10 else { throw failure(isAtEnd ? .endsEarly : .notInteger) }
        let start = at
        guard let value = Self.integer(try number()) else { throw JSONError(reason: .notInteger, offset: start) }
        return value
    }

    // MARK: - Skipping

    /// Consumes a value of any kind; checks that it is one.
    mutating func skipValue(depth: Int = 0) throws(JSONError) {
        guard depth < Self.depthLimit else { throw failure(.depth) }
        switch peek() {
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "{"):
            try object { scanner, _ throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
        case UInt8(ascii: "["): try array { scanner throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "-") where at + 1 < bytes.count && bytes.base[at + 1] == UInt8(ascii: "I"):
            at += 1
            try word("Infinity")
        case UInt8(ascii: "-"), 0x30...0x39: _ = try number()
        // Statistics of floating-point columns: some writers put these as they are.
        case UInt8(ascii: "N"): try word("NaN")
        case UInt8(ascii: "I"): try word("Infinity")
        default: throw failure(.unexpected)
        }
    }
}

/// Strict UTF-8, as RFC 3629 has it.
enum UTF8Check {
    static func isValid(_ bytes: ByteSlice) -> Bool {
        var at = 0
        while at < bytes.count {
            let first = bytes.base[at]
            if first < 0x80 {
                at += 1
                continue
            }
            let width: Int
            var range: ClosedRange<UInt8> = 0x80...0xBF
            switch first {
            case 0xC2...0xDF: width = 2
            case 0xE0: (width, range) = (3, 0xA0...0xBF)
            case 0xED: (width, range) = (3, 0x80...0x9F)
            case 0xE1...0xEF: width = 3
            case 0xF0: (width, range) = (4, 0x90...0xBF)
            case 0xF4: (width, range) = (4, 0x80...0x8F)
            case 0xF1...0xF3: width = 4
            default: return false
            }
            guard at + width <= bytes.count, range.contains(bytes.base[at + 1]) else { return false }
            for index in (at + 2)..<max(at + 2, at + width) where bytes.base[index] & 0xC0 != 0x80 { return false }
            at += width
        }
        return true
    }
}
