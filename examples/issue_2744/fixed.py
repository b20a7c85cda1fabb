"""The same program, with the remedy: its child is a fresh interpreter instead of a fork.

    python examples/issue_2744/fixed.py TABLE
"""

import multiprocessing
import sys

from deltalake import DeltaTable


def load():
    table = DeltaTable(sys.argv[1])
    print("version", table.version(), "after", len(table.history()), "commits", flush=True)


if __name__ == "__main__":
    load()
    child = multiprocessing.get_context("spawn").Process(target=load)
    child.start()
    child.join()
    sys.exit(child.exitcode)
