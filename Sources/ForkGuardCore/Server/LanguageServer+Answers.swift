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
                writer.field("notebookDocumentSync") { writer in
                    // With every cell, so that they have the numbers that reports give them.
                    writer.field("notebookSelector", array: ["jupyter-notebook"]) { writer, type in
                        writer.object { $0.field("notebook") { $0.field("notebookType", type) } }
                    }
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
        let places = EditorPlaces(latest.outcome?.files ?? [], open)
        send { writer in
            writer.field("method", "textDocument/publishDiagnostics")
            writer.field("params") { writer in
                writer.field("uri", uri)
                if let version { writer.field("version", version) }
                writer.field("diagnostics", array: findings) { writer, finding in
                    Self.write(finding, places, to: &writer)
                }
            }
        }
    }

    private static func write(_ finding: Finding, _ places: EditorPlaces, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("range")
            write(places.range(of: finding.site), to: &writer)
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
                            writer.field("uri", places.uri(of: step.site))
                            writer.key("range")
                            write(places.range(of: step.site), to: &writer)
                        }
                        writer.field("message", step.text)
                    }
                }
            }
            writer.field("data") { $0.field("fingerprint", finding.fingerprint) }
        }
    }

    private static func write(
        _ range: (start: EditorPlaces.Position, end: EditorPlaces.Position), to writer: inout JSONWriter
    ) {
        writer.object { writer in
            for (name, place) in [("start", range.start), ("end", range.end)] {
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
        let places = EditorPlaces(latest.outcome?.files ?? [], open)
        writer.array { writer in
            for action in actions(uri, range) {
                let isWanted = only.map { $0.contains { action.kind == $0 || action.kind.hasPrefix($0 + ".") } }
                guard isWanted ?? true, let edits = places.edits(of: action.changes), !edits.isEmpty else { continue }
                writer.element()
                writer.object { writer in
                    writer.field("title", action.title)
                    writer.field("kind", action.kind)
                    if action.isPreferred { writer.field("isPreferred", true) }
                    writer.field("diagnostics", array: action.findings) { Self.write($1, places, to: &$0) }
                    writer.field("edit") { writer in
                        writer.field("changes") { writer in
                            for edit in edits { Self.write(edit, to: &writer) }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ edit: EditorPlaces.DocumentEdit, to writer: inout JSONWriter) {
        writer.field(edit.uri, array: edit.edits) { writer, edit in
            writer.object { writer in
                writer.key("range")
                write((edit.start, edit.end), to: &writer)
                writer.field("newText", edit.text)
            }
        }
    }

    private func actions(_ uri: String, _ range: ClosedRange<Int>) -> [Action] {
        guard let held = open.held(uri), let outcome = latest.outcome,
            // What was scanned is what the client shows.
            outcome.files.contains(where: {
                (try? $0.raw()) == held.bytes && Folders.join(Folders.working, $0.path) == held.path
            })
        else { return [] }
        let planner = FixPlanner(outcome.files, isForEditor: true)
        let all = (latest.findings[held.path] ?? []).filter { held.cell == nil || held.cell == $0.site.notebook?.cell }
        var actions: [Action] = []
        for finding in all where EditorPlaces.touches(finding.site, range, in: held) {
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
        return actions
    }

    // MARK: Hover

    func writeHover(_ held: OpenDocuments.Held, line: Int, to writer: inout JSONWriter) {
        let found = latest.findings[held.path]?.first { finding in
            [finding.site, finding.touch, finding.use].contains { site in
                site.map { EditorPlaces.touches($0, line...line, in: held) } ?? false
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
