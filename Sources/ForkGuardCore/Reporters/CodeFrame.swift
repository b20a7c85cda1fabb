/// Source lines with marks under them, in the manner of a compiler's message.
///
/// The marks of one file share one frame, its lines in file order; the order of events stands in their texts.
struct CodeFrame {
    struct Mark {
        var site: Site
        var text: String
        var isPrimary: Bool
        /// Colour of a primary mark.
        var role: TerminalStyle.Role
    }

    let lines: any SourceLines
    let style: TerminalStyle
    /// Columns for line numbers.
    let gutter: Int

    init(marks: [Mark], lines: any SourceLines, style: TerminalStyle) {
        self.lines = lines
        self.style = style
        gutter = marks.map { String($0.site.shownLine).count }.max() ?? 1
    }

    /// Writes one frame a file, that of the first primary mark first.
    func write(_ marks: [Mark], to buffer: inout ByteBuffer) {
        let primary = marks.first { $0.isPrimary }.map(Frame.init)
        var frames: [Frame] = primary.map { [$0] } ?? []
        for mark in marks where !frames.contains(Frame(mark)) { frames.append(Frame(mark)) }
        for frame in frames {
            let ofFile = marks.filter { Frame($0) == frame }
            let head = ofFile.first { $0.isPrimary } ?? ofFile[0]
            let place = "\(Printable.path(frame.path)):\(head.site.placeInFile)"
            let arrow = style.paint(frame == primary ? "-->" : ":::", .gutter)
            buffer.line(String(repeating: " ", count: gutter) + "\(arrow) \(place)")
            writeFile(ofFile, to: &buffer)
        }
    }

    /// A file, or one cell of a notebook.
    private struct Frame: Equatable {
        var path: String
        var cell: Int?

        init(_ mark: Mark) {
            path = mark.site.path
            cell = mark.site.notebook?.cell
        }
    }

    private func writeFile(_ marks: [Mark], to buffer: inout ByteBuffer) {
        buffer.line(edge())
        var previous: Int?
        // Lines of a cell are counted from its own first.
        let offset = marks[0].site.line - marks[0].site.shownLine
        for number in Set(marks.map(\.site.line)).sorted() {
            if let previous, number - previous == 2 {
                let between = lines.line(number - 1, of: marks[0].site.path) ?? ""
                let row = SourceRow(between, marks: [], room: room)
                buffer.line(edge(number - 1 - offset) + (row.text.map { " " + $0 } ?? ""))
            } else if let previous, number - previous > 2 {
                buffer.line(style.paint(String(repeating: ".", count: max(3, gutter)), .gutter))
            }
            writeLine(number, marks.filter { $0.site.line == number }, to: &buffer)
            previous = number
        }
        buffer.line(edge())
    }

    private func writeLine(_ number: Int, _ unsorted: [Mark], to buffer: inout ByteBuffer) {
        let marks = unsorted.filter(\.isPrimary) + unsorted.filter { !$0.isPrimary }
        let source = lines.line(number, of: marks[0].site.path)
        let offset = marks[0].site.line - marks[0].site.shownLine
        let row =
            source.map { SourceRow($0, marks: marks.map(\.site), room: room) }
            ?? SourceRow(unplaced: marks[0].site.text, room: room)
        buffer.line(edge(number - offset) + (row.text.map { " " + $0 } ?? ""))
        var previous: Range<Int>?
        for mark in marks {
            let span = row.span(of: mark.site)
            // A second text for the same place stands below the first.
            let sign = span == previous ? " " : mark.isPrimary ? "^" : "-"
            let line = String(repeating: sign, count: span.count)
            previous = span
            let role = mark.isPrimary ? mark.role : .secondary
            let indent = String(repeating: " ", count: span.lowerBound)
            let text = Printable.text(mark.text)
            let fits = span.upperBound + 1 + Printable.width(text) <= room
            let isRepeated = sign == " "
            if fits || !isRepeated {
                let tail = fits && !text.isEmpty ? " " + text : ""
                buffer.line(edge() + " " + indent + style.paint(line + tail, role))
            }
            if !fits {
                // A text that would run over the edge stands on a line of its own, as far right as it can.
                let start = max(0, min(span.lowerBound, room - Printable.width(text)))
                buffer.line(edge() + " " + String(repeating: " ", count: start) + style.paint(text, role))
            }
        }
    }

    /// Columns that source may take.
    private var room: Int { style.width - gutter - 3 }

    private func edge(_ number: Int? = nil) -> String {
        let digits = number.map(String.init) ?? ""
        let padding = String(repeating: " ", count: gutter - digits.count)
        return style.paint(padding + digits + " |", .gutter)
    }

    /// The empty edge that closes a frame before notes.
    func closingEdge() -> String { edge() }
}

/// One source line as a terminal shows it: tabs widened, unsafe characters escaped, cut to the room there is.
struct SourceRow {
    /// `nil` for an empty line, which must not end in a space.
    private(set) var text: String?
    /// Column of the terminal at which each scalar of the source begins, and one more for the end.
    private var columns: [Int] = []
    /// What of the row is shown.
    private var window: Range<Int> = 0..<0

    init(_ source: String, marks: [Site], room: Int) {
        var cells: [String] = []
        var column = 0
        for scalar in source.unicodeScalars {
            columns.append(column)
            if scalar == "\t" {
                let width = 4 - column % 4
                cells.append(String(repeating: " ", count: width))
                column += width
            } else {
                let shown = Printable.shown(scalar)
                cells.append(shown)
                column += Printable.width(shown)
            }
        }
        columns.append(column)
        window = Self.window(total: column, marks: marks.map { span(of: $0, in: 0..<column) }, room: room)
        text = cut(cells, total: column)
    }

    /// A line known by its trimmed text alone: marks go under all of it.
    init(unplaced source: String, room: Int) {
        self.init(source, marks: [], room: room)
        columns = []
    }

    /// Columns, in what is shown, that `site` covers; never empty.
    func span(of site: Site) -> Range<Int> {
        let wide = columns.isEmpty ? window : span(of: site, in: window)
        // A cut on the left shows one mark in place of what is missing.
        let start = wide.lowerBound - window.lowerBound
        return start..<max(wide.upperBound - window.lowerBound, start + 1)
    }

    private func span(of site: Site, in limits: Range<Int>) -> Range<Int> {
        guard let total = columns.last else { return limits }
        func column(_ number: Int) -> Int { columns[min(max(number - 1, 0), columns.count - 1)] }
        let start = column(site.column)
        let end = site.endLine == site.line ? column(site.endColumn) : total
        let low = min(max(start, limits.lowerBound), max(limits.upperBound - 1, limits.lowerBound))
        return low..<min(max(end, low + 1), max(limits.upperBound, low + 1))
    }

    /// The part of a long row to show: the marks, with room before them.
    private static func window(total: Int, marks: [Range<Int>], room: Int) -> Range<Int> {
        guard total > room else { return 0..<total }
        guard let first = marks.map(\.lowerBound).min(), let last = marks.map(\.upperBound).max() else {
            return 0..<room
        }
        if last <= room { return 0..<room }
        let span = min(last - first, room * 3 / 4)
        let start = max(0, min(first - (room - span) / 2, total - room))
        return start..<min(start + room, total)
    }

    private func cut(_ cells: [String], total: Int) -> String? {
        var shown = ""
        for (index, cell) in cells.enumerated() {
            guard columns[index] >= window.lowerBound, columns[index] < window.upperBound else { continue }
            let isCutLeft = window.lowerBound > 0 && shown.isEmpty
            let isCutRight = window.upperBound < total && columns[index + 1] >= window.upperBound
            shown += isCutLeft || isCutRight ? "…" : cell
        }
        while shown.last == " " { shown.removeLast() }
        return shown.isEmpty ? nil : shown
    }
}
