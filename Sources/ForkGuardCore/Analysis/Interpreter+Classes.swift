/// Classes: their ancestors, their attributes, and what outside ancestors provide.
extension Interpreter {
    /// The class and its ancestors, nearest first; outside ancestors by their path.
    func lineage(of cls: EnvironmentID) -> [Atom] {
        var result: [Atom] = []
        var queue: [(Atom, Int)] = [(.class(cls), 0)]
        while let (atom, level) = queue.first {
            queue.removeFirst()
            // The last mention counts, as in the C3 order: a shared base comes after all that derive from it.
            result.removeAll { $0 == atom }
            result.append(atom)
            if case .class(let id) = atom, level < 32, let info = classes[id] {
                queue.insert(contentsOf: info.bases.map { ($0, level + 1) }, at: 0)
            }
        }
        return result
    }

    func classAttribute(_ cls: EnvironmentID, _ name: Symbol) -> Value? {
        if let value = scope(cls)?.variables[name] { return asImported(value, cls, name) }
        guard let info = classes[cls], !info.bases.isEmpty else { return nil }
        for case .class(let ancestor) in lineage(of: cls).dropFirst() {
            if let value = scope(ancestor)?.variables[name] { return asImported(value, ancestor, name) }
        }
        return nil
    }

    /// What a class's body made of objects it made once more where the top level around it ran again: a class of a module
    /// without an effect derives from the one that was there before.
    private func asImported(_ value: Value, _ cls: EnvironmentID, _ name: Symbol) -> Value {
        let holdsObject = value.atoms.contains { if case .object = $0 { true } else { false } }
        guard holdsObject, let info = classes[cls], effectiveModules.contains(info.module) else { return value }
        let other = asImported(cls)
        return other == cls ? value : scope(other)?.variables[name] ?? value
    }

    /// What a class has of its class: the `_instances` of a metaclass that makes singletons.
    func metaclassAttribute(_ cls: EnvironmentID, _ name: Symbol) -> Value? {
        for case .class(let ancestor) in lineage(of: cls) {
            guard let meta = classes[ancestor]?.metaclass, let value = classAttribute(meta, name) else { continue }
            guard case .function(let function, let closure)? = value.only else { return value }
            return Value(.method(function, closure, .class(cls)))
        }
        return nil
    }

    /// The same, with properties asked.
    func metaclassMember(_ cls: EnvironmentID, _ name: Symbol, op: UInt32) -> Value? {
        guard let value = metaclassAttribute(cls, name) else { return nil }
        guard case .object(let id)? = value.only, let property = object(id), property.kind == .property else {
            return value
        }
        return callWithReceiver(property.inner, .class(cls), op: op)
    }

    /// What `__getattr__` of a metaclass gives for a name that the class has not; `nil`: nothing that is known.
    func askMetaclass(_ cls: EnvironmentID, _ name: Symbol, op: UInt32) -> Value? {
        guard !symbols[name].hasPrefix("__"), let hook = metaclassAttribute(cls, names.getAttribute), isCallable(hook)
        else { return nil }
        let value = call(hook, Arguments(positional: [Value(.string(name))]), op: op)
        return isAlive && value.atoms.allSatisfy(\.isOpaque) ? nil : value
    }

    /// `Tables["a"]`: what the class or its metaclass makes of it, else the class, which is generic.
    func item(ofClass cls: EnvironmentID, _ key: Value, op: UInt32) -> Value {
        if isEnumeration(cls) { return member(of: cls, named: key) }
        var hook = metaclassAttribute(cls, names.getItem)
        if case .function(let function, let closure)? = classAttribute(cls, symbols.intern("__class_getitem__"))?.only {
            hook = Value(.method(function, closure, .class(cls)))
        }
        guard let hook else { return Value(.class(cls)) }
        let value = call(hook, Arguments(positional: [key]), op: op)
        return isAlive && value.atoms.allSatisfy(\.isOpaque) ? Value(.class(cls)) : value
    }

    /// The nearest outside ancestor, which has whatever the scanned classes have not.
    func externalBase(of cls: EnvironmentID, providing name: Symbol) -> PathID? {
        var first: PathID?
        for case .external(let path) in lineage(of: cls) {
            let text = paths[path]
            if text == "builtins.object" || text == "typing.Generic" || text == "abc.ABC" { continue }
            if text.hasPrefix("typing.Protocol") || ContainerKind.bases[text] != nil { continue }
            // Of several, the one that rules say has the name.
            if rules.speaks(of: symbols[name], in: text) { return path }
            if first == nil { first = path }
        }
        return first
    }

    /// What `cls.__subclasses__()` gives: the classes that name it as a base, as far as their statements have run.
    func directHeirs(of cls: EnvironmentID) -> [Value] {
        let found = classes.filter { $0.value.bases.contains(.class(cls)) && scope($0.key) != nil }
        return found.keys.sorted().map { Value(.class($0)) }
    }

    func isMetaclass(_ info: ClassInfo) -> Bool {
        info.bases.contains { base in
            switch base {
            case .external(let path): paths[path] == "builtins.type" || paths[path] == "abc.ABCMeta"
            case .class(let id): classes[id].map(isMetaclass) == true
            default: false
            }
        }
    }

    func holder(ofBase path: PathID, of cls: EnvironmentID) -> ObjectID? {
        for case .class(let ancestor) in lineage(of: cls) {
            if let object = classes[ancestor]?.holders[path] { return object }
        }
        return nil
    }

    func defineClass(_ statement: Op) {
        let module = program.modules[Int(frame.module)]
        let facts = module.facts.classes[Int(statement.a)]
        if facts.role == .extension, extendsScannedType(facts, in: frame.module) { return }
        let extensions = swiftExtensions(of: facts, in: frame.module)
        var bases = swiftBases(of: extensions, facts)
        var metaclass: Value?
        var context: ObjectID?
        var ownContext: ObjectID?
        var holders: [PathID: ObjectID] = [:]
        var keywords = Arguments()
        for index in list(facts.bases) {
            let base = op(index)
            if base.kind == .keyword {
                let value = evaluate(base.b)
                if symbols[symbol(base.a)] == "metaclass" {
                    metaclass = value
                } else {
                    keywords.keywords.append((symbol(base.a), value))
                }
                continue
            }
            let given = basesBesideMetaclass(index, &metaclass) ?? evaluate(index)
            for atom in given.atoms {
                switch atom {
                case .class, .external: bases.append(atom)
                case .object(let id):
                    // `Base = declarative_base()`.
                    guard case .external(let path)? = object(id)?.kind else {
                        if isStartContext(id) { ownContext = id }
                        break
                    }
                    bases.append(.external(path))
                    holders[path] = id
                case .externalMember(let path, let object):
                    bases.append(.external(path))
                    if case .startContext? = self.object(object)?.kind {
                        context = object
                    } else {
                        holders[path] = object
                    }
                default: break
                }
            }
        }
        metaclass = metaclass ?? addedMetaclass(list(facts.decorators))
        guard isAlive else { return }
        let body = newEnvironment(parent: frame.environment, module: frame.module, isClass: true)
        classes[body] = ClassInfo(
            module: frame.module, index: Int(statement.a), bases: bases, startContext: context, holders: holders)
        if case .class(let meta)? = metaclass?.only { classes[body]?.metaclass = meta }
        classes[body]?.ownContext = ownContext ?? contextClass(among: bases, op: statement.a)
        classes[body]?.fields = namedFields(holders)
        let container = container(ofBases: bases)
        classes[body]?.container = container
        let outer = frame.environment
        let declared = (frame.declaredGlobal, frame.declaredNonlocal)
        captured.insert(body)
        frame.environment = body
        frame.declaredGlobal = []
        frame.declaredNonlocal = []
        execute(block: facts.body)
        let setter = symbols.intern("__setattr__")
        let setsAttributes = scope(body)?.variables[setter] != nil || inheritsSetter(bases)
        classes[body]?.setsAttributes = setsAttributes
        run(extensions, of: body)
        nameDescriptors(of: body)
        if !bases.isEmpty, isEnumeration(body) { noteMethods(ofEnumeration: body) }
        frame.environment = outer
        (frame.declaredGlobal, frame.declaredNonlocal) = declared
        guard isAlive else { return }
        var value = Value(.class(body))
        for decorator in list(facts.decorators).reversed() {
            value = decorate(value, with: decorator, onClass: body)
            guard isAlive else { return }
        }
        if inheritsFields(bases) {
            let found = fields(of: body)
            classes[body]?.fields = found
        }
        if facts.role != .extension { assignName(module.symbols[Int(facts.name)], value) }
        announce(body, bases, metaclass, keywords, module.symbols[Int(facts.name)], op: statement.a)
    }

    private func inheritsSetter(_ bases: [Atom]) -> Bool {
        bases.contains { base in
            guard case .class(let id) = base else { return false }
            return classes[id]?.setsAttributes == true
        }
    }

    private func isStartContext(_ id: ObjectID) -> Bool {
        if case .startContext? = object(id)?.kind { true } else { false }
    }

    /// `class NoDaemonContext(multiprocessing.context.ForkContext)`
    private func contextClass(among bases: [Atom], op: UInt32) -> ObjectID? {
        for case .external(let path) in bases {
            guard let (family, method) = rules.facts(paths[path]).contextClass else { continue }
            let methods = StartMethods(chosen: [method: place(op)])
            return allocate(Object(kind: .startContext(family: family), methods: methods))
        }
        return nil
    }

    /// The context of start methods that a class derives from.
    func startContext(ofClass cls: EnvironmentID) -> ObjectID? {
        for case .class(let ancestor) in lineage(of: cls) {
            if let context = classes[ancestor]?.ownContext { return context }
        }
        return nil
    }

    /// The fields of a base class that `namedtuple("Job", "uri action")` has made.
    private func namedFields(_ holders: [PathID: ObjectID]) -> [ClassInfo.Field]? {
        for (path, id) in holders where paths[path] == "collections.namedtuple()" {
            return object(id)?.items.compactMap { item in
                guard case .string(let name)? = item.only else { return nil }
                return ClassInfo.Field(name: name, annotation: .max, module: frame.module, hasDefault: false)
            }
        }
        return nil
    }

    /// A class tells each descriptor in its body under which name it stands.
    private func nameDescriptors(of cls: EnvironmentID) {
        let hook = symbols.intern("__set_name__")
        for (name, value) in scope(cls)?.variables ?? [:] where isAlive {
            guard case .object(let id)? = value.only, case .instance(let own)? = object(id)?.kind,
                classAttribute(own, hook) != nil
            else { continue }
            let arguments = Arguments(positional: [Value(.class(cls)), Value(.string(name))])
            _ = callSpecial(.object(id), hook, arguments, op: 0)
        }
    }

    /// What defining a class calls: its metaclass, and the hook of its bases.
    private func announce(
        _ body: EnvironmentID, _ bases: [Atom], _ metaclass: Value?, _ keywords: Arguments, _ name: Symbol, op: UInt32
    ) {
        if case .class(let meta)? = metaclass?.only {
            var arguments = keywords
            arguments.positional = [Value(.class(body)), Value(.string(name)), fresh(), fresh()]
            for hook in [names.new, names.initializer] {
                guard isAlive, let value = classAttribute(meta, hook) else { continue }
                _ = call(value, arguments, op: 0)
            }
        }
        guard isAlive, !bases.isEmpty else { return }
        let hook = symbols.intern("__init_subclass__")
        for case .class(let ancestor) in lineage(of: body).dropFirst() {
            guard let value = scope(ancestor)?.variables[hook] else { continue }
            for case .function(let function, let closure) in value.atoms {
                _ = callFunction(function, closure, receiver: .class(body), keywords, op: 0)
            }
            return
        }
    }

    private func inheritsFields(_ bases: [Atom]) -> Bool {
        bases.contains { atom in
            switch atom {
            case .external(let path): return Native.fieldBases.contains(paths[path])
            case .class(let id): return classes[id]?.fields != nil
            default: return false
            }
        }
    }

    /// True for what `attr.ib()` and its like give.
    private func isField(_ value: Value) -> Bool {
        guard case .object(let id)? = value.only, case .external(let path)? = object(id)?.kind else { return false }
        return Native.fieldMakers.contains(paths[path].replacing("()", with: ""))
    }

    /// The annotated names of a class body and of its ancestors' bodies, in the order of a generated initializer.
    func fields(of cls: EnvironmentID) -> [ClassInfo.Field] {
        var result: [ClassInfo.Field] = []
        for case .class(let ancestor) in lineage(of: cls).reversed() {
            guard let info = classes[ancestor] else { continue }
            let module = program.modules[Int(info.module)]
            for index in module.facts.list(module.facts.classes[info.index].body) {
                let statement = module.facts.ops[Int(index)]
                let target: UInt32
                switch statement.kind {
                case .annotatedAssign: target = statement.a
                case .assign: target = module.facts.list(statement.a).first ?? .max
                default: continue
                }
                guard target != .max, module.facts.ops[Int(target)].kind == .name else { continue }
                let name = module.symbols[Int(module.facts.ops[Int(target)].a)]
                let isAnnotated = statement.kind == .annotatedAssign
                // `lock = attr.ib(factory=Lock)`.
                guard isAnnotated || classAttribute(ancestor, name).map(isField) == true else { continue }
                result.removeAll { $0.name == name }
                result.append(
                    .init(
                        name: name, annotation: isAnnotated ? statement.b : .max, module: info.module,
                        hasDefault: !isAnnotated || statement.c != .max))
            }
        }
        return result
    }
}
