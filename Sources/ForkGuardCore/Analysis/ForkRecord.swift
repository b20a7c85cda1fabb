/// One fork met on one path: what was touched before it, and what its child turned out to do.
final class ForkRecord {
    let id: Int32
    /// Index into `Catalog.launchers`.
    let launcher: Int
    let reason: Reason
    let place: Place
    let function: FunctionID
    let stack: CallStack?
    /// Resources touched at the fork, on paths that can lead to it.
    let touches: [ResourceKey: [Touch]]
    /// The thread that forks, and whose state the child's first thread has.
    var thread: ObjectID?
    /// First use of each in the child.
    var uses: [ResourceKey: Use] = [:]
    /// The child runs code that could not be followed.
    var runsUnknownCode = false
    /// Some of that code may have released what the child inherited: a function that somebody handed in.
    var mayHaveReleased = false
    /// A pool to which nothing has been given yet: what its workers will run is not known.
    var awaitsWork = false
    /// A pool's workers made anew after its construction.
    var isReplacement = false
    /// The state the child inherits, where it is given work later.
    var snapshot: State?
    /// Where the object that forks was made, if elsewhere.
    var launchPlace: Place?
    /// A loader that is iterated by code that is not scanned.
    var isHandedOver = false
    /// The parent lives on beside its child, as far as nobody has seen it end at once.
    var hasLastingParent = true
    /// What it uses after the fork.
    var parentUses: Set<ResourceKey> = []
    /// Functions that the child is told to run.
    var targets: [FunctionID] = []
    /// Answers to tests that hold wherever this forks, as its start method or its number of workers goes with them.
    var assumptions: [Assumption: Bool] = [:]
    /// Parameters that a spawned child could not be given, as far as is seen.
    var unpicklable: Set<String> = []
    /// Globals that the child reads, and those of them that the parent has changed since it was imported.
    var globals: Set<GlobalKey> = []
    var changedGlobals: Set<GlobalKey> = []
    /// How many functions were active where the child began.
    var depth = 0
    /// Those that hold what parent and child share by a fork: a queue.
    var sharedGlobals: Set<GlobalKey> = []
    /// The process is an object of a class of the program.
    var isOfOwnClass = false

    enum Reason: Equatable {
        /// The launcher forks whatever was chosen: `os.fork`.
        case always
        /// By `set_start_method` where `family` is given, which then rules the process; by a context otherwise.
        case chosen(Place, family: Int?)
        /// The family's default for this Python and platform.
        case byDefault(Int)
        /// The child is forked from the family's fork server, which has imported modules of the program; the place where
        /// that method is chosen, if it is not the default.
        case forkServer(Place?)

        var isForkServer: Bool { if case .forkServer = self { true } else { false } }

        /// The family whose method in the process made it a fork.
        var processFamily: Int? {
            switch self {
            case .always, .forkServer: nil
            case .chosen(_, let family): family
            case .byDefault(let family): family
            }
        }
    }

    struct Use {
        var path: PathID
        var place: Place
        var function: FunctionID
        var stack: CallStack?
        /// Settings of the environment that are made there and that the library's outcome hangs on.
        var settings: [String] = []
    }

    init(
        id: Int32, launcher: Int, reason: Reason, place: Place, function: FunctionID, stack: CallStack?,
        touches: [ResourceKey: [Touch]]
    ) {
        self.id = id
        self.launcher = launcher
        self.reason = reason
        self.place = place
        self.function = function
        self.stack = stack
        self.touches = touches
    }
}

/// A fork that a touched library does not survive, before versions and words are looked up.
struct Hazard {
    var fork: Place
    var function: FunctionID
    var stack: CallStack?
    var launcher: Int
    var reason: ForkRecord.Reason
    var launchPlace: Place?
    var isHandedOver: Bool
    var isReplacement: Bool
    /// Index into `Catalog.libraries`: that of the nearest touch.
    var library: Int
    /// Nearest first.
    var touches: [Touch]
    var use: ForkRecord.Use?
    var targets: [FunctionID]

    var level: Level { use == nil ? .warning : .error }
}

/// Keeps one hazard for each fork site and runtime of a library: the surest, then the one that is shortest to tell.
///
/// A loader forks each time it is iterated; of these one is kept for each place where a loader is made.
struct HazardCollector {
    private(set) var hazards: [Key: Hazard] = [:]

    struct Key: Hashable {
        var place: Place
        var runtime: Int
    }

    mutating func add(_ record: ForkRecord, rules: RuleIndex) {
        var byRuntime: [Int: Hazard] = [:]
        for key in record.touches.keys.sorted(by: { ($0.runtime, $0.object) < ($1.runtime, $1.object) }) {
            let touches = record.touches[key] ?? []
            guard let nearest = touches.first else { continue }
            let rule = rules.catalog.libraries[nearest.library]
            let launcher = rules.catalog.launchers[record.launcher].name
            guard rule.launchers.isEmpty || rule.launchers.contains(launcher), !rule.safeLaunchers.contains(launcher)
            else { continue }
            // Nobody else has what is left to a child whose parent has gone without a word to the other end.
            if rule.needsSharing, !record.hasLastingParent, !record.parentUses.contains(key) { continue }
            let use = record.uses[key]
            if use == nil, rule.needsUse {
                guard record.runsUnknownCode || record.awaitsWork, !rule.needsProvenUse else { continue }
            }
            let hazard = Hazard(
                fork: record.place, function: record.function, stack: record.stack, launcher: record.launcher,
                reason: record.reason, launchPlace: record.launchPlace, isHandedOver: record.isHandedOver,
                isReplacement: record.isReplacement, library: nearest.library, touches: touches, use: use,
                targets: record.targets)
            byRuntime[key.runtime] = byRuntime[key.runtime].map { Self.better($0, hazard) } ?? hazard
        }
        for (runtime, hazard) in byRuntime {
            let forksOften = rules.catalog.launchers[record.launcher].forksAt.contains(.iterate)
            let key = Key(place: forksOften ? hazard.launchPlace ?? hazard.fork : hazard.fork, runtime: runtime)
            hazards[key] = hazards[key].map { Self.better($0, hazard) } ?? hazard
        }
    }

    private static func better(_ first: Hazard, _ second: Hazard) -> Hazard {
        if (first.use == nil) != (second.use == nil) { return first.use == nil ? second : first }
        if first.isHandedOver != second.isHandedOver { return first.isHandedOver ? second : first }
        return cost(second) < cost(first) ? second : first
    }

    private static func cost(_ hazard: Hazard) -> Int {
        (hazard.stack?.depth ?? 0) + (hazard.touches.first?.stack?.depth ?? 0) + (hazard.use?.stack?.depth ?? 0)
    }
}
