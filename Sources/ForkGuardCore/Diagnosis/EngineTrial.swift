/// The self-test: forkguard's own Delta engine is opened before a fork and used after it, with its guard and without.
///
/// A machine where it goes as designed is one on which the guard sees a fork and the watchdog a hang: what the same watchdog
/// says of other libraries can be believed.
public struct EngineTrial {
    /// How the child comes to be.
    public enum Fork: String, Sendable, CaseIterable { case fork, clone }

    /// What the child does; `ForkTrial` in `DeltaCheck` is what runs.
    public enum Use: String, Sendable, CaseIterable {
        case guarded, unguarded, detached, fresh
    }

    public enum Outcome: Sendable, Equatable {
        case works
        /// The guard's error, which is explicit and comes at once: in one line.
        case refused(String)
        case hangs
        /// The child or the parent failed otherwise.
        case fails(String)
        /// It was at work when its time was over, or never began.
        case unusable(String)
    }

    public struct Cell: Sendable {
        public var fork: Fork
        public var use: Use
        public var outcome: Outcome
        /// Threads of the parent that the guard's error names, or that a hung child has not.
        public var lostThreads: [String]
        public var seconds: Double
        /// Those that were there when it was over.
        public var processes: [WatchedProcess]

        /// The guard refuses, what is unguarded hangs, and what needs no thread of the parent works.
        public var isAsDesigned: Bool {
            switch use {
            case .guarded:
                if case .refused = outcome { return !lostThreads.isEmpty }
                return false
            case .unguarded: return outcome == .hangs && !lostThreads.isEmpty
            case .detached, .fresh: return outcome == .works
            }
        }
    }

    private let timeout: Double
    private let program: String

    private static let quiet = 4.0
    private static let parallel = 4

    /// - Parameter timeout: seconds a cell may take; a machine that is busy gets more.
    public init(timeout: Double) {
        self.timeout = timeout
        let own = Array("/proc/self/exe".utf8)
        program = PathCoding.text(of: (try? FileSystem.realPath(own)) ?? own)
    }

    public func run() throws(DeltaMatrix.Failure) -> [Cell] {
        let plans = Use.allCases.flatMap { use in Fork.allCases.map { (use, $0) } }
        do {
            return try Watchdog.session { scratch in
                let programs = plans.enumerated().map { index, plan in
                    WatchedProgram(
                        arguments: [
                            program, "engine-trial", plan.1.rawValue, plan.0.rawValue, "\(scratch.path)/table-\(index)",
                        ], environment: .inherited, limit: timeout, patience: 4, quiet: min(timeout, Self.quiet))
                }
                var cells: [Cell?] = plans.map { _ in nil }
                // Most of these wait: more of them than processors run at a time.
                try Watchdog(scratch: scratch.path, parallel: Self.parallel).run(programs) { index, run in
                    cells[index] = Self.cell(plans[index].1, plans[index].0, run)
                }
                return cells.compactMap { $0 }
            }
        } catch {
            throw DeltaMatrix.Failure(error)
        }
    }

    // MARK: - Reading a run

    static func cell(_ fork: Fork, _ use: Use, _ run: WatchedRun) -> Cell {
        let told = Told(run.output)
        var cell = Cell(
            fork: fork, use: use, outcome: .works, lostThreads: told.lost, seconds: run.seconds,
            processes: run.processes)
        switch run.end {
        case .failed(let number): cell.outcome = .unusable("\(FileError.system(number))")
        case .limit:
            cell.outcome = .unusable(
                "it was still at work after \(Words.seconds(run.seconds)) s; give it more --timeout")
        case .stuck where told.isOpened:
            cell.outcome = .hangs
            if let child = run.processes.last(where: \.isForked) { cell.lostThreads = child.lostThreads }
        case .stuck: cell.outcome = .unusable("it hangs before it forks")
        case .ended(let status):
            let words = Words.lastLine(run.errors) ?? "wait status \(status)"
            if let answer = told.answer, told.isParentWell, status == 0 {
                cell.outcome = answer
            } else if told.isOpened {
                let child = told.answer == nil ? "the child died" : "the parent failed after its child had ended"
                cell.outcome = .fails("\(child): \(words)")
            } else {
                cell.outcome = .unusable(words)
            }
        }
        return cell
    }

    /// The lines of one program.
    private struct Told {
        var isOpened = false
        var isParentWell = false
        var answer: Outcome?
        var lost: [String] = []

        init(_ output: [UInt8]) {
            for line in output.split(separator: 0x0A) {
                let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2).map(String.init)
                guard words.count > 1, words[0] == "forkguard" else { continue }
                let rest = words.count > 2 ? Words.shortened(words[2], to: 400) : ""
                switch words[1] {
                case "opened": isOpened = true
                case "works": answer = .works
                case "lost": lost = rest.split(separator: ",").map(String.init)
                case "refused": answer = .refused(rest)
                case "fails": answer = .fails(rest)
                case "parent": isParentWell = true
                default: break
                }
            }
        }
    }
}
