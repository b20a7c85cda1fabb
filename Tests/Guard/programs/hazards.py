"""Libraries that a fork breaks: touched in the parent, used in the child.

hazards.py LIBRARY HOW FOLDER, HOW one of Process, Pool and fork. LIBRARY+silent names the remedy or the harmless use.
"""

import multiprocessing
import os
import sys
import traceback

LIBRARY, HOW, FOLDER = sys.argv[1:4]


def polars():
    import polars

    frame = polars.DataFrame({"a": list(range(2000)), "b": [i % 7 for i in range(2000)]})
    return lambda: frame.group_by("b").agg(polars.col("a").sum()).sort("b").height


def polars_silent():
    import polars

    frame = polars.DataFrame({"a": [1, 2, 3]})
    return lambda: frame.select(polars.col("a") + 1).height


def datafusion():
    import datafusion

    def use():
        context = datafusion.SessionContext()
        return context.sql("select v % 7 as k, count(*) from range(2000000) t(v) group by 1").to_pydict()["k"] != []

    return use


def datafusion_silent():
    import datafusion

    return lambda: datafusion.SessionContext().sql("select 1 as one") is not None


def sklearn():
    import numpy
    from sklearn.cluster import KMeans

    data = numpy.random.RandomState(0).rand(4000, 8)
    return lambda: KMeans(4, n_init=1, random_state=0).fit(data).n_iter_ > 0


def obstore():
    import obstore
    from obstore.store import LocalStore

    def use():
        store = LocalStore(FOLDER)
        obstore.put(store, "x.bin", b"data")
        return bytes(obstore.get(store, "x.bin").bytes()) == b"data"

    return use


def executor():
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(2)
    return lambda: pool.submit(len, "abc").result()


def executor_silent():
    from concurrent.futures import ThreadPoolExecutor

    def use():
        with ThreadPoolExecutor(2) as pool:
            return pool.submit(len, "abc").result()

    return use


def sqlite():
    import sqlite3

    connection = sqlite3.connect(os.path.join(FOLDER, "db"))
    return lambda: connection.execute("select 1").fetchone()[0]


def sqlite_silent():
    import sqlite3

    kept = sqlite3.connect(os.path.join(FOLDER, "db"))
    kept.execute("select 1")

    def use():
        return sqlite3.connect(os.path.join(FOLDER, "db")).execute("select 1").fetchone()[0]

    return use


def loop_in_thread():
    import asyncio
    import threading

    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()

    async def answer():
        return 42

    return lambda: asyncio.run_coroutine_threadsafe(answer(), loop).result()


def grpc():
    return _grpc(False)


def grpc_silent():
    return _grpc(True)


def _grpc(is_new):
    import concurrent.futures

    import grpc as library

    def handler(call):
        return library.unary_unary_rpc_method_handler(lambda request, context: request)

    class Service(library.GenericRpcHandler):
        def service(self, call):
            return handler(call)

    # The server is a process of its own, made before anything is touched.
    reader, writer = os.pipe()
    if os.fork() == 0:
        server = library.server(concurrent.futures.ThreadPoolExecutor(2))
        server.add_generic_rpc_handlers((Service(),))
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        os.write(writer, b"%d" % port)
        server.wait_for_termination(20)
        os._exit(0)
    address = "127.0.0.1:%d" % int(os.read(reader, 16))
    channel = library.insecure_channel(address)

    def use():
        with_channel = library.insecure_channel(address) if is_new else channel
        return with_channel.unary_unary("/echo/Echo")(b"hello", timeout=5)

    return use


def sqlalchemy_silent():
    import sqlalchemy

    engine = sqlalchemy.create_engine("sqlite:///" + os.path.join(FOLDER, "db"))

    def use():
        if os.getpid() != PARENT:
            engine.dispose()
        with engine.connect() as connection:
            return connection.execute(sqlalchemy.text("select 1")).scalar()

    return use


def sqlalchemy():
    import sqlalchemy as library

    engine = library.create_engine("sqlite:///" + os.path.join(FOLDER, "db"))

    def use():
        with engine.connect() as connection:
            return connection.execute(library.text("select 1")).scalar()

    return use


def numpy_silent():
    import numpy

    return lambda: float(numpy.ones((300, 300)).dot(numpy.ones((300, 300)))[0, 0])


def pyarrow_silent():
    import pyarrow

    return lambda: pyarrow.table({"a": list(range(1000))}).group_by("a").aggregate([]).num_rows


PARENT = os.getpid()
use = globals()[LIBRARY.replace("+", "_")]()


def child(_=None):
    return use()


def show():
    print("child", use(), flush=True)


def main():
    print("parent", use(), flush=True)
    if HOW == "Process":
        process = multiprocessing.get_context("fork").Process(target=show)
        process.start()
        process.join()
        print("exit code", process.exitcode)
    elif HOW == "Pool":
        with multiprocessing.get_context("fork").Pool(2) as pool:
            print(pool.map(child, range(3)))
    else:
        pid = os.fork()
        if pid == 0:
            status = 0
            try:
                show()
            except BaseException:
                traceback.print_exc()
                sys.stderr.flush()
                status = 1
            os._exit(status)
        print("status", os.waitpid(pid, 0)[1])
    sys.stdout.flush()
    if LIBRARY.startswith("grpc") or LIBRARY == "loop_in_thread":
        os._exit(0)


if __name__ == "__main__":
    main()
