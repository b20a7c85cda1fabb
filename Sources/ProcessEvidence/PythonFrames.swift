/// One Python function that is running.
public struct PythonFrame: Equatable, Sendable {
    public var file: [UInt8]
    public var function: [UInt8]
    public var line: Int?

    public init(file: [UInt8], function: [UInt8], line: Int?) {
        self.file = file
        self.function = function
        self.line = line
    }
}

/// Reads the stacks of Python functions of a process: CPython 3.8 to 3.14 with the global lock.
struct PythonReader {
    private let memory: ProcessMemory
    private let runtime: UInt64
    private let layout: PythonLayout
    /// The file that the interpreter's code is in.
    let file: [UInt8]
    var minor: Int { layout.minor }

    private static let maximumThreads = 4096
    private static let maximumFrames = 256

    /// The mapped file that holds an interpreter, by its name: `libpython3.11.so.1.0`, `python3.11`.
    static func interpreter(in mappings: Mappings) -> (file: [UInt8], minor: Int?)? {
        var program: (file: [UInt8], minor: Int?)?
        for file in mappings.codeFiles {
            let name = String(decoding: file[((file.lastIndex(of: 0x2F) ?? -1) + 1)...], as: UTF8.self)
            if name.hasPrefix("libpython3.") { return (file, Self.minor(name.dropFirst(11))) }
            if name.hasPrefix("python3") || name == "python" {
                program = program ?? (file, Self.minor(name.dropFirst(8)))
            }
        }
        return program
    }

    private static func minor(_ text: Substring) -> Int? { Int(text.prefix { $0.isNumber }) }

    /// `nil` where there is no interpreter, one of another version, or one that cannot be read.
    init?(pid: Int32, mappings: Mappings, images: inout ImageCache) {
        guard let (file, named) = Self.interpreter(in: mappings),
            let mapping = mappings.all.first(where: { $0.path == file && $0.isExecutable }),
            let runtime = images.address(of: "_PyRuntime", in: mapping, pid: pid)
        else { return nil }
        let memory = ProcessMemory(pid: pid)
        var layout = memory.bytes(runtime, 8 * PythonLayout.published).flatMap { PythonLayout(published: $0) }
        if layout == nil {
            // `Py_Version` is there from 3.11 on, for interpreters whose file name tells nothing.
            let version = images.address(of: "Py_Version", in: mapping, pid: pid).flatMap { memory.half($0) }
            layout = (version.map { Int($0 >> 16 & 0xFF) } ?? named).flatMap { PythonLayout.known(minor: $0) }
        }
        guard let layout else { return nil }
        self.memory = memory
        self.runtime = runtime
        self.layout = layout
        self.file = file
    }

    /// The stack of each thread, innermost frame first, by thread id.
    ///
    /// - Parameter threads: those that the process has, by their ids in its own pid namespace.
    func stacks(of threads: [Int32]) -> [Int32: [PythonFrame]] {
        var result: [Int32: [PythonFrame]] = [:]
        var states = 0
        var interpreter = memory.word(runtime + layout.interpretersHead) ?? 0
        while interpreter != 0, states < Self.maximumThreads {
            states += 1
            var state = memory.word(interpreter &+ layout.threadsHead) ?? 0
            while state != 0, states < Self.maximumThreads {
                states += 1
                if let id = threadID(state, threads) { result[id] = frames(state) }
                state = memory.word(state &+ layout.threadNext) ?? 0
            }
            interpreter = memory.word(interpreter &+ layout.interpreterNext) ?? 0
        }
        return result
    }

    /// glibc's `struct pthread`, which thread ids of Python point to, has the kernel's id at 0x2D0 (x86-64) or 0xD0.
    private func threadID(_ state: UInt64, _ threads: [Int32]) -> Int32? {
        #if arch(x86_64)
            let offset: UInt64 = 0x2D0
        #else
            let offset: UInt64 = 0xD0
        #endif
        if let thread = memory.word(state &+ layout.threadID), let id = memory.half(thread &+ offset),
            let found = threads.first(where: { UInt32(bitPattern: $0) == id })
        {
            return found
        }
        if let native = layout.nativeThreadID, let id = memory.word(state &+ native),
            let found = threads.first(where: { UInt64(UInt32(bitPattern: $0)) == id })
        {
            return found
        }
        return threads.count == 1 ? threads[0] : nil
    }

    private func frames(_ state: UInt64) -> [PythonFrame] {
        var address = memory.word(state &+ layout.currentFrame) ?? 0
        if let indirect = layout.indirectFrame { address = memory.word(address &+ indirect) ?? 0 }
        var result: [PythonFrame] = []
        for _ in 0..<Self.maximumFrames where address != 0 {
            if let frame = frame(address) { result.append(frame) }
            address = memory.word(address &+ layout.framePrevious) ?? 0
        }
        return result
    }

    /// `nil` for an entry of the interpreter's own, and for what is no frame.
    private func frame(_ address: UInt64) -> PythonFrame? {
        if let owner = layout.frameOwner, let kind = memory.bytes(address &+ owner, 1)?.first, kind >= 3 { return nil }
        // From 3.14 on the lowest bits of the reference are marks (pycore_stackref.h).
        guard let code = memory.word(address &+ layout.frameCode).map({ $0 & ~7 }), isCode(code),
            let file = memory.word(code &+ layout.codeFile).flatMap(string),
            let name = memory.word(code &+ layout.codeName).flatMap(string)
        else { return nil }
        return PythonFrame(file: file, function: name, line: line(address, code))
    }

    private func isCode(_ object: UInt64) -> Bool {
        guard let type = memory.word(object &+ PythonLayout.objectType),
            let name = memory.word(type &+ PythonLayout.typeName)
        else { return false }
        return memory.bytes(name, 5)?.elementsEqual("code\0".utf8) ?? false
    }

    private func line(_ frame: UInt64, _ code: UInt64) -> Int? {
        guard let first = memory.half(code &+ layout.codeFirstLine),
            let table = memory.word(code &+ layout.codeLines).flatMap(contents)
        else { return nil }
        let offset: Int
        if let instructions = layout.codeInstructions {
            guard let at = memory.word(frame &+ layout.frameInstruction), at >= code &+ instructions else { return nil }
            offset = Int(truncatingIfNeeded: min(at - code - instructions, 1 << 30))
        } else {
            guard let at = memory.half(frame &+ layout.frameInstruction) else { return nil }
            // 3.10 counts instructions of two bytes.
            offset = Int(Int32(bitPattern: at)) * (layout.minor == 10 ? 2 : 1)
        }
        return PythonLines.line(table, first: Int(first), offset: offset, minor: layout.minor)
    }

    /// The bytes of a `bytes`.
    private func contents(_ object: UInt64) -> [UInt8]? {
        guard let size = memory.word(object &+ PythonLayout.varSize), size <= 1 << 18 else { return nil }
        return size == 0 ? [] : memory.bytes(object &+ PythonLayout.bytesData, Int(size))
    }

    /// A `str` in UTF-8.
    private func string(_ object: UInt64) -> [UInt8]? {
        guard let length = memory.word(object &+ PythonLayout.stringLength), length <= 1 << 14,
            let state = memory.half(object &+ PythonLayout.stringState)
        else { return nil }
        guard let (width, isASCII) = Self.form(state), length > 0 else { return length == 0 ? [] : nil }
        let start = object &+ (isASCII ? layout.asciiData : layout.wideData)
        guard let bytes = memory.bytes(start, Int(length) * width) else { return nil }
        if isASCII { return bytes }
        let scalars = stride(from: 0, to: bytes.count, by: width).map { at in
            Unicode.Scalar(UInt32(truncatingIfNeeded: ProcessMemory.number(bytes, at, width))) ?? "\u{FFFD}"
        }
        return Array(String(String.UnicodeScalarView(scalars)).utf8)
    }

    /// How a string's characters lie; `nil` where they lie elsewhere than behind its head.
    ///
    /// Two bits of interning, three of width, compact, ascii; of 3.14 both that form and one with sixteen bits of
    /// interning are known. A width is never zero, so that the two cannot be mistaken.
    static func form(_ state: UInt32) -> (width: Int, isASCII: Bool)? {
        for shift in [2, 16] as [UInt32] {
            let bits = state >> shift
            let width = Int(bits & 7)
            if bits >> 3 & 1 == 1, [1, 2, 4].contains(width) { return (width, bits >> 4 & 1 == 1) }
        }
        return nil
    }
}

/// Addresses of symbols in mapped files, each file read once.
struct ImageCache {
    private struct Key: Hashable {
        var path: [UInt8]
        var symbol: String
    }
    /// Symbol -> its address less that of the mapping's start; `nil`: it is not there.
    private var offsets: [Key: UInt64?] = [:]

    init() {}

    mutating func address(of symbol: String, in mapping: Mapping, pid: Int32) -> UInt64? {
        let key = Key(path: mapping.path, symbol: symbol)
        if offsets[key] == nil { offsets[key] = .some(Self.offset(of: symbol, in: mapping, pid: pid)) }
        return (offsets[key] ?? nil).map { mapping.start &+ $0 }
    }

    private static func offset(of symbol: String, in mapping: Mapping, pid: Int32) -> UInt64? {
        // The file as the process sees it: a container has a root of its own.
        let candidates = [Array("/proc/\(pid)/root".utf8) + mapping.path, mapping.path]
        for path in candidates {
            guard let bytes = try? Proc.read(path, limit: 1 << 28), let image = ElfImage(bytes) else { continue }
            guard let value = image.symbol(symbol), let start = image.address(ofOffset: mapping.offset) else {
                return nil
            }
            return value &- start
        }
        return nil
    }
}
