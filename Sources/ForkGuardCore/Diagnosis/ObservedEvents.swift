/// What a guarded program's processes told under the policy `observe`.
struct ObservedEvents {
    struct Place: Sendable, Equatable {
        var file: String
        var line: Int
        var function: String
        var module: String
    }

    struct Fork {
        var libraries: [String]
        var stack: [Place]
    }

    /// A use in a forked child of what its parent had touched.
    struct Use {
        var process: Int
        var number: Int
        var library: String
        var title: String
        var version: String?
        /// What the rules say of the installed version.
        var outcome: String
        var call: String
        var touch: [Place]
        var fork: [Place]
        var use: [Place]
        var lost: [String]
        var end: End

        /// It never came back, or with what kills a worker: its parent may wait for ever.
        var isLost: Bool {
            switch end {
            case .open, .raised(_, isFatal: true): true
            case .returned, .raised: false
            }
        }

        enum End: Equatable {
            /// Nobody told: the call never came back.
            case open
            case returned
            /// The exception's type; fatal where `except Exception` does not catch it.
            case raised(String, isFatal: Bool)
        }
    }

    private(set) var guarded = 0
    private(set) var touched: Set<String> = []
    private(set) var forks: [Fork] = []
    private(set) var uses: [Use] = []

    init(lines: [UInt8]) {
        var places: [String: Int] = [:]
        for line in lines.split(separator: 0x0A) {
            // A line that a dying process left unfinished is none.
            guard let value = JSONValue.parse(Array(line)), let event = value.text("event"),
                let process = value.number("pid")
            else { continue }
            switch event {
            case "installed": guarded += 1
            case "touch": if let library = value.text("library") { touched.insert(library) }
            case "fork": forks.append(Fork(libraries: value.texts("libraries"), stack: Self.stack(value["stack"])))
            case "preexec": forks.append(Fork(libraries: value.texts("libraries"), stack: Self.stack(value["stack"])))
            case "use":
                guard let use = Self.use(value, process) else { continue }
                // Numbers of ended processes may come again; the later one counts from here.
                places["\(process) \(use.number)"] = uses.count
                uses.append(use)
            case "used":
                guard let number = value.number("use"), let index = places["\(process) \(number)"] else { continue }
                uses[index].end = value.text("raised").map { .raised($0, isFatal: value.flag("fatal")) } ?? .returned
            default: break
            }
        }
    }

    private static func use(_ value: JSONValue, _ process: Int) -> Use? {
        guard let number = value.number("use"), let library = value.text("library") else { return nil }
        return Use(
            process: process, number: number, library: library, title: value.text("title") ?? library,
            version: value.text("version"), outcome: value.text("outcome") ?? "uncertain",
            call: value.text("call") ?? library, touch: stack(value["touched"]?["stack"]),
            fork: stack(value["forked"]?["stack"]), use: stack(value["used"]), lost: value.texts("lost"), end: .open)
    }

    private static func stack(_ value: JSONValue?) -> [Place] {
        guard case .array(let frames)? = value?.content else { return [] }
        return frames.compactMap { frame in
            guard case .array(let parts) = frame.content, parts.count == 4, case .string(let file) = parts[0].content,
                case .integer(let line) = parts[1].content, case .string(let function) = parts[2].content,
                case .string(let module) = parts[3].content
            else { return nil }
            return Place(file: file, line: line, function: function, module: module)
        }
    }
}

extension JSONValue {
    func text(_ key: String) -> String? {
        if case .string(let text)? = self[key]?.content { return text }
        return nil
    }

    func number(_ key: String) -> Int? {
        if case .integer(let number)? = self[key]?.content { return number }
        return nil
    }

    func flag(_ key: String) -> Bool {
        if case .bool(let flag)? = self[key]?.content { return flag }
        return false
    }

    func texts(_ key: String) -> [String] {
        guard case .array(let elements)? = self[key]?.content else { return [] }
        return elements.compactMap { if case .string(let text) = $0.content { text } else { nil } }
    }
}
