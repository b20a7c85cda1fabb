import os
import sys


def fork_processes(num_processes, max_restarts=None):
    """Gives each child its number; the parent waits for them and ends here."""
    children = []
    for number in range(num_processes or 2):
        pid = os.fork()
        if pid == 0:
            return number
        children.append(pid)
    for pid in children:
        os.waitpid(pid, 0)
    sys.exit(0)
