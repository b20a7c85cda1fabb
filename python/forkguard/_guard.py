"""From an event to a verdict: what is touched in this process, what it inherited, and what a call or a fork means then.

The C side calls `decide` only where a call may mean something new, `on_fork` before os.fork and os.forkpty, `rolled` once
in a process that finds itself forked. None of them holds a lock: they run under the interpreter's own.
"""

import os
import sys
import time
from _thread import get_ident
from _weakref import ref

from . import _events, _hooks, _library, _patch
from ._allow import is_allowed
from ._library import BAD
from ._patch import DERIVES, HANDLE, RESULT, TOUCH

POLICIES = ("fail-fast", "refuse", "warn", "report", "off")

# Frames of these stand between a library's function and its caller without being either.
_TRANSPARENT = frozenset(("functools", "contextlib", "typing_extensions", "warnings", "_collections_abc"))
_STACK = 24
_HISTORY = 1000


class State:
    policy = "off"
    flags = 0
    is_armed = False
    keeps_history = False  # of all forks, for a summary at the end


state = State()
_pending = {}  # thread -> the Fork that it is about to make
_last_fork = None  # that made this process, or the nearest ancestor's that was seen
history = []  # (site, verdict)
_made = {}  # id of an object -> (reference, what it was made with)
_refused_threads = False
_executing = None
_launching = None


class Touch:
    __slots__ = ("pid", "time", "call", "library", "stack", "reference", "kind")

    def __init__(self, library, call, stack, source=None):
        self.pid = os.getpid() if source is None else source.pid
        self.time = time.time() if source is None else source.time
        self.call = call
        self.library = library
        self.stack = stack
        self.reference = None  # to a handle, where it can have one
        self.kind = None


class Fork:
    __slots__ = ("pid", "time", "call", "stack", "classes", "is_native", "lost_count", "is_allowed", "_details")

    def __init__(self, call, stack, classes):
        self.pid = os.getpid()
        self.time = time.time()
        self.call = call
        self.stack = stack
        self.classes = classes  # of `self` in each frame: they tell a Pool from a Process
        self.is_native = False
        self.lost_count = 0
        self.is_allowed = False
        self._details = None

    def details(self):
        """(names of the parent's other threads, native places that forked). Looked up late: most children never ask."""
        if self._details is None:
            self._details = (_hooks.origin_details() if self is _last_fork else None) or ([], [])
        return self._details


# MARK: Stacks


def stack_of(frame, limit=_STACK):
    """(file, line, function, module) of a frame and its callers."""
    found = []
    while frame is not None and len(found) < limit:
        code = frame.f_code
        found.append((code.co_filename, frame.f_lineno, code.co_name, str(frame.f_globals.get("__name__", ""))))
        frame = frame.f_back
    return found


def _classes_of(frame, limit=_STACK):
    """The class of `self` in the frames of modules that fork for others, "" elsewhere."""
    global _launching
    if _launching is None:
        from . import _message

        _launching = _message.launching_modules()
    found = []
    while frame is not None and len(found) < limit:
        names = frame.f_code.co_varnames
        owner = ""
        if names and names[0] == "self":
            module = frame.f_globals.get("__name__")
            if type(module) is str and module.partition(".")[0] in _launching:
                owner = type(frame.f_locals.get("self")).__name__
        found.append(owner)
        frame = frame.f_back
    return found


def _codes_of(library):
    """The code of all functions that the rule speaks of, and of the other methods of their classes."""
    if library.codes is None:
        library.codes = codes = {}
        owners = []
        for owner, _, _ in library.classes:
            owners += [base for base in owner.__mro__ if library.owns(base.__module__ or "") and base not in owners]
        values = [value for owner in owners for value in vars(owner).values()]
        values += [value for value, _ in library.replaced.values()]
        for value in values:
            for _ in range(8):
                if value is None:
                    break
                value = getattr(value, "__func__", value)
                value = getattr(value, "fget", None) or value
                code = getattr(value, "__code__", None)
                if code is not None:
                    codes[id(code)] = code
                value = getattr(value, "__wrapped__", None)
    return library.codes


def _is_inner(library, frame):
    """Whether a call comes from within a function of the library whose own call has been judged."""
    codes = None
    for _ in range(40):
        if frame is None:
            return False
        module = str(frame.f_globals.get("__name__", ""))
        if library.owns(module):
            if codes is None:
                codes = _codes_of(library)
            if id(frame.f_code) in codes:
                return True
        elif module not in _TRANSPARENT:
            return False
        frame = frame.f_back
    return False


# MARK: Conditions of rows

_ABSENT = object()


def _value(clause, spec, args, kwargs):
    """The argument that a condition is about; for methods, what the object was made with counts as well."""
    name = clause[0][1]
    if kwargs is not None and name in kwargs:
        return kwargs[name]
    if name in clause[1]:
        position = clause[1].index(name) + spec.offset
        if position < len(args):
            return args[position]
    if spec.offset and args and spec.row.kind == "method":
        made = _made.get(id(args[0]))
        if made is not None and made[0]() is args[0]:
            return made[1].get(name, _ABSENT)
        try:
            return getattr(args[0], name, _ABSENT)
        except Exception:
            return _ABSENT
    return _ABSENT


def _holds(clause, spec, args, kwargs):
    when, _, _, by_thread, _ = clause
    if by_thread and _hooks.on_main_thread():
        return False
    if when is None:
        return True
    kind, _, literal = when
    value = _value(clause, spec, args, kwargs)
    is_given = value is not _ABSENT and value is not None
    if kind == "present":
        return is_given
    if kind == "absent":
        return not is_given
    try:
        if kind == "!=":
            return value is _ABSENT or bool(value != literal)
        if value is _ABSENT:
            return False
        if kind == ">":
            return bool(value > literal)
        return bool(value == literal) or (isinstance(literal, str) and str(value) == literal)
    except Exception:
        return False


def _any_holds(clauses, spec, args, kwargs):
    return any(_holds(clause, spec, args, kwargs) for clause in clauses)


# MARK: Touches


def _arm():
    """The first touch: from now on forks matter."""
    state.is_armed = True
    _hooks.arm()
    _hooks.watch(True)
    # Nothing in the child: it is looked at when it uses something or forks again, and most never do.
    os.register_at_fork(before=_before_any_fork, after_in_parent=_after_fork_in_parent)


def _touch(library, call, frame):
    touch = Touch(library, call, stack_of(frame))
    if not state.is_armed:
        _arm()
    # Of handles, the first one tells enough.
    resource = _library.resource(library)
    if _events.is_wanted() and "touch" not in resource.is_told:
        resource.is_told.add("touch")
        _events.emit("touch", {"library": library.id, "version": library.version, "call": call, "stack": touch.stack})
    return touch


def _record_handle(library, call, handle, frame):
    _keep(handle, _touch(library, call, frame))


def _keep(handle, touch):
    address = id(handle)
    touch.kind = type(handle)
    try:
        # Looks up nothing: it may run when modules have been taken apart already.
        touch.reference = ref(handle, lambda _, drop=_drop: drop(address))
    except TypeError:
        pass  # then its address and type have to do; a factory that hands out the address again renews the entry
    _hooks.inherited.pop(address, None)
    _hooks.current[address] = touch


def _drop(address, current=_hooks.current, inherited=_hooks.inherited):
    current.pop(address, None)
    inherited.pop(address, None)


def _inherited_handle(handle):
    touch = _hooks.inherited.get(id(handle))
    if touch is None:
        return None
    if touch.reference() is handle if touch.reference is not None else touch.kind is type(handle):
        return touch
    _drop(id(handle))
    return None


# MARK: What the C side calls


def decide(spec, args, kwargs):
    """None: go on. True: go on, and do not ask again in this process. An exception: raise it."""
    try:
        return _decide(spec, args, kwargs, sys._getframe(1))
    except Exception as error:
        return _own_mistake(error)


def after(spec, args, kwargs, result):
    """What a call gave back, or that it released the library."""
    try:
        if spec.is_import:
            _patch.executed(spec, args[0])
        elif state.policy != "off":
            _conclude(spec, args, kwargs, result, sys._getframe(1))
    except Exception as error:
        _own_mistake(error)


def _own_mistake(error):
    """A mistake of the guard's stops nobody; an exception from a signal handler that ran meanwhile is not ours to keep."""
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    module = str(trace.tb_frame.f_globals.get("__name__", ""))
    if module.partition(".")[0] not in ("forkguard", "linecache", "tokenize", "codecs", "os", "posixpath", "warnings"):
        raise error
    if sys.stderr is not None:
        sys.stderr.write("forkguard: an error of its own (%s: %s) in %s, line %d\n" % (
            type(error).__name__, error, trace.tb_frame.f_code.co_filename, trace.tb_lineno))
    return None


def _decide(spec, args, kwargs, frame):
    if state.policy == "off":
        return True
    library = spec.library
    if _is_inner(library, frame):
        return None
    if spec.flags & HANDLE:
        return _decide_handle(spec, args, kwargs, frame)
    resource = _library.resource(library)
    row = spec.row
    is_open = False
    if resource.inherited is not None and row.uses:
        if _any_holds(row.uses, spec, args, kwargs):
            verdict = judge(library, resource.inherited, resource.fork, row.name, frame, resource.is_told)
            if verdict is not True:
                return verdict
        is_open = library.outcome in BAD or any(clause[0] for clause in row.uses)
    if row.touches and resource.touch is None:
        if _any_holds(row.touches, spec, args, kwargs):
            resource.touch = _touch(library, row.name, frame)
        elif resource.inherited is None:
            is_open = True
    return None if is_open else True


def _decide_handle(spec, args, kwargs, frame):
    row = spec.row
    position, name = spec.handle or (0, None)
    handle = kwargs[name] if kwargs is not None and name in kwargs else None
    if handle is None:
        if not 0 <= position < len(args):
            return None
        handle = args[position]
    touch = _inherited_handle(handle)
    if touch is not None and row.uses and _any_holds(row.uses, spec, args, kwargs):
        verdict = judge(spec.library, touch, _last_fork, row.name, frame, _library.resource(spec.library).is_told)
        if verdict is not True:
            return verdict
        # Told once; the handle counts as this process's own from here on.
        _hooks.inherited.pop(id(handle), None)
        _hooks.current[id(handle)] = touch
        return None
    if spec.flags & TOUCH and not spec.flags & RESULT and _any_holds(row.touches, spec, args, kwargs):
        _record_handle(spec.library, row.name, handle, frame)
    return None


def _conclude(spec, args, kwargs, result, frame):
    library, row = spec.library, spec.row
    if not spec.flags & HANDLE:
        resource = _library.resource(library)
        resource.touch = resource.inherited = None
    elif spec.flags & DERIVES:
        source = _hooks.current.get(id(args[0])) if args else None
        if source is not None and result is not None and result is not args[0]:
            _keep(result, Touch(source.library, source.call, source.stack, source))
    elif not row.touches:
        _remember_making(result, kwargs)
    elif result is not None and _any_holds(row.touches, spec, args, kwargs):
        _patch.guard_type(library, type(result))
        _record_handle(library, row.name, result, frame)


def _remember_making(made, kwargs):
    if kwargs:
        try:
            address = id(made)
            _made[address] = (ref(made, lambda _, pop=_made.pop: pop(address, None)), dict(kwargs))
        except TypeError:
            pass


def rolled():
    """This process is a fork of the one whose state it finds."""
    global _last_fork
    fork = _pending.get(get_ident())
    if fork is not None and fork.pid == os.getpid():
        fork = None  # a plan of this process, not what made it
    seen = _hooks.origin()
    if fork is None or (seen is not None and seen[0] != fork.pid):
        fork = Fork("a fork in native code", [], [])
        fork.is_native = True
        fork.pid = seen[0] if seen is not None else os.getppid()
        fork.time = seen[1] if seen is not None else 0
    if seen is not None:
        fork.lost_count = seen[2]
    _last_fork = fork
    _pending.clear()
    for resource in _library.resources().values():
        if resource.touch is not None:
            if resource.inherited is None:
                resource.inherited, resource.fork = resource.touch, fork
            resource.touch = None
        resource.is_told = set()
    _hooks.inherited.update(_hooks.current)
    _hooks.current.clear()


def _after_fork_in_parent():
    _pending.pop(get_ident(), None)


def _before_any_fork():
    """os.fork has announced itself by an audit event; what has not is a `preexec_fn`, which nothing can veto."""
    _hooks.notice()
    if _last_fork is not None:
        # The next child has an event of its own.
        _last_fork.details()
    if get_ident() in _pending:
        return
    stack = stack_of(sys._getframe(1))
    _pending[get_ident()] = Fork("preexec_fn", stack, [])
    if _events.is_wanted() or state.policy == "report":
        touched = [library.id for library in hazards()]
        if touched:
            _events.emit("preexec", {"libraries": touched, "stack": stack}, state.policy == "report")


# MARK: Verdicts


def hazards():
    """The libraries touched here whose child would be in trouble, whatever it does with them."""
    found = []
    for library in _library.loaded():
        if library.outcome in BAD and not library.proven and library.scope == "process":
            resource = _library.resource(library)
            touch = resource.touch or resource.inherited
            if touch is not None and touch.library is library:
                found.append(library)
    return found


def on_fork(event):
    """Before os.fork and os.forkpty: None, or the exception that vetoes it."""
    _hooks.notice()
    frame = sys._getframe(1)
    fork = Fork(event, stack_of(frame), _classes_of(frame))
    fork.is_allowed = is_allowed()
    _pending[get_ident()] = fork
    found = hazards() if state.is_armed and not _is_executing(fork.stack) else []
    verdict, error = "clean", None
    if found:
        verdict = "touched: " + ", ".join(library.id for library in found)
    if found and fork.is_allowed:
        verdict = "allowed"
    elif found and state.policy == "refuse":
        verdict, error = _refuse(found[0], fork, frame)
    elif found and state.policy == "report":
        _events.emit("fork", {"libraries": [library.id for library in found], "stack": fork.stack}, True)
    if state.keeps_history and len(history) < _HISTORY:
        history.append((fork.stack, verdict))
    return error


def _is_executing(stack):
    """Whether a function forks whose child does nothing but start a program, as os.spawnv does."""
    global _executing
    if _executing is None:
        from ._rules import EXECUTING

        _executing = frozenset(eval(EXECUTING, {"__builtins__": {}}))  # a literal, as in _library
    for _, _, function, module in stack:
        if module != stack[0][3]:
            return False
        if module + "." + function in _executing:
            return True
    return False


def _refuse(library, fork, frame):
    global _refused_threads
    from . import _message

    resource = _library.resource(library)
    error = _message.error("fork", library, resource.touch or resource.inherited, fork, fork.call, ())
    if not _hooks.on_main_thread():
        # An exception in a pool's own thread would end that thread, and the program would wait for ever.
        if not _refused_threads:
            _refused_threads = True
            _message.say(str(error) + "\n  This fork comes from a helper thread, where a refusal would hang the "
                         "program: it goes through, and the first use in the child raises.")
        _events.emit("fallback", error.fields())
        return "not refused: helper thread", None
    _events.emit("refused", error.fields())
    _close_pipes(frame)
    _pending.pop(get_ident(), None)
    return "refused: " + library.id, error


def _close_pipes(frame):
    """A refused multiprocessing start leaks the pipes that it had made: nobody else knows their numbers yet."""
    for _ in range(4):
        if frame is None:
            return
        module = str(frame.f_globals.get("__name__", ""))
        if frame.f_code.co_name == "_launch" and module.endswith(".popen_fork"):
            names = frame.f_locals
            for name in ("parent_r", "child_w", "child_r", "parent_w"):
                descriptor = names.get(name)
                if type(descriptor) is int:
                    try:
                        os.close(descriptor)
                    except OSError:
                        pass
            return
        frame = frame.f_back


def judge(library, touch, fork, call, frame, told):
    """What a use in the child comes to: an exception, None (go on), or True (go on, and it has been said)."""
    from . import _message

    if is_allowed() or (fork is not None and fork.is_allowed):
        return None
    key = (library.id, call)
    policy = state.policy
    if library.outcome not in BAD:
        key, policy = library.id, "warn" if policy != "report" else policy
    if policy in ("warn", "report") and key in told:
        return True
    told.add(key)
    error = _message.error("use", library, touch, fork, call, stack_of(frame))
    if policy == "report":
        _events.emit("use", error.fields(), True)
        return True
    if policy == "warn":
        _events.emit("warned", error.fields())
        return _message.warn(error, frame) or True
    _events.emit("raised", error.fields())
    return error


# MARK: In and out


def install(policy, events, report, history_too=False):
    flags = _hooks.install(on_fork, decide, after, rolled)
    state.policy = policy
    state.flags = flags
    state.keeps_history = state.keeps_history or history_too
    _events.configure(events, report)
    if state.keeps_history and policy != "off":
        _hooks.watch(True)
