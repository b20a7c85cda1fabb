/// One line of `/proc/PID/maps`.
public struct Mapping: Equatable, Sendable {
    public var start: UInt64
    public var end: UInt64
    public var isExecutable: Bool
    public var isWritable: Bool
    /// Changes reach nobody else.
    public var isPrivate: Bool
    /// Where in the file it begins.
    public var offset: UInt64
    /// A path, `[heap]`, or nothing.
    public var name: [UInt8]

    /// Something of a file system is mapped.
    public var isFile: Bool { name.first == UInt8(ascii: "/") }
    /// Without the mark of a file that was replaced since.
    public var path: [UInt8] {
        let mark = Array(" (deleted)".utf8)
        return name.suffix(mark.count) == mark[...] ? Array(name.dropLast(mark.count)) : name
    }
}

/// The address space of a process, by address.
public struct Mappings: Equatable, Sendable {
    public private(set) var all: [Mapping] = []

    public init(_ text: [UInt8]) {
        for line in text.split(separator: 0x0A) {
            // Five words of fixed kinds, then a name that may hold spaces.
            let words = line.split(separator: 0x20, maxSplits: 5)
            guard words.count >= 5, let dash = words[0].firstIndex(of: UInt8(ascii: "-")), words[1].count == 4,
                let start = ProcText.hexadecimal(words[0][..<dash]),
                let end = ProcText.hexadecimal(words[0][(dash + 1)...]), start < end,
                let offset = ProcText.hexadecimal(words[2])
            else { continue }
            let rights = Array(words[1])
            let name = words.count > 5 ? words[5].drop { $0 == 0x20 } : []
            all.append(
                Mapping(
                    start: start, end: end, isExecutable: rights[2] == UInt8(ascii: "x"),
                    isWritable: rights[1] == UInt8(ascii: "w"), isPrivate: rights[3] == UInt8(ascii: "p"),
                    offset: offset, name: Array(name)))
        }
        // The kernel sorts; a text from elsewhere may not be sorted.
        if !zip(all, all.dropFirst()).allSatisfy({ $0.end <= $1.start }) { all.sort { $0.start < $1.start } }
    }

    /// - Complexity: O(log *n*).
    public func at(_ address: UInt64) -> Mapping? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].end <= address { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].start <= address ? all[low] : nil
    }

    /// Files that code is mapped from, each once, in the order of their addresses.
    public var codeFiles: [[UInt8]] {
        var seen: Set<[UInt8]> = []
        return all.filter { $0.isExecutable && $0.isFile }.map(\.path).filter { seen.insert($0).inserted }
    }
}
