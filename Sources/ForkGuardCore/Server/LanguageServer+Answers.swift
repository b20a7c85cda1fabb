/// Diagnostics, code actions and hovers.
extension LanguageServer {
    static func writeCapabilities(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("capabilities") { writer in
                writer.field("positionEncoding", "utf-16")
                writer.field("textDocumentSync") { writer in
                    writer.field("openClose", true)
                    writer.field("change", 1)
                    writer.field("save", true)
                }
                writer.field("hoverProvider", true)
                writer.field("codeActionProvider") { writer in
                    writer.field("codeActionKinds", ["quickfix", fixAll])
                }
            }
            writer.field("serverInfo") { writer in
                writer.field("name", Tool.name)
                writer.field("version", Tool.version)
            }
        }
    }

    private static let fixAll = "source.fixAll.forkguard"

    // MARK: Diagnostics

    func publish(_ findings: [Finding], _ uri: String, _ version: Int?) {
        let lines = FileSourceLines(latest.outcome?.files ?? [])
        send { writer in
            writer.field("method", "textDocument/publishDiagnostics")
            writer.field("params") { writer in
                writer.field("uri", uri)
                if let version { writer.field("version", version) }
                writer.field("diagnostics", array: findings) { writer, finding in
                    Self.write(finding, lines, to: &writer)
                }
            }
        }
    }

    private static func write(_ finding: Finding, _ lines: FileSourceLines, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("range")
            write(rangeOf: finding.site, lines, to: &writer)
            writer.field("severity", finding.level == .error ? 1 : finding.level == .warning ? 2 : 3)
            writer.field("code", finding.code.text)
            writer.field("source", Tool.name)
            var message = finding.message
            if let remedy = finding.remedy { message += "\nhelp: " + remedy.text }
            writer.field("message", message)
            if finding.unusedCode != nil { writer.field("tags", array: [1]) { $0.number($1) } }
            let steps = FindingWords.steps(of: finding).filter { $0.part != .fork }
            if !steps.isEmpty {
                writer.field("relatedInformation", array: steps) { writer, step in
                    writer.object { writer in
                        writer.field("location") { writer in
                            writer.field("uri", DocumentPlaces.uri(of: Folders.join(Folders.working, step.site.path)))
                            writer.key("range")
                            write(rangeOf: step.site, lines, to: &writer)
                        }
                        writer.field("message", step.text)
                    }
                }
            }
            writer.field("data") { $0.field("fingerprint", finding.fingerprint) }
        }
    }

    private static func write(rangeOf site: Site, _ lines: FileSourceLines, to writer: inout JSONWriter) {
        if site.notebook != nil {
            // A cell's text is written otherwise in the notebook: its whole line is meant.
            return write((site.fileLine - 1, 0), (site.fileLine, 0), to: &writer)
        }
        let start = DocumentPlaces.character(ofColumn: site.column, in: lines.line(site.line, of: site.path))
        let end = DocumentPlaces.character(ofColumn: site.endColumn, in: lines.line(site.endLine, of: site.path))
        write((site.line - 1, start), (site.endLine - 1, end), to: &writer)
    }

    private static func write(
        _ start: (line: Int, character: Int), _ end: (line: Int, character: Int), to writer: inout JSONWriter
    ) {
        writer.object { writer in
            for (name, place) in [("start", start), ("end", end)] {
                writer.field(name) { writer in
                    writer.field("line", max(place.line, 0))
                    writer.field("character", place.character)
                }
            }
        }
    }

    // MARK: Code actions

    private struct Action {
        var title: String
        var kind = "quickfix"
        var isPreferred = false
        var changes: [FixPlanner.Change]
        var findings: [Finding]
    }

    func writeActions(_ uri: String, lines range: ClosedRange<Int>, _ only: [String]?, to writer: inout JSONWriter) {
        let actions = self.actions(uri, range).filter { action in
            only.map { $0.contains { action.kind == $0 || action.kind.hasPrefix($0 + ".") } } ?? true
        }
        let lines = FileSourceLines(latest.outcome?.files ?? [])
        writer.array { writer in
            for action in actions {
                writer.element()
                writer.object { writer in
                    writer.field("title", action.title)
                    writer.field("kind", action.kind)
                    if action.isPreferred { writer.field("isPreferred", true) }
                    writer.field("diagnostics", array: action.findings) { Self.write($1, lines, to: &$0) }
                    writer.field("edit") { writer in
                        writer.field("changes") { writer in
                            for change in action.changes { write(change, to: &writer) }
                        }
                    }
                }
            }
        }
    }

    private func write(_ change: FixPlanner.Change, to writer: inout JSONWriter) {
        let path = Folders.join(Folders.working, change.path)
        // The client knows the document by the URI that it opened it with.
        let uri = documents.values.first { $0.path == path }?.uri ?? DocumentPlaces.uri(of: path)
        let table = LineTable(change.before)
        writer.field(uri, array: change.edits) { writer, edit in
            writer.object { writer in
                writer.key("range")
                Self.write(table.position(of: edit.start), table.position(of: edit.end), to: &writer)
                writer.field("newText", edit.replacement)
            }
        }
    }

    private func actions(_ uri: String, _ range: ClosedRange<Int>) -> [Action] {
        guard let document = documents[uri], let outcome = latest.outcome,
            // What was scanned is what the client shows.
            outcome.files.contains(where: {
                (try? $0.raw()) == document.text && Folders.join(Folders.working, $0.path) == document.path
            })
        else { return [] }
        let planner = FixPlanner(outcome.files, changesUnsaved: true)
        let all = latest.findings[document.path] ?? []
        var actions: [Action] = []
        for finding in all
        where range.overlaps((finding.site.line - 1)...max(finding.site.endLine - 1, finding.site.line - 1)) {
            if finding.unusedCode != nil {
                let changes = planner.withoutUnused([finding])
                actions.append(
                    Action(
                        title: "Take out `\(finding.unusedCode ?? "")`, which keeps nothing back", isPreferred: true,
                        changes: changes, findings: [finding]))
                continue
            }
            if finding.startMethodFix != nil {
                let changes = planner.withSpawn([finding]).changes
                actions.append(
                    Action(
                        title: "Spawn these workers instead of forking them (unsafe)", changes: changes,
                        findings: [finding]))
            }
            guard finding.level > .note else { continue }
            let changes = planner.withIgnores([finding], reason: "")
            actions.append(Action(title: "Ignore \(finding.code.text) here", changes: changes, findings: [finding]))
        }
        let unused = all.filter { $0.unusedCode != nil }
        if !unused.isEmpty {
            actions.append(
                Action(
                    title: "Take out comments that keep nothing back", kind: Self.fixAll,
                    changes: planner.withoutUnused(unused), findings: unused))
        }
        return actions.filter { !$0.changes.isEmpty }
    }

    // MARK: Hover

    func writeHover(_ document: Document, line: Int, to writer: inout JSONWriter) {
        let found = latest.findings[document.path]?.first { finding in
            [finding.site, finding.touch, finding.use].contains { site in
                site.map {
                    Folders.join(Folders.working, $0.path) == document.path
                        && ($0.line - 1...max($0.endLine - 1, $0.line - 1)).contains(line)
                } ?? false
            }
        }
        guard let finding = found, let page = catalog.checks.first(where: { $0.code == finding.code }) else {
            return writer.null()
        }
        var text = "**\(finding.code.text)** `\(finding.name)`\n\n\(Printable.text(finding.message))\n"
        if let remedy = finding.remedy {
            text += "\n**Instead:** \(remedy.text)\n"
            if let code = remedy.code { text += "\n```python\n\(code)\n```\n" }
            for obstacle in remedy.obstacles { text += "\n- but first: \(Printable.text(obstacle))" }
            if !remedy.price.isEmpty { text += "\n**Price:** \(remedy.price)\n" }
        }
        for link in finding.evidence.prefix(3) { text += "\n<\(link)>" }
        text += "\n\n---\n\n" + page.markdown
        writer.object { writer in
            writer.field("contents") { writer in
                writer.field("kind", "markdown")
                writer.field("value", text)
            }
        }
    }
}
