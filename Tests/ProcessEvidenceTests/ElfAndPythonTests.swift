import Glibc
import Testing

@testable import ProcessEvidence

/// A file of one segment, one table of symbols and its names, laid out by hand.
private func elf(symbols: [(name: String, value: UInt64, section: UInt16)]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 64)
    func put(_ value: UInt64, _ size: Int, at: Int) {
        for index in 0..<size { bytes[at + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index)) }
    }
    bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    var names: [UInt8] = [0]
    var table = [UInt8](repeating: 0, count: 24)
    for symbol in symbols {
        var entry = [UInt8](repeating: 0, count: 24)
        for index in 0..<4 { entry[index] = UInt8(truncatingIfNeeded: names.count >> (8 * index)) }
        entry[6] = UInt8(truncatingIfNeeded: symbol.section)
        for index in 0..<8 { entry[8 + index] = UInt8(truncatingIfNeeded: symbol.value >> UInt64(8 * index)) }
        table += entry
        names += Array(symbol.name.utf8) + [0]
    }
    let header = bytes.count
    bytes += [UInt8](repeating: 0, count: 56)
    let symbolsAt = bytes.count
    bytes += table
    let namesAt = bytes.count
    bytes += names
    let sections = bytes.count
    bytes += [UInt8](repeating: 0, count: 3 * 64)
    put(UInt64(header), 8, at: 32)
    put(UInt64(sections), 8, at: 40)
    put(56, 2, at: 54)
    put(1, 2, at: 56)
    put(64, 2, at: 58)
    put(3, 2, at: 60)
    put(1, 4, at: header)
    put(0x1000, 8, at: header + 8)
    put(0x401000, 8, at: header + 16)
    put(0x2000, 8, at: header + 32)
    put(11, 4, at: sections + 64 + 4)
    put(UInt64(symbolsAt), 8, at: sections + 64 + 24)
    put(UInt64(table.count), 8, at: sections + 64 + 32)
    put(2, 4, at: sections + 64 + 40)
    put(UInt64(namesAt), 8, at: sections + 128 + 24)
    put(UInt64(names.count), 8, at: sections + 128 + 32)
    return bytes
}

@Suite struct ElfTests {
    private static let file = elf(symbols: [
        ("_PyRuntime", 0x99, 0), ("_PyRuntimeState", 0x10, 1), ("_PyRuntime", 0x403210, 5),
    ])

    @Test func aSymbolThatIsDefinedIsFound() throws {
        let image = try #require(ElfImage(Self.file))
        #expect(image.symbol("_PyRuntime") == 0x403210)
        #expect(image.symbol("_PyRun") == nil)
        #expect(image.address(ofOffset: 0x1800) == 0x401800)
        #expect(image.address(ofOffset: 0x3000) == nil)
    }

    @Test func brokenFilesAreNone() {
        #expect(ElfImage([]) == nil)
        #expect(ElfImage(Array(Self.file[..<63])) == nil)
        for length in stride(from: 64, to: Self.file.count, by: 3) {
            _ = ElfImage(Array(Self.file[..<length]))?.symbol("_PyRuntime")
        }
        var generator = Random(state: 7)
        for _ in 0..<20_000 {
            var bytes = Self.file
            for _ in 0..<(1 + generator.next() % 6) {
                bytes[Int(generator.next()) % bytes.count] = UInt8(truncatingIfNeeded: generator.next())
            }
            let image = ElfImage(bytes)
            _ = image?.symbol("_PyRuntime")
            _ = image?.address(ofOffset: generator.next() << 20)
        }
    }
}

@Suite struct PythonLayoutTests {
    /// What CPython 3.11 makes of `def f():\n  a()\n\n  b()`: entries of 2 code units.
    @Test func locationsOf311() {
        // Kind 10: line + 0, two columns; kind 11: line + 1; kind 13: a signed number of lines.
        let table: [UInt8] = [0x80 | 10 << 3 | 1, 0, 0, 0x80 | 11 << 3 | 1, 2, 3, 0x80 | 13 << 3 | 1, 4]
        #expect(PythonLines.line(table, first: 10, offset: 0, minor: 11) == 10)
        #expect(PythonLines.line(table, first: 10, offset: 4, minor: 12) == 11)
        #expect(PythonLines.line(table, first: 10, offset: 8, minor: 13) == 13)
        #expect(PythonLines.line(table, first: 10, offset: 12, minor: 13) == nil)
        #expect(PythonLines.line([0x80 | 15 << 3], first: 1, offset: 0, minor: 11) == nil)
        #expect(PythonLines.line([0x00], first: 1, offset: 0, minor: 11) == nil)
    }

    @Test func tablesOf310And38() {
        #expect(PythonLines.line([4, 1, 6, 2, 2, 0x80], first: 5, offset: 2, minor: 10) == 6)
        #expect(PythonLines.line([4, 1, 6, 2, 2, 0x80], first: 5, offset: 6, minor: 10) == 8)
        #expect(PythonLines.line([4, 1, 6, 2, 2, 0x80], first: 5, offset: 10, minor: 10) == nil)
        #expect(PythonLines.line([4, 1, 6, 2], first: 5, offset: 2, minor: 8) == 5)
        #expect(PythonLines.line([4, 1, 6, 0xFF], first: 5, offset: 12, minor: 9) == 5)
    }

    @Test func anyTableHasAnEnd() {
        var generator = Random(state: 11)
        for _ in 0..<20_000 {
            let table = (0..<Int(generator.next() % 40)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            for minor in 8...13 {
                _ = PythonLines.line(table, first: 1, offset: Int(generator.next() % 200), minor: minor)
            }
        }
    }

    /// A table whose structures are of 4,096 bytes, each field at a place of its own.
    private func published(_ minor: UInt8, sizes: [Int]) -> [UInt8] {
        var words = (0..<PythonLayout.published).map { UInt64($0 * 8) }
        (words[1], words[2]) = (0x0300_00F0 | UInt64(minor) << 16, 0)
        for size in sizes { words[size] = 4096 }
        var bytes = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
        bytes.replaceSubrange(0..<8, with: Array("xdebugpy".utf8))
        return bytes
    }

    @Test func publishedOffsetsAreThoseOfTheirVersion() {
        let of313 = published(13, sizes: [3, 6, 19, 28, 34])
        #expect(PythonLayout(published: of313)?.minor == 13)
        #expect(PythonLayout(published: of313)?.codeLines == 38 * 8)
        let of314 = published(14, sizes: [3, 6, 22, 31, 39])
        let layout = PythonLayout(published: of314)
        #expect(layout?.minor == 14 && layout?.threadsHead == 9 * 8 && layout?.currentFrame == 26 * 8)
        #expect(layout?.frameOwner == 36 * 8 && layout?.codeFile == 40 * 8 && layout?.codeInstructions == 48 * 8)
        #expect(PythonLayout(published: published(15, sizes: [3, 6, 22, 31, 39])) == nil)
        // The table of one version under the number of the other.
        #expect(PythonLayout(published: published(14, sizes: [3, 6, 19, 28, 34])) == nil)
        #expect(PythonLayout(published: published(13, sizes: [3, 6, 22, 31, 39])) == nil)
    }

    @Test func brokenOffsetsAreNone() {
        let good = published(13, sizes: [3, 6, 19, 28, 34])
        var withoutLock = good
        withoutLock[16] = 1
        #expect(PythonLayout(published: withoutLock) == nil)
        var far = good
        far[8 * 5 + 6] = 1
        #expect(PythonLayout(published: far) == nil)
        #expect(PythonLayout(published: Array(good.dropLast())) == nil)
        #expect(PythonLayout(published: [UInt8](repeating: 0, count: 8 * PythonLayout.published)) == nil)
    }

    /// Bits of interning, then width, compact, ascii: at 0 and 2, or at 0 and 16.
    @Test func stringsAreToldByTheirState() throws {
        for interned in 0...3 as ClosedRange<UInt32> {
            for (width, ascii) in [(1, 1), (1, 0), (2, 0), (4, 0)] as [(UInt32, UInt32)] {
                for shift in [2, 16] as [UInt32] {
                    let form = try #require(PythonReader.form(interned | (width | 8 | ascii << 4) << shift))
                    #expect(form.width == Int(width) && form.isASCII == (ascii == 1))
                }
            }
            // Not compact: the characters lie elsewhere.
            #expect(PythonReader.form(interned | 1 << 2) == nil)
            #expect(PythonReader.form(interned) == nil)
        }
    }
}

@Suite struct WaitTests {
    private func wait(_ call: SystemCall?, state: Character = "S", maps: String = "") -> Wait {
        Wait(state: state.asciiValue ?? 0, call: call, mappings: Mappings(Array(maps.utf8))) { _ in [] }
    }

    #if arch(x86_64)
        private func futex(_ operation: UInt64, timeout: UInt64 = 0) -> SystemCall {
            .inside(number: 202, arguments: [0x5000, operation, 2, timeout, 0, 0], stack: 8, counter: 8)
        }

        @Test func privateWaitsWithoutALimitAreForOneself() {
            #expect(wait(futex(0x80)).isForOneself)
            #expect(wait(futex(0x189)).isForOneself)
            #expect(!wait(futex(0x80, timeout: 1)).isForOneself)
            #expect(!wait(futex(0)).isForOneself)
            #expect(wait(futex(0), maps: "5000-6000 rw-p 0 0:0 0\n").isForOneself)
            #expect(!wait(futex(0), maps: "5000-6000 rw-s 0 0:0 0\n").isForOneself)
            // FUTEX_WAKE waits for nothing.
            #expect(wait(futex(0x81)) == .other(call: "futex"))
            #expect(wait(futex(0x80), state: "T") == .stopped)
        }

        @Test func otherCalls() {
            func call(_ number: Int, _ arguments: [UInt64]) -> SystemCall {
                .inside(number: number, arguments: arguments, stack: 0, counter: 0)
            }
            #expect(wait(call(7, [0, 0, 0xFFFF_FFFF, 0, 0, 0])) == .readiness(call: "poll", hasTimeout: false))
            #expect(wait(call(232, [3, 0, 0, 100, 0, 0])) == .readiness(call: "epoll_wait", hasTimeout: true))
            #expect(wait(call(9999, [0, 0, 0, 0, 0, 0])) == .other(call: "system call 9999"))
        }
    #endif

    @Test func aMutexIsToldByItsFields() {
        func mutex(_ fields: [UInt32]) -> [UInt8] {
            fields.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        }
        #expect(Wait.Mutex(mutex([2, 0, 777, 1, 0]), expected: 2)?.owner == 777)
        #expect(Wait.Mutex(mutex([2, 0, 0, 1, 0]), expected: 2) == nil)
        #expect(Wait.Mutex(mutex([2, 0, 777, 0, 0]), expected: 2) == nil)
        #expect(Wait.Mutex(mutex([1, 0, 777, 1, 0]), expected: 1) == nil)
        #expect(Wait.Mutex([2, 0, 0, 0], expected: 2) == nil)
    }

    #if arch(x86_64)
        @Test func callsBeforeAReturnAddress() {
            #expect(StackScan.endsInCall([0, 0, 0, 0xE8, 1, 2, 3, 4]))
            // call *%rax; call *8(%rax); call *0x100(%rip).
            #expect(StackScan.endsInCall([0, 0, 0, 0, 0, 0, 0xFF, 0xD0]))
            #expect(StackScan.endsInCall([0, 0, 0, 0, 0, 0xFF, 0x50, 8]))
            #expect(StackScan.endsInCall([0, 0, 0xFF, 0x15, 0, 1, 0, 0]))
            #expect(!StackScan.endsInCall([0x90, 0x90, 0x90, 0x90, 0x90, 0x90, 0x90, 0x90]))
            #expect(!StackScan.endsInCall([0xE8]))
        }
    #endif

    @Test func thisProcessIsRead() throws {
        let inspector = Inspector()
        let process = try inspector.snapshot(of: getpid())
        #expect(process.threads.contains { $0.id == getpid() })
        #expect(!process.mappings.all.isEmpty)
        #expect(process.barred == nil)
        let stacks = inspector.stacks(of: process, threads: process.threads).stacks
        #expect(stacks.values.allSatisfy { !$0.files.isEmpty })
    }

    @Test func whatIsGoneIsSaid() {
        #expect(throws: ProcError(number: ENOENT)) { try Inspector().snapshot(of: Int32.max) }
    }
}

@Suite struct DistributionTests {
    @Test func namesAreNormalised() {
        #expect(Distribution.normalised("Polars_Runtime.32") == "polars-runtime-32")
        #expect(Distribution.normalised("a-_-b") == "a-b")
    }
}

@Suite struct DescriptorTests {
    @Test func anEpollSetIsRead() {
        let text = """
            pos:\t0
            flags:\t02000002
            tfd:        4 events:       19 data:        100000004  pos:0 ino:40e sdev:10
            tfd:       11 events:       19 data:     7f50cc000b70  pos:0 ino:2b501 sdev:9
            tfd: x
            """
        #expect(Inspector.epollTargets(Array(text.utf8)) == [4, 11])
        #expect(Inspector.epollTargets([]) == [])
    }

    #if arch(x86_64)
        @Test func aLimitOfDaysIsNone() {
            func wait(_ milliseconds: UInt64) -> Wait {
                let call = SystemCall.inside(
                    number: 232, arguments: [3, 0, 64, milliseconds, 0, 0], stack: 8, counter: 8)
                return Wait(state: UInt8(ascii: "S"), call: call, mappings: nil) { _ in [] }
            }
            #expect(wait(0xFFFF_FFFF).isForEvents && wait(86_400_000).isForEvents && !wait(60_000).isForEvents)
        }

        /// A pipe both ends of which are here, one whose other end is closed, and a socket.
        @Test func whatNobodyElseMakesReady() {
            func waits(_ descriptors: [Int32]) -> Bool {
                var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
                let count = UInt64(entries.count)
                return entries.withUnsafeMutableBytes { bytes in
                    let address = UInt64(UInt(bitPattern: bytes.baseAddress))
                    let call = SystemCall.inside(
                        number: 7, arguments: [address, count, 0xFFFF_FFFF, 0, 0, 0], stack: 8, counter: 8)
                    return Inspector.waitsForItself(call, of: getpid())
                }
            }
            var whole: [Int32] = [0, 0]
            var cut: [Int32] = [0, 0]
            #expect(pipe(&whole) == 0 && pipe(&cut) == 0)
            let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            close(cut[1])
            #expect(waits([whole[0]]))
            #expect(!waits([cut[0]]) && !waits([whole[0], socket]) && !waits([]))
            for descriptor in whole + [cut[0], socket] { close(descriptor) }
        }
    #endif
}

@Suite struct WitnessTests {
    private func event(parent: UInt32 = 41, count: UInt32 = 2, named: UInt32 = 2) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: GuardWitness.size)
        func put(_ value: UInt32, _ at: Int) {
            for index in 0..<4 { bytes[at + index] = UInt8(truncatingIfNeeded: value >> (index * 8)) }
        }
        for (value, at) in [(1, 0), (parent, 4), (40, 8), (41, 12), (1_700_000_000, 16), (count, 28), (named, 32)] {
            put(value, at)
        }
        bytes.replaceSubrange(36..<41, with: Array("tokio".utf8))
        bytes.replaceSubrange(52..<53, with: Array("b".utf8))
        return bytes
    }

    @Test func whatTheGuardNotedIsRead() throws {
        let witness = try #require(GuardWitness(event()))
        #expect(witness.parent == 41 && witness.lostCount == 2 && witness.names == ["tokio", "b"])
        #expect(witness.time == 1_700_000_000)
    }

    @Test func whatIsNoNoteIsNone() {
        #expect(GuardWitness(Array(event().dropLast())) == nil)
        #expect(GuardWitness(event(parent: 0)) == nil)
        #expect(GuardWitness(event(count: 1)) == nil)
        #expect(GuardWitness(event(count: 99, named: 65)) == nil)
        #expect(GuardWitness([UInt8](repeating: 0xFF, count: GuardWitness.size)) == nil)
    }
}
