import CSystem
import ForkGuardRuntime
import Glibc
import Testing

@testable import DeltaCheck

/// The engine's life, time travel, history and writing.
@Suite struct EngineTests {
    typealias T = TemporaryTable

    @Test func shutDown() throws {
        let table = try T([T.start])
        let snapshot = try table.table.snapshot()
        try table.engine.shutdown()
        try table.engine.shutdown()
        #expect(try snapshot.version == 0)
        #expect("\(try #require(throws: DeltaError.self) { try table.table.snapshot() })" == "the engine was shut down")
        #expect(throws: DeltaError.self) { try DeltaEngine(workers: 0) }
    }

    @Test func cancelling() throws {
        let table = try T([T.start])
        var options = LoadOptions()
        let cancellation = Cancellation()
        options.cancellation = cancellation
        #expect(try table.open(nil, options).version == 0)
        cancellation.cancel()
        #expect("\(try #require(throws: DeltaError.self) { try table.open(nil, options) })" == "cancelled")
    }

    @Test func timeTravelByFileTimes() throws {
        let table = try T([T.start, [], []])
        // The second file seems older than the first: it counts as made just after it.
        for (version, seconds) in [(0, 1000), (1, 500), (2, 2000)] { table.setTime(Int64(version), seconds) }
        for (milliseconds, version) in [(1_000_000, 0), (1_000_001, 1), (1_999_999, 1), (2_000_000, 2), (9_000_000, 2)]
        {
            #expect(try table.table.snapshot(asOf: Int64(milliseconds)).version == Int64(version))
        }
        #expect(
            "\(try #require(throws: DeltaError.self) { try table.table.snapshot(asOf: 999_999) })".contains(
                "no version is as old as"))
    }

    @Test func timeTravelByInCommitTimestamps() throws {
        func info(_ time: Int) -> String {
            #"{"commitInfo":{"inCommitTimestamp":\#(time),"timestamp":1,"operation":"WRITE"}}"#
        }
        let enabled = T.metadata(
            #"{"delta.enableInCommitTimestamps":"true","delta.inCommitTimestampEnablementVersion":"1","delta.inCommitTimestampEnablementTimestamp":"5000"}"#
        )
        let table = try T([T.start, [info(5000), enabled], [info(6000)], [info(7000)]])
        for version in 0...3 { table.setTime(Int64(version), version == 0 ? 1 : 99) }
        for (milliseconds, version) in [(1000, 0), (4999, 0), (5000, 1), (6999, 2), (7000, 3), (1 << 50, 3)] {
            #expect(try table.table.snapshot(asOf: Int64(milliseconds)).version == Int64(version), "\(milliseconds)")
        }
        let records = try table.table.history()
        #expect(records.map(\.version) == [3, 2, 1, 0] && records.map(\.timestamp) == [7000, 6000, 5000, 1000])
        #expect(records[3].info == nil && records[0].operation == "WRITE")
        #expect(try table.table.history(limit: 2).count == 2)
    }

    @Test func writing() throws {
        let table = try T()
        let path = table.path
        let made = try table.engine.createTable(
            at: path, columns: [("a", "long"), ("p", "string")], partitionColumns: ["p"])
        #expect(throws: DeltaError.self) { try table.engine.createTable(at: path, columns: [("a", "long")]) }
        let file = NewFile(path: "p=x y/f 1.parquet", size: 7, partitionValues: ["p": "x y"], recordCount: 3)
        #expect(try made.append([file]) == 1)
        #expect(try made.append([NewFile(path: "g", size: 1, partitionValues: ["p": String?.none])]) == 2)
        #expect(throws: DeltaError.self) { try made.append([NewFile(path: "h", size: 1)]) }
        let snapshot = try made.snapshot().detached()
        #expect(snapshot.names == ["g", "p=x y/f 1.parquet"] && snapshot.totals.records == 3)
        #expect(snapshot.metadata.id?.count == 36)
        #expect(Set(snapshot.files.map { "\($0.partitionValues.map(\.value))" }).count == 2)
    }

    @Test func twoWritersNeverOverwriteEachOther() async throws {
        let table = try T()
        let made = try table.engine.createTable(at: table.path, columns: [("a", "long")])
        let versions = try await withThrowingTaskGroup(of: TableVersion.self) { group in
            for index in 0..<12 { group.addTask { try made.append([NewFile(path: "f\(index)", size: 1)]) } }
            return try await group.reduce(into: Set<TableVersion>()) { $0.insert($1) }
        }
        #expect(versions.count == 12)
        #expect(try made.snapshot().totals.files == 12)
    }

    @Test func manyCommits() throws {
        let table = try T([T.start] + (1..<600).map { [T.add("f\($0)"), T.remove("f\($0 - 3)")] })
        #expect(try table.open().names == ["f597", "f598", "f599"])
        #expect(try table.open(300).names == ["f298", "f299", "f300"])
    }
}

/// Dates without Foundation.
@Suite struct CalendarTimeTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1970-01-01 00:00:01.5", 1_500_000), ("1969-12-31T23:59:59Z", -1_000_000),
        ("2000-02-29T12:00+02:00", 951_818_400_000_000), ("2026-11-24 20:00:00.000001", 1_795_550_400_000_001),
    ])
    func reads(text: String, microseconds: Int64) { #expect(CalendarTime.microseconds(text) == microseconds) }

    @Test(arguments: [
        "", "2026", "2026-02-30", "2026-13-01", "2026-01-01T25:00", "2026-01-01T1", "x-y-z", "2026-01-01 00:00:00.x",
        "-1-01-01",
    ])
    func refuses(text: String) { #expect(CalendarTime.microseconds(text) == nil) }

    @Test func writes() {
        #expect(CalendarTime.text(milliseconds: 0) == "1970-01-01T00:00:00.000Z")
        #expect(CalendarTime.text(milliseconds: -1) == "1969-12-31T23:59:59.999Z")
        #expect(CalendarTime.text(milliseconds: 951_818_400_000) == "2000-02-29T10:00:00.000Z")
        _ = CalendarTime.text(milliseconds: .min)
        _ = CalendarTime.text(milliseconds: .max)
    }
}

/// The token, without a fork: those are made by `deltaprobe forks`, in a process of their own.
@Suite struct TokenTests {
    @Test func isValidWhereItWasMade() throws {
        let token = ForkGuard.Token(owner: "a test")
        #expect(token.isValid)
        try token.check("a call")
        #expect(ForkGuard.noticesBareClones)
    }
}
