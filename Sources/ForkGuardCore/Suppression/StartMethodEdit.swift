import PythonSyntax

/// The edits of a file that have one launch spawn its workers.
struct StartMethodEdit {
    private let text: FileText
    private let tree: SyntaxTree
    private let names: FileNames

    /// Why a change is not made although the program has what it needs.
    enum Refusal: Error, CustomStringConvertible {
        case unknownCall(String)
        case nameTaken(String)
        case unpacked
        case breaksSyntax
        case encoding

        var description: String {
            switch self {
            case .unknownCall(let launcher):
                "the call is not written as one of `\(launcher)`, so that where to name the method is not known"
            case .nameTaken(let name):
                "`\(name)` means something else in this file, and the import would need that name"
            case .unpacked: "arguments unpacked with `*` or `**` may name a method already"
            case .breaksSyntax: "the change would not parse"
            case .encoding: "the file's encoding does not let its places be found again"
            }
        }
    }

    init(_ text: FileText) {
        self.text = text
        tree = text.tree
        names = FileNames(text.tree)
    }

    func edits(for fix: StartMethodFix) throws(Refusal) -> [Edit] {
        guard
            let call = tree.nodes.indices.first(where: {
                tree.nodes[$0].kind == .call && tree.nodes[$0].start == fix.start && tree.nodes[$0].end == fix.end
            }).map({ NodeID(raw: UInt32($0)) })
        else { throw .unknownCall(fix.launcher) }
        let changes: [Change]
        if fix.isChoice {
            changes = try choice(call, fix)
        } else if let equals = fix.remedy.firstIndex(of: "="), !fix.remedy[..<equals].contains("(") {
            let keyword = String(fix.remedy[..<equals])
            changes = try argument(keyword, String(fix.remedy[fix.remedy.index(after: equals)...]), call, fix)
        } else {
            changes = try callee(call, fix)
        }
        let edits = try changes.map { change throws(Refusal) in
            guard let start = text.offset(ofSource: change.start), let end = text.offset(ofSource: change.end),
                Array(text.bytes[start..<end]) == Array(tree.source[Int(change.start)..<Int(change.end)])
            else { throw .encoding }
            return Edit(start: start, end: end, replacement: change.replacement)
        }
        let after = PythonParser.parse(FileText.applying(edits, to: text.bytes), target: .newest)
        guard after.errors.count <= tree.errors.count else { throw .breaksSyntax }
        return edits
    }

    /// Bytes of the tree's source that others take the place of.
    private struct Change {
        var start: UInt32
        var end: UInt32
        var replacement: String
    }

    // MARK: The three forms

    /// `get_context("fork")`: another text between the quotes.
    private func choice(_ call: NodeID, _ fix: StartMethodFix) throws(Refusal) -> [Change] {
        let given =
            tree.list(call, 1).compactMap { $0 } + tree.list(call, 2).compactMap { $0 }.compactMap { tree.node($0, 1) }
        guard given.count == 1, tree.string(given[0]) == StartMethod.fork.rawValue else {
            throw .unknownCall(fix.launcher)
        }
        let node = tree[given[0]]
        let written = String(decoding: tree.source[Int(node.start)..<Int(node.end)], as: UTF8.self)
        guard written.contains(StartMethod.fork.rawValue) else { throw .unknownCall(fix.launcher) }
        let spawned = written.replacing(StartMethod.fork.rawValue, with: StartMethod.spawn.rawValue)
        return [Change(start: node.start, end: node.end, replacement: spawned)]
    }

    /// `Process(...)` becomes `multiprocessing.get_context("spawn").Process(...)`.
    private func callee(_ call: NodeID, _ fix: StartMethodFix) throws(Refusal) -> [Change] {
        guard let callee = tree.node(call, 0), let path = names.path(of: callee),
            let dot = fix.launcher.lastIndex(of: "."),
            let parts = ContextCall(fix.remedy)
        else { throw .unknownCall(fix.launcher) }
        let name = fix.launcher[fix.launcher.index(after: dot)...]
        let module = path.dropLast(name.count + 1)
        guard path.hasSuffix("." + name) else { throw .unknownCall(fix.launcher) }
        if fix.modules.contains(String(module)), tree.kind(callee) == .attribute, let base = tree.node(callee, 0) {
            return [Change(start: tree[base].end, end: tree[base].end, replacement: "." + parts.call)]
        }
        guard fix.modules.contains(String(module)) || path == fix.launcher else { throw .unknownCall(fix.launcher) }
        let home = fix.modules.contains(String(module)) ? String(module) : parts.module
        let (expression, more) = try context(home, parts, fix.modules)
        let node = tree[callee]
        return more + [Change(start: node.start, end: node.end, replacement: "\(expression).\(parts.member)")]
    }

    /// `ProcessPoolExecutor(...)` gets `mp_context=...`.
    private func argument(
        _ keyword: String, _ value: String, _ call: NodeID, _ fix: StartMethodFix
    ) throws(Refusal) -> [Change] {
        guard let callee = tree.node(call, 0), let last = names.path(of: callee)?.split(separator: ".").last,
            fix.launcher.hasSuffix("." + last)
        else { throw .unknownCall(fix.launcher) }
        var value = value
        var changes: [Change] = []
        if let parts = ContextCall(value + ".") {
            let (expression, more) = try context(parts.module, parts, fix.modules)
            (value, changes) = (expression, more)
        }
        let positional = tree.list(call, 1).compactMap { $0 }
        let keywords = tree.list(call, 2).compactMap { $0 }
        var present: NodeID?
        for item in keywords {
            guard let name = tree.name(item, 0) else { throw .unpacked }
            if tree.text(of: name) == keyword { present = tree.node(item, 1) }
        }
        if positional.contains(where: { tree.kind($0) == .starred }) { throw .unpacked }
        if let index = fix.parameters.firstIndex(of: keyword), index < positional.count { present = positional[index] }
        if let present {
            let node = tree[present]
            return changes + [Change(start: node.start, end: node.end, replacement: value)]
        }
        return changes + [
            added("\(keyword)=\(value)", to: call, callee, isFirst: positional.isEmpty && keywords.isEmpty)
        ]
    }

    /// A further argument behind the last one, on a line of its own where that one has one.
    private func added(_ argument: String, to call: NodeID, _ callee: NodeID, isFirst: Bool) -> Change {
        let source = tree.source
        var at = Int(tree[call].end) - 1
        // Back from the closing bracket over blanks, comments and a comma.
        while at > Int(tree[callee].end) {
            let byte = source[at - 1]
            if let comment = tree.comments.last(where: { Int($0.lowerBound) < at && at <= Int($0.upperBound) }) {
                at = Int(comment.lowerBound)
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
                || byte == UInt8(ascii: ",")
            {
                at -= 1
            } else {
                break
            }
        }
        let offset = UInt32(at)
        if isFirst { return Change(start: offset, end: offset, replacement: argument) }
        let last = (tree.list(call, 1).compactMap { $0 } + tree.list(call, 2).compactMap { $0 }).map { tree[$0].start }
            .max()
        let line = Int(tree.lineStarts[tree.position(of: last ?? offset).line - 1])
        let indent = source[line..<Int(last ?? offset)]
        let isAlone = line > Int(tree[call].start) && indent.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        let gap = isAlone ? "," + text.lineEnd + String(decoding: indent, as: UTF8.self) : ", "
        return Change(start: offset, end: offset, replacement: gap + argument)
    }

    // MARK: Names

    /// How a context is written in this file, and the import that it needs.
    private func context(
        _ module: String, _ parts: ContextCall, _ modules: [String]
    ) throws(Refusal) -> (String, [Change]) {
        for home in [module] + modules where names.topLevel.values.contains(home + ".get_context") {
            let name = names.topLevel.filter { $0.value == home + ".get_context" }.keys.min() ?? ""
            if !names.isTaken(name) { return (name + parts.call.dropFirst("get_context".count), []) }
        }
        for home in [module] + modules {
            for name in names.topLevel.filter({ $0.value == home }).keys.sorted() where !names.isTaken(name) {
                return ("\(name).\(parts.call)", [])
            }
        }
        let first = String(module.prefix { $0 != "." })
        if names.isTaken(first) || names.topLevel[first].map({ $0 != first }) ?? false { throw .nameTaken(first) }
        if names.dottedImports.contains(module) { return ("\(module).\(parts.call)", []) }
        return ("\(module).\(parts.call)", [try importing(module)])
    }

    /// The import of a module, among the first imports of the file in the order that sorters keep.
    private func importing(_ module: String) throws(Refusal) -> Change {
        var place: Int?
        var line = 0
        var afterHead = 0
        for statement in tree.list(tree.root, 0).compactMap({ $0 }) {
            let node = tree[statement]
            let start = tree.position(of: node.start)
            let isFuture = node.kind == .importFrom && tree.name(statement, 0).map { tree.text(of: $0) } == "__future__"
            let isText = node.kind == .expr && tree.node(statement, 0).map { tree.string($0) != nil } ?? false
            if place == nil, isFuture || isText && afterHead == 0 {
                afterHead = tree.position(of: node.end).line
                continue
            }
            guard node.kind == .import || node.kind == .importFrom else { break }
            guard start.column == 0 else { throw .unknownCall(module) }
            if place != nil, start.line > line + 1 { break }
            place = place ?? start.line
            let name = tree.list(statement, 0).first.flatMap { $0 }.flatMap {
                tree.kind($0) == .alias ? tree.name($0, 0) : nil
            }
            if node.kind == .importFrom || name.map({ tree.text(of: $0) > module }) ?? true {
                place = start.line
                break
            }
            line = tree.position(of: max(node.end, 1) - 1).line
            place = line + 1
        }
        let at = place ?? afterHead + 1
        guard at <= tree.lineStarts.count else { throw .unknownCall(module) }
        let offset = tree.lineStarts[at - 1]
        return Change(start: offset, end: offset, replacement: "import \(module)" + text.lineEnd)
    }
}

/// `multiprocessing.get_context("spawn").Process`, in parts.
private struct ContextCall {
    var module: String
    /// `get_context("spawn")`
    var call: String
    /// `Process`
    var member: String

    init?(_ text: String) {
        guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"), open < close,
            let dot = text[..<open].lastIndex(of: "."), text[close...].hasPrefix(").")
        else { return nil }
        module = String(text[..<dot])
        call = String(text[text.index(after: dot)...close])
        member = String(text[text.index(close, offsetBy: 2)...].prefix { $0 != "(" })
    }
}

/// What names of a file stand for, by its imports.
private struct FileNames {
    /// Of imports at top level.
    private(set) var topLevel: [String: String] = [:]
    private(set) var dottedImports: Set<String> = []
    /// Of imports anywhere; names of two meanings are left out.
    private var all: [String: String] = [:]
    private var ambiguous: Set<String> = []
    /// Names that something other than an import binds.
    private var bound: Set<String> = []
    private let tree: SyntaxTree

    init(_ tree: SyntaxTree) {
        self.tree = tree
        let outer = Set(tree.list(tree.root, 0).compactMap { $0 })
        for (index, node) in tree.nodes.enumerated() {
            let id = NodeID(raw: UInt32(index))
            switch node.kind {
            case .import: add(imports: id, from: nil, isTopLevel: outer.contains(id))
            case .importFrom where tree.int(id, 2) <= 0:
                let module = tree.name(id, 0).map { tree.text(of: $0) } ?? ""
                add(imports: id, from: module, isTopLevel: outer.contains(id))
            case .importFrom: add(imports: id, from: ".", isTopLevel: outer.contains(id))
            case .name where node.detail != ExprContext.load.rawValue:
                if let name = tree.name(id, 0) { bound.insert(tree.text(of: name)) }
            case .functionDef, .asyncFunctionDef, .classDef, .arg:
                if let name = tree.name(id, 0) { bound.insert(tree.text(of: name)) }
            default: break
            }
        }
    }

    private mutating func add(imports id: NodeID, from module: String?, isTopLevel: Bool) {
        for alias in tree.list(id, module == nil ? 0 : 1).compactMap({ $0 }) {
            guard let imported = tree.name(alias, 0).map({ tree.text(of: $0) }) else { continue }
            var name = tree.name(alias, 1).map { tree.text(of: $0) } ?? imported
            var path = module.map { $0 + "." + imported } ?? imported
            if module == nil, tree.name(alias, 1) == nil {
                if isTopLevel { dottedImports.insert(imported) }
                name = String(imported.prefix { $0 != "." })
                path = name
            }
            if let known = all[name], known != path { ambiguous.insert(name) }
            all[name] = path
            if isTopLevel { topLevel[name] = path }
        }
    }

    func isTaken(_ name: String) -> Bool { bound.contains(name) || ambiguous.contains(name) }

    /// The dotted path of `mp.Process`; `nil` where the name is not only an import's.
    func path(of expression: NodeID) -> String? {
        var parts: [String] = []
        var node = expression
        while tree.kind(node) == .attribute, let base = tree.node(node, 0), let name = tree.name(node, 1) {
            parts.insert(tree.text(of: name), at: 0)
            node = base
        }
        guard tree.kind(node) == .name, let first = tree.name(node, 0).map({ tree.text(of: $0) }), !isTaken(first),
            let root = all[first]
        else { return nil }
        return ([root] + parts).joined(separator: ".")
    }
}
