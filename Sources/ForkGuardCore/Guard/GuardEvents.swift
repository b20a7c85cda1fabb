import CSystem

/// What the guards in a command's processes told: one JSON object a line, of which `event` is the kind.
public struct GuardEvents {
    /// Processes that the guard was in.
    public private(set) var guarded = 0
    /// Libraries whose use after a fork was refused in a child, with how often.
    public private(set) var raised: [(library: String, count: Int)] = []

    init() {}

    init(lines: [UInt8]) {
        for line in lines.split(separator: UInt8(ascii: "\n")) {
            // A line that a dying process left unfinished is none.
            guard let value = JSONValue.parse(Array(line)), case .string(let event)? = value["event"]?.content else {
                continue
            }
            switch event {
            case "installed": guarded += 1
            case "raised":
                guard case .string(let library)? = value["library"]?.content else { continue }
                if let index = raised.firstIndex(where: { $0.library == library }) {
                    raised[index].count += 1
                } else {
                    raised.append((library, 1))
                }
            default: break
            }
        }
    }

    /// A sentence for the end of a command that ended well although a child of it did not.
    public var afterSuccess: String? {
        guard !raised.isEmpty else { return nil }
        let uses = raised.map { "\($0.library) (\($0.count == 1 ? "once" : "\($0.count) times"))" }
        return "the command ended with status 0, but forked children of it used what their parent had touched: "
            + uses.joined(separator: ", ") + "; each such use raised ForkUnsafeError instead of hanging or failing"
    }
}

/// The file that events of a command's processes are appended to.
final class EventLog {
    /// `nil` where no file can be made: the command then runs without telling.
    let path: [UInt8]?
    private let isOwn: Bool
    private let start: Int

    /// - Parameter given: a file that somebody else reads, too. It is kept, and only what is added to it counts.
    init(_ given: [UInt8]?) {
        if let given, !given.isEmpty {
            path = given
            isOwn = false
            start = Self.read(given).count
            return
        }
        let folder = ProcessEnvironment.inherited["TMPDIR"] ?? "/tmp"
        var template =
            (PathCoding.bytes(of: folder) + Array("/forkguard-XXXXXX".utf8)).map { CChar(bitPattern: $0) } + [0]
        path = fg_temporary_file(&template) == 0 ? template.dropLast().map { UInt8(bitPattern: $0) } : nil
        isOwn = true
        start = 0
    }

    func events() -> GuardEvents {
        guard let path else { return GuardEvents() }
        return GuardEvents(lines: Array(Self.read(path).dropFirst(start)))
    }

    func remove() {
        guard isOwn, let path else { return }
        (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { fg_remove_file($0.baseAddress!) }
    }

    private static func read(_ path: [UInt8]) -> [UInt8] { (try? FileSystem.read(path, limit: 1 << 28)) ?? [] }
}
