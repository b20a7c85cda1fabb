/// What `forkguard explain` says about a word: a rule, a library, a launcher, or an error message.
public struct Explanation: Sendable, Equatable {
    public enum Subject: Sendable, Equatable {
        case check(CheckPage)
        case library(LibraryRule)
        case launcher(LauncherRule)
        /// A text from a log that the library's rule knows.
        case message(String, LibraryRule)
    }

    public let subject: Subject
    let catalog: Catalog

    /// Finds what `words` mean; `nil` where nothing is known of them.
    public init?(of words: String, in catalog: Catalog) {
        self.catalog = catalog
        let asked = words.trimmed
        if let check = catalog.checks.first(where: { $0.code.text == asked.uppercased() || $0.name == asked }) {
            subject = .check(check)
        } else if let library = Self.library(asked, catalog) {
            subject = .library(library)
        } else if let launcher = catalog.launchers.first(where: { $0.name == asked }) {
            subject = .launcher(launcher)
        } else if let (text, library) = Self.message(asked, catalog) {
            subject = .message(text, library)
        } else {
            return nil
        }
    }

    private init(_ check: CheckPage, _ catalog: Catalog) {
        subject = .check(check)
        self.catalog = catalog
    }

    /// The pages of all rules, by code.
    public static func ofAllRules(in catalog: Catalog) -> [Explanation] {
        catalog.checks.sorted { $0.code < $1.code }.map { Explanation($0, catalog) }
    }

    /// A name that `words` may have been meant for.
    public static func nearest(to words: String, in catalog: Catalog) -> String? {
        var names = catalog.checks.flatMap { [$0.code.text, $0.name] }
        names += catalog.libraries.flatMap { [$0.id] + $0.imports + $0.distributions }
        names += catalog.launchers.map(\.name)
        return NearestName.of(words.trimmed, among: names)
    }

    private static func library(_ asked: String, _ catalog: Catalog) -> LibraryRule? {
        let name = normalizedDistribution(asked)
        return catalog.libraries.first { $0.id == asked }
            ?? catalog.libraries.first { library in
                library.imports.contains(asked)
                    || library.distributions.contains { normalizedDistribution($0) == name }
            }
            // `deltalake.DeltaTable` leads to deltalake.
            ?? catalog.libraries.first { $0.imports.contains { asked.hasPrefix($0 + ".") } }
    }

    private static func normalizedDistribution(_ name: String) -> String {
        String(name.lowercased().map { $0 == "_" || $0 == "." ? "-" : $0 })
    }
}

// MARK: - Error messages

extension Explanation {
    /// The known message that shares the longest piece with the text: logs cut messages and put words before them.
    private static func message(_ asked: String, _ catalog: Catalog) -> (String, LibraryRule)? {
        let text = Array(normalized(asked).prefix(Limits.messageBytes))
        var best: (length: Int, message: String, library: LibraryRule)?
        for library in catalog.libraries {
            for message in library.messages {
                let known = normalized(message)
                let shared = sharedLength(text, known)
                let shorter = min(text.count, known.count)
                let isEnough = shared == shorter ? shared >= 8 : shared >= 16 && shared * 5 >= shorter * 2
                if isEnough && shared > best?.length ?? 0 { best = (shared, message, library) }
            }
        }
        return best.map { ($0.message, $0.library) }
    }

    private enum Limits {
        /// A pasted log may be long; messages are sentences.
        static let messageBytes = 4096
    }

    /// Length of the longest piece that stands in both.
    ///
    /// - Complexity: O(*nm*).
    static func sharedLength(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var best = 0
        var row = [Int](repeating: 0, count: right.count + 1)
        for byte in left {
            var diagonal = 0
            for (index, other) in right.enumerated() {
                let above = row[index + 1]
                row[index + 1] = byte == other ? diagonal + 1 : 0
                best = max(best, row[index + 1])
                diagonal = above
            }
        }
        return best
    }

    /// Lower case, numbers as `0`, one space between words: what two runs of one program have in common.
    private static func normalized(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text.lowercased().utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if result.last != UInt8(ascii: "0") { result.append(UInt8(ascii: "0")) }
            case 0x09...0x0D, 0x20:
                if result.last != 0x20 && !result.isEmpty { result.append(0x20) }
            default: result.append(byte)
            }
        }
        return result
    }
}

extension String {
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

// MARK: - Pages

extension Explanation {
    /// The page, as a terminal shows it.
    public func page(style: TerminalStyle) -> ByteBuffer {
        var page = Page(style: style)
        switch subject {
        case .check(let check): write(check, to: &page)
        case .library(let library): write(library, to: &page)
        case .launcher(let launcher): write(launcher, to: &page)
        case .message(let message, let library):
            page.paragraph("Known message of \(library.title):")
            page.code(message)
            page.space()
            write(library, to: &page)
        }
        return page.buffer
    }

    private func write(_ check: CheckPage, to page: inout Page) {
        page.markdown(check.markdown)
        let libraries = catalog.libraries.filter { $0.code == check.code }.map(\.id)
        guard !libraries.isEmpty else { return }
        page.heading("Libraries")
        page.paragraph(libraries.joined(separator: ", "))
        page.paragraph("`forkguard explain LIBRARY` has the page of one.")
    }

    private func write(_ library: LibraryRule, to page: inout Page) {
        page.title("\(library.title): \(ruleName(library.code))")
        if !library.mechanism.isEmpty { page.paragraph("\(library.title) \(library.mechanism).") }
        page.heading("After a fork")
        for version in library.versions {
            let platform = version.platform.map { " on \($0.rawValue)" } ?? ""
            let releases = "\(version.range)".isEmpty ? "every version" : "\(version.range)"
            let setting = version.environment.first.map { " with \($0)" } ?? ""
            page.item("\(releases)\(platform)\(setting)", "\(version.outcome.rawValue): \(version.text)")
        }
        writeLosses(of: library, to: &page)
        page.heading("What touches it")
        page.paragraph(library.touches.map { "`\($0.name)`" }.joined(separator: ", "))
        if !library.notTouches.isEmpty {
            page.heading("What does not")
            page.paragraph(library.notTouches.map { "`\($0)`" }.joined(separator: ", "))
        }
        page.heading("Instead")
        page.paragraph(library.remedy)
        if !library.price.isEmpty { page.paragraph("Price: \(library.price)") }
        write(library.programs, to: &page)
        page.heading("Evidence")
        for link in library.evidence { page.line(link) }
    }

    /// What the parent is told of a child that the library's use ends, by the launchers of which that holds.
    private func writeLosses(of library: LibraryRule, to page: inout Page) {
        let endings = Set(library.versions.compactMap { $0.ending?.rawValue })
        var losses: [(text: String, launchers: [String])] = []
        for launcher in catalog.launchers {
            for ending in endings.sorted() {
                guard let text = launcher.losses[ending] else { continue }
                if let known = losses.firstIndex(where: { $0.text == text }) {
                    losses[known].launchers.append(launcher.name)
                } else {
                    losses.append((text, [launcher.name]))
                }
            }
        }
        guard !losses.isEmpty else { return }
        page.heading("Where the child ends")
        for loss in losses { page.item(loss.launchers.joined(separator: ", "), loss.text) }
    }

    private func write(_ launcher: LauncherRule, to page: inout Page) {
        page.title(launcher.name)
        let file = catalog.launcherFiles.first { file in file.programs.contains { $0.code.contains(launcher.name) } }
        if let summary = file?.summary, !summary.isEmpty { page.paragraph(summary) }
        switch launcher.kind {
        case .execSafe: page.paragraph("Starts a new program image or a fresh interpreter: never a finding.")
        case .inProcess: page.paragraph("Runs the callable in this process: no fork.")
        case .fork:
            let moments = launcher.forksAt.map { $0.rawValue.split(separator: "_").joined(separator: " ") }
            page.paragraph("Forks at: \(moments.joined(separator: ", ")).")
            if case .family(let family, _) = launcher.method {
                page.paragraph("The start method is that of `\(family)`.")
                if let rows = catalog.families.first(where: { $0.id == family }) { write(rows, to: &page) }
            } else {
                page.paragraph("It forks whatever start method is chosen.")
            }
        }
        if let remedy = launcher.remedy {
            page.heading("Instead")
            page.code(remedy.replacing("{method}", with: "spawn"))
        }
    }

    private func write(_ family: StartMethodFamily, to page: inout Page) {
        page.heading("Default start method")
        for row in family.defaults {
            let python = row.python.map { "Python \($0)" } ?? "any Python"
            page.item("\(row.platform?.rawValue ?? "any platform"), \(python)", row.method.rawValue)
        }
    }

    private func write(_ programs: [RuleProgram], to page: inout Page) {
        for program in programs.prefix(3) {
            switch program.kind {
            case .bad: page.heading("Breaks")
            case .good: page.heading("Works")
            case .nearMiss: page.heading("Looks like it, and is none")
            }
            page.paragraph(program.note)
            page.code(program.code)
        }
    }

    private func ruleName(_ code: RuleCode) -> String {
        catalog.checks.first { $0.code == code }.map { "\(code) `\($0.name)`" } ?? code.text
    }
}

extension String {
    fileprivate func replacing(_ part: String, with other: String) -> String {
        var result = ""
        var rest = self[...]
        while let first = rest.first {
            if rest.hasPrefix(part) {
                result += other
                rest = rest.dropFirst(part.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
