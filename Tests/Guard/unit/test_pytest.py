"""The pytest plugin."""

import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

LIBRARY = os.environ.get("FORKGUARD_TEST_LIBRARY", "")
TABLE = os.environ.get("FORKGUARD_TEST_TABLE", "")
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
TESTS = """
    import multiprocessing
    import os

    def test_harmless():
        pid = os.fork()
        if pid == 0:
            os._exit(0)
        os.waitpid(pid, 0)

    def load(_=None):
        import deltalake
        return deltalake.DeltaTable(%r).version()

    def test_pool():
        load()
        with multiprocessing.get_context("fork").Pool(1) as pool:
            pool.map(load, [1])
    """


def pytest(*arguments):
    folder = tempfile.mkdtemp(prefix="forkguard-")
    with open(os.path.join(folder, "test_sample.py"), "w") as file:
        file.write(textwrap.dedent(TESTS % TABLE))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "forkguard.pytest_plugin"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "FORKGUARD"))}
    kept["PYTHONPATH"] = os.pathsep.join([os.path.join(ROOT, "python"), LIBRARY])
    result = subprocess.run(
        command + list(arguments), cwd=folder, env=kept, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60
    )
    return result.returncode, result.stdout.decode()


@unittest.skipUnless(LIBRARY and TABLE, "needs deltalake")
class Plugin(unittest.TestCase):
    def test_refuse(self):
        status, output = pytest("--forkguard=refuse")
        self.assertEqual(status, 1, output)
        self.assertIn("1 failed, 1 passed", output)
        self.assertIn("ForkUnsafeError: os.fork was refused", output)
        self.assertIn("1 x fork at test_sample.py:6: clean", output)
        self.assertIn("1 x fork at test_sample.py:17: refused: deltalake", output)

    def test_fail_fast(self):
        status, output = pytest("--forkguard=fail-fast")
        self.assertEqual(status, 1, output)
        self.assertIn("1 x fork at test_sample.py:17: touched: deltalake", output)
        self.assertIn("1 x stopped: deltalake (delta-rs) in a forked child, at test_sample.py:13", output)

    def test_nothing_without_the_option(self):
        status, output = pytest("--deselect=test_sample.py::test_pool")
        self.assertEqual(status, 0, output)
        self.assertNotIn("forkguard", output)
        status, output = pytest("--deselect=test_sample.py::test_pool", "--forkguard=off")
        self.assertNotIn("forkguard", output)

    def test_unknown_policy(self):
        status, output = pytest("--forkguard=loud")
        self.assertEqual(status, 4, output)


if __name__ == "__main__":
    unittest.main()
