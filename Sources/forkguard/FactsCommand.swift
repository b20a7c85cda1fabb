import ArgumentParser
import ForkGuardCore

/// `forkguard facts`: the first of a scan's two steps by itself, for build systems that share it out.
struct FactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: "Store what a scan learns of each file, to be linked elsewhere.",
        discussion: """
            Parses the named files and those of the named folders, and writes one file for each into a folder. \
            `forkguard scan --facts DIR` links any number of such folders to the report that one scan of all their \
            files would give.
            """)

    @Argument(help: "Files and folders.")
    var paths: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("Folder to write to.", valueName: "dir"))
    var output: String

    @OptionGroup var settings: SettingFlags

    @Flag(help: "Walk into what ignore files and custom leave out, too.")
    var noIgnore = false

    @OptionGroup var cache: CacheFlags

    @Option(
        name: [.customShort("j"), .long],
        help: ArgumentHelp("Threads to use; one a processor otherwise.", valueName: "n"))
    var jobs: Int?

    @Flag(name: [.customShort("q"), .long], help: "Say nothing of what was written.")
    var quiet = false

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number of at least 1") }
        if let empty = (paths + [output]).first(where: \.isEmpty) { throw ValidationError("`\(empty)` is no path") }
    }

    mutating func run() throws {
        let configuration = try settings.configuration(for: paths)
        let catalog = try CatalogLoading.catalog(configuration.paths(.rules))
        var options = ScanOptions()
        options.isIsolated = settings.isolated
        options.ignoresIgnoreFiles = noIgnore
        options.cacheFolder = cache.folder
        options.jobs = jobs
        options.swiftFrontEnd = Environment.value("FORKGUARD_SWIFT")
        try configuration.apply(to: &options, checks: catalog.checks)
        options.paths = paths
        do throws(FileError) {
            let (count, problems) = try FactsExport(options: options).write(into: output)
            for problem in problems {
                OutputStream.standardError.write(
                    line: "forkguard: \(Printable.path(problem.path)): \(Printable.text(problem.message))")
            }
            if !quiet {
                OutputStream.standardError.write(
                    line: "forkguard: stored facts of \(count) files in \(Printable.path(output))")
            }
            guard !problems.contains(where: \.isFatal) else { Status.failed.end() }
        } catch { throw Failure.unwritableFile(output, error) }
    }
}
