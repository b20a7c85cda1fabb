import ProcessEvidence

/// What was seen of a forked process, put together: its threads' stacks, its parent's lost threads, known libraries.
struct Evidence {
    let process: ProcessSnapshot
    let observation: Observation
    let origin: Origin
    let stacks: [Int32: ThreadStack]
    let interpreter: [UInt8]?
    /// What the guard in the process noted of its fork.
    let witness: GuardWitness?
    let inspector: Inspector
    let catalog: Catalog

    init(_ observation: Observation, inspector: Inspector, catalog: Catalog) {
        process = observation.last
        self.observation = observation
        self.inspector = inspector
        self.catalog = catalog
        let origin = Origin(of: process, inspector: inspector)
        self.origin = origin
        // A bare clone leaves its parent's note behind.
        let noted = inspector.witness(of: process)
        let isOwn = noted.map { !origin.parent.isForker || origin.parentIDs.contains($0.parent) } ?? false
        witness = isOwn ? noted : nil
        (stacks, interpreter) = inspector.stacks(of: process, threads: process.threads)
    }

    // MARK: Libraries

    /// Native libraries that a thread is in, innermost first; the program itself is none.
    func libraries(of thread: ThreadSnapshot) -> [[UInt8]] {
        (stacks[thread.id]?.libraries(before: interpreter) ?? []).filter { $0 != process.program }
    }

    /// A library that `thread` is in, that threads of the parent belong to, and none of this process's others.
    func lostLibrary(of thread: ThreadSnapshot) -> [UInt8]? {
        let lost = Set(origin.lost.flatMap(\.libraries))
        let present = Set(
            process.threads.filter { $0.id != thread.id }.flatMap {
                stacks[$0.id]?.libraries(before: interpreter) ?? []
            })
        return libraries(of: thread).first { lost.contains($0) && !present.contains($0) }
    }

    /// The same for a program without libraries of its own: its own code waits, and its own threads are lost.
    func isInLostProgram(_ thread: ThreadSnapshot) -> Bool {
        guard interpreter == nil, !process.program.isEmpty else { return false }
        let first = stacks[thread.id]?.libraries(before: nil).first
        return first == process.program && origin.lost.contains(where: \.isOfProgram)
    }

    func known(_ file: [UInt8]) -> KnownLibrary? {
        guard let distribution = inspector.distribution(of: file, in: process.source) else { return nil }
        let threads = origin.lost.filter { $0.libraries.contains(file) }.map(\.name)
        return catalog.known(
            distribution, neighbours: inspector.neighbours(of: file, in: process.source),
            threads: threads.allSatisfy(\.isEmpty) ? witness?.names ?? [] : threads)
    }

    /// A library that `thread` is in, and how many threads of the parent run code of its distribution, Python's included.
    func lostPackage(of thread: ThreadSnapshot) -> (file: [UInt8], count: Int)? {
        func distribution(_ file: [UInt8]) -> Distribution? { inspector.distribution(of: file, in: process.source) }
        for file in libraries(of: thread) {
            guard let own = distribution(file) else { continue }
            let count = origin.lost.count { lost in
                (lost.libraries + lost.stack.frames.map(\.file)).contains { distribution($0) == own }
            }
            if count > 0 { return (file, count) }
        }
        return nil
    }

    /// A library whose rule says that it spins, that has lost its threads, and in one call of which the only thread has
    /// computed all the while that it was looked at.
    func spin() -> [UInt8]? {
        func distribution(_ file: [UInt8]) -> Distribution? { inspector.distribution(of: file, in: process.source) }
        let suspects = origin.lost.flatMap(\.libraries).filter { known($0)?.rule.spins == true }
        guard let suspect = suspects.first, let package = distribution(suspect) else { return nil }
        let begin = Clock.now
        var call: ArraySlice<PythonFrame>?
        var isInnermost = false
        while Clock.now - begin < observation.window {
            guard let (stack, interpreter) = inspector.stackOfRunning(process) else { return nil }
            // A wrapper that tries again runs Python of its own now and then: an exception, a look for signals.
            let outside = stack.frames.drop { $0.file.first == UInt8(ascii: "<") || distribution($0.file) == package }
            guard stack.files.contains(where: { distribution($0) == package }), call == nil || call == outside else {
                return nil
            }
            call = outside
            isInnermost = isInnermost || stack.libraries(before: interpreter).contains { distribution($0) == package }
            Clock.sleep(milliseconds: Observation.step)
        }
        // Ticks are of 10 ms; a busy machine gives it a part of them.
        let ran = ((try? Inspector.stat(of: process.pid))?.ticks ?? 0) - process.stat.ticks
        return isInnermost && Int64(ran) * 10 >= observation.window / 5 ? suspect : nil
    }

    /// A library's name and version for people: "deltalake 0.18.2", or its file's name.
    func name(_ file: [UInt8]) -> String {
        let base = String(decoding: file[((file.lastIndex(of: 0x2F) ?? -1) + 1)...], as: UTF8.self)
        guard let distribution = inspector.distribution(of: file, in: process.source) else { return base }
        return "\(distribution.name) \(distribution.version)"
    }

    /// A rule that the Python code of lost threads or of the waiting thread belongs to.
    func knownModule(waiter: ThreadSnapshot?) -> KnownLibrary? {
        let lost = origin.lost.flatMap { $0.stack.frames }
        let own = waiter.flatMap { stacks[$0.id]?.frames } ?? []
        // Every thread of Python runs threading.py: it tells nothing of what the thread is for.
        let modules = (lost + own).compactMap(\.module).filter { $0 != "threading" }
        return modules.lazy.compactMap { catalog.known(module: $0) }.first
    }

    // MARK: The story

    func diagnosis() -> Diagnosis {
        let finding = Verdict(self).finding()
        var result = Diagnosis(process, finding.status, finding.reasons)
        result.parent = origin.parent
        if finding.status == .stuckAfterFork, !observation.isStill {
            result.goesOn = true
            result.reasons.append("other threads of it go on")
        }
        result.missing = finding.missing
        result.lost = lostGroups()
        result.noted = witness.map { .init(parent: $0.parent, lostCount: $0.lostCount, names: $0.names) }
        guard finding.status != .healthy else { return result }
        let shown = finding.waiter.map { waiter in [waiter] + process.threads.filter { $0.id != waiter.id } }
        result.waiters = (shown ?? process.threads).map(waiter)
        result.library = finding.library?.involved
        return result
    }

    private func waiter(_ thread: ThreadSnapshot) -> Diagnosis.Waiter {
        Diagnosis.Waiter(
            id: thread.id, name: String(decoding: thread.name, as: UTF8.self), wait: Self.words(thread.wait),
            library: libraries(of: thread).first.map(name), frames: frames(stacks[thread.id]?.frames ?? []))
    }

    private func frames(_ frames: [PythonFrame]) -> [Diagnosis.Frame] {
        frames.map {
            Diagnosis.Frame(
                file: PathCoding.text(of: $0.file), function: String(decoding: $0.function, as: UTF8.self),
                line: $0.line)
        }
    }

    private func lostGroups() -> [Diagnosis.Lost] {
        var groups: [Diagnosis.Lost] = []
        for thread in origin.lost {
            let owner = (thread.owner ?? (thread.isOfProgram ? process.program : nil)).map(name) ?? pythonOwner(thread)
            if let index = groups.firstIndex(where: { $0.name == thread.name && $0.owner == owner }) {
                groups[index].count += 1
            } else {
                groups.append(.init(name: thread.name, count: 1, owner: owner))
            }
        }
        guard !origin.parent.isForker, let witness, !witness.names.isEmpty, groups.allSatisfy({ $0.owner == nil })
        else {
            return groups
        }
        let counts = Dictionary(witness.names.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.keys.sorted().map { .init(name: $0, count: counts[$0] ?? 0, owner: nil) }
    }

    /// The Python function that a thread was started for.
    private func pythonOwner(_ thread: Origin.LostThread) -> String? {
        let frames = thread.stack.frames.filter { $0.module != "threading" }
        guard let outermost = frames.last else { return thread.runsPython ? "Python's threading" : nil }
        let function = String(decoding: outermost.function, as: UTF8.self)
        if let module = outermost.module { return "\(module).\(function)" }
        let file = PathCoding.text(of: outermost.file)
        return "\(function) of \(file.split(separator: "/").last.map(String.init) ?? file)"
    }

    static func words(_ wait: Wait) -> String {
        switch wait {
        case .running: return "runs"
        case .ready: return "is about to run"
        case .futex(let futex):
            let place = "(futex 0x\(String(futex.address, radix: 16)))"
            let what =
                futex.isPrivate
                ? "for a word of memory that only this process can change" : "for a shared word of memory"
            let time = futex.hasTimeout ? "with a time limit" : "for ever"
            return "waits \(time) \(what) \(place)"
        case .descriptor(let call, let number, let target):
            let name = target.isEmpty ? "" : ", \(PathCoding.text(of: target))"
            return "waits in \(call) on descriptor \(number)\(name)"
        case .readiness(let call, let hasTimeout):
            return "waits in \(call)" + (hasTimeout ? " with a time limit" : " for events")
        case .sleeping: return "sleeps"
        case .signal: return "waits for a signal"
        case .child: return "waits for a child"
        case .other(let call): return "is in \(call)"
        case .stopped: return "is stopped"
        case .unknown: return "waits for what cannot be read"
        }
    }
}
