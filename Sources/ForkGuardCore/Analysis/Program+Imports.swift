extension Program {
    /// True when a module's own code gives a name a value.
    func defines(_ name: Symbol, in id: Int32) -> Bool {
        let module = modules[Int(id)]
        return module.facts.functions.contains {
            $0.enclosingFunction == .max && $0.enclosingClass == .max && module.symbols[Int($0.name)] == name
        }
            || module.facts.bindings.contains { !$0.isAttribute && module.symbols[Int($0.name)] == name }
    }

    /// The module that a `from ... import` statement of a module names.
    func source(of statement: Op, in facts: ModuleFacts, from id: Int32) -> Resolution {
        let name = statement.a == .max ? nil : facts.strings[Int(statement.a)]
        return statement.flags > 0
            ? resolveRelative(name, level: Int(statement.flags), from: id) : resolve(name ?? "", from: id)
    }

    /// The name of the package that a module of Python stands in.
    func package(around id: Int32) -> String? {
        let module = modules[Int(id)]
        guard module.language == .python, let dot = module.name.lastIndex(of: ".") else { return nil }
        return String(module.name[..<dot])
    }

    /// True for what `python -m package` runs.
    func isMainOfPackage(_ id: Int32) -> Bool {
        modules[Int(id)].path == "__main__.py" || modules[Int(id)].path.hasSuffix("/__main__.py")
    }

    /// Scanned modules that running a module's top level imports, packages on the way included, in order.
    func topLevelImports(of id: Int32) -> [Int32] {
        let module = modules[Int(id)]
        var result: [Int32] = []
        var known: Set<Int32> = []
        func add(_ resolution: Resolution) {
            if case .module(let found) = resolution, found != id, known.insert(found).inserted { result.append(found) }
        }
        func addWithPackages(_ name: String) {
            var prefix = ""
            for part in name.split(separator: ".") {
                prefix += prefix.isEmpty ? part : "." + part
                add(resolve(prefix, from: id))
            }
        }
        // The packages around it run before it, whoever imports it.
        if let package = package(around: id) { addWithPackages(package) }
        func visit(_ list: UInt32) {
            for index in module.facts.list(list) { visitStatement(module.facts.ops[Int(index)]) }
        }
        func visitPair(_ index: UInt32) {
            guard index != .max else { return }
            visit(module.facts.ops[Int(index)].a)
            visit(module.facts.ops[Int(index)].b)
        }
        func visitStatement(_ op: Op) {
            switch op.kind {
            case .importModule: addWithPackages(module.facts.strings[Int(op.a)])
            case .importFrom:
                let name = op.a == .max ? nil : module.facts.strings[Int(op.a)]
                if op.flags == 0 { addWithPackages(name ?? "") }
                let base = source(of: op, in: module.facts, from: id)
                add(base)
                for alias in module.facts.list(op.b) {
                    add(submodule(module.facts.strings[Int(module.facts.ops[Int(alias)].a)], of: base))
                }
            case .if:
                if !isTypeCheck(module, op.a) { visit(op.b) }
                visit(op.c)
            case .while, .with: visit(op.b)
            case .for: visitPair(op.c)
            case .try:
                visit(op.a)
                for handler in module.facts.list(op.b) { visit(module.facts.ops[Int(handler)].c) }
                visitPair(op.c)
            default: break
            }
        }
        visit(module.facts.body)
        if module.importsByName { for other in namedImports(of: id).sorted() { add(.module(other)) } }
        return result
    }

    private func isTypeCheck(_ module: Module, _ test: UInt32) -> Bool {
        let op = module.facts.ops[Int(test)]
        guard op.kind == .name || op.kind == .attribute else { return false }
        return module.facts.strings[Int(op.kind == .name ? op.a : op.b)] == "TYPE_CHECKING"
    }

    /// Scanned modules that a module imports anywhere, packages on the way and plug-ins included.
    func imports(of id: Int32) -> Set<Int32> {
        let named = namedImports(of: id)
        return modules[Int(id)].importsByName ? named.union(plugins(of: id, importing: named)) : named
    }

    /// Modules that a module finds by their package: those of packages in whose `__path__` it looks for some, and those of
    /// one whose name begins the names that it puts together, `f"plugins.{name}"`.
    private func plugins(of id: Int32, importing named: Set<Int32>) -> Set<Int32> {
        let module = modules[Int(id)]
        var result: Set<Int32> = []
        if module.importsPlugins {
            for package in searchedPackages(of: id, importing: named) {
                result.formUnion(submodules(of: .module(package)))
            }
        }
        for op in module.facts.ops where op.kind == .str {
            let text = module.facts.strings[Int(op.a)]
            guard text.hasSuffix("."), text.utf8.count > 1, text.utf8.count < 200 else { continue }
            result.formUnion(submodules(of: resolve(String(text.dropLast()), from: id)))
        }
        result.remove(id)
        return result
    }

    /// Packages that a module searches: `plugins.__path__`, and its own, by `__path__` or `__file__`.
    private func searchedPackages(of id: Int32, importing named: Set<Int32>) -> Set<Int32> {
        let facts = modules[Int(id)].facts
        var result: Set<Int32> = []
        for op in facts.ops {
            switch op.kind {
            case .name where ["__path__", "__file__"].contains(facts.strings[Int(op.a)]): result.insert(id)
            case .attribute where facts.strings[Int(op.b)] == "__path__":
                let base = facts.ops[Int(op.a)]
                guard base.kind == .name || base.kind == .attribute else { continue }
                let name = facts.strings[Int(base.kind == .name ? base.a : base.b)]
                result.formUnion(
                    named.filter { modules[Int($0)].name == name || modules[Int($0)].name.hasSuffix("." + name) })
            default: break
            }
        }
        return result
    }

    /// Those that it names.
    private func namedImports(of id: Int32) -> Set<Int32> {
        let module = modules[Int(id)]
        var result: Set<Int32> = []
        func add(_ resolution: Resolution) { if case .module(let found) = resolution { result.insert(found) } }
        func addWithPackages(_ name: String) {
            var prefix = ""
            for part in name.split(separator: ".") {
                prefix += prefix.isEmpty ? part : "." + part
                add(resolve(prefix, from: id))
            }
        }
        for op in module.facts.ops {
            switch op.kind {
            case .importModule: addWithPackages(module.facts.strings[Int(op.a)])
            case .importFrom:
                let name = op.a == .max ? nil : module.facts.strings[Int(op.a)]
                let base: Resolution
                if op.flags > 0 {
                    base = resolveRelative(name, level: Int(op.flags), from: id)
                } else {
                    addWithPackages(name ?? "")
                    base = resolve(name ?? "", from: id)
                }
                add(base)
                for index in module.facts.list(op.b) {
                    add(submodule(module.facts.strings[Int(module.facts.ops[Int(index)].a)], of: base))
                }
            case .str where module.importsByName: result.formUnion(modules(namedBy: op, of: id))
            default: break
            }
        }
        if module.importsTasks {
            for (other, candidate) in modules.enumerated()
            where candidate.root == module.root && candidate.path.hasSuffix(ImportScan.tasksFile) {
                result.insert(Int32(other))
            }
        }
        result.remove(id)
        return result
    }

    /// Modules that the strings of a module which imports by strings name.
    func importsByText(of id: Int32) -> Set<Int32> {
        let module = modules[Int(id)]
        guard module.importsByName else { return [] }
        return module.facts.ops.reduce(into: plugins(of: id, importing: namedImports(of: id))) { result, op in
            if op.kind == .str { result.formUnion(modules(namedBy: op, of: id)) }
        }
    }

    /// Those that a string names, packages on the way included.
    private func modules(namedBy op: Op, of id: Int32) -> Set<Int32> {
        let name = modules[Int(id)].facts.strings[Int(op.a)]
        var result: Set<Int32> = []
        if name.hasPrefix(".") {
            let level = name.prefix { $0 == "." }.count
            let target = resolveRelative(String(name.dropFirst(level)), level: level, from: id)
            if case .module(let found) = target { result.insert(found) }
        } else if name.utf8.count < 200, !name.contains(where: { $0.isWhitespace }) {
            var prefix = ""
            for part in name.split(separator: ".") {
                prefix += prefix.isEmpty ? part : "." + part
                if case .module(let found) = resolve(prefix, from: id) { result.insert(found) }
            }
        }
        return result
    }

    /// For every module those that running its code may run: what it imports anywhere, the packages that it
    /// stands in, and the conftest modules above it.
    ///
    /// - Parameter anywhere: `imports(of:)` of each module.
    func importGraph(_ anywhere: [[Int32]]) -> [[Int32]] {
        var conftests: [String: Int32] = [:]
        for (id, module) in modules.enumerated()
        where module.path == "conftest.py" || module.path.hasSuffix("/conftest.py") {
            conftests[ModuleResolver.folder(of: module.path)] = Int32(id)
        }
        return modules.indices.map { index in
            let id = Int32(index)
            if isSwift(id) { return targets.reached(from: id) }
            var targets = Set(anywhere[index])
            var folder = folder(of: id)
            while true {
                if let conftest = conftests[folder] { targets.insert(conftest) }
                guard !folder.isEmpty else { break }
                folder.removeLast()
                if let package = self.module(inFolder: folder) { targets.insert(package) }
                folder = ModuleResolver.folder(of: folder)
            }
            targets.remove(id)
            return targets.sorted()
        }
    }
}

extension Program {
    /// True where a module imports one of the top-level names, anywhere in it.
    func imports(anyOf tops: Set<String>, in id: Int32) -> Bool {
        let facts = modules[Int(id)].facts
        return facts.ops.contains { op in
            guard op.kind == .importModule || op.kind == .importFrom, op.flags == 0, op.a != .max else { return false }
            return tops.contains(RuleIndex.top(facts.strings[Int(op.a)]))
        }
    }
}
