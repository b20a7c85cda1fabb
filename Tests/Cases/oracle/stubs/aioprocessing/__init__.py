"""A stand-in for aioprocessing: what multiprocessing has, and coroutines to wait for it."""

import asyncio
import multiprocessing


class _Waiting:
    def __init__(self, inner):
        self._inner = inner

    def __getattr__(self, name):
        if not name.startswith("coro_"):
            return getattr(self._inner, name)
        return lambda *args: asyncio.get_running_loop().run_in_executor(None, getattr(self._inner, name[5:]), *args)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._inner.terminate()


def AioProcess(group=None, target=None, name=None, args=(), kwargs=None, *, context=None):
    return _Waiting((context or multiprocessing).Process(group, target, name, args, kwargs or {}))


def AioPool(processes=None, initializer=None, initargs=(), maxtasksperchild=None, *, context=None):
    return _Waiting((context or multiprocessing).Pool(processes, initializer, initargs, maxtasksperchild))
