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
            ExplainCommand.self, RulesCommand.self,
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
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            Status.clean.end()
        } catch let status as Status {
            status.end()
        } catch let failure as Failure {
            OutputStream.standardError.write(line: "forkguard: \(Printable.text(failure.description))")
            Status.failed.end()
        } catch {
            end(with: error)
        }
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
