import CSystem
import Glibc

/// The program that reads Swift files, where it is installed: `forkguard-swift`, beside this command.
///
/// swift-syntax takes minutes to compile; a build without it reads Python and says what it leaves out.
struct SwiftFrontEnd {
    /// Absolute.
    let program: [UInt8]

    static let name = "forkguard-swift"
    /// How one ends that was built without the trait, and has nothing to read Swift with.
    static let isEmpty: Int32 = 3

    /// - Parameter chosen: a path that the user names (FORKGUARD_SWIFT), which is then the only one.
    static func find(chosen: String?) -> SwiftFrontEnd? {
        if let chosen, !chosen.isEmpty {
            let path = FileSystem.absolute(PathCoding.bytes(of: chosen))
            return FileSystem.exists(path) ? SwiftFrontEnd(program: path) : nil
        }
        guard var path = try? FileSystem.realPath(Array("/proc/self/exe".utf8)) else { return nil }
        while let last = path.last, last != UInt8(ascii: "/") { path.removeLast() }
        path += Array(name.utf8)
        return FileSystem.exists(path) ? SwiftFrontEnd(program: path) : nil
    }

    enum Failure: Error, CustomStringConvertible {
        case cannotRun(Int32)
        case ended(Int32)
        case unreadable(FactsError)

        var description: String {
            switch self {
            case .cannotRun(let error): "\(SwiftFrontEnd.name) cannot be run: \(FileError.system(error))"
            case .ended(let status):
                status & 0x7F == 0
                    ? "\(SwiftFrontEnd.name) ended with status \(status >> 8 & 0xFF)"
                    : "\(SwiftFrontEnd.name) was ended by signal \(status & 0x7F)"
            case .unreadable(let error):
                "the answer of \(SwiftFrontEnd.name) cannot be read (\(error)); is it of this forkguard's version?"
            }
        }
    }

    /// The facts of files, in order.
    func read(_ files: [FrontEndRequest.File], jobs: Int?) throws(Failure) -> [FrontEndAnswer.Outcome] {
        let question = FrontEndRequest(files: files, jobs: jobs ?? 0).encoded()
        var answer: UnsafeMutablePointer<UInt8>?
        var size = 0
        var status: Int32 = 0
        let error = (program + [0]).withUnsafeBufferPointer { path in
            path.withMemoryRebound(to: CChar.self) { path in
                fg_ask(path.baseAddress, question, question.count, &answer, &size, &status)
            }
        }
        defer { free(answer) }
        guard error == 0 else { throw .cannotRun(error) }
        guard status == 0 else { throw .ended(status) }
        do throws(FactsError) {
            return try FrontEndAnswer.decode(UnsafeBufferPointer(start: answer, count: size), count: files.count)
        } catch {
            throw .unreadable(error)
        }
    }
}
