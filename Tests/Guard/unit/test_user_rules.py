"""Rules of a user's own, in FORKGUARD_RULES."""

import os
import subprocess
import sys
import tempfile
import unittest

import fake

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
GOOD = """
id = "mine"
title = "Mine"
code = "FG102"
import = ["fakelib"]
dist = ["fakelib"]
scope = "process"
mechanism = "keeps threads"
remedy = "Do otherwise."
evidence = ["https://example.org/1"]

[[touch]]
name = "fakelib.open_all"
kind = "function"

[[version]]
range = ""
outcome = "hang"
text = "hangs"
"""
PROGRAM = """
import os
import fakelib
from forkguard import ForkUnsafeError
fakelib.open_all()
pid = os.fork()
if pid == 0:
    try:
        fakelib.open_all()
    except ForkUnsafeError as error:
        print(error.library, flush=True)
    os._exit(0)
os.waitpid(pid, 0)
"""


def run(files, rules=None):
    folder = tempfile.mkdtemp(prefix="forkguard-")
    fake.write(folder)
    sys.path.remove(folder)
    os.mkdir(os.path.join(folder, "libraries"))
    for name, text in files.items():
        with open(os.path.join(folder, "libraries", name), "w") as file:
            file.write(text)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FORKGUARD")}
    kept["PYTHONPATH"] = os.pathsep.join([os.path.join(ROOT, "python", "forkguard", "bootstrap"), folder])
    kept["FORKGUARD_RULES"] = rules or folder
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=kept, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60
    )
    return result.returncode, result.stdout.decode(), result.stderr.decode()


@unittest.skipIf(sys.version_info < (3, 11), "tomllib comes with Python 3.11")
class Rules(unittest.TestCase):
    def test_good_rule(self):
        self.assertEqual(run({"mine.toml": GOOD}), (0, "mine\n", ""))

    def test_bad_rules_cost_a_line_each(self):
        files = {
            "mine.toml": GOOD,
            "broken.toml": "id = ",
            "keyless.toml": GOOD.replace('"mine"', '"keyless"').replace('title = "Mine"\n', ""),
            "named.toml": GOOD,
            "odd.toml": GOOD.replace('"mine"', '"odd"').replace('kind = "function"', 'kind = "function"\nwhen = "x ~ 1"'),
        }
        status, output, errors = run(files)
        self.assertEqual((status, output), (0, "mine\n"))
        self.assertEqual(errors.count("\n"), 4, errors)
        for word in ("broken.toml", "the key 'title' is missing", "`id` must be 'named'", "a condition that the guard does not know"):
            self.assertIn(word, errors)

    def test_missing_folder(self):
        status, _, errors = run({}, "/nonexistent/rules")
        self.assertEqual((status, errors.count("\n")), (0, 1))
        self.assertIn("/nonexistent/rules/libraries: not used by the guard: No such file or directory", errors)


@unittest.skipIf(sys.version_info >= (3, 11), "for older Pythons")
class WithoutTomllib(unittest.TestCase):
    def test_says_so(self):
        status, _, errors = run({"mine.toml": GOOD})
        self.assertEqual((status, errors.count("\n")), (0, 1))
        self.assertIn("need Python 3.11", errors)


if __name__ == "__main__":
    unittest.main()
