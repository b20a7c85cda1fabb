import ArgumentParser
import ForkGuardCore

/// `forkguard explain`: the manual page of a rule, a library or an error message.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show the page of a rule, a library, a launcher or an error message.",
        aliases: ["rule"])

    @Argument(help: "A code or name (FG101), a library (polars), a launcher (os.fork), or a line from a log.")
    var words: [String] = []

    @Flag(help: "The pages of all rules.")
    var all = false

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "text or json.")
    var format: Format?

    /// ruff's spelling.
    @Option(name: .customLong("output-format"), help: .hidden)
    var outputFormat: Format?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Add the rule files of a folder. Repeatable.", valueName: "dir"))
    var rules: [String] = []

    mutating func validate() throws {
        if words.isEmpty == !all { throw ValidationError("name a rule, a library, a launcher or a message, or --all") }
    }

    mutating func run() throws {
        let catalog = try CatalogLoading.catalog(rules)
        let explanations = all ? Explanation.ofAllRules(in: catalog) : [try explanation(in: catalog)]
        let output = OutputStream.standardOutput
        if format ?? outputFormat == .json {
            output.write(Explanation.json(explanations, isList: all))
            return
        }
        let style = TerminalStyle(
            environment: Environment.value, isTerminal: output.isTerminal, columns: output.width)
        var pages = ByteBuffer()
        for (index, explanation) in explanations.enumerated() {
            if index > 0 { pages.append("\n\n") }
            pages.append(explanation.page(style: style).bytes)
        }
        Pager.show(pages)
    }

    private func explanation(in catalog: Catalog) throws -> Explanation {
        let asked = words.joined(separator: " ")
        guard let explanation = Explanation(of: asked, in: catalog) else {
            throw Failure.nothingKnown(of: asked, nearest: Explanation.nearest(to: asked, in: catalog))
        }
        return explanation
    }
}
