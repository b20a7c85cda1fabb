"""pytest --forkguard=refuse|fail-fast|warn|report|off: the guard around a test run, and what became of its forks.

Also in pytest.ini, as `forkguard = refuse`. Without either nothing happens, not even an import. Workers of pytest-xdist are
processes of their own with the same options: each guards itself, and the first process sums up what it saw.
"""

import os
import tempfile

_KEY = "_forkguard_events"


def pytest_addoption(parser):
    group = parser.getgroup("forkguard")
    group.addoption(
        "--forkguard",
        choices=["fail-fast", "refuse", "warn", "report", "off"],
        help="guard the test run against forks that break a library; see `forkguard explain`",
    )
    parser.addini("forkguard", "the policy of the fork guard: fail-fast, refuse, warn, report or off", default="")


def pytest_configure(config):
    policy = config.getoption("--forkguard") or config.getini("forkguard")
    if not policy or policy == "off":
        return
    import pytest

    import forkguard

    if "FORKGUARD_EVENTS" not in os.environ:
        descriptor, path = tempfile.mkstemp(prefix="forkguard-", suffix=".jsonl")
        os.close(descriptor)
        os.environ["FORKGUARD_EVENTS"] = path
        config.add_cleanup(lambda: _remove(path))
    setattr(config, _KEY, os.environ["FORKGUARD_EVENTS"])
    # Programs that the tests start are not guarded by this; `forkguard run -- pytest` reaches them, too.
    try:
        forkguard.install(policy, history=True)
    except (ImportError, OSError, RuntimeError, ValueError) as error:
        raise pytest.UsageError("--forkguard: " + str(error))


def _remove(path):
    os.environ.pop("FORKGUARD_EVENTS", None)
    try:
        os.unlink(path)
    except OSError:
        pass


def _events(path):
    import json

    found = []
    try:
        with open(path, encoding="utf-8") as file:
            for line in file:
                try:
                    found.append(json.loads(line))
                except ValueError:
                    continue
    except OSError:
        pass
    return found


def pytest_terminal_summary(terminalreporter, config):
    path = getattr(config, _KEY, None)
    if path is None:
        return
    from . import _guard

    counts = {}
    for stack, verdict in _guard.history:
        key = (_site(stack, config), verdict)
        counts[key] = counts.get(key, 0) + 1
    raised = {}
    for event in _events(path):
        if event["event"] in ("raised", "warned", "use"):
            used = event.get("used") or [["?", 0, "?", "?"]]
            key = (event["event"], event["title"], _site(used, config))
            raised[key] = raised.get(key, 0) + 1
    terminalreporter.section("forkguard")
    if not counts and not raised:
        terminalreporter.line("no test forked")
    for (site, verdict), count in sorted(counts.items()):
        terminalreporter.line("%4d x fork at %s: %s" % (count, site, verdict))
    words = {"raised": "stopped", "warned": "warned of", "use": "reported"}
    for (kind, title, site), count in sorted(raised.items()):
        terminalreporter.line("%4d x %s: %s in a forked child, at %s" % (count, words[kind], title, site))


def _site(stack, config):
    """The innermost frame of the tests' own project, as pytest prints places."""
    root = str(getattr(config, "rootpath", "") or config.rootdir)
    for file, line, _, _ in stack:
        if str(file).startswith(root + os.sep):
            return "%s:%d" % (os.path.relpath(file, root), line)
    return "%s:%d" % (stack[0][0], stack[0][1]) if stack else "an unknown place"
