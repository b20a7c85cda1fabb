// Reports as bytes, in the coding of facts: any bytes give a report or an error.

extension ScanReport {
    func write(to writer: inout FactsWriter) {
        writer.write(findings) { $1.write(to: &$0) }
        writer.write(problems) { writer, problem in
            writer.write(problem.path)
            writer.write(problem.line)
            writer.write(problem.message)
            writer.write(problem.isFatal)
        }
        writer.write(fileCount)
    }

    init(from reader: inout FactsReader) throws(FactsError) {
        let findings = try reader.list { reader throws(FactsError) in try Finding(from: &reader) }
        let problems = try reader.list { reader throws(FactsError) in
            ScanProblem(
                path: try reader.string(), line: try reader.int(), message: try reader.string(),
                isFatal: try reader.flag())
        }
        self.init(findings: findings, problems: problems, fileCount: try reader.int())
    }
}

extension Finding {
    fileprivate func write(to writer: inout FactsWriter) {
        writer.write(code.text)
        writer.write(name)
        writer.write(level.rawValue)
        site.write(to: &writer)
        for text in [library, libraryTitle, touchCall, useCall, consequence, unusedCode] {
            writer.write(optional: text)
        }
        writer.write(message)
        writer.write(optional: touch) { $1.write(to: &$0) }
        writer.write(optional: use) { $1.write(to: &$0) }
        writer.write(otherTouches) { $1.write(to: &$0) }
        writer.write(chain) { $1.write(to: &$0) }
        writer.write(optional: startMethod) { writer, method in
            writer.write(method.method.rawValue)
            writer.write(method.reason)
        }
        writer.write(optional: remedy) { writer, remedy in
            writer.write(remedy.text)
            writer.write(optional: remedy.code)
            writer.write(remedy.price)
            writer.write(remedy.obstacles) { $0.write($1) }
        }
        writer.write(evidence) { $0.write($1) }
        writer.write(fingerprint)
        writer.write(optional: startMethodFix) { $1.write(to: &$0) }
    }

    fileprivate init(from reader: inout FactsReader) throws(FactsError) {
        let code = RuleCode(try reader.string())
        let name = try reader.string()
        let level: Level = try reader.named()
        let site = try Site(from: &reader)
        var texts: [String?] = []
        for _ in 0..<6 { texts.append(try reader.optionalString()) }
        self.init(code: code, name: name, level: level, site: site, library: texts[0], message: try reader.string())
        libraryTitle = texts[1]
        touchCall = texts[2]
        useCall = texts[3]
        consequence = texts[4]
        unusedCode = texts[5]
        touch = try reader.optional { reader throws(FactsError) in try Site(from: &reader) }
        use = try reader.optional { reader throws(FactsError) in try Site(from: &reader) }
        otherTouches = try reader.list { reader throws(FactsError) in try Site(from: &reader) }
        chain = try reader.list { reader throws(FactsError) in try Site(from: &reader) }
        startMethod = try reader.optional { reader throws(FactsError) in
            StartMethodReason(method: try reader.named(), reason: try reader.string())
        }
        remedy = try reader.optional { reader throws(FactsError) in
            Remedy(
                text: try reader.string(), code: try reader.optionalString(), price: try reader.string(),
                obstacles: try reader.list { reader throws(FactsError) in try reader.string() })
        }
        evidence = try reader.list { reader throws(FactsError) in try reader.string() }
        fingerprint = try reader.string()
        startMethodFix = try reader.optional { reader throws(FactsError) in try StartMethodFix(from: &reader) }
    }
}

extension Site {
    fileprivate func write(to writer: inout FactsWriter) {
        writer.write(path)
        for number in [line, column, endLine, endColumn] { writer.write(number) }
        writer.write(symbol)
        writer.write(text)
        writer.write(optional: notebook) { writer, place in
            for number in [place.cell, place.line, place.fileLine] { writer.write(number) }
        }
    }

    fileprivate init(from reader: inout FactsReader) throws(FactsError) {
        let path = try reader.string()
        let (line, column, endLine, endColumn) = (
            try reader.int(), try reader.int(), try reader.int(), try reader.int()
        )
        self.init(
            path: path, line: line, column: column, endLine: endLine, endColumn: endColumn,
            symbol: try reader.string(), text: try reader.string())
        notebook = try reader.optional { reader throws(FactsError) in
            NotebookPlace(cell: try reader.int(), line: try reader.int(), fileLine: try reader.int())
        }
    }
}

extension StartMethodFix {
    fileprivate func write(to writer: inout FactsWriter) {
        call.write(to: &writer)
        writer.write(start)
        writer.write(end)
        writer.write(isChoice)
        writer.write(launcher)
        writer.write(parameters) { $0.write($1) }
        writer.write(remedy)
        writer.write(modules) { $0.write($1) }
    }

    fileprivate init(from reader: inout FactsReader) throws(FactsError) {
        self.init(
            call: try Site(from: &reader), start: try reader.number(), end: try reader.number(),
            isChoice: try reader.flag(), launcher: try reader.string(),
            parameters: try reader.list { reader throws(FactsError) in try reader.string() },
            remedy: try reader.string(), modules: try reader.list { reader throws(FactsError) in try reader.string() })
    }
}

extension FactsWriter {
    mutating func write(wide number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { write(byte: UInt8(truncatingIfNeeded: number >> shift)) }
    }

    fileprivate mutating func write(optional text: String?) { write(optional: text) { $0.write($1) } }

    fileprivate mutating func write<Part>(optional part: Part?, _ body: (inout FactsWriter, Part) -> Void) {
        write(part != nil)
        if let part { body(&self, part) }
    }
}

extension FactsReader {
    mutating func wide() throws(FactsError) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) { number |= UInt64(try byte()) << shift }
        return number
    }

    fileprivate mutating func named<Value: RawRepresentable<String>>() throws(FactsError) -> Value {
        guard let value = Value(rawValue: try string()) else { throw malformed("an unknown value of \(Value.self)") }
        return value
    }

    fileprivate mutating func optionalString() throws(FactsError) -> String? {
        try optional { reader throws(FactsError) in try reader.string() }
    }

    fileprivate mutating func optional<Part>(_ body: (inout FactsReader) throws(FactsError) -> Part)
        throws(FactsError) -> Part?
    {
        try flag() ? try body(&self) : nil
    }
}
