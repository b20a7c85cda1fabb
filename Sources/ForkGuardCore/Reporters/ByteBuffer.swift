import CSystem

/// Bytes of a report, gathered before they are written in one piece.
public struct ByteBuffer: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
    public mutating func append(_ byte: UInt8) { bytes.append(byte) }
    public mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
    public mutating func line(_ text: String = "") {
        append(text)
        append(0x0A)
    }
    public mutating func removeLast(_ count: Int = 1) { bytes.removeLast(count) }

    /// The text; for tests and messages.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Standard output or standard error.
public struct OutputStream: Sendable {
    private let descriptor: Int32

    public static let standardOutput = OutputStream(descriptor: 1)
    public static let standardError = OutputStream(descriptor: 2)

    /// Makes a reader that goes away end no more than the writing.
    public static func ignoreBrokenPipes() { fg_ignore_broken_pipes() }

    public var isTerminal: Bool { fg_is_terminal(descriptor) != 0 }

    /// Columns of the terminal, `nil` where there is none.
    public var width: Int? {
        let columns = Int(fg_terminal_width(descriptor))
        return columns > 0 ? columns : nil
    }

    /// Why a file cannot be appended to; `nil` where it can, which makes it.
    public static func problemAppending(to path: String) -> FileError? {
        let terminated = PathCoding.bytes(of: path).map { CChar(bitPattern: $0) } + [0]
        let failure = fg_append_to(terminated)
        return failure == 0 ? nil : .system(failure)
    }

    /// Writes all of `buffer`. False where the reader is gone or the disk is full.
    @discardableResult
    public func write(_ buffer: ByteBuffer) -> Bool {
        buffer.bytes.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let moved = fg_write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if moved <= 0 { return false }
                written += Int(moved)
            }
            return true
        }
    }

    /// Writes one line.
    @discardableResult
    public func write(line: String) -> Bool {
        var buffer = ByteBuffer()
        buffer.line(line)
        return write(buffer)
    }
}
