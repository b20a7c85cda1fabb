/// Launchers that leave the start method to the platform and the Python version (FG201).
struct ImplicitMethods {
    static let code = RuleCode("FG201")

    struct Launch {
        /// Indices into the catalog's `launchers` and `families`.
        var launcher: Int
        var family: Int
        var function: FunctionID
    }

    private(set) var launches: [Place: Launch] = [:]
    /// Places where some path has chosen a method.
    private var chosen: Set<Place> = []

    /// Notes what the methods in force at a launch say.
    mutating func note(_ launch: Launch, at place: Place, _ methods: StartMethods) {
        if methods.isDefault, methods.chosen.isEmpty, !methods.isUnknown {
            if launches[place] == nil { launches[place] = launch }
        } else {
            chosen.insert(place)
        }
    }

    /// Launches where no path chooses, in the order of the program.
    var all: [(place: Place, launch: Launch)] {
        launches.filter { !chosen.contains($0.key) }.map { (place: $0.key, launch: $0.value) }.sorted {
            ($0.place.module, $0.place.op) < ($1.place.module, $1.place.op)
        }
    }
}

extension FindingBuilder {
    /// FG201 for every launch that names no start method, where the default is not the same everywhere.
    func findings(for methods: ImplicitMethods) -> [Finding] {
        methods.all.compactMap { place, launch in
            let family = rules.catalog.families[launch.family]
            guard Set(family.defaults.map(\.method)).count > 1 else { return nil }
            let launcher = rules.catalog.launchers[launch.launcher]
            let page = rules.catalog.checks.first { $0.code == ImplicitMethods.code }
            var finding = Finding(
                code: ImplicitMethods.code, name: page?.name ?? "", level: page?.defaultLevel ?? .warning,
                site: site(place, launch.function),
                message: "`\(launcher.name)` leaves its start method to the default: \(defaults(of: family))")
            finding.remedy = Remedy(
                text: "Name the method that the code is written for.",
                code: launcher.remedy.map { $0.replacing("{method}", with: "spawn") },
                price: "A spawned worker imports its modules again, and what it is given must be picklable.",
                obstacles: [])
            return finding
        }
    }

    /// "`spawn` on macOS, `forkserver` from Python >=3.14, `fork` otherwise".
    private func defaults(of family: StartMethodFamily) -> String {
        family.defaults.map { row in
            var conditions: [String] = []
            if let platform = row.platform { conditions.append("on \(platform == .linux ? "Linux" : "macOS")") }
            if let python = row.python { conditions.append("for Python \(python)") }
            return "`\(row.method.rawValue)` \(conditions.isEmpty ? "otherwise" : conditions.joined(separator: " "))"
        }.joined(separator: ", ")
    }
}
