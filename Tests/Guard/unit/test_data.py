"""The guard's tables are fresh, every rule loads, and events are JSON."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from unittest.mock import patch

from forkguard import _events, _frames, _index, _library, _rules

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))


class Data(unittest.TestCase):
    @unittest.skipIf(sys.version_info < (3, 11), "the generator needs tomllib")
    def test_tables_are_fresh(self):
        command = [sys.executable, os.path.join(ROOT, "scripts", "generate-guard-data"), "--check"]
        result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(result.returncode, 0, result.stdout.decode())

    def test_every_library_loads(self):
        self.assertGreater(len(_rules.LIBRARIES), 50)
        for identifier in _rules.LIBRARIES:
            library = _library.Library(_rules.LIBRARIES[identifier])
            rows = library.load_rows()
            self.assertTrue(rows or library.import_is_touch, identifier)
            for row in rows:
                self.assertIn(row.kind, ("function", "constructor", "method"))
                self.assertTrue(all("()" not in name for name in row.spellings))
            self.assertIn(library.outcome, ("ok", "hang", "error", "corruption", "self-heals", "uncertain"))
            self.assertTrue(library.remedy and library.evidence and library.mechanism)
        for identifiers in _index.INDEX.values():
            self.assertTrue(set(identifiers) <= set(_rules.LIBRARIES))

    def test_setting_of_the_environment_makes_a_library_harmless(self):
        known = {}
        for value in ("", "1"):
            with patch.dict(os.environ, {"OMP_NUM_THREADS": value}):
                known[value] = _library.Library(_rules.LIBRARIES["scikit-learn"])
        self.assertEqual(known["1"].outcome, "ok")
        self.assertEqual(known[""].harmless_env, known["1"].harmless_env)
        self.assertNotEqual(known[""].outcome, "ok")

    def test_deltalake_outcomes_by_version(self):
        from forkguard._version import satisfies

        library = _library.Library(_rules.LIBRARIES["deltalake"])
        expected = {"0.16.4": "ok", "0.17.0": "hang", "0.18.2": "hang", "0.19.0": "error", "0.25.5": "error", "1.6.6": "error"}
        for version, outcome in expected.items():
            self.assertEqual([each[1] for each in library.versions if satisfies(version, each[0])], [outcome], version)

    def test_launchers(self):
        names = [name for name, _ in _frames.launchers()]
        self.assertIn("multiprocessing.Pool", names)
        self.assertIn("concurrent.futures.ProcessPoolExecutor", names)


class Events(unittest.TestCase):
    def test_dumps_is_json(self):
        values = [
            None,
            True,
            [1, -2, 3.5, float("inf"), 10**30],
            {"a": {"b": []}, "c d": ()},
            "plain",
            "quote \" back \\ slash / new\nline\ttab\r\x00\x1f\x7f",
            "umlaut é, han 漢, emoji \U0001f600, lone \ud800 surrogate",
        ]
        for value in values:
            decoded = json.loads(_events.dumps(value))
            expected = json.loads(json.dumps(value).replace("Infinity", "null"))
            self.assertEqual(decoded, expected)

    def test_lines_are_appended_whole(self):
        path = os.path.join(tempfile.mkdtemp(prefix="forkguard-"), "events")
        _events.configure(path, None)
        children = []
        for number in range(8):
            pid = os.fork()
            if pid == 0:
                for _ in range(200):
                    _events.emit("test", {"number": number, "text": "x" * 300})
                os._exit(0)
            children.append(pid)
        for pid in children:
            os.waitpid(pid, 0)
        with open(path) as file:
            numbers = [json.loads(line)["number"] for line in file]
        self.assertEqual(sorted(numbers), sorted(list(range(8)) * 200))
        _events.configure(None, None)


if __name__ == "__main__":
    unittest.main()
