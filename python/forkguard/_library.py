"""One library of the catalogue in this process: what its installed version does, and what is known of its state."""

import os
import sys

from . import _rules
from ._index import INDEX
from ._version import installed, satisfies

HARMLESS = ("ok", "self-heals")
BAD = ("hang", "error", "corruption")
# Under the policy "observe" libraries that work are watched like those that do not.
is_observing = False


class Row:
    """What the rules say of one name."""

    __slots__ = ("spellings", "name", "kind", "touches", "uses", "releases", "derives")

    def __init__(self, library, data):
        self.spellings, self.kind, touches, uses, self.releases, self.derives = data
        self.touches = tuple(clause for clause in touches if library.concerns(clause[4]))
        self.uses = tuple(clause for clause in uses if library.concerns(clause[4]))
        # The rule's own spelling is the shortest one that begins with an import name.
        roots = tuple(name + "." for name in library.imports)
        own = [name for name in self.spellings if name.startswith(roots)]
        self.name = (own or list(self.spellings))[-1]


class Resource:
    """What may be broken by a fork; two libraries share one where one keeps the other's runtime."""

    __slots__ = ("touch", "inherited", "fork", "is_told")

    def __init__(self):
        self.touch = None  # in this process
        self.inherited = None  # in an ancestor, before a fork
        self.fork = None  # that fork
        self.is_told = set()  # what a warning has been given of


class Library:
    __slots__ = (
        "id",
        "title",
        "code",
        "imports",
        "dists",
        "scope",
        "resource_id",
        "proven",
        "import_is_touch",
        "threads",
        "mechanism",
        "remedy",
        "price",
        "evidence",
        "version",
        "outcome",
        "consequence",
        "rows",
        "prefixes",
        "versions",
        "row_data",
        "codes",
        "classes",
        "done",
        "replaced",
        "takes_functions",
        "unguarded",
        "harmless_env",
    )

    def __init__(self, text):
        data = eval(text, {"__builtins__": {}})  # a literal that scripts/generate-guard-data wrote
        for name in ("id", "title", "code", "imports", "dists", "scope", "proven", "import_is_touch", "threads"):
            setattr(self, name, data[name])
        for name in ("mechanism", "remedy", "price", "evidence", "versions"):
            setattr(self, name, data[name])
        self.resource_id = data["resource"]
        self.harmless_env = tuple(setting.partition("=") for setting in data["harmless_env"])
        self.row_data = data["rows"]
        self.prefixes = tuple(name + "." for name in self.imports)
        self.rows = ()
        self.codes = None
        self.classes = []
        self.done = set()
        self.replaced = {}
        self.takes_functions = True
        self.unguarded = []
        self.version = None
        self.outcome, self.consequence = self._judge()

    def _judge(self):
        """The outcome for the installed version, and how it shows."""
        if any(os.environ.get(name) == value for name, _, value in self.harmless_env):
            return "ok", ""
        # The interpreter's own libraries have no version of their own.
        found = [name for name in self.dists if name != "python" and installed(name)]
        self.version = installed(found[0]) if found else None
        if len(self.versions) == 1:
            return self.versions[0][1], self.versions[0][2]
        version = self.version or self._told_by_module()
        if version is None:
            # A rule about another library than the one it is imported with: nothing to guard without it.
            return ("uncertain", self.versions[-1][2]) if self.is_imported() else ("ok", "")
        self.version = version
        for ranges, outcome, text in self.versions:
            if satisfies(version, ranges):
                return outcome, text
        return "uncertain", self.versions[-1][2]

    def is_imported(self):
        """Whether the library whose version counts is the one that is imported."""
        return bool({name.replace("-", "_") for name in self.dists} & set(self.imports))

    def _told_by_module(self):
        if not self.is_imported():
            return None
        for name in self.imports:
            version = getattr(sys.modules.get(name), "__version__", None)
            if isinstance(version, str):
                return version
        return None

    def concerns(self, only):
        """Whether a clause of the rule is about the installed releases."""
        if only is None:
            return True
        at = min(only.find(sign) for sign in "<>=!~" if sign in only)
        version = installed(only[:at])
        return version is not None and satisfies(version, only[at:])

    def load_rows(self):
        if not self.rows:
            rows = [Row(self, data) for data in self.row_data]
            self.rows = tuple(rows)
            self.row_data = ()
        return self.rows

    def owns(self, module):
        """Whether a module is the library's own."""
        return module in self.imports or module.startswith(self.prefixes)


_libraries = {}
_resources = {}


def of_module(name):
    """The libraries that the import of a module may bring."""
    found = []
    while name:
        found += [library(identifier) for identifier in INDEX.get(name, ())]
        name = name.rpartition(".")[0]
    return found


def library(identifier):
    known = _libraries.get(identifier)
    if known is None:
        known = _libraries[identifier] = Library(_rules.LIBRARIES[identifier])
    return known


def resource(entry):
    known = _resources.get(entry.resource_id)
    if known is None:
        known = _resources[entry.resource_id] = Resource()
    return known


def loaded():
    return list(_libraries.values())


def resources():
    return _resources
