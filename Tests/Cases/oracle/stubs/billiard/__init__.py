"""A stand-in for billiard: the standard library's module, which forks on Python 3.11 as billiard does on Linux."""

from multiprocessing import Manager, Pool, Process, get_context, set_start_method
