import PythonSyntax

/// Plans changes of source files: comments without effect that go, and comments that keep findings back.
///
/// Everything is a change of bytes between two offsets, so that formatting, line ends and encoding stay. Notebook
/// files are left alone: what is read of them is not what stands in the file.
public struct FixPlanner {
    /// A file as it is and as it would be.
    public struct Change: Sendable {
        public var path: String
        public var before: [UInt8]
        public var after: [UInt8]
        /// The rules of the findings that it is about, one each.
        public var codes: [RuleCode]
        public var count: Int { codes.count }
        var edits: [Edit] = []
    }

    private let files: [String: SourceFile]
    private let isForEditor: Bool

    /// - Parameter isForEditor: also what an editor holds and is no file: documents, and the programs of notebooks.
    public init(_ files: [SourceFile], isForEditor: Bool = false) {
        self.isForEditor = isForEditor
        self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes out every comment, or code in one, that keeps nothing back.
    public func withoutUnused(_ findings: [Finding]) -> [Change] {
        changes(findings.filter { $0.unusedCode != nil }) { text, findings in
            text.withoutUnused(findings)
        } python: { text, findings in
            var edits: [Edit] = []
            let byPlace = Dictionary(grouping: findings) { [$0.site.line, $0.site.column] }
            for comment in SuppressionComment.all(in: text.tree) {
                guard let unused = byPlace[[comment.line, comment.column]] else { continue }
                let codes = Set(unused.compactMap(\.unusedCode))
                if let edit = CommentEdit(text, comment).removing(codes) { edits.append(edit) }
            }
            return edits
        }
    }

    /// Writes a comment for every finding that is about a fork or more.
    ///
    /// - Parameter reason: stands behind the rules; may be empty.
    public func withIgnores(_ findings: [Finding], reason: String) -> [Change] {
        let clean = reason.split { $0.isNewline || $0 == "#" || $0 == " " }.joined(separator: " ")
        func comments(_ findings: [Finding], behind mark: String) -> [(line: Int, text: String)] {
            Dictionary(grouping: findings, by: \.site.line).sorted { $0.key < $1.key }.map { line, ofLine in
                let codes = Set(ofLine.map(\.code.text)).sorted().joined(separator: ", ")
                return (line, "\(mark) forkguard: ignore[\(codes)]" + (clean.isEmpty ? "" : " " + clean))
            }
        }
        return changes(findings.filter { $0.level > .note && $0.code != Suppressions.unused }) { text, findings in
            comments(findings, behind: "//").compactMap { text.edit(adding: $0.text, to: $0.line) }
        } python: { text, findings in
            let lines = LogicalLines(of: text.tree)
            return comments(findings, behind: "#").compactMap {
                text.edit(adding: $0.text, to: lines.containing($0.line))
            }
        }
    }

    /// Has the launches of findings spawn their workers, where the program has what that needs.
    ///
    /// - Returns: the changes, and a sentence for every finding that a start method would mend and that is left alone.
    public func withSpawn(_ findings: [Finding]) -> (changes: [Change], refusals: [(finding: Finding, reason: String)])
    {
        var refusals: [(finding: Finding, reason: String)] = []
        // A launch of several findings is changed if each of them allows it.
        let refused = findings.filter { $0.startMethodFix == nil }
        let mendable = findings.filter { finding in
            finding.startMethodFix != nil && !refused.contains { $0.site == finding.site && $0.remedy?.code != nil }
        }
        for finding in refused {
            for obstacle in finding.remedy?.obstacles ?? [] { refusals.append((finding, obstacle)) }
        }
        var result: [Change] = []
        let byPath = Dictionary(grouping: mendable) { $0.startMethodFix?.call.path ?? "" }
        for (path, ofFile) in byPath.sorted(by: { $0.key < $1.key }) {
            guard let file = files[path], mayChange(file), let text = FileText(file) else { continue }
            let editor = StartMethodEdit(text)
            var planned: [Edit] = []
            var codes: [RuleCode] = []
            for finding in ofFile {
                guard let fix = finding.startMethodFix else { continue }
                do throws(StartMethodEdit.Refusal) {
                    for edit in try editor.edits(for: fix) where !planned.contains(edit) { planned.append(edit) }
                    codes.append(finding.code)
                } catch {
                    refusals.append((finding, "\(error)"))
                }
            }
            guard !planned.isEmpty else { continue }
            let after = FileText.applying(planned, to: text.bytes)
            result.append(Change(path: path, before: text.bytes, after: after, codes: codes, edits: planned))
        }
        return (result, refusals)
    }

    private func mayChange(_ file: SourceFile) -> Bool {
        isForEditor || !(file.isPiped || Notebook.isNotebook(file.path))
    }

    private func changes(
        _ findings: [Finding], swift: (SwiftText, [Finding]) -> [Edit], python: (FileText, [Finding]) -> [Edit]
    ) -> [Change] {
        var result: [Change] = []
        for (path, ofFile) in Dictionary(grouping: findings, by: \.site.path).sorted(by: { $0.key < $1.key }) {
            guard let file = files[path], mayChange(file) else { continue }
            var planned: [Edit] = []
            var before: [UInt8] = []
            if file.isSwift, let text = SwiftText(file) {
                (planned, before) = (swift(text, ofFile), text.bytes)
            } else if !file.isSwift, let text = FileText(file) {
                (planned, before) = (python(text, ofFile), text.bytes)
            }
            guard !planned.isEmpty else { continue }
            let after = FileText.applying(planned, to: before)
            result.append(Change(path: path, before: before, after: after, codes: ofFile.map(\.code), edits: planned))
        }
        return result
    }
}

/// Bytes that take the place of others.
struct Edit: Equatable {
    /// Byte offsets in the file.
    var start: Int
    var end: Int
    var replacement: String
}

/// A file's bytes beside the tree that was made of them.
struct FileText {
    let bytes: [UInt8]
    let tree: SyntaxTree
    /// Offset of each line's first byte, in the file.
    let lineStarts: [Int]

    /// The program of a notebook stands for it. `nil` where the file cannot be read.
    init?(_ file: SourceFile) {
        guard let bytes = Notebook.isNotebook(file.path) ? try? file.read() : try? file.raw() else { return nil }
        self.bytes = bytes
        tree = PythonParser.parse(bytes, target: .newest)
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        var at = starts[0]
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == 0x0A || (byte == 0x0D && (at == bytes.count || bytes[at] != 0x0A)) { starts.append(at) }
        }
        lineStarts = starts
        // What is counted in lines must be the same in both.
        guard starts.count == tree.lineStarts.count else { return nil }
    }

    /// The bytes of a line without its end.
    func line(_ number: Int) -> Range<Int> {
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// A comment behind a statement of one line, or above one of several or with a comment already.
    func edit(adding comment: String, to lines: ClosedRange<Int>) -> Edit? {
        guard lineStarts.indices.contains(lines.lowerBound - 1) else { return nil }
        let range = line(lines.lowerBound)
        let hasComment = tree.comments.contains { tree.position(of: $0.lowerBound).line == lines.lowerBound }
        if lines.count == 1, !hasComment, range.count + comment.count < 118 {
            var end = range.upperBound
            while end > range.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
            return Edit(start: end, end: end, replacement: "  " + comment)
        }
        let indent = bytes[range].prefix { $0 == 0x20 || $0 == 0x09 }
        let text = String(decoding: indent, as: UTF8.self) + comment + lineEnd
        return Edit(start: range.lowerBound, end: range.lowerBound, replacement: text)
    }

    /// The byte of an offset in the tree's source. A file that is no UTF-8 has a byte a scalar.
    func offset(ofSource offset: UInt32) -> Int? {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if bytes.count - mark == tree.source.count { return Int(offset) + mark }
        let position = tree.position(of: offset)
        let start = Int(tree.lineStarts[position.line - 1])
        let column = tree.source[start..<(start + position.column)].count { $0 & 0xC0 != 0x80 }
        let found = lineStarts[position.line - 1] + column
        return found <= bytes.count ? found : nil
    }

    /// How the file ends its lines.
    var lineEnd: String {
        guard lineStarts.count > 1 else { return "\n" }
        let end = bytes[..<lineStarts[1]]
        return end.last == 0x0D ? "\r" : end.dropLast().last == 0x0D ? "\r\n" : "\n"
    }

    /// The bytes with edits made; an edit that overlaps one before it is left out.
    static func applying(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var at = 0
        for edit in edits.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where edit.start >= at {
            result += bytes[at..<edit.start]
            result += Array(edit.replacement.utf8)
            at = edit.end
        }
        return result + bytes[at...]
    }
}

/// The removal of codes from one comment.
struct CommentEdit {
    private let text: FileText
    private let comment: SuppressionComment

    init(_ text: FileText, _ comment: SuppressionComment) {
        self.text = text
        self.comment = comment
    }

    func removing(_ codes: Set<String>) -> Edit? {
        let line = text.line(comment.line)
        guard let start = offset(ofColumn: comment.column, in: line),
            let end = offset(ofColumn: comment.endColumn, in: line), start < end
        else { return nil }
        let directive = String(decoding: text.bytes[start..<end], as: UTF8.self)
        let rest = Self.kept(of: directive, isNoqa: comment.kind == .noqa, without: codes)
        if let rest { return Edit(start: start, end: end, replacement: rest) }
        return wholeComment(line, start, end)
    }

    /// The byte of a column in Unicode scalars. A file that is no UTF-8 has a byte a scalar.
    private func offset(ofColumn column: Int, in line: Range<Int>) -> Int? {
        let start = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let isUTF8 = text.bytes.count - start == text.tree.source.count
        var left = column - 1
        var at = line.lowerBound
        while left > 0, at < line.upperBound {
            at += 1
            if isUTF8 { while at < line.upperBound, text.bytes[at] & 0xC0 == 0x80 { at += 1 } }
            left -= 1
        }
        return left == 0 ? at : nil
    }

    /// The directive with the codes that have an effect or are other tools'; `nil` if none is left.
    static func kept(of directive: String, isNoqa: Bool, without codes: Set<String>) -> String? {
        guard let open = directive.firstIndex(of: isNoqa ? ":" : "[") else { return nil }
        let head = directive[...open]
        let list = directive[directive.index(after: open)...].prefix { $0 != "]" }
        let words = list.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
        let left = words.filter { !codes.contains($0) && !(isNoqa && codes.contains($0.uppercased())) }
        if left.isEmpty { return nil }
        return isNoqa ? "\(head) \(left.joined(separator: ","))" : "\(head)\(left.joined(separator: ", "))]"
    }

    /// Everything from the comment's `#` to the next one or the line's end.
    private func wholeComment(_ line: Range<Int>, _ start: Int, _ end: Int) -> Edit? {
        guard var hash = text.bytes[line.lowerBound..<start].lastIndex(of: UInt8(ascii: "#")) else { return nil }
        if let next = text.bytes[end..<line.upperBound].firstIndex(of: UInt8(ascii: "#")) {
            return Edit(start: hash, end: next, replacement: "")
        }
        while hash > line.lowerBound, text.bytes[hash - 1] == 0x20 || text.bytes[hash - 1] == 0x09 { hash -= 1 }
        if hash == line.lowerBound {
            let after = comment.line < text.lineStarts.count ? text.lineStarts[comment.line] : line.upperBound
            return Edit(start: line.lowerBound, end: after, replacement: "")
        }
        return Edit(start: hash, end: line.upperBound, replacement: "")
    }
}
