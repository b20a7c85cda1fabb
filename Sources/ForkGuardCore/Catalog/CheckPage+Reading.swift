extension CheckPage {
    /// Headings that every page has, in this order.
    static let sections = ["What it finds", "Why it breaks", "Instead", "What it cannot see", "Examples"]

    /// Reads `checks/<code>.md`: TOML between two lines of `+++`, then Markdown.
    init?(path: String, fileName: String, text: String, sink: ProblemSink) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first == "+++", let end = lines.dropFirst().firstIndex(of: "+++") else {
            sink.report(path, line: 1, key: "", .noFrontMatter)
            return nil
        }
        let front: TomlNode
        do {
            // The empty line in place of `+++` keeps the line numbers of messages right.
            front = try TomlNode.parse(Array(([""] + lines[1..<end]).joined(separator: "\n").utf8))
        } catch {
            sink.report(path, line: error.line, key: "", .notToml(error.message))
            return nil
        }
        let reader = TableReader(path: path, prefix: "", node: front, sink: sink)
        let code = reader.string("code")
        if !code.isEmpty, !RuleSyntax.isCode(code) { reader.report("code", .badCode(code)) }
        if code != fileName { reader.report("code", .idIsNotFileName(id: code)) }
        let body = lines[(end + 1)...]
        let markdown = RuleSyntax.trimmed(body.joined(separator: "\n")) + "\n"
        if !TableText.isStorable(markdown) { sink.report(path, line: end + 1, key: "", .textNotStorable) }
        self.init(
            code: RuleCode(code), name: reader.string("name"), summary: reader.string("summary"),
            defaultLevel: Level(rawValue: reader.string("level")) ?? .error,
            isOptIn: reader.flag("opt_in", default: false), markdown: markdown,
            programs: Self.programs(body, path: path, sink: sink))
        if let level = reader.optionalString("level"), Level(rawValue: level) == nil {
            reader.report("level", .unknownValue(level, allowed: Level.allCases.map(\.rawValue)))
        }
        reader.finish()
        checkSections(body, path: path, sink: sink)
    }

    private func checkSections(_ body: ArraySlice<String>, path: String, sink: ProblemSink) {
        var start = body.startIndex
        for section in Self.sections {
            guard let place = body[start...].firstIndex(of: "## \(section)") else {
                sink.report(path, line: 0, key: "", .missingSection(section))
                continue
            }
            start = place
        }
    }

    /// Takes every fenced `python` block, with the sentence before it and the pins of its info string:
    /// ```` ```python pins="deltalake==0.18.2" target="3.12" ````.
    private static func programs(
        _ body: ArraySlice<String>, path: String, sink: ProblemSink
    ) -> [RuleProgram] {
        var programs: [RuleProgram] = []
        var paragraph: [String] = []
        var block: (info: String, line: Int, note: String, code: [String])?
        var isInOtherFence = false
        for (index, line) in zip(body.indices, body) {
            if let open = block {
                if line == "```" {
                    programs.append(program(open, path: path, sink: sink))
                    block = nil
                } else {
                    block?.code.append(line)
                }
            } else if line.hasPrefix("```") {
                if line.hasPrefix("```python") {
                    block = (String(line.dropFirst(9)), index + 1, paragraph.joined(separator: " "), [])
                } else {
                    isInOtherFence.toggle()
                }
                paragraph = []
            } else if line.isEmpty {
                if index + 1 < body.endIndex, !body[index + 1].hasPrefix("```") { paragraph = [] }
            } else if line.hasPrefix("#") {
                paragraph = []
            } else if !isInOtherFence {
                paragraph.append(line)
            }
        }
        return programs
    }

    private static func program(
        _ block: (info: String, line: Int, note: String, code: [String]), path: String, sink: ProblemSink
    ) -> RuleProgram {
        var program = RuleProgram(
            kind: .good, note: block.note, code: block.code.joined(separator: "\n") + "\n", pins: [:], target: nil)
        if !program.markedLines.isEmpty { program.kind = .bad }
        if block.note.isEmpty { sink.report(path, line: block.line, key: "", .exampleWithoutSentence) }
        for word in block.info.split(separator: " ") {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            let value = parts.count == 2 ? parts[1].filter { $0 != "\"" } : ""
            switch parts[0] {
            case "target": program.target = value
            case "pins":
                for pin in value.split(separator: ",") {
                    let sides = pin.split(separator: "=", omittingEmptySubsequences: true)
                    guard sides.count == 2, Version(sides[1]) != nil else {
                        sink.report(path, line: block.line, key: "pins", .badRange(String(pin)))
                        continue
                    }
                    program.pins[normalizedDistribution(sides[0])] = String(sides[1])
                }
            default:
                sink.report(path, line: block.line, key: parts[0], .unknownKey(nearest: nil))
            }
        }
        return program
    }
}
