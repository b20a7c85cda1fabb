import ArgumentParser
import DeltaCheck
import ForkGuardCore

/// What `forkguard confirm` runs under its watchdog for its self-test. It may hang: no user calls it.
struct EngineTrialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine-trial", abstract: "Fork with an open Delta table.", shouldDisplay: false)

    @Argument var fork: String
    @Argument var use: String
    @Argument var folder: String

    mutating func run() throws {
        guard let fork = ForkTrial.Fork(rawValue: fork), let use = ForkTrial.Use(rawValue: use) else {
            throw ValidationError("engine-trial is a part of `forkguard confirm`")
        }
        do { try ForkTrial(fork, use, folder: folder).run() } catch { throw Failure.delta("\(error)") }
    }
}
