/// What forkguard's guard inside a process noted of the fork that made it: `forkhooks_witness` of `CForkHooks`.
public struct GuardWitness: Equatable, Sendable {
    /// The process that forked, and the thread that did, by their numbers there.
    public var parent: Int32
    public var thread: Int32
    /// Seconds since 1970.
    public var time: Int
    /// Threads of the parent that are missing here; `names` holds 64 of them at most. Zero where no library had been
    /// touched yet: the guard takes no names then.
    public var lostCount: Int
    public var names: [String]

    /// The event's bytes up to the end of its names, as forkhooks.h lays them out for 64-bit processors.
    static let size = 36 + 64 * 16

    /// - Parameter bytes: of a `forkhooks_event`; `nil` for what is none.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.size else { return nil }
        func field(_ at: Int) -> Int32 { Int32(truncatingIfNeeded: ProcessMemory.number(bytes, at, 4)) }
        let (parent, thread, count, named) = (field(4), field(12), field(28), field(32))
        let seconds = Int64(bitPattern: ProcessMemory.word(bytes, 16))
        guard parent > 0, thread > 0, count >= 0, (0...64).contains(named), named <= count,
            (0...1 << 40).contains(seconds)
        else { return nil }
        self.parent = parent
        self.thread = thread
        time = Int(seconds)
        lostCount = Int(count)
        names = (0..<Int(named)).map { index in
            let name = bytes[(36 + index * 16)..<(36 + (index + 1) * 16)].prefix { $0 != 0 }
            return String(decoding: name, as: UTF8.self)
        }
    }
}

extension Inspector {
    private static let cookie = Array("fgwitness".utf8)

    /// What the guard in a process noted; `nil` where there is none, or it saw no fork: a bare clone runs no handler.
    public func witness(of process: ProcessSnapshot) -> GuardWitness? {
        let memory = ProcessMemory(pid: process.source)
        for mapping in process.mappings.all where mapping.isExecutable && mapping.isFile {
            // The extension of the Python guard; a program in Swift has the hooks in itself.
            let isGuard = mapping.path.suffix(hooks.count) == hooks[...] || mapping.path == process.program
            guard isGuard, let address = address(of: "forkhooks_witness", in: mapping, pid: process.source),
                let bytes = memory.bytes(address, 24), bytes.starts(with: Self.cookie)
            else { continue }
            let event = ProcessMemory.word(bytes, 16)
            return event == 0 ? nil : memory.bytes(event, GuardWitness.size).flatMap { GuardWitness($0) }
        }
        return nil
    }

    private var hooks: [UInt8] { Array("/_hooks.abi3.so".utf8) }
}
