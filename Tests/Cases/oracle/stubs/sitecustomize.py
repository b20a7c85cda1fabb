"""Watches one case: who touched the library, who forked, who used it in a child.

Loaded by every interpreter a case starts. Events go to the file named by CASE_LOG, one JSON object a line.
"""

import json
import os
import sys
import threading

ROOT = os.environ.get("CASE_ROOT", "")
LOG = os.environ.get("CASE_LOG", "")

touches = []     # every touch of this process's history, "file:line", oldest first
inherited = []   # [(fork site, touches before that fork)] for each fork between the first touch and here
_pending = None
_pool_site = threading.local()


def emit(**event):
    if not LOG:
        return
    event["pid"] = os.getpid()
    line = (json.dumps(event) + "\n").encode()
    fd = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(fd, line)
    finally:
        os.close(fd)


def case_frame():
    """file:line of the innermost frame that belongs to the case, or None."""
    frame = sys._getframe(1)
    while frame is not None:
        name = frame.f_code.co_filename
        if not os.path.isabs(name) and not name.startswith("<"):
            name = os.path.join(ROOT, name)
        name = os.path.realpath(name) if name.startswith("/") else name
        if ROOT and name.startswith(ROOT + "/"):
            return "%s:%d" % (name[len(ROOT) + 1:], frame.f_lineno)
        frame = frame.f_back
    return None


def touch(name):
    """A call that starts the process-wide runtime, or needs it."""
    where = case_frame() or "?"
    if os.environ.get("CASE_SAFE_VERSION"):
        emit(event="call", name=name, at=where)
        return
    for fork, before in inherited:
        emit(event="hazard", fork=fork, touches=before, use=where, name=name)
    emit(event="touch", name=name, at=where)
    touches.append(where)


def _before():
    global _pending
    site = case_frame() or getattr(_pool_site, "value", None) or "?"
    _pending = (site, list(touches))
    emit(event="fork", at=site, touched=bool(touches), touches=list(touches))


def _in_child():
    if _pending and _pending[1]:
        inherited.append(_pending)


def _follow_pool_replacements():
    """A Pool forks replacements from a helper thread: give those forks the line that made the pool."""
    import multiprocessing.pool as pool

    made = {}
    plain = pool.Pool._repopulate_pool_static

    def repopulate(ctx, Process, processes, workers, *rest):
        site = case_frame()
        if site:
            made[id(workers)] = site
        _pool_site.value = made.get(id(workers))
        return plain(ctx, Process, processes, workers, *rest)

    pool.Pool._repopulate_pool_static = staticmethod(repopulate)


def _pretend():
    """The default start method of another Python or platform."""
    wanted = os.environ.get("CASE_PRETEND", "")
    if not wanted:
        return
    import asyncio, collections, concurrent.futures.process, platform, subprocess  # noqa: before sys changes
    import multiprocessing.context as context
    if wanted == "darwin":
        method = "spawn"
        sys.platform = "darwin"
        platform.system = lambda: "Darwin"
    else:
        method = "forkserver"
        version = collections.namedtuple("version_info", "major minor micro releaselevel serial")
        sys.version_info = version(3, int(wanted.split(".")[1]), 0, "final", 0)
    context._default_context._default_context = context._concrete_contexts[method]


if LOG:
    os.register_at_fork(before=_before, after_in_child=_in_child)
    _follow_pool_replacements()
    _pretend()
