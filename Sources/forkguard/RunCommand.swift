import ArgumentParser
import ForkGuardCore

/// `forkguard run`: the runtime guard around a command.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a command with the guard in every Python that it starts.",
        usage:
            "forkguard run [--policy <policy>] [--report <file>] [--on-hang <action>] [--hang-timeout <seconds>] [--] "
            + "<command> [<argument> ...]",
        discussion: """
            A forked child that uses what its parent touched gets a ForkUnsafeError, which names who touched and \
            who forked, where it would hang, die or corrupt data. Programs that work run as they are.

            A forked child that hangs, in any language, is told once with the whole story, as `forkguard doctor` has it.

            Exit status: that of the command, signals included; 126 and 127 where it cannot be run.
            """)

    @Option(
        help: ArgumentHelp(
            "What a hazard leads to: fail-fast (the child's use raises), refuse (the fork raises), warn, report or off.",
            valueName: "policy"))
    var policy: GuardPolicy?

    @Option(
        help: ArgumentHelp("File for the lines of the policy `report`; standard error otherwise.", valueName: "file"))
    var report: String?

    @Option(
        help: ArgumentHelp(
            "What becomes of a child that is proved to be stuck: report, kill, or abort-all.", valueName: "action"))
    var onHang: HangAction = .report

    @Option(
        help: ArgumentHelp(
            "Seconds that a child must stand still before it is looked at; 0 looks at none.", valueName: "seconds"))
    var hangTimeout: Double = 3

    @Argument(parsing: .captureForPassthrough, help: "The command and its arguments.")
    var command: [String] = []

    mutating func run() throws {
        // Up to the command, what begins with a dash is meant for this one.
        if let first = command.first, first.hasPrefix("-"), first != "--" {
            if first == "-h" || first == "--help" { throw CleanExit.helpRequest(self) }
            throw ValidationError("unknown option `\(first)`")
        }
        if command.first == "--" { command.removeFirst() }
        guard !command.isEmpty else { throw ValidationError("there is no command to run") }
        if policy == nil, let inherited = Environment.value("FORKGUARD_POLICY"), !inherited.isEmpty {
            guard GuardPolicy(rawValue: inherited) != nil else { throw Failure.policy(inherited) }
        }
        if let report, report != "-", let error = OutputStream.problemAppending(to: report) {
            throw Failure.unwritableFile(report, error)
        }
        guard hangTimeout >= 0, hangTimeout <= 86400 else {
            throw ValidationError("--hang-timeout takes 0 to 86400 seconds")
        }
        var guarded = GuardedCommand(arguments: command, policy: policy?.rawValue, report: report)
        // Rule files of the user's that are broken are the guard's to tell of; the command runs all the same.
        if hangTimeout > 0 { guarded.hangs = (hangPolicy, { (try? CatalogLoading.catalog([])) ?? .builtIn }) }
        switch start(guarded) {
        case .success(let end): end.end()
        case .failure(let error):
            tell(error.description)
            throw error.isMissing ? Status.notFound : .notExecutable
        }
    }

    private var hangPolicy: HangPolicy {
        let output = OutputStream.standardError
        let style = TerminalStyle(environment: Environment.value, isTerminal: output.isTerminal, columns: output.width)
        return HangPolicy(action: onHang, timeout: hangTimeout, style: style) { output.write($0) }
    }

    private func start(_ guarded: GuardedCommand) -> Result<GuardedCommand.End, GuardedCommand.LaunchError> {
        guard let home = GuardHome.find(chosen: Environment.value("FORKGUARD_HOME")) else {
            tell(
                "not guarding: the Python package forkguard is not beside this command; `pip install forkguard` has both"
            )
            return guarded.runUnguarded()
        }
        let result = guarded.run(home: home)
        guard case .success(let end) = result else { return result }
        if end.events.guarded == 0, policy != .off, Environment.value("FORKGUARD_POLICY") != "off" {
            tell(
                "no process of this command was guarded: it ran no Python from 3.8, or one that reads no PYTHONPATH "
                    + "(-E, -I, -S, or an emptied environment)")
        }
        if end.isSuccess, let sentence = end.events.afterSuccess { tell(sentence) }
        return result
    }

    private func tell(_ sentence: String) {
        OutputStream.standardError.write(line: "forkguard: \(Printable.text(sentence))")
    }
}

/// What the guard does about a hazard.
enum GuardPolicy: String, ExpressibleByArgument, CaseIterable {
    case failFast = "fail-fast"
    case refuse, warn, report, off
}

extension HangAction: ExpressibleByArgument {}
