/// Decides whether a table may be read by what its protocol action demands (protocol, "Protocol Evolution").
public enum ProtocolGate {
    /// The highest reader version that is understood.
    public static let readerVersion = 3

    /// Reader features that are understood, or change nothing in which files a table has.
    public static let readerFeatures: Set<String> = [
        "columnMapping", "deletionVectors", "timestampNtz", "timestampWithoutTimezone", "v2Checkpoint",
        "vacuumProtocolCheck", "typeWidening", "typeWidening-preview", "variantType", "variantType-preview",
        "variantShredding", "variantShredding-preview",
    ]

    /// Why a table is refused.
    public enum Refusal: Error, Sendable, Equatable, CustomStringConvertible {
        case noProtocol(TableVersion)
        case noMetadata(TableVersion)
        case noSchema(TableVersion)
        case readerVersion(Int)
        case noFeatureList
        case features([String])
        /// The catalog, not the log, says which commits count.
        case catalog(String)
        case brokenSchema(String)

        public var description: String {
            switch self {
            case .noProtocol(let version): return "no protocol action in the log up to version \(version)"
            case .noMetadata(let version): return "no metaData action in the log up to version \(version)"
            case .noSchema(let version): return "metaData at version \(version) has no schemaString"
            case .readerVersion(let version) where version < 1:
                return "minReaderVersion \(version) is none: reader versions begin with 1"
            case .readerVersion(let version):
                return "the table needs reader version \(version) (minReaderVersion), and this reader has "
                    + "\(ProtocolGate.readerVersion)"
            case .noFeatureList: return "minReaderVersion is 3, but the protocol action has no readerFeatures"
            case .features(let names):
                let list = names.map { "`\($0)`" }.joined(separator: ", ")
                let known = ProtocolGate.readerFeatures.sorted().joined(separator: ", ")
                return
                    "reader \(names.count == 1 ? "feature" : "features") not understood: \(list); understood are \(known)"
            case .catalog(let name):
                return
                    "reader feature `\(name)` not understood: only the table's catalog knows which commits count, so "
                    + "that its path alone does not tell its state"
            case .brokenSchema(let why): return "the schemaString of metaData is broken: \(why)"
            }
        }
    }

    private static let catalogFeatures: Set<String> = ["catalogManaged", "catalogOwned", "catalogOwned-preview"]

    /// Throws where the protocol asks for what is not understood. Features of writers alone never matter.
    static func check(_ tableProtocol: TableProtocol) throws(Refusal) {
        let version = tableProtocol.minReaderVersion
        guard version >= 1, version <= readerVersion else { throw .readerVersion(version) }
        // Feature lists count from reader version 3 on; below it, legacy versions say all.
        guard version == 3 else { return }
        guard let features = tableProtocol.readerFeatures else { throw .noFeatureList }
        let unknown = Set(features).subtracting(readerFeatures).sorted()
        if unknown.isEmpty { return }
        let catalog = unknown.filter(catalogFeatures.contains)
        if let name = catalog.first, catalog.count == unknown.count { throw .catalog(name) }
        throw .features(unknown)
    }
}
