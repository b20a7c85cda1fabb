import Glibc
import Synchronization

/// The facts of all files of a scan. Facts take five times the source's size in memory, so only some are kept as they
/// are; the others are kept as bytes and decoded when they are asked for.
final class FactsStore: Sendable {
    /// Facts as they are held.
    enum Entry: Sendable {
        case facts(ModuleFacts)
        case coded(Place)
    }

    /// Where coded facts stand: the outline, and behind it the rest.
    struct Place: Sendable {
        var offset: Int
        var outline: Int
        var rest: Int
    }

    private struct Content: ~Copyable {
        var file = ScratchFile()
        /// Decoded size of what is kept as it is.
        var kept = 0
        var buffer: [UInt8] = []
    }

    private let content = Mutex(Content())
    /// Bytes of decoded facts that are kept as they are; as many more may be decoded at a time.
    let share: Int

    init(memory: Int?) { share = (memory ?? Limits.factsMemory) / 2 }

    /// Keeps the facts of one file, in whatever form there is room for.
    func add(_ facts: ModuleFacts) -> Entry {
        let size = facts.byteCount
        let isKept = content.withLock { content in
            guard content.kept + size <= share else { return false }
            content.kept += size
            return true
        }
        return isKept ? .facts(facts) : .coded(put(facts))
    }

    /// Codes facts and keeps them as bytes.
    func put(_ facts: ModuleFacts) -> Place {
        let (outline, rest) = (facts.outline.encoded(), facts.rest.encoded())
        let offset = content.withLock { $0.file.append(outline + rest) }
        return Place(offset: offset, outline: outline.count, rest: rest.count)
    }

    /// Keeps numbers as bytes.
    func put(_ numbers: [Int32]) -> Int {
        let bytes = numbers.withUnsafeBytes { [UInt8]($0) }
        return content.withLock { $0.file.append(bytes) }
    }

    /// The coding of facts that were added.
    func encoded(_ entry: Entry) -> [UInt8] {
        switch entry {
        case .facts(let facts): facts.encoded()
        case .coded(let place): facts(place).encoded()
        }
    }

    /// The facts that were coded there.
    func facts(_ place: Place) -> ModuleFacts {
        read(place.offset, place.outline + place.rest) { bytes throws(FactsError) in
            let outline = UnsafeBufferPointer(rebasing: bytes[..<place.outline])
            let rest = UnsafeBufferPointer(rebasing: bytes[place.outline...])
            var result = try ModuleFacts(decoding: outline, isTrusted: true)
            result.complete(with: try ModuleFacts(decoding: rest, isTrusted: true))
            return result
        }
    }

    /// Their outline.
    func outline(_ place: Place) -> ModuleFacts {
        read(place.offset, place.outline) { bytes throws(FactsError) in
            try ModuleFacts(decoding: bytes, isTrusted: true)
        }
    }

    func numbers(at offset: Int, count: Int) -> [Int32] {
        read(offset, count * MemoryLayout<Int32>.size) { bytes throws(FactsError) in
            [Int32](unsafeUninitializedCapacity: count) { numbers, initialized in
                if let first = bytes.baseAddress {
                    UnsafeMutableRawPointer(numbers.baseAddress!).copyMemory(from: first, byteCount: bytes.count)
                }
                initialized = count
            }
        }
    }

    /// Where the disk does not give back what was written to it, the process ends: half of a program is no program to
    /// judge.
    private func read<Result: Sendable>(
        _ offset: Int, _ count: Int, _ body: @Sendable (UnsafeBufferPointer<UInt8>) throws(FactsError) -> Result
    ) -> Result {
        content.withLock { content in
            do throws(FileError) { try content.file.read(offset, count, into: &content.buffer) } catch {
                Self.end("\(error)")
            }
            return content.buffer.withUnsafeBufferPointer { bytes in
                do throws(FactsError) { return try body(bytes) } catch {
                    Self.end("\(error)")
                }
            }
        }
    }

    private static func end(_ reason: String) -> Never {
        let folder = "its folder is that of TMPDIR, else /tmp"
        OutputStream.standardError.write(
            line: "forkguard: a temporary file could not be read again: \(reason); \(folder)")
        exit(2)
    }
}

extension ModuleFacts {
    /// Definitions and what they mention, without the code itself, its strings and its lines.
    fileprivate var outline: ModuleFacts {
        var result = self
        (result.strings, result.ops, result.lists, result.lineStarts) = ([], [], [], [])
        return result
    }

    /// What the outline lacks.
    fileprivate var rest: ModuleFacts {
        var result = ModuleFacts()
        (result.strings, result.ops, result.lists, result.lineStarts) = (strings, ops, lists, lineStarts)
        return result
    }

    fileprivate mutating func complete(with rest: ModuleFacts) {
        (strings, ops, lists, lineStarts) = (rest.strings, rest.ops, rest.lists, rest.lineStarts)
    }

    /// Bytes that they take in memory, nearly.
    var byteCount: Int {
        var result = 512 + ops.count * MemoryLayout<Op>.stride + 4 * (lists.count + lineStarts.count)
        result += strings.count * 36
        for function in functions { result += 256 + 8 * function.mentions.count + 20 * function.parameters.count }
        for definition in classes { result += 160 + 8 * definition.mentions.count }
        for binding in bindings { result += 64 + 8 * binding.mentions.count }
        for binding in registrations { result += 64 + 8 * binding.mentions.count }
        return result + 8 * (mentions.count + holding.count)
    }
}
