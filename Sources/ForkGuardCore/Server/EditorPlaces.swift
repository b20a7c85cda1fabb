/// Where the places of a scan stand in an editor: by URI, and in a notebook by cell.
struct EditorPlaces {
    typealias Position = (line: Int, character: Int)

    struct TextEdit {
        var start: Position
        var end: Position
        var text: String
    }

    /// The edits of one document.
    struct DocumentEdit {
        var uri: String
        var edits: [TextEdit]
    }

    /// A notebook that is open, beside the program that was made of it.
    fileprivate struct Pair {
        var edited: EditedNotebook
        var program: Notebook
    }

    private let lines: FileSourceLines
    private let open: OpenDocuments
    private var notebooks: [String: Pair] = [:]

    init(_ files: [SourceFile], _ open: OpenDocuments) {
        lines = FileSourceLines(files)
        self.open = open
        for edited in open.notebooks.values {
            if let program = Notebook(edited.bytes) { notebooks[edited.path] = Pair(edited: edited, program: program) }
        }
    }

    static func path(of site: Site) -> String { Folders.join(Folders.working, site.path) }

    /// A place in a cell has the cell's URI.
    func uri(of site: Site) -> String {
        let path = Self.path(of: site)
        if let cell = site.notebook?.cell, let cells = notebooks[path]?.edited.cells, cells.indices.contains(cell - 1) {
            return cells[cell - 1].uri
        }
        return open.uri(ofPath: path)
    }

    func range(of site: Site) -> (start: Position, end: Position) {
        let start = DocumentPlaces.character(ofColumn: site.column, in: lines.line(site.line, of: site.path))
        let end = DocumentPlaces.character(ofColumn: site.endColumn, in: lines.line(site.endLine, of: site.path))
        guard let place = site.notebook else { return ((site.line - 1, start), (site.endLine - 1, end)) }
        guard let pair = notebooks[Self.path(of: site)] else {
            // A cell's text is written otherwise in the notebook: its whole line is meant.
            return ((place.fileLine - 1, 0), (place.fileLine, 0))
        }
        // What is never closed, a bracket or a string, runs on into the next cell.
        guard let last = pair.program.place(of: site.endLine), last.cell == place.cell else {
            return ((place.line - 1, start), (place.line, 0))
        }
        return ((place.line - 1, start), (last.line - 1, end))
    }

    /// Whether a line of what the editor holds, counted from 0, is one of the site's.
    static func touches(_ site: Site, _ lines: ClosedRange<Int>, in held: OpenDocuments.Held) -> Bool {
        guard path(of: site) == held.path, held.cell == nil || held.cell == site.notebook?.cell else { return false }
        let first = held.cell == nil ? site.line - 1 : site.shownLine - 1
        return lines.overlaps(first...(first + max(site.endLine - site.line, 0)))
    }

    // MARK: Edits

    /// The edits of changes, document by document; `nil` where a part of them has no place in the editor.
    func edits(of changes: [FixPlanner.Change]) -> [DocumentEdit]? {
        var result: [DocumentEdit] = []
        for change in changes {
            let path = Folders.join(Folders.working, change.path)
            let table = LineTable(change.before)
            for edit in change.edits {
                var place = TextEdit(
                    start: table.position(of: edit.start), end: table.position(of: edit.end), text: edit.replacement)
                var uri = open.uri(ofPath: path)
                if Notebook.isNotebook(path) {
                    guard let pair = notebooks[path], let cell = pair.place(&place) else { return nil }
                    uri = cell
                }
                if let known = result.firstIndex(where: { $0.uri == uri }) {
                    result[known].edits.append(place)
                } else {
                    result.append(DocumentEdit(uri: uri, edits: [place]))
                }
            }
        }
        return result
    }
}

extension EditorPlaces.Pair {
    /// Turns lines of the program into lines of a cell, and gives the cell's URI.
    ///
    /// `nil` for lines of which the program holds something else than the cell: magics.
    fileprivate func place(_ edit: inout EditorPlaces.TextEdit) -> String? {
        let (first, end) = (edit.start.line, edit.end.line)
        guard program.places.indices.contains(first) else { return nil }
        let start = program.places[first]
        let cell = edited.cells[start.cell - 1].uri
        let (ofProgram, ofCell) = (LineTable(program.source), LineTable(edited.texts[cell]?.bytes ?? []))
        let offset = first - (start.line - 1)
        let last = end > first && edit.end.character == 0 ? end - 1 : end
        for line in first...last where ofProgram.line(line) != ofCell.line(line - offset) { return nil }
        edit.start.line -= offset
        if program.places.indices.contains(end), program.places[end].cell == start.cell {
            edit.end.line -= offset
            return cell
        }
        // A line that goes takes its end along. A cell's last line has none: it takes that of the line before.
        guard last < end else { return nil }
        edit.end = ofCell.end(ofLine: last - offset)
        if edit.start.character == 0, edit.start.line > 0 { edit.start = ofCell.end(ofLine: edit.start.line - 1) }
        return cell
    }
}
