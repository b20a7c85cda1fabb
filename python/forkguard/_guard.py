"""From an event to a verdict: what is touched in this process, what it inherited, and what a call or a fork means then.

The C side calls `decide` only where a call may mean something new, `on_fork` before os.fork and os.forkpty where
somebody may stop the fork or is told of it (`settle`), `rolled` once in a process that finds itself forked. None of them holds
a lock: they run under the interpreter's own. Nothing is imported in a forked child: another thread of the parent may have held
that module's lock.
"""

import os
import sys
import time
from _thread import get_ident
from _weakref import ref

from . import _allow, _events, _hooks, _library, _message, _patch
from ._allow import is_allowed
from ._conditions import any_holds, made
from ._frames import classes_of, is_inner, launching_modules, stack_of
from ._library import BAD
from ._patch import HANDLE, RESULT, TOUCH
from ._rules import EXECUTING

POLICIES = ("fail-fast", "refuse", "warn", "report", "off", "observe")

_HISTORY = 1000
_OBSERVED = 200  # uses that one process tells of


class State:
    policy = "off"
    flags = 0
    is_armed = False
    keeps_history = False  # of all forks, for a summary at the end


state = State()
_pending = {}  # thread -> the Fork that it is about to make
_last_fork = None  # that made this process, or the nearest ancestor's that was seen
history = []  # (site, verdict)
_refused_threads = False
_uses = 0
_executing = None


class Touch:
    __slots__ = ("pid", "time", "call", "library", "stack")

    def __init__(self, library, call, stack):
        self.pid = os.getpid()
        self.time = time.time()
        self.call = call
        self.library = library
        self.stack = stack


class Fork:
    __slots__ = ("pid", "time", "call", "stack", "classes", "is_native", "lost_count", "is_allowed", "_details")

    def __init__(self, call, stack, classes, pid=None, at=None):
        self.pid = os.getpid() if pid is None else pid
        self.time = time.time() if at is None else at
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
            self._details = (_hooks.origin_details(self.is_native) if self is _last_fork else None) or ([], [])
        return self._details


# MARK: Touches


def _arm():
    """The first touch: from now on forks matter."""
    state.is_armed = True
    _hooks.arm()
    _hooks.watch(True)
    # All in C: what Python looks at after a fork costs a page fault. The child is looked at when it uses something or
    # forks again, and most never do.
    before, in_parent, in_child = _hooks.at_fork(
        _before_any_fork, _after_fork_in_parent, classes_of, tuple(launching_modules()))
    os.register_at_fork(before=before, after_in_parent=in_parent, after_in_child=in_child)
    settle()


def settle():
    """Tells the C side whether forks need a question: not where nothing can stop one and nobody is told of it.

    A child that forks again is always asked: the next fork takes the place of what is known of its own.
    """
    is_asked = state.policy not in ("fail-fast", "warn") or state.keeps_history or _allow.is_used
    _hooks.quiet(state.is_armed and not is_asked and _hooks.generation() == 1)


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
    _hooks.keep(handle, _touch(library, call, frame))


def _inherited_handle(handle):
    entry = _hooks.inherited.get(id(handle))
    if entry is None:
        return None
    touch, reference, kind = entry
    if reference() is handle if reference is not None else kind is type(handle):
        return touch
    _hooks.inherited.pop(id(handle), None)
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
    if is_inner(library, frame):
        return None
    if spec.flags & HANDLE:
        return _decide_handle(spec, args, kwargs, frame)
    resource = _library.resource(library)
    row = spec.row
    is_open = False
    if resource.inherited is not None and row.uses:
        if any_holds(row.uses, spec, args, kwargs):
            verdict = judge(library, resource.inherited, resource.fork, row.name, frame, resource.is_told)
            if verdict is not True:
                return verdict
        is_open = library.outcome in BAD or state.policy == "observe" or any(clause[0] for clause in row.uses)
    if row.touches and resource.touch is None:
        if any_holds(row.touches, spec, args, kwargs):
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
    if touch is not None and row.uses and any_holds(row.uses, spec, args, kwargs):
        verdict = judge(spec.library, touch, _last_fork, row.name, frame, _library.resource(spec.library).is_told)
        if verdict is not True:
            return verdict
        # Told once; the handle counts as this process's own from here on.
        _hooks.keep(handle, touch)
        return None
    if spec.flags & TOUCH and not spec.flags & RESULT and any_holds(row.touches, spec, args, kwargs):
        _record_handle(spec.library, row.name, handle, frame)
    return None


def _conclude(spec, args, kwargs, result, frame):
    library, row = spec.library, spec.row
    if not spec.flags & HANDLE:
        resource = _library.resource(library)
        resource.touch = resource.inherited = None
    elif not row.touches:
        _remember_making(result, kwargs)
    elif result is not None and any_holds(row.touches, spec, args, kwargs):
        _patch.guard_type(library, type(result))
        _record_handle(library, row.name, result, frame)


def _remember_making(result, kwargs):
    if kwargs:
        try:
            address = id(result)
            made[address] = (ref(result, lambda _, pop=made.pop: pop(address, None)), dict(kwargs))
        except TypeError:
            pass


def rolled():
    """This process is a fork of the one whose state it finds."""
    global _last_fork, _uses
    _uses = 0
    fork = _pending.get(get_ident())
    if fork is not None and fork.pid == os.getpid():
        fork = None  # a plan of this process, not what made it
    quiet = _hooks.taken()
    if quiet is not None:
        call, pid, at, stack, classes = quiet
        fork = Fork(call, stack, classes or [""] * len(stack), pid, at)
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


def _touched():
    """All libraries that have been touched here or above, harmless ones too."""
    touches = [touch for each in _library.resources().values() for touch in (each.touch, each.inherited)]
    for handles in (_hooks.current, _hooks.inherited):
        touches += [entry[0] for entry in list(handles.values())]
    return sorted({touch.library.id for touch in touches if touch is not None})


def on_fork(event):
    """Before os.fork and os.forkpty: None, or the exception that vetoes it."""
    _hooks.notice()
    frame = sys._getframe(1)
    fork = Fork(event, stack_of(frame), classes_of(frame))
    fork.is_allowed = is_allowed()
    _pending[get_ident()] = fork
    if state.policy == "observe":
        _events.emit("fork", {"libraries": _touched(), "stack": fork.stack})
        return None
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
        _executing = frozenset(eval(EXECUTING, {"__builtins__": {}}))  # a literal, as in _library
    for _, _, function, module in stack:
        if module != stack[0][3]:
            return False
        if module + "." + function in _executing:
            return True
    return False


def _refuse(library, fork, frame):
    global _refused_threads
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
    if is_allowed() or (fork is not None and fork.is_allowed):
        return None
    key = (library.id, call)
    policy = state.policy
    if library.outcome not in BAD:
        key, policy = library.id, "warn" if policy not in ("report", "observe") else policy
    if policy in ("warn", "report") and key in told:
        return True
    if policy == "observe":
        return _observe(library, touch, fork, call, frame)
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


def _observe(library, touch, fork, call, frame):
    """Tells of a use, and then of how it ended."""
    global _uses
    if _uses >= _OBSERVED:
        return True
    _uses += 1
    number = _uses
    error = _message.error("use", library, touch, fork, call, stack_of(frame))
    _events.emit("use", dict(error.fields(), use=number))

    def ended(kind):
        raised = None if kind is None else kind.__name__
        is_fatal = kind is not None and not issubclass(kind, Exception)
        _events.emit("used", {"use": number, "library": library.id, "raised": raised, "fatal": is_fatal})

    return ended


# MARK: In and out


def install(policy, events, report, history_too=False):
    flags = _hooks.install(on_fork, decide, after, rolled)
    state.policy = policy
    state.flags = flags
    state.keeps_history = state.keeps_history or history_too
    _events.configure(events, report)
    _library.is_observing = policy == "observe"
    settle()
    if (state.keeps_history or policy == "observe") and policy != "off":
        _hooks.watch(True)
