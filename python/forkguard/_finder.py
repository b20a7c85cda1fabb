"""Waits for the libraries of the catalogue. All that a guarded process loads before it imports one of them.

A finder at the front of sys.meta_path lets the others find the module and has it followed (see _patch). It changes
nothing about what is found.
"""

import sys

from ._index import INDEX

_roots = frozenset(name.partition(".")[0] for name in INDEX)
# What `install` was told, for when the guard proper is loaded.
settings = {}
_loaded = None


def is_wanted(name):
    if name.partition(".")[0] not in _roots:
        return False
    while name:
        if name in INDEX:
            return True
        name = name.rpartition(".")[0]
    return False


def load():
    """The guard proper, loaded and hooked in."""
    global _loaded
    if _loaded is None:
        from . import _guard

        _guard.install(**settings)
        _loaded = _guard
    return _loaded


class Finder:
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if not is_wanted(name):
            return None
        finders = sys.meta_path
        at = finders.index(cls) + 1 if cls in finders else len(finders)
        for finder in finders[at:]:
            find = getattr(finder, "find_spec", None)
            spec = find(name, path, target) if find is not None else None
            if spec is not None:
                if settings["policy"] != "off":
                    _follow(spec, name)
                return spec
        return None


def _follow(spec, name):
    """Nothing that goes wrong here may go wrong with the import."""
    try:
        load()
        from . import _patch

        _patch.follow(spec, name)
    except Exception as error:
        settings["policy"] = "off"
        if sys.stderr is not None:
            sys.stderr.write("forkguard: the guard is off: %s: %s\n" % (type(error).__name__, error))


def install(**told):
    settings.update(told)
    if _loaded is not None:
        _loaded.install(**settings)
    if Finder not in sys.meta_path:
        sys.meta_path.insert(0, Finder)
    if told["policy"] == "observe":
        load()
    if told["policy"] != "off":
        names = [name for name in list(sys.modules) if is_wanted(name)]
        if names:
            load()
            from . import _patch

            _patch.adopt(names)
