/// What forkguard knows of one way to run code elsewhere: in a forked child, in a fresh interpreter, or in
/// a thread of this process. `rules/launchers/<id>.toml` holds any number of them as `[[launcher]]` tables.
public struct LauncherRule: Sendable, Equatable {
    /// Qualified name of the function or class: `multiprocessing.Process`.
    public var name: String
    public var language = SourceLanguage.python
    public var kind: Kind
    /// Names of the positional parameters, in order (for a class, of its initializer, `self` left out).
    public var parameters: [String]
    /// Values that parameters have when they are not given, as far as `when` asks for them.
    public var defaults: [String: ArgumentCondition.Literal]
    /// The launcher forks only if this holds; an argument whose value is unknown satisfies it.
    public var when: ArgumentCondition?
    public var forksAt: [Moment]
    public var method: MethodSource
    /// What the child runs at `forksAt`.
    public var child: [ChildCall]
    /// Methods of the object that hand more work to children (`Pool.map`, `ProcessPoolExecutor.submit`).
    public var submits: [Submit]
    /// Methods that fork, where `forksAt` has `.start` (`Process.start`).
    public var starts: [String]
    /// Parameter that makes the object replace its workers later (`maxtasksperchild`), where `forksAt` has `.replace`.
    public var replaceWhen: ArgumentCondition?
    /// What the call gives back: `.pid` splits the program into parent and child.
    public var result: Result
    /// The child's arguments are pickled (a pool's queue), not inherited: a handle in them is not the parent's.
    public var picklesArguments: Bool
    /// How to choose another start method here, as code with `{method}` in it: `mp_context=multiprocessing.get_context("{method}")`.
    public var remedy: String?
    /// What to do where a remedy says to start the workers with another method and none can be chosen, as an imperative
    /// clause: "serve requests in threads".
    public var instead: String? = nil
    /// Where its children can make what they need, where that is neither a worker's function nor an initializer: "in the
    /// handler".
    public var inChild: String? = nil
    /// Arguments that fix the start method whatever the family says: the first row whose conditions all hold decides.
    public var methodOverrides: [MethodOverride] = []
    /// The parameter that holds an executor (`loop.run_in_executor(executor, func, *args)`): the call is then that
    /// object's `submit` of what `child` says. `None`, or no argument: it runs as `kind` says.
    public var executorParameter: String? = nil
    /// Methods of an object that runs threads after which they have ended: `Thread.join`.
    public var joins: [String] = []
    /// Methods of it that tell whether its threads still run.
    public var alive: [String] = []
    /// Decorators of the functions that workers run, and of those that each worker runs first, where `forksAt` has
    /// `.config`: `celery.Celery.task`.
    public var tasks: [String] = []
    /// Classes whose heirs' methods, of these names, workers run: views.
    public var taskClasses: [String] = []
    public var taskMethods: [String] = []
    /// The server makes one object of each such class before it forks, instead of one for each call after it.
    public var makesTasksFirst = false
    public var initializers: [String] = []
    /// Decorators of the functions that the server runs before it forks.
    public var parentInitializers: [String] = []
    /// Where a file of settings makes the server fork, not a call.
    public var config: Config? = nil
    /// Names that hold an argument of the launcher's in its child: `torch.utils.data.get_worker_info().dataset` -> `dataset`.
    public var provides: [String: String] = [:]
    /// Attributes that instances of the classes it is given have, and what they hold: a parameter's argument, or `self`,
    /// the launching object. `server` -> `self`.
    public var instanceAttributes: [String: String] = [:]
    /// What it is given may be data: only what is known to be a function is called.
    public var takesData = false
    /// Each call of `runsAt` runs what was handed over before it and no more: nothing goes on from then.
    public var isOfEachCall = false
    /// The argument by whose name a fork is found, where everybody has functions of the launcher's own: `processes` of `run`.
    public var foundBy: String? = nil
    /// What the parent learns of a child that a library's use ends, by the way it ends: `panic` -> "`Pool.map` then waits
    /// for ever".
    public var losses: [String: String] = [:]
    /// Context managers whose arguments stand in for those that the call is not given.
    public var defaultsFrom: [String] = []
    /// Settings of the application, `name=value`, any of which keeps its server from forking.
    public var unlessSet: [String] = []
    /// Keys under which dictionaries that the started object holds have what each child runs first, and what this process
    /// runs before it forks: `post_fork` and `pre_fork` of a server's options.
    public var hooks: [String] = []
    public var parentHooks: [String] = []
    /// What comes after the start runs in the child alone: a daemon.
    public var goesOnInChild = false
    /// Functions and methods that run what was handed over, at each call of them: `schedule.run_pending`. None: it
    /// runs here and now.
    public var runsAt: [String] = []
    /// What this process runs at the moment `.iterate` where `when` does not hold: a loader without workers.
    public var otherwiseHere: [ChildCall] = []
    /// With these arguments what is iterated once more goes on with the children of the first time.
    public var keepsWhen: ArgumentCondition?
    /// What the parent runs before it forks, where `forksAt` has `.iterate` or `.call`: a sampler asks the data set for its length.
    public var parent: [ChildCall] = []
    /// Each of the calls that were handed over begins where the loop does, and leaves nothing: requests, of which nobody
    /// knows the order.
    public var isAlone = false
    /// What it runs in this process runs in a thread of its own, which has its own state of libraries that keep one each.
    public var hasOwnThread = false
    /// That thread goes on after the call, and is joined by nothing but what `joins` names.
    public var hasLastingThread = false
    /// Only C can call it: what bears its name in Swift is something else.
    public var isOnlyOfC = false
    /// The command that starts the workers of an application that a call makes: where the project holds such commands
    /// and none of them forks, nothing does.
    public var startedBy: Command? = nil

    /// The method of its class that registers, under a name, what the child makes for whoever calls a method of that name:
    /// `BaseManager.register("Store", Store)`.
    public var registrar: String? = nil

    /// `gunicorn.conf.py` with `preload_app = True`.
    public struct Config: Sendable, Equatable {
        /// Names of the files.
        public var files: [String]
        /// The setting that makes it import the application before it forks.
        public var setting: String
        /// The setting that names the application: `wsgi_app = "package.module:app"`.
        public var app: String
        /// Classes and functions that make an application, where no setting names it.
        public var makers: [String]
        /// Functions of the file that each worker runs first.
        public var hooks: [String]
        /// Functions of it that the server runs before it forks.
        public var parentHooks: [String] = []
        /// Functions of it that a worker runs later: around a request, at its end.
        public var workerHooks: [String] = []
        /// The server's command line, and the section of an ini file that stands for it.
        public var command: Command? = nil
        /// What the children run are the tests below the settings, each in a child of its own.
        public var runsTests = false
        /// The mark of a test that forks a child for it, whatever the settings say.
        public var testMark: String? = nil
        /// The server forks whatever the settings say, and its workers import the application after that.
        public var isLoadedByWorkers = false
    }

    /// `gunicorn --preload app:app`. Options are named without their dashes, and with `_` for those inside.
    public struct Command: Sendable, Equatable {
        /// Name of the program.
        public var program: String
        /// The variable of the environment that may hold more options.
        public var environment: String? = nil
        /// Sections of ini files that stand for it; none: the one of its own name.
        public var sections: [String] = []
        /// The key of a section whose value is the rest of a command line; none: each key is an option.
        public var line: String? = nil
        /// Words of which one must be there: `worker`.
        public var words: [String] = []
        /// It forks after the import if one of these holds and none of `unless`.
        public var needs: [ArgumentCondition]
        public var unless: [ArgumentCondition]
        /// Options that name the application; the last word that is no option does where none is given.
        public var app: [String]
        /// Options that name the file of settings.
        public var settings: [String] = []
        /// Options that name the folder to start from.
        public var folder: [String]
        /// Options that take no value.
        public var bare: [String]
        /// One-letter options and what they stand for.
        public var short: [String: String]
        /// Calls whose first argument is a list of such words: `celery.Celery.worker_main`.
        public var calls: [String] = []
    }

    /// `max_tasks_per_child` given and `mp_context` not: spawn. Here a condition whose value is unknown does not hold.
    public struct MethodOverride: Sendable, Equatable {
        public var when: [ArgumentCondition]
        public var method: StartMethod
    }

    public enum Kind: String, Sendable, CaseIterable {
        case fork
        /// A new program image or a fresh interpreter: never a finding.
        case execSafe = "exec-safe"
        /// Runs the callable in this process: a thread, an executor of threads, a callback.
        case inProcess = "in-process"
    }

    public enum Moment: String, Sendable, CaseIterable {
        case call, start, construct, firstSubmit = "first_submit", iterate, replace, config
    }

    /// Where the start method comes from.
    public enum MethodSource: Sendable, Equatable {
        /// Always a fork (`os.fork`, pandarallel).
        case fork
        /// The start method of a family: a context object or `mp_context`-like parameter first, then the
        /// family's `set_start_method`, then its default for platform and Python version.
        case family(String, contextParameter: String?)
    }

    public enum Result: String, Sendable, CaseIterable {
        case object
        /// Zero in the child: `os.fork`.
        case pid
        /// A tuple whose first element is the pid: `os.forkpty`, `pty.fork`.
        case pidTuple = "pid-tuple"
        /// A list of such objects: `random_split`.
        case list
        /// An object that makes, when it is called, a call to be run later: `joblib.delayed(f)(x)`.
        case deferred
        /// An object that stands for what the first child's callee gives, made anew each time: `LocalProxy(f)`.
        case proxy
        case value
        /// What the function that it runs returns: `asyncio.run`.
        case returned
    }

    /// A call that another process (or thread) makes: which argument is called and what it is given.
    public struct ChildCall: Sendable, Equatable {
        /// A parameter's name, or `self.NAME` for a method of the object (`self.run`), or `PARAMETER.NAME` for a
        /// method of what the parameter holds: an object, or a class of which an instance is made
        /// (`RequestHandlerClass.handle`).
        public var callee: String
        public var arguments: Arguments
        /// Each element of what the callee holds is called.
        public var isEach = false
        /// Before the arguments it is given one that nobody knows: the rank of its process.
        public var isRanked = false
    }

    public enum Arguments: Sendable, Equatable {
        case none
        /// `target(*args, **kwargs)`: the named parameters hold a tuple and a dictionary.
        case unpacked(args: String?, kwargs: String?)
        /// `map(func, iterable, ...)`: one element of each of the named parameters.
        case each([String])
        /// `starmap`: an element of the named parameter, unpacked.
        case eachUnpacked(String)
        /// `submit(fn, *args, **kwargs)`: all further positional and keyword arguments of the call.
        case rest
        /// Values nobody knows: a request handler.
        case unknown

        /// Parameters that are gone through for them.
        var iterated: [String] {
            switch self {
            case .each(let names): names
            case .eachUnpacked(let name): [name]
            case .none, .unpacked, .rest, .unknown: []
            }
        }
    }

    public struct Submit: Sendable, Equatable {
        public var method: String
        public var parameters: [String]
        public var child: [ChildCall]
        /// What this process calls with the result.
        public var here: [ChildCall] = []
        /// Its results come while the call's result is iterated over, and workers go on meanwhile.
        public var isStreamed = false
    }
}

/// A family of launchers that share start-method choices: `multiprocessing`, `multiprocess`, `billiard`.
public struct StartMethodFamily: Sendable, Equatable {
    /// The module's dotted name; its attributes are the family's launchers.
    public var id: String
    /// Modules whose attributes are this family's: `torch.multiprocessing` for `multiprocessing`.
    public var modules: [String]
    /// `multiprocessing.set_start_method`.
    public var setters: [String]
    /// `multiprocessing.get_start_method`.
    public var getters: [String]
    /// `multiprocessing.get_context`.
    public var contexts: [String]
    /// `multiprocessing.context.SpawnContext` -> `spawn`.
    public var contextClasses: [String: StartMethod]
    /// The first row that fits decides.
    public var defaults: [Default]
    /// Sets which modules the fork server imports before it forks workers: a list of their names, `__main__` among them.
    public var preloaders: [String] = []
    /// Python versions whose fork server imports the main module where nothing sets that.
    public var preloadsMain: String? = nil
    /// What parent and child share, by the last parts of the names: a queue, an event. A child that imports its module anew
    /// makes another.
    public var shares: [String] = []

    public struct Default: Sendable, Equatable {
        public var platform: Platform?
        /// PEP 440 specifier set on the Python version; `nil`: any.
        public var python: String?
        public var method: StartMethod
    }
}

public enum StartMethod: String, Sendable, CaseIterable { case fork, spawn, forkserver }

/// A call after which this path of the program goes no further.
public struct PathEnd: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A new program image: nothing inherited is used.
        case exec
        /// The process ends without finalizers: `os._exit`.
        case exit
        /// Raises `SystemExit`: `finally` blocks still run.
        case systemExit = "system-exit"
        /// Raises an exception of its own, always: `pytest.skip`.
        case raise
        /// What it gives is raised for a coroutine to end with its argument: `raise gen.Return(value)`.
        case `return`
    }
    public var name: String
    public var kind: Kind
}

/// A framework's object that calls functions of the program, and what it runs before them: `[[application]]`.
public struct ApplicationRule: Sendable, Equatable {
    public var name: String
    /// Classes of the object: what its decorators register is called later.
    public var makers: [String]
    /// Classes of objects whose functions become the application's: routers, blueprints.
    public var parts: [String]
    /// What registers functions that run before any other, by decorators and calls; `name('startup')` asks for that first
    /// argument, `name(on_startup)` means the list in that keyword.
    public var startup: [String]
    /// Parameters of the makers that hold a factory of a context manager in which everything else runs.
    public var lifespans: [String]
    /// Decorators that make a function the holder of further ones, before which it runs.
    public var groups: [String]
    /// Wrappers, as defaults or in annotations, of what a parameter is made by: `Depends(get_session)`.
    public var dependencies: [String]
    /// Decorators that hand over the run's context, or (where not empty) that attribute of it, as the first argument.
    public var contexts: [String: String]
    /// Classes of parameters that hold the run's context.
    public var contextClasses: [String]
    /// Classes of parameters whose attribute `app` is the application.
    public var requests: [String]
    /// Names that stand for the application at hand: `flask.current_app`.
    public var current: [String]
    /// Methods that hang a command, or an application with commands of its own, on the object: `add_command`.
    public var attaches: [String] = []
    /// What makes decorators that hand over what the run's context holds of a class: `click.make_pass_decorator`.
    public var contextMakers: [String] = []
    /// The first argument of every handler is a request.
    public var handsRequest = false
    /// Names whose attributes live as long as one of `local_contexts`, or a request: `flask.g`.
    public var locals: [String] = []
    public var localContexts: [String] = []
}
