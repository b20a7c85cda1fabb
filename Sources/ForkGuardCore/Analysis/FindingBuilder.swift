import PythonSyntax

/// Turns hazards into findings: looks up what the fork does to the library's version, and finds the words.
struct FindingBuilder {
    let program: Program
    let spawnNeeds: [Place: SpawnNeeds]
    let topLevels: TopLevels
    let rules: RuleIndex
    let environments: [TargetEnvironment]
    let metadata: MetadataIndex
    /// The text of a module's file, as its facts' offsets count it.
    private let source: (Int32) -> [UInt8]
    /// The notebook that a module is the program of.
    let notebook: (Int32) -> Notebook?

    init(
        interpreter: Interpreter, metadata: MetadataIndex, source: @escaping (Int32) -> [UInt8],
        notebook: @escaping (Int32) -> Notebook?
    ) {
        self.notebook = notebook
        program = interpreter.program
        spawnNeeds = interpreter.spawnNeeds
        topLevels = TopLevels(interpreter.program)
        rules = interpreter.rules
        environments = interpreter.environments
        self.metadata = metadata
        self.source = source
    }

    func finding(for hazard: Hazard) -> Finding? {
        let rule = rules.catalog.libraries[hazard.library]
        let fork = site(hazard.fork, hazard.function)
        let verdict = metadata.verdict(
            on: rule, at: fork.path, platform: environments[Int(hazard.fork.module)].platform,
            under: hazard.use?.settings ?? []
        ).told(by: rules.catalog.launchers[hazard.launcher])
        let page = rules.catalog.checks.first { $0.code == rule.code }
        guard let level = level(hazard, verdict, page), let touch = hazard.touches.first else { return nil }
        var finding = Finding(
            code: rule.code, name: page?.name ?? rule.code.text, level: level, site: fork, message: "")
        finding.library = rule.id
        finding.libraryTitle = rule.title.hasPrefix(rule.id) ? rule.id : rule.title
        finding.touch = site(touch.place, touch.function)
        finding.touchCall = text(touch.place)
        // Two calls on one line are one place to look at.
        for other in hazard.touches.dropFirst().map({ site($0.place, $0.function) }) {
            let known = [finding.touch].compactMap { $0 } + finding.otherTouches
            if !known.contains(where: { $0.path == other.path && $0.line == other.line }) {
                finding.otherTouches.append(other)
            }
        }
        if let use = hazard.use {
            finding.use = site(use.place, use.function)
            finding.useCall = text(use.place)
        }
        finding.chain = chain(hazard, touch)
        finding.startMethod = startMethod(hazard)
        finding.consequence = verdict.sentence
        let remedy = remedy(hazard, rule)
        finding.remedy = remedy
        finding.startMethodFix = startMethodFix(hazard, remedy)
        finding.evidence = rule.evidence
        finding.message = message(hazard, rule, verdict, finding)
        return finding
    }

    private func level(_ hazard: Hazard, _ verdict: MetadataIndex.Verdict, _ page: CheckPage?) -> Level? {
        // A page's level is the highest that its findings have.
        let highest = page?.defaultLevel ?? .error
        return switch verdict.outcome {
        case .ok, .selfHeals: nil
        case .uncertain: min(highest, .warning)
        case .hang, .error, .corruption: min(highest, hazard.level)
        }
    }

    // MARK: Words

    private func message(_ hazard: Hazard, _ rule: LibraryRule, _ verdict: MetadataIndex.Verdict, _ finding: Finding)
        -> String
    {
        let launcher = rules.catalog.launchers[hazard.launcher].name
        var text = "`\(launcher)` "
        if rules.catalog.launchers[hazard.launcher].forksAt.contains(.iterate), let made = hazard.launchPlace {
            let made = site(made, -1)
            if made.path != finding.site.path || made.line != finding.site.line {
                text += "(made at \(made.path):\(made.lineInFile)) "
            }
        }
        text += hazard.reason.isForkServer ? "starts a child that the fork server forks after " : "forks after "
        if let touch = finding.touch, let call = finding.touchCall {
            text += "`\(call)` touched \(rule.title) at \(touch.path):\(touch.lineInFile)"
        }
        if hazard.isReplacement { text += " (a worker that is replaced is forked then)" }
        if let use = finding.use {
            text += ", and the child uses it at \(use.path):\(use.lineInFile): it \(verdict.text)"
        } else if rule.needsUse {
            text += "; what the child runs is not known here: if it uses \(rule.title), it \(verdict.text)"
        } else {
            text += ": the child \(verdict.text)"
        }
        return text
    }

    private func startMethod(_ hazard: Hazard) -> StartMethodReason {
        switch hazard.reason {
        case .always:
            return StartMethodReason(
                method: .fork, reason: "\(rules.catalog.launchers[hazard.launcher].name) always forks")
        case .chosen(let place, _):
            let site = site(place, -1)
            return StartMethodReason(method: .fork, reason: "chosen at \(site.path):\(site.lineInFile)")
        case .forkServer(let choice):
            let why = choice.map { site($0, -1) }.map { "chosen at \($0.path):\($0.lineInFile)" }
            let python = environments[Int(hazard.fork.module)].python
            return StartMethodReason(
                method: .forkserver,
                reason:
                    "\(why ?? "the default of Python \(python)"); its server imports modules of the program, by default "
                    + "the main one, and forks the workers after that")
        case .byDefault:
            let environment = environments[Int(hazard.fork.module)]
            let system = environment.platform == .linux ? "Linux" : "macOS"
            // What forks on every version of Python owes nothing to the one at hand: billiard, multiprocess.
            if case .family(let id, _) = rules.catalog.launchers[hazard.launcher].method, let family = rules.family(id),
                rules.catalog.families[family].defaults.allSatisfy({ $0.python == nil })
            {
                return StartMethodReason(method: .fork, reason: "the default of \(id) on \(system)")
            }
            return StartMethodReason(method: .fork, reason: "the default of Python \(environment.python) on \(system)")
        }
    }

    // MARK: Notes

    /// FG900 for what could not be parsed, FG902 for what was too deep or too much to follow.
    func notes(limits: [Place]) -> [Finding] {
        var result: [Finding] = []
        for (index, module) in program.modules.enumerated() where !module.isStub {
            for error in module.syntaxErrors {
                result.append(note("FG900", site(Int32(index), error.offset, error.offset, -1), error.message))
            }
            if let deepest = module.limits.first {
                let text = "code nested more than \(Limits.factsDepth) levels deep is not followed"
                result.append(note("FG902", site(Int32(index), deepest, deepest, -1), text))
            }
        }
        var seen: Set<Place> = []
        for place in limits where seen.insert(place).inserted {
            let text =
                "the calls from here lead too far to be followed to their ends; what they do after this point is not seen"
            result.append(note("FG902", site(place, -1), text))
        }
        return result
    }

    private func note(_ code: String, _ site: Site, _ message: String) -> Finding {
        let code = RuleCode(code)
        let name = rules.catalog.checks.first { $0.code == code }?.name ?? code.text
        return Finding(code: code, name: name, level: .note, site: site, message: message)
    }

    /// The trimmed text of a line.
    func line(_ number: Int, of module: Int32) -> String {
        line(source(module), program.modules[Int(module)].facts, number)
    }

    // MARK: Places

    /// The calls from the touch back to what both have in common, then on to the fork.
    private func chain(_ hazard: Hazard, _ touch: Touch) -> [Site] {
        var upward = frames(touch.stack)
        var downward = frames(hazard.stack)
        while let left = upward.last, let right = downward.last, left.place == right.place {
            upward.removeLast()
            downward.removeLast()
        }
        let steps = (upward + downward.reversed()).filter { $0.place.op != 0 }
        return steps.map { site($0.place, $0.function) }
    }

    /// Innermost first.
    private func frames(_ stack: CallStack?) -> [(place: Place, function: FunctionID)] {
        var result: [(place: Place, function: FunctionID)] = []
        var current = stack
        while let frame = current {
            result.append((frame.place, frame.function))
            current = frame.parent
        }
        return result
    }

    func site(_ place: Place, _ function: FunctionID) -> Site {
        let module = program.modules[Int(place.module)]
        let op = module.facts.ops.indices.contains(Int(place.op)) ? module.facts.ops[Int(place.op)] : nil
        return site(place.module, op?.start ?? 0, op?.end ?? 0, function)
    }

    func site(_ id: Int32, _ start: UInt32, _ end: UInt32, _ function: FunctionID) -> Site {
        let module = program.modules[Int(id)]
        let bytes = source(id)
        let from = module.facts.position(of: start)
        let to = module.facts.position(of: max(end, start))
        var symbol = "<module>"
        if function >= 0, program.functions[Int(function)].module == id {
            symbol = program.facts(function).qualifiedName
        }
        var site = Site(
            path: module.path, line: from.line, column: scalars(bytes, module.facts, from) + 1, endLine: to.line,
            endColumn: scalars(bytes, module.facts, to) + 1, symbol: symbol, text: line(bytes, module.facts, from.line))
        site.notebook = notebook(id)?.place(of: from.line)
        return site
    }

    private func scalars(_ bytes: [UInt8], _ facts: ModuleFacts, _ position: (line: Int, column: Int)) -> Int {
        guard facts.lineStarts.indices.contains(position.line - 1) else { return position.column }
        let start = Int(facts.lineStarts[position.line - 1])
        let end = min(start + position.column, bytes.count)
        return start < end ? bytes[start..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } : 0
    }

    private func line(_ bytes: [UInt8], _ facts: ModuleFacts, _ number: Int) -> String {
        guard facts.lineStarts.indices.contains(number - 1) else { return "" }
        let start = Int(facts.lineStarts[number - 1])
        let end = number < facts.lineStarts.count ? Int(facts.lineStarts[number]) : bytes.count
        guard start < end, end <= bytes.count else { return "" }
        var slice = bytes[start..<end]
        func isBlank(_ byte: UInt8) -> Bool {
            byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
        }
        while let last = slice.last, isBlank(last) { slice.removeLast() }
        while let first = slice.first, isBlank(first) { slice.removeFirst() }
        return String(decoding: slice, as: UTF8.self)
    }

    /// The call's own text, cut to a line: `DeltaTable(path)`.
    func text(_ place: Place) -> String {
        let module = program.modules[Int(place.module)]
        let bytes = source(place.module)
        let op = module.facts.ops[Int(place.op)]
        let end = min(Int(op.end), bytes.count)
        guard Int(op.start) < end else { return "" }
        var text = ""
        var wasSpace = false
        for scalar in String(decoding: bytes[Int(op.start)..<end], as: UTF8.self).unicodeScalars {
            let isSpace = scalar.properties.isWhitespace
            if isSpace, wasSpace { continue }
            wasSpace = isSpace
            text.unicodeScalars.append(isSpace ? " " : scalar)
        }
        return text.count > 72 ? String(text.prefix(69)) + "..." : text
    }
}
