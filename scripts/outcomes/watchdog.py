"""Runs a program that may hang, tells how it ends, and leaves no process behind."""

import contextlib
import os
import re
import select
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
SIGN = re.compile(r"^Traceback \(most recent call last\)|panicked at|^Fatal Python error", re.MULTILINE)
LAST = re.compile(r"^(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*(?:Error|Exception|Timeout|Warning|Interrupt|Exit)?)(?::|$)")


@dataclass
class Seen:
    kind: str
    text: str
    output: str
    printed: str
    seconds: float

    def lines(self):
        return sorted(self.printed.splitlines())


def difference(lines, expected):
    """The first line that is in one of the two only, short."""
    rest = list(expected)
    for line in lines:
        if line not in rest:
            return f"`{shortened(line)}`"
        rest.remove(line)
    return f"no line `{shortened(rest[0])}`" if rest else "nothing"


def shortened(line):
    return line if len(line) <= 60 else line[:57] + "..."


def members(group):
    """Processes of a process group and the processor time that they used, in ticks."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError, IndexError):
                values = (entry / "stat").read_text().rpartition(")")[2].split()
                if int(values[2]) == group and values[0] != "Z":
                    found[int(entry.name)] = int(values[11]) + int(values[12])
    return found


def end(process):
    """Ends the process and everything that it started."""
    for _ in range(5):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1)
        if not members(process.pid):
            return
        time.sleep(0.1)


def wait(process, limit, output):
    """None where the process ended; `hang` or `hang, busy` where it makes no progress."""
    began = time.monotonic()
    for stage in (1, 2):
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0.1, began + stage * limit - time.monotonic()))
            return None
        size, used = output.stat().st_size, sum(members(process.pid).values())
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1)
            return None
        if output.stat().st_size == size and sum(members(process.pid).values()) - used < TICKS / 5:
            return "hang"
    return "hang, busy"


def run(command, folder, environment, limit, notes=None):
    """Runs a command to its end or to the limit, in a process group of its own."""
    printed, errors = Path(f"{folder}.out"), Path(f"{folder}.err")
    began = time.monotonic()
    with printed.open("wb") as out, errors.open("wb") as err:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=err, start_new_session=True)
        try:
            stuck = wait(process, limit, printed)
        finally:
            end(process)
    seconds = time.monotonic() - began
    text = printed.read_text(errors="replace")
    output = text + errors.read_text(errors="replace")
    status = [] if stuck else [process.returncode]
    if notes and Path(notes).exists():
        status += [int(line.split()[1]) for line in Path(notes).read_text().splitlines()]
    trouble = describe(output, [code for code in status if code])
    if trouble:
        return Seen("error", trouble + (", then hangs" if stuck else ""), output, text, seconds)
    if stuck:
        return Seen("hang", f"{stuck} after {limit:.0f} s", output, text, seconds)
    return Seen("ok", "ok", output, text, seconds)


def describe(output, statuses):
    """What went wrong, in a few words; empty where nothing did."""
    signals = [signal.Signals(-code).name for code in statuses if code < 0]
    if signals:
        return f"dies of {signals[0]}"
    if SIGN.search(output):
        for line in reversed(output[SIGN.search(output).start():].splitlines()):
            if (found := LAST.match(line)) and found[1].lstrip("_")[:1].isupper():
                return found[1].lstrip("_")
        return "prints a traceback"
    return f"ends with status {statuses[0]}" if statuses else ""


@contextlib.contextmanager
def server(python, script, folder, environment):
    """Runs a server beside a program; gives what it prints first."""
    if script is None:
        yield ""
        return
    with Path(f"{folder}.server.err").open("wb") as errors:
        process = subprocess.Popen([python, script], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=errors, start_new_session=True, text=True)
        try:
            ready, _, _ = select.select([process.stdout], [], [], 60)
            address = process.stdout.readline().strip() if ready else ""
            if not address:
                raise RuntimeError("the server ends: " + Path(errors.name).read_text(errors="replace")[-1500:])
            yield address
        finally:
            end(process)
            process.stdout.close()
