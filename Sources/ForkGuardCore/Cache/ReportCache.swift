/// The report of the last scan of the same files with the same settings, as long as nothing that it read has changed.
///
/// An entry belongs to what is scanned and how, so a scan replaces that of the scan before it. It holds the files with a
/// digest of each, the metadata files that were read or looked for, and the report. A file that bears the stamp of
/// the last scan is not read; one that does not, as after a checkout, is read and told by its digest.
struct ReportCache {
    private let folder: CacheFolder
    private let key: CacheFolder.Key
    private let files: [SourceFile]
    private let jobs: Int?
    /// What bore which stamp before the scan began.
    private let stamps: [FileSystem.Stamp?]

    /// `nil` where reports are not kept: of what standard input or an editor holds, of stored facts, of questions, and by
    /// rules of the user's own.
    init?(_ folder: CacheFolder, files: [SourceFile], options: ScanOptions, catalog: Catalog) {
        guard options.factsFolders.isEmpty, options.explained == nil, options.usesFilter, catalog == .builtIn,
            !files.isEmpty, !files.contains(where: \.isPiped)
        else { return nil }
        self.folder = folder
        self.files = files
        jobs = options.jobs
        key = CacheFolder.Key(Array(Self.question(files, options).utf8), reading: "report")
        stamps = ParallelMap.map(files.count, jobs: jobs) { FileSystem.stamp(of: PathCoding.bytes(of: files[$0].path)) }
    }

    /// What is scanned and how, the contents of files aside.
    private static func question(_ files: [SourceFile], _ options: ScanOptions) -> String {
        let frontEnd =
            files.contains(where: \.isSwift) ? SwiftFrontEnd.find(chosen: options.swiftFrontEnd)?.program : nil
        let settings: [[String]] = [
            options.paths, options.select, options.ignore, options.extendSelect,
            [options.targetVersion.map { "\($0)" } ?? "", options.platform.rawValue, Folders.working],
            [options.isIsolated, options.respectsBareNoqa, options.showsAbsolutePaths].map { $0 ? "1" : "0" },
            [frontEnd.map { String(decoding: $0, as: UTF8.self) } ?? ""],
        ]
        return settings.map { $0.joined(separator: "\u{1}") }.joined(separator: "\u{2}")
    }

    // MARK: Asking

    /// The report, if it is known.
    func report() -> ScanReport? {
        guard let bytes = folder.entry(key) else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            var reader = FactsReader(buffer)
            guard let known = try? Self.files(from: &reader), isSame(known),
                let witnesses = try? reader.list({ reader throws(FactsError) in try MetadataWitness(from: &reader) }),
                witnesses.allSatisfy(\.stillHolds), let report = try? ScanReport(from: &reader), reader.remaining == 0
            else { return nil }
            if !hasSameStamps(known) { keep(report, digests: known.map(\.digest), witnesses) }
            return report
        }
    }

    private func isSame(_ known: [KnownFile]) -> Bool {
        guard known.count == files.count else { return false }
        for (known, file) in zip(known, files) where known.path != file.path || known.isNamed != file.isNamed {
            return false
        }
        let changed = files.indices.filter { stamps[$0] == nil || stamps[$0] != known[$0].stamp }
        let digests = ParallelMap.map(changed.count, jobs: jobs) { Self.digest(of: files[changed[$0]]) }
        return zip(changed, digests).allSatisfy { known[$0].digest == $1 }
    }

    private func hasSameStamps(_ known: [KnownFile]) -> Bool { zip(known, stamps).allSatisfy { $0.stamp == $1 } }

    // MARK: Keeping

    /// Keeps a report, if no file has changed since the scan began, nor right before it: within one tick of the file
    /// system's clock nobody can tell.
    func keep(_ report: ScanReport, _ witnesses: [MetadataWitness]) {
        guard !report.problems.contains(where: \.isFatal) else { return }
        keep(report, digests: ParallelMap.map(files.count, jobs: jobs) { Self.digest(of: files[$0]) }, witnesses)
    }

    private func keep(_ report: ScanReport, digests: [[UInt8]], _ witnesses: [MetadataWitness]) {
        let now = ParallelMap.map(files.count, jobs: jobs) {
            FileSystem.stamp(of: PathCoding.bytes(of: files[$0].path))
        }
        guard now == stamps, !stamps.contains(where: isYoung) else { return }
        var writer = FactsWriter()
        writer.write(Array(files.indices)) { writer, index in
            KnownFile(
                path: files[index].path, isNamed: files[index].isNamed, stamp: stamps[index], digest: digests[index]
            ).write(to: &writer)
        }
        writer.write(witnesses) { $1.write(to: &$0) }
        report.write(to: &writer)
        folder.keep(writer.bytes, key)
    }

    private let start = FileSystem.now()

    private static let tick: Int64 = 50_000_000

    private func isYoung(_ stamp: FileSystem.Stamp?) -> Bool {
        stamp.map { max($0.changed, $0.modified) > start - Self.tick } ?? false
    }

    private static func digest(of file: SourceFile) -> [UInt8] {
        do throws(FileError) {
            return CacheFolder.Key(try file.raw(), reading: "file").digest
        } catch {
            return CacheFolder.Key(Array("\(error)".utf8), reading: "unreadable").digest
        }
    }

    // MARK: Coding

    private struct KnownFile {
        var path: String
        var isNamed: Bool
        var stamp: FileSystem.Stamp?
        var digest: [UInt8]

        func write(to writer: inout FactsWriter) {
            writer.write(path)
            writer.write(isNamed)
            writer.write(stamp != nil)
            if let stamp {
                for number in [stamp.size, stamp.modified, stamp.changed] {
                    writer.write(wide: UInt64(bitPattern: number))
                }
                writer.write(wide: stamp.number)
            }
            writer.write(raw: digest)
        }
    }

    private static func files(from reader: inout FactsReader) throws(FactsError) -> [KnownFile] {
        try reader.list { reader throws(FactsError) in
            let path = try reader.string()
            let isNamed = try reader.flag()
            var stamp: FileSystem.Stamp?
            if try reader.flag() {
                stamp = FileSystem.Stamp(
                    size: Int64(bitPattern: try reader.wide()), modified: Int64(bitPattern: try reader.wide()),
                    changed: Int64(bitPattern: try reader.wide()), number: try reader.wide())
            }
            var digest: [UInt8] = []
            for _ in 0..<16 { digest.append(try reader.byte()) }
            return KnownFile(path: path, isNamed: isNamed, stamp: stamp, digest: digest)
        }
    }
}

/// A metadata file that a scan has read or looked for, or a folder that it has listed for such files.
struct MetadataWitness: Equatable {
    enum Kind: UInt8 { case file, folder, presence }

    var kind: Kind
    var path: String
    var digest: [UInt8]

    /// - Parameter found: what was read; `nil`: nothing is there.
    init(file path: String, found: [UInt8]?) { self.init(.file, path, found) }

    /// - Parameter names: the files of the folder.
    init(folder path: String, names: [String]) {
        let listed = names.filter(MetadataFolder<DiskFiles>.isListed)
        self.init(.folder, path, Array(listed.joined(separator: "\0").utf8))
    }

    init(presenceOf path: String, found: Bool) { self.init(.presence, path, found ? [] : nil) }

    private init(_ kind: Kind, _ path: String, _ found: [UInt8]?) {
        self.kind = kind
        self.path = path
        digest = CacheFolder.Key(found ?? [], reading: found == nil ? "absent" : "present").digest
    }

    var stillHolds: Bool {
        switch kind {
        case .file: self == Self(file: path, found: DiskFiles().read(path))
        case .folder: self == Self(folder: path, names: DiskFiles().files(in: path))
        case .presence: self == Self(presenceOf: path, found: FileSystem.exists(Array(path.utf8)))
        }
    }

    func write(to writer: inout FactsWriter) {
        writer.write(byte: kind.rawValue)
        writer.write(path)
        writer.write(raw: digest)
    }

    init(from reader: inout FactsReader) throws(FactsError) {
        kind = try reader.value()
        path = try reader.string()
        digest = []
        for _ in 0..<16 { digest.append(try reader.byte()) }
    }
}
