/// The tree of one Python file, in flat arrays: 20 bytes a node, no object per node, names interned.
///
/// The shape is that of CPython's `ast` (the 3.14 classes): a node's kind is the `ast` class and its
/// slots are that class's `_fields` in the same order, so every consumer, and the differential test,
/// can lean on the documentation of `ast`. A tree knows nothing of forks and nothing semantic.
public struct SyntaxTree: Sendable {
    /// The file's text as UTF-8, a byte-order mark removed, other encodings transcoded. Offsets count its bytes.
    public internal(set) var source: [UInt8]
    public internal(set) var nodes: [Node]
    /// The slots of all nodes and the elements of all lists.
    public internal(set) var slots: [UInt32]
    /// Interned identifiers (NFKC-normalised as CPython does), by `NameID`.
    public internal(set) var names: [String]
    /// Decoded values of string and bytes constants, by the constant's value slot. Strings are WTF-8:
    /// a lone surrogate escape keeps its three bytes.
    public internal(set) var strings: [StringValue]
    /// Bytes of those string values that differ from their source (escapes, concatenation).
    public internal(set) var decoded: [UInt8]
    /// Comments in source order, each from its `#` to the end of the line.
    public internal(set) var comments: [Range<UInt32>]
    /// Byte offset of the first byte of each line; line 1 starts at 0.
    public internal(set) var lineStarts: [UInt32]
    /// Syntax errors in source order; empty when the target version accepts the file.
    public internal(set) var errors: [SyntaxError]
    /// The `Module` node.
    public internal(set) var root: NodeID
}

/// Index of a node in `SyntaxTree.nodes`.
public struct NodeID: Hashable, Sendable {
    public let raw: UInt32
    @inlinable public init(raw: UInt32) { self.raw = raw }
    /// Stands in a slot for `None`.
    public static let none = NodeID(raw: .max)
}

/// Index of an identifier in `SyntaxTree.names`. Dotted names of imports are one identifier.
public struct NameID: Hashable, Sendable {
    public let raw: UInt32
    @inlinable public init(raw: UInt32) { self.raw = raw }
    public static let none = NameID(raw: .max)
}

public struct Node: Sendable {
    public var kind: NodeKind
    /// `Name`, `Attribute`, `Subscript`, `Starred`, `List`, `Tuple`: an `ExprContext`;
    /// `Constant`: a `ConstantKind`; otherwise 0.
    public var detail: UInt8
    /// First byte and the byte after the last, as `ast`'s `col_offset` and `end_col_offset` place them.
    public var start: UInt32
    public var end: UInt32
    /// Index of the first slot in `SyntaxTree.slots`.
    public var firstSlot: UInt32
}

public struct StringValue: Sendable {
    public var start: UInt32
    public var count: UInt32
    /// True: the value stands in `SyntaxTree.decoded`; false: verbatim in `source`.
    public var isDecoded: Bool
    /// The `u` prefix, `ast`'s `kind`.
    public var hasUPrefix: Bool
}

public struct SyntaxError: Sendable, Equatable {
    /// Byte offset into the tree's source.
    public var offset: UInt32
    /// A lower-case phrase without a full stop.
    public var message: String
}

/// Meaning of a slot.
public enum SlotKind: Sendable {
    /// A `NodeID`, or `.none`.
    case node
    /// Index into `slots` of a count followed by that many `NodeID`s (`.none` for `None` elements).
    case list
    /// A `NameID`, or `.none`.
    case name
    /// As `list`, of `NameID`s.
    case names
    /// A small integer: `level`, `conversion` (as Int32 bit pattern), `is_async`, `simple`.
    case int
    /// An `Operator`.
    case op
    /// As `list`, of `Operator`s.
    case ops
    /// The value of a `Constant`: index into `strings` for str and bytes; otherwise unused (the source
    /// text of a number is the node's range).
    case constant
    /// Index into `strings`: `Interpolation.str`.
    case text
}

public enum ExprContext: UInt8, Sendable { case load, store, del }

public enum ConstantKind: UInt8, Sendable {
    case none, `true`, `false`, ellipsis, int, float, imaginary, str, bytes
}

public enum Operator: UInt8, Sendable {
    case and, or
    case add, sub, mult, matMult, div, mod, pow, lShift, rShift, bitOr, bitXor, bitAnd, floorDiv
    case invert, not, uAdd, uSub
    case eq, notEq, lt, ltE, gt, gtE, `is`, isNot, `in`, notIn

    /// Name of the class in `ast`.
    public var astName: String {
        switch self {
        case .and: "And"
        case .or: "Or"
        case .add: "Add"
        case .sub: "Sub"
        case .mult: "Mult"
        case .matMult: "MatMult"
        case .div: "Div"
        case .mod: "Mod"
        case .pow: "Pow"
        case .lShift: "LShift"
        case .rShift: "RShift"
        case .bitOr: "BitOr"
        case .bitXor: "BitXor"
        case .bitAnd: "BitAnd"
        case .floorDiv: "FloorDiv"
        case .invert: "Invert"
        case .not: "Not"
        case .uAdd: "UAdd"
        case .uSub: "USub"
        case .eq: "Eq"
        case .notEq: "NotEq"
        case .lt: "Lt"
        case .ltE: "LtE"
        case .gt: "Gt"
        case .gtE: "GtE"
        case .is: "Is"
        case .isNot: "IsNot"
        case .in: "In"
        case .notIn: "NotIn"
        }
    }
}

// MARK: - Reading a tree

extension SyntaxTree {
    @inlinable public subscript(id: NodeID) -> Node { nodes[Int(id.raw)] }

    @inlinable public func kind(_ id: NodeID) -> NodeKind { nodes[Int(id.raw)].kind }

    /// The node in slot `index` of `id`, or `nil` where `ast` has `None`.
    @inlinable public func node(_ id: NodeID, _ index: Int) -> NodeID? {
        let raw = slots[Int(nodes[Int(id.raw)].firstSlot) + index]
        return raw == .max ? nil : NodeID(raw: raw)
    }

    /// The list in slot `index` of `id`.
    @inlinable public func list(_ id: NodeID, _ index: Int) -> NodeList {
        let at = Int(slots[Int(nodes[Int(id.raw)].firstSlot) + index])
        return NodeList(slots: slots, first: at + 1, count: Int(slots[at]))
    }

    /// The identifier in slot `index` of `id`, or `nil` where `ast` has `None`.
    @inlinable public func name(_ id: NodeID, _ index: Int) -> NameID? {
        let raw = slots[Int(nodes[Int(id.raw)].firstSlot) + index]
        return raw == .max ? nil : NameID(raw: raw)
    }

    @inlinable public func nameList(_ id: NodeID, _ index: Int) -> [NameID] {
        let at = Int(slots[Int(nodes[Int(id.raw)].firstSlot) + index])
        return slots[(at + 1)..<(at + 1 + Int(slots[at]))].map { NameID(raw: $0) }
    }

    /// The integer in slot `index` of `id`.
    @inlinable public func int(_ id: NodeID, _ index: Int) -> Int {
        Int(Int32(bitPattern: slots[Int(nodes[Int(id.raw)].firstSlot) + index]))
    }

    @inlinable public func op(_ id: NodeID, _ index: Int) -> Operator {
        Operator(rawValue: UInt8(slots[Int(nodes[Int(id.raw)].firstSlot) + index]))!
    }

    @inlinable public func ops(_ id: NodeID, _ index: Int) -> [Operator] {
        let at = Int(slots[Int(nodes[Int(id.raw)].firstSlot) + index])
        return slots[(at + 1)..<(at + 1 + Int(slots[at]))].map { Operator(rawValue: UInt8($0))! }
    }

    @inlinable public func text(of name: NameID) -> String { names[Int(name.raw)] }

    /// WTF-8 bytes of a string value.
    @inlinable public func bytes(of value: StringValue) -> ArraySlice<UInt8> {
        let range = Int(value.start)..<Int(value.start + value.count)
        return value.isDecoded ? decoded[range] : source[range]
    }

    /// The value of a `Constant` of kind `str`, lone surrogates replaced; `nil` for any other node.
    public func string(_ id: NodeID) -> String? {
        let node = self[id]
        guard node.kind == .constant, node.detail == ConstantKind.str.rawValue else { return nil }
        return String(decoding: bytes(of: strings[Int(slots[Int(node.firstSlot)])]), as: UTF8.self)
    }

    /// One-based line and zero-based byte column of a byte offset.
    ///
    /// - Complexity: O(log *lines*).
    public func position(of offset: UInt32) -> (line: Int, column: Int) {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, Int(offset - lineStarts[low]))
    }
}

/// A list slot's nodes; an element is `nil` where `ast` has `None` (`Dict.keys`, `arguments.kw_defaults`).
public struct NodeList: RandomAccessCollection, Sendable {
    @usableFromInline let slots: [UInt32]
    @usableFromInline let first: Int
    public let count: Int

    @inlinable init(slots: [UInt32], first: Int, count: Int) {
        self.slots = slots
        self.first = first
        self.count = count
    }
    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { count }
    @inlinable public subscript(position: Int) -> NodeID? {
        let raw = slots[first + position]
        return raw == .max ? nil : NodeID(raw: raw)
    }
}
