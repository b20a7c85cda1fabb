import ArgumentParser
import ForkGuardCore

/// Where a scan keeps what it learned of files.
struct CacheFlags: ParsableArguments {
    @Flag(help: "Neither read nor write a cache.")
    var noCache = false

    @OptionGroup var place: CachePlace

    /// `nil`: no cache.
    var folder: String? { noCache ? nil : place.folder }
}

struct CachePlace: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder of the cache; otherwise FORKGUARD_CACHE_DIR, or \(FactsCaches.folderName) here.",
            valueName: "dir"))
    var cacheDir: String?

    var folder: String {
        let named = cacheDir ?? Environment.value("FORKGUARD_CACHE_DIR") ?? ""
        return named.isEmpty ? FactsCaches.folderName : named
    }
}

/// `forkguard clean`: removes the cache.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Remove the cache that scans have left in this folder.")

    @OptionGroup var place: CachePlace

    mutating func run() throws {
        do throws(FileError) {
            let isRemoved = try FactsCaches.remove(place.folder)
            let name = Printable.path(place.folder)
            OutputStream.standardError.write(
                line: isRemoved ? "forkguard: removed \(name)" : "forkguard: there is no \(name)")
        } catch { throw Failure.unwritableFile(place.folder, error) }
    }
}
