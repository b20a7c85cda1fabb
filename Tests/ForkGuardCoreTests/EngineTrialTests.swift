import Testing

@testable import ForkGuardCore

/// What the self-test makes of a run.
@Suite struct EngineTrialTests {
    private func cell(
        _ use: EngineTrial.Use, _ end: WatchedRun.End, _ lines: String..., errors: String = ""
    ) -> EngineTrial.Cell {
        var run = WatchedRun(end: end, seconds: 1)
        run.output = Array(lines.map { "forkguard \($0)\n" }.joined().utf8)
        run.errors = Array(errors.utf8)
        return EngineTrial.cell(.fork, use, run)
    }

    @Test func answersAreRead() {
        let guarded = cell(.guarded, .ended(0), "opened 2", "lost a,b", "refused no, never", "exit 0", "parent 2")
        #expect(guarded.outcome == .refused("no, never") && guarded.lostThreads == ["a", "b"])
        #expect(guarded.isAsDesigned)
        let fresh = cell(.fresh, .ended(0), "opened 2", "works 2", "exit 0", "parent 2")
        #expect(fresh.outcome == .works && fresh.isAsDesigned)
    }

    @Test func whatIsNotAsDesignedIsNot() {
        // A guard that did not notice, one that hung, a child that died, a parent that failed afterwards.
        #expect(!cell(.guarded, .ended(0), "opened 2", "works 2", "exit 0", "parent 2").isAsDesigned)
        #expect(!cell(.guarded, .stuck, "opened 2").isAsDesigned)
        #expect(!cell(.unguarded, .ended(0), "opened 2", "works 2", "exit 0", "parent 2").isAsDesigned)
        let dead = cell(.fresh, .ended(0), "opened 2", "exit 11", "parent 2", errors: "oops\n")
        #expect(dead.outcome == .fails("the child died: oops"))
        let parent = cell(.fresh, .ended(256), "opened 2", "works 2", "exit 0", errors: "oops\n")
        #expect(parent.outcome == .fails("the parent failed after its child had ended: oops"))
        #expect(EngineTrialReport.sentence([dead]).hasPrefix("not as designed (fork, fresh): "))
    }

    @Test func whatNeverForkedSaysNothing() {
        #expect(cell(.unguarded, .stuck).outcome == .unusable("it hangs before it forks"))
        #expect(cell(.guarded, .ended(512), errors: "no room\n").outcome == .unusable("no room"))
        #expect(
            cell(.guarded, .limit, "opened 2").outcome
                == .unusable("it was still at work after 1 s; give it more --timeout"))
        #expect(
            EngineTrialReport(style: TerminalStyle()).report([cell(.unguarded, .stuck)]).text.contains(
                "could not be tried"))
    }

    @Test func aHangNamesTheThreadsThatAreMissing() {
        var run = WatchedRun(end: .stuck, seconds: 4)
        run.output = Array("forkguard opened 2\n".utf8)
        run.processes = [
            WatchedProcess(
                id: 5, parent: 4, command: "c", isForked: true, threads: [], lostThreads: ["delta-io-0"], ticks: 0)
        ]
        let cell = EngineTrial.cell(.clone, .unguarded, run)
        #expect(cell.outcome == .hangs && cell.lostThreads == ["delta-io-0"] && cell.isAsDesigned)
        run.processes = []
        #expect(!EngineTrial.cell(.clone, .unguarded, run).isAsDesigned)
    }
}
