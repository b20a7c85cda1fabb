extension LibraryRule {
    /// Reads `libraries/<id>.toml`; `nil` only if the file has no usable `id`.
    init?(reading file: TableReader, fileName: String) {
        let id = file.string("id")
        guard !id.isEmpty else { return nil }
        if id != fileName { file.report("id", .idIsNotFileName(id: id)) }
        let code = file.string("code")
        if !code.isEmpty, !RuleSyntax.isCode(code) { file.report("code", .badCode(code)) }
        let touches = Self.touches(file, "touch", required: !file.flag("import_is_touch", default: false))
        self.init(
            id: id, title: file.string("title"), code: RuleCode(code),
            language: file.choice("language", default: .python) ?? .python,
            imports: Self.names(file, "import", isRequired: true),
            distributions: Self.distributions(file),
            scope: file.choice("scope", default: nil) ?? .process,
            importIsTouch: file.flag("import_is_touch", default: false),
            needsUse: file.flag("needs_use", default: true),
            needsProvenUse: file.flag("needs_proven_use", default: false),
            isOptIn: file.flag("opt_in", default: false),
            touches: touches, uses: Self.touches(file, "use", required: false),
            notTouches: Self.names(file, "not_touch"), releases: Self.names(file, "release"),
            aliases: Self.renames(file, "aliases"), returns: Self.renames(file, "returns"),
            versions: Self.versions(file),
            threads: Self.threads(file), messages: file.strings("messages"),
            mechanism: file.string("mechanism"), remedy: file.string("remedy"),
            spawnLacks: file.optionalString("spawn_lacks"), price: file.string("price"),
            evidence: Self.evidence(file), programs: RuleProgram.list(file), sharedRuntime: nil)
        if let lazy = file.condition("lazy_when") {
            self.touches += uses.filter { $0.kind == .method }.map { $0.asked(lazy) }
        }
        sharedRuntime = file.optionalString("runtime")
        needsSharing = file.flag("needs_sharing", default: false)
        unpicklingIsUse = file.flag("unpickling_is_use", default: false)
        launchers = Self.names(file, "launchers")
        implies = Self.names(file, "implies")
        safeLaunchers = Self.names(file, "safe_launchers")
        spins = file.flag("spins", default: false)
        derives = Self.renames(file, "derives")
        rebinds = Self.renames(file, "rebinds")
        settings = Self.names(file, "settings")
        for item in file.placedStrings("harmless_when") {
            if let condition = RuleSyntax.condition(item.text) {
                harmlessWhen.append(condition)
            } else {
                file.report(line: item.line, "harmless_when", .badCondition(item.text))
            }
        }
        harmlessIn = file.tables("harmless") { table in
            guard let when = table.condition("when"), let only = table.versionLimit("only") else {
                for key in ["when", "only"] where !table.has(key) { table.report(key, .missingKey) }
                return nil
            }
            return HarmlessCase(when: when, only: only)
        }.compactMap { $0 }
        setters = file.tables("setter") { table in
            Setter(
                name: table.string("name"), sets: table.string("sets"),
                parameters: table.placedStrings("parameters").map(\.text), when: table.condition("when"),
                value: table.optionalString("value"))
        }
        for item in file.placedStrings("default_arguments") {
            let parts = item.text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, RuleSyntax.isIdentifier(parts[0]), RuleSyntax.isName(String(parts[1])) else {
                file.report(line: item.line, "default_arguments", .badCondition(item.text))
                continue
            }
            defaultArguments.append(item.text)
        }
        outsideClasses = Self.renames(file, "outside_classes")
        for entry in file.dictionary("generated_clients") { generatedClients[entry.key] = entry.value }
        listeners = Self.names(file, "listeners")
        detaches = Self.names(file, "detaches")
        concatenates = Self.names(file, "concatenates")
        members = Self.renames(file, "members")
        isPerThread = file.flag("per_thread", default: false)
        fills = Self.names(file, "fills")
        isFromC = file.flag("from_c", default: false)
        harmlessEnvironment = Self.environment(file, "harmless_env")
        if !needsUse, needsProvenUse {
            file.report("needs_proven_use", .contradiction("contradicts `needs_use = false`"))
        }
    }

    private static func touches(_ file: TableReader, _ key: String, required: Bool) -> [Touch] {
        var seen: [String: Int] = [:]
        let touches: [Touch] = file.tables(key) { table in
            let name = table.string("name")
            if !name.isEmpty, !RuleSyntax.isName(name) { table.report("name", .badName(name)) }
            let when = table.condition("when")
            let only = table.versionLimit("only")
            let identity = "\(name) \(table.optionalString("when") ?? "") \(only?.range ?? "")"
            if let first = seen[identity] {
                table.report("name", .duplicate(name: name, firstLine: first))
            }
            seen[identity] = table.line(of: "name")
            let parameters = table.placedStrings("parameters").map(\.text)
            let handle = table.optionalString("handle")
            if let handle, !parameters.contains(handle) {
                table.report("handle", .contradiction("`\(handle)` is none of the `parameters`"))
            }
            return Touch(
                name: name, kind: table.choice("kind", default: nil) ?? .function, parameters: parameters, when: when,
                only: only, handle: handle, unless: table.conditions("unless"),
                isByThread: table.flag("by_thread", default: false),
                isOfResult: table.flag("of_result", default: false))
        }
        if required, touches.isEmpty { file.report(key, .missingKey) }
        return touches
    }

    private static func versions(_ file: TableReader) -> [VersionOutcome] {
        let placed: [(row: VersionOutcome, line: Int)] = file.tables("version") { table in
            let range = table.string("range", canBeEmpty: true)
            if SpecifierSet(range) == nil { table.report("range", .badRange(range)) }
            let outcome: Outcome = table.choice("outcome", default: nil) ?? .uncertain
            let isHarmless = outcome == .ok
            let row = VersionOutcome(
                range: range, outcome: outcome,
                text: isHarmless ? table.optionalString("text") ?? "works" : table.string("text"),
                platform: table.choice("platform", default: nil as Platform?, isOptional: true),
                environment: Self.environment(table, "env"),
                ending: table.choice("ends", default: nil as ChildEnding?, isOptional: true))
            return (row, table.line)
        }
        if placed.isEmpty { file.report("version", .missingKey) }
        let plain = placed.filter(\.row.environment.isEmpty)
        for platform in Platform.allCases {
            if checkCoverage(plain.filter { $0.row.platform ?? platform == platform }, file) { break }
        }
        return placed.map(\.row)
    }

    /// Reports versions that no row or two rows hold; true if it did.
    private static func checkCoverage(_ placed: [(row: VersionOutcome, line: Int)], _ file: TableReader) -> Bool {
        let rows = placed.compactMap { item in SpecifierSet(item.row.range).map { ($0, item) } }
        guard rows.count == placed.count, !rows.isEmpty else { return false }
        for version in SpecifierSet.samples(of: rows.map(\.0)) {
            let holding = rows.filter { $0.0.contains(version) }.map(\.1)
            if holding.isEmpty {
                file.report(line: placed[0].line, "version.range", .rangesLeaveOut(version: "\(version)"))
                return true
            }
            if holding.count > 1 {
                file.report(
                    line: holding[1].line, "version.range",
                    .rangesOverlap(
                        version: "\(version)", first: holding[0].row.range, second: holding[1].row.range))
                return true
            }
        }
        return false
    }

    /// Settings of the form `NAME=value`.
    private static func environment(_ file: TableReader, _ key: String) -> [String] {
        let settings = file.placedStrings(key).map(\.text)
        for setting in settings where setting.first == "=" || !setting.contains("=") {
            file.report(key, .contradiction("`\(setting)` is not of the form `NAME=value`"))
        }
        return settings
    }

    private static func names(_ file: TableReader, _ key: String, isRequired: Bool = false) -> [String] {
        let placed = file.placedStrings(key)
        if isRequired, placed.isEmpty { file.report(key, file.has(key) ? .emptyValue : .missingKey) }
        for (index, item) in placed.enumerated() {
            if !RuleSyntax.isName(item.text) { file.report(line: item.line, key, .badName(item.text)) }
            if let first = placed[..<index].first(where: { $0.text == item.text }) {
                file.report(line: item.line, key, .duplicate(name: item.text, firstLine: first.line))
            }
        }
        return placed.map(\.text)
    }

    private static func distributions(_ file: TableReader) -> [String] {
        let names = file.strings("dist")
        if names.isEmpty { file.report("dist", file.has("dist") ? .emptyValue : .missingKey) }
        return names.map(normalizedDistribution)
    }

    private static func threads(_ file: TableReader) -> [String] {
        file.placedStrings("threads").map { item in
            if item.text.utf8.count > 15 {
                file.report(
                    line: item.line, "threads", .contradiction("`\(item.text)` is longer than the kernel's 15 bytes"))
            }
            return item.text
        }
    }

    static func renames(_ file: TableReader, _ key: String) -> [String: String] {
        var result: [String: String] = [:]
        for (left, right, line) in file.dictionary(key) {
            for name in [left, right] where !RuleSyntax.isName(name) {
                file.report(line: line, "\(key).\(left)", .badName(name))
            }
            result[left] = right
        }
        return result
    }

    static func evidence(_ file: TableReader) -> [String] {
        let links = file.placedStrings("evidence")
        if links.isEmpty { file.report("evidence", file.has("evidence") ? .emptyValue : .missingKey) }
        for link in links where !link.text.contains("https://") {
            file.report(line: link.line, "evidence", .notALink(link.text))
        }
        return links.map(\.text)
    }
}

extension RuleProgram {
    /// Reads the `[[program]]` tables; a file needs one of each kind.
    static func list(_ file: TableReader) -> [RuleProgram] {
        let programs: [RuleProgram] = file.tables("program") { table in
            let program = RuleProgram(
                kind: table.choice("kind", default: nil) ?? .good, note: table.string("note"),
                code: table.string("code"), pins: pins(table), target: table.optionalString("target"))
            if program.kind == .bad, program.markedLines.isEmpty {
                table.report("code", .badProgramWithoutMark)
            }
            if program.kind != .bad, !program.markedLines.isEmpty {
                table.report("code", .markInGoodProgram)
            }
            return program
        }
        for kind in Kind.allCases where !programs.contains(where: { $0.kind == kind }) {
            file.report("program", .missingProgram(kind.rawValue))
        }
        return programs
    }

    private static func pins(_ table: TableReader) -> [String: String] {
        var pins: [String: String] = [:]
        for (name, version, line) in table.dictionary("pins") {
            if Version(version) == nil { table.report(line: line, "pins.\(name)", .badRange(version)) }
            pins[normalizedDistribution(name)] = version
        }
        return pins
    }

    /// How comments of either language begin, and what they may promise.
    private static let marks = ["#", "//"].flatMap { comment in
        [Level.error, .warning, .note].map { (comment, $0) }
    }

    /// One-based lines that end in `# error: CODE` or `# warning: CODE`, with what they promise.
    public var markedLines: [(line: Int, level: Level, code: RuleCode)] {
        var marks: [(line: Int, level: Level, code: RuleCode)] = []
        for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for (comment, level) in Self.marks {
                let mark = "\(comment) \(level.rawValue): "
                guard let start = line.range(of: mark) else { continue }
                let code = RuleSyntax.trimmed(line[start.upperBound...])
                if RuleSyntax.isCode(code) { marks.append((index + 1, level, RuleCode(code))) }
            }
        }
        return marks
    }
}

extension Substring {
    /// The first place of `text`, without Foundation.
    fileprivate func range(of text: String) -> Range<Index>? {
        var position = startIndex
        while position < endIndex {
            if self[position...].hasPrefix(text) {
                return position..<index(position, offsetBy: text.count)
            }
            position = index(after: position)
        }
        return nil
    }
}

/// Returns the name under which PEP 503 compares distributions: `Dask_DeltaTable` is `dask-deltatable`.
public func normalizedDistribution(_ name: some StringProtocol) -> String {
    var result = ""
    var isPending = false
    for character in name.lowercased() {
        if character == "-" || character == "_" || character == "." {
            isPending = true
            continue
        }
        if isPending { result.append("-") }
        isPending = false
        result.append(character)
    }
    return isPending ? result + "-" : result
}

extension TableReader {
    func string(_ key: String, canBeEmpty: Bool) -> String {
        canBeEmpty && has(key) ? optionalString(key) ?? "" : string(key)
    }

    func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String, default fallback: Value?, isOptional: Bool
    ) -> Value? where Value.RawValue == String {
        guard isOptional, !has(key) else { return choice(key, default: fallback) }
        _ = optionalString(key)
        return nil
    }

    func condition(_ key: String) -> ArgumentCondition? {
        guard let text = optionalString(key) else { return nil }
        if let condition = RuleSyntax.condition(text) { return condition }
        report(key, .badCondition(text))
        return nil
    }

    /// Reads an array of conditions.
    func conditions(_ key: String) -> [ArgumentCondition] {
        placedStrings(key).compactMap { item in
            if let condition = RuleSyntax.condition(item.text) { return condition }
            report(line: item.line, key, .badCondition(item.text))
            return nil
        }
    }

    /// Reads `polars<1.20`.
    func versionLimit(_ key: String) -> LibraryRule.VersionLimit? {
        guard let text = optionalString(key) else { return nil }
        let name = text.prefix { !"=<>!~ ".contains($0) }
        let range = RuleSyntax.trimmed(text.dropFirst(name.count))
        guard !name.isEmpty, !range.isEmpty, SpecifierSet(range) != nil else {
            report(key, .badRange(text))
            return nil
        }
        return LibraryRule.VersionLimit(distribution: normalizedDistribution(name), range: range)
    }
}
