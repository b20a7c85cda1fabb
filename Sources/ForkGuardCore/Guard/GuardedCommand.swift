import CSystem
import Glibc

/// A command that runs with the guard in every Python that it starts.
///
/// The guard comes in through the environment: a folder in front of PYTHONPATH holds a `sitecustomize` that
/// installs it. Nothing is preloaded, and the program's files are as they were.
public struct GuardedCommand {
    /// The command and its arguments, coded by `PathCoding`.
    public var arguments: [String]
    /// `fail-fast`, `refuse`, `warn`, `report` or `off`; `nil`: what the environment says.
    public var policy: String?
    /// Where the policy `report` writes its lines.
    public var report: String?
    /// What is done about children that a fork broke; `nil`: nobody looks.
    public var hangs: (policy: HangPolicy, catalog: @Sendable () -> Catalog)?

    public init(arguments: [String], policy: String?, report: String?) {
        self.arguments = arguments
        self.policy = policy
        self.report = report
    }

    /// How the command ended.
    public struct End {
        let status: Int32
        /// What its processes told of forks and touches.
        public let events: GuardEvents
        public var isSuccess: Bool { status == 0 }

        /// Ends this process as the command ended: by the same exit status, or by the same signal.
        public func end() -> Never { fg_end_as(status) }
    }

    /// Why the command did not run.
    public struct LaunchError: Error, CustomStringConvertible {
        let command: String
        let reason: FileError
        public let isMissing: Bool

        public var description: String {
            isMissing ? "\(command): there is no such command" : "\(command): \(reason)"
        }
    }

    /// Runs the command to its end. Signals reach it as if this process were not there.
    public func run(home: GuardHome) -> Result<End, LaunchError> {
        let log = EventLog(ProcessEnvironment.inherited["FORKGUARD_EVENTS"].map { PathCoding.bytes(of: $0) })
        defer { log.remove() }
        return launch(environment(home: home, events: log.path)).map { End(status: $0, events: log.events()) }
    }

    /// Runs it as it is.
    public func runUnguarded() -> Result<End, LaunchError> {
        launch(ProcessEnvironment.inherited).map { End(status: $0, events: GuardEvents()) }
    }

    /// The wait status.
    private func launch(_ environment: ProcessEnvironment) -> Result<Int32, LaunchError> {
        let argv = CStrings(arguments.map { PathCoding.bytes(of: $0) })
        let envp = CStrings(environment.entries)
        var child: pid_t = 0
        let failure = fg_launch(argv.pointers, envp.pointers, &child)
        guard failure == 0 else {
            return .failure(.init(command: arguments[0], reason: .system(failure), isMissing: failure == ENOENT))
        }
        let watch = hangs.map { HangWatch(root: child, policy: $0.policy, catalog: $0.catalog) }
        let isWatching = watch?.start() ?? false
        defer { if isWatching { watch?.stop() } }
        var status: Int32 = 0
        let lost = fg_wait(child, &status)
        return lost == 0
            ? .success(status) : .failure(.init(command: arguments[0], reason: .system(lost), isMissing: false))
    }

    func environment(
        home: GuardHome, events: [UInt8]?, from inherited: ProcessEnvironment = .inherited
    ) -> ProcessEnvironment {
        var result = inherited
        let bootstrap = home.bootstrap
        let former = result["PYTHONPATH"].map { PathCoding.bytes(of: $0) } ?? []
        let first = former.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false).first
        if first.map(Array.init) != bootstrap {
            result.set("PYTHONPATH", former.isEmpty ? bootstrap : bootstrap + [UInt8(ascii: ":")] + former)
        }
        result.set("FORKGUARD_HOME", home.folder)
        if let policy { result.set("FORKGUARD_POLICY", Array(policy.utf8)) }
        if let report { result.set("FORKGUARD_REPORT", FileSystem.absolute(PathCoding.bytes(of: report))) }
        if let events { result.set("FORKGUARD_EVENTS", events) }
        return result
    }
}

/// A process's environment, in its order and with every byte kept.
struct ProcessEnvironment {
    /// `NAME=value`.
    private(set) var entries: [[UInt8]]

    static var inherited: ProcessEnvironment {
        var entries: [[UInt8]] = []
        var next = environ
        while let entry = next.pointee {
            entries.append(Array(UnsafeRawBufferPointer(start: entry, count: strlen(entry))))
            next += 1
        }
        return ProcessEnvironment(entries: entries)
    }

    subscript(name: String) -> String? {
        let start = Array(name.utf8) + [UInt8(ascii: "=")]
        return entries.last { $0.starts(with: start) }.map { PathCoding.text(of: $0.dropFirst(start.count)) }
    }

    mutating func set(_ name: String, _ value: [UInt8]) {
        let start = Array(name.utf8) + [UInt8(ascii: "=")]
        entries.removeAll { $0.starts(with: start) }
        entries.append(start + value)
    }
}

/// Strings for C, ended by a null pointer.
final class CStrings {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ strings: [[UInt8]]) {
        count = strings.count
        pointers = .allocate(capacity: count + 1)
        for (index, string) in strings.enumerated() {
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: string.count + 1)
            for (position, byte) in string.enumerated() { copy[position] = CChar(bitPattern: byte) }
            copy[string.count] = 0
            pointers[index] = copy
        }
        pointers[count] = nil
    }

    deinit {
        for index in 0..<count { pointers[index]?.deallocate() }
        pointers.deallocate()
    }
}
