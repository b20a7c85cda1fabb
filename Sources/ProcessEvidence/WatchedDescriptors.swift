/// What a thread that waits for events of descriptors waits for.
extension Inspector {
    /// Most descriptors that are looked at: a server with more of them waits for others.
    private static let most = 64

    /// True where a thread waits for events of descriptors that nobody outside makes ready: event counters, and pipes
    /// both ends of which the process has. A fork gave them to the parent, too, whose threads signal them for themselves.
    public static func waitsForItself(_ thread: ThreadSnapshot, of pid: Int32) -> Bool {
        guard thread.wait.isForEvents, case .inside(let number, let arguments, _, _)? = thread.call else {
            return false
        }
        return waitsForItself(number, arguments, of: pid)
    }

    /// The same from a call alone, for cheap looks.
    public static func waitsForItself(_ call: SystemCall?, of pid: Int32) -> Bool {
        guard case .inside(let number, let arguments, _, _)? = call,
            Wait(state: UInt8(ascii: "S"), call: call, mappings: nil, target: { _ in [] }).isForEvents
        else { return false }
        return waitsForItself(number, arguments, of: pid)
    }

    private static func waitsForItself(_ number: Int, _ arguments: [UInt64], of pid: Int32) -> Bool {
        let watched: [Int32]
        switch CallTable.names[number] {
        case "epoll_wait", "epoll_pwait", "epoll_pwait2":
            let descriptor = Int32(truncatingIfNeeded: arguments[0])
            watched = epollTargets((try? Proc.read("/proc/\(pid)/fdinfo/\(descriptor)")) ?? [])
        case "poll", "ppoll":
            guard arguments[1] <= UInt64(most) else { return false }
            let bytes = ProcessMemory(pid: pid).bytes(arguments[0], Int(arguments[1]) * 8) ?? []
            watched = stride(from: 0, to: bytes.count - 7, by: 8).map {
                Int32(truncatingIfNeeded: ProcessMemory.number(bytes, $0, 4))
            }
        default: return false
        }
        guard !watched.isEmpty, watched.count <= most else { return false }
        let own = (try? Proc.numbers("/proc/\(pid)/fd")) ?? []
        func target(_ descriptor: Int32) -> [UInt8] { (try? Proc.link("/proc/\(pid)/fd/\(descriptor)")) ?? [] }
        return watched.allSatisfy { descriptor in
            let name = target(descriptor)
            if name.elementsEqual("anon_inode:[eventfd]".utf8) { return true }
            return name.starts(with: "pipe:".utf8) && own.contains { $0 != descriptor && target($0) == name }
        }
    }

    /// The descriptors of an epoll set, from its `/proc/PID/fdinfo` (proc(5)): lines of `tfd: 4 events: 19 ...`.
    static func epollTargets(_ text: [UInt8]) -> [Int32] {
        text.split(separator: 0x0A).compactMap { line in
            let words = ProcText.words(line)
            guard words.count > 1, words[0].elementsEqual("tfd:".utf8) else { return nil }
            return ProcText.number(words[1]).flatMap { Int32(exactly: $0) }
        }
    }
}
