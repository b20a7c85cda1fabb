/// Bounds of every search. Reaching one is a finding (FG902), never silence.
enum Limits {
    /// Nesting of expressions and blocks that facts follow; no program written by people comes near, and
    /// each level costs the stack of a front end a few hundred bytes.
    static let factsDepth = 400
    /// Bytes of facts in memory. Half of them those of the first files, which stay, and half those decoded lately: a
    /// project of usual size fits, and what it has beyond is decoded when it is asked for.
    static let factsMemory = 48 << 20
    /// Functions active at once along one path of calls.
    static let callDepth = 48
    /// Expressions and calls of objects that are being evaluated, one inside the other.
    static let nesting = 4_000
    /// Objects made because an annotation names their class, one inside the making of another.
    static let annotationDepth = 2
    /// How often one function may be active at once: a recursive call sees its own effects once.
    static let recursion = 2
    /// How often it may be with different closures: the wrappers that one decorator makes.
    static let closures = 16
    /// Operations evaluated for one entry point, before its remaining calls are taken as unknown.
    static let stepsPerEntry = 30_000
    /// The same for a module run as a script: what is found there is what people run.
    static let stepsPerScript = 120_000
    /// How many times its share an entry point that was cut short has, where work is left.
    static let secondShare = 4
    /// Operations evaluated of a top level for the names that it leaves. Tables that code computes at import
    /// are longer at times; what they hold beyond this is unknown.
    static let stepsPerTopLevel = 5_000
    /// Operations evaluated for the scripts of a scan, for the functions that nothing names, and for the others,
    /// before the remaining ones, which are farthest from a fork and a touch, are left out: some seconds in all.
    static let stepsPerPhase = 1_400_000
    /// Methods that outside code was handed and that are called when an entry point has ended.
    static let handedMethods = 8
    /// Calls between a fork and the function in which its child ends, as far as that is looked for before all else.
    static let probeRounds = 4
    /// Parameter sets that a test runs with; of more, and of their combinations, each value is unknown.
    static let parameterSets = 8
    /// Alternatives a value keeps; further ones become unknown.
    static let alternatives = 12
    /// Handles that a path keeps of those that one place has made.
    static let handlesPerPlace = 24
    /// Touches kept for one resource.
    static let touchesPerResource = 8
    /// Answers about unknown values that a path carries out of a function.
    static let assumptions = 24
    /// Variables that a meeting of two ways ties to what tells them apart, the constants that one may be, and the answers
    /// that tell.
    static let ties = 16
    static let tiedConstants = 6
    /// Objects that two ways have made different and that are looked through for such constants.
    static let objectsTied = 64
    static let tieAnswers = 3
    /// Tests that are remembered as one: `a and b and c`.
    static let literals = 8
    /// Combinations of answers that a constant of a variable excludes.
    static let exclusions = 24
    /// Classes of a module among which one is looked up by a name that nobody knows.
    static let classesByName = 8
    /// Start methods that a path remembers with the answer they were chosen under.
    static let choices = 8
    /// Objects that are followed into one pickled message.
    static let pickledObjects = 64
    /// Objects within objects that are looked at to see whether they can be pickled.
    static let pickledDepth = 6
    /// Rounds of a loop: the second sees what the first left, the third what only two rounds bring about.
    static let loopRounds = 3
    /// Children of children whose code is followed apart from their parent's.
    static let childrenApart = 2
    /// Stack of an analysis thread, in bytes. It is reserved, not used, until code is nested deeply.
    static let stackSize = 1 << 29
}
