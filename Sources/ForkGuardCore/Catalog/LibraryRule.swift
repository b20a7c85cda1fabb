/// What forkguard knows of one library that a fork breaks: `rules/libraries/<id>.toml`, read.
///
/// Qualified names are dotted paths from an import name (`deltalake.DeltaTable`). A method is its class's
/// path and its name (`deltalake.DeltaTable.history`); a path through the result of a call that no
/// `returns` row types has `()` after the callee (`polars.scan_delta().collect`). A segment `*` in a
/// name stands for any run of segments, calls included (`polars.*.write_delta`).
public struct LibraryRule: Sendable, Equatable {
    public var id: String
    /// The name people use in speech: "deltalake (delta-rs)".
    public var title: String
    public var code: RuleCode
    public var language: SourceLanguage
    /// Top-level import names (`deltalake`) or dotted modules (`google.cloud.bigquery`).
    public var imports: [String]
    /// Names of the distributions that a lock file pins.
    public var distributions: [String]
    public var scope: TouchScope
    /// Importing the library in the parent is the touch already.
    public var importIsTouch: Bool
    /// False: the fork alone is the hazard (a finalizer or the exit of the child acts on the inherited state).
    public var needsUse: Bool
    /// True: a touched parent that forks is everyday and harmless; only a proven use in the child is a finding.
    public var needsProvenUse: Bool
    /// It breaks by being used on both sides: a child whose parent ends at once is its only user.
    public var needsSharing = false
    /// What is sent to a child is used there by being unpickled: a tensor on the GPU is rebuilt on the GPU.
    public var unpicklingIsUse = false
    /// True: reported only when the rule's code is selected by name (self-healing libraries, random state).
    public var isOptIn: Bool
    public var touches: [Touch]
    /// Empty in the file: the touches.
    public var uses: [Touch]
    /// Names that look like touches and are none.
    public var notTouches: [String]
    /// Calls that take the process (or the handle) back to untouched.
    public var releases: [String]
    /// Second name -> the name that rules use: `deltalake.table.DeltaTable` -> `deltalake.DeltaTable`.
    public var aliases: [String: String]
    /// Callee -> the class of what it returns. `X.*` on the left stands for every method of X.
    public var returns: [String: String]
    public var versions: [VersionOutcome]
    /// Thread names (15-byte `comm`) that the library's pools show.
    public var threads: [String]
    /// Texts that users meet in logs and that lead to this rule.
    public var messages: [String]
    /// Why a fork breaks it, as a clause: "keeps one Tokio runtime for the whole process".
    public var mechanism: String
    public var remedy: String
    /// Why workers that are spawned do not mend it; `nil`: they do.
    public var spawnLacks: String?
    public var price: String
    public var evidence: [String]
    public var programs: [RuleProgram]
    /// A use in the child may keep a processor busy for ever, instead of waiting.
    public var spins = false
    /// Another rule's id, where the inherited state is that library's: polars' Delta functions use deltalake's runtime.
    public var sharedRuntime: String? = nil
    /// Callee -> the parameter that holds the handle which its result belongs to: `sqlalchemy.orm.Session` -> `bind`.
    public var derives: [String: String] = [:]
    /// Method -> the parameter that holds the handle which its object belongs to from then on:
    /// `sqlalchemy.orm.scoped_session.configure` -> `bind`.
    public var rebinds: [String: String] = [:]
    /// Functions that give one answer for the whole process, which is true wherever the library has been touched:
    /// `torch.cuda.is_available`.
    public var implies: [String] = []
    /// Launchers whose forks the rule is about; empty: all.
    public var launchers: [String] = []
    /// Launchers whose children mend the state by themselves.
    public var safeLaunchers: [String] = []
    /// Endings of generated modules whose classes are clients made of a handle, and the class that stands for them:
    /// `_pb2_grpc` -> `grpc.Stub`.
    public var generatedClients: [String: String] = [:]
    /// Modules, by the last part of their name, whose classes are taken for that one where they are not scanned and the
    /// program uses the library: `models` and `django.db.models.Model`.
    public var outsideClasses: [String: String] = [:]
    /// Calls with which a program keeps the library to one thread from then on: `torch.set_num_threads(1)`.
    public var settings: [String] = []
    /// Arguments of a handle's making, any of which makes it one that a fork does not break: SQLite in memory.
    public var harmlessWhen: [ArgumentCondition] = []
    /// The same for some releases only: a table `[[harmless]]` each.
    public var harmlessIn: [HarmlessCase] = []
    /// `poolclass=sqlalchemy.pool.QueuePool`: an argument of a handle's making that is as good as not given.
    public var defaultArguments: [String] = []
    /// Calls and contexts that say what an argument of touches is where it is not given: `torch.set_default_device("cuda")`.
    public var setters: [Setter] = []
    /// Calls that hang a listener on a handle, their first argument: one that asks for the process's number keeps the
    /// handle from being used in a child. `sqlalchemy.event.listens_for`.
    public var listeners: [String] = []
    /// What a fork breaks belongs to the thread that made it: the pool of GNU OpenMP. A child that works in another
    /// thread makes one of its own.
    public var isPerThread = false
    /// Calls whose result is no part of the handle any more: the copy on the CPU of what lies on a GPU.
    public var detaches: [String] = []
    /// Calls that put together the elements of their first argument. Where these are known to be of another class than the one
    /// that `returns` names, the result is of theirs, and the call neither touches nor uses: `polars.concat` of lazy frames.
    public var concatenates: [String] = []
    /// Methods that are the library's whoever seems to have them, in a module that imports it: `cuda` -> `torch.Tensor.cuda`.
    public var members: [String: String] = [:]
    /// Calls that leave the handle which they make in the argument that they are handed by reference: `sqlite3_open(path, &db)`.
    public var fills: [String] = []
    /// Its functions are those of C, known by their names alone: in Swift any module may declare them, or a bridging
    /// header.
    public var isFromC = false
    /// Settings of the environment, `NAME=value`, any of which keeps a touch from starting what a fork breaks.
    public var harmlessEnvironment: [String] = []

    /// How remedies say that another start method helps; a launcher without one says something else in its place.
    static let otherMethod = "start the workers with the `spawn` or `forkserver` method"

    /// How they say where a child makes what is its own, for launchers with workers that have an initializer.
    static let inWorker = [
        "in the worker's function or in its initializer", "in the worker's function, its initializer",
    ]

    /// What to do at that launcher.
    func remedy(at launcher: LauncherRule) -> String {
        var text = remedy
        if let instead = launcher.instead {
            func sentence(_ clause: String) -> String { clause.prefix(1).uppercased() + clause.dropFirst() }
            text = text.replacing(sentence(Self.otherMethod), with: sentence(instead))
                .replacing(Self.otherMethod, with: instead)
        }
        if let inChild = launcher.inChild { for words in Self.inWorker { text = text.replacing(words, with: inChild) } }
        return text
    }

    /// What a touch touches and a use uses. A touch through one rule and a use through another with the same
    /// runtime belong together.
    public var runtime: String { sharedRuntime ?? id }

    /// What an argument of touches is from then on, where a call does not give it.
    public struct Setter: Sendable, Equatable {
        /// The call that sets it; with `()` at its end, what it gives is a context within which it is set.
        public var name: String
        /// The argument of touches.
        public var sets: String
        /// Positional parameters of the call in order.
        public var parameters: [String] = []
        /// `nil`: always.
        public var when: ArgumentCondition?
        /// What it is set to; `nil`: the first argument of the call.
        public var value: String?
    }

    /// Arguments that make a handle harmless with some releases of a distribution.
    public struct HarmlessCase: Sendable, Equatable {
        public var when: ArgumentCondition
        public var only: VersionLimit
    }

    public struct Touch: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable { case function, constructor, method }
        public var name: String
        public var kind: Kind
        /// Positional parameters in order, as far as `when` asks for them.
        public var parameters: [String] = []
        /// `nil`: always.
        public var when: ArgumentCondition?
        /// The row holds for these releases only; `nil`: for all.
        public var only: VersionLimit? = nil
        /// The parameter that holds the handle, where that is not the object whose method is called.
        public var handle: String? = nil
        /// Not with arguments for which one of these is known to hold; `params.num_threads` is an item of one that is a
        /// dictionary.
        public var unless: [ArgumentCondition] = []
        /// Only what a thread does is a touch, and only until the thread is joined.
        public var isByThread = false
        /// The handle is what the call gives, and not the object whose method is called.
        public var isOfResult = false

        /// The same call where another condition holds.
        func asked(_ condition: ArgumentCondition) -> Touch {
            var result = self
            result.when = condition
            return result
        }
    }

    /// Releases of one distribution: `polars<1.20`.
    public struct VersionLimit: Sendable, Equatable {
        /// Normalised as PEP 503 says.
        public var distribution: String
        public var range: String
    }

    public struct VersionOutcome: Sendable, Equatable {
        /// A PEP 440 specifier set: ">=0.17.0,<0.19.0". Ranges of rows without settings cover every release and never overlap.
        public var range: String
        public var outcome: Outcome
        /// What the user sees, as a clause whose subject is the child: "hangs without a word".
        public var text: String
        public var platform: Platform?
        /// Settings of the environment, `NAME=value`: the row holds, instead of the one without, where the program has made
        /// one of them by the time that the child uses the library.
        public var environment: [String] = []
        /// How the use ends the child, where it does: what its parent is told depends on that and on the launcher.
        public var ending: ChildEnding? = nil
    }

    /// `panic`: an exception that `except Exception` does not catch and that cannot be pickled; `signal`: at once.
    public enum ChildEnding: String, Sendable, CaseIterable { case panic, signal }
    public enum TouchScope: String, Sendable, CaseIterable { case process, handle }
    public enum Outcome: String, Sendable, CaseIterable {
        case ok, hang, error, corruption, selfHeals = "self-heals", uncertain
    }
}

/// A program of a rule file or page. Lines that must carry a finding end in `# error: FG101` or `# warning: FG101`.
public struct RuleProgram: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable { case bad, good, nearMiss = "near-miss" }
    public var kind: Kind
    /// One sentence of what happens in it and why.
    public var note: String
    public var code: String
    /// Pins that a lock file would hold, for programs about versions: distribution -> version.
    public var pins: [String: String]
    /// `--target-version` of the run; `nil`: none given.
    public var target: String?
}

/// A rule code such as `FG101`.
public struct RuleCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var text: String
    public init(_ text: String) { self.text = text }
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
    public var description: String { text }
}

public enum SourceLanguage: String, Sendable, CaseIterable { case python, swift }

public enum Platform: String, Sendable, CaseIterable { case linux, darwin }

/// A condition on one argument of a call: `num_workers > 0`, `preexec_fn is present`, `backend == "multiprocessing"`.
public struct ArgumentCondition: Sendable, Equatable {
    /// Stands for all arguments of a call, of which a condition asks how many they are: `arguments > 1`.
    static let all = "arguments"

    public enum Relation: Sendable, Equatable {
        /// Given, and not the literal `None`.
        case present
        case absent
        case greater(Int)
        case equal(Literal)
        case notEqual(Literal)
        /// Known to be equal: an argument of unknown value does not satisfy it.
        case known(Literal)
        /// Known to be a text that begins so.
        case begins(String)
        /// Known to be an object of that class.
        case instance(String)
    }
    public enum Literal: Sendable, Equatable { case int(Int), string(String), bool(Bool), none }
    public var parameter: String
    public var relation: Relation
}
