import Glibc
import PythonSyntax
import Synchronization

/// Reads and parses files and makes their facts, on as many threads as there are processors.
struct FactsLoader {
    let files: [SourceFile]
    /// The Python that each file is read as.
    let versions: [PythonVersion]
    /// `nil`: one a processor.
    let jobs: Int?
    /// As of `ScanOptions`.
    var swiftFrontEnd: String?

    struct Result {
        var inputs: [Program.Input] = []
        /// Index in `files` of each input.
        var files: [Int] = []
        var problems: [ScanProblem] = []
    }

    func load() -> Result {
        let isSwift = files.map(\.isSwift)
        let work = FactsWork(files: files, versions: versions)
        let available = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let count = min(jobs ?? available, max(1, files.count / FactsWork.batch))
        BigStack.run(on: count) { work.drain() }
        var result = Result()
        var outcomes = work.outcomes.withLock { $0 }
        if isSwift.contains(true) { outcomes.merge(swiftOutcomes(&result)) { $1 } }
        for (index, outcome) in outcomes.sorted(by: { $0.key < $1.key }) {
            switch outcome {
            case .facts(let facts):
                result.inputs.append(.init(path: files[index].path, isNamed: files[index].isNamed, facts: facts))
                result.files.append(index)
            case .problem(let problem): result.problems.append(problem)
            }
        }
        return result
    }
}

extension FactsLoader {
    /// Files of Swift are read by a program of their own, where it is installed.
    fileprivate func swiftOutcomes(_ result: inout Result) -> [Int: FactsWork.Outcome] {
        let indices = files.indices.filter { files[$0].isSwift }
        guard let frontEnd = SwiftFrontEnd.find(chosen: swiftFrontEnd) else {
            result.problems.append(.withoutSwift(files: indices.map { files[$0] }))
            return [:]
        }
        let requests = indices.map { files[$0].request }
        do throws(SwiftFrontEnd.Failure) {
            var outcomes: [Int: FactsWork.Outcome] = [:]
            for (index, answer) in zip(indices, try frontEnd.read(requests, jobs: jobs)) {
                switch answer {
                case .facts(let facts): outcomes[index] = .facts(facts)
                case .problem(let text):
                    let file = files[index]
                    outcomes[index] = .problem(ScanProblem(path: file.path, message: text, isFatal: file.isNamed))
                }
            }
            return outcomes
        } catch {
            result.problems.append(
                ScanProblem(path: files[indices[0]].path, message: "\(error)", isFatal: true))
            return [:]
        }
    }
}

extension ScanProblem {
    /// What a build without the Swift front end says when it meets files of Swift.
    static func withoutSwift(files: [SourceFile]) -> ScanProblem {
        let others = files.count == 1 ? "" : " and \(files.count - 1) other Swift file" + (files.count == 2 ? "" : "s")
        return ScanProblem(
            path: files.first?.path ?? "",
            message:
                "left out\(others): \(SwiftFrontEnd.name) is not installed beside forkguard; `make swift` builds it",
            isFatal: files.contains(where: \.isNamed))
    }
}

private final class FactsWork: Sendable {
    /// Files that a thread takes at a time: enough to make the counter cheap, few enough to share evenly.
    static let batch = 8

    enum Outcome: Sendable {
        case facts(ModuleFacts)
        case problem(ScanProblem)
    }

    private let files: [SourceFile]
    private let versions: [PythonVersion]
    private let next = Atomic<Int>(0)
    let outcomes = Mutex<[Int: Outcome]>([:])

    init(files: [SourceFile], versions: [PythonVersion]) {
        self.files = files
        self.versions = versions
    }

    func drain() {
        while true {
            let start = next.add(Self.batch, ordering: .relaxed).oldValue
            guard start < files.count else { return }
            for index in start..<min(start + Self.batch, files.count) where !files[index].isSwift {
                let outcome = outcome(of: index)
                outcomes.withLock { $0[index] = outcome }
            }
        }
    }

    private func outcome(of index: Int) -> Outcome {
        do {
            let bytes = try files[index].read()
            if files[index].isSettings { return .facts(SettingsFacts.extract(from: bytes, path: files[index].path)) }
            let tree = PythonParser.parse(bytes, target: versions[index])
            return .facts(PythonFacts.extract(from: tree))
        } catch {
            return .problem(files[index].problem(error))
        }
    }
}
