#!/usr/bin/env python3
"""Measures forkguard beside ruff and ripgrep on the same tree, in interleaved runs.

    Benchmarks/bench.py [--tree DIR] [--rounds N] [--forkguard PATH] [--syntaxdump PATH] [--ruff PATH]

Prints a table in Markdown and writes it, with every single run, to .bench/. docs/benchmarks.md says how to read it.
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Nothing that is compared here takes a hundredth of it; a command that does has failed.
LIMIT_SECONDS = 600


@dataclass
class Run:
    seconds: float
    cpu_seconds: float
    peak_megabytes: float


@dataclass
class Subject:
    """A command that is measured, and what it may end with."""

    name: str
    command: list[str]
    statuses: tuple[int, ...] = (0, 1)
    # A watchdog costs a millisecond, which is much for a command that takes one.
    is_watched: bool = True
    runs: list[Run] = field(default_factory=list)

    def run(self) -> Run:
        begin = time.perf_counter()
        command = ["timeout", "--foreground", str(LIMIT_SECONDS), *self.command] if self.is_watched else self.command
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            # wait4 tells what this one child used; the peak is that of the largest of its processes.
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode == 124:
            sys.exit(f"bench: {self.name} took more than {LIMIT_SECONDS} s")
        seconds = time.perf_counter() - begin
        if process.returncode not in self.statuses:
            sys.exit(f"bench: {self.name} ended with {process.returncode}: {' '.join(self.command)}")
        return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(subjects: list[Subject], rounds: int) -> None:
    """One round runs every subject once, so that a busy moment of the machine falls on all of them."""
    for subject in subjects:
        subject.run()
    for number in range(rounds):
        for subject in subjects:
            subject.runs.append(subject.run())
            print(f"\rround {number + 1} of {rounds}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def tree_size(tree: Path) -> tuple[int, int]:
    files = [path for path in tree.rglob("*.py*") if path.suffix in {".py", ".pyi"} and path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def version_of(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[0].strip() if done.stdout else "?"


def parse_speed(syntaxdump: Path, tree: Path) -> dict | None:
    """What the parser alone does, as `syntaxdump --bench` tells it, on one thread: the best of its rounds."""
    if not syntaxdump.exists():
        return None
    files = sorted(str(path) for path in tree.rglob("*.py") if path.is_file())
    done = subprocess.run(
        [str(syntaxdump), "--bench", "--files-from", "-"], input="\n".join(files) + "\n", capture_output=True,
        text=True, check=False)
    speeds = [float(speed) for speed in re.findall(r"([\d.]+) MB/s", done.stdout)]
    return {"megabytes_per_second": max(speeds), "said": done.stdout.strip()} if speeds else None


def row(subject: Subject, megabytes: float, base: float) -> str:
    seconds = [run.seconds for run in subject.runs]
    middle = statistics.median(seconds)
    cpu = statistics.median(run.cpu_seconds for run in subject.runs)
    peak = max(run.peak_megabytes for run in subject.runs)
    return (
        f"| {subject.name} | {middle:.3f} | {min(seconds):.3f} | {max(seconds):.3f} | {cpu:.3f} "
        f"| {megabytes / middle:.0f} | {middle / base:.2f} | {peak:.0f} |")


def report(subjects: list[Subject], facts: dict) -> str:
    base = statistics.median(run.seconds for run in subjects[0].runs)
    lines = [
        f"{facts['files']} files, {facts['megabytes']:.1f} MB; {facts['processors']} processors, "
        f"{facts['machine']}; load before {facts['load_before']:.2f}, after {facts['load_after']:.2f}", "",
        "| command | median s | min s | max s | CPU s | MB/s | times forkguard | peak MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [row(subject, facts["megabytes"], base) for subject in subjects if subject.name != "forkguard --version"]
    lines.append("")
    start = [run.seconds * 1000 for subject in subjects if subject.name == "forkguard --version" for run in subject.runs]
    lines.append(f"- `forkguard --version`: median {statistics.median(start):.1f} ms, min {min(start):.1f} ms")
    lines.append(f"- size of the command: {facts['command_megabytes']:.1f} MB")
    if facts["parser"]:
        lines.append(f"- parsing alone, one thread: {facts['parser']['megabytes_per_second']:.0f} MB/s")
    lines += [f"- {name}: {version}" for name, version in facts["versions"].items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tree", type=Path, default=ROOT / ".corpus")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--forkguard", type=Path, default=ROOT / ".build" / "release" / "forkguard")
    parser.add_argument("--syntaxdump", type=Path, default=ROOT / ".build" / "release" / "syntaxdump")
    parser.add_argument("--ruff", type=Path, default=ROOT / ".venv" / "bin" / "ruff")
    parser.add_argument("--no-parser", action="store_true", help="leave out the parser alone")
    options = parser.parse_args()

    rg = shutil.which("rg")
    for what, exists in [(options.forkguard, options.forkguard.exists()), (options.ruff, options.ruff.exists()),
                         ("ripgrep", rg), (options.tree, options.tree.is_dir())]:
        if not exists:
            sys.exit(f"bench: {what} is missing; `make bench` sets it up")

    tree = str(options.tree)
    # The first round, which is thrown away, fills it.
    cache = ROOT / ".bench" / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    cache.parent.mkdir(exist_ok=True)
    subjects = [
        # Ignore files are off for all: the corpus itself is ignored by git.
        Subject("forkguard scan", [str(options.forkguard), "scan", "--no-cache", "--no-ignore", "--format=concise", tree]),
        Subject("forkguard scan, nothing changed", [str(options.forkguard), "scan", f"--cache-dir={cache}", "--no-ignore",
                                                    "--format=concise", tree]),
        Subject("ruff, one rule", [str(options.ruff), "check", "--no-cache", "--isolated", "--select=PLW1509",
                                   "--no-respect-gitignore", "--config=exclude=[]", "--quiet", tree]),
        Subject("ripgrep, three words", [rg, "-c", "-w", "--no-ignore", "fork|multiprocessing|deltalake", "-tpy", tree]),
        Subject("forkguard --version", [str(options.forkguard), "--version"], statuses=(0,), is_watched=False),
    ]
    files, size = tree_size(options.tree)
    load_before = os.getloadavg()[0]
    measure(subjects, options.rounds)
    facts = {
        "files": files,
        "megabytes": size / 1e6,
        "processors": len(os.sched_getaffinity(0)),
        "machine": platform.machine(),
        "load_before": load_before,
        "load_after": os.getloadavg()[0],
        "command_megabytes": options.forkguard.stat().st_size / 1e6,
        "parser": None if options.no_parser else parse_speed(options.syntaxdump, options.tree),
        "versions": {
            "forkguard": version_of([str(options.forkguard), "--version"]),
            "ruff": version_of([str(options.ruff), "--version"]),
            "ripgrep": version_of([rg, "--version"]),
        },
    }
    text = report(subjects, facts)
    print(text, end="")
    into = ROOT / ".bench"
    into.mkdir(exist_ok=True)
    (into / "benchmark.md").write_text(text)
    data = {"facts": facts, "subjects": [asdict(subject) for subject in subjects]}
    (into / "benchmark.json").write_text(json.dumps(data, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
