// The launchers' part of the generated table; see `CatalogCoding.swift`.

extension LauncherRule: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(name)
        table.write(language)
        table.write(kind)
        table.write(parameters)
        table.write(defaults.sorted { $0.key < $1.key }) {
            $0.write($1.key)
            $0.write($1.value)
        }
        table.write(when) { $0.write($1) }
        table.write(forksAt) { $0.write($1) }
        table.write(method)
        table.write(child)
        table.write(submits)
        table.write(starts)
        table.write(replaceWhen) { $0.write($1) }
        table.write(result)
        table.write(picklesArguments)
        table.write(remedy)
        table.write(methodOverrides)
        table.write(executorParameter)
        table.write(joins)
        table.write(tasks)
        table.write(initializers)
        table.write(config) { $0.write($1) }
        table.write(provides)
        table.write(instanceAttributes)
        table.write(losses)
        table.write(foundBy)
        table.write(takesData)
        table.write(isOfEachCall)
        table.write(defaultsFrom)
        table.write(unlessSet)
        table.write(hooks)
        table.write(parentHooks)
        table.write(goesOnInChild)
        table.write(runsAt)
        table.write(otherwiseHere)
        table.write(keepsWhen) { $0.write($1) }
        table.write(taskClasses)
        table.write(taskMethods)
        table.write(makesTasksFirst)
        table.write(parentInitializers)
        table.write(isAlone)
        table.write(hasOwnThread)
        table.write(hasLastingThread)
        table.write(isOnlyOfC)
        table.write(alive)
        table.write(registrar)
        table.write(parent)
        table.write(startedBy) { $0.write($1) }
        table.write(instead)
        table.write(inChild)
    }

    init(from table: inout TableDecoder) {
        self.init(
            name: table.string(), language: table.value(), kind: table.value(), parameters: table.strings(),
            defaults: Dictionary(
                uniqueKeysWithValues: table.list { ($0.string(), ArgumentCondition.Literal(from: &$0)) }),
            when: table.optional { $0.value() }, forksAt: table.list { $0.value() }, method: table.value(),
            child: table.values(), submits: table.values(), starts: table.strings(),
            replaceWhen: table.optional { $0.value() }, result: table.value(),
            picklesArguments: table.flag(), remedy: table.optionalString(), methodOverrides: table.values(),
            executorParameter: table.optionalString(), joins: table.strings(), tasks: table.strings(),
            initializers: table.strings(), config: table.optional { $0.value() })
        provides = table.dictionary()
        instanceAttributes = table.dictionary()
        losses = table.dictionary()
        foundBy = table.optionalString()
        takesData = table.flag()
        isOfEachCall = table.flag()
        defaultsFrom = table.strings()
        unlessSet = table.strings()
        hooks = table.strings()
        parentHooks = table.strings()
        goesOnInChild = table.flag()
        runsAt = table.strings()
        otherwiseHere = table.values()
        keepsWhen = table.optional { $0.value() }
        taskClasses = table.strings()
        taskMethods = table.strings()
        makesTasksFirst = table.flag()
        parentInitializers = table.strings()
        isAlone = table.flag()
        hasOwnThread = table.flag()
        hasLastingThread = table.flag()
        isOnlyOfC = table.flag()
        alive = table.strings()
        registrar = table.optionalString()
        parent = table.values()
        startedBy = table.optional { $0.value() }
        instead = table.optionalString()
        inChild = table.optionalString()
    }
}

extension LauncherRule.Config: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(files)
        table.write(setting)
        table.write(app)
        table.write(makers)
        table.write(hooks)
        table.write(parentHooks)
        table.write(workerHooks)
        table.write(command) { $0.write($1) }
        table.write(runsTests)
        table.write(testMark)
        table.write(isLoadedByWorkers)
    }

    init(from table: inout TableDecoder) {
        self.init(
            files: table.strings(), setting: table.string(), app: table.string(), makers: table.strings(),
            hooks: table.strings(), parentHooks: table.strings(), workerHooks: table.strings(),
            command: table.optional { $0.value() }, runsTests: table.flag(), testMark: table.optionalString(),
            isLoadedByWorkers: table.flag())
    }
}

extension LauncherRule.Command: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(program)
        table.write(environment)
        table.write(sections)
        table.write(line)
        table.write(words)
        table.write(needs)
        table.write(unless)
        table.write(app)
        table.write(settings)
        table.write(folder)
        table.write(bare)
        table.write(short)
        table.write(calls)
    }

    init(from table: inout TableDecoder) {
        self.init(
            program: table.string(), environment: table.optionalString(), sections: table.strings(),
            line: table.optionalString(), words: table.strings(),
            needs: table.values(),
            unless: table.values(), app: table.strings(), settings: table.strings(),
            folder: table.strings(), bare: table.strings(), short: table.dictionary(), calls: table.strings())
    }
}

extension LauncherRule.MethodSource: TableCodable {
    func write(to table: inout TableWriter) {
        switch self {
        case .fork: table.write(0)
        case .family(let family, let parameter):
            table.write(1)
            table.write(family)
            table.write(parameter)
        }
    }

    init(from table: inout TableDecoder) {
        guard table.number() == 1 else {
            self = .fork
            return
        }
        self = .family(table.string(), contextParameter: table.optionalString())
    }
}

extension LauncherRule.ChildCall: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(callee)
        table.write(isEach)
        table.write(isRanked)
        switch arguments {
        case .none: table.write(0)
        case .unpacked(let args, let kwargs):
            table.write(1)
            table.write(args)
            table.write(kwargs)
        case .each(let names):
            table.write(2)
            table.write(names)
        case .eachUnpacked(let name):
            table.write(3)
            table.write(name)
        case .rest: table.write(4)
        case .unknown: table.write(5)
        }
    }

    init(from table: inout TableDecoder) {
        let callee = table.string()
        let isEach = table.flag()
        let isRanked = table.flag()
        let arguments: LauncherRule.Arguments =
            switch table.number() {
            case 0: .none
            case 1: .unpacked(args: table.optionalString(), kwargs: table.optionalString())
            case 2: .each(table.strings())
            case 3: .eachUnpacked(table.string())
            case 4: .rest
            default: .unknown
            }
        self.init(callee: callee, arguments: arguments, isEach: isEach, isRanked: isRanked)
    }
}

extension LauncherRule.Submit: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(method)
        table.write(parameters)
        table.write(child)
        table.write(here)
        table.write(isStreamed)
    }

    init(from table: inout TableDecoder) {
        self.init(
            method: table.string(), parameters: table.strings(), child: table.values(), here: table.values(),
            isStreamed: table.flag())
    }
}

extension LauncherRule.MethodOverride: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(when)
        table.write(method)
    }

    init(from table: inout TableDecoder) { self.init(when: table.values(), method: table.value()) }
}

extension StartMethodFamily: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(id)
        table.write(modules)
        table.write(setters)
        table.write(getters)
        table.write(contexts)
        table.write(contextClasses.mapValues(\.rawValue))
        table.write(defaults)
        table.write(preloaders)
        table.write(preloadsMain)
        table.write(shares)
    }

    init(from table: inout TableDecoder) {
        self.init(
            id: table.string(), modules: table.strings(), setters: table.strings(), getters: table.strings(),
            contexts: table.strings(),
            contextClasses: table.dictionary().compactMapValues { StartMethod(rawValue: $0) },
            defaults: table.values(), preloaders: table.strings(), preloadsMain: table.optionalString(),
            shares: table.strings())
    }
}

extension StartMethodFamily.Default: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(platform) { $0.write($1) }
        table.write(python)
        table.write(method)
    }

    init(from table: inout TableDecoder) {
        self.init(platform: table.optional { $0.value() }, python: table.optionalString(), method: table.value())
    }
}
