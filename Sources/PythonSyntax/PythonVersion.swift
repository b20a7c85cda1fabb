/// A minor version of Python, such as 3.12.
public struct PythonVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var minor: Int

    /// Python 3.*minor*.
    public init(minor: Int) { self.minor = minor }

    /// Reads `3.12`, `3.12.1`; `nil` for anything that is not Python 3.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".")
        guard parts.count >= 2, parts[0] == "3", let minor = Int(parts[1]), minor >= 0 else { return nil }
        self.minor = minor
    }

    public static func < (left: Self, right: Self) -> Bool { left.minor < right.minor }
    public var description: String { "3.\(minor)" }

    /// The range whose syntax this front end knows.
    public static let oldest = PythonVersion(minor: 8)
    public static let newest = PythonVersion(minor: 14)
}
