extension LauncherRule {
    /// Reads one `[[launcher]]` table.
    init(reading table: TableReader) {
        let name = table.string("name")
        if !name.isEmpty, !RuleSyntax.isName(name) { table.report("name", .badName(name)) }
        let kind: Kind = table.choice("kind", default: nil) ?? .execSafe
        let parameters = Self.parameters(table)
        self.init(
            name: name, kind: kind, parameters: parameters, defaults: Self.defaults(table),
            when: table.condition("when"), forksAt: Self.moments(table, kind),
            method: Self.method(table, kind), child: Self.children(table),
            submits: Self.submits(table), starts: Self.identifiers(table, "starts"),
            replaceWhen: table.condition("replace_when"),
            result: table.choice("result", default: .object) ?? .object,
            picklesArguments: table.flag("pickles_arguments", default: false),
            remedy: table.optionalString("remedy"),
            methodOverrides: Self.overrides(table), executorParameter: table.optionalString("executor_parameter"),
            joins: Self.identifiers(table, "joins"), tasks: Self.names(table, "tasks"),
            initializers: Self.names(table, "initializers"),
            config: table.table("config") { inner in
                Config(
                    files: inner.strings("files"),
                    setting: inner.has("command") ? inner.optionalString("setting") ?? "" : inner.string("setting"),
                    app: inner.has("command") ? inner.optionalString("app") ?? "" : inner.string("app"),
                    makers: Self.names(inner, "makers"), hooks: Self.identifiers(inner, "hooks"),
                    parentHooks: Self.identifiers(inner, "parent_hooks"),
                    workerHooks: Self.identifiers(inner, "worker_hooks"),
                    command: inner.table("command", Command.init(reading:)),
                    runsTests: inner.flag("runs_tests", default: false),
                    testMark: inner.optionalString("test_mark"),
                    isLoadedByWorkers: inner.flag("loaded_by_workers", default: false))
            })
        for entry in table.dictionary("provides") { provides[entry.key] = entry.value }
        for entry in table.dictionary("instance_attributes") { instanceAttributes[entry.key] = entry.value }
        let isOption = when?.relation == .present
        takesData = table.flag("takes_data", default: false)
        isOfEachCall = table.flag("each_call", default: false)
        foundBy = table.optionalString("found_by") ?? (isOption ? when?.parameter : nil)
        for entry in table.dictionary("losses") {
            losses[entry.key] = entry.value
            if LibraryRule.ChildEnding(rawValue: entry.key) == nil {
                table.report("losses.\(entry.key)", .unknownKey(nearest: nil))
            }
        }
        defaultsFrom = Self.names(table, "defaults_from")
        unlessSet = table.strings("unless_set")
        hooks = Self.identifiers(table, "hooks")
        parentHooks = Self.identifiers(table, "parent_hooks")
        goesOnInChild = table.flag("goes_on_in_child", default: false)
        runsAt = Self.names(table, "runs_at")
        otherwiseHere = Self.children(table, "otherwise_here")
        keepsWhen = table.condition("keeps_when")
        taskClasses = Self.names(table, "task_classes")
        makesTasksFirst = table.flag("makes_tasks_first", default: false)
        taskMethods = Self.identifiers(table, "task_methods")
        parentInitializers = Self.names(table, "parent_initializers")
        isAlone = table.flag("alone", default: false)
        hasOwnThread = table.flag("own_thread", default: false)
        hasLastingThread = table.flag("lasting_thread", default: false)
        isOnlyOfC = table.flag("only_of_c", default: false)
        alive = Self.identifiers(table, "alive")
        registrar = table.optionalString("registrar")
        parent = Self.children(table, "parent")
        startedBy = table.table("started_by", Command.init(reading:))
        instead = table.optionalString("instead")
        inChild = table.optionalString("in_child")
        check(table)
    }

    private func check(_ table: TableReader) {
        if forksAt.contains(.start), starts.isEmpty { table.report("starts", .missingKey) }
        if forksAt.contains(.replace), replaceWhen == nil { table.report("replace_when", .missingKey) }
        if forksAt.contains(.firstSubmit), submits.isEmpty { table.report("submits", .missingKey) }
        if forksAt.contains(.config), tasks.isEmpty, config?.runsTests != true, !table.has("tasks_of") {
            table.report("tasks", .missingKey)
        }
    }

    /// Servers of one kind of application run the same functions of it.
    mutating func takeTasks(of other: LauncherRule) {
        tasks = other.tasks
        taskClasses = other.taskClasses
        taskMethods = other.taskMethods
    }

    private static func parameters(_ table: TableReader) -> [String] {
        let placed = table.placedStrings("parameters")
        for item in placed where !RuleSyntax.isIdentifier(item.text) {
            table.report(line: item.line, "parameters", .badName(item.text))
        }
        return placed.map(\.text)
    }

    private static func identifiers(_ table: TableReader, _ key: String) -> [String] {
        let placed = table.placedStrings(key)
        for item in placed where !RuleSyntax.isIdentifier(item.text) {
            table.report(line: item.line, key, .badName(item.text))
        }
        return placed.map(\.text)
    }

    private static func names(_ table: TableReader, _ key: String) -> [String] {
        let placed = table.placedStrings(key)
        for item in placed where !RuleSyntax.isName(item.text) {
            table.report(line: item.line, key, .badName(item.text))
        }
        return placed.map(\.text)
    }

    private static func defaults(_ table: TableReader) -> [String: ArgumentCondition.Literal] {
        var result: [String: ArgumentCondition.Literal] = [:]
        for item in table.placedStrings("defaults") {
            guard let (name, value) = RuleSyntax.defaultValue(item.text) else {
                table.report(line: item.line, "defaults", .badLiteral(item.text))
                continue
            }
            result[name] = value
        }
        return result
    }

    private static func moments(_ table: TableReader, _ kind: Kind) -> [Moment] {
        let placed = table.placedStrings("forks_at")
        if placed.isEmpty, kind != .execSafe { table.report("forks_at", .missingKey) }
        return placed.compactMap { item in
            if let moment = Moment(rawValue: item.text) { return moment }
            table.report(
                line: item.line, "forks_at",
                .unknownValue(item.text, allowed: Moment.allCases.map(\.rawValue)))
            return nil
        }
    }

    /// Reads `method = "fork"` or `method = { family = "multiprocessing", context_parameter = "mp_context" }`.
    private static func method(_ table: TableReader, _ kind: Kind) -> MethodSource {
        guard let node = table.raw("method") else {
            if kind == .fork { table.report("method", .missingKey) }
            return .fork
        }
        if let text = node.string {
            if text != "fork" { table.report("method", .unknownValue(text, allowed: ["fork"])) }
            return .fork
        }
        return table.table("method") { inner in
            MethodSource.family(
                inner.string("family"), contextParameter: inner.optionalString("context_parameter"))
        } ?? .fork
    }

    private static func children(_ table: TableReader, _ key: String = "child") -> [ChildCall] {
        table.placedStrings(key).compactMap { item in
            if let call = RuleSyntax.call(item.text) { return call }
            table.report(line: item.line, key, .badCall(item.text))
            return nil
        }
    }

    private static func submits(_ table: TableReader) -> [Submit] {
        table.tables("submits") { inner in
            let method = inner.string("method")
            if !method.isEmpty, !RuleSyntax.isIdentifier(method) { inner.report("method", .badName(method)) }
            return Submit(
                method: method, parameters: parameters(inner), child: children(inner), here: children(inner, "here"),
                isStreamed: inner.flag("streamed", default: false))
        }
    }

    private static func overrides(_ table: TableReader) -> [MethodOverride] {
        table.tables("method_overrides") { inner in
            let conditions = inner.conditions("when")
            if conditions.isEmpty { inner.report("when", inner.has("when") ? .emptyValue : .missingKey) }
            return MethodOverride(when: conditions, method: inner.choice("method", default: nil) ?? .spawn)
        }
    }
}

extension StartMethodFamily {
    /// Reads one `[[family]]` table.
    init(reading table: TableReader) {
        let id = table.string("id")
        if !id.isEmpty, !RuleSyntax.isPlainName(id) { table.report("id", .badName(id)) }
        var classes: [String: StartMethod] = [:]
        for (name, method, line) in table.dictionary("context_classes") {
            guard let method = StartMethod(rawValue: method) else {
                table.report(
                    line: line, "context_classes.\(name)",
                    .unknownValue(method, allowed: StartMethod.allCases.map(\.rawValue)))
                continue
            }
            classes[name] = method
        }
        let defaults: [Default] = table.tables("defaults") { inner in
            let python = inner.optionalString("python")
            if let python, SpecifierSet(python) == nil { inner.report("python", .badRange(python)) }
            return Default(
                platform: inner.choice("platform", default: nil as Platform?, isOptional: true), python: python,
                method: inner.choice("method", default: nil) ?? .fork)
        }
        if defaults.isEmpty {
            table.report("defaults", .missingKey)
        } else if defaults.last?.platform != nil || defaults.last?.python != nil {
            table.report("defaults", .contradiction("the last row must hold for every platform and version"))
        }
        self.init(
            id: id, modules: table.strings("modules"), setters: table.strings("setters"),
            getters: table.strings("getters"), contexts: table.strings("contexts"), contextClasses: classes,
            defaults: defaults, preloaders: table.strings("preloaders"),
            preloadsMain: table.optionalString("preloads_main"),
            shares: table.strings("shares"))
        if let preloadsMain, SpecifierSet(preloadsMain) == nil {
            table.report("preloads_main", .badRange(preloadsMain))
        }
    }

    /// True where the family's fork server imports the main module, so that workers are forked from what that has touched.
    public func preloadsMain(python: Version) -> Bool {
        preloadsMain.flatMap { SpecifierSet($0) }?.contains(python) ?? false
    }

    /// The start method that holds where nothing chooses one.
    public func defaultMethod(python: Version, platform: Platform) -> StartMethod {
        let row = defaults.first { row in
            (row.platform ?? platform) == platform
                && (row.python.flatMap { SpecifierSet($0) }?.contains(python) ?? true)
        }
        return row?.method ?? .fork
    }
}

extension PathEnd {
    /// Reads one `[[path_end]]` table.
    init(reading table: TableReader) {
        let name = table.string("name")
        if !name.isEmpty, !RuleSyntax.isName(name) { table.report("name", .badName(name)) }
        self.init(name: name, kind: table.choice("kind", default: nil) ?? .exit)
    }
}

extension ApplicationRule {
    /// Reads one `[[application]]` table.
    init(reading table: TableReader) {
        let name = table.string("name")
        if !name.isEmpty, !RuleSyntax.isName(name) { table.report("name", .badName(name)) }
        self.init(
            name: name, makers: table.strings("makers"), parts: table.strings("parts"),
            startup: table.strings("startup"), lifespans: table.strings("lifespans"), groups: table.strings("groups"),
            dependencies: table.strings("dependencies"),
            contexts: Dictionary(table.dictionary("contexts").map { ($0.key, $0.value) }) { first, _ in first },
            contextClasses: table.strings("context_classes"), requests: table.strings("requests"),
            current: table.strings("current"), attaches: table.strings("attaches"),
            contextMakers: table.strings("context_makers"), handsRequest: table.flag("hands_request", default: false),
            locals: table.strings("locals"), localContexts: table.strings("local_contexts"))
        if makers.isEmpty, groups.isEmpty { table.report("makers", .missingKey) }
    }
}

extension LauncherRule.Command {
    init(reading table: TableReader) {
        self.init(
            program: table.string("program"), environment: table.optionalString("environment"),
            sections: table.strings("sections"),
            line: table.optionalString("line"), words: table.strings("words"), needs: Self.conditions(table, "needs"),
            unless: Self.conditions(table, "unless"), app: table.strings("app"), settings: table.strings("settings"),
            folder: table.strings("folder"),
            bare: table.strings("bare"),
            short: Dictionary(table.dictionary("short").map { ($0.key, $0.value) }) { first, _ in first },
            calls: table.strings("calls"))
        if needs.isEmpty { table.report("needs", .missingKey) }
    }

    private static func conditions(_ table: TableReader, _ key: String) -> [ArgumentCondition] {
        table.placedStrings(key).compactMap { item in
            let condition = RuleSyntax.condition(item.text)
            if condition == nil { table.report(line: item.line, key, .badCondition(item.text)) }
            return condition
        }
    }
}
