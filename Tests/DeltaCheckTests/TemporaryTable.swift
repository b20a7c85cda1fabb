import Glibc

@testable import DeltaCheck

/// A table in a folder of its own, removed at the end.
final class TemporaryTable {
    let path: String
    let engine: DeltaEngine

    static let schema =
        #"{"type":"struct","fields":[{"name":"a","type":"long","nullable":true,"metadata":{}},{"name":"p","type":"integer","nullable":true,"metadata":{}}]}"#

    /// - Parameter commits: the actions of each version, a line each.
    init(_ commits: [[String]] = []) throws {
        var template = Array("/tmp/forkguard-delta-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "a temporary folder")
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        engine = try DeltaEngine(workers: 2)
        try LocalStorage().makeFolder(Array((path + "/_delta_log").utf8))
        for (version, actions) in commits.enumerated() {
            write(LogFile.commitName(Int64(version)), actions.joined(separator: "\n"))
        }
    }

    deinit {
        for folder in ["/_delta_log/_sidecars", "/_delta_log", ""] {
            guard let listing = try? LocalStorage().list(Array((path + folder).utf8)) else { continue }
            for name in listing.files { unlink(path + folder + "/" + String(decoding: name, as: UTF8.self)) }
            rmdir(path + folder)
        }
    }

    func write(_ name: String, _ text: String) {
        unlink(path + "/_delta_log/" + name)
        do {
            try LocalStorage().putIfAbsent(Array((path + "/_delta_log/" + name).utf8), Array(text.utf8))
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// Gives a commit file a modification time, in seconds since 1970.
    func setTime(_ version: Int64, _ seconds: Int) {
        var times = [timeval(tv_sec: seconds, tv_usec: 0), timeval(tv_sec: seconds, tv_usec: 0)]
        utimes(path + "/_delta_log/" + LogFile.commitName(version), &times)
    }

    var table: DeltaTable { get throws { try engine.table(at: path) } }

    func open(_ version: TableVersion? = nil, _ options: LoadOptions = LoadOptions()) throws -> DetachedSnapshot {
        try table.snapshot(version: version, options: options).detached()
    }

    /// The words of the error that opening throws; empty where it throws none.
    func refusal(_ version: TableVersion? = nil) -> String {
        do {
            _ = try open(version)
            return ""
        } catch {
            return "\(error)"
        }
    }

    static let protocolAction = #"{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}"#

    static func metadata(_ configuration: String = "{}", partitions: String = "[]", id: String = "t") -> String {
        let schema = JSONValue.string(schema).text
        return
            #"{"metaData":{"id":"\#(id)","format":{"provider":"parquet","options":{}},"schemaString":\#(schema),"partitionColumns":\#(partitions),"configuration":\#(configuration),"createdTime":5}}"#
    }

    static func add(_ path: String, _ more: String = "") -> String {
        #"{"add":{"path":"\#(path)","partitionValues":{},"size":10,"modificationTime":1,"dataChange":true\#(more)}}"#
    }

    static func remove(_ path: String, _ more: String = "") -> String {
        #"{"remove":{"path":"\#(path)","deletionTimestamp":1,"dataChange":true\#(more)}}"#
    }

    static let start = [protocolAction, metadata()]
}

extension DetachedSnapshot {
    var names: [String] {
        let paths = sortedPaths()
        return (0..<paths.count).map { String(decoding: paths[$0], as: UTF8.self) }
    }
}
