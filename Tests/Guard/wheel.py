"""Builds the wheels and installs them in a clean environment of this Python: the command, the package, the plugin.

Ends with 0 where all is well. Needs the command (`make build`); installs nothing from the network.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "packaging"))

import elf  # noqa: E402
import fgwheel  # noqa: E402


def run(*command, status=0, cwd=None):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FORKGUARD"))}
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=kept, timeout=300, cwd=cwd)
    output = result.stdout.decode()
    if result.returncode != status:
        raise AssertionError("%r gave %d:\n%s" % (command, result.returncode, output))
    return output


class Tags(unittest.TestCase):
    def test_honest(self):
        extension = elf.requirements(fgwheel.EXTENSION)
        self.assertEqual(extension.libraries, ["libc.so.6"])
        self.assertLessEqual(extension.glibc, (2, 17))
        # The same as a tool of the system says, where it is there.
        if shutil.which("readelf"):
            text = run("readelf", "-V", fgwheel.EXTENSION)
            named = re.findall(r"GLIBC_([0-9.]+)", text)
            self.assertEqual(max(tuple(map(int, name.split("."))) for name in named), extension.glibc)
        newer = elf.Requirements("x86_64", False, ["libc.so.6"], (2, 34))
        static = elf.Requirements("x86_64", True, [], (0, 0))
        self.assertEqual(fgwheel.tag(newer, extension), "cp38-abi3-manylinux_2_34_x86_64")
        self.assertEqual(fgwheel.tag(newer), "py3-none-manylinux_2_34_x86_64")
        self.assertEqual(fgwheel.tag(static, extension), "cp38-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64")
        self.assertIn("musllinux_1_1_x86_64", fgwheel.tag(static))

    def test_dynamic_program_is_told_from_a_static_one(self):
        self.assertFalse(elf.requirements(os.path.realpath(sys.executable)).is_static)
        with self.assertRaises(ValueError):
            elf.requirements(__file__)


@unittest.skipUnless(os.path.isfile(fgwheel.COMMAND), "the command is not built")
class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="forkguard-")
        cls.with_guard = os.path.join(cls.folder, fgwheel.build(cls.folder, True))
        cls.without = os.path.join(cls.folder, fgwheel.build(cls.folder, False))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def environment(self, wheel):
        venv = tempfile.mkdtemp(dir=self.folder)
        run(sys.executable, "-m", "venv", venv)
        python = os.path.join(venv, "bin", "python")
        run(python, "-m", "pip", "--disable-pip-version-check", "install", "--no-index", "--no-deps", wheel)
        return venv, python

    def test_wheel_with_the_guard(self):
        venv, python = self.environment(self.with_guard)
        version = "forkguard %s\n" % fgwheel.version()
        self.assertEqual(run(os.path.join(venv, "bin", "forkguard"), "--version"), version)
        self.assertEqual(run(python, "-m", "forkguard", "--version", cwd="/"), version)
        program = "import forkguard; forkguard.install(); print(forkguard.is_installed(), forkguard.__version__)"
        self.assertEqual(run(python, "-c", program, cwd="/"), "fail-fast %s\n" % fgwheel.version())
        program = "from importlib.metadata import distribution as d; print([e.value for e in d('forkguard').entry_points])"
        self.assertEqual(run(python, "-c", program, cwd="/"), "['forkguard.pytest_plugin']\n")
        # Nothing is left when it goes.
        run(python, "-m", "pip", "--disable-pip-version-check", "uninstall", "-y", "forkguard")
        left = [name for _, _, files in os.walk(venv) for name in files if "forkguard" in name or name.startswith("_hooks")]
        self.assertEqual(left, [])

    def test_wheel_without_it(self):
        venv, python = self.environment(self.without)
        self.assertEqual(run(os.path.join(venv, "bin", "forkguard"), "--version"), "forkguard %s\n" % fgwheel.version())
        text = run(python, "-c", "import forkguard; forkguard.install()", status=1, cwd="/")
        self.assertIn("ImportError", text.splitlines()[-1])

    def test_missing_command_is_told(self):
        venv, python = self.environment(self.with_guard)
        os.unlink(os.path.join(venv, "bin", "forkguard"))
        text = run(python, "-m", "forkguard", status=2, cwd="/")
        self.assertIn("is not installed beside its package; looked for " + venv, text)

    def test_same_files_give_the_same_bytes(self):
        other = tempfile.mkdtemp(dir=self.folder)
        again = os.path.join(other, fgwheel.build(other, True))
        with open(again, "rb") as second, open(self.with_guard, "rb") as first:
            self.assertEqual(first.read(), second.read())


if __name__ == "__main__":
    unittest.main()
