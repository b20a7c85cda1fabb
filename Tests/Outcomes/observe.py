"""Runs a program as `__main__` and notes how the children end that it waits for.

    python observe.py NOTES PROGRAM

A parent rarely looks at the exit status of its children: `Process.join` ends alike after a crash. Each child that died of an
error or of a signal which its parent did not send becomes a line `PID STATUS` in NOTES, STATUS as `Process.exitcode` has it.
"""

import os
import sys


def observe(notes):
    real_waitpid, real_kill = os.waitpid, os.kill
    killed = set()

    def kill(pid, number):
        killed.add(pid)
        real_kill(pid, number)

    def waitpid(pid, options):
        found, status = real_waitpid(pid, options)
        if found:
            code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
            if code and found not in killed:
                with open(notes, "a", encoding="ascii") as file:
                    file.write(f"{found} {code}\n")
        return found, status

    os.waitpid, os.kill = waitpid, kill


sys.argv.pop(0)
observe(os.path.abspath(sys.argv.pop(0)))
# The program stays in this module: a spawned child finds its functions by the file of `__main__`.
__file__ = os.path.abspath(sys.argv[0])
sys.path[0] = os.path.dirname(__file__)
with open(__file__, encoding="utf-8") as program:
    code = compile(program.read(), __file__, "exec")
del observe, program
exec(code)  # noqa: S102
