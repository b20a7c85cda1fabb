import PythonSyntax

/// What `forkguard facts` writes for one file, so that another run can link it: its source, which reports quote and the
/// choice of files searches, and its facts.
struct StoredFacts {
    private static let magic: [UInt8] = Array("FGSTORED".utf8)
    private static let version: UInt32 = 1
    static let suffix = ".facts"

    /// As reports write it.
    var path: String
    /// The Python that the file was read as; another is read from the source again.
    var target: String
    var source: [UInt8]
    /// As `ModuleFacts.encoded()`; empty: to be made from the source.
    var facts: [UInt8]

    func encoded() -> [UInt8] {
        var writer = FactsWriter()
        writer.write(raw: Self.magic)
        writer.write(Self.version)
        writer.write(path)
        writer.write(target)
        writer.write(source.count)
        writer.write(raw: source)
        writer.write(facts.count)
        writer.write(raw: facts)
        return writer.bytes
    }

    init(path: String, target: String, source: [UInt8], facts: [UInt8]) {
        (self.path, self.target, self.source, self.facts) = (path, target, source, facts)
    }

    init(decoding bytes: [UInt8]) throws(FactsError) {
        let result: Result<StoredFacts, FactsError> = bytes.withUnsafeBufferPointer { buffer in
            do throws(FactsError) { return .success(try StoredFacts(reading: buffer)) } catch { return .failure(error) }
        }
        self = try result.get()
    }

    private init(reading bytes: UnsafeBufferPointer<UInt8>) throws(FactsError) {
        var reader = FactsReader(bytes)
        for expected in Self.magic {
            guard reader.remaining > 0, try reader.byte() == expected else { throw .notFacts }
        }
        let version = try reader.number()
        guard version == Self.version else { throw .otherVersion(version) }
        path = try reader.string()
        target = try reader.string()
        source = Array(try reader.slice())
        facts = Array(try reader.slice())
        guard reader.remaining == 0 else { throw .trailingBytes(count: reader.remaining) }
    }

    /// The name of the file that holds what is stored of a path.
    static func fileName(for path: String) -> String {
        FactsCache.Key(Array(path.utf8), reading: "path").text + suffix
    }

    // MARK: Reading folders of them

    /// Reads what stands at `place`.
    static func read(_ place: String) throws(FileError) -> StoredFacts {
        let bytes = try FileSystem.read(PathCoding.bytes(of: place), limit: 1 << 30)
        do throws(FactsError) { return try StoredFacts(decoding: bytes) } catch { throw .notFacts(error) }
    }

    /// The files whose facts stand in folders, sorted by path as those of a walk are.
    static func files(in folders: [String]) -> (files: [SourceFile], problems: [ScanProblem]) {
        var places: [String: String] = [:]
        var problems: [ScanProblem] = []
        for folder in folders {
            do throws(FileError) {
                for entry in try FileSystem.list(PathCoding.bytes(of: folder)) {
                    let name = PathCoding.text(of: entry.name)
                    guard name.hasSuffix(suffix) else { continue }
                    let place = folder + "/" + name
                    do throws(FileError) {
                        let stored = try read(place)
                        if let other = places[stored.path], try read(other).source != stored.source {
                            let text = "\(stored.path) is stored here and in \(other) with different contents"
                            problems.append(ScanProblem(path: place, message: text, isFatal: true))
                        }
                        places[stored.path] = places[stored.path] ?? place
                    } catch {
                        problems.append(ScanProblem(path: place, message: "\(error)", isFatal: true))
                    }
                }
            } catch { problems.append(ScanProblem(path: folder, message: "\(error)", isFatal: true)) }
        }
        let files = places.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, storedAt: $0.value) }
        return (files, problems)
    }
}

/// Makes facts of files and stores them: the step before linking, which any number of machines can share.
public struct FactsExport {
    private let options: ScanOptions

    public init(options: ScanOptions) { self.options = options }

    /// Stores the facts of all files that `options` name in a folder, one file each.
    ///
    /// - Returns: how many were stored, and what could not be read.
    public func write(into folder: String) throws(FileError) -> (count: Int, problems: [ScanProblem]) {
        try FileWriting.makeFolder(folder)
        let walk = FileWalk(options)
        let metadata = MetadataIndex(isIsolated: options.isIsolated)
        let versions = walk.files.map { options.targetVersion ?? metadata.python(for: $0.path) }
        let loader = FactsLoader(
            files: walk.files, versions: versions, jobs: options.jobs, swiftFrontEnd: options.swiftFrontEnd,
            cache: options.cacheFolder.flatMap(CacheFolder.init).map(FactsCache.init))
        let loaded = loader.load()
        for (input, index) in zip(loaded.inputs, loaded.files) {
            let file = walk.files[index]
            guard let source = try? file.raw() else { continue }
            let stored = StoredFacts(
                path: file.path, target: "\(versions[index])", source: source,
                facts: file.isSettings ? [] : input.facts.map(loaded.store.encoded) ?? [])
            try FileWriting.replace(folder + "/" + StoredFacts.fileName(for: file.path), with: stored.encoded())
        }
        return (loaded.inputs.count, walk.problems + loaded.problems + metadata.problems)
    }
}
