import PythonSyntax
import Testing

@testable import ForkGuardCore

/// The binary coding of facts: what is written is read back, and any other bytes give an error.
@Suite struct FactsCodingTests {
    /// What Python's `hashlib.blake2b(b"python 3.12\\0" + bytes(range(256)) * 3, digest_size=16)` says.
    @Test func keysOfCachedFactsAreDigests() {
        let bytes = (0..<768).map { UInt8(truncatingIfNeeded: $0) }
        #expect(CacheFolder.Key(bytes, reading: "python 3.12").text == "e42800d0b29d0d95a8b87b19ff458d50")
    }

    /// Facts that left memory come back as they were, from memory, from the file, and from both.
    @Test func factsThatLeaveMemoryComeBack() throws {
        let facts = PythonFacts.extract(from: PythonParser.parse(Array(Self.program.utf8), target: .newest))
        let store = FactsStore(memory: 0)
        var places: [FactsStore.Place] = []
        for _ in 0..<6_000 {
            if case .coded(let place) = store.add(facts) { places.append(place) }
        }
        try #require(places.count == 6_000)
        for place in places.reversed() where place.offset % 7 == 0 || place.offset > places[5_990].offset {
            #expect(store.facts(place) == facts)
            let outline = store.outline(place)
            #expect(outline.ops.isEmpty && outline.functions == facts.functions && outline.classes == facts.classes)
        }
        var isKept = false
        if case .facts = FactsStore(memory: nil).add(facts) { isKept = true }
        #expect(isKept)
    }

    private static let program = """
        import os
        from multiprocessing import Process as P
        from . import sibling


        @decorate(1)
        class Job(Base, metaclass=Meta):
            limit: int = 3

            async def run(self, *names, key=None, **rest):
                # forkguard: ignore[FG101] closed before
                with open(names[0]) as file, lock:
                    for line in file:
                        if not line or len(line) > 3:
                            continue
                        elif line == "end":
                            break
                    else:
                        return {k: v for k, v in rest.items()}
                try:
                    yield await self.other(lambda x: x + 1)
                except (OSError, ValueError) as error:
                    raise error from None
                finally:
                    del names
                match key:
                    case 1 | [2, *_] if key: pass
                    case {"a": value}: global total; total += value
                while (n := next(names)) is not None: print(f"{n}")

        def broken(:
        """

    private static var facts: ModuleFacts {
        PythonFacts.extract(from: PythonParser.parse(Array(program.utf8), target: .newest))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let facts = Self.facts
        #expect(!facts.syntaxErrors.isEmpty && !facts.suppressions.isEmpty && facts.classes.count == 1)
        #expect(try ModuleFacts(decoding: facts.encoded()) == facts)
    }

    @Test func factsOfAnyPythonAreConsistent() {
        #expect(Self.facts.firstInconsistency() == nil)
    }

    @Test func cutBytesAreAnError() {
        let bytes = Self.facts.encoded()
        for count in 0..<bytes.count {
            #expect(throws: FactsError.self) { try ModuleFacts(decoding: Array(bytes[..<count])) }
        }
        #expect(throws: FactsError.trailingBytes(count: 1)) { try ModuleFacts(decoding: bytes + [0]) }
    }

    /// Each byte takes other values: the facts that are read, if any, refer to nothing outside themselves.
    @Test func changedBytesGiveFactsOrAnError() {
        let bytes = Self.facts.encoded()
        var accepted = 0
        for index in bytes.indices {
            for change in [UInt8(1), 0x7F, 0x80, 0xFF] {
                var changed = bytes
                changed[index] ^= change
                guard let facts = try? ModuleFacts(decoding: changed) else { continue }
                accepted += 1
                #expect(facts.firstInconsistency() == nil)
            }
        }
        // A changed name is still a name.
        #expect(accepted > 0)
    }

    @Test func otherVersionsAreNamed() {
        var bytes = Self.facts.encoded()
        bytes[8] = UInt8(ModuleFacts.codingVersion) + 1
        #expect(throws: FactsError.otherVersion(ModuleFacts.codingVersion + 1)) { try ModuleFacts(decoding: bytes) }
        #expect(throws: FactsError.notFacts) { try ModuleFacts(decoding: Array("no facts at all".utf8)) }
    }

    @Test func hugeCountsAskForNoMemory() {
        let bytes = Array("FGFACTS\n".utf8) + [UInt8(ModuleFacts.codingVersion), 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]
        #expect(throws: FactsError.self) { try ModuleFacts(decoding: bytes) }
    }

    @Test func requestsAndAnswersAreReadBack() throws {
        let request = FrontEndRequest(files: [.path(Array("a.swift".utf8)), .content([0, 255])], jobs: 2)
        let read = try request.encoded().withUnsafeBufferPointer { try FrontEndRequest(decoding: $0) }
        #expect(read == request)
        let answer = FrontEndAnswer.encode([.facts(Self.facts.encoded()), .problem("no such file")])
        let outcomes = try answer.withUnsafeBufferPointer { try FrontEndAnswer.decode($0, count: 2) }
        guard case .facts(let facts) = outcomes[0], case .problem(let text) = outcomes[1] else {
            Issue.record("the answer has other parts")
            return
        }
        #expect(facts == Self.facts && text == "no such file")
        answer.withUnsafeBufferPointer { bytes in
            #expect(throws: FactsError.self) { try FrontEndAnswer.decode(bytes, count: 3) }
        }
    }
}
