import ProcessEvidence

/// Where a forked process comes from: its parent, and the parent's threads that the fork left behind.
struct Origin {
    struct LostThread {
        /// Empty where only the child's memory tells of it.
        var name: String
        var stack: ThreadStack
        /// Files of libraries that it belongs to: of a native thread all on its stack, of one that runs Python the one
        /// that it has called. Empty for Python code, for the program's own, and where nothing could be read.
        var libraries: [[UInt8]]
        /// The program's own code runs, and no interpreter does.
        var isOfProgram: Bool
        var runsPython: Bool
        var owner: [UInt8]? { libraries.first }
    }

    var parent: Diagnosis.Parent
    var lost: [LostThread] = []
    /// `lost` is what the child's memory keeps of the threads of an ancestor: the parent is gone, or has no threads.
    var isRemembered = false
    /// Ids, in the namespace of their process, of all threads of the parent.
    var parentIDs: Set<Int32> = []

    init(of child: ProcessSnapshot, inspector: Inspector) {
        self.init(parentOf: child, inspector: inspector)
        guard lost.isEmpty else { return }
        let (_, interpreter) = inspector.stacks(of: child, threads: [])
        lost = inspector.leftThreads(of: child).map { left in
            let isPython = !left.file.isEmpty && left.file == interpreter
            let isLibrary = !left.file.isEmpty && !isPython && left.file != child.program
            return LostThread(
                name: "", stack: ThreadStack(), libraries: isLibrary ? [left.file] : [],
                isOfProgram: !isPython && left.file == child.program, runsPython: isPython)
        }
        isRemembered = !lost.isEmpty
    }

    /// The parent is the one that forked exactly where its image is still the child's: a stack lies at a random place
    /// that exec chooses anew.
    private init(parentOf child: ProcessSnapshot, inspector: Inspector) {
        let pid = child.stat.parent
        guard pid > 0, let snapshot = try? inspector.snapshot(of: pid) else {
            parent = .init(pid: pid, command: "", isForker: false)
            return
        }
        let stack = Self.stackEnd(child)
        let isForker =
            snapshot.stat.start <= child.stat.start && stack != nil && stack == Self.stackEnd(snapshot)
            && snapshot.program == child.program
        parent = .init(pid: pid, command: snapshot.command, isForker: isForker)
        guard isForker else { return }
        parentIDs = Set(snapshot.threads.map(\.ownID))
        let forker = Self.forker(in: snapshot, of: child)
        let left = snapshot.threads.filter { $0.id != forker && $0.start <= child.stat.start }
        let (stacks, interpreter) = inspector.stacks(of: snapshot, threads: left)
        lost = left.map { thread in
            let stack = stacks[thread.id] ?? ThreadStack()
            let runsPython = interpreter.map(stack.files.contains) ?? false
            let files = stack.libraries(before: interpreter)
            let libraries = files.filter { $0 != snapshot.program }
            return LostThread(
                name: String(decoding: thread.name, as: UTF8.self), stack: stack,
                libraries: runsPython ? Array(files.prefix(1)) : libraries,
                isOfProgram: !runsPython && files.contains(snapshot.program), runsPython: runsPython)
        }
    }

    /// The thread that forked: the child's stack is a copy of its own.
    private static func forker(in parent: ProcessSnapshot, of child: ProcessSnapshot) -> Int32 {
        guard let place = child.main?.call?.place, let region = parent.mappings.at(place.stack) else {
            return parent.pid
        }
        let found = parent.threads.first { thread in
            guard let stack = thread.call?.place?.stack else { return false }
            return region.start <= stack && stack < region.end
        }
        return found?.id ?? parent.pid
    }

    private static func stackEnd(_ process: ProcessSnapshot) -> UInt64? {
        process.mappings.all.first { $0.name.elementsEqual("[stack]".utf8) }?.end
    }
}

extension ProcessSnapshot {
    /// The command line for people, cut where it is long.
    var command: String {
        let words = arguments.isEmpty ? [stat.name] : arguments
        let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        return text.count > 200 ? text.prefix(197) + "..." : text
    }
}
