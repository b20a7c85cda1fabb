import ForkGuardCore

/// Why the command could not do its work, beside what ArgumentParser says itself.
enum Failure: Error, CustomStringConvertible {
    case selection(RuleSelectionError)
    case catalog(CatalogError)
    case nothingKnown(of: String, nearest: String?)
    case unwritable

    var description: String {
        switch self {
        case .selection(let error): "\(error)"
        case .catalog(let error): "\(error)"
        case .nothingKnown(let words, let nearest):
            "nothing is known of `\(words)`"
                + (nearest.map { "; the nearest name is `\($0)`" } ?? "; `forkguard rules` lists what is")
        case .unwritable: "the report could not be written"
        }
    }
}
