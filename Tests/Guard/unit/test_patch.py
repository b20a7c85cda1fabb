"""What is wrapped, and that imports are what they were."""

import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

import fake

HERE = os.path.dirname(os.path.abspath(__file__))


def run(text, rules="fake.know(fake.PROCESS, fake.HANDLE)", files=None, version="1.4", errors=False):
    """Output of a program beside fakelib, with `install` at its beginning where it says so."""
    folder = tempfile.mkdtemp(prefix="forkguard-")
    fake.write(folder, version)
    sys.path.remove(folder)
    for name, content in (files or {}).items():
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), "w") as file:
            file.write(textwrap.dedent(content))
    head = "import sys; sys.path[:0] = [%r, %r]\nimport fake\n%s\nimport forkguard\n" % (folder, HERE, rules)
    with open(os.path.join(folder, "program.py"), "w") as file:
        file.write(head + textwrap.dedent(text))
    result = subprocess.run(
        [sys.executable, os.path.join(folder, "program.py")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60
    )
    if errors:
        return result.stderr.decode().replace(folder, "FOLDER")
    if result.returncode != 0:
        raise AssertionError(result.stderr.decode())
    return result.stdout.decode().strip()


class Patching(unittest.TestCase):
    def test_imported_before_the_guard(self):
        """Names that modules have taken by then are replaced, too; methods are replaced in their class."""
        self.assertEqual(
            run(
                """
                from fakelib import open_all, Engine
                import user
                bound = Engine.run
                forkguard.install()
                from forkguard._patch import is_guarded
                print(is_guarded(open_all), is_guarded(user.mine), is_guarded(Engine.run), is_guarded(Engine.__init__))
                """,
                files={"user.py": "from fakelib import open_all as mine\n"},
            ),
            "True True True True",
        )

    def test_names_taken_within_the_package(self):
        self.assertEqual(
            run(
                """
                forkguard.install()
                import pack, pack.late
                from forkguard._patch import is_guarded
                print(is_guarded(pack.work), is_guarded(pack.deep.work), is_guarded(pack.user.work), is_guarded(pack.late.work))
                print(pack.work is pack.deep.work is pack.late.work, type(pack.__spec__.loader).__name__)
                print("exec_module" in vars(pack.__spec__.loader), pack.__loader__ is pack.__spec__.loader)
                """,
                rules="fake.know(fake.rule('pack', [fake.row('pack.work', 'function', "
                "spellings=('pack.deep.work', 'pack.work'))], imports=('pack',), dists=('pack',)))",
                files={
                    "pack/__init__.py": "from . import deep, user\nfrom .deep import work\n",
                    "pack/deep.py": "def work():\n    return 1\n",
                    "pack/user.py": "from .deep import work\n",
                    "pack/late.py": "from .deep import work\n",
                },
            ),
            "True True True True\nTrue SourceFileLoader\nFalse True",
        )

    def test_classes_that_override(self):
        """A factory may give back a class that the rule does not name, in a module that comes later."""
        self.assertEqual(
            run(
                """
                forkguard.install()
                import abstract
                made = abstract.make()
                from forkguard._patch import is_guarded
                print(is_guarded(type(made).send), is_guarded(abstract.Base.send))
                """,
                rules="fake.know(fake.rule('abstract', [fake.row('abstract.make', 'function', uses=()), "
                "fake.row('abstract.Base.send', 'method', (), (fake.CLAUSE,))], imports=('abstract',), scope='handle'))",
                files={
                    "abstract/__init__.py": """
                        class Base:
                            def send(self):
                                raise NotImplementedError
                        def make():
                            from .concrete import Real
                            return Real()
                        """,
                    "abstract/concrete.py": """
                        from . import Base
                        class Real(Base):
                            def send(self):
                                return "sent"
                        """,
                },
            ),
            "True True",
        )

    def test_harmless_version_is_not_touched(self):
        ranges = "versions=(('<2', 'ok', ''), ('>=2', 'hang', 'hangs'))"
        rules = "fake.know(fake.rule('ranges', fake.PROCESS['rows'], %s))" % ranges
        text = """
            forkguard.install()
            import fakelib
            from forkguard._patch import is_guarded
            print(is_guarded(fakelib.open_all), is_guarded(fakelib.Engine.run))
            """
        self.assertEqual(run(text, rules, version="1.4"), "False False")
        self.assertEqual(run(text, rules, version="2.0"), "True True")

    def test_clause_for_certain_releases(self):
        rules = (
            "fake.know(fake.rule('only', [fake.row('fakelib.open_all', 'function', [fake.clause(only='fakelib>=2')]),"
            " fake.row('fakelib.inner', 'function', [fake.clause(only='fakelib<2')])]))"
        )
        text = """
            forkguard.install()
            import fakelib
            from forkguard._patch import is_guarded
            print(is_guarded(fakelib.open_all), is_guarded(fakelib.inner))
            """
        self.assertEqual(run(text, rules, version="1.4"), "False True")
        self.assertEqual(run(text, rules, version="2.1"), "True False")

    def test_closed_types(self):
        """Types of extension modules take methods behind their back; the interpreter's own do not."""
        self.assertEqual(
            run(
                """
                forkguard.install()
                import sqlite3
                from forkguard._patch import is_guarded
                print(is_guarded(vars(sqlite3.Connection)["execute"]), is_guarded(sqlite3.connect))
                connection = sqlite3.connect(":memory:")
                print(connection.execute("select 1").fetchall(), connection.cursor().execute("select 2").fetchone())
                class Mine(sqlite3.Connection):
                    def execute(self, text):
                        return super().execute(text)
                print(sqlite3.connect(":memory:", factory=Mine).execute("select 3").fetchone())
                import threading
                print(type(threading.Lock().acquire).__name__)
                """
            ),
            "True True\n[(1,)] (2,)\n(3,)\nbuiltin_function_or_method",
        )

    def test_failing_import_shows_no_frame_of_ours(self):
        files = {"fakelib.py": "def f():\n    raise ValueError('broken')\nf()\n"}
        shown = run("forkguard.install()\nimport fakelib\n", files=files, errors=True)
        plain = run("import fakelib\n", files=files, errors=True)
        self.assertNotIn("python/forkguard", shown)
        self.assertEqual(shown.splitlines()[-3:], plain.splitlines()[-3:])

    def test_missing_module(self):
        text = "%s\ntry:\n    import fakelib.missing\nexcept ImportError as error:\n    print(type(error).__name__, error)\n"
        self.assertEqual(run(text % "forkguard.install()"), run(text % ""))

    def test_lazy_loader_and_find_spec(self):
        self.assertEqual(
            run(
                """
                forkguard.install()
                import importlib.util
                spec = importlib.util.find_spec("fakelib")
                loader = importlib.util.LazyLoader(spec.loader)
                spec.loader = loader
                module = importlib.util.module_from_spec(spec)
                sys.modules["fakelib"] = module
                loader.exec_module(module)
                from forkguard._patch import is_guarded
                print(module.open_all("a"), is_guarded(module.Engine.run))
                """
            ),
            "a True",
        )

    def test_reload(self):
        self.assertEqual(
            run(
                """
                forkguard.install()
                import fakelib, importlib
                importlib.reload(fakelib)
                from forkguard._patch import is_guarded
                print(is_guarded(fakelib.open_all), is_guarded(fakelib.Engine.run))
                """
            ),
            "True True",
        )

    def test_nothing_heavy_at_start(self):
        heavy = "dataclasses typing inspect logging json re traceback email importlib.metadata ast"
        self.assertEqual(
            run(
                """
                before = set(sys.modules)
                forkguard.install()
                print([name for name in %r.split() if name in set(sys.modules) - before])
                before = set(sys.modules)
                import fakelib
                fakelib.open_all()
                print([name for name in %r.split() if name in set(sys.modules) - before])
                """
                % (heavy, heavy)
            ),
            "[]\n[]",
        )


if __name__ == "__main__":
    unittest.main()
