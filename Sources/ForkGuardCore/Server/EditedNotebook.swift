/// A notebook as an editor holds it: cells in their order, whose texts are documents of their own.
struct EditedNotebook {
    struct Cell {
        var uri: String
        var isCode: Bool
    }

    struct Text {
        var isPython: Bool
        var bytes: [UInt8]
        var version: Int?
    }

    let uri: String
    /// Absolute, without links.
    let path: String
    private(set) var cells: [Cell] = []
    /// By the URI of the cell.
    private(set) var texts: [String: Text] = [:]

    init(uri: String, path: String) {
        self.uri = uri
        self.path = path
    }

    /// What would stand on disk, as far as a scan reads it. Every cell keeps its number.
    var bytes: [UInt8] {
        var writer = JSONWriter(isCompact: true)
        writer.object { writer in
            writer.field("cells", array: cells) { writer, cell in
                let text = texts[cell.uri]
                writer.object { writer in
                    writer.field("cell_type", cell.isCode && text?.isPython == true ? "code" : "raw")
                    writer.field("source", String(decoding: text?.bytes ?? [], as: UTF8.self))
                }
            }
        }
        return writer.buffer.bytes
    }

    mutating func insert(_ items: [JSONValue], at start: Int, replacing count: Int) {
        let first = min(max(start, 0), cells.count)
        let end = min(first + min(max(count, 0), cells.count), cells.count)
        cells.replaceSubrange(first..<end, with: items.compactMap(Self.cell))
    }

    mutating func open(_ items: [JSONValue]) {
        for item in items {
            guard let uri = item["uri"]?.text, let text = item["text"]?.text else { continue }
            texts[uri] = Text(
                isPython: item["languageId"]?.text?.lowercased().hasSuffix("python") ?? false,
                bytes: Array(text.utf8), version: item["version"]?.number)
        }
    }

    /// Gives the URIs of cells that are gone.
    mutating func change(_ change: JSONValue?) -> [String] {
        let before = cells.map(\.uri)
        if let structure = change?["structure"] {
            if let array = structure["array"], let start = array["start"]?.number {
                insert(array["cells"]?.elements ?? [], at: start, replacing: array["deleteCount"]?.number ?? 0)
            }
            for item in structure["didClose"]?.elements ?? [] {
                if let uri = item["uri"]?.text { texts[uri] = nil }
            }
            open(structure["didOpen"]?.elements ?? [])
        }
        for cell in (change?["data"]?.elements ?? []).compactMap(Self.cell) {
            for index in cells.indices where cells[index].uri == cell.uri { cells[index] = cell }
        }
        for item in change?["textContent"]?.elements ?? [] {
            guard let uri = item["document"]?["uri"]?.text, let text = texts[uri],
                let bytes = TextChange.applying(item["changes"], to: text.bytes)
            else { continue }
            texts[uri]?.bytes = bytes
            texts[uri]?.version = item["document"]?["version"]?.number
        }
        let left = Set(cells.map(\.uri))
        return before.filter { !left.contains($0) }
    }

    private static func cell(_ value: JSONValue) -> Cell? {
        value["document"]?.text.map { Cell(uri: $0, isCode: value["kind"]?.number == 2) }
    }
}
