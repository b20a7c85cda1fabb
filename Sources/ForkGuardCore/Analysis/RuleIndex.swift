/// The catalog, arranged so that a dotted path finds all that is known of it in one look-up.
final class RuleIndex {
    let catalog: Catalog
    /// Names of shared runtimes; libraries of one runtime are one resource.
    private(set) var runtimes: [String] = []
    /// Runtime of each library.
    private(set) var runtimeOfLibrary: [Int] = []
    /// Top-level import names that rules speak of: only their paths are followed.
    private(set) var roots: Set<String> = []
    /// Names that stand for the application at hand, and the classes of such applications.
    private(set) var currentApplications: [String: [String]] = [:]
    /// Classes of frameworks' applications.
    private(set) var applicationMakers: Set<String> = []
    /// What lives as long as a context of an application, by what gives the context: `flask.g`.
    private(set) var contextLocals: [String: [String]] = [:]
    /// Names that register tasks of servers.
    private(set) var taskNames: Set<String> = []
    /// Methods of views and resources that answer requests.
    private(set) var taskMethods: Set<String> = []
    /// Top-level modules whose values launch, by rules with a `*`, and that no library's rule is about.
    private(set) var launchingRoots: Set<String> = []
    /// Top-level modules of which rules speak by names that begin `torch.*.`: what is part of a value of theirs is theirs.
    private(set) var wholeRoots: Set<String> = []
    /// Functions that give an object in a worker and nothing elsewhere: `torch.utils.data.get_worker_info`.
    private(set) var workerQuestions: Set<String> = []
    /// Last parts of the names of launchers that fork, and methods that make them fork.
    private(set) var forkingNames: Set<String> = []
    /// As `LibraryRule.outsideClasses` of the libraries that the program uses.
    private var outsideClasses: [String: String] = [:]
    /// Names of variables of the environment that rules ask for.
    private(set) var environmentNames: Set<String> = []
    /// Functions and types of C by their own names: which module declares them to Swift says nothing.
    private(set) var namesOfC: [String: String] = [:]
    /// Top-level modules whose functions run no code that rules are about.
    let plainModules: Set<String>
    /// Modules that give data of their own.
    let dataModules: Set<String>
    /// Paths that begin a name of some rule.
    private(set) var partsSpokenOf: Set<String> = []
    /// Objects whose items rules speak of.
    private var holdersOfItems: Set<String> = []

    private var aliases: [String: String] = [:]
    private var exact: [String: PathFacts] = [:]
    /// Names with a `*`, by their first segment.
    private var patterns: [String: [Pattern]] = [:]
    private var known: [String: PathFacts] = [:]
    private let familyModules: [String: String]
    /// Methods that are a library's whoever has them, and the library.
    private(set) var members: [String: (path: String, library: Int)] = [:]

    /// What the rules say of one path.
    struct PathFacts {
        var touches: [(library: Int, touch: LibraryRule.Touch)] = []
        var uses: [(library: Int, touch: LibraryRule.Touch)] = []
        /// Libraries that say the name is no touch of theirs.
        var notTouch: Set<Int> = []
        var releases: [Int] = []
        /// Libraries that it keeps to one thread, if its argument is 1.
        var settings: [Int] = []
        var listeners: [Int] = []
        /// What it says of arguments that later calls are not given.
        var setters: [LibraryRule.Setter] = []
        /// What it makes, it leaves in the argument that is handed by reference.
        var isFilling = false
        /// What it gives is no part of the handle.
        var isDetaching = false
        var isConcatenating = false
        /// Launchers of that name, in the order of their rules: the first whose condition holds decides.
        var launchers: [Int] = []
        /// Launchers whose functions it runs, where they were handed over before.
        var runs: [Int] = []
        var returns: String?
        /// The parameter that holds the handle which the result belongs to.
        var derives: String?
        /// The parameter that holds the handle which the method's object belongs to from then on.
        var rebinds: String?
        /// Families whose start method the call chooses, asks for, or makes a context of.
        var setter: Int?
        var getter: Int?
        var preloader: Int?
        /// The launcher whose services it registers.
        var registers: Int?
        var context: Int?
        var contextClass: (family: Int, method: StartMethod)?
        var end: PathEnd.Kind?
        /// Calling it makes an object whose methods rules speak of.
        var isClass = false
        /// It gives one answer for the whole process.
        var isImplied = false

        /// True where a call of it touches, uses, lets go of and runs nothing.
        var isSilent: Bool { touches.isEmpty && uses.isEmpty && releases.isEmpty && launchers.isEmpty && runs.isEmpty }
    }

    private struct Pattern {
        var segments: [Substring]
        var facts: PathFacts
    }

    init(_ catalog: Catalog) {
        self.catalog = catalog
        var modules: [String: String] = [:]
        for family in catalog.families { for module in family.modules { modules[module] = family.id } }
        familyModules = modules
        plainModules = Set(catalog.plainModules)
        dataModules = Set(catalog.dataModules)
        aliases = catalog.equivalents
        for (index, rule) in catalog.libraries.enumerated() { add(rule, index) }
        // A launcher that asks something of its arguments is asked before one of that name that does not.
        let launchers = catalog.launchers.enumerated()
        for (index, launcher) in launchers.filter({ $0.element.when != nil })
            + launchers.filter({ $0.element.when == nil })
        {
            note(launcher.name) { $0.launchers.append(index) }
            if launcher.result == .object { markClass(launcher.name) }
            for name in launcher.tasks + launcher.initializers { roots.insert(Self.top(name)) }
            for name in launcher.runsAt { note(name) { $0.runs.append(index) } }
            for name in launcher.config?.makers ?? [] { markClass(name) }
        }
        for name in catalog.launchers.flatMap(\.provides.keys) {
            if let end = name.firstRange(of: "().") { workerQuestions.insert(String(name[..<end.lowerBound])) }
        }
        for launcher in catalog.launchers where launcher.kind == .fork && !launcher.forksAt.contains(.config) {
            forkingNames.formUnion(launcher.starts + launcher.submits.map(\.method))
            if let name = launcher.name.split(separator: ".").last { forkingNames.insert(String(name)) }
        }
        taskNames = Set(catalog.launchers.flatMap(\.tasks))
        taskMethods = Set(catalog.launchers.flatMap(\.taskMethods))
        launchingRoots = Set(catalog.launchers.filter { $0.name.contains("*") }.map { Self.top($0.name) })
        for library in catalog.libraries {
            // Its own name is the first; the others are libraries that make its objects, too.
            launchingRoots.subtract(library.imports.prefix(1).map(Self.top))
            for touch in library.touches + library.uses where library.scope == .process {
                let top = Self.top(touch.name)
                if touch.name.hasPrefix(top + ".*.") { wholeRoots.insert(top) }
            }
        }
        for (index, launcher) in catalog.launchers.enumerated() {
            guard let registrar = launcher.registrar else { continue }
            note(launcher.name + "." + registrar) { $0.registers = index }
        }
        for (index, family) in catalog.families.enumerated() {
            for name in family.setters { note(name) { $0.setter = index } }
            for name in family.getters { note(name) { $0.getter = index } }
            for name in family.preloaders { note(name) { $0.preloader = index } }
            for name in family.contexts { note(name) { $0.context = index } }
            for (name, method) in family.contextClasses { note(name) { $0.contextClass = (index, method) } }
            for module in family.modules + [family.id] { roots.insert(Self.top(module)) }
        }
        for application in catalog.applications {
            let objects = application.makers + application.parts
            for name in objects { markClass(name) }
            let names =
                objects + application.groups + application.dependencies + application.contexts.keys
                + application.contextClasses + application.requests
            for name in names { roots.insert(Self.top(name)) }
            applicationMakers.formUnion(application.makers)
            for name in application.localContexts { contextLocals[name] = application.locals }
            for name in application.current { currentApplications[name] = application.makers }
        }
        for end in catalog.pathEnds {
            note(end.name) { $0.end = end.kind }
            // A method is found through its class.
            let segments = end.name.split(separator: ".")
            if segments.count > 2, segments[segments.count - 2].first?.isUppercase == true {
                markClass(segments.dropLast().joined(separator: "."))
            }
        }
        roots.formUnion([
            "functools", "contextlib", "importlib", "sys", "os", "platform", "asyncio", "builtins", "typing", "atexit",
            "collections", "contextvars", "queue", "threading", "weakref",
        ])
    }

    private func add(_ rule: LibraryRule, _ index: Int) {
        let runtime = rule.runtime
        if let known = runtimes.firstIndex(of: runtime) {
            runtimeOfLibrary.append(known)
        } else {
            runtimes.append(runtime)
            runtimeOfLibrary.append(runtimes.count - 1)
        }
        while runtimeOfLibrary.count < index + 1 { runtimeOfLibrary.append(0) }
        for module in rule.imports { roots.insert(Self.top(module)) }
        environmentNames.formUnion(
            (rule.harmlessEnvironment + rule.versions.flatMap(\.environment)).map { String($0.prefix { $0 != "=" }) })
        holdersOfItems.formUnion(Self.holders(in: rule))
        for (from, to) in rule.aliases { aliases[from] = to; roots.insert(Self.top(from)) }
        for touch in rule.touches {
            note(touch.name) { $0.touches.append((index, touch)) }
            for condition in touch.unless { if case .instance(let name) = condition.relation { markClass(name) } }
            if touch.kind == .constructor { markClass(touch.name) }
        }
        for use in rule.uses.isEmpty ? rule.touches : rule.uses { note(use.name) { $0.uses.append((index, use)) } }
        for name in rule.notTouches { note(name) { $0.notTouch.insert(index) } }
        for name in rule.releases { note(name) { $0.releases.append(index) } }
        for name in rule.implies { note(name) { $0.isImplied = true } }
        for name in rule.settings { note(name) { $0.settings.append(index) } }
        for setter in rule.setters { note(setter.name) { $0.setters.append(setter) } }
        for name in rule.listeners { note(name) { $0.listeners.append(index) } }
        for name in rule.detaches { note(name) { $0.isDetaching = true } }
        for name in rule.concatenates { note(name) { $0.isConcatenating = true } }
        for name in rule.fills { note(name) { $0.isFilling = true } }
        if rule.isFromC {
            let names = (rule.touches + rule.uses).map(\.name) + rule.releases + Array(rule.returns.keys)
            for name in names { namesOfC[SeedNames.last(name)] = name }
        }
        for (name, path) in rule.members { members[name] = (path, index) }
        for (from, parameter) in rule.derives { note(from) { $0.derives = parameter } }
        for (from, parameter) in rule.rebinds { note(from) { $0.rebinds = parameter } }
        for (from, to) in rule.returns {
            note(from) { $0.returns = to }
            if to != "self" { markClass(to) }
        }
    }

    /// True for what `with` begins and the end of its block undoes: a lock that is held meanwhile.
    func endsWithBlock(_ item: (library: Int, touch: LibraryRule.Touch)) -> Bool {
        let (start, end) = (".__enter__", ".__exit__")
        guard item.touch.name.hasSuffix(start) else { return false }
        return catalog.libraries[item.library].releases.contains(item.touch.name.dropLast(start.count) + end)
    }

    /// What the rules speak of a part of: `Dispatch.DispatchSource` of `Dispatch.DispatchSource.makeTimerSource`.
    private func noteHolders(of name: String) {
        var end = name.endIndex
        while let dot = name[..<end].lastIndex(of: "."), partsSpokenOf.insert(String(name[..<dot])).inserted {
            end = dot
        }
    }

    private func markClass(_ name: String) { note(name) { $0.isClass = true } }

    private func note(_ name: String, _ change: (inout PathFacts) -> Void) {
        roots.insert(Self.top(name))
        noteHolders(of: name)
        let name = canonical(name)
        if name.contains("*") {
            var facts = PathFacts()
            change(&facts)
            patterns[Self.top(name), default: []].append(Pattern(segments: Self.segments(name), facts: facts))
        } else {
            change(&exact[name, default: PathFacts()])
        }
    }

    static func top(_ path: String) -> String {
        String(path.prefix { $0 != "." && $0 != "(" })
    }

    /// Splits at dots; the `()` of a call stays with its callee.
    private static func segments(_ path: String) -> [Substring] { path.split(separator: ".") }

    // MARK: Looking up

    /// The name that rules use for `path`.
    func canonical(_ path: String) -> String {
        if let alias = aliases[path] { return alias }
        // A longer path through an alias: `deltalake.table.DeltaTable.create`.
        var end = path.endIndex
        while let dot = path[..<end].lastIndex(of: ".") {
            let head = String(path[..<dot])
            if let alias = aliases[head] ?? familyModules[head] { return alias + path[dot...] }
            end = dot
        }
        return familyModules[path] ?? outsideClass(path) ?? path
    }

    /// Takes note of the libraries that a program uses whose classes lie in modules which nobody scans.
    func noteOutsideClasses(usedBy symbols: SymbolTable) {
        for library in catalog.libraries where !library.outsideClasses.isEmpty {
            let uses = (0..<Symbol(symbols.count)).contains { symbol in
                library.imports.contains { symbols[symbol] == $0 || symbols[symbol].hasPrefix($0 + ".") }
            }
            if uses { outsideClasses.merge(library.outsideClasses) { $1 } }
        }
    }

    /// `shop.models.Order.objects`, where no rule speaks of `shop`.
    func outsideClass(_ path: String) -> String? {
        guard !outsideClasses.isEmpty, !isRoot(path) else { return nil }
        let parts = path.split(separator: ".")
        for index in parts.indices.dropFirst().dropLast() {
            guard let found = outsideClasses[String(parts[index])], parts[index + 1].first?.isUppercase == true else {
                continue
            }
            return ([found[...]] + parts[(index + 2)...]).joined(separator: ".")
        }
        return nil
    }

    /// What the rules say of a canonical path; `nil`: nothing.
    func facts(_ path: String) -> PathFacts {
        if let known = known[path] { return known }
        var result = exact[path] ?? PathFacts()
        if let patterns = patterns[Self.top(path)] {
            let segments = Self.segments(path)
            let spelledOut = result
            for pattern in patterns where Self.matches(pattern.segments[...], segments[...]) {
                merge(pattern.facts, into: &result, besides: spelledOut)
            }
        }
        known[path] = result
        return result
    }

    /// True where a rule names a canonical path as it is, and not by a pattern.
    func spellsOut(_ path: String) -> Bool { exact[path] != nil }

    /// A name that a rule spells out beats every pattern of the same rule.
    private func merge(_ other: PathFacts, into facts: inout PathFacts, besides spelledOut: PathFacts) {
        let touching = Set(spelledOut.touches.map(\.library)).union(spelledOut.notTouch)
        let using = Set(spelledOut.uses.map(\.library)).union(spelledOut.notTouch)
        facts.touches += other.touches.filter { !touching.contains($0.library) }
        facts.uses += other.uses.filter { !using.contains($0.library) }
        facts.notTouch.formUnion(other.notTouch.subtracting(spelledOut.touches.map(\.library)))
        if facts.returns == nil { facts.returns = other.returns }
        if facts.derives == nil { facts.derives = other.derives }
        if facts.rebinds == nil { facts.rebinds = other.rebinds }
        if other.isDetaching { facts.isDetaching = true }
        if other.isConcatenating { facts.isConcatenating = true }
        if other.isFilling { facts.isFilling = true }
        facts.releases += other.releases
        facts.launchers += other.launchers
        facts.runs += other.runs
    }

    /// `*` stands for any run of segments, none included.
    private static func matches(_ pattern: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == "*" {
            let rest = pattern.dropFirst()
            var tail = path
            while true {
                if matches(rest, tail) { return true }
                if tail.isEmpty { return false }
                tail = tail.dropFirst()
            }
        }
        guard let head = path.first, head == first else { return false }
        return matches(pattern.dropFirst(), path.dropFirst())
    }

    /// Families by id.
    func family(_ id: String) -> Int? { catalog.families.firstIndex { $0.id == id } }

    /// True when rules say something of `name` of the class at `path`.
    func speaks(of name: String, in path: String) -> Bool {
        if facts(path + "." + name).isSpokenOf { return true }
        return facts(path).launchers.contains { index in
            let launcher = catalog.launchers[index]
            return name == "__init__" || launcher.starts.contains(name)
                || launcher.submits.contains { $0.method == name }
        }
    }

    /// Names that rules know right below a top-level module: `DeltaTable` of `deltalake`.
    func members(of top: String) -> Set<String> {
        var result: Set<String> = []
        for name in Array(exact.keys) + Array(aliases.keys) where name.hasPrefix(top + ".") {
            let rest = name.dropFirst(top.utf8.count + 1)
            result.insert(String(rest.prefix { $0 != "." && $0 != "(" }))
        }
        return result
    }

    /// True where rules speak of what an object holds, as `connections.*.close`: items are attributes to them.
    func knowsItems(of path: String) -> Bool { holdersOfItems.contains(path) }

    /// What stands before the `*` of a rule's names.
    private static func holders(in rule: LibraryRule) -> [String] {
        (rule.releases + (rule.touches + rule.uses).map(\.name)).compactMap { name in
            let segments = name.split(separator: ".")
            return segments.firstIndex(of: "*").map { segments[..<$0].joined(separator: ".") }
        }
    }

    func isRoot(_ path: String) -> Bool { roots.contains(Self.top(path)) }
}

extension RuleIndex {
    /// The start method of a family that nobody has chosen one for.
    func defaultMethod(_ family: Int, _ environment: TargetEnvironment) -> StartMethod {
        for row in catalog.families[family].defaults {
            if let platform = row.platform, platform != environment.platform { continue }
            if let python = row.python, let version = Version(environment.python.description),
                let range = SpecifierSet(python), !range.contains(version)
            {
                continue
            }
            return row.method
        }
        return .fork
    }
}
