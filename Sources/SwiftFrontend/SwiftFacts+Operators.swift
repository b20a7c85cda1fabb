#if SwiftFrontend
    import ForkGuardCore
    import SwiftSyntax

    /// Sequences of operands and operators. Swift's parser leaves them unfolded; what decides paths (assignment, `?:`,
    /// `||`, `&&`, comparisons, `??`) is folded here by the standard precedences, the rest is a value nobody follows.
    extension SwiftFacts {
        private enum Rank: Int { case assignment, ternary, or, and, comparison, coalescing, cast, other }

        static func isAssignment(_ node: ExprSyntax) -> Bool {
            guard let sequence = node.as(SequenceExprSyntax.self) else { return false }
            return sequence.elements.contains { rank(of: $0) == .assignment }
        }

        mutating func expressionStatement(_ node: ExprSyntax, label: String? = nil) -> UInt32 {
            let place = place(node)
            if let choice = node.as(IfExprSyntax.self) {
                if label != nil { breakables.append(.other(label: label)) }
                defer { if label != nil { breakables.removeLast() } }
                return nested(place) { $0.ifStatement(choice) { $0.list($1) } }
            }
            if let choice = node.as(SwitchExprSyntax.self) {
                return nested(place) { lowering in
                    lowering.switchStatement(choice, label: label) { $0.build.list($0.block(Array($1)[...])) }
                }
            }
            if let sequence = node.as(SequenceExprSyntax.self) {
                let elements = Array(sequence.elements)
                if let at = elements.firstIndex(where: { Self.rank(of: $0) == .assignment }) {
                    return nested(place) { $0.assignment(elements, at, place) }
                }
            }
            if let inner = node.as(TryExprSyntax.self), Self.isAssignment(inner.expression) {
                return expressionStatement(inner.expression)
            }
            if let inner = node.as(AwaitExprSyntax.self), Self.isAssignment(inner.expression) {
                return expressionStatement(inner.expression)
            }
            let value = expression(node)
            return build.add(.expression, place, a: value)
        }

        private static func rank(of node: ExprSyntax) -> Rank? {
            switch node.as(ExprSyntaxEnum.self) {
            case .assignmentExpr: return .assignment
            case .unresolvedTernaryExpr: return .ternary
            case .unresolvedAsExpr, .unresolvedIsExpr: return .cast
            case .arrowExpr: return .other
            case .binaryOperatorExpr(let node): return rank(ofOperator: node.operator.text)
            default: return nil
            }
        }

        private static func rank(ofOperator text: String) -> Rank {
            switch text {
            case "||": .or
            case "&&": .and
            case "==", "!=", "<", "<=", ">", ">=", "===", "!==", "~=": .comparison
            case "??": .coalescing
            case "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "<<=", ">>=": .assignment
            default: .other
            }
        }

        // MARK: Assignment

        private mutating func assignment(_ elements: [ExprSyntax], _ at: Int, _ place: Place) -> UInt32 {
            let left = elements[..<at]
            let right = elements[(at + 1)...]
            let isPlain = elements[at].is(AssignmentExprSyntax.self)
            guard left.count == 1, var node = left.first, !right.isEmpty else {
                var parts: [UInt32] = []
                for part in [left, right] where !part.isEmpty { parts.append(sequence(part, place)) }
                return build.add(.expression, place, a: unknown(place, parts))
            }
            if let inner = node.as(TryExprSyntax.self) { node = inner.expression }
            build.beginScope()
            let value = sequence(right, place)
            let mentions = build.endScope()
            build.mention(all: mentions)
            guard let target = assigned(node) else { return build.add(.expression, place, a: value) }
            bind(target, mentions)
            if isPlain { return build.add(.assign, place, a: build.list([target]), b: value) }
            return build.add(.augmentedAssign, place, a: target, b: value)
        }

        /// What an assignment changes; `nil` for `_`.
        private mutating func assigned(_ node: ExprSyntax) -> UInt32? {
            node.is(DiscardAssignmentExprSyntax.self) ? nil : existing(node)
        }

        /// What is declared elsewhere and is given another value here.
        mutating func existing(_ node: ExprSyntax) -> UInt32 {
            let place = place(node)
            if let tuple = node.as(TupleExprSyntax.self) {
                var items: [UInt32] = []
                for element in tuple.elements { items.append(assigned(element.expression) ?? unknown(place)) }
                return items.count == 1 ? items[0] : build.add(.tuple, place, a: build.list(items))
            }
            let result = expression(node)
            if build.facts.ops[Int(result)].kind == .name { build.facts.ops[Int(result)].flags = 1 }
            return result
        }

        /// What is assigned may be reached through the name it is assigned to: a member's, or a global's.
        private mutating func bind(_ target: UInt32, _ mentions: [Mention]) {
            var op = build.facts.ops[Int(target)]
            while op.kind == .subscript { op = build.facts.ops[Int(op.a)] }
            switch op.kind {
            case .name:
                build.addBinding(op.a, isAttribute: false, mentions)
                build.addBinding(op.a, isAttribute: true, mentions)
            case .attribute: build.addBinding(op.b, isAttribute: true, mentions)
            default: break
            }
        }

        // MARK: Folding

        mutating func sequence(_ elements: ArraySlice<ExprSyntax>, _ place: Place) -> UInt32 {
            if elements.count == 1, let only = elements.first { return expression(only) }
            guard let first = elements.first else { return unknown(place) }
            // `try a + b` and `await` cover what stands to their right.
            if let inner = first.as(TryExprSyntax.self), inner.questionOrExclamationMark == nil {
                return sequence([inner.expression] + elements.dropFirst(), place)
            }
            if let inner = first.as(AwaitExprSyntax.self) {
                if enclosingFunction == .max { awaitsAtTopLevel = true }
                return sequence([inner.expression] + elements.dropFirst(), place)
            }
            var lowest = Rank.other
            for element in elements {
                if let rank = Self.rank(of: element), rank.rawValue < lowest.rawValue { lowest = rank }
            }
            return nested(place) { $0.fold(elements, lowest, place) }
        }

        private mutating func fold(_ elements: ArraySlice<ExprSyntax>, _ rank: Rank, _ place: Place) -> UInt32 {
            switch rank {
            case .ternary: return ternary(elements, place)
            case .or, .and, .coalescing:
                let parts = operands(elements, rank)
                return build.add(rank == .and ? .and : .or, place, a: build.list(parts))
            case .comparison: return comparison(elements, place)
            case .cast: return cast(elements, place)
            case .assignment, .other:
                var parts: [UInt32] = []
                for element in elements where Self.rank(of: element) == nil { parts.append(expression(element)) }
                // `a + b` of lists has the elements of both.
                if parts.count == 2 { return build.add(.binary, place, a: parts[0], b: parts[1]) }
                return unknown(place, parts)
            }
        }

        /// The operands between the operators of one rank.
        private mutating func operands(_ elements: ArraySlice<ExprSyntax>, _ rank: Rank) -> [UInt32] {
            var result: [UInt32] = []
            var start = elements.startIndex
            for index in elements.indices where Self.rank(of: elements[index]) == rank {
                result.append(part(elements[start..<index]))
                start = index + 1
            }
            result.append(part(elements[start...]))
            return result
        }

        private mutating func part(_ elements: ArraySlice<ExprSyntax>) -> UInt32 {
            guard let first = elements.first, let last = elements.last else { return unknown(0..<0) }
            return sequence(elements, place(first).lowerBound..<max(place(first).lowerBound, place(last).upperBound))
        }

        private mutating func ternary(_ elements: ArraySlice<ExprSyntax>, _ place: Place) -> UInt32 {
            guard let at = elements.firstIndex(where: { $0.is(UnresolvedTernaryExprSyntax.self) }),
                let choice = elements[at].as(UnresolvedTernaryExprSyntax.self), at > elements.startIndex
            else { return unknown(place) }
            let test = part(elements[..<at])
            let then = expression(choice.thenExpression)
            let otherwise = part(elements[(at + 1)...])
            return build.add(.conditional, place, a: test, b: then, c: otherwise)
        }

        private mutating func comparison(_ elements: ArraySlice<ExprSyntax>, _ place: Place) -> UInt32 {
            guard let at = elements.firstIndex(where: { Self.rank(of: $0) == .comparison }) else {
                return unknown(place)
            }
            let left = part(elements[..<at])
            let right = part(elements[(at + 1)...])
            let relation: CompareOperator? =
                switch elements[at].as(BinaryOperatorExprSyntax.self)?.operator.text {
                case "==": .equal
                case "!=": .notEqual
                case "<": .less
                case "<=": .lessEqual
                case ">": .greater
                case ">=": .greaterEqual
                case "===": .is
                case "!==": .isNot
                default: nil
                }
            guard let relation else { return unknown(place, [left, right]) }
            // `x == nil` asks whether there is something, not for a value.
            let isNothing = build.facts.ops[Int(right)].kind == .none
            let asked: CompareOperator =
                isNothing && relation == .equal ? .is : isNothing && relation == .notEqual ? .isNot : relation
            return build.add(.compare, place, flags: asked.rawValue, a: left, b: right)
        }

        /// `x as T` is `x`; `x is T` is a question nobody answers.
        private mutating func cast(_ elements: ArraySlice<ExprSyntax>, _ place: Place) -> UInt32 {
            guard let at = elements.firstIndex(where: { Self.rank(of: $0) == .cast }) else { return unknown(place) }
            let value = part(elements[..<at])
            return elements[at].is(UnresolvedIsExprSyntax.self) ? unknown(place, [value]) : value
        }
    }
#endif
