/// Where tables lie. Paths are bytes, as file systems have them.
public protocol Storage: Sendable {
    /// Names of the files and of the folders in a folder.
    func list(_ folder: [UInt8]) throws(StorageError) -> (files: [[UInt8]], folders: [[UInt8]])
    func open(_ path: [UInt8]) throws(StorageError) -> any StorageFile
    /// Milliseconds since 1970.
    func modificationTime(_ path: [UInt8]) throws(StorageError) -> Int64
    /// Makes a file that appears with all its bytes, or not at all; throws `.exists` where there is one.
    func putIfAbsent(_ path: [UInt8], _ bytes: [UInt8]) throws(StorageError)
    /// Makes a folder and those above it that are missing.
    func makeFolder(_ path: [UInt8]) throws(StorageError)
}

/// An open file.
public protocol StorageFile: Sendable {
    var byteCount: Int { get }
    /// Fills `into` from `offset` on; returns how many bytes there were.
    func read(at offset: Int, into: UnsafeMutableRawBufferPointer) throws(StorageError) -> Int
}

/// Why a file or folder could not be used.
public struct StorageError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Reason: Sendable, Equatable {
        case missing, exists, denied, notAFile, notAFolder, tooLarge(bytes: Int, limit: Int)
        /// The system's words for any other reason.
        case system(String)
    }

    public var path: String
    public var reason: Reason

    public init(path: [UInt8], reason: Reason) {
        self.path = String(decoding: path, as: UTF8.self)
        self.reason = reason
    }

    public var description: String { "\(path): \(words)" }

    private var words: String {
        switch reason {
        case .missing: "there is no such file or folder"
        case .exists: "the file exists already"
        case .denied: "permission denied"
        case .notAFile: "it is not a regular file"
        case .notAFolder: "a part of the path is a file, not a folder"
        case .tooLarge(let bytes, let limit): "too large: \(bytes >> 20) MiB, and the limit is \(limit >> 20) MiB"
        case .system(let words): words
        }
    }
}

extension Storage {
    /// All bytes of a file of at most `limit` bytes.
    func readAll(_ path: [UInt8], limit: Int = EngineLimits.jsonBytes) throws(StorageError) -> PageBuffer {
        let file = try self.open(path)
        guard file.byteCount <= limit, let buffer = try? PageBuffer(capacity: file.byteCount) else {
            throw StorageError(path: path, reason: .tooLarge(bytes: file.byteCount, limit: limit))
        }
        var filled = 0
        while filled < file.byteCount {
            let rest = UnsafeMutableRawBufferPointer(start: buffer.base + filled, count: file.byteCount - filled)
            let count = try file.read(at: filled, into: rest)
            if count == 0 { break }
            filled += count
        }
        buffer.fill(to: filled)
        return buffer
    }
}

/// Bounds of the engine.
enum EngineLimits {
    /// A JSON checkpoint of some million files; a commit is far smaller.
    static let jsonBytes = 4 << 30
    /// Commits that one worker reads at a time: enough that handing out costs nothing.
    static let commitsPerUnit = 32
    /// Units in memory before they are merged, for each worker.
    static let unitsPerWorker = 8
    static let workers = 64
}

/// A file of a storage as a source of Parquet.
struct StorageSource: ParquetSource {
    let file: any StorageFile
    var byteCount: Int { file.byteCount }

    func read(at offset: Int, into: UnsafeMutableRawBufferPointer) throws(ParquetFlaw) -> Int {
        do throws(StorageError) {
            var filled = 0
            while filled < into.count {
                let count = try file.read(
                    at: offset + filled, into: UnsafeMutableRawBufferPointer(rebasing: into[filled...]))
                if count == 0 { break }
                filled += count
            }
            return filled
        } catch {
            throw .unreadable(error.description)
        }
    }
}
