/// The findings of the JSON report, one object a line: for programs that read as it comes.
public struct JSONLinesReporter: Reporter {
    public init() {}

    public func report(_ report: ScanReport) -> ByteBuffer {
        var buffer = ByteBuffer()
        for finding in report.findings {
            var writer = JSONWriter(isCompact: true)
            writer.object { JSONReporter.write(finding, to: &$0) }
            buffer.append(writer.buffer.bytes)
            buffer.line()
        }
        return buffer
    }
}
