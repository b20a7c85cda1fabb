/// The bytes of a Swift file, for changes of its comments. No tree of it is here: findings say where their comments stand.
struct SwiftText {
    let bytes: [UInt8]
    private let lines: LineTable

    /// `nil` where the file cannot be read.
    init?(_ file: SourceFile) {
        guard let bytes = try? file.raw() else { return nil }
        self.bytes = bytes
        lines = LineTable(bytes)
    }

    /// Takes out the comments of findings, or the codes in them, that keep nothing back.
    func withoutUnused(_ findings: [Finding]) -> [Edit] {
        let byPlace = Dictionary(grouping: findings) { [$0.site.line, $0.site.column, $0.site.endColumn] }
        return byPlace.values.compactMap { ofComment in
            edit(removing: Set(ofComment.compactMap(\.unusedCode)), at: ofComment[0].site)
        }.sorted { $0.start < $1.start }
    }

    private func edit(removing codes: Set<String>, at site: Site) -> Edit? {
        guard let line = lines.line(site.line - 1), let start = offset(ofColumn: site.column, in: line),
            let end = offset(ofColumn: site.endColumn, in: line), start < end
        else { return nil }
        let directive = String(decoding: bytes[start..<end], as: UTF8.self)
        if let rest = CommentEdit.kept(of: directive, isNoqa: false, without: codes) {
            return Edit(start: start, end: end, replacement: rest)
        }
        // The marks before it: `//`, `///`, or `#` within a comment.
        var mark = start
        while mark > line.startIndex, Self.isBlank(bytes[mark - 1]) { mark -= 1 }
        let sign = mark > line.startIndex ? bytes[mark - 1] : 0
        guard sign == UInt8(ascii: "/") || sign == UInt8(ascii: "#") else { return nil }
        while mark > line.startIndex, bytes[mark - 1] == sign { mark -= 1 }
        while mark > line.startIndex, Self.isBlank(bytes[mark - 1]) { mark -= 1 }
        guard mark == line.startIndex else { return Edit(start: mark, end: line.endIndex, replacement: "") }
        // A line of its own goes with its end.
        let next = lines.line(site.line)?.startIndex ?? line.endIndex
        return Edit(start: mark, end: next, replacement: "")
    }

    /// A comment behind a line, or above one that is long, has a comment, or may be a part of a text.
    func edit(adding comment: String, to number: Int) -> Edit? {
        guard let line = lines.line(number - 1) else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        let isPlain = !["//", "/*", "*/", "\"\"\""].contains { text.contains($0) } && line.last != UInt8(ascii: "\\")
        if isPlain, line.count + comment.utf8.count < 118 {
            var end = line.endIndex
            while end > line.startIndex, Self.isBlank(bytes[end - 1]) { end -= 1 }
            return Edit(start: end, end: end, replacement: "  " + comment)
        }
        let indent = String(decoding: line.prefix(while: Self.isBlank), as: UTF8.self)
        return Edit(start: line.startIndex, end: line.startIndex, replacement: indent + comment + lineEnd)
    }

    private var lineEnd: String {
        guard let first = lines.line(0), first.endIndex + 1 < bytes.count else { return "\n" }
        return bytes[first.endIndex] == 0x0D && bytes[first.endIndex + 1] == 0x0A ? "\r\n" : "\n"
    }

    /// The byte of a column in Unicode scalars.
    private func offset(ofColumn column: Int, in line: ArraySlice<UInt8>) -> Int? {
        var (left, at) = (column - 1, line.startIndex)
        while left > 0, at < line.endIndex {
            at += 1
            while at < line.endIndex, bytes[at] & 0xC0 == 0x80 { at += 1 }
            left -= 1
        }
        return left == 0 ? at : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
