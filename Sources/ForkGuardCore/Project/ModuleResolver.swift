/// Finds the file that an import means, among a set of files: by paths alone, reading nothing.
///
/// A module is found from its importer's own source root, from the folders above the importer (people run
/// scripts there) and their `src`, and, where only one package of that name exists, from anywhere. A name that nothing
/// else has is a neighbour's even inside a package, or that of a package around it: `python tools/load.py` puts `tools` on the path.
///
/// A copy of the standard library among the files is found from its own modules alone. For all others it is what the interpreter
/// brings, which rules speak of; following `logging` into the copy from each of thousands of importers finds nothing more.
final class ModuleResolver {
    enum Resolution: Equatable {
        /// Index of the file.
        case module(Int32)
        /// A folder without `__init__.py` that holds files; with a trailing slash.
        case namespace(folder: String)
        case outside
    }

    private let paths: [String]
    private var byPath: [String: Int32] = [:]
    /// Every folder that holds files somewhere below, with a trailing slash.
    private var folders: Set<String> = []
    /// Roots of packages by the top-level package's name.
    private var packageRoots: [String: [String]] = [:]
    /// Source roots that hold a copy of the standard library.
    private var standardRoots: Set<String> = []
    /// First segments that any import could find.
    private var tops: Set<String> = []
    private let layout: SourceLayout
    /// Top-level names that come from elsewhere whatever a file beside the importer is called.
    private let outside: Set<String>
    /// Answers by the importer's folder and the name: files of a folder import alike.
    private var known: [Question: Resolution] = [:]
    /// Files by the folder that they are modules of, as a package or for themselves; made when it is first asked for.
    private lazy var children = childrenByFolder()
    /// Names and folders that were asked for.
    private let texts = SymbolTable()

    private struct Question: Hashable {
        var folder: Symbol
        var name: Symbol
    }

    init(paths: [String], outside: Set<String> = []) {
        self.paths = paths
        self.outside = outside
        layout = SourceLayout(paths: paths)
        for (index, path) in paths.enumerated() { byPath[path] = Int32(index) }
        standardRoots = Self.standardRoots(byPath)
        for path in paths {
            var folder = path[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                if !folders.insert(String(folder) + "/").inserted { break }
                tops.insert(
                    String(folder[(folder.lastIndex(of: "/").map { folder.index(after: $0) } ?? folder.startIndex)...]))
            }
            let file = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
            tops.insert(String(file.prefix { $0 != "." }))
            if file == "__init__.py" || file == "__init__.pyi" {
                let placement = layout.placement(of: path)
                if !placement.name.contains("."), !standardRoots.contains(placement.root) {
                    packageRoots[placement.name, default: []].append(placement.root)
                }
            }
        }
    }

    /// Roots with modules that only the standard library has side by side.
    private static func standardRoots(_ byPath: [String: Int32]) -> Set<String> {
        let marks = ["os.py", "site.py", "threading.py", "subprocess.py", "importlib/__init__.py"]
        return Set(
            byPath.keys.lazy.filter { $0 == marks[0] || $0.hasSuffix("/" + marks[0]) }.map(folder(of:)).filter { root in
                marks.allSatisfy { byPath[root + $0] != nil }
            })
    }

    func placement(of path: String) -> (root: String, name: String, isPackage: Bool) { layout.placement(of: path) }

    static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    }

    /// What `import name` finds from a file.
    func resolve(_ name: String, from importer: String) -> Resolution {
        let top = name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
        guard tops.contains(top) else { return .outside }
        let question = Question(folder: texts.intern(Self.folder(of: importer)), name: texts.intern(name))
        if let answer = known[question] { return answer }
        let answer = search(name, top, from: importer)
        known[question] = answer
        return answer
    }

    private func search(_ name: String, _ top: String, from importer: String) -> Resolution {
        let path = name.replacing(".", with: "/")
        var namespace = Resolution.outside
        let roots = candidateRoots(for: importer)
        for root in roots {
            switch find(path, in: root) {
            case .module(let id): return .module(id)
            case .namespace(let folder): if namespace == .outside { namespace = .namespace(folder: folder) }
            case .outside: break
            }
        }
        if let homes = packageRoots[top], homes.count == 1, case .module(let id) = find(path, in: homes[0]) {
            return .module(id)
        }
        // `common/common/orm.py`, where the project's own folder `common` has an `__init__.py` as well: what is installed is the
        // inner package.
        for root in roots where layout.packages.contains(root + top + "/" + top) {
            if case .module(let id) = find(path, in: root + top + "/") { return .module(id) }
        }
        guard namespace == .outside, !outside.contains(top) else { return namespace }
        return neighbour(path, of: importer)
    }

    private func neighbour(_ path: String, of importer: String) -> Resolution {
        let own = Self.folder(of: importer)
        var folder = own
        while true {
            let found = find(path, in: folder)
            if case .module(let id) = found { return paths[Int(id)] == importer ? .outside : found }
            if folder == own, found != .outside { return found }
            // `python source/manage.py` puts `source` on the path, whether it has an `__init__.py` or not.
            // So may a folder without one that lies in it.
            let outer = Self.folder(of: String(folder.dropLast()))
            guard [folder, outer].contains(where: { layout.packages.contains(String($0.dropLast())) }) else {
                return .outside
            }
            folder = outer
        }
    }

    private func candidateRoots(for importer: String) -> [String] {
        let root = layout.placement(of: importer).root
        var result = [root]
        var folder = Substring(importer)
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            // A folder inside a package is on nobody's path.
            if !layout.packages.contains(String(folder)) || folder == root.dropLast() {
                result.append(String(folder) + "/")
            }
            result.append(String(folder) + "/src/")
        }
        result.append("")
        result.append("src/")
        return standardRoots.isEmpty ? result : result.filter { $0 == root || !standardRoots.contains($0) }
    }

    private func find(_ path: String, in root: String) -> Resolution {
        let full = root + path
        for suffix in ["/__init__.py", ".py", "/__init__.pyi", ".pyi"] {
            if let id = byPath[full + suffix] { return .module(id) }
        }
        return folders.contains(full + "/") ? .namespace(folder: full + "/") : .outside
    }

    func submodule(_ name: String, of resolution: Resolution) -> Resolution {
        switch resolution {
        case .module(let id):
            let path = paths[Int(id)]
            return path.hasSuffix("__init__.py") || path.hasSuffix("__init__.pyi")
                ? find(name, in: Self.folder(of: path)) : .outside
        case .namespace(let folder): return find(name, in: folder)
        case .outside: return .outside
        }
    }

    /// The modules right below a package or a folder, by ascending numbers.
    func submodules(of resolution: Resolution) -> [Int32] {
        switch resolution {
        case .module(let id):
            return paths[Int(id)].hasSuffix("__init__.py") ? children[Self.folder(of: paths[Int(id)])] ?? [] : []
        case .namespace(let folder): return children[folder] ?? []
        case .outside: return []
        }
    }

    private func childrenByFolder() -> [String: [Int32]] {
        var result: [String: [Int32]] = [:]
        for (index, path) in paths.enumerated() where path.hasSuffix(".py") {
            let folder = Self.folder(of: path)
            let isPackage = path.hasSuffix("/__init__.py")
            let home = isPackage ? Self.folder(of: String(folder.dropLast())) : folder
            if path != "__init__.py" { result[home, default: []].append(Int32(index)) }
        }
        return result
    }

    /// The `__init__` of a folder, without a trailing slash.
    func package(at folder: String) -> Int32? { byPath[folder + "/__init__.py"] ?? byPath[folder + "/__init__.pyi"] }

    /// What `from ..name import` means in a file.
    func resolveRelative(_ name: String?, level: Int, from importer: String) -> Resolution {
        var folder = Self.folder(of: importer)
        for _ in 1..<max(level, 1) {
            guard !folder.isEmpty else { return .outside }
            folder.removeLast()
            folder = Self.folder(of: folder)
        }
        if let name, !name.isEmpty { return find(name.replacing(".", with: "/"), in: folder) }
        for suffix in ["__init__.py", "__init__.pyi"] {
            if let id = byPath[folder + suffix] { return .module(id) }
        }
        return .namespace(folder: folder)
    }
}

/// Where files stand in packages: which folders have an `__init__.py`.
struct SourceLayout {
    /// Folders that are packages, without a trailing slash.
    var packages: Set<String> = []

    init() {}

    init(paths: some Sequence<String>) {
        for path in paths {
            for suffix in ["/__init__.py", "/__init__.pyi"] where path.hasSuffix(suffix) {
                packages.insert(String(path.dropLast(suffix.count)))
            }
        }
    }

    func placement(of path: String) -> (root: String, name: String, isPackage: Bool) {
        var folder: Substring
        var file: Substring
        if let slash = path.lastIndex(of: "/") {
            folder = path[..<slash]
            file = path[path.index(after: slash)...]
        } else {
            folder = ""
            file = path[...]
        }
        for suffix in [".pyi", ".py"] where file.hasSuffix(suffix) {
            file = file.dropLast(suffix.count)
            break
        }
        let isPackage = file == "__init__"
        var parts: [Substring] = isPackage ? [] : [file]
        while packages.contains(String(folder)) {
            if let slash = folder.lastIndex(of: "/") {
                parts.append(folder[folder.index(after: slash)...])
                folder = folder[..<slash]
            } else {
                parts.append(folder)
                folder = ""
                break
            }
        }
        if parts.isEmpty { parts = ["__init__"] }
        let root = folder.isEmpty ? "" : String(folder) + "/"
        return (root, parts.reversed().joined(separator: "."), isPackage)
    }
}
