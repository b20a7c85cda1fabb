import ForkGuardCore
import Glibc

/// `forkguard scan --watch`: scans again when a file changes, until interrupted.
struct ScanWatch {
    let run: ScanRun

    private struct Stamp: Equatable {
        var path: String
        var seconds: Int
        var nanoseconds: Int
        var size: Int
    }

    /// Calls `scan` now and after every change.
    func loop(_ scan: () throws -> Void) throws -> Never {
        let output = OutputStream.standardOutput
        while true {
            let before = stamps()
            // The screen holds the last report alone.
            if output.isTerminal {
                var clear = ByteBuffer()
                clear.append("\u{1B}[2J\u{1B}[H")
                output.write(clear)
            }
            try scan()
            while stamps() == before { usleep(300_000) }
            OutputStream.standardError.write(line: "forkguard: files changed; scanning again")
        }
    }

    /// Which files there are, and when each was written last.
    private func stamps() -> [Stamp] {
        run.files().files.map { path in
            var status = stat()
            let isThere = stat(PathCoding.bytes(of: path).map { CChar(bitPattern: $0) } + [0], &status) == 0
            guard isThere else { return Stamp(path: path, seconds: 0, nanoseconds: 0, size: -1) }
            return Stamp(
                path: path, seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
                size: Int(status.st_size))
        }
    }
}
