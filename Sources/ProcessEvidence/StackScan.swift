/// Whose code is on a thread's stack, without unwinding it.
///
/// A stack holds return addresses among other words. A word that points into mapped code, right behind a call, is
/// taken for one: the scan is conservative, so that old words can name a library that has returned. The first
/// names from the top are right as a rule; what stands further down is a hint.
struct StackScan {
    let memory: ProcessMemory
    let mappings: Mappings
    private var code: [UInt64: [UInt8]] = [:]
    /// Bytes of stack that are looked at.
    private static let depth: UInt64 = 32 << 10

    init(memory: ProcessMemory, mappings: Mappings) {
        self.memory = memory
        self.mappings = mappings
    }

    /// Files of the program counter and of the return addresses, innermost first, each once.
    mutating func files(stack: UInt64, counter: UInt64) -> [[UInt8]] {
        var found: [[UInt8]] = []
        if let mapping = mappings.at(counter), mapping.isFile { found.append(mapping.path) }
        guard let region = mappings.at(stack), stack & 7 == 0 else { return found }
        let count = Int(min(region.end - stack, Self.depth))
        let words = memory.bytes(stack, count) ?? []
        var at = 0
        while at + 8 <= words.count {
            let word = ProcessMemory.word(words, at)
            at += 8
            guard let mapping = mappings.at(word), mapping.isExecutable, mapping.isFile,
                !found.contains(mapping.path), followsCall(word)
            else { continue }
            found.append(mapping.path)
        }
        return found
    }

    /// The outermost file that is not everybody's of the return addresses below `top`, where a stack begins.
    mutating func outermost(below top: UInt64) -> [UInt8]? {
        guard let region = mappings.at(top), top & 7 == 0 else { return nil }
        let count = min(top - region.start, Self.depth)
        let words = memory.bytes(top - count, Int(count)) ?? []
        guard words.count == count else { return nil }
        for at in stride(from: words.count - 8, through: 0, by: -8) {
            let word = ProcessMemory.word(words, at)
            if let mapping = mappings.at(word), mapping.isExecutable, mapping.isFile,
                !CommonCode.contains(mapping.path), followsCall(word)
            {
                return mapping.path
            }
        }
        return nil
    }

    /// True where the instruction before `address` is a call.
    private mutating func followsCall(_ address: UInt64) -> Bool {
        let start = address &- 8
        let page = start & ~0xFFF
        var bytes: [UInt8] = []
        for offset in 0..<8 as Range<UInt64> {
            let at = start &+ offset
            let content = pageBytes(at & ~0xFFF)
            guard let index = Int(exactly: at & 0xFFF), index < content.count else { return page != at & ~0xFFF }
            bytes.append(content[index])
        }
        return Self.endsInCall(bytes)
    }

    private mutating func pageBytes(_ page: UInt64) -> [UInt8] {
        if let known = code[page] { return known }
        let read = memory.bytes(page, 4096) ?? []
        code[page] = read
        return read
    }

    /// - Parameter bytes: the 8 before a return address.
    static func endsInCall(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 8 else { return false }
        #if arch(x86_64)
            // CALL rel32, and CALL r/m64 (FF /2) of 2 to 7 bytes: Intel SDM, volume 2, CALL.
            if bytes[3] == 0xE8 { return true }
            for length in [2, 3, 4, 6, 7] {
                let at = 8 - length
                if bytes[at] == 0xFF, bytes[at + 1] >> 3 & 7 == 2,
                    Self.size(ofModRM: bytes[at + 1]) ?? length - 1 == length - 1
                {
                    return true
                }
            }
            return false
        #elseif arch(arm64)
            // BL and BLR of the A64 instruction set.
            let word = UInt32(truncatingIfNeeded: ProcessMemory.number(bytes, 4, 4))
            return word >> 26 == 0b100101 || word & 0xFFFF_FC1F == 0xD63F_0000
        #else
            return true
        #endif
    }

    /// Bytes of ModRM, SIB and displacement; `nil` where the SIB byte decides.
    private static func size(ofModRM byte: UInt8) -> Int? {
        let (mode, register) = (byte >> 6, byte & 7)
        let sib = mode != 3 && register == 4 ? 1 : 0
        switch mode {
        case 0: return register == 4 ? nil : register == 5 ? 5 : 1
        case 1: return 2 + sib
        case 2: return 5 + sib
        default: return 1
        }
    }
}

/// Files that hold everybody's code: the C and C++ runtimes and the loader, whose presence on a stack names nobody.
public enum CommonCode {
    public static func contains(_ path: [UInt8]) -> Bool {
        let name = String(decoding: path[((path.lastIndex(of: 0x2F) ?? -1) + 1)...], as: UTF8.self)
        return [
            "libc.so", "libc-2", "ld-linux", "ld-2", "ld-musl", "libc.musl", "libpthread", "libstdc++", "libgcc_s",
            "libdl.", "libdl-", "libm.so", "libm-2", "librt.", "libc++",
        ].contains { name.hasPrefix($0) }
    }
}
