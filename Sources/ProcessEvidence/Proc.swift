import CSystem
import Glibc

/// Why a file of `/proc` could not be read: an errno value.
public struct ProcError: Error, Equatable, Sendable {
    public let number: Int32

    /// ESRCH.
    public static let gone = ProcError(number: ESRCH)

    /// The process, or the thread, ended.
    public var isGone: Bool { number == ENOENT || number == ESRCH }
    public var isDenied: Bool { number == EACCES || number == EPERM }
}

/// The files of `/proc` and of installed libraries, as bytes. Nothing here waits for a pipe or a device.
enum Proc {
    /// - Parameter limit: bytes after which a file is cut off.
    static func read(_ path: String, limit: Int = 1 << 22) throws(ProcError) -> [UInt8] {
        try read(Array(path.utf8), limit: limit)
    }

    static func read(_ path: [UInt8], limit: Int = 1 << 22) throws(ProcError) -> [UInt8] {
        var size: Int64 = 0
        let descriptor = terminated(path) { fg_open_file($0, &size) }
        guard descriptor >= 0 else { throw ProcError(number: -descriptor) }
        defer { fg_close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: size > 0 ? min(Int(size) + 1, 1 << 20) : 1 << 13)
        while bytes.count < limit {
            let moved = fg_read(descriptor, &piece, piece.count)
            // What was read before a process ended is kept, and read as what it is: a part.
            if moved < 0, bytes.isEmpty { throw ProcError(number: Int32(clamping: -moved)) }
            if moved <= 0 { break }
            bytes.append(contentsOf: piece[..<Int(moved)])
        }
        return bytes
    }

    /// Names in a folder, in no order.
    static func list(_ path: [UInt8]) throws(ProcError) -> [[UInt8]] {
        var bytes: UnsafeMutablePointer<CChar>?
        var size = 0
        let failure = terminated(path) { fg_list_folder($0, &bytes, &size) }
        guard failure == 0 else { throw ProcError(number: failure) }
        defer { free(bytes) }
        guard let bytes else { return [] }
        var names: [[UInt8]] = []
        var at = 0
        while at < size {
            let length = strlen(bytes + at + 1)
            names.append(Array(UnsafeRawBufferPointer(start: bytes + at + 1, count: length)))
            at += length + 2
        }
        return names
    }

    /// The entries of a folder that are numbers: processes, threads, descriptors.
    static func numbers(_ path: String) throws(ProcError) -> [Int32] {
        try list(Array(path.utf8)).compactMap { Int32(exactly: ProcText.number($0[...]) ?? -1) }.filter { $0 >= 0 }
            .sorted()
    }

    static func link(_ path: String) throws(ProcError) -> [UInt8] {
        var into = [CChar](repeating: 0, count: 4096)
        let length = fg_read_link(path, &into, into.count)
        guard length >= 0 else { throw ProcError(number: Int32(clamping: -length)) }
        return into[..<Int(length)].map { UInt8(bitPattern: $0) }
    }

    private static func terminated<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}

/// Time that no adjustment of a clock moves.
public enum Clock {
    /// Milliseconds since the system started.
    public static var now: Int64 { fg_milliseconds() }
    public static func sleep(milliseconds: Int64) { fg_sleep(milliseconds) }

    /// Milliseconds of a processor that the calling thread has had.
    public static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
    }
}

extension Clock {
    /// Seconds since 1970, for people.
    public static var wall: Int { time(nil) }

    /// Seconds since something that `/proc` dates in ticks of 1/100 s after the system's start.
    public static func age(ofTicks ticks: Int) -> Int? {
        // Its first word counts seconds; CLOCK_MONOTONIC leaves out the time that a machine slept.
        guard let text = try? Proc.read("/proc/uptime"),
            let seconds = ProcText.number(text.prefix { $0 != UInt8(ascii: ".") }[...])
        else { return nil }
        return max(0, seconds - ticks / 100)
    }
}
