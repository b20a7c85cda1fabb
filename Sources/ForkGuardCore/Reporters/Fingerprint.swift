/// A finding's identity across edits: rule, path, symbol, library and the text of the fork line.
///
/// Line numbers are no part of it, so code that moves keeps its fingerprint; white space in the line does not
/// count. Findings that agree in all of that are told apart by an ordinal, in order of their lines.
public enum Fingerprint {
    /// Gives every finding its fingerprint. `findings` are in report order.
    public static func assign(to findings: inout [Finding]) {
        var seen: [[String]: Int] = [:]
        for index in findings.indices {
            let parts = Self.parts(of: findings[index])
            let ordinal = seen[parts, default: 0]
            seen[parts] = ordinal + 1
            findings[index].fingerprint = hash(parts + [String(ordinal)])
        }
    }

    private static func parts(of finding: Finding) -> [String] {
        [
            finding.code.text, finding.site.path, finding.site.symbol, finding.library ?? "",
            normalized(finding.site.text),
        ]
    }

    /// The line with every run of white space as one space.
    static func normalized(_ line: String) -> String {
        line.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
    }

    /// Sixteen hexadecimal digits: FNV-1a over the parts, each closed by a byte that UTF-8 cannot hold, then
    /// mixed so that all bits depend on all input.
    static func hash(_ parts: [String]) -> String {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts {
            for byte in part.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            value = (value ^ 0xFF) &* 0x0000_0100_0000_01B3
        }
        value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        value ^= value >> 33
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
