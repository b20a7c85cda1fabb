/// Which files hold the command lines and settings that start servers.
enum SettingsFile {
    static func isSettings(_ path: some StringProtocol) -> Bool {
        let name = name(of: path)
        return name == "Procfile" || name.hasPrefix("Procfile.") || name == "Dockerfile" || name == "Containerfile"
            || name.hasPrefix("Dockerfile.") || name.hasSuffix(".Dockerfile") || name.hasSuffix(".dockerfile")
            || isYaml(name) || isIni(name) || name.hasSuffix(".sh") || name.hasSuffix(".service")
            // Of supervisord, circus, upstart: each has a name of its own choice.
            || name.hasSuffix(".conf") || isMakefile(name)
    }

    private static func isMakefile(_ name: String) -> Bool {
        ["Makefile", "makefile", "GNUmakefile", "justfile", "Justfile"].contains(name) || name.hasSuffix(".mk")
    }

    /// `docker-compose.yml`, `compose.prod.yaml`; and what hosts start applications by.
    static func isYaml(_ path: some StringProtocol) -> Bool {
        let name = name(of: path)
        guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else { return false }
        return ["app.yaml", "render.yaml", "heroku.yml"].contains(name) || name.hasPrefix("docker-compose")
            || name.hasPrefix("compose") || name.hasPrefix("docker_compose")
    }

    /// Sections of `key = value` lines. Of `pyproject.toml` no more is read than that.
    static func isIni(_ path: some StringProtocol) -> Bool {
        let name = name(of: path)
        return name.hasSuffix(".ini") || name == "setup.cfg" || name == "pyproject.toml"
    }

    private static func name(of path: some StringProtocol) -> String {
        String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
    }
}
