import PythonSyntax

/// Writes a tree as canonical text, the same that `scripts/differential/compare.py` makes of CPython's `ast`:
/// `(` class, line, end line, fields, context `)`. Works with a stack of its own, as trees may be deep.
struct TreeWriter {
    private enum Item {
        case node(UInt32, positions: Bool)
        case text(StaticString)
        case name(UInt32)
        case value(UInt32)
        case op(UInt32)
        case integer(Int)
        case end(detail: StaticString)
    }

    let tree: SyntaxTree
    let target: PythonVersion
    let separator: UInt8
    private(set) var output: [UInt8] = []
    private var work: [Item] = []

    init(tree: SyntaxTree, target: PythonVersion, separator: UInt8) {
        self.tree = tree
        self.target = target
        self.separator = separator
    }

    mutating func write() {
        work.append(.node(tree.root.raw, positions: true))
        while let item = work.popLast() {
            switch item {
            case .node(let id, let positions):
                if id == .max { put("-") } else { node(id, positions) }
            case .text(let text): put(text)
            case .name(let id):
                if id == .max { put("-") } else { put(tree.names[Int(id)].utf8) }
            case .value(let id): put(string: tree.strings[Int(id)])
            case .op(let raw): put((Operator(rawValue: UInt8(raw)) ?? .and).astName.utf8)
            case .integer(let value): put(String(value).utf8)
            case .end(let detail):
                if detail.utf8CodeUnitCount > 0 { put(detail) }
                output.append(UInt8(ascii: ")"))
            }
        }
    }

    // MARK: Parts

    private mutating func put(_ text: StaticString) { text.withUTF8Buffer { put($0) } }

    private mutating func put(_ bytes: some Sequence<UInt8>) {
        output.append(separator)
        output.append(contentsOf: bytes)
    }

    private mutating func put(string value: StringValue) {
        output.append(separator)
        output.append(UInt8(ascii: "\""))
        for byte in tree.bytes(of: value) {
            switch byte {
            case 10:
                output.append(UInt8(ascii: "\\"))
                output.append(UInt8(ascii: "n"))
            case UInt8(ascii: "\\"), UInt8(ascii: "\""):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private func hasPosition(_ kind: NodeKind) -> Bool {
        switch kind {
        case .module, .arguments, .comprehension, .withItem, .matchCase: false
        case .alias: target.minor >= 10
        case .keyword, .slice: target.minor >= 9
        default: true
        }
    }

    private mutating func node(_ id: UInt32, _ positions: Bool) {
        let node = tree.nodes[Int(id)]
        output.append(separator)
        output.append(UInt8(ascii: "("))
        output.append(contentsOf: node.kind.astName.utf8)
        if positions, hasPosition(node.kind), !isOldSlices(id) {
            put(String(tree.position(of: node.start).line).utf8)
            put(String(tree.position(of: node.end).line).utf8)
        }
        // Positions inside f-strings were not to be relied upon before 3.12.
        let inner = positions && !(node.kind == .joinedStr && target.minor < 12)
        let mark = work.count
        if node.kind == .constant {
            constant(node)
        } else {
            for (index, field) in node.kind.fields.enumerated() {
                slot(node.firstSlot + UInt32(index), field.kind, inner)
            }
            work.append(.end(detail: context(node)))
        }
        work[mark...].reverse()
    }

    /// 3.8 had a class without positions for `a[b:c, d]`; it is written as a tuple.
    private func isOldSlices(_ id: UInt32) -> Bool {
        guard target.minor < 9, tree.nodes[Int(id)].kind == .tuple else { return false }
        return tree.list(NodeID(raw: id), 0).contains { $0.map { tree.kind($0) == .slice } ?? false }
    }

    private func context(_ node: Node) -> StaticString {
        switch node.kind {
        case .name, .attribute, .subscript, .starred, .list, .tuple:
            node.detail == ExprContext.load.rawValue
                ? "Load" : node.detail == ExprContext.store.rawValue ? "Store" : "Del"
        default: ""
        }
    }

    private mutating func slot(_ index: UInt32, _ kind: SlotKind, _ positions: Bool) {
        let value = tree.slots[Int(index)]
        switch kind {
        case .node: work.append(.node(value, positions: positions))
        case .name: work.append(.name(value))
        case .int: work.append(.integer(Int(Int32(bitPattern: value))))
        case .op: work.append(.op(value))
        case .constant, .text: work.append(.value(value))
        case .list, .names, .ops:
            work.append(.text("["))
            for at in (value + 1)..<(value + 1 + tree.slots[Int(value)]) {
                let element = tree.slots[Int(at)]
                switch kind {
                case .list: work.append(.node(element, positions: positions))
                case .names: work.append(.name(element))
                default: work.append(.op(element))
                }
            }
            work.append(.text("]"))
        }
    }

    private mutating func constant(_ node: Node) {
        let text = tree.source[Int(node.start)..<Int(node.end)]
        switch ConstantKind(rawValue: node.detail) ?? .none {
        case .none: put("None")
        case .true: put("True")
        case .false: put("False")
        case .ellipsis: put("Ellipsis")
        case .int: put(Numbers.integer(text).utf8)
        case .float: put(Numbers.real(text).utf8)
        case .imaginary:
            put("j")
            put(Numbers.real(text.dropLast()).utf8)
        case .str:
            let value = tree.strings[Int(tree.slots[Int(node.firstSlot)])]
            put(value.hasUPrefix ? "u" : "s")
            put(string: value)
        case .bytes:
            put("b")
            put(string: tree.strings[Int(tree.slots[Int(node.firstSlot)])])
        }
        work.append(.end(detail: ""))
    }
}

/// Values of numbers in a form that Python makes as easily.
enum Numbers {
    /// `0x…` in lower case, of any size.
    static func integer(_ literal: ArraySlice<UInt8>) -> String {
        var digits = literal.filter { $0 != UInt8(ascii: "_") }
        var radix: UInt64 = 10
        if digits.count > 2, digits[0] == UInt8(ascii: "0") {
            switch digits[1] | 0x20 {
            case UInt8(ascii: "x"): radix = 16
            case UInt8(ascii: "o"): radix = 8
            case UInt8(ascii: "b"): radix = 2
            default: break
            }
            if radix != 10 { digits.removeFirst(2) }
        }
        if radix == 16 {
            let text = String(decoding: digits.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
            return "0x" + (text.isEmpty ? "0" : text.lowercased())
        }
        // Words of 32 bits, the lowest first.
        var words: [UInt32] = []
        for digit in digits {
            var carry = UInt64(
                digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : (digit | 0x20) - UInt8(ascii: "a") + 10)
            for index in words.indices {
                let product = UInt64(words[index]) * radix + carry
                words[index] = UInt32(truncatingIfNeeded: product)
                carry = product >> 32
            }
            if carry > 0 { words.append(UInt32(carry)) }
        }
        guard let top = words.last else { return "0x0" }
        return words.dropLast().reversed().reduce("0x" + String(top, radix: 16)) { text, word in
            let part = String(word, radix: 16)
            return text + String(repeating: "0", count: 8 - part.count) + part
        }
    }

    /// `d` and the bits of the double in hexadecimal.
    static func real(_ literal: ArraySlice<UInt8>) -> String {
        let plain = String(decoding: literal.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
        let text = plain.hasPrefix(".") ? "0" + plain : plain
        let value = Double(text) ?? Double(text.replacingPoint()) ?? .infinity
        return "d" + String(value.bitPattern, radix: 16)
    }
}

extension String {
    /// `1.` and `1.e5` with a digit behind the point.
    fileprivate func replacingPoint() -> String {
        guard let point = firstIndex(of: ".") else { return self }
        let next = index(after: point)
        return String(self[..<next]) + "0" + String(self[next...])
    }
}
