import CSystem

/// The memory of another process, read in small pieces. Every read may fail: the process runs on meanwhile.
struct ProcessMemory {
    let pid: Int32

    /// `count` bytes at `address`; fewer where the mapping ends; `nil` where nothing can be read.
    func bytes(_ address: UInt64, _ count: Int) -> [UInt8]? {
        guard address >= 4096, address < 1 << 56, count > 0, count <= 1 << 20 else { return nil }
        var moved: Int64 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            moved = fg_read_memory(pid, address, buffer.baseAddress, count)
            filled = max(0, min(count, Int(moved)))
        }
        return moved > 0 ? bytes : nil
    }

    func word(_ address: UInt64) -> UInt64? { bytes(address, 8).flatMap { $0.count == 8 ? Self.word($0, 0) : nil } }
    func half(_ address: UInt64) -> UInt32? {
        bytes(address, 4).flatMap { $0.count == 4 ? UInt32(truncatingIfNeeded: Self.number($0, 0, 4)) : nil }
    }

    /// The bytes of a little-endian number; 0 where they are not all there.
    static func number(_ bytes: [UInt8], _ at: Int, _ size: Int) -> UInt64 {
        guard at >= 0, size <= 8, at <= bytes.count - size else { return 0 }
        var value: UInt64 = 0
        for index in 0..<size { value |= UInt64(bytes[at + index]) << UInt64(8 * index) }
        return value
    }

    static func word(_ bytes: [UInt8], _ at: Int) -> UInt64 { number(bytes, at, 8) }

    /// Why memory of this process cannot be read at all; `nil` where it can.
    func problem(at address: UInt64) -> ProcError? {
        var byte: UInt8 = 0
        let moved = fg_read_memory(pid, address, &byte, 1)
        return moved < 0 ? ProcError(number: Int32(clamping: -moved)) : nil
    }
}
