/// Where CPython keeps what a stack of Python frames needs: offsets in bytes within its structures.
///
/// From the headers of each release (Include/internal/pycore_runtime.h, pycore_interp.h, pycore_frame.h,
/// cpython/code.h); within a minor version they do not change. 3.13 and 3.14 publish them themselves.
struct PythonLayout: Equatable, Sendable {
    /// The 3.x of it.
    var minor: Int
    var interpretersHead: UInt64
    var interpreterNext: UInt64 = 0
    var threadsHead: UInt64
    var threadNext: UInt64 = 8
    var threadID: UInt64
    /// `nil` before 3.11.
    var nativeThreadID: UInt64?
    /// In a thread's state: a frame, or (3.11, 3.12) what points to it.
    var currentFrame: UInt64
    /// 3.11 and 3.12: where the frame's pointer is in what `currentFrame` leads to.
    var indirectFrame: UInt64?
    var framePrevious: UInt64
    var frameCode: UInt64
    /// Bytes into the code, or (from 3.11) a pointer to the instruction.
    var frameInstruction: UInt64
    /// 3.11 and later: who owns the frame; from 3 on it is the interpreter itself, or the C stack.
    var frameOwner: UInt64?
    var codeFile: UInt64
    var codeName: UInt64
    var codeFirstLine: UInt64
    var codeLines: UInt64
    /// 3.11 and later: where the instructions begin.
    var codeInstructions: UInt64?
    /// Characters of a string: where they begin, for ASCII and for wider ones.
    var asciiData: UInt64
    var wideData: UInt64

    // PyObject_VAR_HEAD, PyBytesObject, PyASCIIObject and PyTypeObject have stayed the same since 3.8.
    static let objectType: UInt64 = 8
    static let varSize: UInt64 = 16
    static let bytesData: UInt64 = 32
    static let stringLength: UInt64 = 16
    static let stringState: UInt64 = 32
    static let typeName: UInt64 = 24

    /// 3.8 to 3.12.
    static func known(minor: Int) -> PythonLayout? {
        switch minor {
        case 8, 9, 10:
            PythonLayout(
                minor: minor, interpretersHead: 32, threadsHead: 8, threadID: 176, currentFrame: 24,
                framePrevious: 24, frameCode: 32, frameInstruction: minor == 10 ? 96 : 104, codeFile: 104,
                codeName: 112, codeFirstLine: 40, codeLines: 120, asciiData: 48, wideData: 72)
        case 11:
            PythonLayout(
                minor: 11, interpretersHead: 40, threadsHead: 16, threadID: 152, nativeThreadID: 160,
                currentFrame: 56, indirectFrame: 8, framePrevious: 48, frameCode: 32, frameInstruction: 56,
                frameOwner: 69, codeFile: 112, codeName: 120, codeFirstLine: 72, codeLines: 136,
                codeInstructions: 184, asciiData: 48, wideData: 72)
        case 12:
            PythonLayout(
                minor: 12, interpretersHead: 40, threadsHead: 72, threadID: 136, nativeThreadID: 144,
                currentFrame: 56, indirectFrame: 0, framePrevious: 8, frameCode: 0, frameInstruction: 56,
                frameOwner: 70, codeFile: 112, codeName: 120, codeFirstLine: 68, codeLines: 136,
                codeInstructions: 192, asciiData: 40, wideData: 56)
        default: nil
        }
    }

    /// Words of `_Py_DebugOffsets` that are read, the cookie included.
    static let published = 73

    /// Where the parts that are needed stand in `_Py_DebugOffsets`, in words: the table of each minor version is laid out
    /// otherwise (3.13: pycore_runtime.h; 3.14: pycore_debug_offsets.h). Each part begins with its structure's size.
    private struct Published {
        var interpreter: Int
        var threadsHead = 3
        var thread: Int
        var frame: Int
        var code: Int
        var codeInstructions = 9

        static let of: [UInt64: Published] = [
            13: Published(interpreter: 6, thread: 19, frame: 28, code: 34),
            14: Published(interpreter: 6, thread: 22, frame: 31, code: 39),
        ]
    }

    /// 3.13 and 3.14: the offsets that the interpreter publishes at the start of `_PyRuntime`.
    ///
    /// - Parameter bytes: the first `published` words. `nil` for other versions, for builds without the global lock,
    ///   and for offsets that no interpreter can have.
    init?(published bytes: [UInt8]) {
        guard bytes.count >= 8 * Self.published, bytes.starts(with: Array("xdebugpy".utf8)) else { return nil }
        func field(_ index: Int) -> UInt64 { ProcessMemory.word(bytes, 8 * index) }
        // PY_VERSION_HEX; the second word says whether it is the build without the global lock.
        guard field(1) >> 24 == 3, field(2) == 0, let place = Published.of[field(1) >> 16 & 0xFF] else { return nil }
        minor = Int(field(1) >> 16 & 0xFF)
        interpretersHead = field(5)
        interpreterNext = field(place.interpreter + 2)
        threadsHead = field(place.interpreter + place.threadsHead)
        threadNext = field(place.thread + 2)
        currentFrame = field(place.thread + 4)
        threadID = field(place.thread + 5)
        nativeThreadID = field(place.thread + 6)
        framePrevious = field(place.frame + 1)
        frameCode = field(place.frame + 2)
        frameInstruction = field(place.frame + 3)
        frameOwner = field(place.frame + 5)
        codeFile = field(place.code + 1)
        codeName = field(place.code + 2)
        codeLines = field(place.code + 4)
        codeFirstLine = field(place.code + 5)
        codeInstructions = field(place.code + place.codeInstructions)
        asciiData = 40
        wideData = 56
        // A field lies within its structure; a table of another shape than thought fails here.
        let parts: [(size: Int, fields: [UInt64])] = [
            (3, [interpretersHead]), (place.interpreter, [interpreterNext, threadsHead]),
            (place.thread, [threadNext, currentFrame, threadID]),
            (place.frame, [framePrevious, frameCode, frameInstruction]),
            (place.code, [codeFile, codeName, codeLines, codeFirstLine]),
        ]
        for part in parts {
            let size = field(part.size)
            guard size < 1 << 24, part.fields.allSatisfy({ $0 < size }) else { return nil }
        }
    }
}

extension PythonLayout {
    init(
        minor: Int, interpretersHead: UInt64, threadsHead: UInt64, threadID: UInt64, nativeThreadID: UInt64? = nil,
        currentFrame: UInt64, indirectFrame: UInt64? = nil, framePrevious: UInt64, frameCode: UInt64,
        frameInstruction: UInt64, frameOwner: UInt64? = nil, codeFile: UInt64, codeName: UInt64,
        codeFirstLine: UInt64, codeLines: UInt64, codeInstructions: UInt64? = nil, asciiData: UInt64, wideData: UInt64
    ) {
        self.minor = minor
        self.interpretersHead = interpretersHead
        self.threadsHead = threadsHead
        self.threadID = threadID
        self.nativeThreadID = nativeThreadID
        self.currentFrame = currentFrame
        self.indirectFrame = indirectFrame
        self.framePrevious = framePrevious
        self.frameCode = frameCode
        self.frameInstruction = frameInstruction
        self.frameOwner = frameOwner
        self.codeFile = codeFile
        self.codeName = codeName
        self.codeFirstLine = codeFirstLine
        self.codeLines = codeLines
        self.codeInstructions = codeInstructions
        self.asciiData = asciiData
        self.wideData = wideData
    }
}

/// The line of an instruction, from a code object's table.
enum PythonLines {
    /// - Parameters:
    ///   - offset: bytes into the code.
    ///   - minor: the 3.x that made the table.
    static func line(_ table: [UInt8], first: Int, offset: Int, minor: Int) -> Int? {
        switch minor {
        case ..<10: ofLnotab(table, first, offset)
        case 10: ofPairs(table, first, offset)
        default: ofLocations(table, first, offset)
        }
    }

    /// Objects/lnotab_notes.txt of 3.8 and 3.9.
    private static func ofLnotab(_ table: [UInt8], _ first: Int, _ offset: Int) -> Int? {
        var line = first
        var at = 0
        for index in stride(from: 0, to: table.count - 1, by: 2) {
            at += Int(table[index])
            if at > offset { break }
            line += Int(Int8(bitPattern: table[index + 1]))
        }
        return line
    }

    /// PEP 626, as 3.10 has it.
    private static func ofPairs(_ table: [UInt8], _ first: Int, _ offset: Int) -> Int? {
        var line = first
        var end = 0
        for index in stride(from: 0, to: table.count - 1, by: 2) {
            end += Int(table[index])
            let delta = Int8(bitPattern: table[index + 1])
            if delta != -128 { line += Int(delta) }
            if offset < end { return delta == -128 ? nil : line }
        }
        return nil
    }

    /// Objects/locations.md of 3.11 and later.
    private static func ofLocations(_ table: [UInt8], _ first: Int, _ offset: Int) -> Int? {
        var line = first
        var end = 0
        var at = 0
        func number() -> Int {
            var value = 0
            var shift = 0
            while at < table.count, shift < 36 {
                let byte = Int(table[at])
                at += 1
                value |= (byte & 0x3F) << shift
                shift += 6
                if byte & 0x40 == 0 { break }
            }
            return value
        }
        while at < table.count {
            let head = table[at]
            guard head & 0x80 != 0 else { return nil }
            at += 1
            end += (Int(head & 7) + 1) * 2
            let kind = head >> 3 & 15
            switch kind {
            case 15: break
            case 13, 14:
                let delta = number()
                line &+= delta & 1 != 0 ? -(delta >> 1) : delta >> 1
                if kind == 14 { for _ in 0..<3 { _ = number() } }
            case 10...12:
                line &+= Int(kind) - 10
                at += 2
            default: at += 1
            }
            if offset < end { return kind == 15 ? nil : line }
        }
        return nil
    }
}
