"""A stand-in for joblib: fresh interpreters by default, and threads when they are asked for."""

import multiprocessing
from multiprocessing.pool import ThreadPool


def delayed(function):
    return lambda *args, **kwargs: (function, args, kwargs)


def _run(task):
    function, args, kwargs = task
    return function(*args, **kwargs)


class Parallel:
    def __init__(self, n_jobs=None, backend=None, prefer=None, verbose=0):
        self.n_jobs = n_jobs or 1
        self.threads = backend == "threading" or prefer == "threads"

    def __call__(self, tasks):
        if self.n_jobs == 1:
            return [_run(task) for task in tasks]
        with (ThreadPool if self.threads else multiprocessing.get_context("spawn").Pool)(2) as pool:
            return pool.map(_run, list(tasks))

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass
