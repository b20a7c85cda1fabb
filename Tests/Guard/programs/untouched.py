"""The parent has only imported the library: its forked children may use it."""

import multiprocessing
import sys

import deltalake


def version(table):
    return deltalake.DeltaTable(table).version()


if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(pool.map(version, [sys.argv[2]] * 3))
