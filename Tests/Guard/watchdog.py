"""Runs a program that may hang: in a session of its own, with a limit, and nothing of it left behind."""

import os
import re
import signal
import subprocess
import tempfile
import time


class Run:
    """What came of one run."""

    def __init__(self, status, output, errors, seconds, is_hung):
        self.status = status
        self.output = output
        self.errors = errors
        self.seconds = seconds
        self.is_hung = is_hung


def _kill(session):
    """Ends all of a process group that this module started."""
    try:
        os.killpg(session, signal.SIGKILL)
    except ProcessLookupError:
        pass


def run(command, environment=None, limit=8.0, folder=None, stdin=None):
    # Files instead of pipes: a child left behind by its parent would hold a pipe open.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        begin = time.monotonic()
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL if stdin is None else stdin,
            stdout=output,
            stderr=errors,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )
        is_hung = False
        try:
            process.wait(limit)
        except subprocess.TimeoutExpired:
            is_hung = True
        seconds = time.monotonic() - begin
        _kill(process.pid)
        process.wait()
        texts = []
        for file in (output, errors):
            file.seek(0)
            # Numbers of processes differ from run to run.
            texts.append(re.sub(r"\bpid=\d+", "pid=N", file.read().decode("utf-8", "replace")))
        return Run(process.returncode, texts[0], texts[1], seconds, is_hung)


def outcome(run):
    """One word for it, by what the programs of the matrix print."""
    if run.is_hung:
        return "HANG"
    if "ForkUnsafeError" in run.errors:
        return "ForkUnsafeError"
    if "PicklingError" in run.errors or "MaybeEncodingError" in run.errors:
        return "PicklingError"
    if "PanicException" in run.errors:
        return "panic"
    if run.status != 0 or "Traceback" in run.errors:
        return "error"
    return "ok"
