/// Applications whose server forks workers before any line of the program says so: `Celery(...)`.
///
/// The parent has imported the application and the modules of its tasks; a worker runs what is registered for its
/// start, then tasks. What they are given nobody knows here.
struct WorkerApps {
    let interpreter: Interpreter
    let applications: Applications

    struct Site {
        var place: Place
        /// Index into the catalog's `launchers`.
        var launcher: Int
        /// The module of the application, where the site is not in it.
        var app: Int32?
        /// The function of it that answers requests, if it is one.
        var callable: String?
        /// The workers import the application, each for itself.
        var isLoadedByWorkers = false
        /// The project whose application it is, if it is one of Django's.
        var django: DjangoProject?
    }

    struct Task {
        var function: FunctionID
        var module: Int32
        var isInitializer: Bool
        /// The server runs it before it forks.
        var isOfParent = false
        /// The class of a view, on an object of which it runs.
        var owner: EnvironmentID?
        /// The class of a task, as an expression of the module: the parent makes one object of it, which the function's
        /// name stands for.
        var base: UInt32?
        /// The function is given that object as its first argument.
        var isBound = false
    }

    /// What a worker calls for a request, and by what it was registered.
    struct ServerHandler {
        var value: Value
        var path: PathID?

        /// The function, where it is one inside another, with what stands around it.
        var closure: FunctionID? {
            if case .function(let function, let closure)? = value.only, closure >= 0 { function } else { nil }
        }
    }

    var program: Program { interpreter.program }
    var catalog: Catalog { interpreter.rules.catalog }

    /// Calls in a module that make such an application.
    func sites(in id: Int32) -> [Site] {
        let facts = program.modules[Int(id)].facts
        if SettingsFile.isSettings(program.modules[Int(id)].path) {
            return ServerCommand.all(in: facts, catalog).compactMap { site(of: $0, in: id) }
        }
        var result = ServerCommand.all(inListsOf: facts, catalog).compactMap { site(of: $0, in: id) }
        let imported = Set(
            facts.ops.lazy.filter {
                ($0.kind == .importModule || $0.kind == .importFrom) && $0.flags == 0 && $0.a != .max
            }
            .map { RuleIndex.top(facts.strings[Int($0.a)]) })
        for (launcher, rule) in catalog.launchers.enumerated() where rule.forksAt.contains(.config) {
            if let config = rule.config {
                result += sites(in: id, launcher, config)
                continue
            }
            guard imported.contains(RuleIndex.top(rule.name)),
                !rule.unlessSet.contains(where: { isSet($0, for: id) })
            else { continue }
            for (index, op) in facts.ops.enumerated() where op.kind == .call {
                guard interpreter.pathName(op.a, in: id) == rule.name, mayBeStarted(rule, in: id) else { continue }
                result.append(Site(place: Place(module: id, op: UInt32(index)), launcher: launcher))
            }
        }
        return result
    }

    /// The command line that makes the server import the application before it forks.
    private func site(of command: ServerCommand, in id: Int32) -> Site? {
        guard let config = catalog.launchers[command.launcher].config else { return nil }
        if config.runsTests { return Site(place: Place(module: id, op: command.op), launcher: command.launcher) }
        guard let app = command.module == nil ? self.app(config, id) : app(of: command, in: id) else { return nil }
        return Site(
            place: Place(module: id, op: command.op), launcher: command.launcher, app: app, callable: command.callable)
    }

    /// The module of the application that a command line names.
    private func app(of command: ServerCommand, in id: Int32) -> Int32? {
        guard let name = command.module else { return nil }
        let folders = command.startFolders(from: program.folder(of: id))
        // `package.module:name`, or `package.module.name`.
        let names = [name] + (name.lastIndex(of: ".").map { [String(name[..<$0])] } ?? []) + command.otherModules
        return names.lazy.flatMap { name in
            folders.lazy.compactMap { folder -> Int32? in
                if case .module(let found) = program.resolve(name, fromFolder: folder) { found } else { nil }
            }
        }.first
    }

    /// The line of a settings file that makes the server import the application before it forks, for each
    /// application that command lines start with it.
    private func sites(in id: Int32, _ launcher: Int, _ config: LauncherRule.Config) -> [Site] {
        let module = program.modules[Int(id)]
        guard let starts = interpreter.relevance.servers.starts(of: launcher, with: id),
            let statement = forkingStatement(in: id, config)
        else { return [] }
        let place = Place(module: id, op: statement)
        var named: [Site] = []
        for start in starts {
            guard let app = app(of: start.command, in: start.home), !named.contains(where: { $0.app == app }) else {
                continue
            }
            named.append(
                Site(
                    place: place, launcher: launcher, app: app, callable: start.command.callable,
                    isLoadedByWorkers: config.isLoadedByWorkers))
        }
        if !named.isEmpty { return named }
        if let app = app(config, id) { return [site(at: place, launcher, app, config, module.facts)] }
        // What the settings touch is inherited, whatever application it is that nobody sees.
        return isTouching(id, config) ? [Site(place: place, launcher: launcher)] : []
    }

    private func site(
        at place: Place, _ launcher: Int, _ app: Int32, _ config: LauncherRule.Config, _ facts: ModuleFacts
    ) -> Site {
        var site = Site(
            place: place, launcher: launcher, app: app, isLoadedByWorkers: config.isLoadedByWorkers)
        if let named = value(of: config.app, in: facts), named.kind == .str {
            let parts = facts.strings[Int(named.a)].split(separator: ":", maxSplits: 1)
            if parts.count > 1 { site.callable = String(parts[1].prefix { $0 != "(" && $0 != "." }) }
        }
        return site
    }

    /// The statement of a file of settings that makes the server fork after it has imported the application; or, where
    /// the workers import it, the last one, if what the file does before that may touch something.
    private func forkingStatement(in id: Int32, _ config: LauncherRule.Config) -> UInt32? {
        let module = program.modules[Int(id)]
        let setting = statement(switchingOn: config.setting, in: id)
        guard config.isLoadedByWorkers else { return setting }
        return setting == nil && isTouching(id, config) ? module.facts.list(module.facts.body).last : nil
    }

    /// The last statement by which a file of settings gives a name a value that is true, or imports it from a file of the
    /// project that does.
    private func statement(switchingOn name: String, in id: Int32, depth: Int = 0) -> UInt32? {
        let facts = program.modules[Int(id)].facts
        let settings = AssignedSettings(facts: facts)
        if let found = settings.assignment(to: name) {
            if let known = settings.truth(of: found.value) { return known ? found.statement : nil }
            // `preload_app = settings.PRELOAD`
            let value = program.symbols.find(name).flatMap { interpreter.global(id, $0) } ?? .nothing
            let isOff = !value.atoms.isEmpty && value.atoms.allSatisfy { $0.truth == false }
            return isOff ? nil : found.statement
        }
        guard depth < Self.importedSettings else { return nil }
        for index in facts.list(facts.body).reversed() {
            let statement = facts.ops[Int(index)]
            guard statement.kind == .importFrom, statement.a != .max else { continue }
            for alias in facts.list(statement.b).map({ facts.ops[Int($0)] }) {
                let original = facts.strings[Int(alias.a)]
                guard original == "*" || facts.strings[Int(alias.b == .max ? alias.a : alias.b)] == name else {
                    continue
                }
                let home = facts.strings[Int(statement.a)]
                let target =
                    statement.flags > 0
                    ? program.resolveRelative(home, level: Int(statement.flags), from: id)
                    : program.resolve(home, from: id)
                guard case .module(let other) = target else { continue }
                let wanted = original == "*" ? name : original
                if self.statement(switchingOn: wanted, in: other, depth: depth + 1) != nil { return index }
            }
        }
        return nil
    }

    /// How many files of settings take a name from one another.
    private static let importedSettings = 4

    /// True where what a file of settings does before the fork may touch something.
    private func isTouching(_ id: Int32, _ config: LauncherRule.Config) -> Bool {
        let module = program.modules[Int(id)]
        let relevance = interpreter.relevance
        return relevance.importMatters(id)
            || module.facts.functions.indices.contains { index in
                let function = module.facts.functions[index]
                return config.parentHooks.contains(module.facts.strings[Int(function.name)])
                    && relevance.mayTouch(module.firstFunction + FunctionID(index))
            }
    }

    private func value(of name: String, in facts: ModuleFacts) -> Op? {
        AssignedSettings(facts: facts).assignment(to: name).map { facts.ops[Int($0.value)] }
    }

    /// The module that the settings name, or the only one beside them that makes an application.
    private func app(_ config: LauncherRule.Config, _ id: Int32) -> Int32? {
        let facts = program.modules[Int(id)].facts
        if let named = value(of: config.app, in: facts) {
            guard named.kind == .str else { return nil }
            let name = facts.strings[Int(named.a)].prefix { $0 != ":" }
            if case .module(let app) = program.resolve(String(name), from: id) { return app }
            return nil
        }
        let root = program.modules[Int(id)].root
        let makers = program.modules.indices.map(Int32.init).filter { other in
            program.modules[Int(other)].root == root && makesApp(other, config)
        }
        return makers.only ?? entry(beside: id)
    }

    /// `wsgi.py` beside the settings, where its `app` comes from a factory.
    private func entry(beside id: Int32) -> Int32? {
        let names = ["app", "application"].compactMap { program.symbols.find($0) }
        return ["wsgi", "asgi"].lazy.compactMap { name -> Int32? in
            guard case .module(let found) = program.resolve(name, fromFolder: program.folder(of: id)) else {
                return nil
            }
            return names.contains { interpreter.global(found, $0) != nil } ? found : nil
        }.first
    }

    private func makesApp(_ id: Int32, _ config: LauncherRule.Config) -> Bool {
        let facts = program.modules[Int(id)].facts
        return facts.list(facts.body).contains { index in
            let statement = facts.ops[Int(index)]
            guard statement.kind == .assign else { return false }
            let value = facts.ops[Int(statement.b)]
            return value.kind == .call && interpreter.pathName(value.a, in: id).map(config.makers.contains) == true
        }
    }

    /// Functions of a module that the workers of an application run.
    func tasks(in id: Int32, of site: Site) -> [Task] {
        let rule = catalog.launchers[site.launcher]
        let module = program.modules[Int(id)]
        lazy var imported = importedNames(in: module.facts)
        var result: [Task] = []
        if id == site.place.module, let config = rule.config { result = hooks(of: config, in: id) }
        for (index, function) in module.facts.functions.enumerated() where function.enclosingClass == .max {
            let name = module.facts.strings[Int(function.name)]
            if id == site.app, let callable = site.callable, function.enclosingFunction == .max,
                name == callable, function.parameters.count == 2 || !module.facts.list(function.decorators).isEmpty
            {
                result.append(
                    Task(function: module.firstFunction + FunctionID(index), module: id, isInitializer: false))
            }
            for decorator in module.facts.list(function.decorators) {
                let op = module.facts.ops[Int(decorator)]
                let named = op.kind == .call ? op.a : decorator
                guard
                    let path = interpreter.pathName(named, in: id)
                        ?? (function.enclosingFunction == .max ? nil : importedName(named, in: module.facts, imported))
                else { continue }
                let isInitializer = rule.initializers.contains(path)
                let isOfParent = rule.parentInitializers.contains(path)
                guard isInitializer || isOfParent || rule.tasks.contains(path) else { continue }
                result.append(
                    Task(
                        function: module.firstFunction + FunctionID(index), module: id, isInitializer: isInitializer,
                        isOfParent: isOfParent, base: keyword("base", of: op, in: module.facts),
                        isBound: keyword("bind", of: op, in: module.facts).map {
                            module.facts.ops[Int($0)].kind == .true
                        } ?? false))
                break
            }
        }
        return result + views(in: id, rule) + connected(in: id, rule) + initializersGiven(in: id, rule)
    }

    /// `@app.task(bind=True, base=Connected)`.
    private func keyword(_ name: String, of decorator: Op, in facts: ModuleFacts) -> UInt32? {
        guard decorator.kind == .call else { return nil }
        return facts.list(decorator.b).map { facts.ops[Int($0)] }
            .first { $0.kind == .keyword && $0.a != .max && facts.strings[Int($0.a)] == name }?.b
    }

    /// The object of a task's class that the parent makes.
    func instance(of task: Task) -> Receiver? {
        guard interpreter.isAlive else { return nil }
        interpreter.frame = Frame(module: task.module, function: -1, environment: -1, stack: nil)
        if let owner = task.owner {
            let cls = interpreter.asImported(owner)
            return interpreter.instantiate(cls, Arguments(), op: 0).only.flatMap(Interpreter.receiver)
        }
        guard let base = task.base, case .class(let cls)? = interpreter.evaluate(base).only, interpreter.isAlive else {
            return nil
        }
        return interpreter.instantiate(cls, Arguments(), op: base).only.flatMap(Interpreter.receiver)
    }

    /// What a file of settings gives the names of hooks: it defines the functions there, or imports or assigns them.
    private func hooks(of config: LauncherRule.Config, in id: Int32) -> [Task] {
        (config.hooks + config.parentHooks + config.workerHooks).flatMap { name -> [Task] in
            guard let symbol = program.symbols.find(name), let value = interpreter.global(id, symbol) else { return [] }
            return value.atoms.compactMap { atom in
                guard case .function(let function, _) = atom else { return nil }
                return Task(
                    function: function, module: program.functions[Int(function)].module,
                    isInitializer: config.hooks.contains(name), isOfParent: config.parentHooks.contains(name))
            }
        }
    }

    /// The name of a function that became a task is that of the task's object.
    func bind(_ task: Task, to object: Receiver) {
        let module = program.modules[Int(task.module)]
        let name = module.symbols[Int(program.facts(task.function).name)]
        interpreter.state.globals[GlobalKey(module: task.module, name: name)] = Value(object.atom)
    }

    /// Methods of classes that derive from a framework's class of views.
    private func views(in id: Int32, _ rule: LauncherRule) -> [Task] {
        let module = program.modules[Int(id)]
        guard !rule.taskClasses.isEmpty, !module.facts.classes.isEmpty else { return [] }
        interpreter.evaluateTopLevel(id)
        var result: [Task] = []
        for index in module.facts.classes.indices {
            guard let cls = interpreter.baseClasses[ClassDefinition(module: id, index: index)],
                interpreter.lineage(of: cls).contains(where: { ancestor in
                    guard case .external(let path) = ancestor else { return false }
                    return rule.taskClasses.contains(interpreter.paths[path])
                })
            else { continue }
            for (number, function) in module.facts.functions.enumerated()
            where function.enclosingClass == UInt32(index) && function.enclosingFunction == .max
                && rule.taskMethods.contains(module.facts.strings[Int(function.name)])
            {
                result.append(
                    Task(
                        function: module.firstFunction + FunctionID(number), module: id, isInitializer: false,
                        owner: cls))
            }
        }
        return result
    }

    /// What each worker runs first, of modules in which no run begins that comes to a fork.
    func initializers(of site: Site, root: String, besides homes: [Int32]) -> [Task] {
        let tops = Set(catalog.launchers[site.launcher].initializers.map(RuleIndex.top))
        let known = Set(homes)
        return program.modules.indices.map(Int32.init).filter { id in
            !known.contains(id) && program.belongs(id, to: root) && program.imports(anyOf: tops, in: id)
        }.flatMap { tasks(in: $0, of: site).filter(\.isInitializer) }
    }

    /// What a command line names as the application, or its factory gives, where that is code of the program: a closure,
    /// an object that can be called.
    private func application(of site: Site) -> [Value] {
        guard let app = site.app else { return [] }
        guard var value = interpreter.global(app, interpreter.symbols.intern(site.callable ?? "application")) else {
            return []
        }
        if case .function(let function, _)? = value.only,
            program.facts(function).parameters.allSatisfy({ $0.defaultValue != .max })
        {
            interpreter.frame = Frame(module: app, function: -1, environment: -1, stack: nil)
            value = interpreter.call(value, Arguments(), op: 0)
            if interpreter.isAlive { value = interpreter.awaitValue(value, op: 0) }
        }
        guard interpreter.isAlive else { return [] }
        return value.atoms.filter { atom in
            switch atom {
            case .function(let function, let closure):
                closure >= 0 && program.facts(function).enclosingFunction != .max
            case .method: true
            case .object(let id):
                if case .instance(let cls)? = interpreter.object(id)?.kind {
                    interpreter.classAttribute(cls, interpreter.names.call) != nil
                } else {
                    false
                }
            default: false
            }
        }.map { Value($0) }
    }

    /// Handlers that the application's factory has registered, inside it or anywhere it came by.
    func registered(by site: Site, _ rule: LauncherRule, besides tasks: [Task]) -> [ServerHandler] {
        let known = Set(tasks.map(\.function))
        let application = application(of: site)
        return application.map { ServerHandler(value: $0) }
            + interpreter.state.arrangements.registered.filter { handler in
                rule.tasks.contains(interpreter.paths[handler.path])
                    && handler.value.atoms.contains { atom in
                        if case .method = atom { return true }
                        // Of a decorator that is a class.
                        if case .object(let id) = atom, case .instance? = interpreter.object(id)?.kind { return true }
                        guard case .function(let function, let closure) = atom else { return false }
                        // Of a factory's inner function the closure is known here alone.
                        return !handler.isDecorated || closure >= 0 || !known.contains(function)
                    }
            }.map { ServerHandler(value: $0.value, path: $0.path) }
    }
}
