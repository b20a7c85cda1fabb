/// Characters by their Unicode names, for `\N{…}`.
enum CharacterNames {
    static func scalar(named name: String) -> UInt32? { table[name.uppercased()] }

    /// Built when the first such escape is met.
    private static let table: [String: UInt32] = {
        var names: [String: UInt32] = [:]
        names.reserveCapacity(150_000)
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if let name = scalar.properties.name { names[name] = value }
            if let alias = scalar.properties.nameAlias { names[alias] = value }
        }
        return names
    }()
}
