"""The words of the guard, all of them, in one order: what happened; who touched; who forked; what was lost; what to do;
what that costs; where to read on."""

import os
import warnings

from . import _hooks
from ._errors import ForkUnsafeError, ForkUnsafeWarning
from ._frames import launchers, launching_modules

_CONSEQUENCE = {
    "hang": "hangs",
    "error": "fails",
    "corruption": "may corrupt data",
    "uncertain": "may fail",
}
# Frames that say nothing to a user.
_NOISE = ("importlib._bootstrap", "importlib._bootstrap_external", "runpy", "threading", "forkguard")
# Width of the column of labels.
_LABEL = 11


def say(text):
    """To standard error at once, in one piece, also where sys.stderr is gone or somebody's lock is."""
    try:
        _hooks.write(2, ("forkguard: " + text + "\n").encode("utf-8", "replace"))
    except OSError:
        pass


def warn(error, frame):
    """Warns at the user's line; returns the warning where the user's filters make an exception of it."""
    module = str(frame.f_globals.get("__name__", "?"))
    try:
        warnings.warn_explicit(str(error), ForkUnsafeWarning, frame.f_code.co_filename, frame.f_lineno, module)
    except ForkUnsafeWarning as warning:
        return warning.with_traceback(None)
    return None


# MARK: Stacks


def _is_users(frame, library, skipped):
    module = frame[3]
    root = module.partition(".")[0]
    if module in _NOISE or root in _NOISE or frame[0].startswith("<frozen"):
        return False
    return root not in skipped and not (library is not None and library.owns(module))


def _users_frames(stack, library, is_fork=False):
    """The frames that are the user's own, innermost first; where none is, the outermost that says anything."""
    skipped = launching_modules() if is_fork else ()
    own = [frame for frame in stack if _is_users(frame, library, skipped)]
    return own or [frame for frame in stack if frame[3] not in _NOISE][-1:] or list(stack[:1])


def _line(frame):
    """The source line, read without linecache: that would import modules, in a child whose import locks may be held."""
    try:
        with open(frame[0], "rb") as file:
            for number, line in enumerate(file, 1):
                if number == frame[1]:
                    return line.decode("utf-8", "replace").strip()
    except OSError:
        pass
    return ""


def _place(frame):
    name = os.path.relpath(frame[0]) if frame[0].startswith(os.getcwd() + os.sep) else frame[0]
    return "%s:%d, in %s" % (name, frame[1], frame[2])


def _entry(label, text, stack):
    lines = ["  " + (label + " " * _LABEL)[:_LABEL] + text]
    pad = " " * (_LABEL + 2)
    for at, frame in enumerate(stack[:5]):
        lines.append(pad + ("" if at == 0 else "called from ") + _place(frame))
        source = _line(frame) if at == 0 else ""
        if source:
            lines.append(pad + "    " + source)
    if len(stack) > 5:
        lines.append(pad + "... and %d more frames" % (len(stack) - 5))
    return lines


def _moment(when):
    """In UTC and by hand: the C library's localtime takes a lock that another thread may have held at the fork."""
    seconds = int(when) % 86400
    return "%02d:%02d:%02d.%03d UTC" % (seconds // 3600, seconds // 60 % 60, seconds % 60, when % 1 * 1000)


# MARK: Launchers


def launcher_of(fork):
    """(name, code) of the launcher that forked, or (None, "")."""
    if fork is None:
        return None, ""
    known = launchers()
    # From the outside in: a Pool starts a Process, and the Pool is what the user wrote.
    for (_, _, function, module), owner in reversed(list(zip(fork.stack, fork.classes))):
        root = module.partition(".")[0]
        if root in ("os", "pty"):
            continue
        own = [each for each in known if each[0].partition(".")[0] == root]
        for name, code in own:
            if name.rpartition(".")[2] in (owner, function):
                return name, code
        # A pool's own thread, say.
        for name, code in own:
            if name.rpartition(".")[0] == module:
                return name, code
    return None, ""


def _code(fork, library):
    """The change, as code."""
    name, code = launcher_of(fork)
    if not code:
        return ""
    if "{method}" in code:
        return code.replace("{method}", "forkserver")
    return code


def _is_of_fork_server(fork):
    """Whether a server of `multiprocessing` forked, which has touched the library itself: by importing the main module, say."""
    return fork is not None and any(module == "multiprocessing.forkserver" for _, _, _, module in fork.stack)


def _remedy(fork, library):
    if not _is_of_fork_server(fork):
        return library.remedy
    return (
        "Start the workers with the `spawn` method, or touch %s neither at the top level of the main module nor of one that "
        "the fork server imports: below `if __name__ == \"__main__\":`, or in the worker's function." % library.title
    )


def _lost(fork, library):
    if fork is None or not fork.lost_count:
        return ""
    counts = {}
    for name in fork.details()[0]:
        counts[name] = counts.get(name, 0) + 1
    # A thread that never took a name of its own carries the program's.
    own = [name for name in counts if any(name.startswith(each[:15]) for each in library.threads)]
    parts = []
    for name in own + [name for name in counts if name not in own]:
        text = name + (" x%d" % counts[name] if counts[name] > 1 else "")
        parts.append(text + (" (%s)" % library.title if name in own else ""))
    return "%d thread%s of pid %d: %s" % (fork.lost_count, "" if fork.lost_count == 1 else "s", fork.pid, ", ".join(parts))


# MARK: The message


def _headline(kind, library, call):
    name = library.title + (" " + library.version if library.version and library.version not in library.title else "")
    if kind == "fork":
        return "%s was refused: this process has touched %s, and a forked child that uses it %s" % (
            call,
            name,
            _consequence(library),
        )
    return "%s was about to be used in a forked child of the process that had touched it; unguarded, the child %s" % (
        name,
        _consequence(library),
    )


def _consequence(library):
    return library.consequence or _CONSEQUENCE.get(library.outcome, "may fail")


def error(kind, library, touch, fork, call, used):
    """The exception, its message and all of its fields. It is not raised here."""
    touched = _users_frames(touch.stack, touch.library)
    lines = [_headline(kind, library, call) + "."]
    lines += _entry("touched", "in pid %d at %s by %s" % (touch.pid, _moment(touch.time), touch.call), touched)
    if fork is not None:
        launcher, _ = launcher_of(fork)
        how = launcher or fork.call
        stack = _users_frames(fork.stack, None, True)
        text = "pid %d at %s by %s" % (fork.pid, _moment(fork.time) if fork.time else "an unknown time", how)
        lines += _entry("forked" if kind == "use" else "fork", text, stack)
        for place in fork.details()[1][:6] if fork.is_native else ():
            lines.append(" " * (_LABEL + 2) + place)
    if kind == "use":
        lines += _entry("used", "in pid %d by %s" % (os.getpid(), call), _users_frames(used, library)[:1])
        lost = _lost(fork, library)
        if lost:
            lines.append("  " + ("lost" + " " * _LABEL)[:_LABEL] + lost)
    lines.append("  " + ("because" + " " * _LABEL)[:_LABEL] + library.title + " " + library.mechanism + ".")
    change = _code(fork, library)
    lines.append("  " + ("instead" + " " * _LABEL)[:_LABEL] + _remedy(fork, library))
    if change:
        lines.append(" " * (_LABEL + 2) + "    " + change)
    if library.price:
        lines.append("  " + ("price" + " " * _LABEL)[:_LABEL] + library.price)
    lines.append("  " + ("see" + " " * _LABEL)[:_LABEL] + "forkguard explain %s, %s" % (library.id, library.evidence[0]))
    return ForkUnsafeError(
        "\n".join(lines),
        kind=kind,
        library=library.id,
        title=library.title,
        version=library.version,
        outcome=library.outcome,
        call=call,
        pid=os.getpid(),
        touched={"pid": touch.pid, "time": touch.time, "call": touch.call, "stack": list(touch.stack)},
        forked=None
        if fork is None
        else {"pid": fork.pid, "time": fork.time, "call": launcher_of(fork)[0] or fork.call, "stack": list(fork.stack)},
        used=list(used),
        lost=list(fork.details()[0]) if fork is not None and kind == "use" else [],
        remedy=_remedy(fork, library),
        price=library.price,
        evidence=list(library.evidence),
    )
