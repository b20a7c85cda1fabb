import ForkGuardCore
import Glibc

/// Turns `rules/` into the table that is built into the command. Run from the root of the repository:
/// `rulegen` writes the table, `rulegen --check` ends with 1 if it is stale.
enum RuleGenerator {
    static let rules = "rules"
    static let output = "Sources/ForkGuardCore/Catalog/Generated/CatalogTable.swift"

    static func run(_ arguments: [String]) {
        let isCheck = arguments.dropFirst().elementsEqual(["--check"])
        guard isCheck || arguments.count == 1 else { stop("usage: rulegen [--check]", status: 2) }
        let source: String
        do {
            source = try Catalog.load(directories: [rules], upon: Catalog()).generatedSource
        } catch {
            stop(error.description, status: 2)
        }
        if current() == source { return }
        if isCheck { stop("\(output) is stale: run `make generate`", status: 1) }
        write(source)
    }

    private static func current() -> String? {
        guard let file = fopen(output, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: chunk.prefix(count))
        }
    }

    private static func write(_ source: String) {
        guard let file = fopen(output, "w") else {
            stop("\(output): \(String(cString: strerror(errno)))", status: 2)
        }
        let written = Array(source.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        if fclose(file) != 0 || written != source.utf8.count {
            stop("\(output): \(String(cString: strerror(errno)))", status: 2)
        }
    }

    private static func stop(_ message: String, status: Int32) -> Never {
        let bytes = Array("\(message)\n".utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
        exit(status)
    }
}
