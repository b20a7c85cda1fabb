import CSystem

/// Bytes that are written once, one piece after the other, and read again in any order. What is more than a scan may
/// keep in memory goes to a file without a name; where there is no room for that, all stays in memory.
struct ScratchFile: ~Copyable {
    /// Bytes gathered before they are written: small scans write nothing.
    private static let chunk = 4 << 20

    private var descriptor: Int32 = -1
    /// Bytes in the file, and those that follow them.
    private var written = 0
    private var tail: [UInt8] = []
    private var isFull = false

    deinit { if descriptor >= 0 { fg_close(descriptor) } }

    /// Where the bytes begin.
    mutating func append(_ bytes: borrowing [UInt8]) -> Int {
        let offset = written + tail.count
        tail.append(contentsOf: copy bytes)
        if tail.count >= Self.chunk, !isFull { flush() }
        return offset
    }

    private mutating func flush() {
        if descriptor < 0 { descriptor = fg_open_scratch() }
        guard descriptor >= 0 else {
            isFull = true
            return
        }
        var moved = 0
        tail.withUnsafeBytes { bytes in
            while moved < bytes.count {
                let count = fg_write(descriptor, bytes.baseAddress! + moved, bytes.count - moved)
                guard count > 0 else { break }
                moved += Int(count)
            }
        }
        written += moved
        isFull = moved < tail.count
        tail.removeFirst(moved)
    }

    /// The `count` bytes from `offset` on.
    func read(_ offset: Int, _ count: Int, into buffer: inout [UInt8]) throws(FileError) {
        buffer.removeAll(keepingCapacity: true)
        let stored = max(0, min(count, written - offset))
        if stored > 0 {
            buffer.append(contentsOf: repeatElement(0, count: stored))
            let failure = buffer.withUnsafeMutableBytes {
                fg_read_at(descriptor, $0.baseAddress, stored, Int64(offset))
            }
            guard failure == 0 else { throw .system(failure) }
        }
        let first = offset + stored - written
        if stored < count { buffer.append(contentsOf: tail[first..<first + count - stored]) }
    }
}
