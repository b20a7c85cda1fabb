#if SwiftFrontend
    import ForkGuardCore
    import SwiftSyntax

    /// Globals, statics and computed variables.
    extension SwiftFacts {
        /// Variables that are made when somebody first asks for them, or each time where they are computed.
        mutating func lazyVariable(_ node: VariableDeclSyntax, into items: inout [UInt32]) {
            for binding in node.bindings {
                let place = place(binding)
                guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
                    if let target = target(binding.pattern) {
                        let value = unknown(place)
                        items.append(build.add(.assign, place, a: build.list([target]), b: value))
                    }
                    continue
                }
                let name = Self.text(pattern.identifier)
                let index = build.addFunction(name, qualified(name), place)
                let owner: UInt32? = if case .type(let owner, _)? = scopes.last { owner } else { nil }
                if let owner { build.facts.functions[Int(index)].enclosingClass = owner }
                build.facts.functions[Int(index)].enclosingFunction = enclosingFunction
                build.facts.functions[Int(index)].condition = condition
                build.facts.functions[Int(index)].isLambda = true
                var isComputed = false
                fill(index, name) { lowering, _ in
                    if owner != nil {
                        lowering.build.facts.functions[Int(index)].parameters = [
                            FactsBuilder.parameter(lowering.build.string("self"), kind: .positionalOnly)
                        ]
                    }
                    if let type = binding.typeAnnotation?.type {
                        lowering.build.facts.functions[Int(index)].returns = lowering.type(type)
                    }
                    if let value = binding.initializer?.value {
                        let result = lowering.value(value, as: binding.typeAnnotation?.type)
                        return lowering.build.list([lowering.build.add(.return, place, a: result)])
                    }
                    isComputed = binding.accessorBlock != nil
                    return lowering.valueBlock(Self.getter(of: binding.accessorBlock))
                }
                let mentions = build.facts.functions[Int(index)].mentions
                build.addBinding(build.string(name), isAttribute: owner != nil, mentions, owner: owner ?? .max)
                let target = declared(name, place)
                let value = build.add(.lazy, place, flags: isComputed ? 1 : 0, a: index)
                items.append(build.add(.assign, place, a: build.list([target]), b: value))
            }
        }

        /// What holds the value of a property with observers.
        mutating func stored(_ name: String, _ place: Place) -> UInt32 {
            let receiver = self.name("self", place)
            return attribute(receiver, "<\(name)>", place)
        }

        private static func getter(of block: AccessorBlockSyntax?) -> CodeBlockItemListSyntax? {
            switch block?.accessors {
            case .getter(let body)?: body
            case .accessors(let list)?: list.first { $0.accessorSpecifier.text == "get" }?.body?.statements
            case nil: nil
            }
        }
    }
#endif
