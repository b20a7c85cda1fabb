import ProcessEvidence

/// A Python found by its files. It is not run: what it would load is not known to be harmless.
struct InstalledPython {
    var program: [UInt8]
    /// `3.11` or `3.11.7`.
    var version: String
    /// By name, each once.
    var distributions: [Distribution]

    /// - Parameters:
    ///   - path: the value of PATH.
    ///   - environment: that of VIRTUAL_ENV, which comes first.
    static func find(path: String, environment: String?) -> [InstalledPython] {
        var folders = path.split(separator: ":").map { PathCoding.bytes(of: String($0)) }
        if let environment, !environment.isEmpty { folders.insert(PathCoding.bytes(of: environment + "/bin"), at: 0) }
        var found: [InstalledPython] = []
        var seen: Set<[UInt8]> = []
        for folder in folders.prefix(64) {
            for name in ["python3", "python"] {
                let program = folder + Array("/\(name)".utf8)
                guard let real = try? FileSystem.realPath(program) else { continue }
                // An environment's interpreter is a link to another's; what is installed differs.
                let bin = (try? FileSystem.realPath(folder)) ?? folder
                let home = prefix(of: bin + [0x2F])
                guard seen.insert(home).inserted, let python = InstalledPython(program: program, real: real, home: home)
                else { continue }
                found.append(python)
            }
        }
        return found
    }

    private init?(program: [UInt8], real: [UInt8], home: [UInt8]) {
        self.program = program
        let name = String(decoding: real.split(separator: 0x2F).last ?? [], as: UTF8.self)
        let configuration = (try? FileSystem.read(home + Array("/pyvenv.cfg".utf8), limit: 1 << 16)) ?? []
        let stated = Self.value("version", in: configuration) ?? Self.value("version_info", in: configuration)
        let named = name.hasPrefix("python3.") ? String(name.dropFirst(6)) : nil
        guard let version = stated ?? named, version.hasPrefix("3."), Version(version) != nil else { return nil }
        self.version = version
        let minor = version.split(separator: ".").prefix(2).joined(separator: ".")
        // An environment that is not cut off has its base's packages behind its own.
        var roots = [home]
        if configuration.isEmpty {
            let base = Self.prefix(of: real)
            if base != home { roots.append(base) }
        }
        let ends = [
            "/lib/python\(minor)/site-packages", "/lib/python\(minor)/dist-packages", "/lib/python3/dist-packages",
        ]
        var byName: [String: Distribution] = [:]
        for root in roots {
            for end in ends {
                for each in Inspector.distributions(in: root + Array(end.utf8)) where byName[each.name] == nil {
                    byName[each.name] = each
                }
            }
        }
        distributions = byName.values.sorted { $0.name < $1.name }
    }

    /// The folder above `bin`, of a path to a program in it.
    private static func prefix(of program: [UInt8]) -> [UInt8] {
        var parts = program.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst()
        parts.removeLast(min(2, parts.count))
        return parts.flatMap { [0x2F] + $0 }
    }

    /// `name = value` of a configuration file.
    static func value(_ name: String, in text: [UInt8]) -> String? {
        for line in String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline) {
            guard let equals = line.firstIndex(of: "=") else { continue }
            if RuleSyntax.trimmed(line[..<equals]) == name {
                return String(RuleSyntax.trimmed(line[line.index(after: equals)...]))
            }
        }
        return nil
    }
}
