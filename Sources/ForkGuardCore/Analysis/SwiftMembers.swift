/// Which members of Swift's types the code of a target may mean where it names one: those of targets that it imports,
/// however far around, and those of others that make good what a type of such a target asks for.
///
/// An executable's `run()` is nothing that the libraries which it imports could call, unless its type conforms to a protocol,
/// or inherits from a class, that they know.
struct SwiftMembers {
    /// Targets that declare a member of a name, ascending.
    private var declarations: [Symbol: [Int]] = [:]
    private let targets: SwiftTargets
    /// Targets, other than its own, that may call the members of a type by what it inherits from.
    private var callers: [TypeName: Set<Int>] = [:]

    private struct TypeName: Hashable {
        var target: Int
        var name: Symbol
    }

    /// Protocols that nobody calls by the name of a member of the program's own, and that are everywhere.
    private static let markers: Set<String> = [
        "Sendable", "Equatable", "Hashable", "Comparable", "Codable", "Encodable", "Decodable", "Error", "Identifiable",
        "CaseIterable", "RawRepresentable", "CustomStringConvertible", "CustomDebugStringConvertible", "LocalizedError",
        "String", "Int", "UInt8", "Int32", "AnyObject", "OptionSet", "NSObject",
    ]

    init(_ program: Program) {
        targets = program.targets
        guard !targets.isEmpty else { return }
        var bases: [TypeName: Set<Symbol>] = [:]
        var homes: [Symbol: Set<Int>] = [:]
        for (id, module) in program.modules.enumerated() {
            guard let target = targets.target(of: Int32(id)), !program.isShim(Int32(id)) else { continue }
            // The bases of classes stand in lists, which an outline lacks.
            let loaded = module.loaded
            for definition in loaded.facts.classes {
                guard let name = Self.name(of: definition, loaded, program) else { continue }
                if definition.role != .extension { homes[name, default: []].insert(target) }
                let inherited = loaded.facts.list(definition.bases).compactMap { Self.name(ofBase: $0, loaded) }
                bases[TypeName(target: target, name: name), default: []].formUnion(inherited)
            }
        }
        let outside = Set(bases.values.joined()).filter {
            homes[$0] == nil && !Self.markers.contains(program.symbols[$0])
        }
        var mentioned: [Symbol: Set<Int>] = [:]
        for (id, module) in program.modules.enumerated() {
            guard let target = targets.target(of: Int32(id)) else { continue }
            for name in module.outline.symbols where outside.contains(name) {
                mentioned[name, default: []].insert(target)
            }
        }
        for type in bases.keys {
            let found = callers(of: type, bases, homes, mentioned)
            if !found.isEmpty { callers[type] = found }
        }
    }

    private func callers(
        of type: TypeName, _ bases: [TypeName: Set<Symbol>], _ homes: [Symbol: Set<Int>],
        _ mentioned: [Symbol: Set<Int>]
    ) -> Set<Int> {
        var found: Set<Int> = []
        var seen: Set<TypeName> = [type]
        var waiting = [type]
        while let next = waiting.popLast() {
            for base in bases[next] ?? [] {
                for target in homes[base] ?? [] where targets.sees(target, from: type.target) {
                    found.insert(target)
                    let ancestor = TypeName(target: target, name: base)
                    if seen.insert(ancestor).inserted { waiting.append(ancestor) }
                }
                found.formUnion(mentioned[base]?.filter { targets.sees($0, from: type.target) } ?? [])
            }
        }
        found.remove(type.target)
        return found
    }

    /// The last part of the type's name, which an extension names as well.
    private static func name(of definition: ClassFacts, _ loaded: LoadedFacts, _ program: Program) -> Symbol? {
        guard definition.name != .max else { return nil }
        guard definition.role == .extension else { return loaded.symbols[Int(definition.name)] }
        let path = loaded.facts.strings[Int(definition.name)]
        return program.symbols.find(String(path.split(separator: ".").last ?? ""))
    }

    private static func name(ofBase base: UInt32, _ loaded: LoadedFacts) -> Symbol? {
        let op = loaded.facts.ops[Int(base)]
        switch op.kind {
        case .name: return loaded.symbols[Int(op.a)]
        case .attribute: return loaded.symbols[Int(op.b)]
        default: return nil
        }
    }

    // MARK: Asking

    /// The targets whose code may mean a member that a type of a module declares; `owner`: the type's index.
    func homes(ofMemberOf owner: UInt32, in module: Int32, _ loaded: LoadedFacts, _ program: Program) -> [Int] {
        guard let target = targets.target(of: module) else { return [] }
        guard let name = Self.name(of: loaded.facts.classes[Int(owner)], loaded, program) else { return [target] }
        return [target] + (callers[TypeName(target: target, name: name)] ?? []).sorted()
    }

    /// The targets whose code may read what code of a module writes to an attribute.
    func homes(ofAttributeWrittenIn module: Int32) -> [Int] {
        guard let target = targets.target(of: module) else { return [] }
        return targets.all.filter { targets.sees($0, from: target) }
    }

    /// Notes that a member of that name is declared where code of these targets may mean it.
    mutating func declare(_ name: Symbol, for homes: [Int]) {
        for home in homes where declarations[name]?.contains(home) != true {
            declarations[name, default: []].append(home)
        }
    }

    /// Targets by which a member of that name may be meant in a module.
    func homes(of name: Symbol, seenFrom module: Int32) -> [Int] {
        guard let found = declarations[name], let target = targets.target(of: module) else { return [] }
        return found.filter { targets.sees($0, from: target) }
    }
}
