# What `forkguard run` puts in front of a Python program, by way of PYTHONPATH: installs the guard, then gets out of the way.
#
# It runs in every Python that the program starts, so its syntax is that of Python 2.7, too. It takes its own folder off
# sys.path and runs the sitecustomize that it shadows; PYTHONPATH stays as it is, for children that are spawned.
import sys


def _guard(os):
    if sys.version_info < (3, 8) or sys.implementation.name != "cpython" or not sys.platform.startswith("linux"):
        return
    if os.environ.get("FORKGUARD_POLICY") == "off":
        return
    own = os.path.dirname(os.path.abspath(__file__))
    home = os.environ.get("FORKGUARD_HOME") or os.path.dirname(os.path.dirname(own))
    try:
        sys.path.insert(0, home)
        try:
            import forkguard
            from forkguard import _hooks  # noqa: F401
        finally:
            sys.path.remove(home)
        forkguard.install()
    except Exception as error:
        # The program runs all the same, and whoever asked for the guard learns that it is not there.
        sys.stderr.write(
            "forkguard: not guarding %s (pid %d): %s\n" % (sys.executable, os.getpid(), " ".join(str(error).split()))
        )


def _chain(os):
    own = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != own]
    this = sys.modules.pop(__name__, None)
    try:
        # An error in it is left to the site module, which reports it as always.
        import sitecustomize  # noqa: F401
    except ImportError as error:
        # Python 2 has no `name`; it says which module it misses in words.
        if getattr(error, "name", str(error).rpartition(" ")[2]) != "sitecustomize":
            raise
    finally:
        # The import that runs this file looks for its result there.
        if this is not None:
            sys.modules.setdefault(__name__, this)


if __name__ == "sitecustomize":
    import os as _os

    _guard(_os)
    _chain(_os)
