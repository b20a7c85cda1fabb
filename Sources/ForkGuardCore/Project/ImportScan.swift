/// The imports of a Python file, read from its bytes line by line: a light look that comes before parsing.
///
/// It sees more than there is (a line of a docstring may read like an import), never less, save for names
/// that are put together at run time.
struct ImportScan {
    struct Import: Hashable {
        /// Leading dots.
        var level: Int
        /// Dotted; empty for `from . import`.
        var module: String
        /// Names imported from the module; empty for a plain `import`.
        var names: [String]
    }

    /// Names of functions that import modules by their names in strings: Celery's `include=["jobs.tasks"]` is one of them.
    static let loaders: Set<String> = [
        "import_module", "__import__", "importorskip", "pytest_plugins", "Celery", "set_forkserver_preload", taskFinder,
        "resolve_name", "import_string", "symbol_by_name", "locate", "config_from_object", "CELERY_IMPORTS",
        "CELERY_INCLUDE",
        "imports",
    ]
    /// Celery's method that imports the modules named `tasks` of all packages.
    static let taskFinder = "autodiscover_tasks"
    static let tasksFile = "/tasks.py"

    /// Names of settings and of routes of Django's, whose texts name modules: what its server imports by them.
    static let djangoNames: Set<String> = ["DJANGO_SETTINGS_MODULE", "ROOT_URLCONF", applications, "urlpatterns"]
    /// The setting that lists packages, of which it imports these modules.
    static let applications = "INSTALLED_APPS"
    static let applicationParts = ["apps", "models", "admin"]

    /// Functions that find the modules of a package, which code then imports by name.
    static let pluginFinders: Set<String> = ["iter_modules", "walk_packages"]
    /// Stands among the names of an import for all modules of a package: `import_module(f"plugins.{name}")`.
    static let everything = "*"

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private(set) var imports: [Import] = []

    /// - Parameter readsStrings: strings that read like module names count as imports (`import_module("a.b")`).
    static func imports(in bytes: UnsafeBufferPointer<UInt8>, readsStrings: Bool) -> [Import] {
        var scan = ImportScan(bytes: bytes)
        scan.scanLines()
        if readsStrings { scan.scanStrings() }
        return scan.imports
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func scanLines() {
        var isStart = true
        while at < bytes.count {
            let byte = bytes[at]
            if isStart {
                if byte == 0x20 || byte == 0x09 || byte == 0x0C || byte == 0x3B { at += 1; continue }
                if byte == 0x69, take("import") { readImport(); isStart = false; continue }
                if byte == 0x66, take("from") { readFrom(); isStart = false; continue }
            }
            // A statement begins a line, or follows a semicolon or the colon of a header.
            isStart = byte == 0x0A || byte == 0x0D || byte == 0x3B || byte == 0x3A
            at += 1
        }
    }

    /// Takes a keyword with the blank (or dot, or parenthesis) that must follow it.
    private mutating func take(_ word: StaticString) -> Bool {
        let end = at + word.utf8CodeUnitCount
        guard end < bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[at + offset] != word.utf8Start[offset] { return false }
        let next = bytes[end]
        guard next == 0x20 || next == 0x09 || next == 0x2E || next == 0x28 || next == 0x5C else { return false }
        at = end
        return true
    }

    private mutating func readImport() {
        repeat {
            skipBlanks()
            let name = dottedName()
            guard !name.isEmpty else { return }
            imports.append(Import(level: 0, module: name, names: []))
            skipBlanks()
            if take("as") {
                skipBlanks()
                _ = dottedName()
                skipBlanks()
            }
        } while takeByte(0x2C)
    }

    private mutating func readFrom() {
        skipBlanks()
        var level = 0
        while at < bytes.count, bytes[at] == 0x2E || bytes[at] == 0x20 {
            if bytes[at] == 0x2E { level += 1 }
            at += 1
        }
        let module = dottedName()
        skipBlanks()
        guard take("import") else {
            if module == "import", level > 0 { readNames(level, "") }
            return
        }
        readNames(level, module)
    }

    private mutating func readNames(_ level: Int, _ module: String) {
        skipBlanks()
        let isParenthesized = takeByte(0x28)
        var names: [String] = []
        while at < bytes.count {
            skipBlanks(overLines: isParenthesized)
            if takeByte(0x2A) { break }
            let name = dottedName()
            guard !name.isEmpty else { break }
            names.append(name)
            skipBlanks(overLines: isParenthesized)
            if take("as") {
                skipBlanks(overLines: isParenthesized)
                _ = dottedName()
                skipBlanks(overLines: isParenthesized)
            }
            guard takeByte(0x2C) else { break }
        }
        imports.append(Import(level: level, module: module, names: names))
    }

    private mutating func takeByte(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipBlanks(overLines: Bool = false) {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0C: at += 1
            case 0x5C: at += 2
            case 0x0A, 0x0D: if overLines { at += 1 } else if at > 1, bytes[at - 1] == 0x5C { at += 1 } else { return }
            case 0x23 where overLines: while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            default: return
            }
        }
        at = min(at, bytes.count)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
            || byte >= 0x80
    }

    private mutating func dottedName() -> String {
        let start = at
        while at < bytes.count, Self.isNameByte(bytes[at]) || bytes[at] == 0x2E && at > start { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func scanStrings() {
        var index = 0
        while index < bytes.count {
            let quote = bytes[index]
            index += 1
            guard quote == 0x22 || quote == 0x27 else { continue }
            let start = index
            while index < bytes.count, index - start < 128, Self.isNameByte(bytes[index]) || bytes[index] == 0x2E {
                index += 1
            }
            guard index < bytes.count, index > start else { continue }
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            let level = text.prefix { $0 == "." }.count
            let name = text.dropFirst(level)
            if name.hasSuffix(".") {
                // What follows is put in: a brace, a percent sign, or another text after this one.
                imports.append(Import(level: level, module: String(name.dropLast()), names: [Self.everything]))
            } else if bytes[index] == quote {
                imports.append(Import(level: level, module: String(name), names: []))
            }
            if bytes[index] == quote { index += 1 }
        }
    }
}
