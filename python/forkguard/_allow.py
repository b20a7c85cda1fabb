"""The `forkguard.allow` blocks around each thread. A forked child finds those of the thread that forked it."""

from _thread import _local

_here = _local()


def enter(reason):
    reasons = getattr(_here, "reasons", None)
    if reasons is None:
        reasons = _here.reasons = []
    reasons.append(reason)


def leave():
    _here.reasons.pop()


def is_allowed():
    return bool(getattr(_here, "reasons", None))
