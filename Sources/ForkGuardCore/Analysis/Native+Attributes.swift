/// Attributes by their names: `getattr`, `super`.
extension Interpreter {
    func getAttribute(_ arguments: Arguments, op: UInt32) -> Value {
        guard arguments.positional.count > 1, let base = arguments.positional.first else { return fresh() }
        guard case .string(let name)? = arguments.positional[1].only else {
            return classes(of: base, namedBy: arguments.positional[1], op: op) ?? fresh()
        }
        let value = attribute(of: base, name, op: op)
        guard arguments.positional.count > 2, value.atoms.allSatisfy(\.isOpaque) else { return value }
        return value.joined(with: arguments.positional[2])
    }

    /// `getattr(module, config["type"])`: one of the classes that the module defines.
    private func classes(of base: Value, namedBy name: Value, op: UInt32) -> Value? {
        guard !isPure, case .module(let id)? = base.only, name.atoms.allSatisfy(\.isOpaque) else { return nil }
        let module = program.modules[Int(id)]
        guard module.language == .python else { return nil }
        var result = Value.nothing
        for name in MentionGraph.classesByName(module.outline) {
            for case .class(let cls) in attribute(of: base, name, op: op).atoms { result.insert(.class(cls)) }
        }
        return result == .nothing ? nil : result
    }

    /// What rules call `self.hparams`: from here on the object has the arguments of the function at hand, by their names.
    func keepArguments(in receiver: ObjectID?) -> Value {
        guard let receiver, frame.function >= 0, let own = scope(frame.environment) else { return fresh() }
        var object = Object(kind: .external(path("types.SimpleNamespace")))
        for parameter in program.facts(frame.function).parameters.dropFirst() where parameter.name != .max {
            let name = symbol(parameter.name)
            if let value = own.variables[name] { object.attributes[name] = value }
        }
        let kept = make(object)
        update(receiver) { $0.attributes[symbols.intern("hparams")] = kept }
        return .none
    }

    func superclass(_ arguments: Arguments) -> Value {
        guard arguments.positional.count == 2, case .class(let cls)? = arguments.positional[0].only,
            let receiver = arguments.positional[1].only.flatMap(Self.receiver)
        else { return fresh() }
        return Value(.superclass(cls, receiver))
    }
}
