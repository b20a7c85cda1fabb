extension LockFile {
    /// Reads the `[[package]]` tables of a lock file that a tool wrote.
    ///
    /// Lock files have megabytes, nearly all of it hashes, and a scan waits for them: so the lines are looked at as
    /// they stand (keys of a table begin a line, parts of an array are indented) instead of being parsed as TOML.
    /// Of several versions of one distribution (uv's forks of the resolution) the first whose markers hold counts.
    static func read(_ bytes: [UInt8], _ path: String, _ collector: inout MetadataCollector) {
        var scan = LockScan(path: path)
        bytes.withUnsafeBufferPointer { buffer in
            var line = 0
            var start = 0
            while start < buffer.count {
                line += 1
                var end = start
                while end < buffer.count, buffer[end] != 0x0A { end += 1 }
                scan.take(UnsafeBufferPointer(rebasing: buffer[start..<end]), line, &collector)
                start = end + 1
            }
        }
        scan.closePackage(&collector)
    }
}

/// One pass over the lines of a lock file.
private struct LockScan {
    private struct Package {
        var name: String?
        var version: (text: String, line: Int)?
        var marker: String?
        var alternatives: [String] = []
    }

    let path: String
    private var package: Package?
    private var isInMarkers = false

    init(path: String) { self.path = path }

    mutating func take(_ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ collector: inout MetadataCollector) {
        guard let first = line.first else { return }
        switch first {
        case UInt8(ascii: "["):
            closePackage(&collector)
            let text = RuleSyntax.trimmed(String(decoding: line, as: UTF8.self))
            if text == "[[package]]" || text == "[[packages]]" { package = Package() }
        case UInt8(ascii: "n"), UInt8(ascii: "v"), UInt8(ascii: "m"), UInt8(ascii: "r"):
            if package != nil { takeKey(String(decoding: line, as: UTF8.self), number) }
        case UInt8(ascii: " "), UInt8(ascii: "\t"):
            guard isInMarkers else { return }
            if let text = Self.literal(String(decoding: line, as: UTF8.self)) { package?.alternatives.append(text) }
        case UInt8(ascii: "<"):
            guard line.starts(with: Array("<<<<<<<".utf8)) else { return }
            collector.report(path, number, "holds a merge conflict")
        default: isInMarkers = false
        }
    }

    mutating func closePackage(_ collector: inout MetadataCollector) {
        defer { (package, isInMarkers) = (nil, false) }
        guard let package, let name = package.name, let version = package.version else { return }
        let marker = package.marker.flatMap { Marker($0) }
        let alternatives = package.alternatives.compactMap { Marker($0) }
        collector.add(locked: name, version.text, path, version.line, if: marker, andOneOf: alternatives)
    }

    private mutating func takeKey(_ text: String, _ number: Int) {
        isInMarkers = false
        guard let equals = text.firstIndex(of: "=") else { return }
        let value = text[text.index(after: equals)...]
        switch RuleSyntax.trimmed(text[..<equals]) {
        case "name": package?.name = Self.literal(value)
        case "version": package?.version = Self.literal(value).map { ($0, number) }
        case "marker", "markers": package?.marker = Self.literal(value)
        case "resolution-markers":
            isInMarkers = true
            if let text = Self.literal(value) { package?.alternatives.append(text) }
        default: break
        }
    }

    /// The first string of a text.
    private static func literal(_ text: some StringProtocol) -> String? {
        guard let open = text.firstIndex(where: { $0 == "\"" || $0 == "'" }) else { return nil }
        let rest = text[text.index(after: open)...]
        guard let close = rest.lastIndex(of: text[open]) else { return nil }
        return String(rest[..<close])
    }
}
