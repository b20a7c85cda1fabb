import CSystem
import Glibc

/// The local file system: the one place of the engine that makes system calls for files.
public struct LocalStorage: Storage {
    public init() {}

    public func list(_ folder: [UInt8]) throws(StorageError) -> (files: [[UInt8]], folders: [[UInt8]]) {
        var bytes: UnsafeMutablePointer<CChar>?
        var size = 0
        let failure = Self.withTerminated(folder) { fg_list_folder($0, &bytes, &size) }
        guard failure == 0 else { throw Self.error(failure, folder) }
        defer { free(bytes) }
        guard let bytes else { return ([], []) }
        var files: [[UInt8]] = []
        var folders: [[UInt8]] = []
        var at = 0
        while at < size {
            let length = strlen(bytes + at + 1)
            let name = Array(UnsafeRawBufferPointer(start: bytes + at + 1, count: length))
            switch Int32(bytes[at]) {
            case Int32(FG_KIND_FILE.rawValue), Int32(FG_KIND_LINK.rawValue): files.append(name)
            case Int32(FG_KIND_FOLDER.rawValue): folders.append(name)
            default: break
            }
            at += length + 2
        }
        return (files, folders)
    }

    public func open(_ path: [UInt8]) throws(StorageError) -> any StorageFile {
        var size: Int64 = 0
        let descriptor = Self.withTerminated(path) { fg_open_file($0, &size) }
        guard descriptor >= 0 else { throw Self.error(-descriptor, path) }
        return LocalFile(path: path, descriptor: descriptor, byteCount: Int(size))
    }

    public func modificationTime(_ path: [UInt8]) throws(StorageError) -> Int64 {
        var status = stat()
        guard Self.withTerminated(path, { stat($0, &status) }) == 0 else { throw Self.error(errno, path) }
        return Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
    }

    public func putIfAbsent(_ path: [UInt8], _ bytes: [UInt8]) throws(StorageError) {
        // Written beside its place and then linked there: a link to an existing name fails, whoever made it. The
        // leading dot keeps readers of the log from it.
        let split = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        var temporary = Array(path[..<split]) + Array(".forkguard-XXXXXX".utf8) + [0]
        let descriptor = temporary.withUnsafeMutableBytes {
            mkstemp($0.baseAddress!.assumingMemoryBound(to: CChar.self))
        }
        guard descriptor >= 0 else { throw Self.error(errno, path) }
        temporary.removeLast()
        defer { _ = Self.withTerminated(temporary) { unlink($0) } }
        var failure: Int32 = 0
        bytes.withUnsafeBytes { all in
            var written = 0
            while written < all.count && failure == 0 {
                let count = fg_write(descriptor, all.baseAddress! + written, all.count - written)
                if count <= 0 { failure = count < 0 ? Int32(-count) : EIO } else { written += Int(count) }
            }
        }
        fchmod(descriptor, 0o644)
        fg_close(descriptor)
        if failure == 0 {
            failure = Self.withTerminated(temporary) { from in
                Self.withTerminated(path) { link(from, $0) == 0 ? 0 : errno }
            }
        }
        guard failure == 0 else { throw Self.error(failure, path) }
    }

    public func makeFolder(_ path: [UInt8]) throws(StorageError) {
        for end in path.indices.dropFirst() where path[end] == UInt8(ascii: "/") || end == path.count - 1 {
            let part = Array(end == path.count - 1 ? path[...] : path[..<end])
            if Self.withTerminated(part, { mkdir($0, 0o755) }) != 0, errno != EEXIST, errno != EISDIR {
                throw Self.error(errno, part)
            }
        }
    }

    // MARK: -

    static func error(_ number: Int32, _ path: [UInt8]) -> StorageError {
        let reason: StorageError.Reason =
            switch number {
            case ENOENT: .missing
            case EEXIST: .exists
            case EACCES, EPERM: .denied
            case ENOTDIR: .notAFolder
            case Int32(FG_NOT_A_FILE): .notAFile
            default: .system(words(number))
            }
        return StorageError(path: path, reason: reason)
    }

    private static func words(_ number: Int32) -> String {
        var text = [CChar](repeating: 0, count: 128)
        fg_error_text(number, &text, text.count)
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    private static func withTerminated<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let terminated = path.map { CChar(bitPattern: $0) } + [0]
        return terminated.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}

/// An open local file, closed with its last owner. Several threads may read it at once.
final class LocalFile: StorageFile {
    private let path: [UInt8]
    private let descriptor: Int32
    let byteCount: Int

    init(path: [UInt8], descriptor: Int32, byteCount: Int) {
        self.path = path
        self.descriptor = descriptor
        self.byteCount = byteCount
    }

    deinit { fg_close(descriptor) }

    func read(at offset: Int, into: UnsafeMutableRawBufferPointer) throws(StorageError) -> Int {
        if into.count == 0 { return 0 }
        while true {
            let count = pread(descriptor, into.baseAddress, into.count, off_t(offset))
            if count >= 0 { return count }
            if errno != EINTR { throw LocalStorage.error(errno, path) }
        }
    }
}
