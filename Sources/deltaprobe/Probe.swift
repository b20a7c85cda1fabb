import CSystem
import DeltaCheck
import ForkGuardRuntime
import Glibc

/// What tests and the benchmark ask of the engine that the command does not offer.
///
///     deltaprobe parquet FILE           levels and values of every column, as JSON lines
///     deltaprobe open TABLE             time and memory of opening a table and listing its files
///     deltaprobe forks TABLE ROUNDS     forks under load; every use in a child must be refused
///     deltaprobe depth TABLE GENERATIONS
///                                       a fresh engine in a child, in that child's child, and so on
///     deltaprobe fuzz TABLE SEED TRUNCATIONS FLIPS
///                                       opens the table with each of its log's files damaged
enum Probe {
    static func run(_ arguments: [String]) -> Int32 {
        do {
            switch (arguments.first, arguments.count) {
            case ("parquet", 2): try ParquetDump.run(arguments[1])
            case ("open", 2): try open(arguments[1])
            case ("forks", 3): return try ForkRounds.run(arguments[1], rounds: Int(arguments[2]) ?? 0)
            case ("depth", 3): return try ForkDepth.run(arguments[1], generations: Int(arguments[2]) ?? 0)
            case ("fuzz", 5):
                return try Fuzz(arguments[1]).run(
                    seed: UInt64(arguments[2]) ?? 0, truncations: Int(arguments[3]) ?? 0, flips: Int(arguments[4]) ?? 0)
            default:
                say(
                    "usage: deltaprobe parquet FILE | open TABLE | forks TABLE ROUNDS | depth TABLE GENERATIONS | fuzz TABLE SEED TRUNCATIONS FLIPS",
                    to: 2)
                return 2
            }
            return 0
        } catch {
            say("deltaprobe: \(error)", to: 2)
            return 1
        }
    }

    static func say(_ line: String, to descriptor: Int32 = 1) {
        let bytes = Array((line + "\n").utf8)
        bytes.withUnsafeBytes { _ = fg_write(descriptor, $0.baseAddress, $0.count) }
    }

    /// User and system time of this process in seconds, and its peak memory in megabytes.
    static func usage() -> (cpu: Double, peak: Double) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return (seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMegabytes)
    }

    /// The kernel's mark for this program alone: `ru_maxrss` counts what its starter was before the exec, too.
    private static var peakMegabytes: Double {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix("VmHWM:"), let number = text.split(whereSeparator: { !$0.isNumber }).first else {
                continue
            }
            return (Double(number) ?? 0) / 1024
        }
        return 0
    }

    private static func open(_ path: String) throws {
        let before = usage().cpu
        let clock = ContinuousClock()
        let start = clock.now
        let engine = try DeltaEngine()
        let snapshot = try engine.table(at: path).snapshot().detached()
        // Decodes every path, as a user of the list would.
        var bytes = 0
        for file in snapshot.files { bytes += file.path.utf8.count }
        let wall = (clock.now - start) / .seconds(1)
        let (cpu, peak) = usage()
        say(
            "{\"files\":\(snapshot.totals.files),\"records\":\(snapshot.totals.records),\"path_bytes\":\(bytes),"
                + "\"wall\":\(wall),\"cpu\":\(cpu - before),\"peak_mb\":\(peak)}")
        try engine.shutdown()
    }
}
