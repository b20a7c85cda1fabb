@testable import PythonSyntax

/// A tree as a short s-expression: `(BinOp a Add 1)`. Names, numbers and strings stand for themselves, `-` for `None`;
/// empty lists at the end of a node are left out.
struct Compact {
    let tree: SyntaxTree

    func text(_ id: NodeID?) -> String {
        guard let id else { return "-" }
        let node = tree[id]
        let first = Int(node.firstSlot)
        switch node.kind {
        case .name: return mark(node) + tree.text(of: NameID(raw: tree.slots[first]))
        case .constant: return constant(node)
        case .expr: return text(tree.node(id, 0))
        case .module: return list(id, 0).joined(separator: "; ")
        default: break
        }
        var parts: [String] = []
        for (index, field) in node.kind.fields.enumerated() {
            switch field.kind {
            case .node: parts.append(text(tree.node(id, index)))
            case .list: parts.append("[" + list(id, index).joined(separator: " ") + "]")
            case .name: parts.append(tree.name(id, index).map(tree.text(of:)) ?? "-")
            case .names: parts.append("[" + tree.nameList(id, index).map(tree.text(of:)).joined(separator: " ") + "]")
            case .int: parts.append(String(tree.int(id, index)))
            case .op: parts.append(tree.op(id, index).astName)
            case .ops: parts.append("[" + tree.ops(id, index).map(\.astName).joined(separator: " ") + "]")
            case .constant: break
            case .text: parts.append(quoted(tree.strings[Int(tree.slots[first + index])]))
            }
        }
        while let last = parts.last, last == "[]" || last == "-" { parts.removeLast() }
        return mark(node) + "(" + ([node.kind.astName] + parts).joined(separator: " ") + ")"
    }

    private func list(_ id: NodeID, _ index: Int) -> [String] { tree.list(id, index).map { text($0) } }

    /// `=` on what is assigned, `!` on what is deleted.
    private func mark(_ node: Node) -> String {
        switch node.kind {
        case .name, .attribute, .subscript, .starred, .list, .tuple:
            node.detail == ExprContext.store.rawValue ? "=" : node.detail == ExprContext.del.rawValue ? "!" : ""
        default: ""
        }
    }

    private func constant(_ node: Node) -> String {
        switch ConstantKind(rawValue: node.detail) ?? .none {
        case .none: return "None"
        case .true: return "True"
        case .false: return "False"
        case .ellipsis: return "..."
        case .int, .float, .imaginary:
            return String(decoding: tree.source[Int(node.start)..<Int(node.end)], as: UTF8.self)
        case .str:
            let value = tree.strings[Int(tree.slots[Int(node.firstSlot)])]
            return (value.hasUPrefix ? "u" : "") + quoted(value)
        case .bytes: return "b" + quoted(tree.strings[Int(tree.slots[Int(node.firstSlot)])])
        }
    }

    private func quoted(_ value: StringValue) -> String {
        "'"
            + String(decoding: tree.bytes(of: value), as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false
            ).joined(separator: "\\n") + "'"
    }
}

/// The compact text of a program; its errors, if it has any.
func parsed(_ text: String, _ target: String = "3.14") -> String {
    let tree = parse(text, target)
    if !tree.errors.isEmpty { return "errors: " + errors(tree).joined(separator: " | ") }
    return Compact(tree: tree).text(tree.root)
}

func parse(_ text: String, _ target: String = "3.14") -> SyntaxTree {
    PythonParser.parse(Array(text.utf8), target: PythonVersion(target) ?? .newest)
}

/// `line: message` of each error.
func errors(_ tree: SyntaxTree) -> [String] {
    tree.errors.map { "\(tree.position(of: $0.offset).line): \($0.message)" }
}

func errors(_ text: String, _ target: String = "3.14") -> [String] { errors(parse(text, target)) }

/// Names of the functions and classes of a tree, wherever they stand.
func definitions(_ tree: SyntaxTree) -> [String] {
    tree.nodes.indices.compactMap { index in
        switch tree.nodes[index].kind {
        case .functionDef, .asyncFunctionDef, .classDef:
            tree.name(NodeID(raw: UInt32(index)), 0).map(tree.text(of:))
        default: nil
        }
    }
}
