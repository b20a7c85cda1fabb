/// The percent-encoding of RFC 2396, in which the log writes paths.
enum PercentCoding {
    /// The decoded bytes, decoded exactly once. What is no escape stays as it is.
    static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let all = Array(bytes)
        guard all.contains(UInt8(ascii: "%")) else { return all }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(all.count)
        var at = 0
        while at < all.count {
            if all[at] == UInt8(ascii: "%"), at + 2 < all.count, let high = JSONScanner.hexadecimal(all[at + 1]),
                let low = JSONScanner.hexadecimal(all[at + 2])
            {
                decoded.append(high << 4 | low)
                at += 3
            } else {
                decoded.append(all[at])
                at += 1
            }
        }
        return decoded
    }

    static func decoded(_ text: String) -> String { String(decoding: decoded(text.utf8), as: UTF8.self) }

    /// The path as an `add` action has it: everything but unreserved characters, `/` and `=` is escaped.
    static func encoded(_ path: String) -> String {
        var encoded: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "="):
                encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// True for an absolute URI: a scheme before the first `/`.
    static func isAbsoluteURI(_ path: String) -> Bool {
        let scheme = path.prefix { $0 != ":" && $0 != "/" }
        guard path.dropFirst(scheme.count).first == ":", let first = scheme.utf8.first else { return false }
        let isLetter = (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
        return isLetter
            && scheme.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
