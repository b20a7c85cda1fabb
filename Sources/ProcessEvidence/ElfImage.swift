/// The parts of an ELF file of 64 bits, little-endian, that finding a symbol needs (System V gABI, chapters 4 and 5).
///
/// Any bytes in, an image or `nil` out: every offset and count of the file is checked.
struct ElfImage {
    private let bytes: [UInt8]
    private let segments: [Segment]

    /// A loaded part: file offset -> address before relocation.
    private struct Segment {
        var offset: UInt64
        var address: UInt64
        var size: UInt64
    }

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 64, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { return nil }
        self.bytes = bytes
        let table = ProcessMemory.word(bytes, 32)
        let size = ProcessMemory.number(bytes, 54, 2)
        let count = ProcessMemory.number(bytes, 56, 2)
        guard size >= 56, let table = Int(exactly: table), table <= bytes.count else { return nil }
        var segments: [Segment] = []
        for index in 0..<Int(count) {
            let at = table + index * Int(size)
            guard at + 56 <= bytes.count else { break }
            guard ProcessMemory.number(bytes, at, 4) == 1 else { continue }
            segments.append(
                Segment(
                    offset: ProcessMemory.word(bytes, at + 8), address: ProcessMemory.word(bytes, at + 16),
                    size: ProcessMemory.word(bytes, at + 32)))
        }
        self.segments = segments
    }

    /// The address, before relocation, of what lies at a file offset that is mapped.
    func address(ofOffset offset: UInt64) -> UInt64? {
        // Segments are mapped by whole pages, so that a mapping may begin up to a page before its segment.
        let page: UInt64 = 0xFFFF
        for segment in segments where offset >= segment.offset & ~page && segment.offset <= .max - segment.size {
            guard offset < segment.offset + segment.size else { continue }
            return segment.address &+ (offset &- segment.offset)
        }
        return nil
    }

    /// The value of a symbol, of those for linking first, then of those for debuggers.
    func symbol(_ name: String) -> UInt64? {
        let wanted = Array(name.utf8)
        // SHT_DYNSYM, SHT_SYMTAB.
        for kind in [11, 2] as [UInt64] {
            if let found = symbol(wanted, inSectionsOfKind: kind) { return found }
        }
        return nil
    }

    private func symbol(_ name: [UInt8], inSectionsOfKind kind: UInt64) -> UInt64? {
        guard let table = Int(exactly: ProcessMemory.word(bytes, 40)), table < bytes.count else { return nil }
        let size = Int(ProcessMemory.number(bytes, 58, 2))
        let count = Int(ProcessMemory.number(bytes, 60, 2))
        guard size >= 64 else { return nil }
        func header(_ index: Int) -> Int? {
            let at = table + index * size
            return index >= 0 && index < count && at + 64 <= bytes.count ? at : nil
        }
        for index in 0..<count {
            guard let at = header(index), ProcessMemory.number(bytes, at + 4, 4) == kind,
                let strings = header(Int(ProcessMemory.number(bytes, at + 40, 4))),
                let symbols = range(at), let names = range(strings)
            else { continue }
            var entry = symbols.lowerBound
            while entry + 24 <= symbols.upperBound {
                let start = names.lowerBound + Int(ProcessMemory.number(bytes, entry, 4))
                // Section 0 means: defined elsewhere.
                if ProcessMemory.number(bytes, entry + 6, 2) != 0, start + name.count < names.upperBound,
                    bytes[start + name.count] == 0, bytes[start..<(start + name.count)] == name[...]
                {
                    return ProcessMemory.word(bytes, entry + 8)
                }
                entry += 24
            }
        }
        return nil
    }

    /// A section's bytes, cut to the file.
    private func range(_ header: Int) -> Range<Int>? {
        guard let offset = Int(exactly: ProcessMemory.word(bytes, header + 24)),
            let size = Int(exactly: ProcessMemory.word(bytes, header + 32)), offset <= bytes.count
        else { return nil }
        return offset..<(offset + min(size, bytes.count - offset))
    }
}
