"""The cases that forkguard doctor and forkguard run are tried with, and how each is run and judged."""

import ctypes
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Guard"))
import environments  # noqa: E402

PROGRAMS = ROOT / "Tests" / "Doctor" / "programs"
# What the environment of the other libraries has not; --no-deps leaves out what it has.
EXTRA = {
    "jax": ["jax==0.10.2"],
    "duckdb": ["duckdb==2.0.1"],
    "pyzmq": ["pyzmq==27.3.0"],
    "gevent": ["gevent==26.9.0"],
    "xgboost": ["--no-deps", "xgboost-cpu==3.2.0"],
    "lightgbm": ["--no-deps", "lightgbm==4.6.0"],
}
PROVED = ("stuck-after-fork",)
SIGNALLED = ("stuck-unless-signalled",)
LIKELY = ("stuck-after-fork", "likely-stuck-after-fork")
NOT_STUCK = ("healthy", "at-risk", "cannot-tell")


class Case:
    """A program, the verdicts that are right for its child, and words that its report must have."""

    def __init__(self, name, verdicts, words=(), language="python", python=None, folder=None, arguments=(), prepare=None, user=None,
                 environment=None):
        self.name = name
        self.verdicts = verdicts
        self.words = words
        self.language = language
        self.python = python
        self.folder = folder
        self.arguments = arguments
        self.prepare = prepare
        self.user = user
        self.environment = environment or {}
        self.seen = []
        self.mistakes = []
        self.seconds = 0.0


class Program:
    """A case's program in a session of its own; `end` leaves nothing of it."""

    def __init__(self, command, environment):
        is_contained = command[0] == "unshare"
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
        )
        words = self.process.stdout.readline().split()
        self.child = int(words[1]) if len(words) == 2 and words[0] == b"child" else None
        if is_contained and self.child is not None:
            self.child = self._seen_from_here(self.child)

    def _seen_from_here(self, inner):
        """The id on this machine of a process of the container."""
        for path in Path("/proc").glob("[0-9]*/status"):
            try:
                numbers = re.search(r"^NSpid:(.*)$", path.read_text(), re.M)[1].split()
                if len(numbers) == 2 and int(numbers[1]) == inner and os.getpgid(int(numbers[0])) == self.process.pid:
                    return int(numbers[0])
            except (OSError, TypeError):
                continue
        return None

    def end(self):
        # Nobody else can have taken the group's number: its leader is reaped below.
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.stdout.close()
        self.process.wait()


def environment_of(case):
    result = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", OMP_NUM_THREADS="2")
    result.pop("PYTHONPATH", None)
    result.update(case.environment)
    if case.folder:
        result["PYTHONPATH"] = str(case.folder)
    return result


def command_of(case, tools, folder):
    if case.language == "dispatch":
        return [str(tools["dispatch"])]
    if case.language == "c":
        prefix = ["unshare", "--pid", "--fork"] if "container" in case.name else []
        return prefix + [str(tools["locks"]), case.name.partition(" ")[0]]
    return [str(case.python), str(PROGRAMS / "python_cases.py"), case.name.partition(" ")[0], str(folder), *case.arguments]


def ask(forkguard, pid, arguments=(), user=None):
    """(exit status, report, standard error) of one look."""
    command = [str(forkguard), "doctor", str(pid), "--format", "json", *arguments]
    options = {"user": user, "group": user, "extra_groups": []} if user is not None else {}
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False, **options)
    report = json.loads(run.stdout)["processes"][0] if run.stdout else None
    return run.returncode, report, run.stderr


EXIT = {"healthy": 0, "cannot-tell": 2}


class Ended(Exception):
    """The child ended, by luck or by a crash: whether it hangs is a matter of timing with some libraries."""


def run(case, tools, folder, looks):
    for attempt in range(5):
        try:
            return _run(case, tools, folder, looks)
        except subprocess.TimeoutExpired as error:
            case.mistakes.append("a look took longer than %d s" % error.timeout)
            return
        except Ended as error:
            if attempt == 4:
                case.mistakes.append("the child never hung: %s" % error)


def _run(case, tools, folder, looks):
    """Starts the program and looks: a hang until it is called one, a healthy one `looks` times."""
    begin = time.monotonic()
    program = Program(command_of(case, tools, folder), environment_of(case))
    try:
        if program.child is None:
            case.mistakes.append("the program did not start a child")
            return
        undo = case.prepare(program.child) if case.prepare else None
        try:
            _look(case, tools, program.child, looks)
        finally:
            if undo:
                undo()
    finally:
        program.end()
        case.seconds = time.monotonic() - begin


def _look(case, tools, child, looks):
    is_hang = not set(case.verdicts) & {"healthy"}
    deadline = time.monotonic() + 25
    while True:
        status, report, errors = ask(tools["forkguard"], child, user=case.user)
        verdict = report["verdict"] if report else "error"
        case.seen.append(verdict)
        if report is None and is_hang and "there is no process" in errors or verdict == "healthy" and is_hang and "has ended" in report["reasons"][0]:
            raise Ended(errors.strip() or verdict)
        if report is None:
            case.mistakes.append("no report: " + errors.strip())
            return
        if status != EXIT.get(verdict, 1):
            case.mistakes.append("exit status %d for %s" % (status, verdict))
        if is_hang:
            # The child needs a while to get to where it hangs.
            if verdict in case.verdicts:
                text = json.dumps(report)
                case.mistakes += ["the report lacks `%s`: %s" % (word, text) for word in case.words if word not in text]
                return
            if time.monotonic() > deadline:
                case.mistakes.append("never called %s: %s" % (" or ".join(case.verdicts), json.dumps(report)))
                return
            time.sleep(0.3)
        else:
            if verdict not in case.verdicts:
                case.mistakes.append("called %s: %s" % (verdict, json.dumps(report)))
                return
            if len(case.seen) >= looks:
                return
            time.sleep(0.01 * (len(case.seen) % 7))


# MARK: States that the test puts a child into


def stop(child):
    time.sleep(0.5)
    os.kill(child, signal.SIGSTOP)
    time.sleep(0.1)


def trace(child):
    """Holds the child as a debugger does: PTRACE_ATTACH, and PTRACE_DETACH at the end."""
    library = ctypes.CDLL(None, use_errno=True)
    if library.ptrace(16, child, None, None) != 0:
        raise OSError(ctypes.get_errno(), "ptrace")
    os.waitpid(child, 0x40000000)
    return lambda: library.ptrace(17, child, None, None)


# MARK: The cases


def hangs(pythons, full):
    by_version = dict(pythons)
    python = by_version.get(environments.LIBRARIES_PYTHON) or pythons[0][1]
    cases = []
    for version, path in pythons if full else [pythons[len(pythons) // 2]]:
        if version > (3, 12):
            continue
        folder = environments.deltalake("0.18.2", path)
        name = "deltalake"
        words = ("deltalake", "0.18.2", "tokio-runtime-w", "Tokio", "spawn", "parent", "python_cases.py")
        cases.append(Case("%s (%d.%d)" % ((name,) + version), PROVED, words, python=path, folder=folder))
        if full:
            cases.append(
                Case("deltalake (%d.%d, orphan)" % version, LIKELY, ("deltalake", "0.18.2", "spawn"), python=path, folder=folder, arguments=["--orphan"])
            )
    libraries = ["polars", "scikit_learn"] + (["datafusion", "obstore", "torch"] if full else [])
    owners = {"scikit_learn": "scikit-learn"}
    for name in libraries:
        cases.append(Case(name, PROVED, (owners.get(name, name), "lost"), python=python))
        if full:
            # scikit-learn's child starts threads before it hangs, which take the stacks of the lost ones.
            words = (owners.get(name, name),) + (() if name == "scikit_learn" else ("had ",))
            cases.append(Case(name + " (orphan)", LIKELY, words, python=python, arguments=["--orphan"]))
    # A server: the first thread goes on, one that serves hangs.
    cases.append(Case("polars_in_thread", LIKELY, ("polars", "lost", "spawn"), python=python))
    cases.append(Case("polars_unused", ("at-risk",), ("polars", "spawn"), python=python))
    if full:
        cases.append(Case("jax", LIKELY, ("jaxlib",), python=python, folder=folder_of("jax", python)))
        cases.append(Case("xgboost", PROVED, ("xgboost", "lost"), python=python, folder=folder_of("xgboost", python)))
        cases.append(Case("lightgbm", PROVED, ("lightgbm", "lost"), python=python, folder=folder_of("lightgbm", python)))
        for name, owner in (("jax", "jaxlib"), ("pyzmq", "pyzmq"), ("lightgbm", "libgomp")):
            likely = ("likely-stuck-after-fork",)
            cases.append(
                Case(name + " (orphan)", likely, (owner, "\"name\": null"), python=python, folder=folder_of(name, python), arguments=["--orphan"])
            )
    # One burns a processor, one waits for events: neither waits for a lock.
    cases.append(Case("pyzmq", LIKELY, ("pyzmq 27.3.0", "ZMQbg/IO/0", "touch"), python=python, folder=folder_of("pyzmq", python)))
    cases.append(Case("gevent", LIKELY, ("gevent 26.9.0", "threadpool"), python=python, folder=folder_of("gevent", python)))
    return cases + plain_hangs(pythons if full else pythons[:1] + pythons[-1:], python) + [
        Case("event_until_signal_beside_threads (likely idle)", SIGNALLED, ("handler",), python=python)
    ]


def plain_hangs(pythons, python=None):
    """Those that need no library."""
    python = python or pythons[0][1]
    cases = []
    # The parent is gone; what the guard in the child noted is not.
    guarded = {"FORKGUARD_POLICY": "warn"}
    cases.append(
        Case("executor (guarded, orphan)", SIGNALLED, ("forkguard's guard in it noted", "lost_count"), python=python,
             folder=environments.BOOTSTRAP, arguments=["--orphan"], environment=guarded)
    )
    for version, path in pythons:
        label = " (%d.%d)" % version
        for name, word in (("executor", "concurrent"), ("queue", "serve"), ("lock", "<lambda>"), ("loop_thread", "asyncio")):
            cases.append(Case(name + label, SIGNALLED, (word, "python_cases.py"), python=path))
    if swift_folder() is not None:
        cases.append(Case("dispatch (Swift's libdispatch)", PROVED, ("libdispatch",), language="dispatch"))
    cases.append(Case("mutex (C)", PROVED, ("mutex", "thread"), language="c"))
    if os.getuid() == 0 and shutil.which("unshare"):
        cases.append(Case("mutex (C, in a container)", PROVED, ("mutex", "\"container_pid\": 3"), language="c"))
    cases.append(Case("condition (C)", PROVED, (), language="c"))
    cases.append(Case("helped (C)", PROVED, ("mutex",), language="c"))
    # Beside a first thread that goes on, or has ended.
    cases.append(Case("beside (C)", PROVED, ("mutex", "go on"), language="c"))
    cases.append(Case("first-thread-ended (C)", PROVED, ("mutex",), language="c"))
    # The parent is gone; the child's memory keeps something of the threads that it had.
    likely = ("likely-stuck-after-fork",)
    cases.append(Case("orphan-mutex (C)", likely, ("mutex", "is gone"), language="c"))
    cases.append(Case("orphan-library (C)", likely, ("libworker.so", "had 1 thread"), language="c"))
    cases.append(Case("orphan-condition (C)", likely, ("had 1 thread", "no signal has a handler"), language="c"))
    cases.append(Case("unknown_library (orphan)", likely, ("libworker.so", "had 1 thread"), python=python, arguments=["--orphan"]))
    cases.append(Case("executor (orphan)", SIGNALLED, ("of Python's", "had 1 thread"), python=python, arguments=["--orphan"]))
    # Daemons without a thread that was lost.
    cases.append(Case("orphan-idle (C, idle until a signal)", SIGNALLED, ("handler", "libworker.so"), language="c"))
    cases.append(Case("orphan-semaphore (C)", SIGNALLED, ("no signal has a handler",), language="c"))
    cases.append(Case("twice (C)", SIGNALLED, ("itself",), language="c"))
    cases.append(Case("semaphore-of-handler (C)", SIGNALLED, ("handler",), language="c"))
    cases.append(Case("event_until_signal (likely idle)", SIGNALLED, ("handler",), python=python))
    return cases


def healthy(pythons, full):
    by_version = dict(pythons)
    python = by_version.get(environments.LIBRARIES_PYTHON) or pythons[0][1]
    cases = []
    for name in ("busy_numpy", "busy_pyarrow", "busy_polars_untouched", "busy_sklearn_untouched"):
        cases.append(Case(name, NOT_STUCK, python=python))
    if full:
        cases.append(Case("busy_duckdb", NOT_STUCK, python=python, folder=folder_of("duckdb", python)))
    for name in ("zmq_own_context", "zmq_untouched_child"):
        cases.append(Case(name, NOT_STUCK, python=python, folder=folder_of("pyzmq", python)))
    cases.append(Case("gevent_sleep", NOT_STUCK, python=python, folder=folder_of("gevent", python)))
    return cases + plain_healthy(pythons, python)


def plain_healthy(pythons, python=None):
    """Those that need no library."""
    python = python or pythons[0][1]
    names = ["sleep", "read_pipe", "poll", "join_of_own_thread", "lock_of_own_thread", "timed_event", "asyncio_loop", "many_threads"]
    names += ["just_executed", "zombie", "busy_python", "idle_pool"]
    cases = [Case(name, NOT_STUCK, python=python) for name in names]
    cases.append(Case("own-mutex (C)", NOT_STUCK, language="c"))
    cases.append(Case("first-thread-ended-healthy (C)", NOT_STUCK, language="c"))
    cases.append(Case("mutex (C, stopped)", NOT_STUCK, language="c", prepare=stop))
    cases.append(Case("sleep (stopped)", NOT_STUCK, python=python, prepare=stop))
    cases.append(Case("sleep (debugger)", NOT_STUCK, python=python, prepare=trace))
    if os.getuid() == 0:
        cases.append(Case("sleep (another user)", NOT_STUCK, python=python, user=65534))
        cases.append(Case("mutex (C, another user)", NOT_STUCK, language="c", user=65534))
    return cases


def folder_of(name, python):
    """The folder with one more library, put on PYTHONPATH."""
    folder = environments.FOLDER / ("doctor-" + name)
    if not folder.exists():
        print("check-doctor: preparing %s" % folder.relative_to(ROOT), flush=True)
        environments._pip(python, "--target", str(folder), *EXTRA[name])
    return folder


def swift_folder():
    """`usr` of the Swift toolchain that is in PATH; None without one."""
    swift = shutil.which("swift")
    folder = Path(swift).resolve().parent.parent if swift else None
    return folder if folder and (folder / "lib/swift/linux/libdispatch.so").exists() else None


def build(folder):
    """The programs in C, by name."""
    sources = PROGRAMS
    library = folder / "libworker.so"
    subprocess.run(["gcc", "-O1", "-pthread", "-shared", "-fPIC", "-o", str(library), str(sources / "worker.c")], check=True)
    subprocess.run(
        ["gcc", "-O1", "-pthread", "-o", str(folder / "locks"), str(sources / "locks.c"), str(library), "-Wl,-rpath," + str(folder)], check=True
    )
    tools = {"locks": folder / "locks"}
    usr = swift_folder()
    if usr:
        library = usr / "lib/swift/linux"
        tools["dispatch"] = folder / "dispatch"
        subprocess.run(
            [str(usr / "bin/clang"), "-fblocks", str(sources / "dispatch.c"), "-I", str(usr / "lib/swift"), "-L", str(library)]
            + ["-ldispatch", "-lBlocksRuntime", "-Wl,-rpath," + str(library), "-o", str(tools["dispatch"])],
            check=True,
        )
    return tools
