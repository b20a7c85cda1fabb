"""A table is opened in the parent, and again in a child that another launcher starts.

launchers.py LAUNCHER TABLE FOLDER. The caller gets the child's error, or it stands in the server's log.
"""

import os
import signal
import subprocess
import sys
import time
import traceback

from deltalake import DeltaTable

LAUNCHER, TABLE, FOLDER = sys.argv[1:4]


def load(_=None):
    return DeltaTable(TABLE).version()


def billiard():
    import billiard as library

    pool = library.get_context("fork").Pool(2)
    status = 0
    try:
        print(pool.map(load, range(3)), flush=True)
    except Exception:
        traceback.print_exc()
        sys.stderr.flush()
        status = 1
    # Its pools sometimes hang when they are ended after an error of any kind, which is not what is tried here.
    for process in pool._pool:
        process.terminate()
    os._exit(status)


def multiprocess():
    import multiprocess as library

    with library.get_context("fork").Pool(2) as pool:
        print(pool.map(load, range(3)))


def joblib_loky():
    import joblib

    print(joblib.Parallel(n_jobs=2)(joblib.delayed(load)(each) for each in range(3)))


def joblib_multiprocessing():
    import joblib

    print(joblib.Parallel(n_jobs=2, backend="multiprocessing")(joblib.delayed(load)(each) for each in range(3)))


def replaced_workers():
    """Workers are forked by the pool's own thread, long after it was made."""
    import multiprocessing

    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        print([pool.apply(os.path.exists, (TABLE,)), load()])
        for _ in range(3):
            print(pool.apply(load))


class Rows:
    def __len__(self):
        return 4

    def __getitem__(self, index):
        return index if LAUNCHER == "loader_silent" else load()


def loader():
    from torch.utils.data import DataLoader

    print([batch.tolist() for batch in DataLoader(Rows(), batch_size=2, num_workers=2)])


loader_silent = loader


def _until(condition, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    return None


def gunicorn():
    import socket
    import urllib.error
    import urllib.request

    with open(os.path.join(FOLDER, "webapp.py"), "w") as file:
        file.write(
            "from deltalake import DeltaTable\n"
            "TABLE = %r\n"
            "DeltaTable(TABLE)\n"
            "def app(environ, start):\n"
            "    body = b'%%d' %% DeltaTable(TABLE).version()\n"
            "    start('200 OK', [('Content-Length', str(len(body)))])\n"
            "    return [body]\n" % TABLE
        )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--preload", "--workers", "1", "--bind", "127.0.0.1:%d" % port, "webapp:app"]
    server = subprocess.Popen(command, cwd=FOLDER, stderr=subprocess.PIPE, text=True)
    try:
        def ask():
            try:
                return urllib.request.urlopen("http://127.0.0.1:%d/" % port, timeout=4).status
            except urllib.error.HTTPError as error:
                return error.code
            except ConnectionError:
                return None
            except OSError as error:
                return None if "refused" in str(error) else str(error)

        print("answer", _until(ask))
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            _, log = server.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            server.kill()
            _, log = server.communicate()
        sys.stderr.write(log)


def celery():
    queue = os.path.join(FOLDER, "queue")
    os.makedirs(queue, exist_ok=True)
    with open(os.path.join(FOLDER, "tasks.py"), "w") as file:
        file.write(
            "from celery import Celery\n"
            "from deltalake import DeltaTable\n"
            "TABLE, QUEUE = %r, %r\n"
            "app = Celery('tasks', broker='filesystem://', backend='file://' + QUEUE)\n"
            "app.conf.broker_transport_options = {'data_folder_in': QUEUE, 'data_folder_out': QUEUE, 'control_folder': QUEUE}\n"
            "DeltaTable(TABLE)\n"
            "@app.task(name='tasks.load')\n"
            "def load():\n"
            "    return DeltaTable(TABLE).version()\n" % (TABLE, queue)
        )
    command = [sys.executable, "-m", "celery", "-A", "tasks", "worker", "-c", "1", "-P", "prefork", "--without-mingle"]
    worker = subprocess.Popen(
        command + ["--without-gossip", "--without-heartbeat"], cwd=FOLDER, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        sys.path.insert(0, FOLDER)
        import tasks

        result = tasks.load.delay()
        _until(lambda: result.ready(), 12)
        print("state", result.state)
        if result.failed():
            sys.stderr.write("%s: %s\n" % (type(result.result).__name__, str(result.result)[:300]))
    finally:
        worker.terminate()
        try:
            log, _ = worker.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            worker.kill()
            log, _ = worker.communicate()
        sys.stderr.write(log)


def main():
    if LAUNCHER not in ("gunicorn", "celery", "replaced_workers"):
        print("parent", load(), flush=True)
    globals()[LAUNCHER]()


if __name__ == "__main__":
    main()
