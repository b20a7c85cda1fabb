import ArgumentParser
import ForkGuardCore

/// `forkguard explain`: the manual page of a rule, a library or an error message.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show the page of a rule, a library, a launcher or an error message.",
        aliases: ["rule"])

    @Argument(help: "A code or name (FG101), a library (polars), a launcher (os.fork), or a line from a log.")
    var words: [String]

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Add the rule files of a folder. Repeatable.", valueName: "dir"))
    var rules: [String] = []

    mutating func run() throws {
        let catalog = try CatalogLoading.catalog(rules)
        let asked = words.joined(separator: " ")
        guard let explanation = Explanation(of: asked, in: catalog) else {
            throw Failure.nothingKnown(of: asked, nearest: Explanation.nearest(to: asked, in: catalog))
        }
        let output = OutputStream.standardOutput
        let style = TerminalStyle(
            environment: Environment.value, isTerminal: output.isTerminal, columns: output.width)
        Pager.show(explanation.page(style: style))
    }
}
