/// The texts of `/proc/PID` (proc(5)), read from bytes that may be cut off, strange or hostile: a field that is not
/// there is `nil`, never a trap.
public enum ProcText {
    /// A decimal number, `nil` for anything else or one that does not fit.
    static func number(_ text: ArraySlice<UInt8>) -> Int? {
        guard !text.isEmpty else { return nil }
        var value = 0
        for byte in text {
            guard case 0x30...0x39 = byte else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(byte) - 0x30)
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }

    /// A hexadecimal number, with or without `0x`, of at most 64 bits.
    static func hexadecimal(_ text: ArraySlice<UInt8>) -> UInt64? {
        var digits = text
        if digits.starts(with: [0x30, 0x78]) { digits = digits.dropFirst(2) }
        guard !digits.isEmpty, digits.count <= 16 else { return nil }
        var value: UInt64 = 0
        for byte in digits {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
            case 0x61...0x66: value = value << 4 | UInt64(byte - 0x57)
            case 0x41...0x46: value = value << 4 | UInt64(byte - 0x37)
            default: return nil
            }
        }
        return value
    }

    static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        text.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    }
}

/// `/proc/PID/stat` or `/proc/PID/task/TID/stat`.
public struct ProcStat: Equatable, Sendable {
    public var id: Int32
    /// The kernel's 15-byte name.
    public var name: [UInt8]
    /// `R`, `S`, `D`, `T`, `t`, `Z`, `X`, `I`.
    public var state: UInt8
    public var parent: Int32
    /// PF_* bits.
    public var flags: UInt64
    /// Clock ticks of 1/100 s that it ran, in user and in kernel mode.
    public var ticks: Int
    /// Clock ticks of 1/100 s after the system's start.
    public var start: Int

    /// Forked, and no other program executed since: PF_FORKNOEXEC of the kernel's sched.h.
    public var isForkedWithoutExec: Bool { flags & 0x40 != 0 }
    /// PF_KTHREAD: a thread of the kernel, without memory of its own.
    public var isKernelThread: Bool { flags & 0x0020_0000 != 0 }
    /// PF_EXITING.
    public var isEnding: Bool { flags & 0x4 != 0 || state == UInt8(ascii: "Z") || state == UInt8(ascii: "X") }

    /// The name may hold anything, parentheses and line ends included: the last one closes it.
    public init?(_ text: [UInt8]) {
        guard let open = text.firstIndex(of: UInt8(ascii: "(")), let close = text.lastIndex(of: UInt8(ascii: ")")),
            open < close, let id = ProcText.words(text[..<open]).first.flatMap(ProcText.number)
        else { return nil }
        let fields = ProcText.words(text[(close + 1)...])
        // Fields are numbered from 1 in proc(5); the state is field 3.
        func number(_ field: Int) -> Int? { fields.count > field - 3 ? ProcText.number(fields[field - 3]) : nil }
        guard let state = fields.first?.first, let parent = number(4), let flags = number(9), let start = number(22),
            let user = number(14), let system = number(15)
        else { return nil }
        self.id = Int32(clamping: id)
        self.name = Array(text[(open + 1)..<close])
        self.state = state
        self.parent = Int32(clamping: parent)
        self.flags = UInt64(flags)
        let (sum, overflow) = user.addingReportingOverflow(system)
        self.ticks = overflow ? .max : sum
        self.start = start
    }
}

/// `/proc/PID/status` or that of a thread.
public struct ProcStatus: Equatable, Sendable {
    /// The process that a thread belongs to.
    public var group: Int32?
    /// Real user.
    public var user: Int?
    /// The process that traces this one; 0 for none.
    public var tracer: Int = 0
    /// The ids in each pid namespace, the reader's first.
    public var namespaceIDs: [Int32] = []
    /// Signals that have a handler: bit n - 1 for signal n.
    public var caught: UInt64?
    public var voluntarySwitches: Int?
    public var involuntarySwitches: Int?

    public init(_ text: [UInt8]) {
        for line in text.split(separator: 0x0A) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let words = ProcText.words(line[(colon + 1)...])
            switch String(decoding: line[..<colon], as: UTF8.self) {
            case "Tgid": group = words.first.flatMap(ProcText.number).map { Int32(clamping: $0) }
            case "Uid": user = words.first.flatMap(ProcText.number)
            case "TracerPid": tracer = words.first.flatMap(ProcText.number) ?? 0
            case "NSpid": namespaceIDs = words.compactMap { ProcText.number($0).map { Int32(clamping: $0) } }
            case "SigCgt": caught = words.first.flatMap(ProcText.hexadecimal)
            case "voluntary_ctxt_switches": voluntarySwitches = words.first.flatMap(ProcText.number)
            case "nonvoluntary_ctxt_switches": involuntarySwitches = words.first.flatMap(ProcText.number)
            default: break
            }
        }
    }

    /// Handlers of the program's: glibc keeps signals 32 and 33 for itself.
    public var hasHandlers: Bool? { caught.map { $0 & ~(3 << 31) != 0 } }
}

/// `/proc/PID/task/TID/syscall`: where a thread that does not run is.
public enum SystemCall: Equatable, Sendable {
    case running
    /// Stopped outside of a call.
    case outside(stack: UInt64, counter: UInt64)
    case inside(number: Int, arguments: [UInt64], stack: UInt64, counter: UInt64)

    public init?(_ text: [UInt8]) {
        let words = ProcText.words(text[...])
        guard let first = words.first else { return nil }
        if first.elementsEqual("running".utf8) {
            self = .running
            return
        }
        let values = words.dropFirst().compactMap(ProcText.hexadecimal)
        guard values.count == words.count - 1 else { return nil }
        if first.elementsEqual("-1".utf8), values.count == 2 {
            self = .outside(stack: values[0], counter: values[1])
        } else if let number = ProcText.number(first), values.count == 8 {
            self = .inside(number: number, arguments: Array(values[..<6]), stack: values[6], counter: values[7])
        } else {
            return nil
        }
    }

    /// futex(2): a wait on a word of memory, or a wake.
    public var isFutex: Bool {
        if case .inside(let number, _, _, _) = self { return CallTable.names[number] == "futex" }
        return false
    }

    /// The stack pointer and the program counter.
    public var place: (stack: UInt64, counter: UInt64)? {
        switch self {
        case .running: nil
        case .outside(let stack, let counter), .inside(_, _, let stack, let counter): (stack, counter)
        }
    }
}
