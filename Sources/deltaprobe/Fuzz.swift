import DeltaCheck
import Glibc

/// Opens a table again and again with one file of its log damaged. Whatever happens must be an answer: a snapshot or an
/// error, and no more memory than a real table takes.
struct Fuzz {
    private let path: String
    /// Names relative to the log, and contents.
    private let files: [(name: String, bytes: [UInt8])]

    init(_ path: String) throws {
        self.path = path
        let storage = LocalStorage()
        var files: [(name: String, bytes: [UInt8])] = []
        for folder in ["", "_sidecars/"] {
            let log = path + "/_delta_log/" + folder
            guard let listing = try? storage.list(Array(log.utf8)) else { continue }
            for name in listing.files.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                let text = folder + String(decoding: name, as: UTF8.self)
                files.append((text, try Self.read(storage, log + String(decoding: name, as: UTF8.self))))
            }
        }
        self.files = files
    }

    private static func read(_ storage: LocalStorage, _ path: String) throws -> [UInt8] {
        let file = try storage.open(Array(path.utf8))
        var bytes = [UInt8](repeating: 0, count: file.byteCount)
        _ = try bytes.withUnsafeMutableBytes { try file.read(at: 0, into: $0) }
        return bytes
    }

    func run(seed: UInt64, truncations: Int, flips: Int) throws -> Int32 {
        let damage = DamagedStorage()
        let engine = try DeltaEngine(workers: 1, storage: damage)
        let table = try engine.table(at: path)
        var random = SplitMix(state: seed)
        var opened = 0
        var refused = 0
        var slowest = Duration.zero
        let clock = ContinuousClock()
        func attempt(_ name: String, _ bytes: [UInt8], _ what: String) {
            damage.replace(Array("\(path)/_delta_log/\(name)".utf8), with: bytes)
            // Should this trap, the last line names the case.
            if getenv("DELTAPROBE_TRACE") != nil { Probe.say("\(name) \(what)", to: 2) }
            let start = clock.now
            do {
                let snapshot = try table.snapshot().detached()
                _ = try table.history()
                _ = snapshot.sortedPaths().count
                opened += 1
            } catch { refused += 1 }
            slowest = max(slowest, clock.now - start)
        }
        for (name, bytes) in files where !bytes.isEmpty {
            for index in 0..<truncations {
                let length = truncations >= bytes.count ? index % bytes.count : Int(random.next() % UInt64(bytes.count))
                attempt(name, Array(bytes[..<length]), "cut to \(length)")
            }
            for _ in 0..<flips {
                let place = Int(random.next() % UInt64(bytes.count))
                var flipped = bytes
                flipped[place] ^= UInt8(truncatingIfNeeded: random.next() % 255 + 1)
                attempt(name, flipped, "byte \(place) to \(flipped[place])")
            }
        }
        let peak = Probe.usage().peak
        Probe.say(
            "\(files.count) files, \(opened) opened, \(refused) refused, slowest \(slowest), peak \(Int(peak)) MB")
        return peak < 1024 && slowest < .seconds(10) ? 0 : 1
    }
}

/// A small generator whose numbers depend on the seed alone.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
