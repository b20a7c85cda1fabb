"""The runtime guard of forkguard: a fork that would hang becomes an error that says where it came from.

    import forkguard
    forkguard.install()            # or: forkguard run -- python app.py

    with forkguard.allow("the children never read the table"):
        pool = multiprocessing.Pool(4)
"""

__all__ = ["ForkUnsafeError", "ForkUnsafeWarning", "allow", "install", "is_installed"]
__version__ = "0.1.0"

_installed = None


def install(policy=None, history=False):
    """Guards this process and whatever it forks from now on.

    policy: "fail-fast" (the default: the first use in a forked child raises ForkUnsafeError), "refuse" (the fork itself
    raises, in the parent), "warn", "report" (JSON lines to FORKGUARD_REPORT, or to standard error) or "off". Without an
    argument FORKGUARD_POLICY decides. A second call changes the policy. ("observe" is what `forkguard confirm` uses:
    every touch, fork and use goes to FORKGUARD_EVENTS, and nothing is stopped.)
    history: keep what became of each fork, for a summary at the end.

    Raises RuntimeError or ImportError where this interpreter cannot be guarded, and ValueError for another word.
    """
    global _installed
    import os
    import sys

    environ = os.environ
    policy = policy or environ.get("FORKGUARD_POLICY") or "fail-fast"
    if policy not in ("fail-fast", "refuse", "warn", "report", "off", "observe"):
        raise ValueError("%r is no policy of forkguard: fail-fast, refuse, warn, report or off" % policy)
    if policy == "off" and _installed is None:
        return
    if not sys.platform.startswith("linux"):
        raise RuntimeError("forkguard guards processes on Linux only")
    if _installed is None and environ.get("FORKGUARD_RULES"):
        from . import _user_rules

        _user_rules.load(environ["FORKGUARD_RULES"])
    from . import _finder, _hooks

    if not _hooks.in_main_interpreter():
        raise RuntimeError("this is a sub-interpreter, and only the main interpreter can be guarded")
    report = environ.get("FORKGUARD_REPORT") or "-"
    events = environ.get("FORKGUARD_EVENTS") or None
    _finder.install(policy=policy, events=events, report=report if policy == "report" else None, history_too=history)
    if _installed is None and events is not None:
        from . import _events

        _events.configure(events, None)
        _events.emit("installed", {"python": sys.executable, "policy": policy})
    _installed = policy


def is_installed():
    """The policy in force, or None."""
    return _installed


class allow:
    """Forks made and uses called inside are the caller's business: `with allow("why it is safe"):`.

    A child forked inside is allowed wholly, for as long as it lives. Works by thread.
    """

    def __init__(self, reason):
        if not isinstance(reason, str) or not reason.strip():
            raise ValueError("allow() needs a reason")
        self.reason = reason

    def __enter__(self):
        if _installed is not None:
            from . import _allow

            _allow.enter(self.reason)
        return self

    def __exit__(self, *exception):
        if _installed is not None:
            from . import _allow

            _allow.leave()
        return False


def __getattr__(name):
    if name in ("ForkUnsafeError", "ForkUnsafeWarning"):
        from . import _errors

        return getattr(_errors, name)
    raise AttributeError("module 'forkguard' has no attribute %r" % name)
