"""The program of delta-rs issue 2744: the parent reads a Delta table, forks, and the child reads it again.

    python examples/issue_2744/hangs.py TABLE

With deltalake 0.17 and 0.18 the child waits for ever, and with it the parent. Later versions make the
child die of a panic. `forkguard scan examples/issue_2744` names the lines that do it.
"""

import sys
from multiprocessing import Process

from deltalake import DeltaTable


def load():
    table = DeltaTable(sys.argv[1])
    print("version", table.version(), "after", len(table.history()), "commits", flush=True)


if __name__ == "__main__":
    load()
    child = Process(target=load)
    child.start()
    child.join()
    sys.exit(child.exitcode)
