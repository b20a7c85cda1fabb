/// The text of a file as UTF-8, with what the tokenizer must know before it starts.
struct SourceText {
    private(set) var bytes: [UInt8]
    private(set) var lineStarts: [UInt32] = [0]
    private(set) var errors: [SyntaxError] = []

    init(_ input: [UInt8]) {
        guard input.count <= Limits.sourceBytes else {
            bytes = []
            report(0, "the file is larger than \(Limits.sourceBytes >> 20) MiB")
            return
        }
        let hasMark = input.starts(with: [0xEF, 0xBB, 0xBF])
        if input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) {
            bytes = []
            report(0, "the file is UTF-16; Python source is UTF-8 unless a coding comment names a single-byte encoding")
            return
        }
        bytes = hasMark ? Array(input.dropFirst(3)) : input
        let declared = Self.declaredEncoding(bytes)
        scan()
        guard let (name, at) = declared else {
            repairUTF8(Encoding.utf8Name)
            return
        }
        guard let encoding = Encoding(declared: name) else {
            report(at, "unknown encoding: \(name)")
            repairUTF8(nil)
            return
        }
        if hasMark, !Encoding.isPlainUTF8(name) { report(at, "encoding problem: \(name) with a UTF-8 byte-order mark") }
        decode(encoding, name: name)
    }

    private mutating func report(_ offset: Int, _ message: String) {
        errors.append(SyntaxError(offset: UInt32(offset), message: message))
    }

    // MARK: Lines

    private var isASCII: Bool { firstNonASCII == nil }
    private var firstNonASCII: Int?

    /// Finds line starts, null bytes and the first byte beyond ASCII, eight bytes at a step.
    private mutating func scan() {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(bytes.count / 28 + 16)
        var null: Int?
        var wide: Int?
        bytes.withUnsafeBufferPointer { text in
            let count = text.count
            var at = 0
            while at < count {
                if at + 8 <= count {
                    // Is any byte below 14 or above 127? The subtraction borrows into a byte's high bit if so.
                    let block = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + at).loadUnaligned(as: UInt64.self)
                    let low = (block &- 0x0E0E_0E0E_0E0E_0E0E) & ~block
                    if (low | block) & 0x8080_8080_8080_8080 == 0 {
                        at += 8
                        continue
                    }
                }
                let stop = min(at + 8, count)
                while at < stop {
                    let byte = text[at]
                    at += 1
                    if byte == 10 {
                        starts.append(UInt32(at))
                    } else if byte == 13 {
                        // A carriage return alone ends a line too.
                        if at >= count || text[at] != 10 { starts.append(UInt32(at)) }
                    } else if byte == 0 {
                        if null == nil { null = at - 1 }
                    } else if byte >= 0x80, wide == nil {
                        wide = at - 1
                    }
                }
            }
        }
        lineStarts = starts
        firstNonASCII = wide
        if let null { report(null, "source code cannot contain null bytes") }
    }

    // MARK: Encodings

    private mutating func decode(_ encoding: Encoding, name: String) {
        guard !isASCII else { return }
        switch encoding {
        case .utf8:
            repairUTF8(Encoding.utf8Name)
        case .ascii:
            report(firstNonASCII ?? 0, "byte outside ASCII in a file declared as \(name)")
            repairUTF8(nil)
        case .singleByte(let upper):
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count + bytes.count / 4)
            var undefined: Int?
            for byte in bytes {
                if byte < 0x80 {
                    text.append(byte)
                } else {
                    let scalar = upper[Int(byte) - 0x80]
                    if scalar == "\u{FFFD}", undefined == nil { undefined = text.count }
                    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
            }
            let known = errors
            bytes = text
            scan()
            errors = known
            if let undefined { report(undefined, "byte without a meaning in the declared encoding \(name)") }
        }
    }

    /// Replaces what is not UTF-8, and reports the first such place if `name` says what the text should be.
    private mutating func repairUTF8(_ name: String?) {
        guard let from = firstNonASCII, let bad = Self.firstInvalidUTF8(bytes, from: from) else { return }
        if let name { report(bad, "byte 0x\(String(bytes[bad], radix: 16)) is not \(name)") }
        let known = errors
        bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
        scan()
        errors = known
    }

    static func firstInvalidUTF8(_ bytes: [UInt8], from: Int) -> Int? {
        var at = from
        let count = bytes.count
        while at < count {
            let first = bytes[at]
            if first < 0x80 {
                at += 1
                continue
            }
            let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
            guard length > 0, at + length <= count else { return at }
            for index in 1..<length where bytes[at + index] & 0xC0 != 0x80 { return at }
            let second = bytes[at + 1]
            switch first {
            case 0xE0 where second < 0xA0, 0xED where second >= 0xA0, 0xF0 where second < 0x90,
                0xF4 where second >= 0x90:
                return at
            default: at += length
            }
        }
        return nil
    }

    /// The name in a PEP 263 comment on line 1, or on line 2 if line 1 holds no code.
    static func declaredEncoding(_ bytes: [UInt8]) -> (name: String, offset: Int)? {
        var at = 0
        for _ in 0..<2 {
            var end = at
            while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
            var first = at
            while first < end, bytes[first] == 0x20 || bytes[first] == 9 || bytes[first] == 12 { first += 1 }
            if first < end {
                guard bytes[first] == UInt8(ascii: "#") else { return nil }
                if let found = codingName(bytes, first, end) { return found }
            }
            guard end < bytes.count else { return nil }
            at = bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? end + 2 : end + 1
        }
        return nil
    }

    private static func codingName(_ bytes: [UInt8], _ from: Int, _ end: Int) -> (name: String, offset: Int)? {
        let key = Array("coding".utf8)
        var at = from
        while at + key.count < end {
            defer { at += 1 }
            guard bytes[at] == key[0], bytes[at..<(at + key.count)].elementsEqual(key) else { continue }
            var next = at + key.count
            guard bytes[next] == UInt8(ascii: ":") || bytes[next] == UInt8(ascii: "=") else { continue }
            next += 1
            while next < end, bytes[next] == 0x20 || bytes[next] == 9 { next += 1 }
            var last = next
            while last < end, isEncodingByte(bytes[last]) { last += 1 }
            if last > next { return (String(decoding: bytes[next..<last], as: UTF8.self), next) }
        }
        return nil
    }

    private static func isEncodingByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

/// Encodings that Python source may be in.
enum Encoding: Equatable {
    case utf8
    case ascii
    /// The characters of bytes 0x80 to 0xFF; U+FFFD where a byte means nothing.
    case singleByte([Unicode.Scalar])

    static let utf8Name = "UTF-8"

    /// `_` and `-` are one, as are cases.
    private static func key(_ name: String) -> String {
        String(name.lowercased().map { $0 == "_" || $0 == "." ? "-" : $0 })
    }

    /// The spelling that CPython takes to agree with a byte-order mark; `utf8` is none.
    static func isPlainUTF8(_ name: String) -> Bool {
        let key = key(name)
        return key == "utf-8" || key.hasPrefix("utf-8-")
    }

    init?(declared name: String) {
        let key = Self.key(name)
        if Self.isPlainUTF8(name) || ["utf8", "u8", "utf", "cp65001", "utf8-ucs4"].contains(key) {
            self = .utf8
        } else if ["ascii", "us-ascii", "646", "ansi-x3-4-1968", "iso646-us", "iso-ir-6", "cp367"].contains(key) {
            self = .ascii
        } else if let upper = EncodingTables.upperHalf(key) {
            self = .singleByte(upper)
        } else {
            return nil
        }
    }
}
