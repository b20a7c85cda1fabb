import ProcessEvidence

/// The rules that lead from evidence to a verdict. Each names the one thing that proves it, or says that nothing does.
struct Verdict {
    struct Finding {
        var status: Diagnosis.Status
        var reasons: [String]
        var missing: [String] = []
        var waiter: ThreadSnapshot?
        var library: KnownLibrary?
    }

    private let evidence: Evidence
    private var process: ProcessSnapshot { evidence.process }
    private var origin: Origin { evidence.origin }
    private var isStill: Bool { evidence.observation.isStill }
    private var isAlone: Bool { process.threads.count == 1 }
    private var seconds: String { Self.seconds(evidence.observation.duration) }

    private static func seconds(_ milliseconds: Int64) -> String {
        let tenths = max(1, milliseconds / 100)
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }

    init(_ evidence: Evidence) { self.evidence = evidence }

    func finding() -> Finding {
        if let found = lockOfLostThread() { return found }
        if isStill {
            if process.threads.allSatisfy({ $0.wait.isForOneself }), !process.threads.isEmpty { return allWait() }
            if let found = waitsForOwnEvents() { return found }
        }
        return threadWaitsAlone() ?? movingWait() ?? spins() ?? risk() ?? healthy()
    }

    // MARK: Proofs

    /// A lock that names a holder which the fork left behind.
    private func lockOfLostThread() -> Finding? {
        let own = Set(process.threads.map(\.ownID))
        let waiting = process.threads.filter { $0.wait.isForOneself && evidence.observation.still.contains($0.id) }
        for thread in waiting {
            guard case .futex(let futex) = thread.wait, let owner = futex.mutex?.owner, !own.contains(owner) else {
                continue
            }
            let library = evidence.libraries(of: thread).lazy.compactMap(evidence.known).first
            if origin.parentIDs.contains(owner) {
                return Finding(
                    status: .stuckAfterFork,
                    reasons: [
                        "it waits for a mutex that thread \(owner) of the parent, pid \(origin.parent.pid), held at the moment "
                            + "of the fork; no thread of this process can unlock it"
                    ], waiter: thread, library: library)
            }
            // A number that is no thread's anywhere may be something else than a holder; a library that lost its
            // threads is the better proof then.
            guard waiting.count == process.threads.count, evidence.lostLibrary(of: thread) == nil else { continue }
            return Finding(
                status: .likelyStuck,
                reasons: [
                    "it waits for a mutex that thread \(owner) held, which is no thread of this process nor of its parent",
                    "all of its threads wait for ever",
                ],
                missing: parentIsGone(), waiter: thread, library: library)
        }
        return nil
    }

    /// Every thread waits for ever for what only they could change.
    private func allWait() -> Finding {
        let main = process.main ?? process.threads[0]
        if let lock = ownDeadlock() { return lock }
        let nobody =
            isAlone
            ? "its only thread waits for ever, and nothing but a thread of this process can wake it"
            : "all of its \(process.threads.count) threads wait for ever, and nothing but one of them can wake another"
        if let file = evidence.lostLibrary(of: main) {
            let count = origin.lost.filter { $0.libraries.contains(file) }.count
            return Finding(
                status: origin.isRemembered ? .likelyStuck : .stuckAfterFork,
                reasons: [nobody, "it waits in \(evidence.name(file)), of which \(hadThreads(count))"],
                missing: parentIsGone(), waiter: main, library: evidence.known(file))
        }
        let native = evidence.libraries(of: main)
        let known = native.lazy.compactMap(evidence.known).first
        if evidence.isInLostProgram(main) { return inProgram(main, nobody) }
        if !native.isEmpty { return inLibrary(main, native[0], known, nobody) }
        return inPython(main, nobody)
    }

    /// Threads of this process hold what its threads wait for.
    private func ownDeadlock() -> Finding? {
        let own = Set(process.threads.map(\.ownID))
        for thread in process.threads {
            guard case .futex(let futex) = thread.wait, let owner = futex.mutex?.owner, own.contains(owner) else {
                continue
            }
            return Finding(
                status: .stuckUnlessSignalled,
                reasons: [
                    "its threads wait for each other: a deadlock of its own, not of the fork",
                    owner == thread.ownID
                        ? "thread \(thread.id) waits for a mutex that it holds itself"
                        : "thread \(thread.id) waits for a mutex that thread \(owner) of this process holds, which waits, too",
                ], waiter: thread)
        }
        return nil
    }

    private func inProgram(_ main: ThreadSnapshot, _ nobody: String) -> Finding {
        let count = origin.lost.count(where: \.isOfProgram)
        let lost = "it waits in code of the program itself, of which \(hadThreads(count))"
        let isDeaf = process.status.hasHandlers == false
        let proved: Diagnosis.Status = origin.isRemembered ? .likelyStuck : .stuckAfterFork
        return Finding(
            status: isDeaf ? proved : .stuckUnlessSignalled, reasons: [nobody, lost, handlers],
            missing: parentIsGone(), waiter: main)
    }

    /// Whether a signal may free it.
    private var handlers: String {
        process.status.hasHandlers == false
            ? "no signal has a handler here that could wake it" : "a signal's handler might wake it"
    }

    /// A clause, after "of which", about threads that are missing here.
    private func hadThreads(_ count: Int) -> String {
        let threads = Self.count(count, "thread")
        return origin.isRemembered
            ? "the process that forked had \(threads), as stacks left in its memory show, and this process has none"
            : "the parent has \(threads) and this process none"
    }

    /// In a library's code, with nobody to compare with.
    private func inLibrary(
        _ main: ThreadSnapshot, _ file: [UInt8], _ known: KnownLibrary?, _ nobody: String
    ) -> Finding {
        let place = "it waits in \(evidence.name(file))"
        if let known, known.verdict?.decisive.outcome.isHarmful == true {
            let text = known.verdict?.decisive.text ?? "fails"
            return Finding(
                status: .likelyStuck,
                reasons: [nobody, "\(place); of this version is known that a forked child \(text)"],
                missing: parentIsGone(), waiter: main, library: known)
        }
        let hasLost = origin.parent.isForker && !origin.isRemembered ? !origin.lost.isEmpty : noted != nil
        return Finding(
            status: hasLost ? .likelyStuck : .stuckUnlessSignalled,
            reasons: [nobody, place] + (noted.map { [$0] } ?? []) + (hasLost ? [] : [handlers]),
            missing: parentIsGone(), waiter: main, library: known)
    }

    /// In a lock of Python's: from outside the same as `Event().wait()` until a handler sets the event.
    private func inPython(_ main: ThreadSnapshot, _ nobody: String) -> Finding {
        var reasons = [nobody]
        let frames = evidence.stacks[main.id]?.frames ?? []
        if let frame = frames.first {
            let name = String(decoding: frame.function, as: UTF8.self)
            reasons.append(
                "a lock of Python's is what it waits for, in `\(name)`; "
                    + "a signal's handler that releases the lock would free it, and is the one thing that could")
        } else {
            reasons.append(handlers)
        }
        let lost = origin.lost.count(where: \.runsPython)
        if let noted {
            reasons.append(noted)
        } else if lost > 0 {
            let count = Self.count(lost, "thread")
            reasons.append(
                (origin.isRemembered
                    ? "the process that forked had \(count) of Python's, as stacks left in its memory show"
                    : "the parent has \(count) running Python that the fork left behind")
                    + ", one of which may hold it or was to serve it"
            )
        }
        return Finding(
            status: .stuckUnlessSignalled, reasons: reasons, missing: parentIsGone(), waiter: main,
            library: evidence.knownModule(waiter: main))
    }

    /// What the guard in the process tells of threads that cannot be asked any more.
    private var noted: String? {
        guard !origin.parent.isForker, let witness = evidence.witness, witness.lostCount > 0 else { return nil }
        return "forkguard's guard in it noted that pid \(witness.parent) forked it and had "
            + "\(Self.count(witness.lostCount, "thread")) more, which are missing here: \(Words.names(witness.names))"
    }

    private func parentIsGone() -> [String] {
        if origin.parent.isForker { return [] }
        return [
            origin.isRemembered
                ? "the process that forked it is gone: what its threads did cannot be seen any more"
                : "the process that forked it is gone, so that its threads cannot be compared"
        ]
    }

    // MARK: Signs

    /// A thread waits in a library that lost its threads, while others of the child's own go on: the main one, or one
    /// that called the library from Python. Another may be a helper of the library's that has nothing to do.
    private func threadWaitsAlone() -> Finding? {
        let waiting = process.threads.filter { thread in
            let isCaller = thread.id == process.pid || evidence.stacks[thread.id]?.frames.isEmpty == false
            return isCaller && thread.wait.isForOneself && evidence.observation.still.contains(thread.id)
        }
        for thread in waiting {
            guard let file = evidence.lostLibrary(of: thread) else { continue }
            let name = thread.id == process.pid ? "its main thread" : "thread \(thread.id) of it"
            return Finding(
                status: .likelyStuck,
                reasons: [
                    "\(name) waits for ever in \(evidence.name(file)), whose threads stayed in the parent",
                    "other threads of this process could wake it, but none of them belongs to that library",
                ], waiter: thread, library: evidence.known(file))
        }
        return nil
    }

    /// It wakes, looks, and waits again at the same place: a time limit in a loop.
    private func movingWait() -> Finding? {
        guard isAlone, evidence.observation.keepsWaiting, evidence.observation.duration >= 1000,
            let main = process.main, let file = evidence.lostLibrary(of: main)
        else { return nil }
        return Finding(
            status: .likelyStuck,
            reasons: [
                "its only thread has waited at one place for \(seconds), waking only to wait again",
                "it waits in \(evidence.name(file)), whose threads stayed in the parent",
            ], waiter: main, library: evidence.known(file))
    }

    /// In an event loop that only itself could wake, and whose own helpers stayed in the parent.
    private func waitsForOwnEvents() -> Finding? {
        guard isAlone, evidence.observation.waitsForOwnEvents, let main = process.main,
            let (file, count) = evidence.lostPackage(of: main)
        else { return nil }
        return Finding(
            status: .likelyStuck,
            reasons: [
                "its only thread waits without a time limit for events of descriptors that nobody else makes ready, "
                    + "and nothing moved for \(seconds)",
                "it waits in \(evidence.name(file)), of which \(hadThreads(count))",
            ], missing: ["a signal's handler could wake it"], waiter: main, library: evidence.known(file))
    }

    /// It burns a processor in a library that waits in a loop for threads that it has lost.
    private func spins() -> Finding? {
        guard isAlone, let main = process.main, main.wait == .running || main.wait == .ready,
            let file = evidence.spin()
        else { return nil }
        return Finding(
            status: .likelyStuck,
            reasons: [
                "its only thread keeps a processor busy and has not left one call in "
                    + Self.seconds(evidence.observation.window),
                "it computes in \(evidence.name(file)), whose threads stayed in the parent, and which then asks for them in a loop",
            ], missing: ["a long call that comes back looks the same: look again"], waiter: main,
            library: evidence.known(file))
    }

    /// It goes on; what it inherited would not.
    private func risk() -> Finding? {
        let present = Set(
            process.threads.compactMap { evidence.stacks[$0.id]?.libraries(before: evidence.interpreter).first })
        var seen: Set<[UInt8]> = []
        for file in origin.lost.compactMap(\.owner) where seen.insert(file).inserted && !present.contains(file) {
            guard let known = evidence.known(file), known.rule.scope == .process, known.hangs,
                let text = known.verdict?.decisive.text
            else { continue }
            return Finding(
                status: .atRisk,
                reasons: [
                    "it goes on, but its parent had touched \(known.involved.name): a forked child that uses it \(text)"
                ], library: known)
        }
        return nil
    }

    private func healthy() -> Finding {
        let text: String
        if let main = process.main {
            let first = Evidence.words(main.wait)
            text =
                isAlone
                ? "it \(first)"
                : "its main thread \(first), beside \(Self.count(process.threads.count - 1, "other thread"))"
        } else {
            text = "it goes on"
        }
        var reasons = [text]
        if !origin.lost.isEmpty {
            reasons.append("no rule says that what its parent's threads belong to breaks a forked child")
        }
        return Finding(status: .healthy, reasons: reasons)
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}
