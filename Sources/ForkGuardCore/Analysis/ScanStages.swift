import Glibc

/// What a stage of a scan took, and the most memory that the process had taken by its end.
public struct ScanStage: Sendable {
    public var name: String
    public var milliseconds: Int
    public var peakMegabytes: Int
}

/// Notes the stages of a scan, for `--verbose`.
struct ScanStages {
    private(set) var stages: [ScanStage] = []
    private var start = ContinuousClock.now

    /// Ends the stage that began with the last one's end.
    mutating func end(_ name: String) {
        let now = ContinuousClock.now
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        stages.append(
            ScanStage(
                name: name, milliseconds: Int((now - start) / .milliseconds(1)),
                peakMegabytes: usage.ru_maxrss / 1024))
        start = now
    }
}
