"""Forks that nothing would stop: nobody is asked in the parent, and the message tells of them all the same.

Each test is a program of its own: only the process that a program began with forks that way.
"""

import json
import subprocess
import sys
import tempfile
import textwrap
import unittest

import fake

FOLDER = tempfile.mkdtemp(prefix="forkguard-")
fake.write(FOLDER)
HEAD = """
import json, multiprocessing, os, signal, sys, threading
signal.alarm(30)
import fake
sys.path.insert(0, {folder!r})
fake.know(fake.PROCESS, fake.HANDLE)
import forkguard
forkguard.install("fail-fast")
import fakelib

def use():
    try:
        fakelib.open_all()
    except forkguard.ForkUnsafeError as error:
        here = [frame for frame in error.forked["stack"] if frame[2] != "<module>"]
        return [error.forked["call"], [frame[2] for frame in here], error.forked["pid"] == error.touched["pid"]]
    return None

def tell(answer):
    os.write(1, (json.dumps(answer) + "\\n").encode())

def child(fork=os.fork, work=use):
    pid = fork()
    pid = pid[0] if isinstance(pid, tuple) else pid
    if pid == 0:
        try:
            tell(work())
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
"""


def run(program):
    """What the program told, line by line."""
    source = HEAD.format(folder=FOLDER) + textwrap.dedent(program)
    command = [sys.executable, "-W", "ignore", "-c", source]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    if done.returncode != 0 or done.stderr:
        raise AssertionError("status %d: %s" % (done.returncode, done.stderr.decode()))
    return [json.loads(line) for line in done.stdout.splitlines()]


class QuietForks(unittest.TestCase):
    def test_no_python_of_ours_runs_in_the_parent(self):
        program = """
            fakelib.open_all()
            seen = []
            sys.setprofile(lambda frame, event, _: seen.append(frame.f_globals.get("__name__")) if event == "call" else None)
            pid = os.fork()
            if pid == 0:
                os._exit(0)
            sys.setprofile(None)
            os.waitpid(pid, 0)
            tell([name for name in seen if str(name).startswith("forkguard")])
        """
        self.assertEqual(run(program), [[]])
        asked = program.replace("seen = []", "seen = []; forkguard.install('fail-fast', history=True)")
        self.assertIn("forkguard._guard", run(asked)[0])

    def test_place_is_kept_when_the_function_that_forked_has_returned(self):
        program = """
            def start():
                return os.fork()
            fakelib.open_all()
            pid = start()
            if pid == 0:
                tell(use())
                os._exit(0)
            os.waitpid(pid, 0)
        """
        self.assertEqual(run(program), [["os.fork", ["start"], True]])

    def test_launchers_are_named(self):
        program = """
            fakelib.open_all()
            with multiprocessing.get_context("fork").Pool(1) as pool:
                tell(pool.apply(use)[0])
            process = multiprocessing.get_context("fork").Process(target=lambda: tell(use()[0]))
            process.start()
            process.join()
        """
        self.assertEqual(run(program), ["multiprocessing.Pool", "multiprocessing.context.ForkProcess"])

    def test_callback_that_was_registered_before_ours(self):
        program = """
            told = []
            os.register_at_fork(after_in_child=lambda: told.append(use()))
            fakelib.open_all()
            child(work=lambda: told[0])
        """
        self.assertEqual(run(program), [["os.fork", ["use", "<lambda>", "child"], True]])

    def test_second_child_and_grandchild(self):
        program = """
            def again():
                tell(use())
                child()
            fakelib.open_all()
            child()
            child(work=again)
        """
        first = ["os.fork", ["child"], True]
        self.assertEqual(run(program), [first, first, first, None])

    def test_ten_deep_without_a_use_between(self):
        program = """
            def deeper(left):
                return use() if left == 0 else child(work=lambda: deeper(left - 1))
            fakelib.open_all()
            child(work=lambda: deeper(9))
        """
        self.assertEqual(run(program)[0][:2], ["os.fork", ["child"]])

    def test_native_fork_after_an_announced_one(self):
        program = """
            import ctypes
            fakelib.open_all()
            child()
            child(fork=ctypes.CDLL(None).fork)
        """
        self.assertEqual([answer[:2] for answer in run(program)], [["os.fork", ["child"]], ["a fork in native code", []]])

    def test_refusal_and_allow_end_it(self):
        program = """
            fakelib.open_all()
            child()
            with forkguard.allow("the test says so"):
                child(work=lambda: fakelib.open_all("a"))
            child()
            forkguard.install("refuse")
            try:
                child()
            except forkguard.ForkUnsafeError:
                tell("refused")
        """
        first = ["os.fork", ["child"], True]
        self.assertEqual(run(program), [first, "a", first, "refused"])

    def test_threads_that_fork_at_once(self):
        program = """
            def work():
                for _ in range(20):
                    pid = os.fork()
                    if pid == 0:
                        os._exit(0 if use() == ["os.fork", ["work", "run", "_bootstrap_inner", "_bootstrap"], True] else 1)
                    wrong.append(os.waitpid(pid, 0)[1])
            wrong = []
            fakelib.open_all()
            threads = [threading.Thread(target=work) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            tell([len(wrong), sum(wrong)])
        """
        self.assertEqual(run(program), [[160, 0]])

    def test_preexec_and_terminal(self):
        program = """
            import subprocess
            fakelib.open_all()
            child(fork=os.forkpty, work=lambda: os.write(told, json.dumps(use()[0]).encode()) and None)
        """
        program = program.replace("child(", "reader, told = os.pipe(); child(", 1) + """
            tell(json.loads(os.read(reader, 1000).decode()))
            subprocess.check_call(["true"], preexec_fn=lambda: tell(use()[0]), pass_fds=[1])
        """
        self.assertEqual(run(program), ["os.forkpty", "preexec_fn"])


if __name__ == "__main__":
    unittest.main()
