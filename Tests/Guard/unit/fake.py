"""A library with a rule of its own, for tests that must not depend on a real one. Written to a folder, with metadata."""

import os
import sys

MODULE = '''
import os

def open_all(path="x"):
    """Opens everything."""
    return path

def harmless():
    return inner()

def inner():
    return "inner"

def sized(items, *, threads=None):
    return len(items)

class Engine:
    """An engine."""

    def __init__(self, name="e", option=None):
        self.name = name
        self.option = option

    def run(self, number):
        """Runs."""
        return number + 1

    def quiet(self):
        return self.run(1)

    @classmethod
    def made(cls, name):
        return cls(name)

    @staticmethod
    def check(number):
        return number * 2

    def fails(self):
        raise LookupError("mine")

class Channel:
    def send(self, text):
        return text

    def child(self):
        return Channel()

    def close(self):
        pass

def connect(where, mode="rw"):
    return Channel()
'''

CLAUSE = (None, (), None, False, None)


def clause(when=None, parameters=(), handle=None, by_thread=False, only=None):
    return (when, tuple(parameters), handle, by_thread, only)


def row(name, kind, touches=(CLAUSE,), uses=None, releases=False, derives=False, spellings=None):
    names = tuple(spellings or (name,))
    return (names, kind, tuple(touches), tuple(touches if uses is None else uses), releases, derives)


def rule(identifier, rows, **changes):
    data = {
        "id": identifier,
        "title": "Fake " + identifier,
        "code": "FG102",
        "imports": ("fakelib",),
        "dists": ("fakelib",),
        "scope": "process",
        "resource": identifier,
        "proven": False,
        "harmless_env": (),
        "import_is_touch": False,
        "threads": ("fake-worker",),
        "mechanism": "keeps threads",
        "remedy": "Do otherwise.",
        "price": "It costs.",
        "evidence": ("https://example.org/1",),
        "versions": (("", "hang", "hangs without a word"),),
        "rows": tuple(rows),
    }
    data.update(changes)
    return data


PROCESS = rule(
    "engine",
    [
        row("fakelib.open_all", "function"),
        row("fakelib.inner", "function"),
        row("fakelib.sized", "function", [clause(("present", "threads", None))]),
        row("fakelib.Engine", "constructor"),
        row("fakelib.Engine.run", "method"),
        row("fakelib.Engine.made", "method"),
        row("fakelib.Engine.check", "method"),
        row("fakelib.Engine.fails", "method"),
    ],
)
HANDLE = rule(
    "channel",
    [
        row("fakelib.connect", "function", [clause(("!=", "mode", "memory"), ("where", "mode"))], ()),
        row("fakelib.Channel.send", "method", ()),
        row("fakelib.Channel.child", "method", (), [CLAUSE], derives=True),
        row("fakelib.Channel.close", "method", (), (), releases=True),
    ],
    scope="handle",
    proven=True,
)
# `send` and `child` are uses.
HANDLE["rows"] = tuple(
    data if data[0] != ("fakelib.Channel.send",) else (data[0], "method", (), (CLAUSE,), False, False) for data in HANDLE["rows"]
)


def write(folder, version="1.4", text=MODULE, name="fakelib"):
    with open(os.path.join(folder, name + ".py"), "w") as file:
        file.write(text)
    os.makedirs(os.path.join(folder, "%s-%s.dist-info" % (name, version)), exist_ok=True)
    if folder not in sys.path:
        sys.path.insert(0, folder)


def know(*rules):
    """Makes rules known to the guard, in place of all others about the same import."""
    from forkguard import _finder, _index, _rules

    for data in rules:
        for name in data["imports"]:
            _index.INDEX[name] = tuple(dict.fromkeys(_index.INDEX.get(name, ()) + (data["id"],)))
        _rules.LIBRARIES[data["id"]] = repr(data)
    _finder._roots = frozenset(name.partition(".")[0] for name in _index.INDEX)
