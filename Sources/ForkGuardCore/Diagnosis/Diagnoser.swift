import ProcessEvidence

/// Judges processes by what the kernel and their memory show.
public final class Diagnoser {
    let inspector = Inspector()
    let catalog: Catalog

    public init(catalog: Catalog) { self.catalog = catalog }

    /// - Parameter window: milliseconds for which nothing may move before a wait counts as one for ever.
    public func diagnose(_ pid: Int32, window: Int64 = 1000) throws(DiagnosisError) -> Diagnosis {
        if pid == 1 { throw .firstProcess }
        let first: ProcessSnapshot
        do throws(ProcError) { first = try inspector.snapshot(of: pid) } catch {
            if error.isGone { throw .noSuchProcess(pid) }
            throw .unreadable(pid, error.number)
        }
        if let group = first.status.group, group != pid, group > 1 {
            var whole = try diagnose(group, window: window)
            whole.reasons.append("\(pid) is one of its threads")
            return whole
        }
        if let answer = atOnce(first) { return answer }
        let observation: Observation
        do throws(ProcError) {
            observation = try Observation(first, window: window, inspector: inspector)
        } catch {
            if error.isGone { throw .ended(pid) }
            throw .unreadable(pid, error.number)
        }
        // It may have executed a program, stopped or ended meanwhile.
        if let answer = atOnce(observation.last) { return answer }
        let evidence = Evidence(observation, inspector: inspector, catalog: catalog)
        return evidence.diagnosis()
    }

    /// Whether a library is mapped whose rule says that it spins, as far as names of files tell.
    func maySpin(_ pid: Int32) -> Bool {
        let names = catalog.libraries.filter(\.spins).flatMap { rule in
            rule.imports.map { "/\($0)/" } + rule.distributions.map { "/\($0).libs/" }
        }
        return Inspector.codeFiles(of: pid).contains { file in
            let path = String(decoding: file, as: UTF8.self)
            return names.contains { path.contains($0) }
        }
    }

    /// What needs no second look.
    private func atOnce(_ process: ProcessSnapshot) -> Diagnosis? {
        func answer(_ status: Diagnosis.Status, _ reason: String, _ missing: [String] = []) -> Diagnosis {
            var result = Diagnosis(process, status, [reason])
            result.missing = missing
            return result
        }
        if process.stat.isKernelThread { return answer(.healthy, "it is a thread of the kernel") }
        if process.threads.isEmpty {
            return answer(
                .healthy,
                "it has ended already, and its parent, pid \(process.stat.parent), has not asked for its status")
        }
        guard process.stat.isForkedWithoutExec else {
            var result = answer(
                .healthy, "it has executed a program since it was forked: nothing of its parent's is left in it")
            // Who waits for a stuck child is looked at as often as the child.
            let forked = Inspector.children(of: process.pid).count {
                (try? Inspector.stat(of: $0)).map { $0.isForkedWithoutExec && !$0.isEnding } ?? false
            }
            if forked > 0 {
                let children = forked == 1 ? "a child" : "\(forked) children"
                result.reasons.append(
                    "it forked \(children) that executed nothing: `forkguard doctor --tree \(process.pid)` looks there, too"
                )
            }
            return result
        }
        let tracer = process.status.tracer
        if process.threads.contains(where: { $0.wait == .stopped }) {
            return answer(
                .cannotTell, "threads of it are stopped, and a stopped thread cannot be told from one that hangs",
                [
                    tracer != 0
                        ? "the debugger, pid \(tracer), holds it: let it go on, and look again"
                        : "a signal or the freezer stopped it: `kill -CONT \(process.pid)`, or thaw it, and look again"
                ])
        }
        if let barred = process.barred ?? inspector.problem(reading: process), !barred.isGone {
            return answer(
                .cannotTell, "it was forked, and what its threads wait for may not be read", remedies(barred, process))
        }
        return nil
    }

    private func remedies(_ barred: ProcError, _ process: ProcessSnapshot) -> [String] {
        var result: [String] = []
        let user = process.status.user.map { "user \($0)" } ?? "its user"
        result.append("\(FileError.system(barred.number)): run this as root, or as \(user)")
        if let scope = Inspector.ptraceScope, scope > 0 {
            result.append("kernel.yama.ptrace_scope is \(scope): as root, `sysctl kernel.yama.ptrace_scope=0`")
        }
        if process.containerID != nil {
            result.append(
                "it runs in a container: look from inside with --cap-add=SYS_PTRACE, or from the host as root")
        }
        return result
    }
}

extension Diagnosis {
    init(_ process: ProcessSnapshot, _ status: Status, _ reasons: [String]) {
        self.init(
            pid: process.pid, containerID: process.containerID, command: process.command, status: status,
            reasons: reasons)
        guard process.stat.isForkedWithoutExec else { return }
        age = Clock.age(ofTicks: process.stat.start)
        forkedAt = age.map { Clock.wall - $0 }
    }
}
