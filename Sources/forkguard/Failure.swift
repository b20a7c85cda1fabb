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
    case diagnosis(DiagnosisError)
    case noScratch(FileError)
    case noPython(String, reason: String)
    case noPythonFound
    case noGuard
    case unreadable(String, FileError)
    case unguarded(String)
    case noProcessID(String)
    case severalContainers(Int32, [Int32])

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
        case .severalContainers(let pid, let found):
            "several containers have a process \(pid); name it as this machine does: "
                + found.map(String.init).joined(separator: ", ")
        case .noProcessID(let text):
            "`\(text)` is no process id; `forkguard doctor --all` lists those that can be looked at"
        case .diagnosis(let error): "\(error)"
        case .unwritableFile(let path, let error): "\(path): \(error)"
        case .noScratch(let reason): "no folder for the runs could be made below TMPDIR: \(reason)"
        case .noPython(let path, let reason): "\(Printable.path(path)): \(reason)"
        case .noPythonFound: "no Python from 3.8 was found to run the program with; name one with --python"
        case .noGuard:
            "the Python package forkguard is not beside this command, and a program can be tried under the guard only; "
                + "`pip install forkguard` has both"
        case .unreadable(let path, let error): "\(Printable.path(path)): \(error)"
        case .unguarded(let words):
            "no process of the program had the guard, so that nothing can be said of it"
                + (words.isEmpty ? "" : "; its last words: \(words)")
        case .notScanned(let path):
            "\(Printable.path(path)) is not among the files scanned; name it as reports do, relative to this folder"
        }
    }
}
