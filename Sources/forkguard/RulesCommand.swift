import ArgumentParser
import ForkGuardCore

/// `forkguard rules`: the catalogue.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List the rules, and the libraries and launchers that they know.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Option(help: "table or json.")
    var format: Format = .table

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Add the rule files of a folder. Repeatable.", valueName: "dir"))
    var rules: [String] = []

    mutating func run() throws {
        let table = RuleTable(try CatalogLoading.catalog(rules))
        let output = OutputStream.standardOutput
        switch format {
        case .table:
            let style = TerminalStyle(
                environment: Environment.value, isTerminal: output.isTerminal, columns: output.width)
            output.write(table.table(style: style))
        case .json: output.write(table.json())
        }
    }
}
