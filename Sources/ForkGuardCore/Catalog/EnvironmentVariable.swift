/// An environment variable that changes what a fork does: `rules/environment/<name>.toml`, read.
public struct EnvironmentVariable: Sendable, Equatable {
    public enum Mark: String, Sendable, CaseIterable { case good, note, bad }

    /// What its values mean; the first row that has a value decides.
    public struct Row: Sendable, Equatable {
        /// In lower case; empty: every value.
        public var values: [String]
        public var mark: Mark
        /// What to do, as an imperative sentence without a full stop.
        public var advice: String
    }

    public var name: String
    /// What it is for, as a clause.
    public var meaning: String
    public var evidence: [String]
    public var rows: [Row]

    /// The last row holds for every value.
    public func row(for value: String) -> Row? {
        let value = value.lowercased()
        return rows.first { $0.values.isEmpty || $0.values.contains(value) }
    }
}

extension EnvironmentVariable {
    /// `nil` only if the file has no usable `name`.
    init?(reading file: TableReader, fileName: String) {
        name = file.string("name")
        guard !name.isEmpty else { return nil }
        if name != fileName { file.report("name", .idIsNotFileName(id: name)) }
        meaning = file.string("meaning")
        evidence = LibraryRule.evidence(file)
        rows = file.tables("value") { table in
            let isOther = !table.has("is")
            let values = table.valuesOfVariable("is").map { $0.lowercased() }
            if !isOther, values.isEmpty { table.report("is", .emptyValue) }
            return Row(
                values: values, mark: table.choice("mark", default: nil) ?? .note, advice: table.string("advice"))
        }
        let ends = rows.indices.filter { rows[$0].values.isEmpty }
        if ends != [rows.count - 1] {
            file.report(
                "value", .contradiction("the last row, and no other, has no `is` and holds for all other values"))
        }
    }
}

extension EnvironmentVariable: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(name)
        table.write(meaning)
        table.write(evidence)
        table.write(rows)
    }

    init(from table: inout TableDecoder) {
        self.init(name: table.string(), meaning: table.string(), evidence: table.strings(), rows: table.values())
    }
}

extension EnvironmentVariable.Row: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(values)
        table.write(mark)
        table.write(advice)
    }

    init(from table: inout TableDecoder) {
        self.init(values: table.strings(), mark: table.value(), advice: table.string())
    }
}
