@testable import ForkGuardCore

/// Findings and sources for the reporters' tests.
enum ReporterSamples {
    struct Lines: SourceLines {
        var files: [String: String]
        func line(_ number: Int, of path: String) -> String? {
            let lines = files[path]?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
            return lines.indices.contains(number - 1) ? lines[number - 1] : nil
        }
    }

    static let program = """
        from multiprocessing import Process
        from deltalake import DeltaTable

        def load():
            return DeltaTable("/tmp/t").version()

        if __name__ == "__main__":
            load()
            child = Process(target=load)
            child.start()
        """

    /// A site that covers `part` in line `number` of `file`.
    static func site(
        _ file: String, _ number: Int, _ part: String, symbol: String = "<module>", path: String = "app.py"
    ) -> Site {
        let line = Lines(files: ["": file]).line(number, of: "") ?? ""
        let column = line.distance(to: part) ?? 0
        return Site(
            path: path, line: number, column: column + 1, endLine: number,
            endColumn: column + part.unicodeScalars.count + 1, symbol: symbol,
            text: line.trimmingSpaces)
    }

    static var finding: Finding {
        Finding(
            code: RuleCode("FG101"), name: "delta-across-fork", level: .error,
            site: site(program, 10, "child.start()"), library: "deltalake",
            message: "the child of this fork reads a Delta table with a runtime whose threads stayed in the parent",
            touch: site(program, 5, "DeltaTable(\"/tmp/t\")", symbol: "load"), touchCall: "DeltaTable(...)",
            use: site(program, 5, "DeltaTable(\"/tmp/t\")", symbol: "load"), useCall: "DeltaTable(...)",
            chain: [site(program, 8, "load()")],
            startMethod: StartMethodReason(method: .fork, reason: "the default of Python 3.13 on Linux"),
            consequence: "deltalake 0.18.2, pinned in uv.lock, hangs without a word",
            remedy: Remedy(
                text: "Start the workers with the `spawn` or `forkserver` method, or open the table only in the "
                    + "children, or let threads do the work.",
                code: "child = multiprocessing.get_context(\"spawn\").Process(target=load)",
                price: "each worker imports its modules again",
                obstacles: ["`load` must stay importable: it is a function of `__main__`, which is guarded"]),
            evidence: ["https://github.com/delta-io/delta-rs/issues/2744"], fingerprint: "0123456789abcdef")
    }

    static var report: ScanReport { ScanReport(findings: [finding], fileCount: 3) }

    static var catalog: Catalog {
        var catalog = Catalog()
        catalog.checks = [
            CheckPage(
                code: RuleCode("FG101"), name: "delta-across-fork", summary: "a Delta table's runtime crosses a fork",
                defaultLevel: .error, isOptIn: false, markdown: "# FG101\n\nA \"page\".\n", programs: []),
            CheckPage(
                code: RuleCode("FG106"), name: "random-state-across-fork", summary: "children draw equal numbers",
                defaultLevel: .warning, isOptIn: true, markdown: "# FG106\n", programs: []),
        ]
        return catalog
    }
}

extension String {
    fileprivate func distance(to part: String) -> Int? {
        let scalars = Array(unicodeScalars)
        let wanted = Array(part.unicodeScalars)
        guard wanted.count <= scalars.count else { return nil }
        return (0...(scalars.count - wanted.count)).first { Array(scalars[$0..<($0 + wanted.count)]) == wanted }
    }

    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}
