import Testing

@testable import ProcessEvidence

@Suite struct ProcTextTests {
    private static let line =
        "8039 (a (b) c) S 8029 8028 8028 0 -1 4194368 523 0 0 0 7 3 0 0 20 0 1 0 4115000 1 2 3 4 5 140736 7 8 9 10"

    @Test func aNameMayHoldParentheses() throws {
        let stat = try #require(ProcStat(Array(Self.line.utf8)))
        #expect(stat.id == 8039)
        #expect(stat.name == Array("a (b) c".utf8))
        #expect(stat.state == UInt8(ascii: "S"))
        #expect(stat.parent == 8029)
        #expect(stat.ticks == 10)
        #expect(stat.start == 4_115_000)
        #expect(stat.isForkedWithoutExec)
        #expect(!stat.isKernelThread)
    }

    @Test func whatIsCutOffIsNoProcess() {
        let all = Array(Self.line.utf8)
        for length in 0..<all.count { _ = ProcStat(Array(all[..<length])) }
        #expect(ProcStat(Array(all[..<60])) == nil)
        #expect(ProcStat([]) == nil)
        #expect(ProcStat(Array("1 )( S".utf8)) == nil)
    }

    @Test func callsAreRead() {
        #expect(SystemCall(Array("running\n".utf8)) == .running)
        #expect(SystemCall(Array("-1 0x7ffd 0x401000\n".utf8)) == .outside(stack: 0x7ffd, counter: 0x401000))
        let call = SystemCall(Array("202 0x5566 0x80 0x1 0x0 0x0 0x0 0x7ffe 0x7fb0\n".utf8))
        #expect(call == .inside(number: 202, arguments: [0x5566, 0x80, 1, 0, 0, 0], stack: 0x7ffe, counter: 0x7fb0))
        for text in ["", "202", "202 0x1", "x 0x1 0x2", "202 0xg 1 2 3 4 5 6 7", "-1 0x11111111111111111 0x1"] {
            #expect(SystemCall(Array(text.utf8)) == nil, "\(text)")
        }
    }

    @Test func statusTellsHandlers() {
        let status = ProcStatus(
            Array(
                """
                Name:\tpython
                Tgid:\t8000
                TracerPid:\t12
                Uid:\t1000\t1000\t1000\t1000
                NSpid:\t8039\t7
                SigCgt:\t0000000180000002
                voluntary_ctxt_switches:\t4
                nonvoluntary_ctxt_switches:\t5
                """.utf8))
        #expect(status.group == 8000)
        #expect(status.tracer == 12)
        #expect(status.user == 1000)
        #expect(status.namespaceIDs == [8039, 7])
        #expect(status.hasHandlers == true)
        #expect(status.voluntarySwitches == 4)
        #expect(ProcStatus(Array("SigCgt:\t0000000180000000\n".utf8)).hasHandlers == false)
        #expect(ProcStatus(Array("SigCgt:\t\nNSpid:\tx\n:\n\n".utf8)).hasHandlers == nil)
    }

    @Test func threadsAreStillEachForItself() {
        func thread(_ id: Int32, start: Int = 1, switches: Int) -> ThreadSnapshot {
            ThreadSnapshot(
                id: id, ownID: id, name: [], state: UInt8(ascii: "S"), start: start, call: .running, wait: .running,
                switches: switches)
        }
        func process(_ threads: [ThreadSnapshot]) throws -> ProcessSnapshot {
            let stat = try #require(
                ProcStat(Array(("5 (a) S 1 1 1 0 -1 64 " + String(repeating: "1 ", count: 30)).utf8)))
            return ProcessSnapshot(
                pid: 5, source: 5, stat: stat, status: ProcStatus([]), threads: threads, program: [], arguments: [],
                mappings: Mappings([]))
        }
        #expect(throws: Never.self) {
            let first = try process([thread(5, switches: 1), thread(6, switches: 1), thread(7, switches: 1)])
            // One ran, and one ended whose number another has taken.
            let later = try process([thread(5, switches: 2), thread(6, switches: 1), thread(7, start: 2, switches: 1)])
            #expect(later.stillThreads(since: first) == [6])
            #expect(!later.isStill(since: first))
            #expect(first.isStill(since: first))
            #expect(!(try process([thread(5, switches: 1)])).isStill(since: first))
        }
    }

    @Test func mappingsAreFoundByAddress() throws {
        let mappings = Mappings(
            Array(
                """
                00400000-00401000 r-xp 00001000 fe:00 12    /opt/a b/lib.so (deleted)
                00500000-00600000 rw-p 00000000 00:00 0     [heap]
                not a line
                00900000-00800000 rw-p 00000000 00:00 0
                7f00000000-7f00001000 rw-s 00000000 00:01 3
                """.utf8))
        #expect(mappings.all.count == 3)
        let code = try #require(mappings.at(0x400fff))
        #expect(code.path == Array("/opt/a b/lib.so".utf8))
        #expect(code.isExecutable && code.isFile && code.isPrivate)
        #expect(mappings.at(0x401000) == nil)
        #expect(mappings.at(0x3fffff) == nil)
        #expect(mappings.at(0x7f00000000)?.isPrivate == false)
        #expect(mappings.codeFiles == [Array("/opt/a b/lib.so".utf8)])
    }

    @Test func anyBytesAreRead() {
        var generator = Random(state: 2744)
        let words = Array("0123456789abcdef-:() \n\tx/rwp".utf8)
        for _ in 0..<3000 {
            let bytes = (0..<Int(generator.next() % 200)).map { _ -> UInt8 in
                let value = generator.next()
                return value & 7 == 0 ? UInt8(truncatingIfNeeded: value >> 8) : words[Int(value >> 8) % words.count]
            }
            _ = ProcStat(bytes)
            _ = ProcStatus(bytes)
            _ = SystemCall(bytes)
            for mapping in Mappings(bytes).all { #expect(mapping.start < mapping.end) }
        }
    }
}

/// A small generator with a state that a failure can be repeated from.
struct Random {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 16
    }
}
