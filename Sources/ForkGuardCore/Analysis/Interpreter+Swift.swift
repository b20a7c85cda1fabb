/// What names mean in Swift: members of `self` without saying so, globals of any file of the module, values that are
/// made when they are first asked for.
extension Interpreter {
    // MARK: Names

    /// The value of `self` where a function of Swift runs, closures within it included.
    private var receiverValue: Value? {
        guard let name = symbols.find("self") else { return nil }
        var id = frame.environment
        while id >= 0, let environment = scope(id) {
            if let value = environment.variables[name] { return value }
            id = environment.parent
        }
        return nil
    }

    /// A plain name as a member of `self`, of its class, or of a type around that; `nil`: it is none.
    func implicitMember(_ name: Symbol) -> Value? {
        guard let receiver = receiverValue else { return enclosingMember(name, frame.environment) }
        switch receiver.only {
        case .object(let id)?:
            guard let object = object(id) else { return nil }
            if object.attributes[name] != nil { return attribute(of: receiver, name, op: 0) }
            if case .external(let path) = object.kind {
                let isKnown = rules.speaks(of: symbols[name], in: paths[path])
                return isKnown || extensionMember(ofOutside: path, name) != nil
                    ? attribute(of: receiver, name, op: 0) : nil
            }
            guard case .instance(let cls) = object.kind else { return nil }
            if symbols[name] == "Self" { return Value(.class(cls)) }
            if hasMember(cls, name) { return attribute(of: receiver, name, op: 0) }
            return enclosingMember(name, scope(cls)?.parent ?? -1)
        case .class(let cls)?:
            if symbols[name] == "Self" { return receiver }
            return enclosingMember(name, cls)
        default: return nil
        }
    }

    private func hasMember(_ cls: EnvironmentID, _ name: Symbol) -> Bool {
        if classAttribute(cls, name) != nil { return true }
        guard let base = externalBase(of: cls, providing: name) else { return false }
        return rules.speaks(of: symbols[name], in: paths[base])
    }

    /// A member of the class whose environment this is, or of one around it.
    private func enclosingMember(_ name: Symbol, _ start: EnvironmentID) -> Value? {
        var id = start
        for _ in 0..<16 where id >= 0 {
            guard let environment = scope(id) else { return nil }
            if environment.isClass, classAttribute(id, name) != nil {
                return attribute(of: Value(.class(id)), name, op: 0)
            }
            id = environment.parent
        }
        return nil
    }

    /// A global of another file of the same module, or of a module of the program that the file imports.
    func globalOfTarget(_ module: Int32, _ name: Symbol) -> Value? {
        guard !program.targets.isEmpty else { return nil }
        for home in program.targets.homes(of: name, seenFrom: module) {
            if let value = ownGlobal(home, name) { return value }
        }
        return nil
    }

    private func ownGlobal(_ module: Int32, _ name: Symbol) -> Value? {
        let key = GlobalKey(module: module, name: name)
        if let value = state.globals[key] { return value }
        evaluateTopLevel(module)
        return base.globals[key]
    }

    /// `Module.name` where the module is one of the program's.
    func swiftMember(ofTarget target: String, _ name: Symbol) -> Value? {
        guard program.isSwift(frame.module) else { return nil }
        // What rules speak of is outside, unless the importer belongs to the same package.
        if rules.isRoot(target), !program.targets.isSamePackage(target, from: frame.module) { return nil }
        for home in program.targets.homes(of: name, inTarget: target, from: frame.module) {
            if let value = ownGlobal(home, name) { return value }
        }
        return nil
    }

    /// Names that the front end made up: `@path` and `#condition`; any other is unknown.
    func swiftBuiltin(_ name: Symbol) -> Value {
        let text = symbols[name]
        if text.hasPrefix("@") { return Value(.external(path(String(text.dropFirst())))) }
        if text.hasPrefix("#") { return compilationAnswer(String(text.dropFirst())) ?? Value(.opaque(part(0, name))) }
        if let path = Self.natives[text] { return Value(.external(self.path(path))) }
        if let path = rules.namesOfC[text] { return Value(.external(self.path(path))) }
        if text == "super" { return Value(.external(path("builtins.super"))) }
        return Value(.opaque(part(0, name)))
    }

    /// Functions whose meaning is evaluation itself.
    private static let natives = ["dlsym": "Glibc.dlsym", "unsafeBitCast": "Swift.unsafeBitCast"]

    /// The value of a call of one of them; `nil`: it is none.
    func callSwiftNative(_ text: String, _ arguments: Arguments) -> Value? {
        switch text {
        case "Swift.unsafeBitCast": return arguments.positional.first ?? fresh()
        case "Glibc.dlsym":
            // What the C library has under a name is that function, however it was found.
            guard case .string(let name)? = arguments.positional.dropFirst().first?.only else { return fresh() }
            return Value(.external(path("Glibc." + symbols[name])))
        default: return nil
        }
    }

    /// The answer to a question of `#if`; `nil`: nobody knows, as of flags.
    private func compilationAnswer(_ text: String) -> Value? {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
        let question = text[..<open]
        let subject = String(text[text.index(after: open)...].dropLast())
        let isLinux = environment.platform == .linux
        switch question {
        case "os": return Value(.bool(isLinux ? subject == "Linux" : subject == "macOS" || subject == "OSX"))
        case "canImport":
            if let system = Self.systemOfModule[subject] { return Value(.bool(system == environment.platform)) }
            return Self.modulesNowhere.contains(subject) ? Value(.bool(false)) : nil
        case "targetEnvironment": return Value(.bool(false))
        case "swift", "compiler": return Value(.bool(text.contains(">=")))
        default: return nil
        }
    }

    /// Modules of the system that one platform alone has.
    private static let systemOfModule: [String: Platform] = [
        "Glibc": .linux, "FoundationNetworking": .linux, "Darwin": .darwin, "ObjectiveC": .darwin, "os": .darwin,
        "AppKit": .darwin, "Cocoa": .darwin, "Combine": .darwin, "Network": .darwin, "SwiftUI": .darwin,
        "CoreFoundation": .darwin, "Security": .darwin,
    ]
    private static let modulesNowhere: Set<String> = [
        "Musl", "Android", "Bionic", "WASILibc", "WinSDK", "CRT", "ucrt", "UIKit", "WatchKit",
    ]

    /// True for a definition under an `#if` that does not hold here.
    func isLeftOut(_ facts: FunctionFacts, in module: Int32) -> Bool {
        let owner =
            facts.enclosingClass == .max ? nil : program.modules[Int(module)].facts.classes[Int(facts.enclosingClass)]
        let tests = [facts.condition, owner?.condition ?? .max].filter { $0 != .max }
        guard !tests.isEmpty else { return false }
        let outer = (frame, state, isAlive, isPure)
        defer { (frame, state, isAlive, isPure) = outer }
        frame = Frame(module: module, function: -1, environment: -1, stack: nil)
        (state, isAlive, isPure) = (State(), true, true)
        return tests.contains { test in
            isAlive = true
            state = State()
            return condition(test).whenTrue == nil
        }
    }

    // MARK: Assignment

    /// Gives a value to what is declared elsewhere: a local around, a member of `self`, a global.
    func assignExisting(_ name: Symbol, _ value: Value) {
        var id = frame.environment
        while id >= 0, let environment = scope(id) {
            if !environment.isClass, environment.variables[name] != nil {
                return writeScope(id) { $0.variables[name] = value }
            }
            id = environment.parent
        }
        if let receiver = receiverValue {
            switch receiver.only {
            case .object(let id)?:
                guard let object = object(id) else { break }
                if object.attributes[name] != nil { return setAttribute(of: receiver, name, value, op: 0) }
                if case .instance(let cls) = object.kind, classAttribute(cls, name) != nil {
                    return setAttribute(of: receiver, name, value, op: 0)
                }
            case .class(let cls)?:
                if scope(cls)?.variables[name] != nil { return setAttribute(of: receiver, name, value, op: 0) }
            default: break
            }
        }
        for module in [frame.module] + program.targets.homes(of: name, seenFrom: frame.module)
        where ownGlobal(module, name) != nil {
            state.globals[GlobalKey(module: module, name: name)] = value
            return
        }
    }

    // MARK: Values made when they are asked for

    func lazyValue(_ op: Op) -> Value {
        let function = program.modules[Int(frame.module)].firstFunction + FunctionID(op.a)
        let closure = closureEnvironment()
        var maker = Value(.function(function, closure))
        if let environment = scope(frame.environment), environment.isClass {
            captured.insert(frame.environment)
            maker = Value(.method(function, closure, .class(frame.environment)))
        }
        return make(Object(kind: .lazy(isComputed: op.flags == 1), items: [maker]))
    }

    /// The value, with all that waits to be asked for made.
    func forced(_ value: Value, op: UInt32) -> Value {
        guard program.isSwift(frame.module), value.atoms.contains(where: isWaiting) else { return value }
        var result = Value.nothing
        for atom in value.atoms where isAlive {
            guard isWaiting(atom), case .object(let id) = atom, let object = object(id) else {
                result.insert(atom)
                continue
            }
            result = result.joined(with: forced(id, object, op: op))
        }
        return isAlive ? result : .nothing
    }

    private func isWaiting(_ atom: Atom) -> Bool {
        guard case .object(let id) = atom, case .lazy? = object(id)?.kind else { return false }
        return true
    }

    private func forced(_ id: ObjectID, _ object: Object, op: UInt32) -> Value {
        if let known = object.attributes[names.any] { return known }
        // Where a top level is evaluated for its names, nobody has asked for the value yet.
        guard !isPure else { return fresh() }
        let value = call(object.inner, Arguments(), op: op)
        guard isAlive else { return .nothing }
        if object.kind == .lazy(isComputed: false) { update(id) { $0.attributes[names.any] = value } }
        return value
    }

    // MARK: Closures that outside code is handed

    /// A closure written as an argument may be called there and then, as `map` and `withLock` do.
    func runHandedClosures(_ arguments: Arguments, op: UInt32) {
        guard program.isSwift(frame.module) else { return }
        for value in arguments.positional + arguments.keywords.map(\.value) {
            guard isAlive, case .function(let function, _)? = value.only else { continue }
            let facts = program.facts(function)
            guard facts.isLambda, relevance.matters(function) else { continue }
            state.freeze()
            let before = state
            var given = Arguments()
            given.star = fresh()
            _ = call(value, given, op: op)
            enter(join(before, current))
        }
    }
}
