/// A thread that a fork left behind, as the memory of the forked child remembers it.
public struct LeftThread: Equatable, Sendable {
    /// The file of code that the thread was started in, or the outermost one on its stack that is not everybody's; empty
    /// where neither can be read.
    public var file: [UInt8]
}

/// Reads what glibc keeps, in a forked child, of the threads that its parent had: `__reclaim_stacks` of nptl moves
/// their stacks into the cache of free ones, and leaves on them what was there at the fork.
///
/// So a child tells of lost threads when its parent is gone. Stacks that threads of the child's own took since tell no
/// more. glibc publishes where the fields are, for debuggers: `_thread_db_*` of its nptl_db/structs.def, each three
/// numbers of 32 bits, of which the last is the offset in bytes. From glibc 2.34 on the lists are in ld.so.
struct LeftThreads {
    private let memory: ProcessMemory
    private let mappings: Mappings
    private let list: UInt64
    private let offsets: Offsets

    /// Of `struct pthread`.
    private struct Offsets {
        var link: UInt64
        var id: UInt64
        var cancelling: UInt64
        var routine: UInt64
    }

    private static let most = 1024
    /// EXITING_BIT and TERMINATED_BIT of nptl/descr.h: the thread had ended by itself.
    private static let ended: UInt32 = 0x30

    /// `nil` where another C library runs, an older one, or nothing can be read.
    init?(_ process: ProcessSnapshot, images: inout ImageCache) {
        let memory = ProcessMemory(pid: process.source)
        guard let library = Self.code("libc.so.6", in: process.mappings),
            let loader = Self.code("ld-linux", in: process.mappings) ?? Self.code("ld64", in: process.mappings),
            let globals = images.address(of: "_rtld_global", in: loader, pid: process.source)
        else { return nil }
        func offset(_ name: String) -> UInt64? {
            images.address(of: "_thread_db_" + name, in: library, pid: process.source)
                .flatMap { memory.half($0 &+ 8) }.map(UInt64.init)
        }
        guard let link = offset("pthread_list"), let id = offset("pthread_tid"),
            let cancelling = offset("pthread_cancelhandling"), let routine = offset("pthread_start_routine"),
            let used = offset("rtld_global__dl_stack_user")
        else { return nil }
        self.memory = memory
        mappings = process.mappings
        // The list of the cache is the next one after that of stacks which the program brought itself.
        list = globals &+ used &+ 16
        offsets = Offsets(link: link, id: id, cancelling: cancelling, routine: routine)
    }

    private static func code(_ name: String, in mappings: Mappings) -> Mapping? {
        mappings.all.first { mapping in
            let start = (mapping.path.lastIndex(of: 0x2F) ?? -1) + 1
            return mapping.isExecutable && mapping.isFile && mapping.path[start...].starts(with: name.utf8)
        }
    }

    func threads() -> [LeftThread] {
        var scan = StackScan(memory: memory, mappings: mappings)
        var result: [LeftThread] = []
        var seen: Set<UInt64> = []
        var entry = memory.word(list)
        while let link = entry, link != list, result.count < Self.most, seen.insert(link).inserted {
            let thread = link &- offsets.link
            guard let id = memory.half(thread &+ offsets.id), let bits = memory.half(thread &+ offsets.cancelling),
                let routine = memory.word(thread &+ offsets.routine)
            else { break }
            entry = memory.word(link)
            guard id == 0, bits & Self.ended == 0, let start = mappings.at(routine), start.isExecutable else {
                continue
            }
            let own = start.isFile && !CommonCode.contains(start.path) ? start.path : nil
            result.append(LeftThread(file: own ?? scan.outermost(below: thread) ?? []))
        }
        return result
    }
}

extension Inspector {
    /// Threads of an ancestor that are missing in a forked process, as far as its own memory tells; none where it cannot.
    public func leftThreads(of process: ProcessSnapshot) -> [LeftThread] {
        LeftThreads(process, images: &images)?.threads() ?? []
    }
}
