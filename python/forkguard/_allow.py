"""The `forkguard.allow` blocks around each thread. A forked child finds those of the thread that forked it."""

from _thread import _local

_here = _local()
is_used = False  # in this process or above: then every fork is asked whether it is inside a block


def enter(reason):
    global is_used
    if not is_used:
        is_used = True
        from . import _hooks

        _hooks.quiet(False)
    reasons = getattr(_here, "reasons", None)
    if reasons is None:
        reasons = _here.reasons = []
    reasons.append(reason)


def leave():
    _here.reasons.pop()


def is_allowed():
    return bool(getattr(_here, "reasons", None))
