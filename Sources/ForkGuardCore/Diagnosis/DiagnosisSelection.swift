import ProcessEvidence

extension Diagnoser {
    /// A process and all that it started, and that those started, each once.
    public static func tree(of pid: Int32) -> [Int32] {
        var result: [Int32] = []
        var seen: Set<Int32> = []
        var next = [pid]
        while let pid = next.popLast() {
            guard seen.insert(pid).inserted else { continue }
            result.append(pid)
            next += Inspector.children(of: pid).reversed()
        }
        return result
    }

    /// Every process that was forked and executed nothing since, but the first one and this one.
    public static func forked() -> [Int32] {
        Inspector.processes().filter { pid in
            guard pid > 1, let stat = try? Inspector.stat(of: pid) else { return false }
            return stat.isForkedWithoutExec && !stat.isKernelThread && !stat.isEnding
        }
    }

    /// Diagnoses several; those that end meanwhile are left out.
    ///
    /// The first looks go over all of them, so that the time it takes grows with those that may be stuck only.
    public func diagnose(_ pids: [Int32], window: Int64 = 1000) -> [Diagnosis] {
        pids.compactMap { try? diagnose($0, window: window) }
    }
}

extension Diagnoser {
    public static func pause(milliseconds: Int64) { Clock.sleep(milliseconds: milliseconds) }
}
