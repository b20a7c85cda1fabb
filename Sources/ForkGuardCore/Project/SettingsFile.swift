/// Which files hold the command lines and settings that start servers.
enum SettingsFile {
    static func isSettings(_ path: some StringProtocol) -> Bool {
        let name = name(of: path)
        return name == "Procfile" || name.hasPrefix("Procfile.") || name == "Dockerfile" || name == "Containerfile"
            || name.hasPrefix("Dockerfile.") || name.hasSuffix(".Dockerfile") || name.hasSuffix(".dockerfile")
            || isYaml(name) || isIni(name) || name.hasSuffix(".sh") || name.hasSuffix(".service")
            // Of supervisord, circus, upstart: each has a name of its own choice.
            || name.hasSuffix(".conf") || isMakefile(name) || startingFiles.contains(name) || isManifest(path)
    }

    /// What hosts start applications by.
    private static let startingFiles: Set<String> = [
        "fly.toml", "railway.toml", "railway.json", "nixpacks.toml", "package.json",
    ]

    /// A manifest of Kubernetes, by its name or by that of a folder around it.
    private static func isManifest(_ path: some StringProtocol) -> Bool {
        guard path.hasSuffix(".yml") || path.hasSuffix(".yaml") else { return false }
        let name = name(of: path).lowercased()
        if name.contains("deploy") || name.contains("k8s") || name.contains("kube") { return true }
        return path.split(separator: "/").dropLast().contains { manifestFolders.contains($0.lowercased()) }
    }

    private static let manifestFolders: Set<String> = [
        "k8s", "kubernetes", "kube", "manifests", "deploy", "deployment", "deployments", "helm", "charts", "kustomize",
    ]

    private static func isMakefile(_ name: String) -> Bool {
        ["Makefile", "makefile", "GNUmakefile", "justfile", "Justfile"].contains(name) || name.hasSuffix(".mk")
    }

    /// `docker-compose.yml`, `compose.prod.yaml`; and what hosts start applications by.
    static func isYaml(_ path: some StringProtocol) -> Bool {
        let name = name(of: path)
        guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else { return false }
        return ["app.yaml", "render.yaml", "heroku.yml"].contains(name) || name.hasPrefix("docker-compose")
            || name.hasPrefix("compose") || name.hasPrefix("docker_compose") || isManifest(path)
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
