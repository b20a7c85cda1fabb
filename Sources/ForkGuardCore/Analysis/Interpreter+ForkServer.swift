/// The fork server of `multiprocessing`: a fresh process that imports some modules of the program, by default the main one,
/// and from which workers are forked. What these imports touch, the workers inherit.
extension Interpreter {
    /// Notes what `set_forkserver_preload` is given.
    func choosePreload(_ family: Int, _ arguments: Arguments) -> Value {
        hasEffect = true
        state.arrangements.preloaded[family] = arguments.positional.first ?? arguments.keywords.first?.value ?? fresh()
        return .none
    }

    /// Why a child that is started by the fork server is a fork after a touch; `nil` where it is none.
    func forkServerReason(_ methods: StartMethods, _ family: Int) -> ForkRecord.Reason? {
        let choice = methods.chosen[.forkserver]
        let isDefault = methods.isDefault && rules.defaultMethod(family, environment) == .forkserver
        guard !isPure, choice != nil || isDefault, let modules = modulesOfForkServer(family), !modules.isEmpty,
            let server = freshState(importing: modules), !server.touched.isEmpty
        else { return nil }
        forkServer = server
        return .forkServer(choice)
    }

    /// The modules that the server imports; `nil` where they are not known.
    private func modulesOfForkServer(_ family: Int) -> [Int32]? {
        let rule = rules.catalog.families[family]
        let version = Version(environment.python.description)
        // What `python -m package` runs, no child imports again (`_fixup_main_from_name` of `multiprocessing.spawn`).
        let main =
            version.map(rule.preloadsMain) == true ? script.map { program.isMainOfPackage($0) ? [] : [$0] } ?? [] : []
        guard let given = state.arrangements.preloaded[family] else { return main }
        guard case .object(let id)? = given.only, let list = object(id), list.kind == .list, list.rest == .nothing
        else {
            return nil
        }
        return list.items.flatMap { item -> [Int32] in
            guard case .string(let name)? = item.only else { return [] }
            if name == names.main { return main }
            if case .module(let found) = program.resolve(symbols[name], from: frame.module) { return [found] }
            return []
        }
    }

    /// The state of a process that has imported the modules and done nothing else.
    func freshState(importing modules: [Int32]) -> State? {
        if let known = freshStates[modules] { return known }
        let outer = (state, isAlive, frame, depth)
        state = State()
        frame = Frame(module: modules[0], function: -1, environment: -1, stack: nil)
        importAll(modules)
        state.forks = []
        state.freeze()
        let result: State? = isAlive ? state : nil
        (state, isAlive, frame, depth) = outer
        freshStates[modules] = .some(result)
        return result
    }
}
