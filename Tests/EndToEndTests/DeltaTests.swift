import Glibc
import Testing

/// `forkguard delta` as a user runs it. `scripts/check-delta` compares it with other readers.
@Suite struct DeltaTests {
    private static let schema =
        #"{\"type\":\"struct\",\"fields\":[{\"name\":\"a\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}}]}"#
    private static let start = """
        {"commitInfo":{"timestamp":1000,"operation":"CREATE TABLE"}}
        {"protocol":{"minReaderVersion":1,"minWriterVersion":2}}
        {"metaData":{"id":"the-id","schemaString":"\(schema)","partitionColumns":[],"configuration":{},"createdTime":5}}

        """

    private static func commit(_ version: Int) -> String {
        "t/_delta_log/" + String(repeating: "0", count: 20 - "\(version)".count) + "\(version).json"
    }

    private static func table(_ second: String) -> Folder { Folder([commit(0): start, commit(1): second]) }

    private static let add =
        #"{"add":{"path":"x%20\u001b[31m.parquet","partitionValues":{},"size":7,"modificationTime":1,"stats":"{\"numRecords\":3}"}}"#

    @Test func summaryFilesSchemaAndHistory() {
        let outcome = Self.table(Self.add).run("delta", "t", "--files", "--schema", "--history")
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "t, version 1")
        for line in [
            "  id            the-id", "  protocol      reader 1, writer 2", "  files         1, 7 bytes",
            "  records       3",
            "  replayed      commits 0 to 1", "a: long", "0  1970-01-01T00:00:01.000Z  CREATE TABLE",
            "7\t3\tx \\x1b[31m.parquet",
        ] {
            #expect(lines.contains(line), "\(line) in \(outcome.output)")
        }
    }

    @Test func json() {
        let folder = Self.table(Self.add)
        let outcome = folder.run("delta", "--format", "json", "--files", "t/")
        #expect(outcome.status == 0)
        for field in [
            "\"version\": 1", "\"min_reader\": 1", "\"reader_features\": null", "\"table_id\": \"the-id\"",
            "\"num_files\": 1",
            "\"num_records\": 3", "\"dv_count\": 0", "\"x \\u001b[31m.parquet\"", "\"outcome\": \"open\"",
        ] {
            #expect(outcome.output.contains(field), "\(field)")
        }
        #expect(folder.run("delta", "--format", "json", "--version", "0", "t").output.contains("\"num_files\": 0"))
    }

    @Test func whatCannotBeReadIsOneLine() {
        let broken = Self.table("{\"add\":{\"path\":\"x\"}}")
        let outcome = broken.run("delta", "t")
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.errors == "forkguard: t/_delta_log/00000000000000000001.json: at byte 7: `add` has no `size`\n")
        let json = broken.run("delta", "t", "--format", "json")
        #expect(json.status == 2 && json.output.contains("\"outcome\": \"refuse\""))
        #expect(broken.run("delta", "t", "--version", "0").status == 0)
        #expect(broken.run("delta", "t", "--version", "5").errors.contains("there is no version 5: the last one is 1"))
        #expect(broken.run("delta", ".").errors.contains("not a Delta table"))
    }
}
