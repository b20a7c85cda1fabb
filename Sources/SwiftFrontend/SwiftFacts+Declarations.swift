#if SwiftFrontend
    import ForkGuardCore
    import SwiftSyntax

    extension SwiftFacts {
        /// A definition that stands at top level, in a type or in a block; variables are declared by others.
        mutating func declaration(_ node: DeclSyntax, into items: inout [UInt32]) {
            let place = place(node)
            switch node.as(DeclSyntaxEnum.self) {
            case .functionDecl(let node): items.append(nested(place) { $0.function(node) })
            case .initializerDecl(let node): items.append(nested(place) { $0.initializer(node) })
            case .deinitializerDecl(let node):
                guard let body = node.body else { return }
                items.append(nested(place) { $0.method("__del__", [], nil, body.statements, place) })
            case .subscriptDecl(let node): items.append(nested(place) { $0.subscriptDeclaration(node) })
            case .classDecl(let node): items.append(nested(place) { $0.type(node, Self.text(node.name), .type) })
            case .structDecl(let node):
                items.append(nested(place) { $0.type(node, Self.text(node.name), .type, isStruct: true) })
            case .enumDecl(let node): items.append(nested(place) { $0.type(node, Self.text(node.name), .type) })
            case .actorDecl(let node): items.append(nested(place) { $0.type(node, Self.text(node.name), .type) })
            case .protocolDecl(let node):
                items.append(nested(place) { $0.type(node, Self.text(node.name), .protocol) })
            case .extensionDecl(let node): items.append(nested(place) { $0.extensionDeclaration(node) })
            case .typeAliasDecl(let node): typeAlias(node, into: &items)
            case .macroExpansionDecl(let node):
                for argument in node.arguments { items.append(expressionStatement(argument.expression)) }
            default: break
            }
        }

        private mutating func typeAlias(_ node: TypeAliasDeclSyntax, into items: inout [UInt32]) {
            let place = place(node)
            build.beginScope()
            let type = type(node.initializer.value)
            let mentions = build.endScope()
            build.mention(all: mentions)
            guard type != .max else { return }
            let name = build.string(Self.text(node.name))
            build.addBinding(name, isAttribute: isInType, mentions)
            let target = build.add(.name, place, a: name)
            items.append(build.add(.assign, place, a: build.list([target]), b: type))
        }

        var isInType: Bool { if case .type? = scopes.last { true } else { false } }

        // MARK: Functions

        private mutating func function(_ node: FunctionDeclSyntax) -> UInt32 {
            let place = place(node)
            if let symbol = Self.symbolName(node.attributes) {
                // The function is that of the C library; the declaration only gives it a name.
                let target = declared(Self.text(node.name), place)
                let value = outside("Glibc." + symbol, place)
                build.mention(build.string(symbol))
                build.addBinding(
                    build.string(Self.text(node.name)), isAttribute: false,
                    [build.plainMention(symbol)])
                return build.add(.assign, place, a: build.list([target]), b: value)
            }
            let isStatic = Self.isStatic(node.modifiers)
            let name = Self.text(node.name)
            generics.append(Self.constraints(node.genericParameterClause, node.genericWhereClause))
            defer { generics.removeLast() }
            return method(
                name == "callAsFunction" ? "__call__" : name, isInType && isStatic ? ["builtins.classmethod"] : [],
                node.signature, node.body?.statements, place)
        }

        /// `@_silgen_name("fork")` and `@_extern(c, "fork")`: the symbol that a declaration stands for.
        private static func symbolName(_ attributes: AttributeListSyntax) -> String? {
            for case .attribute(let attribute) in attributes
            where attribute.isNamed("_silgen_name") || attribute.isNamed("_extern") {
                guard case .argumentList(let arguments)? = attribute.arguments,
                    let literal = arguments.last?.expression.as(StringLiteralExprSyntax.self)
                else { continue }
                return literal.representedLiteralValue
            }
            return nil
        }

        static func isStatic(_ modifiers: DeclModifierListSyntax) -> Bool {
            modifiers.contains { $0.name.text == "static" || $0.name.text == "class" }
        }

        private mutating func initializer(_ node: InitializerDeclSyntax) -> UInt32 {
            generics.append(Self.constraints(node.genericParameterClause, node.genericWhereClause))
            defer { generics.removeLast() }
            return method("__init__", [], node.signature, node.body?.statements, place(node))
        }

        private mutating func subscriptDeclaration(_ node: SubscriptDeclSyntax) -> UInt32 {
            let place = place(node)
            var body: CodeBlockItemListSyntax?
            switch node.accessorBlock?.accessors {
            case .getter(let items)?: body = items
            case .accessors(let list)?: body = list.first { $0.accessorSpecifier.text == "get" }?.body?.statements
            case nil: break
            }
            return define("__getitem__", [], place) { lowering, index in
                lowering.parameters(node.parameterClause.parameters, of: index, isMethod: true)
                lowering.build.facts.functions[Int(index)].returns = lowering.type(node.returnClause.type)
                return lowering.valueBlock(body)
            }
        }

        /// A function, in a type with `self` for its first parameter.
        mutating func method(
            _ name: String, _ decorators: [String], _ signature: FunctionSignatureSyntax?,
            _ body: CodeBlockItemListSyntax?, _ place: Place
        ) -> UInt32 {
            let isMethod = isInType
            return define(name, decorators, place) { lowering, index in
                let given = signature?.parameterClause.parameters
                lowering.parameters(given, of: index, isMethod: isMethod)
                if let type = signature?.returnClause?.type {
                    lowering.build.facts.functions[Int(index)].returns = lowering.type(type)
                }
                return lowering.valueBlock(body)
            }
        }

        /// Adds a function whose parameters and body `lower` makes, and the statement that defines it.
        mutating func define(
            _ name: String, _ decorators: [String], _ place: Place, _ lower: (inout Self, UInt32) -> UInt32
        ) -> UInt32 {
            let index = build.addFunction(name, qualified(name), place)
            if case .type(let owner, _)? = scopes.last { build.facts.functions[Int(index)].enclosingClass = owner }
            build.facts.functions[Int(index)].enclosingFunction = enclosingFunction
            build.facts.functions[Int(index)].condition = condition
            var wrappers: [UInt32] = []
            for decorator in decorators {
                if decorator.hasSuffix(".setter") {
                    let base = declared(String(decorator.dropLast(7)), place)
                    wrappers.append(build.add(.attribute, place, a: base, b: build.string("setter")))
                } else {
                    wrappers.append(outside(decorator, place))
                }
            }
            build.facts.functions[Int(index)].decorators = build.list(wrappers)
            fill(index, name, lower)
            return build.add(.function, place, a: index)
        }

        /// Makes the body of a function; what it mentions belongs to the function around it, too.
        mutating func fill(_ index: UInt32, _ name: String, _ lower: (inout Self, UInt32) -> UInt32) {
            let outer = (breakables, impliedType)
            (breakables, impliedType) = ([], nil)
            scopes.append(.function(index, name: name))
            build.beginScope()
            let body = lower(&self, index)
            let mentions = build.endScope()
            scopes.removeLast()
            (breakables, impliedType) = outer
            build.facts.functions[Int(index)].body = body
            build.facts.functions[Int(index)].mentions = mentions
            if case .function? = scopes.last { build.mention(all: mentions) }
        }

        mutating func parameters(_ list: FunctionParameterListSyntax?, of index: UInt32, isMethod: Bool) {
            var result: [FunctionFacts.Parameter] = []
            if isMethod {
                result.append(FactsBuilder.parameter(build.string("self"), kind: .positionalOnly))
            }
            for parameter in list ?? [] {
                let label = Self.text(parameter.firstName)
                let name = Self.text(parameter.secondName ?? parameter.firstName)
                let annotation = type(parameter.type)
                let value = parameter.defaultValue.map { expression($0.value) } ?? .max
                let isUnlabelled = label == "_"
                let kind: FunctionFacts.Parameter.Kind =
                    parameter.ellipsis != nil ? .variadic : isUnlabelled ? .positional : .keywordOnly
                result.append(
                    FactsBuilder.parameter(
                        build.string(name), label: isUnlabelled ? .max : build.string(label), kind: kind,
                        annotation: annotation, defaultValue: value))
            }
            build.facts.functions[Int(index)].parameters = result
        }

        // MARK: Types

        private mutating func type(
            _ node: any DeclGroupSyntax, _ name: String, _ role: ClassFacts.Role, isStruct: Bool = false
        ) -> UInt32 {
            let place = place(node)
            let index = build.addClass(name, qualified(name), place)
            build.facts.classes[Int(index)].role = role
            build.facts.classes[Int(index)].condition = condition
            build.facts.classes[Int(index)].enclosingFunction = enclosingFunction
            let firstFunction = build.facts.functions.count
            let parameters = (node as? any WithGenericParametersSyntax)?.genericParameterClause
            generics.append(Self.constraints(parameters, node.genericWhereClause))
            defer { generics.removeLast() }
            build.beginScope()
            var bases: [UInt32] = []
            for inherited in node.inheritanceClause?.inheritedTypes ?? [] {
                let base = type(inherited.type)
                if base != .max { bases.append(base) }
            }
            scopes.append(.type(index, name: name))
            let body = members(node.memberBlock.members, isStruct: isStruct, hasFields: role == .type)
            scopes.removeLast()
            var mentions = build.endScope()
            // Whoever makes an instance runs its initializers; a thread's `main` runs without being named.
            for function in build.facts.functions[firstFunction...] where function.enclosingClass == index {
                let method = build.facts.strings[Int(function.name)]
                if method.hasPrefix("__") || method == "main" { mentions += function.mentions }
            }
            build.facts.classes[Int(index)].bases = build.list(bases)
            build.facts.classes[Int(index)].body = body
            build.facts.classes[Int(index)].mentions = FactsBuilder.unique(mentions)
            return build.add(.class, place, a: index)
        }

        private mutating func extensionDeclaration(_ node: ExtensionDeclSyntax) -> UInt32 {
            let path = Self.path(of: node.extendedType)
            guard !path.isEmpty else { return unknown(place(node)) }
            let result = type(node, path, .extension)
            build.mention(build.string(path.split(separator: ".").last.map(String.init) ?? path))
            return result
        }

        /// `<T: Runner, each U>`, `where T: Runner`: what a type parameter conforms to, as far as one thing is written.
        private static func constraints(_ clause: GenericParameterClauseSyntax?, _ where: GenericWhereClauseSyntax?)
            -> [String: TypeSyntax]
        {
            var result: [String: TypeSyntax] = [:]
            for parameter in clause?.parameters ?? [] {
                // One that is named like itself would be looked up for ever.
                if let type = parameter.inheritedType, path(of: type) != text(parameter.name) {
                    result[text(parameter.name)] = type
                }
            }
            for requirement in `where`?.requirements ?? [] {
                guard case .conformanceRequirement(let node) = requirement.requirement else { continue }
                let name = path(of: node.leftType)
                if !name.isEmpty, result[name] == nil, path(of: node.rightType) != name {
                    result[name] = node.rightType
                }
            }
            return result
        }

        /// `Outer.Inner` of `Outer.Inner<T>`.
        private static func path(of type: TypeSyntax) -> String {
            if let node = type.as(IdentifierTypeSyntax.self) { return text(node.name) }
            if let node = type.as(MemberTypeSyntax.self) {
                let base = path(of: node.baseType)
                return base.isEmpty ? "" : base + "." + text(node.name)
            }
            return ""
        }

        /// A type as an expression; `.max` where its values are not followed (functions, tuples).
        mutating func type(_ node: TypeSyntax) -> UInt32 {
            let place = place(node)
            switch node.as(TypeSyntaxEnum.self) {
            case .identifierType(let node):
                // A parameter of a generic type is at least what it is constrained to.
                let text = Self.text(node.name)
                if let constraint = generics.lazy.reversed().compactMap({ $0[text] }).first {
                    return nested(place) { $0.type(constraint) }
                }
                return name(text, place)
            case .memberType(let node):
                let base = nested(place) { $0.type(node.baseType) }
                return base == .max ? .max : attribute(base, Self.text(node.name), place)
            case .optionalType(let node): return type(node.wrappedType)
            case .implicitlyUnwrappedOptionalType(let node): return type(node.wrappedType)
            case .someOrAnyType(let node): return type(node.constraint)
            case .attributedType(let node): return type(node.baseType)
            case .compositionType(let node):
                for element in node.elements {
                    let part = type(element.type)
                    if part != .max { return part }
                }
                return .max
            case .arrayType(let node):
                let element = nested(place) { $0.type(node.element) }
                guard element != .max else { return .max }
                let list = build.add(.name, place, a: build.string("List"))
                return build.add(.subscript, place, a: list, b: element)
            default: return .max
            }
        }

        // MARK: Members

        private mutating func members(_ list: MemberBlockItemListSyntax, isStruct: Bool, hasFields: Bool) -> UInt32 {
            var items: [UInt32] = []
            var fields = Fields()
            self.members(list, into: &items, &fields)
            let place = place(list)
            if hasFields {
                if !fields.values.isEmpty { items.append(initialValues(fields, place)) }
                if isStruct, !fields.hasInitializer { items.append(memberwise(fields, place)) }
            }
            return build.list(items)
        }

        /// Stored properties of a type, in order.
        struct Fields {
            struct Value {
                var name: String
                var type: TypeSyntax?
                var value: ExprSyntax?
                var place: Place
                /// The attribute that holds it, where a property with observers bears its name.
                var storage: String
            }
            var values: [Value] = []
            var hasInitializer = false
        }

        private mutating func members(
            _ list: MemberBlockItemListSyntax, into items: inout [UInt32], _ fields: inout Fields
        ) {
            for member in list {
                if let node = member.decl.as(IfConfigDeclSyntax.self) {
                    var inner = fields
                    items.append(
                        ifConfig(node) { lowering, elements in
                            var body: [UInt32] = []
                            if case .decls(let list) = elements { lowering.members(list, into: &body, &inner) }
                            return body
                        })
                    fields = inner
                } else if let node = member.decl.as(VariableDeclSyntax.self) {
                    memberVariable(node, into: &items, &fields)
                } else {
                    if member.decl.is(InitializerDeclSyntax.self) { fields.hasInitializer = true }
                    declaration(member.decl, into: &items)
                }
            }
        }

        private mutating func memberVariable(
            _ node: VariableDeclSyntax, into items: inout [UInt32], _ fields: inout Fields
        ) {
            if Self.isStatic(node.modifiers) { return lazyVariable(node, into: &items) }
            let isLazy = node.modifiers.contains { $0.name.text == "lazy" }
            for binding in node.bindings {
                let place = place(binding)
                guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else { continue }
                let name = Self.text(pattern.identifier)
                if isLazy, let value = binding.initializer?.value {
                    items.append(
                        define(name, ["functools.cached_property"], place) { lowering, index in
                            lowering.parameters(nil, of: index, isMethod: true)
                            let result = lowering.value(value, as: binding.typeAnnotation?.type)
                            return lowering.build.list([lowering.build.add(.return, place, a: result)])
                        })
                    continue
                }
                var storage = name
                if let accessors = binding.accessorBlock {
                    let isStored = property(name, accessors, binding.typeAnnotation?.type, place, into: &items)
                    guard isStored else { continue }
                    storage = "<\(name)>"
                }
                fields.values.append(
                    .init(
                        name: name, type: binding.typeAnnotation?.type, value: binding.initializer?.value, place: place,
                        storage: storage))
            }
        }

        /// A computed property, or one with observers; true for the latter, which is stored as well.
        private mutating func property(
            _ name: String, _ block: AccessorBlockSyntax, _ type: TypeSyntax?, _ place: Place,
            into items: inout [UInt32]
        ) -> Bool {
            var getter: CodeBlockItemListSyntax?
            var setters: [AccessorDeclSyntax] = []
            var isObserved = false
            switch block.accessors {
            case .getter(let body): getter = body
            case .accessors(let list):
                for accessor in list {
                    switch accessor.accessorSpecifier.text {
                    case "get", "_read", "unsafeAddress": getter = accessor.body?.statements
                    case "willSet", "didSet":
                        isObserved = true
                        setters.append(accessor)
                    default: setters.append(accessor)
                    }
                }
            }
            items.append(
                define(name, ["builtins.property"], place) { lowering, index in
                    lowering.parameters(nil, of: index, isMethod: true)
                    if let type { lowering.build.facts.functions[Int(index)].returns = lowering.type(type) }
                    if isObserved {
                        let stored = lowering.stored(name, place)
                        return lowering.build.list([lowering.build.add(.return, place, a: stored)])
                    }
                    return lowering.valueBlock(getter)
                })
            guard isObserved || setters.contains(where: { $0.body != nil }) else { return isObserved }
            items.append(
                define(name, [name + ".setter"], place) { lowering, index in
                    lowering.setter(name, setters, isObserved: isObserved, of: index, place)
                })
            return isObserved
        }

        private mutating func setter(
            _ name: String, _ accessors: [AccessorDeclSyntax], isObserved: Bool, of index: UInt32, _ place: Place
        ) -> UInt32 {
            let given = accessors.lazy.compactMap { $0.parameters.map { Self.text($0.name) } }.first
            let value = given ?? "newValue"
            build.facts.functions[Int(index)].parameters = [
                FactsBuilder.parameter(build.string("self"), kind: .positionalOnly),
                FactsBuilder.parameter(build.string(value), kind: .positional),
            ]
            var statements: [UInt32] = []
            for accessor in accessors where accessor.accessorSpecifier.text != "didSet" {
                if let body = accessor.body { statements += block(Array(body.statements)[...]) }
            }
            if isObserved {
                let target = stored(name, place)
                let new = self.name(value, place)
                statements.append(build.add(.assign, place, a: build.list([target]), b: new))
            }
            for accessor in accessors where accessor.accessorSpecifier.text == "didSet" {
                if let body = accessor.body { statements += block(Array(body.statements)[...]) }
            }
            return build.list(statements)
        }

        /// `__fields__`: gives a new instance the values that its declaration writes down.
        private mutating func initialValues(_ fields: Fields, _ place: Place) -> UInt32 {
            let place = place.lowerBound..<place.lowerBound
            let owner = enclosingType
            return define("__fields__", [], place) { lowering, index in
                lowering.parameters(nil, of: index, isMethod: true)
                var statements: [UInt32] = []
                for field in fields.values {
                    let receiver = lowering.name("self", field.place)
                    let target = lowering.attribute(receiver, field.storage, field.place)
                    lowering.build.beginScope()
                    let value = field.value.map { lowering.value($0, as: field.type) } ?? lowering.absent(field)
                    let type = field.type.map { lowering.type($0) } ?? .max
                    let mentions = lowering.build.endScope()
                    lowering.build.mention(all: mentions)
                    for name in Set([field.name, field.storage]) {
                        let string = lowering.build.string(name)
                        lowering.build.addBinding(string, isAttribute: true, mentions, owner: owner)
                    }
                    statements.append(
                        lowering.build.add(.annotatedAssign, field.place, a: target, b: type, c: value))
                }
                return lowering.build.list(statements)
            }
        }

        private mutating func absent(_ field: Fields.Value) -> UInt32 {
            let isOptional = field.type?.is(OptionalTypeSyntax.self) == true
            return isOptional ? build.add(.none, field.place) : unknown(field.place)
        }

        /// The initializer that a struct has without writing one.
        private mutating func memberwise(_ fields: Fields, _ place: Place) -> UInt32 {
            let place = place.lowerBound..<place.lowerBound
            return define("__init__", [], place) { lowering, index in
                var parameters = [FactsBuilder.parameter(lowering.build.string("self"), kind: .positionalOnly)]
                var statements: [UInt32] = []
                for field in fields.values {
                    let name = lowering.build.string(field.name)
                    let receiver = lowering.name("self", place)
                    let target = lowering.attribute(receiver, field.storage, place)
                    let annotation = field.type.map { lowering.type($0) } ?? .max
                    // Where no value is given, the one written down stays.
                    let receiverAgain = lowering.name("self", place)
                    let kept = lowering.attribute(receiverAgain, field.storage, place)
                    let hasDefault = field.value != nil || field.type?.is(OptionalTypeSyntax.self) == true
                    let unset = hasDefault ? lowering.build.add(.str, place, a: lowering.build.string("<unset>")) : .max
                    parameters.append(
                        FactsBuilder.parameter(
                            name, label: name, kind: .keywordOnly, annotation: annotation, defaultValue: unset))
                    var value = lowering.name(field.name, place)
                    if hasDefault {
                        let mark = lowering.build.add(.str, place, a: lowering.build.string("<unset>"))
                        let test = lowering.build.add(
                            .compare, place, flags: CompareOperator.equal.rawValue, a: value, b: mark)
                        let given = lowering.name(field.name, place)
                        value = lowering.build.add(.conditional, place, a: test, b: kept, c: given)
                    }
                    statements.append(
                        lowering.build.add(.assign, place, a: lowering.build.list([target]), b: value))
                }
                lowering.build.facts.functions[Int(index)].parameters = parameters
                return lowering.build.list(statements)
            }
        }
    }
#endif
