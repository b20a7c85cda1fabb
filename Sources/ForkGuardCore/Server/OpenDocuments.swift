/// What an editor holds: documents of text, and notebooks, whose cells are documents of their own.
///
/// Takes the notices of the protocol and sends nothing. What is held counts in a scan instead of what stands on disk.
struct OpenDocuments {
    struct Document {
        var uri: String
        /// Absolute, without links.
        var path: String
        var text: [UInt8]
        var version: Int?
    }

    /// What a notice means to whoever scans.
    struct Effect {
        /// More is to come: somebody types.
        var isTyping = false
        /// URIs that the editor shows no more.
        var closed: [String] = []
    }

    /// What stands behind a URI.
    struct Held {
        var path: String
        /// As it was handed to the scan.
        var bytes: [UInt8]
        /// One-based, in a notebook.
        var cell: Int?
    }

    private(set) var documents: [String: Document] = [:]
    private(set) var notebooks: [String: EditedNotebook] = [:]

    var isEmpty: Bool { documents.isEmpty && notebooks.isEmpty }

    /// By absolute path. A notebook that is open both as a notebook and as text is the notebook.
    var contents: [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for document in documents.values { contents[document.path] = document.text }
        for notebook in notebooks.values { contents[notebook.path] = notebook.bytes }
        return contents
    }

    func held(_ uri: String) -> Held? {
        if let document = documents[uri] { return Held(path: document.path, bytes: document.text) }
        for notebook in notebooks.values {
            guard let index = notebook.cells.firstIndex(where: { $0.uri == uri }) else { continue }
            return Held(path: notebook.path, bytes: notebook.bytes, cell: index + 1)
        }
        return nil
    }

    func notebook(at path: String) -> EditedNotebook? { notebooks.values.first { $0.path == path } }

    /// By what URI the editor knows a file.
    func uri(ofPath path: String) -> String {
        documents.values.first { $0.path == path }?.uri ?? DocumentPlaces.uri(of: path)
    }

    /// `nil` for a notice that changes nothing.
    mutating func take(_ method: String, _ parameters: JSONValue?) -> Effect? {
        switch method {
        case "textDocument/didOpen": open(parameters?["textDocument"])
        case "textDocument/didChange": change(parameters)
        case "textDocument/didClose": close(parameters?["textDocument"])
        case "notebookDocument/didOpen": openNotebook(parameters)
        case "notebookDocument/didChange": changeNotebook(parameters)
        case "notebookDocument/didClose": closeNotebook(parameters)
        case "textDocument/didSave", "notebookDocument/didSave": Effect()
        case "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration": Effect(isTyping: true)
        default: nil
        }
    }

    // MARK: Documents

    private mutating func open(_ item: JSONValue?) -> Effect? {
        guard let uri = item?["uri"]?.text, let path = DocumentPlaces.path(ofURI: uri), let text = item?["text"]?.text
        else { return nil }
        documents[uri] = Document(
            uri: uri, path: Self.resolved(path), text: Array(text.utf8), version: item?["version"]?.number)
        return Effect()
    }

    private mutating func change(_ parameters: JSONValue?) -> Effect? {
        let item = parameters?["textDocument"]
        guard let uri = item?["uri"]?.text, let document = documents[uri],
            let text = TextChange.applying(parameters?["contentChanges"], to: document.text)
        else { return nil }
        documents[uri]?.text = text
        documents[uri]?.version = item?["version"]?.number
        return Effect(isTyping: true)
    }

    private mutating func close(_ item: JSONValue?) -> Effect? {
        guard let uri = item?["uri"]?.text, documents.removeValue(forKey: uri) != nil else { return nil }
        return Effect(closed: [uri])
    }

    /// Without links, also of a document that is no file yet.
    private static func resolved(_ path: String) -> String {
        if FileSystem.exists(PathCoding.bytes(of: path)) { return Folders.resolved(path) }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return Folders.join(Folders.resolved(Folders.parent(of: path)), name)
    }

    // MARK: Notebooks

    private mutating func openNotebook(_ parameters: JSONValue?) -> Effect? {
        let item = parameters?["notebookDocument"]
        guard let uri = item?["uri"]?.text, let path = DocumentPlaces.path(ofURI: uri), Notebook.isNotebook(path)
        else { return nil }
        var notebook = EditedNotebook(uri: uri, path: Self.resolved(path))
        notebook.insert(item?["cells"]?.elements ?? [], at: 0, replacing: 0)
        notebook.open(parameters?["cellTextDocuments"]?.elements ?? [])
        notebooks[uri] = notebook
        return Effect()
    }

    private mutating func changeNotebook(_ parameters: JSONValue?) -> Effect? {
        guard let uri = parameters?["notebookDocument"]?["uri"]?.text, var notebook = notebooks[uri] else { return nil }
        let closed = notebook.change(parameters?["change"]?["cells"])
        notebooks[uri] = notebook
        return Effect(isTyping: true, closed: closed)
    }

    private mutating func closeNotebook(_ parameters: JSONValue?) -> Effect? {
        guard let uri = parameters?["notebookDocument"]?["uri"]?.text,
            let notebook = notebooks.removeValue(forKey: uri)
        else { return nil }
        return Effect(closed: notebook.cells.map(\.uri))
    }
}

/// Changes of a text, as the protocol writes them: all of it anew, or what stands in a range.
enum TextChange {
    /// `nil` where one of them is no change.
    static func applying(_ changes: JSONValue?, to text: [UInt8]) -> [UInt8]? {
        guard let changes = changes?.elements, !changes.isEmpty else { return nil }
        var text = text
        for change in changes {
            guard let replacement = change["text"]?.text else { return nil }
            guard let range = change["range"] else {
                text = Array(replacement.utf8)
                continue
            }
            let lines = LineTable(text)
            guard let start = lines.offset(of: range["start"]), let end = lines.offset(of: range["end"]), start <= end
            else { return nil }
            text.replaceSubrange(start..<end, with: Array(replacement.utf8))
        }
        return text
    }
}
