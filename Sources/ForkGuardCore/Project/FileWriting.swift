import CSystem
import Glibc

/// Writing files, for reports, baselines and fixes: a reader sees the old file or the new one, never a part.
public enum FileWriting {
    /// Gives `path`, coded by `PathCoding`, these bytes.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let failure = withTerminated(path) { path in
            bytes.withUnsafeBytes { fg_replace_file(path, $0.baseAddress, $0.count) }
        }
        guard failure == 0 else { throw .system(failure) }
    }

    /// Makes a folder and those above it.
    public static func makeFolder(_ path: String) throws(FileError) {
        let parent = Folders.parent(of: path)
        if parent != "." && parent != "/" && !FileSystem.exists(PathCoding.bytes(of: parent)) {
            try makeFolder(parent)
        }
        let failure = withTerminated(path) { fg_make_open_folder($0) }
        guard failure == 0 else { throw .system(failure) }
    }

    /// Removes a folder with all that is in it; links in it are not followed.
    static func removeFolder(_ path: String) throws(FileError) {
        let failure = withTerminated(path) { fg_remove_folder($0) == 0 ? 0 : max(errno, 1) }
        guard failure == 0 else { throw .system(failure) }
    }

    private static func withTerminated(_ path: String, _ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
        let terminated = PathCoding.bytes(of: path).map { CChar(bitPattern: $0) } + [0]
        return terminated.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}

/// Another program, asked for an answer: git.
struct Inquiry {
    struct Answer {
        var output: [UInt8]
        var errors: [UInt8]
        /// The exit status; 128 and the number where a signal ended it.
        var status: Int32
    }

    /// Runs `words[0]`, found by PATH, to its end.
    static func ask(_ words: [String]) throws(FileError) -> Answer {
        var vector: [UnsafeMutablePointer<CChar>?] = words.map { word in
            let bytes = PathCoding.bytes(of: word)
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
            for (index, byte) in bytes.enumerated() { copy[index] = CChar(bitPattern: byte) }
            copy[bytes.count] = 0
            return copy
        }
        defer { vector.forEach { $0?.deallocate() } }
        vector.append(nil)
        var answer = fg_answer()
        let failure = vector.withUnsafeBufferPointer { fg_output_of($0.baseAddress!, &answer) }
        guard failure == 0 else { throw .system(failure) }
        defer {
            free(answer.output)
            free(answer.errors)
        }
        let signal = answer.status & 0x7F
        return Answer(
            output: Array(UnsafeRawBufferPointer(start: answer.output, count: answer.output_size)),
            errors: Array(UnsafeRawBufferPointer(start: answer.errors, count: answer.errors_size)),
            status: signal == 0 ? (answer.status >> 8) & 0xFF : 128 + signal)
    }
}
