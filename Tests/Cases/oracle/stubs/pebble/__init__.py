"""A stand-in for pebble's pools: they start at the first task."""

import concurrent.futures


class ProcessPool:
    def __init__(self, max_workers=2, max_tasks=0, initializer=None, initargs=(), context=None):
        self._executor = concurrent.futures.ProcessPoolExecutor(
            max_workers, context if hasattr(context, "Process") else None, initializer, initargs)

    def schedule(self, function, args=(), kwargs=None, timeout=None):
        return self._executor.submit(function, *args, **(kwargs or {}))

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._executor.shutdown()


class ThreadPool(ProcessPool):
    def __init__(self, max_workers=2):
        self._executor = concurrent.futures.ThreadPoolExecutor(max_workers)
