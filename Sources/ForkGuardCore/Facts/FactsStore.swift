import Glibc
import Synchronization

/// The facts of all files of a scan. Facts take five times the source's size in memory, so only some are kept as they
/// are; the others are kept as bytes and decoded when they are asked for.
final class FactsStore: Sendable {
    /// Facts as they are held.
    enum Entry: Sendable {
        case facts(ModuleFacts)
        case coded(offset: Int, count: Int)
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
        if isKept { return .facts(facts) }
        let bytes = facts.encoded()
        let offset = content.withLock { $0.file.append(bytes) }
        return .coded(offset: offset, count: bytes.count)
    }

    /// The coding of facts that were added.
    func encoded(_ entry: Entry) -> [UInt8] {
        switch entry {
        case .facts(let facts): facts.encoded()
        case .coded(let offset, let count): facts(offset, count).encoded()
        }
    }

    /// The facts that were coded there. Where the disk does not give back what was written to it, the process ends: half
    /// of a program is no program to judge.
    func facts(_ offset: Int, _ count: Int) -> ModuleFacts {
        content.withLock { content in
            do throws(FileError) { try content.file.read(offset, count, into: &content.buffer) } catch {
                Self.end("\(error)")
            }
            return content.buffer.withUnsafeBufferPointer { bytes in
                do throws(FactsError) { return try ModuleFacts(decoding: bytes, isTrusted: true) } catch {
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
    /// Bytes that they take in memory, nearly.
    var byteCount: Int {
        var result = 512 + ops.count * MemoryLayout<Op>.stride + 4 * (lists.count + lineStarts.count)
        result += strings.count * 32
        for function in functions { result += 256 + 8 * function.mentions.count + 20 * function.parameters.count }
        for definition in classes { result += 160 + 8 * definition.mentions.count }
        for binding in bindings { result += 64 + 8 * binding.mentions.count }
        for binding in registrations { result += 64 + 8 * binding.mentions.count }
        return result + 8 * mentions.count
    }
}
