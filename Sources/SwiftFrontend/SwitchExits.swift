#if SwiftFrontend
    import SwiftSyntax

    /// The ways out of the cases of a `switch` before their ends.
    struct SwitchExits {
        /// A `break` of the switch stands elsewhere than at the end of a case.
        private var breaks = false
        /// Something goes to a loop around the switch, which a loop in its place would catch.
        private var goesFurther = false

        /// True where the switch has to be a loop for its `break` to leave it.
        var needsLoop: Bool { breaks && !goesFurther }

        init(of node: SwitchExprSyntax, label: String?) {
            var waiting: [(node: Syntax, isInLoop: Bool, isInSwitch: Bool)] = [(Syntax(node.cases), false, false)]
            while let (next, isInLoop, isInSwitch) = waiting.popLast(), !goesFurther {
                if let node = next.as(BreakStmtSyntax.self) {
                    let target = node.label?.text
                    if target == nil ? !isInLoop && !isInSwitch : target == label {
                        breaks = breaks || !Self.endsCase(next)
                    } else if target != nil {
                        goesFurther = true
                    }
                } else if let node = next.as(ContinueStmtSyntax.self) {
                    goesFurther = node.label != nil || !isInLoop
                } else if !Self.isApart(next) {
                    let isLoop =
                        next.is(ForStmtSyntax.self) || next.is(WhileStmtSyntax.self) || next.is(RepeatStmtSyntax.self)
                    let isSwitch = next.is(SwitchExprSyntax.self)
                    for child in next.children(viewMode: .sourceAccurate) {
                        waiting.append((child, isInLoop || isLoop, isInSwitch || isSwitch))
                    }
                }
            }
        }

        /// Bodies of their own, and tokens.
        private static func isApart(_ node: Syntax) -> Bool {
            node.is(TokenSyntax.self) || node.is(ClosureExprSyntax.self) || node.is(FunctionDeclSyntax.self)
                || node.asProtocol(DeclGroupSyntax.self) != nil
        }

        /// The last statement of a case: nothing is left to be skipped.
        private static func endsCase(_ node: Syntax) -> Bool {
            guard let item = node.parent?.as(CodeBlockItemSyntax.self), let list = item.parent,
                list.parent?.is(SwitchCaseSyntax.self) == true
            else { return false }
            return list.as(CodeBlockItemListSyntax.self)?.last?.id == item.id
        }
    }
#endif
