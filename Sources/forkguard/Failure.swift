import ForkGuardCore

/// Why the command could not do its work, beside what ArgumentParser says itself.
enum Failure: Error, CustomStringConvertible {
    case selection(RuleSelectionError)
    case catalog(CatalogError)
    case nothingKnown(of: String, nearest: String?)
    case unwritable
    case notScanned(String)
    case delta(String)
    case policy(String)
    case unwritableFile(String, FileError)

    var description: String {
        switch self {
        case .selection(let error): "\(error)"
        case .catalog(let error): "\(error)"
        case .nothingKnown(let words, let nearest):
            "nothing is known of `\(words)`"
                + (nearest.map { "; the nearest name is `\($0)`" } ?? "; `forkguard rules` lists what is")
        case .delta(let words): words
        case .unwritable: "the report could not be written"
        case .policy(let name):
            "FORKGUARD_POLICY is `\(name)`, which is no policy; there are "
                + GuardPolicy.allCases.map(\.rawValue).joined(separator: ", ")
        case .unwritableFile(let path, let error): "\(path): \(error)"
        case .notScanned(let path):
            "\(Printable.path(path)) is not among the files scanned; name it as reports do, relative to this folder"
        }
    }
}
