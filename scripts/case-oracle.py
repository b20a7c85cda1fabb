#!/usr/bin/env python3
"""Runs the written cases of Tests/Cases on a real CPython and compares what happens with their marks.

    scripts/case-oracle.py [-v] [-k WORD] [--jobs N] [--keep DIR] Tests/Cases/*.md

The format of a case is described in Tests/Cases/oracle/README.md. Exit status: 0 all agree, 1 some do not, 2 bad input.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import glob
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
STUBS = os.path.join(os.path.dirname(HERE), "Tests", "Cases", "oracle", "stubs")
LIMIT = 40
MARK = re.compile(r"#\s*(error|warning):\s*(FG\d+)((?:\s+(?:touch|use)=\S+)*)\s*$")
FENCE = re.compile(r'^(`{3,})(\w+)\s+title="([^"]+)"\s*$')


@dataclasses.dataclass
class Mark:
    level: str
    code: str
    at: str
    touch: str = ""
    use: str = ""


@dataclasses.dataclass
class Case:
    source: str
    title: str
    line: int
    flags: str = ""
    oracle: str = ""
    python: str = "3.11"
    exit: str = "0"
    runs: list = dataclasses.field(default_factory=list)
    files: dict = dataclasses.field(default_factory=dict)
    marks: list = dataclasses.field(default_factory=list)

    @property
    def kind(self):
        levels = {m.level for m in self.marks}
        return "error" if "error" in levels else "warning" if levels else "silent"


class BadCase(Exception):
    pass


def parse(path):
    cases, case, fence, name, body = [], None, None, None, []
    with open(path, encoding="utf-8") as stream:
        lines = stream.read().split("\n")
    for number, line in enumerate(lines, 1):
        if fence:
            if line == fence:
                if name in case.files:
                    raise BadCase(f"{path}:{number}: {name} is given twice")
                case.files[name] = "\n".join(body) + "\n"
                fence = None
            else:
                body.append(line)
            continue
        opened = FENCE.match(line)
        if line.startswith("## "):
            case = Case(path, line[3:].strip(), number)
            cases.append(case)
        elif opened and case:
            fence, _, name = opened.groups()
            body = []
        elif line.startswith("```"):
            raise BadCase(f"{path}:{number}: a fence without a title, or outside a case")
        elif case:
            key, colon, value = line.partition(": ")
            if colon and key in ("flags", "oracle", "python", "exit"):
                setattr(case, key, value.strip())
            elif colon and key == "run":
                case.runs.append(value.strip())
    if fence:
        raise BadCase(f"{path}: a fence is never closed")
    for case in cases:
        if not any(f.endswith((".py", ".pyw")) for f in case.files):
            raise BadCase(f"{path}:{case.line}: no Python file")
        for name, text in case.files.items():
            for number, line in enumerate(text.split("\n"), 1):
                found = MARK.search(line)
                if found:
                    level, code, rest = found.groups()
                    pairs = dict(pair.split("=", 1) for pair in rest.split())
                    case.marks.append(Mark(level, code, f"{name}:{number}", **pairs))
                elif re.search(r"#\s*(error|warning)\s*:", line):
                    raise BadCase(f"{path}: {case.title}: a mark that cannot be read: {line.strip()}")
        for mark in case.marks:
            for place in (mark.touch, mark.use):
                name, _, number = place.partition(":")
                if place and (name not in case.files or case.files[name].count("\n") < int(number)):
                    raise BadCase(f"{path}: {case.title}: no such line: {place}")
    titles = collections.Counter(case.title for case in cases)
    twice = [title for title, count in titles.items() if count > 1]
    if twice:
        raise BadCase(f"{path}: two cases are called {twice[0]!r}")
    return cases


def interpreter(version):
    root = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    found = sorted(glob.glob(f"{root}/versions/{version}*/bin/python"))
    return found[-1] if found else shutil.which(f"python{version}")


def run(case, keep=None):
    """(problems, seen): what does not agree, and a short word on what was seen."""
    if case.oracle.startswith("none"):
        return [], "not run"
    python = interpreter(case.python)
    if not python:
        return [f"no Python {case.python} here"], "-"
    root = os.path.realpath(tempfile.mkdtemp(prefix="case-"))
    try:
        events, problems = [], []
        runs = case.runs or ["python " + ("main.py" if "main.py" in case.files else
                                          next(f for f in case.files if f.endswith(".py")))]
        for index, command in enumerate(runs):
            project = os.path.join(root, f"p{index}")
            for name, text in case.files.items():
                target = os.path.join(project, name)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "w", encoding="utf-8") as stream:
                    stream.write(text)
            log = os.path.join(root, f"log{index}")
            seen, wrong = execute(case, command, python, project, log)
            events += seen
            problems += wrong
        return problems + compare(case, events), summary(events)
    finally:
        if keep:
            shutil.move(root, os.path.join(keep, re.sub(r"\W+", "-", case.title)))
        else:
            shutil.rmtree(root, ignore_errors=True)


def execute(case, command, python, project, log):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "CASE_"))}
    words = shlex.split(command)
    while words and re.match(r"^[A-Z_]+=", words[0]):
        key, _, value = words.pop(0).partition("=")
        env[key] = value
    if words[0] == "python":
        words[0] = python
    env.update(PYTHONPATH=os.pathsep.join([STUBS] + ([env["PYTHONPATH"]] if "PYTHONPATH" in env else [])),
               PYTHONDONTWRITEBYTECODE="1", CASE_ROOT=project, CASE_LOG=log, PYTHONFAULTHANDLER="1",
               PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    directive, _, detail = case.oracle.partition(" ")
    if directive == "pretend":
        env["CASE_PRETEND"] = detail
    elif directive == "safe":
        env["CASE_SAFE_VERSION"] = "1"
    with open(log + ".out", "wb+") as out:
        # The pipe is held by every descendant: its end says that the last of them is gone.
        read, write = os.pipe()
        process = subprocess.Popen(words, cwd=project, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                   pass_fds=[write], start_new_session=True)
        os.close(write)
        problems = []
        try:
            status = process.wait(LIMIT)
            import select
            if not select.select([read], [], [], 10)[0]:
                problems.append(f"`{command}`: descendants were still alive after the program ended")
        except subprocess.TimeoutExpired:
            status = None
        finally:
            os.close(read)
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
        out.seek(0)
        text = out.read().decode(errors="replace")
    tail = "\n".join("      | " + line for line in text.strip().split("\n")[-12:])
    if status is None:
        problems.append(f"`{command}` did not end within {LIMIT} s\n{tail}")
    elif case.exit != "any" and (status != int(case.exit) or (status == 0 and "Traceback (most recent" in text)):
        problems.append(f"`{command}` ended with {status}, expected {case.exit}\n{tail}")
    events = []
    if os.path.exists(log):
        with open(log) as stream:
            events = [json.loads(line) for line in stream]
    return events, problems


def compare(case, events):
    problems = []
    hazards = collections.defaultdict(list)
    for event in events:
        if event["event"] == "hazard":
            hazards[event["fork"]].append(event)
    touched_forks = {e["at"] for e in events if e["event"] == "fork" and e["touched"]}
    marks = {mark.at: mark for mark in case.marks if mark.code == "FG101"}
    for at, mark in marks.items():
        if mark.level == "warning":
            if at not in touched_forks:
                problems.append(f"warning marked at {at}: no fork after a touch was seen there")
            continue
        seen = hazards.get(at)
        if not seen:
            problems.append(f"error marked at {at}: no hazard seen"
                            + (" (forked after a touch, but the child used nothing)" if at in touched_forks else ""))
            continue
        if mark.touch and not any(mark.touch in e["touches"] for e in seen):
            problems.append(f"{at}: touch marked at {mark.touch}, seen at {sorted({t for e in seen for t in e['touches']})}")
        elif mark.touch and not any(e["touches"][-1] == mark.touch for e in seen):
            problems.append(f"{at}: touch marked at {mark.touch}, nearest seen is {sorted({e['touches'][-1] for e in seen})}")
        first = {}
        for event in seen:
            first.setdefault(event["pid"], event["use"])
        if mark.use and mark.use not in first.values():
            problems.append(f"{at}: use marked at {mark.use}, first seen at {sorted(set(first.values()))}")
    for at, seen in hazards.items():
        if at not in marks:
            problems.append(f"hazard at {at} is not marked: touched {seen[0]['touches'][-1]}, used {seen[0]['use']}")
    if not marks and not any(e["event"] in ("fork", "touch", "call") for e in events):
        problems.append("vacuous: neither a touch nor a fork was seen")
    return problems


def summary(events):
    count = collections.Counter(e["event"] for e in events)
    after = sum(1 for e in events if e["event"] == "fork" and e["touched"])
    return (f"{count['touch']} touched, {count['fork']} forked, {after} of them after a touch, "
            f"{count['hazard']} hazards")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("-k", default="", help="only cases whose title contains this")
    parser.add_argument("-v", action="store_true", help="one line for every case")
    parser.add_argument("--jobs", type=int, default=max(2, os.cpu_count() or 2))
    parser.add_argument("--keep", help="keep the extracted projects and logs in this folder")
    arguments = parser.parse_args()
    try:
        cases = [case for path in arguments.files for case in parse(path) if arguments.k.lower() in case.title.lower()]
    except (BadCase, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2
    if arguments.keep:
        os.makedirs(arguments.keep, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as executor:
        results = list(executor.map(lambda case: run(case, arguments.keep), cases))
    table = collections.defaultdict(collections.Counter)
    failed = 0
    for case, (problems, seen) in zip(cases, results):
        topic = os.path.basename(case.source)[:-3]
        row = table[topic]
        row[case.kind] += 1
        row["not run"] += seen == "not run"
        row["differ"] += bool(problems)
        failed += bool(problems)
        if problems:
            print(f"DIFFERS {case.source}:{case.line}: {case.title} ({case.kind})")
            for problem in problems:
                print("    " + problem)
        elif arguments.v:
            print(f"ok      {case.source}:{case.line}: {case.title} ({case.kind}; {seen})")
    columns = ["error", "warning", "silent", "not run", "differ"]
    print(f"\n{'topic':28}" + "".join(f"{c:>9}" for c in columns) + "    cases")
    for topic, row in table.items():
        print(f"{topic:28}" + "".join(f"{row[c]:9}" for c in columns) + f"{row['error'] + row['warning'] + row['silent']:9}")
    total = sum(table.values(), collections.Counter())
    print(f"{'total':28}" + "".join(f"{total[c]:9}" for c in columns) + f"{len(cases):9}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
