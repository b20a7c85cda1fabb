"""The cells of the matrix: a program, and what it must come to with the guard and without."""

import os

import environments
import watchdog

LIMIT = 8.0

class Cell:
    """One program in one environment.

    expected: what it comes to without the guard, or None where that is only reported. guarded: with it.
    """

    def __init__(self, table, row, column, command, path=(), expected=None, guarded=None, limit=LIMIT, variables=None):
        self.table = table
        self.row = row
        self.column = column
        self.command = command
        self.path = [str(entry) for entry in path]
        self.expected = expected
        self.guarded = guarded
        self.limit = limit
        self.variables = variables or {}
        self.seen = {}
        self.mistakes = []
        self.compares = True
        self.chances = 1  # how often a guarded run may hang before it counts: for a launcher that hangs of its own now and then

    def text(self):
        """What the table says of it."""
        bare, guarded = self.seen.get("bare"), self.seen.get("guarded", "not run")
        mark = " **FAILED**" if self.mistakes else ""
        return (guarded if bare in (None, guarded) else "%s -> %s" % (bare, guarded)) + mark

    def _environment(self, is_guarded):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FORKGUARD"))}
        path = ([str(environments.BOOTSTRAP)] if is_guarded else []) + self.path
        if path:
            kept["PYTHONPATH"] = os.pathsep.join(path)
        kept["GRPC_VERBOSITY"] = "NONE"
        kept.update(self.variables)
        if is_guarded:
            kept.setdefault("FORKGUARD_POLICY", "fail-fast")
        return kept

    def run(self):
        bare = None
        if self.compares:
            # Some hangs depend on what a thread does at that moment: they get further chances.
            for _ in range(3):
                bare = watchdog.run(self.command, self._environment(False), self.limit)
                self.seen["bare"] = watchdog.outcome(bare)
                if self.expected is None or self.seen["bare"] in self.expected:
                    break
            if self.expected is not None and self.seen["bare"] not in self.expected:
                self.mistakes.append("unguarded: %s, expected %s" % (self.seen["bare"], " or ".join(self.expected)))
        for _ in range(self.chances):
            run = watchdog.run(self.command, self._environment(True), self.limit)
            if not run.is_hung:
                break
        seen = self.seen["guarded"] = watchdog.outcome(run)
        self.seen["seconds"] = run.seconds
        self._judge(bare, run, seen)
        if self.mistakes:
            self.mistakes.append("stderr ends: " + run.errors[-600:])
        return not self.mistakes

    def _judge(self, bare, run, seen):
        wanted = self.guarded
        if wanted is None:
            wanted = "ok" if self.expected == ("ok",) else "ForkUnsafeError"
        if seen != wanted:
            self.mistakes.append("guarded: %s, expected %s" % (seen, wanted))
        if wanted == "ok" and bare is not None:
            for name in ("status", "output", "errors"):
                if getattr(bare, name) != getattr(run, name):
                    self.mistakes.append("guarded: another %s: %s" % (name, str(getattr(run, name))[-300:]))


# MARK: deltalake


def delta(release, how, method, python, version, table):
    """The outcome as it was measured release by release."""
    numbers = tuple(int(part) for part in release.split("."))
    is_forked = how == "fork" or method == "fork"
    if not is_forked or numbers < (0, 17):
        expected = ("ok",)
    elif numbers < (0, 19) or how == "Pool":
        expected = ("HANG",)
    elif how == "Executor":
        expected = ("PicklingError",)
    else:
        expected = ("panic",)
    program = environments.PROGRAMS / "delta.py"
    folder = environments.deltalake(release, python)
    return Cell(
        "deltalake",
        (release, environments.name_of(version)),
        how if how == "fork" else "%s, %s" % (how, method),
        [python, program, how, method, table],
        [folder],
        expected,
        None,
        5.0 if expected == ("HANG",) else 20.0,
    )


# The oldest Python, the newest, and one between.
SAMPLE = ((3, 8), (3, 11), (3, 13))
WAYS = [
    ("Process", "fork"),
    ("Pool", "fork"),
    ("Executor", "fork"),
    ("fork", "-"),
    ("Process", "forkserver"),
    ("Pool", "forkserver"),
    ("Executor", "forkserver"),
    ("Process", "spawn"),
    ("Pool", "spawn"),
    ("Executor", "spawn"),
]


def delta_cells(pythons, table, is_full):
    releases = environments.DELTALAKE
    cells = []
    for version, python in pythons:
        for release, lowest in releases.items():
            if version < lowest:
                continue
            for how, method in WAYS:
                is_sampled = version in SAMPLE and (
                    release == "1.6.6" and method in ("fork", "-")
                    or release == "0.18.2" and (how, method) == ("Process", "fork")
                    or release == "0.16.4" and (how, method) == ("Process", "fork")
                    or release == "1.6.6" and (how, method) == ("Pool", "forkserver")
                )
                if is_full or is_sampled:
                    cells.append(delta(release, how, method, python, version, table))
    return cells


# MARK: Other libraries

# What a library comes to without the guard is reported; with it, this is what must come.
HAZARDS = ["polars", "datafusion", "sklearn", "obstore", "executor", "loop_in_thread", "grpc", "sqlite", "sqlalchemy"]
SILENT = [
    "polars+silent",
    "datafusion+silent",
    "executor+silent",
    "grpc+silent",
    "sqlite+silent",
    "sqlalchemy+silent",
    "numpy+silent",
    "pyarrow+silent",
]


def library_cells(python, folder, is_full):
    program = environments.PROGRAMS / "hazards.py"
    cells = []
    ways = ("Process", "Pool", "fork") if is_full else ("Pool",)
    for names, wanted in ((HAZARDS, "ForkUnsafeError"), (SILENT, "ok")):
        for name in names:
            for how in ways:
                command = [python, program, name, how, folder]
                # gRPC's own child fails now and then: what must not change gets three chances to be seen at work.
                expected = ("ok",) if wanted == "ok" else None
                cells.append(Cell("libraries", (name,), how, command, (), expected, wanted, 8.0 if is_full else 5.0))
    command = [python, environments.PROGRAMS / "identity.py"]
    cells.append(Silent("libraries", ("torch, polars, scikit-learn",), "identity of functions", command, (), None, None, 60.0))
    return cells


# MARK: Launchers


def launcher_cells(python, table, folder, is_full):
    program = environments.PROGRAMS / "launchers.py"
    library = environments.deltalake("1.6.6", python)
    wanted = {
        "billiard": "ForkUnsafeError",
        "multiprocess": "ForkUnsafeError",
        "joblib_multiprocessing": "ForkUnsafeError",
        "joblib_loky": "ok",
        "loader": "ForkUnsafeError",
        "loader_silent": "ok",
        "replaced_workers": "ForkUnsafeError",
        "gunicorn": "ForkUnsafeError",
        "celery": "ForkUnsafeError",
    }
    cells = []
    for name, outcome in wanted.items():
        own = folder / ("launcher-" + name)
        own.mkdir(exist_ok=True)
        cell = Cell("launchers", (name,), "1.6.6", [python, program, name, table, own], [library], None, outcome, 20.0)
        # A hang of 20 seconds is worth seeing once in a while only.
        cell.compares = is_full or outcome == "ok"
        if name == "joblib_multiprocessing":
            # Ending its pool after an error of any kind hangs now and then on a busy machine: 3 of 160 runs of a program
            # without the guard and without a library, whose workers raise a ValueError.
            cell.chances = 3
        cells.append(cell)
    return cells


# MARK: Silence

SILENT_PROGRAMS = [
    "subprocesses",
    "spawned",
    "exec_after_fork",
    "preexec",
    "unused_in_child",
    "harmless_calls_in_child",
    "threads",
    "spawn",
    "forkserver",
    "manager",
    "terminal",
    "asyncio_subprocess",
    "failing",
    "traceback_of_library",
    "bad_arguments",
]


class Silent(Cell):
    """The guarded run must equal the bare one, whatever that is."""

    def _judge(self, bare, run, seen):
        for name in ("status", "output", "errors"):
            if getattr(bare, name) != getattr(run, name):
                self.mistakes.append("another %s: %r instead of %r" % (name, getattr(run, name), getattr(bare, name)))

    def text(self):
        return "**FAILED**" if self.mistakes else "same"


def silent_cells(python, version, table, folder, is_full):
    if not is_full and version not in SAMPLE:
        return []
    release = "1.6.6" if version >= environments.DELTALAKE["1.6.6"] else "0.18.2"
    library = environments.deltalake(release, python)
    row = (environments.name_of(version),)
    cells = []
    for name in SILENT_PROGRAMS:
        command = [python, environments.PROGRAMS / "silent.py", name, table, folder]
        cells.append(Silent("silent", row, name, command, [library], None, None, 20.0))
    command = [python, environments.PROGRAMS / "untouched.py", "untouched", table]
    cells.append(Silent("silent", row, "untouched", command, [library], None, None, 20.0))
    return cells


# MARK: Tests of the parts


class Check(Cell):
    """A test program of its own, which ends with 0 where all is well."""

    def run(self):
        run = watchdog.run(self.command, self._environment(False), self.limit)
        lines = run.errors.strip().splitlines()
        self.seen["guarded"] = lines[-1] if lines and not run.is_hung else watchdog.outcome(run)
        if run.is_hung or run.status != 0:
            self.mistakes.append("hung" if run.is_hung else "status %d" % run.status)
            self.mistakes.append(run.output[-1000:] + run.errors[-4000:])
        return not self.mistakes

    def text(self):
        return self.seen.get("guarded", "not run")


def unit_cells(pythons, table, is_full):
    cells = []
    for version, python in pythons if is_full else pythons[:1]:
        program = environments.ROOT / "Tests" / "Guard" / "wheel.py"
        cells.append(Check("parts", (environments.name_of(version),), "wheel", [python, program], limit=300.0))
    for version, python in pythons:
        release = "1.6.6" if version >= environments.DELTALAKE["1.6.6"] else "0.18.2"
        for path in sorted((environments.ROOT / "Tests" / "Guard" / "unit").glob("test_*.py")):
            cell = Check(
                "parts",
                (environments.name_of(version),),
                path.stem[len("test_") :],
                [python, path],
                [environments.ROOT / "python", path.parent],
                limit=90.0,
                variables={
                    "FORKGUARD_TEST_LIBRARY": str(environments.deltalake(release, python)),
                    "FORKGUARD_TEST_TABLE": str(table),
                    "PYTHONDONTWRITEBYTECODE": "1",
                },
            )
            cells.append(cell)
    return cells


# MARK: Tables

HEADS = {"deltalake": ("deltalake", "Python"), "libraries": ("library",), "launchers": ("launcher",)}
HEADS.update({"silent": ("Python",), "parts": ("Python",)})
TITLES = {
    "deltalake": "deltalake",
    "libraries": "Other libraries",
    "launchers": "Other launchers, deltalake 1.6.6",
    "silent": "Programs that must not change",
    "parts": "Tests of the parts",
}
NOTES = {
    "deltalake": "Without the guard -> with it. One word where the guard changes nothing.",
    "libraries": "Python 3.11, start method fork; each is a function of Tests/Guard/programs/hazards.py.",
    "launchers": "Python 3.11, start method fork.",
    "silent": "`same`: exit status, output and errors are equal byte by byte, in a process that has touched a table.",
    "parts": "",
}
