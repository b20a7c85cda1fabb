import DeltaCheck
import Synchronization

/// The local file system with one file replaced.
final class DamagedStorage: Storage {
    private let local = LocalStorage()
    private let damage = Mutex<(path: [UInt8], bytes: [UInt8])>(([], []))

    func replace(_ path: [UInt8], with bytes: [UInt8]) { damage.withLock { $0 = (path, bytes) } }

    func list(_ folder: [UInt8]) throws(StorageError) -> (files: [[UInt8]], folders: [[UInt8]]) {
        try local.list(folder)
    }

    func open(_ path: [UInt8]) throws(StorageError) -> any StorageFile {
        let current = damage.withLock { $0 }
        return current.path == path ? MemoryFile(bytes: current.bytes) : try local.open(path)
    }

    func modificationTime(_ path: [UInt8]) throws(StorageError) -> Int64 { try local.modificationTime(path) }
    func putIfAbsent(_ path: [UInt8], _ bytes: [UInt8]) throws(StorageError) { try local.putIfAbsent(path, bytes) }
    func makeFolder(_ path: [UInt8]) throws(StorageError) { try local.makeFolder(path) }
}

/// A file that is bytes in memory.
private struct MemoryFile: StorageFile {
    let bytes: [UInt8]
    var byteCount: Int { bytes.count }

    func read(at offset: Int, into: UnsafeMutableRawBufferPointer) -> Int {
        guard offset < bytes.count else { return 0 }
        let part = bytes[offset..<min(bytes.count, offset + into.count)]
        into.copyBytes(from: part)
        return part.count
    }
}
