"""A stand-in for mpire: workers fork at every map, unless they are kept alive."""

import multiprocessing
from multiprocessing.pool import ThreadPool


class WorkerPool:
    def __init__(self, n_jobs=None, start_method="fork", keep_alive=False):
        self.n_jobs, self.start_method, self.keep_alive = n_jobs or 2, start_method, keep_alive
        self._pool = None

    def map(self, func, iterable_of_args, **kwargs):
        if self._pool is None:
            if self.start_method == "threading":
                self._pool = ThreadPool(self.n_jobs)
            else:
                self._pool = multiprocessing.get_context(self.start_method).Pool(self.n_jobs)
        result = self._pool.map(func, iterable_of_args)
        if not self.keep_alive:
            self.stop_and_join()
        return result

    def stop_and_join(self):
        if self._pool is not None:
            self._pool.close()
            self._pool.join()
            self._pool = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stop_and_join()
