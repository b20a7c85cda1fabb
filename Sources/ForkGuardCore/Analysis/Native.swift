/// Names of the language and its standard library whose meaning is evaluation itself, not knowledge of forks.
enum Native {
    static let builtinNames: Set<String> = [
        "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable",
        "chr", "classmethod", "compile", "complex", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec",
        "exit", "filter", "float", "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id",
        "input", "int", "isinstance", "issubclass", "iter", "len", "list", "locals", "map", "max", "memoryview", "min",
        "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr", "reversed",
        "round",
        "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip",
        "__import__", "Exception", "BaseException", "RuntimeError", "ValueError", "TypeError", "KeyError", "OSError",
        "SystemExit", "KeyboardInterrupt", "NotImplementedError", "StopIteration", "ImportError", "AssertionError",
        "ArithmeticError", "AttributeError", "BaseExceptionGroup", "BlockingIOError", "BrokenPipeError", "BufferError",
        "BytesWarning", "ChildProcessError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError",
        "ConnectionResetError", "DeprecationWarning", "EOFError", "EncodingWarning", "EnvironmentError",
        "ExceptionGroup",
        "FileExistsError", "FileNotFoundError", "FloatingPointError", "FutureWarning", "GeneratorExit", "IOError",
        "ImportWarning", "IndentationError", "IndexError", "InterruptedError", "IsADirectoryError", "LookupError",
        "MemoryError", "ModuleNotFoundError", "NameError", "NotADirectoryError", "NotImplemented", "OverflowError",
        "PendingDeprecationWarning", "PermissionError", "ProcessLookupError", "RecursionError", "ReferenceError",
        "ResourceWarning", "RuntimeWarning", "StopAsyncIteration", "SyntaxError", "SyntaxWarning", "SystemError",
        "TabError", "TimeoutError", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError",
        "UnicodeTranslateError", "UnicodeWarning", "UserWarning", "Warning", "ZeroDivisionError",
    ]

    /// Decorators and makers of decorators whose result differs from the function they are given.
    static let decorators: Set<String> = [
        "builtins.property", "builtins.staticmethod", "builtins.classmethod", "functools.cached_property",
        "functools.lru_cache", "functools.cache", "functools.partial", "contextlib.contextmanager",
        "contextlib.asynccontextmanager", "abc.abstractproperty", "django.utils.functional.cached_property",
        "functools.singledispatch", "functools.singledispatchmethod", "atexit.register",
    ]

    /// What the calls of decorators with arguments give, where that changes what they decorate.
    static let decoratorMakers: Set<String> = ["functools.lru_cache()", "functools.cache()"]

    /// What the number of a process begins with, which is a text here: one for each fork.
    static let processNumber = "<pid "

    /// What the name of a process begins with, where nobody knows it.
    static let processName = "<process "

    /// Classes whose objects spell the text that they are made of, and the attribute that is its part before a colon.
    static let spellingClasses = ["torch.device()": "type"]

    /// What the path of a package begins with, which is a text here: one for each package of the program.
    static let packagePath = "<package> "

    /// Stands for the executor of an event loop, which `set_default_executor` replaces.
    static let defaultExecutor = "asyncio.<default executor>"

    /// Calls that schedule a coroutine and return at once.
    static let taskMakers = [".create_task", "asyncio.ensure_future"]

    /// Classes whose objects are followed although no rule speaks of them.
    static let classes: Set<String> = ["contextlib.ExitStack", "contextlib.AsyncExitStack"]

    /// Modules whose calls give nothing that a rule follows further.
    static let plainModules: Set<String> = [
        "os", "sys", "platform", "typing", "builtins", "collections", "atexit", "pty", "argparse", "pytest",
    ]

    static func isStandardLibrary(_ path: String) -> Bool { standardLibrary.contains(RuleIndex.top(path)) }

    /// Top-level modules of the standard library: their functions run no code of a library that is touched here.
    static let standardLibrary: Set<String> = Set(
        """
        abc argparse array ast asyncio atexit base64 bisect builtins bz2 calendar cmath codecs collections colorsys \
        concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal \
        difflib dis email enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc getpass \
        gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress itertools json \
        keyword linecache locale logging lzma mailbox math mimetypes mmap multiprocessing netrc numbers operator os \
        pathlib pdb pickle pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd queue random re \
        readline reprlib resource runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket \
        socketserver sqlite3 ssl stat statistics string struct subprocess symtable sys syslog tarfile tempfile termios \
        textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty types typing \
        unicodedata unittest urllib uuid venv warnings wave weakref webbrowser xml xmlrpc zipfile zipimport zlib zoneinfo
        """.split(separator: " ").map(String.init))

    static let fieldDecorators: Set<String> = [
        "dataclasses.dataclass", "attr.s", "attr.attrs", "attr.dataclass", "attrs.define", "attrs.frozen",
        "attr.define",
        "attrs.mutable", "pydantic.dataclasses.dataclass",
    ]

    static let fieldBases = settingsBases.union([
        "typing.NamedTuple", "typing.TypedDict", "typing_extensions.TypedDict", "pydantic.BaseModel", "msgspec.Struct",
        "sqlmodel.SQLModel",
    ])

    /// Classes whose fields come from the environment.
    static let settingsBases: Set<String> = [
        "pydantic_settings.BaseSettings", "pydantic.BaseSettings", "pydantic.v1.BaseSettings",
    ]

    static let fieldMakers: Set<String> = [
        "dataclasses.field", "attrs.field", "attr.field", "attr.ib", "attr.attrib", "pydantic.Field", "attrs.Factory",
        "attr.Factory", "pydantic.PrivateAttr",
    ]

    /// Types whose values are data, wherever they come from.
    static let plainTypes: Set<String> = ["str", "int", "float", "bool", "bytes", "complex", "Path"]
    static let plainCollections: Set<String> = [
        "list", "List", "tuple", "Tuple", "set", "Set", "dict", "Dict", "frozenset", "Optional", "Union",
    ]

    static let sequenceTypes: Set<String> = [
        "list", "List", "Sequence", "Iterable", "Iterator", "Collection", "set", "Set", "tuple", "Tuple", "FrozenSet",
        "frozenset", "MutableSequence", "Generator", "AsyncIterator", "AsyncGenerator",
    ]

    /// Calls that run through an iterable they are given at once.
    static let consumers: Set<String> = [
        "builtins.list", "builtins.tuple", "builtins.set", "builtins.frozenset", "builtins.sorted", "builtins.sum",
        "builtins.min", "builtins.max", "builtins.any", "builtins.all", "builtins.dict", "collections.deque",
        "collections.Counter",
    ]
}

extension Interpreter {
    /// The value of a call whose meaning is evaluation itself; `nil`: the call is none of those.
    func callNative(_ text: String, on receiver: ObjectID?, _ arguments: Arguments, op: UInt32) -> Value? {
        if text.hasPrefix("builtins.") { return callBuiltin(text, on: receiver, arguments, op: op) }
        if let value = callSwiftNative(text, arguments) { return value }
        let first = arguments.positional.first
        switch text {
        case "functools.partial", "functools.partialmethod":
            guard let first else { return fresh() }
            var object = Object(kind: .partial, items: [first], arguments: arguments)
            object.arguments?.positional.removeFirst()
            if text.hasSuffix("method") { object.attributes[names.any] = Value.none }
            return make(object)
        case "functools.lru_cache", "functools.cache":
            if let first, isCallable(first) { return make(Object(kind: .cached, items: [first])) }
            return make(Object(kind: .external(path(text + "()"))))
        case "functools.lru_cache()", "functools.cache()":
            return first.map { make(Object(kind: .cached, items: [$0])) } ?? fresh()
        case "functools.cached_property", "django.utils.functional.cached_property":
            return first.map { make(Object(kind: .cachedProperty, items: [$0])) } ?? fresh()
        case "functools.wraps", "functools.update_wrapper":
            return make(Object(kind: .external(path("functools.wraps()"))))
        case "functools.wraps()": return first ?? fresh()
        case _ where text.hasSuffix(".submit().result") || text.hasSuffix(".apply_async().get"):
            return receiver.flatMap { object($0)?.items.first }
        case _ where text.hasSuffix("map_async().get"):
            guard let made = receiver.flatMap({ object($0)?.items.first }) else { return nil }
            return make(Object(kind: .list, rest: made))
        case "concurrent.futures.as_completed":
            let futures = first.map { elements(of: $0) } ?? fresh()
            return isAlive ? make(Object(kind: .list, rest: futures)) : .nothing
        case _ where text.hasSuffix("create_task().result") || text.hasSuffix("ensure_future().result"):
            // One that has a result has run.
            runTasks(op: op)
            return isAlive ? receiver.flatMap { object($0)?.items.first } : .nothing
        case "contextlib.contextmanager", "contextlib.asynccontextmanager":
            return first.map { make(Object(kind: .contextFactory, items: [$0])) } ?? fresh()
        case "contextlib.closing", "contextlib.nullcontext", "contextlib.aclosing":
            var object = Object(kind: .external(path(text + "()")))
            object.attributes[symbols.intern("<inner>")] = first ?? Value.none
            return make(object)
        case "contextlib.ExitStack.enter_context", "contextlib.AsyncExitStack.enter_context",
            "contextlib.AsyncExitStack.enter_async_context":
            guard let first else { return fresh() }
            if let receiver { update(receiver) { $0.items.append(first) } }
            return enterContext(first, op: op)
        case "unittest.TestCase.enterContext", "unittest.IsolatedAsyncioTestCase.enterAsyncContext":
            return first.map { enterContext($0, op: op) } ?? fresh()
        case "contextlib.ExitStack.callback", "contextlib.AsyncExitStack.callback",
            "contextlib.AsyncExitStack.push_async_callback":
            guard let first, let receiver else { return fresh() }
            var rest = arguments
            rest.positional.removeFirst()
            let later = make(Object(kind: .partial, items: [first], arguments: rest))
            update(receiver) { $0.items.append(later) }
            return first
        case "contextlib.ExitStack.push", "contextlib.AsyncExitStack.push":
            guard let first, let receiver else { return fresh() }
            let given = Arguments(positional: [.none, .none, .none])
            let later = isCallable(first) ? make(Object(kind: .partial, items: [first], arguments: given)) : first
            update(receiver) { $0.items.append(later) }
            return first
        case "contextlib.ExitStack.close", "contextlib.AsyncExitStack.aclose":
            guard let receiver else { return fresh() }
            leaveContext(Value(.object(receiver)), op: op)
            if isAlive { update(receiver) { $0.items = [] } }
            return Value.none
        case "contextlib.ExitStack.pop_all", "contextlib.AsyncExitStack.pop_all":
            guard let receiver, let stack = object(receiver) else { return fresh() }
            update(receiver) { $0.items = [] }
            return make(stack)
        case "functools.singledispatch", "functools.singledispatchmethod":
            guard let first else { return fresh() }
            var object = Object(kind: .dispatch, items: [first], keys: [nil])
            if text.hasSuffix("method") { object.attributes[names.any] = Value.none }
            return make(object)
        // A value that no other member has.
        case "enum.auto": return Value(string("\0auto \(frame.module) \(op)"))
        case "atexit.register":
            guard let first else { return fresh() }
            var rest = arguments
            rest.positional.removeFirst()
            state.arrangements.exitHandlers.append(make(Object(kind: .partial, items: [first], arguments: rest)))
            return first
        case "os.register_at_fork":
            hasEffect = true
            if let hook = arguments.keyword(symbols.intern("after_in_child")) {
                state.arrangements.childHooks.append(hook)
            }
            if let hook = arguments.keyword(symbols.intern("before")) {
                state.arrangements.hooksBeforeFork.append(hook)
            }
            return Value.none
        case "contextvars.ContextVar().set", "queue.Queue().put", "queue.Queue().put_nowait", "queue.LifoQueue().put",
            "queue.LifoQueue().put_nowait", "queue.SimpleQueue().put", "queue.SimpleQueue().put_nowait",
            "queue.PriorityQueue().put":
            // A context variable holds one value, a queue many: which of them comes out nobody knows.
            guard let receiver, let first else { return fresh() }
            let isVariable = text.hasPrefix("contextvars")
            update(receiver) { $0.rest = isVariable ? first : $0.rest.joined(with: existing(first)) }
            return fresh()
        case "contextvars.ContextVar().get", "queue.Queue().get", "queue.Queue().get_nowait", "queue.LifoQueue().get",
            "queue.LifoQueue().get_nowait", "queue.SimpleQueue().get", "queue.SimpleQueue().get_nowait",
            "queue.PriorityQueue().get":
            let holder = receiver.flatMap { object($0) }
            if let held = holder?.rest, held != .nothing { return held }
            guard text.hasPrefix("contextvars") else { return elementOfNothing() }
            return first ?? holder?.arguments?.keyword(names.defaultValue) ?? fresh()
        case "types.SimpleNamespace", "argparse.Namespace":
            var object = Object(kind: .external(path(text)))
            if case .object(let id)? = first?.only, let given = self.object(id), given.kind == .dict {
                for case (.string(let name)?, let value) in zip(given.keys, given.items) {
                    object.attributes[name] = value
                }
            }
            for (name, value) in arguments.keywords { object.attributes[name] = value }
            return make(object)
        case "self.hparams": return keepArguments(in: receiver)
        case "collections.defaultdict":
            var object = Object(kind: .dict)
            if let first { object.attributes[names.any] = first }
            return make(object)
        case "collections.OrderedDict", "weakref.WeakValueDictionary", "weakref.WeakKeyDictionary":
            return dictionary(of: arguments)
        case "importlib.import_module": return importByName(arguments, op: op)
        case "pkgutil.resolve_name": return resolveName(arguments, op: op)
        case "pkgutil.iter_modules", "pkgutil.walk_packages": return foundModules(arguments)
        case "os.getpid": return processID()
        // A forked child has it from the thread that forked.
        case "threading.get_ident", "_thread.get_ident": return Value(string("<thread \(thread ?? -1)>"))
        case _ where text.hasSuffix("multiprocessing.parent_process"):
            if isSurelyFirst { return Value.none }
            // The program's first process has none, and nobody knows whether this is it; a child has one.
            let value = fresh()
            if isSurelyInWorker, case .opaque(let number)? = value.only {
                madeByClass.insert(number)
                state.assume(Assumption(subject: number, question: .truthy), true)
            }
            return value
        case _ where text.hasSuffix("multiprocessing.current_process"): return currentProcess(text)
        case _ where text.hasSuffix("multiprocessing.util.register_after_fork"):
            guard let first, arguments.positional.count > 1 else { return Value.none }
            hasEffect = true
            state.arrangements.workerHooks.append(
                make(
                    Object(
                        kind: .partial, items: [arguments.positional[1]], arguments: Arguments(positional: [first]))))
            return Value.none
        case _ where text.hasPrefix("asyncio.") && text.hasSuffix(".set_default_executor"):
            // From Python 3.11 on it takes no executor but one of threads.
            guard environment.python.minor < 11 else { return Value.none }
            state.arrangements.replaced[path(Native.defaultExecutor)] = first
            return Value.none
        case _ where text.hasSuffix(".get_all_start_methods"):
            return make(Object(kind: .list, items: StartMethod.allCases.map { Value(string($0.rawValue)) }))
        case "platform.system": return Value(string(environment.platform == .linux ? "Linux" : "Darwin"))
        case "os.getenv", "os.environ.get": return environmentVariable(arguments)
        case "os.putenv", "os.environ.setdefault":
            if arguments.positional.count == 2 {
                setVariable(arguments.positional[0], arguments.positional[1], isSure: text == "os.putenv")
            }
            return arguments.positional.last ?? fresh()
        case "os.environ.pop", "os.unsetenv":
            if case .string(let name)? = first?.only { state.arrangements.variables[name] = nil }
            return fresh()
        case "os.environ.update":
            if case .object(let id)? = first?.only, let object = object(id), object.kind == .dict {
                for (key, value) in zip(object.keys, object.items) { if let key { setVariable(Value(key), value) } }
            }
            for (name, value) in arguments.keywords { setVariable(Value(.string(name)), value) }
            return Value.none
        case "typing.cast", "typing_extensions.cast":
            let value = arguments.positional.dropFirst().first ?? fresh()
            guard value.atoms.allSatisfy(\.isOpaque), let first else { return value }
            return instance(ofType: first) ?? value
        case "dataclasses.replace", "attrs.evolve", "attr.evolve", "copy.replace":
            return first.map { replaced($0, arguments, op: op) } ?? fresh()
        case "typing.NewType", "typing.overload": return arguments.positional.last ?? fresh()
        case "copy.copy", "copy.deepcopy", "types.MappingProxyType": return first ?? fresh()
        case "signal.signal":
            if arguments.positional.count == 2 { noteSignalHandler(arguments.positional[1], op: op) }
            return fresh()
        default:
            if let value = callOnElements(text, arguments) { return value }
            if text.hasPrefix("itertools.") {
                return callIterator(String(text.dropFirst("itertools.".count)), arguments)
            }
            if text == "collections.deque", first == nil { return make(Object(kind: .list)) }
            if Native.consumers.contains(text), let first {
                return make(Object(kind: .list, rest: elements(of: first)))
            }
            return callFunctional(text, on: receiver, arguments, op: op)
                ?? callPatcher(text, on: receiver, arguments, op: op)
        }
    }

    private func environmentVariable(_ arguments: Arguments) -> Value {
        guard case .string(let name)? = arguments.positional.first?.only else { return fresh() }
        if let known = variable(name) { return known }
        let unknown = Value(.opaque(part(-1, name)))
        if arguments.positional.count > 1 {
            let fallback = arguments.positional[1]
            return fallback == .none ? unknown : fallback.joined(with: unknown)
        }
        return unknown
    }

    private func callBuiltin(_ text: String, on receiver: ObjectID?, _ arguments: Arguments, op: UInt32) -> Value? {
        let name = text.dropFirst("builtins.".count)
        if let receiver, let object = object(receiver) {
            if name.hasPrefix("list.") { return callList(String(name.dropFirst(5)), receiver, object, arguments) }
            if name.hasPrefix("dict.") {
                return callDict(String(name.dropFirst(5)), receiver, object, arguments, op: op)
            }
            if name.hasPrefix("str.") { return callString(String(name.dropFirst(4)), object, arguments) }
            if name.hasPrefix("property.") { return callProperty(String(name.dropFirst(9)), object, arguments) }
            if name.hasPrefix(Self.recordPrefix) {
                return callRecord(String(name.dropFirst(Self.recordPrefix.count)), receiver, object, arguments, op: op)
            }
            if name == "cached.cache_clear" { return clearCache(of: object) }
            if name.hasPrefix("dispatch.") { return register(arguments, with: receiver) }
            if name.hasPrefix("generator.") { return callGenerator(String(name.dropFirst(10)), receiver, arguments) }
        } else if receiver == nil, let value = callUnboundContainer(text, arguments, op: op) {
            return value
        }
        let first = arguments.positional.first
        switch name {
        case "property":
            var parts = ["fget", "fset", "fdel"].enumerated().map { index, name in
                arguments.positional.dropFirst(index).first ?? arguments.keyword(symbols.intern(name)) ?? .none
            }
            while parts.count > 1, parts.last == Value.none { parts.removeLast() }
            return make(Object(kind: .property, items: parts))
        case "staticmethod": return make(Object(kind: .staticMethod, items: first.map { [$0] } ?? []))
        case "classmethod": return make(Object(kind: .classMethod, items: first.map { [$0] } ?? []))
        case "getattr": return getAttribute(arguments, op: op)
        case "setattr":
            if arguments.positional.count == 3 {
                setAttribute(
                    of: arguments.positional[0], named: arguments.positional[1], arguments.positional[2], op: op)
            }
            return Value.none
        case "delattr":
            if arguments.positional.count == 2, case .string(let name)? = arguments.positional[1].only {
                deleteAttribute(of: arguments.positional[0], name, op: op)
            }
            return Value.none
        case "super": return superclass(arguments)
        case "globals": return namespace(ofModule: frame.module)
        case "vars" where first?.only != nil: return attribute(of: first ?? .nothing, names.dictionary, op: op)
        case _ where name.hasPrefix(Self.moduleNamespace) && receiver != nil:
            let method = String(name.dropFirst(Self.moduleNamespace.count + 1))
            return receiver.map { callNamespace(method, $0, arguments, op: op) }
        case "object.__dict__.update":
            guard let receiver else { return fresh() }
            let given = Object(kind: .dict)
            let all = allocate(given)
            _ = callDict("update", all, given, arguments, op: op)
            let merged = object(all) ?? given
            for case (.string(let name)?, let value) in zip(merged.keys, merged.items) {
                update(receiver) { $0.attributes[name] = value }
            }
            return Value.none
        case "object.__dict__.pop":
            if let receiver, case .string(let name)? = first?.only { update(receiver) { $0.attributes[name] = nil } }
            return fresh()
        case "type.__subclasses__":
            guard case .class(let cls)? = first?.only else { return fresh() }
            return make(Object(kind: .list, items: directHeirs(of: cls)))
        case "type.__call__":
            guard case .class(let cls)? = first?.only else { return fresh() }
            var rest = arguments
            rest.positional.removeFirst()
            return instantiate(cls, rest, op: op)
        case "object.__setattr__":
            if arguments.positional.count == 3, case .string(let name)? = arguments.positional[1].only {
                setAttribute(of: arguments.positional[0], name, arguments.positional[2], isDirect: true, op: op)
            }
            return Value.none
        case "object.__new__":
            guard case .class(let cls)? = first?.only else { return fresh() }
            let id = allocate(Object(kind: .instance(of: cls)))
            giveContents(id, cls, isKnown: true)
            return Value(.object(id))
        case "__import__": return importByName(Arguments(positional: first.map { [$0] } ?? []), op: op)
        case "map", "filter":
            guard arguments.positional.count > 1 else { return fresh() }
            var object = Object(kind: .lazyMap, items: arguments.positional)
            if name == "filter" { object.attributes[names.any] = Value.none }
            object.launch = Launch(
                launcher: -1, arguments: Arguments(), fork: nil,
                stack: CallStack(place: place(op), function: frame.function, parent: frame.stack), place: place(op))
            return make(object)
        case "str":
            if let atom = first?.only, !atom.isOpaque, let text = wholeText(atom) { return Value(string(text)) }
            if let text = first.flatMap(spelled) { return text }
            // That of one unknown value is always the same.
            if let number = first?.only?.number, number != Opaque.anything {
                let isText = textBeginnings[number] != nil || ownPids[number] != nil
                return isText ? first : plain(Value(.opaque(part(number, symbols.intern("str()")))))
            }
            return described(first, by: name, op: op)
        case "len", "bool", "repr", "hash", "int", "float": return described(first, by: name, op: op)
        case "next", "anext": return first.map { advance($0) } ?? fresh()
        case "iter" where first.map(forksWhenIterated) == true:
            // A loader's workers are forked here, and not when the iterator is asked.
            if case .object(let id)? = first?.only { iterate(object: id, op: op) }
            return fresh()
        case "iter" where arguments.positional.count == 2: return callsUntil(arguments.positional[0], op: op)
        case "iter", "aiter": return first ?? fresh()
        case "reversed": return first.map(reversed) ?? fresh()
        case "enumerate":
            guard let first else { return fresh() }
            if isLazy(first) {
                return make(Object(kind: .lazyTuples, items: [make(Object(kind: .list, rest: fresh())), first]))
            }
            return pairs(elements(of: first), first: fresh())
        case "zip":
            if arguments.positional.contains(where: isLazy) {
                return make(Object(kind: .lazyTuples, items: arguments.positional))
            }
            let parts = arguments.positional.map { elements(of: $0) }
            let pair = make(Object(kind: .tuple, items: parts.map { $0.atoms.isEmpty ? fresh() : $0 }))
            return make(Object(kind: .list, rest: pair))
        case "list", "tuple", "set", "frozenset", "sorted": return collect(String(name), arguments, op: op)
        case "sum", "min", "max", "any", "all":
            if let first { _ = elements(of: first) }
            if let key = arguments.keyword(symbols.intern("key")), let first {
                _ = call(key, Arguments(positional: [elements(of: first)]), op: op)
            }
            return isAlive ? first.map { elements(of: $0).joined(with: fresh()) } ?? fresh() : .nothing
        case "dict":
            return dictionary(of: arguments)
        case "dict.fromkeys":
            guard let first else { return fresh() }
            var object = Object(kind: .dict)
            let value = arguments.positional.dropFirst().first ?? .none
            for key in elements(of: first).atoms { set(&object, Value(key), value) }
            return make(object)
        case "isinstance" where arguments.positional.count == 2:
            return isInstance(arguments.positional[0], of: arguments.positional[1])
        case "hasattr" where arguments.positional.count == 2:
            return hasAttribute(arguments.positional[0], arguments.positional[1])
        case "type" where arguments.positional.count == 1: return classes(of: arguments.positional[0])
        case "print", "format":
            for value in arguments.positional where isAlive { show(value, op: op) }
            return !isAlive ? .nothing : name == "print" ? fresh() : freshData()
        case "isinstance", "issubclass", "callable", "hasattr", "id", "type", "vars": return fresh()
        case "open", "input", "ascii", "chr", "bytes", "bytearray", "hex", "oct", "bin", "ord", "abs",
            "round":
            return freshData()
        case "range": return plain(fresh())
        default: return nil
        }
    }

    /// `len(x)`, `str(x)`: data that a method of the object gives.
    private func described(_ value: Value?, by name: Substring, op: UInt32) -> Value {
        for atom in value?.atoms ?? [] where isAlive {
            _ = callSpecial(atom, symbols.intern("__\(name)__"), Arguments(), op: op)
        }
        return isAlive ? plain(fresh()) : .nothing
    }

    /// True for what runs code when it is iterated.
    func isLazy(_ value: Value) -> Bool {
        value.atoms.contains { atom in
            guard case .object(let id) = atom else { return false }
            if streams[id] != nil { return true }
            switch object(id)?.kind {
            case .generator, .lazyComprehension, .lazyMap, .lazyTuples, .lazyChain: return true
            default: return false
            }
        }
    }

    private func pairs(_ element: Value, first: Value) -> Value {
        let pair = make(Object(kind: .tuple, items: [first, element.atoms.isEmpty ? fresh() : element]))
        return make(Object(kind: .list, rest: pair))
    }
}
