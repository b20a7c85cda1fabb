/// What `forkguard delta` prints for people: lines, which the caller makes safe for a terminal.
public enum TextReport {
    /// Version, protocol, metadata and sums.
    public static func summary(_ snapshot: DetachedSnapshot, name: String) -> [String] {
        var lines = ["\(name), version \(snapshot.version)"]
        func add(_ label: String, _ text: String) {
            lines.append("  " + label + String(repeating: " ", count: max(1, 14 - label.count)) + text)
        }
        let metadata = snapshot.metadata
        if let tableName = metadata.name { add("name", tableName) }
        add("id", metadata.id ?? "none")
        if let created = metadata.createdTime { add("created", CalendarTime.text(milliseconds: created)) }
        add("protocol", protocolText(snapshot.tableProtocol))
        add("columns", "\(snapshot.schema.fields.count)")
        if !metadata.partitionColumns.isEmpty { add("partitioned", metadata.partitionColumns.joined(separator: ", ")) }
        let totals = snapshot.totals
        add("files", "\(totals.files), \(totals.bytes) bytes")
        let uncounted = totals.filesWithoutRecordCount
        add("records", "\(totals.records)" + (uncounted > 0 ? ", and those of \(uncounted) files without a count" : ""))
        if totals.vectors > 0 {
            add("vectors", "\(totals.vectors) deletion vectors, which delete \(totals.deletedRecords) records")
        }
        for (key, value) in metadata.configuration.sorted(by: { $0.key < $1.key }) {
            add("property", "\(key) = \(value)")
        }
        for (id, transaction) in snapshot.transactions.sorted(by: { $0.key < $1.key }) {
            add("application", "\(id) at \(transaction.version)")
        }
        if !snapshot.domains.isEmpty { add("domains", snapshot.domains.keys.sorted().joined(separator: ", ")) }
        add("replayed", replayText(snapshot))
        for warning in snapshot.warnings { add("warning", warning) }
        return lines
    }

    private static func protocolText(_ tableProtocol: TableProtocol) -> String {
        func part(_ role: String, _ version: Int, _ features: [String]?) -> String {
            let list = features.map { $0.isEmpty ? "" : " (" + $0.sorted().joined(separator: ", ") + ")" } ?? ""
            return "\(role) \(version)\(list)"
        }
        return part("reader", tableProtocol.minReaderVersion, tableProtocol.readerFeatures) + ", "
            + part("writer", tableProtocol.minWriterVersion, tableProtocol.writerFeatures)
    }

    private static func replayText(_ snapshot: DetachedSnapshot) -> String {
        guard let base = snapshot.startedFrom else { return "commits 0 to \(snapshot.version)" }
        let kind =
            switch base.kind {
            case .classic: "checkpoint \(base.version)"
            case .parts: "checkpoint \(base.version) in \(base.files.count) parts"
            case .uuid: "V2 checkpoint \(base.version)"
            }
        return base.version == snapshot.version ? kind : "\(kind) and the commits after it"
    }

    /// The columns as a tree.
    public static func schema(_ snapshot: DetachedSnapshot) -> [String] {
        var lines: [String] = []
        for field in snapshot.schema.fields {
            var line = "\(field.name): \(field.type)" + (field.isNullable ? "" : " not null")
            if field.physicalName != field.name { line += "  (stored as \(field.physicalName))" }
            if snapshot.metadata.partitionColumns.contains(field.name) { line += "  (partition column)" }
            lines.append(line)
        }
        return lines
    }

    /// One line a commit, newest first.
    public static func history(_ records: [CommitRecord]) -> [String] {
        records.map { record in
            var line = "\(record.version)  \(CalendarTime.text(milliseconds: record.timestamp))  "
            line += record.operation ?? (record.info == nil ? "(no commitInfo)" : "(no operation)")
            if let parameters = record.operationParameters, !parameters.fields.isEmpty {
                line +=
                    "  "
                    + parameters.fields.map { "\($0.key)=\($0.value.string ?? $0.value.text)" }.joined(separator: " ")
            }
            if let engine = record.engine { line += "  by \(engine)" }
            return line
        }
    }

    /// Calls `line` for each file, by path: size, records, path.
    public static func files(_ snapshot: DetachedSnapshot, _ line: (String) -> Void) {
        let paths = snapshot.sortedPaths()
        for index in 0..<paths.count {
            let file = snapshot.file(paths.place(index))
            let records = file.recordCount.map { "\($0)" } ?? "-"
            let deleted = file.deletionVector.map { "-\($0.cardinality ?? 0)" } ?? ""
            line("\(file.size)\t\(records)\(deleted)\t" + String(decoding: paths[index], as: UTF8.self))
        }
    }
}
