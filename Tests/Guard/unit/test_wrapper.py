"""The wrapper passes for what it wraps, decides nothing twice, and costs little."""

import copy
import functools
import gc
import inspect
import pickle
import sys
import tempfile
import time
import traceback
import types
import unittest
import weakref

import fake

FOLDER = tempfile.mkdtemp(prefix="forkguard-")
fake.write(FOLDER)
fake.know(fake.PROCESS)

import forkguard  # noqa: E402

forkguard.install("fail-fast")

import fakelib  # noqa: E402
from fakelib import open_all  # noqa: E402
from forkguard import _hooks, _patch  # noqa: E402


class Passing(unittest.TestCase):
    def test_function_is_wrapped_and_looks_like_itself(self):
        self.assertTrue(_patch.is_guarded(open_all))
        self.assertIs(open_all, fakelib.open_all)
        self.assertEqual(open_all.__name__, "open_all")
        self.assertEqual(open_all.__qualname__, "open_all")
        self.assertEqual(open_all.__module__, "fakelib")
        self.assertEqual(open_all.__doc__, "Opens everything.")
        self.assertEqual(open_all.__defaults__, ("x",))
        self.assertEqual(str(inspect.signature(open_all)), "(path='x')")
        self.assertIsInstance(open_all, types.FunctionType)
        self.assertTrue(inspect.isfunction(open_all) and inspect.isroutine(open_all) and callable(open_all))
        self.assertIn("def open_all", inspect.getsource(open_all))
        self.assertEqual(repr(open_all), repr(open_all.__wrapped__))
        self.assertIn("__code__", dir(open_all))

    def test_equality_and_hash_are_those_of_the_wrapped(self):
        bare = open_all.__wrapped__
        self.assertTrue(open_all == bare and bare == open_all and not open_all != bare)
        self.assertEqual({bare: 1}[open_all], 1)
        self.assertEqual({open_all: 1}[bare], 1)

    def test_pickles_by_reference(self):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            self.assertIs(pickle.loads(pickle.dumps(open_all, protocol)), open_all)
        self.assertIs(copy.copy(open_all), open_all)
        self.assertIs(copy.deepcopy(open_all), open_all)
        engine = fakelib.Engine("a")
        self.assertEqual(pickle.loads(pickle.dumps(engine.run))(3), 4)

    def test_attributes_can_be_set(self):
        open_all.mark = 5
        self.assertEqual(open_all.__wrapped__.mark, 5)
        del open_all.mark
        self.assertFalse(hasattr(open_all, "mark"))

    def test_wraps_partial_and_weak_references(self):
        @functools.wraps(open_all)
        def mine(*args):
            return open_all(*args)

        self.assertEqual(mine.__name__, "open_all")
        self.assertEqual(functools.partial(open_all, "p")(), "p")
        self.assertIs(weakref.ref(open_all)(), open_all)

    def test_class_stays_a_class(self):
        self.assertIsInstance(fakelib.Engine, type)
        engine = fakelib.Engine("a", option=1)
        self.assertIsInstance(engine, fakelib.Engine)
        self.assertEqual(str(inspect.signature(fakelib.Engine)), "(name='e', option=None)")
        self.assertEqual(pickle.loads(pickle.dumps(engine)).name, "a")

        class Mine(fakelib.Engine):
            def __init__(self):
                super().__init__("mine")

            def run(self, number):
                return super().run(number) * 10

        self.assertEqual(Mine().name, "mine")
        self.assertEqual(Mine().run(1), 20)
        self.assertEqual(Mine.made.__func__(fakelib.Engine, "b").name, "b")

    def test_methods(self):
        engine = fakelib.Engine()
        bound = engine.run
        self.assertIsInstance(bound, types.MethodType)
        self.assertIs(bound.__self__, engine)
        self.assertEqual((bound(1), engine.run(number=2), fakelib.Engine.run(engine, 3)), (2, 3, 4))
        self.assertEqual(bound.__doc__, "Runs.")
        self.assertTrue(inspect.ismethod(bound))
        self.assertEqual(str(inspect.signature(bound)), "(number)")
        self.assertEqual(fakelib.Engine.check(4), 8)
        self.assertEqual(engine.check(4), 8)
        self.assertEqual(fakelib.Engine.made("z").name, "z")
        self.assertEqual(engine.made(name="z").name, "z")

    def test_arguments_of_every_form(self):
        engine = fakelib.Engine()
        self.assertEqual(open_all(*["a"]), "a")
        self.assertEqual(open_all(**{"path": "b"}), "b")
        self.assertEqual(engine.run(*(1,), **{}), 2)
        self.assertEqual(list(map(open_all, "ab")), ["a", "b"])
        self.assertEqual(sorted([2, 1], key=engine.run), [1, 2])
        with self.assertRaises(TypeError) as caught:
            open_all(1, 2, 3)
        self.assertIn("open_all() takes from 0 to 1 positional arguments", str(caught.exception))

    def test_no_frame_of_ours_in_tracebacks(self):
        try:
            fakelib.Engine().fails()
        except LookupError as error:
            names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
        self.assertEqual(names, ["test_no_frame_of_ours_in_tracebacks", "fails"])

    def test_wrapped_builtin_does_not_bind(self):
        wrapped = _hooks.GuardedFunction(len, _patch.Spec(None, None, 0), 0, -1, None, -1, None)

        class Holder:
            size = wrapped

        self.assertEqual(Holder().size("abc"), 3)
        self.assertTrue(inspect.isbuiltin(wrapped))

    def test_nothing_leaks(self):
        engine = fakelib.Engine()

        def work():
            for _ in range(2000):
                open_all("a")
                engine.run(1)
                engine.run(number=1)
                fakelib.sized([], threads=None)

        work()
        gc.collect()
        before = (sys.getrefcount(None), sys.getrefcount(engine), sys.getrefcount(open_all), len(gc.get_objects()))
        work()
        gc.collect()
        after = (sys.getrefcount(None), sys.getrefcount(engine), sys.getrefcount(open_all), len(gc.get_objects()))
        for was, now in zip(before, after):
            self.assertLess(abs(now - was), 100)

    def test_functions_of_the_module_leak_nothing(self):
        before = sys.getrefcount(None)
        for _ in range(20000):
            _hooks.watch(True)
            _hooks.arm()
            _hooks.notice()
            _hooks.on_main_thread()
        self.assertLess(abs(sys.getrefcount(None) - before), 100)


def best(function, count=20000):
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        function(count)
        times.append(time.perf_counter() - begin)
    return min(times) / count * 1e9


class Cost(unittest.TestCase):
    def test_a_settled_call_costs_below_150_ns_more(self):
        engine = fakelib.Engine()
        bare, wrapped = open_all.__wrapped__, open_all

        def calls(function):
            def run(count):
                for _ in range(count):
                    function("a")

            return run

        def methods(count):
            for _ in range(count):
                engine.run(1)

        def bare_methods(count):
            run = fakelib.Engine.run.__wrapped__
            for _ in range(count):
                run(engine, 1)

        self.assertTrue(any(best(calls(wrapped)) - best(calls(bare)) < 150 for _ in range(5)))
        self.assertTrue(any(best(methods) - best(bare_methods) < 150 for _ in range(5)))

    def test_a_refused_condition_stays_in_c(self):
        """An argument that is not given cannot make a touch: nothing of Python runs."""
        items = []
        bare = fakelib.sized.__wrapped__

        def run(count):
            for _ in range(count):
                fakelib.sized(items)

        def bare_run(count):
            for _ in range(count):
                bare(items)

        self.assertTrue(any(best(run) - best(bare_run) < 250 for _ in range(5)))


if __name__ == "__main__":
    unittest.main()
