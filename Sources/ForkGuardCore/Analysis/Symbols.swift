/// An interned identifier of the whole program.
typealias Symbol = Int32

/// Interns strings; identifiers get small numbers that are equal exactly when the strings are.
final class SymbolTable {
    private(set) var texts: [String] = []
    private var index: [String: Symbol] = [:]

    func intern(_ text: String) -> Symbol {
        if let known = index[text] { return known }
        let symbol = Symbol(texts.count)
        texts.append(text)
        index[text] = symbol
        return symbol
    }

    func find(_ text: String) -> Symbol? { index[text] }

    subscript(symbol: Symbol) -> String { texts[Int(symbol)] }
}

/// An interned dotted path of something outside the scanned program: `deltalake.DeltaTable.create()`.
typealias PathID = Int32

/// Interns dotted paths and remembers their children, so that following an attribute is one look-up.
struct PathTable {
    private(set) var texts: [String] = []
    private var index: [String: PathID] = [:]
    private var children: [Edge: PathID] = [:]

    private struct Edge: Hashable {
        var parent: PathID
        var symbol: Symbol
    }

    mutating func intern(_ text: String) -> PathID {
        if let known = index[text] { return known }
        let path = PathID(texts.count)
        texts.append(text)
        index[text] = path
        return path
    }

    /// `parent.name`, under the name that `canonical` gives it.
    mutating func child(of parent: PathID, _ symbol: Symbol, named name: String, canonical: (String) -> String)
        -> PathID
    {
        let edge = Edge(parent: parent, symbol: symbol)
        if let known = children[edge] { return known }
        let path = intern(canonical(texts[Int(parent)] + "." + name))
        children[edge] = path
        return path
    }

    subscript(path: PathID) -> String { texts[Int(path)] }
}
