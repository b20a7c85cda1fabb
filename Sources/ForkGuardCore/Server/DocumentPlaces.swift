/// How the protocol writes places: lines from 0, columns in units of UTF-16, files as URIs.
enum DocumentPlaces {
    /// The path of a `file:` URI, coded as paths are; `nil` for others.
    static func path(ofURI uri: String) -> String? {
        guard uri.lowercased().hasPrefix("file://") else { return nil }
        let rest = uri.dropFirst("file://".count)
        guard let slash = rest.firstIndex(of: "/") else { return nil }
        var bytes: [UInt8] = []
        var units = Array(rest[slash...].utf8)[...]
        while let unit = units.popFirst() {
            if unit == UInt8(ascii: "%"), units.count >= 2,
                let value = UInt8(String(decoding: units.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                units = units.dropFirst(2)
            } else {
                bytes.append(unit)
            }
        }
        return PathCoding.text(of: bytes)
    }

    /// The URI of an absolute path.
    static func uri(of path: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        var result = "file://"
        for byte in PathCoding.bytes(of: path) {
            if plain.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    /// Units of UTF-16 before a column in Unicode scalars, one-based.
    static func character(ofColumn column: Int, in line: String?) -> Int {
        guard let line else { return max(column - 1, 0) }
        return line.unicodeScalars.prefix(max(column - 1, 0)).reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
    }
}

/// The lines of a text, for edits that are made of byte offsets. Lines and characters count from 0.
struct LineTable {
    private let bytes: [UInt8]
    private let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for at in bytes.indices
        where bytes[at] == 0x0A || bytes[at] == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A) {
            starts.append(at + 1)
        }
        self.starts = starts
    }

    func position(of offset: Int) -> (line: Int, character: Int) {
        let line = max((starts.firstIndex { $0 > offset } ?? starts.count) - 1, 0)
        let text = String(decoding: bytes[starts[line]..<max(offset, starts[line])], as: UTF8.self)
        return (line, text.utf16.count)
    }

    /// A line without its end; `nil` where there is none.
    func line(_ number: Int) -> ArraySlice<UInt8>? {
        guard starts.indices.contains(number) else { return nil }
        var end = number + 1 < starts.count ? starts[number + 1] : bytes.count
        while end > starts[number], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return bytes[starts[number]..<end]
    }

    /// The place before a line's end.
    func end(ofLine number: Int) -> (line: Int, character: Int) {
        (number, String(decoding: line(number) ?? [], as: UTF8.self).utf16.count)
    }

    /// The byte of a place that the protocol names; one behind a line's end, or behind the last line, means that end.
    func offset(of position: JSONValue?) -> Int? {
        guard let number = position?["line"]?.number, var left = position?["character"]?.number, number >= 0, left >= 0
        else { return nil }
        guard let line = line(number) else { return bytes.count }
        var at = line.startIndex
        while at < line.endIndex, left > 0 {
            // A scalar of four bytes in UTF-8 is two units of UTF-16.
            left -= line[at] >= 0xF0 ? 2 : 1
            at += 1
            while at < line.endIndex, line[at] & 0xC0 == 0x80 { at += 1 }
        }
        return at
    }
}
