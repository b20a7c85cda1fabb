/// One active function, module top level or class body.
final class Frame {
    let module: Int32
    let function: FunctionID
    var environment: EnvironmentID
    let stack: CallStack?
    var returns: [(state: State, value: Value)] = []
    var raises: [(state: State, isSystemExit: Bool)] = []
    /// Tests whose one side returns at once, and that return's place among the others.
    var openReturns: [(test: UInt32, touched: [ResourceKey: [Touch]], index: Int)] = []
    var loops: [LoopExits] = []
    /// The statement being run.
    var statement: UInt32 = 0
    var onYield: ((Value) -> Void)?
    var receiver: Receiver?
    var declaredGlobal: Set<Symbol> = []
    var declaredNonlocal: Set<Symbol> = []
    /// Blocks around the statement that catch what it raises.
    var catching = 0

    init(module: Int32, function: FunctionID, environment: EnvironmentID, stack: CallStack?) {
        self.module = module
        self.function = function
        self.environment = environment
        self.stack = stack
    }
}

/// Code that runs beside the path that started it.
final class Background {
    var reached: State?
}

/// What a loop's rounds let go of: touches, and what a child inherited.
final class LoopReleases {
    var touches: [(key: ResourceKey, touch: Touch)] = []
    var inChild: Set<ReleasedResource> = []
    var isEmpty: Bool { touches.isEmpty && inChild.isEmpty }

    /// What stands at the beginning of a round.
    struct Before {
        let touched: [ResourceKey: [Touch]]
        let inChild: Set<ReleasedResource>

        init(_ state: State) {
            touched = state.touched
            inChild = state.arrangements.releasedInChild
        }
    }
}

final class LoopExits {
    var breaks: State?
    var continues: State?
}
