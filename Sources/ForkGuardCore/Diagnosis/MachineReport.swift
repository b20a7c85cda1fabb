import ProcessEvidence

/// What a fork may do on this machine: the kernel, the Pythons at hand, the libraries installed in them, and what
/// the environment and the files of this folder say. No line without what to do about it.
public struct MachineReport: Sendable {
    public typealias Mark = EnvironmentVariable.Mark

    public struct Line: Sendable, Equatable {
        /// `kernel`, `python`, `library`, `environment`, `configuration`.
        public var topic: String
        public var mark: Mark
        /// What is so.
        public var text: String
        /// What to do.
        public var advice: String
    }

    public private(set) var lines: [Line] = []

    /// - Parameters:
    ///   - environment: the value of an environment variable.
    ///   - folder: where configuration files are looked for.
    public init(catalog: Catalog, environment: (String) -> String?, folder: [UInt8]) {
        lines += Self.kernel()
        let pythons = InstalledPython.find(path: environment("PATH") ?? "", environment: environment("VIRTUAL_ENV"))
        for python in pythons { lines += Self.python(python, catalog) }
        if pythons.isEmpty {
            lines.append(
                Line(
                    topic: "python", mark: .note, text: "there is no Python 3 in PATH",
                    advice: "activate the environment that the program runs in, and ask again"))
        }
        lines += EnvironmentAdvice.lines(environment, catalog)
        lines += ConfigurationAdvice.lines(in: folder, catalog)
    }

    // MARK: The kernel

    private static func kernel() -> [Line] {
        let release = Inspector.kernelRelease ?? "of an unknown release"
        let parts = release.split { !$0.isNumber }.compactMap { Int($0) }
        let hasWipe = parts.count >= 2 && (parts[0], parts[1]) >= (4, 14)
        var result = [
            Line(
                topic: "kernel", mark: hasWipe ? .good : .note, text: "Linux \(release)",
                advice: hasWipe
                    ? "nothing: the guard sees every fork, a bare clone included"
                    : "use Linux 4.14 or later for the guard to see a bare clone; all else works")
        ]
        if let scope = Inspector.ptraceScope, scope > 0 {
            result.append(
                Line(
                    topic: "kernel", mark: .note, text: "kernel.yama.ptrace_scope is \(scope)",
                    advice: "run `forkguard doctor PID` as root; `forkguard run` reads its own descendants without"))
        }
        if !Inspector.listsChildren {
            result.append(
                Line(
                    topic: "kernel", mark: .bad, text: "/proc does not list the children of a process",
                    advice:
                        "use a kernel with CONFIG_PROC_CHILDREN: `--tree` and `forkguard run` find no descendants here")
            )
        }
        if !Inspector.seesOthers {
            result.append(
                Line(
                    topic: "kernel", mark: .note, text: "/proc hides the processes of others (hidepid)",
                    advice: "run `forkguard doctor` as root to look at them"))
        }
        return result
    }

    // MARK: Pythons

    private static func python(_ python: InstalledPython, _ catalog: Catalog) -> [Line] {
        let name = "Python \(python.version), \(PathCoding.text(of: python.program))"
        let method = startMethod(of: python.version, catalog)
        var result = [
            Line(
                topic: "python", mark: method == .fork ? .note : .good,
                text:
                    "\(name): multiprocessing starts children by \(method?.rawValue ?? "a method that no rule knows")",
                advice: method == .fork
                    ? "name a method: multiprocessing.get_context(\"forkserver\"), or \"spawn\"; the default is another one from 3.14"
                    : "nothing, as long as no code asks for `fork`")
        ]
        var seen: Set<String> = []
        for distribution in python.distributions {
            for rule in catalog.libraries
            where rule.distributions.map(Distribution.normalised).contains(distribution.name) {
                guard !rule.isOptIn, seen.insert(rule.id).inserted else { continue }
                result.append(library(rule, distribution))
            }
        }
        return result
    }

    private static func library(_ rule: LibraryRule, _ distribution: Distribution) -> Line {
        let known = KnownLibrary(rule: rule, version: distribution.version)
        let outcome = known.verdict?.decisive
        let isHarmful = outcome?.outcome.isHarmful == true
        let what =
            outcome.map { "after a touch in the parent, a forked child \($0.text)" }
            ?? "nothing is known of this version"
        let mark: Mark = !isHarmful ? .good : outcome?.outcome == .uncertain ? .note : .bad
        return Line(
            topic: "library", mark: mark, text: "\(distribution.name) \(distribution.version): \(what)",
            advice: isHarmful ? rule.remedy : "nothing")
    }

    private static func startMethod(of version: String, _ catalog: Catalog) -> StartMethod? {
        let family = catalog.families.first { $0.id == "multiprocessing" }
        let version = Version(version)
        return family?.defaults.first { row in
            guard (row.platform ?? .linux) == .linux else { return false }
            guard let range = row.python.flatMap({ SpecifierSet($0) }) else { return row.python == nil }
            return version.map(range.contains) ?? false
        }?.method
    }

    // MARK: Words

    public func text(style: TerminalStyle) -> ByteBuffer {
        var buffer = ByteBuffer()
        for line in lines {
            let role: TerminalStyle.Role = line.mark == .bad ? .error : line.mark == .note ? .warning : .help
            let sign = line.mark == .bad ? "!" : line.mark == .note ? "-" : "+"
            let pad = String(repeating: " ", count: 13 - min(12, line.topic.count))
            var head = "\(style.paint(sign, role)) \(line.topic)\(pad)"
            for part in Wrapping.lines(of: Printable.text(line.text), width: style.width - 15) {
                buffer.line(head + part)
                head = String(repeating: " ", count: 15)
            }
            for part in Wrapping.lines(of: "do: " + Printable.text(line.advice), width: style.width - 15) {
                buffer.line(head + style.paint(part, .secondary))
            }
        }
        return buffer
    }

    public func json() -> ByteBuffer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("version", Tool.version)
            writer.field("lines", array: lines) { writer, line in
                writer.object { writer in
                    writer.field("topic", line.topic)
                    writer.field("mark", line.mark.rawValue)
                    writer.field("text", line.text)
                    writer.field("advice", line.advice)
                }
            }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }
}
