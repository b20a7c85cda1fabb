import ArgumentParser
import ForkGuardCore

/// `forkguard config`: the settings in force, and where they come from.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show the settings in force, and where each comes from.")

    @Argument(help: "Files and folders that would be scanned.")
    var paths: [String] = []

    @OptionGroup var settings: SettingFlags

    mutating func run() throws {
        let configuration = try settings.configuration(for: paths)
        let catalog = try CatalogLoading.catalog(configuration.paths(.rules))
        var options = ScanOptions()
        try configuration.apply(to: &options, checks: catalog.checks)
        OutputStream.standardOutput.write(configuration.listing())
    }
}
