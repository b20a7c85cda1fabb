/// Messages in a stream of bytes, as the language server protocol frames them: headers, an empty line, a body.
///
/// Any bytes are read: what is no message is skipped up to the next header.
public struct MessageFraming: Sendable {
    public enum Item: Sendable, Equatable {
        /// The body of a message.
        case message([UInt8])
        /// What was skipped, in words.
        case broken(String)
    }

    /// Larger than any document that is scanned.
    private static let largest = 64 << 20
    /// Headers are two short lines.
    private static let longestHeader = 8 << 10
    private static let lengthHeader = Array("content-length:".utf8)

    private var buffer: [UInt8] = []
    private var toSkip = 0

    public init() {}

    public mutating func add(_ bytes: some Collection<UInt8>) {
        let skipped = min(toSkip, bytes.count)
        toSkip -= skipped
        buffer.append(contentsOf: bytes.dropFirst(skipped))
    }

    /// The next whole item; `nil` where more bytes are needed.
    public mutating func next() -> Item? {
        guard let (headerEnd, bodyStart) = endOfHeader() else {
            guard buffer.count > Self.longestHeader else { return nil }
            let kept = lastLengthHeader(before: buffer.count) ?? buffer.count
            buffer.removeFirst(kept == 0 ? buffer.count : kept)
            return .broken("bytes that are no message")
        }
        guard let start = lastLengthHeader(before: headerEnd), let length = number(at: start + Self.lengthHeader.count)
        else {
            buffer.removeFirst(bodyStart)
            return .broken("a header without Content-Length")
        }
        guard length <= Self.largest else {
            let here = min(length, buffer.count - bodyStart)
            buffer.removeFirst(bodyStart + here)
            toSkip = length - here
            return .broken("a message of \(length) bytes, which is more than is read")
        }
        guard buffer.count - bodyStart >= length else { return nil }
        let body = Array(buffer[bodyStart..<(bodyStart + length)])
        buffer.removeFirst(bodyStart + length)
        return .message(body)
    }

    /// A message with its header.
    public static func framed(_ body: [UInt8]) -> [UInt8] { Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body }

    /// Where the empty line begins and where it ends.
    private func endOfHeader() -> (Int, Int)? {
        var at = 0
        while let newline = buffer[at...].firstIndex(of: 0x0A) {
            let next = newline + 1
            if next < buffer.count, buffer[next] == 0x0A { return (newline, next + 1) }
            if next + 1 < buffer.count, buffer[next] == 0x0D, buffer[next + 1] == 0x0A { return (newline, next + 2) }
            at = next
        }
        return nil
    }

    /// The last one counts: behind a body that was shorter than announced, the next header follows in its line.
    private func lastLengthHeader(before end: Int) -> Int? {
        let word = Self.lengthHeader
        var at = end - word.count
        while at >= 0 {
            if buffer[at] | 0x20 == word[0],
                buffer[at..<(at + word.count)].elementsEqual(word, by: { $0 | 0x20 == $1 | 0x20 })
            {
                return at
            }
            at -= 1
        }
        return nil
    }

    private func number(at start: Int) -> Int? {
        let digits = buffer[start...].drop { $0 == 0x20 || $0 == 0x09 }.prefix { (0x30...0x39).contains($0) }
        return digits.count <= 12 ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }
}
