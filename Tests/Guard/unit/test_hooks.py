"""CForkHooks by itself, in C; and threads that fork under the whole guard."""

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import fake

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
FORKS = int(os.environ.get("FORKGUARD_TEST_FORKS", "200"))
FOLDER = tempfile.mkdtemp(prefix="forkguard-")
fake.write(FOLDER)
fake.know(fake.PROCESS, fake.HANDLE)

import forkguard  # noqa: E402

forkguard.install("fail-fast")

import fakelib  # noqa: E402


class InC(unittest.TestCase):
    @unittest.skipUnless(shutil.which("cc"), "needs a C compiler")
    def test_hooks(self):
        sources = os.path.join(ROOT, "Sources", "CForkHooks")
        program = os.path.join(FOLDER, "hooks")
        files = [os.path.join(sources, name) for name in sorted(os.listdir(sources)) if name.endswith(".c")]
        flags = ["-std=c11", "-O1", "-Wall", "-Wextra", "-Werror", "-I" + os.path.join(sources, "include"), "-pthread"]
        subprocess.check_call(["cc"] + flags + [os.path.join(ROOT, "Tests", "Guard", "hooks.c")] + files + ["-o", program])
        result = subprocess.run([program, str(FORKS)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=80)
        self.assertEqual(result.returncode, 0, result.stdout.decode())


class Stress(unittest.TestCase):
    def test_threads_that_fork(self):
        """8 threads fork, allocate and log at once; no child hangs, each ends as it wants to, none is left.

        The children do not log: the lock of the log's buffer, which another thread may hold, is lost in them without any guard.
        """
        logging.basicConfig(filename=os.path.join(FOLDER, "log"), level=logging.INFO)
        fakelib.open_all()
        wrong = []

        def work(number):
            for count in range(FORKS // 8 if FORKS < 1000 else FORKS):
                kept = [bytearray(1000) for _ in range(20)]
                logging.info("parent %d %d", number, len(kept))
                pid = os.fork()
                if pid == 0:
                    signal.alarm(20)
                    status = 1
                    try:
                        # A message takes longer than a fork: some children ask for theirs.
                        if count % 20:
                            os._exit(7)
                        try:
                            fakelib.open_all()
                        except forkguard.ForkUnsafeError as error:
                            status = 7 if error.forked["pid"] == os.getppid() else 2
                    finally:
                        os._exit(status)
                _, status = os.waitpid(pid, 0)
                if os.WEXITSTATUS(status) != 7 or os.WIFSIGNALED(status):
                    wrong.append(status)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(200)
        self.assertFalse(any(thread.is_alive() for thread in threads))
        self.assertEqual(wrong, [])
        with self.assertRaises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)

    def test_signals_at_start_and_at_fork(self):
        """A program under the guard ends by a signal as one without it does, whenever it comes."""
        # A shell in the background ignores Ctrl-C, and so do its children.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        program = "import sys, sqlite3, os\nprint('up', flush=True)\nwhile True:\n    os.waitpid(os.fork() or os._exit(0), 0)\n"
        kept = dict(os.environ, PYTHONPATH=os.path.join(ROOT, "python", "forkguard", "bootstrap"))
        for delay in (0.0, 0.005, 0.01, 0.02, 0.04, 0.3):
            for number in (signal.SIGTERM, signal.SIGINT):
                process = subprocess.Popen(
                    [sys.executable, "-c", program], env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
                )
                time.sleep(delay)
                process.send_signal(number)
                # Python itself gives 1 when Ctrl-C comes while it starts, and loses one that falls into the callback of a
                # weak reference: then the next signal must do.
                allowed = (-number, 1, -signal.SIGTERM) if number == signal.SIGINT else (-number,)
                try:
                    _, errors = process.communicate(timeout=10)
                except subprocess.TimeoutExpired:
                    process.terminate()
                    _, errors = process.communicate(timeout=10)
                self.assertIn(process.returncode, allowed, errors)
                self.assertNotIn(b"forkguard: an error of its own", errors)


if __name__ == "__main__":
    unittest.main()
