/// Paths as text, without losing a byte.
///
/// A file name on Linux is any bytes. Reports, JSON and dictionaries want text. The coding keeps both: bytes
/// that are valid UTF-8 stand as they are, and every other byte *b* stands as the private character
/// U+10FE00 + *b*, so that `bytes(of:)` gives back what `text(of:)` was given. `displayed(_:)` is for people.
public enum PathCoding {
    private static let base: UInt32 = 0x10_FE00

    /// Text of a path's bytes; `bytes(of:)` undoes it for any bytes.
    public static func text(of bytes: some Collection<UInt8>) -> String {
        let decoded = String(decoding: bytes, as: UTF8.self)
        if !needsCare(decoded) { return decoded }
        var scalars = String.UnicodeScalarView()
        let all = Array(bytes)
        var at = 0
        while at < all.count {
            if let (scalar, width) = UTF8Scalars.decode(all, at: at), !isEscape(scalar) {
                scalars.append(scalar)
                at += width
            } else {
                scalars.append(Unicode.Scalar(base + UInt32(all[at]))!)
                at += 1
            }
        }
        return String(scalars)
    }

    /// Text in which every byte beyond ASCII is coded: different bytes, different text.
    public static func opaqueText(of bytes: [UInt8]) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : Unicode.Scalar(base + UInt32(byte))!)
        }
        return String(scalars)
    }

    /// The path's bytes as the system wants them, without a closing NUL.
    public static func bytes(of text: String) -> [UInt8] {
        if !needsCare(text) { return Array(text.utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if isEscape(scalar) {
                bytes.append(UInt8(scalar.value - base))
            } else {
                bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        return bytes
    }

    /// The path for people and for JSON: bytes that are no UTF-8 as `\xff`.
    public static func displayed(_ text: String) -> String {
        if !needsCare(text) { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if isEscape(scalar) {
                shown += "\\x" + hexadecimal(scalar.value - base)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    private static func isEscape(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= base && scalar.value < base + 256
    }

    /// False for nearly every path: no replacement character and nothing from the last private plane.
    private static func needsCare(_ text: String) -> Bool {
        text.utf8.contains { $0 == 0xEF || $0 == 0xF4 }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}

/// Strict UTF-8, one scalar at a time: for bytes that may be anything.
public enum UTF8Scalars {
    /// The scalar that begins at `index` and its width, or `nil` where the bytes there are no UTF-8.
    public static func decode(_ bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, width: Int)? {
        let first = bytes[index]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let width: Int
        var value: UInt32
        let least: UInt32
        switch first {
        case 0xC2...0xDF: (width, value, least) = (2, UInt32(first & 0x1F), 0x80)
        case 0xE0...0xEF: (width, value, least) = (3, UInt32(first & 0x0F), 0x800)
        case 0xF0...0xF4: (width, value, least) = (4, UInt32(first & 0x07), 0x10000)
        default: return nil
        }
        guard index + width <= bytes.count else { return nil }
        for next in bytes[(index + 1)..<(index + width)] {
            guard next & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(next & 0x3F)
        }
        guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, width)
    }
}
