// How each part of the catalogue stands in the generated table. Writer and reader of a type stand together
// and name the fields in the same order.

extension Catalog: TableCodable {
    /// Changes with the coding.
    private static let codingVersion = 14

    /// The catalogue's rules, decoded once from the table inside the command.
    public static let builtIn: Catalog = CatalogTable.text.withUTF8Buffer { bytes in
        bytes.isEmpty ? Catalog() : decode(bytes)
    }

    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Catalog {
        var table = TableDecoder(bytes)
        let catalog = Catalog(from: &table)
        precondition(table.isAtEnd, "the generated table goes on after its end; run `make generate`")
        return catalog
    }

    /// The text of the generated table.
    public var tableText: String {
        var table = TableWriter()
        write(to: &table)
        return table.text
    }

    /// The generated Swift file, whole.
    public var generatedSource: String {
        """
        // swift-format-ignore-file
        // Generated from rules/ by `make generate`; a test fails when it is stale.

        enum CatalogTable {
            // swift-format-ignore
            static let text: StaticString = ##\"\"\"
        \(tableText)
        \(TableText.delimiter)
        }

        """
    }

    func write(to table: inout TableWriter) {
        table.write(Self.codingVersion)
        table.write(libraries)
        table.write(launchers)
        table.write(families)
        table.write(pathEnds)
        table.write(applications)
        table.write(projects)
        table.write(plainModules)
        table.write(dataModules)
        table.write(equivalents)
        table.write(checks)
        table.write(launcherFiles)
        table.write(variables)
        table.write(settings)
    }

    init(from table: inout TableDecoder) {
        self.init()
        precondition(table.number() == Self.codingVersion, "the generated table is stale; run `make generate`")
        libraries = table.values()
        launchers = table.values()
        families = table.values()
        pathEnds = table.values()
        applications = table.values()
        projects = table.values()
        plainModules = table.strings()
        dataModules = table.strings()
        equivalents = table.dictionary()
        checks = table.values()
        launcherFiles = table.values()
        variables = table.values()
        settings = table.values()
    }
}

extension LibraryRule: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(id)
        table.write(title)
        table.write(code.text)
        table.write(language)
        table.write(imports)
        table.write(distributions)
        table.write(scope)
        table.write(importIsTouch)
        table.write(needsUse)
        table.write(needsProvenUse)
        table.write(isOptIn)
        table.write(touches)
        table.write(uses)
        table.write(notTouches)
        table.write(releases)
        table.write(aliases)
        table.write(returns)
        table.write(versions)
        table.write(threads)
        table.write(messages)
        table.write(mechanism)
        table.write(remedy)
        table.write(spawnLacks)
        table.write(price)
        table.write(evidence)
        table.write(programs)
        table.write(sharedRuntime)
        table.write(launchers)
        table.write(safeLaunchers)
        table.write(implies)
        table.write(derives)
        table.write(rebinds)
        table.write(harmlessEnvironment)
        table.write(listeners)
        table.write(detaches)
        table.write(concatenates)
        table.write(members)
        table.write(isPerThread)
        table.write(generatedClients)
        table.write(outsideClasses)
        table.write(settings)
        table.write(harmlessWhen)
        table.write(harmlessIn)
        table.write(defaultArguments)
        table.write(spins)
        table.write(fills)
        table.write(isFromC)
        table.write(needsSharing)
        table.write(unpicklingIsUse)
        table.write(setters)
    }

    init(from table: inout TableDecoder) {
        self.init(
            id: table.string(), title: table.string(), code: RuleCode(table.string()), language: table.value(),
            imports: table.strings(), distributions: table.strings(), scope: table.value(),
            importIsTouch: table.flag(), needsUse: table.flag(), needsProvenUse: table.flag(),
            isOptIn: table.flag(), touches: table.values(), uses: table.values(), notTouches: table.strings(),
            releases: table.strings(), aliases: table.dictionary(), returns: table.dictionary(),
            versions: table.values(), threads: table.strings(), messages: table.strings(),
            mechanism: table.string(), remedy: table.string(),
            spawnLacks: table.optionalString(), price: table.string(),
            evidence: table.strings(), programs: table.values(), sharedRuntime: table.optionalString(),
            launchers: table.strings())
        safeLaunchers = table.strings()
        implies = table.strings()
        derives = table.dictionary()
        rebinds = table.dictionary()
        harmlessEnvironment = table.strings()
        listeners = table.strings()
        detaches = table.strings()
        concatenates = table.strings()
        members = table.dictionary()
        isPerThread = table.flag()
        generatedClients = table.dictionary()
        outsideClasses = table.dictionary()
        settings = table.strings()
        harmlessWhen = table.values()
        harmlessIn = table.values()
        defaultArguments = table.strings()
        spins = table.flag()
        fills = table.strings()
        isFromC = table.flag()
        needsSharing = table.flag()
        unpicklingIsUse = table.flag()
        setters = table.values()
    }
}

extension LibraryRule.Setter: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(name)
        table.write(sets)
        table.write(parameters)
        table.write(when) { $0.write($1) }
        table.write(value)
    }

    init(from table: inout TableDecoder) {
        self.init(
            name: table.string(), sets: table.string(), parameters: table.strings(),
            when: table.optional { $0.value() }, value: table.optionalString())
    }
}

extension LibraryRule.HarmlessCase: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(when)
        table.write(only.distribution)
        table.write(only.range)
    }

    init(from table: inout TableDecoder) {
        self.init(
            when: table.value(),
            only: LibraryRule.VersionLimit(distribution: table.string(), range: table.string()))
    }
}

extension LibraryRule.Touch: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(name)
        table.write(kind)
        table.write(parameters)
        table.write(when) { $0.write($1) }
        table.write(only) {
            $0.write($1.distribution)
            $0.write($1.range)
        }
        table.write(handle)
        table.write(unless)
        table.write(isByThread)
        table.write(isOfResult)
    }

    init(from table: inout TableDecoder) {
        self.init(
            name: table.string(), kind: table.value(), parameters: table.strings(),
            when: table.optional { $0.value() },
            only: table.optional { LibraryRule.VersionLimit(distribution: $0.string(), range: $0.string()) },
            handle: table.optionalString(), unless: table.values(), isByThread: table.flag(),
            isOfResult: table.flag())
    }
}

extension LibraryRule.VersionOutcome: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(range)
        table.write(outcome)
        table.write(text)
        table.write(platform) { $0.write($1) }
        table.write(environment)
        table.write(ending) { $0.write($1) }
    }

    init(from table: inout TableDecoder) {
        self.init(
            range: table.string(), outcome: table.value(), text: table.string(),
            platform: table.optional { $0.value() }, environment: table.strings(),
            ending: table.optional { $0.value() })
    }
}

extension RuleProgram: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(kind)
        table.write(note)
        table.write(code)
        table.write(pins)
        table.write(target)
    }

    init(from table: inout TableDecoder) {
        self.init(
            kind: table.value(), note: table.string(), code: table.string(), pins: table.dictionary(),
            target: table.optionalString())
    }
}

extension ArgumentCondition: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(parameter)
        switch relation {
        case .present: table.write(0)
        case .absent: table.write(1)
        case .greater(let bound):
            table.write(2)
            table.write(Literal.int(bound))
        case .equal(let literal):
            table.write(3)
            table.write(literal)
        case .notEqual(let literal):
            table.write(4)
            table.write(literal)
        case .known(let literal):
            table.write(5)
            table.write(literal)
        case .begins(let text):
            table.write(6)
            table.write(text)
        case .instance(let name):
            table.write(7)
            table.write(name)
        }
    }

    init(from table: inout TableDecoder) {
        let parameter = table.string()
        let relation: Relation
        switch table.number() {
        case 0: relation = .present
        case 1: relation = .absent
        case 2:
            guard case .int(let bound) = Literal(from: &table) else {
                preconditionFailure("the generated table has a bound that is no number")
            }
            relation = .greater(bound)
        case 3: relation = .equal(table.value())
        case 4: relation = .notEqual(table.value())
        case 5: relation = .known(table.value())
        case 6: relation = .begins(table.string())
        default: relation = .instance(table.string())
        }
        self.init(parameter: parameter, relation: relation)
    }
}

extension ArgumentCondition.Literal: TableCodable {
    func write(to table: inout TableWriter) {
        switch self {
        case .none: table.write(0)
        case .bool(let value):
            table.write(1)
            table.write(value)
        case .string(let value):
            table.write(2)
            table.write(value)
        // As text: the table's numbers have no sign.
        case .int(let value):
            table.write(3)
            table.write(String(value))
        }
    }

    init(from table: inout TableDecoder) {
        switch table.number() {
        case 0: self = .none
        case 1: self = .bool(table.flag())
        case 2: self = .string(table.string())
        default: self = .int(Int(table.string()) ?? 0)
        }
    }
}

extension PathEnd: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(name)
        table.write(kind)
    }

    init(from table: inout TableDecoder) { self.init(name: table.string(), kind: table.value()) }
}

extension ApplicationRule: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(name)
        for names in [makers, parts, startup, lifespans, groups, dependencies] { table.write(names) }
        table.write(contexts)
        table.write(contextClasses)
        table.write(requests)
        table.write(current)
        for names in [attaches, contextMakers, locals, localContexts] { table.write(names) }
        table.write(handsRequest)
    }

    init(from table: inout TableDecoder) {
        self.init(
            name: table.string(), makers: table.strings(), parts: table.strings(), startup: table.strings(),
            lifespans: table.strings(), groups: table.strings(), dependencies: table.strings(),
            contexts: table.dictionary(), contextClasses: table.strings(), requests: table.strings(),
            current: table.strings())
        attaches = table.strings()
        contextMakers = table.strings()
        locals = table.strings()
        localContexts = table.strings()
        handsRequest = table.flag()
    }
}

extension CheckPage: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(code.text)
        table.write(name)
        table.write(summary)
        table.write(defaultLevel)
        table.write(isOptIn)
        table.write(markdown)
        table.write(programs)
    }

    init(from table: inout TableDecoder) {
        self.init(
            code: RuleCode(table.string()), name: table.string(), summary: table.string(),
            defaultLevel: table.value(), isOptIn: table.flag(), markdown: table.string(), programs: table.values())
    }
}

extension LauncherFile: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(id)
        table.write(summary)
        table.write(evidence)
        table.write(programs)
    }

    init(from table: inout TableDecoder) {
        self.init(id: table.string(), summary: table.string(), evidence: table.strings(), programs: table.values())
    }
}
