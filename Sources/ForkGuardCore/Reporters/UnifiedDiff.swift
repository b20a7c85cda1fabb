/// The difference of two versions of a file, as `diff -u` writes it.
public struct UnifiedDiff: Sendable {
    private let path: String
    private let old: [ArraySlice<UInt8>]
    private let new: [ArraySlice<UInt8>]
    private static let context = 3

    public init(path: String, before: [UInt8], after: [UInt8]) {
        self.path = path
        old = Self.lines(before)
        new = Self.lines(after)
    }

    /// Empty where nothing differs.
    public func text() -> ByteBuffer {
        var buffer = ByteBuffer()
        let steps = steps()
        guard steps.contains(where: { $0.sign != " " }) else { return buffer }
        buffer.line("--- \(Printable.path(path))")
        buffer.line("+++ \(Printable.path(path))")
        var at = 0
        while let first = steps[at...].firstIndex(where: { $0.sign != " " }) {
            var last = first
            // Changes that share their context are one hunk.
            while let next = steps[(last + 1)...].firstIndex(where: { $0.sign != " " }),
                next - last <= 2 * Self.context
            { last = next }
            let start = max(at, first - Self.context)
            let end = min(steps.count, last + 1 + Self.context)
            write(steps, start..<end, to: &buffer)
            at = end
        }
        return buffer
    }

    private struct Step {
        var sign: Character
        var old: Int
        var new: Int
    }

    /// Fixes change few lines and keep their order: a line that is not the other's is looked for ahead.
    private func steps() -> [Step] {
        var steps: [Step] = []
        var i = 0
        var j = 0
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i] == new[j] {
                steps.append(Step(sign: " ", old: i, new: j))
                i += 1
                j += 1
            } else if j < new.count, i < old.count, j + 1 < new.count, new[j + 1] == old[i] {
                steps.append(Step(sign: "+", old: i, new: j))
                j += 1
            } else if i < old.count {
                steps.append(Step(sign: "-", old: i, new: j))
                i += 1
                let isRemoved = i < old.count && j < new.count && old[i] == new[j]
                if !isRemoved, j < new.count {
                    steps.append(Step(sign: "+", old: i, new: j))
                    j += 1
                }
            } else {
                steps.append(Step(sign: "+", old: i, new: j))
                j += 1
            }
        }
        return steps
    }

    private func write(_ steps: [Step], _ range: Range<Int>, to buffer: inout ByteBuffer) {
        let part = steps[range]
        let removed = part.count { $0.sign != "+" }
        let added = part.count { $0.sign != "-" }
        let first = steps[range.lowerBound]
        let left = removed == 0 ? first.old : first.old + 1
        let right = added == 0 ? first.new : first.new + 1
        buffer.line("@@ -\(left),\(removed) +\(right),\(added) @@")
        for step in part {
            let line = step.sign == "+" ? new[step.new] : old[step.old]
            buffer.append(String(step.sign))
            buffer.append(line)
            if line.last != 0x0A { buffer.line("\n\\ No newline at end of file") }
        }
    }

    /// Lines with their ends.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var start = 0
        for at in bytes.indices where bytes[at] == 0x0A {
            result.append(bytes[start...at])
            start = at + 1
        }
        if start < bytes.count { result.append(bytes[start...]) }
        return result
    }
}
