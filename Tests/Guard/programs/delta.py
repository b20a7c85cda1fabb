"""The case of delta-rs issue 2744: a table is opened in the parent, and opened again in the child.

delta.py HOW METHOD TABLE, HOW one of Process, Pool, Executor and fork.
"""

import multiprocessing
import os
import sys
import traceback
from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable

HOW, METHOD, TABLE = sys.argv[1:4]


def load(_=None):
    return DeltaTable(TABLE).version()


def show():
    print("child", load(), flush=True)


def by_fork():
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        status = 0
        try:
            show()
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
            status = 1
        sys.stdout.flush()
        os._exit(status)
    _, status = os.waitpid(pid, 0)
    print("status", status)


def main():
    print("parent", load(), flush=True)
    if HOW == "fork":
        by_fork()
        return
    context = multiprocessing.get_context(METHOD)
    if HOW == "Process":
        process = context.Process(target=show)
        process.start()
        process.join()
        print("exit code", process.exitcode)
    elif HOW == "Pool":
        with context.Pool(2) as pool:
            print(pool.map(load, range(3)))
    else:
        with ProcessPoolExecutor(2, mp_context=context) as executor:
            print(list(executor.map(load, range(3))))


if __name__ == "__main__":
    main()
