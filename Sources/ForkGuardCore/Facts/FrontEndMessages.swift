/// What the command asks of a front end that is a program of its own, and the answer: both as bytes, on its standard
/// input and output.
package struct FrontEndRequest: Equatable {
    package enum File: Equatable {
        /// As the system names it.
        case path([UInt8])
        case content([UInt8])
    }

    package var files: [File]
    /// Threads to use; 0: one a processor.
    package var jobs: Int

    private static let magic = Array("FGASK\n".utf8)

    package init(files: [File], jobs: Int) {
        self.files = files
        self.jobs = jobs
    }

    package func encoded() -> [UInt8] {
        var writer = FactsWriter()
        writer.write(raw: Self.magic)
        writer.write(ModuleFacts.codingVersion)
        writer.write(jobs)
        writer.write(files) { writer, file in
            switch file {
            case .path(let bytes):
                writer.write(byte: 0)
                writer.write(bytes.count)
                writer.write(raw: bytes)
            case .content(let bytes):
                writer.write(byte: 1)
                writer.write(bytes.count)
                writer.write(raw: bytes)
            }
        }
        return writer.bytes
    }

    package init(decoding bytes: UnsafeBufferPointer<UInt8>) throws(FactsError) {
        var reader = FactsReader(bytes)
        try reader.expect(Self.magic)
        jobs = try reader.int()
        files = try reader.list { reader throws(FactsError) in
            let isContent = try reader.flag()
            let bytes = Array(try reader.slice())
            return isContent ? .content(bytes) : .path(bytes)
        }
    }
}

package struct FrontEndAnswer {
    package enum Item: Sendable {
        /// Encoded facts.
        case facts([UInt8])
        /// Why the file could not be read.
        case problem(String)
    }

    private static let magic = Array("FGTELL\n".utf8)

    package static func encode(_ items: [Item]) -> [UInt8] {
        var writer = FactsWriter()
        writer.write(raw: magic)
        writer.write(ModuleFacts.codingVersion)
        writer.write(items) { writer, item in
            switch item {
            case .facts(let bytes):
                writer.write(byte: 0)
                writer.write(bytes.count)
                writer.write(raw: bytes)
            case .problem(let text):
                writer.write(byte: 1)
                writer.write(text)
            }
        }
        return writer.bytes
    }

    enum Outcome {
        case facts(ModuleFacts)
        case problem(String)
    }

    /// The answer to a request for `count` files.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, count: Int) throws(FactsError) -> [Outcome] {
        var reader = FactsReader(bytes)
        try reader.expect(magic)
        let items = try reader.list { reader throws(FactsError) -> Outcome in
            if try reader.flag() { return .problem(try reader.string()) }
            return .facts(try ModuleFacts(decoding: try reader.slice()))
        }
        guard reader.remaining == 0 else { throw .trailingBytes(count: reader.remaining) }
        guard items.count == count else { throw reader.malformed("\(items.count) files instead of \(count)") }
        return items
    }
}

extension FactsReader {
    fileprivate mutating func expect(_ magic: [UInt8]) throws(FactsError) {
        for expected in magic {
            guard remaining > 0, try byte() == expected else { throw .notFacts }
        }
        let version = try number()
        guard version == ModuleFacts.codingVersion else { throw .otherVersion(version) }
    }
}
