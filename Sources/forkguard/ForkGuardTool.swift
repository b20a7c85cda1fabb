import ArgumentParser
import ForkGuardCore
import Glibc

/// The command: reads arguments, hands them to the core, and ends with its verdict.
struct ForkGuardTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forkguard",
        abstract: "Finds Python code that forks after touching a library which a fork breaks.",
        discussion: """
            A process that has touched a library with threads, locks or sockets of its own, and then forks, \
            leaves its child with locks that nobody will release. The child hangs, crashes or corrupts data.

            Exit status: 0 nothing found, 1 findings of level error, 2 forkguard could not do its work.
            """,
        version: "\(Tool.name) \(Tool.version)",
        subcommands: [
            ScanCommand.self, RunCommand.self, DoctorCommand.self, ConfirmCommand.self, DeltaCommand.self,
            ExplainCommand.self, RulesCommand.self, ConfigCommand.self, CleanCommand.self, FactsCommand.self,
            EngineTrialCommand.self, ServerCommand.self, CompletionsCommand.self,
        ])

    /// Runs the command and ends the process.
    static func start() -> Never {
        OutputStream.ignoreBrokenPipes()
        let arguments = Self.arguments
        // Asked for by hooks and editors before every run: not worth building a parser for.
        if arguments == ["--version"] || arguments == ["version"] {
            OutputStream.standardOutput.write(line: configuration.version)
            Status.clean.end()
        }
        if let page = ShortHelp.page(for: arguments) {
            OutputStream.standardOutput.write(line: page)
            Status.clean.end()
        }
        if let word = arguments.first, let complaint = unknownCommand(word) {
            OutputStream.standardError.write(line: "forkguard: \(Printable.text(complaint))")
            Status.failed.end()
        }
        do {
            var command = try parseAsRoot(withDefaults(arguments))
            try command.run()
            Status.clean.end()
        } catch let status as Status {
            status.end()
        } catch let error as CatalogError {
            for problem in error.problems {
                OutputStream.standardError.write(line: "forkguard: \(Printable.text(problem.description))")
            }
            Status.failed.end()
        } catch let failure where failure is Failure || isCore(failure) {
            OutputStream.standardError.write(line: "forkguard: \(Printable.text("\(failure)"))")
            Status.failed.end()
        } catch {
            end(with: error)
        }
    }

    /// What is said of a first word that is no command, with what may have been meant.
    private static func unknownCommand(_ word: String) -> String? {
        guard !word.isEmpty, !word.hasPrefix("-") else { return nil }
        let names = configuration.subcommands.flatMap { [$0._commandName] + $0.configuration.aliases } + ["help"]
        if names.contains(word) { return nil }
        if access(word, F_OK) == 0 {
            return "there is no command `\(word)`; `forkguard scan \(word)` scans what is called so"
        }
        let nearest = NearestName.of(word, among: names).map { "did you mean `\($0)`?" }
        return "there is no command `\(word)`; " + (nearest ?? "`forkguard --help` lists them all")
    }

    /// Errors of the core that say in one line why it could not do its work.
    private static func isCore(_ error: any Error) -> Bool {
        error is RuleSelectionError || error is GitChanges.Failure || error is BaselineError
    }

    /// Flags that may stand without a value get the one that this means: the parser knows no such flags.
    private static func withDefaults(_ arguments: [String]) -> [String] {
        guard arguments.first == "scan" || arguments.first == "check" else { return arguments }
        let defaults = ["--changed": "HEAD", "--add-ignores": " ", "--add-ignore": " ", "--add-noqa": " "]
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        return arguments[..<end].map { word in defaults[word].map { "\(word)=\($0)" } ?? word } + arguments[end...]
    }

    /// The arguments with every byte kept: Swift's own list repairs names that are not UTF-8.
    private static var arguments: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            CommandLine.unsafeArgv[index].map { argument in
                PathCoding.text(of: UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
            }
        }
    }

    /// Help and version are successes; anything else that ArgumentParser says is a wrong argument.
    private static func end(with error: any Error) -> Never {
        let isClean = exitCode(for: error) == .success
        var buffer = ByteBuffer()
        buffer.line(fullMessage(for: error))
        (isClean ? OutputStream.standardOutput : .standardError).write(buffer)
        (isClean ? Status.clean : .failed).end()
    }
}

/// How the process ends.
enum Status: Int32, Error {
    case clean = 0
    /// Findings at the level that fails.
    case findings = 1
    /// Bad arguments, a named path that is missing or unreadable, broken rule files.
    case failed = 2
    /// A command that may not be run, and one that is not there, as shells have it.
    case notExecutable = 126
    case notFound = 127

    func end() -> Never { exit(rawValue) }
}
