#if SwiftFrontend
    import ForkGuardCore
    import SwiftSyntax

    extension SwiftFacts {
        // MARK: #if

        /// The clauses of an `#if` as an `if`; `lower` makes the statements of one.
        mutating func ifConfig(
            _ node: IfConfigDeclSyntax, _ lower: (inout Self, IfConfigClauseSyntax.Elements) -> [UInt32]
        ) -> UInt32 {
            let place = place(node)
            var clauses: [(test: UInt32, body: UInt32)] = []
            var before: [UInt32] = []
            for clause in node.clauses {
                let test =
                    clause.condition.map { compilationTest($0) }
                    ?? build.add(.true, Self.place(of: clause.poundKeyword))
                let parts: [UInt32] = Array(conditions.suffix(1)) + before + [test]
                conditions.append(parts.count == 1 ? parts[0] : build.add(.and, place, a: build.list(parts)))
                let body = clause.elements.map { lower(&self, $0) } ?? []
                conditions.removeLast()
                clauses.append((test, build.list(body)))
                before.append(build.add(.not, place, a: test))
            }
            var rest = build.list([])
            var result = unknown(place)
            for clause in clauses.reversed() {
                result = build.add(.if, place, a: clause.test, b: clause.body, c: rest)
                rest = build.list([result])
            }
            return result
        }

        /// `os(Linux) && !DEBUG`: each question is a name that the link answers.
        private mutating func compilationTest(_ node: ExprSyntax) -> UInt32 {
            let place = place(node)
            return nested(place) { lowering in
                if let tuple = node.as(TupleExprSyntax.self), let inner = tuple.elements.first,
                    tuple.elements.count == 1
                {
                    return lowering.compilationTest(inner.expression)
                }
                if let prefix = node.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "!" {
                    return lowering.build.add(.not, place, a: lowering.compilationTest(prefix.expression))
                }
                if let literal = node.as(BooleanLiteralExprSyntax.self) {
                    return lowering.build.add(literal.literal.text == "true" ? .true : .false, place)
                }
                if let sequence = node.as(SequenceExprSyntax.self) { return lowering.compilationTests(sequence) }
                let text = node.trimmedDescription.filter { !$0.isWhitespace }
                guard text.utf8.count < 100 else { return lowering.unknown(place) }
                return lowering.build.add(.name, place, a: lowering.build.string("#" + text))
            }
        }

        private mutating func compilationTests(_ node: SequenceExprSyntax) -> UInt32 {
            let place = place(node)
            var alternatives: [[UInt32]] = [[]]
            for element in node.elements {
                if let op = element.as(BinaryOperatorExprSyntax.self) {
                    if op.operator.text == "||" { alternatives.append([]) }
                } else {
                    alternatives[alternatives.count - 1].append(compilationTest(element))
                }
            }
            let parts = alternatives.filter { !$0.isEmpty }.map { part in
                part.count == 1 ? part[0] : build.add(.and, place, a: build.list(part))
            }
            if parts.count == 1 { return parts[0] }
            return parts.isEmpty ? unknown(place) : build.add(.or, place, a: build.list(parts))
        }

        // MARK: Conditions of `if`, `guard` and `while`

        mutating func test(_ conditions: ConditionElementListSyntax, _ place: Place) -> UInt32 {
            var tests: [UInt32] = []
            for element in conditions {
                switch element.condition {
                case .expression(let node): tests.append(expression(node))
                case .availability(let node): tests.append(unknown(self.place(node)))
                case .optionalBinding(let node): tests.append(optionalBinding(node))
                case .matchingPattern(let node):
                    let value = expression(node.initializer.value)
                    tests.append(patternTest(node.pattern, value, self.place(node)))
                }
            }
            return tests.count == 1 ? tests[0] : build.add(.and, place, a: build.list(tests))
        }

        /// `let x = value`, `let x`: binds, and asks whether there is something.
        private mutating func optionalBinding(_ node: OptionalBindingConditionSyntax) -> UInt32 {
            let place = place(node)
            let value: UInt32
            if let initializer = node.initializer {
                value = expression(initializer.value)
            } else if let pattern = node.pattern.as(IdentifierPatternSyntax.self) {
                value = name(Self.text(pattern.identifier), place)
            } else {
                return unknown(place)
            }
            return isThere(bound(node.pattern, value, place), place)
        }

        private mutating func isThere(_ value: UInt32, _ place: Place) -> UInt32 {
            let nothing = build.add(.none, place)
            return build.add(.compare, place, flags: CompareOperator.isNot.rawValue, a: value, b: nothing)
        }

        /// A value that a pattern without further conditions gives names to.
        private mutating func bound(_ pattern: PatternSyntax, _ value: UInt32, _ place: Place) -> UInt32 {
            guard let target = target(pattern) else { return value }
            return build.add(.walrus, place, a: target, b: value)
        }

        /// `case PATTERN = value` as a test.
        private mutating func patternTest(_ pattern: PatternSyntax, _ value: UInt32, _ place: Place) -> UInt32 {
            if let binding = pattern.as(ValueBindingPatternSyntax.self) {
                return patternTest(binding.pattern, value, place)
            }
            if pattern.is(IdentifierPatternSyntax.self) {
                let walrus = bound(pattern, value, place)
                return build.add(.or, place, a: build.list([walrus, build.add(.true, place)]))
            }
            guard let node = pattern.as(ExpressionPatternSyntax.self)?.expression else {
                return unknown(place, [value])
            }
            // `let x?`: the value, if there is one.
            if let optional = node.as(OptionalChainingExprSyntax.self),
                let inner = optional.expression.as(PatternExprSyntax.self)
            {
                return isThere(bound(Self.withoutBinding(inner.pattern), value, place), place)
            }
            if Self.isConstant(node) {
                let constant = expression(node)
                return build.add(.compare, place, flags: CompareOperator.equal.rawValue, a: value, b: constant)
            }
            var parts = [unknown(place, [value])]
            for name in Self.boundNames(in: Syntax(node)) {
                let target = declared(name, place)
                let walrus = build.add(.walrus, place, a: target, b: unknown(place))
                parts.append(build.add(.or, place, a: build.list([walrus, build.add(.true, place)])))
            }
            return parts.count == 1 ? parts[0] : build.add(.and, place, a: build.list(parts))
        }

        // MARK: Patterns

        static func withoutBinding(_ pattern: PatternSyntax) -> PatternSyntax {
            pattern.as(ValueBindingPatternSyntax.self).map { withoutBinding($0.pattern) } ?? pattern
        }

        /// Literals, and what may hold one.
        static func isConstant(_ node: ExprSyntax) -> Bool {
            switch node.kind {
            case .integerLiteralExpr, .booleanLiteralExpr, .nilLiteralExpr, .stringLiteralExpr, .declReferenceExpr:
                return true
            case .prefixOperatorExpr:
                return node.as(PrefixOperatorExprSyntax.self)?.expression.is(IntegerLiteralExprSyntax.self) == true
            case .memberAccessExpr: return node.as(MemberAccessExprSyntax.self)?.base != nil
            default: return false
            }
        }

        /// What a declaration or a loop assigns to; `nil`: nothing (`_`).
        mutating func target(_ pattern: PatternSyntax) -> UInt32? {
            switch pattern.as(PatternSyntaxEnum.self) {
            case .identifierPattern(let node): return declared(Self.text(node.identifier), place(node))
            case .valueBindingPattern(let node): return target(node.pattern)
            case .tuplePattern(let node):
                let place = place(node)
                var items: [UInt32] = []
                for element in node.elements { items.append(target(element.pattern) ?? unknown(place)) }
                return build.add(.tuple, place, a: build.list(items))
            case .expressionPattern(let node):
                let place = place(node)
                let names = Self.boundNames(in: Syntax(node))
                guard !names.isEmpty else { return nil }
                var items: [UInt32] = []
                for name in names { items.append(declared(name, place)) }
                return items.count == 1 ? items[0] : build.add(.tuple, place, a: build.list(items))
            default: return nil
            }
        }

        /// Names that `let` and `var` bind somewhere in a pattern.
        static func boundNames(in node: Syntax) -> [String] {
            var result: [String] = []
            var waiting: [Syntax] = [node]
            while let next = waiting.popLast(), result.count < 32 {
                if let pattern = next.as(IdentifierPatternSyntax.self) {
                    result.append(text(pattern.identifier))
                } else if !next.is(ClosureExprSyntax.self) {
                    waiting.append(contentsOf: next.children(viewMode: .sourceAccurate).reversed())
                }
            }
            return result
        }

        /// The pattern of one case of a `switch`.
        mutating func casePattern(_ pattern: PatternSyntax) -> UInt32 {
            let place = place(pattern)
            switch pattern.as(PatternSyntaxEnum.self) {
            case .wildcardPattern: return build.add(.patternCapture, place)
            case .identifierPattern(let node):
                return build.add(.patternCapture, place, b: build.string(Self.text(node.identifier)))
            case .valueBindingPattern(let node): return casePattern(node.pattern)
            case .expressionPattern(let node):
                let inner = node.expression
                if inner.is(DiscardAssignmentExprSyntax.self) { return build.add(.patternCapture, place) }
                if Self.isConstant(inner) {
                    let value = expression(inner)
                    return build.add(.patternValue, place, a: value)
                }
                return captures(Self.boundNames(in: Syntax(inner)), place)
            default: return captures(Self.boundNames(in: Syntax(pattern)), place)
            }
        }

        private mutating func captures(_ names: [String], _ place: Place) -> UInt32 {
            var items: [UInt32] = []
            for name in names { items.append(build.add(.patternCapture, place, b: build.string(name))) }
            return build.add(.patternOther, place, a: build.list(items))
        }
    }
#endif
