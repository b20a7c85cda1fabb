import ArgumentParser
import ForkGuardCore

/// `forkguard completions`: what a shell completes.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print the script of completions for a shell: bash, zsh or fish.",
        discussion: "docs/integrations.md says where each shell looks for it.")

    @Argument(help: ArgumentHelp("bash, zsh or fish.", valueName: "shell"))
    var shell: String

    mutating func run() throws {
        guard let known = CompletionShell(rawValue: shell) else {
            let names = CompletionShell.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("`\(shell)` is no shell with completions; there are \(names)")
        }
        OutputStream.standardOutput.write(line: ForkGuardTool.completionScript(for: known))
    }
}
