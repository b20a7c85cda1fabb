import ForkGuardCore

/// Why the command could not do its work, beside what ArgumentParser says itself.
enum Failure: Error, CustomStringConvertible {
    case selection(RuleSelectionError)
    case catalog(CatalogError)
    case nothingKnown(of: String, nearest: String?)
    case unwritable
    case notScanned(String)
    case policy(String)
    case unwritableFile(String, FileError)
    case diagnosis(DiagnosisError)
    case noProcessID(String)
    case severalContainers(Int32, [Int32])

    var description: String {
        switch self {
        case .selection(let error): "\(error)"
        case .catalog(let error): "\(error)"
        case .nothingKnown(let words, let nearest):
            "nothing is known of `\(words)`"
                + (nearest.map { "; the nearest name is `\($0)`" } ?? "; `forkguard rules` lists what is")
        case .unwritable: "the report could not be written"
        case .policy(let name):
            "FORKGUARD_POLICY is `\(name)`, which is no policy; there are "
                + GuardPolicy.allCases.map(\.rawValue).joined(separator: ", ")
        case .severalContainers(let pid, let found):
            "several containers have a process \(pid); name it as this machine does: "
                + found.map(String.init).joined(separator: ", ")
        case .noProcessID(let text):
            "`\(text)` is no process id; `forkguard doctor --all` lists those that can be looked at"
        case .diagnosis(let error): "\(error)"
        case .unwritableFile(let path, let error): "\(path): \(error)"
        case .notScanned(let path):
            "\(Printable.path(path)) is not among the files scanned; name it as reports do, relative to this folder"
        }
    }
}
