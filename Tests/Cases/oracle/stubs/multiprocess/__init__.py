"""A stand-in for multiprocess: the standard library's module, which forks on Python 3.11 as multiprocess does."""

from multiprocessing import Manager, Pool, Process, cpu_count, get_context, set_start_method
