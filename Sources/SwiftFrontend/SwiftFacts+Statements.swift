#if SwiftFrontend
    import ForkGuardCore
    import SwiftSyntax

    extension SwiftFacts {
        /// The statements of a block. What is declared in it may be used before; what follows a `defer` is a `try`
        /// whose `finally` is the deferred block.
        mutating func block(_ items: ArraySlice<CodeBlockItemSyntax>, hoists: Bool = true) -> [UInt32] {
            var result: [UInt32] = []
            if hoists {
                for item in items where Self.isHoisted(item) {
                    if case .decl(let node) = item.item { declaration(node, into: &result) }
                }
            }
            for (index, item) in zip(items.indices, items) where !Self.isHoisted(item) {
                if case .stmt(let statement) = item.item, let node = statement.as(DeferStmtSyntax.self) {
                    result.append(deferred(node, items[(index + 1)...]))
                    return result
                }
                self.item(item, into: &result)
            }
            return result
        }

        mutating func list(_ block: CodeBlockSyntax) -> UInt32 {
            build.list(self.block(Array(block.statements)[...]))
        }

        private static func isHoisted(_ item: CodeBlockItemSyntax) -> Bool {
            guard case .decl(let node) = item.item else { return false }
            return !node.is(VariableDeclSyntax.self) && !node.is(IfConfigDeclSyntax.self)
        }

        private mutating func deferred(_ node: DeferStmtSyntax, _ rest: ArraySlice<CodeBlockItemSyntax>) -> UInt32 {
            let place = place(node)
            return nested(place) { lowering in
                let body = lowering.build.list(lowering.block(rest, hoists: false))
                let final = lowering.list(node.body)
                let pair = lowering.build.add(.pair, place, a: lowering.build.list([]), b: final)
                return lowering.build.add(.try, place, a: body, b: lowering.build.list([]), c: pair)
            }
        }

        private mutating func item(_ item: CodeBlockItemSyntax, into items: inout [UInt32]) {
            switch item.item {
            case .decl(let node):
                if let variable = node.as(VariableDeclSyntax.self) {
                    localVariable(variable, into: &items)
                } else if let config = node.as(IfConfigDeclSyntax.self) {
                    items.append(
                        ifConfig(config) { lowering, elements in
                            guard case .statements(let inner) = elements else { return [] }
                            return lowering.block(Array(inner)[...])
                        })
                }
            case .stmt(let node): statement(node, label: nil, into: &items)
            case .expr(let node): items.append(expressionStatement(node))
            }
        }

        /// A body whose last expression, where it stands alone, is what it gives back.
        mutating func valueBlock(_ statements: CodeBlockItemListSyntax?) -> UInt32 {
            guard let statements else { return build.list([]) }
            if statements.count == 1, let item = statements.first, case .expr(let node) = item.item,
                !Self.isAssignment(node)
            {
                return build.list(returning(node))
            }
            if statements.count == 1, let item = statements.first, case .stmt(let statement) = item.item,
                let node = statement.as(ExpressionStmtSyntax.self)
            {
                return build.list(returning(node.expression))
            }
            return build.list(block(Array(statements)[...]))
        }

        /// `return node`, with the branches of an `if` or `switch` returning.
        private mutating func returning(_ node: ExprSyntax) -> [UInt32] {
            let place = place(node)
            if let choice = node.as(IfExprSyntax.self) {
                return [nested(place) { $0.ifStatement(choice) { $0.valueBlock($1.statements) } }]
            }
            if let choice = node.as(SwitchExprSyntax.self) {
                return [nested(place) { $0.switchStatement(choice, label: nil) { $0.valueBlock($1) } }]
            }
            let value = expression(node)
            return [build.add(.return, place, a: value)]
        }

        // MARK: Statements

        private mutating func statement(_ node: StmtSyntax, label: String?, into items: inout [UInt32]) {
            let place = place(node)
            switch node.as(StmtSyntaxEnum.self) {
            case .labeledStmt(let node):
                statement(node.statement, label: Self.text(node.label), into: &items)
            case .expressionStmt(let node): items.append(expressionStatement(node.expression, label: label))
            case .guardStmt(let node):
                let test = test(node.conditions, place)
                let otherwise = list(node.body)
                items.append(build.add(.if, place, a: test, b: build.list([]), c: otherwise))
            case .forStmt(let node): items.append(nested(place) { $0.forStatement(node, label) })
            case .whileStmt(let node):
                items.append(
                    nested(place) { lowering in
                        let test = lowering.test(node.conditions, place)
                        let body = lowering.loopBody(node.body, label)
                        return lowering.build.add(.while, place, a: test, b: body, c: lowering.build.list([]))
                    })
            case .repeatStmt(let node): items.append(nested(place) { $0.repeatStatement(node, label) })
            case .doStmt(let node): doStatement(node, label, into: &items)
            case .returnStmt(let node):
                let value = node.expression.map { expression($0) } ?? .max
                items.append(build.add(.return, place, a: value))
            case .throwStmt(let node):
                let value = expression(node.expression)
                items.append(build.add(.raise, place, a: value))
            case .breakStmt(let node):
                if leavesLoop(node.label.map(Self.text)) { items.append(build.add(.break, place)) }
            case .continueStmt: items.append(build.add(.continue, place))
            case .yieldStmt(let node):
                if case .single(let value) = node.yieldedExpressions {
                    let result = expression(value)
                    items.append(build.add(.return, place, a: result))
                }
            case .discardStmt(let node): items.append(expressionStatement(node.expression))
            default: break
            }
        }

        /// False for a `break` that leaves a `switch`, a `do` or an `if` only.
        private func leavesLoop(_ label: String?) -> Bool {
            for breakable in breakables.reversed() {
                switch breakable {
                case .loop(let name): if label == nil || name == label { return true }
                case .other(let name):
                    if label == nil || name == label { return false }
                }
            }
            return false
        }

        mutating func loopBody(_ body: CodeBlockSyntax, _ label: String?) -> UInt32 {
            breakables.append(.loop(label: label))
            defer { breakables.removeLast() }
            return list(body)
        }

        private mutating func forStatement(_ node: ForStmtSyntax, _ label: String?) -> UInt32 {
            let place = place(node)
            let sequence = expression(node.sequence)
            let target = target(node.pattern) ?? .max
            var body = loopBody(node.body, label)
            if let condition = node.whereClause?.condition {
                let test = expression(condition)
                let choice = build.add(.if, self.place(condition), a: test, b: body, c: build.list([]))
                body = build.list([choice])
            }
            let pair = build.add(.pair, place, a: body, b: build.list([]))
            return build.add(.for, place, a: target, b: sequence, c: pair)
        }

        /// `repeat ... while test`: an endless loop that is left where the test fails.
        private mutating func repeatStatement(_ node: RepeatStmtSyntax, _ label: String?) -> UInt32 {
            let place = place(node)
            breakables.append(.loop(label: label))
            var body = block(Array(node.body.statements)[...])
            breakables.removeLast()
            let test = expression(node.condition)
            let leave = build.add(.break, self.place(node.condition))
            body.append(build.add(.if, place, a: test, b: build.list([]), c: build.list([leave])))
            let always = build.add(.true, place)
            return build.add(.while, place, a: always, b: build.list(body), c: build.list([]))
        }

        private mutating func doStatement(_ node: DoStmtSyntax, _ label: String?, into items: inout [UInt32]) {
            let place = place(node)
            breakables.append(.other(label: label ?? ""))
            defer { breakables.removeLast() }
            guard !node.catchClauses.isEmpty else {
                let always = build.add(.true, place)
                let body = nested(place) { $0.list(node.body) }
                items.append(build.add(.if, place, a: always, b: body, c: build.list([])))
                return
            }
            items.append(
                nested(place) { lowering in
                    let body = lowering.list(node.body)
                    var handlers: [UInt32] = []
                    for clause in node.catchClauses { handlers.append(lowering.handler(clause)) }
                    let pair = lowering.build.add(
                        .pair, place, a: lowering.build.list([]), b: lowering.build.list([]))
                    return lowering.build.add(.try, place, a: body, b: lowering.build.list(handlers), c: pair)
                })
        }

        /// One that names what it catches lets other errors pass.
        private mutating func handler(_ node: CatchClauseSyntax) -> UInt32 {
            let place = place(node)
            var names: [String] = []
            var isSelective = false
            for item in node.catchItems {
                if let pattern = item.pattern {
                    names += Self.boundNames(in: Syntax(pattern))
                    isSelective = isSelective || !Self.withoutBinding(pattern).is(IdentifierPatternSyntax.self)
                }
                isSelective = isSelective || item.whereClause != nil
            }
            let type = isSelective ? unknown(place) : .max
            let body = list(node.body)
            let name = build.string(names.first ?? "error")
            return build.add(.handler, place, a: type, b: name, c: body)
        }

        // MARK: Choices

        mutating func ifStatement(_ node: IfExprSyntax, _ lower: (inout Self, CodeBlockSyntax) -> UInt32) -> UInt32 {
            // `else if` chains are as deep as they are long.
            var chain: [IfExprSyntax] = [node]
            var last: CodeBlockSyntax?
            while let otherwise = chain[chain.count - 1].elseBody {
                switch otherwise {
                case .ifExpr(let next): chain.append(next)
                case .codeBlock(let block): last = block
                }
                if last != nil { break }
            }
            var parts: [(test: UInt32, body: UInt32, place: Place)] = []
            for link in chain {
                let place = place(link)
                let test = test(link.conditions, place)
                let body = lower(&self, link.body)
                parts.append((test, body, place))
            }
            var rest = last.map { lower(&self, $0) } ?? build.list([])
            var result: UInt32 = 0
            for part in parts.reversed() {
                result = build.add(.if, part.place, a: part.test, b: part.body, c: rest)
                rest = build.list([result])
            }
            return result
        }

        mutating func switchStatement(
            _ node: SwitchExprSyntax, label: String?, _ lower: (inout Self, CodeBlockItemListSyntax) -> UInt32
        ) -> UInt32 {
            let place = place(node)
            let subject = expression(node.subject)
            let isLeft = SwitchExits(of: node, label: label).needsLoop
            breakables.append(isLeft ? .loop(label: label) : .other(label: label))
            defer { breakables.removeLast() }
            var cases: [SwitchCase] = []
            var waiting = Array(node.cases.reversed())
            while let element = waiting.popLast() {
                switch element {
                case .switchCase(let item): cases.append(switchCase(item, lower))
                case .ifConfigDecl(let config):
                    for clause in config.clauses {
                        if case .switchCases(let inner)? = clause.elements { waiting += inner.reversed() }
                    }
                }
            }
            var rows: [UInt32] = []
            var next: [UInt32] = []
            for item in cases.reversed() {
                next = item.body + (item.fallsThrough ? next.prefix(Self.longestFall) : [])
                rows.append(build.add(.matchCase, item.place, a: item.pattern, b: item.test, c: build.list(next)))
            }
            let match = build.add(.match, place, a: subject, b: build.list(rows.reversed()))
            guard isLeft else { return match }
            // A loop of one turn, which `break` leaves.
            let body = build.list([match, build.add(.break, place)])
            return build.add(.while, place, a: build.add(.true, place), b: body, c: build.list([]))
        }

        /// Statements of the next cases that `fallthrough` goes on with.
        private static let longestFall = 200

        private struct SwitchCase {
            var pattern: UInt32
            var test: UInt32
            var body: [UInt32]
            var fallsThrough: Bool
            var place: Place
        }

        private mutating func switchCase(
            _ node: SwitchCaseSyntax, _ lower: (inout Self, CodeBlockItemListSyntax) -> UInt32
        ) -> SwitchCase {
            let place = place(node)
            var pattern: UInt32
            var test: UInt32 = .max
            switch node.label {
            case .default: pattern = build.add(.patternCapture, place)
            case .case(let label):
                var patterns: [UInt32] = []
                for item in label.caseItems {
                    patterns.append(casePattern(item.pattern))
                    if let condition = item.whereClause?.condition { test = expression(condition) }
                }
                pattern = patterns.count == 1 ? patterns[0] : build.add(.patternOr, place, a: build.list(patterns))
            }
            let list = Int(lower(&self, node.statements))
            let count = Int(build.facts.lists[list])
            let body = Array(build.facts.lists[(list + 1)..<(list + 1 + count)])
            let fallsThrough = node.statements.last?.item.as(StmtSyntax.self)?.is(FallThroughStmtSyntax.self) == true
            return SwitchCase(pattern: pattern, test: test, body: body, fallsThrough: fallsThrough, place: place)
        }

        // MARK: Variables

        private mutating func localVariable(_ node: VariableDeclSyntax, into items: inout [UInt32]) {
            if node.modifiers.contains(where: { $0.name.text == "lazy" }) { return lazyVariable(node, into: &items) }
            for binding in node.bindings {
                let place = place(binding)
                if binding.initializer == nil, binding.accessorBlock != nil {
                    lazyVariable(node, into: &items)
                    return
                }
                guard let target = target(binding.pattern) else {
                    if let value = binding.initializer?.value { items.append(expressionStatement(value)) }
                    continue
                }
                let type = binding.typeAnnotation?.type
                build.beginScope()
                let value: UInt32
                if let initializer = binding.initializer {
                    value = self.value(initializer.value, as: type)
                } else {
                    let isOptional = type?.is(OptionalTypeSyntax.self) == true
                    value = isOptional ? build.add(.none, place) : unknown(place)
                }
                let annotation = type.map { self.type($0) } ?? .max
                let mentions = build.endScope()
                build.mention(all: mentions)
                if enclosingFunction == .max, let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier {
                    build.addBinding(build.string(Self.text(name)), isAttribute: false, mentions)
                }
                if annotation != .max {
                    items.append(build.add(.annotatedAssign, place, a: target, b: annotation, c: value))
                } else {
                    items.append(build.add(.assign, place, a: build.list([target]), b: value))
                }
            }
        }

        /// An expression that is to have a written type: `.shared` is looked up there.
        mutating func value(_ node: ExprSyntax, as type: TypeSyntax?) -> UInt32 {
            let outer = impliedType
            impliedType = type
            defer { impliedType = outer }
            return expression(node)
        }
    }
#endif
