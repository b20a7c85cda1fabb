/// A setting of a server or a test runner that makes it fork after it loaded the program: `rules/settings/<name>.toml`, read.
public struct ProjectSetting: Sendable, Equatable {
    /// What a line of a file must look like; all that is given must hold.
    public struct Line: Sendable, Equatable {
        /// `[section]` that it stands in; empty: any.
        public var section: String
        /// The line begins with one of these; empty: with anything.
        public var keys: [String]
        /// The value after the key is one of these; empty: any.
        public var values: [String]
        /// All of these are words of the line.
        public var has: [String]
        /// None of these is.
        public var without: [String]
        /// Keys of the same section any of which, set to true or 1, makes the setting harmless.
        public var unlessSet: [String]
    }

    public var name: String
    /// What it does, as a clause.
    public var meaning: String
    /// What to do, as an imperative sentence without a full stop.
    public var advice: String
    /// Names of files; `*.ini` stands for all that end so.
    public var files: [String]
    public var evidence: [String]
    public var lines: [Line]

    func concerns(_ file: String) -> Bool {
        files.contains { $0.hasPrefix("*") ? file.hasSuffix($0.dropFirst()) : file == $0 }
    }
}

extension ProjectSetting {
    /// `nil` only if the file has no usable `name`.
    init?(reading file: TableReader, fileName: String) {
        name = file.string("name")
        guard !name.isEmpty else { return nil }
        if name != fileName { file.report("name", .idIsNotFileName(id: name)) }
        meaning = file.string("meaning")
        advice = file.string("advice")
        files = file.strings("files")
        if files.isEmpty { file.report("files", .emptyValue) }
        evidence = LibraryRule.evidence(file)
        lines = file.tables("line") { table in
            let line = Line(
                section: table.optionalString("section") ?? "", keys: table.strings("keys"),
                values: table.strings("values"), has: table.strings("has"), without: table.strings("without"),
                unlessSet: table.strings("unless_set"))
            if line.keys.isEmpty, line.has.isEmpty {
                table.report("keys", .contradiction("a row without `keys` needs `has`: it would mean every line"))
            }
            return line
        }
        if lines.isEmpty { file.report("line", .emptyValue) }
    }
}

extension ProjectSetting: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(name)
        table.write(meaning)
        table.write(advice)
        table.write(files)
        table.write(evidence)
        table.write(lines)
    }

    init(from table: inout TableDecoder) {
        self.init(
            name: table.string(), meaning: table.string(), advice: table.string(), files: table.strings(),
            evidence: table.strings(), lines: table.values())
    }
}

extension ProjectSetting.Line: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(section)
        table.write(keys)
        table.write(values)
        table.write(has)
        table.write(without)
        table.write(unlessSet)
    }

    init(from table: inout TableDecoder) {
        self.init(
            section: table.string(), keys: table.strings(), values: table.strings(), has: table.strings(),
            without: table.strings(), unlessSet: table.strings())
    }
}
