/// What `forkguard rules` prints: the whole catalogue, as tables or as JSON.
public struct RuleTable: Sendable {
    private let catalog: Catalog

    public init(_ catalog: Catalog) { self.catalog = catalog }

    /// Aligned columns for people.
    public func table(style: TerminalStyle) -> ByteBuffer {
        var buffer = ByteBuffer()
        write(
            ["RULE", "NAME", "LEVEL", "SUMMARY"],
            catalog.checks.sorted { $0.code < $1.code }.map { check in
                let level = check.defaultLevel.rawValue + (check.isOptIn ? " (off)" : "")
                return [check.code.text, check.name, level, check.summary]
            }, style, to: &buffer)
        buffer.line()
        write(
            ["LIBRARY", "RULE", "AFTER A FORK"],
            catalog.libraries.sorted { $0.id < $1.id }.map { [$0.id, $0.code.text, Self.outcomes($0)] },
            style, to: &buffer)
        buffer.line()
        write(
            ["LAUNCHER", "KIND", "FORKS AT", "START METHOD"],
            catalog.launchers.filter { $0.kind == .fork }.sorted { $0.name < $1.name }.map { launcher in
                [
                    launcher.name, launcher.kind.rawValue,
                    launcher.forksAt.map(\.rawValue).joined(separator: ", "), Self.method(launcher),
                ]
            }, style, to: &buffer)
        return buffer
    }

    /// Rules, libraries and launchers for programs.
    public func json() -> ByteBuffer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("version", 1)
            writer.field("rules", array: catalog.checks.sorted { $0.code < $1.code }) { writer, check in
                writer.object { writer in
                    writer.field("code", check.code.text)
                    writer.field("name", check.name)
                    writer.field("summary", check.summary)
                    writer.field("level", check.defaultLevel.rawValue)
                    writer.field("opt_in", check.isOptIn)
                }
            }
            writer.field("libraries", array: catalog.libraries.sorted { $0.id < $1.id }) { writer, library in
                writer.object { Self.write(library, to: &$0) }
            }
            writer.field("launchers", array: catalog.launchers.sorted { $0.name < $1.name }) { writer, launcher in
                writer.object { Self.write(launcher, to: &$0) }
            }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }

    static func write(_ launcher: LauncherRule, to writer: inout JSONWriter) {
        writer.field("name", launcher.name)
        writer.field("kind", launcher.kind.rawValue)
        writer.field("forks_at", launcher.forksAt.map(\.rawValue))
        writer.field("start_method", method(launcher))
    }

    static func write(_ library: LibraryRule, to writer: inout JSONWriter) {
        writer.field("id", library.id)
        writer.field("title", library.title)
        writer.field("rule", library.code.text)
        writer.field("language", library.language.rawValue)
        writer.field("imports", library.imports)
        writer.field("distributions", library.distributions)
        writer.field("scope", library.scope.rawValue)
        writer.field("opt_in", library.isOptIn)
        writer.field("touches", library.touches.map(\.name))
        writer.field("versions", array: library.versions) { writer, version in
            writer.object { writer in
                writer.field("range", version.range)
                writer.field("outcome", version.outcome.rawValue)
                writer.field("text", version.text)
                writer.field("platform", orNull: version.platform?.rawValue)
                if !version.environment.isEmpty { writer.field("env", version.environment) }
            }
        }
        writer.field("remedy", library.remedy)
        writer.field("price", library.price)
        writer.field("messages", library.messages)
        writer.field("evidence", library.evidence)
    }

    /// The outcomes of a library's versions, each named once, in order.
    private static func outcomes(_ library: LibraryRule) -> String {
        var seen: [String] = []
        for version in library.versions where !seen.contains(version.outcome.rawValue) {
            seen.append(version.outcome.rawValue)
        }
        return seen.joined(separator: ", ")
    }

    private static func method(_ launcher: LauncherRule) -> String {
        switch launcher.method {
        case .fork: launcher.kind == .fork ? "fork" : "-"
        case .family(let family, _): "of \(family)"
        }
    }

    private func write(
        _ head: [String], _ rows: [[String]], _ style: TerminalStyle, to buffer: inout ByteBuffer
    ) {
        let widths = head.indices.map { column in
            ([head] + rows).map { Printable.width(Printable.text($0[column])) }.max() ?? 0
        }
        for (index, row) in ([head] + rows).enumerated() {
            var line = ""
            for (column, cell) in row.enumerated() {
                let text = Printable.text(cell)
                let isLast = column == row.count - 1
                let padding = String(repeating: " ", count: isLast ? 0 : widths[column] - Printable.width(text) + 2)
                line += (index == 0 || column == 0 ? style.paint(text, .strong) : text) + padding
            }
            buffer.line(line)
        }
    }
}
