import PythonSyntax

/// Lowers a Python syntax tree to facts.
///
/// Comprehensions, decorators, `with` and the rest keep their order of evaluation; arithmetic and
/// literals that no hazard can hang on become `other`. Recursion is bounded: what is nested deeper than
/// `Limits.factsDepth` becomes an `other` without operands, and the place is kept in `limits`.
struct PythonFacts {
    let tree: SyntaxTree
    var facts = ModuleFacts()
    var depth = 0
    /// Identifiers mentioned in the scope being lowered; innermost last.
    var mentionStack: [[Mention]] = [[]]
    /// Those of the top level that its globals may hold what they stand for.
    var holding: [Mention] = []
    /// What is lowered stands in a function; or where it is looked at alone, as an annotation is.
    var functionDepth = 0
    var isLookedAt = false
    /// What is named is only compared with: nothing gets hold of it.
    var isCompared = false
    /// How many blocks are open in the function being lowered.
    var blockDepth = 0
    /// Locals of the function being lowered that stand for contexts whose processes are fresh.
    var freshContexts: Set<UInt32> = []
    /// Indices of the enclosing classes and functions, innermost last.
    var scopes: [Scope] = []
    /// What methods being lowered call the object they run on, and their class; innermost last.
    var receivers: [(name: UInt32, owner: UInt32)?] = []
    var stringIndex: [String: UInt32] = [:]
    /// Names that imports have bound so far.
    var importedNames: Set<UInt32> = []

    enum Scope {
        case function(UInt32, name: String)
        case `class`(UInt32, name: String)
    }

    static func extract(from tree: SyntaxTree) -> ModuleFacts {
        var lowering = PythonFacts(tree: tree)
        lowering.run()
        lowering.facts.trim()
        return lowering.facts
    }

    private init(tree: SyntaxTree) { self.tree = tree }

    private mutating func run() {
        facts.strings = tree.names
        facts.lineStarts = tree.lineStarts
        facts.syntaxErrors = tree.errors.map { .init(offset: $0.offset, message: $0.message) }
        facts.suppressions = SuppressionComment.all(in: tree)
        facts.ops.reserveCapacity(tree.nodes.count)
        facts.body = block(tree.list(tree.root, 0))
        facts.mentions = Self.unique(mentionStack.removeLast())
        facts.holding = Self.unique(holding)
    }

    // MARK: Building blocks

    mutating func add(
        _ kind: OpKind, _ node: NodeID, flags: UInt8 = 0, a: UInt32 = .max, b: UInt32 = .max, c: UInt32 = .max
    ) -> UInt32 {
        let place = tree[node]
        facts.ops.append(Op(kind: kind, flags: flags, a: a, b: b, c: c, start: place.start, end: place.end))
        return UInt32(facts.ops.count - 1)
    }

    mutating func addList(_ items: [UInt32]) -> UInt32 {
        let index = UInt32(facts.lists.count)
        facts.lists.append(UInt32(items.count))
        facts.lists.append(contentsOf: items)
        return index
    }

    mutating func string(_ text: String) -> UInt32 {
        if let known = stringIndex[text] { return known }
        let index = UInt32(facts.strings.count)
        facts.strings.append(text)
        stringIndex[text] = index
        return index
    }

    mutating func mention(_ name: UInt32, of base: UInt32 = Mention.plain) {
        if isCompared { return }
        let mention = Mention(name: name, base: base)
        mentionStack[mentionStack.count - 1].append(mention)
        if functionDepth == 0, !isLookedAt { holding.append(mention) }
    }

    /// Lowers what gives a global nothing to hold.
    mutating func lookedAt<Result>(_ body: (inout Self) -> Result) -> Result {
        let outer = isLookedAt
        isLookedAt = true
        defer { isLookedAt = outer }
        return body(&self)
    }

    /// Lowers what a value is only compared with.
    mutating func compared<Result>(_ body: (inout Self) -> Result) -> Result {
        let outer = isCompared
        isCompared = true
        defer { isCompared = outer }
        return body(&self)
    }

    static func unique(_ mentions: [Mention]) -> [Mention] {
        var result = mentions.sorted()
        var kept = 0
        for name in result where kept == 0 || result[kept - 1] != name {
            result[kept] = name
            kept += 1
        }
        return Array(result[..<kept])
    }

    /// Runs `body` one level deeper; `nil` when the limit is reached.
    mutating func nested(_ node: NodeID, _ body: (inout PythonFacts) -> UInt32) -> UInt32 {
        guard depth < Limits.factsDepth else {
            facts.limits.append(tree[node].start)
            return add(.other, node, a: addList([]))
        }
        depth += 1
        defer { depth -= 1 }
        return body(&self)
    }

    func qualified(_ name: String) -> String {
        var result = ""
        for scope in scopes {
            switch scope {
            case .function(_, let outer): result += outer + "."
            case .class(_, let outer): result += outer + "."
            }
        }
        return result + name
    }

    var enclosingFunction: UInt32 {
        for scope in scopes.reversed() { if case .function(let index, _) = scope { return index } }
        return .max
    }

    mutating func block(_ statements: NodeList) -> UInt32 {
        var items: [UInt32] = []
        items.reserveCapacity(statements.count)
        blockDepth += 1
        for case let node? in statements { statement(node, into: &items) }
        blockDepth -= 1
        return addList(items)
    }

    // MARK: Definitions

    mutating func function(_ node: NodeID, isAsync: Bool) -> UInt32 {
        let nameID = tree.name(node, 0) ?? .none
        let name = nameID == .none ? "?" : tree.text(of: nameID)
        let index = UInt32(facts.functions.count)
        var function = FunctionFacts(
            name: nameID.raw, qualifiedName: qualified(name), start: tree[node].start, end: tree[node].end)
        function.isAsync = isAsync
        if case .class(let owner, _)? = scopes.last { function.enclosingClass = owner }
        function.enclosingFunction = enclosingFunction
        facts.functions.append(function)
        let decorators = expressions(tree.list(node, 3))
        mentionStack.append([])
        let parameters = tree.node(node, 1).map { self.parameters($0) } ?? []
        let returns = lookedAt { facts in facts.tree.node(node, 4).map { facts.expression($0) } ?? .max }
        // Defaults run where the function is defined, annotations type what runs inside.
        mentionStack[mentionStack.count - 2] += mentionStack[mentionStack.count - 1]
        let receiver = receiver(of: node, parameters)
        if let receiver { receivers.append(receiver) }
        scopes.append(.function(index, name: name))
        functionDepth += 1
        let outer = (blockDepth, freshContexts)
        (blockDepth, freshContexts) = (0, [])
        let body = block(tree.list(node, 2))
        (blockDepth, freshContexts) = outer
        functionDepth -= 1
        let mentions = Self.unique(mentionStack.removeLast())
        scopes.removeLast()
        if receiver != nil { receivers.removeLast() }
        facts.functions[Int(index)].parameters = parameters
        facts.functions[Int(index)].decorators = decorators
        facts.functions[Int(index)].returns = returns
        facts.functions[Int(index)].body = body
        facts.functions[Int(index)].mentions = mentions
        // A decorator takes part in every call of the function.
        if tree.list(node, 3).count > 0 {
            let names = decoratorNames(tree.list(node, 3))
            facts.functions[Int(index)].mentions += names
            noteRegistration(nameID, names)
        }
        if case .function? = scopes.last {
            mentionStack[mentionStack.count - 1] += facts.functions[Int(index)].mentions
        }
        return add(.function, node, a: index)
    }

    /// The name that a method has for the object it runs on; `nil` where it has none.
    private func receiver(
        of node: NodeID, _ parameters: [FunctionFacts.Parameter]
    ) -> (name: UInt32, owner: UInt32)? {
        guard case .class(let owner, _)? = scopes.last, let first = parameters.first,
            first.kind == .positional || first.kind == .positionalOnly
        else { return nil }
        let isStatic = tree.list(node, 3).contains { decorator in
            guard let decorator, tree.kind(decorator) == .name, let name = tree.name(decorator, 0) else { return false }
            return tree.text(of: name) == "staticmethod"
        }
        return isStatic ? nil : (first.name, owner)
    }

    /// A decorator may call what it decorates, or keep it where others find it.
    private mutating func noteRegistration(_ name: NameID, _ decorators: [Mention]) {
        guard name != .none, !decorators.isEmpty else { return }
        facts.registrations.append(.init(name: name.raw, isAttribute: false, mentions: decorators))
    }

    private func decoratorNames(_ decorators: NodeList) -> [Mention] {
        decorators.compactMap { decorator in
            guard var node = decorator else { return nil }
            if tree.kind(node) == .call, let callee = tree.node(node, 0) { node = callee }
            switch tree.kind(node) {
            case .name: return tree.name(node, 0).map { Mention(name: $0.raw, base: Mention.plain) }
            case .attribute:
                var root = node
                while tree.kind(root) == .attribute, let base = tree.node(root, 0) { root = base }
                let base = tree.kind(root) == .name ? tree.name(root, 0)?.raw : nil
                return tree.name(node, 1).map { Mention(name: $0.raw, base: base ?? Mention.member) }
            default: return nil
            }
        }
    }

    mutating func lambda(_ node: NodeID) -> UInt32 {
        let index = UInt32(facts.functions.count)
        var function = FunctionFacts(
            name: string("<lambda>"), qualifiedName: qualified("<lambda>"), start: tree[node].start,
            end: tree[node].end)
        function.isLambda = true
        function.enclosingFunction = enclosingFunction
        facts.functions.append(function)
        let parameters = tree.node(node, 0).map { self.parameters($0) } ?? []
        scopes.append(.function(index, name: "<lambda>"))
        mentionStack.append([])
        var statements: [UInt32] = []
        if let body = tree.node(node, 1) {
            let value = expression(body)
            statements = [add(.return, body, a: value)]
        }
        let mentions = mentionStack.removeLast()
        scopes.removeLast()
        facts.functions[Int(index)].parameters = parameters
        facts.functions[Int(index)].body = addList(statements)
        facts.functions[Int(index)].decorators = addList([])
        facts.functions[Int(index)].mentions = Self.unique(mentions)
        // A lambda may be called by whoever gets it from here.
        mentionStack[mentionStack.count - 1] += mentions
        return add(.lambda, node, a: index)
    }

    mutating func parameters(_ node: NodeID) -> [FunctionFacts.Parameter] {
        var result: [FunctionFacts.Parameter] = []
        let positionalOnly = tree.list(node, 0)
        let positional = tree.list(node, 1)
        let defaults = tree.list(node, 6)
        let firstDefault = positionalOnly.count + positional.count - defaults.count
        for (index, argument) in (Array(positionalOnly) + Array(positional)).enumerated() {
            guard let argument else { continue }
            let kind: FunctionFacts.Parameter.Kind = index < positionalOnly.count ? .positionalOnly : .positional
            let value = index >= firstDefault ? defaults[index - firstDefault] : nil
            result.append(parameter(argument, kind, default: value))
        }
        if let variadic = tree.node(node, 2) { result.append(parameter(variadic, .variadic, default: nil)) }
        let keywordOnly = tree.list(node, 3)
        let keywordDefaults = tree.list(node, 4)
        for (index, argument) in keywordOnly.enumerated() {
            guard let argument else { continue }
            let value = index < keywordDefaults.count ? keywordDefaults[index] : nil
            result.append(parameter(argument, .keywordOnly, default: value))
        }
        if let keywords = tree.node(node, 5) { result.append(parameter(keywords, .keywords, default: nil)) }
        return result
    }

    private mutating func parameter(
        _ node: NodeID, _ kind: FunctionFacts.Parameter.Kind, default value: NodeID?
    ) -> FunctionFacts.Parameter {
        var result = FunctionFacts.Parameter(name: tree.name(node, 0)?.raw ?? .max, kind: kind)
        if let annotation = tree.node(node, 1) { result.annotation = lookedAt { $0.expression(annotation) } }
        if let value { result.defaultValue = expression(value) }
        return result
    }

    mutating func classDefinition(_ node: NodeID) -> UInt32 {
        let nameID = tree.name(node, 0) ?? .none
        let name = nameID == .none ? "?" : tree.text(of: nameID)
        let index = UInt32(facts.classes.count)
        var definition = ClassFacts(
            name: nameID.raw, qualifiedName: qualified(name), bases: 0, body: 0, decorators: 0,
            start: tree[node].start, end: tree[node].end)
        definition.enclosingFunction = enclosingFunction
        facts.classes.append(definition)
        let firstFunction = facts.functions.count
        mentionStack.append([])
        let decorators = expressions(tree.list(node, 4))
        let bases = lookedAt { facts in
            facts.tree.list(node, 1).compactMap { $0.map { facts.expression($0) } }
                + facts.tree.list(node, 2).compactMap { $0.map { facts.keyword($0) } }
        }
        scopes.append(.class(index, name: name))
        receivers.append(nil)
        let body = lookedAt { $0.block($0.tree.list(node, 3)) }
        receivers.removeLast()
        scopes.removeLast()
        var mentions = mentionStack.removeLast()
        // Whoever runs the statement runs its body; an ancestor's hook is what the class itself leads to.
        mentionStack[mentionStack.count - 1] += mentions
        mention(string("__init_subclass__"), of: Mention.own(index))
        // Special methods run without being named; a thread's `run` and what `closing` closes as well.
        for function in facts.functions[firstFunction...] where function.enclosingClass == index {
            let method = facts.strings[Int(function.name)]
            if method.hasPrefix("__") || ["run", "close", "aclose", "model_post_init"].contains(method) {
                mentions += function.mentions
            }
        }
        facts.classes[Int(index)].bases = addList(bases)
        facts.classes[Int(index)].decorators = decorators
        facts.classes[Int(index)].body = body
        facts.classes[Int(index)].mentions = Self.unique(mentions)
        noteRegistration(nameID, decoratorNames(tree.list(node, 4)))
        return add(.class, node, a: index)
    }
}
