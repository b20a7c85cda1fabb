import ProcessEvidence

/// A rule's library as it is installed beside a mapped file.
struct KnownLibrary {
    var rule: LibraryRule
    var version: String?
    /// What a fork does to this version.
    var verdict: LibraryRule.Verdict?

    var hangs: Bool { verdict?.decisive.outcome == .hang }

    init(rule: LibraryRule, version: String?) {
        self.rule = rule
        self.version = version
        let pin = version.flatMap { Version($0) }.map {
            PinnedVersion(distribution: rule.distributions.first ?? rule.id, requirement: .exact($0))
        }
        verdict = rule.verdict(for: pin)
    }

    var involved: Diagnosis.Involved {
        Diagnosis.Involved(
            id: rule.id, title: rule.title, version: version, outcome: verdict?.decisive.text,
            mechanism: rule.mechanism, remedy: rule.remedy, price: rule.price, link: rule.evidence.first)
    }
}

extension Catalog {
    /// The rule that a mapped file belongs to: of a distribution that a rule names, or of one that only serves it,
    /// such as `polars-runtime-32` beside `polars`.
    ///
    /// - Parameters:
    ///   - neighbours: what is installed in the same folder.
    ///   - threads: names of the threads that run its code, which tell two rules of one distribution apart.
    func known(_ distribution: Distribution, neighbours: [Distribution], threads: [String]) -> KnownLibrary? {
        var best: (score: Int, library: KnownLibrary)?
        for rule in libraries where rule.language == .python && !rule.isOptIn {
            for name in rule.distributions.map(Distribution.normalised) {
                guard distribution.name == name || distribution.name.hasPrefix(name + "-"),
                    let installed = neighbours.first(where: { $0.name == name })
                else { continue }
                let showsThreads = rule.threads.contains { own in threads.contains { $0.hasPrefix(own) } }
                // What belongs to the whole process is nearer to lost threads than a handle; its own rule nearer than
                // one that builds upon it.
                let score =
                    (showsThreads ? 4 : 0) + (rule.scope == .process ? 2 : 0) + (rule.sharedRuntime == nil ? 1 : 0)
                if best == nil || score > best!.score {
                    best = (score, KnownLibrary(rule: rule, version: installed.version))
                }
            }
        }
        return best?.library
    }

    /// The rule about a module of the standard library or of a package: the longest import that it lies in.
    func known(module: String) -> KnownLibrary? {
        var best: (length: Int, rule: LibraryRule)?
        for rule in libraries where rule.language == .python && rule.code.text == "FG105" {
            for name in rule.imports where module == name || module.hasPrefix(name + ".") {
                if best == nil || name.count > best!.length { best = (name.count, rule) }
            }
        }
        return best.map { KnownLibrary(rule: $0.rule, version: nil) }
    }
}

extension PythonFrame {
    /// The module of the file, by the folder that it is imported from: `concurrent.futures.thread`.
    var module: String? {
        let parts = String(decoding: file, as: UTF8.self).split(separator: "/").map(String.init)
        let roots =
            parts.lastIndex { $0 == "site-packages" || $0 == "dist-packages" }
            ?? parts.lastIndex { $0.hasPrefix("python3.") }
        guard let roots, roots + 1 < parts.count else { return nil }
        var names = Array(parts[(roots + 1)...])
        guard let last = names.popLast(), last.hasSuffix(".py") else { return nil }
        if last != "__init__.py" { names.append(String(last.dropLast(3))) }
        return names.joined(separator: ".")
    }
}
