/// Diagnoses for programs: an object with the fields `version` and `processes`.
public enum DiagnosisJSON {
    public static func text(_ diagnoses: [Diagnosis]) -> ByteBuffer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("version", Tool.version)
            writer.field("processes", array: diagnoses) { writer, diagnosis in
                writer.object { write(diagnosis, &$0) }
            }
        }
        var buffer = writer.buffer
        buffer.line()
        return buffer
    }

    private static func write(_ diagnosis: Diagnosis, _ writer: inout JSONWriter) {
        writer.field("pid", diagnosis.pid)
        number("container_pid", diagnosis.containerID.map(Int.init), &writer)
        writer.field("command", diagnosis.command)
        writer.field("verdict", diagnosis.status.rawValue)
        writer.field("reasons", diagnosis.reasons)
        writer.field("missing", diagnosis.missing)
        number("forked_at", diagnosis.forkedAt, &writer)
        writer.key("parent")
        if let parent = diagnosis.parent {
            writer.object { writer in
                writer.field("pid", Int(parent.pid))
                writer.field("command", parent.command)
                writer.field("is_forker", parent.isForker)
            }
        } else {
            writer.null()
        }
        writer.field("threads", array: diagnosis.waiters) { writer, thread in
            writer.object { write(thread, &$0) }
        }
        writer.field("lost", array: diagnosis.lost) { writer, lost in
            writer.object { writer in
                writer.field("name", orNull: lost.name.isEmpty ? nil : lost.name)
                writer.field("count", lost.count)
                writer.field("owner", orNull: lost.owner)
            }
        }
        writer.key("noted_by_guard")
        if let noted = diagnosis.noted {
            writer.object { writer in
                writer.field("parent", Int(noted.parent))
                writer.field("lost_count", noted.lostCount)
                writer.field("names", noted.names)
            }
        } else {
            writer.null()
        }
        writer.key("library")
        guard let library = diagnosis.library else { return writer.null() }
        writer.object { writer in
            writer.field("id", library.id)
            writer.field("title", library.title)
            writer.field("version", orNull: library.version)
            writer.field("outcome", orNull: library.outcome)
            writer.field("mechanism", library.mechanism)
            writer.field("remedy", library.remedy)
            writer.field("price", library.price)
            writer.field("link", orNull: library.link)
        }
    }

    private static func write(_ thread: Diagnosis.Waiter, _ writer: inout JSONWriter) {
        writer.field("id", Int(thread.id))
        writer.field("name", thread.name)
        writer.field("state", thread.wait)
        writer.field("library", orNull: thread.library)
        writer.field("frames", array: thread.frames) { writer, frame in
            writer.object { writer in
                writer.field("file", PathCoding.displayed(frame.file))
                writer.field("function", frame.function)
                number("line", frame.line, &writer)
            }
        }
    }

    private static func number(_ name: String, _ value: Int?, _ writer: inout JSONWriter) {
        writer.key(name)
        if let value { writer.number(value) } else { writer.null() }
    }
}

extension JSONWriter {
    fileprivate mutating func field(_ name: String, _ value: Int32) { field(name, Int(value)) }
}
