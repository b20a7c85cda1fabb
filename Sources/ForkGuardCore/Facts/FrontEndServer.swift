import Glibc
import Synchronization

/// The other side of `SwiftFrontEnd`: answers one request on standard input.
package enum FrontEndServer {
    /// - Parameter extract: makes the facts of a file's bytes; called from several threads.
    /// - Returns: the exit status.
    package static func run(_ extract: @escaping @Sendable ([UInt8]) -> ModuleFacts) -> Int32 {
        let request: FrontEndRequest
        do {
            let bytes = try FileSystem.readAll(0, expected: 0, limit: requestBytes)
            request = try bytes.withUnsafeBufferPointer { try FrontEndRequest(decoding: $0) }
        } catch {
            complain("\(error)")
            return 2
        }
        let work = Work(request.files, extract)
        let available = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let jobs = request.jobs > 0 ? request.jobs : available
        BigStack.run(on: min(jobs, max(1, request.files.count))) { work.drain() }
        let items = work.items.withLock { $0 }
        return write(FrontEndAnswer.encode(items.map { $0 ?? .problem("it was not read") })) ? 0 : 2
    }

    /// More paths than any project has.
    private static let requestBytes = 1 << 30

    private static func write(_ bytes: [UInt8]) -> Bool {
        var done = 0
        return bytes.withUnsafeBytes { buffer in
            while done < buffer.count {
                let moved = Glibc.write(1, buffer.baseAddress! + done, buffer.count - done)
                if moved < 0, errno == EINTR { continue }
                if moved <= 0 { return false }
                done += moved
            }
            return true
        }
    }

    private static func complain(_ text: String) {
        let line = Array("forkguard-swift: \(text); it is started by forkguard, not by hand\n".utf8)
        _ = line.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
    }

    private final class Work: Sendable {
        private let files: [FrontEndRequest.File]
        private let extract: @Sendable ([UInt8]) -> ModuleFacts
        private let next = Atomic<Int>(0)
        let items: Mutex<[FrontEndAnswer.Item?]>

        init(_ files: [FrontEndRequest.File], _ extract: @escaping @Sendable ([UInt8]) -> ModuleFacts) {
            self.files = files
            self.extract = extract
            items = Mutex(Array(repeating: nil, count: files.count))
        }

        func drain() {
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < files.count else { return }
                let item = item(files[index])
                items.withLock { $0[index] = item }
            }
        }

        private func item(_ file: FrontEndRequest.File) -> FrontEndAnswer.Item {
            do throws(FileError) {
                let bytes: [UInt8]
                switch file {
                case .content(let content): bytes = content
                case .path(let path): bytes = try FileSystem.read(path, limit: SourceFile.Limits.fileBytes)
                }
                return .facts(extract(bytes).encoded())
            } catch {
                return .problem("\(error)")
            }
        }
    }
}
