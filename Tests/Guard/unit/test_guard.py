"""What a touch, a fork and a use come to, with a library and rules of the tests' own."""

import contextlib
import ctypes
import gc
import io
import json
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import unittest
import warnings

import fake

FOLDER = tempfile.mkdtemp(prefix="forkguard-")
fake.write(FOLDER)
fake.know(fake.PROCESS, fake.HANDLE)

import forkguard  # noqa: E402

forkguard.install("fail-fast", history=True)

import fakelib  # noqa: E402
from forkguard import _events, _guard, _hooks, _library  # noqa: E402
from forkguard import ForkUnsafeError, ForkUnsafeWarning  # noqa: E402

TEN_SECONDS = 10


def in_child(work, fork=os.fork):
    """What `work` returns or raises in a forked child."""
    reader, writer = os.pipe()
    pid = fork()
    if pid == 0:
        signal.alarm(TEN_SECONDS)
        try:
            try:
                answer = (True, work())
            except BaseException as error:
                error.text = traceback.format_exc()
                answer = (False, error)
            os.write(writer, pickle.dumps(answer))
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as file:
        data = file.read()
    os.waitpid(pid, 0)
    succeeded, value = pickle.loads(data)
    if succeeded:
        return value
    raise value


class GuardTest(unittest.TestCase):
    def setUp(self):
        forkguard.install("fail-fast")
        _hooks.current.clear()
        _hooks.inherited.clear()
        for resource in _library.resources().values():
            resource.touch = resource.inherited = None
            resource.is_told = set()
        # Wrappers that are settled stay so for the process: another generation wakes them.
        _guard.history.clear()


def fresh(work):
    """Runs a test's body in a child of its own: nothing is settled there."""

    def run(self):
        def body():
            work(self)

        in_child(body)

    run.__doc__ = work.__doc__
    run.__name__ = work.__name__
    return run


class Process(GuardTest):
    @fresh
    def test_use_after_touch_and_fork_raises(self):
        fakelib.open_all()
        with self.assertRaises(ForkUnsafeError) as caught:
            in_child(fakelib.open_all)
        error = caught.exception
        self.assertEqual((error.kind, error.library, error.outcome, error.version), ("use", "engine", "hang", "1.4"))
        self.assertEqual(error.call, "fakelib.open_all")
        self.assertEqual(error.touched["pid"], os.getpid())
        self.assertEqual(error.touched["stack"][0][2], "test_use_after_touch_and_fork_raises")
        self.assertEqual(error.forked["stack"][0][2], "in_child")
        self.assertEqual(error.used[0][2], "in_child")
        self.assertNotEqual(error.pid, os.getpid())

    @fresh
    def test_error_keeps_its_fields_when_pickled(self):
        fakelib.open_all()
        with self.assertRaises(ForkUnsafeError) as caught:
            in_child(fakelib.open_all)
        again = pickle.loads(pickle.dumps(caught.exception))
        self.assertIs(type(again), forkguard.ForkUnsafeError)
        self.assertIsInstance(again, RuntimeError)
        self.assertEqual(again.fields(), caught.exception.fields())
        self.assertEqual(str(again), str(caught.exception))

    @fresh
    def test_another_callable_of_the_library_counts(self):
        fakelib.open_all()
        with self.assertRaises(ForkUnsafeError):
            in_child(lambda: fakelib.Engine("a"))
        with self.assertRaises(ForkUnsafeError):
            in_child(lambda: fakelib.Engine.check(1))

    @fresh
    def test_untouched_parent_is_silent_and_a_touch_in_the_child_is_its_own(self):
        self.assertEqual(in_child(lambda: fakelib.open_all("c") + fakelib.open_all("d")), "cd")

    @fresh
    def test_touch_in_child_counts_for_grandchild(self):
        def child():
            fakelib.open_all()
            try:
                in_child(fakelib.open_all)
            except ForkUnsafeError as error:
                return error.touched["pid"] == os.getpid()

        self.assertTrue(in_child(child))

    @fresh
    def test_ten_deep(self):
        fakelib.open_all()
        touched = os.getpid()

        def level(depth):
            if depth == 10:
                fakelib.open_all()
            return in_child(lambda: level(depth + 1))

        with self.assertRaises(ForkUnsafeError) as caught:
            level(0)
        # Named is the fork that broke it, the first one.
        self.assertEqual(caught.exception.touched["pid"], touched)
        self.assertEqual(caught.exception.forked["pid"], touched)

    @fresh
    def test_calls_of_the_library_within_itself_do_not_count(self):
        engine = fakelib.Engine()
        self.assertEqual(in_child(engine.quiet), 2)
        with self.assertRaises(ForkUnsafeError):
            in_child(lambda: engine.run(1))

    @fresh
    def test_function_that_the_rule_does_not_know_is_judged_by_what_it_calls(self):
        fakelib.open_all()
        with self.assertRaises(ForkUnsafeError) as caught:
            in_child(fakelib.harmless)
        self.assertEqual(caught.exception.call, "fakelib.inner")

    @fresh
    def test_condition_of_a_touch(self):
        fakelib.sized([])
        fakelib.sized([], threads=None)
        self.assertEqual(in_child(lambda: fakelib.open_all("c")), "c")
        fakelib.sized([], threads=2)
        self.assertEqual(in_child(lambda: fakelib.sized([1])), 1)
        with self.assertRaises(ForkUnsafeError):
            in_child(lambda: fakelib.sized([], threads=3))

    @fresh
    def test_ctypes_fork_is_noticed(self):
        """No audit event announces it; the at-fork handler and the wiped page do."""
        fakelib.open_all()
        libc = ctypes.CDLL(None)
        with self.assertRaises(ForkUnsafeError) as caught:
            in_child(fakelib.open_all, libc.fork)
        self.assertEqual(caught.exception.forked["call"], "a fork in native code")
        self.assertEqual(caught.exception.forked["pid"], os.getpid())
        self.assertRegex(str(caught.exception), r"libc\.so|libffi|python")

    @fresh
    def test_bare_clone_is_noticed(self):
        """Not even the handlers run; the page is wiped all the same."""
        fakelib.open_all()
        libc = ctypes.CDLL(None)
        number = {"x86_64": 56, "aarch64": 220}.get(os.uname().machine)
        if number is None:
            self.skipTest("the number of clone is not known here")
        clone = lambda: libc.syscall(number, signal.SIGCHLD, 0, 0, 0, 0)  # noqa: E731
        with self.assertRaises(ForkUnsafeError):
            in_child(fakelib.open_all, clone)

    @fresh
    def test_threads_are_named(self):
        stop = threading.Event()
        helper = threading.Thread(target=stop.wait)
        helper.start()
        with open("/proc/self/task/%d/comm" % helper.native_id, "w") as file:
            file.write("fake-worker-7")
        fakelib.open_all()
        try:
            with self.assertRaises(ForkUnsafeError) as caught:
                in_child(fakelib.open_all)
        finally:
            stop.set()
            helper.join()
        self.assertIn("fake-worker-7", caught.exception.lost)
        self.assertIn("fake-worker-7 (Fake engine)", str(caught.exception))

    @fresh
    def test_message_is_in_order(self):
        fakelib.open_all()
        with self.assertRaises(ForkUnsafeError) as caught:
            in_child(fakelib.open_all)
        lines = str(caught.exception).splitlines()
        self.assertEqual(
            lines[0],
            "Fake engine 1.4 was about to be used in a forked child of the process that had touched it; "
            "unguarded, the child hangs without a word.",
        )
        labels = [line[2:12].strip() for line in lines if line.startswith("  ") and line[2] != " "]
        self.assertEqual(labels, ["touched", "forked", "used", "because", "instead", "price", "see"])
        self.assertIn("fakelib.open_all()", str(caught.exception))
        self.assertIn("forkguard explain engine, https://example.org/1", lines[-1])

    @fresh
    def test_no_frame_of_ours(self):
        fakelib.open_all()
        with self.assertRaises(ForkUnsafeError) as caught:
            in_child(lambda: fakelib.Engine("x"))
        files = [line for line in caught.exception.__dict__.get("text", "").splitlines() if "forkguard" in line and "File" in line]
        self.assertEqual([line for line in files if "/python/forkguard/" in line], [])


class Handles(GuardTest):
    @fresh
    def test_inherited_handle_raises_and_a_new_one_is_silent(self):
        channel = fakelib.connect("here")
        with self.assertRaises(ForkUnsafeError):
            in_child(lambda: channel.send("a"))
        self.assertEqual(in_child(lambda: fakelib.connect("there").send("b")), "b")

    @fresh
    def test_derived_handle_shares_its_fate(self):
        derived = fakelib.connect("here").child()
        with self.assertRaises(ForkUnsafeError):
            in_child(lambda: derived.send("a"))
        self.assertEqual(in_child(lambda: fakelib.connect("x").child().send("b")), "b")

    @fresh
    def test_released_handle_is_silent(self):
        channel = fakelib.connect("here")
        channel.close()
        self.assertEqual(in_child(lambda: channel.send("a")), "a")

    @fresh
    def test_condition_by_position_and_by_name(self):
        for channel in (fakelib.connect("here", "memory"), fakelib.connect("here", mode="memory")):
            self.assertEqual(in_child(lambda: channel.send("a")), "a")

    @fresh
    def test_address_of_a_dead_handle_is_free(self):
        for _ in range(100):
            fakelib.connect("here")
        gc.collect()
        self.assertEqual(len(_hooks.current), 0)

    @fresh
    def test_calls_without_a_fork_cost_nothing_to_decide(self):
        channel = fakelib.connect("here")
        asked = []
        original = _guard.decide
        _hooks.install(_guard.on_fork, lambda *args: asked.append(args), _guard.after, _guard.rolled)
        channel.send("a")
        _hooks.install(_guard.on_fork, original, _guard.after, _guard.rolled)
        self.assertEqual(asked, [])


class Policies(GuardTest):
    @fresh
    def test_refuse_raises_where_the_parent_forks(self):
        forkguard.install("refuse")
        fakelib.open_all()
        with self.assertRaises(ForkUnsafeError) as caught:
            os.fork()
        error = caught.exception
        self.assertEqual((error.kind, error.call, error.pid), ("fork", "os.fork", os.getpid()))
        self.assertTrue(str(error).startswith("os.fork was refused: this process has touched Fake engine 1.4"))
        self.assertEqual(error.touched["stack"][0][2], "test_refuse_raises_where_the_parent_forks")
        with self.assertRaises(ForkUnsafeError):
            os.forkpty()

    @fresh
    def test_refused_starts_leak_no_descriptors(self):
        forkguard.install("refuse")
        fakelib.open_all()
        context = multiprocessing.get_context("fork")

        def start():
            with self.assertRaises(ForkUnsafeError):
                context.Process(target=print).start()

        start()
        before = sorted(os.listdir("/proc/self/fd"))
        for _ in range(20):
            start()
        self.assertEqual(len(os.listdir("/proc/self/fd")), len(before))
        with self.assertRaises(ForkUnsafeError):
            context.Pool(2)

    @fresh
    def test_refuse_lets_exec_pass(self):
        forkguard.install("refuse")
        fakelib.open_all()
        self.assertEqual(subprocess.check_output(["echo", "a"]), b"a\n")
        self.assertEqual(subprocess.call(["true"], start_new_session=True), 0)
        self.assertEqual(os.spawnlp(os.P_WAIT, "true", "true"), 0)
        self.assertEqual(os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)[1], 0)
        self.assertEqual(os.system("true"), 0)
        self.assertEqual(subprocess.call(["true"], preexec_fn=os.getpid), 0)

    @fresh
    def test_refuse_does_not_raise_off_the_main_thread(self):
        forkguard.install("refuse")
        fakelib.open_all()
        seen = []

        def fork():
            try:
                pid = os.fork()
                if pid == 0:
                    os._exit(0)
                seen.append(os.waitpid(pid, 0)[1])
            except ForkUnsafeError as error:
                seen.append(error)

        said = tempfile.TemporaryFile()
        kept = os.dup(2)
        os.dup2(said.fileno(), 2)
        try:
            for _ in range(2):
                thread = threading.Thread(target=fork)
                thread.start()
                thread.join(TEN_SECONDS)
        finally:
            os.dup2(kept, 2)
        self.assertEqual(seen, [0, 0])
        said.seek(0)
        text = said.read().decode()
        said.close()
        self.assertEqual(text.count("This fork comes from a helper thread"), 1)

    @fresh
    def test_warn_tells_once_and_goes_on(self):
        forkguard.install("warn")
        fakelib.open_all()

        def child():
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                answers = [fakelib.open_all("a"), fakelib.open_all("b")]
            return answers, [(each.category is ForkUnsafeWarning, os.path.basename(each.filename)) for each in caught]

        self.assertEqual(in_child(child), (["a", "b"], [(True, "test_guard.py")]))

    @fresh
    def test_report_writes_json_lines(self):
        path = os.path.join(FOLDER, "report-%d" % os.getpid())
        os.environ["FORKGUARD_REPORT"] = path
        forkguard.install("report")
        fakelib.open_all()
        self.assertEqual(in_child(lambda: fakelib.open_all("é\"\\\n")), "é\"\\\n")
        with open(path) as file:
            events = [json.loads(line) for line in file]
        self.assertEqual([event["event"] for event in events], ["fork", "use"])
        self.assertEqual(events[0]["libraries"], ["engine"])
        self.assertEqual(events[1]["library"], "engine")
        self.assertEqual(events[1]["touched"]["pid"], os.getpid())

    @fresh
    def test_unwritable_report_is_one_line(self):
        os.environ["FORKGUARD_REPORT"] = "/nonexistent/report"
        forkguard.install("report")
        fakelib.open_all()
        errors = io.StringIO()
        with contextlib.redirect_stderr(errors):
            for _ in range(2):
                self.assertEqual(in_child(lambda: 5), 5)
        self.assertEqual(errors.getvalue().count("\n"), 1)
        self.assertIn("/nonexistent/report: No such file or directory", errors.getvalue())

    @fresh
    def test_off_is_off(self):
        forkguard.install("off")
        fakelib.open_all()
        self.assertEqual(in_child(lambda: fakelib.open_all("a")), "a")

    @fresh
    def test_allow(self):
        forkguard.install("refuse")
        fakelib.open_all()
        with forkguard.allow("the test says so"):
            self.assertEqual(in_child(lambda: fakelib.open_all("a")), "a")
        with self.assertRaises(ForkUnsafeError):
            os.fork()
        forkguard.install("fail-fast")

        def child():
            with forkguard.allow("in the child"):
                first = fakelib.open_all("b")
            try:
                fakelib.open_all()
            except ForkUnsafeError:
                return first

        self.assertEqual(in_child(child), "b")
        with self.assertRaises(ValueError):
            forkguard.allow("")

    def test_unknown_policy(self):
        with self.assertRaises(ValueError):
            forkguard.install("loud")

    @fresh
    def test_history_of_forks(self):
        in_child(lambda: None)
        fakelib.open_all()
        in_child(lambda: None)
        forkguard.install("refuse")
        with self.assertRaises(ForkUnsafeError):
            os.fork()
        self.assertEqual([verdict for _, verdict in _guard.history[-3:]], ["clean", "touched: engine", "refused: engine"])

    @fresh
    def test_uncertain_warns_once(self):
        library = _library.library("engine")
        library.outcome = "uncertain"
        fakelib.open_all()

        def child():
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                fakelib.open_all()
                fakelib.Engine()
            return len(caught)

        self.assertEqual(in_child(child), 1)

    @fresh
    def test_warning_as_error_is_raised(self):
        forkguard.install("warn")
        fakelib.open_all()

        def child():
            warnings.simplefilter("error")
            fakelib.open_all()

        with self.assertRaises(ForkUnsafeWarning):
            in_child(child)

    @fresh
    def test_preexec_is_reported(self):
        path = os.path.join(FOLDER, "preexec-%d" % os.getpid())
        _events.configure(path, None)
        fakelib.open_all()
        subprocess.check_call(["true"], preexec_fn=os.getpid)
        in_child(lambda: None)
        subprocess.check_call(["true"])
        with open(path) as file:
            events = [json.loads(line)["event"] for line in file]
        self.assertEqual(events, ["touch", "preexec"])


class Pools(GuardTest):
    @fresh
    def test_pool_map_gets_the_error(self):
        fakelib.open_all()
        begin = time.monotonic()
        with multiprocessing.get_context("fork").Pool(2) as pool:
            with self.assertRaises(ForkUnsafeError) as caught:
                pool.map(fakelib.open_all, ["a", "b"])
        self.assertEqual(caught.exception.forked["call"], "multiprocessing.Pool")
        self.assertIn('multiprocessing.get_context("forkserver").Pool', str(caught.exception))
        self.assertLess(time.monotonic() - begin, 5)

    @fresh
    def test_executor_map_gets_the_error(self):
        from concurrent.futures import ProcessPoolExecutor

        fakelib.open_all()
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as executor:
            with self.assertRaises(ForkUnsafeError) as caught:
                list(executor.map(fakelib.open_all, ["a"]))
        self.assertEqual(caught.exception.forked["call"], "concurrent.futures.ProcessPoolExecutor")


if __name__ == "__main__":
    unittest.main()
