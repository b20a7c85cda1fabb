import CSystem

/// One thread at one moment.
public struct ThreadSnapshot: Equatable, Sendable {
    public var id: Int32
    /// Its id in the process's own pid namespace: what the process's locks name.
    public var ownID: Int32
    /// The kernel's 15-byte name.
    public var name: [UInt8]
    public var state: UInt8
    /// Clock ticks after the system's start.
    public var start: Int
    public var call: SystemCall?
    public var wait: Wait
    /// How often it gave up a processor; it stands still where the sum does.
    public var switches: Int?

    func isStill(since earlier: ThreadSnapshot) -> Bool {
        state == earlier.state && start == earlier.start && call == earlier.call && switches == earlier.switches
    }

    /// It ran nothing any more when it was looked at.
    public var hasEnded: Bool { state == UInt8(ascii: "Z") || state == UInt8(ascii: "X") }
}

/// A process at one moment, as far as the kernel tells. Fields that could not be read are empty.
public struct ProcessSnapshot: Sendable {
    public var pid: Int32
    /// The thread that memory and files are read of: the kernel tells nothing of them by a first thread that has ended.
    public var source: Int32
    public var stat: ProcStat
    public var status: ProcStatus
    public var threads: [ThreadSnapshot]
    /// The program's file; empty where it may not be read.
    public var program: [UInt8]
    public var arguments: [[UInt8]]
    public var mappings: Mappings
    /// Why threads' calls or memory could not be read.
    public var barred: ProcError?

    public var main: ThreadSnapshot? { threads.first { $0.id == pid } }
    /// Its id in a container's pid namespace; `nil` where it has none of its own.
    public var containerID: Int32? { status.namespaceIDs.count > 1 ? status.namespaceIDs.last : nil }

    /// Nothing happened to any thread between the two.
    public func isStill(since earlier: ProcessSnapshot) -> Bool {
        threads.count == earlier.threads.count && stillThreads(since: earlier).count == threads.count
    }

    /// Ids of the threads to which nothing happened between the two.
    public func stillThreads(since earlier: ProcessSnapshot) -> Set<Int32> {
        let before = Dictionary(earlier.threads.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Set(threads.filter { thread in before[thread.id].map { thread.isStill(since: $0) } ?? false }.map(\.id))
    }
}

/// What is on a thread's stack.
public struct ThreadStack: Equatable, Sendable {
    /// Files of code, innermost first, each once: `StackScan`.
    public var files: [[UInt8]] = []
    public var frames: [PythonFrame] = []

    public init(files: [[UInt8]] = [], frames: [PythonFrame] = []) {
        self.files = files
        self.frames = frames
    }

    /// Libraries that the thread is in now: everybody's code left out, up to the interpreter that called them.
    public func libraries(before interpreter: [UInt8]?) -> [[UInt8]] {
        Array(files.filter { !CommonCode.contains($0) }.prefix { $0 != interpreter })
    }
}

/// Reads processes. Keeps what it learnt of files, so that many looks cost little.
public final class Inspector {
    var images = ImageCache()
    private var packages = PackageIndex()

    public init() {}

    // MARK: Cheap looks

    /// Every process that can be seen.
    public static func processes() -> [Int32] { (try? Proc.numbers("/proc")) ?? [] }

    public static func stat(of pid: Int32) throws(ProcError) -> ProcStat {
        guard let stat = ProcStat(try Proc.read("/proc/\(pid)/stat")) else { throw .gone }
        return stat
    }

    /// A process's id in its container's pid namespace; `nil` where it has none of its own.
    public static func containerID(of pid: Int32) -> Int32? {
        guard let status = (try? Proc.read("/proc/\(pid)/status")).map({ ProcStatus($0) }) else { return nil }
        return status.namespaceIDs.count > 1 ? status.namespaceIDs.last : nil
    }

    public static func program(of pid: Int32) -> [UInt8]? { try? Proc.link("/proc/\(pid)/exe") }

    /// The main thread's call alone: enough to see whether a look at the whole process is worth its cost.
    public static func mainCall(of pid: Int32) -> SystemCall? {
        (try? Proc.read("/proc/\(pid)/task/\(pid)/syscall")).flatMap { SystemCall($0) }
    }

    /// Files that a process has code mapped from; empty where it may not be read.
    public static func codeFiles(of pid: Int32) -> [[UInt8]] {
        Mappings((try? Proc.read("/proc/\(pid)/maps", limit: 1 << 25)) ?? []).codeFiles
    }

    /// - Returns: the children of all threads of a process.
    public static func children(of pid: Int32) -> [Int32] {
        let threads = (try? Proc.numbers("/proc/\(pid)/task")) ?? []
        return threads.flatMap { thread in
            let text = (try? Proc.read("/proc/\(pid)/task/\(thread)/children")) ?? []
            return ProcText.words(text[...]).compactMap { ProcText.number($0).map { Int32(clamping: $0) } }
        }
    }

    // MARK: A whole process

    public func snapshot(of pid: Int32) throws(ProcError) -> ProcessSnapshot {
        let stat = try Self.stat(of: pid)
        let source = Self.source(of: pid, stat)
        let status = ProcStatus(try Proc.read("/proc/\(pid)/status"))
        var barred: ProcError?
        var mappings = Mappings([])
        do throws(ProcError) { mappings = Mappings(try Proc.read("/proc/\(source)/maps", limit: 1 << 25)) } catch {
            barred = error
        }
        let arguments = ((try? Proc.read("/proc/\(source)/cmdline", limit: 1 << 16)) ?? []).split(separator: 0)
        var threads: [ThreadSnapshot] = []
        for id in try Proc.numbers("/proc/\(pid)/task") {
            // A thread that ends between two reads is gone, and nothing is wrong.
            do throws(ProcError) {
                let thread = try thread(id, of: pid, mappings, source, &barred)
                // A first thread that ended stays in the list as long as others go on.
                if !thread.hasEnded { threads.append(thread) }
            } catch {
                if !error.isGone { barred = error }
            }
        }
        return ProcessSnapshot(
            pid: pid, source: source, stat: stat, status: status, threads: threads,
            program: Self.program(of: source) ?? [],
            arguments: arguments.map(Array.init), mappings: mappings, barred: barred)
    }

    /// A thread of the process that has not ended, the first one if it may be.
    private static func source(of pid: Int32, _ stat: ProcStat) -> Int32 {
        let hasEnded = { (state: UInt8) in state == UInt8(ascii: "Z") || state == UInt8(ascii: "X") }
        guard hasEnded(stat.state) else { return pid }
        return ((try? Proc.numbers("/proc/\(pid)/task")) ?? []).first { id in
            (try? Proc.read("/proc/\(pid)/task/\(id)/stat")).flatMap { ProcStat($0) }.map { !hasEnded($0.state) }
                ?? false
        } ?? pid
    }

    private func thread(
        _ id: Int32, of pid: Int32, _ mappings: Mappings, _ source: Int32, _ barred: inout ProcError?
    ) throws(ProcError) -> ThreadSnapshot {
        let folder = "/proc/\(pid)/task/\(id)"
        guard let stat = ProcStat(try Proc.read(folder + "/stat")) else { throw .gone }
        let status = ProcStatus(try Proc.read(folder + "/status"))
        var call: SystemCall?
        do throws(ProcError) { call = SystemCall(try Proc.read(folder + "/syscall")) } catch { barred = error }
        var wait = Wait(state: stat.state, call: call, mappings: mappings) { descriptor in
            (try? Proc.link("/proc/\(source)/fd/\(descriptor)")) ?? []
        }
        if case .futex(var futex) = wait {
            if let bytes = ProcessMemory(pid: source).bytes(futex.address, 20) {
                futex.value = bytes.count >= 4 ? UInt32(truncatingIfNeeded: ProcessMemory.number(bytes, 0, 4)) : nil
                futex.mutex = Wait.Mutex(bytes, expected: futex.expected)
            }
            // The freezer holds threads inside of the call that they made.
            let place = (try? Proc.read(folder + "/wchan")) ?? []
            wait = Self.isFrozen(place) ? .stopped : .futex(futex)
        }
        var switches: Int?
        if let voluntary = status.voluntarySwitches, let involuntary = status.involuntarySwitches {
            switches = voluntary &+ involuntary
        }
        return ThreadSnapshot(
            id: id, ownID: status.namespaceIDs.last ?? id, name: stat.name, state: stat.state, start: stat.start,
            call: call, wait: wait, switches: switches)
    }

    private static func isFrozen(_ place: [UInt8]) -> Bool {
        let text = String(decoding: place, as: UTF8.self)
        return text.contains("freezer") || text.contains("refrigerator")
    }

    /// The address of a symbol of a mapped file.
    func address(of symbol: String, in mapping: Mapping, pid: Int32) -> UInt64? {
        images.address(of: symbol, in: mapping, pid: pid)
    }

    // MARK: Stacks

    /// The stack of a process's only thread, which runs: it is held for a moment (`fg_sample_running`). `nil` where it may
    /// not be held, or waits by now.
    public func stackOfRunning(_ process: ProcessSnapshot) -> (stack: ThreadStack, interpreter: [UInt8]?)? {
        guard let main = process.main, (try? Self.stat(of: process.pid))?.state == UInt8(ascii: "R") else { return nil }
        var (stack, counter) = (UInt64(0), UInt64(0))
        guard fg_sample_running(main.id, &stack, &counter) == 0 else { return nil }
        var held = main
        held.call = .outside(stack: stack, counter: counter)
        let (stacks, interpreter) = stacks(of: process, threads: [held])
        return stacks[main.id].map { ($0, interpreter) }
    }

    /// The stacks of some threads, and the file of the interpreter where there is one.
    public func stacks(
        of process: ProcessSnapshot, threads: [ThreadSnapshot]
    ) -> (stacks: [Int32: ThreadStack], interpreter: [UInt8]?) {
        var scan = StackScan(memory: ProcessMemory(pid: process.source), mappings: process.mappings)
        var result: [Int32: ThreadStack] = [:]
        for thread in threads {
            guard let place = thread.call?.place else { continue }
            result[thread.id] = ThreadStack(files: scan.files(stack: place.stack, counter: place.counter))
        }
        let interpreter = PythonReader.interpreter(in: process.mappings)?.file
        if let reader = PythonReader(pid: process.source, mappings: process.mappings, images: &images) {
            let ids = Dictionary(process.threads.map { ($0.ownID, $0.id) }, uniquingKeysWith: { first, _ in first })
            for (own, frames) in reader.stacks(of: process.threads.map(\.ownID)) {
                guard let id = ids[own], threads.contains(where: { $0.id == id }) else { continue }
                result[id, default: ThreadStack()].frames = frames
            }
        }
        return (result, interpreter)
    }

    /// Whether the memory of a process can be read at all.
    public func problem(reading process: ProcessSnapshot) -> ProcError? {
        guard let mapping = process.mappings.all.first(where: { $0.isExecutable && $0.isFile }) else { return nil }
        return ProcessMemory(pid: process.source).problem(at: mapping.start)
    }

    /// The installed distribution that a mapped file belongs to.
    public func distribution(of file: [UInt8], in pid: Int32) -> Distribution? {
        packages.owner(of: file, root: Array("/proc/\(pid)/root".utf8))
    }

    /// What is installed beside a mapped file, and where.
    public func neighbours(of file: [UInt8], in pid: Int32) -> [Distribution] {
        packages.neighbours(of: file, root: Array("/proc/\(pid)/root".utf8))
    }
}

extension Inspector {
    /// The value of kernel.yama.ptrace_scope, where the kernel has it.
    public static var ptraceScope: Int? {
        guard let text = try? Proc.read("/proc/sys/kernel/yama/ptrace_scope") else { return nil }
        return ProcText.words(text[...]).first.flatMap(ProcText.number)
    }
}

// MARK: The machine

extension Inspector {
    /// `6.1.0-18-amd64`.
    public static var kernelRelease: String? {
        (try? Proc.read("/proc/sys/kernel/osrelease")).map { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) }
    }

    /// Whether `/proc` lists the children of a process (CONFIG_PROC_CHILDREN).
    public static var listsChildren: Bool { (try? Proc.read("/proc/thread-self/children")) != nil }

    /// Whether `/proc` shows processes of other users.
    public static var seesOthers: Bool { (try? Proc.read("/proc/1/stat")) != nil }

    /// What is installed in a folder of packages.
    public static func distributions(in folder: [UInt8]) -> [Distribution] {
        var index = PackageIndex()
        return index.distributions(in: folder)
    }
}
