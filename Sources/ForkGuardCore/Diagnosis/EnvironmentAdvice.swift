/// Environment variables that change what a fork does, and what their values mean: `rules/environment` knows them.
enum EnvironmentAdvice {
    static func lines(_ environment: (String) -> String?, _ catalog: Catalog) -> [MachineReport.Line] {
        catalog.variables.compactMap { variable in
            guard let value = environment(variable.name), let row = variable.row(for: value) else { return nil }
            return MachineReport.Line(
                topic: "environment", mark: row.mark, text: "\(variable.name)=\(value): \(variable.meaning)",
                advice: row.advice)
        }
    }
}

/// Settings of servers and test runners, in the files of one folder, that load a program before they fork.
enum ConfigurationAdvice {
    static func lines(in folder: [UInt8]) -> [MachineReport.Line] {
        let names = ((try? FileSystem.list(folder)) ?? []).filter { $0.kind == .file }.map(\.name)
        return names.flatMap { name -> [MachineReport.Line] in
            let text = String(decoding: name, as: UTF8.self)
            guard isKnown(text), let bytes = try? FileSystem.read(folder + [0x2F] + name, limit: 1 << 20) else {
                return []
            }
            return lines(of: text, String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func isKnown(_ name: String) -> Bool {
        ["gunicorn.conf.py", "celeryconfig.py", "pytest.ini", "tox.ini", "setup.cfg", "pyproject.toml", "Procfile"]
            .contains(name) || name.hasSuffix(".ini")
    }

    /// What one file says, line by line; comments say nothing.
    static func lines(of file: String, _ text: String) -> [MachineReport.Line] {
        var result: [MachineReport.Line] = []
        var section = ""
        var uwsgi: (line: Int, isLazy: Bool)?
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = RuleSyntax.trimmed(raw)
            if line.hasPrefix("#") || line.hasPrefix(";") { continue }
            if line.hasPrefix("["), let end = line.firstIndex(of: "]") { section = String(line[..<end].dropFirst()) }
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "=" || $0 == "\"" || $0 == "'" || $0 == "," }
            func note(_ what: String, _ advice: String) {
                result.append(
                    .init(topic: "configuration", mark: .note, text: "\(file):\(index + 1): \(what)", advice: advice))
            }
            let isPreloading =
                words.first == "preload_app" && words.dropFirst().first == "True"
                || words.contains("gunicorn") && words.contains("--preload")
            if isPreloading { note("gunicorn loads the application before it forks", preloadAdvice("post_fork")) }
            if words.contains("--forked"), words.contains("addopts") || words.contains("pytest") {
                note(
                    "pytest forks for every test (pytest-forked)",
                    "leave --forked out, or open tables and start threads within the tests only")
            }
            if words.contains("celery"), words.contains("worker"),
                !words.contains(where: { ["solo", "threads", "gevent", "eventlet"].contains($0) })
            {
                note(
                    "Celery forks its workers (prefork)",
                    "open what threads serve in a handler of worker_process_init, or choose --pool threads or solo")
            }
            if section == "uwsgi" {
                if words.first == "lazy-apps" || words.first == "lazy" {
                    uwsgi = (
                        uwsgi?.line ?? index + 1, words.dropFirst().first == "true" || words.dropFirst().first == "1"
                    )
                }
                if uwsgi == nil, words.first == "module" || words.first == "wsgi-file" { uwsgi = (index + 1, false) }
            }
        }
        if let uwsgi, !uwsgi.isLazy {
            result.append(
                .init(
                    topic: "configuration", mark: .note,
                    text: "\(file):\(uwsgi.line): uWSGI loads the application before it forks",
                    advice: "set lazy-apps = true, or open what threads serve in a function marked @postfork"))
        }
        return result
    }

    private static func preloadAdvice(_ hook: String) -> String {
        "open tables and start threads in \(hook) or on first use, not at import; or leave preloading out"
    }
}
