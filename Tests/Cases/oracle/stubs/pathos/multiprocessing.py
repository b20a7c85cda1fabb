"""Pools with pathos' methods, of processes and of threads."""

import multiprocess


class ProcessPool:
    def __init__(self, nodes=None, **kwargs):
        self._pool = (kwargs.pop("context", None) or multiprocess).Pool(nodes or 2, **kwargs)

    def map(self, f, *iterables):
        return self._pool.starmap(f, zip(*iterables))

    def imap(self, f, *iterables):
        return iter(self.map(f, *iterables))

    uimap = imap

    def amap(self, f, *iterables):
        return self._pool.starmap_async(f, zip(*iterables))

    def pipe(self, f, *args):
        return self._pool.apply(f, args)

    def apipe(self, f, *args):
        return self._pool.apply_async(f, args)

    def close(self):
        self._pool.close()

    def join(self):
        self._pool.join()

    def clear(self):
        self.close()
        self.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.clear()


ProcessingPool = ProcessPool


class ThreadPool(ProcessPool):
    def __init__(self, nodes=None):
        from multiprocessing.pool import ThreadPool as Threads

        self._pool = Threads(nodes or 2)
