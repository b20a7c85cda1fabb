import ForkGuardCore

/// The catalogue that a command works with: the built-in one and the user's own rules.
enum CatalogLoading {
    /// - Parameter directories: those of `--rules`; the folders of `FORKGUARD_RULES` come before them.
    static func catalog(_ directories: [String]) throws -> Catalog {
        let fromEnvironment = Environment.value("FORKGUARD_RULES")?.split(separator: ":").map(String.init) ?? []
        let all = fromEnvironment + directories
        if all.isEmpty { return .builtIn }
        do throws(CatalogError) {
            return Catalog.builtIn.adding(try Catalog.load(directories: all))
        } catch {
            throw Failure.catalog(error)
        }
    }
}
