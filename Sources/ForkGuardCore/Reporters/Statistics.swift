/// How often each rule was found: `--statistics`.
public struct Statistics: Sendable {
    private var rows: [(code: RuleCode, name: String, level: Level, count: Int)] = []

    public init(_ report: ScanReport) {
        var index: [RuleCode: Int] = [:]
        for finding in report.findings {
            if let known = index[finding.code] {
                rows[known].count += 1
                rows[known].level = max(rows[known].level, finding.level)
            } else {
                index[finding.code] = rows.count
                rows.append((finding.code, finding.name, finding.level, 1))
            }
        }
        rows.sort { ($1.count, $0.code.text) < ($0.count, $1.code.text) }
    }

    /// A line a rule, the commonest first.
    public func table(style: TerminalStyle) -> ByteBuffer {
        var buffer = ByteBuffer()
        let width = rows.map { String($0.count).count }.max() ?? 0
        for row in rows {
            let count = String(repeating: " ", count: width - String(row.count).count) + String(row.count)
            buffer.line("\(count)  \(style.paint(row.code.text, row.level.role))  \(row.name)")
        }
        return buffer
    }

    public func json() -> ByteBuffer {
        var writer = JSONWriter()
        writer.array { writer in
            for row in rows {
                writer.element()
                writer.object { writer in
                    writer.field("rule", row.code.text)
                    writer.field("name", row.name)
                    writer.field("count", row.count)
                }
            }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }
}
