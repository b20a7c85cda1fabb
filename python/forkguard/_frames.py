"""Who calls: stacks as plain values, and whether a call comes from within the library itself."""

from . import _rules

# Frames of these stand between a library's function and its caller without being either.
_TRANSPARENT = frozenset(("functools", "contextlib", "typing_extensions", "warnings", "_collections_abc"))
_STACK = 24
_launching = None
_known_launchers = None


def launchers():
    global _known_launchers
    if _known_launchers is None:
        _known_launchers = eval(_rules.LAUNCHERS, {"__builtins__": {}})  # a literal, as in _library
    return _known_launchers


def launching_modules():
    """The packages of launchers: their frames are shown as the launcher, not as the place."""
    return {name.partition(".")[0] for name, _ in launchers()} - {"os", "pty"} | {"multiprocessing"}


def stack_of(frame, limit=_STACK):
    """(file, line, function, module) of a frame and its callers."""
    found = []
    while frame is not None and len(found) < limit:
        code = frame.f_code
        found.append((code.co_filename, frame.f_lineno, code.co_name, str(frame.f_globals.get("__name__", ""))))
        frame = frame.f_back
    return found


def classes_of(frame, limit=_STACK):
    """The class of `self` in the frames of modules that fork for others, "" elsewhere."""
    global _launching
    if _launching is None:
        _launching = launching_modules()
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


def is_inner(library, frame):
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
