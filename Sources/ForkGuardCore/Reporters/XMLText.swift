/// Text made fit for XML 1.0, which has no way to write most control characters.
enum XMLText {
    /// The text as an attribute's value or an element's content.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n": result += "&#10;"
            default:
                // U+FFFE and U+FFFF are no characters of XML.
                let isCharacter = scalar.value & 0xFFFE != 0xFFFE
                result += isCharacter ? Printable.shown(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return result
    }

    /// Attributes in the given order: ` name="value"` each.
    static func attributes(_ values: KeyValuePairs<String, String>) -> String {
        values.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    }
}
