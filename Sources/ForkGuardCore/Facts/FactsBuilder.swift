/// Puts facts together: what any front end needs beside its own syntax.
package struct FactsBuilder {
    package var facts = ModuleFacts()
    /// Identifiers mentioned in the scopes being lowered; innermost last.
    private var mentionStack: [[Mention]] = [[]]
    private var stringIndex: [String: UInt32] = [:]
    private var depth = 0

    /// A byte range of the file.
    package typealias Place = Range<UInt32>

    package init(language: SourceLanguage) { facts.language = language }

    /// The facts, when all has been added.
    package mutating func finish() -> ModuleFacts {
        facts.mentions = Self.unique(mentionStack[0])
        facts.holding = facts.mentions
        facts.trim()
        return facts
    }

    // MARK: Operations

    package mutating func add(
        _ kind: OpKind, _ place: Place, flags: UInt8 = 0, a: UInt32 = .max, b: UInt32 = .max, c: UInt32 = .max
    ) -> UInt32 {
        facts.ops.append(
            Op(kind: kind, flags: flags, a: a, b: b, c: c, start: place.lowerBound, end: place.upperBound))
        return UInt32(facts.ops.count - 1)
    }

    package mutating func list(_ items: [UInt32]) -> UInt32 {
        let index = UInt32(facts.lists.count)
        facts.lists.append(UInt32(items.count))
        facts.lists.append(contentsOf: items)
        return index
    }

    package mutating func string(_ text: String) -> UInt32 {
        if let known = stringIndex[text] { return known }
        let index = UInt32(facts.strings.count)
        facts.strings.append(text)
        stringIndex[text] = index
        return index
    }

    /// Runs `body` one level deeper; `nil` when the limit is reached, which is noted.
    package mutating func deeper(_ place: Place, _ body: (inout FactsBuilder) -> UInt32) -> UInt32? {
        guard enter(place) else { return nil }
        defer { leave() }
        return body(&self)
    }

    /// Counts a level of nesting; false when the limit is reached, which is noted. `leave` undoes it.
    package mutating func enter(_ place: Place) -> Bool {
        guard depth < Limits.factsDepth else {
            facts.limits.append(place.lowerBound)
            return false
        }
        depth += 1
        return true
    }

    package mutating func leave() { depth -= 1 }

    // MARK: Mentions

    package mutating func mention(_ name: UInt32, of base: UInt32 = Mention.plain) {
        mentionStack[mentionStack.count - 1].append(Mention(name: name, base: base))
    }

    package mutating func mention(all mentions: [Mention]) { mentionStack[mentionStack.count - 1] += mentions }

    package mutating func plainMention(_ text: String) -> Mention {
        Mention(name: string(text), base: Mention.plain)
    }

    package mutating func beginScope() { mentionStack.append([]) }

    /// What was mentioned since `beginScope`, sorted, none twice.
    package mutating func endScope() -> [Mention] { Self.unique(mentionStack.removeLast()) }

    package static func unique(_ mentions: [Mention]) -> [Mention] {
        var result = mentions.sorted()
        var kept = 0
        for name in result where kept == 0 || result[kept - 1] != name {
            result[kept] = name
            kept += 1
        }
        return Array(result[..<kept])
    }

    // MARK: Definitions

    /// A function of which only name and place are known yet; its index.
    package mutating func addFunction(_ name: String, _ qualifiedName: String, _ place: Place) -> UInt32 {
        var function = FunctionFacts(
            name: string(name), qualifiedName: qualifiedName, start: place.lowerBound, end: place.upperBound)
        function.decorators = list([])
        facts.functions.append(function)
        return UInt32(facts.functions.count - 1)
    }

    /// A class of which only name and place are known yet; its index.
    package mutating func addClass(_ name: String, _ qualifiedName: String, _ place: Place) -> UInt32 {
        let none = list([])
        facts.classes.append(
            ClassFacts(
                name: string(name), qualifiedName: qualifiedName, bases: none, body: none, decorators: none,
                start: place.lowerBound, end: place.upperBound))
        return UInt32(facts.classes.count - 1)
    }

    /// - Parameter owner: the class that declares the attribute, where the value stands in its declaration.
    package mutating func addBinding(
        _ name: UInt32, isAttribute: Bool, _ mentions: [Mention], owner: UInt32 = .max
    ) {
        facts.bindings.append(.init(name: name, isAttribute: isAttribute, owner: owner, mentions: mentions))
    }

    package static func parameter(
        _ name: UInt32, label: UInt32 = .max, kind: FunctionFacts.Parameter.Kind, annotation: UInt32 = .max,
        defaultValue: UInt32 = .max
    ) -> FunctionFacts.Parameter {
        .init(name: name, label: label, kind: kind, annotation: annotation, defaultValue: defaultValue)
    }

    package mutating func addSyntaxError(_ offset: UInt32, _ message: String) {
        facts.syntaxErrors.append(.init(offset: offset, message: message))
    }
}
