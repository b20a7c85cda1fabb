import Glibc
import Testing

/// The arrows between targets, as Package.swift draws them and as the sources use them.
@Suite struct LayoutTests {
    /// What each target may import of ours. A target that is not here has no place in the design yet.
    private static let allowed: [String: Set<String>] = [
        "forkguard": ["ForkGuardCore", "PythonSyntax", "DeltaCheck"],
        "ForkGuardCore": ["PythonSyntax", "CToml", "CSystem", "ProcessEvidence"],
        "ProcessEvidence": ["CSystem"],
        "PythonSyntax": [],
        "CSystem": [],
        "CToml": [],
        "DeltaCheck": ["ForkGuardRuntime", "CSystem", "CSnappy", "CZstd", "CZlib", "CLz4"],
        "ForkGuardRuntime": ["CForkHooks"],
        "CForkHooks": [],
        "CSnappy": [],
        "CZstd": [],
        "CZlib": [],
        "CLz4": [],
        "deltaprobe": ["DeltaCheck", "ForkGuardRuntime", "CSystem"],
        "SwiftFrontend": ["ForkGuardCore"],
        "forkguard-swift": ["ForkGuardCore", "SwiftFrontend"],
        "rulegen": ["ForkGuardCore"],
        "syntaxdump": ["PythonSyntax", "CSystem"],
    ]

    /// In C, and for Python: `scripts/build-guard` builds it, together with `CForkHooks`.
    private static let builtElsewhere: Set<String> = ["CForkGuardPython"]

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
            // The generated table holds the programs of the rules, which may.
            for path in Self.files(under: "\(Self.root)/Sources/\(target)") where !path.contains("/Generated/") {
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

    /// The engine's files and tables are opened in one place, and its layers know of each other one way only.
    @Test func theLayersOfTheDeltaEngineStayApart() {
        let root = Self.root + "/Sources/DeltaCheck"
        let door = "/Engine/LocalStorage.swift"
        for path in Self.files(under: root) where !path.hasSuffix(door) {
            let text = Folder.read(path)
            for call in [
                " fopen(", " open(path", " opendir(", " getenv(", " pread(", " mkdir(", "fg_open_file",
                "fg_list_folder",
            ] {
                #expect(!text.contains(call), "\(path) calls\(call)")
            }
        }
        for path in Self.files(under: root + "/Parquet") {
            let text = Folder.read(path)
            for word in ["TableVersion", "Snapshot", "DeltaError", "Commit", "Storage", "deletionVector"] {
                #expect(!text.contains(word), "\(path) knows of \(word)")
            }
        }
        for layer in ["Log", "Actions", "Snapshot"] {
            for path in Self.files(under: "\(root)/\(layer)") {
                let text = Folder.read(path)
                for word in ["any Storage", "WorkerPool", "DeltaEngine", "import Glibc", "import CSystem"] {
                    #expect(!text.contains(word), "\(path) knows of \(word)")
                }
            }
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
            let kinds = [".target(", ".executableTarget(", ".systemLibrary("]
            let isTarget = kinds.contains { rest.hasPrefix($0) }
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
