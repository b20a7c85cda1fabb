import ArgumentParser
import ForkGuardCore

/// `forkguard doctor`: what a fork did to a live process, or may do on this machine.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say of a live process whether a fork broke it, and why.",
        discussion: """
            Reads the process and its parent through /proc, and changes nothing. Without a process, looks at this \
            machine and its Pythons instead.

            Exit status: 0 healthy, 1 stuck or at risk, 2 cannot tell.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: ArgumentHelp("The process to look at.", valueName: "pid"))
    var process: String?

    @Flag(help: "Its descendants, too.")
    var tree = false

    @Flag(help: "Every forked process that may be read.")
    var all = false

    @Flag(help: "Look again and again, until interrupted.")
    var watch = false

    @Option(help: "How to report: text or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Seconds for which nothing may move before a wait counts.", valueName: "seconds"))
    var window: Double = 1

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Add the rule files of a folder. Repeatable.", valueName: "dir"))
    var rules: [String] = []

    mutating func validate() throws {
        guard window >= 0.2, window <= 3600 else { throw ValidationError("--window takes 0.2 to 3600 seconds") }
        if all, process != nil || tree {
            throw ValidationError("--all looks at every process: name none, and no --tree")
        }
        if tree, process == nil { throw ValidationError("--tree needs the process that the tree begins with") }
        if watch, process == nil, !all { throw ValidationError("--watch needs a process, or --all") }
    }

    mutating func run() throws {
        guard process != nil || all else { return try examine() }
        let catalog = try CatalogLoading.catalog(rules)
        repeat {
            let diagnoses = try look(catalog)
            let isRead = write(diagnoses)
            guard watch, isRead else { return try end(diagnoses) }
            Diagnoser.pause(milliseconds: 1000)
        } while true
    }

    /// The machine instead of a process.
    private func examine() throws {
        let output = OutputStream.standardOutput
        let report = MachineReport(
            catalog: try CatalogLoading.catalog(rules), environment: Environment.value, folder: Array(".".utf8))
        let style = TerminalStyle(environment: Environment.value, isTerminal: output.isTerminal, columns: output.width)
        output.write(format == .json ? report.json() : report.text(style: style))
    }

    private func look(_ catalog: Catalog) throws -> [Diagnosis] {
        let milliseconds = Int64(window * 1000)
        if all { return Diagnoser.diagnose(Diagnoser.forked(), catalog: catalog, window: milliseconds) }
        let name = process ?? ""
        guard let pid = Self.pid(name) else { throw Failure.noProcessID(name) }
        let first = try diagnose(pid, Diagnoser(catalog: catalog), milliseconds)
        guard tree else { return [first] }
        let others = Array(Diagnoser.tree(of: first.pid).dropFirst())
        return [first] + Diagnoser.diagnose(others, catalog: catalog, window: milliseconds)
    }

    /// A number that is no process's here may be one's in its container.
    private func diagnose(_ pid: Int32, _ diagnoser: Diagnoser, _ window: Int64) throws -> Diagnosis {
        do throws(DiagnosisError) { return try diagnoser.diagnose(pid, window: window) } catch {
            guard error == .noSuchProcess(pid) else { throw Failure.diagnosis(error) }
            let inside = Diagnoser.inContainers(pid)
            if inside.count > 1 { throw Failure.severalContainers(pid, inside) }
            guard let only = inside.first, let found = try? diagnoser.diagnose(only, window: window) else {
                throw Failure.diagnosis(error)
            }
            return found
        }
    }

    /// False where nobody reads any more.
    private func write(_ diagnoses: [Diagnosis]) -> Bool {
        let output = OutputStream.standardOutput
        guard format == .text else {
            return output.write(DiagnosisJSON.text(diagnoses))
        }
        let style = TerminalStyle(environment: Environment.value, isTerminal: output.isTerminal, columns: output.width)
        let text = DiagnosisText(style: style)
        var buffer = ByteBuffer()
        if watch && output.isTerminal { buffer.append("\u{1B}[H\u{1B}[2J") }
        // Of many, those that need somebody are told in full.
        for diagnosis in diagnoses {
            if diagnoses.count > 1, !diagnosis.status.isBad {
                buffer.line(text.summary(diagnosis))
            } else {
                buffer.append(text.story(diagnosis).bytes)
            }
        }
        if diagnoses.isEmpty { buffer.line("no process that was forked and executed nothing since") }
        return output.write(buffer)
    }

    private func end(_ diagnoses: [Diagnosis]) throws {
        if diagnoses.contains(where: { $0.status.isBad }) { throw Status.findings }
        if diagnoses.contains(where: { $0.status == .cannotTell }) { throw Status.failed }
    }

    private static func pid(_ text: String) -> Int32? { Int32(text).flatMap { $0 > 0 ? $0 : nil } }
}
