/// A project of Django's, of which a server is given the `wsgi.py`.
///
/// Making the application imports, before the server forks, what the settings list as applications (configuration, models,
/// for the admin site `admin.py` too), calls `ready()`, and makes the middleware. The URLconf, and with it the views, each
/// worker imports with its first request.
struct DjangoProject {
    let rule: ProjectRule
    var settings: Int32
    /// What is imported before the fork, in order.
    var parts: [Int32] = []
    /// Those of them whose classes have a `ready`.
    var configurations: [Int32] = []
    /// Functions and classes of middleware, by module and name.
    var middleware: [GlobalKey] = []
    /// The URLconf and those that it includes.
    var urls: [Int32] = []
    var views: [WorkerApps.Task] = []

    private static let depth = 6

    fileprivate mutating func addRoutes(of id: Int32, _ apps: WorkerApps, depth: Int = Self.depth) {
        guard depth > 0, !urls.contains(id) else { return }
        urls.append(id)
        let facts = apps.program.modules[Int(id)].facts
        for op in facts.ops where op.kind == .call {
            let given = Array(facts.list(op.b))
            if let path = apps.interpreter.pathName(op.a, in: id) {
                if rule.routes.contains(path) {
                    if let view = Self.argument(1, "view", given, facts) { addView(view, in: id, apps) }
                } else if rule.includes.contains(path), let first = given.first,
                    let included = apps.included(first, in: id)
                {
                    addRoutes(of: included, apps, depth: depth - 1)
                }
                if rule.routes.contains(path) || rule.includes.contains(path) { continue }
            }
            // `router.register("orders", OrderViewSet)`
            let callee = facts.ops[Int(op.a)]
            if callee.kind == .attribute, facts.strings[Int(callee.b)] == "register",
                let view = Self.argument(1, "viewset", given, facts),
                case .class(let cls)? = apps.interpreter.nameValue(view, in: id).only
            {
                addMethods(of: cls, apps)
            }
        }
    }

    private static func argument(_ index: Int, _ name: String, _ given: [UInt32], _ facts: ModuleFacts) -> UInt32? {
        for item in given.map({ facts.ops[Int($0)] }) where item.kind == .keyword && item.a != .max {
            if facts.strings[Int(item.a)] == name { return item.b }
        }
        guard given.indices.contains(index), facts.ops[Int(given[index])].kind != .keyword else { return nil }
        return given[index]
    }

    /// `views.index`, `Index.as_view()`, `cache_page(60)(views.index)`.
    private mutating func addView(_ index: UInt32, in id: Int32, _ apps: WorkerApps, depth: Int = 4) {
        let facts = apps.program.modules[Int(id)].facts
        let op = facts.ops[Int(index)]
        switch op.kind {
        case .name, .attribute:
            guard case .function(let function, _)? = apps.interpreter.nameValue(index, in: id).only else { return }
            add(function, nil, apps)
        case .call:
            let callee = facts.ops[Int(op.a)]
            if callee.kind == .attribute, facts.strings[Int(callee.b)] == "as_view" {
                guard case .class(let cls)? = apps.interpreter.nameValue(callee.a, in: id).only else { return }
                addMethods(of: cls, apps)
            } else if depth > 0 {
                for item in facts.list(op.b) { addView(item, in: id, apps, depth: depth - 1) }
            }
        default: break
        }
    }

    private mutating func addMethods(of cls: EnvironmentID, _ apps: WorkerApps) {
        for name in rule.methods {
            guard let symbol = apps.program.symbols.find(name),
                case .function(let function, _)? = apps.interpreter.classAttribute(cls, symbol)?.only
            else { continue }
            add(function, cls, apps)
        }
        guard let info = apps.interpreter.classes[cls] else { return }
        let module = apps.program.modules[Int(info.module)]
        for (number, function) in module.facts.functions.enumerated()
        where function.enclosingClass == UInt32(info.index) && function.enclosingFunction == .max {
            let isAction = module.facts.list(function.decorators).contains { decorator in
                let op = module.facts.ops[Int(decorator)]
                let path = apps.interpreter.pathName(op.kind == .call ? op.a : decorator, in: info.module)
                return path.map(rule.actions.contains) ?? false
            }
            if isAction { add(module.firstFunction + FunctionID(number), cls, apps) }
        }
    }

    private mutating func add(_ function: FunctionID, _ owner: EnvironmentID?, _ apps: WorkerApps) {
        guard !views.contains(where: { $0.function == function && $0.owner == owner }) else { return }
        views.append(
            WorkerApps.Task(
                function: function, module: apps.program.functions[Int(function)].module, isInitializer: false,
                owner: owner))
    }
}

extension WorkerApps {
    /// The project whose application a module makes for a server.
    func django(madeIn app: Int32) -> DjangoProject? {
        let facts = program.modules[Int(app)].facts
        let called = facts.ops.lazy.filter { $0.kind == .call }.compactMap { interpreter.pathName($0.a, in: app) }
        guard let rule = catalog.projects.first(where: { $0.makers.contains(where: called.contains) }),
            let name = settingsName(in: facts, rule),
            case .module(let settings) = program.resolve(name, fromFolder: program.modules[Int(app)].root)
        else { return nil }
        var project = DjangoProject(rule: rule, settings: settings)
        // What `from .base import *` brings is part of them.
        let homes = [settings] + interpreter.relevance.importedModules(by: settings).filter { $0 != settings }
        let names = homes.flatMap { texts(ofSettings: { $0.hasSuffix("APPS") }, in: $0) }
        for name in names { addApplication(name, &project, hasAdmin: names.contains("django.contrib.admin")) }
        for name in homes.flatMap({ texts(ofSettings: { $0.hasPrefix("MIDDLEWARE") }, in: $0) }) {
            guard let dot = name.lastIndex(of: "."),
                case .module(let home) = program.resolve(String(name[..<dot]), from: settings)
            else { continue }
            let symbol = interpreter.symbols.intern(String(name[name.index(after: dot)...]))
            project.middleware.append(GlobalKey(module: home, name: symbol))
        }
        if let name = homes.lazy.flatMap({ self.texts(ofSettings: { $0 == "ROOT_URLCONF" }, in: $0) }).first,
            case .module(let urls) = program.resolve(name, from: settings)
        {
            project.addRoutes(of: urls, self)
        }
        return project
    }

    /// `os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")`, or the same by an assignment.
    private func settingsName(in facts: ModuleFacts, _ rule: ProjectRule) -> String? {
        func text(_ index: UInt32) -> String? {
            let op = facts.ops[Int(index)]
            return op.kind == .str ? facts.strings[Int(op.a)] : nil
        }
        for op in facts.ops {
            switch op.kind {
            case .call:
                let given = Array(facts.list(op.b))
                if given.count == 2, text(given[0]) == rule.settingsVariable { return text(given[1]) }
            case .assign:
                guard let target = facts.list(op.a).first.map({ facts.ops[Int($0)] }), target.kind == .subscript,
                    text(target.b) == rule.settingsVariable
                else { continue }
                return text(op.b)
            default: break
            }
        }
        return nil
    }

    /// All texts in what a module's top level gives variables of such names.
    private func texts(ofSettings isName: (String) -> Bool, in id: Int32) -> [String] {
        let facts = program.modules[Int(id)].facts
        let statements = facts.ops.filter { op in
            guard op.kind == .assign || op.kind == .augmentedAssign else { return false }
            return (op.kind == .assign ? facts.list(op.a) : [op.a]).contains { target in
                let target = facts.ops[Int(target)]
                return target.kind == .name && isName(facts.strings[Int(target.a)])
            }
        }
        return statements.flatMap { statement in
            facts.ops.filter { $0.kind == .str && $0.start >= statement.start && $0.end <= statement.end }
                .map { facts.strings[Int($0.a)] }
        }
    }

    /// `"shop"`, or `"shop.apps.ShopConfig"`.
    private func addApplication(_ name: String, _ project: inout DjangoProject, hasAdmin: Bool) {
        var package = name
        if let place = name.firstRange(of: ".apps.") { package = String(name[..<place.lowerBound]) }
        let home = program.resolve(package, from: project.settings)
        if case .module(let id) = home { project.add(id) }
        if case .module(let id) = program.submodule("apps", of: home) {
            project.add(id)
            project.configurations.append(id)
        }
        for part in hasAdmin ? ["models", "admin"] : ["models"] {
            if case .module(let id) = program.submodule(part, of: home) { project.add(id) }
        }
    }

    /// The URLconf that `include("shop.urls")`, `include(urls)` or `include((urls, "shop"))` means.
    fileprivate func included(_ index: UInt32, in id: Int32) -> Int32? {
        let facts = program.modules[Int(id)].facts
        var (index, op) = (index, facts.ops[Int(index)])
        if op.kind == .tuple, let first = facts.list(op.a).first { (index, op) = (first, facts.ops[Int(first)]) }
        if op.kind == .str {
            if case .module(let found) = program.resolve(facts.strings[Int(op.a)], from: id) { return found }
        } else if case .module(let found)? = interpreter.nameValue(index, in: id).only {
            return found
        }
        return nil
    }

    /// What making the application does; the middleware that it makes.
    func setUp(_ project: DjangoProject) -> [Value] {
        interpreter.importAll([project.settings] + project.parts)
        for id in project.configurations where interpreter.isAlive { runReady(in: id, project.rule) }
        var handlers: [Value] = []
        for key in project.middleware where interpreter.isAlive {
            interpreter.importAll([key.module])
            interpreter.frame = Frame(module: key.module, function: -1, environment: -1, stack: nil)
            guard let maker = interpreter.global(key.module, key.name), maker.atoms.contains(where: isCallable) else {
                continue
            }
            let made = interpreter.call(maker, Arguments(positional: [interpreter.fresh()]), op: 0)
            guard interpreter.isAlive else { break }
            handlers += answering(made, project.rule)
        }
        return handlers
    }

    private func isCallable(_ atom: Atom) -> Bool {
        switch atom {
        case .function, .class: true
        default: false
        }
    }

    /// What a request comes by in middleware: a function within the one that was called, methods of an object.
    private func answering(_ made: Value, _ rule: ProjectRule) -> [Value] {
        switch made.only {
        case .function?: return [made]
        case .object(let id)?:
            guard case .instance(let cls)? = interpreter.object(id)?.kind else { return [] }
            let names = rule.middlewareMethods.compactMap { program.symbols.find($0) }
            return ([interpreter.names.call] + names).filter { interpreter.classAttribute(cls, $0) != nil }.map {
                interpreter.attribute(of: made, $0, op: 0)
            }
        default: return []
        }
    }

    /// Calls `ready` of the configuration of an application.
    private func runReady(in id: Int32, _ rule: ProjectRule) {
        let module = program.modules[Int(id)]
        guard let name = program.symbols.find("ready") else { return }
        interpreter.evaluateTopLevel(id)
        for index in module.facts.classes.indices where interpreter.isAlive {
            guard let cls = interpreter.baseClasses[ClassDefinition(module: id, index: index)],
                case .function(let function, _)? = interpreter.classAttribute(cls, name)?.only,
                interpreter.lineage(of: cls).contains(where: { ancestor in
                    guard case .external(let path) = ancestor else { return false }
                    return rule.configurations.contains(interpreter.paths[path])
                })
            else { continue }
            interpreter.frame = Frame(module: id, function: -1, environment: -1, stack: nil)
            let made = interpreter.instantiate(interpreter.asImported(cls), nil, op: 0).only
            guard interpreter.isAlive, let receiver = made.flatMap(Interpreter.receiver) else { continue }
            _ = interpreter.callFunction(function, -1, receiver: receiver, nil, op: 0)
        }
    }
}

extension DjangoProject {
    fileprivate mutating func add(_ part: Int32) { if !parts.contains(part) { parts.append(part) } }
}
