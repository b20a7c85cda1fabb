"""Programs whose forked child hangs, or is healthy: python_cases.py CASE FOLDER.

Prints `child PID` and waits for that child. Each case is a function: what it runs before the fork and, by what it
returns, what the child does.
"""

import os
import signal
import sys
import threading
import time

FOLDER = sys.argv[2] if len(sys.argv) > 2 else "."


# MARK: Libraries that a fork breaks


def deltalake():
    from deltalake import DeltaTable

    touch = lambda: DeltaTable(os.path.join(FOLDER, "table")).version()
    touch()
    return touch


def polars():
    import polars

    frame = polars.DataFrame({"k": [n % 7 for n in range(100_000)], "v": list(range(100_000))})
    touch = lambda: frame.group_by("k").agg(polars.col("v").sum()).height
    touch()
    return touch


def polars_in_thread():
    touch = polars()

    def child():
        threading.Thread(target=touch, daemon=True).start()
        while True:
            time.sleep(0.1)

    return child


def unknown_library():
    import ctypes

    library = ctypes.CDLL(os.path.join(FOLDER, "libworker.so"))
    library.worker_start()
    library.worker_ask()
    return library.worker_ask


def polars_unused():
    polars()
    return lambda: time.sleep(3600)


def datafusion():
    import datafusion

    def touch():
        context = datafusion.SessionContext()
        context.from_pydict({"a": list(range(1000)), "b": [n % 3 for n in range(1000)]}, name="t")
        return context.sql("select b, sum(a) from t group by b").collect()

    touch()
    return touch


def obstore():
    import obstore.store

    os.makedirs(os.path.join(FOLDER, "objects"), exist_ok=True)
    store = obstore.store.LocalStore(os.path.join(FOLDER, "objects"))
    touch = lambda: store.put("a", b"x")
    touch()
    return touch


def scikit_learn():
    import numpy
    from sklearn.ensemble import HistGradientBoostingClassifier

    random = numpy.random.default_rng(1)
    table, labels = random.normal(size=(2000, 8)), random.integers(0, 2, 2000)
    touch = lambda: HistGradientBoostingClassifier(max_iter=3).fit(table, labels)
    touch()
    return touch


def torch():
    import torch

    torch.set_num_threads(2)
    one = torch.rand(600, 600)
    touch = lambda: (one @ one).sin().sum().item()
    touch()
    return touch


def jax():
    import jax

    touch = lambda: jax.jit(lambda x: (x @ x).sum())(jax.numpy.ones((400, 400))).block_until_ready()
    touch()
    return touch


def _boosted(make):
    import numpy

    random = numpy.random.default_rng(1)
    table, labels = random.normal(size=(5000, 10)), random.integers(0, 2, 5000)
    touch = lambda: make(table, labels)
    touch()
    return touch


def xgboost():
    import xgboost

    return _boosted(lambda table, labels: xgboost.train({"nthread": 2}, xgboost.DMatrix(table, labels), 3))


def lightgbm():
    import lightgbm

    settings = {"objective": "binary", "verbose": -1, "num_threads": 2}
    return _boosted(lambda table, labels: lightgbm.train(settings, lightgbm.Dataset(table, labels), 3))


def _zmq_pair():
    import zmq

    context = zmq.Context()
    sender, receiver = context.socket(zmq.PUSH), context.socket(zmq.PULL)
    sender.connect("tcp://127.0.0.1:%d" % receiver.bind_to_random_port("tcp://127.0.0.1"))

    def touch():
        sender.send(b"x")
        return receiver.recv()

    touch()
    return touch


def pyzmq():
    return _zmq_pair()


def gevent():
    import gevent

    touch = lambda: gevent.get_hub().threadpool.spawn(int).get()
    touch()
    return touch


# MARK: Python's own threads and locks


def executor():
    from concurrent.futures import ThreadPoolExecutor

    workers = ThreadPoolExecutor(1)
    touch = lambda: workers.submit(int).result()
    touch()
    return touch


def queue():
    import queue

    tasks, results = queue.Queue(), queue.Queue()

    def serve():
        while True:
            results.put(tasks.get())

    threading.Thread(target=serve, daemon=True).start()

    def touch():
        tasks.put(1)
        return results.get()

    touch()
    return touch


def lock():
    held = threading.Lock()
    threading.Thread(target=lambda: held.acquire() and time.sleep(3600), daemon=True).start()
    time.sleep(0.2)
    return held.acquire


def loop_thread():
    import asyncio

    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()

    async def answer():
        return 1

    touch = lambda: asyncio.run_coroutine_threadsafe(answer(), loop).result()
    touch()
    return touch


# MARK: Healthy ones


def _for_ever(work):
    # Nothing is kept: a list of results would take all memory while the child is looked at.
    while True:
        work()


def event_until_signal():
    done = threading.Event()

    def child():
        signal.signal(signal.SIGTERM, lambda *_: done.set())
        done.wait()

    return child


def event_until_signal_beside_threads():
    import numpy

    numpy.ones((500, 500)) @ numpy.ones((500, 500))
    threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
    return event_until_signal()


def sleep():
    return lambda: time.sleep(3600)


def read_pipe():
    read, _ = os.pipe()
    return lambda: os.read(read, 1)


def poll():
    import select

    read, _ = os.pipe()
    return lambda: select.select([read], [], [])


def join_of_own_thread():
    def child():
        thread = threading.Thread(target=time.sleep, args=(3600,))
        thread.start()
        thread.join()

    return child


def lock_of_own_thread():
    def child():
        held = threading.Lock()
        threading.Thread(target=lambda: held.acquire() and time.sleep(3600)).start()
        time.sleep(0.1)
        held.acquire()

    return child


def timed_event():
    return lambda: threading.Event().wait(3600)


def asyncio_loop():
    import asyncio

    return lambda: asyncio.run(asyncio.sleep(3600))


def gevent_sleep():
    gevent()
    import gevent as library

    return lambda: library.sleep(3600)


def zmq_own_context():
    _zmq_pair()

    def child():
        touch = _zmq_pair()
        while True:
            touch()

    return child


def zmq_untouched_child():
    _zmq_pair()
    return busy_python()


def many_threads():
    def child():
        for _ in range(5):
            threading.Thread(target=time.sleep, args=(3600,)).start()
        threading.Thread(target=_for_ever, args=(int,)).start()
        time.sleep(3600)

    return child


def just_executed():
    return lambda: os.execv("/bin/sleep", ["sleep", "3600"])


def zombie():
    return lambda: None


def busy_numpy():
    import numpy

    touch = lambda: numpy.ones((300, 300)) @ numpy.ones((300, 300))
    touch()
    return lambda: _for_ever(touch)


def busy_pyarrow():
    import pyarrow
    import pyarrow.compute

    table = pyarrow.table({"a": list(range(100_000))})
    touch = lambda: table.group_by("a").aggregate([("a", "sum")])
    touch()
    return lambda: _for_ever(touch)


def busy_polars_untouched():
    import polars  # noqa: F401

    return lambda: _for_ever(lambda: polars.DataFrame({"a": list(range(50_000))}).group_by("a").len())


def busy_duckdb():
    import duckdb

    touch = lambda: duckdb.connect().execute("select sum(range) from range(300000)").fetchall()
    touch()
    return lambda: _for_ever(touch)


def busy_sklearn_untouched():
    def child():
        touch = scikit_learn()
        while True:
            touch()

    return child


def busy_python():
    return lambda: _for_ever(int)


def idle_pool():
    import multiprocessing

    def child():
        # A pool's workers, of the child's own: the first of them is looked at, too.
        pool = multiprocessing.get_context("fork").Pool(2)
        pool.map(int, range(4))
        time.sleep(3600)

    return child


def main():
    work = globals()[sys.argv[1]]()
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    print("child", pid, flush=True)
    if sys.argv[1] == "zombie":
        time.sleep(3600)
    if "--orphan" in sys.argv:
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    print("status", status)


main()
