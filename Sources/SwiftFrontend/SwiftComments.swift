#if SwiftFrontend
    import ForkGuardCore
    import SwiftSyntax

    /// What comments of a Swift file say to forkguard: `// forkguard: ignore[FG101] reason`.
    enum SwiftComments {
        static func suppressions(in tree: SourceFileSyntax, _ source: [UInt8], _ facts: ModuleFacts)
            -> [SuppressionComment]
        {
            guard WordFilter.contains(any: ["forkguard:"], in: source) else { return [] }
            let lines = LogicalLines(ranges: StatementLines.all(in: tree, facts))
            var result: [SuppressionComment] = []
            for token in tree.tokens(viewMode: .sourceAccurate) {
                var offset = token.position.utf8Offset
                for piece in token.leadingTrivia {
                    take(piece, at: offset, source, facts, lines, &result)
                    offset += piece.sourceLength.utf8Length
                }
                offset = token.endPositionBeforeTrailingTrivia.utf8Offset
                for piece in token.trailingTrivia {
                    take(piece, at: offset, source, facts, lines, &result)
                    offset += piece.sourceLength.utf8Length
                }
            }
            return result
        }

        private static func take(
            _ piece: TriviaPiece, at offset: Int, _ source: [UInt8], _ facts: ModuleFacts, _ lines: LogicalLines,
            _ result: inout [SuppressionComment]
        ) {
            let text: String
            switch piece {
            case .lineComment(let comment): text = comment
            case .docLineComment(let comment) where saysNothingElse(comment): text = comment
            default: return
            }
            let (line, column) = facts.position(of: UInt32(clamping: offset))
            let start = offset - column
            guard start >= 0, offset <= source.count else { return }
            let comment = SuppressionComment(
                swiftComment: Array(text.utf8), line: line, before: source[start..<offset], lines)
            if let comment { result.append(comment) }
        }
    }

    extension SwiftComments {
        /// Documentation shows such comments as examples, indented or within a sentence: there one counts if the line is it.
        fileprivate static func saysNothingElse(_ comment: String) -> Bool {
            let text = comment.drop { $0 == "/" }
            let words = text.drop { $0 == " " }
            return text.count - words.count < 4 && words.hasPrefix("forkguard:")
        }
    }

    /// The lines that each statement and declaration covers, those with a body by their head alone.
    private final class StatementLines: SyntaxVisitor {
        private let facts: ModuleFacts
        private var ranges: [ClosedRange<Int>] = []

        static func all(in tree: SourceFileSyntax, _ facts: ModuleFacts) -> [ClosedRange<Int>] {
            let visitor = StatementLines(facts)
            visitor.walk(tree)
            return visitor.ranges
        }

        private init(_ facts: ModuleFacts) {
            self.facts = facts
            super.init(viewMode: .sourceAccurate)
        }

        override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
            add(Syntax(node))
            return .visitChildren
        }

        override func visit(_ node: MemberBlockItemSyntax) -> SyntaxVisitorContinueKind {
            add(Syntax(node))
            return .visitChildren
        }

        private func add(_ node: Syntax) {
            let place = SwiftFacts.place(of: node)
            let first = facts.position(of: place.lowerBound).line
            let last = facts.position(of: place.upperBound > place.lowerBound ? place.upperBound - 1 : place.upperBound)
                .line
            ranges.append(first...max(first, min(last, endOfHead(node, first) ?? last)))
        }

        /// The line of the first brace that opens a body within a statement.
        private func endOfHead(_ node: Syntax, _ first: Int) -> Int? {
            for token in node.tokens(viewMode: .sourceAccurate).prefix(400) where token.tokenKind == .leftBrace {
                return max(
                    first,
                    facts.position(of: UInt32(clamping: token.positionAfterSkippingLeadingTrivia.utf8Offset)).line)
            }
            return nil
        }
    }
#endif
