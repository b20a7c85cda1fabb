import CSystem
import Glibc

/// What forkguard asks of the file system. The one door to it: nothing else in the core makes system calls.
enum FileSystem {
    enum Kind: Int32 { case file = 1, folder, link, pipe, socket, device }

    struct Entry {
        var kind: Kind
        var name: [UInt8]
    }

    /// What `path` leads to, links followed.
    static func kind(of path: [UInt8]) throws(FileError) -> Kind {
        var status = fg_status()
        let failure = withTerminated(path) { fg_get_status($0, &status) }
        guard failure == 0 else { throw .system(failure) }
        return Kind(rawValue: status.kind) ?? .device
    }

    /// What tells a file from one that was changed since, without reading it.
    struct Stamp: Sendable, Equatable {
        var size: Int64
        /// Nanoseconds since 1970, of the bytes and of anything.
        var modified: Int64
        var changed: Int64
        var number: UInt64
    }

    /// Nanoseconds since 1970, as stamps have them.
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// The stamp of a regular file; `nil` where there is none.
    static func stamp(of path: [UInt8]) -> Stamp? {
        var status = fg_status()
        guard withTerminated(path, { fg_get_status($0, &status) }) == 0, Kind(rawValue: status.kind) == .file else {
            return nil
        }
        return Stamp(size: status.size, modified: status.modified, changed: status.changed, number: status.number)
    }

    /// The entries of a folder, sorted by the bytes of their names.
    static func list(_ path: [UInt8]) throws(FileError) -> [Entry] {
        var bytes: UnsafeMutablePointer<CChar>?
        var size = 0
        let failure = withTerminated(path) { fg_list_folder($0, &bytes, &size) }
        guard failure == 0 else { throw .system(failure) }
        defer { free(bytes) }
        guard let bytes else { return [] }
        var entries: [Entry] = []
        var at = 0
        while at < size {
            let length = strlen(bytes + at + 1)
            let name = UnsafeRawBufferPointer(start: bytes + at + 1, count: length)
            entries.append(Entry(kind: Kind(rawValue: Int32(bytes[at])) ?? .device, name: Array(name)))
            at += length + 2
        }
        entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
        return entries
    }

    /// The bytes of a regular file of at most `limit` bytes.
    static func read(_ path: [UInt8], limit: Int) throws(FileError) -> [UInt8] {
        var size: Int64 = 0
        let descriptor = withTerminated(path) { fg_open_file($0, &size) }
        guard descriptor >= 0 else {
            if -descriptor == FG_NOT_A_FILE { throw .notAFile(try? kind(of: path)) }
            throw .system(-descriptor)
        }
        defer { fg_close(descriptor) }
        return try readAll(descriptor, expected: Int(size), limit: limit)
    }

    /// The first bytes of a regular file, `count` at most; `nil` where it cannot be read.
    static func head(of path: [UInt8], count: Int) -> [UInt8]? {
        var size: Int64 = 0
        let descriptor = withTerminated(path) { fg_open_file($0, &size) }
        guard descriptor >= 0 else { return nil }
        defer { fg_close(descriptor) }
        var moved: Int64 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            moved = fg_read(descriptor, buffer.baseAddress!, buffer.count)
            filled = Int(max(0, moved))
        }
        return moved < 0 ? nil : bytes
    }

    /// Everything that can still be read from an open descriptor: a file, or standard input.
    static func readAll(_ descriptor: Int32, expected: Int, limit: Int) throws(FileError) -> [UInt8] {
        guard expected <= limit else { throw .tooLarge(bytes: expected, limit: limit) }
        var failure: Int64 = 0
        // One byte more than expected, so that the read that finds the end needs no larger buffer.
        var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
            while count < buffer.count {
                let moved = fg_read(descriptor, buffer.baseAddress! + count, buffer.count - count)
                if moved <= 0 {
                    failure = min(moved, 0)
                    return
                }
                count += Int(moved)
            }
        }
        guard failure == 0 else { throw .system(Int32(-failure)) }
        // Files of /proc and standard input tell no size.
        var more = [UInt8](repeating: 0, count: bytes.count > expected ? 1 << 16 : 0)
        while !more.isEmpty {
            let moved = fg_read(descriptor, &more, more.count)
            guard moved >= 0 else { throw .system(Int32(-moved)) }
            if moved == 0 { break }
            bytes.append(contentsOf: more[..<Int(moved)])
            guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        }
        return bytes
    }

    /// The absolute path without symbolic links.
    static func realPath(_ path: [UInt8]) throws(FileError) -> [UInt8] {
        var failure: Int32 = 0
        guard let found = withTerminated(path, { fg_real_path($0, &failure) }) else { throw .system(failure) }
        defer { free(found) }
        return Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
    }

    /// The path from the root; links stay.
    static func absolute(_ path: [UInt8]) -> [UInt8] {
        guard path.first != UInt8(ascii: "/"), let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return Array(UnsafeRawBufferPointer(start: here, count: strlen(here))) + [UInt8(ascii: "/")] + path
    }

    static func exists(_ path: [UInt8]) -> Bool { (try? kind(of: path)) != nil }

    private static func withTerminated<Result>(
        _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
    ) -> Result {
        let terminated = path.map { CChar(bitPattern: $0) } + [0]
        return terminated.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}

extension [FileSystem.Entry] {
    /// True if a sorted listing has an entry of this name.
    ///
    /// - Complexity: O(log *n*).
    func has(_ name: [UInt8]) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].name.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].name == name
    }
}

/// Why a path could not be read, with the evidence.
public enum FileError: Error, Sendable, Equatable {
    /// An errno value.
    case system(Int32)
    case notAFile(FileKindName?)
    case tooLarge(bytes: Int, limit: Int)
    /// A `.ipynb` file without cells.
    case notANotebook
    /// A folder that is to be cleaned and was not made by forkguard.
    case notACache
    /// A file that should hold what `forkguard facts` writes.
    case notFacts(FactsError)

    static func notAFile(_ kind: FileSystem.Kind?) -> FileError { .notAFile(kind.map(FileKindName.init)) }
}

/// What stands where a file was expected.
public enum FileKindName: String, Sendable {
    case folder = "a folder"
    case link = "a symbolic link"
    case pipe = "a named pipe"
    case socket = "a socket"
    case device = "a device"

    init(_ kind: FileSystem.Kind) {
        switch kind {
        case .folder: self = .folder
        case .link: self = .link
        case .pipe: self = .pipe
        case .socket: self = .socket
        case .file, .device: self = .device
        }
    }
}

extension FileError: CustomStringConvertible {
    /// A clause that follows the path and a colon.
    public var description: String {
        switch self {
        case .notFacts(let error): return "\(error)"
        case .notACache: return "this is no cache of forkguard's: it holds no CACHEDIR.TAG"
        case .system(ENOENT): return "there is no such file or folder"
        case .system(EACCES), .system(EPERM): return "permission denied"
        case .system(ELOOP): return "the symbolic link leads back to itself"
        case .system(ENOTDIR): return "a part of the path is a file, not a folder"
        case .system(ENAMETOOLONG): return "the path is too long"
        case .system(let number): return Self.systemText(number)
        case .notANotebook: return "is no Jupyter notebook: a JSON object with `cells`"
        case .notAFile(let kind): return "not a regular file" + (kind.map { " but \($0.rawValue)" } ?? "")
        case .tooLarge(let bytes, let limit):
            return "too large: \(bytes >> 20) MiB, and forkguard reads files of up to \(limit >> 20) MiB"
        }
    }

    private static func systemText(_ number: Int32) -> String {
        var text = [CChar](repeating: 0, count: 128)
        fg_error_text(number, &text, text.count)
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }
}
