#if SwiftFrontend
    import ForkGuardCore
    import SwiftSyntax

    extension SwiftFacts {
        /// The top level: imports, then what may be used before it is declared, then what runs.
        mutating func file(_ tree: SourceFileSyntax) {
            let place = place(tree)
            let items = Array(tree.statements)
            let isScript = items.contains(where: Self.runs)
            var body = implicitImports(place)
            var rest: [CodeBlockItemSyntax] = []
            var definitions: [CodeBlockItemSyntax] = []
            for item in items {
                if case .decl(let declaration) = item.item {
                    if let node = declaration.as(ImportDeclSyntax.self) {
                        importDeclaration(node, into: &body)
                        continue
                    }
                    if !declaration.is(VariableDeclSyntax.self), !Self.runs(item) {
                        definitions.append(item)
                        continue
                    }
                }
                rest.append(item)
            }
            for item in Self.basesFirst(definitions) { globalDeclaration(item, into: &body) }
            if isScript {
                var statements = block(rest[...])
                if awaitsAtTopLevel { statements.insert(asyncMain(place), at: 0) }
                body.append(ifMain(statements, place))
            } else {
                for item in rest { globalDeclaration(item, into: &body) }
            }
            if let main = Self.mainType(items) { body.append(runMain(main)) }
            build.facts.body = build.list(body)
        }

        /// True for what makes a file a program: a statement or an expression at top level.
        private static func runs(_ item: CodeBlockItemSyntax) -> Bool {
            switch item.item {
            case .stmt, .expr: return true
            case .decl(let declaration):
                guard let config = declaration.as(IfConfigDeclSyntax.self) else { return false }
                return config.clauses.contains { clause in
                    guard case .statements(let items)? = clause.elements else { return false }
                    return items.contains(where: runs)
                }
            }
        }

        /// Every file sees the standard library.
        private mutating func implicitImports(_ place: Place) -> [UInt32] {
            var result: [UInt32] = []
            importAll("Swift", place.lowerBound..<place.lowerBound, into: &result)
            return result
        }

        private mutating func importAll(_ module: String, _ place: Place, into items: inout [UInt32]) {
            let name = build.string(module)
            items.append(build.add(.importModule, place, a: name))
            let all = build.add(.importAlias, place, a: build.string("*"))
            items.append(build.add(.importFrom, place, a: name, b: build.list([all])))
        }

        /// `import Module`, `import struct Module.Type`; a submodule counts as its module.
        mutating func importDeclaration(_ node: ImportDeclSyntax, into items: inout [UInt32]) {
            let parts = node.path.map { Self.text($0.name) }
            guard let module = parts.first, !module.isEmpty else { return }
            let place = place(node)
            guard node.importKindSpecifier != nil, parts.count > 1, let last = parts.last else {
                return importAll(module, place, into: &items)
            }
            let string = build.string(module)
            items.append(build.add(.importModule, place, a: string))
            let alias = build.add(.importAlias, place, a: build.string(last))
            items.append(build.add(.importFrom, place, a: string, b: build.list([alias])))
        }

        /// Types after those of the file that they inherit from, extensions last.
        private static func basesFirst(_ items: [CodeBlockItemSyntax]) -> [CodeBlockItemSyntax] {
            var byName: [String: Int] = [:]
            for (index, item) in items.enumerated() {
                if let group = item.item.as(DeclSyntax.self)?.asProtocol(DeclGroupSyntax.self),
                    let name = (group as? any NamedDeclSyntax)?.name.text
                {
                    byName[name] = byName[name] ?? index
                }
            }
            guard byName.count > 1 else { return items }
            var result: [CodeBlockItemSyntax] = []
            var isTaken = [Bool](repeating: false, count: items.count)
            func take(_ index: Int, _ depth: Int) {
                guard !isTaken[index] else { return }
                isTaken[index] = true
                if depth < 32, let group = items[index].item.as(DeclSyntax.self)?.asProtocol(DeclGroupSyntax.self),
                    !items[index].item.is(ExtensionDeclSyntax.self)
                {
                    for inherited in group.inheritanceClause?.inheritedTypes ?? [] {
                        if let name = inherited.type.as(IdentifierTypeSyntax.self)?.name.text, let base = byName[name] {
                            take(base, depth + 1)
                        }
                    }
                }
                result.append(items[index])
            }
            for index in items.indices { take(index, 0) }
            return result
        }

        private mutating func globalDeclaration(_ item: CodeBlockItemSyntax, into items: inout [UInt32]) {
            guard case .decl(let declaration) = item.item else { return }
            if let node = declaration.as(IfConfigDeclSyntax.self) {
                items.append(
                    ifConfig(node) { lowering, elements in
                        var body: [UInt32] = []
                        guard case .statements(let inner) = elements else { return body }
                        for item in inner {
                            if case .decl(let declaration) = item.item,
                                let node = declaration.as(ImportDeclSyntax.self)
                            {
                                lowering.importDeclaration(node, into: &body)
                            } else {
                                lowering.globalDeclaration(item, into: &body)
                            }
                        }
                        return body
                    })
            } else if let node = declaration.as(VariableDeclSyntax.self) {
                lazyVariable(node, into: &items)
            } else {
                self.declaration(declaration, into: &items)
            }
        }

        // MARK: Where a program begins

        private mutating func ifMain(_ statements: [UInt32], _ place: Place) -> UInt32 {
            let place = place.lowerBound..<place.lowerBound
            let left = name("__name__", place)
            let text = build.string("__main__")
            build.mention(text, of: Mention.text)
            let right = build.add(.str, place, a: text)
            let test = build.add(.compare, place, flags: CompareOperator.equal.rawValue, a: left, b: right)
            return build.add(.if, place, a: test, b: build.list(statements), c: build.list([]))
        }

        /// What starts the runtime of Swift concurrency before an asynchronous `main` runs.
        private mutating func asyncMain(_ place: Place) -> UInt32 {
            let callee = name("_runAsyncMain", place)
            let call = build.add(.call, place, a: callee, b: build.list([]))
            return build.add(.expression, place, a: call)
        }

        private static func mainType(_ items: [CodeBlockItemSyntax]) -> (any DeclGroupSyntax & NamedDeclSyntax)? {
            for item in items {
                guard case .decl(let declaration) = item.item,
                    let group = declaration.asProtocol(DeclGroupSyntax.self) as? any DeclGroupSyntax & NamedDeclSyntax
                else { continue }
                if group.attributes.contains(where: { $0.as(AttributeSyntax.self)?.isNamed("main") == true }) {
                    return group
                }
            }
            return nil
        }

        /// `@main`: the type's `main()` is the program.
        private mutating func runMain(_ type: any DeclGroupSyntax & NamedDeclSyntax) -> UInt32 {
            let main = type.memberBlock.members.lazy.compactMap { $0.decl.as(FunctionDeclSyntax.self) }
                .first { $0.name.text == "main" }
            let place = main.map { self.place($0.name) } ?? self.place(type.name)
            var statements: [UInt32] = []
            if main?.signature.effectSpecifiers?.asyncSpecifier != nil { statements.append(asyncMain(place)) }
            let base = name(Self.text(type.name), place)
            let method = attribute(base, "main", place)
            let call = build.add(.call, place, a: method, b: build.list([]))
            statements.append(build.add(.expression, place, a: call))
            return ifMain(statements, place)
        }
    }

    extension AttributeSyntax {
        func isNamed(_ name: String) -> Bool { attributeName.as(IdentifierTypeSyntax.self)?.name.text == name }
    }
#endif
