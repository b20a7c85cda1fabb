#if SwiftFrontend
    import ForkGuardCore
    import SwiftSyntax

    extension SwiftFacts {
        mutating func expression(_ node: ExprSyntax) -> UInt32 {
            let place = place(node)
            switch node.as(ExprSyntaxEnum.self) {
            case .declReferenceExpr(let node): return reference(node, place)
            case .integerLiteralExpr(let node): return integer(node.literal.text, place)
            case .booleanLiteralExpr(let node): return build.add(node.literal.text == "true" ? .true : .false, place)
            case .nilLiteralExpr: return build.add(.none, place)
            case .superExpr: return superclass(place)
            case .floatLiteralExpr, .regexLiteralExpr, .keyPathExpr, .discardAssignmentExpr, .missingExpr,
                .editorPlaceholderExpr, .simpleStringLiteralExpr:
                return unknown(place)
            default: return nested(place) { $0.compound(node, place) }
            }
        }

        private mutating func compound(_ node: ExprSyntax, _ place: Place) -> UInt32 {
            switch node.as(ExprSyntaxEnum.self) {
            case .memberAccessExpr, .functionCallExpr, .optionalChainingExpr, .forceUnwrapExpr, .subscriptCallExpr:
                return chain(node)
            case .stringLiteralExpr(let node): return string(node, place)
            case .awaitExpr(let node):
                if enclosingFunction == .max { awaitsAtTopLevel = true }
                return expression(node.expression)
            case .tryExpr(let node): return tried(node, place)
            case .inOutExpr(let node): return build.add(.reference, place, a: existing(node.expression))
            case .consumeExpr(let node): return expression(node.expression)
            case .copyExpr(let node): return expression(node.expression)
            case .borrowExpr(let node): return expression(node.expression)
            case .unsafeExpr(let node): return expression(node.expression)
            case .genericSpecializationExpr(let node): return expression(node.expression)
            case .packElementExpr(let node): return expression(node.pack)
            case .packExpansionExpr(let node): return expression(node.repetitionPattern)
            case .postfixIfConfigExpr(let node): return node.base.map { expression($0) } ?? unknown(place)
            case .typeExpr(let node):
                let type = type(node.type)
                return type == .max ? unknown(place) : type
            case .tupleExpr(let node): return tuple(node, place)
            case .arrayExpr(let node):
                var items: [UInt32] = []
                for element in node.elements { items.append(expression(element.expression)) }
                return build.add(.list, place, a: build.list(items))
            case .dictionaryExpr(let node): return dictionary(node, place)
            case .closureExpr(let node): return closure(node)
            case .prefixOperatorExpr(let node): return prefix(node, place)
            case .postfixOperatorExpr(let node): return unknown(place, [expression(node.expression)])
            case .sequenceExpr(let node): return sequence(Array(node.elements)[...], place)
            case .ifExpr, .switchExpr: return chosenValue(node, place)
            case .macroExpansionExpr(let node): return macro(node, place)
            default: return unknown(place)
            }
        }

        // MARK: Names and literals

        private mutating func reference(_ node: DeclReferenceExprSyntax, _ place: Place) -> UInt32 {
            let text = Self.text(node.baseName)
            if let selector = node.moduleSelector {
                let base = name(Self.text(selector.moduleName), place)
                return attribute(base, text, place)
            }
            if text.hasPrefix("$"), let index = Int(text.dropFirst()), index >= 0, index < 64,
                let count = shorthandCounts.last
            {
                shorthandCounts[shorthandCounts.count - 1] = max(count, index + 1)
            }
            return name(text, place)
        }

        private mutating func integer(_ text: String, _ place: Place) -> UInt32 {
            guard let value = Self.value(of: text) else { return unknown(place) }
            return build.add(.int, place, a: UInt32(bitPattern: value))
        }

        /// Decimal integers that fit; other bases and sizes decide nothing here.
        private static func value(of text: String) -> Int32? {
            guard text.utf8.count < 16 else { return nil }
            return Int32(text.filter { $0 != "_" })
        }

        private mutating func string(_ node: StringLiteralExprSyntax, _ place: Place) -> UInt32 {
            if node.segments.count <= 1, place.count < 300, let text = node.representedLiteralValue {
                let string = build.string(text)
                // `dlsym(nil, "fork")` names a function in a string.
                if text.utf8.count < 64, text.utf8.allSatisfy(Self.isNameByte) {
                    build.mention(string, of: Mention.text)
                }
                return build.add(.str, place, a: string)
            }
            var parts: [UInt32] = []
            for case .expressionSegment(let segment) in node.segments {
                for item in segment.expressions { parts.append(expression(item.expression)) }
            }
            return unknown(place, parts)
        }

        private static func isNameByte(_ byte: UInt8) -> Bool {
            byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39
                || byte == 0x5F
        }

        private mutating func superclass(_ place: Place) -> UInt32 {
            let callee = build.add(.name, place, a: build.string("super"))
            return build.add(.call, place, a: callee, b: build.list([]))
        }

        private mutating func tuple(_ node: TupleExprSyntax, _ place: Place) -> UInt32 {
            if node.elements.count == 1, let only = node.elements.first { return expression(only.expression) }
            var items: [UInt32] = []
            for element in node.elements { items.append(expression(element.expression)) }
            return build.add(.tuple, place, a: build.list(items))
        }

        private mutating func dictionary(_ node: DictionaryExprSyntax, _ place: Place) -> UInt32 {
            var items: [UInt32] = []
            if case .elements(let elements) = node.content {
                for element in elements {
                    items.append(expression(element.key))
                    items.append(expression(element.value))
                }
            }
            return build.add(.dict, place, a: build.list(items))
        }

        /// `try? x` is the value, or nothing.
        private mutating func tried(_ node: TryExprSyntax, _ place: Place) -> UInt32 {
            guard node.questionOrExclamationMark?.text == "?" else { return expression(node.expression) }
            let test = unknown(place)
            let value = expression(node.expression)
            let nothing = build.add(.none, place)
            return build.add(.conditional, place, a: test, b: value, c: nothing)
        }

        private mutating func prefix(_ node: PrefixOperatorExprSyntax, _ place: Place) -> UInt32 {
            if node.operator.text == "!" { return build.add(.not, place, a: expression(node.expression)) }
            if node.operator.text == "-", let literal = node.expression.as(IntegerLiteralExprSyntax.self),
                let value = Self.value(of: literal.literal.text)
            {
                return build.add(.int, place, a: UInt32(bitPattern: -value))
            }
            return unknown(place, [expression(node.expression)])
        }

        /// `if` and `switch` as values are a function that is called at once.
        private mutating func chosenValue(_ node: ExprSyntax, _ place: Place) -> UInt32 {
            let index = build.addFunction("<value>", qualified("<value>"), place)
            build.facts.functions[Int(index)].isLambda = true
            build.facts.functions[Int(index)].enclosingFunction = enclosingFunction
            fill(index, "<value>") { lowering, _ in
                if let choice = node.as(IfExprSyntax.self) {
                    let statement = lowering.ifStatement(choice) { $0.valueBlock($1.statements) }
                    return lowering.build.list([statement])
                }
                if let choice = node.as(SwitchExprSyntax.self) {
                    let statement = lowering.switchStatement(choice, label: nil) { $0.valueBlock($1) }
                    return lowering.build.list([statement])
                }
                return lowering.build.list([])
            }
            build.mention(all: build.facts.functions[Int(index)].mentions)
            let lambda = build.add(.lambda, place, a: index)
            return build.add(.call, place, a: lambda, b: build.list([]))
        }

        private mutating func macro(_ node: MacroExpansionExprSyntax, _ place: Place) -> UInt32 {
            var parts: [UInt32] = []
            for argument in node.arguments { parts.append(expression(argument.expression)) }
            if let trailing = node.trailingClosure { parts.append(closure(trailing)) }
            return unknown(place, parts)
        }

        // MARK: Members and calls

        /// `a.b().c()` is as deep as it is long: chains are lowered in a loop.
        private mutating func chain(_ node: ExprSyntax) -> UInt32 {
            var links: [ExprSyntax] = []
            var current = node
            while let inner = Self.inner(of: current) {
                links.append(current)
                current = inner
            }
            var value: UInt32
            if let member = current.as(MemberAccessExprSyntax.self) {
                value = implicitMember(member)
            } else {
                value = expression(current)
            }
            let outer = impliedType
            impliedType = nil
            for link in links.reversed() { value = self.link(link, on: value) }
            impliedType = outer
            return value
        }

        /// What a link of a chain stands on; `nil` at its root.
        private static func inner(of node: ExprSyntax) -> ExprSyntax? {
            switch node.as(ExprSyntaxEnum.self) {
            case .memberAccessExpr(let node): node.base
            case .functionCallExpr(let node): node.calledExpression
            case .optionalChainingExpr(let node): node.expression
            case .forceUnwrapExpr(let node): node.expression
            case .subscriptCallExpr(let node): node.calledExpression
            default: nil
            }
        }

        private mutating func link(_ node: ExprSyntax, on base: UInt32) -> UInt32 {
            let place = place(node)
            switch node.as(ExprSyntaxEnum.self) {
            case .memberAccessExpr(let node): return member(node, of: base, place)
            case .functionCallExpr(let node):
                let arguments = arguments(node.arguments, node.trailingClosure, node.additionalTrailingClosures)
                return build.add(.call, Self.head(of: node), a: base, b: build.list(arguments))
            case .subscriptCallExpr(let node):
                var items: [UInt32] = []
                for argument in node.arguments { items.append(expression(argument.expression)) }
                let index = items.count == 1 ? items[0] : build.add(.tuple, place, a: build.list(items))
                return build.add(.subscript, place, a: base, b: index)
            default: return base
            }
        }

        /// A call without the closures that trail it: they are shown in lines of their own.
        private static func head(of node: FunctionCallExprSyntax) -> Place {
            guard node.trailingClosure != nil else { return place(of: node) }
            let start = place(of: node).lowerBound
            let end = node.rightParen.map { place(of: $0).upperBound } ?? place(of: node.calledExpression).upperBound
            return start..<max(start, end)
        }

        private mutating func member(_ node: MemberAccessExprSyntax, of base: UInt32, _ place: Place) -> UInt32 {
            let text = Self.text(node.declName.baseName)
            switch text {
            case "self": return base
            case "init":
                // `Type.init(...)` is `Type(...)`; `self.init(...)` goes on with the same object.
                let op = build.facts.ops[Int(base)]
                let isSelf = op.kind == .name && build.facts.strings[Int(op.a)] == "self"
                return isSelf || op.kind == .call ? attribute(base, "__init__", place) : base
            default: break
            }
            if let index = Self.value(of: text) {
                let position = build.add(.int, place, a: UInt32(bitPattern: index))
                return build.add(.subscript, place, a: base, b: position)
            }
            return attribute(base, text, place)
        }

        /// `.shared`: a member of the type that is asked for, where it is written down.
        private mutating func implicitMember(_ node: MemberAccessExprSyntax) -> UInt32 {
            let place = place(node)
            guard let wanted = impliedType else { return unknown(place) }
            let base = type(wanted)
            return base == .max ? unknown(place) : member(node, of: base, place)
        }

        private mutating func arguments(
            _ list: LabeledExprListSyntax, _ trailing: ClosureExprSyntax?,
            _ additional: MultipleTrailingClosureElementListSyntax
        ) -> [UInt32] {
            var result: [UInt32] = []
            for argument in list {
                let value = argumentValue(argument.expression)
                if let label = argument.label {
                    result.append(keyword(Self.text(label), value, place(argument)))
                } else {
                    result.append(value)
                }
            }
            if let trailing { result.append(closure(trailing)) }
            for element in additional {
                result.append(keyword(Self.text(element.label), closure(element.closure), place(element)))
            }
            return result
        }

        /// `f(loops: .singleton)`, `f(queue: .global())`: which type's member that is only its library knows. What it is
        /// remains unknown; rules may ask for how it is written.
        private mutating func argumentValue(_ node: ExprSyntax) -> UInt32 {
            var root = node
            while let inner = Self.inner(of: root) { root = inner }
            guard impliedType == nil, let member = root.as(MemberAccessExprSyntax.self), member.base == nil else {
                return expression(node)
            }
            let place = place(node)
            let text = build.add(.str, place, a: build.string("." + Self.text(member.declName.baseName)))
            if root.id == node.id { return build.add(.other, place, flags: 1, a: build.list([text])) }
            return build.add(.other, place, flags: 2, a: build.list([text, expression(node)]))
        }

        private mutating func keyword(_ label: String, _ value: UInt32, _ place: Place) -> UInt32 {
            let string = build.string(label)
            build.mention(string, of: Mention.keyword)
            return build.add(.keyword, place, a: string, b: value)
        }

        // MARK: Closures

        mutating func closure(_ node: ClosureExprSyntax) -> UInt32 {
            let place = place(node)
            return nested(place) { lowering in
                let index = lowering.build.addFunction("<closure>", lowering.qualified("<closure>"), place)
                lowering.build.facts.functions[Int(index)].isLambda = true
                lowering.build.facts.functions[Int(index)].enclosingFunction = lowering.enclosingFunction
                lowering.shorthandCounts.append(0)
                lowering.fill(index, "<closure>") { lowering, _ in lowering.closureBody(node, index) }
                let count = lowering.shorthandCounts.removeLast()
                if lowering.build.facts.functions[Int(index)].parameters.isEmpty {
                    lowering.build.facts.functions[Int(index)].parameters = lowering.shorthandParameters(count)
                }
                // A closure may be called by whoever gets it from here.
                lowering.build.mention(all: lowering.build.facts.functions[Int(index)].mentions)
                return lowering.build.add(.lambda, place, a: index)
            }
        }

        private mutating func shorthandParameters(_ count: Int) -> [FunctionFacts.Parameter] {
            var result: [FunctionFacts.Parameter] = []
            for position in 0..<count {
                result.append(FactsBuilder.parameter(build.string("$\(position)"), kind: .positional))
            }
            return result
        }

        private mutating func closureBody(_ node: ClosureExprSyntax, _ index: UInt32) -> UInt32 {
            var parameters: [FunctionFacts.Parameter] = []
            switch node.signature?.parameterClause {
            case .simpleInput(let list)?:
                for item in list {
                    parameters.append(FactsBuilder.parameter(build.string(Self.text(item.name)), kind: .positional))
                }
            case .parameterClause(let clause)?:
                for item in clause.parameters {
                    let name = Self.text(item.secondName ?? item.firstName)
                    let annotation = item.type.map { type($0) } ?? .max
                    parameters.append(
                        FactsBuilder.parameter(build.string(name), kind: .positional, annotation: annotation))
                }
            case nil: break
            }
            build.facts.functions[Int(index)].parameters = parameters
            return valueBlock(node.statements)
        }
    }
#endif
