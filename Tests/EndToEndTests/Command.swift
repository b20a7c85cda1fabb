import Glibc

/// The real `forkguard`, run as a user runs it, in a process group of its own and under a watchdog.
struct Command {
    struct Outcome {
        /// Exit status; 128 and the signal's number where one ended it.
        var status: Int32
        var output: String
        var errors: String
        var isTimedOut: Bool
    }

    /// Beside the test bundle, in the folder of the build.
    static let path: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let own = String(decoding: buffer[..<max(count, 0)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let fromBundle = own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/forkguard"
        return access(fromBundle, X_OK) == 0 ? fromBundle : fromArguments() ?? fromBundle
    }()

    /// `swift test` may run the bundle through a helper of the toolchain; then an argument names the bundle.
    private static func fromArguments() -> String? {
        for argument in CommandLine.arguments where argument.contains(".xctest") {
            let folder = argument.split(separator: "/").prefix { !$0.hasSuffix(".xctest") }
            let path = folder.map { "/" + $0 }.joined() + "/forkguard"
            if access(path, X_OK) == 0 { return path }
        }
        return nil
    }

    /// Runs the command in `folder`. Nothing of this process's environment is passed on but what is given.
    static func run(
        _ arguments: [String], in folder: Folder, input: [UInt8] = [], environment: [String] = [],
        seconds: Double = 60, program: String? = nil
    ) -> Outcome {
        let files = ["in", "out", "err"].map { "\(folder.hidden)/\($0)" }
        Folder.write(files[0], input)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Threads of the test runner keep signals to themselves; the command starts as from a shell.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

        let path = program ?? Self.path
        var pid: pid_t = 0
        // `env` changes the folder: posix_spawn itself can do so only with an extension that Swift does not import.
        let words = ["env", "-C", folder.path, path] + arguments
        let failure = withVector(words) { argv in
            withVector(environment) { envp in posix_spawn(&pid, "/usr/bin/env", &actions, &attributes, argv, envp) }
        }
        guard failure == 0 else { return Outcome(status: -failure, output: "", errors: path, isTimedOut: false) }
        let (status, isTimedOut) = wait(for: pid, seconds: seconds)
        return Outcome(
            status: status, output: Folder.read(files[1]), errors: Folder.read(files[2]), isTimedOut: isTimedOut)
    }

    /// Runs the command as a user that may read little. Only root needs to change for that.
    static func runAsNobody(_ arguments: [String], in folder: Folder) -> Outcome {
        if getuid() != 0 { return run(arguments, in: folder) }
        // The folder of the build may itself be closed to others.
        let copy = folder.hidden + "/forkguard"
        _ = run([path, copy], in: folder, program: "/bin/cp")
        chmod(folder.hidden, 0o755)
        chmod(copy, 0o755)
        let change = ["--reuid=65534", "--regid=65534", "--clear-groups", copy]
        return run(change + arguments, in: folder, program: "/usr/bin/setpriv")
    }

    private static func wait(for pid: pid_t, seconds: Double) -> (Int32, Bool) {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var status: Int32 = 0
        var isTimedOut = false
        while waitpid(pid, &status, WNOHANG) == 0 {
            if clock.now > end {
                kill(-pid, SIGKILL)
                isTimedOut = true
                waitpid(pid, &status, 0)
                break
            }
            usleep(2000)
        }
        let signal = status & 0x7F
        return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, isTimedOut)
    }

    private static func withVector<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var vector: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
        vector.append(nil)
        defer { vector.forEach { free($0) } }
        return vector.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}

/// A folder of programs for one test, removed at its end.
final class Folder {
    let path: String
    /// For the helper's own files, outside of what is scanned.
    let hidden: String

    init(_ files: [String: String] = [:]) {
        var template = Array("/tmp/forkguard-e2e-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "a temporary folder")
        hidden = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        path = hidden + "/project"
        mkdir(path, 0o755)
        for (name, text) in files { write(name, text) }
    }

    func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

    func write(_ name: String, _ bytes: [UInt8]) {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        Self.write(path + "/" + name, bytes)
    }

    static func write(_ path: String, _ bytes: [UInt8]) {
        guard let file = fopen(path, "w") else { preconditionFailure("a file for writing: \(path)") }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    static func read(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

    static func bytes(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
        }
    }

    func run(
        _ arguments: String..., input: String = "", environment: [String] = [], seconds: Double = 60
    ) -> Command.Outcome {
        Command.run(arguments, in: self, input: Array(input.utf8), environment: environment, seconds: seconds)
    }

    deinit {
        // Unreadable folders of a test must not outlive it.
        _ = Command.run(["-R", "u+rwX", hidden], in: Folder.Outside.shared, program: "/bin/chmod")
        _ = Command.run(["-rf", hidden], in: Folder.Outside.shared, program: "/bin/rm")
    }

    /// Where the removal itself runs.
    private enum Outside {
        nonisolated(unsafe) static let shared = Folder()
    }
}

/// The programs that the tests scan.
enum Programs {
    /// delta-rs issue 2744.
    static let hang = """
        from multiprocessing import Process
        from deltalake import DeltaTable


        def load():
            return DeltaTable("/tmp/table").version()


        if __name__ == "__main__":
            load()
            child = Process(target=load)
            child.start()
            child.join()

        """

    /// `hang` with its first text replaced by the second.
    static func hang(_ old: String, _ new: String) -> String {
        var result = ""
        var rest = hang[...]
        while let first = rest.first {
            if rest.hasPrefix(old) {
                result += new
                rest = rest.dropFirst(old.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        precondition(result != hang, "the program has no \(old)")
        return result
    }
}
