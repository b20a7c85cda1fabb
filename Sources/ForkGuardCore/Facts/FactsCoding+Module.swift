extension ModuleFacts {
    private static let magic: [UInt8] = Array("FGFACTS\n".utf8)

    /// The facts as bytes that `init(decoding:)` reads.
    public func encoded() -> [UInt8] {
        var writer = FactsWriter()
        writer.write(raw: Self.magic)
        writer.write(Self.codingVersion)
        writer.write(language == .swift)
        writer.write(strings) { $0.write($1) }
        writer.write(ops) { $0.write($1) }
        writer.write(lists) { $0.write(optional: $1) }
        writer.write(functions) { $0.write($1) }
        writer.write(classes) { $0.write($1) }
        writer.write(body)
        writer.write(mentions) { $0.write($1) }
        writer.write(holding) { $0.write($1) }
        writer.write(bindings) { $0.write($1) }
        writer.write(registrations) { $0.write($1) }
        // Lines ascend: their lengths are small.
        var previous: UInt32 = 0
        writer.write(lineStarts) { writer, start in
            writer.write(start &- previous)
            previous = start
        }
        writer.write(syntaxErrors) {
            $0.write($1.offset)
            $0.write($1.message)
        }
        writer.write(suppressions) { $0.write($1) }
        writer.write(limits) { $0.write($1) }
        return writer.bytes
    }

    /// Reads what `encoded()` wrote; anything else is an error.
    ///
    /// - Parameter isTrusted: this process wrote them; references among the parts are not checked again.
    public init(decoding bytes: UnsafeBufferPointer<UInt8>, isTrusted: Bool = false) throws(FactsError) {
        self.init()
        var reader = FactsReader(bytes)
        for expected in Self.magic {
            guard reader.remaining > 0, try reader.byte() == expected else { throw .notFacts }
        }
        let version = try reader.number()
        guard version == Self.codingVersion else { throw .otherVersion(version) }
        language = try reader.flag() ? .swift : .python
        strings = try reader.list { reader throws(FactsError) in try reader.string() }
        ops = try reader.list { reader throws(FactsError) in try Op(from: &reader) }
        lists = try reader.list { reader throws(FactsError) in try reader.optional() }
        functions = try reader.list { reader throws(FactsError) in try FunctionFacts(from: &reader) }
        classes = try reader.list { reader throws(FactsError) in try ClassFacts(from: &reader) }
        body = try reader.number()
        mentions = try reader.list { reader throws(FactsError) in try Mention(from: &reader) }
        holding = try reader.list { reader throws(FactsError) in try Mention(from: &reader) }
        bindings = try reader.list { reader throws(FactsError) in try Binding(from: &reader) }
        registrations = try reader.list { reader throws(FactsError) in try Binding(from: &reader) }
        var previous: UInt32 = 0
        lineStarts = try reader.list { reader throws(FactsError) in
            let (start, overflows) = previous.addingReportingOverflow(try reader.number())
            guard !overflows else { throw reader.malformed("a line starts beyond any file") }
            previous = start
            return start
        }
        syntaxErrors = try reader.list { reader throws(FactsError) in
            SyntaxProblem(offset: try reader.number(), message: try reader.string())
        }
        suppressions = try reader.list { reader throws(FactsError) in try SuppressionComment(from: &reader) }
        limits = try reader.list { reader throws(FactsError) in try reader.number() }
        guard reader.remaining == 0 else { throw .trailingBytes(count: reader.remaining) }
        if !isTrusted, let what = firstInconsistency() { throw .malformed(offset: bytes.count, what: what) }
    }

    public init(decoding bytes: [UInt8]) throws(FactsError) {
        let result: Result<ModuleFacts, FactsError> = bytes.withUnsafeBufferPointer { buffer in
            do throws(FactsError) { return .success(try ModuleFacts(decoding: buffer)) } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }
}

extension FactsWriter {
    fileprivate mutating func write(_ op: Op) {
        write(byte: op.kind.rawValue)
        write(byte: op.flags)
        write(optional: op.a)
        write(optional: op.b)
        write(optional: op.c)
        write(op.start)
        write(op.end &- op.start)
    }

    fileprivate mutating func write(_ mention: Mention) {
        write(mention.name)
        // The constants are the largest numbers: they become the smallest.
        write(mention.base &+ 8)
    }

    fileprivate mutating func write(_ binding: ModuleFacts.Binding) {
        write(binding.name)
        write(binding.isAttribute)
        write(optional: binding.owner)
        write(binding.mentions) { $0.write($1) }
    }

    fileprivate mutating func write(_ function: FunctionFacts) {
        write(optional: function.name)
        write(function.qualifiedName)
        write(byte: (function.isAsync ? 1 : 0) | (function.isGenerator ? 2 : 0) | (function.isLambda ? 4 : 0))
        write(optional: function.enclosingClass)
        write(optional: function.enclosingFunction)
        write(optional: function.condition)
        write(function.parameters) { writer, parameter in
            writer.write(optional: parameter.name)
            writer.write(optional: parameter.label)
            writer.write(byte: parameter.kind.rawValue)
            writer.write(optional: parameter.annotation)
            writer.write(optional: parameter.defaultValue)
        }
        write(function.body)
        write(function.decorators)
        write(optional: function.returns)
        write(function.globals) { $0.write($1) }
        write(function.nonlocals) { $0.write($1) }
        write(function.mentions) { $0.write($1) }
        write(function.start)
        write(function.end &- function.start)
    }

    fileprivate mutating func write(_ definition: ClassFacts) {
        write(byte: definition.role.rawValue)
        write(optional: definition.condition)
        write(optional: definition.name)
        write(definition.qualifiedName)
        write(definition.bases)
        write(definition.body)
        write(definition.decorators)
        write(optional: definition.enclosingFunction)
        write(definition.mentions) { $0.write($1) }
        write(definition.start)
        write(definition.end &- definition.start)
    }

    fileprivate mutating func write(_ comment: SuppressionComment) {
        write(byte: comment.kind.rawValue)
        write(byte: comment.place.rawValue)
        for number in [comment.line, comment.column, comment.endColumn, comment.firstLine, comment.lastLine] {
            write(number)
        }
        write(comment.codes) { $0.write($1) }
        write(comment.reason)
        write(byte: comment.defect.map { $0.rawValue + 1 } ?? 0)
    }
}

extension FactsReader {
    fileprivate mutating func range() throws(FactsError) -> (start: UInt32, end: UInt32) {
        let start = try number()
        let (end, overflows) = start.addingReportingOverflow(try number())
        guard !overflows else { throw malformed("a place ends beyond any file") }
        return (start, end)
    }
}

extension Op {
    fileprivate init(from reader: inout FactsReader) throws(FactsError) {
        let kind: OpKind = try reader.value()
        let flags = try reader.byte()
        let (a, b, c) = (try reader.optional(), try reader.optional(), try reader.optional())
        let place = try reader.range()
        self.init(kind: kind, flags: flags, a: a, b: b, c: c, start: place.start, end: place.end)
    }
}

extension Mention {
    fileprivate init(from reader: inout FactsReader) throws(FactsError) {
        self.init(name: try reader.number(), base: try reader.number() &- 8)
    }
}

extension ModuleFacts.Binding {
    fileprivate init(from reader: inout FactsReader) throws(FactsError) {
        self.init(
            name: try reader.number(), isAttribute: try reader.flag(), owner: try reader.optional(),
            mentions: try reader.list { reader throws(FactsError) in try Mention(from: &reader) })
    }
}

extension FunctionFacts {
    fileprivate init(from reader: inout FactsReader) throws(FactsError) {
        self.init(name: try reader.optional(), qualifiedName: try reader.string(), start: 0, end: 0)
        let flags = try reader.byte()
        guard flags < 8 else { throw reader.malformed("unknown flags of a function") }
        (isAsync, isGenerator, isLambda) = (flags & 1 != 0, flags & 2 != 0, flags & 4 != 0)
        enclosingClass = try reader.optional()
        enclosingFunction = try reader.optional()
        condition = try reader.optional()
        parameters = try reader.list { reader throws(FactsError) in
            Parameter(
                name: try reader.optional(), label: try reader.optional(), kind: try reader.value(),
                annotation: try reader.optional(), defaultValue: try reader.optional())
        }
        body = try reader.number()
        decorators = try reader.number()
        returns = try reader.optional()
        globals = try reader.list { reader throws(FactsError) in try reader.number() }
        nonlocals = try reader.list { reader throws(FactsError) in try reader.number() }
        mentions = try reader.list { reader throws(FactsError) in try Mention(from: &reader) }
        (start, end) = try reader.range()
    }
}

extension ClassFacts {
    fileprivate init(from reader: inout FactsReader) throws(FactsError) {
        let role: Role = try reader.value()
        let condition = try reader.optional()
        let name = try reader.optional()
        let qualifiedName = try reader.string()
        let (bases, body, decorators) = (try reader.number(), try reader.number(), try reader.number())
        let enclosing = try reader.optional()
        let mentions = try reader.list { reader throws(FactsError) in try Mention(from: &reader) }
        let place = try reader.range()
        self.init(
            role: role, condition: condition, name: name, qualifiedName: qualifiedName, bases: bases, body: body,
            decorators: decorators, enclosingFunction: enclosing, mentions: mentions, start: place.start,
            end: place.end)
    }
}

extension SuppressionComment {
    fileprivate init(from reader: inout FactsReader) throws(FactsError) {
        let kind: Kind = try reader.value()
        let place: Place = try reader.value()
        let (line, column, endColumn) = (try reader.int(), try reader.int(), try reader.int())
        let (firstLine, lastLine) = (try reader.int(), try reader.int())
        guard firstLine <= lastLine else { throw reader.malformed("a comment speaks of no line") }
        let codes = try reader.list { reader throws(FactsError) in try reader.string() }
        let reason = try reader.string()
        let number = try reader.byte()
        let defect = number == 0 ? nil : Defect(rawValue: number - 1)
        guard number == 0 || defect != nil else { throw reader.malformed("an unknown defect of a comment") }
        self.init(
            kind: kind, place: place, line: line, column: column, endColumn: endColumn, firstLine: firstLine,
            lastLine: lastLine, codes: codes, reason: reason, defect: defect)
    }
}
