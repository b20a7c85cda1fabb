"""What `forkguard run` injects: the guard gets in, everything else stays as it was."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
PACKAGE = os.path.join(ROOT, "python", "forkguard")
BOOTSTRAP = os.path.join(PACKAGE, "bootstrap")
LIBRARY = os.environ.get("FORKGUARD_TEST_LIBRARY", "")
TABLE = os.environ.get("FORKGUARD_TEST_TABLE", "")


def run(arguments, path=(), guarded=True, variables=None, python=sys.executable):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FORKGUARD"))}
    entries = ([BOOTSTRAP] if guarded else []) + list(path)
    if entries:
        kept["PYTHONPATH"] = os.pathsep.join(entries)
    kept.update(variables or {})
    result = subprocess.run([python] + arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=kept, timeout=60)
    return result.returncode, result.stdout.decode(), result.stderr.decode()


def events_of(path):
    with open(path) as file:
        return [json.loads(line) for line in file]


class Bootstrap(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="forkguard-")
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        return path

    def test_guard_is_in(self):
        program = "import forkguard, sys; print(forkguard.is_installed(), [p for p in sys.path if 'bootstrap' in p])"
        self.assertEqual(run(["-c", program]), (0, "fail-fast []\n", ""))
        self.assertEqual(run(["-c", program], variables={"FORKGUARD_POLICY": "refuse"})[1], "refuse []\n")

    def test_path_is_what_it_would_be(self):
        program = "import sys; print(sys.path)"
        for path in ([], [self.folder], [self.folder, "/nonexistent"]):
            self.assertEqual(run(["-c", program], path), run(["-c", program], path, guarded=False))

    def test_own_sitecustomize_runs(self):
        self.write("sitecustomize.py", "import sys\nsys.own = __name__, __file__\n")
        program = "import sys; print(sys.own); import sitecustomize; print(sitecustomize.__file__)"
        self.assertEqual(run(["-c", program], [self.folder]), run(["-c", program], [self.folder], guarded=False))
        self.assertEqual(run(["-c", "import forkguard; print(forkguard.is_installed())"], [self.folder])[1], "fail-fast\n")

    def test_errors_of_own_sitecustomize_look_as_always(self):
        for text in ("1 / 0\n", "import missing_altogether\n", "import sitecustomize_helper.missing\n", "raise SystemExit(3)\n"):
            self.write("sitecustomize.py", text)
            bare = run(["-c", "print('ran')"], [self.folder], guarded=False)
            guarded = run(["-c", "print('ran')"], [self.folder])
            self.assertEqual((guarded[0], guarded[1]), (bare[0], bare[1]), text)
            if "SystemExit" not in text:
                self.assertEqual(guarded[2], bare[2], text)

    def test_switches_that_keep_it_out(self):
        program = "import sys; print('forkguard' in sys.modules)"
        for switch in ("-E", "-I", "-S"):
            self.assertEqual(run([switch, "-c", program]), (0, "False\n", ""))
        self.assertEqual(run(["-s", "-c", program]), (0, "True\n", ""))

    def test_off_and_unknown_policy(self):
        program = "import sys; print('forkguard' in sys.modules)"
        self.assertEqual(run(["-c", program], variables={"FORKGUARD_POLICY": "off"}), (0, "False\n", ""))
        status, output, errors = run(["-c", "print('ran')"], variables={"FORKGUARD_POLICY": "loud"})
        self.assertEqual((status, output, errors.count("\n")), (0, "ran\n", 1))
        self.assertIn("'loud' is no policy of forkguard", errors)

    def test_extension_that_cannot_be_loaded(self):
        copy = os.path.join(self.folder, "forkguard")
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("*.so", "__pycache__"))
        variables = {"PYTHONPATH": os.path.join(copy, "bootstrap")}
        status, output, errors = run(["-c", "print('ran')"], guarded=False, variables=variables)
        self.assertEqual((status, output, errors.count("\n")), (0, "ran\n", 1))
        self.assertTrue(errors.startswith("forkguard: not guarding"), errors)

    def test_home_elsewhere(self):
        with open(os.path.join(BOOTSTRAP, "sitecustomize.py")) as file:
            own = self.write("boot/sitecustomize.py", file.read())
        variables = {"PYTHONPATH": os.path.dirname(own), "FORKGUARD_HOME": os.path.dirname(PACKAGE)}
        program = "import forkguard; print(forkguard.is_installed())"
        self.assertEqual(run(["-c", program], guarded=False, variables=variables), (0, "fail-fast\n", ""))

    def test_older_pythons_are_left_alone(self):
        found = 0
        root = os.path.expanduser("~/.pyenv/versions")
        for name in os.listdir(root) if os.path.isdir(root) else ():
            if name.startswith(("2.7", "3.6", "3.7")):
                found += 1
                python = os.path.join(root, name, "bin", "python")
                program = "import sys; print('forkguard' in sys.modules)"
                self.assertEqual(run(["-c", program], python=python), (0, "False\n", ""), name)
                self.write("sitecustomize.py", "import sys\nsys.own = 1\n")
                self.assertEqual(run(["-c", "import sys; print(sys.own)"], [self.folder], python=python), (0, "1\n", ""), name)
        if not found:
            self.skipTest("no older Python is here")

    def test_children_that_are_spawned_and_the_fork_server(self):
        events = os.path.join(self.folder, "events")
        program = self.write(
            "program.py",
            "import multiprocessing, os, sys\n"
            "import forkguard\n"
            "def child(_):\n"
            "    return forkguard.is_installed()\n"
            "if __name__ == '__main__':\n"
            "    for method in ('spawn', 'forkserver'):\n"
            "        with multiprocessing.get_context(method).Pool(1) as pool:\n"
            "            print(pool.map(child, [1]))\n",
        )
        status, output, errors = run([program], variables={"FORKGUARD_EVENTS": events})
        self.assertEqual((status, output, errors), (0, "['fail-fast']\n['fail-fast']\n", ""))
        installed = [event for event in events_of(events) if event["event"] == "installed"]
        # The program, its spawned child, the fork server and the resource tracker.
        self.assertGreaterEqual(len({event["pid"] for event in installed}), 4)
        self.assertTrue(all(os.path.exists(event["python"]) for event in installed))

    def test_sub_interpreter_is_refused_in_words_or_left_alone(self):
        program = (
            "import sys\n"
            "try:\n"
            "    import _xxsubinterpreters as sub\n"
            "except ImportError:\n"
            "    import _interpreters as sub\n"
            "name = sub.create()\n"
            "sub.run_string(name, 'print(6 * 7, flush=True)') if hasattr(sub, 'run_string') else sub.exec(name, 'print(42)')\n"
            "sub.destroy(name)\n"
        )
        status, output, errors = run(["-c", program])
        self.assertEqual((status, output), (0, "42\n"), errors)
        self.assertLessEqual(errors.count("\n"), 1)
        self.assertIn("interpreter", errors)

    @unittest.skipUnless(LIBRARY and TABLE, "needs deltalake")
    def test_events_of_a_real_hazard(self):
        events = os.path.join(self.folder, "events")
        program = os.path.join(ROOT, "Tests", "Guard", "programs", "delta.py")
        arguments = [program, "Pool", "fork", TABLE]
        status, _, errors = run(arguments, [LIBRARY], variables={"FORKGUARD_EVENTS": events})
        self.assertEqual(status, 1)
        found = events_of(events)
        kinds = [event["event"] for event in found]
        self.assertEqual(kinds[:2], ["installed", "touch"])
        self.assertEqual(set(kinds[2:]), {"raised"})
        last = found[-1]
        self.assertEqual((last["library"], last["kind"], last["touched"]["call"]), ("deltalake", "use", "deltalake.DeltaTable"))
        self.assertTrue(any(name.startswith("tokio-r") for name in last["lost"]), last["lost"])
        self.assertIn("forkguard.ForkUnsafeError: deltalake", errors)

    @unittest.skipUnless(LIBRARY and TABLE, "needs deltalake")
    def test_refused_pool_of_a_real_library(self):
        program = os.path.join(ROOT, "Tests", "Guard", "programs", "delta.py")
        for how, launcher in (("Process", "Process"), ("Pool", "multiprocessing.Pool"), ("Executor", "ProcessPoolExecutor")):
            status, _, errors = run([program, how, "fork", TABLE], [LIBRARY], variables={"FORKGUARD_POLICY": "refuse"})
            self.assertEqual(status, 1)
            self.assertIn("forkguard.ForkUnsafeError: os.fork was refused", errors)
            self.assertIn(launcher, errors)
            self.assertNotIn("During handling", errors)


if __name__ == "__main__":
    unittest.main()
