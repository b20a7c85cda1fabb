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
    /// As of `ScanOptions`.
    var memory: Int?
    /// `nil`: every file is parsed.
    var cache: FactsCache?

    struct Result {
        var inputs: [Program.Input] = []
        /// Index in `files` of each input.
        var files: [Int] = []
        var problems: [ScanProblem] = []
        let store: FactsStore
    }

    func load() -> Result {
        let isSwift = files.map(\.isSwift)
        var result = Result(store: FactsStore(memory: memory))
        let work = FactsWork(files: files, versions: versions, store: result.store, cache: cache)
        let available = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let count = min(jobs ?? available, max(1, files.count / FactsWork.batch))
        BigStack.run(on: count) { work.drain() }
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
        var indices = files.indices.filter { files[$0].isSwift }
        var outcomes: [Int: FactsWork.Outcome] = [:]
        for index in indices {
            guard let stored = files[index].stored, let facts = try? ModuleFacts(decoding: stored.facts) else {
                continue
            }
            outcomes[index] = .facts(result.store.add(facts))
        }
        indices.removeAll { outcomes[$0] != nil }
        if indices.isEmpty { return outcomes }
        var keys: [Int: FactsCache.Key] = [:]
        if let cache {
            for index in indices {
                guard let bytes = try? files[index].read() else { continue }
                let key = FactsCache.Key(bytes, reading: "swift")
                keys[index] = key
                if let facts = cache.facts(key) { outcomes[index] = .facts(result.store.add(facts)) }
            }
        }
        indices.removeAll { outcomes[$0] != nil }
        guard !indices.isEmpty else { return outcomes }
        guard let frontEnd = SwiftFrontEnd.find(chosen: swiftFrontEnd) else {
            result.problems.append(.withoutSwift(files: indices.map { files[$0] }))
            return outcomes
        }
        let requests = indices.map { files[$0].request }
        do throws(SwiftFrontEnd.Failure) {
            for (index, answer) in zip(indices, try frontEnd.read(requests, jobs: jobs)) {
                switch answer {
                case .facts(let facts):
                    if let key = keys[index] { cache?.keep(facts, key) }
                    outcomes[index] = .facts(result.store.add(facts))
                case .problem(let text):
                    let file = files[index]
                    outcomes[index] = .problem(ScanProblem(path: file.path, message: text, isFatal: file.isNamed))
                }
            }
            return outcomes
        } catch {
            if case .ended(let status) = error, status >> 8 & 0xFF == SwiftFrontEnd.isEmpty {
                result.problems.append(.withoutSwift(files: indices.map { files[$0] }))
                return outcomes
            }
            result.problems.append(
                ScanProblem(path: files[indices[0]].path, message: "\(error)", isFatal: true))
            return [:]
        }
    }
}

extension ScanProblem {
    /// What a build without the Swift front end says when it meets files of Swift.
    static func withoutSwift(files all: [SourceFile]) -> ScanProblem {
        let named = all.filter(\.isNamed)
        let files = named.isEmpty ? all : named
        let others = files.count == 1 ? "" : " and \(files.count - 1) other Swift file" + (files.count == 2 ? "" : "s")
        return ScanProblem(
            path: files.first?.path ?? "",
            message:
                "left out\(others): \(SwiftFrontEnd.name) is not installed beside forkguard; `make swift` builds it",
            isFatal: !named.isEmpty)
    }
}

private final class FactsWork: Sendable {
    /// Files that a thread takes at a time: enough to make the counter cheap, few enough to share evenly.
    static let batch = 8

    enum Outcome: Sendable {
        case facts(FactsStore.Entry)
        case problem(ScanProblem)
    }

    private let files: [SourceFile]
    private let versions: [PythonVersion]
    private let store: FactsStore
    private let cache: FactsCache?
    private let next = Atomic<Int>(0)
    let outcomes = Mutex<[Int: Outcome]>([:])

    init(files: [SourceFile], versions: [PythonVersion], store: FactsStore, cache: FactsCache?) {
        self.files = files
        self.versions = versions
        self.store = store
        self.cache = cache
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
            if let facts = try storedFacts(index) { return .facts(store.add(facts)) }
            let bytes = try files[index].read()
            if files[index].isSettings {
                return .facts(store.add(SettingsFacts.extract(from: bytes, path: files[index].path)))
            }
            if files[index].isShim { return .facts(store.add(CShimFacts.extract(from: bytes))) }
            return .facts(store.add(pythonFacts(bytes, versions[index])))
        } catch {
            return .problem(files[index].problem(error))
        }
    }

    /// Facts that another run has made, for the same Python.
    private func storedFacts(_ index: Int) throws(FileError) -> ModuleFacts? {
        guard let stored = files[index].stored, stored.target == "\(versions[index])", !stored.facts.isEmpty else {
            return nil
        }
        do throws(FactsError) { return try ModuleFacts(decoding: stored.facts) } catch { throw .notFacts(error) }
    }

    private func pythonFacts(_ bytes: [UInt8], _ version: PythonVersion) -> ModuleFacts {
        let key = cache.map { _ in FactsCache.Key(bytes, reading: "python \(version)") }
        if let key, let known = cache?.facts(key) { return known }
        let facts = PythonFacts.extract(from: PythonParser.parse(bytes, target: version))
        if let key { cache?.keep(facts, key) }
        return facts
    }
}
