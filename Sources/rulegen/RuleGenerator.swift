import ForkGuardCore
import Glibc

/// Turns `rules/` into the table that is built into the command, and into docs/rules.md. Run from the root of the
/// repository: `rulegen` writes both, `rulegen --check` ends with 1 if one is stale.
enum RuleGenerator {
    static let rules = "rules"
    static let table = "Sources/ForkGuardCore/Catalog/Generated/CatalogTable.swift"
    static let reference = "docs/rules.md"

    static func run(_ arguments: [String]) {
        let isCheck = arguments.dropFirst().elementsEqual(["--check"])
        guard isCheck || arguments.count == 1 else { stop("usage: rulegen [--check]", status: 2) }
        let catalog: Catalog
        do {
            catalog = try Catalog.load(directories: [rules], upon: Catalog())
        } catch {
            stop(error.description, status: 2)
        }
        for (path, text) in [(table, catalog.generatedSource), (reference, RuleReference.page(catalog))] {
            if current(path) == text { continue }
            if isCheck { stop("\(path) is stale: run `make generate`", status: 1) }
            write(text, to: path)
        }
    }

    private static func current(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: chunk.prefix(count))
        }
    }

    private static func write(_ source: String, to path: String) {
        guard let file = fopen(path, "w") else {
            stop("\(path): \(String(cString: strerror(errno)))", status: 2)
        }
        let written = Array(source.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        if fclose(file) != 0 || written != source.utf8.count {
            stop("\(path): \(String(cString: strerror(errno)))", status: 2)
        }
    }

    private static func stop(_ message: String, status: Int32) -> Never {
        let bytes = Array("\(message)\n".utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
        exit(status)
    }
}
