import Testing

@testable import DeltaCheck

/// What is refused, and the words for it.
@Suite struct RefusalTests {
    typealias T = TemporaryTable

    @Test(arguments: [
        (#"{"protocol":{"minReaderVersion":4,"minWriterVersion":2}}"#, "the table needs reader version 4"),
        (#"{"protocol":{"minReaderVersion":0,"minWriterVersion":2}}"#, "minReaderVersion 0 is none"),
        (#"{"protocol":{"minReaderVersion":3,"minWriterVersion":7}}"#, "no readerFeatures"),
        (
            #"{"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["future","deletionVectors"]}}"#,
            "`future`"
        ),
        (
            #"{"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["catalogManaged"]}}"#,
            "only the table's catalog"
        ),
        (#"{"protocol":{"minWriterVersion":7}}"#, "`protocol` has no `minReaderVersion`"), ("{}", "no protocol action"),
    ])
    func protocols(action: String, words: String) throws {
        let table = try T([[action, T.metadata()]])
        #expect(table.refusal().contains(words), "\(table.refusal())")
    }

    /// Features of writers alone, and lists below reader version 3, keep nobody from reading.
    @Test func whatReadersNeedNotKnow() throws {
        let action =
            #"{"protocol":{"minReaderVersion":2,"minWriterVersion":7,"writerFeatures":["columnMapping","future"]}}"#
        #expect(try T([[action, T.metadata()]]).refusal() == "")
    }

    @Test func metadata() throws {
        #expect(try T([[T.protocolAction]]).refusal().contains("no metaData action"))
        #expect(
            try T([[T.protocolAction, #"{"metaData":{"id":"x"}}"#]]).refusal().contains(
                "metaData at version 0 has no schemaString"))
        #expect(
            try T([[T.protocolAction, #"{"metaData":{"id":"x","schemaString":"{"}}"#]]).refusal().contains(
                "schemaString of metaData is broken"))
    }

    @Test(arguments: [
        (#"{"add":{"path":"x"}}"#, "`add` has no `size`"), (#"{"add":{"size":1}}"#, "`add` has no `path`"),
        (#"{"add":{"path":"x","size":1.5}}"#, "an integer of 64 bits"),
        (#"{"add":{"path":"x","size":-1}}"#, "is negative"),
        (#"{"add":{"path":"x","size":1}"#, "ends early"), (#"{"add":{"path":"\#u{1}"}}"#, "control character"),
        (#"{"add":{"path":"\uZZZZ"}}"#, "wrong escape"), ("nonsense", "an object belongs"),
        ("{\"a\":" + String(repeating: "[", count: 200), "nested too deeply"),
        (#"{"remove":{}}"#, "`remove` has no `path`"),
        (#"{"txn":{"appId":"a","version":"x"}}"#, "`version` of `txn` is no integer"),
        (#"{"txn":[]}"#, "an object belongs"),
    ])
    func brokenCommits(line: String, words: String) throws {
        let table = try T([T.start, [T.add("a"), line]])
        let refusal = table.refusal()
        #expect(
            refusal.contains(words) && refusal.contains("00001.json: at byte ") && !refusal.contains("\n"), "\(refusal)"
        )
        // The version before it is as good as ever.
        #expect(try table.open(0).names == [])
    }

    @Test func gaps() throws {
        let table = try T([T.start, []])
        table.write(LogFile.commitName(3), T.add("x"))
        #expect(table.refusal().contains("commit 2 is missing: the log has 1 and 3"))
        #expect(try table.open(1).version == 1)
        let empty = try T()
        #expect(empty.refusal().contains("no commit and no complete checkpoint"))
        let late = try T()
        late.write(LogFile.commitName(2), T.start.joined(separator: "\n"))
        #expect(late.refusal().contains("commit 0 is missing"))
        #expect(late.refusal(2).contains("version 2 cannot be rebuilt: commit 0 is missing"))
        #expect(
            "\(try #require(throws: DeltaError.self) { try late.engine.table(at: late.path + "/nothing").snapshot() })"
                .contains("not a Delta table"))
    }

    @Test func brokenCheckpoints() throws {
        let table = try T([T.start + [T.add("a")], []])
        // One part of two is no checkpoint.
        table.write("\(LogFile.padded(1)).checkpoint.0000000001.0000000002.parquet", "PAR1")
        #expect(try table.open().startedFrom == nil)
        table.write("\(LogFile.padded(1)).checkpoint.parquet", "no parquet at all")
        #expect(table.refusal().contains("checkpoint.parquet: the end of the file is not valid Parquet"))
        let other = try T([T.start, []])
        let sidecar = #"{"sidecar":{"path":"gone.parquet","sizeInBytes":1,"modificationTime":1}}"#
        other.write(
            "\(LogFile.padded(1)).checkpoint.0123abcd-0000-4000-8000-000000000000.json",
            (T.start + [sidecar]).joined(separator: "\n"))
        #expect(
            other.refusal().contains("sidecar cannot be read") && other.refusal().contains("_sidecars/gone.parquet"))
    }

    /// The checkpoint is taken at its word, and the difference told.
    @Test func aCheckpointThatContradictsTheChecksumIsToldOf() throws {
        let table = try T([T.start + [T.add("a")], [T.add("b")]])
        table.write(LogFile.padded(1) + ".crc", #"{"numFiles":2,"tableSizeBytes":20}"#)
        #expect(try table.open().checksumAgrees == true)
        table.write(
            "\(LogFile.padded(1)).checkpoint.0123abcd-0000-4000-8000-000000000000.json",
            (T.start + [T.add("a")]).joined(separator: "\n"))
        let snapshot = try table.open()
        #expect(snapshot.startedFrom?.version == 1 && snapshot.names == ["a"] && snapshot.checksumAgrees == false)
        #expect(snapshot.warnings.contains { $0.contains("files 2, and the log gives 1") }, "\(snapshot.warnings)")
    }

    @Test func hintsThatLieAreToldOf() throws {
        let table = try T([T.start + [T.add("a")]])
        table.write("_last_checkpoint", #"{"version":77,"size":1}"#)
        table.write(LogFile.padded(0) + ".crc", #"{"numFiles":2,"tableSizeBytes":10}"#)
        let snapshot = try table.open()
        #expect(snapshot.checksumAgrees == false)
        #expect(snapshot.warnings.contains { $0.contains("_last_checkpoint names version 77") })
        #expect(snapshot.warnings.contains { $0.contains("files 2, and the log gives 1") })
        table.write(LogFile.padded(0) + ".crc", #"{"numFiles":1,"tableSizeBytes":10}"#)
        #expect(try table.open().checksumAgrees == true)
    }
}
