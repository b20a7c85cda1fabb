/// The folder of a table.
struct TableLocation: Sendable {
    /// Without a closing slash.
    let root: [UInt8]

    init(_ path: [UInt8]) {
        var root = path
        while root.count > 1, root.last == UInt8(ascii: "/") { root.removeLast() }
        self.root = root
    }

    /// For messages.
    var name: String { String(decoding: root, as: UTF8.self) }

    var log: [UInt8] { root + Array("/_delta_log".utf8) }

    func inLog(_ name: String) -> [UInt8] { log + [UInt8(ascii: "/")] + Array(name.utf8) }

    /// A file of the log for messages.
    func display(_ name: String) -> String { String(decoding: inLog(name), as: UTF8.self) }

    /// All bytes of a file in the log.
    func read(_ name: String, from storage: any Storage) throws(DeltaError) -> PageBuffer {
        do throws(StorageError) { return try storage.readAll(inLog(name)) } catch { throw .storage(error) }
    }

    /// Where a sidecar lies: its path is relative to `_delta_log/_sidecars`, absolute, or a `file` URI.
    func sidecar(_ path: String, of checkpoint: Checkpoint) throws(DeltaError) -> [UInt8] {
        let decoded = PercentCoding.decoded(path.utf8)
        if decoded.first == UInt8(ascii: "/") { return decoded }
        guard PercentCoding.isAbsoluteURI(path) else { return inLog("_sidecars/") + decoded }
        let scheme = Array("file:".utf8)
        guard decoded.starts(with: scheme) else {
            throw .foreignSidecar(file: display(checkpoint.files.first ?? ""), path: path)
        }
        var rest = decoded.dropFirst(scheme.count)
        // `file:/a`, `file:///a`, and `file://localhost/a`.
        if rest.starts(with: Array("//".utf8)) {
            rest = rest.dropFirst(2)
            rest = rest[(rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex)...]
        }
        return Array(rest)
    }
}
