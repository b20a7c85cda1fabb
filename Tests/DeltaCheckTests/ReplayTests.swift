import Testing

@testable import DeltaCheck

/// What the log's actions come to.
@Suite struct ReplayTests {
    typealias T = TemporaryTable

    @Test func filesComeAndGo() throws {
        let table = try T([
            T.start + [T.add("a"), T.add("b", #","stats":"{\"numRecords\":3}""#)], [T.remove("a"), T.add("c")],
            [T.add("a")],
        ])
        #expect(try table.open(0).names == ["a", "b"])
        #expect(try table.open(1).names == ["b", "c"])
        let last = try table.open()
        #expect(last.names == ["a", "b", "c"])
        #expect(last.totals.records == 3 && last.totals.filesWithoutRecordCount == 2 && last.totals.bytes == 30)
        #expect(table.refusal(3).contains("there is no version 3: the last one is 2"))
    }

    /// A file gets a new deletion vector by a remove and an add of the same path in one commit.
    @Test func aFileIsItsPathAndItsVector() throws {
        func vector(_ id: String, _ count: Int) -> String {
            #","deletionVector":{"storageType":"u","pathOrInlineDv":"\#(id)","offset":1,"sizeInBytes":4,"cardinality":\#(count)}"#
        }
        let table = try T([
            T.start + [T.add("a")], [T.add("a", vector("x", 2)), T.remove("a")],
            [T.remove("a", vector("x", 2)), T.add("a", vector("y", 5))],
        ])
        #expect(try table.open(0).totals.vectors == 0)
        for version in [1, 2] as [Int64] {
            let snapshot = try table.open(version)
            #expect(snapshot.names == ["a"])
            #expect(snapshot.totals.deletedRecords == (version == 1 ? 2 : 5))
        }
        #expect(Array(try table.open(2).files)[0].deletionVector?.uniqueID == "uy@1")
    }

    @Test func objectsMayStandOnManyLinesOrOnOne() throws {
        let spread = T.add("b").replacing(",", with: ",\n  ").replacing("{", with: "{\r\n\t")
        let table = try T([T.start + [T.add("a") + T.add("c") + spread], [""]])
        #expect(try table.open().names == ["a", "b", "c"])
    }

    @Test func pathsAreDecodedOnce() throws {
        let table = try T([
            T.start + [T.add("p=a%253Ab/x%20y"), T.add("s3://bucket/z%2B"), T.add(#"\u00fc\/\ud83d\ude00"#)]
        ])
        #expect(try table.open().names == ["p=a%3Ab/x y", "s3://bucket/z+", "ü/😀"])
        #expect(try table.open().files.contains { $0.encodedPath == "p=a%253Ab/x%20y" })
    }

    @Test(arguments: [
        #"{\"numRecords\":3"#, #"{\"numRecords\":\"3\"}"#, "[]", "nonsense", #"{\"numRecords\":3} x"#,
        #"{\"numRecords\":null}"#,
    ])
    func brokenStatisticsCountNothing(text: String) throws {
        let table = try T([
            T.start + [
                T.add("a", #","stats":"\#(text)""#),
                T.add("b", #","stats":"{\"minValues\":{\"x\":NaN},\"numRecords\":4}""#),
            ]
        ])
        let totals = try table.open().totals
        #expect(totals.records == 4 && totals.filesWithoutRecordCount == 1)
    }

    @Test func transactionsAndDomains() throws {
        let table = try T([
            T.start + [
                #"{"txn":{"appId":"a","version":9}}"#,
                #"{"domainMetadata":{"domain":"d","configuration":"{}","removed":false}}"#,
            ],
            [
                #"{"txn":{"appId":"a","version":4}}"#,
                #"{"domainMetadata":{"domain":"d","configuration":"","removed":true}}"#,
                #"{"future":{"x":[1,{"y":null}]}}"#,
            ],
        ])
        #expect(try table.open(0).domains.keys.sorted() == ["d"])
        let last = try table.open()
        #expect(last.transactions["a"]?.version == 4 && last.domains.isEmpty)
    }

    @Test func partitionValuesAreTypedUnderTheirPhysicalNames() throws {
        let schema = JSONValue.string(
            #"{"type":"struct","fields":[{"name":"day","type":"date","nullable":true,"metadata":{"delta.columnMapping.physicalName":"col-1"}},{"name":"n","type":"integer","nullable":true,"metadata":{}}]}"#
        ).text
        let metadata =
            #"{"metaData":{"id":"t","schemaString":\#(schema),"partitionColumns":["day","n"],"configuration":{}}}"#
        let file =
            #"{"add":{"path":"x","partitionValues":{"col-1":"1970-02-01","n":""},"size":1,"modificationTime":1,"dataChange":true}}"#
        let table = try T([[T.protocolAction, metadata, file]])
        let values = try #require(Array(try table.open().files).first).partitionValues
        #expect(values.map(\.column) == ["day", "n"] && values.map(\.value) == [.date(31), .null])
    }

    @Test func longLines() throws {
        let long = String(repeating: "x", count: 10 << 20)
        let table = try T([T.start + [T.add("a", #","tags":{"t":"\#(long)"}"#), T.add(long)]])
        #expect(try table.open().names.map(\.utf8.count) == [1, 10 << 20])
    }

    @Test func aCompactionGivesTheSameAsItsCommits() throws {
        let table = try T([
            T.start + [T.add("a"), T.add("b")], [T.remove("a"), T.add("c")], [T.remove("c")], [T.add("d")],
        ])
        // Newest first, and not reconciled: the first word on a file counts.
        table.write(
            "\(LogFile.padded(1)).\(LogFile.padded(2)).compacted.json",
            [T.remove("c"), T.remove("a"), T.add("c")].joined(separator: "\n"))
        var options = LoadOptions()
        for usesCompactions in [true, false] {
            options.usesCompactions = usesCompactions
            for (version, names) in [["a", "b"], ["b", "c"], ["b"], ["b", "d"]].enumerated() {
                #expect(try table.open(Int64(version), options).names == names)
            }
        }
    }

    /// The same snapshot from whichever checkpoint replay starts.
    @Test func aCheckpointInJSONStandsForTheCommitsBeforeIt() throws {
        let table = try T([
            T.start + [T.add("a"), T.add("b")], [T.remove("a"), T.add("c")], [T.remove("b"), T.add("d")],
        ])
        let name = "\(LogFile.padded(1)).checkpoint.0123abcd-0000-4000-8000-000000000000.json"
        table.write(
            name,
            ([#"{"checkpointMetadata":{"version":1}}"#] + T.start + [T.add("b"), T.add("c"), T.remove("a")]).joined(
                separator: "\n"))
        var options = LoadOptions()
        let fast = try table.open(nil, options)
        options.isUsable = { _ in false }
        let slow = try table.open(nil, options)
        #expect(fast.startedFrom?.version == 1 && slow.startedFrom == nil)
        #expect(fast.names == ["c", "d"] && slow.names == fast.names && slow.totals == fast.totals)
    }
}
