/// Compatibility normalisation (NFKC) of identifiers, as PEP 3131 asks: `ｗｉｄｔｈ` and `width` are one name.
enum Normalization {
    static func nfkc(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
        let tables = tables
        var scalars: [UInt32] = []
        var changes = false
        for scalar in text {
            let value = scalar.value
            if value < 0x80 {
                scalars.append(value)
            } else if value >= 0xAC00, value <= 0xD7A3 {
                changes = true
                appendHangul(value, to: &scalars)
            } else if let parts = tables.decompositions[value] {
                changes = true
                scalars.append(contentsOf: parts)
            } else {
                if scalar.properties.canonicalCombiningClass != .notReordered || isHangulPart(value) { changes = true }
                if tables.seconds.contains(value) { changes = true }
                scalars.append(value)
            }
        }
        guard changes else { return text }
        reorder(&scalars)
        return compose(scalars, tables)
    }

    private static func combiningClass(_ value: UInt32) -> UInt8 {
        value < 0x300 ? 0 : Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
    }

    /// Puts runs of combining marks into the order of their classes.
    private static func reorder(_ scalars: inout [UInt32]) {
        var at = 0
        while at < scalars.count {
            guard combiningClass(scalars[at]) != 0 else {
                at += 1
                continue
            }
            var end = at
            while end < scalars.count, combiningClass(scalars[end]) != 0 { end += 1 }
            let sorted = scalars[at..<end].enumerated().sorted {
                (combiningClass($0.element), $0.offset) < (combiningClass($1.element), $1.offset)
            }
            scalars.replaceSubrange(at..<end, with: sorted.map(\.element))
            at = end
        }
    }

    private static func compose(_ scalars: [UInt32], _ tables: Tables) -> String.UnicodeScalarView {
        var result: [UInt32] = []
        var starter: Int?
        var lastClass: UInt8 = 0
        for value in scalars {
            let mark = combiningClass(value)
            if let at = starter, result.count == at + 1 || lastClass < mark,
                let whole = pair(result[at], value, tables)
            {
                result[at] = whole
                continue
            }
            if mark == 0 { starter = result.count }
            lastClass = mark
            result.append(value)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: result.compactMap { Unicode.Scalar($0) })
        return text
    }

    private static func pair(_ first: UInt32, _ second: UInt32, _ tables: Tables) -> UInt32? {
        if first >= 0x1100, first < 0x1113, second >= 0x1161, second < 0x1176 {
            return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
        }
        if first >= 0xAC00, first <= 0xD7A3, (first - 0xAC00) % 28 == 0, second > 0x11A7, second < 0x11C3 {
            return first + second - 0x11A7
        }
        return tables.compositions[UInt64(first) << 32 | UInt64(second)]
    }

    private static func isHangulPart(_ value: UInt32) -> Bool { value >= 0x1100 && value < 0x1200 }

    private static func appendHangul(_ value: UInt32, to scalars: inout [UInt32]) {
        let index = value - 0xAC00
        scalars.append(0x1100 + index / 588)
        scalars.append(0x1161 + index % 588 / 28)
        if index % 28 != 0 { scalars.append(0x11A7 + index % 28) }
    }

    // MARK: Tables

    private struct Tables {
        var decompositions: [UInt32: [UInt32]] = [:]
        var compositions: [UInt64: UInt32] = [:]
        /// Characters that compose with one before them.
        var seconds: Set<UInt32> = []
    }

    /// Read when the first identifier beyond ASCII is met.
    private static let tables: Tables = {
        var tables = Tables()
        var last: UInt32 = 0
        for entry in words(NormalizationTables.runs) {
            let sides = entry.split(separator: "=")
            let key = sides[0].split(separator: "*")
            last += number(key[0])
            let count = key.count > 1 ? number(key[1]) : 1
            for index in 0..<count { tables.decompositions[last + index] = [number(sides[1]) + index] }
        }
        last = 0
        for entry in words(NormalizationTables.sequences) {
            let sides = entry.split(separator: "=")
            last += number(sides[0])
            tables.decompositions[last] = sides[1].split(separator: "+").map(number)
        }
        for entry in words(NormalizationTables.pairs) {
            let parts = entry.split(whereSeparator: { $0 == "+" || $0 == "=" }).map(number)
            tables.compositions[UInt64(parts[0]) << 32 | UInt64(parts[1])] = parts[2]
            tables.seconds.insert(parts[1])
        }
        return tables
    }()

    private static func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }

    private static func number(_ text: Substring) -> UInt32 { UInt32(text, radix: 36) ?? 0 }
}
