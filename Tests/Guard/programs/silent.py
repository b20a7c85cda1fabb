"""Programs that work today, in a process that has touched a table: the guard must not change a byte of them.

silent.py NAME TABLE FOLDER
"""

import multiprocessing
import os
import subprocess
import sys
import threading

import deltalake

NAME, TABLE, FOLDER = sys.argv[1:4]


def version(_=None):
    return deltalake.DeltaTable(TABLE).version()


def square(number):
    return number * number


def subprocesses():
    for options in ({}, {"start_new_session": True}, {"close_fds": False}, {"cwd": "/"}):
        print(subprocess.run(["echo", "hello"], stdout=subprocess.PIPE, **options).stdout)
    print(os.system("exit 3") >> 8, os.popen("echo popen").read())
    print(subprocess.run(["cat"], input=b"x", stdout=subprocess.PIPE).stdout)


def spawned():
    print(os.spawnlp(os.P_WAIT, "true", "true"), os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 4"]))
    pid = os.posix_spawn("/bin/echo", ["echo", "posix"], os.environ)
    print(os.waitpid(pid, 0)[1])


def exec_after_fork():
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        os.execv("/bin/echo", ["echo", "executed"])
    print(os.waitpid(pid, 0)[1])


def preexec():
    print(subprocess.run(["echo", "hello"], stdout=subprocess.PIPE, preexec_fn=os.setsid).stdout)


def unused_in_child():
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(pool.map(square, range(5)))


def harmless_calls_in_child():
    """Plain data of the table's object needs no runtime."""
    table = deltalake.DeltaTable(TABLE)
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        print("child", table.version(), len(str(table.metadata())) > 0, flush=True)
        os._exit(0)
    print(os.waitpid(pid, 0)[1])


def threads():
    results = []
    workers = [threading.Thread(target=lambda: results.append(version())) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(results)


def spawn():
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(version, range(3)))


def forkserver():
    with multiprocessing.get_context("forkserver").Pool(2) as pool:
        print(pool.map(version, range(3)))


def manager():
    with multiprocessing.get_context("fork").Manager() as shared:
        values = shared.dict(a=1)
        values["b"] = 2
        print(sorted(values.items()))


def terminal():
    import pty

    pid, master = pty.fork()
    if pid == 0:
        os.execv("/bin/echo", ["echo", "on a terminal"])
    text = b""
    while True:
        try:
            part = os.read(master, 100)
        except OSError:
            break
        if not part:
            break
        text += part
    print(text, os.waitpid(pid, 0)[1])


def asyncio_subprocess():
    import asyncio

    async def run():
        process = await asyncio.create_subprocess_exec("echo", "async", stdout=asyncio.subprocess.PIPE)
        return (await process.communicate())[0]

    print(asyncio.run(run()))


def failing():
    print("before")
    raise SystemExit(7)


def traceback_of_library():
    """An error of the library's shows the user's frames and the library's, none of the guard's."""
    deltalake.DeltaTable(os.path.join(FOLDER, "no table here"))


def bad_arguments():
    deltalake.DeltaTable()


def main():
    print("parent", version(), flush=True)
    globals()[NAME]()


if __name__ == "__main__":
    main()
