import CSystem
import Glibc

/// A program to run under the watchdog.
struct WatchedProgram {
    /// The command and its arguments, coded by `PathCoding`.
    var arguments: [String]
    var environment: ProcessEnvironment
    /// Where it runs; `nil`: here.
    var folder: String? = nil
    /// Seconds after which it has had its time.
    var limit: Double
    /// How many times the limit it may take while it computes: a slow machine is no hang.
    var patience: Double = 1
    /// Seconds in which nothing below it computes, after which it is stuck; `nil`: only the limit counts.
    var quiet: Double? = nil
}

/// What became of it.
struct WatchedRun {
    enum End: Equatable {
        /// It ended by itself, with this wait status; what it left behind is in `processes`.
        case ended(Int32)
        /// Nothing moved any more.
        case stuck
        /// It was at work when its time was over.
        case limit
        /// It could not be run: an errno value.
        case failed(Int32)
    }

    var end: End
    var seconds: Double
    var output: [UInt8] = []
    /// Without what processes were made to tell about their stacks.
    var errors: [UInt8] = []
    /// Those alive when it was over, parents before children.
    var processes: [WatchedProcess] = []
}

/// Runs programs that may hang, each with all that descends from it, and leaves nothing of them behind.
struct Watchdog {
    /// A signal asked this process to end. Everything has been cleaned up; the caller ends by it.
    struct Interruption: Error { var signal: Int32 }

    /// A file that the watchdog needs could not be made.
    struct Problem: Error { var reason: FileError }

    /// For files; exists.
    let scratch: String
    /// Programs at a time.
    let parallel: Int

    private static let pause: Int32 = 15
    private static let sampling = 0.5

    /// Runs `body` with a folder for its files, which is removed after it. Signals that end this process are kept for
    /// `run` meanwhile; where one came, nothing is left of the programs, and the caller ends by it (`fg_watch_end`).
    static func session<Result>(_ body: (ScratchFolder) throws -> Result) throws -> Result {
        fg_watch_begin()
        do {
            let result = try body(try ScratchFolder())
            fg_watch_end(0)
            return result
        } catch {
            if !(error is Interruption) { fg_watch_end(0) }
            throw error
        }
    }

    /// - Parameters:
    ///   - ended: called after each one.
    ///   - maySettle: whether a program in which nothing moves has come to where it can be called stuck.
    func run(
        _ programs: [WatchedProgram], maySettle: (Int) -> Bool = { _ in true }, ended: (Int, WatchedRun) -> Void
    ) throws {
        var waiting = Array(programs.indices.reversed())
        var active: [Active] = []
        defer { for one in active { one.stop() } }
        while !waiting.isEmpty || !active.isEmpty {
            while active.count < max(parallel, 1), let index = waiting.popLast() {
                active.append(try Active(index, programs[index], scratch))
            }
            let signal = fg_watch_pause(Self.pause)
            if signal != 0 { throw Interruption(signal: signal) }
            for one in active {
                one.look(maySettle: maySettle)
                if let run = one.result { ended(one.index, run) }
            }
            active.removeAll { $0.result != nil }
        }
    }

    /// A program that runs.
    private final class Active {
        let index: Int
        private let program: WatchedProgram
        private let output: String
        private let errors: String
        private let begin: Int64
        private var keeper = fg_keeper()
        private var status: Int32?
        private var nextSample = Watchdog.sampling
        private var lastTicks: [Int: Int] = [:]
        private var quietSince: Double?
        private(set) var result: WatchedRun?

        init(_ index: Int, _ program: WatchedProgram, _ scratch: String) throws {
            self.index = index
            self.program = program
            output = "\(scratch)/out-\(index)"
            errors = "\(scratch)/err-\(index)"
            begin = fg_monotonic()
            let argv = CStrings(program.arguments.map { PathCoding.bytes(of: $0) })
            let envp = CStrings(program.environment.entries)
            let failure = fg_watch_start(argv.pointers, envp.pointers, program.folder, output, errors, &keeper)
            guard failure == 0 else { throw Problem(reason: .system(failure)) }
        }

        private var seconds: Double { Double(fg_monotonic() - begin) / 1e9 }

        func stop() { fg_watch_stop(&keeper) }

        func look(maySettle: (Int) -> Bool) {
            var value: Int32 = 0
            while true {
                switch fg_watch_event(UInt32(bitPattern: fg_watch_read(&keeper, &value))) {
                case FG_WATCH_FAILED: return finish(.failed(value))
                case FG_WATCH_ENDED:
                    status = value
                    nextSample = 0
                case FG_WATCH_LOST: return finish(.failed(ECHILD))
                case FG_WATCH_NOTHING: return sample(maySettle: maySettle)
                default: break
                }
            }
        }

        private func sample(maySettle: (Int) -> Bool) {
            let now = seconds
            guard now >= nextSample else { return }
            nextSample = now + (status == nil ? Watchdog.sampling : 0.1)
            let processes = ProcessTree.below(Int(keeper.keeper), withThreads: false).filter { !$0.isOver }
            if let status, processes.isEmpty { return finish(.ended(status)) }
            let isQuiet = isQuiet(processes)
            if !isQuiet { quietSince = nil } else if quietSince == nil { quietSince = now }
            if let quiet = program.quiet, let since = quietSince, now - since >= quiet, maySettle(index) {
                return finish(status.map { .ended($0) } ?? .stuck)
            }
            let isOver = now >= program.limit && (isQuiet || now >= program.limit * program.patience)
            if isOver { finish(status.map { .ended($0) } ?? (isQuiet ? .stuck : .limit)) }
        }

        /// Whether nothing has computed since the last look. A thread that only polls takes a tick now and then.
        private func isQuiet(_ processes: [WatchedProcess]) -> Bool {
            let ticks = Dictionary(processes.map { ($0.id, $0.ticks) }) { first, _ in first }
            defer { lastTicks = ticks }
            guard ticks.count == lastTicks.count, !processes.contains(where: \.isAtWork) else { return false }
            var gained = 0
            for (id, count) in ticks {
                guard let before = lastTicks[id] else { return false }
                gained += count &- before
            }
            return gained <= 2
        }

        private func finish(_ end: WatchedRun.End) {
            var run = WatchedRun(end: end, seconds: seconds)
            run.processes = ProcessTree.below(Int(keeper.keeper), withThreads: true).filter { !$0.isOver }
            run.errors = Watchdog.read(errors)
            if !run.processes.isEmpty { tellStacks(&run.processes) }
            run.output = Watchdog.read(output)
            stop()
            result = run
        }

        /// Makes Python processes write where they are, one after the other and all others stopped meanwhile. The
        /// environment has PYTHONFAULTHANDLER, so SIGABRT does.
        private func tellStacks(_ processes: inout [WatchedProcess]) {
            for process in processes { fg_send(pid_t(process.id), SIGSTOP) }
            for index in processes.indices.reversed() {
                let before = Watchdog.read(errors).count
                let id = processes[index].id
                fg_send(pid_t(id), SIGABRT)
                fg_send(pid_t(id), SIGCONT)
                let end = fg_monotonic() + 1_000_000_000
                while fg_monotonic() < end, !Watchdog.isOver(id) { usleep(2000) }
                processes[index].stacks = PythonStack.read(Watchdog.read(errors).dropFirst(before))
            }
        }
    }

    private static func isOver(_ id: Int) -> Bool {
        guard let bytes = ProcessTree.read("/proc/\(id)/stat"), let close = bytes.lastIndex(of: UInt8(ascii: ")")),
            close + 2 < bytes.count
        else { return true }
        return bytes[close + 2] == UInt8(ascii: "Z") || bytes[close + 2] == UInt8(ascii: "X")
    }

    /// As much as anybody reads of a program's output.
    private static func read(_ path: String) -> [UInt8] {
        (try? FileSystem.read(Array(path.utf8), limit: 1 << 26)) ?? []
    }
}

/// A folder for one command's files, removed at its end.
final class ScratchFolder {
    let path: String

    init() throws(FileError) {
        let folder = ProcessEnvironment.inherited["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = PathCoding.bytes(of: folder + "/forkguard-confirm-XXXXXX").map { CChar(bitPattern: $0) } + [0]
        let failure = fg_temporary_folder(&template)
        guard failure == 0 else { throw .system(failure) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func makeFolder(_ name: String) throws(FileError) {
        let failure = fg_make_folder("\(path)/\(name)")
        guard failure == 0 else { throw .system(failure) }
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws(FileError) -> String {
        let bytes = Array(text.utf8)
        let failure = fg_write_file("\(path)/\(name)", bytes, bytes.count)
        guard failure == 0 else { throw .system(failure) }
        return "\(path)/\(name)"
    }

    deinit { fg_remove_folder(path) }
}
