/// What a server's process and its workers run.
extension WorkerApps {
    /// Imports, forks, and runs every task in a child of its own.
    func fork(_ site: Site, _ tasks: [Task], complete: @escaping (Interpreter, Value) -> Void) {
        let rule = catalog.launchers[site.launcher]
        let environment = interpreter.environments[Int(site.place.module)]
        var reason = ForkRecord.Reason.always
        if case .family(let id, _) = rule.method, let family = interpreter.rules.family(id) {
            guard interpreter.rules.defaultMethod(family, environment) == .fork else { return }
            reason = .byDefault(family)
        }
        interpreter.importAll([site.place.module])
        let middleware = site.isLoadedByWorkers ? [] : load(site, tasks)
        guard interpreter.isAlive else { return }
        let handlers =
            site.isLoadedByWorkers
            ? [] : middleware.map { ServerHandler(value: $0) } + registered(by: site, rule, besides: tasks)
        guard interpreter.isAlive else { return }
        for task in tasks where task.isOfParent && interpreter.isAlive {
            enter(task.module)
            complete(interpreter, interpreter.callFunction(task.function, -1, receiver: nil, nil, op: 0))
        }
        guard interpreter.isAlive else { return }
        var instances: [FunctionID: Receiver] = [:]
        for task in tasks where task.base != nil || task.owner != nil && rule.makesTasksFirst {
            instances[task.function] = instance(of: task)
        }
        guard interpreter.isAlive else { return }
        let record = interpreter.makeFork(site.launcher, reason, place: site.place, stack: nil, function: -1)
        let worker = Worker(
            apps: self, site: site, tasks: tasks, record: record, instances: instances, complete: complete)
        let closures = Set(handlers.compactMap(\.closure))
        for task in tasks
        where !task.isInitializer && !task.isOfParent && !closures.contains(task.function)
            && (interpreter.relevance.mayTouch(task.function)
                || applications.mayTouch(before: task.function, interpreter))
        {
            worker.run(task)
        }
        for handler in handlers { worker.run(handler) }
        worker.runLifespans()
        if site.isLoadedByWorkers {
            worker.load()
        } else if tasks.contains(where: { $0.isInitializer && interpreter.relevance.mayTouch($0.function) })
            || site.django?.urls.contains(where: interpreter.relevance.importMatters) ?? false
        {
            worker.begin()
        }
        // Which tasks a worker is sent nobody knows: only what they are seen to do counts.
        record.runsUnknownCode = false
    }

    /// Imports the application, or the modules of the tasks; gives the middleware that is made by that.
    private func load(_ site: Site, _ tasks: [Task]) -> [Value] {
        interpreter.importAll(site.app.map { [$0] } ?? tasks.map(\.module))
        // A factory that the application's own top level calls may be all that imports the views.
        if let app = site.app, interpreter.isAlive, interpreter.state.arrangements.imported[app] != true {
            interpreter.execute(module: app, calledFrom: nil)
        }
        guard interpreter.isAlive, let project = site.django else { return [] }
        return setUp(project)
    }

    private func enter(_ module: Int32) {
        interpreter.frame = Frame(module: module, function: -1, environment: -1, stack: nil)
    }

    /// A worker of a server: a forked child that runs what each worker runs first, then a task.
    private struct Worker {
        let apps: WorkerApps
        let site: Site
        let tasks: [Task]
        let record: ForkRecord
        let instances: [FunctionID: Receiver]
        let complete: (Interpreter, Value) -> Void
        private var interpreter: Interpreter { apps.interpreter }

        /// Runs it in a child of its own.
        func run(_ task: Task) {
            inChild { runItem(task) }
        }

        /// Calls a handler that the application has registered, in a child of its own.
        func run(_ handler: ServerHandler) {
            inChild { call(handler) }
        }

        /// Nothing but what each worker runs first: that is a use in a child as well.
        func begin() { inChild {} }

        /// What stands around all that the application answers.
        func runLifespans() {
            guard let app = site.app else { return }
            for lifespan in apps.applications.lifespans(of: app, named: site.callable, interpreter) {
                inChild {
                    apps.enter(lifespan.module)
                    apps.applications.run(lifespan, interpreter)
                }
            }
        }

        /// Nothing but the import of the application, and the handlers that it registers.
        func load() {
            let rule = apps.catalog.launchers[site.launcher]
            inChild {
                for handler in apps.registered(by: site, rule, besides: tasks) where interpreter.isAlive {
                    call(handler)
                }
            }
        }

        private func inChild(_ body: () -> Void) {
            interpreter.inChild(of: record, op: site.place.op) {
                for item in tasks where item.isInitializer && interpreter.isAlive { runItem(item) }
                if site.isLoadedByWorkers, interpreter.isAlive { _ = apps.load(site, tasks) }
                if let urls = site.django?.urls, interpreter.isAlive { interpreter.importAll(urls) }
                // What a context of the parent's held is gone with it: each request has a new one.
                interpreter.forgetLocals()
                if interpreter.isAlive { body() }
            }
        }

        private func call(_ handler: ServerHandler) {
            apps.enter(site.place.module)
            var unknown = Arguments()
            if let request = handler.path.flatMap(interpreter.request(forRegistered:)) {
                unknown.positional = [request]
            } else if case .function(let function, let closure)? = handler.value.only {
                return apps.applications.supply(function, interpreter) { arguments in
                    complete(
                        interpreter,
                        interpreter.callFunction(function, closure, receiver: nil, arguments, op: site.place.op))
                }
            }
            unknown.star = interpreter.fresh()
            unknown.hasUnknownKeywords = true
            complete(interpreter, interpreter.call(handler.value, unknown, op: site.place.op))
        }

        private func runItem(_ item: Task) {
            apps.enter(item.module)
            let made = instances[item.function]
            if let owner = item.owner {
                let cls = interpreter.asImported(owner)
                let view = made ?? interpreter.instantiate(cls, nil, op: 0).only.flatMap(Interpreter.receiver)
                guard let view else { return interpreter.isAlive = false }
                return complete(interpreter, interpreter.callFunction(item.function, -1, receiver: view, nil, op: 0))
            }
            if let made {
                apps.bind(item, to: made)
                let receiver = item.isBound ? made : nil
                return complete(
                    interpreter, interpreter.callFunction(item.function, -1, receiver: receiver, nil, op: 0))
            }
            apps.applications.supply(item.function, interpreter) { arguments in
                complete(
                    interpreter, interpreter.callFunction(item.function, -1, receiver: nil, arguments, op: 0))
            }
        }
    }
}
