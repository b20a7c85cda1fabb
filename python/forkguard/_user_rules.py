"""Rules of a user's own, from the folders in FORKGUARD_RULES. A file that cannot be used costs one line, nothing else."""

import os
import sys

from . import _index, _rules
from ._convert import library, reason_to_skip


def _say(path, problem):
    if sys.stderr is not None:
        sys.stderr.write("forkguard: %s: not used by the guard: %s\n" % (path, " ".join(str(problem).split())))


def _files(folder):
    libraries = os.path.join(folder, "libraries")
    try:
        return sorted(os.path.join(libraries, name) for name in os.listdir(libraries) if name.endswith(".toml"))
    except OSError as error:
        _say(libraries, error.strerror)
        return []


def _add(path, tomllib):
    with open(path, "rb") as file:
        rule = tomllib.load(file)
    identifier = os.path.basename(path)[: -len(".toml")]
    if rule.get("id") != identifier:
        raise ValueError("`id` must be %r, the name of the file" % identifier)
    if reason_to_skip(rule) is not None:
        return
    data = library(rule, [])
    # A rule with the name of a built-in one replaces it.
    for name, identifiers in list(_index.INDEX.items()):
        _index.INDEX[name] = tuple(each for each in identifiers if each != identifier)
    for name in data["imports"]:
        _index.INDEX[name] = _index.INDEX.get(name, ()) + (identifier,)
    _rules.LIBRARIES[identifier] = repr(data)


def load(folders):
    try:
        import tomllib
    except ImportError:
        _say("FORKGUARD_RULES", "rules of one's own need Python 3.11 or later here")
        return
    for folder in folders.split(":"):
        for path in _files(folder) if folder else ():
            try:
                _add(path, tomllib)
            except KeyError as error:
                _say(path, "the key %s is missing" % error)
            except Exception as error:
                _say(path, error)
