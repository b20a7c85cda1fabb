import CSystem
import Glibc

/// An interpreter and what it has of the library.
struct FoundPython: Sendable, Equatable {
    var path: String
    /// `3.11.7`.
    var version: String
    /// `sys.prefix`: two names of one environment are one.
    var prefix: String
    /// The installed release of deltalake; `nil` where there is none.
    var release: String?
}

/// Finds the interpreters of a machine: those of the active environment and of this folder, then PATH, then where pyenv
/// and distributions put them.
struct PythonSearch {
    let scratch: ScratchFolder
    let environment: ProcessEnvironment
    private static let limit = 20.0

    enum Answer {
        case python(FoundPython)
        /// Why it cannot be used, a clause after its path and a colon.
        case unusable(String)
    }

    /// Where interpreters may be, existing files only.
    static func candidates(_ environment: ProcessEnvironment) -> [String] {
        var places: [String] = []
        if let active = environment["VIRTUAL_ENV"], !active.isEmpty { places.append(active + "/bin/python") }
        places += [".venv/bin/python", "venv/bin/python", "env/bin/python"].map {
            PathCoding.text(of: FileSystem.absolute(Array($0.utf8)))
        }
        for folder in (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":") {
            for name in names(in: String(folder)) where isInterpreter(name) { places.append("\(folder)/\(name)") }
        }
        var roots = ["/opt/pyenv"]
        if let home = environment["HOME"], !home.isEmpty { roots.insert(home + "/.pyenv", at: 0) }
        if let root = environment["PYENV_ROOT"], !root.isEmpty { roots.insert(root, at: 0) }
        for root in roots {
            for version in names(in: root + "/versions") { places.append("\(root)/versions/\(version)/bin/python") }
        }
        for folder in names(in: "/opt") where folder.hasPrefix("python") { places.append("/opt/\(folder)/bin/python3") }
        for folder in ["/usr/local/bin", "/usr/bin"] {
            for name in names(in: folder) where isInterpreter(name) { places.append("\(folder)/\(name)") }
        }
        var seen: Set<String> = []
        return places.filter { seen.insert($0).inserted && FileSystem.exists(PathCoding.bytes(of: $0)) }
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileSystem.list(PathCoding.bytes(of: folder))) ?? []).map { PathCoding.text(of: $0.name) }
    }

    /// `python`, `python3`, `python3.11`; not `python3-config`, nor a shim's other names.
    private static func isInterpreter(_ name: String) -> Bool {
        guard name.hasPrefix("python") else { return false }
        let rest = name.dropFirst("python".count)
        return rest.isEmpty || rest == "3" || (rest.hasPrefix("3.") && Int(rest.dropFirst(2)) != nil)
    }

    /// What each of these is, in their order.
    func ask(_ paths: [String], parallel: Int) throws -> [Answer] {
        let file: String
        do throws(FileError) {
            file = try scratch.write("question.py", DeltaProbe.question)
        } catch {
            throw Watchdog.Problem(reason: error)
        }
        let programs = paths.map { path in
            // They start in the scratch folder. A name without a slash is looked up in PATH.
            let program =
                path.contains("/") ? PathCoding.text(of: FileSystem.absolute(PathCoding.bytes(of: path))) : path
            return WatchedProgram(
                arguments: [program, file], environment: environment, folder: scratch.path, limit: Self.limit,
                patience: 2)
        }
        var answers = paths.map { _ in Answer.unusable("it did not answer") }
        let watchdog = Watchdog(scratch: scratch.path, parallel: parallel)
        try watchdog.run(programs) { index, run in answers[index] = Self.answer(run, path: paths[index]) }
        return answers
    }

    private static func answer(_ run: WatchedRun, path: String) -> Answer {
        switch run.end {
        case .failed(let number): return .unusable("\(FileError.system(number))")
        case .stuck, .limit: return .unusable("it did not answer within \(Int(limit)) s")
        case .ended: break
        }
        let line = run.output.split(separator: 0x0A).last { $0.starts(with: Array("forkguard\t".utf8)) }
        let words = (line.map { String(decoding: $0, as: UTF8.self) } ?? "").split(
            separator: "\t", omittingEmptySubsequences: false
        ).map(String.init)
        guard words.count == 6 else {
            let said = Words.lastLine(run.errors).map { ": \($0)" } ?? ""
            return .unusable("it is no Python interpreter that runs\(said)")
        }
        guard let version = Version(words[1]), let oldest = Version("3.8"), version >= oldest else {
            return .unusable("Python \(words[1]) is too old: 3.8 is the first")
        }
        return .python(
            FoundPython(path: path, version: words[1], prefix: words[2], release: words[4] == "-" ? nil : words[4]))
    }

    /// The interpreters that were found, one for each environment and version.
    func found(parallel: Int) throws -> [FoundPython] {
        var seen: Set<String> = []
        return try ask(Self.candidates(environment), parallel: parallel).compactMap { answer in
            guard case .python(let python) = answer, seen.insert(python.prefix + "\t" + python.version).inserted else {
                return nil
            }
            return python
        }
    }
}

/// Small words of these reports.
enum Words {
    /// The last line of a program's errors that says something, shortened.
    static func lastLine(_ bytes: [UInt8]) -> String? {
        let line = bytes.split(separator: 0x0A).last { line in line.contains { $0 > 0x20 } }
        return line.map { shortened(String(decoding: $0, as: UTF8.self), to: 160) }
    }

    static func shortened(_ text: String, to count: Int) -> String {
        text.count > count ? text.prefix(count - 3) + "..." : text
    }

    static func seconds(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    static func count(_ value: Int, _ noun: String) -> String { value == 1 ? "1 \(noun)" : "\(value) \(noun)s" }

    /// `tokio-rt-worker x8, jemalloc_bg_thd`.
    static func names(_ names: [String]) -> String {
        var counts: [(name: String, count: Int)] = []
        for name in names {
            if let index = counts.firstIndex(where: { $0.name == name }) {
                counts[index].count += 1
            } else {
                counts.append((name, 1))
            }
        }
        return counts.map { $0.count == 1 ? $0.name : "\($0.name) x\($0.count)" }.joined(separator: ", ")
    }
}
