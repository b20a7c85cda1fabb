import Glibc
import Testing

/// The arrows between targets, as Package.swift draws them and as the sources use them.
@Suite struct LayoutTests {
    /// What each target may import of ours. A target that is not here has no place in the design yet.
    private static let allowed: [String: Set<String>] = [
        "forkguard": ["ForkGuardCore", "PythonSyntax"],
        "ForkGuardCore": ["PythonSyntax", "CToml", "CSystem"],
        "PythonSyntax": [],
        "CSystem": [],
        "CToml": [],
        "SwiftFrontend": ["ForkGuardCore"],
        "forkguard-swift": ["ForkGuardCore", "SwiftFrontend"],
        "rulegen": ["ForkGuardCore"],
        "syntaxdump": ["PythonSyntax", "CSystem"],
    ]

    /// In C, and for Python: `scripts/build-guard` builds them.
    private static let builtElsewhere: Set<String> = ["CForkHooks", "CForkGuardPython"]

    private static let root: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return parts.map { "/" + $0 }.joined()
    }()

    @Test func noArrowTurnsRound() {
        var found = 0
        for target in Self.folders(in: Self.root + "/Sources") where !Self.builtElsewhere.contains(target) {
            guard let allowed = Self.allowed[target] else {
                Issue.record(
                    "Sources/\(target) has no place among the arrows: add it to LayoutTests and ARCHITECTURE.md")
                continue
            }
            for path in Self.files(under: "\(Self.root)/Sources/\(target)") {
                found += 1
                for module in Self.imports(of: path) where Self.allowed[module] != nil && module != target {
                    #expect(allowed.contains(module), "\(path) imports \(module)")
                }
            }
        }
        #expect(found > 20)
    }

    @Test func thePackageDrawsTheSameArrows() {
        let package = Folder.read(Self.root + "/Package.swift")
        for (target, allowed) in Self.allowed {
            guard let declaration = Self.declaration(of: target, in: package) else {
                Issue.record("Package.swift has no target \(target)")
                continue
            }
            for module in Self.allowed.keys where declaration.contains("\"\(module)\"") && module != target {
                #expect(allowed.contains(module), "\(target) depends on \(module)")
            }
        }
    }

    /// Foundation costs tens of megabytes and a newer glibc.
    @Test func nothingImportsFoundation() {
        for target in Self.folders(in: Self.root + "/Sources") {
            for path in Self.files(under: "\(Self.root)/Sources/\(target)") {
                for module in Self.imports(of: path) { #expect(!module.hasPrefix("Foundation"), "\(path)") }
            }
        }
    }

    /// Findings must not depend on the clock or the environment, and hostile files have one reader.
    @Test func theCoreOpensFilesThroughItsDoors() {
        let doors: Set<String> = ["FileSystem.swift", "CatalogFiles.swift"]
        let calls = [" fopen(", " opendir(", " getenv(", " clock_gettime(", " time("]
        for path in Self.files(under: Self.root + "/Sources/ForkGuardCore") {
            if doors.contains(String(path.split(separator: "/").last ?? "")) { continue }
            let text = Folder.read(path)
            for call in calls { #expect(!text.contains(call), "\(path) calls\(call))") }
        }
    }

    // MARK: - Reading

    private static func imports(of path: String) -> [String] {
        Folder.read(path).split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ").map(String.init)
            while let first = words.first, first.hasPrefix("@") || first == "public" || first == "internal" {
                words.removeFirst()
            }
            guard words.count >= 2, words[0] == "import" else { return nil }
            return words[1].split(separator: ".").first.map(String.init)
        }
    }

    /// The text of one target's declaration.
    private static func declaration(of target: String, in package: String) -> String? {
        let pieces = package.split(separator: "\n").map(String.init).joined(separator: " ")
        var rest = pieces[...]
        while let start = rest.firstIndex(of: ".") {
            rest = rest[start...]
            let isTarget = rest.hasPrefix(".target(") || rest.hasPrefix(".executableTarget(")
            guard isTarget else {
                rest = rest.dropFirst()
                continue
            }
            var depth = 0
            let end = rest.indices.first { index in
                if rest[index] == "(" { depth += 1 }
                if rest[index] == ")" { depth -= 1 }
                return depth == 0 && rest[index] == ")"
            }
            guard let end else { return nil }
            let text = String(rest[...end])
            let squeezed = text.split(separator: " ").joined(separator: " ")
            if squeezed.contains("name: \"\(target)\"") { return text }
            rest = rest[end...]
        }
        return nil
    }

    private static func folders(in path: String) -> [String] { list(path).filter(\.isFolder).map(\.name) }

    private static func files(under path: String) -> [String] {
        list(path).flatMap { entry in
            let full = path + "/" + entry.name
            return entry.isFolder ? files(under: full) : entry.name.hasSuffix(".swift") ? [full] : []
        }
    }

    private static func list(_ path: String) -> [(name: String, isFolder: Bool)] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var found: [(String, Bool)] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { found.append((name, entry.pointee.d_type == UInt8(DT_DIR))) }
        }
        return found.sorted { $0.0 < $1.0 }
    }
}
